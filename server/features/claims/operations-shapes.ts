import { aloneReasons, reviewRefusals } from '@steward/domain/claims/review.ts'
import { claimLevels, claimMoves, claimRoutes, keptClaimStates } from '@steward/domain/claims/claim.ts'
import { witnessAnswers, witnessWays } from '@steward/domain/claims/witness.ts'
import { pointsCategories } from '@steward/domain/points/category.ts'
import { limitKinds } from '@steward/domain/points/credit.ts'
import { approvalRoutes, evidenceKinds, valueUnits } from '@steward/domain/schemes/scheme.ts'
import { instant, plainDate } from '#platform/operation.ts'
import { z } from 'zod'

/** Points in hundredths. */
export const points = z.int()
/** In hundredths of the unit of the item. */
export const quantity = z.int().max(100_000)
export const revision = z.int()
export const reason = z.string().trim().max(300)
export const Words = z.object({ zh: z.string(), en: z.string() })
export const page = {
  offset: z.int().min(0).max(100_000).default(0),
  limit: z.int().min(1).max(100).default(50),
}

/** An item of a scheme as a member or a reviewer reads it. */
export const ItemView = z.object({
  code: z.string(),
  name: Words,
  rule: Words,
  category: z.enum(pointsCategories),
  value: z.union([
    z.object({ kind: z.literal('fixed'), points, unit: z.enum(valueUnits) }),
    z.object({ kind: z.literal('range'), least: points, most: points, unit: z.enum(valueUnits) }),
  ]),
  evidence: z.object({ offered: z.array(z.enum(evidenceKinds)), needed: z.array(z.enum(evidenceKinds)) }),
  /** How far a credit travels before it counts. */
  approval: z.enum(approvalRoutes),
})

/** A cap, what it allows and what of it is taken already. */
export const Limit = z.object({ by: z.enum(limitKinds), cap: points, used: points })
/** What an item can still bring; `left` null where nothing is set. */
export const Room = z.object({ left: points.nullable(), limit: Limit.nullable() })
/** What would go to the ledger now. */
export const Award = z.object({ raw: points, credited: points, limit: Limit.nullable() })

export const Witness = z.object({
  id: z.uuid(),
  memberId: z.uuid().nullable(),
  name: z.string(),
  askedOn: plainDate,
  answer: z.enum(witnessAnswers).nullable(),
  answeredOn: plainDate.nullable(),
  how: z.enum(witnessWays).nullable(),
  note: z.string(),
  /** Who took the answer down by telephone or in person. */
  takenBy: z.string().nullable(),
})

export const EvidenceView = z.object({
  id: z.uuid(),
  kind: z.enum(['photo', 'paper', 'roster']),
  fileId: z.uuid().nullable(),
  /** Of the file, where there is one. */
  name: z.string().nullable(),
  type: z.string().nullable(),
  /** Whether the file can still be opened. */
  open: z.boolean(),
  note: z.string(),
  addedBy: z.string(),
})

/** What happened to a claim; the member reads all of it. */
export const ClaimStep = z.object({
  move: z.enum(claimMoves),
  level: z.enum(claimLevels),
  by: z.string(),
  at: instant,
  reason: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})

/** A claim in a list. */
export const ClaimLine = z.object({
  id: z.uuid(),
  number: z.string(),
  memberId: z.uuid(),
  memberName: z.string(),
  orgId: z.uuid(),
  orgName: z.string(),
  /** Name of the item; the pledge or the task stands in `targetTitle`. */
  itemCode: z.string(),
  itemName: Words,
  category: z.enum(pointsCategories),
  targetKind: z.enum(['item', 'pledge', 'task']),
  targetTitle: z.string().nullable(),
  said: z.string(),
  quantity: z.int(),
  unit: z.enum(valueUnits),
  deedOn: plainDate,
  submittedOn: plainDate,
  submittedAt: instant,
  /** The deed is of an earlier month. */
  late: z.boolean(),
  state: z.enum(keptClaimStates),
  level: z.enum(claimLevels),
  route: z.enum(claimRoutes),
  /** Who reported it for the member. */
  enteredFor: z.string().nullable(),
  photos: z.int(),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedOn: plainDate.nullable(),
  /** What stands in the ledger for it. */
  credited: points.nullable(),
  revision,
})

export const aloneReason = z.enum(aloneReasons)
export const reviewRefusal = z.enum(reviewRefusals)
