import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openHouse } from '../../testing.ts'

type Body = Record<string, unknown>

describe('deductions', async () => {
  const house = await openHouse()
  const idOf = async (name: string) =>
    (
      await house.rows<{ id: string }>('select id from member where county_id = $1 and name = $2', [
        house.county,
        name,
      ])
    )[0]!.id
  const [hebailu, hanliqiu, zhou] = [await idOf('何白露'), await idOf('韩立秋'), await idOf('周谷雨')]
  const withoutPhone = (
    await house.rows<{ id: string }>(
      `select m.id from member m join member z on z.county_id = m.county_id and z.id = $2 and z.party_org_id = m.party_org_id
       where m.county_id = $1 and m.category <> 'retiredMember' and m.membership_kind = 'full' and m.state = 'active'
         and not exists (select 1 from account a where a.member_id = m.id)
         and not exists (select 1 from member_tag g where g.member_id = m.id) limit 1`,
      [house.county, zhou],
    )
  )[0]!.id
  const codeOf = ({ status, body }: { status: number; body: Body }) =>
    status === 200 ? 'yes' : status === 409 ? (body.refusal as { code: string }).code : String(status)
  const proposal = (change: Body = {}): Body => ({
    memberId: hebailu,
    itemCode: 'task-dropped',
    deedOn: '2026-11-02',
    facts: '10 月 20 日认领清渠任务，没有去，也没有说明',
    chosen: 100,
    evidence: [{ kind: 'paper', note: '任务单' }],
    ...change,
  })
  const propose = async (who: CastName | 'other' = 'zhouguyu', change: Body = {}) =>
    await house.call(who, 'deduction.propose', proposal(change))
  const proposed = async (change: Body = {}) => {
    const reply = await propose('zhouguyu', change)
    assert.equal(reply.status, 200, JSON.stringify(reply.body))
    return String(reply.body.deductionId)
  }
  const call = async (who: CastName | 'other', verb: string, deductionId: string, more: Body = {}) =>
    await house.call(who, `deduction.${verb}`, { deductionId, ...more })
  const reason = '说明不属实，按办法扣 1 分'
  // Something to take from: the floor is zero.
  const earn = async () => {
    const input = {
      deviceKey: `earn-${crypto.randomUUID()}`,
      target: { kind: 'item', itemCode: 'village-work' },
      quantity: 400,
    }
    const { body } = await house.call('hebailu', 'claim.submit', input)
    const reply = await house.call('zhouguyu', 'claim.approve', { claimId: body.claimId, revision: 1 })
    assert.equal(reply.status, 200)
  }
  await earn()

  it('R-249: only what the scheme lists, with facts and evidence, of the own branch, and nothing the principles forbid', async () => {
    const options = (await house.call('zhouguyu', 'deduction.options', { memberId: hebailu })).body
    assert.deepEqual(
      (options.items as Body[]).map(({ code }) => code),
      ['task-dropped', 'village-rule'],
    )
    for (const [who, change, code] of [
      ['zhouguyu', { itemCode: 'village-work' }, 'deduction-not-listed'],
      ['zhouguyu', { itemCode: 'nothing' }, 'deduction-not-listed'],
      ['zhouguyu', { facts: '没去' }, 'deduction-needs-facts'],
      ['zhouguyu', { evidence: [] }, 'deduction-needs-evidence'],
      ['zhouguyu', { facts: '因为上访反映问题，造成不好的影响' }, 'deduction-against-policy'],
      ['zhouguyu', { chosen: null }, 'deduction-value-out-of-range'],
      ['zhouguyu', { chosen: 500 }, 'deduction-value-out-of-range'],
      ['zhouguyu', { deedOn: '2026-11-04' }, 'deduction-in-future'],
      ['zhouguyu', { memberId: zhou }, 'deduction-own'],
      ['zhouguyu', { evidence: [{ kind: 'paper', fileId: crypto.randomUUID() }] }, 'claim-file-unknown'],
      ['zhouguyu', { memberId: hanliqiu }, '404'],
      ['hebailu', {}, '404'],
      ['luqingming', {}, '404'],
      ['other', {}, '404'],
    ] as const) {
      assert.equal(codeOf(await propose(who, change)), code, JSON.stringify(change))
    }
    assert.equal((await house.call('shenliqiu', 'deduction.options', { memberId: hebailu })).status, 404)
  })

  it('R-249: told, answered, decided by somebody else, and only then one line', async () => {
    const id = await proposed()
    assert.equal(codeOf(await call('luqingming', 'impose', id, { reason })), 'deduction-wrong-state')
    assert.equal(codeOf(await call('shenliqiu', 'tell', id, { how: 'screen' })), '404')
    assert.equal(codeOf(await call('luqingming', 'tell', id, { how: 'screen' })), '403')
    const told = await call('zhouguyu', 'tell', id, { how: 'screen' })
    assert.deepEqual(told.body, { answerUntilOn: '2026-11-10' })
    assert.equal(codeOf(await call('zhouguyu', 'tell', id, { how: 'screen' })), 'deduction-wrong-state')
    const things = (await house.call('hebailu', 'message.things-to-do')).body.rows as Body[]
    assert.ok(
      things.some(
        (thing) =>
          thing.kind === 'deduction.answer' && thing.subjectId === id && thing.dueOn === '2026-11-10',
      ),
    )
    assert.equal(codeOf(await call('luqingming', 'impose', id, { reason })), 'deduction-time-to-answer')
    assert.equal(codeOf(await call('hanliqiu', 'answer', id, { answer: '那天下雨' })), '404')
    assert.equal(codeOf(await call('hebailu', 'answer', id, { answer: ' ' })), 'deduction-answer-empty')
    assert.equal(codeOf(await call('hebailu', 'answer', id, { answer: '那天下雨' })), 'yes')
    assert.equal(codeOf(await call('hebailu', 'answer', id, { answer: '第二天补了' })), 'yes')
    const left = (await house.call('hebailu', 'message.things-to-do')).body.rows as Body[]
    assert.ok(!left.some(({ subjectId }) => subjectId === id))
    const decide = (await house.call('luqingming', 'message.things-to-do')).body.rows as Body[]
    assert.ok(decide.some(({ kind, subjectId }) => kind === 'deduction.decide' && subjectId === id))
    assert.equal(codeOf(await call('zhouguyu', 'impose', id, { reason })), 'deduction-own-proposal')
    assert.equal(codeOf(await call('hebailu', 'impose', id, { reason })), '403')
    assert.equal(codeOf(await call('luqingming', 'impose', id, { reason: '' })), 'deduction-needs-reason')
    const imposed = await call('luqingming', 'impose', id, { reason })
    assert.deepEqual((imposed.body.award as Body).credited, -100, JSON.stringify(imposed.body))
    assert.equal(codeOf(await call('luqingming', 'impose', id, { reason })), 'deduction-wrong-state')
    const lines = await house.rows<Body>(
      `select kind, term, credited, reason from ledger_entry where county_id = $1 and source_kind = 'deduction' and source_id = $2`,
      [house.county, id],
    )
    assert.deepEqual(lines, [{ kind: 'deduction', term: 'deductions', credited: -100, reason }])
    const shown = (await call('hebailu', 'show', id)).body
    assert.equal(shown.answer, '那天下雨\n第二天补了')
    assert.deepEqual(
      (shown.steps as Body[]).map(({ move, by }) => [move, by]),
      [
        ['propose', '周谷雨'],
        ['tell', '周谷雨'],
        ['answer', '何白露'],
        ['answer', '何白露'],
        ['impose', '陆清明'],
      ],
    )
  })

  it('R-338: a member without a phone is told and heard in person; without an answer the time has to pass', async () => {
    const id = await proposed({ memberId: withoutPhone })
    assert.equal(codeOf(await call('zhouguyu', 'tell', id, { how: 'screen' })), 'deduction-no-screen')
    assert.equal(codeOf(await call('zhouguyu', 'tell', id, { how: 'inPerson' })), 'yes')
    const things = (await house.call('zhouguyu', 'message.things-to-do')).body.rows as Body[]
    assert.ok(things.some(({ kind, subjectId }) => kind === 'deduction.hear' && subjectId === id))
    assert.equal(codeOf(await call('hebailu', 'take-answer', id, { answer: 'x' })), '404')
    assert.equal(codeOf(await call('luqingming', 'take-answer', id, { answer: 'x' })), '403')
    house.at(new Date('2026-11-10T01:00:00Z'))
    assert.equal(codeOf(await call('luqingming', 'impose', id, { reason })), 'deduction-time-to-answer')
    house.at(new Date('2026-11-11T01:00:00Z'))
    const ripe = (await house.call('luqingming', 'deduction.list', { show: 'ripe' })).body
    assert.ok((ripe.rows as Body[]).some((row) => row.id === id && row.ripe === true))
    await house.rows(
      `select steward_add_job('claims-ripen-deductions', json_build_object('county', $1::text, 'accountId', null,
         'actorName', 'recurring', 'payload', '{}'::json), null, null)`,
      [house.county],
    )
    await house.runJobs()
    const toDecide = (await house.call('luqingming', 'message.things-to-do')).body.rows as Body[]
    assert.ok(toDecide.some(({ kind, subjectId }) => kind === 'deduction.decide' && subjectId === id))
    assert.equal(
      codeOf(await call('zhouguyu', 'take-answer', id, { answer: '当天摔伤了腿，托人说过' })),
      'yes',
    )
    const imposed = await call('luqingming', 'impose', id, { reason })
    // Nothing was earned, so nothing is taken.
    assert.deepEqual(
      [(imposed.body.award as Body).credited, (imposed.body.award as { limit: Body }).limit.by],
      [0, 'floor'],
    )
    house.at(new Date('2026-11-03T01:00:00Z'))
  })

  it('dropped, it leaves nothing; who proposed it may drop it, others of the branch too, with the reason', async () => {
    const id = await proposed()
    assert.equal(codeOf(await call('zhouguyu', 'drop', id, { reason: ' ' })), 'deduction-needs-reason')
    assert.equal(codeOf(await call('hebailu', 'drop', id, { reason: 'x' })), '403')
    assert.equal(codeOf(await call('shenliqiu', 'drop', id, { reason: 'x' })), '404')
    assert.equal(codeOf(await call('zhouguyu', 'drop', id, { reason: '核实过，去了' })), 'yes')
    assert.equal(codeOf(await call('luqingming', 'drop', id, { reason: 'x' })), 'deduction-wrong-state')
    const [none] = await house.rows<{ count: number }>(
      `select count(*)::int as count from ledger_entry where source_id = $1`,
      [id],
    )
    assert.equal(none?.count, 0)
  })

  it('two decisions at once are one', async () => {
    const id = await proposed()
    await call('zhouguyu', 'tell', id, { how: 'paper' })
    await call('hebailu', 'answer', id, { answer: '去晚了' })
    const replies = await Promise.all([
      call('luqingming', 'impose', id, { reason }),
      call('luqingming', 'drop', id, { reason }),
      call('luqingming', 'impose', id, { reason }),
    ])
    assert.equal(replies.filter(({ status }) => status === 200).length, 1)
    const [lines] = await house.rows<{ count: number }>(
      `select count(*)::int as count from ledger_entry where source_id = $1`,
      [id],
    )
    assert.ok((lines?.count ?? 2) <= 1)
  })

  it('R-215: the member sees each at once, the branch and those above theirs, others none', async () => {
    const id = await proposed()
    const mine = (await house.call('hebailu', 'deduction.mine')).body.rows as Body[]
    assert.ok(mine.some((row) => row.id === id && row.state === 'proposed'))
    assert.deepEqual((await house.call('hanliqiu', 'deduction.mine')).body.rows, [])
    for (const [who, status] of [
      ['hebailu', 200],
      ['zhouguyu', 200],
      ['luqingming', 200],
      ['hanhanlu', 200],
      ['qinlidong', 404],
      ['shenliqiu', 404],
      ['taochunfen', 404],
      ['other', 404],
    ] as const)
      assert.equal((await call(who, 'show', id)).status, status, who)
    for (const [who, sees] of [
      ['zhouguyu', true],
      ['luqingming', true],
      ['hanhanlu', true],
      ['shenliqiu', false],
      ['taochunfen', false],
    ] as const) {
      const { body } = await house.call(who, 'deduction.list')
      assert.equal(
        (body.rows as Body[]).some((row) => row.id === id),
        sees,
        who,
      )
    }
    assert.equal((await house.call('hebailu', 'deduction.list')).status, 403)
    assert.equal((await house.call('zhouguyu', 'deduction.list')).body.mayPropose, true)
  })

  it('one key is one proposal', async () => {
    const first = await house.call('zhouguyu', 'deduction.propose', proposal(), { key: 'propose-1' })
    const again = await house.call('zhouguyu', 'deduction.propose', proposal(), { key: 'propose-1' })
    assert.deepEqual(again.body, first.body)
  })

  it('R-218: an upheld objection reverses the line, and nothing is taken off', async () => {
    const id = await proposed()
    await call('zhouguyu', 'tell', id, { how: 'screen' })
    await call('hebailu', 'answer', id, { answer: '我去了，有照片' })
    await call('luqingming', 'impose', id, { reason })
    const raised = await house.call('hebailu', 'objection.raise', {
      subject: { kind: 'deduction', id },
      text: '照片在群里，可以查',
    })
    assert.equal(raised.status, 200, JSON.stringify(raised.body))
    const { objectionId } = raised.body
    const handlers = (await house.call('zhouguyu', 'objection.handlers', { objectionId })).body.rows as Body[]
    const barred = new Map(handlers.map(({ name, barred: why }) => [name, why]))
    assert.equal(barred.get('周谷雨'), 'objection-decided-before')
    const qin = (
      await house.rows<{ id: string }>(
        `select id from account where county_id = $1 and account_name = 'qinlidong'`,
        [house.county],
      )
    )[0]!.id
    const [branch] = await house.rows<{ id: string }>(
      `select id from party_org where county_id = $1 and name = '石门村党支部'`,
      [house.county],
    )
    await house.call('fengdahan', 'access.grant', {
      ...{ accountId: qin, role: 'branch-committee', orgId: branch?.id, fromOn: '2026-11-01', untilOn: null },
    })
    const assigned = await house.call('zhouguyu', 'objection.assign', { objectionId, accountId: qin })
    assert.equal(assigned.status, 200, JSON.stringify(assigned.body))
    const decided = await house.call('qinlidong', 'objection.decide', {
      ...{ objectionId, upheld: true, answer: '照片核实，扣错了' },
    })
    assert.equal(decided.status, 200, JSON.stringify(decided.body))
    const [sum] = await house.rows<{ sum: number; lines: number }>(
      `select sum(credited)::int as sum, count(*)::int as lines from ledger_entry e where e.county_id = $1
         and (e.source_id = $2 or e.refers_to in (select id from ledger_entry f where f.county_id = $1 and f.source_id = $2))`,
      [house.county, id],
    )
    assert.deepEqual(sum, { sum: 0, lines: 2 })
    const shown = (await call('hebailu', 'show', id)).body
    assert.deepEqual([shown.state, shown.decidedBy, shown.entryId], ['dropped', '秦立冬', null])
  })
})
