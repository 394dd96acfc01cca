import {
  draftRefusals,
  noticeKinds,
  noticeScopes,
  noticeStates,
  objectionRoutes,
} from '@steward/domain/notices/notice.ts'
import { privateKinds } from '@steward/domain/notices/privacy.ts'
import { defineCommand, defineQuery, instant, plainDate } from '#platform/operation.ts'
import { z } from 'zod'

const reason = z.string().trim().max(300)
const revision = z.int()

/** A column of a list. Points are whole hundredths. */
export const ListColumn = z.object({
  label: z.string().trim().min(1).max(12),
  kind: z.enum(['points', 'number', 'text']),
  strong: z.boolean().default(false),
})
export const Cell = z.union([z.string().max(120), z.int(), z.null()])

const Draft = z.object({
  kind: z.enum(noticeKinds).exclude(['monthPoints', 'ranking']),
  scope: z.enum(noticeScopes),
  title: z.string().trim().max(80),
  body: z.string().trim().max(2000),
  contactOffice: z.string().trim().max(40),
  contactPhone: z.string().trim().max(30),
  contactHours: z.string().trim().max(40).default(''),
  paperPlace: z.string().trim().max(60).default(''),
  routes: z.array(z.enum(objectionRoutes)).min(1).max(4),
  workingDays: z.int().max(60),
  names: z.enum(['full', 'masked']),
  fullNames: z
    .object({ body: z.string().trim().max(80), document: z.string().trim().max(80) })
    .nullable()
    .default(null),
})
const List = z.object({
  columns: z.array(ListColumn).max(8).default([]),
  rows: z.array(z.object({ name: z.string().trim().min(1).max(60), cells: z.array(Cell).max(8) })).max(2000),
  note: z.string().trim().max(120).default(''),
})
const nothingListed = { columns: [], rows: [], note: '' }

const Head = z.object({
  id: z.uuid(),
  orgId: z.uuid(),
  orgName: z.string(),
  kind: z.enum(noticeKinds),
  scope: z.enum(noticeScopes),
  title: z.string(),
  state: z.enum(noticeStates),
  postedOn: plainDate.nullable(),
  endsOn: plainDate.nullable(),
  workingDays: z.int(),
  /** The how-manieth working day of the term it is; 0 on the day of posting. */
  day: z.int(),
  postings: z.int(),
  draftedBy: z.string(),
  openObjections: z.int(),
})

export const listNotices = defineQuery({
  id: 'notice.list',
  summary: { zh: '公示列表', en: 'Public notices' },
  input: z.object({
    show: z.enum(['work', 'posted', 'past', 'all']).default('all'),
    orgId: z.uuid().optional(),
    offset: z.int().min(0).max(100_000).default(0),
    limit: z.int().min(1).max(100).default(30),
  }),
  output: z.object({
    rows: z.array(Head),
    total: z.int(),
    /** Of the caller's whole reach, or of the organisation asked for. */
    counts: z.object({ work: z.int(), posted: z.int(), past: z.int(), all: z.int() }),
    mayDraft: z.boolean(),
  }),
})

export const listDraftPlaces = defineQuery({
  id: 'notice.places',
  summary: { zh: '可以给哪些组织起草公示', en: 'Organisations one may draft a notice for' },
  input: z.object({ search: z.string().trim().max(60).default('') }),
  output: z.object({
    /** The caller's own first; at most thirty. `phone` is the office's, of the committee above. */
    rows: z.array(
      z.object({ id: z.uuid(), name: z.string(), above: z.string(), office: z.string(), phone: z.string() }),
    ),
  }),
})

const Check = z.object({ by: z.string(), on: plainDate }).nullable()
export const noticeActs = ['change', 'check', 'post', 'interrupt', 'settle', 'drop'] as const

export const showNotice = defineQuery({
  id: 'notice.show',
  summary: { zh: '看一份公示和它的办理', en: 'A notice and what was done with it' },
  input: z.object({ noticeId: z.uuid() }),
  output: Head.extend({
    countyCode: z.string(),
    code: z.string(),
    body: z.string(),
    contactOffice: z.string(),
    contactPhone: z.string(),
    contactHours: z.string(),
    paperPlace: z.string(),
    routes: z.array(z.enum(objectionRoutes)),
    names: z.enum(['full', 'masked']),
    fullNames: z.object({ body: z.string(), document: z.string() }).nullable(),
    sourceKind: z.string(),
    root: z.string(),
    columns: z.array(ListColumn),
    listNote: z.string(),
    rows: z.array(
      z.object({
        rowNo: z.int(),
        name: z.string(),
        /** As it stands on the sheet. */
        shownName: z.string(),
        cells: z.array(Cell),
        /** Something in this line is objected to and not decided. */
        disputed: z.boolean(),
      }),
    ),
    accuracy: Check,
    privacy: Check,
    approvedBy: z.string().nullable(),
    /** First working day of the term. */
    firstDay: plainDate.nullable(),
    /** A year of the working-day calendar that the term touches is not certain yet. */
    uncertain: z.boolean(),
    interruptedFor: z.string().nullable(),
    result: z.string().nullable(),
    /** What is never published; numbers are masked. Empty once nothing is found. */
    findings: z.array(z.object({ where: z.string(), kind: z.enum(privateKinds), words: z.string() })),
    moves: z.array(z.object({ move: z.string(), by: z.string(), at: instant, reason: z.string() })),
    sheets: z.array(
      z.object({ postingNo: z.int(), postedOn: plainDate, takenDownOn: plainDate, reason: z.string() }),
    ),
    objections: z.object({ open: z.int(), upheld: z.int(), notUpheld: z.int(), withdrawn: z.int() }),
    revision,
    may: z.array(z.enum(noticeActs)),
    /** Beyond the branch somebody else than the writer posts it. */
    isOwnDraft: z.boolean(),
    mayTake: z.boolean(),
    mayHandle: z.boolean(),
  }),
})

export const draftNotice = defineCommand({
  id: 'notice.draft',
  summary: { zh: '起草公示', en: 'Draft a notice' },
  input: z.object({ orgId: z.uuid(), draft: Draft, list: List.default(nothingListed) }),
  output: z.object({ noticeId: z.uuid(), findings: z.int() }),
  refusals: [...draftRefusals, 'notice-organisation-closed'],
})

export const changeNotice = defineCommand({
  id: 'notice.change',
  summary: { zh: '改公示的文字', en: 'Change a notice before it is posted' },
  input: z.object({
    noticeId: z.uuid(),
    revision,
    /** The kind stays. */
    draft: Draft.omit({ kind: true }),
    /** Null leaves the list as it is; a list made from a source is never typed over. */
    list: List.nullable().default(null),
  }),
  output: z.object({ revision, findings: z.int() }),
  refusals: [...draftRefusals, 'notice-wrong-state', 'notice-changed-since', 'notice-list-from-source'],
})

export const checkNotice = defineCommand({
  id: 'notice.check',
  summary: { zh: '核对数字和隐私', en: 'Check figures and privacy' },
  input: z.object({
    noticeId: z.uuid(),
    revision,
    /** Somebody has compared the figures with their source. */
    figuresCompared: z.literal(true),
    enclosesEvidence: z.boolean(),
  }),
  output: z.object({ revision }),
  refusals: ['notice-wrong-state', 'notice-private-content', 'notice-shows-evidence', 'notice-changed-since'],
})

export const postNotice = defineCommand({
  id: 'notice.post',
  summary: { zh: '批准并贴出', en: 'Approve and post' },
  input: z.object({ noticeId: z.uuid(), revision }),
  output: z.object({ endsOn: plainDate, postings: z.int() }),
  refusals: ['notice-not-checked', 'notice-wrong-state', 'notice-own-approval', 'notice-changed-since'],
})

export const interruptNotice = defineCommand({
  id: 'notice.interrupt',
  summary: { zh: '撤下公示', en: 'Take a notice down' },
  input: z.object({ noticeId: z.uuid(), reason }),
  output: z.object({}),
  refusals: ['notice-wrong-state', 'notice-needs-reason'],
})

export const settleNotice = defineCommand({
  id: 'notice.settle',
  summary: { zh: '写公示结果', en: 'Write the result of a notice' },
  input: z.object({ noticeId: z.uuid(), result: reason }),
  output: z.object({}),
  refusals: ['notice-wrong-state', 'notice-objections-open', 'notice-result-missing'],
})

export const dropNotice = defineCommand({
  id: 'notice.drop',
  summary: { zh: '不公示了', en: 'Drop a draft' },
  input: z.object({ noticeId: z.uuid(), reason }),
  output: z.object({}),
  refusals: ['notice-wrong-state', 'notice-needs-reason'],
})

export const noticeOperationsOfOffice = {
  listNotices,
  listDraftPlaces,
  showNotice,
  draftNotice,
  changeNotice,
  checkNotice,
  postNotice,
  interruptNotice,
  settleNotice,
  dropNotice,
}
