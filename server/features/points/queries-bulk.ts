import { startsFlat } from '@steward/domain/points/base.ts'
import { creditRaw, type CreditRules } from '@steward/domain/points/credit.ts'
import { checkEntry, type EntrySource, type LedgerEntry } from '@steward/domain/points/entry.ts'
import { monthFor, type MonthState, takesEntries } from '@steward/domain/points/month.ts'
import { type StandingLine, usedAmong } from '@steward/domain/points/used.ts'
import { type SchemeVersion, toCreditRules } from '@steward/domain/schemes/scheme.ts'
import { type PlainDate, type PlainMonth, toPlainMonth } from '@steward/domain/shared/plain-date.ts'
import type { Points } from '@steward/domain/shared/points.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import { insertEntries, type NewEntry } from './queries-ledger.ts'
import { baseLine, MonthMovedOn } from './queries-posting.ts'

/** One deed among many, reviewed or taken from a record; points before caps. */
export type ManyDeed = {
  readonly memberId: string
  readonly orgId: string
  readonly version: SchemeVersion
  readonly itemCode: string
  readonly deedOn: PlainDate
  readonly raw: Points
  readonly authorId: string
  readonly reviewerId: string | null
  readonly reviewerMemberId: string | null
  readonly source: { readonly kind: EntrySource; readonly id: string }
  readonly evidence: readonly string[]
}

/** Whose year begins, in which branch and under which version. */
export type Beginning = Pick<ManyDeed, 'memberId' | 'orgId' | 'version' | 'deedOn'>

/** The years of many members, held until the end of the transaction. */
export type ManyPostings = {
  /** Gives the flat base of the year to those who have none; answers how many. */
  begin(at: Pick<Context, 'now' | 'newId'>, people: readonly Beginning[]): Promise<number>
  /**
   * Credits deeds in the order given and writes their lines, each under the caps as a single posting would, the
   * flat base first where a year has none. Throws on a deed no single posting would take.
   */
  post(at: Pick<Context, 'now' | 'newId'>, deeds: readonly ManyDeed[]): Promise<LedgerEntry[]>
  /** The same without waiting for the database to take the lines; \`written\` tells when it has, and must be awaited. */
  send(
    at: Pick<Context, 'now' | 'newId'>,
    deeds: readonly ManyDeed[],
  ): Promise<{ readonly entries: LedgerEntry[]; readonly written: Promise<void> }>
}

// About as many lines as the database takes in a tenth of a second.
const DEEDS_A_STEP = 3000

/** Opens the year of many members at once: for rosters, dues and other records, and for filling a county. */
export async function openManyPostings(
  { tx }: Pick<Context, 'tx'>,
  of: { readonly memberIds: readonly string[]; readonly year: number },
): Promise<ManyPostings> {
  await lockYears(tx, of.memberIds, of.year)
  const [standing, yearBefore] = await Promise.all([
    loadStanding(tx, of.memberIds, of.year),
    listWithYearBefore(tx, of.memberIds, of.year),
  ])
  const months = new Map<string, Map<PlainMonth, MonthState>>()
  const rules = new Map<SchemeVersion, CreditRules>()
  return {
    async begin(at, people) {
      await loadMonths(tx, months, people)
      const lines = people.flatMap((one) => baseFor(at, one))
      await beginMonths(tx, months, lines, at.now)
      for (let start = 0; start < lines.length; start += DEEDS_A_STEP)
        await insertEntries(tx, lines.slice(start, start + DEEDS_A_STEP))
      return lines.length
    },
    async post(at, deeds) {
      const { entries, written } = await send(at, deeds)
      await written
      return entries
    },
    send,
  }

  // While the database takes one step, the next is credited; one more waits with it, so that it never stands idle.
  async function send(at: Pick<Context, 'now' | 'newId'>, deeds: readonly ManyDeed[]) {
    await loadMonths(tx, months, deeds)
    const entries: LedgerEntry[] = []
    let [before, writing] = [Promise.resolve(), Promise.resolve()]
    for (let start = 0; start < deeds.length; start += DEEDS_A_STEP) {
      const lines = deeds.slice(start, start + DEEDS_A_STEP).flatMap((deed) => linesFor(at, deed))
      await before
      before = writing
      const parts = [writing, beginMonths(tx, months, lines, at.now), insertEntries(tx, lines)]
      writing = Promise.all(parts).then(() => undefined)
      // It is awaited in the end; without this a failure in between would end the process.
      writing.catch(() => undefined)
      for (const { entry } of lines) entries.push(entry)
    }
    return { entries, written: writing }
  }

  function baseFor(at: Pick<Context, 'now' | 'newId'>, of: Beginning): NewEntry[] {
    const own = standing.get(of.memberId) ?? []
    standing.set(of.memberId, own)
    if (own.some(({ term }) => term === 'base')) return []
    if (!startsFlat(of.version.carryOver, { hadYearBefore: yearBefore.has(of.memberId) })) return []
    const base = baseLine(at, of, of.version, monthOf(of))
    own.push(toStanding(base))
    return [base]
  }

  function monthOf(of: Beginning): PlainMonth {
    return monthFor(toPlainMonth(of.deedOn), (each) => months.get(of.orgId)?.get(each))
  }

  function linesFor(at: Pick<Context, 'now' | 'newId'>, deed: ManyDeed): NewEntry[] {
    const lines = baseFor(at, deed)
    const own = standing.get(deed.memberId) ?? []
    const month = monthOf(deed)
    const line = creditedLine(at, deed, month, own)
    own.push(toStanding(line))
    return [...lines, line]
  }

  function creditedLine(
    at: Pick<Context, 'now' | 'newId'>,
    deed: ManyDeed,
    month: PlainMonth,
    own: readonly StandingLine[],
  ): NewEntry {
    const { version, itemCode, reviewerMemberId, ...rest } = deed
    const credit = rules.get(version) ?? toCreditRules(version)
    rules.set(version, credit)
    const item = credit.items.get(itemCode)
    if (item === undefined) throw new Error(`${version.title.zh} ${version.label} knows no ${itemCode}`)
    const entry: LedgerEntry = {
      ...rest,
      id: at.newId(),
      kind: 'award',
      term: item.category,
      itemCode,
      ...creditRaw(credit, item, deed.raw, usedAmong(own, item, deed.deedOn)),
      schemeVersionId: version.id,
      postedAt: at.now,
      month,
      refersTo: null,
      reason: null,
    }
    const checked = checkEntry(entry, { reviewerMemberId })
    if (!checked.ok) throw new Error(`A line cannot be written: ${checked.code} ${entry.source.id}`)
    return { entry, outsideCaps: item.outsideCaps }
  }
}

function toStanding({ entry, outsideCaps }: NewEntry): StandingLine {
  const { itemCode, term, deedOn, credited } = entry
  return { itemCode, term, outsideCaps, deedOn, credited }
}

/** Holds the years of many members; in the order of identifiers, so that two who hold many wait and never cross. */
export async function lockYears(tx: CountyTx, memberIds: readonly string[], year: number): Promise<void> {
  await tx.raw(
    'points-lock-years',
    `insert into points_balance as b (county_id, member_id, year)
     select $1, id, $3 from unnest($2::uuid[]) as t (id) order by id
     on conflict (county_id, member_id, year) do update set entry_count = b.entry_count`,
    [memberIds, year],
  )
}

async function loadStanding(
  tx: CountyTx,
  memberIds: readonly string[],
  year: number,
): Promise<Map<string, StandingLine[]>> {
  const rows = await tx.raw<StandingLine & { memberId: string }>(
    'points-standing',
    `select member_id as "memberId", item_code as "itemCode", term, outside_caps as "outsideCaps",
       deed_on as "deedOn", credited
     from ledger_entry where county_id = $1 and member_id = any($2::uuid[])
       and deed_on between make_date($3, 1, 1) and make_date($3, 12, 31)`,
    [memberIds, year],
  )
  const standing = new Map<string, StandingLine[]>()
  for (const { memberId, ...line } of rows) {
    const own = standing.get(memberId)
    if (own === undefined) standing.set(memberId, [line])
    else own.push(line)
  }
  return standing
}

/** Who had points here the year before; their base comes out of its closing. */
async function listWithYearBefore(
  tx: CountyTx,
  memberIds: readonly string[],
  year: number,
): Promise<ReadonlySet<string>> {
  const rows = await tx.raw<{ id: string }>(
    'points-year-before',
    `select member_id as id from points_balance
     where county_id = $1 and member_id = any($2::uuid[]) and year = $3 - 1 and entry_count > 0`,
    [memberIds, year],
  )
  return new Set(rows.map(({ id }) => id))
}

export type Months = Map<string, Map<PlainMonth, MonthState>>

/** Where the months of branches not yet known stand; they stay there until the end of the transaction. */
export async function loadMonths(
  tx: CountyTx,
  months: Months,
  deeds: readonly Pick<ManyDeed, 'orgId'>[],
): Promise<void> {
  const wanted = [...new Set(deeds.map(({ orgId }) => orgId))].filter((id) => !months.has(id))
  if (wanted.length === 0) return
  for (const id of wanted) months.set(id, new Map())
  const rows = await tx.raw<{ orgId: string; month: PlainMonth; state: MonthState }>(
    'points-months-hold',
    `select party_org_id as "orgId", month, state from points_month
     where county_id = $1 and party_org_id = any($2::uuid[]) order by party_org_id, month for share`,
    [wanted],
  )
  for (const { orgId, month, state } of rows) months.get(orgId)?.set(month, state)
}

/** Months without a row get one, so that whoever moves them on waits for these lines. */
export async function beginMonths(
  tx: CountyTx,
  months: Months,
  lines: readonly NewEntry[],
  now: Date,
): Promise<void> {
  const fresh = new Map<string, { orgId: string; month: PlainMonth }>()
  for (const { entry } of lines) {
    const { orgId, month } = entry
    if (months.get(orgId)?.has(month) === false) fresh.set(`${orgId} ${month}`, { orgId, month })
  }
  if (fresh.size === 0) return
  const all = [...fresh.values()]
  // At once, so that lines sent while this runs do not ask again; where it is not so, nothing of them stays.
  for (const { orgId, month } of all) months.get(orgId)?.set(month, 'open')
  const begun = await tx.raw<{ state: MonthState }>(
    'points-months-begin',
    `insert into points_month as p (county_id, party_org_id, month, state, changed_at)
     select $1, t.org_id, t.month, 'open', $4 from unnest($2::uuid[], $3::text[]) as t (org_id, month) order by 2, 3
     on conflict (county_id, party_org_id, month) do update set changed_at = p.changed_at returning state`,
    [all.map(({ orgId }) => orgId), all.map(({ month }) => month), now],
  )
  if (begun.some(({ state }) => !takesEntries(state, 'deed'))) throw new MonthMovedOn()
}
