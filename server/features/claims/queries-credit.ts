import { boundByTask } from '@steward/domain/claims/task.ts'
import type { ReviewFacts } from '@steward/domain/claims/review.ts'
import { flatBase, startsFlat } from '@steward/domain/points/base.ts'
import type { CreditRules, Used } from '@steward/domain/points/credit.ts'
import { type StandingLine, usedAmong } from '@steward/domain/points/used.ts'
import { type SchemeItem, type SchemeVersion, toCreditRules } from '@steward/domain/schemes/scheme.ts'
import { type PlainDate, plainDate, yearOf } from '@steward/domain/shared/plain-date.ts'
import { noPoints, toPoints } from '@steward/domain/shared/points.ts'
import type { CountyTx } from '#platform/db.ts'
import { type ClaimRow, levelsOf } from './queries-claim.ts'

const rulesOf = new WeakMap<SchemeVersion, CreditRules>()

/** What of a version decides credit; made once for each version. */
export function creditRulesOf(version: SchemeVersion): CreditRules {
  const known = rulesOf.get(version)
  if (known !== undefined) return known
  const rules = toCreditRules(version)
  rulesOf.set(version, rules)
  return rules
}

/** The item a claim counts by, with the value announced for its task. */
export function itemOf(
  version: SchemeVersion,
  of: Pick<ClaimRow, 'itemCode' | 'taskLeast' | 'taskMost'>,
): SchemeItem | undefined {
  const item = version.items.find(({ code }) => code === of.itemCode)
  if (item === undefined || of.taskLeast === null || of.taskMost === null) return item
  return boundByTask(item, { least: toPoints(of.taskLeast), most: toPoints(of.taskMost) })
}

/** The same of a claim that was let in: its item exists, because an adopted version never changes. */
export function getItem(
  version: SchemeVersion,
  of: Pick<ClaimRow, 'itemCode' | 'taskLeast' | 'taskMost'>,
): SchemeItem {
  const item = itemOf(version, of)
  if (item === undefined) throw new Error(`${version.title.zh} ${version.label} knows no ${of.itemCode}`)
  return item
}

/** What the rules of review ask beside the claim. */
export function factsOf(
  row: ClaimRow,
  version: SchemeVersion,
  at: { readonly used: Readonly<Used>; readonly today: PlainDate },
): ReviewFacts {
  return {
    ...at,
    item: getItem(version, row),
    rules: creditRulesOf(version),
    levels: levelsOf(row),
  }
}

/** Lines of members by member; what is shown before a decision, without a lock. */
export type Standing = ReadonlyMap<string, readonly StandingLine[]>

/**
 * The lines of some members from the first of one year to the end of another. A year that follows one here has no flat base to
 * come: it is answered with a base of nought beside what stands.
 */
export async function loadStanding(
  tx: CountyTx,
  memberIds: readonly string[],
  years: { readonly from: number; readonly until: number },
): Promise<Standing> {
  const rows = await tx.raw<{ memberId: string; lines: StandingLine[] }>(
    'claim-standing',
    `select e.member_id as "memberId", json_agg(json_build_object('itemCode', e.item_code, 'term', e.term,
       'outsideCaps', e.outside_caps, 'deedOn', e.deed_on, 'credited', e.credited)) as lines
     from (select l.member_id, l.item_code, l.term, l.outside_caps, l.deed_on, l.credited
       from ledger_entry l where l.county_id = $1 and l.member_id = any($2::uuid[])
         and l.deed_on between make_date($3, 1, 1) and make_date($4, 12, 31)
       union all select b.member_id, null, 'base', false, make_date(b.year + 1, 1, 1), 0
       from points_balance b where b.county_id = $1 and b.member_id = any($2::uuid[])
         and b.year between $3 - 1 and $4 - 1 and b.entry_count > 0) e
     group by e.member_id`,
    [memberIds, years.from, years.until],
  )
  return new Map(rows.map(({ memberId, lines }) => [memberId, lines]))
}

/**
 * What the caps of an item have taken before a deed, as a posting would find it: a year without a base counts the flat one
 * that would be written first.
 */
export function usedBefore(
  lines: readonly StandingLine[],
  version: SchemeVersion,
  item: SchemeItem,
  deedOn: PlainDate,
): Used {
  const year = String(yearOf(deedOn))
  const own = lines.filter((line) => line.deedOn.startsWith(year))
  const base: StandingLine = {
    itemCode: null,
    term: 'base',
    outsideCaps: false,
    deedOn: plainDate(`${year}-01-01`),
    credited: startsFlat(version.carryOver, { hadYearBefore: false })
      ? flatBase(version.carryOver).points
      : noPoints,
  }
  const all = own.some(({ term }) => term === 'base') ? own : [base, ...own]
  const credited = { ...item, outsideCaps: item.outsideCaps !== null }
  return usedAmong(all, credited, deedOn)
}
