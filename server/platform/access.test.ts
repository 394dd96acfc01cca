import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Permission } from '@steward/domain/access/permissions.ts'
import type { HeldPermission, Reach } from '@steward/domain/shared/reach.ts'
import fc from 'fast-check'
import { type Expression, type SqlBool, sql } from 'kysely'
import type pg from 'pg'
import { accessOf, type AccessColumns } from './access.ts'
import { countyTx, openPool } from './db.ts'
import { freshDatabase, onDatabase } from './postgres/test-database.ts'
import { Problem } from './problem.ts'

const ME = '0193a0c0-0000-7000-8000-000000000001'
const OTHER = '0193a0c0-0000-7000-8000-000000000002'
const hold = (reach: Reach, orgPath = '1.2', permission: Permission = 'member.read'): HeldPermission => ({
  permission,
  reach,
  orgPath,
})
const problem = (code: string) => (error: unknown) => error instanceof Problem && error.code === code

describe('what the caller may', () => {
  it('is asked about one thing, with 403, or 404 where existence is nobody’s business', () => {
    const access = accessOf({ memberId: ME, holdings: [hold('org-and-below')] })
    access.demand('member.read', { path: '1.2.5' })
    assert.throws(() => access.demand('member.read', { path: '1.20' }), problem('forbidden'))
    assert.throws(() => access.demandHidden('member.read', { path: '1.3' }), problem('not-found'))
    assert.throws(() => access.demand('member.change', { path: '1.2' }), problem('forbidden'))
    access.demandSomewhere('member.read')
    assert.throws(() => access.demandSomewhere('member.change'), problem('forbidden'))
    assert.equal(access.can('member.read', { path: '1' }), false)
  })

  it('counts as asked only by a question or a stated reason, not by listing what may be', () => {
    const asked = (ask: (access: ReturnType<typeof accessOf>) => unknown) => {
      const access = accessOf({ memberId: ME, holdings: [hold('everywhere')] })
      ask(access)
      return access.asked
    }
    assert.equal(
      asked(() => undefined),
      false,
    )
    assert.equal(
      asked((access) => access.may(['member.read'], { path: '1' })),
      false,
    )
    for (const ask of [
      (access: ReturnType<typeof accessOf>) => access.can('member.read', {}),
      (access: ReturnType<typeof accessOf>) => access.within('member.read', { path: 'path' }),
      (access: ReturnType<typeof accessOf>) => access.withinText('member.read', { path: 'path' }, 2),
      (access: ReturnType<typeof accessOf>) => access.open('everybody'),
    ])
      assert.equal(asked(ask), true)
  })

  it('is listed for screens', () => {
    const access = accessOf({
      memberId: ME,
      holdings: [hold('self'), hold('own-org', '1.2', 'member.change')],
    })
    const named: Permission[] = ['member.read', 'member.change', 'member.export']
    assert.deepEqual(access.may(named, { path: '1.2', memberId: OTHER }), ['member.change'])
    assert.deepEqual(access.may(named, { path: '1.9', memberId: ME }), ['member.read'])
  })
})

const path = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 })
  .map((one) => one.join('.'))
const holding = fc.record({
  permission: fc.constantFrom<Permission>('member.read', 'member.read', 'member.change'),
  reach: fc.constantFrom<Reach>('self', 'own-org', 'org-and-below', 'org-and-below', 'everywhere'),
  orgPath: path,
})
const record = fc.record({
  path: fc.option(path, { freq: 12 }),
  memberId: fc.constantFrom(ME, OTHER, null),
})
const columnSets: readonly AccessColumns[] = [
  { path: 't.path', memberId: 't.member_id' },
  { path: 't.path' },
  { memberId: 't.member_id' },
]

describe('the filter of a list', async () => {
  const url = await freshDatabase()
  await onDatabase(url, (client) => client.query('create extension ltree'))
  const pool = openPool(url, 1, null)
  after(() => pool.end())

  it('lets through exactly what the question about one thing allows', async () => {
    const client = await pool.connect()
    const { reference } = countyTx(client, ME)
    const rowsOf = async (
      records: readonly { path: string | null; memberId: string | null }[],
      condition: Expression<SqlBool>,
    ) => {
      const paths = records.map((one) => one.path)
      const members = records.map((one) => one.memberId)
      const found = await sql<{ n: number }>`select n::int from
        unnest(${paths}::ltree[], ${members}::uuid[]) with ordinality as t(path, member_id, n)
        where ${condition} order by n`.execute(reference)
      return found.rows.map(({ n }) => n - 1)
    }
    const textRowsOf = async (
      records: readonly { path: string | null; memberId: string | null }[],
      condition: { text: string; values: unknown[] },
    ) => {
      const text = `select n::int from unnest($1::ltree[], $2::uuid[]) with ordinality as t(path, member_id, n)
        where ${condition.text} order by n`
      const values = [records.map((one) => one.path), records.map((one) => one.memberId), ...condition.values]
      const found: pg.QueryResult<{ n: number }> = await client.query(text, values)
      return found.rows.map(({ n }) => n - 1)
    }
    const trial = fc.asyncProperty(
      fc.array(holding, { maxLength: 5 }),
      fc.constantFrom(ME, null),
      fc.array(record, { minLength: 1, maxLength: 25 }),
      fc.constantFrom(...columnSets),
      async (holdings, memberId, records, columns) => {
        const access = accessOf({ memberId, holdings })
        const wanted = records.flatMap((one, n) => {
          const target = {
            ...(columns.path === undefined ? {} : { path: one.path }),
            ...(columns.memberId === undefined ? {} : { memberId: one.memberId }),
          }
          return access.can('member.read', target) ? [n] : []
        })
        assert.deepEqual(await rowsOf(records, access.within('member.read', columns)), wanted)
        assert.deepEqual(await textRowsOf(records, access.withinText('member.read', columns, 3)), wanted)
      },
    )
    await fc.assert(trial, { numRuns: 300 })
    client.release()
  })
})
