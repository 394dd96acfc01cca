import { noticeKinds, noticeScopes, objectionRoutes } from '@steward/domain/notices/notice.ts'
import { objectionStages, objectionStates } from '@steward/domain/notices/objection.ts'
import { defineCommand, defineQuery, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { Cell, ListColumn } from './operations-notice.ts'

/** A printed code: of the county, and of the notice or objection. */
const Printed = { county: z.string().trim().max(40), code: z.string().trim().max(40) }

/** A notice as its readers see it; with an account or by the printed code. */
export const NoticePage = z.object({
  /** `closed` after the term, `takenDown` while it is corrected: then without words, list and contact. */
  status: z.enum(['shown', 'closed', 'takenDown']),
  noticeId: z.uuid().nullable(),
  countyCode: z.string(),
  code: z.string(),
  orgName: z.string(),
  kind: z.enum(noticeKinds),
  scope: z.enum(noticeScopes),
  title: z.string(),
  body: z.string(),
  postedOn: plainDate.nullable(),
  firstDay: plainDate.nullable(),
  endsOn: plainDate.nullable(),
  workingDays: z.int(),
  day: z.int(),
  columns: z.array(ListColumn),
  listNote: z.string(),
  rows: z.array(z.object({ rowNo: z.int(), name: z.string(), cells: z.array(Cell), isMine: z.boolean() })),
  contactOffice: z.string(),
  contactPhone: z.string(),
  contactHours: z.string(),
  paperPlace: z.string(),
  routes: z.array(z.enum(objectionRoutes)),
  root: z.string(),
  result: z.string().nullable(),
  /** Last day on which somebody may object; null where nothing can be objected to now. */
  objectUntil: plainDate.nullable(),
})

export const openNotice = defineQuery({
  id: 'notice.open',
  summary: { zh: '凭码看公示', en: 'Read a notice by its printed code' },
  open: true,
  input: z.object(Printed),
  output: NoticePage,
})

export const listBoard = defineQuery({
  id: 'notice.board',
  summary: { zh: '我能看到的公示', en: 'Notices on the own board' },
  input: z.object({}),
  output: z.object({
    /** Of the own branch and of the committees above it; those that hang now first, then those of the last ninety days. */
    rows: z.array(
      z.object({
        id: z.uuid(),
        orgName: z.string(),
        kind: z.enum(noticeKinds),
        title: z.string(),
        isShown: z.boolean(),
        postedOn: plainDate,
        firstDay: plainDate.nullable(),
        endsOn: plainDate.nullable(),
        workingDays: z.int(),
        day: z.int(),
        result: z.string().nullable(),
        isListed: z.boolean(),
      }),
    ),
  }),
})

export const readNotice = defineQuery({
  id: 'notice.read',
  summary: { zh: '看一份公示', en: 'Read a notice' },
  input: z.object({ noticeId: z.uuid() }),
  output: NoticePage,
})

const Step = z.object({
  step: z.enum(['raise', 'assign', 'uphold', 'notUphold', 'appeal', 'withdraw']),
  stage: z.enum(objectionStages),
  on: plainDate,
  words: z.string(),
})

/** What somebody who objected reads of it; never who handles it by name. */
export const AnswerPage = z.object({
  code: z.string(),
  about: z.string(),
  orgName: z.string(),
  text: z.string(),
  raisedOn: plainDate,
  stage: z.enum(objectionStages),
  state: z.enum(objectionStates),
  /** Who answers at this stage. */
  stageOrgName: z.string(),
  dueOn: plainDate,
  isOverdue: z.boolean(),
  answer: z.string().nullable(),
  decidedOn: plainDate.nullable(),
  steps: z.array(Step),
  /** Last day to go on to the next level; null where that is not possible. */
  appealUntil: plainDate.nullable(),
  nextOrgName: z.string().nullable(),
  mayWithdraw: z.boolean(),
})

export const raiseOpenly = defineCommand({
  id: 'objection.raise-open',
  summary: { zh: '不登录提异议', en: 'Object without an account' },
  open: true,
  anonymous: true,
  input: z.object({
    ...Printed,
    rowNo: z.int().nullable().default(null),
    text: z.string().trim().max(1000),
    /** May stay empty. */
    name: z.string().trim().max(40).default(''),
  }),
  output: z.object({ code: z.string(), dueOn: plainDate }),
  refusals: ['objection-empty', 'objection-too-late', 'notice-not-posted'],
})

export const openAnswer = defineQuery({
  id: 'objection.answer',
  summary: { zh: '凭编号查答复', en: 'Read the answer to an objection by its code' },
  open: true,
  input: z.object(Printed),
  output: AnswerPage,
})

export const appealOpenly = defineCommand({
  id: 'objection.appeal-open',
  summary: { zh: '凭编号请上一级再看', en: 'Go on to the next level with the code' },
  open: true,
  anonymous: true,
  input: z.object({ ...Printed, text: z.string().trim().max(1000) }),
  output: z.object({ dueOn: plainDate }),
  refusals: ['objection-wrong-state', 'objection-too-late', 'objection-no-higher-stage', 'objection-empty'],
})

export const withdrawOpenly = defineCommand({
  id: 'objection.withdraw-open',
  summary: { zh: '凭编号收回异议', en: 'Take an objection back with the code' },
  open: true,
  anonymous: true,
  input: z.object(Printed),
  output: z.object({}),
  refusals: ['objection-wrong-state'],
})

export const pageOperations = {
  openNotice,
  listBoard,
  readNotice,
  raiseOpenly,
  openAnswer,
  appealOpenly,
  withdrawOpenly,
}
