import { grades } from '@steward/domain/appraisals/grade.ts'
import { plainDate } from '#platform/operation.ts'
import { z } from 'zod'

export const grade = z.enum(grades)
/** Whole hundredths. */
export const points = z.int()
export const revision = z.int()
export const appraisalId = z.uuid()
export const memberId = z.uuid()
/** Words of people: up to a page. */
export const words = z.string().trim().max(4000)
export const line = z.string().trim().max(120)
export const DocumentRef = z.object({ body: line, number: line, on: plainDate })
export const Org = z.object({ id: z.uuid(), name: z.string() })

export const Counts = z.object({
  excellent: z.int(),
  qualified: z.int(),
  basicallyQualified: z.int(),
  unqualified: z.int(),
})
export const PersonCount = z.object({ memberId, counts: Counts, abstained: z.int() })
export const VoteCount = z.object({
  shouldAttend: z.int(),
  present: z.int(),
  written: z.int(),
  yes: z.int(),
  no: z.int(),
  abstain: z.int(),
})
