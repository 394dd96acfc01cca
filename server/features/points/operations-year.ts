import { memberClasses } from '@steward/domain/schemes/scheme.ts'
import { totalTerms } from '@steward/domain/points/category.ts'
import { limitKinds } from '@steward/domain/points/credit.ts'
import { entryKinds, entrySources } from '@steward/domain/points/entry.ts'
import { monthStates } from '@steward/domain/points/month.ts'
import { lineMarks } from '@steward/domain/points/why.ts'
import { defineQuery, instant, plainDate, plainMonth } from '#platform/operation.ts'
import { z } from 'zod'

/** Whole hundredths. */
export const points = z.int()
export const words = z.object({ zh: z.string(), en: z.string() })
export const term = z.enum(totalTerms)
export const year = z.int().min(2000).max(2200)
const year0 = year.nullable().default(null)
/** Oneself where it is left out. */
const memberId = z.uuid().nullable().default(null)

export const Limit = z.object({ by: z.enum(limitKinds), cap: points, used: points })

/** Which document says so. `no` is the item's number in the scheme. */
const RuleSource = z.object({
  versionId: z.uuid(),
  title: words,
  label: z.string(),
  document: z.object({ body: z.string(), number: z.string(), on: plainDate }),
  no: z.int().nullable(),
})

/** Where the month of a line stands, and the notice it was shown on. */
const Published = z.object({
  month: plainMonth,
  state: z.enum(monthStates),
  notice: z
    .object({
      id: z.uuid(),
      state: z.string(),
      postedOn: plainDate.nullable(),
      endsOn: plainDate.nullable(),
      objections: z.int(),
    })
    .nullable(),
})

/** One line of the ledger with all that explains it. */
export const Line = z.object({
  id: z.uuid(),
  kind: z.enum(entryKinds),
  term,
  itemCode: z.string().nullable(),
  itemName: words.nullable(),
  /** How the item counts, from the version that was applied. */
  rule: words.nullable(),
  ruleSource: RuleSource,
  /** What was done, in the words of who reported it; empty where nobody did. */
  said: z.string(),
  quantity: z.number().nullable(),
  /** Number of the claim, such as 26-0921-0417. */
  number: z.string().nullable(),
  raw: points,
  credited: points,
  cappedAway: points,
  limit: Limit.nullable(),
  outsideCaps: z.boolean(),
  marks: z.array(z.enum(lineMarks)),
  deedOn: plainDate,
  postedAt: instant,
  orgId: z.uuid(),
  orgName: z.string(),
  /** Names; the author is empty for a line that follows from the scheme. */
  author: z.string(),
  reviewer: z.string().nullable(),
  source: z.enum(entrySources),
  /** Kind of evidence and, where there is one, a name or digest. */
  evidence: z.array(z.object({ kind: z.string(), text: z.string() })),
  refersTo: z.uuid().nullable(),
  /** The line that took this one back. */
  takenBackBy: z.uuid().nullable(),
  reason: z.string(),
  published: Published,
  /** Stands in the log, so that there is a receipt. */
  sealed: z.boolean(),
  /** The objection that runs on it; what it says is shown to those who handle it. */
  objectionId: z.uuid().nullable(),
  /** Whether the caller may object to it now, and until when. */
  objectUntil: plainDate.nullable(),
})

/** How the year began (R-230…R-232). */
const Base = z.object({
  kind: z.enum(['carryOver', 'flat', 'broughtAlong', 'none']),
  points,
  percent: z.int().nullable(),
  result: points.nullable(),
})

/** What is not in the total yet. */
const StillOpen = z.object({
  kind: z.enum(['claim', 'deduction', 'objection']),
  id: z.uuid(),
  itemName: words.nullable(),
  term: term.nullable(),
  said: z.string(),
  deedOn: plainDate.nullable(),
  /** Value before caps; null where the reviewer chooses it. */
  points: points.nullable(),
  state: z.string(),
  since: plainDate.nullable(),
  dueOn: plainDate.nullable(),
  reviewer: z.string(),
})

export const Term = z.object({
  term,
  raw: points,
  credited: points,
  cappedAway: points,
  /** The cap of the year. */
  cap: points.nullable(),
  lineCount: z.int(),
})

const Person = z.object({
  id: z.uuid(),
  name: z.string(),
  orgId: z.uuid(),
  orgName: z.string(),
  memberClass: z.enum(memberClasses),
  /** False: what is done is thanked for and not counted. */
  scored: z.boolean(),
  /** False: followed, not graded. */
  graded: z.boolean(),
})

export const showYear = defineQuery({
  id: 'points.year',
  summary: { zh: '一名党员一年的积分和每一分的来历', en: 'A member’s year of points, opened into its lines' },
  input: z.object({ memberId, year: year0 }),
  output: z.object({
    person: Person,
    year,
    /** Years with lines, newest first. */
    years: z.array(z.int()),
    self: z.boolean(),
    /** Last closed month of the year. */
    closedUntil: plainMonth.nullable(),
    total: points,
    /** Disputed minus lines left out. */
    totalForAdverse: points,
    base: Base,
    terms: z.array(Term.extend({ lines: z.array(Line) })),
    open: z.array(StillOpen),
    disputed: z.array(z.uuid()),
    scheme: RuleSource.nullable(),
    may: z.array(z.string()),
  }),
})

export const showMine = defineQuery({
  id: 'points.mine',
  summary: { zh: '我今年的积分', en: 'My points this year' },
  input: z.object({ year: year0 }),
  output: z.object({
    year,
    years: z.array(z.int()),
    /** Null for an account that is no member's. */
    person: Person.nullable(),
    closedUntil: plainMonth.nullable(),
    total: points,
    base: Base,
    terms: z.array(Term),
    openCount: z.int(),
    disputedCount: z.int(),
    /** The newest three lines; the others come with `points.year`. */
    latest: z.array(
      Line.pick({
        id: true,
        kind: true,
        term: true,
        itemName: true,
        said: true,
        raw: true,
        credited: true,
        deedOn: true,
        postedAt: true,
      }),
    ),
  }),
})

export const showStatement = defineQuery({
  id: 'points.statement',
  summary: { zh: '一名党员一个月的积分单', en: 'A member’s statement of a month' },
  input: z.object({ memberId, month: plainMonth }),
  output: z.object({
    person: Person,
    self: z.boolean(),
    month: plainMonth,
    /** One for each branch that wrote lines for the month; mostly one. */
    parts: z.array(
      z.object({
        orgId: z.uuid(),
        orgName: z.string(),
        published: Published,
        /** 0 while the month is open and nothing was issued. */
        edition: z.int(),
        issuedAt: instant.nullable(),
        /** Why it was issued again. */
        reason: z.string(),
        terms: z.array(z.object({ term, credited: points })),
        total: points,
        lines: z.array(Line),
        editions: z.array(
          z.object({ edition: z.int(), issuedAt: instant, reason: z.string(), total: points }),
        ),
      }),
    ),
    /** All of the year up to the month, base included. */
    yearTotal: points,
  }),
})

const CapRoom = z.object({
  cap: z.object({ day: points.nullable(), month: points.nullable(), year: points.nullable() }),
  used: z.object({ day: points, month: points, year: points }),
})

export const showRoom = defineQuery({
  id: 'points.room',
  summary: { zh: '还能记多少分', en: 'What is left under each cap' },
  input: z.object({ memberId, on: plainDate.nullable().default(null) }),
  output: z.object({
    person: Person,
    on: plainDate,
    scheme: RuleSource.nullable(),
    categories: z.array(CapRoom.extend({ term })),
    total: z.object({ cap: points.nullable(), used: points }),
    items: z.array(
      CapRoom.extend({
        code: z.string(),
        term,
        name: words,
        rule: words,
        no: z.int(),
        /** What a deed of the day can still bring, and the cap that says so; null: nothing is set. */
        left: points.nullable(),
        limit: Limit.nullable(),
      }),
    ),
  }),
})

export const yearOperations = { showYear, showMine, showStatement, showRoom }
