import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { cryptoByCounty } from '#platform/crypto.ts'
import { type Client, countyTx, openPool } from '#platform/db.ts'
import { openHouse } from '../../testing.ts'
import { schemeInvariants } from './checks.ts'

describe('invariants of schemes', async () => {
  const house = await openHouse()
  const owner = openPool(house.ownerUrl, 1, null)
  after(() => owner.end())
  const sealing = cryptoByCounty(Buffer.alloc(32, 7))
  /** Looks inside a transaction that is taken back, so that planted breaches do not meet. */
  const look = async (id: string, plant: (client: Client) => Promise<unknown>, county = house.county) => {
    const invariant = schemeInvariants.find((one) => one.id === id)
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

  it('hold on the demo county and on another', async () => {
    for (const { id } of schemeInvariants) {
      for (const county of [house.county, house.otherCounty]) {
        const { breaches } = await look(id, async () => undefined, county)
        assert.deepEqual(breaches, [], id)
      }
    }
  })

  const version = `(select v.id from scheme_version v join scheme s on s.id = v.scheme_id
    where v.county_id = $1 and s.field = 'rural' and s.member_class = 'inPost')`
  const copied = (change: string, month: string) =>
    `insert into scheme_version select (jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid(),
       'effective_from', '${month}') || ${change})).* from scheme_version v where v.id = ${version}`
  const exempt = (from: string, decided: string, document: string) =>
    `insert into scoring_exemption (county_id, id, member_id, from_on, until_on, decided_by_body, decided_on, document, recorded_by, recorded_at)
     select county_id, gen_random_uuid(), id, '${from}', '2026-12-01', 'x', '${decided}', '${document}', 'x', now() from member
     where county_id = $1 and name = '何白露'`
  const planted: Readonly<Record<string, readonly string[]>> = {
    // A copy under a new id, since adopted versions are kept by theirs.
    'schemes.contents-fit': [
      copied(
        `jsonb_build_object('content', v.content || '{"title":{"zh":"点赞积分办法","en":"x"}}'::jsonb)`,
        '2027-05',
      ),
    ],
    'schemes.every-member-served': [
      `delete from scheme_version where county_id = $1 and content ->> 'memberClass' = 'floating'`,
    ],
    'schemes.versions-apart': [
      `update scheme_version set content = content || '{"memberClass":"retired"}' where id = ${version}`,
    ],
    'schemes.adopted-beforehand': [copied(`'{}'::jsonb`, '2026-11')],
    'schemes.exemptions-apart': [
      exempt('2026-11-03', '2026-11-01', ''),
      exempt('2026-11-20', '2026-11-01', ''),
    ],
    'schemes.drafts-of-their-scheme': [
      `insert into scheme_draft (county_id, scheme_id, base_version_id, content, started_by, started_at, changed_by, changed_at)
       select county_id, id, ${version}, '{}', 'x', now(), 'x', now() from scheme where county_id = $1 and field = 'community'`,
    ],
    'schemes.grounds-unwritten': [exempt('2026-11-03', '2026-11-01', '因病')],
  }
  it('each is named when broken', async () => {
    assert.deepEqual(Object.keys(planted).toSorted(), schemeInvariants.map(({ id }) => id).toSorted())
    for (const [id, statements] of Object.entries(planted)) {
      const { breaches } = await look(id, async (client) => {
        for (const text of statements) await client.query(text, [house.county])
      })
      assert.ok(breaches.length > 0, id)
    }
  })
})
