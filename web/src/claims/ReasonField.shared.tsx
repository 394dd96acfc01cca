import { reasonHints } from '@steward/domain/claims/reason.ts'
import { TextArea } from '../shared/kit/fields.tsx'
import { useText } from '../shared/texts.ts'
import { reasonHintTexts } from './labels-reason.ts'
import { modelReasons, reviewLabels } from './labels-review.ts'

type ReasonProps = {
  readonly kind: keyof typeof modelReasons
  readonly value: string
  readonly onValue: (value: string) => void
  /** A sending was tried without a reason. */
  readonly tried: boolean
  readonly autoFocus?: boolean
}

/** A reason with sentences to start from; what it lacks is said and never blocks (fact, ground, conclusion). */
export function ReasonField({ kind, value, onValue, tried, autoFocus }: ReasonProps) {
  const t = useText()
  const hints = value.trim() === '' ? [] : reasonHints(value)
  return (
    <div className="reason">
      <TextArea
        label={t(reviewLabels.reason)}
        error={tried && value.trim() === '' ? t(reviewLabels.reasonMissing) : undefined}
        help={hints.length > 0 ? hints.map((hint) => t(reasonHintTexts[hint])).join('') : undefined}
        maxLength={300}
        rows={3}
        autoFocus={autoFocus}
        value={value}
        onValue={onValue}
      />
      <div className="reason-models" role="group" aria-label={t(reviewLabels.models)}>
        {modelReasons[kind].map((model) => (
          <button key={model.zh} type="button" className="c" onClick={() => onValue(t(model))}>
            {t(model)}
          </button>
        ))}
      </div>
    </div>
  )
}
