import {
  deductionMoves,
  deductionRefusals,
  deductionStates,
  toldWays,
} from '@steward/domain/claims/deduction.ts'
import { evidenceKinds } from '@steward/domain/schemes/scheme.ts'
import { defineCommand, defineQuery, instant, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { Award, ItemView, page, points, quantity, reason, Words } from './operations-shapes.ts'

const deductionId = z.uuid()
const refusals = deductionRefusals

const Line = z.object({
  id: deductionId,
  memberId: z.uuid(),
  memberName: z.string(),
  orgId: z.uuid(),
  orgName: z.string(),
  itemCode: z.string(),
  itemName: Words,
  deedOn: plainDate,
  facts: z.string(),
  /** Negative, by the scheme; what is taken in the end may be less. */
  raw: points.nullable(),
  state: z.enum(deductionStates),
  proposedBy: z.string(),
  proposedOn: plainDate,
  toldOn: plainDate.nullable(),
  answerUntilOn: plainDate.nullable(),
  /** Working days left to answer, today not counted; null when told is missing or the answer is there. */
  daysToAnswer: z.int().nullable(),
  /** Whether it may be decided now. */
  ripe: z.boolean(),
  decidedBy: z.string().nullable(),
  decidedOn: plainDate.nullable(),
  reason: z.string().nullable(),
  credited: points.nullable(),
})

const Shown = Line.extend({
  item: ItemView,
  schemeTitle: Words,
  schemeLabel: z.string(),
  quantity: z.int(),
  chosen: points.nullable(),
  evidence: z.array(z.object({ kind: z.enum(evidenceKinds), fileId: z.uuid().nullable(), note: z.string() })),
  toldHow: z.enum(toldWays).nullable(),
  toldBy: z.string().nullable(),
  answer: z.string().nullable(),
  answerTakenBy: z.string().nullable(),
  /** What would be taken if it were imposed now. */
  would: Award.nullable(),
  entryId: z.uuid().nullable(),
  steps: z.array(z.object({ move: z.enum(deductionMoves), by: z.string(), at: instant, reason: z.string() })),
  may: z.object({
    tell: z.boolean(),
    takeAnswer: z.boolean(),
    answer: z.boolean(),
    decide: z.boolean(),
    drop: z.boolean(),
    object: z.boolean(),
  }),
})

export const deductionOptions = defineQuery({
  id: 'deduction.options',
  summary: { zh: '办法里列明的扣分项', en: 'Deductions the scheme lists' },
  input: z.object({ memberId: z.uuid(), deedOn: plainDate.optional() }),
  output: z.object({
    memberName: z.string(),
    orgName: z.string(),
    answerWorkingDays: z.int(),
    items: z.array(ItemView),
  }),
})

export const proposeDeduction = defineCommand({
  id: 'deduction.propose',
  summary: { zh: '提出扣分', en: 'Propose a deduction' },
  input: z.object({
    memberId: z.uuid(),
    itemCode: z.string().min(1).max(60),
    deedOn: plainDate,
    facts: z.string().trim().max(1000),
    quantity: quantity.default(100),
    chosen: points.nullable().default(null),
    evidence: z
      .array(
        z.object({
          kind: z.enum(evidenceKinds),
          fileId: z.uuid().nullable().default(null),
          note: z.string().trim().max(200).default(''),
        }),
      )
      .max(10),
  }),
  output: z.object({ deductionId }),
  refusals: [...refusals, 'claim-no-scheme', 'claim-file-unknown', 'deduction-in-future'],
})

export const tellDeduction = defineCommand({
  id: 'deduction.tell',
  summary: { zh: '告知本人', en: 'Tell the member' },
  input: z.object({ deductionId, how: z.enum(toldWays) }),
  output: z.object({ answerUntilOn: plainDate }),
  refusals: [...refusals, 'deduction-no-screen'],
})

export const answerDeduction = defineCommand({
  id: 'deduction.answer',
  summary: { zh: '说明情况', en: 'Answer a proposed deduction' },
  input: z.object({ deductionId, answer: z.string().trim().max(2000) }),
  output: z.object({}),
  refusals,
})

export const takeAnswer = defineCommand({
  id: 'deduction.take-answer',
  summary: { zh: '记下本人的说明', en: 'Write down the member’s answer' },
  input: z.object({ deductionId, answer: z.string().trim().max(2000) }),
  output: z.object({}),
  refusals,
})

export const imposeDeduction = defineCommand({
  id: 'deduction.impose',
  summary: { zh: '决定扣分', en: 'Impose a deduction' },
  input: z.object({ deductionId, reason }),
  output: z.object({ award: Award, entryId: z.uuid(), month: z.string() }),
  refusals,
})

export const dropDeduction = defineCommand({
  id: 'deduction.drop',
  summary: { zh: '决定不扣', en: 'Drop a deduction' },
  input: z.object({ deductionId, reason }),
  output: z.object({}),
  refusals,
})

export const listDeductions = defineQuery({
  id: 'deduction.list',
  summary: { zh: '扣分程序', en: 'Deductions' },
  input: z.object({
    show: z.enum(['open', 'ripe', 'decided', 'all']).default('open'),
    orgId: z.uuid().optional(),
    ...page,
  }),
  output: z.object({
    rows: z.array(Line),
    total: z.int(),
    counts: z.object({ open: z.int(), ripe: z.int(), decided: z.int(), all: z.int() }),
    mayPropose: z.boolean(),
  }),
})

export const showDeduction = defineQuery({
  id: 'deduction.show',
  summary: { zh: '看一件扣分', en: 'One deduction' },
  input: z.object({ deductionId }),
  output: Shown,
})

export const listMyDeductions = defineQuery({
  id: 'deduction.mine',
  summary: { zh: '关于我的扣分', en: 'Deductions about me' },
  input: z.object({}),
  output: z.object({ rows: z.array(Line) }),
})

export const deductionOperations = {
  deductionOptions,
  proposeDeduction,
  tellDeduction,
  answerDeduction,
  takeAnswer,
  imposeDeduction,
  dropDeduction,
  listDeductions,
  showDeduction,
  listMyDeductions,
}
