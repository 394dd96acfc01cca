import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openPool } from './db.ts'
import { openLimits } from './limits.ts'
import { migrate } from './migrate.ts'
import { freshDatabase } from './postgres/test-database.ts'
import { Problem } from './problem.ts'

const AT = new Date('2026-11-03T01:00:00Z')
const inSeconds = (seconds: number) => new Date(AT.getTime() + seconds * 1000)

describe('the limits of two servers on one database', async () => {
  const url = await freshDatabase()
  const pools = [openPool(url, 4), openPool(url, 4)]
  before(() => migrate(url))
  after(async () => {
    for (const pool of pools) await pool.end()
  })
  const [one, two] = pools.map((pool) => openLimits(pool))
  assert.ok(one !== undefined && two !== undefined)

  it('are one allowance, however many ask at once', async () => {
    const takes = Array.from({ length: 30 }, (_, n) =>
      (n % 2 === 0 ? one : two)(AT).take('sign-in', 'a', 7, 60),
    )
    const ended = await Promise.allSettled(takes)
    assert.equal(ended.filter(({ status }) => status === 'fulfilled').length, 7)
    const waits = ended.flatMap((end) =>
      end.status === 'rejected' && end.reason instanceof Problem ? [end.reason.details.waitSeconds] : [],
    )
    assert.deepEqual(new Set(waits), new Set([60]))
  })

  it('tell the seconds left, and end with them', async () => {
    await assert.rejects(two(inSeconds(45)).take('sign-in', 'a', 7, 60), { details: { waitSeconds: 15 } })
    await assert.rejects(two(inSeconds(59.5)).demand('sign-in', 'a', 7), { details: { waitSeconds: 1 } })
    await two(inSeconds(60)).take('sign-in', 'a', 7, 60)
  })

  it('do not mix names or keys, and take keys of any length', async () => {
    await one(AT).take('code', 'a', 1, 60)
    await one(AT).take('code', 'b', 1, 60)
    const long = '名'.repeat(500)
    await one(AT).take('code', long, 1, 60)
    await one(AT).take('code', `${long}2`, 1, 60)
    await assert.rejects(two(AT).take('code', long, 1, 60), { code: 'too-many-requests' })
  })

  it('are given back for all servers', async () => {
    await two(AT).clear('code', 'a')
    await one(AT).take('code', 'a', 1, 60)
  })
})
