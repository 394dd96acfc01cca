import { pointsCategories } from '@steward/domain/points/category.ts'
import {
  approvalRoutes,
  automaticSources,
  awarders,
  claimants,
  evidenceKinds,
  memberClasses,
  proposals,
  rhythms,
  schemeFields,
  valueUnits,
} from '@steward/domain/schemes/scheme.ts'
import type { PlainMonth } from '@steward/domain/shared/plain-date.ts'
import type { Points } from '@steward/domain/shared/points.ts'
import { plainDate } from '#platform/operation.ts'
import { z } from 'zod'

/** The most points anything in a scheme says, in hundredths. */
const MOST = 1_000_000

/** Points in hundredths on the wire; handlers get them branded. */
export const points: z.ZodType<Points, number> = z
  .int()
  .min(-MOST)
  .max(MOST)
  .pipe(z.custom<Points>().meta({ type: 'integer' }))

/** A month on the wire, `2026-11`. */
export const plainMonth: z.ZodType<PlainMonth, string> = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .pipe(z.custom<PlainMonth>().meta({ type: 'string' }))

const limit = points.nullable()
const Caps = z.object({ day: limit, month: limit, year: limit })
const words = (most: number) => z.object({ zh: z.string().max(most), en: z.string().max(most * 2) })

export const DocumentRef = z.object({
  body: z.string().trim().max(120),
  number: z.string().trim().max(80),
  on: plainDate,
})
const document = DocumentRef.nullable()

const unit = z.enum(valueUnits)
const ItemValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fixed'), points, unit }),
  z.object({ kind: z.literal('range'), least: points, most: points, unit }),
])

export const SchemeItem = z.object({
  code: z.string().max(60),
  category: z.enum(pointsCategories),
  name: words(60),
  rule: words(300),
  value: ItemValue,
  caps: Caps,
  evidence: z.object({
    offered: z.array(z.enum(evidenceKinds)).max(evidenceKinds.length).readonly(),
    needed: z.array(z.enum(evidenceKinds)).max(evidenceKinds.length).readonly(),
  }),
  claim: z.array(z.enum(claimants)).max(claimants.length).readonly(),
  award: z.array(z.enum(awarders)).max(awarders.length).readonly(),
  automatic: z.enum(automaticSources).nullable(),
  attendance: z.boolean(),
  fromHome: z.boolean(),
  announced: z.boolean(),
  approval: z.enum(approvalRoutes),
  outsideCaps: document,
})

export const field = z.enum([...schemeFields, 'every'])
export const memberClass = z.enum(memberClasses)
const percent = z.int().min(0).max(1000)
const days = z.int().min(0).max(10_000)

/** What a scheme says; whether it fits together is said by its checks, so that half a draft can be kept. */
export const SchemeContent = z.object({
  field,
  memberClass,
  title: words(60),
  scored: z.boolean(),
  graded: z.boolean(),
  categories: z.object({
    duty: Caps,
    pledgesAndTasks: Caps,
    serviceAndExample: Caps,
    bonus: Caps,
    deductions: Caps,
  }),
  items: z.array(SchemeItem).max(80).readonly(),
  vetoes: z
    .array(
      z.object({
        code: z.string().max(60),
        name: words(120),
        limits: z.enum(['bonus', 'excellent']),
        document,
      }),
    )
    .max(20)
    .readonly(),
  totalCap: limit,
  openBonus: document,
  carryOver: z.object({ percent, resultCap: points, baseCap: points, flat: points }),
  appraisalPercent: percent,
  attendancePercent: percent,
  proposalLines: z
    .array(z.object({ from: points, proposal: z.enum(proposals) }))
    .max(proposals.length)
    .readonly(),
  lateEntryDays: days,
  decideDays: days,
  answerWorkingDays: days,
  noticeWorkingDays: days,
  rhythm: z.enum(rhythms),
})

/** One adopted version, without what it says. */
export const VersionHead = z.object({
  id: z.uuid(),
  label: z.string(),
  effectiveFrom: plainMonth,
  /** The last month it is in force; null while nothing follows it. */
  lastMonth: plainMonth.nullable(),
  adopted: DocumentRef,
})

export const DraftHead = z.object({
  revision: z.int(),
  changedBy: z.string(),
  changedAt: z.date().transform((at) => at.toISOString()),
  /** In how many places it differs from the version it was begun from. */
  changes: z.int(),
})

const details = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly()]),
)
/** Something in the numbers that does not fit; an error keeps the version from being adopted. */
export const Fault = z.object({
  code: z.string(),
  weight: z.enum(['error', 'advice']),
  where: z.string(),
  details,
})
const text = z.object({ zh: z.string(), en: z.string() })
/** Words the principles forbid, with the article and what to write instead. */
export const Finding = z.object({
  ruleId: z.string(),
  rule: z.string(),
  article: text,
  words: z.array(z.string()).readonly(),
  instead: text,
  weight: z.enum(['refused', 'unfinished']),
  where: z.string(),
})
export const Share = z.object({ points, of: points, percent: z.int() })

/** What can be said about a content by looking at it. */
export const Checks = z.object({
  faults: z.array(Fault).readonly(),
  findings: z.array(Finding).readonly(),
  attendance: Share,
  home: Share,
  /** What the parts of a year can come to with the base; null where one is open. */
  most: points.nullable(),
  claimable: z.int(),
})
