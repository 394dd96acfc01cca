import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { countyTx, onConnection } from '#platform/db.ts'
import { cryptoByCounty } from '#platform/crypto.ts'
import { openHouse, TEST_NOW } from '../../testing.ts'
import { messageInvariants } from './checks.ts'

const beijing = (text: string) => new Date(`2026-${text}:00+08:00`)
const notice = { title: '主题党日：果园秋管', body: '周二 9:00，村果园。带手套。' }
const coming = { kind: 'coming', dueOn: '2026-11-09' }

describe('notices to members', async () => {
  const house = await openHouse()
  const orgOf = async (name: string) =>
    (await house.rows<{ id: string }>('select id from party_org where name = $1', [name]))[0]!.id
  const memberOf = async (name: string) =>
    (await house.rows<{ id: string }>('select id from member where name = $1', [name]))[0]!.id
  const readersOf = async (org: string) =>
    (
      await house.rows<{ count: number }>(
        `select count(*)::int as count from member m join party_org o on o.id = m.party_org_id where m.state = 'active'
         and o.path <@ (select path from party_org where name = $1)`,
        [org],
      )
    )[0]!.count
  const shimen = await orgOf('石门村党支部')
  const send = async (who: CastName | 'other', input: object = {}, key?: string) =>
    await house.call(
      who,
      'message.send',
      { orgId: shimen, ...notice, ...input },
      key === undefined ? {} : { key },
    )
  const sent = async (input: object = {}) => String((await send('zhouguyu', input)).body.messageId)
  const inbox = async (who: CastName) => await house.answer(who, 'message.inbox', {})
  const show = async (who: CastName | 'other', messageId: string) =>
    await house.call(who, 'message.show', { messageId })
  const answer = async (who: CastName, messageId: string, word: 'yes' | 'no', key?: string) =>
    await house.call(who, 'message.answer', { messageId, answer: word }, key === undefined ? {} : { key })
  const row = async (messageId: string, memberId: string) =>
    (
      await house.rows<{ channel: string | null; reached_by: string; answer: string; answered_by: string }>(
        'select * from message_recipient where message_id = $1 and member_id = $2',
        [messageId, memberId],
      )
    )[0]!
  const breaches = async () =>
    await onConnection(house.pool, false, async (client) => {
      const found = []
      for (const invariant of messageInvariants) {
        const { breaches: named } = await invariant.find(
          countyTx(client, house.county),
          cryptoByCounty(Buffer.alloc(32, 7))(house.county),
        )
        if (named.length > 0) found.push(invariant.id)
      }
      return found
    })

  it('go to every active member at or below the organisation', async () => {
    const reply = await send('zhouguyu')
    assert.equal(reply.status, 200)
    assert.equal(reply.body.recipients, await readersOf('石门村党支部'))
    assert.equal(reply.body.deliverAt, TEST_NOW.toISOString())
    const town = await send('luqingming', { orgId: await orgOf('云溪镇党委') })
    assert.equal(town.body.recipients, await readersOf('云溪镇党委'))
    assert.deepEqual(
      (await inbox('hebailu')).rows.map(({ id }) => id),
      [town.body.messageId, reply.body.messageId],
    )
    assert.deepEqual(
      (await inbox('hanliqiu')).rows.map(({ id }) => id),
      [town.body.messageId],
    )
  })

  it('are sent by a secretary to the own branch, by an officer to the own town, by nobody else', async () => {
    const hekou = await orgOf('河口村党支部')
    for (const [who, orgId, status] of [
      ['zhouguyu', hekou, 403],
      ['taochunfen', hekou, 403],
      ['hebailu', shimen, 403],
      ['yingxiaohan', shimen, 403],
      ['other', shimen, 404],
      ['luqingming', hekou, 200],
      ['hanhanlu', hekou, 200],
      ['hanhanlu', crypto.randomUUID(), 404],
    ] as const) {
      assert.equal((await send(who, { orgId })).status, status, `${who} ${orgId}`)
    }
  })

  it('are refused without words, with a day past, and where nobody is to be reached', async () => {
    for (const [code, who, input] of [
      ['message-without-words', 'zhouguyu', { body: '  ' }],
      ['message-due-in-past', 'zhouguyu', { asked: { kind: 'coming', dueOn: '2026-11-02' } }],
    ] as const) {
      const reply = await send(who, input)
      assert.equal(reply.status, 409)
      assert.equal((reply.body.refusal as { code: string }).code, code)
    }
    const [empty] = await house.rows<{ id: string }>(
      `select o.id from party_org o where o.county_id = $1 and o.kind = 'branch' and o.dissolved_on is null and not exists (
         select 1 from member m where m.county_id = o.county_id and m.party_org_id = o.id) limit 1`,
      [house.county],
    )
    if (empty !== undefined) {
      const reply = await send('hanhanlu', { orgId: empty.id })
      assert.equal((reply.body.refusal as { code: string }).code, 'message-nobody-to-reach')
      assert.equal((await house.rows('select 1 from message where party_org_id = $1', [empty.id])).length, 0)
    }
  })

  it('sent at 22:00 are there at 7:30, and not a minute before', async () => {
    house.at(beijing('11-03T22:00'))
    const reply = await send('zhouguyu', { title: '夜里发的' })
    assert.equal(reply.body.deliverAt, beijing('11-04T07:30').toISOString())
    const messageId = String(reply.body.messageId)
    house.at(beijing('11-04T07:29'))
    assert.equal(
      (await inbox('hebailu')).rows.some(({ title }) => title === '夜里发的'),
      false,
    )
    assert.equal((await show('hebailu', messageId)).status, 404)
    assert.equal((await house.call('hebailu', 'message.read', { messageId })).status, 404)
    house.at(beijing('11-04T07:30'))
    assert.equal(
      (await inbox('hebailu')).rows.some(({ title }) => title === '夜里发的'),
      true,
    )
    assert.equal((await show('hebailu', messageId)).body.body, notice.body)
    house.at(TEST_NOW)
  })

  it('keep the quiet hours a county has set', async () => {
    const hours = { fromMinute: 19 * 60, untilMinute: 8 * 60 }
    house.at(beijing('11-30T19:30'))
    assert.equal((await house.call('zhouguyu', 'message.places')).body.quiet, false)
    for (const who of ['zhouguyu', 'luqingming', 'yingxiaohan'] as const) {
      assert.equal((await house.call(who, 'message.change-quiet-hours', hours)).status, 403, who)
      assert.deepEqual((await house.call(who, 'message.quiet-hours')).body, {
        fromMinute: 21 * 60,
        untilMinute: 7 * 60 + 30,
        mayChange: false,
      })
    }
    for (const [code, wanted] of [
      ['quiet-hours-too-short', { ...hours, fromMinute: 23 * 60 }],
      ['quiet-hours-too-long', { ...hours, untilMinute: 12 * 60 }],
    ] as const) {
      const reply = await house.call('hanhanlu', 'message.change-quiet-hours', wanted)
      assert.equal((reply.body.refusal as { code: string }).code, code)
    }
    assert.equal(
      (await house.call('other', 'message.change-quiet-hours', { ...hours, untilMinute: 480 })).status,
      200,
    )
    house.at(beijing('12-01T09:00'))
    const twice = await Promise.all(
      [1, 2].map(() => house.call('hanhanlu', 'message.change-quiet-hours', hours, { key: 'quiet' })),
    )
    assert.deepEqual(twice[0]?.body, twice[1]?.body)
    house.at(beijing('12-01T19:30'))
    const places = await house.call('zhouguyu', 'message.places')
    assert.equal(places.body.quiet, true)
    assert.equal(places.body.deliverAt, beijing('12-02T08:00').toISOString())
    assert.equal((await send('zhouguyu')).body.deliverAt, beijing('12-02T08:00').toISOString())
    house.at(TEST_NOW)
  })

  it('same key twice is one notice', async () => {
    const [first, second] = await Promise.all([
      send('zhouguyu', { title: '只发一次' }, 'once'),
      send('zhouguyu', { title: '只发一次' }, 'once'),
    ])
    assert.deepEqual(first.body, second.body)
    assert.equal((await house.rows(`select 1 from message where title = '只发一次'`)).length, 1)
  })

  it('show to whom they would go: the own branch to a secretary, the town to an officer, nothing to a member', async () => {
    type Places = { rows: { name: string; above: string; readers: number }[] }
    const own = await house.answer('zhouguyu', 'message.places')
    assert.deepEqual(
      own.rows.map(({ name, readers }) => [name, readers]),
      [['石门村党支部', await readersOf('石门村党支部')]],
    )
    const town = await house.answer('luqingming', 'message.places')
    assert.equal(town.rows[0]?.name, '云溪镇党委')
    assert.equal(
      town.rows.some(({ name }) => name === '柳树湾村党支部'),
      false,
    )
    const found = await house.call('luqingming', 'message.places', { search: '河口' })
    assert.deepEqual(
      (found.body as unknown as Places).rows.map(({ name, above }) => [name, above]),
      [['河口村党支部', '云溪镇党委']],
    )
    assert.deepEqual((await house.answer('luqingming', 'message.places', { search: '%' })).rows, [])
    assert.equal((await house.call('hebailu', 'message.places')).status, 403)
  })

  it('are read once, the first time counts', async () => {
    const messageId = await sent()
    const before = (await inbox('hebailu')).unread
    assert.equal((await house.call('hebailu', 'message.read', { messageId })).status, 200)
    house.at(beijing('11-03T10:00'))
    const again = await house.call('hebailu', 'message.read', { messageId })
    assert.equal(again.body.readAt, TEST_NOW.toISOString())
    assert.equal((await inbox('hebailu')).unread, before - 1)
    house.at(TEST_NOW)
  })

  it('are not there for who did not get them, an officer without a file, or another county', async () => {
    const messageId = await sent({ asked: coming })
    for (const who of ['hanliqiu', 'luqingming', 'other'] as const) {
      assert.equal((await show(who, messageId)).status, 404, who)
      assert.equal((await house.call(who, 'message.read', { messageId })).status, 404, who)
      assert.equal((await house.call(who, 'message.answer', { messageId, answer: 'yes' })).status, 404, who)
    }
    assert.deepEqual((await house.call('luqingming', 'message.inbox', {})).body, {
      rows: [],
      total: 0,
      unread: 0,
    })
    assert.equal((await house.call(null, 'message.inbox', {})).status, 401)
  })

  it('take an answer until the day named; it may change', async () => {
    const messageId = await sent({ asked: coming })
    assert.equal((await answer('hebailu', messageId, 'yes')).status, 200)
    house.at(beijing('11-09T20:00'))
    assert.equal((await answer('hebailu', messageId, 'no')).status, 200)
    assert.equal((await show('hebailu', messageId)).body.answer, 'no')
    house.at(beijing('11-10T00:00'))
    const late = await answer('hebailu', messageId, 'yes')
    assert.deepEqual(late.body.refusal, { code: 'message-answer-too-late', details: { dueOn: '2026-11-09' } })
    assert.equal((await show('hebailu', messageId)).body.mayAnswer, false)
    house.at(TEST_NOW)
    const unasked = await answer('hebailu', await sent(), 'yes')
    assert.equal((unasked.body.refusal as { code: string }).code, 'message-answer-not-asked')
  })

  it('answered twice at once, and by the secretary meanwhile, hold one whole answer', async () => {
    const messageId = await sent({ asked: coming })
    const memberId = await memberOf('何白露')
    const replies = await Promise.all([
      answer('hebailu', messageId, 'yes', 'a'),
      answer('hebailu', messageId, 'yes', 'a'),
      answer('qinlidong', messageId, 'no'),
      house.call('zhouguyu', 'message.record-reached', {
        messageId,
        memberIds: [memberId],
        channel: 'phone',
        answer: 'no',
      }),
    ])
    assert.deepEqual(
      replies.map(({ status }) => status),
      [200, 200, 200, 200],
    )
    const kept = await row(messageId, memberId)
    assert.equal(kept.answered_by, kept.answer === 'yes' ? '何白露' : '周谷雨')
    assert.equal(kept.reached_by, kept.channel === 'screen' ? '何白露' : '周谷雨')
  })

  it('R-175: none to a member whose death is recorded, and nothing more is recorded', async () => {
    house.at(beijing('12-02T09:00'))
    const memberId = await memberOf('秦立冬')
    const before = await sent()
    const [member] = await house.rows<{ revision: number }>('select revision from member where id = $1', [
      memberId,
    ])
    const died = await house.call('luqingming', 'member.record-death', {
      memberId,
      revision: member!.revision,
      diedOn: '2026-11-01',
    })
    assert.equal(died.status, 200, JSON.stringify(died.body))
    house.at(beijing('12-02T15:00'))
    const after = await send('zhouguyu')
    assert.equal(after.body.recipients, await readersOf('石门村党支部'))
    assert.equal(await row(String(after.body.messageId), memberId), undefined)
    const left = await house.call('qinlidong', 'message.inbox', {})
    if (left.status === 200) assert.deepEqual(left.body, { rows: [], total: 0, unread: 0 })
    const recorded = await house.call('zhouguyu', 'message.record-reached', {
      messageId: before,
      memberIds: [memberId],
      channel: 'paper',
    })
    assert.deepEqual(recorded.body, { recorded: 0, already: 0, stopped: 1 })
    assert.equal((await row(before, memberId)).channel, null)
    const { body } = await house.call('zhouguyu', 'message.delivery', { messageId: before })
    assert.equal((body.counts as { stopped: number }).stopped, 1)
    const open = await house.call('zhouguyu', 'message.delivery', { messageId: before, show: 'open' })
    assert.equal(
      (open.body.rows as { memberId: string }[]).some((one) => one.memberId === memberId),
      false,
    )
    house.at(TEST_NOW)
  })

  it('hold their invariants, and a planted breach of each is named', async () => {
    assert.deepEqual(await breaches(), [])
    const messageId = await sent({ asked: coming })
    const plain = await sent()
    const [dead, alive] = [await memberOf('秦立冬'), await memberOf('何白露')]
    const plant = async (text: string, values: unknown[]) => await house.rows(text, values)
    await plant('update message set recipient_count = recipient_count + 1 where id = $1', [messageId])
    await plant(`update message set deliver_at = sent_at - interval '1 hour' where id = $1`, [messageId])
    await plant(
      `insert into message_recipient (county_id, message_id, member_id, channel, reached_at, reached_by)
       values ($1, $2, $3, 'helper', '2027-01-20T02:00Z', 'x')`,
      [house.county, plain, dead],
    )
    await plant(
      `update message_recipient set answer = 'yes', answer_channel = 'phone', answered_at = now() where message_id = $1 and member_id = $2`,
      [plain, alive],
    )
    await plant(
      `insert into thing_to_do (county_id, id, key, kind, permission, party_org_id, facts, asked_by, opened_at, done_at) values
       ($1, gen_random_uuid(), 'k1', 'a.b', 'no.such', $2, '{}', '', now(), null),
       ($1, gen_random_uuid(), 'k2', 'a.b', 'no.such', $2, '{}', '', now(), now())`,
      [house.county, shimen],
    )
    assert.deepEqual((await breaches()).toSorted(), messageInvariants.map(({ id }) => id).toSorted())
  })
})
