import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { cryptoByCounty } from '#platform/crypto.ts'
import { countyTx, onConnection } from '#platform/db.ts'
import { openHouse } from '../../testing.ts'
import { appraisalInvariants } from './checks.ts'
import { ballots, begin, type Call, rollOf, settle, sign, type Walked } from './demo.ts'

const house = await openHouse()
const crypto_ = cryptoByCounty(Buffer.alloc(32, 7))(house.county)
const findings = async (id: string) => {
  const invariant = appraisalInvariants.find((each) => each.id === `appraisals.${id}`) ?? assert.fail(id)
  return await onConnection(house.pool, false, (client) =>
    invariant.find(countyTx(client, house.county), crypto_),
  )
}
const call: Call = async (who, operation, input) => {
  const reply = await house.call(who === '' ? null : (who as CastName), operation, input)
  assert.equal(reply.status, 200, `${operation} ${JSON.stringify(reply.body)}`)
  return reply.body
}
const one = async (text: string, values: unknown[]) => (await house.rows<{ id: string }>(text, values))[0]!.id
const orgId = await one('select id from party_org where county_id = $1 and name = $2', [
  house.county,
  '石门村党支部',
])
const secretaryMemberId = await one('select id from member where name = $1 and party_org_id = $2', [
  '周谷雨',
  orgId,
])
const walked: Walked = {
  ...{
    call,
    county: 'qingyuan',
    orgId,
    year: 2026,
    secretary: 'zhouguyu',
    above: 'luqingming',
    secretaryMemberId,
  },
}
const appraisalId = await begin(walked)
await house.rows(`update appraisal set stage = 'ballots' where id = $1`, [appraisalId])
await ballots(walked, ['王婶', '李伯'])
await settle(walked)
await sign(walked)

it('what the operations write breaks nothing', async () => {
  for (const { id } of appraisalInvariants) {
    const { breaches } = await findings(id.replace('appraisals.', ''))
    assert.deepEqual(breaches, [], id)
  }
  assert.equal((await findings('seals-hold')).looked, 2)
})

it('R-184: a slip altered as owner of the database gives another seal, and the box is named', async () => {
  const slip = await house.rows<{ key: string; grade: string; box_id: string }>(
    `select key, grade, box_id from ballot_slip where grade = 'qualified' limit 1`,
  )
  await house.rows(`update ballot_slip set grade = 'unqualified' where key = $1`, [slip[0]!.key])
  assert.deepEqual((await findings('seals-hold')).breaches, [slip[0]!.box_id])
  await house.rows(`update ballot_slip set grade = $2 where key = $1`, [slip[0]!.key, slip[0]!.grade])
})

it('R-178, R-192: a grade no meeting has signed is named; so is a signed value that was altered', async () => {
  const [line] = await rollOf(walked)
  await house.rows(
    `update settled_grade set grade = 'excellent' where appraisal_id = $1 and member_id = $2`,
    [appraisalId, line!.memberId],
  )
  assert.deepEqual((await findings('results-from-meetings')).breaches, [`${appraisalId} ${line!.memberId}`])
  await house.rows(`update settled_grade set grade = 'qualified' where member_id = $1`, [line!.memberId])
  await house.rows(`update signed_settlement set bytes = bytes || '\\x00'`)
  assert.equal((await findings('signed-as-printed')).breaches.length, 1)
})

it('R-182: more than a third is named', async () => {
  await house.rows(`update year_result set grade = 'excellent'`)
  assert.equal((await findings('at-most-a-third')).breaches.length, 1)
})
