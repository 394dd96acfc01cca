import { downMeasures } from '@steward/domain/outcomes/limit.ts'
import { warningColours, warningRefusals, warningStates } from '@steward/domain/outcomes/warning.ts'
import { defineCommand, defineDownload, defineQuery, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { Facts, line, OrgRef, page, PaperNumber, Served, Step, words } from './operations-warning-shapes.ts'

const warningId = z.uuid()
const revision = z.int()
const state = z.enum(warningStates)
const refusals = [...warningRefusals, 'outcome-changed-since'] as const
const changed = z.object({ state, revision })

/** What a warning may rest on: a grade that was told, a deduction in the ledger. */
const Rest = z.object({ id: z.uuid(), year: z.int(), says: z.string(), disputed: z.boolean() })

export const warningOptions = defineQuery({
  id: 'warning.options',
  summary: { zh: '起草预警要用的', en: 'What a draft of a warning needs' },
  input: z.object({ memberId: z.uuid() }),
  output: z.object({
    memberName: z.string(),
    org: OrgRef,
    /** Organisations in whose name it may be given, the nearest first. */
    bodies: z.array(OrgRef),
    usualChangeBy: plainDate,
    grades: z.array(Rest),
    entries: z.array(Rest),
    hasOpen: z.boolean(),
  }),
})

export const draftWarning = defineCommand({
  id: 'warning.draft',
  summary: { zh: '起草预警通知书', en: 'Draft a warning, or write a draft anew' },
  input: z.object({
    /** Given to write a draft anew. */
    warningId: warningId.nullable().default(null),
    memberId: z.uuid(),
    bodyOrgId: z.uuid(),
    colour: z.enum(warningColours).default('yellow'),
    graveFor: words.nullable().default(null),
    facts: words,
    standard: words,
    requiredChange: words,
    helperName: line,
    changeBy: plainDate.nullable().default(null),
    feedbackId: z.uuid().nullable().default(null),
    entryId: z.uuid().nullable().default(null),
  }),
  output: z.object({ warningId, number: PaperNumber }),
  refusals: [
    ...refusals,
    'outcome-body-not-competent',
    'warning-rests-on-nothing',
    'warning-matter-tolerated',
  ],
})

export const dropWarning = defineCommand({
  id: 'warning.drop',
  summary: { zh: '删去预警草稿', en: 'Throw a draft away' },
  input: z.object({ warningId }),
  output: z.object({}),
  refusals: ['warning-wrong-state'],
})

export const serveWarning = defineCommand({
  id: 'warning.serve',
  summary: { zh: '下达预警', en: 'Enter that a warning was decided and handed over' },
  input: z.object({ warningId, revision, facts: Facts }),
  output: changed,
  refusals: [...refusals, 'warning-matter-tolerated'],
})

export const answerWarning = defineCommand({
  id: 'warning.answer',
  summary: { zh: '对预警作说明', en: 'Answer the own warning' },
  input: z.object({ warningId, answer: words }),
  output: changed,
  refusals,
})

export const takeWarningAnswer = defineCommand({
  id: 'warning.take-answer',
  summary: { zh: '记下本人对预警的说明', en: 'Write down what the member says to a warning' },
  input: z.object({ warningId, answer: words }),
  output: changed,
  refusals,
})

export const talkWarning = defineCommand({
  id: 'warning.talk',
  summary: { zh: '记预警谈话', en: 'Record the talk' },
  input: z.object({ warningId, revision, words }),
  output: changed,
  refusals,
})

export const explainNoTalk = defineCommand({
  id: 'warning.explain-no-talk',
  summary: { zh: '写明还没有谈话的原因', en: 'Record why no talk was held so far' },
  input: z.object({ warningId, revision, reason: words }),
  output: changed,
  refusals,
})

export const confirmWarningChange = defineCommand({
  id: 'warning.confirm-change',
  summary: { zh: '确认改正，解除预警', en: 'Confirm the change; the warning ends' },
  input: z.object({ warningId, revision, words }),
  output: changed,
  refusals,
})

export const liftWarning = defineCommand({
  id: 'warning.lift',
  summary: { zh: '撤销预警', en: 'Take a warning back' },
  input: z.object({ warningId, revision, reason: words }),
  output: changed,
  refusals,
})

export const measureWarning = defineCommand({
  id: 'warning.measure',
  summary: { zh: '登记下的措施', en: 'Enter a down measure by decision' },
  input: z.object({
    warningId,
    revision,
    kind: z.enum(downMeasures),
    document: line,
    /** Null where the body lies outside the county. */
    bodyOrgId: z.uuid().nullable().default(null),
    facts: Facts,
  }),
  output: changed,
  refusals: [...refusals, 'outcome-body-not-competent', 'warning-matter-tolerated'],
})

const Line = z.object({
  id: warningId,
  memberId: z.uuid(),
  memberName: z.string(),
  orgName: z.string(),
  bodyName: z.string(),
  number: PaperNumber,
  colour: z.enum(warningColours),
  state,
  servedOn: plainDate.nullable(),
  changeBy: plainDate,
  isChangeDue: z.boolean(),
  talkOn: plainDate.nullable(),
  noTalkFor: z.string().nullable(),
  measureKind: z.enum(downMeasures).nullable(),
  answered: z.boolean(),
  disputed: z.boolean(),
  endedOn: plainDate.nullable(),
})

const counts = z.object({
  drafted: z.int(),
  noticed: z.int(),
  talked: z.int(),
  measured: z.int(),
  changed: z.int(),
  lifted: z.int(),
})

export const listWarnings = defineQuery({
  id: 'warning.list',
  summary: { zh: '预警', en: 'Warnings' },
  input: z.object({ show: z.enum(['running', ...warningStates, 'all']).default('running'), ...page }),
  output: z.object({ rows: z.array(Line), total: z.int(), counts, mayDraft: z.boolean() }),
})

export const showWarning = defineQuery({
  id: 'warning.show',
  summary: { zh: '看一份预警', en: 'One warning' },
  input: z.object({ warningId }),
  output: Line.extend({
    orgId: z.uuid(),
    bodyOrgId: z.uuid(),
    graveFor: z.string().nullable(),
    facts: z.string(),
    standard: z.string(),
    requiredChange: z.string(),
    helperName: z.string(),
    draftedBy: z.string(),
    served: Served.nullable(),
    answer: z.string().nullable(),
    talk: z.object({ on: plainDate, by: z.string(), words: z.string() }).nullable(),
    measure: z
      .object({ kind: z.enum(downMeasures), document: z.string(), on: plainDate, served: Served })
      .nullable(),
    ended: z.object({ on: plainDate, by: z.string(), words: z.string() }).nullable(),
    rests: z
      .object({
        kind: z.enum(['grade', 'entry']),
        id: z.uuid(),
        year: z.int(),
        says: z.string(),
        disputed: z.boolean(),
      })
      .nullable(),
    tolerance: z.object({ id: z.uuid(), state: z.string() }).nullable(),
    appeals: z.array(
      z.object({
        id: z.uuid(),
        kind: z.string(),
        state: z.string(),
        dueOn: plainDate,
        answer: z.string().nullable(),
      }),
    ),
    /** Where an appeal goes, in words. */
    appealTo: z.string(),
    steps: z.array(Step),
    revision,
    isOwn: z.boolean(),
    may: z.array(
      z.enum([
        'change',
        'drop',
        'serve',
        'answer',
        'takeAnswer',
        'talk',
        'explainNoTalk',
        'confirm',
        'lift',
        'measure',
        'appeal',
        'appealMeasure',
        'tolerance',
      ]),
    ),
    /** The body that a served decision or measure may be entered for. */
    bodies: z.array(OrgRef),
  }),
})

export const listMyWarnings = defineQuery({
  id: 'warning.mine',
  summary: { zh: '关于我的预警', en: 'Warnings about me' },
  input: z.object({}),
  output: z.object({ rows: z.array(Line) }),
})

export const warningFile = defineDownload({
  id: 'warning.file',
  summary: { zh: '下载预警通知书', en: 'Download the notice of a warning' },
  input: z.object({ warningId }),
})

export const warningOperations = {
  warningOptions,
  draftWarning,
  dropWarning,
  serveWarning,
  answerWarning,
  takeWarningAnswer,
  talkWarning,
  explainNoTalk,
  confirmWarningChange,
  liftWarning,
  measureWarning,
  listWarnings,
  showWarning,
  listMyWarnings,
  warningFile,
}
