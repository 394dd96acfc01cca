import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openHouse, type Reply } from '../../testing.ts'
import { inCounty, refusalOf } from '../../testing-points.ts'
import { appraise, beginYear, branchOf, fillLinks } from '../../testing-year.ts'
import { thingKeyOf } from './queries-things.ts'

const codeOf = (reply: Reply) => (reply.status === 409 ? refusalOf(reply) : reply.status)

describe('the loop of a committee and of the county', async () => {
  const house = await openHouse()
  const shimen = await branchOf(house, '石门村党支部', 'zhouguyu', 'luqingming')
  const orgOf = async (name: string) =>
    (
      await house.rows<{ id: string }>('select id from party_org where county_id = $1 and name = $2', [
        house.county,
        name,
      ])
    )[0]?.id ?? ''
  const [yunxi, liuwan, county] = [
    await orgOf('云溪镇党委'),
    await orgOf('柳湾镇党委'),
    await orgOf('清源县委'),
  ]
  await beginYear(house, '2026-01-05T02:00:00Z', shimen)
  await appraise(house, shimen)
  await fillLinks(house, shimen, 2026)
  house.at(new Date('2027-01-20T02:00:00Z'))
  const board = async (who: 'luqingming' | 'hanhanlu' | 'zhouguyu', orgId: string, show = 'all') =>
    await house.answer(who, 'year.board', { orgId, year: 2026, show })

  it('S-155: branches are counted by link and found by what is open', async () => {
    const seen = await board('luqingming', yunxi)
    assert.equal(seen.counts.branches, seen.total)
    for (const { branches, complete, signed, open } of seen.links)
      assert.equal(branches, complete + signed + open)
    assert.deepEqual(
      (await board('luqingming', yunxi, 'ready')).rows.map(({ orgName, above }) => [orgName, above]),
      [['石门村党支部', '云溪镇党委']],
    )
    const open = await board('luqingming', yunxi, 'appraisal')
    assert.ok(open.rows.length > 0 && open.rows.every(({ orgName }) => orgName !== '石门村党支部'))
    const whole = await board('hanhanlu', county)
    assert.ok(whole.below.some(({ orgName }) => orgName === '云溪镇党委'))
    assert.ok(whole.may.includes('year.close-county'))
    assert.equal((await house.call('luqingming', 'year.board', { orgId: liuwan, year: 2026 })).status, 404)
    assert.equal((await house.call('hebailu', 'year.board', { orgId: shimen.orgId, year: 2026 })).status, 404)
    assert.equal((await house.call('other', 'year.board', { orgId: county, year: 2026 })).status, 404)
  })

  it('S-228: from New Year on a branch finds once what keeps the year open', async () => {
    for (const at of ['2027-01-20T02:00:00Z', '2027-01-21T02:00:00Z']) {
      await inCounty(house, at, async ({ tx }) => {
        await tx.raw(
          'test-remind',
          `select steward_add_job('year-remind', $2::json, null, null) where $1::uuid is not null`,
          [JSON.stringify({ county: house.county, accountId: null, actorName: 'recurring', payload: {} })],
        )
      })
      await house.runJobs()
    }
    const things = await house.rows<{ n: number }>(
      `select count(*)::int as n from thing_to_do where key = $1`,
      [thingKeyOf(shimen.orgId, 2026)],
    )
    assert.equal(things[0]?.n, 1)
    const own = (await house.call('zhouguyu', 'message.things-to-do')).body as object
    assert.ok(JSON.stringify(own).includes('year.close'))
    assert.ok(
      !JSON.stringify((await house.call('hebailu', 'message.things-to-do')).body).includes('year.close'),
    )
  })

  it('S-228: a committee closes what is ready, in the own name; done twice it is done once', async () => {
    const place = { orgId: yunxi, year: 2026 }
    assert.equal((await house.call('zhouguyu', 'year.close-below', place)).status, 404)
    assert.equal((await house.call('taochunfen', 'year.close-below', place)).status, 404)
    const [one, two] = await Promise.all([
      house.call('luqingming', 'year.close-below', place),
      house.call('luqingming', 'year.close-below', place),
    ])
    assert.deepEqual([codeOf(one), codeOf(two)].toSorted(), [200, 'year-run-running'])
    const [waiting] = await house.rows<{ payload: unknown }>(
      `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'year-close-below'`,
    )
    await house.runJobs()
    // The worker died after its work and the job comes once more.
    await inCounty(house, '2027-01-20T02:00:00Z', async ({ tx }) => {
      await tx.raw(
        'test-again',
        `select steward_add_job('year-close-below', $2::json, null, null) where $1::uuid is not null`,
        [JSON.stringify(waiting?.payload)],
      )
    })
    await house.runJobs()
    const seen = await board('luqingming', yunxi)
    assert.deepEqual([seen.run?.all, seen.run?.closed, seen.run?.done], [1, 1, 1])
    assert.equal(seen.counts.closed, 1)
    assert.equal(seen.carried.members, seen.carried.carried)
    assert.equal(codeOf(await house.call('luqingming', 'year.close-below', place)), 'year-nothing-ready')
    const [closing] = await house.rows<{ by: string; n: number }>(
      `select closed_by as by, (select count(*)::int from carried_base) as n from year_closing where party_org_id = $1`,
      [shimen.orgId],
    )
    assert.equal(closing?.by, '陆清明')
    assert.equal(closing?.n, seen.carried.members)
    const [thing] = await house.rows<{ done: boolean }>(
      `select done_at is not null as done from thing_to_do where key = $1`,
      [thingKeyOf(shimen.orgId, 2026)],
    )
    assert.equal(thing?.done, true)
  })

  it('S-228: the county closes after all branches, once', async () => {
    assert.equal((await house.call('luqingming', 'year.close-county', { year: 2026 })).status, 403)
    assert.equal(codeOf(await house.call('hanhanlu', 'year.close-county', { year: 2027 })), 'year-not-over')
    assert.equal(
      codeOf(await house.call('hanhanlu', 'year.close-county', { year: 2026 })),
      'year-branches-open',
    )
    const open = (await board('hanhanlu', county, 'open')).rows
    for (const { orgId, links } of open) {
      for (const { link } of links.filter(({ complete }) => !complete)) {
        const gap = {
          orgId,
          year: 2026,
          link,
          signerName: '韩寒露',
          reason: '这个支部当年还没有实行积分制，经县里同意',
        }
        assert.equal((await house.call('hanhanlu', 'year.sign-gap', gap)).status, 200)
      }
      assert.equal((await house.call('hanhanlu', 'year.close', { orgId, year: 2026 })).status, 200)
    }
    const [one, two] = await Promise.all([
      house.call('hanhanlu', 'year.close-county', { year: 2026 }),
      house.call('hanhanlu', 'year.close-county', { year: 2026 }),
    ])
    assert.deepEqual([codeOf(one), codeOf(two)].toSorted(), [200, 'year-closed'])
    const seen = await board('hanhanlu', county)
    assert.ok(seen.county !== null)
    assert.equal(seen.counts.closed, seen.counts.branches)
  })
})
