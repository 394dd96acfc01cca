import { useState } from 'react'
import { formatTime } from '../shared/formats.ts'
import { dayOfInstant } from '../shared/clock.ts'
import { Button } from '../shared/kit/Button.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useCommandOperation } from '../shared/use-operation.ts'
import { Comments } from './Comments.shared.tsx'
import type { Pledge } from './hooks.ts'
import { usePledgeWords } from './hooks.ts'
import { entryTexts, outcomeTexts, partTexts, pledgeLabels, stateTexts } from './labels.ts'
import { pledgeRefusals } from './labels-refusal.ts'
import { PaperLine } from './Paper.shared.tsx'
import { FactsLine, PartsList, ProgressBar, StateTag } from './State.shared.tsx'
import './Pledges.css'

/** One pledge from its words to what is said of it. */
export function PledgeView({ pledge: shown }: { readonly pledge: Pledge }) {
  const { t, day } = usePledgeWords()
  const { pledge } = shown
  return (
    <article className="pledge-one">
      <div className="between">
        <span className="s t2">{pledge.memberId === null ? pledge.orgName : pledge.name}</span>
        <StateTag pledge={pledge} />
      </div>
      <p className="pledge-words">{pledge.text}</p>
      <FactsLine pledge={pledge} />
      <ProgressBar pledge={pledge} />
      {pledge.outcome && (
        <p className="pledge-gap">
          {t(pledgeLabels.judgedBy, {
            by: pledge.outcome.by,
            day: day(pledge.outcome.on),
            outcome: t(outcomeTexts[pledge.outcome.outcome].name),
          })}
          {pledge.outcome.explanation !== '' && (
            <span className="block t2">{pledge.outcome.explanation}</span>
          )}
        </p>
      )}
      <PartsList pledge={pledge} />
      {pledge.entry !== 'member' && (
        <p className="s t3">{t(entryTexts[pledge.entry], { by: pledge.enteredBy })}</p>
      )}
      <PaperLine fileId={shown.paperFileId} />
      <Returns pledge={shown} />
      <Way pledge={shown} />
      {pledge.publishedOn !== null && <Comments pledge={shown} />}
    </article>
  )
}

/** Why it came back, and what was agreed on. */
export function Returns({ pledge: { pledge, talks } }: { readonly pledge: Pledge }) {
  const { t, day } = usePledgeWords()
  if (pledge.returns.length === 0 && talks.length === 0) return null
  return (
    <div className="pledge-lines pledge-gap">
      {pledge.returns.map(({ part, reason, by, on }) => (
        <p key={`${on}${reason}`}>
          <span className="s t2 block">
            {t(pledgeLabels.returnedBy, { by, day: day(on), part: t(partTexts[part]) })}
          </span>
          {reason}
        </p>
      ))}
      {talks.map(({ with: who, on, agreed }) => (
        <p key={`${on}${agreed}`}>{t(pledgeLabels.talkLine, { day: day(on), with: who, agreed })}</p>
      ))}
    </div>
  )
}

function Way({ pledge: { moves } }: { readonly pledge: Pledge }) {
  const { t, day } = usePledgeWords()
  if (moves.length < 2) return null
  return (
    <details className="pledge-aids">
      <summary>{t(pledgeLabels.history)}</summary>
      <ul className="rows">
        {moves.map(({ to, by, at }) => (
          <li key={at + to} className="between s">
            <span>
              {t(stateTexts[to])} <span className="t2">{by}</span>
            </span>
            <span className="t3 nw">
              {day(dayOfInstant(at))} {formatTime(at)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Confirm what somebody wrote down for me; take a pledge back. */
export function OwnActs({ pledge: { pledge, may } }: { readonly pledge: Pledge }) {
  const { t } = usePledgeWords()
  const say = useUndo()
  const [asking, setAsking] = useState(false)
  const { id: pledgeId } = pledge
  const confirm = useCommandOperation('pledge.confirm', {
    onDone: () => say({ text: t(pledgeLabels.confirmed) }),
  })
  const withdraw = useCommandOperation('pledge.withdraw', {
    onDone: () => {
      setAsking(false)
      say({ text: t(pledgeLabels.withdrawn) })
    },
  })
  const error = confirm.error ?? withdraw.error
  if (!may.includes('pledge.confirm') && !may.includes('pledge.withdraw')) return null
  return (
    <div className="pledge-gap">
      {error && <StateError error={error} refusals={pledgeRefusals} />}
      <div className="acts">
        {may.includes('pledge.confirm') && (
          <Button ink onClick={() => confirm.mutate({ pledgeId })}>
            {t(pledgeLabels.confirm)}
          </Button>
        )}
        {may.includes('pledge.withdraw') && (
          <Button plain onClick={() => setAsking(true)}>
            {t(pledgeLabels.withdraw)}
          </Button>
        )}
      </div>
      <Dialog
        open={asking}
        title={t(pledgeLabels.withdraw)}
        onClose={() => setAsking(false)}
        acts={<Button onClick={() => withdraw.mutate({ pledgeId })}>{t(pledgeLabels.withdraw)}</Button>}
      >
        <p>{pledge.text}</p>
        <p className="t2">{t(pledgeLabels.withdrawSure)}</p>
      </Dialog>
    </div>
  )
}
