import { disposalForms, disposalStates } from '@steward/domain/outcomes/disposal.ts'
import { disposalGrounds } from '@steward/domain/outcomes/disposal-ground.ts'
import { plainDate } from '#platform/operation.ts'
import { z } from 'zod'

export const disposalId = z.uuid()
export const disposalForm = z.enum(disposalForms)
export const disposalState = z.enum(disposalStates)
export const disposalGround = z.enum(disposalGrounds)
export const disposalEnds = ['changed', 'notChanged', 'withdrew', 'refused', 'lifted'] as const
/** Words of people: up to a page. */
export const disposalWords = z.string().trim().max(4000)
export const disposalLine = z.string().trim().max(120)

/** What the ground rests on; the register knows the rest (R-187, R-203, R-205…R-207). */
export const GroundInput = z.discriminatedUnion('ground', [
  z.object({ ground: z.literal('helpInVain'), helpPlanId: z.uuid() }),
  z.object({
    ground: z.literal('lapse'),
    monthsWithoutLife: z.int().min(0).max(600),
    monthsWithoutDues: z.int().min(0).max(600),
    monthsWithoutWork: z.int().min(0).max(600),
    goodReason: z.boolean(),
    /** Name of whoever looked into it; a counter of months alone is no fact. */
    lookedIntoBy: disposalLine,
  }),
  z.object({
    ground: z.literal('lostContact'),
    lostSince: plainDate,
    foundOn: plainDate.nullable(),
  }),
  z.object({ ground: z.literal('correctionWithoutChange'), earlierId: disposalId }),
  z.object({ ground: z.literal('persuasionRefused'), earlierId: disposalId }),
  z.object({ ground: z.literal('decidedElsewhere'), outsideDocument: disposalLine }),
])
export type GroundInput = z.output<typeof GroundInput>

/** The count of a vote; who should attend is counted by the register and only confirmed here. */
export const VoteInput = z.object({
  on: plainDate,
  seenShouldAttend: z.int(),
  present: z.int().min(0).max(100_000),
  written: z.int().min(0).max(100_000),
  yes: z.int().min(0).max(100_000),
  no: z.int().min(0).max(100_000),
  abstain: z.int().min(0).max(100_000),
  chair: disposalLine,
  minutes: disposalLine,
  /** Left out of who should attend, with the document from above and the day of the assembly; no ground is asked. */
  leftOut: z
    .array(
      z.object({
        memberId: z.uuid(),
        body: disposalLine,
        document: disposalLine,
        assemblyOn: plainDate.nullable(),
      }),
    )
    .max(50)
    .default([]),
})
export const VoteShown = z.object({
  on: plainDate,
  shouldAttend: z.int(),
  present: z.int(),
  written: z.int(),
  yes: z.int(),
  no: z.int(),
  abstain: z.int(),
  chair: z.string(),
  minutes: z.string(),
  carried: z.boolean(),
  about: z.enum(['disposal', 'end']),
  by: z.string(),
})
export const NumberInput = z.object({
  issuer: z.string().trim().min(1).max(30),
  year: z.int().min(1949).max(2999),
  number: z.int().min(1).max(99_999),
})
