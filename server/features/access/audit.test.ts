import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { DEMO_PASSWORD } from '#demo/cast.ts'
import { openHouse, TEST_NOW } from '../../testing.ts'

const house = await openHouse()
type Row = {
  id: string
  at: string
  actorName: string
  operation: string
  outcome: string
  subject: Record<string, unknown>
}
type Reply = Awaited<ReturnType<typeof house.call>>
const rowsOf = ({ body }: Reply) => body['rows'] as Row[]
const list = (input: object = {}) => house.call('xuchushu', 'audit.list', input)
const signIn = (accountName: string, password = DEMO_PASSWORD) =>
  house.call(null, 'session.sign-in', { county: 'qingyuan', accountName, password })
const later = (minutes: number) => new Date(TEST_NOW.getTime() + minutes * 60_000)

describe('R-303: the audit log', () => {
  it('has who, when, what and the result, the latest first, failures too', async () => {
    await signIn('zhouguyu')
    house.at(later(1))
    await signIn('zhouguyu', 'Wrong#2026')
    house.at(later(2))
    await house.call('zhouguyu', 'account.open', { name: '某', accountName: 'xmou' })
    house.at(later(3))
    await house.call('zhouguyu', 'account.prefer', { language: 'zh' })
    const rows = rowsOf(await list({ limit: 4 }))
    assert.deepEqual(
      rows.map(({ operation, outcome }) => [operation, outcome]),
      [
        ['account.prefer', 'done'],
        ['account.open', 'forbidden'],
        ['session.sign-in', 'sign-in-wrong'],
        ['session.sign-in', 'done'],
      ],
    )
    assert.deepEqual(rows.map(({ at }) => at).slice(0, 2), [later(3).toISOString(), later(2).toISOString()])
    assert.equal(rows[0]?.actorName, '周谷雨')
    assert.equal(rows[2]?.subject['accountName'], 'zhouguyu')
  })

  it('is read page by page without a gap or a double', async () => {
    for (let n = 0; n < 7; n += 1) await house.call('hebailu', 'account.prefer', { elder: n % 2 === 0 })
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: Reply = await list({ limit: 3, after })
      seen.push(...rowsOf(page).map(({ id }) => id))
      after = page.body['next'] as string | null
    } while (after !== null)
    const all = await house.rows<{ count: string }>('select count(*) from audit_entry where county_id = $1', [
      house.county,
    ])
    assert.equal(seen.length, Number(all[0]?.count))
    assert.equal(new Set(seen).size, seen.length)
  })

  it('can be narrowed by person, operation, result and day', async () => {
    assert.ok(rowsOf(await list({ who: '何白露' })).every(({ actorName }) => actorName === '何白露'))
    assert.ok(
      rowsOf(await list({ who: 'ZhouGuyu' })).some(({ operation }) => operation === 'session.sign-in'),
    )
    const notDone = rowsOf(await list({ outcome: 'not-done' }))
    assert.ok(notDone.length >= 2 && notDone.every(({ outcome }) => outcome !== 'done'))
    const sessions = rowsOf(await list({ operation: 'session.' }))
    assert.ok(sessions.length >= 2 && sessions.every(({ operation }) => operation.startsWith('session.')))
    assert.equal(
      rowsOf(await list({ toOn: '2026-11-02' })).filter(({ operation }) => operation === 'session.sign-in')
        .length,
      0,
    )
    assert.ok(rowsOf(await list({ fromOn: '2026-11-03', toOn: '2026-11-03' })).length >= 4)
    assert.equal(rowsOf(await list({ fromOn: '2026-11-04' })).length, 0)
    const [account] = await house.rows<{ id: string }>(
      `select id from account where account_name = 'zhouguyu'`,
    )
    const own = rowsOf(await list({ accountId: account?.id }))
    assert.ok(own.some(({ operation }) => operation === 'session.sign-in'))
    assert.ok(own.some(({ operation }) => operation === 'account.prefer'))
  })

  it('is exported as a sheet, which leaves an entry itself', async () => {
    const reply = await house.call('xuchushu', 'audit.export', { outcome: 'not-done' })
    assert.equal(reply.status, 200)
    assert.equal(
      Buffer.from(reply.body['bytes'] as Uint8Array)
        .subarray(0, 2)
        .toString(),
      'PK',
    )
    assert.equal(rowsOf(await list({ limit: 1 }))[0]?.operation, 'audit.export')
  })

  it('is the audit administrator’s alone, in the own county', async () => {
    for (const who of [
      'yingxiaohan',
      'fengdahan',
      'hanhanlu',
      'luqingming',
      'zhouguyu',
      'hebailu',
      'other',
    ] as const) {
      assert.equal((await house.call(who, 'audit.list')).status, 403, who)
      assert.equal((await house.call(who, 'audit.export')).status, 403, who)
    }
    await house.call('other', 'account.prefer', { language: 'en' })
    assert.equal(
      rowsOf(await list({ limit: 200 })).some(({ actorName }) => actorName === '魏小雪'),
      false,
    )
  })
})
