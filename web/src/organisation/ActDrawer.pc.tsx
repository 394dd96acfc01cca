import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { CommandId, InputOf, OutputOf } from '../shared/call.ts'
import { Refused } from '../shared/call.ts'
import { useToday } from '../shared/clock.ts'
import { formatDay } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { TextArea, TextField } from '../shared/kit/fields.tsx'
import { Drawer } from '../shared/kit/layers.tsx'
import type { Cause } from '../shared/kit/states.tsx'
import { StateError, StateRefusal } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import type { Language, TextParams } from '../shared/texts.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { ChangeKind, OrgView } from './hooks.ts'
import { changeTexts } from './labels.ts'
import type { ActName } from './labels-form.ts'
import { actTexts, doneTexts, formWords } from './labels-form.ts'
import { organisationRefusals, refusalRules } from './labels-refusal.ts'

/** A command as a form uses it: the bar says what was done, the drawer closes. */
export function useAct<Id extends CommandId>(
  id: Id,
  name: ActName,
  onClose: () => void,
  told?: (output: OutputOf<Id>, input: InputOf<Id>) => TextParams,
) {
  const t = useText()
  const say = useUndo()
  return useCommandOperation(id, {
    onDone: (output, input) => {
      say({ text: t(doneTexts[name], told?.(output, input)) })
      onClose()
    },
  })
}

type ActDrawerProps = {
  readonly act: ActName
  /** Instead of the act's own title. */
  readonly title?: string
  readonly onClose: () => void
  readonly onSubmit: () => void
  readonly busy: boolean
  readonly error: unknown
  /** What is still missing; the button says so and does nothing. */
  readonly missing?: string | undefined
  readonly wide?: boolean
  readonly org?: OrgView | undefined
  readonly children: ReactNode
}

/** A change as a drawer: fields, one red act, and what speaks against it with rule and way out. */
export function ActDrawer({
  act,
  title,
  onClose,
  onSubmit,
  busy,
  error,
  missing,
  wide,
  org,
  children,
}: ActDrawerProps) {
  const t = useText()
  const words = actTexts[act]
  const problem = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error) problem.current?.scrollIntoView({ block: 'nearest' })
  }, [error])
  return (
    <Drawer
      title={title ?? t(words.title)}
      onClose={onClose}
      wide={wide}
      acts={
        <>
          <Button act busy={busy && t(formWords.saving)} why={missing} onClick={onSubmit}>
            {t(words.act)}
          </Button>
          <Button plain onClick={onClose}>
            {t(formWords.later)}
          </Button>
        </>
      }
    >
      <div className="form org-form">{children}</div>
      <div ref={problem}>{error ? <ActProblem error={error} org={org} onClose={onClose} /> : null}</div>
    </Drawer>
  )
}

const dayText = /^\d{4}-\d{2}-\d{2}$/

/** Days among the facts of a text, in the reader's form. */
export function inDays(params: TextParams, language: Language): TextParams {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && dayText.test(value) ? formatDay(value, language) : value,
    ]),
  )
}

/** A refusal with its rule; both versions where somebody else was quicker. Anything else in the usual words. */
export function ActProblem({
  error,
  org,
  onClose,
}: {
  error: unknown
  org?: OrgView | undefined
  onClose?: () => void
}) {
  const t = useText()
  const [language] = useLanguage()
  if (!(error instanceof Refused)) return <StateError error={error} refusals={organisationRefusals} />
  const text = organisationRefusals[error.code]
  if (!text) return <StateError error={error} refusals={organisationRefusals} />
  const rule = refusalRules[error.code]
  const [fact = '', ...more] = t(text, inDays(error.details, language)).split(/(?<=。|\. )/)
  const causes =
    error.code === 'organisation-changed-meanwhile'
      ? versions(t, error, org, onClose)
      : more.map((sentence) => ({ text: sentence }))
  return (
    <div className="panel org-refusal">
      <StateRefusal title={fact.trim().replace(/。$/, '')} causes={causes} rule={rule && t(rule)} />
    </div>
  )
}

function versions(
  t: ReturnType<typeof useText>,
  { details }: Refused,
  org: OrgView | undefined,
  onClose: (() => void) | undefined,
): Cause[] {
  const change = changeTexts[String(details['change']) as ChangeKind] // unknown words show nothing
  const by = String(details['changedBy'] ?? '')
  return [
    ...(org ? [{ text: t(formWords.yoursLine, { name: org.name }) }] : []),
    {
      text: (
        <>
          {t(formWords.nowLine, {
            name: String(details['name'] ?? ''),
            parent: String(details['parent'] ?? ''),
          })}
          {by !== '' && change && (
            <span className="c t3 block">{t(formWords.nowBy, { by, change: t(change) })}</span>
          )}
        </>
      ),
      ...(onClose ? { act: t(formWords.reload), onAct: onClose } : {}),
    },
  ]
}

export type DecisionInput = {
  readonly on: string
  readonly decidedOn: string
  readonly documentNumber: string
  readonly reason: string
}

/** The document behind a change, as fields. */
export function useDecision() {
  const today = useToday()
  const [value, setValue] = useState<DecisionInput>({
    on: today,
    decidedOn: today,
    documentNumber: '',
    reason: '',
  })
  const t = useText()
  const set = (part: Partial<DecisionInput>) => setValue((before) => ({ ...before, ...part }))
  const missing =
    value.on === '' ||
    value.decidedOn === '' ||
    value.documentNumber.trim() === '' ||
    value.reason.trim() === ''
  const fields = (
    <fieldset className="org-decision">
      <legend className="b">{t(formWords.decision)}</legend>
      <p className="c t3">{t(formWords.decisionNote)}</p>
      <div className="form-pair">
        <DateField
          label={t(formWords.decidedOn)}
          value={value.decidedOn}
          max={today}
          onValue={(decidedOn) => set({ decidedOn })}
        />
        <DateField label={t(formWords.onDay)} value={value.on} max={today} onValue={(on) => set({ on })} />
      </div>
      <TextField
        label={t(formWords.documentNumber)}
        help={t(formWords.documentHelp)}
        value={value.documentNumber}
        maxLength={60}
        onValue={(documentNumber) => set({ documentNumber })}
      />
      <TextArea
        label={t(formWords.reason)}
        help={t(formWords.reasonHelp)}
        rows={2}
        maxLength={400}
        value={value.reason}
        onValue={(reason) => set({ reason })}
      />
    </fieldset>
  )
  return { value, fields, missing: missing ? t(formWords.fillDecision) : undefined }
}
