import { canStandBelow } from '@steward/domain/organisation/party-org.ts'
import { CheckBox, SelectField, TextField } from '../shared/kit/fields.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { useText } from '../shared/texts.ts'
import type { BelongsWord, FieldWord, FormWord, KindWord } from './hooks.ts'
import { belongsTexts, fieldTexts, formTexts, kindTexts } from './labels.ts'
import { formWords } from './labels-form.ts'

export type ShapeInput = {
  readonly kind: KindWord
  readonly form: FormWord | null
  readonly field: FieldWord
  readonly unitKind: BelongsWord
  readonly canApprove: boolean
  readonly task: string
  readonly taskEndsOn: string | null
}

/** The keys of a record of words, with their own type. */
export function wordsOf<Word extends string>(texts: Readonly<Record<Word, unknown>>): Word[] {
  return Object.keys(texts) as Word[] // the records are written with exactly these keys
}

const committees: readonly KindWord[] = ['workCommittee', 'baseCommittee']

/** Kind, form, field and what else the shape of an organisation is made of. */
export function ShapeFields({
  value,
  onValue,
  parentKind,
}: {
  value: ShapeInput
  onValue: (value: ShapeInput) => void
  parentKind: KindWord | null
}) {
  const t = useText()
  const set = (part: Partial<ShapeInput>) => onValue({ ...value, ...part })
  const kinds = wordsOf(kindTexts).filter(
    (kind) => (parentKind !== null && canStandBelow(kind, parentKind)) || kind === value.kind,
  )
  return (
    <>
      <div className="form-pair">
        <SelectField
          label={t(formWords.kind)}
          value={value.kind}
          choices={kinds.map((kind) => ({ value: kind, label: t(kindTexts[kind]) }))}
          onValue={(kind) =>
            set({
              kind,
              form: kind === 'branch' ? (value.form ?? 'independent') : null,
              canApprove: committees.includes(kind) && value.canApprove,
            })
          }
        />
        <SelectField
          label={t(formWords.field)}
          value={value.field}
          choices={wordsOf(fieldTexts).map((field) => ({ value: field, label: t(fieldTexts[field]) }))}
          onValue={(field) => set({ field })}
        />
      </div>
      <div className="form-pair">
        {value.kind === 'branch' && (
          <SelectField
            label={t(formWords.form)}
            value={value.form ?? ''}
            choices={wordsOf(formTexts).map((form) => ({ value: form, label: t(formTexts[form]) }))}
            onValue={(form) => set({ form })}
          />
        )}
        <SelectField
          label={t(formWords.belongs)}
          value={value.unitKind}
          choices={wordsOf(belongsTexts).map((unitKind) => ({
            value: unitKind,
            label: t(belongsTexts[unitKind]),
          }))}
          onValue={(unitKind) => set({ unitKind })}
        />
      </div>
      {committees.includes(value.kind) && (
        <CheckBox checked={value.canApprove} onChecked={(canApprove) => set({ canApprove })}>
          {t(formWords.canApprove)}
        </CheckBox>
      )}
      {value.form === 'temporary' && (
        <div className="form-pair">
          <TextField
            label={t(formWords.task)}
            help={t(formWords.taskHelp)}
            value={value.task}
            onValue={(task) => set({ task })}
          />
          <DateField
            label={t(formWords.taskEndsOn)}
            value={value.taskEndsOn ?? ''}
            onValue={(day) => set({ taskEndsOn: day === '' ? null : day })}
            optional
          />
        </div>
      )}
    </>
  )
}

/** Kinds an organisation of this kind may stand below. */
export function kindsAbove(kind: KindWord): KindWord[] {
  return wordsOf(kindTexts).filter((parent) => canStandBelow(kind, parent))
}
