import { randomBytes, randomUUID } from 'node:crypto'
import {
  giveToken,
  readReceiptNumber,
  toReceiptNumber,
  type Voter,
} from '../../domain/appraisals/ballot-box.ts'
import { sha256 } from '../../domain/points/sha256.ts'
import { DEMO_COUNTY } from '../../server/demo/cast.ts'
import { latencyOf, withConnections } from './load.ts'
import { bytesOf } from './measure.ts'
import { type Bench, type BenchCall, defineRow } from './row.ts'

/** Votes that arrive in the same moment, as at an assembly. */
const AT_ONCE = 300
/** Years far back, so that nobody's appraisal is in the way; the first is older than an opening can be. */
const CAST_YEAR = 1950
const SHOWN_YEAR = 2000
const FIRST_OPENED = 2001
const OPENINGS = 320

type Branch = { readonly orgId: string; readonly secretary: string; readonly memberIds: string[] }

async function findBranches({ house, county }: Bench): Promise<Branch[]> {
  const found = await house.pool.query<Branch>(
    `select o.id as "orgId", a.account_name as secretary, array_agg(m.id order by m.id) as "memberIds"
     from role_grant g join account a on a.county_id = g.county_id and a.id = g.account_id and a.member_id is not null
       and a.password_hash is not null and a.totp_confirmed_at is null and not a.must_change_password
     join party_org o on o.county_id = g.county_id and o.id = g.party_org_id and o.kind = 'branch'
     join member m on m.county_id = o.county_id and m.party_org_id = o.id and m.state = 'active' and m.membership_kind = 'full'
     where g.county_id = $1 and g.role = 'branch-secretary' and g.revoked_at is null
     group by 1, 2 having count(*) >= 7 order by md5(o.id::text) limit 16`,
    [county],
  )
  return found.rows
}

/** Sends all of them in the same moment; answers with milliseconds of those taken and words of those refused. */
async function burst(bench: Bench, calls: readonly BenchCall[]) {
  const took: number[] = []
  const refused: string[] = []
  let began = 0
  await withConnections(bench.port, calls.length, async (connections) => {
    began = performance.now()
    await Promise.all(
      connections.map(async (connection, n) => {
        const call = calls[n]
        if (call === undefined) return
        const { status, body } = await connection.send(bytesOf(bench, call))
        if (status === 200) took.push(performance.now() - began)
        else refused.push(`${status} ${body.toString('utf8').slice(0, 100)}`)
      }),
    )
  })
  return { took, refused, seconds: (performance.now() - began) / 1000 }
}

/** An open box with tokens given out, written straight into the tables; answers with the ballots to cast. */
async function layOut(
  { house, county }: Bench,
  branch: Branch,
): Promise<{ appraisalId: string; calls: BenchCall[] }> {
  const [appraisalId, boxId] = [randomUUID(), randomUUID()]
  await house.pool.query(
    `insert into appraisal (county_id, id, party_org_id, year, stage, basis_body, basis_number, basis_on, opened_by, opened_at)
     values ($1, $2, $3, $4, 'ballots', 'bench', '1', '2001-11-01', 'bench', now())`,
    [county, appraisalId, branch.orgId, CAST_YEAR],
  )
  await house.pool.query(
    `insert into ballot_box (county_id, id, appraisal_id, paper, state, graded, opened_on) values ($1, $2, $3, 'masses', 'open', $4, '2001-11-01')`,
    [county, boxId, appraisalId, branch.memberIds],
  )
  const box = { id: boxId, paper: 'masses', state: 'open', graded: branch.memberIds } as const
  const given = Array.from({ length: AT_ONCE }, () => {
    const number = toReceiptNumber(randomBytes(20))
    const voter: Voter = {
      voterId: randomUUID(),
      paper: 'masses',
      memberId: null,
      state: 'listed',
      tokenDigest: null,
    }
    const token = giveToken(box, voter, readReceiptNumber(number) ?? new Uint8Array(), sha256)
    return { voterId: voter.voterId, number, digest: token.ok ? (token.value.tokenDigest ?? '') : '' }
  })
  const ids = given.map(({ voterId }) => voterId)
  await house.pool.query(
    `insert into ballot_voter (county_id, box_id, id, name, state) select $1, $2, v, 'bench', 'tokenGiven' from unnest($3::uuid[]) v`,
    [county, boxId, ids],
  )
  await house.pool.query(
    `insert into ballot_token (county_id, box_id, digest, voter_id) select $1, $2, t.d, t.v from unnest($3::text[], $4::uuid[]) as t (d, v)`,
    [county, boxId, given.map(({ digest }) => digest), ids],
  )
  const marks = branch.memberIds.map((memberId) => ({ memberId, grade: 'qualified' }))
  const calls = given.map(({ number: token }) => ({
    operation: 'ballot.cast',
    input: { county: DEMO_COUNTY.code, boxId, token, receipt: toReceiptNumber(randomBytes(20)), marks },
  }))
  return { appraisalId, calls }
}

/** Leaves the data as they were. */
async function takeAway({ house, county }: Bench, year: number): Promise<void> {
  const boxes = `(select b.id from ballot_box b join appraisal a on a.county_id = b.county_id and a.id = b.appraisal_id
    where b.county_id = $1 and a.year <= $2)`
  for (const table of ['ballot_slip', 'ballot_receipt', 'ballot_token', 'ballot_voter']) {
    await house.pool.query(`delete from ${table} where county_id = $1 and box_id in ${boxes}`, [county, year])
  }
  await house.pool.query(`delete from ballot_box where county_id = $1 and id in ${boxes}`, [county, year])
}

export const rows = [
  defineRow({
    id: 'appraisal-show',
    path: 'where an appraisal stands',
    target: { ratio: 0.5, p99: 60 },
    load: async (bench) => {
      const branches = await findBranches(bench)
      const calls = []
      for (const { orgId, secretary } of branches) {
        const token = await bench.session(secretary)
        await bench
          .call({ operation: 'appraisal.open', input: { orgId, year: SHOWN_YEAR }, token })
          .catch(() => undefined)
        calls.push({ operation: 'appraisal.show', input: { orgId, year: SHOWN_YEAR }, token })
      }
      return { calls }
    },
  }),
  defineRow({
    id: 'appraisal-open',
    path: `open an appraisal, ${OPENINGS} at once`,
    target: { words: 'none refused' },
    measure: async (bench) => {
      const branches = await findBranches(bench)
      // Each branch and year can be opened once; the next run takes the years before.
      const found = await bench.house.pool.query<{ year: number }>(
        `select coalesce(min(year), 2200)::int as year from appraisal where county_id = $1 and year >= ${FIRST_OPENED}`,
        [bench.county],
      )
      const last = Math.min(2025, (found.rows[0]?.year ?? 2200) - 1)
      const calls: BenchCall[] = []
      for (const { orgId, secretary } of branches) {
        const token = await bench.session(secretary)
        for (let year = last; year > last - OPENINGS / branches.length && year >= FIRST_OPENED; year -= 1) {
          calls.push({ operation: 'appraisal.open', input: { orgId, year }, token, keyed: true })
        }
      }
      const { took, refused, seconds } = await burst(bench, calls)
      const words = refused.length === 0 ? 'none refused' : `${refused.length} refused: ${refused[0]}`
      return [
        {
          path: `open an appraisal, ${calls.length} at once`,
          ...{ product: took.length / seconds, floor: null, ratio: null, latency: latencyOf(took) },
          ...{ met: refused.length === 0, note: `${words}; latencies of the burst itself` },
        },
      ]
    },
  }),
  defineRow({
    id: 'ballot-cast',
    path: `cast a ballot, ${AT_ONCE} at once`,
    target: { words: 'none lost, none twice' },
    measure: async (bench) => {
      const [branch] = await findBranches(bench)
      if (branch === undefined) throw new Error('No branch has a secretary who signs in')
      await takeAway(bench, CAST_YEAR)
      await bench.house.pool.query(`delete from appraisal where county_id = $1 and year = $2`, [
        bench.county,
        CAST_YEAR,
      ])
      const { appraisalId, calls } = await layOut(bench, branch)
      const { took, refused, seconds } = await burst(bench, calls)
      const kept = await bench.house.pool.query<{ n: number }>(
        `select count(*)::int as n from ballot_receipt r join ballot_box b on b.county_id = r.county_id and b.id = r.box_id
         where r.county_id = $1 and b.appraisal_id = $2`,
        [bench.county, appraisalId],
      )
      const inBox = kept.rows[0]?.n ?? 0
      await takeAway(bench, CAST_YEAR)
      await bench.house.pool.query(`delete from appraisal where county_id = $1 and id = $2`, [
        bench.county,
        appraisalId,
      ])
      return [
        {
          path: `cast a ballot, ${AT_ONCE} at once`,
          ...{ product: took.length / seconds, floor: null, ratio: null, latency: latencyOf(took) },
          met: refused.length === 0 && inBox === AT_ONCE,
          note: `${inBox} in the box, ${branch.memberIds.length} slips each, the last after ${seconds.toFixed(1)} s${refused.length === 0 ? '' : `; ${refused.length} refused: ${refused[0]}`}`,
        },
      ]
    },
  }),
]
