import { useText } from '../shared/texts.ts'
import { DeductionHistory, DeductionTag, ProofLines, Standard } from './DeductionParts.shared.tsx'
import { plain, useDay, useNearDay } from './hooks.ts'
import type { Deduction, DeductionLine } from './hooks-deduction.ts'
import { claimLabels } from './labels.ts'
import { deductionLabels, toldWayTexts } from './labels-deduction.ts'

/** What counts of a deduction now: what it took, until when one answers, or who proposed it. */
export function DeductionWhen({ row }: { readonly row: DeductionLine }) {
  const t = useText()
  const near = useNearDay()
  const day = useDay()
  if (row.credited !== null) return <>{t(claimLabels.points, { points: plain(row.credited) })}</>
  if (row.answerUntilOn !== null && row.state === 'told')
    return <>{t(deductionLabels.answerBy, { day: near(row.answerUntilOn) })}</>
  return <>{t(deductionLabels.proposedBy, { by: row.proposedBy, day: day(row.proposedOn) })}</>
}

/** In the order of every adverse paper: fact, standard, what was answered. */
export function DeductionInFull({ deduction }: { readonly deduction: Deduction }) {
  const t = useText()
  const day = useDay()
  const { toldOn, toldHow, toldBy, answer, answerTakenBy } = deduction
  return (
    <article className="deduction">
      <header>
        <div className="between review-title">
          <h2 className="ph1">{deduction.memberName}</h2>
          <DeductionTag state={deduction.state} />
        </div>
        <p className="review-meta">
          <span>{t(deduction.itemName)}</span>
          <span>{day(deduction.deedOn)}</span>
          <span>
            {t(deductionLabels.proposedBy, { by: deduction.proposedBy, day: day(deduction.proposedOn) })}
          </span>
        </p>
      </header>
      <h3 className="s t3">{t(deductionLabels.facts)}</h3>
      <p className="review-said">{deduction.facts}</p>
      <ProofLines deduction={deduction} />
      <h3 className="s t3">{t(deductionLabels.standard)}</h3>
      <Standard deduction={deduction} />
      <h3 className="s t3">{t(deductionLabels.theirAnswer)}</h3>
      {answer === null ? (
        <p className="t2">{t(deductionLabels.noAnswer)}</p>
      ) : (
        <p className="deduction-answer">{answer}</p>
      )}
      {answerTakenBy !== null && <p className="s t3">{t(deductionLabels.takenBy, { by: answerTakenBy })}</p>}
      {toldOn !== null && toldHow !== null && (
        <p className="s t3">
          {t(deductionLabels.toldOn, { day: day(toldOn), how: t(toldWayTexts[toldHow]), by: toldBy ?? '' })}
        </p>
      )}
      <h3 className="s t3">{t(deductionLabels.history)}</h3>
      <DeductionHistory steps={deduction.steps} />
    </article>
  )
}
