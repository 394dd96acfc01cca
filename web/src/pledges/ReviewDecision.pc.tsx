import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useShortcut } from '../shared/kit/shortcuts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { type QueueRow, usePledgeWords } from './hooks.ts'
import { allAnswers, hintsOf, noAnswers, useAccept } from './hooks-review.ts'
import { pledgeRefusals } from './labels-refusal.ts'
import { reviewLabels } from './labels-review.ts'
import { Questions, ReturnForm, useWhyNot } from './Review.shared.tsx'

// The last one accepted on this page, for the key that takes it back.
let lastAccepted: string | undefined

/** Four questions, hints with their reasons, this member's other pledges, and the decision at the bottom. */
export function ReviewDecision({
  pledge,
  onNext,
}: {
  readonly pledge: QueueRow
  readonly onNext: () => void
}) {
  const { t } = usePledgeWords()
  const whyNot = useWhyNot()
  const [answers, setAnswers] = useState(noAnswers)
  const [comment, setComment] = useState('')
  const [returning, setReturning] = useState(false)
  const takeBack = useCommandOperation('pledge.take-back')
  const { accept } = useAccept(pledge, () => {
    lastAccepted = pledge.id
    onNext()
  })
  const why = whyNot(pledge, answers)
  const blocked = whyNot(pledge, allAnswers)
  const act = () => {
    if (blocked !== undefined) return
    if (why === undefined) accept.mutate({ pledgeId: pledge.id, revision: pledge.revision, answers, comment })
    else setAnswers(allAnswers)
  }
  const mayReturn = !pledge.barred && pledge.state === 'submitted'
  useShortcut('a', blocked === undefined ? act : undefined)
  useShortcut('r', mayReturn ? () => setReturning(true) : undefined)
  useShortcut('z', lastAccepted === undefined ? undefined : () => undo())
  const undo = () => {
    if (lastAccepted !== undefined) takeBack.mutate({ pledgeId: lastAccepted })
    lastAccepted = undefined
  }
  return (
    <aside className="pledge-decision">
      <div className="pledge-decision-body">
        <Hints pledge={pledge} />
        <section>
          <h3 className="s t3">{t(reviewLabels.four)}</h3>
          <Questions answers={answers} onAnswers={setAnswers} />
          <TextField
            label={t(reviewLabels.comment)}
            optional
            maxLength={200}
            value={comment}
            onValue={setComment}
          />
        </section>
        <Before pledge={pledge} />
      </div>
      <footer>
        {(accept.error ?? takeBack.error) && (
          <StateError error={accept.error ?? takeBack.error} refusals={pledgeRefusals} />
        )}
        {returning ? (
          <ReturnForm
            pledge={pledge}
            onDone={() => {
              setReturning(false)
              onNext()
            }}
            onCancel={() => setReturning(false)}
          />
        ) : (
          <>
            {blocked !== undefined && <p className="s t2">{blocked}</p>}
            {blocked === undefined && (
              <Button act={why === undefined} wide onClick={act} hint={<kbd>A</kbd>}>
                {t(why === undefined ? reviewLabels.accept : reviewLabels.allYes)}
              </Button>
            )}
            {mayReturn && (
              <Button wide onClick={() => setReturning(true)} hint={<kbd>R</kbd>}>
                {t(reviewLabels.giveBack)}
              </Button>
            )}
            <p className="s t2">{t(reviewLabels.decideNote, { name: pledge.name })}</p>
          </>
        )}
      </footer>
    </aside>
  )
}

function Hints({ pledge }: { readonly pledge: QueueRow }) {
  const { t, language } = usePledgeWords()
  const { hints } = hintsOf(pledge)
  return (
    <section>
      <h3 className="s t3">{t(reviewLabels.hints)}</h3>
      {hints.length === 0 && <p className="s">{t(reviewLabels.noHints)}</p>}
      <ul className="s">
        {hints.map((hint) => (
          <li key={hint.kind === 'phrase' ? hint.from : hint.part} className="ochre">
            {hint.kind === 'phrase' ? `“${hint.words}” ${hint.says[language]}` : hint.says[language]}
          </li>
        ))}
      </ul>
      <p className="c t3">{t(reviewLabels.hintsNote)}</p>
    </section>
  )
}

function Before({ pledge }: { readonly pledge: QueueRow }) {
  const { t } = usePledgeWords()
  if (pledge.memberId === null) return null
  return (
    <section>
      <h3 className="s t3">{t(reviewLabels.before)}</h3>
      <p className="s">{t(reviewLabels.othersThisYear, { n: pledge.others })}</p>
      <p className="s">
        {pledge.pledgedBefore === 0
          ? t(reviewLabels.noneBefore)
          : t(reviewLabels.keptBefore, { all: pledge.pledgedBefore, kept: pledge.keptBefore })}
      </p>
    </section>
  )
}
