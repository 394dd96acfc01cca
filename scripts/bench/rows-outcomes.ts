import { openPool, type Pool } from '../../server/platform/db.ts'
import { latencyOf } from './load.ts'
import { type Bench, defineRow } from './row.ts'

/** A year so far back that no real appraisal is in the way. */
const YEAR = 1950
const OFFICER = 'hanhanlu'
const PAGES = 60

/** Every branch of the county with grades that are out, written straight into the tables. */
async function layOut(owner: Pool, county: string): Promise<number> {
  await owner.query(
    `insert into appraisal (county_id, id, party_org_id, year, stage, basis_body, basis_number, basis_on, signed_on, edition, opened_by, opened_at)
     select o.county_id, gen_random_uuid(), o.id, $2, 'feedback', 'bench', '1', '1950-11-01', '1950-12-01', 1, 'bench', now()
     from party_org o where o.county_id = $1 and o.kind = 'branch' and o.dissolved_on is null`,
    [county, YEAR],
  )
  await owner.query(
    `insert into signed_settlement (county_id, appraisal_id, edition, form, bytes, digest, frozen, rule_versions, signer_name, signed_by, signed_by_account_id, signed_on)
     select a.county_id, a.id, 1, 'bench', '', '', '{}', '{}', 'bench', 'bench', (select id from account where county_id = $1 limit 1), '1950-12-01'
     from appraisal a where a.county_id = $1 and a.year = $2`,
    [county, YEAR],
  )
  const graded = await owner.query(
    `insert into year_result (county_id, appraisal_id, edition, member_id, year, grade, process, process_percent, appraisal_percent, score, outside_caps)
     select a.county_id, a.id, 1, m.id, $2, case when h < 28 then 'excellent' when h < 97 then 'qualified' when h < 99 then 'basicallyQualified' else 'unqualified' end,
       0, 80, 20, 0, 0
     from appraisal a join (select id, county_id, party_org_id, abs(hashtext(id::text)) % 100 as h from member where state = 'active' and membership_kind = 'full') m
       on m.county_id = a.county_id and m.party_org_id = a.party_org_id where a.county_id = $1 and a.year = $2`,
    [county, YEAR],
  )
  return graded.rowCount ?? 0
}

/** Leaves the data as they were. */
async function takeAway(owner: Pool, county: string): Promise<void> {
  await owner.query('delete from outcome_use where county_id = $1 and year = $2', [county, YEAR])
  const of = '(select id from appraisal where county_id = $1 and year = $2)'
  for (const table of ['year_result', 'signed_settlement'])
    await owner.query(`delete from ${table} where county_id = $1 and appraisal_id in ${of}`, [county, YEAR])
  await owner.query('delete from appraisal where county_id = $1 and year = $2', [county, YEAR])
}

async function countyOf({ house, county }: Bench): Promise<string> {
  const found = await house.pool.query<{ id: string }>(
    `select id from party_org where county_id = $1 and kind = 'countyCommittee'`,
    [county],
  )
  return found.rows[0]?.id ?? ''
}

/** The same rows in one statement of the database's own: what writing them costs at least. */
async function copyAgain(owner: Pool, county: string): Promise<number> {
  await owner.query(
    `create temp table bench_use as select * from outcome_use where county_id = $1 and year = $2`,
    [county, YEAR],
  )
  await owner.query('delete from outcome_use where county_id = $1 and year = $2', [county, YEAR])
  const began = performance.now()
  await owner.query('insert into outcome_use select * from bench_use')
  const took = performance.now() - began
  await owner.query('drop table bench_use')
  return took / 1000
}

export const rows = [
  defineRow({
    id: 'outcome-draft',
    path: 'draft and list the outcomes of a county',
    target: { ratio: 0.33, words: '3 × set-based SQL' },
    measure: async (bench) => {
      const owner = openPool(bench.ownerUrl, 1, null)
      await takeAway(owner, bench.county)
      const members = await layOut(owner, bench.county)
      const token = await bench.session(OFFICER)
      const orgId = await countyOf(bench)
      const began = performance.now()
      await bench.call({ operation: 'outcome.draft', input: { orgId, year: YEAR }, token, keyed: true })
      const product = (performance.now() - began) / 1000
      const took: number[] = []
      for (let page = 0; page < PAGES; page += 1) {
        const from = performance.now()
        const input = { orgId, year: YEAR, list: 'recommended', offset: page * 50 }
        await bench.call({ operation: 'outcome.list', input, token })
        took.push(performance.now() - from)
      }
      const kept = await owner.query<{ n: number }>(
        'select count(*)::int as n from outcome_use where county_id = $1 and year = $2',
        [bench.county, YEAR],
      )
      const drafts = kept.rows[0]?.n ?? 0
      const floor = await copyAgain(owner, bench.county)
      await takeAway(owner, bench.county)
      await owner.end()
      const ratio = floor / product
      return [
        {
          path: 'draft the outcomes of a county',
          ...{ product, floor, ratio, latency: null, unit: 'seconds' as const, met: ratio >= 0.33 },
          note: `${members} members, ${drafts} drafts`,
        },
        {
          path: 'list the outcomes of a county',
          ...{
            product: took.length / (took.reduce((sum, one) => sum + one, 0) / 1000),
            floor: null,
            ratio: null,
          },
          ...{
            latency: latencyOf(took),
            met: (took.toSorted((a, b) => a - b)[took.length >> 1] ?? Infinity) < 300,
          },
          note: `page by page, one after the other, of ${drafts}`,
        },
      ]
    },
  }),
]
