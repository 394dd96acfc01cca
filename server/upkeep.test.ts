import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { z } from 'zod'
import { agree } from '@steward/domain/shared/decision.ts'
import { handle } from '#platform/context.ts'
import { openLimits } from '#platform/limits.ts'
import { defineCommand } from '#platform/operation.ts'
import { upkeepJob } from '#platform/upkeep.ts'
import { openHouse, TEST_NOW } from './testing.ts'

const tidy = defineCommand({
  id: 'trial.tidy',
  summary: { zh: '试验', en: 'Trial' },
  input: z.object({}),
  output: z.object({}),
})

describe('upkeep', async () => {
  const house = await openHouse([
    handle(tidy, async (context) => {
      context.access.open('everybody')
      await context.enqueue(upkeepJob, {})
      return agree({})
    }),
  ])
  const later = (days: number) => new Date(TEST_NOW.getTime() + days * 86_400_000)
  const keys = async () =>
    (await house.rows<{ key: string }>("select key from receipt where key like 'upkeep-%' order by 1")).map(
      ({ key }) => key,
    )

  it('removes receipts and limits whose time is over, and no others', async () => {
    await house.call('hanhanlu', 'trial.tidy', {}, { key: 'upkeep-old' })
    await openLimits(house.pool)(TEST_NOW).take('upkeep', 'old', 3, 60)
    await openLimits(house.pool)(later(46)).take('upkeep', 'new', 3, 60)
    await house.runJobs()
    assert.deepEqual(await keys(), ['upkeep-old'])
    house.at(later(46))
    await house.call('hanhanlu', 'trial.tidy', {}, { key: 'upkeep-new' })
    await house.runJobs()
    assert.deepEqual(await keys(), ['upkeep-new'])
    const limits = await house.rows("select key from rate_limit where key like 'upkeep:%'")
    assert.deepEqual(limits, [{ key: 'upkeep:new' }])
  })
})
