import { useEffect, useRef, useState } from 'react'
import { grades } from '@steward/domain/appraisals/grade.ts'
import { Button } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Sheet } from '../shared/kit/layers.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import type { Mark, Marks, Paper, PaperPerson } from './hooks-ballot.ts'
import { countMarks } from './hooks-ballot.ts'
import { BallotFacts } from './BallotFacts.mobile.tsx'
import { ballotTexts as texts, gradeTexts } from './labels-ballot-phone.ts'
import { ballotRefusalTexts } from './labels-refusal-ballot.ts'

type Props = {
  readonly paper: Paper
  readonly marks: Marks
  readonly onMark: (memberId: string, mark: Mark) => void
  readonly onCast: () => void
  readonly casting: boolean
  readonly error: Error | undefined
  readonly elder?: boolean | undefined
}

/** One paper: a person at a time with the facts first, or all on one sheet; both are the same ballot until it is cast (mockup 14). */
export function BallotPaper(props: Props) {
  const { paper, marks } = props
  const firstOpen = paper.persons.findIndex(({ memberId }) => marks[memberId] === undefined)
  const [view, setView] = useState<'one' | 'sheet'>(firstOpen === -1 ? 'sheet' : 'one')
  const [place, setPlace] = useState(Math.max(firstOpen, 0))
  const person = paper.persons[place]
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    scrollTo(0, 0)
  }, [place, view])
  return (
    <div className="ballot" ref={top}>
      {view === 'one' && person !== undefined ? (
        <OnePerson
          {...props}
          person={person}
          place={place}
          onPlace={setPlace}
          onSheet={() => setView('sheet')}
        />
      ) : (
        <WholeSheet
          {...props}
          onPerson={(next) => {
            setPlace(next)
            setView('one')
          }}
        />
      )}
    </div>
  )
}

type OneProps = Props & {
  readonly person: PaperPerson
  readonly place: number
  readonly onPlace: (place: number) => void
  readonly onSheet: () => void
}

function OnePerson({ paper, marks, onMark, person, place, onPlace, onSheet, elder }: OneProps) {
  const t = useText()
  const { all } = countMarks(paper, marks)
  const name = useRef<HTMLHeadingElement>(null)
  // Whoever listens to the page hears whose turn it is.
  useEffect(() => name.current?.focus({ preventScroll: true }), [place])
  return (
    <>
      <div className="ballot-progress">
        <div className="bar" aria-hidden="true">
          <i style={{ width: `${(100 * (place + 1)) / all}%` }} />
        </div>
        <span className="s t2">{t(texts.nth, { n: place + 1, all })}</span>
        {!elder && (
          <button type="button" className="link" onClick={onSheet}>
            {t(texts.sheet)}
          </button>
        )}
      </div>
      <h2 className="ballot-name" ref={name} tabIndex={-1} data-read>
        {person.name}
      </h2>
      <BallotFacts person={person} paper={paper.paper} elder={elder ?? false} />
      <Grades person={person} mark={marks[person.memberId]} onMark={onMark} />
      <Limit paper={paper} marks={marks} />
      <div className="foot">
        <div className={place === 0 ? 'ballot-nav first' : 'ballot-nav'}>
          {place > 0 && <Button onClick={() => onPlace(place - 1)}>{t(texts.before)}</Button>}
          <Button act onClick={() => (place + 1 < all ? onPlace(place + 1) : onSheet())}>
            {t(place + 1 < all ? texts.after : texts.toSheet)}
          </Button>
        </div>
        {!elder && (
          <p className="c t3">
            {t(texts.footNote)}
            <br />
            {t(texts.footNoteMore)}
          </p>
        )}
      </div>
    </>
  )
}

const choices = [...grades, 'unknown'] as const

type GradesProps = {
  readonly person: PaperPerson
  readonly mark: Mark | undefined
  readonly onMark: (memberId: string, mark: Mark) => void
  readonly tight?: boolean
}

/** Four grades of equal size, and not knowing. */
function Grades({ person, mark, onMark, tight = false }: GradesProps) {
  const t = useText()
  return (
    <fieldset className={tight ? 'ballot-grades tight' : 'ballot-grades'}>
      <legend className="sr">{`${person.name}，${t(texts.choose)}`}</legend>
      {choices.map((choice) => (
        <label key={choice} className={choice === 'unknown' ? 'ballot-grade wide' : 'ballot-grade'}>
          <input
            type="radio"
            name={`${tight ? 'sheet' : 'one'}-${person.memberId}`}
            checked={mark === choice}
            onChange={() => onMark(person.memberId, choice)}
          />
          <span data-read={tight ? undefined : true}>
            {mark === choice && !tight && <Icon name="check" />}
            {choice === 'unknown' ? t(tight ? texts.unknownShort : texts.unknown) : t(gradeTexts[choice])}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** Informs and bars nothing: the share is a matter of the settlement. */
function Limit({ paper, marks }: Pick<Props, 'paper' | 'marks'>) {
  const t = useText()
  const { excellent } = countMarks(paper, marks)
  const facts = { most: paper.excellentLimit, chosen: excellent }
  return (
    <p className="s t2 ballot-limit" aria-live="polite">
      {t(excellent > paper.excellentLimit ? texts.limitOver : texts.limit, facts)}
    </p>
  )
}

function WholeSheet(props: Props & { readonly onPerson: (place: number) => void }) {
  const { paper, marks, onMark, onCast, casting, error, onPerson, elder } = props
  const t = useText()
  const [asking, setAsking] = useState(false)
  const sums = countMarks(paper, marks)
  const isOpen = ({ memberId }: PaperPerson) => marks[memberId] === undefined
  const castNow = () => {
    setAsking(false)
    onCast()
  }
  return (
    <>
      <p className="ballot-sum" data-read>
        {t(texts.sheetSum, sums)}
        {sums.open > 0 && t(texts.sheetOpen)}
      </p>
      {!elder && (
        <p className="ballot-back">
          <Button small onClick={() => onPerson(Math.max(paper.persons.findIndex(isOpen), 0))}>
            {t(texts.oneByOne)}
          </Button>
        </p>
      )}
      <ul className="card rows ballot-sheet">
        {paper.persons.map((person, place) => (
          <li key={person.memberId} data-read={elder ? true : undefined}>
            <button type="button" className="ballot-row-name" onClick={() => onPerson(place)}>
              <span className="b">{person.name}</span>
              {elder && <MarkWords mark={marks[person.memberId]} />}
              <Icon name="right" />
            </button>
            {!elder && <Grades person={person} mark={marks[person.memberId]} onMark={onMark} tight />}
          </li>
        ))}
      </ul>
      <Limit paper={paper} marks={marks} />
      {asking && elder ? (
        <div className="foot" role="group" aria-label={t(texts.castTitle)} data-read>
          <p className="b">{t(texts.castTitle)}</p>
          <p className="s t2">{t(texts.castText)}</p>
          <div className="ballot-nav">
            <Button onClick={() => setAsking(false)}>{t(texts.castLook)}</Button>
            <Button act onClick={castNow}>
              {t(texts.castNow)}
            </Button>
          </div>
        </div>
      ) : (
        <div className="foot">
          {error && <StateError error={error} refusals={ballotRefusalTexts} title={t(texts.keptOffline)} />}
          <Button
            act={sums.graded > 0}
            wide
            busy={casting && t(texts.casting)}
            aria-disabled={sums.graded === 0 || undefined}
            onClick={() => sums.graded > 0 && setAsking(true)}
          >
            {t(texts.cast)}
          </Button>
          {sums.graded === 0 && <p className="s t2">{t(texts.nothing)}</p>}
        </div>
      )}
      <Sheet
        open={asking && !elder}
        onClose={() => setAsking(false)}
        title={t(texts.castTitle)}
        acts={
          <>
            <Button onClick={() => setAsking(false)}>{t(texts.castLook)}</Button>
            <Button act onClick={castNow}>
              {t(texts.castNow)}
            </Button>
          </>
        }
      >
        <p>{t(texts.sheetSum, sums)}</p>
        <p className="s t2">{t(texts.castText)}</p>
      </Sheet>
    </>
  )
}

function MarkWords({ mark }: { readonly mark: Mark | undefined }) {
  const t = useText()
  if (mark === undefined) return <span className="t2">{t(texts.notMarked)}</span>
  return <span>{mark === 'unknown' ? t(texts.unknownShort) : t(gradeTexts[mark])}</span>
}
