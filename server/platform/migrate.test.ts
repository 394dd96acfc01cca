import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { demandVersion, migrate, type Migration, readMigrations, waitingOf } from './migrate.ts'
import { freshDatabase, onDatabase } from './postgres/test-database.ts'

const first: Migration = { name: 'a.sql', statements: ['create table a (n integer)'], sha256: 'aa' }
const second: Migration = { name: 'b.sql', statements: ['create table b (n integer)'], sha256: 'bb' }
const broken: Migration = {
  name: 'c.sql',
  statements: ['create table c (n integer)', 'create tabel d (n integer)'],
  sha256: 'cc',
}
const tables = (url: string) =>
  onDatabase(url, async (client) => {
    const found = await client.query<{ name: string }>(
      "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
    )
    return found.rows.map(({ name }) => name)
  })

describe('what is still to run', () => {
  it('is what the database does not have yet, in order', () => {
    assert.deepEqual(waitingOf([first, second], new Map()), [first, second])
    assert.deepEqual(waitingOf([first, second], new Map([['a.sql', 'aa']])), [second])
  })

  it('is refused where a migration was edited, and where the database is newer than the product', () => {
    assert.throws(() => waitingOf([first], new Map([['a.sql', 'other']])), /a\.sql was edited/)
    assert.throws(() => waitingOf([first], new Map([['z.sql', 'zz']])), /newer product \(z\.sql\)/)
  })
})

it('PostgreSQL below 15 is refused', () => {
  assert.throws(() => demandVersion(140_012), /15 or later is needed, this is 14/)
  demandVersion(150_000)
  demandVersion(180_004)
})

it('one statement ends at a line’s end, and comments are no statements', () => {
  for (const { name, statements } of readMigrations()) {
    assert.ok(statements.length > 0, name)
    for (const statement of statements) assert.doesNotMatch(statement, /^--|^$/, name)
  }
})

describe('a database', () => {
  it('is migrated once by two servers that start together, and left alone afterwards', async () => {
    const url = await freshDatabase()
    const names = readMigrations().map(({ name }) => name)
    const both = await Promise.all([migrate(url), migrate(url)])
    assert.deepEqual(
      both.toSorted((a, b) => b.length - a.length),
      [names, []],
    )
    const before = await tables(url)
    assert.deepEqual(await migrate(url), [])
    assert.deepEqual(await tables(url), before)
  })

  it('keeps nothing of a migration that fails, and all of those before it', async () => {
    const url = await freshDatabase()
    await assert.rejects(migrate(url, [first, broken]), /c\.sql: .*syntax error/)
    assert.deepEqual(await tables(url), ['a', 'schema_migration'])
    assert.deepEqual(await migrate(url, [first, second]), ['b.sql'])
  })

  it('is not touched at all where an earlier migration was edited', async () => {
    const url = await freshDatabase()
    await migrate(url, [first])
    await assert.rejects(migrate(url, [{ ...first, sha256: 'edited' }, second]), /edited/)
    assert.deepEqual(await tables(url), ['a', 'schema_migration'])
  })

  it('gives the server its rights with each migration: all rows, but only adding where the table says so', async () => {
    const url = await freshDatabase()
    const growing = {
      name: 'g.sql',
      sha256: 'gg',
      statements: ['create table g (n integer)', "comment on table g is 'Append-only. Trial.'"],
    }
    await migrate(url, [first, growing])
    const rights = await onDatabase(url, async (client) => {
      const found = await client.query<{ rights: string }>(
        `select t || ':' || r as rights from unnest(array['a', 'g']) t, unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) r
         where has_table_privilege('steward_app', t, r) order by 1`,
      )
      return found.rows.map((row) => row.rights)
    })
    assert.deepEqual(rights, ['a:DELETE', 'a:INSERT', 'a:SELECT', 'a:UPDATE', 'g:INSERT', 'g:SELECT'])
  })
})
