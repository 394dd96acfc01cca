import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openHouse, type Reply } from '../../testing.ts'
import {
  ballots,
  begin,
  type Call,
  goOn,
  hang,
  reports,
  rollOf,
  settle,
  show,
  sign,
  type Walked,
  words,
} from './demo.ts'

const codeOf = (reply: Reply) =>
  reply.status === 409 ? (reply.body.refusal as { code: string }).code : reply.status
type Who = CastName | 'other'
const beijing = (text: string) => new Date(`2026-${text}:00+08:00`)
describe('feedback, appeal and rectification', async () => {
  const house = await openHouse()
  const call: Call = async (who, operation, input) => {
    const reply = await house.call(who === '' ? null : (who as CastName), operation, input)
    assert.equal(reply.status, 200, `${operation} ${JSON.stringify(reply.body)}`)
    return reply.body
  }
  const one = async (text: string, values: unknown[]) =>
    (await house.rows<{ id: string }>(text, values))[0]!.id
  const orgId = await one('select id from party_org where county_id = $1 and name = $2', [
    house.county,
    '石门村党支部',
  ])
  const memberOf = (name: string) =>
    one('select id from member where county_id = $1 and name = $2 and party_org_id = $3', [
      house.county,
      name,
      orgId,
    ])
  const accountOf = (who: CastName) =>
    one('select id from account where county_id = $1 and account_name = $2', [house.county, who])
  const secretaryMemberId = await memberOf('周谷雨')
  const walked: Walked = {
    ...{
      call,
      county: 'qingyuan',
      orgId,
      year: 2026,
      secretary: 'zhouguyu',
      above: 'luqingming',
      secretaryMemberId,
    },
  }
  const appraisalId = await begin(walked)
  await reports(walked)
  await words(walked)
  await ballots(walked, ['王婶', '李伯', '张叔', '赵姨', '孙姐', '钱哥'])
  const hebailu = await memberOf('何白露')
  const qinlidong = await memberOf('秦立冬')
  const best = (await rollOf(walked)).filter(
    ({ place, memberId }) => place === 'graded' && memberId !== secretaryMemberId && memberId !== hebailu,
  )
  const { excellentLimit } = await show(walked)
  const grades = new Map(best.slice(0, excellentLimit).map(({ memberId }) => [memberId, 'excellent']))
  await settle(walked, new Map([...grades, [hebailu, 'basicallyQualified']]))
  await sign(walked)
  await hang(walked)
  house.at(beijing('11-12T09:00'))
  await goOn(walked)

  const feedbackOf = async (who: Who, memberId: string) => {
    const { rows } = (await house.call(who, 'feedback.list', { appraisalId })).body as {
      rows: { id: string; memberId: string; state: string; grade: string }[]
    }
    return rows.find((row) => row.memberId === memberId)!
  }
  const facts = {
    deciderName: '周谷雨',
    body: '石门村党支部委员会',
    decidedOn: '2026-11-03',
    reason: '承诺的事多数没有做',
    proofOfServiceId: '反馈单签收-2026-07',
  }

  it('R-186, R-212: told in person by somebody else; a low grade only with the five facts', async () => {
    const { id: feedbackId } = await feedbackOf('zhouguyu', hebailu)
    assert.equal(
      (await house.call('hebailu', 'feedback.show', { feedbackId })).status,
      404,
      'not before the talk',
    )
    const tell = (who: Who, more: object = {}) =>
      house.call(who, 'feedback.tell', { feedbackId, revision: 1, how: 'inPerson', ...more })
    assert.equal((await tell('hebailu')).status, 404)
    assert.equal((await tell('shenliqiu')).status, 404)
    assert.equal(codeOf(await tell('zhouguyu')), 'feedback-low-grade-needs-facts')
    for (const [change, code] of [
      [{ deciderName: '' }, 'adverse-state-needs-decider'],
      [{ body: '' }, 'adverse-state-needs-body'],
      [{ decidedOn: null }, 'adverse-state-needs-date'],
      [{ reason: '' }, 'adverse-state-needs-reason'],
      [{ proofOfServiceId: null }, 'adverse-state-needs-proof'],
      [{ decidedOn: '2026-12-01' }, 'state-date-in-future'],
    ] as const) {
      assert.equal(codeOf(await tell('zhouguyu', { facts: { ...facts, ...change } })), code)
    }
    assert.equal(codeOf(await tell('zhouguyu', { facts, how: 'phone' })), 'feedback-needs-consent-to-phone')
    const told = await tell('zhouguyu', { facts })
    assert.deepEqual(
      [told.status, told.body.answerUntil, told.body.appealUntil],
      [200, '2026-11-19', '2026-11-27'],
    )
    assert.equal(codeOf(await tell('zhouguyu', { facts, revision: 2 })), 'feedback-wrong-state')
    const own = await feedbackOf('zhouguyu', secretaryMemberId)
    const self = { feedbackId: own.id, revision: 1, how: 'inPerson' }
    assert.equal(codeOf(await house.call('zhouguyu', 'feedback.tell', self)), 'feedback-by-graded-member')
    assert.equal((await house.call('luqingming', 'feedback.tell', self)).status, 200)
    const read = (await house.call('hebailu', 'feedback.show', { feedbackId })).body as {
      grade: string
      served: { decider: string }
      may: string[]
    }
    assert.deepEqual(
      [read.grade, read.served.decider, read.may],
      ['basicallyQualified', '周谷雨', ['confirm', 'answer', 'appeal']],
    )
    assert.equal((await house.call('qinlidong', 'feedback.show', { feedbackId })).status, 404)
    assert.equal((await house.call('other', 'feedback.show', { feedbackId })).status, 404)
  })

  it('R-213, R-214, R-216, R-218: confirmed, answered, appealed; another body sets another grade, all of it is issued again', async () => {
    const { id: feedbackId } = await feedbackOf('zhouguyu', hebailu)
    assert.equal((await house.call('hebailu', 'feedback.confirm', { feedbackId })).body.state, 'confirmed')
    assert.equal((await house.call('qinlidong', 'feedback.confirm', { feedbackId })).status, 404)
    assert.equal(
      codeOf(await house.call('hebailu', 'feedback.answer', { feedbackId, answer: ' ' })),
      'feedback-answer-empty',
    )
    assert.equal(
      (await house.call('hebailu', 'feedback.answer', { feedbackId, answer: '修渠的事没有算进去' })).body
        .state,
      'answered',
    )
    const appeal = (text: string, key?: string) =>
      house.call('hebailu', 'feedback.appeal', { feedbackId, text }, key === undefined ? {} : { key })
    assert.equal(codeOf(await appeal(' ')), 'objection-empty')
    const raised = await appeal('修渠两百米有记录，请再看', 'a')
    assert.equal(raised.status, 200, JSON.stringify(raised.body))
    assert.deepEqual((await appeal('修渠两百米有记录，请再看', 'a')).body, raised.body)
    assert.equal(codeOf(await appeal('再来一次')), 'feedback-wrong-state')
    const mine = async () => {
      const { appraisal } = (await house.call('hebailu', 'appraisal.mine')).body as {
        appraisal: {
          feedbackId: string | null
          appeal: { state: string; stageOrgName: string; handlerName: string | null; answer: string | null }
        }
      }
      return appraisal
    }
    const shown = (await house.call('hebailu', 'feedback.show', { feedbackId })).body as {
      appraisalId: string
      appeals: { code: string; stageOrgName: string; handlerName: string | null; text: string }[]
    }
    assert.equal(shown.appraisalId, appraisalId)
    assert.deepEqual(
      [shown.appeals[0]?.code, shown.appeals[0]?.handlerName, shown.appeals[0]?.text],
      [raised.body.code, null, '修渠两百米有记录，请再看'],
    )
    assert.equal((await mine()).appeal.stageOrgName, '云溪镇党委', 'R-214: another body than the branch')
    const { objectionId } = raised.body
    const assign = async (to: CastName) =>
      house.call('luqingming', 'objection.assign', { objectionId, accountId: await accountOf(to) })
    assert.equal(codeOf(await assign('zhouguyu')), 'objection-handler-unknown', 'of the branch itself')
    const correction = {
      objectionId,
      grade: 'qualified',
      opinion: '修渠有记录，按时完成。',
      reason: '原评定漏了两项有记录的事。',
      body: '云溪镇党委',
    }
    const write = (who: Who, more: object = {}) =>
      house.call(who, 'grade-correction.write', { ...correction, ...more })
    const handler = 'luqingming'
    assert.equal(codeOf(await write(handler)), 'grade-correction-not-handler')
    const given = await assign(handler)
    assert.equal(given.status, 200, JSON.stringify(given.body))
    assert.equal(codeOf(await write('hanhanlu')), 'grade-correction-not-handler')
    const uphold = () =>
      house.call(handler, 'objection.decide', { objectionId, upheld: true, answer: '有记录，改为合格' })
    assert.equal(codeOf(await uphold()), 'objection-cannot-correct')
    assert.equal(codeOf(await write(handler, { grade: 'basicallyQualified' })), 'grade-correction-same-grade')
    assert.equal(codeOf(await write(handler, { grade: 'excellent' })), 'grade-too-many-excellent')
    assert.equal(codeOf(await write(handler, { reason: '有' })), 'reason-too-short')
    assert.equal((await write('hebailu')).status, 404)
    assert.equal((await write(handler)).status, 200)
    const decided = await uphold()
    assert.equal(decided.status, 200, JSON.stringify(decided.body))
    assert.deepEqual(
      [(await show(walked)).edition, (await feedbackOf('zhouguyu', hebailu)).grade],
      [2, 'qualified'],
    )
    assert.equal((await feedbackOf('zhouguyu', hebailu)).state, 'toTell')
    const after = await mine()
    assert.deepEqual(
      [after.feedbackId, after.appeal.state, after.appeal.handlerName, after.appeal.answer],
      [null, 'upheld', '陆清明', '有记录，改为合格'],
      'the answer is there at once (R-215), the new grade waits for its talk (R-186)',
    )
    const { notice } = (await house.call('zhouguyu', 'appraisal.show', { orgId, year: 2026 })).body
      .appraisal as { notice: { id: string; state: string } }
    const sheet = (await house.call('zhouguyu', 'notice.show', { noticeId: notice.id })).body as {
      rows: { name: string; cells: unknown[] }[]
    }
    assert.equal(sheet.rows.find(({ name }) => name === '何白露')?.cells.at(-1), '合格')
    const kept = await house.rows<{ edition: number; grade: string }>(
      'select edition, grade from year_result where member_id = $1 order by edition',
      [hebailu],
    )
    assert.deepEqual(
      kept.map(({ grade }) => grade),
      ['basicallyQualified', 'qualified'],
    )
  })

  it('gives the form, the sheet and the notice as documents', async () => {
    const open = async (who: Who, operation: string, input: object) => {
      const { status, body } = await house.call(who, operation, input)
      return status === 200 ? Buffer.from((body.bytes as Uint8Array).slice(0, 2)).toString() : status
    }
    const form = { appraisalId, memberId: hebailu }
    assert.equal(await open('zhouguyu', 'settlement.form', form), 'PK')
    assert.equal(await open('hebailu', 'settlement.form', form), 404)
    assert.equal(await open('zhouguyu', 'settlement.notice-file', { appraisalId }), 'PK')
    assert.equal(await open('other', 'settlement.notice-file', { appraisalId }), 404)
    const { id: feedbackId } = await feedbackOf('zhouguyu', secretaryMemberId)
    assert.equal(await open('zhouguyu', 'feedback.file', { feedbackId }), 'PK')
    assert.equal(await open('hebailu', 'feedback.file', { feedbackId }), 404)
  })

  it('R-191, S-209: the year stays open until all are told and every problem has owner, measure and date', async () => {
    const { rows } = (await house.call('zhouguyu', 'feedback.list', { appraisalId })).body as {
      rows: { id: string; state: string; memberId: string }[]
    }
    const at = await show(walked)
    assert.equal(
      codeOf(await house.call('zhouguyu', 'appraisal.go-on', { appraisalId, revision: at.revision })),
      'appraisal-feedback-running',
    )
    for (const row of rows.filter(({ state }) => state === 'toTell')) {
      const { revision } = await call('zhouguyu', 'feedback.show', { feedbackId: row.id })
      await call('zhouguyu', 'feedback.tell', { feedbackId: row.id, revision, how: 'inPerson' })
    }
    const record = (who: Who, foundBy: string, memberId = hebailu) =>
      house.call(who, 'appraisal-problem.record', {
        appraisalId,
        memberId,
        foundBy,
        words: '开会发言少，学习抓得不紧',
      })
    const found = await record('hebailu', 'self')
    assert.equal(found.status, 200, JSON.stringify(found.body))
    assert.equal((await record('hebailu', 'masses', qinlidong)).status, 404)
    house.at(beijing('12-01T09:00'))
    await goOn(walked)
    const shut = await show(walked)
    assert.equal(
      codeOf(await house.call('zhouguyu', 'appraisal.go-on', { appraisalId, revision: shut.revision })),
      'appraisal-problems-without-item',
    )
    const plan = (who: Who, more: object = {}) =>
      house.call(who, 'rectification.plan', {
        problemId: found.body.problemId,
        ownerMemberId: hebailu,
        measure: '每次会上说一件做过的事',
        dueOn: '2027-06-30',
        ...more,
      })
    assert.equal((await plan('hebailu')).status, 404)
    assert.equal(codeOf(await plan('zhouguyu', { dueOn: '2026-01-01' })), 'rectification-due-in-past')
    assert.equal(codeOf(await plan('zhouguyu', { measure: '' })), 'rectification-needs-measure')
    const item = await plan('zhouguyu')
    assert.equal(item.status, 200)
    assert.equal(codeOf(await plan('zhouguyu')), 'rectification-planned-already')
    const step = (who: Who, verb: string, more: object = {}) =>
      house.call(who, `rectification.${verb}`, { itemId: item.body.itemId, ...more })
    assert.equal(codeOf(await step('zhouguyu', 'confirm')), 'rectification-wrong-state')
    assert.equal((await step('qinlidong', 'report', { words: '替她说' })).status, 404)
    assert.equal((await step('hebailu', 'report', { words: '十一月的会上说了修渠' })).body.state, 'reported')
    assert.equal((await step('hebailu', 'confirm')).status, 404)
    assert.equal((await step('zhouguyu', 'confirm')).body.state, 'confirmed')
    const mine = (await house.call('hebailu', 'rectification.list', { appraisalId })).body as {
      rows: { item: { reports: unknown[] } }[]
      mayFollow: boolean
    }
    assert.deepEqual([mine.rows.length, mine.rows[0]?.item.reports.length, mine.mayFollow], [1, 1, false])
    assert.equal(
      ((await house.call('qinlidong', 'rectification.list', { appraisalId })).body.rows as unknown[]).length,
      0,
    )
    await goOn(walked)
    assert.equal((await show(walked)).stage, 'closed')
    assert.equal(codeOf(await record('zhouguyu', 'organisation')), 'appraisal-wrong-stage')
  })

  it('S-232: problems of the year stand in the next duty report and want a word', async () => {
    house.at(beijing('12-01T10:00'))
    const next = await one(
      `insert into appraisal (county_id, id, party_org_id, year, stage, basis_body, basis_number, basis_on, opened_by, opened_at)
       values ($1, gen_random_uuid(), $2, 2027, 'roll', '县委', '1', '2026-12-01', '周谷雨', now()) returning id`,
      [house.county, orgId],
    )
    await call('zhouguyu', 'appraisal.place', {
      appraisalId: next,
      memberId: hebailu,
      place: { kind: 'asRegistered' },
    })
    await house.rows(`update appraisal set stage = 'dutyReports' where id = $1`, [next])
    const seen = (await house.call('hebailu', 'duty-report.show', { appraisalId: next, memberId: hebailu }))
      .body as { facts: { problems: { id: string; measure: string }[] } }
    assert.equal(seen.facts.problems[0]?.measure, '每次会上说一件做过的事')
    const report = {
      pledges: '',
      deeds: '',
      gains: '会发言了。',
      shortcomings: '学习不够。',
      lastYearProblems: '',
      nextYear: '继续。',
    }
    const write = (onProblems: object, revision: number | null) =>
      house.call('hebailu', 'duty-report.write', {
        appraisalId: next,
        memberId: hebailu,
        revision,
        words: report,
        onProblems,
      })
    const { reportId } = (await write({}, null)).body
    assert.equal(
      codeOf(await house.call('hebailu', 'duty-report.submit', { reportId, revision: 1 })),
      'duty-report-problem-without-word',
    )
    await write({ [seen.facts.problems[0].id]: '每次会都说了' }, 1)
    assert.equal((await house.call('hebailu', 'duty-report.submit', { reportId, revision: 2 })).status, 200)
  })
})
