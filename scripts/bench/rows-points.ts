import type { PlainMonth } from '@steward/domain/shared/plain-date.ts'
import { addDays, lastDayOf, plainDate, startOfDay } from '@steward/domain/shared/plain-date.ts'
import { closeMany, lockMany } from '../../server/features/points/queries-month-bulk.ts'
import { insertStatements } from '../../server/features/points/queries-statement.ts'
import { canonicalBytes, systemHashes } from '../../server/features/points/queries-log.ts'
import { sealLedger } from '../../server/features/points/queries-seal.ts'
import { verifyLines } from '../../server/features/points/queries-verify.ts'
import { type Client, countyTx, inTransaction, openPool } from '../../server/platform/db.ts'
import { newIdAt } from '../../server/platform/new-id.ts'
import { GUEST } from '../../server/platform/context.ts'
import { type Bench, type BenchCall, defineRow, type Line, type Target } from './row.ts'

const PAGE = { ratio: 0.5, p99: 60 }
const OFFICER = 'hanhanlu'
/** At most three times the same set-based SQL. */
const CLOSE = { ratio: 0.33, words: '3 × set-based SQL' }
const VERIFY = { ratio: 0.5, words: '0.5 × hashing the same bytes' }

async function idsOf({ house, county }: Bench, text: string): Promise<string[]> {
  const found = await house.pool.query<{ id: string }>(text, [county])
  return found.rows.map(({ id }) => id)
}

const membersOf = (bench: Bench) =>
  idsOf(
    bench,
    `select member_id as id from points_balance where county_id = $1 and entry_count > 5 order by md5(member_id::text) limit 200`,
  )
const branchesOf = (bench: Bench) =>
  idsOf(
    bench,
    `select party_org_id as id from points_month where county_id = $1 group by 1 order by md5(party_org_id::text) limit 120`,
  )

/** The last month that is over and has lines. */
async function lastMonth({ house, county }: Bench): Promise<PlainMonth> {
  const found = await house.pool.query<{ month: PlainMonth }>(
    `select month from points_month where county_id = $1 group by 1 order by count(*) desc, 1 desc limit 1`,
    [county],
  )
  const month = found.rows[0]?.month
  if (month === undefined) throw new Error('The county has no month with points')
  return month
}

function readingRow(
  id: string,
  path: string,
  operation: string,
  inputsOf: (bench: Bench) => Promise<readonly unknown[]>,
  target: Target = PAGE,
) {
  return defineRow({
    id,
    path,
    target,
    load: async (bench) => {
      const token = await bench.session(OFFICER)
      const inputs = await inputsOf(bench)
      return { calls: inputs.map((input): BenchCall => ({ operation, input, token })) }
    },
  })
}

/** Work in a transaction that is taken back, so that the county stays as it was. */
export async function withoutTrace<T>(bench: Bench, work: (client: Client) => Promise<T>): Promise<T> {
  const pool = openPool(bench.ownerUrl, 1, null)
  const done: { value?: T } = {}
  class TakenBack extends Error {}
  await inTransaction(pool, async (client) => {
    done.value = await work(client)
    throw new TakenBack()
  }).catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error
  })
  await pool.end()
  if (!('value' in done)) throw new Error('Nothing was measured')
  return done.value as T // Set above.
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

/** Puts the months of branches where they wait for closing: on a notice whose days have run, without statements. */
async function makeClosable(client: Client, county: string, month: PlainMonth, orgIds: readonly string[]) {
  await client.query(
    'delete from month_statement where county_id = $1 and month = $2 and party_org_id = any($3)',
    [county, month, orgIds],
  )
  await client.query(
    `insert into notice (county_id, id, party_org_id, kind, scope, title, body, contact_office, contact_phone, routes, working_days,
       names, drafted_by, drafted_by_account_id, drafted_at, state, accuracy_by, accuracy_by_account_id, accuracy_on, privacy_by,
       privacy_by_account_id, privacy_on, approved_by, approved_by_account_id, posted_on, ends_on, postings, code, source_kind, source_id)
     select $1, o.id, o.id, 'monthPoints', 'branch', 'x', 'x', 'x', 'x', '{paper}', 5, 'full', 'x', a.id, now(), 'ended', 'x', a.id, $3, 'x',
       a.id, $3, 'x', a.id, $3, $3, 1, 'bench-' || o.id, 'pointsMonth', 'bench'
     from unnest($2::uuid[]) o (id), (select id from account where county_id = $1 limit 1) a`,
    [county, orgIds, lastDayOf(month)],
  )
  await client.query(
    `update points_month set state = 'publishing', notice_id = party_org_id where county_id = $1 and month = $2 and party_org_id = any($3)`,
    [county, month, orgIds],
  )
  await client.query(
    `update claim set level = 'baseCommittee' where county_id = $1 and state = 'submitted'`,
    [county],
  )
  await client.query(
    `update deduction set state = 'proposed' where county_id = $1 and state in ('told', 'answered')`,
    [county],
  )
  await client.query(`update objection set state = 'withdrawn' where county_id = $1 and state = 'received'`, [
    county,
  ])
  await client.query('set local role steward_app')
}

async function measureClose(
  bench: Bench,
  path: string,
  orgIds: readonly string[],
  month: PlainMonth,
): Promise<Omit<Line, 'target' | 'ok'>> {
  const { county } = bench
  const today = addDays(lastDayOf(month), 15)
  const now = startOfDay(today)
  const at = (client: Client) => ({
    tx: countyTx(client, county),
    now,
    today,
    actor: GUEST,
    newId: () => newIdAt(now),
  })
  const run = async (work: (context: ReturnType<typeof at>) => Promise<unknown>) =>
    await withoutTrace(bench, async (client) => {
      await makeClosable(client, county, month, orgIds)
      return await timed(() => work(at(client)))
    })
  const product: number[] = []
  const floor: number[] = []
  let statements = 0
  for (let turn = 0; turn < 3; turn += 1) {
    product.push(
      await run(async (context) => {
        const closed = await closeMany(context, await lockMany(context, orgIds, month), month, 'branch')
        statements = closed.statements
        if (closed.orgIds.length < orgIds.length) throw new Error('Not every month could be closed')
      }),
    )
    floor.push(
      await run(async ({ tx }) => {
        await tx.raw(
          'bench-close',
          `update points_month set state = 'closed', changed_at = $4 where county_id = $1 and month = $2 and party_org_id = any($3::uuid[])`,
          [month, orgIds, now],
        )
        await insertStatements(tx, { orgIds, month, at: now })
      }),
    )
  }
  const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[1] ?? 0
  const [one, other] = [middle(product), middle(floor)]
  return {
    path,
    product: one,
    floor: other,
    ratio: other / one,
    latency: null,
    unit: 'seconds',
    note: `${statements} statements`,
  }
}

export const rows = [
  readingRow('points-year', 'member: year page with every line', 'points.year', async (bench) =>
    (await membersOf(bench)).map((memberId) => ({ memberId })),
  ),
  readingRow('points-statement', 'member statement of a month', 'points.statement', async (bench) => {
    const month = await lastMonth(bench)
    return (await membersOf(bench)).map((memberId) => ({ memberId, month }))
  }),
  defineRow({
    id: 'points-mine',
    path: 'the phone’s total with its terms',
    target: PAGE,
    load: async (bench) => ({
      calls: [{ operation: 'points.mine', input: {}, token: await bench.session('hebailu') }],
    }),
  }),
  readingRow('points-ranking', 'ranking of a branch', 'ranking.show', async (bench) =>
    (await branchesOf(bench)).map((orgId) => ({ orgId })),
  ),
  readingRow('points-table', 'table of a branch’s month', 'points.branch-month', async (bench) => {
    const month = await lastMonth(bench)
    return (await branchesOf(bench)).map((orgId) => ({ orgId, month }))
  }),
  readingRow(
    'points-receipt',
    'receipt of a line',
    'points.receipt',
    async (bench) =>
      (
        await idsOf(
          bench,
          `select entry_id as id from ledger_leaf where county_id = $1 order by md5(entry_id::text) limit 200`,
        )
      ).map((entryId) => ({ entryId })),
    // Its proofs hash up to a thousand nodes.
    { ratio: 0.2, p99: 120 },
  ),
  defineRow({
    id: 'points-close',
    path: 'month close',
    target: CLOSE,
    measure: async (bench) => {
      const month = await lastMonth(bench)
      const all = await idsOf(
        bench,
        `select party_org_id as id from points_month where county_id = $1 and month = '${month}'`,
      )
      const [one] = all
      return [
        await measureClose(bench, 'month close of a branch', one === undefined ? [] : [one], month),
        await measureClose(bench, `month close of the county, ${all.length} branches`, all, month),
      ]
    },
  }),
  defineRow({
    id: 'points-verify',
    path: 'verify the ledger',
    target: VERIFY,
    measure: async (bench) => [await measureVerify(bench)],
  }),
]

/** Every line hashed anew and compared, beside hashing as many of the same bytes from memory. */
async function measureVerify(bench: Bench): Promise<Omit<Line, 'target' | 'ok'>> {
  const { county } = bench
  return await withoutTrace(bench, async (client) => {
    const tx = countyTx(client, county)
    const now = startOfDay(plainDate('2900-01-01'))
    const sealed = await timed(() => sealLedger({ tx, now }, plainDate('2900-01-01'), true))
    const before = bench.memory().now
    let looked = 0
    const product = await timed(async () => {
      const verified = await verifyLines(tx)
      looked = verified.looked
      if (verified.faults.length > 0) throw new Error('The bench county has an altered line')
    })
    const some = await tx.raw<{ bytes: Buffer }>(
      'bench-bytes',
      `select ${canonicalBytes} as bytes from ledger_entry e where e.county_id = $1 limit 20000`,
      [],
    )
    const began = performance.now()
    for (let done = 0; done < looked; done += 1) {
      const bytes = some[done % some.length]?.bytes
      if (bytes === undefined) break
      systemHashes.sha256(bytes)
      systemHashes.sm3(bytes)
    }
    const floor = (performance.now() - began) / 1000
    return {
      path: `verify the ledger, ${looked} lines`,
      product,
      floor,
      ratio: floor / product,
      latency: null,
      unit: 'seconds' as const,
      note: `into the log before that: ${sealed.toFixed(1)} s; ${before} MB`,
    }
  })
}
