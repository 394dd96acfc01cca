import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openHouse, type Reply, TEST_NOW } from '../../testing.ts'

const codeOf = (reply: Reply) =>
  reply.status === 409 ? (reply.body.refusal as { code: string }).code : reply.status

type Correction = {
  id: string
  field: string
  wanted: string
  nowShown: string | null
  state: string
  overdue: boolean
  mayDecide: boolean
  decisionReason: string | null
  memberName: string
}

describe('corrections a member asks for', async () => {
  const house = await openHouse()
  const ask = (who: CastName | 'other', field: string, wanted: string, options = {}) =>
    house.call(who, 'correction.request', { field, wanted, reason: '我的实际情况' }, options)
  const decide = (who: CastName | 'other', correctionId: unknown, accepted: boolean, reason = '') =>
    house.call(who, 'correction.decide', { correctionId, accepted, reason })
  const list = async (who: CastName | 'other', view: 'mine' | 'queue', state = 'open') =>
    (await house.call(who, 'correction.list', { view, state })).body.corrections as Correction[]

  it('R-290, R-291: asked once for a field, answered within fifteen days, shown to the officer', async () => {
    const reply = await ask('hebailu', 'post', '村会计、妇联主席')
    assert.deepEqual([reply.status, reply.body.answerDueOn], [200, '2026-11-18'])
    assert.equal(codeOf(await ask('hebailu', 'post', '别的')), 'correction-already-asked')
    assert.equal(codeOf(await ask('hebailu', 'post', ' ')), 'correction-empty')
    const queue = await list('luqingming', 'queue')
    assert.deepEqual(
      queue.map(({ field, wanted, memberName, mayDecide }) => [field, wanted, memberName, mayDecide]),
      [['post', '村会计、妇联主席', '何白露', true]],
    )
    assert.deepEqual(
      (await list('hebailu', 'mine')).map(({ field }) => field),
      ['post'],
    )
  })

  it('of two requests for one field at once one goes through; the same key asks once', async () => {
    const both = await Promise.all([
      ask('qinlidong', 'phone', '13800001111'),
      ask('qinlidong', 'phone', '13800002222'),
    ])
    assert.deepEqual(both.map(codeOf).toSorted(), [200, 'correction-already-asked'])
    const [one, two] = [
      await ask('qinlidong', 'post', '组长', { key: 'q' }),
      await ask('qinlidong', 'post', '组长', { key: 'q' }),
    ]
    assert.deepEqual(one.body, two.body)
  })

  it('refuses values that cannot be read and those already there', async () => {
    assert.equal(codeOf(await ask('hebailu', 'phone', '123')), 'phone-not-a-number')
    assert.equal(codeOf(await ask('hebailu', 'identityNumber', '123')), 'identity-number-wrong-length')
    assert.equal(codeOf(await ask('hebailu', 'category', 'king')), 'member-value-invalid')
    assert.equal(codeOf(await ask('hebailu', 'points', '100')), 400)
    const { body } = await house.call('hebailu', 'member.show', {})
    assert.equal(
      codeOf(await ask('hebailu', 'name', (body.facts as { name: string }).name)),
      'correction-unchanged',
    )
  })

  it('only members ask, each for the own file', async () => {
    assert.equal((await ask('luqingming', 'post', '无')).status, 404)
    assert.equal((await ask('other', 'post', '无')).status, 404)
  })

  it('the queue holds what the caller answers and nothing of others', async () => {
    assert.deepEqual(await list('taochunfen', 'queue'), [])
    assert.deepEqual(await list('zhouguyu', 'queue'), [])
    assert.deepEqual(await list('other', 'queue'), [])
    assert.deepEqual(
      (await list('qinlidong', 'mine')).some((one) => one.memberName === '何白露'),
      false,
    )
    const [open] = await list('luqingming', 'queue')
    for (const who of ['zhouguyu', 'taochunfen', 'other', 'hebailu'] as const) {
      assert.equal((await decide(who, open!.id, true)).status, 404, who)
    }
  })

  it('a refusal says why, and the member reads it', async () => {
    const [phone] = (await list('luqingming', 'queue')).filter((one) => one.field === 'phone')
    assert.equal(codeOf(await decide('luqingming', phone!.id, false)), 'correction-refusal-needs-reason')
    assert.equal(codeOf(await decide('luqingming', phone!.id, false, '号码不是本人的')), 200)
    assert.equal(codeOf(await decide('luqingming', phone!.id, true)), 'correction-already-decided')
    const [answered] = await list('qinlidong', 'mine', 'answered')
    assert.deepEqual([answered!.state, answered!.decisionReason], ['refused', '号码不是本人的'])
  })

  it('an accepted one takes the same path as a change by hand, once', async () => {
    const [post] = (await list('luqingming', 'queue')).filter((one) => one.memberName === '何白露')
    const both = await Promise.all([1, 2].map(() => decide('luqingming', post!.id, true, '已核对')))
    assert.deepEqual(both.map(codeOf).toSorted(), [200, 'correction-already-decided'])
    const { body } = await house.call('hebailu', 'member.show', {})
    const { facts, changes } = body as unknown as {
      facts: { post: string }
      changes: { field: string; by: string; source: string; reason: string }[]
    }
    assert.equal(facts.post, '村会计、妇联主席')
    assert.deepEqual(
      [changes[0]!.field, changes[0]!.by, changes[0]!.source, changes[0]!.reason],
      ['post', '陆清明', 'correction', '已核对'],
    )
  })

  it('a wanted number is kept encrypted and shown masked; a category gets its day', async () => {
    await ask('hebailu', 'phone', '13700003333')
    await ask('hebailu', 'category', 'servingMember')
    const queue = await list('luqingming', 'queue')
    assert.equal(queue.find((one) => one.field === 'phone')!.wanted, '137****3333')
    const rows = await house.rows<{ kept: string }>(
      "select string_agg(r::text, '') as kept from correction_request r",
    )
    assert.equal(rows[0]!.kept.includes('13700003333'), false)
    for (const one of queue.filter((each) => each.memberName === '何白露')) {
      assert.equal(codeOf(await decide('luqingming', one.id, true)), 200, one.field)
    }
    const { body } = await house.call('hebailu', 'member.show', {})
    const { facts, categories } = body as unknown as {
      facts: { phoneMask: string; category: string }
      categories: { fromOn: string }[]
    }
    assert.deepEqual(
      [facts.phoneMask, facts.category, categories[0]!.fromOn],
      ['137****3333', 'servingMember', '2026-11-03'],
    )
  })

  it('R-281: an officer reads the full numbers to check them, and the member sees that', async () => {
    const asked = await ask('hanliqiu', 'phone', '13611112222')
    const unmask = (who: CastName | 'other') =>
      house.call(who, 'correction.unmask', { correctionId: asked.body.id })
    for (const who of ['shenliqiu', 'taochunfen', 'other', 'hanliqiu'] as const) {
      assert.equal((await unmask(who)).status, 404, who)
    }
    assert.equal((await unmask('luqingming')).body.wanted, '13611112222')
    const { body } = await house.call('hanliqiu', 'member.who-looked', {})
    const [look] = body.looks as { viewer: string; what: string; purpose: string; fields: string[] }[]
    assert.deepEqual(
      [look!.viewer, look!.what, look!.purpose, look!.fields],
      ['陆清明', 'unmask', 'verify', ['phone']],
    )
    assert.equal(codeOf(await decide('luqingming', asked.body.id, false, '号码打不通')), 200)
    assert.equal(codeOf(await unmask('luqingming')), 'correction-already-decided')
  })

  it('an officer does not decide about the own file', async () => {
    const [account] = await house.rows<{ id: string }>(
      "select id from account where account_name = 'zhouguyu'",
    )
    const [town] = await house.rows<{ id: string }>("select id from party_org where name = '云溪镇党委'")
    await house.rows(
      `insert into role_grant (county_id, id, account_id, role, party_org_id, from_on, granted_by, granted_at)
       values ($1, $2, $3, 'base-committee-officer', $4, '2026-01-01', '测试', $5) returning id`,
      [house.county, crypto.randomUUID(), account!.id, town!.id, TEST_NOW],
    )
    const asked = await ask('zhouguyu', 'post', '支书')
    assert.equal(asked.status, 200, JSON.stringify(asked.body))
    const own = (await list('zhouguyu', 'queue')).find((one) => one.memberName === '周谷雨')
    assert.equal(own!.mayDecide, false)
    assert.equal(codeOf(await decide('zhouguyu', own!.id, true)), 'correction-own-decision')
    assert.equal(codeOf(await decide('luqingming', own!.id, true)), 200)
  })

  it('a request past its day is shown as overdue, and the member may take an open one back', async () => {
    const { body } = await ask('hanliqiu', 'workplace', '河口村')
    house.at(new Date('2026-11-19T01:00:00Z'))
    const [late] = (await list('luqingming', 'queue')).filter((one) => one.memberName === '韩立秋')
    assert.equal(late!.overdue, true)
    assert.equal((await house.call('hebailu', 'correction.withdraw', { correctionId: body.id })).status, 404)
    assert.equal((await house.call('hanliqiu', 'correction.withdraw', { correctionId: body.id })).status, 200)
    assert.equal(
      codeOf(await house.call('hanliqiu', 'correction.withdraw', { correctionId: body.id })),
      'correction-already-decided',
    )
    assert.equal(codeOf(await decide('luqingming', body.id, true)), 'correction-already-decided')
  })
})
