import { commentStates, holdReasons } from '@steward/domain/pledges/pledge-comment.ts'
import { pledgeEntries } from '@steward/domain/pledges/pledge-entry.ts'
import { outcomes } from '@steward/domain/pledges/pledge-outcome.ts'
import { pledgeEvidence, pledgeParts, pledgeSources, pledgeStates } from '@steward/domain/pledges/pledge.ts'
import type { PlainMonth } from '@steward/domain/shared/plain-date.ts'
import { plainDate } from '#platform/operation.ts'
import { z } from 'zod'

const plainMonth: z.ZodType<PlainMonth, string> = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .pipe(z.custom<PlainMonth>().meta({ type: 'string', pattern: 'yyyy-mm' }))

export const Year = z.int().min(2000).max(2100)
export const Period = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('year'), year: Year }),
  z.object({
    kind: z.literal('quarter'),
    year: Year,
    quarter: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  }),
  z.object({ kind: z.literal('month'), month: plainMonth }),
])

/** The six parts; each may still be missing. */
export const Fields = z.object({
  object: z.string().trim().max(60),
  measure: z.string().trim().max(120),
  /** Whole hundredths of the unit. */
  quantity: z
    .object({ hundredths: z.int().max(2_000_000_000), unit: z.string().trim().min(1).max(8) })
    .nullable(),
  dueOn: plainDate.nullable(),
  evidence: z.array(z.enum(pledgeEvidence)).max(4),
  source: z.enum(pledgeSources).nullable(),
})

/** What one writes; longer sentences are refused with the limit named. */
export const Written = z.object({
  text: z.string().max(2000),
  fields: Fields,
  period: Period,
  planItemId: z.uuid().nullable().default(null),
  skill: z.string().trim().max(40).default(''),
})

export const ReturnPart = z.enum(['text', ...pledgeParts])
export const Return = z.object({ part: ReturnPart, reason: z.string(), by: z.string(), on: plainDate })

export const Progress = z.object({
  /** Hundredths of the unit from reviewed deeds. */
  done: z.int(),
  of: z.int().nullable(),
  percent: z.int(),
})

export const Outcome = z.object({
  outcome: z.enum(outcomes),
  explanation: z.string(),
  by: z.string(),
  on: plainDate,
})

export const PledgeRow = z.object({
  id: z.uuid(),
  orgId: z.uuid(),
  orgName: z.string(),
  /** Null for a pledge of an organisation. */
  memberId: z.uuid().nullable(),
  name: z.string(),
  text: z.string(),
  fields: Fields,
  period: Period,
  skill: z.string(),
  planItemId: z.uuid().nullable(),
  planItem: z.string().nullable(),
  /** Puts a listed problem of the year before right. */
  rectifies: z.boolean(),
  state: z.enum(pledgeStates),
  late: z.boolean(),
  submittedOn: plainDate.nullable(),
  publishedOn: plainDate.nullable(),
  returns: z.array(Return),
  progress: Progress,
  /** Past its day and not all done: time to ask what came between. */
  behind: z.boolean(),
  outcome: Outcome.nullable(),
  /** Comments shown, and those among them without an answer. */
  comments: z.int(),
  unanswered: z.int(),
  entry: z.enum(pledgeEntries),
  enteredBy: z.string(),
  /** Written down by another person and not confirmed by the member yet. */
  toConfirm: z.boolean(),
  revision: z.int(),
})

export const CommentRow = z.object({
  id: z.uuid(),
  pledgeId: z.uuid(),
  /** Null for one of the public. */
  by: z.string().nullable(),
  text: z.string(),
  saidOn: plainDate,
  state: z.enum(commentStates),
  heldFor: z.enum(holdReasons).nullable(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  reported: z.boolean(),
})

export const Person = z.object({ id: z.uuid(), name: z.string() })
export const PlanItem = z.object({
  id: z.uuid(),
  position: z.int(),
  title: z.string(),
  detail: z.string(),
  /** Pledges that carry it, of members and of organisations. */
  carriedBy: z.int(),
  dropped: z.boolean(),
})
