import { correctableFields, correctionRefusals } from '@steward/domain/members/correction.ts'
import { membershipDateRefusals } from '@steward/domain/members/standing.ts'
import { identityNumberRefusals } from '@steward/domain/shared/identity-number.ts'
import { phoneRefusals } from '@steward/domain/shared/phone.ts'
import { defineCommand, defineQuery, instant, plainDate } from '#platform/operation.ts'
import { z } from 'zod'

const field = z.enum(correctableFields)

/** Refusals of a value, whoever enters it. */
export const valueRefusals = [
  ...identityNumberRefusals,
  ...phoneRefusals,
  ...membershipDateRefusals,
  'member-value-invalid',
  'identity-number-taken',
  'identity-number-disagrees',
] as const

const Correction = z.object({
  id: z.uuid(),
  memberId: z.uuid(),
  memberName: z.string(),
  orgName: z.string(),
  field,
  nowShown: z.string().nullable(),
  wanted: z.string(),
  reason: z.string(),
  fileId: z.uuid().nullable(),
  state: z.enum(['open', 'accepted', 'refused', 'withdrawn']),
  requestedAt: instant,
  answerDueOn: plainDate,
  overdue: z.boolean(),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  decisionReason: z.string().nullable(),
  /** False for a request about the caller's own file. */
  mayDecide: z.boolean(),
})

export const requestCorrection = defineCommand({
  id: 'correction.request',
  summary: { zh: '请组织更正我的档案', en: 'Ask for a correction of my file' },
  input: z.object({
    field,
    wanted: z.string().trim().max(200),
    reason: z.string().trim().max(500).default(''),
    fileId: z.uuid().nullable().default(null),
  }),
  output: z.object({ id: z.uuid(), answerDueOn: plainDate }),
  refusals: [...correctionRefusals, ...valueRefusals],
})

export const withdrawCorrection = defineCommand({
  id: 'correction.withdraw',
  summary: { zh: '撤回更正申请', en: 'Take back a correction request' },
  input: z.object({ correctionId: z.uuid() }),
  output: z.object({ withdrawn: z.literal(true) }),
  refusals: ['correction-already-decided'],
})

export const listCorrections = defineQuery({
  id: 'correction.list',
  summary: { zh: '更正申请', en: 'Correction requests' },
  input: z.object({
    /** `mine`: the caller's own; `queue`: those the caller answers. */
    view: z.enum(['mine', 'queue']),
    state: z.enum(['open', 'answered', 'all']).default('open'),
    offset: z.int().min(0).max(100_000).default(0),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.object({ total: z.int(), corrections: z.array(Correction) }),
})

export const unmaskCorrection = defineCommand({
  id: 'correction.unmask',
  summary: { zh: '核对更正申请里的完整号码', en: 'Read the full numbers of a request to check them' },
  input: z.object({ correctionId: z.uuid() }),
  output: z.object({ now: z.string().nullable(), wanted: z.string() }),
  refusals: ['correction-already-decided'],
  secretAnswer: true,
})

export const decideCorrection = defineCommand({
  id: 'correction.decide',
  summary: { zh: '答复更正申请', en: 'Answer a correction request' },
  input: z.object({
    correctionId: z.uuid(),
    accepted: z.boolean(),
    reason: z.string().trim().max(500).default(''),
  }),
  output: z.object({ state: z.enum(['accepted', 'refused']) }),
  refusals: [
    ...correctionRefusals,
    ...valueRefusals,
    'member-already-closed',
    'category-unchanged',
    'category-in-future',
    'category-before-last-change',
    'category-needs-reason',
    'member-nothing-to-change',
  ],
})

export const correctionOperations = {
  requestCorrection,
  withdrawCorrection,
  listCorrections,
  unmaskCorrection,
  decideCorrection,
}
