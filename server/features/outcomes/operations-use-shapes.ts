import { grades } from '@steward/domain/appraisals/grade.ts'
import { limitKinds } from '@steward/domain/outcomes/limit.ts'
import { outcomeUses, useKinds } from '@steward/domain/outcomes/outcome-table.ts'
import { useStates } from '@steward/domain/outcomes/outcome-use.ts'
import { plainDate } from '#platform/operation.ts'
import { z } from 'zod'

export const grade = z.enum(grades)
export const use = z.enum(outcomeUses)
export const useKind = z.enum(useKinds)
export const useState = z.enum(useStates)
export const body = z.enum(['branch', 'baseCommittee', 'orgDepartment', 'county'])
export const limitKind = z.enum(limitKinds)
export const year = z.int().min(1949).max(2200)
export const line = z.string().trim().max(120)
export const words = z.string().trim().max(2000)
export const Org = z.object({ id: z.uuid(), name: z.string() })
export const page = {
  offset: z.int().min(0).max(100_000).default(0),
  limit: z.int().min(1).max(100).default(50),
}

/** The five facts of an adverse entry. */
export const Facts = z.object({
  deciderName: line,
  body: line,
  decidedOn: plainDate.nullable(),
  reason: words,
  proofOfServiceId: z.string().trim().max(80).nullable(),
})
/** The same as they stand on record. */
export const Served = z.object({
  decider: z.string(),
  body: z.string(),
  on: plainDate,
  reason: z.string(),
  proof: z.string(),
})

export const useActs = ['confirm', 'enter', 'decline', 'plan'] as const
export const UseLine = z.object({
  id: z.uuid(),
  memberId: z.uuid(),
  memberName: z.string(),
  orgId: z.uuid(),
  orgName: z.string(),
  year,
  grade,
  use,
  kind: useKind,
  body,
  state: useState,
  draftedOn: plainDate,
  decidedBy: z.string().nullable(),
  decidedOn: plainDate.nullable(),
  document: z.string().nullable(),
  reason: z.string().nullable(),
  /** An appeal against the grade is open: nothing adverse is entered. */
  disputed: z.boolean(),
  /** The grade was told in person; before, nothing adverse is entered. */
  told: z.boolean(),
  /** The caller's own: somebody else decides. */
  isMine: z.boolean(),
  may: z.array(z.enum(useActs)),
})

export const LimitLine = z.object({
  id: z.uuid(),
  memberId: z.uuid(),
  memberName: z.string(),
  orgName: z.string(),
  year,
  kind: limitKind,
  from: plainDate,
  until: plainDate,
  document: z.string(),
  served: Served,
  liftedOn: plainDate.nullable(),
  liftedFor: z.string().nullable(),
  inForce: z.boolean(),
  isMine: z.boolean(),
  mayLift: z.boolean(),
})
