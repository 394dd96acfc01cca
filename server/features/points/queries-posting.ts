import { flatBase, startsFlat } from '@steward/domain/points/base.ts'
import type { TotalTerm } from '@steward/domain/points/category.ts'
import {
  type Credited,
  type CreditedItem,
  type CreditRules,
  creditRaw,
  type Used,
} from '@steward/domain/points/credit.ts'
import {
  type Answering,
  checkEntry,
  correctEntry,
  type EntryKind,
  type EntryRefusal,
  type EntrySource,
  type LedgerEntry,
  type ReversalRefusal,
  reverseEntry,
} from '@steward/domain/points/entry.ts'
import { monthFor, type MonthState, takesEntries } from '@steward/domain/points/month.ts'
import { type CreditedSum, usedBy } from '@steward/domain/points/used.ts'
import type { SchemeVersion } from '@steward/domain/schemes/scheme.ts'
import { agree, type Decision } from '@steward/domain/shared/decision.ts'
import {
  firstDayOf,
  lastDayOf,
  plainDate,
  type PlainDate,
  type PlainMonth,
  toPlainMonth,
  yearOf,
} from '@steward/domain/shared/plain-date.ts'
import type { Points } from '@steward/domain/shared/points.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import { insertEntries, type NewEntry } from './queries-ledger.ts'

/** A deed about to be counted: whose, of which branch, on which day. */
export type PostingOf = { readonly memberId: string; readonly orgId: string; readonly deedOn: PlainDate }

/** What a line says beside what follows from the posting. */
export type NewLine = {
  /** Where the caller writes what names the line in the same breath. */
  readonly id?: string
  readonly kind: EntryKind
  readonly term: TotalTerm
  readonly itemCode: string | null
  readonly raw: Points
  readonly authorId: string
  readonly reviewerId: string | null
  readonly reviewerMemberId: string | null
  readonly source: { readonly kind: EntrySource; readonly id: string }
  readonly evidence: readonly string[]
  readonly refersTo: string | null
  readonly reason: string | null
} & Credited

/** Everything a member's credit is counted over, held until the transaction ends. */
export type Posting = {
  /** What the caps of an item have taken before. */
  used(item: CreditedItem): Used
  /** The month whose statement a line of this day goes to now. */
  monthFor(what: 'deed' | 'objection'): PlainMonth
  /** Checks and writes a line; the next one of this posting counts it. */
  post(line: NewLine): Promise<Decision<LedgerEntry, EntryRefusal>>
}

type Facts = {
  readonly sums: readonly CreditedSum[]
  readonly months: readonly { month: PlainMonth; state: MonthState }[]
  readonly hadYearBefore: boolean
}

/**
 * Opens a posting under the version of the deed's month: locks the member's year, so that two at once against one cap wait
 * for each other, then reads what was credited and where the branch's months stand; those stay where they are until
 * the end of the transaction. A year without a base gets the flat one first, unless it follows a year here.
 */
export async function openPosting(context: Context, of: PostingOf, version: SchemeVersion): Promise<Posting> {
  const { tx } = context
  const { memberId, orgId, deedOn } = of
  // Sent together, done one after the other.
  const [, facts] = await Promise.all([lockYear(tx, memberId, yearOf(deedOn)), loadFacts(tx, of)])
  const states = new Map(facts.months.map(({ month, state }) => [month, state]))
  const sums = [...facts.sums]
  const place = (what: 'deed' | 'objection', from = toPlainMonth(deedOn)) =>
    monthFor(from, (each) => states.get(each), what)
  const waiting: NewEntry[] = []
  const count = ({ entry, outsideCaps }: NewEntry) => {
    const { itemCode, term, credited } = entry
    const same = term === 'base' ? 0 : credited
    sums.push({ itemCode, term, outsideCaps, day: same, month: same, year: credited })
  }
  const hadYearBefore = facts.hadYearBefore
  if (!sums.some(({ term }) => term === 'base') && startsFlat(version.carryOver, { hadYearBefore })) {
    const base = baseLine(context, of, version, place('deed'))
    count(base)
    waiting.push(base)
  }
  return {
    used: (item) => usedBy(sums, item),
    monthFor: place,
    async post({ reviewerMemberId, id = context.newId(), ...line }) {
      const what = line.source.kind === 'objection' ? 'objection' : 'deed'
      // What answers a line is never posted before it.
      const month = place(what, line.refersTo === null ? undefined : await findMonthOf(tx, line.refersTo))
      const entry: LedgerEntry = {
        ...line,
        id,
        memberId,
        orgId,
        schemeVersionId: version.id,
        deedOn,
        postedAt: context.now,
        month,
      }
      const checked = checkEntry(entry, { reviewerMemberId })
      if (!checked.ok) return checked
      const added = { entry, outsideCaps: isOutside(version, line.itemCode) }
      // Without a wait in between the line goes out before what its caller sends next.
      if (!states.has(month)) await holdMonth(context, orgId, month, states, what)
      await insertEntries(tx, [...waiting.splice(0), added])
      count(added)
      return agree(entry)
    },
  }
}

/** Takes a line back whole, in a month that takes what an objection orders. */
export async function postReversal(
  context: Context,
  original: { readonly entry: LedgerEntry; readonly outsideCaps: boolean },
  answering: Omit<Answering, 'id' | 'orgId' | 'postedAt' | 'month'>,
): Promise<Decision<LedgerEntry, ReversalRefusal>> {
  const { tx } = context
  const { entry, outsideCaps } = original
  await lockYear(tx, entry.memberId, yearOf(entry.deedOn))
  const facts = await loadFacts(tx, entry)
  const states = new Map(facts.months.map(({ month, state }) => [month, state]))
  const month = monthFor(entry.month, (each) => states.get(each), 'objection')
  const alreadyReversed = await isReversed(tx, entry.id)
  const reversed = reverseEntry(
    entry,
    { ...answering, id: context.newId(), orgId: entry.orgId, postedAt: context.now, month },
    { alreadyReversed },
  )
  if (!reversed.ok) return reversed
  await holdMonth(context, entry.orgId, month, states, 'objection')
  await insertEntries(tx, [{ entry: reversed.value, outsideCaps }])
  return reversed
}

/**
 * Takes a line back and writes it again with the right value, under its own version and the caps as they stand after the
 * reversal. Both lines are one statement; a line outside the caps stays there.
 */
export async function postCorrection(
  context: Context,
  original: { readonly entry: LedgerEntry; readonly outsideCaps: boolean },
  right: { readonly raw: Points; readonly item: CreditedItem; readonly rules: CreditRules },
  answering: Omit<Answering, 'id' | 'orgId' | 'postedAt' | 'month'>,
): Promise<Decision<readonly [LedgerEntry, LedgerEntry], ReversalRefusal | EntryRefusal>> {
  const { tx } = context
  const { entry, outsideCaps } = original
  await lockYear(tx, entry.memberId, yearOf(entry.deedOn))
  const facts = await loadFacts(tx, entry)
  const states = new Map(facts.months.map(({ month, state }) => [month, state]))
  const month = monthFor(entry.month, (each) => states.get(each), 'objection')
  const alreadyReversed = await isReversed(tx, entry.id)
  const back = 0 - entry.credited
  const { itemCode, term } = entry
  const returned: CreditedSum = { itemCode, term, outsideCaps, day: back, month: back, year: back }
  const used = usedBy([...facts.sums, returned], right.item)
  const credited = creditRaw(right.rules, right.item, right.raw, used)
  const corrected = correctEntry(
    entry,
    { id: context.newId(), raw: right.raw, ...credited },
    { ...answering, id: context.newId(), orgId: entry.orgId, postedAt: context.now, month },
    { alreadyReversed },
  )
  if (!corrected.ok) return corrected
  const checked = checkEntry(corrected.value[1], { reviewerMemberId: answering.reviewerMemberId })
  if (!checked.ok) return checked
  await holdMonth(context, entry.orgId, month, states, 'objection')
  await insertEntries(
    tx,
    corrected.value.map((each) => ({ entry: each, outsideCaps })),
  )
  return corrected
}

/** The line a year begins with where nothing was carried over; it follows from the scheme, so nobody reviews it. */
export function baseLine(
  context: Pick<Context, 'newId' | 'now'>,
  of: PostingOf,
  version: SchemeVersion,
  month: PlainMonth,
): NewEntry {
  const year = yearOf(of.deedOn)
  const { points } = flatBase(version.carryOver)
  return {
    outsideCaps: false,
    entry: {
      id: context.newId(),
      memberId: of.memberId,
      orgId: of.orgId,
      kind: 'base',
      term: 'base',
      itemCode: null,
      raw: points,
      credited: points,
      limit: null,
      schemeVersionId: version.id,
      deedOn: plainDate(`${year}-01-01`),
      postedAt: context.now,
      month,
      authorId: version.id,
      reviewerId: null,
      source: { kind: 'year', id: String(year) },
      evidence: [],
      refersTo: null,
      reason: null,
    },
  }
}

export function isOutside(version: SchemeVersion, itemCode: string | null): boolean {
  return version.items.some(({ code, outsideCaps }) => code === itemCode && outsideCaps !== null)
}

/** Holds a member's year; the row is made where there is none. */
export async function lockYear(tx: CountyTx, memberId: string, year: number): Promise<void> {
  await tx.raw(
    'points-lock-year',
    `insert into points_balance as b (county_id, member_id, year) values ($1, $2, $3)
     on conflict (county_id, member_id, year) do update set entry_count = b.entry_count`,
    [memberId, year],
  )
}

// A statement of its own after the lock: its snapshot must hold what the ones before have committed.
async function loadFacts(tx: CountyTx, { memberId, orgId, deedOn }: PostingOf): Promise<Facts> {
  const month = toPlainMonth(deedOn)
  const [facts] = await tx.raw<Facts>(
    'points-facts',
    `with held as (
       select month, state from points_month where county_id = $1 and party_org_id = $3 and month >= $5 for share
     )
     select coalesce((select json_agg(s) from (
         select item_code as "itemCode", term, outside_caps as "outsideCaps",
           coalesce(sum(credited) filter (where deed_on = $4), 0)::int as day,
           coalesce(sum(credited) filter (where deed_on between $6 and $7), 0)::int as month,
           sum(credited)::int as year
         from ledger_entry where county_id = $1 and member_id = $2
           and deed_on between date_trunc('year', $4::date)::date and make_date(extract(year from $4::date)::int, 12, 31)
         group by 1, 2, 3) s), '[]'::json) as sums,
       coalesce((select json_agg(held) from held), '[]'::json) as months,
       exists (select 1 from points_balance b where b.county_id = $1 and b.member_id = $2
         and b.year = extract(year from $4::date)::int - 1 and b.entry_count > 0) as "hadYearBefore"`,
    [memberId, orgId, deedOn, month, firstDayOf(month), lastDayOf(month)],
  )
  return facts ?? { sums: [], months: [], hadYearBefore: false }
}

/** A month nobody has begun yet gets its row, so that whoever moves it on waits for this line. */
export async function holdMonth(
  context: Context,
  orgId: string,
  month: PlainMonth,
  states: ReadonlyMap<PlainMonth, MonthState>,
  what: 'deed' | 'objection',
): Promise<void> {
  if (states.has(month)) return
  const [row] = await context.tx.raw<{ state: MonthState }>(
    'points-month-begin',
    `insert into points_month as p (county_id, party_org_id, month, state, changed_at) values ($1, $2, $3, 'open', $4)
     on conflict (county_id, party_org_id, month) do update set changed_at = p.changed_at returning state`,
    [orgId, month, context.now],
  )
  if (row !== undefined && !takesEntries(row.state, what)) throw new MonthMovedOn()
}

/** Somebody moved the month on between two statements: the operation is tried again, like any clash. */
export class MonthMovedOn extends Error {
  readonly code = '40001'
}

async function findMonthOf(tx: CountyTx, entryId: string): Promise<PlainMonth | undefined> {
  const [row] = await tx.raw<{ month: PlainMonth }>(
    'ledger-month-of',
    `select month from ledger_entry where county_id = $1 and id = $2`,
    [entryId],
  )
  return row?.month
}

async function isReversed(tx: CountyTx, entryId: string): Promise<boolean> {
  const found = await tx.raw(
    'ledger-reversed',
    `select 1 from ledger_entry where county_id = $1 and refers_to = $2 and kind = 'reversal'`,
    [entryId],
  )
  return found.length > 0
}
