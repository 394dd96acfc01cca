import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { openHouse, type Reply, TEST_NOW } from '../../testing.ts'
import { doorOf } from './handlers-subject.ts'

const beijing = (text: string) => new Date(`2026-${text}:00+08:00`)
const codeOf = (reply: Reply) =>
  reply.status === 409 ? (reply.body.refusal as { code: string }).code : reply.status
const draft = {
  kind: 'award',
  scope: 'villageBoard',
  title: '石门村党支部 2026 年先锋岗人选',
  body: '现将 2026 年先锋岗人选公示如下。',
  contactOffice: '云溪镇党建办',
  contactPhone: '0000-7654321',
  routes: ['page', 'phone', 'paper'],
  workingDays: 5,
  names: 'masked',
}
const county = 'qingyuan'

describe('objections', async () => {
  const house = await openHouse()
  const idOf = async (table: string, name: string) =>
    (await house.rows<{ id: string }>(`select id from ${table} where name = $1`, [name]))[0]!.id
  const shimen = await idOf('party_org', '石门村党支部')
  const accountOf = async (who: CastName) =>
    (await house.rows<{ id: string }>('select id from account where account_name = $1', [who]))[0]!.id

  /** A notice that hangs: written and checked by the branch, posted by the committee above. */
  const hang = async (change: object = {}) => {
    const rows = [{ name: '何白露', cells: [] }]
    const made = await house.call('zhouguyu', 'notice.draft', {
      orgId: shimen,
      draft: { ...draft, ...change },
      list: { columns: [], rows },
    })
    const noticeId = String(made.body.noticeId)
    await house.rows('update notice_row set member_id = $2 where notice_id = $1', [
      noticeId,
      await idOf('member', '何白露'),
    ])
    await house.call('zhouguyu', 'notice.check', {
      ...{ noticeId, revision: 1, figuresCompared: true, enclosesEvidence: false },
    })
    assert.equal(codeOf(await house.call('luqingming', 'notice.post', { noticeId, revision: 2 })), 200)
    const { code } = (await house.call('zhouguyu', 'notice.show', { noticeId })).body as { code: string }
    return { noticeId, code }
  }
  const raise = async (code: string, change: object = {}, options: object = {}) =>
    await house.call(
      null,
      'objection.raise-open',
      { county, code, text: '人选没有征求群众意见', ...change },
      options,
    )
  const queue = async (who: CastName, show = 'open', noticeId?: string) =>
    (await house.call(who, 'objection.list', { show, ...(noticeId === undefined ? {} : { noticeId }) }))
      .body as {
      rows: { id: string; isOverdue: boolean }[]
      counts: Record<string, number>
    }
  const idIn = async (noticeId: string) => (await queue('zhouguyu', 'open', noticeId)).rows[0]!.id
  const show = async (who: CastName, objectionId: string) =>
    await house.answer(who, 'objection.show', { objectionId })
  const assign = async (who: CastName | 'other', objectionId: string, to: CastName) =>
    await house.call(who, 'objection.assign', { objectionId, accountId: await accountOf(to) })
  const decide = async (
    who: CastName | 'other',
    objectionId: string,
    upheld: boolean,
    answer = '已核实，有会议记录',
  ) => await house.call(who, 'objection.decide', { objectionId, upheld, answer })
  const answerOf = async (code: unknown) => await house.answer(null, 'objection.answer', { county, code })
  const kindsOf = async (who: CastName, subjectId: string) =>
    ((await house.call(who, 'message.things-to-do', {})).body.rows as { kind: string; subjectId: string }[])
      .filter((one) => one.subjectId === subjectId)
      .map(({ kind }) => kind)

  it('R-216, R-338: raised from the page without account and name, with a code for the answer', async () => {
    const { noticeId, code } = await hang()
    const reply = await raise(code.toLowerCase().replace('-', ' '))
    assert.deepEqual([reply.status, reply.body.dueOn], [200, '2026-11-10'])
    assert.equal(codeOf(await raise(code, { text: ' ' })), 'objection-empty')
    assert.equal((await raise('AAAAA-AAAAA')).status, 404)
    assert.equal((await house.call(null, 'objection.answer', { county, code: '没有' })).status, 404)
    const answer = await answerOf(reply.body.code)
    assert.deepEqual([answer.state, answer.answer, answer.steps.length], ['received', null, 1])
    assert.equal((await queue('zhouguyu', 'open', noticeId)).rows.length, 1)
    const other = { county: 'linshui', code: reply.body.code }
    assert.equal((await house.call(null, 'objection.answer', other)).status, 404)
  })

  it('sent twice with one key it is one; at once it is one too', async () => {
    const { noticeId, code } = await hang()
    const both = await Promise.all([1, 2].map(() => raise(code, {}, { key: 'once' })))
    assert.deepEqual(both[0]!.body, both[1]!.body)
    assert.equal((await queue('zhouguyu', 'open', noticeId)).rows.length, 1)
  })

  it('R-278: leaves no trace of who called, not even of a signed-in browser', async () => {
    const { code } = await hang()
    const input = { county, code, text: '请再核对' }
    const reply = await house.call('qinlidong', 'objection.raise-open', input, {
      address: '10.1.2.3',
      key: 'secret',
    })
    assert.equal(reply.status, 200)
    const [entry] = await house.rows(
      `select actor_name, account_id, address from audit_entry where operation = 'objection.raise-open' order by at desc, id desc limit 1`,
    )
    assert.deepEqual(entry, { actor_name: '', account_id: null, address: '' })
    const [kept] = await house.rows<{ text: string }>(
      `select row_to_json(j)::text as text from objection j where code = $1`,
      [reply.body.code],
    )
    assert.doesNotMatch(kept!.text, /10\.1\.2\.3|secret|秦立冬/u)
  })

  it('too many from one address are slowed down', async () => {
    const { code } = await hang()
    const options = { address: '10.7.7.7' }
    for (let one = 0; one < 30; one += 1) assert.equal((await raise(code, {}, options)).status, 200)
    assert.equal((await raise(code, {}, options)).status, 429)
  })

  it('R-216, R-244: given to somebody who did not decide, answered in writing, read by the code', async () => {
    const { noticeId, code } = await hang()
    const raised = await raise(code)
    const id = await idIn(noticeId)
    assert.deepEqual(await kindsOf('zhouguyu', id), ['objection.assign'])
    const handlers = (await house.call('zhouguyu', 'objection.handlers', { objectionId: id })).body.rows as {
      name: string
      barred: string | null
    }[]
    assert.deepEqual(
      handlers
        .filter(({ name }) => ['周谷雨', '陆清明', '韩寒露'].includes(name))
        .map(({ name, barred }) => [name, barred]),
      [
        ['周谷雨', 'objection-decided-before'],
        ['陆清明', 'objection-decided-before'],
        ['韩寒露', null],
      ],
    )
    assert.equal(codeOf(await assign('zhouguyu', id, 'zhouguyu')), 'objection-decided-before')
    assert.equal(codeOf(await assign('zhouguyu', id, 'shenliqiu')), 'objection-handler-unknown')
    assert.equal(codeOf(await decide('hanhanlu', id, false)), 'objection-wrong-state')
    assert.equal(codeOf(await assign('zhouguyu', id, 'hanhanlu')), 200)
    assert.deepEqual(
      [await kindsOf('zhouguyu', id), await kindsOf('hanhanlu', id)],
      [[], ['objection.decide']],
    )
    assert.equal(codeOf(await decide('zhouguyu', id, false)), 'objection-not-handler')
    assert.equal(codeOf(await decide('hanhanlu', id, false, ' ')), 'objection-needs-answer')
    const both = await Promise.all([decide('hanhanlu', id, false), decide('hanhanlu', id, false)])
    assert.deepEqual(both.map(codeOf).toSorted(), [200, 'objection-wrong-state'])
    const answer = await answerOf(raised.body.code)
    assert.deepEqual(
      [answer.state, answer.answer, answer.appealUntil, answer.nextOrgName],
      ['notUpheld', '已核实，有会议记录', '2026-11-18', '云溪镇党委'],
    )
    assert.deepEqual(await kindsOf('hanhanlu', id), [])
    for (const who of ['shenliqiu', 'taochunfen', 'hebailu', 'other'] as const) {
      assert.equal((await house.call(who, 'objection.show', { objectionId: id })).status, 404, who)
      assert.equal((await house.call(who, 'objection.handlers', { objectionId: id })).status, 404, who)
      assert.equal((await assign(who, id, 'hanhanlu')).status, 404, who)
      assert.equal((await decide(who, id, true)).status, 404, who)
    }
    assert.equal((await queue('shenliqiu', 'all', noticeId)).rows.length, 0)
    assert.equal((await house.call('hebailu', 'objection.list', {})).status, 403)
  })

  it('R-216: goes on by the code to the committee above and the county, where former deciders stay out', async () => {
    const { noticeId, code } = await hang({ scope: 'branch' })
    const raised = await raise(code)
    const id = await idIn(noticeId)
    const appeal = async (text = '仍有疑问') =>
      await house.call(null, 'objection.appeal-open', { county, code: raised.body.code, text })
    assert.equal(codeOf(await appeal()), 'objection-wrong-state')
    await assign('luqingming', id, 'hanhanlu')
    await decide('hanhanlu', id, false)
    assert.equal(codeOf(await appeal(' ')), 'objection-empty')
    assert.equal(codeOf(await appeal()), 200)
    const shown = await show('luqingming', id)
    assert.deepEqual([shown.state, shown.stageOrgName], ['received', '云溪镇党委'])
    assert.equal((await assign('zhouguyu', id, 'hanhanlu')).status, 404)
    assert.equal(codeOf(await assign('luqingming', id, 'hanhanlu')), 'objection-decided-before')
    house.at(beijing('12-01T09:00'))
    assert.equal((await answerOf(raised.body.code)).state, 'received')
    house.at(TEST_NOW)
  })

  it('R-218, R-277: upheld, the notice comes down and is checked and posted anew', async () => {
    const { noticeId, code } = await hang()
    await raise(code)
    const id = await idIn(noticeId)
    await assign('hanhanlu', id, 'hanhanlu')
    assert.equal(codeOf(await decide('hanhanlu', id, true, '漏了公开征求意见')), 200)
    const notice = (await house.call('zhouguyu', 'notice.show', { noticeId })).body as {
      state: string
      interruptedFor: string
    }
    assert.deepEqual([notice.state, notice.interruptedFor], ['interrupted', '异议成立：漏了公开征求意见'])
    assert.equal(codeOf(await raise(code)), 'notice-not-posted')
    assert.deepEqual(await kindsOf('zhouguyu', noticeId), ['notice.check'])
  })

  it('R-244: an open objection keeps the notice from being settled; late ones are refused', async () => {
    const { noticeId, code } = await hang()
    const raised = await raise(code)
    await house.rows(`update notice set state = 'ended' where id = $1`, [noticeId])
    const settle = async () => await house.call('luqingming', 'notice.settle', { noticeId, result: '无异议' })
    assert.equal(codeOf(await settle()), 'notice-objections-open')
    const withdraw = async () =>
      await house.call(null, 'objection.withdraw-open', { county, code: raised.body.code })
    assert.equal(codeOf(await withdraw()), 200)
    assert.equal(codeOf(await withdraw()), 'objection-wrong-state')
    assert.equal(codeOf(await settle()), 200)
    house.at(beijing('11-26T09:00'))
    assert.equal(codeOf(await raise(code)), 'objection-too-late')
    house.at(TEST_NOW)
  })

  it('a member objects once with the account, is told of the answer, takes it back, goes on', async () => {
    const { noticeId } = await hang()
    const subject = { kind: 'notice', id: noticeId }
    const own = async (who: CastName | 'other', text = '请核对') =>
      await house.call(who, 'objection.raise', { subject, text })
    const both = await Promise.all([own('qinlidong'), own('qinlidong')])
    assert.deepEqual(both.map(codeOf).toSorted(), [200, 'objection-already-open'])
    assert.equal(codeOf(await own('qinlidong', ' ')), 'objection-empty')
    for (const who of ['hanliqiu', 'other', 'luqingming'] as const)
      assert.equal((await own(who)).status, 404, who)
    for (const wrong of [
      { kind: 'grade', id: 'x' },
      { kind: 'notice', id: 'x' },
    ]) {
      assert.equal(
        (await house.call('qinlidong', 'objection.raise', { subject: wrong, text: '请核对' })).status,
        404,
      )
    }
    const objectionId = await idIn(noticeId)
    const mine = async (who: CastName) =>
      (await house.call(who, 'objection.mine', {})).body as {
        raised: { id: string }[]
        aboutMe: { id: string }[]
      }
    assert.deepEqual(
      (await mine('qinlidong')).raised.map(({ id }) => id),
      [objectionId],
    )
    assert.equal((await house.call('hebailu', 'objection.withdraw', { objectionId })).status, 404)
    await assign('hanhanlu', objectionId, 'hanhanlu')
    await decide('hanhanlu', objectionId, false)
    assert.deepEqual(await kindsOf('qinlidong', objectionId), ['objection.answered'])
    await house.call('qinlidong', 'objection.see-answer', { objectionId })
    assert.deepEqual(await kindsOf('qinlidong', objectionId), [])
    assert.equal((await house.call('hebailu', 'objection.appeal', { objectionId, text: '不服' })).status, 404)
    assert.equal(
      codeOf(await house.call('qinlidong', 'objection.appeal', { objectionId, text: '不服' })),
      200,
    )
    assert.equal(codeOf(await house.call('qinlidong', 'objection.withdraw', { objectionId })), 200)
    assert.equal(
      codeOf(await house.call('qinlidong', 'objection.withdraw', { objectionId })),
      'objection-wrong-state',
    )
  })

  it('R-278: those concerned read the matter and never who objected or how; they have no hand in it', async () => {
    const { noticeId } = await hang()
    const subject = { kind: 'notice', id: noticeId }
    await house.call('qinlidong', 'objection.raise', { subject, rowNo: 1, text: '这一行有误' })
    const id = await idIn(noticeId)
    const [about] = (await house.call('hebailu', 'objection.mine', {})).body.aboutMe as object[]
    assert.doesNotMatch(JSON.stringify(about), /秦立冬|statement|page|code/u)
    const seen = await show('zhouguyu', id)
    assert.deepEqual(
      [seen.from, seen.row?.name, seen.concerned.map(({ name }) => name)],
      [null, '何白露', ['何白露']],
    )
    await house.rows(
      `update objection set concerned_member_ids = array[(select id from member where name = '周谷雨')] where id = $1`,
      [id],
    )
    assert.equal(codeOf(await assign('zhouguyu', id, 'hanhanlu')), 'objection-own-matter')
    await assign('luqingming', id, 'hanhanlu')
    assert.equal((await show('hanhanlu', id)).from?.name, '秦立冬')
    assert.equal((await show('luqingming', id)).from, null)
  })

  it('R-338: by telephone or paper an officer writes it down, and can go on for the one who objected', async () => {
    const { noticeId } = await hang()
    const subject = { kind: 'notice', id: noticeId }
    const take = async (who: CastName | 'other', change: object = {}, key?: string) =>
      await house.call(
        who,
        'objection.take',
        { subject, route: 'paper', text: '意见箱里的纸条', ...change },
        key === undefined ? {} : { key },
      )
    assert.equal(codeOf(await take('zhouguyu', { text: '' })), 'objection-empty')
    assert.equal((await take('hebailu')).status, 403)
    for (const who of ['shenliqiu', 'other'] as const) assert.equal((await take(who)).status, 404, who)
    const [one, two] = [await take('zhouguyu', {}, 'p'), await take('zhouguyu', {}, 'p')]
    assert.deepEqual(one.body, two.body)
    const objectionId = String(one.body.objectionId)
    assert.equal((await show('zhouguyu', objectionId)).from?.route, 'paper')
    await assign('hanhanlu', objectionId, 'hanhanlu')
    await decide('hanhanlu', objectionId, false)
    assert.equal(
      codeOf(await house.call('zhouguyu', 'objection.appeal', { objectionId, text: '来电表示不服' })),
      200,
    )
  })

  it('R-216: late answers are listed one level up until they are given', async () => {
    const { noticeId, code } = await hang()
    await raise(code)
    const id = await idIn(noticeId)
    const daily = async () => {
      const payload = JSON.stringify({
        county: house.county,
        accountId: null,
        actorName: 'recurring',
        payload: {},
      })
      await house.rows(`select steward_add_job('notices-daily', $1::json, null, 'daily')`, [payload])
      await house.runJobs()
    }
    house.at(beijing('11-10T20:00'))
    await daily()
    assert.deepEqual(await kindsOf('luqingming', id), [])
    house.at(beijing('11-11T09:00'))
    await daily()
    await daily()
    assert.deepEqual(await kindsOf('luqingming', id), ['objection.overdue'])
    const late = await queue('luqingming', 'overdue', noticeId)
    assert.deepEqual(
      late.rows.map((row) => [row.id, row.isOverdue]),
      [[id, true]],
    )
    assert.equal((await show('luqingming', id)).daysLeft, -1)
    await assign('luqingming', id, 'hanhanlu')
    await decide('hanhanlu', id, false)
    assert.deepEqual(await kindsOf('luqingming', id), [])
    house.at(TEST_NOW)
  })

  it('a subject is found by the feature that has it, and by nobody where none has', () => {
    const door = { find: async () => undefined, uphold: async () => agree(null) }
    const doors = { subjects: { claim: door }, onMoved: async () => {} }
    assert.equal(doorOf(doors, 'claim'), door)
    assert.equal(doorOf(doors, 'grade'), undefined)
  })
})
