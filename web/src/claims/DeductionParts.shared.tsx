import { dayOfInstant } from '../shared/clock.ts'
import { formatTime } from '../shared/formats.ts'
import { Tag } from '../shared/kit/Tag.tsx'
import { useText } from '../shared/texts.ts'
import { plain, useDay, useLimitWords } from './hooks.ts'
import type { Deduction } from './hooks-deduction.ts'
import { evidenceTexts } from './labels.ts'
import { deductionLabels, deductionMoveTexts, deductionStateTexts } from './labels-deduction.ts'

export function DeductionTag({ state }: { readonly state: Deduction['state'] }) {
  const t = useText()
  const { text, tone } = deductionStateTexts[state]
  return <Tag tone={tone}>{t(text)}</Tag>
}

/** The sentence of the scheme, and what it would take now. */
export function Standard({ deduction }: { readonly deduction: Deduction }) {
  const t = useText()
  const why = useLimitWords()
  const { item, would, schemeTitle, schemeLabel } = deduction
  return (
    <>
      <p>
        {t(deductionLabels.standardOf, {
          scheme: t(schemeTitle),
          label: schemeLabel,
          rule: t(item.rule),
        })}
      </p>
      {would && (
        <p className="s t2">
          {would.limit === null
            ? t(deductionLabels.wouldTake, { points: plain(Math.abs(would.credited)) })
            : t(deductionLabels.wouldTakeLess, {
                raw: plain(Math.abs(would.raw)),
                why: why(would.limit),
                points: plain(Math.abs(would.credited)),
              })}
        </p>
      )}
    </>
  )
}

export function ProofLines({ deduction }: { readonly deduction: Deduction }) {
  const t = useText()
  return (
    <ul className="s t2">
      {deduction.evidence.map(({ kind, note }) => (
        <li key={kind + note}>
          {t(evidenceTexts[kind])}
          {note !== '' && `：${note}`}
        </li>
      ))}
    </ul>
  )
}

export function DeductionHistory({ steps }: Pick<Deduction, 'steps'>) {
  const t = useText()
  const day = useDay()
  return (
    <ol className="claim-history">
      {steps.map((step) => (
        <li key={step.at + step.move}>
          <span className="s t3 nw">
            {day(dayOfInstant(step.at))} {formatTime(step.at)}
          </span>
          <span className="s">
            <span className="b">{t(deductionMoveTexts[step.move])}</span> {step.by}
            {step.reason !== '' && <span className="block t2">{step.reason}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
