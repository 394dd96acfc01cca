import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { countyTx, onConnection } from '#platform/db.ts'
import { readReceipt, verifyReceipt } from '@steward/domain/points/receipt.ts'
import { sha256 } from '@steward/domain/points/sha256.ts'
import { sm3 } from '@steward/domain/points/sm3.ts'
import type { CommandContext } from '../../commands/command.ts'
import { verifyLedger } from '../../commands/verify-ledger.ts'
import { verifyReceiptFile } from '../../commands/verify-receipt.ts'
import { openHouse } from '../../testing.ts'
import { memberOf, postDeeds, seal } from '../../testing-points.ts'
import { pointsInvariants } from './checks.ts'

const house = await openHouse()
const he = await memberOf(house, '何白露')
const zhou = await memberOf(house, '周谷雨')
const day = (no: number) => String(no).padStart(2, '0')
const ids = await postDeeds(
  house,
  '2026-09-30T02:00:00Z',
  ['何白露', '周谷雨'].flatMap((who) =>
    Array.from({ length: 160 }, (_, at) => ({
      who,
      on: `2026-${day((at % 9) + 1)}-${day((at % 27) + 1)}`,
      item: 'neighbour-help',
      raw: 1,
    })),
  ),
)
const victim = ids[40] ?? ''
await seal(house, '2026-10-01T16:05:00Z')
await postDeeds(house, '2026-10-02T02:00:00Z', [
  { who: '何白露', on: '2026-10-02', item: 'village-work', raw: 50 },
])
await seal(house, '2026-10-02T16:05:00Z')
const { body: printed } = await house.call('hebailu', 'points.receipt', { entryId: victim })
const root = String(printed['printedRoot'])

async function findBreaches(id: string): Promise<readonly string[]> {
  const invariant = pointsInvariants.find((each) => each.id === id)
  assert.ok(invariant, id)
  return await onConnection(
    house.pool,
    false,
    async (client) => (await invariant.find(countyTx(client, house.county), {} as never)).breaches,
  )
}

/** Something done past all rules, by who owns the database; everything is put back afterwards. */
async function altered(statements: readonly string[], look: () => Promise<void>): Promise<void> {
  for (const table of ['ledger_entry', 'ledger_leaf', 'ledger_block', 'ledger_root', 'points_balance'])
    await house.rows(`create table kept_${table} as select * from ${table}`)
  try {
    for (const statement of statements)
      await house.rows(`set session_replication_role = replica; ${statement}`)
    await look()
  } finally {
    for (const table of ['ledger_entry', 'ledger_leaf', 'ledger_block', 'ledger_root', 'points_balance']) {
      await house.rows(
        `set session_replication_role = replica; delete from ${table}; insert into ${table} select * from kept_${table}; drop table kept_${table}`,
      )
    }
  }
}

async function run(command: typeof verifyLedger, ...args: string[]): Promise<{ exit: number; said: string }> {
  const lines: string[] = []
  const context = { args, say: (line: string) => lines.push(line), house: { pool: house.pool } }
  const exit = await command.run(context as unknown as CommandContext)
  return { exit, said: lines.join('\n') }
}

test('every invariant holds, and the figures are those of entries, receipts and roots', async () => {
  for (const { id } of pointsInvariants) assert.deepEqual(await findBreaches(id), [], id)
  const found = async (id: string) =>
    await onConnection(
      house.pool,
      false,
      async (client) =>
        (
          await pointsInvariants
            .find((each) => each.id === id)
            ?.find(countyTx(client, house.county), {} as never)
        )?.looked,
    )
  assert.equal(await found('points.entries-in-log'), 323)
  assert.equal(await found('points.receipts'), 323)
  assert.equal(await found('points.roots'), 2)
  const whole = await run(verifyLedger, '--root', root)
  assert.equal(whole.exit, 0, whole.said)
  assert.match(whole.said, /323/)
})

test('the database itself refuses the server any change of a line', async () => {
  for (const statement of [
    `update ledger_entry set credited = 0 where id = '${victim}'`,
    `delete from ledger_entry where id = '${victim}'`,
    'delete from ledger_leaf',
    'update ledger_root set size = 1',
    `update month_statement set reason = 'x'`,
  ])
    await assert.rejects(house.pool.query(statement), /permission denied/, statement)
})

test('a value altered by the superuser is named by entry, by the balance, and by the receipt', async () => {
  await altered(
    [`update ledger_entry set credited = credited + 100, raw = raw + 100 where id = '${victim}'`],
    async () => {
      assert.deepEqual(await findBreaches('points.receipts'), [`line-altered ${victim}`])
      assert.match((await findBreaches('points.balance-is-sum'))[0] ?? '', new RegExp(he.id))
      const named = await run(verifyLedger)
      assert.equal(named.exit, 1)
      assert.match(named.said, new RegExp(victim))
      const receipt = await house.call('hebailu', 'points.receipt', { entryId: victim })
      const read = readReceipt(String(receipt.body['file']))
      assert.ok(read)
      assert.deepEqual(verifyReceipt(read, { sha256, sm3 }).faults, ['receipt-proof-wrong'])
    },
  )
})

test('a line given to another member is named', async () => {
  await altered([`update ledger_entry set member_id = '${zhou.id}' where id = '${victim}'`], async () => {
    assert.deepEqual(await findBreaches('points.receipts'), [`line-altered ${victim}`])
    assert.equal((await findBreaches('points.balance-is-sum')).length, 2)
  })
})

test('a deleted line is named', async () => {
  await altered([`delete from ledger_entry where id = '${victim}'`], async () => {
    assert.deepEqual(await findBreaches('points.receipts'), [`line-gone ${victim}`])
  })
})

test('an altered balance is named', async () => {
  await altered([`update points_balance set duty = duty + 1000 where member_id = '${he.id}'`], async () => {
    assert.deepEqual(await findBreaches('points.receipts'), [])
    assert.match((await findBreaches('points.balance-is-sum'))[0] ?? '', new RegExp(he.id))
  })
})

test('who alters the line and its leaf is exposed by the block; who alters the leaf alone, by the line', async () => {
  const zero = `decode(repeat('00', 32), 'hex')`
  await altered([`update ledger_leaf set sha256 = ${zero} where entry_id = '${victim}'`], async () => {
    assert.deepEqual(await findBreaches('points.receipts'), [`line-altered ${victim}`])
    assert.ok((await findBreaches('points.roots')).some((each) => each.startsWith('block-altered 1/0')))
  })
})

test('who writes the whole log anew is exposed by the printed root and by the receipt a member holds', async () => {
  await altered(
    [
      `update ledger_entry set credited = credited + 100, raw = raw + 100 where id = '${victim}'`,
      'delete from ledger_root',
      'delete from ledger_block',
      'delete from ledger_leaf',
      `update ledger_log set size = 0, sealed_until = '-infinity'`,
    ],
    async () => {
      await seal(house, '2026-10-02T16:05:00Z')
      assert.deepEqual(await findBreaches('points.receipts'), [])
      assert.deepEqual(await findBreaches('points.roots'), [])
      const exposed = await run(verifyLedger, '--root', root)
      assert.equal(exposed.exit, 1)
      assert.match(exposed.said, /written anew/)
    },
  )
  await house.rows(
    `update ledger_log set size = 323, sealed_until = '2026-10-02T16:05:00Z' where county_id = $1`,
    [house.county],
  )
})

test('a root, a block or the end of the log taken away is named', async () => {
  await altered([`update ledger_root set sha256 = sm3 where size = 323`], async () => {
    assert.match((await findBreaches('points.roots'))[0] ?? '', /^root-altered 2026-10-03 \(323\)/)
  })
  await altered([`delete from ledger_leaf where leaf_no >= 320`], async () => {
    assert.ok((await findBreaches('points.receipts')).some((each) => each.startsWith('leaf-gone')))
    assert.ok((await findBreaches('points.roots')).length > 0)
  })
  await altered([`delete from ledger_block`], async () => {
    assert.deepEqual(await findBreaches('points.roots'), ['block-altered 1/0'])
  })
})

test('a cap that is exceeded, a second base and a line after closing are named', async () => {
  await altered([`update ledger_entry set credited = 200, raw = 200 where id = '${victim}'`], async () => {
    assert.ok((await findBreaches('points.caps-held')).some((each) => each.includes('neighbour-help')))
  })
  const copy = `insert into ledger_entry select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'kind', 'correction',
    'refers_to', e.id, 'reason', 'x'))).* from ledger_entry e where kind = 'base' and member_id = '${he.id}'`
  await altered([copy], async () => {
    assert.deepEqual(await findBreaches('points.one-base'), [`member ${he.id} year 2026`])
  })
  await house.rows(
    `update points_month set state = 'closed', changed_at = '2026-09-01' where party_org_id = $1 and month = '2026-09'`,
    [he.orgId],
  )
  assert.ok((await findBreaches('points.closed-month-takes-none')).length > 0)
  assert.ok((await findBreaches('points.months-shown')).length > 0)
  assert.ok((await findBreaches('points.statement-is-sum')).length > 0)
  await house.rows(`update points_month set state = 'open' where party_org_id = $1`, [he.orgId])
})

test('the operator’s command checks a receipt without database or server, by file and by code', async () => {
  const file = join(tmpdir(), `receipt-${victim}.json`)
  writeFileSync(file, String(printed['file']))
  const holds = await run(verifyReceiptFile, file, '--root', root)
  assert.equal(holds.exit, 0, holds.said)
  const [code] = printed['codes'] as { code: string }[]
  assert.equal((await run(verifyReceiptFile, code?.code ?? '')).exit, 0)
  const differs = await run(verifyReceiptFile, file, '--root', '0000-0000-0000-0000')
  assert.equal(differs.exit, 1)
  assert.match(differs.said, /not the one printed/)
  const bent = JSON.parse(String(printed['file']))
  bent.index += 1
  writeFileSync(file, JSON.stringify(bent))
  assert.equal((await run(verifyReceiptFile, file)).exit, 1)
  assert.equal((await run(verifyReceiptFile, '/no/such/file')).exit, 2)
  assert.equal((await run(verifyReceiptFile)).exit, 2)
})
