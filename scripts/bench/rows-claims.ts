import { randomUUID } from 'node:crypto'
import { type Bench, defineRow } from './row.ts'

/** Branches whose people take turns, so that sixteen at once seldom meet in one. */
const BRANCHES = 32
/** Claims laid out for the approvals of a run. */
const WAITING = 16_000

type Branch = {
  readonly orgId: string
  readonly secretary: string
  readonly accountId: string
  readonly memberIds: string[]
}

/** Takes the scheme of members in post. */
const inPost = (
  m: string,
) => `${m}.state = 'active' and ${m}.membership_kind = 'full' and ${m}.category <> 'retiredMember'
  and not exists (select 1 from member_tag t where t.county_id = ${m}.county_id and t.member_id = ${m}.id)
  and not exists (select 1 from scoring_exemption e where e.county_id = ${m}.county_id and e.member_id = ${m}.id)`

/** Branches of villages with a secretary who signs in, and members in post. */
async function findBranches({ house, county }: Bench): Promise<Branch[]> {
  const found = await house.pool.query<Branch>(
    `select o.id as "orgId", a.account_name as secretary, a.id as "accountId", array_agg(m.id order by m.id) as "memberIds"
     from role_grant g join account a on a.county_id = g.county_id and a.id = g.account_id and a.member_id is not null
       and a.password_hash is not null and a.totp_confirmed_at is null and not a.must_change_password
     join member s on s.county_id = a.county_id and s.id = a.member_id and ${inPost('s')}
     join party_org o on o.county_id = g.county_id and o.id = g.party_org_id and o.kind = 'branch' and o.field = 'rural'
     join member m on m.county_id = o.county_id and m.party_org_id = o.id and m.id <> a.member_id and ${inPost('m')}
     where g.county_id = $1 and g.role = 'branch-secretary' and g.revoked_at is null
     group by 1, 2, 3 having count(*) >= 3 order by md5(o.id::text) limit $2`,
    [county, BRANCHES],
  )
  return found.rows
}

/** Waiting claims of the members of these branches, written straight into the table; answers with their ids by branch. */
async function layOut({ house, county }: Bench, branches: readonly Branch[]): Promise<Map<string, string[]>> {
  const mark = `bench-${randomUUID()}`
  const ids = new Map<string, string[]>()
  const [day] = (
    await house.pool.query<{ today: string }>(
      `select to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today`,
    )
  ).rows
  for (const { orgId, memberIds } of branches) {
    const { rows } = await house.pool.query<{ id: string }>(
      `insert into claim (county_id, id, device_key, number, member_id, party_org_id, target_kind, item_code, scheme_version_id,
         deed_on, submitted_on, submitted_at, quantity, entry_by, entered_by, state, level, level_since_on, decide_by_on, confirmed_by_member)
       select $1, gen_random_uuid(), $5 || n, $5 || n, ($3::uuid[])[1 + n % cardinality($3::uuid[])], $2, 'item', 'village-work',
         (select v.id from scheme_version v join scheme s on s.county_id = v.county_id and s.id = v.scheme_id
            where v.county_id = $1 and s.field = 'rural' and s.member_class = 'inPost' order by v.effective_from desc limit 1),
         $6::date, $6::date, now(), 100, 'member', 'bench', 'submitted', 'branch', $6::date, $6::date + 7, true
       from generate_series(1, $4::int) n returning id`,
      [county, orgId, memberIds, Math.ceil(WAITING / branches.length), mark, day?.today],
    )
    ids.set(
      orgId,
      rows.map(({ id }) => id),
    )
  }
  return ids
}

const deviceKey = /"device_key":"[^"]*"/

export const rows = [
  defineRow({
    id: 'claim-queue',
    path: 'review queue of a branch',
    target: { ratio: 0.5, p99: 60 },
    load: async (bench) => {
      const branches = await findBranches(bench)
      // As many as a branch has waiting in a busy month.
      for (const { orgId, memberIds } of branches) {
        await bench.house.pool.query(
          `delete from claim c where c.county_id = $1 and c.party_org_id = $2 and c.entered_by = 'bench-queue'`,
          [bench.county, orgId],
        )
        await fillQueue(bench, orgId, memberIds)
      }
      const calls = await Promise.all(
        branches.map(async ({ secretary, orgId }) => ({
          operation: 'claim.queue',
          input: { orgId },
          token: await bench.session(secretary),
        })),
      )
      return { calls, note: `${QUEUE} waiting in each branch` }
    },
  }),
  defineRow({
    id: 'claim-submit',
    path: 'submit a claim',
    target: { ratio: 0.6, p99: 50 },
    load: async (bench) => {
      const branches = await findBranches(bench)
      const calls = await Promise.all(
        branches.map(async ({ secretary }) => {
          const target = { kind: 'item', itemCode: 'village-work' }
          const fresh = () => ({
            deviceKey: randomUUID(),
            target,
            said: '和邻居一起清理村口水渠，大约两百米',
          })
          return {
            operation: 'claim.submit',
            input: fresh(),
            fresh,
            token: await bench.session(secretary),
            keyed: true,
          }
        }),
      )
      return {
        calls,
        refresh: (value) =>
          typeof value === 'string' && value.startsWith('{"orgId"')
            ? value.replace(deviceKey, `"device_key":"${randomUUID()}"`)
            : value,
      }
    },
  }),
  defineRow({
    id: 'claim-approve',
    path: 'approve a claim',
    target: { ratio: 0.6, p99: 60 },
    load: async (bench) => {
      const branches = await findBranches(bench)
      const waiting = await layOut(bench, branches)
      const calls = await Promise.all(
        branches.map(async ({ secretary, orgId }) => {
          const ids = waiting.get(orgId) ?? []
          const fresh = () => {
            const claimId = ids.pop()
            if (claimId === undefined) throw new Error('More approvals than claims were laid out')
            return { claimId, revision: 1 }
          }
          return {
            operation: 'claim.approve',
            input: null,
            fresh,
            token: await bench.session(secretary),
            keyed: true,
          }
        }),
      )
      return { calls }
    },
  }),
]

const QUEUE = 12

async function fillQueue(
  { house, county }: Bench,
  orgId: string,
  memberIds: readonly string[],
): Promise<void> {
  await house.pool.query(
    `insert into claim (county_id, id, device_key, number, member_id, party_org_id, target_kind, item_code, scheme_version_id,
       deed_on, submitted_on, submitted_at, quantity, said, entry_by, entered_by, state, level, level_since_on, decide_by_on, confirmed_by_member)
     select $1, gen_random_uuid(), gen_random_uuid()::text, gen_random_uuid()::text, ($3::uuid[])[1 + n % cardinality($3::uuid[])],
       $2, 'item', (array['village-work', 'mediation', 'skills-taught', 'volunteer-hours'])[1 + n % 4],
       (select v.id from scheme_version v join scheme s on s.county_id = v.county_id and s.id = v.scheme_id
          where v.county_id = $1 and s.field = 'rural' and s.member_class = 'inPost' order by v.effective_from desc limit 1),
       current_date - n, current_date, now(), 100, '和邻居一起清理村口水渠', 'member', 'bench-queue', 'submitted', 'branch',
       current_date - n % 6, current_date - n % 6 + 7, true
     from generate_series(1, $4::int) n`,
    [county, orgId, memberIds, QUEUE],
  )
}
