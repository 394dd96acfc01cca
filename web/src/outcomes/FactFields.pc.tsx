import { useToday } from '../shared/clock.ts'
import { DateField } from '../shared/kit/DateField.tsx'
import { TextArea, TextField } from '../shared/kit/fields.tsx'
import { useText } from '../shared/texts.ts'
import type { Facts } from './hooks-use.ts'
import { useLabels } from './labels-use.ts'

/** The five facts as they are typed, and the document they stand in. */
export const noFacts = {
  document: '',
  deciderName: '',
  body: '',
  decidedOn: '',
  reason: '',
  proofOfServiceId: '',
}
export type Typed = typeof noFacts

/** Whole facts, or undefined where one is missing; the server looks again. */
export function factsOf({ document, ...facts }: Typed): Facts | undefined {
  const missing = [document, ...Object.values(facts)].some((text) => text.trim() === '')
  return missing ? undefined : facts
}

export function FactFields({
  facts,
  tried,
  onFacts,
}: {
  readonly facts: Typed
  readonly tried: boolean
  readonly onFacts: (facts: Typed) => void
}) {
  const t = useText()
  const today = useToday()
  const bind = (key: keyof Typed) => ({
    value: facts[key],
    onValue: (value: string) => onFacts({ ...facts, [key]: value }),
    error: tried && facts[key].trim() === '' ? t(useLabels.missing) : undefined,
  })
  return (
    <>
      <TextField
        label={t(useLabels.document)}
        help={t(useLabels.documentHelp)}
        maxLength={120}
        autoComplete="off"
        {...bind('document')}
      />
      <div className="use-pair">
        <TextField label={t(useLabels.decider)} maxLength={60} autoComplete="off" {...bind('deciderName')} />
        <DateField label={t(useLabels.decidedOn)} max={today} {...bind('decidedOn')} />
      </div>
      <TextField label={t(useLabels.decidedBody)} maxLength={120} autoComplete="off" {...bind('body')} />
      <TextArea
        label={t(useLabels.factReason)}
        help={t(useLabels.factReasonHelp)}
        maxLength={1000}
        {...bind('reason')}
      />
      <TextField
        label={t(useLabels.proof)}
        help={t(useLabels.proofHelp)}
        maxLength={80}
        autoComplete="off"
        {...bind('proofOfServiceId')}
      />
    </>
  )
}

/** From when until when; a limit without end is none (S-221). */
export function SpanFields({
  from,
  until,
  onSpan,
}: {
  readonly from: string
  readonly until: string
  readonly onSpan: (span: { from: string; until: string }) => void
}) {
  const t = useText()
  return (
    <div className="use-pair">
      <DateField label={t(useLabels.from)} value={from} onValue={(next) => onSpan({ from: next, until })} />
      <DateField
        label={t(useLabels.until)}
        help={t(useLabels.untilHelp)}
        value={until}
        onValue={(next) => onSpan({ from, until: next })}
      />
    </div>
  )
}
