import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkDigitOf } from '@steward/domain/shared/identity-number.ts'
import type { CastName } from '#demo/cast.ts'
import { openHouse, TEST_NOW } from '../../testing.ts'

const number = `99010119700501302${checkDigitOf('99010119700501302')}`
const phone = '13800002210'

describe('looking at a file', async () => {
  const house = await openHouse()
  const [bailu] = await house.rows<{ id: string; sex: string }>(
    "select id, sex from member where name = '何白露'",
  )
  const memberId = bailu!.id
  const looksFor = async (who: CastName) =>
    (await house.call(who, 'member.who-looked', { memberId })).body.looks as {
      viewer: string
      org: string
      what: string
      purpose: string
      note: string
      fields: string[]
    }[]
  const unmask = (who: CastName | 'other', input: object = {}) =>
    house.call(who, 'member.unmask', { memberId, fields: ['phone'], purpose: 'contact', ...input })

  it('an officer enters number and phone; from then on they are masked everywhere', async () => {
    const shown = await house.call('luqingming', 'member.show', { memberId })
    const { revision } = shown.body.facts as { revision: number }
    const changes = { identityNumber: number, bornOn: '1970-05-01', sex: 'female', phone }
    const reply = await house.call('luqingming', 'member.change', {
      memberId,
      revision,
      changes,
      reason: '核对身份证',
    })
    assert.equal(reply.status, 200, JSON.stringify(reply.body))
    const again = await house.call('luqingming', 'member.show', { memberId })
    const text = JSON.stringify(again.body)
    assert.equal(text.includes(number) || text.includes(phone), false)
    assert.ok(text.includes('138****2210') && text.includes(`**************${number.slice(-4)}`))
    const kept = await house.rows<{ kept: string }>(
      'select m::text || coalesce(string_agg(h::text, $1), $1) as kept from member m left join member_change h on h.member_id = m.id where m.id = $2 group by m.*',
      ['', memberId],
    )
    assert.equal(kept[0]!.kept.includes(number) || kept[0]!.kept.includes(phone), false)
  })

  it('R-211: opening the page is noted once for ten minutes and read by the member in the same words', async () => {
    await house.call('zhouguyu', 'member.show', { memberId })
    await house.call('zhouguyu', 'member.show', { memberId })
    await house.call('hebailu', 'member.show', {})
    const looks = await looksFor('hebailu')
    assert.deepEqual(
      looks.map(({ viewer, org, what }) => [viewer, org, what]),
      [
        ['周谷雨', '石门村党支部', 'page'],
        ['陆清明', '云溪镇党委', 'page'],
      ],
    )
    const same = (await looksFor('luqingming')).map(({ viewer, org, what }) => [viewer, org, what])
    assert.deepEqual(
      same,
      looks.map(({ viewer, org, what }) => [viewer, org, what]),
    )
    house.at(new Date(TEST_NOW.getTime() + 11 * 60_000))
    await house.call('zhouguyu', 'member.show', { memberId })
    assert.equal((await looksFor('hebailu')).length, 3)
  })

  it('R-281: a full number needs a purpose, is noted with it, and only what was asked is answered', async () => {
    const before = (await looksFor('hebailu')).length
    const reply = await unmask('zhouguyu', { purpose: 'contact', note: '通知开会' })
    assert.deepEqual([reply.body.phone, reply.body.identityNumber], [phone, null])
    const both = await unmask('luqingming', { fields: ['phone', 'identityNumber'], purpose: 'verify' })
    assert.deepEqual([both.body.phone, both.body.identityNumber], [phone, number])
    const looks = await looksFor('hebailu')
    assert.equal(looks.length, before + 2)
    const told = looks.find((look) => look.viewer === '周谷雨' && look.what === 'unmask')
    assert.deepEqual([told!.purpose, told!.note, told!.fields], ['contact', '通知开会', ['phone']])
  })

  it('an empty purpose is refused and leaves no number and no look', async () => {
    const before = (await looksFor('hebailu')).length
    assert.equal((await unmask('zhouguyu', { purpose: 'curiosity' })).status, 400)
    const vague = await unmask('zhouguyu', { purpose: 'other', note: ' ' })
    assert.equal(vague.status, 409)
    assert.equal((await looksFor('hebailu')).length, before)
  })

  it('members may read their own number; others without the permission may not, others out of reach find nothing', async () => {
    assert.equal((await unmask('hebailu', { fields: ['phone'] })).body.phone, phone)
    for (const who of ['qinlidong', 'shenliqiu', 'taochunfen', 'yingxiaohan', 'other'] as const) {
      assert.equal((await unmask(who)).status, 404, who)
    }
  })

  it('the answer of a repeated command is kept encrypted', async () => {
    const first = await house.call(
      'zhouguyu',
      'member.unmask',
      { memberId, fields: ['phone'], purpose: 'contact' },
      { key: 'k' },
    )
    const second = await house.call(
      'zhouguyu',
      'member.unmask',
      { memberId, fields: ['phone'], purpose: 'contact' },
      { key: 'k' },
    )
    assert.deepEqual(second.body, first.body)
    const receipts = await house.rows<{ answer: string }>("select answer::text from receipt where key = 'k'")
    assert.equal(receipts.length === 1 && receipts[0]!.answer.includes(phone), false)
  })

  it('nobody reads more than sixty numbers an hour', async () => {
    const statuses = []
    for (let n = 0; n < 61; n += 1) statuses.push((await unmask('hanhanlu')).status)
    assert.deepEqual([...new Set(statuses.slice(0, 60))], [200])
    assert.equal(statuses[60], 429)
  })

  it('the list of looks is for the member and those above', async () => {
    for (const who of ['shenliqiu', 'taochunfen', 'other'] as const) {
      assert.equal((await house.call(who, 'member.who-looked', { memberId })).status, 404, who)
    }
    const page = await house.call('hebailu', 'member.who-looked', { offset: 1, limit: 1 })
    assert.equal((page.body.looks as unknown[]).length, 1)
  })

  it('what was noted can be neither changed nor deleted by the server', async () => {
    for (const table of ['record_look', 'member_change', 'member_state_change']) {
      await assert.rejects(house.pool.query(`delete from ${table}`), { code: '42501' })
      await assert.rejects(house.pool.query(`update ${table} set id = id`), { code: '42501' })
    }
  })
})
