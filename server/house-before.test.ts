import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { handle, handlePrepared } from '#platform/context.ts'
import { openLimits } from '#platform/limits.ts'
import { defineCommand } from '#platform/operation.ts'
import { Problem } from '#platform/problem.ts'
import { z } from 'zod'
import { openHouse, TEST_NOW } from './testing.ts'

const summary = { zh: '试验', en: 'Trial' }
const count = defineCommand({
  id: 'trial.count',
  summary,
  input: z.object({ area: z.string(), no: z.boolean().default(false) }),
  output: z.object({ seen: z.number() }),
  refusals: ['trial-no'],
})
const secret = defineCommand({
  id: 'trial.secret',
  summary,
  input: z.object({}),
  output: z.object({ password: z.string() }),
  secretAnswer: true,
})

let made = 0
const house = await openHouse([
  handlePrepared(
    count,
    async (at, { area }) =>
      await at.apart(async (tx) => {
        await at.limits.take('trial', area, 100, 60)
        const rows = await tx.raw<{ version_no: number }>(
          'trial-count',
          `insert into setting (county_id, area, version_no, from_on, value, decided_by, decided_at)
           select $1, $2, 1 + count(*), '2026-01-01', '{}', 'x', $3 from setting where county_id = $1 and area = $2
           returning version_no`,
          [area, at.now],
        )
        return rows[0]?.version_no ?? 0
      }),
    async ({ access }, { no }, seen) => {
      access.open('everybody')
      return no ? refuse('trial-no') : agree({ seen })
    },
  ),
  handle(secret, async ({ access }) => {
    access.open('everybody')
    made += 1
    return agree({ password: `once-${made}` })
  }),
])

describe('work before the transaction', () => {
  it('is kept when the operation refuses, and its answer comes to the handler', async () => {
    assert.equal((await house.call('hebailu', 'trial.count', { area: 'a', no: true })).status, 409)
    assert.deepEqual((await house.call('hebailu', 'trial.count', { area: 'a' })).body, { seen: 2 })
  })

  it('does not wait for the connections that operations hold, however many come at once', async () => {
    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, n) => house.call('hebailu', 'trial.count', { area: `b${n}` })),
    )
    assert.deepEqual(new Set(replies.map(({ status }) => status)), new Set([200]))
  })
})

describe('a secret answer', () => {
  it('is given again for the same key and stands nowhere in clear', async () => {
    const first = await house.call('hebailu', 'trial.secret', {}, { key: 'k' })
    const second = await house.call('hebailu', 'trial.secret', {}, { key: 'k' })
    assert.deepEqual(first.body, { password: 'once-1' })
    assert.deepEqual(second.body, first.body)
    const rows = await house.rows<{ answer: string }>(`select answer::text from receipt where key = 'k'`)
    assert.doesNotMatch(rows[0]?.answer ?? '', /once/)
  })
})

describe('limits', () => {
  const limits = openLimits(house.pool)
  const tooMany = (error: unknown) => error instanceof Problem && error.code === 'too-many-requests'

  it('gives as many as allowed, also at once, and tells how long to wait', async () => {
    const at = limits(TEST_NOW)
    const takes = await Promise.allSettled(Array.from({ length: 10 }, () => at.take('t', 'k', 4, 60)))
    assert.equal(takes.filter(({ status }) => status === 'fulfilled').length, 4)
    await assert.rejects(at.demand('t', 'k', 4), tooMany)
    await at.take('t', 'other', 4, 60)
  })

  it('begins anew when the time is over or the allowance is given back', async () => {
    const later = limits(new Date(TEST_NOW.getTime() + 61_000))
    await later.demand('t', 'k', 4)
    for (let n = 0; n < 4; n += 1) await later.take('t', 'k', 4, 60)
    await assert.rejects(later.take('t', 'k', 4, 60), tooMany)
    await later.clear('t', 'k')
    await later.take('t', 'k', 4, 60)
  })
})
