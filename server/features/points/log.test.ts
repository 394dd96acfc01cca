import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromHex, toHex } from '@steward/domain/points/bytes.ts'
import { toCanonical } from '@steward/domain/points/canonical.ts'
import { verifyConsistency } from '@steward/domain/points/merkle.ts'
import { printRoot, readReceipt, verifyReceipt } from '@steward/domain/points/receipt.ts'
import { unpackReceipt } from '@steward/domain/points/receipt-code.ts'
import { sha256 } from '@steward/domain/points/sha256.ts'
import { sm3 } from '@steward/domain/points/sm3.ts'
import { openHouse } from '../../testing.ts'
import { inCounty, memberOf, postDeeds, refusalOf, seal } from '../../testing-points.ts'
import { ENTRY_COLUMNS, type EntryRow, insertEntries, toEntry } from './queries-ledger.ts'
import { canonicalBytes } from './queries-log.ts'

const house = await openHouse()
const hashes = { sha256, sm3 }
const he = await memberOf(house, '何白露')
const month = (no: number) => String(no).padStart(2, '0')

const ids: string[] = []
for (let at = 1; at <= 8; at += 1) {
  const deeds = ['何白露', '周谷雨'].flatMap((who) =>
    Array.from({ length: 20 }, (_, day) => ({
      who,
      on: `2026-0${at}-${month(day + 1)}`,
      item: 'village-work',
      raw: 10,
    })),
  )
  ids.push(...(await postDeeds(house, `2026-0${at}-24T02:00:00Z`, deeds)))
}

test('the bytes the database makes are those of the domain, whatever the fields hold', async () => {
  const [first] = await house.rows<EntryRow>(`select ${ENTRY_COLUMNS} from ledger_entry e limit 1`)
  assert.ok(first)
  await inCounty(house, '2026-10-30T23:59:59.007Z', async ({ tx, now, newId }) => {
    const entry = toEntry(first)
    const odd = {
      ...entry,
      kind: 'award' as const,
      term: 'bonus' as const,
      itemCode: 'a',
      raw: 7 as never,
      credited: 0 as never,
    }
    await insertEntries(
      tx,
      [
        { ...odd, reason: '', evidence: ['', '与9月20日 𠮷', 'x'.repeat(300)] },
        {
          ...odd,
          reason: '𠮷𠮷 rare “signs”',
          limit: { by: 'total-year' as const, cap: 10_000 as never, used: 0 as never },
        },
        { ...odd, reviewerId: newId(), source: { kind: 'task' as const, id: '任务' }, evidence: ['一'] },
      ].map((one) => ({
        entry: { ...one, id: newId(), postedAt: now, month: '2026-10' as never },
        outsideCaps: false,
      })),
    )
  })
  const rows = await house.rows<EntryRow & { bytes: Uint8Array }>(
    `select ${ENTRY_COLUMNS}, ${canonicalBytes} as bytes from ledger_entry e`,
  )
  assert.ok(rows.length > 200)
  for (const row of rows) assert.equal(toHex(toCanonical(house.county, toEntry(row))), toHex(row.bytes))
})

test('sealing takes every line once, in the order of posting, and keeps the root of the day', async () => {
  const first = await seal(house, '2026-10-31T16:05:00Z')
  const [count] = await house.rows<{ n: number }>(
    `select count(*)::int as n from ledger_entry where county_id = $1`,
    [house.county],
  )
  assert.equal(first.size, count?.n)
  const again = await seal(house, '2026-10-31T16:06:00Z')
  assert.deepEqual([again.size, again.added], [first.size, 0])
  const order = await house.rows<{ ok: boolean }>(
    `select bool_and(row_no = leaf_no) as ok from (select l.leaf_no, row_number() over (order by e.posted_at, e.id) - 1 as row_no
       from ledger_leaf l join ledger_entry e on e.county_id = l.county_id and e.id = l.entry_id where l.county_id = $1) t`,
    [house.county],
  )
  assert.equal(order[0]?.ok, true)
  const roots = await house.rows(`select 1 from ledger_root where county_id = $1`, [house.county])
  assert.equal(roots.length, 1)
})

test('lines posted at midnight and later are left for the next day; nothing is lost', async () => {
  await postDeeds(house, '2026-11-01T16:30:00Z', [
    { who: '何白露', on: '2026-11-01', item: 'village-work', raw: 10 },
  ])
  house.at(new Date('2026-11-01T16:40:00Z'))
  const before = await house.rows<{ size: number }>(`select size::int from ledger_log where county_id = $1`, [
    house.county,
  ])
  const run = async () => {
    await house.rows(`select steward_add_job('points-seal', $1::json, null, null)`, [
      JSON.stringify({ county: house.county, accountId: null, actorName: 'recurring', payload: {} }),
    ])
    await house.runJobs()
    const [log] = await house.rows<{ size: number }>(
      `select size::int from ledger_log where county_id = $1`,
      [house.county],
    )
    return log?.size
  }
  assert.equal(await run(), before[0]?.size)
  house.at(new Date('2026-11-02T16:40:00Z'))
  assert.equal(await run(), Number(before[0]?.size) + 1)
  house.at(new Date('2026-11-03T01:00:00Z'))
})

test('a receipt is checked without the server, by file and by code, under both hashes', async () => {
  const { status, body } = await house.call('hebailu', 'points.receipt', { entryId: ids[5] })
  assert.equal(status, 200, JSON.stringify(body))
  const receipt = readReceipt(String(body['file']))
  assert.ok(receipt)
  const printed = String(body['printedRoot'])
  const verified = verifyReceipt(receipt, hashes, printed)
  assert.deepEqual([verified.faults, verified.proven], [[], ['sha256', 'sm3']])
  assert.equal(verified.leaf?.entry.memberId, he.id)
  assert.equal(verified.leaf?.countyId, house.county)
  for (const { code, hash } of body['codes'] as { code: string; hash: string }[]) {
    const read = unpackReceipt(code)
    assert.ok(read)
    assert.deepEqual(verifyReceipt(read, hashes).proven, [hash])
  }
  const wrong = verifyReceipt(receipt, hashes, '0000-0000-0000')
  assert.deepEqual(wrong.faults, ['receipt-root-differs'])
  const file = await house.call('hebailu', 'points.receipt-file', { entryId: ids[5] })
  assert.deepEqual(file.body, JSON.parse(String(body['file'])))
})

test('a receipt is of the own line, or for officers; a line not yet in the log has none', async () => {
  for (const who of ['qinlidong', 'shenliqiu', 'xuchushu', 'other'] as const)
    assert.equal((await house.call(who, 'points.receipt', { entryId: ids[5] })).status, 404, who)
  assert.equal((await house.call('zhouguyu', 'points.receipt', { entryId: ids[5] })).status, 200)
  const [fresh] = await postDeeds(house, '2026-11-03T00:30:00Z', [
    { who: '何白露', on: '2026-11-02', item: 'village-work', raw: 10 },
  ])
  const early = await house.call('hebailu', 'points.receipt', { entryId: fresh })
  assert.deepEqual([early.status, refusalOf(early)], [409, 'receipt-not-sealed'])
  const file = await house.call('hebailu', 'points.receipt-file', { entryId: fresh })
  assert.deepEqual([file.status, refusalOf(file)], [409, 'receipt-not-sealed'])
  const unknown = await house.call('hebailu', 'points.receipt', { entryId: he.id })
  assert.equal(unknown.status, 404)
})

type Root = { size: number; sha256: string; sm3: string; printed: string }

test('anybody lists the roots of a county and proves that a newer one only adds', async () => {
  await seal(house, '2026-11-03T00:40:00Z')
  const { status, body } = await house.call(null, 'ledger.roots', { county: 'qingyuan' })
  assert.equal(status, 200, JSON.stringify(body))
  const rows = body['rows'] as Root[]
  assert.equal(rows.length, 3)
  assert.ok(rows.every((row, at) => at === 0 || row.size < Number(rows[at - 1]?.size)))
  const [newer] = rows
  const older = rows.at(-1)
  assert.ok(newer && older)
  assert.equal(newer.printed, printRoot(fromHex(newer.sha256) ?? new Uint8Array()))
  const proved = await house.call(null, 'ledger.consistency', {
    county: 'qingyuan',
    older: older.size,
    newer: newer.size,
  })
  assert.equal(proved.status, 200)
  const proof = proved.body['proof'] as Record<'sha256' | 'sm3', string[]>
  for (const name of ['sha256', 'sm3'] as const) {
    const end = (root: Root) => ({ size: root.size, root: fromHex(root[name]) ?? new Uint8Array() })
    const path = proof[name].map((node) => fromHex(node) ?? new Uint8Array())
    assert.ok(verifyConsistency(hashes[name], end(older), end(newer), path), name)
  }
  const unknown = await house.call(null, 'ledger.consistency', { county: 'qingyuan', older: 1, newer: 2 })
  assert.deepEqual([unknown.status, refusalOf(unknown)], [409, 'ledger-size-unknown'])
  assert.equal((await house.call(null, 'ledger.roots', { county: 'nowhere' })).status, 404)
  const empty = await house.call(null, 'ledger.roots', { county: 'linshui' })
  assert.deepEqual(empty.body['rows'], [])
  const page = await house.call(null, 'ledger.roots', { county: 'qingyuan', limit: 1 })
  assert.deepEqual([(page.body['rows'] as Root[]).length, page.body['hasMore']], [1, true])
})

test('two who seal at once take every line once', async () => {
  await postDeeds(house, '2026-11-03T00:50:00Z', [
    { who: '何白露', on: '2026-11-02', item: 'skills-taught', raw: 10 },
    { who: '周谷雨', on: '2026-11-02', item: 'skills-taught', raw: 10 },
  ])
  const [a, b] = await Promise.all([seal(house, '2026-11-03T00:51:00Z'), seal(house, '2026-11-03T00:51:00Z')])
  assert.equal(a.size, b.size)
  assert.equal(a.added + b.added, 2)
})
