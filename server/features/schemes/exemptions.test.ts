import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openHouse } from '../../testing.ts'

describe('members left out of scoring (R-170, R-171)', async () => {
  const house = await openHouse()
  const memberOf = async (name: string) =>
    (await house.rows<{ id: string }>('select id from member where name = $1', [name]))[0]!.id
  const [hebailu, hanliqiu] = [await memberOf('何白露'), await memberOf('韩立秋')]
  const decision = {
    memberId: hebailu,
    fromOn: '2026-11-03',
    decidedByBody: '石门村党支部党员大会',
    decidedOn: '2026-11-01',
    document: '云溪镇党委批复〔2026〕8号',
  }
  const record = async (who: CastName | 'other', input: object = {}, key?: string) =>
    await house.call(who, 'exemption.record', { ...decision, ...input }, key === undefined ? {} : { key })
  const list = async (who: CastName | 'other', show: 'open' | 'ended' = 'open') =>
    await house.answer(who, 'exemption.list', { show })
  const refusalOf = ({ body }: { body: Record<string, unknown> }) =>
    (body.refusal as { code: string } | undefined)?.code
  const end = async (who: CastName | 'other', exemptionId: unknown, untilOn = '2026-11-03') =>
    await house.call(who, 'exemption.end', { exemptionId, untilOn })

  beforeEach(async () => {
    await house.rows('delete from scoring_exemption')
    await house.rows('delete from points_month')
  })

  it('are recorded by the base committee for its own members, once with one key', async () => {
    const reply = await record('luqingming', {}, 'once')
    assert.equal(reply.status, 200)
    assert.deepEqual((await record('luqingming', {}, 'once')).body, reply.body)
    const { rows, total, may } = await list('luqingming')
    assert.deepEqual([total, may], [1, ['exemption.record']])
    assert.deepEqual(
      [rows[0]?.name, rows[0]?.fromOn, rows[0]?.untilOn, rows[0]?.document],
      ['何白露', '2026-11-03', null, '云溪镇党委批复〔2026〕8号'],
    )
    assert.ok(!('ground' in rows[0]!), 'the ground is never kept (R-278)')
    assert.deepEqual((await house.call('hebailu', 'scheme.mine')).body.memberClass, 'exempt')
  })

  it('are seen by the branch and nobody beside it', async () => {
    await record('hanhanlu')
    assert.deepEqual(
      (await list('zhouguyu')).rows.map(({ name, may }) => [name, may]),
      [['何白露', []]],
    )
    assert.deepEqual((await list('shenliqiu')).rows, [], 'another branch')
    assert.deepEqual((await list('taochunfen')).rows, [], 'another base committee')
    assert.deepEqual((await list('other')).rows, [], 'another county')
    assert.equal((await house.call('hebailu', 'exemption.list')).status, 403)
    assert.equal((await house.call('xuchushu', 'exemption.list')).status, 403)
  })

  it('are not for the branch to record, and not for another committee or county', async () => {
    assert.equal((await record('zhouguyu')).status, 403)
    assert.equal((await record('hebailu')).status, 403)
    assert.equal((await record('taochunfen')).status, 404)
    assert.equal((await record('other')).status, 404)
    assert.equal((await record('yingxiaohan')).status, 404)
    assert.equal((await list('hanhanlu')).total, 0)
  })

  it('each refusal of recording', async () => {
    const refused = async (input: object) => refusalOf(await record('luqingming', input))
    assert.equal(await refused({ decidedByBody: ' ' }), 'exemption-needs-decision')
    assert.equal(
      await refused({ decidedOn: '2026-11-04', fromOn: '2026-11-04' }),
      'exemption-decision-in-future',
    )
    assert.equal(await refused({ fromOn: '2026-10-31' }), 'exemption-before-decision')
    assert.equal(await refused({ document: '因病申请' }), 'exemption-names-ground')
    await house.rows(
      `insert into points_month (county_id, party_org_id, month, state, changed_at)
       select county_id, party_org_id, '2026-11', 'closed', now() from member where id = $1`,
      [hebailu],
    )
    assert.equal(await refused({}), 'exemption-month-closed')
    assert.equal(await refused({ memberId: hanliqiu }), undefined, 'only the own branch closes a month')
    await house.rows('delete from points_month')
    assert.equal(await refused({}), undefined)
    assert.equal(await refused({}), 'exemption-open-already')
  })

  it('nobody records the own, and nobody who has left the roll', async () => {
    const other = await memberOf('秦立冬')
    await house.rows(`update account set member_id = null where member_id = $1`, [other])
    const own = async (memberId: string | null) =>
      await house.rows(
        `update account set member_id = $1 where county_id = $2 and account_name = 'luqingming'`,
        [memberId, house.county],
      )
    await own(other)
    assert.equal(refusalOf(await record('luqingming', { memberId: other })), 'exemption-own-file')
    const { exemptionId } = (await record('hanhanlu', { memberId: other })).body
    assert.equal(refusalOf(await end('luqingming', exemptionId)), 'exemption-own-file')
    await own(null)
    await house.rows(`update member set state = 'deceased' where id = $1`, [hanliqiu])
    assert.equal(refusalOf(await record('luqingming', { memberId: hanliqiu })), 'exemption-member-closed')
    await house.rows(`update member set state = 'active' where id = $1`, [hanliqiu])
  })

  it('two recorded at once are one', async () => {
    const answers = await Promise.all([record('luqingming'), record('hanhanlu')])
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409])
  })

  it('end on a day, and the member is scored again from it', async () => {
    const { exemptionId } = (await record('luqingming')).body
    assert.equal((await end('zhouguyu', exemptionId)).status, 403)
    assert.equal((await end('shenliqiu', exemptionId)).status, 404)
    assert.equal((await end('other', exemptionId)).status, 404)
    assert.equal(refusalOf(await end('luqingming', exemptionId, '2026-11-02')), 'exemption-ends-before-start')
    await house.rows(
      `insert into points_month (county_id, party_org_id, month, state, changed_at)
       select county_id, party_org_id, '2026-11', 'closed', now() from member where id = $1`,
      [hebailu],
    )
    assert.equal(refusalOf(await end('luqingming', exemptionId)), 'exemption-month-closed')
    await house.rows('delete from points_month')
    assert.equal((await end('luqingming', exemptionId)).status, 200)
    assert.equal(refusalOf(await end('luqingming', exemptionId)), 'exemption-ended-already')
    assert.deepEqual((await house.call('hebailu', 'scheme.mine')).body.memberClass, 'inPost')
    assert.deepEqual((await list('zhouguyu')).rows, [])
    assert.equal((await list('zhouguyu', 'ended')).rows[0]?.untilOn, '2026-11-03')
    assert.equal((await record('luqingming')).status, 200, 'another may begin the day it ended')
  })
})
