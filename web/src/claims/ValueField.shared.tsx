import type { Ref } from 'react'
import { TextField } from '../shared/kit/fields.tsx'
import { useText } from '../shared/texts.ts'
import type { Chosen } from './hooks-review.ts'
import { reviewLabels } from './labels-review.ts'

/** The value of an item with bounds; nothing where the value is set. */
export function ValueField({
  chosen,
  place,
}: {
  readonly chosen: Chosen
  readonly place?: Ref<HTMLDivElement>
}) {
  const t = useText()
  if (chosen.bounds === undefined) return null
  return (
    <div ref={place}>
      <TextField
        label={t(reviewLabels.value)}
        help={t(reviewLabels.valueHelp, chosen.bounds)}
        error={chosen.typed !== '' && !chosen.ok ? t(reviewLabels.valueWrong, chosen.bounds) : undefined}
        inputMode="decimal"
        value={chosen.typed}
        onValue={chosen.setTyped}
      />
    </div>
  )
}
