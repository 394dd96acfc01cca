import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CastName } from '#demo/cast.ts'
import { openHouse } from '../../testing.ts'
import {
  ballots,
  begin,
  type Call,
  drawNumber,
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

type Thing = { kind: string; facts: Record<string, string>; dueOn: string | null; subjectId: string | null }
const beijing = (text: string) => new Date(`2026-${text}:00+08:00`)
/** What this feature asks for. */
const OURS = /^(appraisal|duty-report|ballot|settlement|feedback|rectification)\./

describe('things to do in an appraisal', async () => {
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
  const secretaryMemberId = await memberOf('周谷雨')
  const walked: Walked = {
    ...{ call, county: 'qingyuan', orgId, year: 2026, secretary: 'zhouguyu', above: 'luqingming' },
    secretaryMemberId,
  }
  const things = async (who: CastName) =>
    ((await house.call(who, 'message.things-to-do')).body.rows as Thing[]).filter(({ kind }) =>
      OURS.test(kind),
    )
  const kinds = async (who: CastName) => (await things(who)).map(({ kind }) => kind).toSorted()
  const remind = async () => {
    await house.rows(
      `select graphile_worker.add_job('appraisals-remind', json_build_object('county', $1::text, 'accountId', null, 'actorName', 'recurring', 'payload', '{}'::json))`,
      [house.county],
    )
    await house.runJobs()
  }
  const appraisalId = await begin(walked)

  it('R-190: when nothing stands in the way the one who runs it is told, once a stage', async () => {
    assert.deepEqual(await kinds('zhouguyu'), [])
    await remind()
    await remind()
    const [told] = await things('zhouguyu')
    assert.deepEqual(
      [told?.kind, told?.facts['stage'], told?.subjectId],
      ['appraisal.go-on', 'dutyReports', orgId],
    )
    assert.equal((await things('zhouguyu')).length, 1)
    assert.deepEqual(await kinds('luqingming'), [], 'a committee above is not told of each step')
    await goOn(walked)
    assert.deepEqual(
      (await kinds('zhouguyu')).filter((kind) => kind === 'appraisal.go-on'),
      [],
    )
  })

  it('R-190, R-338: members write, the branch writes down for those without account, and checks off', async () => {
    assert.deepEqual(await kinds('hebailu'), ['duty-report.write'])
    assert.deepEqual(await kinds('zhouguyu'), ['duty-report.help', 'duty-report.write'])
    const own = await memberOf('何白露')
    const words = {
      pledges: '',
      deeds: '',
      gains: '会看图纸',
      shortcomings: '发言少',
      lastYearProblems: '',
      nextYear: '管好水渠',
    }
    const report = { appraisalId, memberId: own, revision: null, words }
    const handed = await call(
      'hebailu',
      'duty-report.submit',
      await call('hebailu', 'duty-report.write', report),
    )
    assert.deepEqual(await kinds('hebailu'), [])
    const [asked] = (await things('zhouguyu')).filter(({ kind }) => kind === 'duty-report.check')
    assert.deepEqual([asked?.subjectId, asked?.facts['org']], [orgId, '石门村党支部'])
    assert.deepEqual(await kinds('luqingming'), [])
    const seen = await call('hebailu', 'duty-report.show', { appraisalId, memberId: own })
    const checked = { reportId: seen.reportId, revision: handed.revision }
    await call('zhouguyu', 'duty-report.check', checked)
    assert.ok(!(await kinds('zhouguyu')).includes('duty-report.check'))
  })

  it('R-227: what concerns who runs the appraisal is seen to from above', async () => {
    const words = {
      pledges: '',
      deeds: '',
      gains: '会看图纸',
      shortcomings: '发言少',
      lastYearProblems: '',
      nextYear: '管好水渠',
    }
    const report = { appraisalId, memberId: secretaryMemberId, revision: null, words }
    const written = await call('zhouguyu', 'duty-report.write', report)
    const handed = await call('zhouguyu', 'duty-report.submit', written)
    assert.deepEqual(await kinds('luqingming'), ['duty-report.check-above'])
    const ask = { reportId: written.reportId, revision: handed.revision, text: '水渠通了没有？' }
    const questioned = await call('luqingming', 'duty-report.ask', ask)
    assert.deepEqual(await kinds('luqingming'), [], 'the answer is waited for')
    const { questions } = await call('zhouguyu', 'duty-report.show', {
      appraisalId,
      memberId: secretaryMemberId,
    })
    const [question] = questions as { id: string }[]
    const answer = {
      reportId: written.reportId,
      revision: questioned.revision,
      questionId: question?.id,
      answer: '通了。',
    }
    const answered = await call('zhouguyu', 'duty-report.answer', answer)
    assert.deepEqual(await kinds('luqingming'), ['duty-report.check-above'])
    await call('luqingming', 'duty-report.check', { reportId: written.reportId, revision: answered.revision })
    assert.deepEqual(await kinds('luqingming'), [])
  })

  it('R-184: voters are asked until they have their number, or the box is closed', async () => {
    const { rows } = await call('zhouguyu', 'duty-report.list', { appraisalId })
    const done = new Set(
      (rows as { memberId: string; state: string | null }[])
        .filter(({ state }) => state === 'checked')
        .map(({ memberId }) => memberId),
    )
    await house.rows(
      `update appraisal_roll set owes_report = false where appraisal_id = $1 and not (member_id = any($2::uuid[]))`,
      [appraisalId, [...done]],
    )
    await words(walked)
    assert.deepEqual(await kinds('hebailu'), [], 'nobody is asked for reports any more')
    const { boxId } = await call('zhouguyu', 'ballot.open-box', { appraisalId, paper: 'members', voters: [] })
    assert.deepEqual(await kinds('hebailu'), ['ballot.cast'])
    await call('hebailu', 'ballot.take-token', { boxId, token: drawNumber() })
    assert.deepEqual(await kinds('hebailu'), [])
    assert.deepEqual(await kinds('qinlidong'), ['ballot.cast'])
    await call('zhouguyu', 'ballot.close-box', { boxId })
    assert.deepEqual(await kinds('qinlidong'), [])
  })
})

describe('things to do after the ballots', async () => {
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
  const secretaryMemberId = await memberOf('周谷雨')
  const walked: Walked = {
    ...{ call, county: 'qingyuan', orgId, year: 2026, secretary: 'zhouguyu', above: 'luqingming' },
    secretaryMemberId,
  }
  const things = async (who: CastName) =>
    ((await house.call(who, 'message.things-to-do')).body.rows as Thing[]).filter(({ kind }) =>
      OURS.test(kind),
    )
  const kinds = async (who: CastName) => [...new Set((await things(who)).map(({ kind }) => kind))].toSorted()
  const remind = async () => {
    await house.rows(
      `select graphile_worker.add_job('appraisals-remind', json_build_object('county', $1::text, 'accountId', null, 'actorName', 'recurring', 'payload', '{}'::json))`,
      [house.county],
    )
    await house.runJobs()
  }
  const appraisalId = await begin(walked)
  await reports(walked)
  await words(walked)
  await ballots(walked, ['王婶', '李伯', '张叔', '赵姨', '孙姐', '钱哥'])
  const hebailu = await memberOf('何白露')

  it('R-178: the grade of who records the others is asked for from above once the meeting was held', async () => {
    assert.deepEqual(await kinds('luqingming'), [])
    const vote = { shouldAttend: 5, present: 5, written: 0, yes: 5, no: 0, abstain: 0 }
    const meeting = {
      appraisalId,
      body: 'committee',
      on: '2026-11-03',
      vote,
      minutes: '支委会会议记录第 10 次',
    }
    await call('zhouguyu', 'settlement.record-meeting', meeting)
    assert.deepEqual(await kinds('luqingming'), ['settlement.record-above'])
    await settle(walked)
    assert.deepEqual(await kinds('luqingming'), [])
    await sign(walked)
  })

  it('R-272: the day after the notice ends the one who runs it is told to go on', async () => {
    await hang(walked)
    await remind()
    assert.ok(!(await kinds('zhouguyu')).includes('appraisal.go-on'))
    house.at(beijing('11-12T09:00'))
    await remind()
    assert.ok((await kinds('zhouguyu')).includes('appraisal.go-on'))
    await goOn(walked)
    assert.equal((await show(walked)).stage, 'feedback')
  })

  it('R-186: talks are asked for, and the member reads until the day to answer', async () => {
    assert.ok((await kinds('zhouguyu')).includes('feedback.tell'))
    assert.deepEqual(await kinds('luqingming'), ['feedback.tell-above'])
    const { rows } = await call('zhouguyu', 'feedback.list', { appraisalId })
    for (const { id, memberId } of rows as { id: string; memberId: string }[]) {
      const who = memberId === secretaryMemberId ? 'luqingming' : 'zhouguyu'
      await call(who, 'feedback.tell', { feedbackId: id, revision: 1, how: 'inPerson', facts: null })
    }
    assert.ok(!(await kinds('zhouguyu')).includes('feedback.tell'))
    assert.deepEqual(await kinds('luqingming'), [])
    const [toRead] = await things('hebailu')
    assert.deepEqual([toRead?.kind, toRead?.dueOn], ['feedback.read', '2026-11-19'])
    await call('hebailu', 'feedback.confirm', { feedbackId: toRead?.subjectId })
    assert.deepEqual(await kinds('hebailu'), [])
  })

  it('R-191: a problem is planned, reported by its day, confirmed; past its day the branch is told once', async () => {
    house.at(beijing('11-28T09:00'))
    await goOn(walked)
    const problem = {
      appraisalId,
      memberId: hebailu,
      foundBy: 'organisation',
      words: '开会发言少，学习记录不全。',
    }
    const { problemId } = await call('zhouguyu', 'appraisal-problem.record', problem)
    assert.ok((await kinds('zhouguyu')).includes('rectification.plan'))
    assert.ok(!(await kinds('luqingming')).includes('rectification.plan'))
    const plan = { problemId, ownerMemberId: hebailu, measure: '每月补一次学习记录', dueOn: '2026-12-20' }
    const { itemId } = await call('zhouguyu', 'rectification.plan', plan)
    assert.ok(!(await kinds('zhouguyu')).includes('rectification.plan'))
    const [toReport] = await things('hebailu')
    assert.deepEqual([toReport?.kind, toReport?.dueOn], ['rectification.report', '2026-12-20'])
    house.at(beijing('12-21T09:00'))
    await remind()
    await remind()
    assert.equal((await things('zhouguyu')).filter(({ kind }) => kind === 'rectification.overdue').length, 1)
    await call('hebailu', 'rectification.report', { itemId, words: '十一月、十二月的记录补齐了。' })
    assert.deepEqual(await kinds('hebailu'), [])
    assert.ok((await kinds('zhouguyu')).includes('rectification.confirm'))
    assert.ok(!(await kinds('zhouguyu')).includes('rectification.overdue'))
    await call('zhouguyu', 'rectification.confirm', { itemId })
    assert.ok(!(await kinds('zhouguyu')).includes('rectification.confirm'))
    assert.equal(
      (await rollOf(walked)).some(({ memberId }) => memberId === hebailu),
      true,
    )
  })
})
