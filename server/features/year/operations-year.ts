import { yearLinks } from '@steward/domain/year/link.ts'
import { yearBlocks } from '@steward/domain/year/year-close.ts'
import { defineCommand, defineQuery, instant, plainDate } from '#platform/operation.ts'
import { z } from 'zod'

export const year = z.int().min(2000).max(2200)
/** Whole hundredths. */
export const points = z.int()
const link = z.enum(yearLinks)
const place = { orgId: z.uuid(), year }
export const Org = z.object({ id: z.uuid(), name: z.string() })

/** Whether a branch can close: it waits for something, nothing stands in its way, it is closed. */
const state = z.enum(['open', 'ready', 'closed'])
const LinkState = z.object({ link, complete: z.boolean(), open: z.int(), signed: z.boolean() })
const Block = z.object({ code: z.enum(yearBlocks), count: z.int() })
const Disputes = { objectionsOpen: z.int(), appealsOpen: z.int(), toleranceOpen: z.int() }
const Closing = z.object({
  by: z.string(),
  at: instant,
  members: z.int(),
  carried: z.int(),
  carriedPoints: points,
})

export const yearShows = ['all', 'open', 'ready', 'closed', 'disputed', ...yearLinks] as const

export const showYearBoard = defineQuery({
  id: 'year.board',
  summary: { zh: '各支部一年的四个环节走到哪一步', en: 'Where the four links of the branches stand' },
  input: z.object({
    orgId: z.uuid(),
    year,
    show: z.enum(yearShows).default('all'),
    offset: z.int().min(0).max(100_000).default(0),
    limit: z.int().min(1).max(200).default(50),
  }),
  output: z.object({
    org: Org,
    year: z.int(),
    isOver: z.boolean(),
    /** Branches by link: complete, signed as missing, open (S-155). */
    links: z.array(z.object({ link, branches: z.int(), complete: z.int(), signed: z.int(), open: z.int() })),
    counts: z.object({
      branches: z.int(),
      open: z.int(),
      ready: z.int(),
      closed: z.int(),
      disputed: z.int(),
    }),
    /** The organisations right below that have branches, in the order of the tree. */
    below: z.array(
      z.object({
        ...{ orgId: z.uuid(), orgName: z.string(), branches: z.int(), members: z.int(), closed: z.int() },
        disputed: z.int(),
        /** How many branches have each link complete or signed. */
        done: z.object({ pledges: z.int(), points: z.int(), appraisal: z.int(), outcomes: z.int() }),
      }),
    ),
    rows: z.array(
      z.object({
        ...{ orgId: z.uuid(), orgName: z.string(), above: z.string(), members: z.int() },
        links: z.array(LinkState),
        ...Disputes,
        state,
        closedAt: instant.nullable(),
      }),
    ),
    total: z.int(),
    /** What was carried over so far. */
    carried: z.object({ members: z.int(), carried: z.int(), points }),
    county: Closing.nullable(),
    /** Closing of all ready branches that runs, or ran last. */
    run: z
      .object({
        ...{ done: z.int(), all: z.int(), closed: z.int(), blocked: z.int(), by: z.string() },
        startedAt: instant,
        endedAt: instant.nullable(),
      })
      .nullable(),
    may: z.array(z.enum(['year.close', 'year.close-below', 'year.close-county'])),
  }),
})

/** What is open in a link, by name where it is about people. */
export const openCodes = [
  'members-without-pledge',
  'pledges-not-judged',
  'months-not-closed',
  'appraisal-not-closed',
  'results-to-come',
  'members-without-use',
  'problems-without-pledge',
] as const

export const showBranchYear = defineQuery({
  id: 'year.branch',
  summary: { zh: '一个支部一年的四个环节', en: 'The four links of a branch' },
  input: z.object(place),
  output: z.object({
    org: Org,
    year: z.int(),
    isOver: z.boolean(),
    /** Null where the branch was not there at the end of the year. */
    branch: z
      .object({
        members: z.int(),
        state,
        links: z.array(
          LinkState.extend({
            /** Names of members (empty for the branch itself), months, or the stage of the appraisal; twelve at most. */
            items: z.array(z.object({ code: z.enum(openCodes), count: z.int(), names: z.array(z.string()) })),
            gap: z
              .object({
                ...{ reason: z.string(), signerName: z.string(), enteredBy: z.string(), on: plainDate },
                openCount: z.int(),
              })
              .nullable(),
          }),
        ),
        ...Disputes,
        blocks: z.array(Block),
        closing: Closing.nullable(),
      })
      .nullable(),
    countyClosed: z.boolean(),
    may: z.array(z.enum(['year.close', 'year.sign-gap', 'problem.read', 'lens.read'])),
  }),
})

export const previewCarryOver = defineQuery({
  id: 'year.preview',
  summary: { zh: '谁带多少分进下一年', en: 'Who carries how much into the next year' },
  input: z.object(place),
  output: z.object({
    org: Org,
    year: z.int(),
    /** Whether it was done, or would be done now. */
    done: z.boolean(),
    rows: z.array(
      z.object({
        ...{ memberId: z.uuid(), name: z.string() },
        /** Points and appraisal by weight. */
        result: points,
        percent: z.int(),
        /** Null where the class carries nothing over. */
        base: points.nullable(),
        words: z.string(),
        /** The branch the line goes to, where it is another by now. */
        movedTo: z.string().nullable(),
        /** Why it was carried again, after an objection or appeal. */
        reason: z.string(),
      }),
    ),
    members: z.int(),
    carried: z.int(),
    points,
  }),
})

export const signYearGap = defineCommand({
  id: 'year.sign-gap',
  summary: { zh: '给缺的环节签字说明', en: 'Sign a missing link with its reason' },
  input: z.object({
    ...place,
    link,
    reason: z.string().trim().max(500),
    signerName: z.string().trim().max(60),
  }),
  output: z.object({}),
  refusals: [
    'year-closed',
    'year-by-machine',
    'year-gap-needs-reason',
    'year-gap-needs-signer',
    'year-link-complete',
    'year-gap-signed-already',
    'year-only-for-branches',
  ],
})

export const closeBranchYear = defineCommand({
  id: 'year.close',
  summary: { zh: '办结支部的一年', en: 'Close the year of a branch' },
  input: z.object(place),
  output: z.object({ members: z.int(), carried: z.int(), points }),
  refusals: [
    ...yearBlocks.filter((code) => code !== 'year-branches-open'),
    'year-closed',
    'year-by-machine',
    'year-only-for-branches',
  ],
})

export const closeYearsBelow = defineCommand({
  id: 'year.close-below',
  summary: { zh: '办结下级已经齐的支部', en: 'Close the year of all branches below that are ready' },
  input: z.object(place),
  output: z.object({ branches: z.int() }),
  refusals: ['year-nothing-ready', 'year-run-running'],
})

export const closeCountyYear = defineCommand({
  id: 'year.close-county',
  summary: { zh: '办结全县的一年', en: 'Close the year of the county' },
  input: z.object({ year }),
  output: z.object({ members: z.int(), carried: z.int(), points }),
  refusals: ['year-branches-open', 'year-closed', 'year-by-machine', 'year-not-over'],
})

export const showMyYear = defineQuery({
  id: 'year.mine',
  summary: { zh: '我的一年和带过来的分', en: 'The own year and what was carried into it' },
  input: z.object({ year: year.nullable().default(null) }),
  output: z.object({
    year: z.int(),
    orgName: z.string(),
    /** What there is of each link, as far as the member is to know it. */
    pledges: z.object({ accepted: z.int(), judged: z.int(), rectifications: z.int() }),
    points: z.object({ total: points, monthsClosed: z.int() }),
    /** The grade once it was told in person. */
    appraisal: z.object({ stage: z.string().nullable(), grade: z.string().nullable() }),
    outcomes: z.object({ uses: z.int(), noUse: z.string().nullable() }),
    /** The year of the own branch. */
    closedOn: plainDate.nullable(),
    /** What came into this year out of the one before; the newest first. */
    carried: z.array(
      z.object({
        ...{
          result: points,
          percent: z.int(),
          base: points.nullable(),
          words: z.string(),
          reason: z.string(),
        },
        on: plainDate,
        entryId: z.uuid().nullable(),
      }),
    ),
    /** The year before is here and not closed: the base is still to come. */
    waits: z.boolean(),
    /** What of this year would be carried into the next as things stand; null where nothing is. */
    next: z.object({ base: points, words: z.string() }).nullable(),
  }),
})

export const yearLoopOperations = {
  showYearBoard,
  showBranchYear,
  previewCarryOver,
  signYearGap,
  closeBranchYear,
  closeYearsBelow,
  closeCountyYear,
  showMyYear,
}
