import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { signedBranch } from '../../testing-appraisals.ts'
import { openHouse, type Reply } from '../../testing.ts'

const codeOf = (reply: Reply) =>
  reply.status === 409 ? (reply.body.refusal as { code: string }).code : reply.status
type Who = CastName | 'other'
type UseRow = {
  id: string
  memberId: string
  memberName: string
  grade: string
  use: string
  kind: string
  state: string
  told: boolean
  disputed: boolean
  may: string[]
}
const beijing = (text: string) => new Date(`2026-${text}:00+08:00`)

describe('uses of results', async () => {
  const house = await openHouse()
  const call = async (who: Who, operation: string, input: object) => {
    const reply = await house.call(who, operation, input)
    assert.equal(reply.status, 200, `${operation} ${JSON.stringify(reply.body)}`)
    return reply.body
  }
  const one = async (text: string, values: unknown[]) =>
    (await house.rows<{ id: string }>(text, values))[0]!.id
  const orgOf = (name: string) =>
    one('select id from party_org where county_id = $1 and name = $2', [house.county, name])
  const orgId = await orgOf('石门村党支部')
  const yunxi = await orgOf('云溪镇党委')
  const countyOrg = await orgOf('清源县委')
  const memberOf = (name: string) =>
    one('select id from member where county_id = $1 and name = $2 and party_org_id = $3', [
      house.county,
      name,
      orgId,
    ])
  const secretaryMemberId = await memberOf('周谷雨')
  const hebailu = await memberOf('何白露')
  const qinlidong = await memberOf('秦立冬')
  const draft = (who: Who = 'zhouguyu', org = orgId, key?: string) =>
    house.call(who, 'outcome.draft', { orgId: org, year: 2026 }, key === undefined ? {} : { key })
  const list = async (who: Who, more: object = {}, org = orgId) => {
    const reply = await house.call(who, 'outcome.list', { orgId: org, year: 2026, limit: 100, ...more })
    assert.equal(reply.status, 200, JSON.stringify(reply.body))
    return reply.body as { total: number; rows: UseRow[]; counts: { use: string; count: number }[] }
  }
  const low = new Map([[hebailu, 'basicallyQualified'] as const, [qinlidong, 'unqualified'] as const])
  const branch = await signedBranch(house, orgId, secretaryMemberId, low)
  const { graded, best } = branch
  const early = codeOf(await draft())
  await branch.post()
  house.at(beijing('11-12T09:00'))
  await branch.goOn()
  const feedbackOf = async (memberId: string) =>
    await one('select id from grade_feedback where member_id = $1', [memberId])
  const tell = async (memberId: string, low: boolean) => {
    const facts = low
      ? {
          ...{ deciderName: '周谷雨', body: '石门村党支部委员会', decidedOn: '2026-11-03' },
          ...{ reason: '承诺的事多数没有做', proofOfServiceId: '反馈单签收-2026-07' },
        }
      : null
    const feedbackId = await feedbackOf(memberId)
    return await call('zhouguyu', 'feedback.tell', { feedbackId, revision: 1, how: 'inPerson', facts })
  }
  const facts = {
    ...{ deciderName: '陆清明', body: '云溪镇党委', decidedOn: '2026-11-12' },
    ...{ reason: '年度评议基本合格，承诺三项没有做', proofOfServiceId: '送达回证-2026-31' },
  }

  it('R-191: nothing is drafted before the notice of the grades is over', () => {
    assert.equal(early, 'outcome-grades-not-out')
  })

  it('S-166, R-269: one action drafts for every graded member; twice, also at once, is once', async () => {
    for (const who of ['hebailu', 'shenliqiu', 'taochunfen', 'other', 'mengxiaoshu'] as const)
      assert.equal((await draft(who)).status, 404, who)
    const both = await Promise.all([draft('zhouguyu', orgId, 'a'), draft('zhouguyu', orgId, 'b')])
    assert.ok(
      both.every(({ status }) => status === 200),
      JSON.stringify(both),
    )
    const drafted = both.map(({ body }) => Number(body.drafted)).toSorted((a, b) => a - b)
    assert.equal(drafted[0], 0)
    assert.ok((drafted[1] ?? 0) > graded.length - 10)
    assert.equal(both[0]?.body.members, graded.length)
    assert.deepEqual((await draft('zhouguyu', orgId, 'a')).body, both[0]?.body, 'the same key')
    const kept = await house.rows<{ member_id: string; use: string; grade: string; state: string }>(
      'select member_id, use, grade, state from outcome_use',
    )
    assert.equal(kept.length, drafted[1])
    assert.ok(kept.every(({ state }) => state === 'drafted'))
    const usesOf = (memberId: string) =>
      kept.filter((row) => row.member_id === memberId).map(({ use }) => use)
    assert.ok(usesOf(hebailu).includes('helpPlan') && usesOf(hebailu).includes('noAwards'))
    assert.deepEqual(usesOf(qinlidong), ['helpPlan'], 'disposal is never drafted (S-224)')
    assert.ok(best.every((memberId) => usesOf(memberId).includes('cityAward')))
  })

  it('S-211, S-218: lists are read in reach, encouragement first, cadre matters by the cadre section only', async () => {
    const { rows, total } = await list('zhouguyu')
    const order = ['encouragement', 'help', 'limit', 'measure']
    const kinds = rows.map(({ kind }) => order.indexOf(kind))
    assert.deepEqual(
      kinds,
      kinds.toSorted((a, b) => a - b),
    )
    const cadre = ['reserveFirst', 'studyTrip', 'reserve', 'promotionFirst', 'recommendation']
    assert.ok(rows.every(({ use }) => !cadre.includes(use)))
    for (const who of ['luqingming', 'hanhanlu'] as const) assert.equal((await list(who)).total, total, who)
    const all = await list('mengxiaoshu')
    assert.ok(all.total > total && all.rows.some(({ use }) => cadre.includes(use)))
    const reserve = await list('mengxiaoshu', { list: 'reserve' })
    assert.ok(
      reserve.total > 0 && reserve.rows.every(({ use }) => use === 'reserve' || use === 'reserveFirst'),
    )
    assert.equal((await list('hanhanlu', { list: 'reserve' })).total, 0)
    for (const who of ['hebailu', 'shenliqiu', 'taochunfen', 'other'] as const)
      assert.equal((await house.call(who, 'outcome.list', { orgId, year: 2026 })).status, 404, who)
    const searched = await list('zhouguyu', { search: '何白露' })
    assert.ok(searched.rows.every(({ memberId }) => memberId === hebailu) && searched.total > 0)
    const own = await list('zhouguyu', { mine: true })
    assert.ok(own.total > 0 && own.rows.every(({ use }) => use === 'publicity' || use === 'helpPlan'))
    assert.deepEqual((await list('luqingming', {}, yunxi)).total, total)
  })

  it('R-187, S-215, S-216: the competent body confirms with its document; whoever is concerned does not; declined with a reason', async () => {
    const { rows } = await list('luqingming', { use: 'delegate' })
    const [a, b, c] = rows.map(({ id }) => id)
    const confirm = (who: Who, useIds: unknown[], document = '云党发〔2026〕11号') =>
      house.call(who, 'outcome.confirm', { useIds, document })
    assert.equal((await confirm('zhouguyu', [a])).status, 403, 'the committee decides delegates')
    assert.equal((await confirm('hanhanlu', [a])).status, 403)
    for (const who of ['hebailu', 'shenliqiu', 'other'] as const)
      assert.equal((await confirm(who, [a])).status, 404, who)
    assert.equal(codeOf(await confirm('luqingming', [a], ' ')), 'outcome-needs-document')
    const [limit] = (await list('luqingming', { use: 'noAwards' })).rows
    assert.equal(codeOf(await confirm('luqingming', [limit!.id])), 'outcome-is-adverse')
    const both = await Promise.all([confirm('luqingming', [a, b]), confirm('luqingming', [a, b])])
    assert.deepEqual(both.map(codeOf).toSorted(), [200, 'outcome-wrong-state'])
    const decline = (who: Who, useIds: unknown[], reason: string) =>
      house.call(who, 'outcome.decline', { useIds, reason })
    assert.equal(codeOf(await decline('luqingming', [c], '')), 'reason-missing')
    assert.equal(codeOf(await decline('luqingming', [c], '他去年生病住院')), 'reason-against-policy')
    assert.equal((await decline('luqingming', [c], '代表名额已满，另行推荐')).body.declined, 1)
    assert.equal(codeOf(await decline('luqingming', [c], '代表名额已满，另行推荐')), 'outcome-wrong-state')
    assert.equal((await draft()).body.drafted, 0, 'what was declined is not drafted again')
    const [help] = (await list('zhouguyu', { use: 'helpPlan' })).rows
    assert.equal(codeOf(await confirm('zhouguyu', [help!.id])), 'outcome-help-needs-plan')
    const reserve = (await list('mengxiaoshu', { list: 'reserve' })).rows[0]!
    assert.equal((await confirm('hanhanlu', [reserve.id])).status, 404, 'not even seen')
    assert.equal((await confirm('mengxiaoshu', [reserve.id], '清组干〔2026〕5号')).status, 200)
    const places = await house.rows<{ member_id: string }>(
      'select member_id from reserve_place where ended_on is null',
    )
    assert.deepEqual(
      places.map(({ member_id }) => member_id),
      [reserve.memberId],
    )
  })

  it('R-211, R-212, R-186: a limit only through the gate, by the committee, after the grade was told', async () => {
    const use = (await list('luqingming', { use: 'noAwards' })).rows.find(
      ({ memberId }) => memberId === hebailu,
    )!
    assert.deepEqual(use.may, ['enter', 'decline'])
    const enter = (who: Who, more: object = {}) =>
      house.call(who, 'outcome.enter', { useId: use.id, document: '云党发〔2026〕12号', facts, ...more })
    assert.equal(codeOf(await enter('luqingming')), 'outcome-grade-not-told')
    await tell(hebailu, true)
    assert.equal((await enter('zhouguyu')).status, 403)
    assert.equal((await enter('hebailu')).status, 404)
    assert.equal((await enter('other')).status, 404)
    for (const [change, code] of [
      [{ deciderName: '' }, 'adverse-state-needs-decider'],
      [{ body: '' }, 'adverse-state-needs-body'],
      [{ decidedOn: null }, 'adverse-state-needs-date'],
      [{ reason: '' }, 'adverse-state-needs-reason'],
      [{ proofOfServiceId: null }, 'adverse-state-needs-proof'],
      [{ decidedOn: '2026-12-01' }, 'state-date-in-future'],
      [{ reason: '他长期生病请假' }, 'reason-against-policy'],
    ] as const)
      assert.equal(codeOf(await enter('luqingming', { facts: { ...facts, ...change } })), code)
    assert.equal(codeOf(await enter('luqingming', { document: ' ' })), 'outcome-needs-document')
    assert.equal(
      codeOf(await enter('luqingming', { from: '2026-11-12', until: '2026-11-11' })),
      'limit-needs-end',
    )
    assert.equal(
      codeOf(await enter('luqingming', { from: '2026-11-01', until: '2026-12-01' })),
      'limit-before-decision',
    )
    const award = (await list('hanhanlu', { use: 'cityAward' })).rows[0]!
    assert.equal(
      codeOf(await house.call('hanhanlu', 'outcome.enter', { useId: award.id, document: '一', facts })),
      'outcome-is-not-adverse',
    )
    const both = await Promise.all([enter('luqingming'), enter('luqingming')])
    assert.deepEqual(both.map(codeOf).toSorted(), [200, 'outcome-wrong-state'])
    const shown = (await house.call('hebailu', 'outcome.show', { useId: use.id })).body as {
      served: { decider: string }
      limit: { from: string; until: string }
      appealTo: string
    }
    assert.deepEqual(
      [shown.served.decider, shown.limit.from, shown.limit.until, shown.appealTo],
      ['陆清明', '2026-11-12', '2027-11-12', '云溪镇党委'],
    )
    const asked = (await house.call('hebailu', 'message.things-to-do')).body
    assert.ok(JSON.stringify(asked).includes('outcome.read'))
  })

  it('R-211: who reads an adverse use is written down, the member sees it; reading oneself is not', async () => {
    const [use] = (await list('luqingming', { use: 'noAwards' })).rows
    for (const who of ['luqingming', 'luqingming', 'hanhanlu', 'hebailu'] as const)
      assert.equal((await house.call(who, 'outcome.show', { useId: use!.id })).status, 200)
    for (const who of ['qinlidong', 'shenliqiu', 'taochunfen', 'other'] as const)
      assert.equal((await house.call(who, 'outcome.show', { useId: use!.id })).status, 404, who)
    const read = (await house.call('hebailu', 'outcome-reading.list')).body as {
      total: number
      rows: { reader: string; org: string; standing: string }[]
    }
    assert.deepEqual(read.rows.map(({ reader, org, standing }) => [reader, org, standing]).toSorted(), [
      ['陆清明', '云溪镇党委', 'handler'],
      ['韩寒露', '清源县委', 'handler'],
    ])
  })

  it('R-186, R-215: the member reads what follows from the own grade once it was told, and nothing of others', async () => {
    const mine = async (who: Who) =>
      (await house.call(who, 'outcome.mine')).body as {
        years: { grade: string; feedbackId: string | null; uses: { use: string; state: string }[] }[]
        limits: { kind: string; inForce: boolean }[]
      }
    assert.deepEqual((await mine('qinlidong')).years, [], 'not before the talk')
    const hers = await mine('hebailu')
    assert.deepEqual(
      hers.years.map(({ grade, uses }) => [grade, uses.map(({ use, state }) => `${use} ${state}`)]),
      [['basicallyQualified', ['helpPlan drafted', 'noAwards confirmed']]],
    )
    assert.deepEqual(
      hers.limits.map(({ kind, inForce }) => [kind, inForce]),
      [['awards', true]],
    )
    assert.ok(hers.years[0]!.feedbackId !== null)
    assert.equal((await house.call('luqingming', 'outcome.mine')).status, 403)
  })

  it('S-162: graded members without use or reason are listed until each has one', async () => {
    const without = async (who: Who, org = orgId) =>
      (await house.call(who, 'outcome.without-use', { orgId: org, year: 2026, limit: 100 })).body as {
        total: number
        rows: { memberId: string; waiting: string[] }[]
      }
    const before = await without('zhouguyu')
    const used = await house.rows<{ n: number }>(
      "select count(distinct member_id)::int as n from outcome_use where state = 'confirmed'",
    )
    assert.equal(before.total, graded.length - used[0]!.n)
    assert.equal((await without('hanhanlu', countyOrg)).total, before.total)
    assert.equal((await house.call('hebailu', 'outcome.without-use', { orgId, year: 2026 })).status, 404)
    const [first, second] = before.rows.filter(({ memberId }) => memberId !== secretaryMemberId)
    const explain = (who: Who, memberIds: unknown[], reason = '本年度没有名额，下一年优先考虑') =>
      house.call(who, 'outcome.explain', { memberIds, year: 2026, reason })
    assert.equal(codeOf(await explain('zhouguyu', [first!.memberId], '没有')), 'reason-too-short')
    assert.equal(codeOf(await explain('zhouguyu', [secretaryMemberId])), 'outcome-own-case')
    assert.equal(codeOf(await explain('zhouguyu', [hebailu])), 'outcome-used-already')
    for (const who of ['hebailu', 'shenliqiu', 'other'] as const)
      assert.equal((await explain(who, [first!.memberId])).status, 404, who)
    const both = await Promise.all([
      explain('zhouguyu', [first!.memberId, second!.memberId]),
      explain('zhouguyu', [first!.memberId, second!.memberId]),
    ])
    assert.deepEqual(both.map(codeOf).toSorted(), [200, 'outcome-explained-already'])
    assert.equal((await without('zhouguyu')).total, before.total - 2)
  })

  it('R-217, R-218: a disputed grade holds nothing adverse; put right, what rested on it is taken back and drafted anew', async () => {
    const feedbackId = await feedbackOf(hebailu)
    const { objectionId } = await call('hebailu', 'feedback.appeal', {
      feedbackId,
      text: '修渠两百米有记录，请再看',
    })
    const again = (await list('luqingming', { search: '何白露' })).rows
    assert.ok(again.every(({ disputed }) => disputed))
    const revoked = await house.rows(
      "update outcome_use set state = 'withdrawn' where use = 'noAwards' returning id",
    )
    assert.equal(revoked.length, 1)
    assert.equal((await draft()).body.drafted, 0, 'nothing adverse is drafted while disputed')
    const impose = await house.call('luqingming', 'limit.impose', {
      ...{ memberId: hebailu, year: 2026, kind: 'promotion', from: '2026-11-12', until: '2027-11-11' },
      ...{ document: '云党发〔2026〕13号', facts },
    })
    assert.equal(codeOf(impose), 'adverse-state-disputed')
    await house.rows("update outcome_use set state = 'confirmed' where use = 'noAwards'")
    const accountId = await one('select id from account where county_id = $1 and account_name = $2', [
      house.county,
      'hanhanlu',
    ])
    await call('luqingming', 'objection.assign', { objectionId, accountId })
    await call('hanhanlu', 'grade-correction.write', {
      ...{ objectionId, grade: 'qualified', opinion: '修渠等工作有记录，承诺完成。' },
      ...{ reason: '复核后认定漏记', body: '清源县委组织部' },
    })
    const decided = await house.call('hanhanlu', 'objection.decide', {
      ...{ objectionId, upheld: true, answer: '记录属实，予以更正' },
    })
    assert.equal(decided.status, 200, JSON.stringify(decided.body))
    const kept = await house.rows<{ use: string; grade: string; state: string }>(
      'select use, grade, state from outcome_use where member_id = $1 order by grade, use',
      [hebailu],
    )
    assert.ok(
      kept.filter(({ grade }) => grade === 'basicallyQualified').every(({ state }) => state === 'withdrawn'),
    )
    assert.ok(
      kept.some(
        ({ grade, use, state }) => grade === 'qualified' && use === 'countyAward' && state === 'drafted',
      ),
    )
    const limits = await house.rows<{ lifted_on: string | null }>('select lifted_on::text from outcome_limit')
    assert.deepEqual(
      limits.map(({ lifted_on }) => lifted_on),
      ['2026-11-12'],
    )
    assert.equal((await draft()).body.drafted, 0)
  })
})
