import { parsePlainMonth } from '@steward/domain/shared/plain-date.ts'
import { pledgeSources } from '@steward/domain/pledges/pledge.ts'
import { SelectField, TextField } from '../shared/kit/fields.tsx'
import { amountOf, type Mine, type Period, usePledgeWords } from './hooks.ts'
import { type Draft, emptyFields } from './hooks-write.ts'
import { pledgeLabels, sourceTexts } from './labels.ts'
import { writeLabels } from './labels-write.ts'

type Aids = Pick<Mine, 'template' | 'planItems' | 'rulesTitle' | 'rulesText'>
type Change = (change: Partial<Draft>) => void

/** 这件事是: where the pledge comes from. */
export function SourcePart({ draft, onChange }: { readonly draft: Draft; readonly onChange: Change }) {
  const { t } = usePledgeWords()
  return (
    <section className="pledge-source">
      <h2 className="sec" id="pledge-source">
        {t(writeLabels.source)}
      </h2>
      <div className="seg2" role="group" aria-labelledby="pledge-source">
        {pledgeSources.map((source) => (
          <button
            key={source}
            type="button"
            aria-pressed={draft.fields.source === source}
            onClick={() => onChange({ fields: { ...draft.fields, source } })}
          >
            {t(sourceTexts[source])}
          </button>
        ))}
      </div>
    </section>
  )
}

/** Period, plan item and strength: what most leave as it is. */
export function MoreParts({
  draft,
  onChange,
  aids,
  year,
  ofOrg = false,
}: {
  readonly draft: Draft
  readonly onChange: Change
  readonly aids: Aids
  readonly year: number
  readonly ofOrg?: boolean
}) {
  const { t, period } = usePledgeWords()
  const periods = periodsOf(year)
  const chosen = keyOf(draft.period)
  const items = aids.planItems.filter(({ dropped, id }) => !dropped || id === draft.planItemId)
  return (
    <section className="form pledge-more">
      <SelectField
        label={t(writeLabels.period)}
        value={chosen}
        choices={periods.map((one) => ({ value: keyOf(one), label: period(one) }))}
        onValue={(key) => onChange({ period: periods.find((one) => keyOf(one) === key) ?? draft.period })}
      />
      {items.length > 0 && (
        <SelectField
          label={t(writeLabels.planItem)}
          value={draft.planItemId ?? ''}
          none={t(writeLabels.noPlanItem)}
          choices={items.map(({ id, position, title }) => ({ value: id, label: `${position}. ${title}` }))}
          onValue={(id: string) => onChange({ planItemId: id === '' ? null : id })}
        />
      )}
      {!ofOrg && draft.fields.source === 'own' && (
        <TextField
          label={t(writeLabels.skill)}
          optional
          maxLength={40}
          placeholder={t(writeLabels.skillHint)}
          value={draft.skill}
          onValue={(skill) => onChange({ skill })}
        />
      )}
    </section>
  )
}

const keyOf = (period: Period): string =>
  period.kind === 'year' ? 'year' : period.kind === 'quarter' ? `q${period.quarter}` : period.month

function periodsOf(year: number): Period[] {
  const quarters = ([1, 2, 3, 4] as const).map((quarter) => ({ kind: 'quarter' as const, year, quarter }))
  const months = Array.from({ length: 12 }, (_, at) =>
    parsePlainMonth(`${year}-${String(at + 1).padStart(2, '0')}`),
  ).flatMap((month) => (month === undefined ? [] : [{ kind: 'month' as const, month }]))
  return [{ kind: 'year', year }, ...quarters, ...months]
}

/** The county's rules (S-180), how this kind of organisation does it and ways to write (S-181). */
export function WriteAids({ aids, onChange }: { readonly aids: Aids; readonly onChange: Change }) {
  const { t, language } = usePledgeWords()
  const { template, rulesTitle, rulesText } = aids
  return (
    <section className="pledge-aids">
      <details>
        <summary>{t(writeLabels.examples)}</summary>
        <p className="s t2">{template.way[language]}</p>
        <ul className="rows">
          {template.examples.map(({ object, measure, amounts, evidence, source }) => {
            const amount = amounts[0]
            const words = amount === undefined ? '' : `${amountOf(amount.hundredths)} ${amount.unit}`
            return (
              <li key={measure} className="between">
                <span className="s">
                  {object}：{measure} {words}
                </span>
                <button
                  type="button"
                  className="link s nw"
                  onClick={() =>
                    onChange({
                      text: `${object}，${measure}`,
                      fields: { ...emptyFields, object, measure, evidence, source },
                    })
                  }
                >
                  {t(writeLabels.takeExample)}
                </button>
              </li>
            )
          })}
        </ul>
      </details>
      <details>
        <summary>{rulesTitle || t(pledgeLabels.rules)}</summary>
        <p className="s t2 pre">{rulesText}</p>
      </details>
    </section>
  )
}
