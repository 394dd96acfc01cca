import { objectionRoutes } from '@steward/domain/notices/notice.ts'
import { objectionStages, objectionStates, objectionSubjects } from '@steward/domain/notices/objection.ts'
import { defineCommand, defineQuery, instant, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { Cell, ListColumn } from './operations-notice.ts'
import { AnswerPage } from './operations-page.ts'

const text = z.string().trim().max(1000)
const objectionId = z.uuid()
const Subject = z.object({ kind: z.enum(objectionSubjects), id: z.string().min(1).max(80) })
const page = {
  offset: z.int().min(0).max(100_000).default(0),
  limit: z.int().min(1).max(100).default(30),
}

export const raiseObjection = defineCommand({
  id: 'objection.raise',
  summary: { zh: '提异议', en: 'Object' },
  input: z.object({ subject: Subject, rowNo: z.int().nullable().default(null), text }),
  output: z.object({ objectionId, code: z.string(), dueOn: plainDate }),
  refusals: ['objection-empty', 'objection-too-late', 'objection-already-open', 'notice-not-posted'],
})

export const takeObjection = defineCommand({
  id: 'objection.take',
  summary: { zh: '记下电话或纸条提的异议', en: 'Write down an objection by telephone or paper' },
  input: z.object({
    subject: Subject,
    rowNo: z.int().nullable().default(null),
    route: z.enum(objectionRoutes).extract(['phone', 'paper']),
    /** May stay empty. */
    name: z.string().trim().max(40).default(''),
    text,
  }),
  output: z.object({ objectionId, code: z.string(), dueOn: plainDate }),
  refusals: ['objection-empty', 'objection-too-late', 'notice-not-posted'],
})

const Line = z.object({
  id: objectionId,
  subjectKind: z.enum(objectionSubjects),
  noticeId: z.uuid().nullable(),
  about: z.string(),
  orgName: z.string(),
  stage: z.enum(objectionStages),
  stageOrgName: z.string(),
  state: z.enum(objectionStates),
  raisedOn: plainDate,
  dueOn: plainDate,
  /** Working days until the answer is due, today not counted; negative when overdue. */
  daysLeft: z.int(),
  isOverdue: z.boolean(),
  handlerName: z.string().nullable(),
  isMine: z.boolean(),
})

export const listObjections = defineQuery({
  id: 'objection.list',
  summary: { zh: '异议', en: 'Objections' },
  input: z.object({
    show: z.enum(['open', 'overdue', 'mine', 'decided', 'all']).default('open'),
    noticeId: z.uuid().optional(),
    ...page,
  }),
  output: z.object({
    rows: z.array(Line.extend({ start: z.string() })),
    total: z.int(),
    counts: z.object({ open: z.int(), overdue: z.int(), mine: z.int(), decided: z.int(), all: z.int() }),
  }),
})

export const showObjection = defineQuery({
  id: 'objection.show',
  summary: { zh: '看一件异议', en: 'One objection' },
  input: z.object({ objectionId }),
  output: Line.extend({
    text: z.string(),
    firstText: z.string(),
    /** Null for the persons concerned, who never learn who objected or how. */
    from: z
      .object({ route: z.enum(objectionRoutes), name: z.string(), takenBy: z.string(), code: z.string() })
      .nullable(),
    /** The line of the notice it speaks of. */
    row: z
      .object({ rowNo: z.int(), name: z.string(), columns: z.array(ListColumn), cells: z.array(Cell) })
      .nullable(),
    /** Key of the thing in the feature that has it, for the way to its evidence. */
    subjectId: z.string(),
    concerned: z.array(z.object({ memberId: z.uuid(), name: z.string() })),
    answer: z.string().nullable(),
    decidedOn: plainDate.nullable(),
    steps: z.array(
      z.object({
        step: z.string(),
        stage: z.enum(objectionStages),
        by: z.string(),
        at: instant,
        words: z.string(),
      }),
    ),
    revision: z.int(),
    mayAssign: z.boolean(),
    mayDecide: z.boolean(),
    mayTake: z.boolean(),
    appealUntil: plainDate.nullable(),
    nextOrgName: z.string().nullable(),
  }),
})

export const listHandlers = defineQuery({
  id: 'objection.handlers',
  summary: { zh: '可以派谁办', en: 'Who may handle an objection' },
  input: z.object({ objectionId }),
  output: z.object({
    rows: z.array(
      z.object({
        accountId: z.uuid(),
        name: z.string(),
        orgName: z.string(),
        roleLabel: z.object({ zh: z.string(), en: z.string() }),
        /** Why not this one. */
        barred: z.enum(['objection-decided-before', 'objection-own-matter']).nullable(),
        open: z.int(),
      }),
    ),
  }),
})

export const assignObjection = defineCommand({
  id: 'objection.assign',
  summary: { zh: '派人办理异议', en: 'Give an objection to somebody' },
  input: z.object({ objectionId, accountId: z.uuid() }),
  output: z.object({ handlerName: z.string() }),
  refusals: [
    'objection-wrong-state',
    'objection-decided-before',
    'objection-own-matter',
    'objection-handler-unknown',
  ],
})

export const decideObjection = defineCommand({
  id: 'objection.decide',
  summary: { zh: '答复异议', en: 'Decide an objection with a written answer' },
  input: z.object({
    objectionId,
    upheld: z.boolean(),
    answer: z.string().trim().max(2000),
    /** Upheld over a line of the ledger: what it is worth before caps, in hundredths; left out, it is taken back whole. */
    right: z.int().nullable().default(null),
  }),
  output: z.object({ state: z.enum(objectionStates) }),
  refusals: [
    'objection-wrong-state',
    'objection-not-handler',
    'objection-decided-before',
    'objection-own-matter',
    'objection-needs-answer',
    'objection-cannot-correct',
  ],
})

const goOn = [
  'objection-wrong-state',
  'objection-too-late',
  'objection-no-higher-stage',
  'objection-empty',
] as const

export const appealObjection = defineCommand({
  id: 'objection.appeal',
  summary: { zh: '请上一级再看', en: 'Go on to the next level' },
  input: z.object({ objectionId, text }),
  output: z.object({ dueOn: plainDate }),
  refusals: goOn,
})

export const withdrawObjection = defineCommand({
  id: 'objection.withdraw',
  summary: { zh: '收回异议', en: 'Take an objection back' },
  input: z.object({ objectionId }),
  output: z.object({}),
  refusals: ['objection-wrong-state'],
})

export const listMyObjections = defineQuery({
  id: 'objection.mine',
  summary: { zh: '我提的异议和关于我的异议', en: 'Objections by me and about me' },
  input: z.object({}),
  output: z.object({
    raised: z.array(AnswerPage.extend({ id: objectionId })),
    /** Without a word on who objected and how. */
    aboutMe: z.array(
      z.object({
        id: objectionId,
        about: z.string(),
        text: z.string(),
        raisedOn: plainDate,
        dueOn: plainDate,
        state: z.enum(objectionStates),
        answer: z.string().nullable(),
        decidedOn: plainDate.nullable(),
      }),
    ),
  }),
})

export const seeAnswer = defineCommand({
  id: 'objection.see-answer',
  summary: { zh: '看过异议的答复', en: 'Take note of the answer to an objection' },
  input: z.object({ objectionId }),
  output: z.object({}),
})

export const objectionOperations = {
  seeAnswer,
  raiseObjection,
  takeObjection,
  listObjections,
  showObjection,
  listHandlers,
  assignObjection,
  decideObjection,
  appealObjection,
  withdrawObjection,
  listMyObjections,
}
