import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openHouse } from '../../testing.ts'

type Body = Record<string, unknown>
type Who = CastName | 'other'

describe('tolerance', async () => {
  const house = await openHouse()
  const one = async (table: string, name: string) =>
    (
      await house.rows<{ id: string }>(`select id from ${table} where county_id = $1 and name = $2`, [
        house.county,
        name,
      ])
    )[0]!.id
  const [hebailu, hanliqiu] = await Promise.all(['何白露', '韩立秋'].map((name) => one('member', name)))
  const [yunxi, county, liuwan] = await Promise.all(
    ['云溪镇党委', '清源县委', '柳湾镇党委'].map((name) => one('party_org', name)),
  )
  const codeOf = ({ status, body }: { status: number; body: Body }) =>
    status === 200 ? 'yes' : status === 409 ? (body.refusal as { code: string }).code : String(status)

  // Something to take from, and deductions that are imposed the ordinary way.
  const input = {
    ...{ deviceKey: 'earn-tolerance', target: { kind: 'item', itemCode: 'village-work' }, quantity: 400 },
  }
  const { claimId } = (await house.call('hebailu', 'claim.submit', input)).body
  await house.call('zhouguyu', 'claim.approve', { claimId, revision: 1 })
  const deduct = async () => {
    const proposed = await house.call('zhouguyu', 'deduction.propose', {
      ...{ memberId: hebailu, itemCode: 'task-dropped', deedOn: '2026-11-02', chosen: 100 },
      ...{ facts: '认领的清渠任务换了新办法，没有按期完成', evidence: [{ kind: 'paper', note: '任务单' }] },
    })
    const { deductionId } = proposed.body
    await house.call('zhouguyu', 'deduction.tell', { deductionId, how: 'screen' })
    await house.call('hebailu', 'deduction.answer', { deductionId, answer: '试了新的清淤办法，慢了几天' })
    const imposed = await house.call('luqingming', 'deduction.impose', {
      deductionId,
      reason: '没有按期完成，按办法扣分',
    })
    assert.equal(imposed.status, 200, JSON.stringify(imposed.body))
    return { deductionId: String(deductionId), entryId: String(imposed.body.entryId) }
  }
  const total = async () => Number((await house.call('hebailu', 'points.year', {})).body.total)
  const show = async (who: Who, toleranceId: string) =>
    await house.call(who, 'tolerance.show', { toleranceId })
  const step = async (who: Who, verb: string, toleranceId: string, more: Body = {}) => {
    const { revision } = (await show('hanhanlu', toleranceId)).body
    return await house.call(who, `tolerance.${verb}`, { toleranceId, revision, ...more })
  }
  const check = (change: Body = {}): Body => ({
    conditions: { dutyOrReform: true, lawsKept: true, careTaken: true, noPrivateGain: true },
    distinctions: {
      inexperienceNotKnowingBreach: true,
      notForbiddenNotDefiance: true,
      forDevelopmentNotGain: true,
    },
    factors: {
      ...{ motive: '想少用人工', conditions: '第一次用这个办法', procedure: '先问过村委会' },
      ...{ nature: '不熟练', consequence: '晚了四天', repair: '自己补完了' },
    },
    exclusions: [],
    ...change,
  })
  const applied = async (entryIds: readonly string[], who: Who = 'hebailu') => {
    const reply = await house.call(who, 'tolerance.apply', {
      ...{ memberId: hebailu, matter: '清渠时试用新的清淤办法，比原定晚了四天', entryIds },
    })
    assert.equal(reply.status, 200, JSON.stringify(reply.body))
    return String(reply.body.toleranceId)
  }
  const checked = async (entryIds: readonly string[], what: Body = check()) => {
    const id = await applied(entryIds)
    assert.equal(codeOf(await step('luqingming', 'accept', id, { accepted: true })), 'yes')
    assert.equal(codeOf(await step('luqingming', 'check', id, { check: what })), 'yes')
    return id
  }
  const finding = (change: Body = {}): Body => ({
    ...{
      tolerated: true,
      bodyOrgId: county,
      document: '清组容〔2026〕1号',
      reason: '条件都符合，属于探索中的失误',
    },
    ...change,
  })

  it('R-261, S-214: a finding that tolerates takes the deduction back, and the total of the member shows it', async () => {
    const before = await total()
    const { deductionId, entryId } = await deduct()
    assert.equal(await total(), before - 100)
    const options = (await house.call('hebailu', 'tolerance.options', { memberId: hebailu })).body
    assert.deepEqual(
      (options.entries as Body[]).map(({ id, credited, says }) => [id, credited, says]),
      [[entryId, -100, '认领的清渠任务换了新办法，没有按期完成']],
    )
    const id = await checked([entryId])
    const waiting = (await house.call('hanhanlu', 'message.things-to-do')).body.rows as Body[]
    assert.ok(!waiting.some(({ subjectId }) => subjectId === id))
    assert.equal((await show('hebailu', id)).body.dueOn, '2026-12-01')
    const found = await step('hanhanlu', 'find', id, finding())
    assert.equal(found.status, 200, JSON.stringify(found.body))
    assert.deepEqual([found.body.state, found.body.reversed], ['tolerated', 1])
    assert.equal(await total(), before)
    const lines = await house.rows<Body>(
      `select kind, credited, source_kind as source, source_id as of from ledger_entry where refers_to = $1`,
      [entryId],
    )
    assert.deepEqual(lines, [{ kind: 'reversal', credited: 100, source: 'tolerance', of: id }])
    const deduction = (await house.call('hebailu', 'deduction.show', { deductionId })).body
    assert.deepEqual([deduction.state, deduction.entryId], ['dropped', null])
    const shown = (await show('hebailu', id)).body
    assert.ok((shown.entries as Body[]).every(({ reversalId }) => reversalId !== null))
    assert.equal(codeOf(await step('hanhanlu', 'find', id, finding())), 'tolerance-wrong-state')
    assert.equal(codeOf(await step('luqingming', 'answer', id)), 'yes')
    assert.equal(codeOf(await step('luqingming', 'answer', id)), 'tolerance-wrong-state')
    const told = (await house.call('hebailu', 'message.things-to-do')).body.rows as Body[]
    assert.ok(told.some(({ kind, subjectId }) => kind === 'tolerance.answered' && subjectId === id))
    const file = await house.call('hebailu', 'tolerance.file', { toleranceId: id })
    assert.equal(file.status, 200)
    // It counts nowhere: no warning may rest on it.
    const warned = await house.call('zhouguyu', 'warning.draft', {
      ...{
        memberId: hebailu,
        bodyOrgId: yunxi,
        facts: '认领的任务没有按期完成',
        standard: '任务单',
        entryId,
      },
      ...{ requiredChange: '按期完成', helperName: '周谷雨' },
    })
    assert.equal(codeOf(warned), 'warning-matter-tolerated')
  })

  it('R-260: only lines of the own, one matter at a time, for oneself or by the branch', async () => {
    const { entryId } = await deduct()
    const apply = (who: Who, change: Body = {}, key?: string) =>
      house.call(
        who,
        'tolerance.apply',
        { memberId: hebailu, matter: '清渠时试用新办法', entryIds: [entryId], ...change },
        key === undefined ? {} : { key },
      )
    for (const [who, change, code] of [
      ['hebailu', { matter: ' ' }, 'tolerance-matter-empty'],
      ['hebailu', { entryIds: [] }, 'tolerance-names-nothing'],
      ['hebailu', { entryIds: [crypto.randomUUID()] }, 'tolerance-entry-unknown'],
      ['hebailu', { memberId: hanliqiu }, '404'],
      ['qinlidong', {}, '404'],
      ['shenliqiu', {}, '404'],
      ['luqingming', {}, '404'],
      ['other', {}, '404'],
    ] as const)
      assert.equal(codeOf(await apply(who, change)), code, `${who} ${JSON.stringify(change)}`)
    const replies = await Promise.all([apply('hebailu'), apply('zhouguyu'), apply('hebailu')])
    assert.deepEqual(replies.map(codeOf).toSorted(), [
      'tolerance-matter-open',
      'tolerance-matter-open',
      'yes',
    ])
    const { toleranceId } = replies.find(({ status }) => status === 200)!.body
    assert.equal(
      codeOf(await step('luqingming', 'accept', String(toleranceId), { accepted: false })),
      'tolerance-needs-reason',
    )
    const declined = await step('luqingming', 'accept', String(toleranceId), {
      accepted: false,
      reason: '材料不全',
    })
    assert.deepEqual([declined.body.state, declined.body.dueOn], ['notAccepted', '2026-11-10'])
    // Not taken up, it can be applied for again; one key is one application.
    const first = await apply('zhouguyu', {}, 'tolerance-1')
    assert.deepEqual((await apply('zhouguyu', {}, 'tolerance-1')).body, first.body)
    const shown = (await show('hebailu', String(first.body.toleranceId))).body
    assert.deepEqual([shown.appliedBy, shown.appliedByName], ['organisation', '周谷雨'])
  })

  it('R-256…R-259: every condition and distinction, nothing excluded, each factor in words; who checked does not find', async () => {
    for (const [what, code] of [
      [
        { conditions: { dutyOrReform: true, lawsKept: true, careTaken: false, noPrivateGain: true } },
        'tolerance-conditions-not-met',
      ],
      [
        {
          distinctions: {
            ...{
              inexperienceNotKnowingBreach: false,
              notForbiddenNotDefiance: true,
              forDevelopmentNotGain: true,
            },
          },
        },
        'tolerance-distinction-not-met',
      ],
      [{ exclusions: ['majorSafetyAccident'] }, 'tolerance-excluded'],
    ] as const) {
      const { entryId } = await deduct()
      const id = await checked([entryId], check(what))
      assert.equal(codeOf(await step('hanhanlu', 'find', id, finding())), code)
      assert.equal(
        codeOf(await step('hanhanlu', 'find', id, finding({ tolerated: false, reason: '' }))),
        'tolerance-needs-reason',
      )
      assert.equal(codeOf(await step('hanhanlu', 'find', id, finding({ tolerated: false }))), 'yes')
      const [none] = await house.rows<{ count: number }>(
        `select count(*)::int as count from ledger_entry where refers_to = $1`,
        [entryId],
      )
      assert.equal(none?.count, 0)
    }
    const { entryId } = await deduct()
    const id = await applied([entryId])
    assert.equal(codeOf(await step('zhouguyu', 'accept', id, { accepted: true })), '403')
    assert.equal(codeOf(await step('hebailu', 'accept', id, { accepted: true })), '403')
    assert.equal(codeOf(await step('luqingming', 'check', id, { check: check() })), 'tolerance-wrong-state')
    await step('luqingming', 'accept', id, { accepted: true })
    const factors = { ...(check().factors as Body), repair: ' ' }
    assert.equal(
      codeOf(await step('luqingming', 'check', id, { check: check({ factors }) })),
      'tolerance-factor-empty',
    )
    assert.equal(codeOf(await step('zhouguyu', 'check', id, { check: check() })), '403')
    await step('luqingming', 'check', id, { check: check() })
    assert.equal(codeOf(await step('luqingming', 'find', id, finding())), 'tolerance-checker-finds')
    assert.equal(
      codeOf(await step('hanhanlu', 'find', id, finding({ document: '' }))),
      'tolerance-needs-document',
    )
    assert.equal(
      codeOf(await step('hanhanlu', 'find', id, finding({ bodyOrgId: liuwan }))),
      'outcome-body-not-competent',
    )
    assert.equal(codeOf(await step('zhouguyu', 'find', id, finding())), '403')
    const stale = await house.call('hanhanlu', 'tolerance.find', {
      toleranceId: id,
      revision: 1,
      ...finding(),
    })
    assert.equal(codeOf(stale), 'outcome-changed-since')
    // Two at once are one reversal.
    const replies = await Promise.all([1, 2].map(() => step('hanhanlu', 'find', id, finding())))
    assert.equal(replies.filter(({ status }) => status === 200).length, 1)
    const [lines] = await house.rows<{ count: number }>(
      `select count(*)::int as count from ledger_entry where refers_to = $1 and kind = 'reversal'`,
      [entryId],
    )
    assert.equal(lines?.count, 1)
  })

  it('R-261: the warning it names is lifted', async () => {
    const drafted = await house.call('zhouguyu', 'warning.draft', {
      ...{
        memberId: hebailu,
        bodyOrgId: yunxi,
        facts: '认领的清渠任务没有按期完成',
        standard: '任务单上的日期',
      },
      ...{ requiredChange: '按期完成认领的任务', helperName: '周谷雨' },
    })
    const { warningId } = drafted.body
    const served = await house.call('luqingming', 'warning.serve', {
      ...{ warningId, revision: 1 },
      facts: {
        ...{
          deciderName: '陆清明',
          body: '云溪镇党委',
          decidedOn: '2026-11-02',
          proofOfServiceId: '签收单 9',
        },
        reason: '任务没有按期完成，经研究预警',
      },
    })
    assert.equal(served.status, 200, JSON.stringify(served.body))
    const reply = await house.call('hebailu', 'tolerance.apply', {
      ...{ memberId: hebailu, matter: '清渠时试用新办法', warningId },
    })
    const id = String(reply.body.toleranceId)
    assert.equal((await house.call('hebailu', 'warning.show', { warningId })).body.disputed, true)
    await step('luqingming', 'accept', id, { accepted: true })
    await step('luqingming', 'check', id, { check: check() })
    assert.deepEqual((await step('hanhanlu', 'find', id, finding())).body.reversed, 0)
    const shown = (await house.call('hebailu', 'warning.show', { warningId })).body
    assert.deepEqual(
      [shown.state, (shown.ended as Body).words],
      ['lifted', '容错认定：条件都符合，属于探索中的失误'],
    )
  })

  it('R-218: an upheld appeal has it checked anew by others', async () => {
    const { entryId } = await deduct()
    const id = await checked([entryId])
    await step('hanhanlu', 'find', id, finding({ tolerated: false, bodyOrgId: yunxi }))
    const raised = await house.call('hebailu', 'appeal.raise', {
      subject: { kind: 'tolerance', id },
      words: '核查时没有问村委会',
    })
    assert.equal(raised.body.bodyName, '清源县委')
    const { appealId } = raised.body
    const [meng] = await house.rows<{ id: string }>(
      `select id from account where county_id = $1 and account_name = 'mengxiaoshu'`,
      [house.county],
    )
    assert.equal(
      (await house.call('hanhanlu', 'appeal.assign', { appealId, accountId: meng?.id })).status,
      200,
    )
    const decided = await house.call('mengxiaoshu', 'appeal.decide', {
      appealId,
      upheld: true,
      answer: '再查一次',
    })
    assert.equal(decided.status, 200, JSON.stringify(decided.body))
    const shown = (await show('hebailu', id)).body
    assert.deepEqual([shown.state, shown.check, shown.finding, shown.edition], ['accepted', null, null, 2])
    assert.equal(
      codeOf(await step('luqingming', 'check', id, { check: check() })),
      'tolerance-checked-before',
    )
    assert.equal(codeOf(await step('mengxiaoshu', 'check', id, { check: check() })), 'yes')
    assert.equal(codeOf(await step('hanhanlu', 'find', id, finding())), 'tolerance-found-before')
    const found = await step('luqingming', 'find', id, finding({ bodyOrgId: yunxi }))
    assert.deepEqual([found.body.state, found.body.reversed], ['tolerated', 1])
  })

  it('R-211, R-215: the member and who handles it read it; lists leave the others out; days are settled by the county', async () => {
    const { entryId } = await deduct()
    const id = await applied([entryId])
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
      assert.equal((await show(who, id)).status, status, who)
    for (const [who, sees] of [
      ['zhouguyu', true],
      ['luqingming', true],
      ['shenliqiu', false],
      ['taochunfen', false],
    ] as const) {
      const { body } = await house.call(who, 'tolerance.list', { show: 'all' })
      assert.equal(
        (body.rows as Body[]).some((row) => row.id === id),
        sees,
        who,
      )
    }
    assert.equal((await house.call('hebailu', 'tolerance.list')).status, 403)
    assert.ok(((await house.call('hebailu', 'tolerance.mine')).body.rows as Body[]).length > 0)
    assert.equal((await house.call('hebailu', 'tolerance.file', { toleranceId: id })).status, 404)
    const days = { accept: 3, check: 10, answer: 4, document: '清组发〔2026〕20号' }
    assert.equal((await house.call('luqingming', 'tolerance.set-days', days)).status, 403)
    assert.equal((await house.call('hanhanlu', 'tolerance.set-days', days)).status, 200)
    const accepted = await step('luqingming', 'accept', id, { accepted: true })
    assert.equal(accepted.body.dueOn, '2026-11-17')
    house.at(new Date('2026-11-20T01:00:00Z'))
    assert.equal((await show('hebailu', id)).body.isOverdue, true)
    await house.rows(
      `select steward_add_job('outcomes-remind', json_build_object('county', $1::text, 'accountId', null,
         'actorName', 'recurring', 'payload', '{}'::json), null, null)`,
      [house.county],
    )
    await house.runJobs()
    const waiting = (await house.call('hanhanlu', 'message.things-to-do')).body.rows as Body[]
    assert.ok(waiting.some(({ kind, subjectId }) => kind === 'tolerance.overdue' && subjectId === id))
  })
})
