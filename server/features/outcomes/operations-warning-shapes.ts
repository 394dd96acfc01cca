import { instant, plainDate } from '#platform/operation.ts'
import { z } from 'zod'

/** Words of people: up to a page. */
export const words = z.string().trim().max(4000)
export const line = z.string().trim().max(120)
export const OrgRef = z.object({ id: z.uuid(), name: z.string() })
export const PaperNumber = z.object({ issuer: z.string(), year: z.int(), number: z.int() })
export const page = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50) }

/** The five facts as they are brought; the rule refuses what is missing. */
export const Facts = z.object({
  deciderName: line,
  body: line,
  decidedOn: plainDate.nullable(),
  reason: words,
  proofOfServiceId: z.string().trim().max(80).nullable(),
})

/** The five facts as they are kept and shown. */
export const Served = z.object({
  decider: z.string(),
  body: z.string(),
  decidedOn: plainDate,
  reason: z.string(),
  proof: z.string(),
  enteredBy: z.string(),
  enteredOn: plainDate,
})

export const Step = z.object({ step: z.string(), words: z.string(), by: z.string(), at: instant })
