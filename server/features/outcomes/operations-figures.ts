import { downTriggers } from '@steward/domain/outcomes/down-trigger.ts'
import { defineQuery } from '#platform/operation.ts'
import { z } from 'zod'
import { grade, Org, year } from './operations-use-shapes.ts'

const count = z.int()
const sensitive = count.nullable()

export const showFigures = defineQuery({
  id: 'outcome.figures',
  summary: { zh: '三项机制的数字', en: 'Figures of outcomes' },
  /** Without a year: the latest with grades that are out. */
  input: z.object({ orgId: z.uuid(), year: year.nullable().default(null) }),
  output: z.object({
    org: Org,
    year,
    years: z.array(year),
    grades: z.object({ excellent: count, qualified: count, basicallyQualified: count, unqualified: count }),
    /** Branches whose grades are out, without drafts, and not so far. */
    out: count,
    notDrafted: count,
    waiting: count,
    withoutUse: count,
    /** Drafts the caller may decide. */
    toDecide: count,
    /** Persons, not papers. What lies outside the caller's duties is null. */
    figures: z.object({
      commended: count,
      tolerated: sensitive,
      warned: sensitive,
      talked: sensitive,
      talkExplained: sensitive,
      measured: sensitive,
      lostAwards: sensitive,
      onHold: sensitive,
    }),
    unqualified: z
      .object({
        graded: count,
        correctionOrders: count,
        cautions: count,
        turnedAround: count,
        partyWarnings: count,
        removedFromPosts: count,
        persuadedOut: count,
        removed: count,
        open: count,
      })
      .nullable(),
    disposals: z
      .object({
        cases: count,
        open: count,
        correctionOrders: count,
        turnedAround: count,
        persuadedOut: count,
        removed: count,
      })
      .nullable(),
    may: z.array(z.enum(['draft', 'cadres', 'limits', 'warnings', 'tolerance', 'cases', 'appeals', 'issue'])),
  }),
})

export const listDownTriggers = defineQuery({
  id: 'down-trigger.list',
  summary: {
    zh: '值得看一看的领导干部（提示，不是结论）',
    en: 'Leading cadres worth a look; a hint and no state',
  },
  input: z.object({ orgId: z.uuid(), year }),
  output: z.object({
    org: Org,
    rows: z.array(
      z.object({
        memberId: z.uuid(),
        name: z.string(),
        orgName: z.string(),
        triggers: z.array(z.enum(downTriggers)),
        grades: z.array(z.object({ year, grade })),
      }),
    ),
  }),
})

export const figureOperations = { showFigures, listDownTriggers }
