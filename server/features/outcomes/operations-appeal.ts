import { appealLevels, appealRefusals, appealStates } from '@steward/domain/outcomes/appeal.ts'
import { defineCommand, defineQuery, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { page, Step, words } from './operations-warning-shapes.ts'

const appealId = z.uuid()
const refusals = [...appealRefusals, 'appeal-nothing-there'] as const
/** Grades have their appeals with the appraisal. */
export const subjectKinds = [
  'warning',
  'caution',
  'limit',
  'downMeasure',
  'disposal',
  'sanction',
  'tolerance',
  'outcomeList',
] as const
const Subject = z.object({ kind: z.enum(subjectKinds), id: z.uuid() })
const state = z.enum(appealStates)
const level = z.enum(appealLevels)

export const raiseAppeal = defineCommand({
  id: 'appeal.raise',
  summary: { zh: '提出申诉', en: 'Appeal against an outcome about oneself' },
  input: z.object({ subject: Subject, words: z.string().trim().max(2000) }),
  output: z.object({ appealId, dueOn: plainDate, bodyName: z.string() }),
  refusals,
})

export const takeAppeal = defineCommand({
  id: 'appeal.take',
  summary: { zh: '记下党员口头或者书面的申诉', en: 'Write down a member’s appeal' },
  input: z.object({ subject: Subject, words: z.string().trim().max(2000) }),
  output: z.object({ appealId, dueOn: plainDate, bodyName: z.string() }),
  refusals,
})

export const listAppealHandlers = defineQuery({
  id: 'appeal.handlers',
  summary: { zh: '能办这件申诉的人', en: 'Who may decide an appeal' },
  input: z.object({ appealId }),
  output: z.object({
    rows: z.array(
      z.object({
        accountId: z.uuid(),
        name: z.string(),
        orgName: z.string(),
        /** The refusal that keeps this person out, or null. */
        barred: z.string().nullable(),
      }),
    ),
  }),
})

export const assignAppeal = defineCommand({
  id: 'appeal.assign',
  summary: { zh: '分派申诉', en: 'Give an appeal to somebody' },
  input: z.object({ appealId, accountId: z.uuid() }),
  output: z.object({ handlerName: z.string() }),
  refusals: [...refusals, 'appeal-handler-unknown'],
})

export const decideAppeal = defineCommand({
  id: 'appeal.decide',
  summary: { zh: '答复申诉', en: 'Decide an appeal with a written answer' },
  input: z.object({ appealId, upheld: z.boolean(), answer: words }),
  output: z.object({ state }),
  refusals: [...refusals, 'appeal-cannot-correct'],
})

export const appealFurther = defineCommand({
  id: 'appeal.further',
  summary: { zh: '向上一级申诉', en: 'Go on to the next level' },
  input: z.object({ appealId, words: z.string().trim().max(2000) }),
  output: z.object({ dueOn: plainDate, bodyName: z.string() }),
  refusals,
})

export const withdrawAppeal = defineCommand({
  id: 'appeal.withdraw',
  summary: { zh: '撤回申诉', en: 'Withdraw an appeal' },
  input: z.object({ appealId }),
  output: z.object({}),
  refusals,
})

const Line = z.object({
  id: appealId,
  memberId: z.uuid(),
  memberName: z.string(),
  orgName: z.string(),
  subject: Subject,
  about: z.string(),
  start: z.string(),
  state,
  level,
  bodyName: z.string(),
  raisedOn: plainDate,
  isLate: z.boolean(),
  dueOn: plainDate,
  isOverdue: z.boolean(),
  handlerName: z.string().nullable(),
  isMine: z.boolean(),
})

export const listAppeals = defineQuery({
  id: 'appeal.list',
  summary: { zh: '申诉', en: 'Appeals' },
  input: z.object({ show: z.enum(['open', 'overdue', 'mine', 'decided', 'all']).default('open'), ...page }),
  output: z.object({
    rows: z.array(Line),
    total: z.int(),
    counts: z.object({ open: z.int(), overdue: z.int(), mine: z.int(), decided: z.int(), all: z.int() }),
  }),
})

export const showAppeal = defineQuery({
  id: 'appeal.show',
  summary: { zh: '看一件申诉', en: 'One appeal' },
  input: z.object({ appealId }),
  output: Line.extend({
    words: z.string(),
    takenBy: z.string().nullable(),
    answer: z.string().nullable(),
    decidedOn: plainDate.nullable(),
    decidedBy: z.string().nullable(),
    steps: z.array(Step),
    isOwn: z.boolean(),
    /** The next level in words, where there is one to go on to. */
    nextBodyName: z.string().nullable(),
    may: z.array(z.enum(['assign', 'decide', 'further', 'withdraw'])),
  }),
})

export const listMyAppeals = defineQuery({
  id: 'appeal.mine',
  summary: { zh: '我的申诉', en: 'The own appeals' },
  input: z.object({}),
  output: z.object({ rows: z.array(Line) }),
})

export const appealOperations = {
  raiseAppeal,
  takeAppeal,
  listAppealHandlers,
  assignAppeal,
  decideAppeal,
  appealFurther,
  withdrawAppeal,
  listAppeals,
  showAppeal,
  listMyAppeals,
}
