import { useState } from 'react'
import type { NoticeKind, NoticeScope } from '@steward/domain/notices/notice.ts'
import type { InputOf } from '../shared/call.ts'
import type { Notice } from './hooks.ts'

export type HandKind = InputOf<'notice.draft'>['draft']['kind']
export const handKinds: readonly HandKind[] = [
  'award',
  'admission',
  'dues',
  'appraisal',
  'pledges',
  'disposal',
  'other',
]

/** What is typed of a notice; the list as lines of text, a person on each. */
export type DraftForm = {
  readonly orgId: string
  readonly kind: NoticeKind
  readonly scope: NoticeScope
  readonly title: string
  readonly body: string
  readonly lines: string
  readonly column: string
  readonly listNote: string
  readonly office: string
  readonly phone: string
  readonly hours: string
  readonly paper: string
  readonly days: string
  readonly names: 'full' | 'masked'
  readonly decisionBody: string
  readonly decisionDocument: string
}

const empty: DraftForm = {
  orgId: '',
  kind: 'award',
  scope: 'branch',
  title: '',
  body: '',
  lines: '',
  column: '',
  listNote: '',
  office: '',
  phone: '',
  hours: '',
  paper: '',
  days: '5',
  names: 'full',
  decisionBody: '',
  decisionDocument: '',
}

/** The form of a new notice, or of one that is changed. */
export function useDraftForm(notice?: Notice): [DraftForm, (change: Partial<DraftForm>) => void] {
  const [form, setForm] = useState<DraftForm>(() => (notice === undefined ? empty : formOf(notice)))
  return [form, (change) => setForm((before) => ({ ...before, ...change }))]
}

function formOf(notice: Notice): DraftForm {
  return {
    orgId: notice.orgId,
    kind: notice.kind,
    scope: notice.scope,
    title: notice.title,
    body: notice.body,
    lines: notice.rows
      .map(({ name, cells }) => [name, ...cells.map((cell) => cell ?? '')].join(' ').trim())
      .join('\n'),
    column: notice.columns[0]?.label ?? '',
    listNote: notice.listNote,
    office: notice.contactOffice,
    phone: notice.contactPhone,
    hours: notice.contactHours,
    paper: notice.paperPlace,
    days: String(notice.workingDays),
    names: notice.names,
    decisionBody: notice.fullNames?.body ?? '',
    decisionDocument: notice.fullNames?.document ?? '',
  }
}

/** Beyond branch and unit full names rest on a decision. */
export const isWide = (scope: NoticeScope) => scope === 'villageBoard' || scope === 'public'

export type MissingInDraft = Record<'title' | 'body' | 'contact' | 'decision', boolean>

export function missingIn(form: DraftForm): MissingInDraft {
  const needsDecision = isWide(form.scope) && form.names === 'full'
  return {
    title: form.title.trim() === '',
    body: form.body.trim() === '',
    contact: form.office.trim() === '' || form.phone.trim() === '',
    decision: needsDecision && (form.decisionBody.trim() === '' || form.decisionDocument.trim() === ''),
  }
}

/** The form as the operation takes it. */
export function toInput(form: DraftForm): Omit<InputOf<'notice.draft'>['draft'], 'kind'> {
  const { scope, title, body, names, decisionBody, decisionDocument } = form
  const decided = decisionBody.trim() !== '' || decisionDocument.trim() !== ''
  return {
    ...{ scope, title, body, names },
    contactOffice: form.office,
    contactPhone: form.phone,
    contactHours: form.hours,
    paperPlace: form.paper,
    routes: ['page', 'phone', 'paper'],
    workingDays: Number(form.days),
    fullNames: decided ? { body: decisionBody, document: decisionDocument } : null,
  }
}

/** Lines of text to a list: the name up to the first blank or comma, the rest in one column. */
export function toList(form: DraftForm): NonNullable<InputOf<'notice.draft'>['list']> {
  const rows = form.lines
    .split('\n')
    .map((line) => /^([^\s，,、：:]+)[\s，,、：:]*(.*)$/u.exec(line.trim()))
    .flatMap((found) => (found?.[1] === undefined ? [] : [{ name: found[1], rest: found[2] ?? '' }]))
  const hasRest = rows.some(({ rest }) => rest !== '')
  const label = form.column.trim()
  return {
    columns: hasRest ? [{ label: label === '' ? '说明' : label, kind: 'text' }] : [],
    rows: rows.map(({ name, rest }) => ({ name, cells: hasRest ? [rest] : [] })),
    note: form.listNote,
  }
}
