import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openHouse } from '../../testing.ts'

const beijing = (text: string) => new Date(`2026-${text}:00+08:00`)
const notice = { title: '医保缴费', body: '11 月底前缴清。' }
const asked = { kind: 'agreeing', dueOn: '2026-11-09' }

type Row = { memberId: string; name: string; orgName: string; channel: string | null; mayRecord: boolean }
type Delivery = {
  rows: Row[]
  total: number
  counts: Record<'recipients' | 'reached' | 'open' | 'stopped' | 'yes' | 'no', number>
  byChannel: { channel: string; count: number }[]
}
type Sent = { rows: { id: string; fromAbove: boolean; counts: Delivery['counts'] }[]; total: number }

// The sender is reached by the own notice: a secretary is one of those reached on a screen.
describe('delivery of a notice', async () => {
  const house = await openHouse()
  const orgOf = async (name: string) =>
    (await house.rows<{ id: string }>('select id from party_org where name = $1', [name]))[0]!.id
  const memberOf = async (name: string) =>
    (await house.rows<{ id: string }>('select id from member where name = $1', [name]))[0]!.id
  const send = async (who: CastName, org: string, input: object = {}) =>
    String(
      (await house.call(who, 'message.send', { orgId: await orgOf(org), ...notice, ...input })).body
        .messageId,
    )
  const deliveryReply = async (who: CastName | 'other', messageId: string, input: object = {}) =>
    await house.call(who, 'message.delivery', { messageId, ...input })
  const delivery = async (who: CastName, messageId: string, input: object = {}) =>
    (await deliveryReply(who, messageId, input)).body as unknown as Delivery
  const record = async (
    who: CastName | 'other',
    messageId: string,
    names: string[],
    input: object = {},
    key?: string,
  ) =>
    await house.call(
      who,
      'message.record-reached',
      { messageId, memberIds: await Promise.all(names.map(memberOf)), channel: 'phone', ...input },
      key === undefined ? {} : { key },
    )
  const sentBy = async (who: CastName) => await house.answer(who, 'message.sent', {})

  it('S-020: shows who was reached by which channel, and who was not', async () => {
    const id = await send('zhouguyu', '石门村党支部', { asked })
    await house.call('hebailu', 'message.answer', { messageId: id, answer: 'yes' })
    assert.deepEqual(
      (await record('zhouguyu', id, ['秦立冬'], { channel: 'helper', helperName: '陈小满', answer: 'no' }))
        .body,
      {
        recorded: 1,
        already: 0,
        stopped: 0,
      },
    )
    const { counts, byChannel, rows, total } = await delivery('zhouguyu', id)
    assert.deepEqual(counts, {
      ...counts,
      reached: 3,
      yes: 1,
      no: 1,
      stopped: 0,
      open: counts.recipients - 3,
    })
    assert.deepEqual(byChannel, [
      { channel: 'screen', count: 2 },
      { channel: 'helper', count: 1 },
    ])
    assert.equal(total, counts.recipients)
    assert.equal(rows[0]?.channel, null)
    const kinds = { open: counts.open, reached: 3, yes: 1, no: 1 }
    for (const [shown, count] of Object.entries(kinds)) {
      const part = await delivery('zhouguyu', id, { show: shown })
      assert.deepEqual([part.rows.length, part.total], [count, count], shown)
    }
    assert.equal((await delivery('zhouguyu', id, { limit: 1, offset: 1 })).rows.length, 1)
  })

  it('R-338: an answer by a helper names the helper to the member, who may change it', async () => {
    const id = await send('zhouguyu', '石门村党支部', { asked })
    await record('zhouguyu', id, ['何白露'], {
      channel: 'helper',
      helperName: '陈小满',
      answer: 'no',
      note: '腿疼',
    })
    const shown = (await house.call('hebailu', 'message.show', { messageId: id })).body
    assert.deepEqual(
      [shown.answer, shown.answeredBy, shown.answeredForMe, shown.answerNote],
      ['no', '陈小满', true, '腿疼'],
    )
    await house.call('hebailu', 'message.answer', { messageId: id, answer: 'yes' })
    const changed = (await house.call('hebailu', 'message.show', { messageId: id })).body
    assert.deepEqual([changed.answer, changed.answeredBy, changed.answeredForMe], ['yes', '何白露', false])
    const own = (await delivery('zhouguyu', id)).rows.find(({ name }) => name === '何白露')
    assert.equal(own?.channel, 'helper')
  })

  it('keeps the first record of who was reached, and counts the others as reached before', async () => {
    const id = await send('zhouguyu', '石门村党支部')
    await house.call('hebailu', 'message.read', { messageId: id })
    const both = await record('zhouguyu', id, ['何白露', '秦立冬'], { channel: 'board' })
    assert.deepEqual(both.body, { recorded: 1, already: 1, stopped: 0 })
    const { byChannel } = await delivery('zhouguyu', id)
    assert.deepEqual(byChannel, [
      { channel: 'screen', count: 2 },
      { channel: 'board', count: 1 },
    ])
  })

  it('recorded twice with one key, and by two at once, is recorded once', async () => {
    const id = await send('zhouguyu', '石门村党支部')
    const replies = await Promise.all([
      record('zhouguyu', id, ['何白露', '秦立冬'], {}, 'k'),
      record('zhouguyu', id, ['何白露', '秦立冬'], {}, 'k'),
      record('luqingming', id, ['秦立冬', '何白露'], { channel: 'paper' }),
    ])
    assert.deepEqual(
      replies.map(({ status }) => status),
      [200, 200, 200],
    )
    assert.deepEqual(replies[0].body, replies[1].body)
    assert.equal(Number(replies[0].body.recorded) + Number(replies[2].body.recorded), 2)
    assert.equal((await delivery('zhouguyu', id)).byChannel.length, 2)
  })

  it('is refused without a helper’s name, from a board with an answer, unasked, and too late', async () => {
    const id = await send('zhouguyu', '石门村党支部', { asked })
    const plain = await send('zhouguyu', '石门村党支部')
    const code = async (messageId: string, input: object) =>
      ((await record('zhouguyu', messageId, ['何白露'], input)).body.refusal as { code: string }).code
    assert.equal(await code(id, { channel: 'helper' }), 'message-helper-without-name')
    assert.equal(await code(id, { channel: 'board', answer: 'yes' }), 'message-board-takes-no-answer')
    assert.equal(await code(plain, { answer: 'yes' }), 'message-answer-not-asked')
    house.at(beijing('11-10T08:00'))
    assert.equal(await code(id, { answer: 'yes' }), 'message-answer-too-late')
    assert.equal((await record('zhouguyu', id, ['何白露'])).status, 200)
    house.at(beijing('11-03T09:00'))
    assert.equal((await record('zhouguyu', id, ['何白露'], { channel: 'screen' })).status, 400)
  })

  it('of a town’s notice shows a secretary the own branch only', async () => {
    const id = await send('luqingming', '云溪镇党委')
    const own = await delivery('zhouguyu', id)
    assert.deepEqual([...new Set(own.rows.map(({ orgName }) => orgName))], ['石门村党支部'])
    assert.equal(own.counts.recipients, own.rows.length)
    const town = await delivery('luqingming', id)
    assert.equal(town.counts.recipients > own.counts.recipients, true)
    assert.equal((await record('zhouguyu', id, ['秦立冬'])).status, 200)
    assert.equal((await record('zhouguyu', id, ['韩立秋'])).status, 404)
    assert.equal((await record('zhouguyu', id, ['秦立冬', '韩立秋'])).status, 404)
    assert.equal((await delivery('luqingming', id)).counts.reached, 1)
  })

  it('does not exist for another town, another branch, a member, an administrator, another county', async () => {
    const id = await send('zhouguyu', '石门村党支部')
    for (const who of ['taochunfen', 'shenliqiu', 'hebailu', 'yingxiaohan', 'other'] as const) {
      assert.equal((await deliveryReply(who, id)).status, 404, who)
      assert.equal((await record(who, id, ['何白露'])).status, 404, who)
    }
    assert.equal((await record('hanhanlu', id, ['何白露'])).status, 200)
    assert.equal((await house.call(null, 'message.delivery', { messageId: id })).status, 401)
  })

  it('is listed for the organisations within reach and for what came from above, with figures of one’s own', async () => {
    const town = await send('luqingming', '云溪镇党委')
    const other = await send('taochunfen', '柳湾镇党委')
    const hekou = await send('shenliqiu', '河口村党支部')
    const secretary = await sentBy('zhouguyu')
    const found = secretary.rows.find(({ id }) => id === town)
    assert.equal(found?.fromAbove, true)
    assert.equal(found?.counts.recipients, (await delivery('zhouguyu', town)).counts.recipients)
    for (const hidden of [other, hekou])
      assert.equal(
        secretary.rows.some(({ id }) => id === hidden),
        false,
      )
    const officer = await sentBy('luqingming')
    assert.deepEqual(
      [town, hekou, other].map((id) => officer.rows.find((row) => row.id === id)?.fromAbove),
      [false, false, undefined],
    )
    const county = await sentBy('hanhanlu')
    assert.equal(county.total >= officer.total + 1, true)
    assert.equal((await house.call('hebailu', 'message.sent', {})).status, 403)
    assert.deepEqual((await house.call('other', 'message.sent', {})).body, { rows: [], total: 0 })
    const second = await house.call('hanhanlu', 'message.sent', { offset: 1, limit: 1 })
    assert.equal((second.body as unknown as Sent).rows[0]?.id, county.rows[1]?.id)
  })
})
