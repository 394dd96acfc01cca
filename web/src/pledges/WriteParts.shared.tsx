import { type ReactNode, useState } from 'react'
import { daysOf, pledgeEvidence, type PledgePart } from '@steward/domain/pledges/pledge.ts'
import { parsePlainDate } from '@steward/domain/shared/plain-date.ts'
import { DateField } from '../shared/kit/DateField.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { amountOf, type Fields, type Mine, usePledgeWords } from './hooks.ts'
import type { Draft, useHints } from './hooks-write.ts'
import { evidenceTexts, partTexts } from './labels.ts'
import { lackingWords, writeLabels } from './labels-write.ts'

type Given = {
  readonly draft: Draft
  readonly onFields: (fields: Partial<Fields>) => void
  readonly hints: ReturnType<typeof useHints>
  readonly template: Mine['template']
}

/** 写清五样: a tick where it stands, chips and a field where it does not. */
export function WriteParts(given: Given) {
  const { t, language } = usePledgeWords()
  const { draft, onFields, hints } = given
  const lacking = hints.missing.filter((part) => part !== 'source').length
  const words = language === 'zh' ? (lackingWords[lacking] ?? String(lacking)) : String(lacking)
  return (
    <section className="pledge-five">
      <h2 className="between sec">
        {t(writeLabels.fiveParts)}
        <span className={lacking === 0 ? 's pine' : 's t2'} role="status">
          {lacking === 0 ? t(writeLabels.complete) : t(writeLabels.lacking, { words, n: lacking })}
        </span>
      </h2>
      <div className="card pledge-ck">
        <Row part="object" hints={hints}>
          <input
            aria-label={t(partTexts.object)}
            maxLength={60}
            value={draft.fields.object}
            onChange={(event) => onFields({ object: event.target.value })}
          />
        </Row>
        <Row part="measure" hints={hints}>
          <input
            aria-label={t(partTexts.measure)}
            maxLength={120}
            value={draft.fields.measure}
            onChange={(event) => onFields({ measure: event.target.value })}
          />
        </Row>
        <Row part="quantity" hints={hints}>
          <QuantityPart {...given} />
        </Row>
        <Row part="dueOn" hints={hints}>
          <DuePart {...given} />
        </Row>
        <Row part="evidence" hints={hints}>
          <EvidencePart {...given} />
        </Row>
      </div>
    </section>
  )
}

function Row({
  part,
  hints,
  children,
}: {
  readonly part: PledgePart
  readonly hints: Given['hints']
  readonly children: ReactNode
}) {
  const { t } = usePledgeWords()
  const missing = hints.missing.includes(part)
  return (
    <div className={missing ? 'ck no' : 'ck'}>
      <span className={missing ? 'o' : 'pine'}>{!missing && <Icon name="check" />}</span>
      <span className={missing ? 'ck-name' : 'ck-name t2'}>{t(partTexts[part])}</span>
      {children}
    </div>
  )
}

function QuantityPart({ draft, onFields, hints, template }: Given) {
  const { t, part } = usePledgeWords()
  const [own, setOwn] = useState(false)
  const { quantity } = draft.fields
  if (own) return <OwnQuantity draft={draft} onFields={onFields} onDone={() => setOwn(false)} />
  if (quantity !== null) {
    return (
      <span className="ck-said">
        {part(draft.fields, 'quantity')}
        <button type="button" className="link" onClick={() => setOwn(true)}>
          {t(writeLabels.change)}
        </button>
      </span>
    )
  }
  const found = hints.quantity === undefined ? [] : [hints.quantity]
  const offered = found.length > 0 ? found : (template.examples[0]?.amounts ?? []).slice(0, 2)
  return (
    <span className="chips">
      {offered.map((one) => (
        <button key={one.hundredths} type="button" onClick={() => onFields({ quantity: one })}>
          {amountOf(one.hundredths)} {one.unit}
        </button>
      ))}
      <button type="button" onClick={() => setOwn(true)}>
        {t(writeLabels.own)}
      </button>
    </span>
  )
}

function OwnQuantity({
  draft,
  onFields,
  onDone,
}: Pick<Given, 'draft' | 'onFields'> & { readonly onDone: () => void }) {
  const { t } = usePledgeWords()
  const { quantity } = draft.fields
  const [amount, setAmount] = useState(quantity === null ? '' : amountOf(quantity.hundredths))
  const [unit, setUnit] = useState(quantity?.unit ?? '')
  const tell = (nextAmount: string, nextUnit: string) => {
    setAmount(nextAmount)
    setUnit(nextUnit)
    const hundredths = Math.round(Number(nextAmount) * 100)
    const stands = Number.isSafeInteger(hundredths) && hundredths > 0 && nextUnit.trim() !== ''
    onFields({ quantity: stands ? { hundredths, unit: nextUnit.trim() } : null })
  }
  return (
    <span className="ck-own" onKeyDown={(event) => event.key === 'Enter' && onDone()}>
      <TextField
        label={t(writeLabels.amount)}
        inputMode="decimal"
        value={amount}
        onValue={(next) => tell(next, unit)}
      />
      <TextField
        label={t(writeLabels.unit)}
        maxLength={8}
        placeholder={t(writeLabels.unitHint)}
        value={unit}
        onValue={(next) => tell(amount, next)}
      />
    </span>
  )
}

function DuePart({ draft, onFields, hints }: Given) {
  const { t, part, day } = usePledgeWords()
  const [own, setOwn] = useState(false)
  const span = daysOf(draft.period)
  const { dueOn } = draft.fields
  if (own) {
    return (
      <span className="ck-own">
        <DateField
          label={t(writeLabels.pickDay)}
          value={dueOn ?? ''}
          min={span.from}
          max={span.until}
          onValue={(next) => onFields({ dueOn: parsePlainDate(next) ?? null })}
        />
      </span>
    )
  }
  if (dueOn !== null) {
    return (
      <span className="ck-said">
        {part(draft.fields, 'dueOn')}
        <button type="button" className="link" onClick={() => setOwn(true)}>
          {t(writeLabels.change)}
        </button>
      </span>
    )
  }
  const offered = [...new Set([hints.deadline, span.until])].filter((one) => one !== undefined).slice(0, 2)
  return (
    <span className="chips">
      {offered.map((one) => (
        <button key={one} type="button" onClick={() => onFields({ dueOn: one })}>
          {day(one)}
        </button>
      ))}
      <button type="button" onClick={() => setOwn(true)}>
        {t(writeLabels.pickDay)}
      </button>
    </span>
  )
}

function EvidencePart({ draft, onFields }: Given) {
  const { t } = usePledgeWords()
  const chosen = draft.fields.evidence
  return (
    <span className="chips" role="group" aria-label={t(partTexts.evidence)}>
      {pledgeEvidence.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={chosen.includes(one)}
          onClick={() =>
            onFields({
              evidence: chosen.includes(one) ? chosen.filter((each) => each !== one) : [...chosen, one],
            })
          }
        >
          {t(evidenceTexts[one])}
        </button>
      ))}
    </span>
  )
}
