import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { plainDate as day } from '@steward/domain/shared/plain-date.ts'
import { countyTx, guardStatements, inTransaction, onConnection, openPool, sidePool } from './db.ts'
import { migrate } from './migrate.ts'
import { freshDatabase } from './postgres/test-database.ts'

const ONE = '0193a0c0-0000-7000-8000-000000000001'
const TWO = '0193a0c0-0000-7000-8000-000000000002'
const AT = new Date('2026-11-03T01:00:00Z')

const setting = (area: string) => ({
  area,
  version_no: 1,
  from_on: day('2026-02-28'),
  value: JSON.stringify({ most: 3 }),
  decided_by: '试验',
  decided_at: AT,
})
const receipt = (key: string) => ({ account_id: ONE, key, operation: 'trial.add', at: AT })

describe('the database of a county', async () => {
  const url = await freshDatabase()
  const pool = openPool(url, 3)
  before(async () => {
    await migrate(url)
    await pool.query(
      "insert into county (id, code, name, created_at) values ($1, 'one', '一县', $3), ($2, 'two', '二县', $3)",
      [ONE, TWO, AT],
    )
  })
  after(async () => {
    guardStatements(undefined)
    await pool.end()
  })

  it('is entered as the role that owns nothing', async () => {
    const found = await pool.query<{ role: string }>('select current_user as role')
    assert.equal(found.rows[0]?.role, 'steward_app')
    await assert.rejects(pool.query('drop table county'), { code: '42501' })
  })

  it('puts its key into every statement', async () => {
    await onConnection(pool, true, async (client) => {
      await countyTx(client, ONE)
        .insert('setting', [setting('a'), setting('b')])
        .execute()
      await countyTx(client, TWO).insert('setting', setting('a')).execute()
      await countyTx(client, ONE).insert('receipt', receipt('k')).execute()
      await countyTx(client, TWO).insert('receipt', receipt('k')).execute()
      await countyTx(client, ONE).update('receipt').set({ operation: 'changed' }).execute()
      await countyTx(client, TWO).remove('receipt').execute()
    })
    const seen = await onConnection(pool, false, async (client) => {
      const one = countyTx(client, ONE)
      return {
        settings: await one.from('setting').select('area').orderBy('area').execute(),
        aliased: await one.from('setting', 's').select('s.area').where('s.area', '=', 'a').execute(),
        receipts: await one.from('receipt').select('operation').execute(),
        raw: await one.raw('trial-raw', 'select area from setting where county_id = $1 and area = $2', ['b']),
        other: await countyTx(client, TWO).from('receipt').select('key').execute(),
      }
    })
    assert.deepEqual(seen, {
      settings: [{ area: 'a' }, { area: 'b' }],
      aliased: [{ area: 'a' }],
      receipts: [{ operation: 'changed' }],
      raw: [{ area: 'b' }],
      other: [],
    })
  })

  it('gives days as text, instants as dates, large numbers as numbers', async () => {
    const row = await onConnection(pool, false, (client) =>
      countyTx(client, ONE)
        .from('setting')
        .select(({ fn }) => ['from_on', 'decided_at', 'value', fn.countAll().over().as('count')])
        .limit(1)
        .executeTakeFirstOrThrow(),
    )
    assert.deepEqual(row, { from_on: '2026-02-28', decided_at: AT, value: { most: 3 }, count: 2 })
  })

  it('keeps all of a transaction or nothing', async () => {
    const work = onConnection(pool, true, async (client) => {
      await countyTx(client, ONE).insert('setting', setting('lost')).execute()
      throw new Error('after the insert')
    })
    await assert.rejects(work, /after the insert/)
    const found = await pool.query("select 1 from setting where area = 'lost'")
    assert.equal(found.rowCount, 0)
  })

  it('ends with a last statement nobody waited for: all of it, or nothing when that one fails', async () => {
    const endWith = (area: string) =>
      inTransaction(pool, async (client) => {
        const tx = countyTx(client, ONE)
        await tx.insert('receipt', receipt(`before ${area}`)).execute()
        const last = {
          name: 'trial-last',
          text: `insert into setting (county_id, area, version_no, from_on, value, decided_by, decided_at)
            values ($1, $2, 1, '2026-01-01', '{}', '试验', $3)`,
          values: [ONE, area, AT],
        }
        return { value: area, last }
      })
    const kept = async () => (await pool.query("select key from receipt where key like 'before %'")).rows
    assert.equal(await endWith('last'), 'last')
    // The area is there already.
    await assert.rejects(endWith('a'), { code: '23505' })
    await assert.rejects(
      inTransaction(pool, async () => Promise.reject(new Error('before any statement'))),
      /before any statement/,
    )
    assert.deepEqual(await kept(), [{ key: 'before last' }])
    const again = await Promise.all([endWith('x'), endWith('y'), endWith('z'), endWith('u')])
    assert.deepEqual(again, ['x', 'y', 'z', 'u'])
  })

  it('shows every statement to the guard, also the raw ones', async () => {
    const texts: string[] = []
    guardStatements((text) => {
      texts.push(text)
      if (!text.includes('county_id')) throw new Error('no county')
    })
    await onConnection(pool, false, async (client) => {
      const tx = countyTx(client, ONE)
      await tx.from('setting').select('area').execute()
      await tx.raw('trial-raw-2', 'select 1 where $1::uuid is not null /* county_id */', [])
      await assert.rejects(tx.reference.selectFrom('county').select('name').execute(), /no county/)
      await assert.rejects(tx.raw('trial-raw-3', 'select area from setting', []), /no county/)
    })
    guardStatements(undefined)
    assert.equal(texts.length, 4)
  })

  it('keeps connections aside for short work while operations hold all others', async () => {
    assert.equal(sidePool(pool, 'apart'), sidePool(pool, 'apart'))
    const held = await Promise.all([pool.connect(), pool.connect(), pool.connect()])
    const found = await sidePool(pool, 'apart').query('select 1')
    assert.equal(found.rowCount, 1)
    for (const client of held) client.release()
  })
})
