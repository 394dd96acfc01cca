import { claimLevels, claimRoutes } from '@steward/domain/claims/claim.ts'
import { reviewRefusals } from '@steward/domain/claims/review.ts'
import { takeBackRefusals } from '@steward/domain/claims/take-back.ts'
import { pointsCategories } from '@steward/domain/points/category.ts'
import { defineCommand, defineQuery, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import {
  aloneReason,
  Award,
  ClaimLine,
  page,
  points,
  quantity,
  reason,
  revision,
  reviewRefusal,
} from './operations-shapes.ts'

const claimId = z.uuid()
const refusals = [...reviewRefusals, 'claim-changed'] as const

/** What a decision came to. */
const Decided = z.object({
  state: z.enum(['submitted', 'approved', 'adjusted', 'returned', 'refused']),
  /** Where it lies now; another one where a higher level approves next. */
  level: z.enum(claimLevels),
  award: Award.nullable(),
  entryId: z.uuid().nullable(),
  /** Month whose statement carries the line. */
  month: z.string().nullable(),
  revision,
})

export const listQueue = defineQuery({
  id: 'claim.queue',
  summary: { zh: '待审的申报', en: 'Claims waiting for review' },
  input: z.object({
    /** One branch; all within reach where it is left out. */
    orgId: z.uuid().optional(),
    /** `mine` lies at a level the reader decides; `decided` was decided lately; `all` is everything undecided within reach. */
    show: z.enum(['mine', 'all', 'decided']).default('mine'),
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .optional(),
    route: z.enum(claimRoutes).optional(),
    category: z.enum(pointsCategories).optional(),
    memberId: z.uuid().optional(),
    search: z.string().trim().max(40).default(''),
    ...page,
  }),
  output: z.object({
    rows: z.array(
      ClaimLine.extend({
        waitingDays: z.int(),
        decideByOn: plainDate,
        /** Negative when over. */
        daysLeft: z.int(),
        evidenceComplete: z.boolean(),
        /** Credited if approved now, with what stands above it in the list credited first; null while a value must be chosen. */
        would: Award.nullable(),
        /** Why it is not approved together with others; null where it may be. */
        alone: aloneReason.nullable(),
        hasDouble: z.boolean(),
        barred: reviewRefusal.nullable(),
        /** Whether the reader decides at its level. */
        mayReview: z.boolean(),
      }),
    ),
    total: z.int(),
    /** How long the undecided ones of the reader usually take. */
    minutes: z.int(),
    /** Undecided ones by month of the deed, under the same filters but the month. */
    months: z.array(z.object({ month: z.string(), count: z.int() })),
    counts: z.object({ mine: z.int(), all: z.int(), overdue: z.int() }),
  }),
})

export const approveClaim = defineCommand({
  id: 'claim.approve',
  summary: { zh: '通过一件申报', en: 'Approve a claim' },
  input: z.object({
    claimId,
    revision,
    /** Value of one unit where the item has bounds. */
    chosen: points.nullable().default(null),
  }),
  output: Decided,
  refusals,
})

export const adjustClaim = defineCommand({
  id: 'claim.adjust',
  summary: { zh: '改分并说明', en: 'Approve with another value and the reason' },
  input: z.object({ claimId, revision, quantity, chosen: points.nullable().default(null), reason }),
  output: Decided,
  refusals,
})

export const returnClaim = defineCommand({
  id: 'claim.return',
  summary: { zh: '退回并说明', en: 'Return a claim with the reason' },
  input: z.object({ claimId, revision, reason }),
  output: Decided,
  refusals,
})

export const refuseClaim = defineCommand({
  id: 'claim.refuse',
  summary: { zh: '不记并说明', en: 'Refuse a claim with the reason' },
  input: z.object({ claimId, revision, reason }),
  output: Decided,
  refusals,
})

export const approveMany = defineCommand({
  id: 'claim.approve-many',
  summary: { zh: '一起通过', en: 'Approve several claims together' },
  input: z.object({ claims: z.array(z.object({ claimId, revision })).min(1).max(100) }),
  output: z.object({
    approved: z.array(z.object({ claimId, number: z.string(), credited: points, revision })),
    /** Left to be decided one by one, and why. */
    left: z.array(
      z.object({
        claimId,
        number: z.string(),
        why: z.enum([...aloneReason.options, 'changed']),
        barred: reviewRefusal.nullable(),
      }),
    ),
    credited: points,
  }),
})

export const takeBackDecision = defineCommand({
  id: 'claim.take-back-decision',
  summary: { zh: '撤回刚才的决定', en: 'Take one’s decision back' },
  input: z.object({ claimId, reason: reason.default('') }),
  output: z.object({ state: z.literal('submitted'), level: z.enum(claimLevels), revision }),
  refusals: takeBackRefusals,
})

export const reviewOperations = {
  listQueue,
  approveClaim,
  adjustClaim,
  returnClaim,
  refuseClaim,
  approveMany,
  takeBackDecision,
}
