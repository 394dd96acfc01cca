import { useState } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import { Button } from '../shared/kit/Button.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useCommandOperation } from '../shared/use-operation.ts'
import {
  fromCount,
  headFields,
  toCount,
  type Typed,
  useVoters,
  type Voters,
  type Wrong,
  wrongIn,
} from './hooks-ballot-box.ts'
import { useWords } from './hooks-event.ts'
import { eventTexts } from './labels-event.ts'
import { ballotTexts, headTexts, paperNames, paperTexts } from './labels-ballot.ts'
import { ballotRefusalTexts } from './labels-refusal-ballot.ts'
import { MarksTable } from './MarksTable.pc.tsx'
import './Appraisals.css'

/** /appraisals/:appraisalId/boxes/:boxId/count: papers counted by two; every sum must add up. */
export function PaperCountPage() {
  const { t } = useWords()
  const { boxId = '' } = useParams()
  return (
    <div className="apr">
      <Link href="/appraisals?step=ballots" className="more">
        <Icon name="left" />
        {t(paperTexts.back)}
      </Link>
      <Fetched from={useVoters(boxId)} what={t(ballotTexts.voters)}>
        {(voters) => <Count key={voters.papers === null ? 'new' : 'again'} boxId={boxId} voters={voters} />}
      </Fetched>
    </div>
  )
}

function begun({ papers, rows }: Voters): Typed {
  if (papers !== null) return fromCount(papers)
  const given = String(rows.filter(({ state }) => state === 'onPaper').length)
  return { issued: given, cast: given, spoiled: '0', returnedBlank: '0', notReturned: '0' }
}

function Count({ boxId, voters }: { readonly boxId: string; readonly voters: Voters }) {
  const { t } = useWords()
  const say = useUndo()
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState<Typed>(() => begun(voters))
  const [counters, setCounters] = useState<readonly string[]>(voters.papers?.counters ?? ['', ''])
  const [tried, setTried] = useState(false)
  const given = voters.rows.filter(({ state }) => state === 'onPaper').length
  const save = useCommandOperation('ballot.count-paper', {
    onDone: () => {
      say({ text: t(paperTexts.saved) })
      navigate('/appraisals?step=ballots')
    },
  })
  const count = toCount(typed, voters.graded)
  const wrong = wrongIn(count, given)
  const named = new Set(counters.map((name) => name.trim()).filter((name) => name !== ''))
  const type = (key: string, value: string) => setTyped((before) => ({ ...before, [key]: value }))
  const send = () => {
    setTried(true)
    if (wrong.length > 0 || named.size < 2) return
    const persons = count.persons.map((one) => ({ ...one, counts: { ...one.counts } }))
    save.mutate({ boxId, count: { ...count, persons }, counters: [...named] })
  }
  return (
    <>
      <header className="apr-head">
        <h1 className="ph1 grow">{t(paperTexts.title, { paper: t(paperNames[voters.paper]) })}</h1>
        <span className="s t2">{t(paperTexts.order)}</span>
      </header>
      <div className="apr-cols wide">
        <div>
          <section aria-labelledby="apr-papers">
            <h2 className="sec" id="apr-papers">
              {t(paperTexts.sheet)}
            </h2>
            <p className="s t2">{t(paperTexts.given, { given })}</p>
            <div className="apr-row form">
              {headFields.map((field) => (
                <TextField
                  key={field}
                  label={t(headTexts[field])}
                  inputMode="numeric"
                  value={typed[field] ?? ''}
                  onValue={(value) => type(field, value)}
                />
              ))}
            </div>
          </section>
          <MarksTable graded={voters.graded} typed={typed} count={count} onType={type} />
        </div>
        <aside className="apr-side apr-sticky">
          <h2 className="sec">{t(wrong.length > 0 ? paperTexts.wrong : paperTexts.right)}</h2>
          <Wrongs wrong={wrong} graded={voters.graded} />
          <div className="form">
            {[paperTexts.counter1, paperTexts.counter2].map((label, at) => (
              <TextField
                key={label.zh}
                label={t(label)}
                error={tried && named.size < 2 && at === 1 ? t(paperTexts.twoCounters) : undefined}
                maxLength={40}
                value={counters[at] ?? ''}
                onValue={(name) => setCounters(counters.map((one, place) => (place === at ? name : one)))}
              />
            ))}
            <div className="acts">
              <Button act={wrong.length === 0} busy={save.isPending && t(eventTexts.working)} onClick={send}>
                {t(paperTexts.save)}
              </Button>
            </div>
            {save.isError && <StateError error={save.error} refusals={ballotRefusalTexts} />}
          </div>
        </aside>
      </div>
    </>
  )
}

const FIRST = 8

/** Says exactly what does not add up, and by how much. */
function Wrongs({ wrong, graded }: { readonly wrong: readonly Wrong[]; readonly graded: Voters['graded'] }) {
  const { t } = useWords()
  const nameOf = (memberId: string) => graded.find((one) => one.memberId === memberId)?.name ?? ''
  const wordsOf = (one: Wrong): string => {
    if (one.what === 'number') {
      return one.memberId === null
        ? t(paperTexts.wrongNumber)
        : t(paperTexts.wrongNumberOf, { name: nameOf(one.memberId) })
    }
    if (one.what === 'given') return t(paperTexts.wrongGiven, one)
    if (one.what === 'papers') return t(paperTexts.wrongPapers, one)
    if (one.what === 'spoiled') return t(paperTexts.wrongSpoiled, one)
    return t(paperTexts.wrongMarks, { ...one, name: nameOf(one.memberId) })
  }
  return (
    <ul className="rows s apr-wrongs" aria-live="polite">
      {wrong.slice(0, FIRST).map((one) => (
        <li key={wordsOf(one)}>{wordsOf(one)}</li>
      ))}
      {wrong.length > FIRST && <li>{t(paperTexts.wrongMore, { count: wrong.length - FIRST })}</li>}
    </ul>
  )
}
