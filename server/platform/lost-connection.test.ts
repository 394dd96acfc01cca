import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { agree } from '@steward/domain/shared/decision.ts'
import { z } from 'zod'
import { handle } from './context.ts'
import { cryptoByCounty } from './crypto.ts'
import { isUnreachable } from './database-errors.ts'
import { openPool, type Pool } from './db.ts'
import { openFileStore } from './file-store.ts'
import { systemActor } from './job-context.ts'
import { openLimits } from './limits.ts'
import { migrate } from './migrate.ts'
import { defineCommand, defineQuery } from './operation.ts'
import { freshDatabase, onDatabase } from './postgres/test-database.ts'
import { createRunner } from './run.ts'

const COUNTY = '0193a0c0-0000-7000-8000-000000000001'
const AT = new Date('2026-11-03T01:00:00Z')
const declared = {
  summary: { zh: '试验', en: 'Trial' },
  input: z.object({ wait: z.number().default(0) }),
  output: z.object({ done: z.boolean() }),
}
const look = defineQuery({ ...declared, id: 'trial.look' })
const change = defineCommand({ ...declared, id: 'trial.change' })

const WAIT = 'select pg_sleep($2) where $1::uuid is not null /* county_id */'
const handlers = [
  handle(look, async ({ tx, access }, { wait }) => {
    access.open('everybody')
    await tx.raw('trial-wait', WAIT, [wait])
    return agree({ done: true })
  }),
  handle(change, async ({ tx, access, now }, { wait }) => {
    access.open('everybody')
    await tx.insert('receipt', { account_id: COUNTY, key: 'change', operation: 'x', at: now }).execute()
    await tx.raw('trial-wait', WAIT, [wait])
    return agree({ done: true })
  }),
]

describe('a lost database', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'steward-lost-'))
  const logged: string[] = []
  const url = await freshDatabase()
  const pool = openPool(url, 4)
  const houseOn = (pool: Pool) =>
    createRunner({
      pool,
      crypto: cryptoByCounty(Buffer.alloc(32, 7)),
      files: openFileStore(folder),
      limits: openLimits(pool),
      identify: async () => undefined,
      now: () => AT,
      handlers,
      onBug: (errorNumber) => logged.push(errorNumber),
    })
  const run = houseOn(pool)
  const call = (operation: string, wait = 0, house = run) =>
    house({ operation, input: { wait }, as: { county: COUNTY, actor: systemActor('trial') } })
  const cutAll = () =>
    onDatabase(url, (client) =>
      client.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'",
      ),
    )
  /** Idle connections that were cut are found one by one; each costs at most one call. */
  const recovered = async () => {
    for (let tries = 0; (await call('trial.look')).status !== 200; tries += 1) assert.ok(tries < 5)
  }
  const sleeping = async () => {
    for (;;) {
      const found = await onDatabase(url, (client) =>
        client.query(
          "select 1 from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'",
        ),
      )
      if (found.rowCount !== 0) return
    }
  }

  before(async () => {
    await migrate(url)
    await pool.query("insert into county (id, code, name, created_at) values ($1, 'one', '一县', $2)", [
      COUNTY,
      AT,
    ])
  })
  after(async () => {
    await pool.end()
    rmSync(folder, { recursive: true })
  })

  it('is answered with `unavailable`, rolls back, and the next call finds a new connection', async () => {
    for (const operation of ['trial.look', 'trial.change']) {
      await recovered()
      const waiting = call(operation, 60)
      await sleeping()
      await cutAll()
      const answer = await waiting
      assert.equal(answer.status, 503)
      assert.ok('problem' in answer && answer.problem.code === 'unavailable')
      assert.deepEqual(answer.problem.details, {})
    }
    assert.deepEqual(new Set(logged), new Set(['database']))
    const rows = await onDatabase(url, (client) => client.query("select 1 from receipt where key = 'change'"))
    assert.equal(rows.rowCount, 0)
    await recovered()
    assert.equal((await call('trial.change')).status, 200)
  })

  it('leaves no dead connection in the pool when idle ones were cut', async () => {
    await Promise.all([call('trial.look', 0.05), call('trial.look', 0.05), call('trial.look', 0.05)])
    await cutAll()
    const statuses: number[] = []
    for (let n = 0; n < 8; n += 1) statuses.push((await call('trial.look')).status)
    assert.deepEqual(new Set(statuses.slice(4)), new Set([200]))
    assert.ok(
      statuses.every((status) => status === 200 || status === 503),
      statuses.join(),
    )
  })

  it('that nobody serves is `unavailable` too', async () => {
    const nobody = openPool('postgresql://postgres@127.0.0.1:9/nobody', 1)
    assert.equal((await call('trial.look', 0, houseOn(nobody))).status, 503)
    await nobody.end()
  })

  it('is not confused with a bug', () => {
    const coded = (code: string) => Object.assign(new Error('x'), { code })
    assert.equal(isUnreachable(coded('23505')), false)
    assert.equal(isUnreachable(coded('ENOENT')), false)
    assert.equal(isUnreachable(new Error('Connection terminated unexpectedly')), true)
    assert.equal(isUnreachable(coded('57P01')), true)
    assert.equal(isUnreachable(new TypeError('x is not a function')), false)
  })
})
