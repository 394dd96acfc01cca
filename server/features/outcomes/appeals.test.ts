import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openHouse } from '../../testing.ts'

type Body = Record<string, unknown>
type Who = CastName | 'other'

describe('appeals and cautions', async () => {
  const house = await openHouse()
  const one = async (table: string, name: string) =>
    (
      await house.rows<{ id: string }>(`select id from ${table} where county_id = $1 and name = $2`, [
        house.county,
        name,
      ])
    )[0]!.id
  const accountOf = async (name: string) =>
    (
      await house.rows<{ id: string }>(`select id from account where county_id = $1 and account_name = $2`, [
        house.county,
        name,
      ])
    )[0]!.id
  const hebailu = await one('member', '何白露')
  const [shimen, yunxi] = [await one('party_org', '石门村党支部'), await one('party_org', '云溪镇党委')]
  const han = await accountOf('hanhanlu')
  const meng = await accountOf('mengxiaoshu')
  const lu = await accountOf('luqingming')
  const zhou = await accountOf('zhouguyu')
  const codeOf = ({ status, body }: { status: number; body: Body }) =>
    status === 200 ? 'yes' : status === 409 ? (body.refusal as { code: string }).code : String(status)
  const facts = (body: string) => ({
    ...{ deciderName: '陆清明', body, decidedOn: '2026-11-02', proofOfServiceId: '签收单 3' },
    reason: '两次没有参加组织生活，经研究决定',
  })
  const warned = async () => {
    const { body } = await house.call('zhouguyu', 'warning.draft', {
      ...{
        memberId: hebailu,
        bodyOrgId: yunxi,
        facts: '两次没有到会也没有请假',
        standard: '按时参加组织生活',
      },
      ...{ requiredChange: '按时到会', helperName: '周谷雨' },
    })
    const { warningId } = body
    const served = await house.call('luqingming', 'warning.serve', {
      ...{ warningId, revision: 1, facts: facts('云溪镇党委') },
    })
    assert.equal(served.status, 200, JSON.stringify(served.body))
    return String(warningId)
  }
  const raise = (who: Who, id: string, words = '那两次请过假，有短信', kind = 'warning') =>
    house.call(who, 'appeal.raise', { subject: { kind, id }, words })
  const raised = async (id: string, kind = 'warning') => {
    const reply = await raise('hebailu', id, undefined, kind)
    assert.equal(reply.status, 200, JSON.stringify(reply.body))
    return String(reply.body.appealId)
  }
  const assign = (who: Who, appealId: string, accountId: string) =>
    house.call(who, 'appeal.assign', { appealId, accountId })
  const decide = (who: Who, appealId: string, upheld: boolean, answer = '查过请假短信，属实') =>
    house.call(who, 'appeal.decide', { appealId, upheld, answer })
  const stateOf = async (warningId: string) =>
    (await house.call('hebailu', 'warning.show', { warningId })).body.state

  it('R-214: only the member, in words, one at a time, and to a body that has not decided', async () => {
    const id = await warned()
    assert.equal(codeOf(await raise('hebailu', id, ' ')), 'appeal-empty')
    assert.equal(codeOf(await raise('hebailu', crypto.randomUUID())), '404')
    for (const who of ['qinlidong', 'zhouguyu', 'luqingming', 'hanhanlu', 'other'] as const)
      assert.equal(codeOf(await raise(who, id)), '404', who)
    const replies = await Promise.all([1, 2, 3].map(() => raise('hebailu', id)))
    assert.deepEqual(replies.map(codeOf).toSorted(), ['appeal-already-open', 'appeal-already-open', 'yes'])
    const reply = replies.find(({ status }) => status === 200)!
    assert.deepEqual([reply.body.bodyName, reply.body.dueOn], ['清源县委', '2026-12-01'])
    const { appealId } = reply.body
    const shown = (await house.call('hebailu', 'appeal.show', { appealId })).body
    assert.deepEqual(
      [shown.state, shown.level, shown.isLate, shown.may],
      ['received', 'county', false, ['withdraw']],
    )
    for (const [who, status] of [
      ['hanhanlu', 200],
      ['luqingming', 200],
      ['zhouguyu', 200],
      ['qinlidong', 404],
      ['shenliqiu', 404],
      ['taochunfen', 404],
      ['other', 404],
    ] as const)
      assert.equal((await house.call(who, 'appeal.show', { appealId })).status, status, who)
    const things = (await house.call('hanhanlu', 'message.things-to-do')).body.rows as Body[]
    assert.ok(things.some(({ kind, subjectId }) => kind === 'appeal.assign' && subjectId === appealId))
    assert.equal(codeOf(await house.call('zhouguyu', 'appeal.withdraw', { appealId })), '404')
    assert.equal(codeOf(await house.call('hebailu', 'appeal.withdraw', { appealId })), 'yes')
    assert.equal(codeOf(await house.call('hebailu', 'appeal.withdraw', { appealId })), 'appeal-wrong-state')
    assert.equal(await stateOf(id), 'noticed')
    const first = await house.call(
      'hebailu',
      'appeal.raise',
      { subject: { kind: 'warning', id }, words: '再说一次' },
      { key: 'appeal-1' },
    )
    const again = await house.call(
      'hebailu',
      'appeal.raise',
      { subject: { kind: 'warning', id }, words: '再说一次' },
      { key: 'appeal-1' },
    )
    assert.deepEqual(again.body, first.body)
  })

  it('R-216: who decided first does not decide, nor the member, nor a committee below; with an answer', async () => {
    const id = await warned()
    const appealId = await raised(id)
    const rows = (await house.call('hanhanlu', 'appeal.handlers', { appealId })).body.rows as Body[]
    assert.deepEqual(
      rows.map(({ name, barred }) => [name, barred]),
      [
        ['孟小暑', null],
        ['韩寒露', null],
      ],
    )
    assert.equal((await house.call('luqingming', 'appeal.handlers', { appealId })).status, 404)
    assert.equal(codeOf(await assign('luqingming', appealId, lu)), '404')
    assert.equal(codeOf(await assign('hanhanlu', appealId, lu)), 'appeal-handler-unknown')
    assert.equal(codeOf(await assign('hanhanlu', appealId, zhou)), 'appeal-handler-unknown')
    assert.equal(codeOf(await decide('hanhanlu', appealId, true)), 'appeal-wrong-state')
    assert.equal(codeOf(await assign('hanhanlu', appealId, meng)), 'yes')
    assert.equal(codeOf(await decide('hanhanlu', appealId, true)), 'appeal-not-handler')
    assert.equal(codeOf(await decide('luqingming', appealId, true)), 'appeal-person-decided-before')
    assert.equal(codeOf(await decide('hebailu', appealId, true)), 'appeal-own-matter')
    assert.equal(codeOf(await decide('qinlidong', appealId, true)), '404')
    assert.equal(codeOf(await decide('mengxiaoshu', appealId, true, ' ')), 'appeal-needs-answer')
    const replies = await Promise.all([1, 2].map(() => decide('mengxiaoshu', appealId, true)))
    assert.equal(replies.filter(({ status }) => status === 200).length, 1)
    assert.equal(await stateOf(id), 'lifted')
    const things = (await house.call('hebailu', 'message.things-to-do')).body.rows as Body[]
    assert.ok(things.some(({ kind, subjectId }) => kind === 'appeal.answered' && subjectId === appealId))
    const mine = (await house.call('hebailu', 'appeal.mine')).body.rows as Body[]
    assert.ok(mine.some((row) => row.id === appealId && row.state === 'upheld'))
    // Nothing is there any more to appeal against.
    assert.equal(codeOf(await raise('hebailu', id)), '404')
  })

  it('R-214: not upheld, it goes on above the county, to somebody who has not decided', async () => {
    const id = await warned()
    const appealId = await raised(id)
    assert.equal(
      codeOf(await house.call('hebailu', 'appeal.further', { appealId, words: '不服' })),
      'appeal-wrong-state',
    )
    await assign('hanhanlu', appealId, meng)
    assert.equal(codeOf(await decide('mengxiaoshu', appealId, false, '短信是事后补的')), 'yes')
    const shown = (await house.call('hebailu', 'appeal.show', { appealId })).body
    assert.deepEqual(shown.may, ['further'])
    assert.equal(
      codeOf(await house.call('hebailu', 'appeal.further', { appealId, words: ' ' })),
      'appeal-empty',
    )
    const on = await house.call('hebailu', 'appeal.further', { appealId, words: '请上一级再看' })
    assert.deepEqual([on.status, on.body.bodyName], [200, '清源县委的上一级党组织'])
    assert.equal(codeOf(await assign('hanhanlu', appealId, meng)), 'appeal-person-decided-before')
    assert.equal(codeOf(await assign('hanhanlu', appealId, han)), 'yes')
    assert.equal(codeOf(await decide('hanhanlu', appealId, false, '市里答复：维持')), 'yes')
    assert.equal(await stateOf(id), 'noticed')
  })

  it('R-338: the branch writes it down for a member, not for oneself; late ones are taken and marked, overdue ones told above', async () => {
    const id = await warned()
    house.at(new Date('2026-12-20T01:00:00Z'))
    const take = (who: Who) =>
      house.call(who, 'appeal.take', { subject: { kind: 'warning', id }, words: '本人来支部说：请过假' })
    assert.equal(codeOf(await take('qinlidong')), '404')
    assert.equal(codeOf(await take('shenliqiu')), '404')
    const reply = await take('zhouguyu')
    assert.equal(reply.status, 200, JSON.stringify(reply.body))
    const { appealId } = reply.body
    const shown = (await house.call('hebailu', 'appeal.show', { appealId })).body
    assert.deepEqual([shown.takenBy, shown.isLate], ['周谷雨', true])
    house.at(new Date('2027-03-20T01:00:00Z'))
    for (const [who, show, sees] of [
      ['hanhanlu', 'overdue', true],
      ['luqingming', 'open', true],
      ['taochunfen', 'open', false],
    ] as const) {
      const { body } = await house.call(who, 'appeal.list', { show })
      assert.equal(
        (body.rows as Body[]).some((row) => row.id === appealId),
        sees,
        who,
      )
    }
    assert.equal((await house.call('zhouguyu', 'appeal.list')).status, 403)
    await house.rows(
      `select steward_add_job('outcomes-remind', json_build_object('county', $1::text, 'accountId', null,
         'actorName', 'recurring', 'payload', '{}'::json), null, null)`,
      [house.county],
    )
    await house.runJobs()
    const things = (await house.call('hanhanlu', 'message.things-to-do')).body.rows as Body[]
    assert.ok(things.some(({ kind, subjectId }) => kind === 'appeal.overdue' && subjectId === appealId))
    house.at(new Date('2026-11-03T01:00:00Z'))
  })

  it('R-187, R-212: a caution stands beside a help plan, is served with the five facts, answered, ended, or falls by appeal', async () => {
    await house.rows(
      `insert into help_plan (county_id, id, member_id, party_org_id, year, gaps, measures, helper_names, from_on, until_on, state,
         made_by, made_by_account_id, made_on)
       values ($1, gen_random_uuid(), $2, $3, 2026, '承诺没做', '每月走访一次', '{周谷雨}', '2026-11-01', '2027-02-01', 'running', '周谷雨', $4, '2026-11-01')`,
      [house.county, hebailu, shimen, zhou],
    )
    const options = (await house.call('zhouguyu', 'caution.options', { memberId: hebailu })).body
    const helpPlanId = (options.plans as { id: string }[])[0]!.id
    assert.deepEqual(
      (options.bodies as Body[]).map(({ name }) => name),
      ['石门村党支部', '云溪镇党委', '清源县委'],
    )
    const draft = (who: Who, change: Body = {}) =>
      house.call(who, 'caution.draft', {
        ...{
          memberId: hebailu,
          bodyOrgId: shimen,
          helpPlanId,
          gaps: '三项承诺没有做',
          requiredChange: '每月做一件',
        },
        ...change,
      })
    for (const [who, change, code] of [
      ['zhouguyu', { gaps: '' }, 'reason-missing'],
      ['zhouguyu', { requiredChange: '' }, 'caution-part-missing'],
      ['zhouguyu', { helpPlanId: crypto.randomUUID() }, 'caution-plan-unknown'],
      ['zhouguyu', { bodyOrgId: crypto.randomUUID() }, 'outcome-body-not-competent'],
      ['hebailu', {}, '404'],
      ['shenliqiu', {}, '404'],
      ['other', {}, '404'],
    ] as const)
      assert.equal(codeOf(await draft(who, change)), code, JSON.stringify(change))
    const { body } = await draft('zhouguyu')
    const cautionId = String(body.cautionId)
    assert.deepEqual(body.number, { issuer: '石门村党支部警示', year: 2026, number: 1 })
    assert.equal((await house.call('hebailu', 'caution.show', { cautionId })).status, 404)
    const serve = (who: Who, change: Body = {}, revision = 1) =>
      house.call(who, 'caution.serve', {
        cautionId,
        revision,
        facts: { ...facts('石门村党支部委员会'), ...change },
      })
    assert.equal(codeOf(await serve('zhouguyu', { proofOfServiceId: null })), 'adverse-state-needs-proof')
    assert.equal(codeOf(await serve('qinlidong')), '404')
    assert.equal(codeOf(await serve('zhouguyu', {}, 4)), 'outcome-changed-since')
    assert.equal(codeOf(await serve('zhouguyu')), 'yes')
    assert.equal(codeOf(await serve('zhouguyu', {}, 2)), 'caution-wrong-state')
    const answer = (who: Who, words: string) =>
      house.call(who, 'caution.answer', { cautionId, answer: words })
    assert.equal(codeOf(await answer('hebailu', ' ')), 'caution-answer-empty')
    assert.equal(codeOf(await answer('zhouguyu', 'x')), '403')
    assert.equal(codeOf(await answer('hebailu', '有两项做了没有报')), 'yes')
    const take = (who: Who) => house.call(who, 'caution.take-answer', { cautionId, answer: '当面又说了一遍' })
    assert.equal(codeOf(await take('hebailu')), '403')
    assert.equal(codeOf(await take('shenliqiu')), '404')
    assert.equal(codeOf(await take('zhouguyu')), 'yes')
    assert.equal(
      (await house.call('hebailu', 'caution.show', { cautionId })).body.answer,
      '有两项做了没有报\n当面又说了一遍',
    )
    assert.equal((await house.call('hebailu', 'caution.file', { cautionId })).status, 200)
    assert.equal((await house.call('qinlidong', 'caution.file', { cautionId })).status, 404)
    const appealId = await raised(cautionId, 'caution')
    // A caution of the branch is looked at by the committee above it.
    const shown = (await house.call('hebailu', 'appeal.show', { appealId })).body
    assert.deepEqual([shown.level, shown.bodyName], ['baseCommittee', '云溪镇党委'])
    assert.equal(codeOf(await assign('luqingming', appealId, lu)), 'yes')
    assert.equal(codeOf(await decide('luqingming', appealId, true, '两项做了，补报属实')), 'yes')
    const after = (await house.call('hebailu', 'caution.show', { cautionId })).body
    assert.deepEqual([after.state, (after.ended as Body).words], ['ended', '申诉成立：两项做了，补报属实'])
    const second = String((await draft('zhouguyu')).body.cautionId)
    await house.call('zhouguyu', 'caution.serve', {
      cautionId: second,
      revision: 1,
      facts: facts('石门村党支部委员会'),
    })
    const end = (who: Who, reason: string) =>
      house.call(who, 'caution.end', { cautionId: second, revision: 2, reason })
    assert.equal(codeOf(await end('hebailu', 'x')), '403')
    assert.equal(codeOf(await end('zhouguyu', ' ')), 'caution-needs-reason')
    assert.equal(codeOf(await end('zhouguyu', '三项都补上了')), 'yes')
    for (const [who, sees] of [
      ['zhouguyu', true],
      ['luqingming', true],
      ['shenliqiu', false],
    ] as const) {
      const rows = (await house.call(who, 'caution.list')).body.rows as Body[]
      assert.equal(rows.length > 0, sees, who)
    }
    assert.equal((await house.call('hebailu', 'caution.list')).status, 403)
    assert.equal(((await house.call('hebailu', 'caution.mine')).body.rows as Body[]).length, 2)
  })
})
