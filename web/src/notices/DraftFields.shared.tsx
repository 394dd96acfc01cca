import { leastWorkingDays, noticeScopes } from '@steward/domain/notices/notice.ts'
import { RadioList, Segmented, SelectField, TextArea, TextField } from '../shared/kit/fields.tsx'
import { useText } from '../shared/texts.ts'
import type { DraftForm } from './hooks-draft.ts'
import { handKinds, isWide, missingIn } from './hooks-draft.ts'
import { kindTexts, scopeTexts } from './labels.ts'
import { draftTexts, workTexts } from './labels-work.ts'

type Props = { readonly form: DraftForm; readonly change: (change: Partial<DraftForm>) => void }

/** What it is about, and its words. */
export function DraftWords({
  form,
  change,
  tried,
  withKind = false,
}: Props & { readonly tried: boolean; readonly withKind?: boolean }) {
  const t = useText()
  const missing = missingIn(form)
  return (
    <>
      {withKind && (
        <SelectField
          label={t(draftTexts.kind)}
          value={form.kind}
          onValue={(kind) => change({ kind })}
          choices={handKinds.map((value) => ({ value, label: t(kindTexts[value]) }))}
        />
      )}
      <TextField
        label={t(draftTexts.heading)}
        placeholder={t(draftTexts.headingModel)}
        error={tried && missing.title ? t(draftTexts.headingMissing) : undefined}
        maxLength={80}
        value={form.title}
        onValue={(title) => change({ title })}
      />
      <TextArea
        rows={5}
        label={t(draftTexts.body)}
        placeholder={t(draftTexts.bodyModel)}
        help={t(draftTexts.bodyHelp)}
        error={tried && missing.body ? t(draftTexts.bodyMissing) : undefined}
        maxLength={2000}
        value={form.body}
        onValue={(body) => change({ body })}
      />
    </>
  )
}

/** Where it hangs and how names stand there. */
export function DraftScope({ form, change, tried }: Props & { readonly tried: boolean }) {
  const t = useText()
  const scope = (next: DraftForm['scope']) => change({ scope: next, names: isWide(next) ? 'masked' : 'full' })
  return (
    <>
      <RadioList
        label={t(draftTexts.scope)}
        value={form.scope}
        onValue={scope}
        choices={noticeScopes.map((value) => ({
          value,
          label: t(scopeTexts[value].name),
          help: t(scopeTexts[value].help),
        }))}
      />
      <div className="fieldset">
        <span className="s">{t(draftTexts.names)}</span>
        <Segmented
          label={t(draftTexts.names)}
          value={form.names}
          onValue={(names) => change({ names })}
          choices={[
            { value: 'masked', label: t(workTexts.namesMasked) },
            { value: 'full', label: t(workTexts.namesFull) },
          ]}
        />
      </div>
      {isWide(form.scope) && form.names === 'full' && <Decision form={form} change={change} tried={tried} />}
    </>
  )
}

/** The list as lines of text. */
export function DraftList({ form, change }: Props) {
  const t = useText()
  return (
    <>
      <TextArea
        rows={5}
        optional
        label={t(draftTexts.list)}
        placeholder={t(draftTexts.listModel)}
        help={t(draftTexts.listHelp)}
        value={form.lines}
        onValue={(lines) => change({ lines })}
      />
      {form.lines.trim() !== '' && (
        <div className="form-pair">
          <TextField
            optional
            label={t(draftTexts.listColumn)}
            maxLength={12}
            value={form.column}
            onValue={(column) => change({ column })}
          />
          <TextField
            optional
            label={t(draftTexts.listNote)}
            placeholder={t(draftTexts.listNoteModel)}
            maxLength={120}
            value={form.listNote}
            onValue={(listNote) => change({ listNote })}
          />
        </div>
      )}
    </>
  )
}

/** The term, and who is reached without a phone. */
export function DraftContact({ form, change, tried }: Props & { readonly tried: boolean }) {
  const t = useText()
  const missing = missingIn(form)
  const error = tried && missing.contact ? t(draftTexts.contactMissing) : undefined
  return (
    <>
      <div className="form-pair">
        <TextField
          label={t(draftTexts.office)}
          error={error}
          maxLength={40}
          value={form.office}
          onValue={(office) => change({ office })}
        />
        <TextField
          type="tel"
          label={t(draftTexts.phone)}
          maxLength={30}
          value={form.phone}
          onValue={(phone) => change({ phone })}
        />
        <TextField
          optional
          label={t(draftTexts.hours)}
          placeholder={t(draftTexts.hoursModel)}
          maxLength={40}
          value={form.hours}
          onValue={(hours) => change({ hours })}
        />
        <TextField
          optional
          label={t(draftTexts.paper)}
          placeholder={t(draftTexts.paperModel)}
          maxLength={60}
          value={form.paper}
          onValue={(paper) => change({ paper })}
        />
        <TextField
          type="number"
          min={leastWorkingDays}
          max={60}
          label={t(draftTexts.days)}
          help={t(draftTexts.daysHelp)}
          value={form.days}
          onValue={(days) => change({ days })}
        />
      </div>
    </>
  )
}

function Decision({ form, change, tried }: Props & { readonly tried: boolean }) {
  const t = useText()
  return (
    <>
      <p className="s t2">{t(draftTexts.decisionHelp)}</p>
      <div className="form-pair">
        <TextField
          label={t(draftTexts.decisionBody)}
          error={tried && missingIn(form).decision ? t(draftTexts.decisionMissing) : undefined}
          maxLength={80}
          value={form.decisionBody}
          onValue={(decisionBody) => change({ decisionBody })}
        />
        <TextField
          label={t(draftTexts.decisionDocument)}
          maxLength={80}
          value={form.decisionDocument}
          onValue={(decisionDocument) => change({ decisionDocument })}
        />
      </div>
    </>
  )
}
