import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { cryptoByCounty } from '#platform/crypto.ts'
import { type Client, countyTx, openPool } from '#platform/db.ts'
import { openHouse } from '../../testing.ts'
import { memberInvariants } from './checks.ts'

describe('invariants of members', async () => {
  const house = await openHouse()
  const owner = openPool(house.ownerUrl, 1, null)
  after(() => owner.end())
  const sealing = cryptoByCounty(Buffer.alloc(32, 7))
  /** Looks inside a transaction that is taken back, so that planted breaches do not meet. */
  const look = async (id: string, county: string, plant: (client: Client) => Promise<void>) => {
    const invariant = memberInvariants.find((one) => one.id === `members.${id}`)
    assert.ok(invariant, id)
    const client = await owner.connect()
    try {
      await client.query('begin')
      await plant(client)
      return await invariant.find(countyTx(client, county), sealing(county))
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  const nothing = async () => undefined

  it('hold on the demo county and on another', async () => {
    for (const { id } of memberInvariants) {
      const slug = id.replace('members.', '')
      const { looked, breaches } = await look(slug, house.county, nothing)
      assert.deepEqual(breaches, [], id)
      if (slug !== 'five-facts') assert.equal(looked > 0, true, id)
      assert.deepEqual((await look(slug, house.otherCounty, nothing)).breaches, [], id)
    }
  })

  const planted: Readonly<Record<string, string>> = {
    'one-affiliation':
      "update member_affiliation set until_on = '2026-11-01' where member_id = $1 and until_on is null",
    'affiliation-ends': "update member set state = 'deceased' where id = $1",
    'affiliations-apart': `insert into member_affiliation
      (county_id, id, member_id, party_org_id, from_on, until_on, reason, recorded_by, recorded_at)
      select county_id, gen_random_uuid(), member_id, party_org_id, from_on, from_on + 1, '', '', recorded_at
      from member_affiliation where member_id = $1`,
    'category-history': "update member set category = 'student' where id = $1",
    'in-a-branch':
      "update member set party_org_id = (select id from party_org where name = '云溪镇党委') where id = $1",
    'conversion-after-probation': 'update member set converted_on = admitted_on + 30 where id = $1',
    'five-facts': "update member set state = 'suspended' where id = $1",
    'not-in-future': "update member set converted_on = '2099-01-01' where id = $1",
    'sealed-index': "update member set identity_tail = '0000' where id = $1",
  }

  for (const [id, text] of Object.entries(planted)) {
    it(`${id} names the member in breach`, async () => {
      const { breaches } = await look(id, house.county, async (client) => {
        const found = await client.query<{ id: string }>("select id from member where name = '何白露'")
        await client.query(text, [found.rows[0]!.id])
      })
      assert.equal(breaches.length, 1)
      assert.ok(breaches[0]!.startsWith('何白露'))
    })
  }

  it('full-is-converted is also held by the database itself', async () => {
    await assert.rejects(
      look('full-is-converted', house.county, async (client) => {
        await client.query("update member set membership_kind = 'probationary' where name = '何白露'")
      }),
      { code: '23514' },
    )
  })
})
