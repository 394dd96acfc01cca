import { comparedFields } from '@steward/domain/members/roster-import/diff.ts'
import { rosterFields } from '@steward/domain/members/roster-import/roster-fields.ts'
import {
  defineCommand,
  defineDownload,
  defineQuery,
  defineUpload,
  instant,
  plainDate,
} from '#platform/operation.ts'
import { z } from 'zod'
import { rosterExportOperations } from './operations-roster-export.ts'

const importId = z.uuid()
const on = { importId }
const field = z.enum(rosterFields)

/** The five groups a person looks at; `refused` holds unknown branches too. */
export const rosterGroups = ['new', 'changed', 'double', 'refused', 'same'] as const
const group = z.enum(rosterGroups)

export const rosterStates = [
  'reading',
  'unreadable',
  'mapping',
  'ready',
  'applying',
  'applied',
  'undone',
  'abandoned',
] as const

const Counts = z.object({ new: z.int(), changed: z.int(), double: z.int(), refused: z.int(), same: z.int() })
/** Facts for the text of a code. */
const details = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
const Reason = z.object({ field: field.nullable(), code: z.string(), details })

const Column = z.object({
  index: z.int(),
  header: z.string(),
  field: field.nullable(),
  certainty: z.enum(['exact', 'alike', 'content', 'remembered', 'none']),
  /** Values of the first rows, digits masked. */
  samples: z.array(z.string()),
})

export const beginRosterImport = defineUpload({
  id: 'roster-import.begin',
  summary: { zh: '导入花名册：上传表格', en: 'Import a roster: send the sheet' },
  input: z.object({ orgId: z.uuid(), fileName: z.string().trim().min(1).max(200) }),
  output: z.object({ importId }),
  maxBytes: 30_000_000,
  refusals: ['import-file-empty', 'import-org-dissolved'],
})

const Summary = z.object({
  id: importId,
  orgId: z.uuid(),
  orgName: z.string(),
  fileName: z.string(),
  state: z.enum(rosterStates),
  /** Whether background work waits, runs or was cut off; null when there is none. */
  work: z.enum(['waiting', 'running', 'interrupted']).nullable(),
  rowCount: z.int(),
  startedBy: z.string(),
  startedAt: instant,
  appliedBy: z.string().nullable(),
  appliedAt: instant.nullable(),
  inserted: z.int(),
  updated: z.int(),
  left: z.int(),
  endedBy: z.string().nullable(),
  endedAt: instant.nullable(),
})

export const showRosterImport = defineQuery({
  id: 'roster-import.show',
  summary: { zh: '一次导入的核对结果', en: 'Show an import' },
  input: z.object(on),
  output: Summary.extend({
    progress: z.object({ step: z.string(), done: z.int(), all: z.int() }).nullable(),
    /** Why the file as a whole cannot be read. */
    refusal: z.object({ code: z.string(), details }).nullable(),
    counts: Counts,
    /** What writing now would open and change. */
    toWrite: z.int(),
    mapping: z
      .object({
        sheet: z.string(),
        sheets: z.array(z.string()),
        /** Row of the file with the headings, from 1; null when none was found. */
        headerRow: z.int().nullable(),
        columns: z.array(Column),
        missing: z.array(field),
        /** The first rows of the sheet as they stand, digits masked. */
        preview: z.array(z.array(z.string())),
      })
      .nullable(),
    undoUntil: instant.nullable(),
    endReason: z.string(),
    may: z.object({ write: z.boolean(), undo: z.boolean(), refusedSheet: z.boolean() }),
  }),
})

export const listRosterImports = defineQuery({
  id: 'roster-import.list',
  summary: { zh: '导入记录', en: 'List imports' },
  input: z.object({
    orgId: z.uuid().nullable().default(null),
    offset: z.int().min(0).max(100_000).default(0),
    limit: z.int().min(1).max(100).default(30),
  }),
  output: z.object({ total: z.int(), rows: z.array(Summary) }),
})

export const mapRoster = defineCommand({
  id: 'roster-import.map',
  summary: { zh: '改列的对应，重新核对', en: 'Change what the columns hold and compare again' },
  input: z.object({
    ...on,
    sheet: z.string().max(200),
    headerRow: z.int().min(1).max(200),
    columns: z.array(z.object({ index: z.int().min(0).max(511), field: field.nullable() })).max(512),
  }),
  output: z.object({ importId }),
  refusals: ['import-not-open', 'import-field-twice', 'import-field-missing'],
})

/** A person of the register or the sheet, as both are shown side by side. */
const Person = z.object({
  name: z.string(),
  bornOn: plainDate.nullable(),
  branch: z.string().nullable(),
  identityMask: z.string(),
  phoneMask: z.string(),
})

const Row = z.object({
  rowNumber: z.int(),
  name: z.string(),
  group,
  ticked: z.boolean(),
  /** Whether it can be ticked at all. */
  tickable: z.boolean(),
  decision: z.enum(['samePerson', 'samePersonUpdate', 'notSame']).nullable(),
  memberId: z.uuid().nullable(),
  /** What the sheet says of the person; null once forgotten and where nothing differs. */
  person: Person.nullable(),
  /** Who it may repeat: a member, or an earlier row. */
  other: Person.extend({ rowNumber: z.int().nullable(), memberId: z.uuid().nullable() }).nullable(),
  changes: z.array(
    z.object({
      field: z.enum([...comparedFields, 'identityNumber']),
      from: z.string().nullable(),
      to: z.string(),
    }),
  ),
  reasons: z.array(Reason),
  cautions: z.array(Reason),
  branchName: z.string(),
  suggestions: z.array(z.object({ orgId: z.uuid(), name: z.string() })),
  result: z.enum(['written', 'left']).nullable(),
  leftCode: z.string().nullable(),
})

export const listRosterRows = defineQuery({
  id: 'roster-import.rows',
  summary: { zh: '一次导入的各行', en: 'Rows of an import' },
  input: z.object({
    ...on,
    group,
    search: z.string().trim().max(40).default(''),
    offset: z.int().min(0).max(100_000).default(0),
    limit: z.int().min(1).max(100).default(20),
  }),
  output: z.object({ total: z.int(), rows: z.array(Row) }),
})

const rowNumbers = z.array(z.int().min(1).max(1_048_576)).min(1).max(500)

export const decideRosterRows = defineCommand({
  id: 'roster-import.decide',
  summary: { zh: '勾选、判断重复、采用支部', en: 'Tick rows, judge doubles, adopt branches' },
  input: z.object({
    ...on,
    choice: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('tick'), rowNumbers, ticked: z.boolean() }),
      z.object({ kind: z.literal('tickGroup'), group: z.enum(['new', 'changed']), ticked: z.boolean() }),
      z.object({
        kind: z.literal('double'),
        rowNumbers,
        /** `samePerson` keeps the register; null takes the answer back. */
        answer: z.enum(['samePerson', 'samePersonUpdate', 'notSame']).nullable(),
      }),
      /** All rows with that branch name. */
      z.object({ kind: z.literal('branch'), name: z.string().min(1).max(200), orgId: z.uuid() }),
    ]),
  }),
  output: z.object({ changed: z.int(), counts: Counts, toWrite: z.int() }),
  refusals: ['import-not-ready', 'import-branch-unusable'],
})

export const applyRosterImport = defineCommand({
  id: 'roster-import.apply',
  summary: { zh: '写入花名册', en: 'Write an import into the register' },
  input: z.object({
    ...on,
    /** How many the person saw; another number by now is refused. */
    toWrite: z.int().min(0),
  }),
  output: z.object({ importId }),
  refusals: [
    'import-not-ready',
    'import-already-applied',
    'import-nothing-to-write',
    'import-changed-meanwhile',
  ],
})

export const resumeRosterImport = defineCommand({
  id: 'roster-import.resume',
  summary: { zh: '中断后再来一次', en: 'Go on after an interruption' },
  input: z.object(on),
  output: z.object({ importId }),
  refusals: ['import-not-interrupted'],
})

export const undoRosterImport = defineCommand({
  id: 'roster-import.undo',
  summary: { zh: '整次撤销导入', en: 'Take a whole import back' },
  input: z.object({ ...on, reason: z.string().trim().min(1).max(300) }),
  output: z.object({ removed: z.int(), restored: z.int() }),
  refusals: ['import-not-applied', 'import-undo-too-late', 'import-built-upon'],
})

export const abandonRosterImport = defineCommand({
  id: 'roster-import.abandon',
  summary: { zh: '不导入了', en: 'Give up an import' },
  input: z.object(on),
  output: z.object({ importId }),
  refusals: ['import-not-open'],
})

export const downloadRefusedSheet = defineDownload({
  id: 'roster-import.refused-sheet',
  summary: { zh: '下载退回表', en: 'Download the refused rows' },
  input: z.object(on),
  refusals: ['import-nothing-refused', 'import-forgotten'],
})

export const rosterOperations = {
  beginRosterImport,
  showRosterImport,
  listRosterImports,
  mapRoster,
  listRosterRows,
  decideRosterRows,
  applyRosterImport,
  resumeRosterImport,
  undoRosterImport,
  abandonRosterImport,
  downloadRefusedSheet,
  ...rosterExportOperations,
}
