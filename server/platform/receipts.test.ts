import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { z } from 'zod'
import { type Actor, GUEST, handle } from './context.ts'
import { cryptoByCounty } from './crypto.ts'
import { openPool } from './db.ts'
import { openFileStore } from './file-store.ts'
import { openLimits } from './limits.ts'
import { migrate } from './migrate.ts'
import { defineCommand } from './operation.ts'
import { freshDatabase } from './postgres/test-database.ts'
import { type Answer, createRunner } from './run.ts'

const ONE = '0193a0c0-0000-7000-8000-000000000001'
const TWO = '0193a0c0-0000-7000-8000-000000000002'
const AT = new Date('2026-11-03T01:00:00Z')
const declared = { summary: { zh: '试验', en: 'Trial' }, output: z.object({ turn: z.number() }) }
const add = defineCommand({
  ...declared,
  id: 'trial.add',
  input: z.object({ name: z.string(), refused: z.boolean().default(false) }),
  refusals: ['trial-refused'],
})
const other = defineCommand({ ...declared, id: 'trial.other', input: z.object({ name: z.string() }) })

describe('the receipt of a command', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'steward-receipt-'))
  const pool = openPool(await freshDatabase(), 6)
  let turn = 0
  const run = createRunner({
    pool,
    crypto: cryptoByCounty(Buffer.alloc(32, 7)),
    files: openFileStore(folder),
    limits: openLimits(pool),
    identify: async () => undefined,
    now: () => AT,
    handlers: [
      handle(add, async ({ access }, { refused }) => {
        access.open('everybody')
        turn += 1
        return refused ? refuse('trial-refused') : agree({ turn })
      }),
      handle(other, async ({ access }) => {
        access.open('everybody')
        return agree({ turn: -1 })
      }),
    ],
    onBug: (_, operation, error) => assert.fail(`${operation}: ${String(error)}`),
  })
  const actorOf = (accountId: string): Actor => ({ ...GUEST, kind: 'account', accountId, name: '试验员' })
  const send = (key: string, input: object, county = ONE, accountId = ONE, operation = 'trial.add') =>
    run({ operation, input, key, as: { county, actor: actorOf(accountId) } })
  const turnOf = (answer: Answer) =>
    'value' in answer ? (answer.value as { turn: number }).turn : answer.status

  before(async () => {
    await migrate(String(pool.options.connectionString))
    await pool.query(
      "insert into county (id, code, name, created_at) values ($1, 'one', '一县', $3), ($2, 'two', '二县', $3)",
      [ONE, TWO, AT],
    )
  })
  after(async () => {
    await pool.end()
    rmSync(folder, { recursive: true })
  })

  it('gives the first answer to the same key, also where the input differs', async () => {
    const first = await send('k', { name: '甲' })
    assert.equal(turnOf(await send('k', { name: '甲' })), turnOf(first))
    assert.equal(turnOf(await send('k', { name: '乙' })), turnOf(first))
    assert.equal(turn, 1)
  })

  it('is of one account in one county', async () => {
    const before = turn
    await send('k', { name: '甲' }, ONE, TWO)
    await send('k', { name: '甲' }, TWO, ONE)
    assert.equal(turn, before + 2)
  })

  it('is refused for another operation', async () => {
    assert.equal(turnOf(await send('k', { name: '甲' }, ONE, ONE, 'trial.other')), 400)
  })

  it('is not taken by a refused command, which may be sent again', async () => {
    assert.equal((await send('again', { name: '甲', refused: true })).status, 409)
    assert.equal((await send('again', { name: '甲' })).status, 200)
  })

  it('lets one of ten do it and tells all the same', async () => {
    const before = turn
    const turns = await Promise.all(Array.from({ length: 10 }, () => send('ten', { name: '甲' })))
    assert.deepEqual(new Set(turns.map(turnOf)), new Set([before + 1]))
  })

  it('is not needed: a command without a key is done as often as it comes', async () => {
    const before = turn
    for (let n = 0; n < 2; n += 1)
      await run({ operation: 'trial.add', input: { name: '甲' }, as: { county: ONE, actor: actorOf(ONE) } })
    assert.equal(turn, before + 2)
  })
})
