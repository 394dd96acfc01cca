import { educations } from '@steward/domain/members/education.ts'
import { rosterTags } from '@steward/domain/members/tag.ts'
import { CheckBox, Field, SelectField } from '../shared/kit/fields.tsx'
import type { Text } from '../shared/texts.ts'
import { useText } from '../shared/texts.ts'
import { lackingFields, type RosterFilter } from './hooks-filter.ts'
import { educationTexts, fieldTexts, kindTexts, rosterTexts, sexTexts, tagTexts } from './labels.ts'

export function toggled<Word>(words: readonly Word[], word: Word): Word[] {
  return words.includes(word) ? words.filter((one) => one !== word) : [...words, word]
}

export type FilterFieldsProps = {
  readonly filter: RosterFilter
  readonly onFilter: (change: Partial<RosterFilter>) => void
}

/** The rarer fields, shown on demand. */

export function MoreFields({ filter, onFilter }: FilterFieldsProps) {
  const t = useText()
  const choices = <Word extends string>(words: readonly Word[], texts: Readonly<Record<Word, Text>>) =>
    words.map((value) => ({ value, label: t(texts[value]) }))
  const name = (field: string) => t(fieldTexts[field] ?? rosterTexts.any)
  return (
    <div className="roster-more">
      <SelectField
        label={name('kind')}
        none={t(rosterTexts.any)}
        value={filter.kind ?? ''}
        choices={choices(['full', 'probationary'] as const, kindTexts)}
        onValue={(kind) => onFilter({ kind: kind || null })}
      />
      <SelectField
        label={name('sex')}
        none={t(rosterTexts.any)}
        value={filter.sex ?? ''}
        choices={choices(['male', 'female'] as const, sexTexts)}
        onValue={(sex) => onFilter({ sex: sex || null })}
      />
      <SelectField
        label={name('education')}
        none={t(rosterTexts.any)}
        value={filter.educations[0] ?? ''}
        choices={choices(educations, educationTexts)}
        onValue={(education) => onFilter({ educations: education ? [education] : [] })}
      />
      <SelectField
        label={name('tags')}
        none={t(rosterTexts.any)}
        value={filter.tags[0] ?? ''}
        choices={choices(rosterTags, tagTexts)}
        onValue={(tag) => onFilter({ tags: tag ? [tag] : [] })}
      />
      <Range
        label={name('age')}
        from={filter.ageFrom}
        to={filter.ageTo}
        onRange={(ageFrom, ageTo) => onFilter({ ageFrom, ageTo })}
      />
      <Range
        label={name('standing')}
        from={filter.standingFrom}
        to={filter.standingTo}
        onRange={(standingFrom, standingTo) => onFilter({ standingFrom, standingTo })}
      />
      <fieldset className="roster-lacking">
        <legend className="s t2">{t(rosterTexts.lacking)}</legend>
        {lackingFields.map((field) => (
          <CheckBox
            key={field}
            checked={filter.lacking.includes(field)}
            onChecked={() => onFilter({ lacking: toggled(filter.lacking, field) })}
          >
            {name(field)}
          </CheckBox>
        ))}
      </fieldset>
    </div>
  )
}

type RangeProps = {
  readonly label: string
  readonly from: number | null
  readonly to: number | null
  readonly onRange: (from: number | null, to: number | null) => void
}

function Range({ label, from, to, onRange }: RangeProps) {
  const t = useText()
  const read = (text: string) => (/^\d{1,3}$/.test(text) ? Number(text) : null)
  return (
    <Field label={label}>
      {(given) => (
        <span className="roster-range">
          <span className="field">
            <input
              {...given}
              inputMode="numeric"
              aria-label={t(rosterTexts.from, { field: label })}
              value={from ?? ''}
              onChange={(event) => onRange(read(event.target.value), to)}
            />
          </span>
          <span className="s t3">{t(rosterTexts.to)}</span>
          <span className="field">
            <input
              inputMode="numeric"
              aria-label={`${label} ${t(rosterTexts.to)}`}
              value={to ?? ''}
              onChange={(event) => onRange(from, read(event.target.value))}
            />
          </span>
        </span>
      )}
    </Field>
  )
}
