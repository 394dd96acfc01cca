import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { countyTx, onConnection } from '#platform/db.ts'
import type { CastName } from '#demo/cast.ts'
import { openHouse, type Reply } from '../../testing.ts'
import { figureInvariants } from './checks-figures.ts'
import { useInvariants } from './checks-use.ts'

const codeOf = (reply: Reply) =>
  reply.status === 409 ? (reply.body.refusal as { code: string }).code : reply.status
type Who = CastName | 'other'

describe('figures, hints, appeals and what is always true', async () => {
  const house = await openHouse()
  const one = async (text: string, values: unknown[] = []) =>
    (await house.rows<{ id: string }>(text, values))[0]!.id
  const orgOf = (name: string) =>
    one('select id from party_org where county_id = $1 and name = $2', [house.county, name])
  const accountOf = (who: CastName) =>
    one('select id from account where county_id = $1 and account_name = $2', [house.county, who])
  const orgId = await orgOf('石门村党支部')
  const yunxi = await orgOf('云溪镇党委')
  const countyOrg = await orgOf('清源县委')
  const members = (
    await house.rows<{ id: string; name: string }>(
      "select id, name from member where county_id = $1 and party_org_id = $2 and state = 'active' and membership_kind = 'full' order by id",
      [house.county, orgId],
    )
  ).filter(({ name }) => name !== '周谷雨')
  const hebailu = members.find(({ name }) => name === '何白露')!.id
  const others = members.filter(({ id }) => id !== hebailu).map(({ id }) => id)
  const appraisals = new Map<number, string>()
  /** A branch whose grades of a year are out, written as the tables keep them. */
  const gradeOut = async (year: number, grades: ReadonlyMap<string, string>) => {
    const id = randomUUID()
    appraisals.set(year, id)
    const officer = await accountOf('luqingming')
    await house.rows(
      `insert into appraisal (county_id, id, party_org_id, year, stage, basis_body, basis_number, basis_on, signed_on, edition, opened_by, opened_at)
       values ($1, $2, $3, $4, 'feedback', '清源县委组织部', '1', '2025-11-01', '2025-11-02', 1, 'x', now())`,
      [house.county, id, orgId, year],
    )
    const inputs = [...grades].map(([memberId]) => ({
      memberId,
      membersBallot: { counts: { excellent: 2, qualified: 4, basicallyQualified: 2, unqualified: 2 } },
      massesBallot: { counts: { excellent: 2, qualified: 4, basicallyQualified: 2, unqualified: 2 } },
    }))
    await house.rows(
      `insert into signed_settlement (county_id, appraisal_id, edition, form, bytes, digest, frozen, rule_versions, signer_name, signed_by, signed_by_account_id, signed_on)
       values ($1, $2, 1, 'x', '', 'x', $3, '{}', 'x', 'x', $4, '2025-11-02')`,
      [house.county, id, JSON.stringify({ inputs }), officer],
    )
    for (const [memberId, grade] of grades) {
      await house.rows(
        `insert into year_result (county_id, appraisal_id, edition, member_id, year, grade, process, process_percent, appraisal_percent, score, outside_caps)
         values ($1, $2, 1, $3, $4, $5, 0, 80, 20, 0, 0)`,
        [house.county, id, memberId, year, grade],
      )
      await house.rows(
        `insert into grade_feedback (county_id, id, appraisal_id, member_id, grade, opinion, reason, state, told_on, served_decider, served_body,
           served_decided_on, served_reason, served_proof, served_by_account_id)
         values ($1, $2, $3, $4, $5, 'x', 'x', 'told', '2025-11-12', 'x', 'x', '2025-11-02', 'x', 'x', $6)`,
        [house.county, randomUUID(), id, memberId, grade, officer],
      )
    }
  }
  const facts = {
    ...{ deciderName: '陆清明', body: '云溪镇党委', decidedOn: '2026-11-02' },
    ...{ reason: '承诺三项没有做也没有说明', proofOfServiceId: '送达回证-2026-31' },
  }
  await gradeOut(2024, new Map([[hebailu, 'basicallyQualified']]))
  await gradeOut(
    2025,
    new Map([
      [hebailu, 'basicallyQualified'],
      [others[0]!, 'unqualified'],
      [others[1]!, 'unqualified'],
      ...others.slice(2, 8).map((id) => [id, 'qualified'] as const),
    ]),
  )
  const figures = async (who: Who, org = orgId, year: number | null = null) => {
    const reply = await house.call(who, 'outcome.figures', { orgId: org, year })
    assert.equal(reply.status, 200, JSON.stringify(reply.body))
    return reply.body as {
      year: number
      grades: Record<string, number>
      figures: Record<string, number | null>
      unqualified: Record<string, number> | null
      withoutUse: number
      notDrafted: number
      out: number
      toDecide: number
      may: string[]
    }
  }
  const check = async (id: string) => {
    const invariant = [...useInvariants, ...figureInvariants].find((each) => each.id === `outcomes.${id}`)!
    return await onConnection(house.pool, false, (client) =>
      invariant.find(countyTx(client, house.county), undefined as never),
    )
  }

  it('S-211: the board counts grades, drafts, members without use; what lies outside the duties is not said', async () => {
    const before = await figures('luqingming')
    assert.deepEqual(
      [before.year, before.out, before.notDrafted, before.withoutUse, before.toDecide],
      [2025, 1, 1, 9, 0],
    )
    assert.deepEqual(before.grades, { excellent: 0, qualified: 6, basicallyQualified: 1, unqualified: 2 })
    assert.equal((await house.call('zhouguyu', 'outcome.draft', { orgId, year: 2025 })).status, 200)
    const after = await figures('luqingming', yunxi)
    assert.deepEqual([after.notDrafted, after.toDecide], [0, 7], 'six awards and one limit')
    const secretary = await figures('zhouguyu')
    assert.deepEqual([secretary.figures.lostAwards, secretary.may.includes('cadres')], [null, false])
    assert.equal((await figures('hanhanlu', countyOrg)).unqualified?.graded, 2)
    for (const who of ['hebailu', 'shenliqiu', 'taochunfen', 'other'] as const)
      assert.equal((await house.call(who, 'outcome.figures', { orgId })).status, 404, who)
  })

  it('R-263, R-212: two low years of a leading cadre are a hint to the cadre section and are stored nowhere', async () => {
    const hints = async (who: Who) => house.call(who, 'down-trigger.list', { orgId: countyOrg, year: 2025 })
    assert.deepEqual((await hints('mengxiaoshu')).body.rows, [], 'nobody is marked as leading cadre')
    await house.rows(
      `insert into member_tag (county_id, id, member_id, tag, from_on, reason, set_by, set_at) values ($1, $2, $3, 'leadingCadreMember', '2020-01-01', 'x', 'x', now())`,
      [house.county, randomUUID(), hebailu],
    )
    const { rows } = (await hints('mengxiaoshu')).body as { rows: { name: string; triggers: string[] }[] }
    assert.deepEqual(
      rows.map(({ name, triggers }) => [name, triggers]),
      [['何白露', ['twiceBasicallyQualified', 'ballots']]],
    )
    for (const who of ['hanhanlu', 'luqingming', 'zhouguyu', 'other'] as const)
      assert.equal((await hints(who)).status, 404, who)
  })

  it('S-223…S-227: figures follow from what is on record, and check prints each by name', async () => {
    const { rows } = (await house.call('luqingming', 'outcome.list', { orgId, year: 2025 })).body as {
      rows: { id: string; use: string; memberId: string }[]
    }
    const awards = rows.filter(({ use }) => use === 'countyAward').map(({ id }) => id)
    const confirm = await house.call('luqingming', 'outcome.confirm', {
      useIds: awards.slice(0, 4),
      document: '云党发〔2026〕1号',
    })
    assert.equal(confirm.status, 200)
    const limit = rows.find(({ use }) => use === 'noAwards')!
    assert.equal(
      (
        await house.call('luqingming', 'outcome.enter', {
          useId: limit.id,
          document: '云党发〔2026〕2号',
          facts,
        })
      ).status,
      200,
    )
    const plan = await house.call('zhouguyu', 'help-plan.make', {
      ...{
        memberId: others[0],
        year: 2025,
        gaps: '承诺没有做完',
        measures: '每月谈一次',
        helperNames: ['顾夏至'],
      },
      ...{ from: '2026-11-03', until: '2026-12-03' },
    })
    assert.equal(plan.status, 200, JSON.stringify(plan.body))
    const evaluated = { helpPlanId: plan.body.helpPlanId, result: 'changed', memberWord: '都补上了' }
    assert.equal((await house.call('zhouguyu', 'help-plan.evaluate', evaluated)).status, 200)
    const found = await figures('hanhanlu', countyOrg)
    assert.deepEqual([found.figures.commended, found.figures.lostAwards, found.figures.onHold], [4, 1, 0])
    assert.deepEqual(
      [found.unqualified?.graded, found.unqualified?.turnedAround, found.unqualified?.open],
      [2, 1, 1],
    )
    for (const [id, looked] of [
      ['figure-commended', 4],
      ['figure-lost-awards', 1],
      ['figure-unqualified', 2],
      ['figure-unqualified-turned-around', 1],
      ['figure-unqualified-open', 1],
      ['figure-warned', 0],
    ] as const)
      assert.deepEqual(await check(id), { looked, breaches: [] }, id)
    assert.equal(found.withoutUse, 9 - 4 - 1 - 1)
    const explain = { memberIds: [others[1]], year: 2025, reason: '正在核查，等结果出来再定' }
    assert.equal((await house.call('zhouguyu', 'outcome.explain', explain)).status, 200)
  })

  it('R-214, R-218: a limit and a use are appealed against; upheld, they fall and are not drafted again', async () => {
    const limitId = await one('select id from outcome_limit where member_id = $1', [hebailu])
    const useId = await one("select id from outcome_use where member_id = $1 and use = 'noAwards'", [hebailu])
    const raise = (who: Who, subject: object) =>
      house.call(who, 'appeal.raise', { subject, words: '承诺的事后来都补做了，请再看' })
    assert.notEqual((await raise('qinlidong', { kind: 'limit', id: limitId })).status, 200)
    const raised = await raise('hebailu', { kind: 'outcomeList', id: useId })
    assert.equal(raised.status, 200, JSON.stringify(raised.body))
    const { appealId } = raised.body
    const accountId = await accountOf('hanhanlu')
    const assigned = await house.call('hanhanlu', 'appeal.assign', { appealId, accountId })
    assert.equal(assigned.status, 200, JSON.stringify(assigned.body))
    const decided = await house.call('hanhanlu', 'appeal.decide', {
      appealId,
      upheld: true,
      answer: '补做属实，撤回限制',
    })
    assert.equal(decided.status, 200, JSON.stringify(decided.body))
    const [kept] = await house.rows<{ state: string; lifted: boolean }>(
      'select u.state, l.lifted_on is not null as lifted from outcome_use u join outcome_limit l on l.use_id = u.id where u.id = $1',
      [useId],
    )
    assert.deepEqual(kept, { state: 'declined', lifted: true })
    const again = await house.call('zhouguyu', 'outcome.draft', { orgId, year: 2025 })
    assert.equal(again.body.drafted, 2, 'only what a leading cadre has besides')
    const limits = await house.rows("select 1 from outcome_use where use = 'noAwards'")
    assert.equal(limits.length, 1)
    const own = await house.call('luqingming', 'limit.impose', {
      ...{ memberId: hebailu, year: 2025, kind: 'promotion', from: '2026-11-03', until: '2027-11-02' },
      ...{ document: '云党发〔2026〕3号', facts },
    })
    const second = await raise('hebailu', { kind: 'limit', id: own.body.limitId })
    assert.equal(second.status, 200, JSON.stringify(second.body))
    assert.equal(
      codeOf(await raise('hebailu', { kind: 'limit', id: own.body.limitId })),
      'appeal-already-open',
    )
    await house.call('hanhanlu', 'appeal.assign', { appealId: second.body.appealId, accountId })
    const answer = { appealId: second.body.appealId, upheld: true, answer: '补做属实，解除' }
    assert.equal((await house.call('hanhanlu', 'appeal.decide', answer)).status, 200)
    assert.equal(
      await one("select lifted_for as id from outcome_limit where kind = 'promotion'"),
      '申诉成立：补做属实，解除',
    )
  })

  it('what is always true of uses is found when it is broken', async () => {
    for (const invariant of useInvariants) {
      const found = await check(invariant.id.replace('outcomes.', ''))
      assert.deepEqual(found.breaches, [], invariant.id)
      assert.ok(found.looked > 0, invariant.id)
    }
    const [use] = await house.rows<{ id: string }>(
      "select id from outcome_use where use = 'countyAward' and state = 'confirmed' order by id",
    )
    const broken = async (id: string, name: string) =>
      assert.deepEqual((await check(id)).breaches, [name], id)
    await house.rows("update outcome_use set grade = 'excellent' where id = $1", [use!.id])
    await broken('uses-of-the-grade', use!.id)
    await house.rows("update outcome_use set grade = 'qualified' where id = $1", [use!.id])
    const secretary = await accountOf('zhouguyu')
    await house.rows(
      'update outcome_use set member_id = (select member_id from account where id = $2) where id = $1',
      [use!.id, secretary],
    )
    await house.rows('update outcome_use set decided_by_account_id = $2 where id = $1', [use!.id, secretary])
    await broken('not-by-oneself', use!.id)
    const limitId = await one("select id from outcome_limit where kind = 'awards'")
    await house.rows('alter table outcome_limit drop constraint outcome_limit_days_check')
    await house.rows("update outcome_limit set until_on = '2020-01-01' where id = $1", [limitId])
    await broken('limits-end', limitId)
    const planId = await one('select id from help_plan')
    await house.rows("update help_plan set result = 'notChanged' where id = $1", [planId])
    await broken('help-whole', planId)
    await house.rows('alter table outcome_use drop constraint outcome_use_five_facts_check')
    const adverse = await one(
      "update outcome_use set state = 'confirmed', served_proof = '' where use = 'noAwards' returning id",
    )
    await broken('adverse-served', adverse)
  })
})
