import { plainDate, startOfDay } from '@steward/domain/shared/plain-date.ts'
import { closeBranches, lockOrgs, toClosing } from '../../server/features/year/queries-close.ts'
import { loadBranchYears, toYearFacts } from '../../server/features/year/queries-facts.ts'
import { countyTx } from '../../server/platform/db.ts'
import { newIdAt } from '../../server/platform/new-id.ts'
import { type Bench, type BenchCall, defineRow, type Line } from './row.ts'
import { timed, withoutTrace } from './rows-points.ts'

/** The year most members have points in, of those nobody has closed. */
async function lastYear({ house, county }: Bench): Promise<number> {
  const found = await house.pool.query<{ year: number }>(
    `select b.year from points_balance b where b.county_id = $1 and b.entry_count > 0
       and not exists (select 1 from year_closing k where k.county_id = $1 and k.year = b.year)
     group by 1 order by count(*) desc, 1 desc limit 1`,
    [county],
  )
  const year = found.rows[0]?.year
  if (year === undefined) throw new Error('The county has no year with points')
  return year
}

/** Branches with members, the one nearest to 34 members first. */
async function branchesOf({ house, county }: Bench): Promise<string[]> {
  const found = await house.pool.query<{ id: string }>(
    `select o.id from party_org o join member m on m.county_id = o.county_id and m.party_org_id = o.id and m.state = 'active'
     where o.county_id = $1 and o.kind = 'branch' and o.dissolved_on is null group by 1 order by abs(count(*) - 34), 1`,
    [county],
  )
  return found.rows.map(({ id }) => id)
}

// The same rows by one statement for each table: closings, lines with balances, what was carried.
const FLOOR = [
  `insert into year_closing (county_id, id, party_org_id, year, kind, links, members, carried, carried_points, closed_by, closed_at)
   select $1, o, o, $3, 'branch', '[]', 0, 0, 0, 'x', now() from unnest($2::uuid[]) as o`,
  `with p as materialized (
     select m.id as member_id, m.party_org_id as org_id, h.party_org_id as home, b.base + b.duty + b.pledges_and_tasks
         + b.service_and_example + b.bonus + b.deductions - b.outside_caps as points, y.appraisal_score as score,
       coalesce(y.appraisal_percent, 0) as weight, gen_random_uuid() as entry_id
     from member_affiliation h join member m on m.county_id = h.county_id and m.id = h.member_id and m.state in ('active', 'suspended')
     join points_balance b on b.county_id = m.county_id and b.member_id = m.id and b.year = $3 and b.entry_count > 0
     left join year_result y on y.county_id = m.county_id and y.member_id = m.id and y.year = $3
     where h.county_id = $1 and h.party_org_id = any($2::uuid[]) and h.from_on <= make_date($3, 12, 31)
       and (h.until_on is null or h.until_on > make_date($3, 12, 31))),
   r as materialized (select p.*, least(3000, round(least(10000, greatest(0, case when score is null then points
       else round((points * (100 - weight) + score * weight)::numeric / 100) end)) * 30 / 100))::int as carried,
     (select id from scheme_version where county_id = $1 limit 1) as version_id from p),
   lines as (insert into ledger_entry (county_id, id, member_id, party_org_id, kind, term, raw, credited, scheme_version_id, deed_on,
       posted_at, month, statement_month, author_id, source_kind, source_id, reason)
     select $1, entry_id, member_id, org_id, 'carryOver', 'base', carried, carried, version_id, make_date($3 + 1, 1, 1), now(),
       ($3 + 1)::text || '-01', ($3 + 1)::text || '-01', version_id, 'year', home::text, 'x' from r),
   sums as (insert into points_balance (county_id, member_id, year, base, entry_count)
     select $1, member_id, $3 + 1, carried, 1 from r)
   insert into carried_base (county_id, year, member_id, edition, closing_id, party_org_id, points, outside_caps, appraisal_score,
     appraisal_percent, scheme_version_id, percent, base, entry_id, words, carried_at)
   select $1, $3, member_id, 1, home, org_id, points, 0, score, weight, version_id, 30, carried, entry_id, 'x', now() from r`,
] as const

async function measureClose(
  bench: Bench,
  path: string,
  year: number,
  orgIds: readonly string[],
): Promise<Omit<Line, 'target' | 'ok'>> {
  const { county } = bench
  const now = startOfDay(plainDate(`${year + 1}-01-20`))
  const product: number[] = []
  const floor: number[] = []
  let members = 0
  for (let turn = 0; turn < 3; turn += 1) {
    product.push(
      await withoutTrace(bench, async (client) => {
        const at = { tx: countyTx(client, county), now, newId: () => newIdAt(now) }
        return await timed(async () => {
          await lockOrgs(at.tx, orgIds)
          const rows = await loadBranchYears(at.tx, orgIds, year)
          for (const row of rows) toYearFacts(row)
          const by = { name: 'x', accountId: null }
          const closed = await closeBranches(at, { year, by }, rows.map(toClosing))
          members = closed.reduce((sum, each) => sum + each.carried, 0)
        })
      }),
    )
    floor.push(
      await withoutTrace(bench, (client) =>
        timed(async () => {
          for (const text of FLOOR) await client.query(text, [county, orgIds, year])
        }),
      ),
    )
  }
  const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[1] ?? 0
  const [one, other] = [middle(product), middle(floor)]
  return {
    ...{ path, product: one, floor: other, ratio: other / one, latency: null, unit: 'seconds' },
    note: `${members} bases`,
  }
}

export const rows = [
  defineRow({
    id: 'year-close',
    path: 'year close',
    target: { ratio: 0.33, words: '3 × set-based SQL' },
    measure: async (bench) => {
      const year = await lastYear(bench)
      const all = await branchesOf(bench)
      return [
        await measureClose(bench, 'year close of a branch of 34', year, all.slice(0, 1)),
        await measureClose(bench, `year close of the county, ${all.length} branches`, year, all),
      ]
    },
  }),
  defineRow({
    id: 'year-board',
    path: 'year: board of the county',
    target: { ratio: 0.5, p99: 1500 },
    load: async (bench) => {
      const token = await bench.session('hanhanlu')
      const year = await lastYear(bench)
      const found = await bench.house.pool.query<{ id: string }>(
        `select id from party_org where county_id = $1 and parent_id is null`,
        [bench.county],
      )
      const shows = ['all', 'open', 'ready', 'pledges', 'points', 'appraisal', 'outcomes']
      return {
        calls: shows.map((show): BenchCall => ({
          ...{ operation: 'year.board', token, input: { orgId: found.rows[0]?.id, year, show } },
        })),
      }
    },
  }),
  defineRow({
    id: 'year-branch',
    path: 'year: loop of a branch',
    target: { ratio: 0.5, p99: 200 },
    load: async (bench) => {
      const token = await bench.session('hanhanlu')
      const year = await lastYear(bench)
      const ids = (await branchesOf(bench)).slice(0, 120)
      return {
        calls: ids.map((orgId): BenchCall => ({ operation: 'year.branch', token, input: { orgId, year } })),
      }
    },
  }),
]
