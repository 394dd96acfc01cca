import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openHouse } from '../../testing.ts'

type Body = Record<string, unknown>
type Who = CastName | 'other'

describe('warnings', async () => {
  const house = await openHouse()
  const one = async (table: string, name: string) =>
    (
      await house.rows<{ id: string }>(`select id from ${table} where county_id = $1 and name = $2`, [
        house.county,
        name,
      ])
    )[0]!.id
  const [hebailu, hanliqiu, zhou] = await Promise.all(
    ['何白露', '韩立秋', '周谷雨'].map((name) => one('member', name)),
  )
  const [yunxi, county, liuwan] = await Promise.all(
    ['云溪镇党委', '清源县委', '柳湾镇党委'].map((name) => one('party_org', name)),
  )
  const codeOf = ({ status, body }: { status: number; body: Body }) =>
    status === 200 ? 'yes' : status === 409 ? (body.refusal as { code: string }).code : String(status)
  const draft = (change: Body = {}): Body => ({
    memberId: hebailu,
    bodyOrgId: yunxi,
    facts: '九月和十月两次组织生活会没有到会，也没有请假',
    standard: '党员教育管理工作条例：按时参加组织生活',
    requiredChange: '从十一月起按时参加组织生活，去不了先说一声',
    helperName: '周谷雨',
    changeBy: '2027-02-03',
    ...change,
  })
  const facts = (change: Body = {}): Body => ({
    deciderName: '陆清明',
    body: '云溪镇党委',
    decidedOn: '2026-11-02',
    reason: '两次没有参加组织生活，经镇党委研究决定预警',
    proofOfServiceId: '签收单 2026-1',
    ...change,
  })
  const drafted = async (change: Body = {}, who: Who = 'zhouguyu') => {
    const reply = await house.call(who, 'warning.draft', draft(change))
    assert.equal(reply.status, 200, JSON.stringify(reply.body))
    return String(reply.body.warningId)
  }
  const show = async (who: Who, warningId: string) => await house.call(who, 'warning.show', { warningId })
  const step = async (who: Who, verb: string, warningId: string, more: Body = {}) => {
    const { revision } = (await show('hanhanlu', warningId)).body
    return await house.call(who, `warning.${verb}`, { warningId, revision, ...more })
  }
  const served = async (change: Body = {}) => {
    const id = await drafted(change)
    const reply = await step('luqingming', 'serve', id, { facts: facts() })
    assert.equal(reply.status, 200, JSON.stringify(reply.body))
    return id
  }
  const thingsOf = async (who: Who, id: string) =>
    ((await house.call(who, 'message.things-to-do')).body.rows as Body[])
      .filter(({ subjectId }) => subjectId === id)
      .map(({ kind }) => kind)

  it('R-268: a draft names facts, standard, change, helper and day; only in the own reach and never about oneself', async () => {
    for (const [who, change, code] of [
      ['zhouguyu', { facts: '' }, 'warning-part-missing'],
      ['zhouguyu', { standard: ' ' }, 'warning-part-missing'],
      ['zhouguyu', { requiredChange: '' }, 'warning-part-missing'],
      ['zhouguyu', { helperName: '' }, 'warning-part-missing'],
      ['zhouguyu', { changeBy: '2026-11-03' }, 'warning-change-date-past'],
      ['zhouguyu', { colour: 'orange' }, 'warning-needs-grave-reason'],
      ['zhouguyu', { facts: '因病两次没有参加活动' }, 'reason-against-policy'],
      ['zhouguyu', { bodyOrgId: liuwan }, 'outcome-body-not-competent'],
      ['zhouguyu', { entryId: crypto.randomUUID() }, 'warning-rests-on-nothing'],
      ['zhouguyu', { memberId: zhou }, 'warning-own-case'],
      ['zhouguyu', { memberId: hanliqiu }, '404'],
      ['hebailu', {}, '404'],
      ['taochunfen', {}, '404'],
      ['other', {}, '404'],
    ] as const)
      assert.equal(
        codeOf(await house.call(who, 'warning.draft', draft(change))),
        code,
        JSON.stringify(change),
      )
    const first = await house.call('zhouguyu', 'warning.draft', draft(), { key: 'warn-1' })
    const again = await house.call('zhouguyu', 'warning.draft', draft(), { key: 'warn-1' })
    assert.deepEqual(again.body, first.body)
    assert.deepEqual(first.body.number, { issuer: '云溪镇党委预警', year: 2026, number: 1 })
    const { warningId } = first.body
    // Nobody sees a draft about themself.
    assert.equal((await show('hebailu', String(warningId))).status, 404)
    const anew = await house.call('zhouguyu', 'warning.draft', draft({ warningId, helperName: '沈立秋' }))
    assert.deepEqual(anew.body.number, first.body.number)
    assert.equal((await show('zhouguyu', String(warningId))).body.helperName, '沈立秋')
    assert.equal(codeOf(await house.call('hebailu', 'warning.drop', { warningId })), '404')
    assert.equal(codeOf(await house.call('zhouguyu', 'warning.drop', { warningId })), 'yes')
    assert.equal((await show('zhouguyu', String(warningId))).status, 404)
  })

  it('two drafts at once have two numbers', async () => {
    const replies = await Promise.all([1, 2, 3].map(() => house.call('zhouguyu', 'warning.draft', draft())))
    const numbers = replies.map(({ body }) => (body.number as { number: number }).number)
    assert.equal(new Set(numbers).size, 3)
    for (const { body } of replies)
      await house.call('zhouguyu', 'warning.drop', { warningId: body.warningId })
  })

  it('R-212: it takes effect with the five facts, entered by the competent body and nobody else', async () => {
    const id = await drafted()
    for (const [who, change, code] of [
      ['luqingming', { deciderName: '' }, 'adverse-state-needs-decider'],
      ['luqingming', { body: '' }, 'adverse-state-needs-body'],
      ['luqingming', { decidedOn: null }, 'adverse-state-needs-date'],
      ['luqingming', { decidedOn: '2026-11-04' }, 'state-date-in-future'],
      ['luqingming', { reason: '' }, 'adverse-state-needs-reason'],
      ['luqingming', { proofOfServiceId: null }, 'adverse-state-needs-proof'],
      ['zhouguyu', {}, '403'],
      ['hebailu', {}, '404'],
      ['shenliqiu', {}, '404'],
      ['taochunfen', {}, '404'],
      ['other', {}, '404'],
    ] as const)
      assert.equal(
        codeOf(await step(who, 'serve', id, { facts: facts(change) })),
        code,
        `${who} ${JSON.stringify(change)}`,
      )
    const stale = await house.call('luqingming', 'warning.serve', {
      warningId: id,
      revision: 7,
      facts: facts(),
    })
    assert.equal(codeOf(stale), 'outcome-changed-since')
    const replies = await Promise.all([1, 2].map(() => step('luqingming', 'serve', id, { facts: facts() })))
    assert.deepEqual(replies.map(codeOf).toSorted(), ['outcome-changed-since', 'yes'])
    const mine = (await house.call('hebailu', 'warning.mine')).body.rows as Body[]
    assert.deepEqual(
      mine.map((row) => [row.id, row.state]),
      [[id, 'noticed']],
    )
    assert.deepEqual(await thingsOf('hebailu', id), ['warning.read'])
    assert.deepEqual(await thingsOf('zhouguyu', id), ['warning.talk'])
    const [paper] = await house.rows<{ value: { title: string } }>(
      'select value from served_paper where subject_id = $1',
      [id],
    )
    assert.equal(paper?.value.title, '预警通知书')
  })

  it('R-266, R-268, R-213: notice, answer, talk, change confirmed by somebody else', async () => {
    const id = await served()
    assert.equal(codeOf(await step('hanliqiu', 'answer', id, { answer: '那天下雨' })), '404')
    assert.equal(codeOf(await step('zhouguyu', 'answer', id, { answer: '那天下雨' })), '403')
    assert.equal(codeOf(await step('hebailu', 'answer', id, { answer: ' ' })), 'warning-answer-empty')
    assert.equal(codeOf(await step('hebailu', 'answer', id, { answer: '家里收玉米' })), 'yes')
    assert.equal(codeOf(await step('zhouguyu', 'take-answer', id, { answer: '当面又说了一遍' })), 'yes')
    assert.equal(codeOf(await step('hebailu', 'take-answer', id, { answer: 'x' })), '403')
    assert.deepEqual(await thingsOf('luqingming', id), ['warning.answered'])
    assert.deepEqual(await thingsOf('hebailu', id), [])
    assert.equal(
      codeOf(await step('zhouguyu', 'explain-no-talk', id, { reason: ' ' })),
      'warning-needs-reason',
    )
    assert.equal(
      codeOf(await step('zhouguyu', 'explain-no-talk', id, { reason: '人在外地，月底回来' })),
      'yes',
    )
    assert.equal((await show('zhouguyu', id)).body.noTalkFor, '人在外地，月底回来')
    assert.equal(codeOf(await step('zhouguyu', 'talk', id, { words: '' })), 'warning-talk-empty')
    assert.equal(codeOf(await step('hebailu', 'talk', id, { words: 'x' })), '403')
    assert.equal(codeOf(await step('shenliqiu', 'talk', id, { words: 'x' })), '404')
    assert.equal(
      codeOf(await step('zhouguyu', 'talk', id, { words: '讲清了要求，本人答应下月起到会' })),
      'yes',
    )
    assert.equal(
      codeOf(await step('zhouguyu', 'explain-no-talk', id, { reason: '晚了' })),
      'warning-talked-already',
    )
    assert.equal(codeOf(await step('zhouguyu', 'confirm-change', id, { words: '到会了' })), '403')
    assert.equal(
      codeOf(await step('luqingming', 'confirm-change', id, { words: ' ' })),
      'warning-needs-reason',
    )
    assert.equal(
      codeOf(await step('luqingming', 'confirm-change', id, { words: '十一月、十二月都到会' })),
      'yes',
    )
    const shown = (await show('hebailu', id)).body
    assert.deepEqual(
      [shown.state, (shown.ended as Body).words, shown.answer],
      ['changed', '十一月、十二月都到会', '家里收玉米\n当面又说了一遍'],
    )
    assert.deepEqual(
      (shown.steps as Body[]).map(({ step: name, by }) => [name, by]),
      [
        ['draft', '周谷雨'],
        ['serve', '陆清明'],
        ['answer', '何白露'],
        ['takeAnswer', '周谷雨'],
        ['explainNoTalk', '周谷雨'],
        ['talk', '周谷雨'],
        ['confirm', '陆清明'],
      ],
    )
    assert.deepEqual(shown.may, [])
    assert.equal(codeOf(await step('hebailu', 'answer', id, { answer: 'x' })), 'warning-wrong-state')
  })

  it('S-222, R-262: a measure only after notice and talk, past the day, by decision with a document', async () => {
    const id = await served()
    const measure = (change: Body = {}, five: Body = {}) => ({
      ...{ kind: 'movePost', document: '清组干〔2027〕3号', bodyOrgId: county, ...change },
      facts: facts({ deciderName: '韩寒露', body: '清源县委', decidedOn: '2027-02-08', ...five }),
    })
    assert.equal(codeOf(await step('hanhanlu', 'measure', id, measure())), 'warning-needs-talk-first')
    assert.equal(codeOf(await step('zhouguyu', 'talk', id, { words: '谈过，本人表示会改' })), 'yes')
    assert.equal(codeOf(await step('hanhanlu', 'measure', id, measure())), 'warning-change-date-running')
    house.at(new Date('2027-02-10T01:00:00Z'))
    for (const [who, change, five, code] of [
      ['hanhanlu', { document: '' }, {}, 'warning-needs-document'],
      ['hanhanlu', { bodyOrgId: liuwan }, {}, 'outcome-body-not-competent'],
      ['hanhanlu', {}, { proofOfServiceId: '' }, 'adverse-state-needs-proof'],
      ['zhouguyu', {}, {}, '403'],
      ['hebailu', {}, {}, '403'],
      ['taochunfen', {}, {}, '404'],
      ['hanhanlu', {}, {}, 'yes'],
      ['hanhanlu', {}, {}, 'warning-wrong-state'],
    ] as const)
      assert.equal(
        codeOf(await step(who, 'measure', id, measure(change, five))),
        code,
        `${who} ${JSON.stringify(change)}`,
      )
    const shown = (await show('hebailu', id)).body
    assert.deepEqual([shown.state, (shown.measure as Body).document], ['measured', '清组干〔2027〕3号'])
    assert.ok((shown.may as string[]).includes('appealMeasure'))
    assert.equal(codeOf(await step('zhouguyu', 'lift', id, { reason: '查清了' })), '403')
    assert.equal(codeOf(await step('luqingming', 'lift', id, { reason: '查清了，事情不是本人做的' })), 'yes')
    house.at(new Date('2026-11-03T01:00:00Z'))
  })

  it('R-217: what rests on a grade under appeal, or is under appeal itself, goes no further', async () => {
    const id = await served()
    assert.equal(codeOf(await step('zhouguyu', 'talk', id, { words: '谈过，本人有不同看法' })), 'yes')
    const raised = await house.call('hebailu', 'appeal.raise', {
      subject: { kind: 'warning', id },
      words: '那两次请过假，有短信',
    })
    assert.equal(raised.status, 200, JSON.stringify(raised.body))
    house.at(new Date('2027-02-10T01:00:00Z'))
    const measured = await step('hanhanlu', 'measure', id, {
      ...{ kind: 'movePost', document: '清组干〔2027〕4号', bodyOrgId: county },
      facts: facts({ decidedOn: '2027-02-08' }),
    })
    assert.equal(codeOf(measured), 'adverse-state-disputed')
    assert.equal((await show('zhouguyu', id)).body.disputed, true)
    house.at(new Date('2026-11-03T01:00:00Z'))
  })

  it('R-211: the member, who handles it and nobody else read it, each read is written, and lists leave it out', async () => {
    const id = await served()
    for (const [who, status] of [
      ['hebailu', 200],
      ['zhouguyu', 200],
      ['luqingming', 200],
      ['hanhanlu', 200],
      ['qinlidong', 404],
      ['shenliqiu', 404],
      ['taochunfen', 404],
      ['other', 404],
    ] as const) {
      assert.equal((await show(who, id)).status, status, who)
      assert.equal((await house.call(who, 'warning.file', { warningId: id })).status, status, who)
    }
    const readings = await house.rows<{ name: string; what: string }>(
      `select reader_name as name, what from outcome_reading where subject_id = $1 order by read_at, id`,
      [id],
    )
    assert.deepEqual([...new Set(readings.map(({ name }) => name))].toSorted(), [
      '周谷雨',
      '陆清明',
      '韩寒露',
    ])
    assert.ok(readings.some(({ what }) => what === 'file'))
    for (const [who, sees] of [
      ['zhouguyu', true],
      ['luqingming', true],
      ['shenliqiu', false],
      ['taochunfen', false],
    ] as const) {
      const { body } = await house.call(who, 'warning.list', { show: 'all' })
      assert.equal(
        (body.rows as Body[]).some((row) => row.id === id),
        sees,
        who,
      )
    }
    assert.equal((await house.call('hebailu', 'warning.list')).status, 403)
    assert.equal((await house.call('zhouguyu', 'warning.options', { memberId: hanliqiu })).status, 404)
    const options = (await house.call('zhouguyu', 'warning.options', { memberId: hebailu })).body
    assert.deepEqual(
      (options.bodies as Body[]).map(({ name }) => name),
      ['云溪镇党委', '清源县委'],
    )
  })

  it('R-212: the reminder opens things to do and moves nothing', async () => {
    const id = await served()
    house.at(new Date('2027-01-30T01:00:00Z'))
    for (const _ of [1, 2]) {
      await house.rows(
        `select steward_add_job('outcomes-remind', json_build_object('county', $1::text, 'accountId', null,
           'actorName', 'recurring', 'payload', '{}'::json), null, null)`,
        [house.county],
      )
      await house.runJobs()
    }
    assert.deepEqual(await thingsOf('luqingming', id), ['warning.confirm'])
    assert.equal((await show('luqingming', id)).body.state, 'noticed')
    house.at(new Date('2026-11-03T01:00:00Z'))
  })
})
