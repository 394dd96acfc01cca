import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { plainDate } from '@steward/domain/shared/plain-date.ts'
import { defineJob } from '#platform/jobs.ts'
import { cryptoByCounty } from '#platform/crypto.ts'
import { type Client, countyTx, openPool } from '#platform/db.ts'
import { z } from 'zod'
import { openHouse } from '../../testing.ts'
import { pledgeInvariants } from './checks.ts'
import { pledgesOfDemo } from './demo.ts'
import { findPledgeForClaim, insertRectificationDrafts, listOpenPledgesOf, PLEDGE_ITEM } from './queries.ts'

const fill = defineJob({
  name: 'test-pledges-of-demo',
  payload: z.object({}),
  async run(context) {
    await pledgesOfDemo(context, 2026)
  },
})

describe('pledges of the demo, invariants and doors', async () => {
  const house = await openHouse([], [fill])
  const owner = openPool(house.ownerUrl, 1, null)
  after(() => owner.end())
  const sealing = cryptoByCounty(Buffer.alloc(32, 7))

  before(async () => {
    await house.rows(
      `select graphile_worker.add_job('test-pledges-of-demo', json_build_object('county', $1::text, 'accountId', null, 'actorName', '演示数据', 'payload', '{}'::json))`,
      [house.county],
    )
    await house.runJobs()
  })

  /** Works inside a transaction that is taken back, so that planted breaches do not meet. */
  const inside = async <T>(work: (client: Client) => Promise<T>) => {
    const client = await owner.connect()
    try {
      await client.query('begin')
      return await work(client)
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  const look = async (id: string, plant?: string) => {
    const invariant = pledgeInvariants.find((one) => one.id === `pledges.${id}`)
    assert.ok(invariant, id)
    return await inside(async (client) => {
      if (plant !== undefined) await client.query(plant)
      return await invariant.find(countyTx(client, house.county), sealing(house.county))
    })
  }

  it('every branch with a secretary has pledges of members and of its own, some returned, most published', async () => {
    const [found] = await house.rows<Record<string, number>>(
      `select count(*)::int as pledges, count(distinct party_org_id)::int as branches,
         (count(*) filter (where member_id is null))::int as "ofOrgs",
         (count(*) filter (where published_on is not null))::int as published,
         (count(*) filter (where state = 'returned'))::int as returned,
         (count(*) filter (where late))::int as late,
         (select count(*)::int from pledge_return) as returns from pledge`,
    )
    assert.ok(found)
    const {
      pledges = 0,
      branches = 0,
      ofOrgs = 0,
      published = 0,
      returned = 0,
      late = 0,
      returns = 0,
    } = found
    assert.ok(branches >= 3 && pledges > 100, JSON.stringify(found))
    assert.equal(ofOrgs, branches * 3)
    assert.ok(
      published > pledges / 2 && returned > 0 && returns > returned && late > 0,
      JSON.stringify(found),
    )
  })

  const planted: Readonly<Record<string, string>> = {
    'way-ends-in-state': `update pledge set state = 'published', published_on = '2026-02-01' where id = (select id from pledge where state = 'accepted' limit 1)`,
    'talk-after-second-return': `insert into pledge_return select county_id, gen_random_uuid(), pledge_id, part, reason, returned_by, returned_by_account_id, returned_on, returned_at
      from pledge_return where pledge_id = (select r.pledge_id from pledge_return r join pledge p on p.id = r.pledge_id where p.state = 'published' limit 1)`,
    'read-by-another': `update pledge_review v set reviewed_by_account_id = a.id from pledge p, account a
      where p.id = v.pledge_id and a.member_id = p.member_id`,
    'accepted-was-read': `delete from pledge_review where pledge_id = (select id from pledge where state = 'published' limit 1)`,
    'judged-has-outcome': `insert into pledge_outcome (county_id, pledge_id, outcome, explanation, done_hundredths, percent, judged_by, judged_on, judged_at)
      select county_id, id, 'partly', '做了一半', 0, 0, '周谷雨', '2026-10-01', now() from pledge where state = 'published' limit 1`,
    'comments-on-published': `insert into pledge_comment (county_id, id, pledge_id, author_kind, text, said_on, said_at, state)
      select county_id, gen_random_uuid(), id, 'public', '好', '2026-10-01', now(), 'received' from pledge where state = 'submitted' limit 1`,
    'due-in-period': `update pledge set due_on = '2027-01-01' where id = (select id from pledge where due_on is not null limit 1)`,
  }

  it('hold on the demo', async () => {
    for (const { id } of pledgeInvariants)
      assert.deepEqual((await look(id.replace('pledges.', ''))).breaches, [], id)
  })
  for (const [id, text] of Object.entries(planted)) {
    it(`${id} names the pledge in breach`, async () => {
      assert.equal((await look(id, text)).breaches.length >= 1, true)
    })
  }

  it('a claim finds the pledge it belongs to, and what is open on a day', async () => {
    const [one] = await house.rows<{ id: string; member_id: string; party_org_id: string }>(
      `select id, member_id, party_org_id from pledge where state = 'published' and member_id is not null order by id limit 1`,
    )
    assert.ok(one)
    await inside(async (client) => {
      const tx = countyTx(client, house.county)
      const found = await findPledgeForClaim(tx, one.id)
      assert.deepEqual(
        [found?.memberId, found?.orgId, found?.state, found?.from, found?.until, found?.itemCode],
        [one.member_id, one.party_org_id, 'published', '2026-01-01', '2026-12-31', PLEDGE_ITEM],
      )
      const open = await listOpenPledgesOf(tx, one.member_id, plainDate('2026-06-01'))
      assert.ok(open.some(({ id }) => id === one.id) && open.every(({ state }) => state === 'published'))
      assert.deepEqual(await listOpenPledgesOf(tx, one.member_id, plainDate('2025-12-31')), [])
      assert.equal(await findPledgeForClaim(countyTx(client, house.otherCounty), one.id), undefined)
    })
  })

  it('R-229: drafts out of listed problems are added once each, and a withdrawn one may come again', async () => {
    const [member] = await house.rows<{ id: string; party_org_id: string }>(
      `select id, party_org_id from member where name = '何白露'`,
    )
    assert.ok(member)
    const draft = (id: string) => ({
      id,
      pledger: { kind: 'member' as const, memberId: member.id, orgId: member.party_org_id },
      period: { kind: 'year' as const, year: 2027 },
      text: '整改：路灯报修慢。一周内报修',
      fields: {
        object: '路灯报修慢',
        measure: '一周内报修',
        quantity: null,
        dueOn: null,
        evidence: [],
        source: 'organisation' as const,
      },
      planItemId: null,
      rectifies: '018f0000-0000-7000-8000-00000000000a',
      state: 'drafted' as const,
      returns: [],
      submittedOn: null,
      late: false,
      publishedOn: null,
    })
    const by = { name: '年终收口', accountId: null, at: new Date('2026-12-31T02:00:00Z') }
    await inside(async (client) => {
      const tx = countyTx(client, house.county)
      const first = '018f0000-0000-7000-8000-000000000001'
      assert.equal(await insertRectificationDrafts(tx, [draft(first)], by), 1)
      const second = draft('018f0000-0000-7000-8000-000000000002')
      assert.equal(await insertRectificationDrafts(tx, [second], by), 0)
      await client.query(`update pledge set state = 'withdrawn' where id = $1`, [first])
      assert.equal(await insertRectificationDrafts(tx, [second], by), 1)
    })
  })
})
