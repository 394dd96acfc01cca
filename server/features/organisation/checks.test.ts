import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cryptoByCounty } from '#platform/crypto.ts'
import { countyTx, onConnection } from '#platform/db.ts'
import { openHouse } from '../../testing.ts'
import { organisationInvariants } from './checks.ts'

/** A breach for each invariant, written past the rules. */
const planted: Readonly<Record<string, string>> = {
  'path-follows-parent': "update party_org set path = '999' where name = '石门村党支部'",
  'parent-fits':
    "update party_org g set parent_id = p.id, path = p.path || g.number::text from party_org p where g.name = '第一党小组' and p.name = '柳湾镇党委'",
  'closed-is-empty': "update party_org set dissolved_on = '2026-01-01' where name = '河口村党支部'",
  'one-open-term': "update party_org set dissolved_on = '2026-01-01' where name = '柳树湾村党支部'",
  'posts-of-their-term':
    "update committee_post set from_on = '1999-01-01' where id = (select id from committee_post where term_id is not null limit 1)",
  'posts-of-active-members':
    "update member set state = 'deceased' where id = (select member_id from committee_post where until_on is null limit 1)",
  'coverage-agrees':
    "update unit set coverage = 'joint' where id = (select id from unit where coverage = 'attached' limit 1)",
  'towns-are-committees':
    "update unit set town_org_id = (select id from party_org where name = '石门村党支部') where id = (select id from unit limit 1)",
  'calendar-known': "delete from calendar_day where day_on >= '2027-01-01'",
  'changes-decided':
    "insert into party_org_change (county_id, id, act_id, party_org_id, kind, effective_on, document_number, reason, author_name, recorded_at) select county_id, gen_random_uuid(), gen_random_uuid(), id, 'rename', '2026-01-01', '', '', '', '2026-01-01' from party_org where name = '石门村党支部'",
}

const sealing = cryptoByCounty(Buffer.alloc(32, 7))

describe('invariants of organisations', async () => {
  const house = await openHouse()
  const breachesOf = async (id: string) =>
    await onConnection(house.pool, false, async (client) => {
      const found = organisationInvariants.find((one) => one.id === `organisation.${id}`)
      assert.ok(found, id)
      return await found.find(countyTx(client, house.county), sealing(house.county))
    })

  it('all hold on the demo, and each has looked at something', async () => {
    for (const { id } of organisationInvariants) {
      const { breaches, looked } = await breachesOf(id.replace('organisation.', ''))
      assert.deepEqual(breaches, [], id)
      assert.ok(looked > 0 || /closed-is-empty/.test(id), id)
    }
  })

  it('a planted breach of each is named', async () => {
    for (const [id, text] of Object.entries(planted)) {
      await house.rows(text)
      assert.notDeepEqual((await breachesOf(id)).breaches, [], id)
    }
    // The database itself keeps the others: one root, one open term, one of each charge.
    await assert.rejects(
      house.rows("update party_org set parent_id = null, kind = 'countyCommittee' where name = '柳湾镇党委'"),
      /party_org_root/,
    )
  })
})
