import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkDocument, wordsOf } from '../shared/document.ts'
import { plainDate as day } from '../shared/plain-date.ts'
import { toPoints } from '../shared/points.ts'
import { toAppraisalForm, toFeedbackDocument, toResultNotice } from './appraisal-documents.ts'
import { beginReport } from './duty-report.ts'
import { draftWords, type DutyFacts, toDutyReportDocument } from './duty-report-document.ts'
import { prepareFeedback } from './feedback.ts'
import { type Grade, noGrades } from './grade.ts'

const facts: DutyFacts = {
  memberName: '陈小满',
  orgName: '杨湾村党支部',
  pledges: [{ id: 'pl1', text: '教会十户修剪', outcome: '做到' }],
  deeds: [{ entryId: 'e1', on: day('2026-03-12'), words: '修渠一天', points: toPoints(150) }],
  hours: 1250,
  process: toPoints(8600),
  problems: [{ id: 'p1', words: '会上发言少', measure: '每次会说一条' }],
  missing: ['集中培训'],
}
const report = {
  ...beginReport({ id: 'r1', memberId: 'm1', orgId: 'o1', year: 2026, helper: null }, draftWords(facts)),
  onProblems: new Map([['p1', '说了七次']]),
}
const result = {
  process: toPoints(8600),
  processPercent: 80,
  appraisal: toPoints(8800),
  appraisalPercent: 20,
  score: toPoints(8640),
}
const ballot = { memberId: 'm1', counts: { ...noGrades, excellent: 3, qualified: 7 }, abstained: 1 }
const form = toAppraisalForm({
  year: 2026,
  orgName: facts.orgName,
  ruleVersions: ['v1'],
  memberName: facts.memberName,
  selfText: '今年教会十户。',
  input: {
    memberId: 'm1',
    points: toPoints(8600),
    proposal: 'qualified',
    schemeVersionId: 'v1',
    vetoes: [],
    membersBallot: ballot,
    massesBallot: ballot,
    dailyConduct: '来办事有回音',
  },
  settled: {
    memberId: 'm1',
    grade: 'excellent',
    opinion: '带头修渠',
    reason: '群众多次称好',
    differs: true,
    meeting: {
      body: 'committee',
      on: day('2026-12-22'),
      vote: { shouldAttend: 5, present: 5, written: 0, yes: 5, no: 0, abstain: 0 },
      minutesId: 'min1',
    },
    recordedBy: 'a2',
  },
  result,
})
const feedback = toFeedbackDocument({
  year: 2026,
  orgName: facts.orgName,
  ruleVersions: [],
  memberName: facts.memberName,
  appealTo: '柳河镇党委',
  feedback: {
    ...prepareFeedback({
      id: 'f1',
      memberId: 'm1',
      year: 2026,
      grade: 'qualified',
      opinion: '尽职',
      reason: '',
    }),
    toldOn: day('2026-12-30'),
    answerUntil: day('2027-01-06'),
    appealUntil: day('2027-01-14'),
  },
})
const notice = (scope: 'branch' | 'villageBoard', ...rows: readonly (readonly [string, Grade])[]) =>
  toResultNotice({
    year: 2026,
    orgName: facts.orgName,
    ruleVersions: [],
    scope,
    basis: { body: '县委组织部', number: '县组发〔2026〕40号', on: day('2026-11-25') },
    number: null,
    rows: rows.map(([name, grade]) => ({ memberId: name, name, grade, result })),
    withoutGrade: 2,
    period: { from: day('2026-12-23'), until: day('2026-12-30') },
    contact: { office: '村党群服务中心', phone: '0911-1234567' },
  })

test('R-190, R-229: the duty report sets words beside facts, with a word on each problem and on what is missing', () => {
  const document = toDutyReportDocument(report, facts, [])
  assert.ok(checkDocument(document).ok)
  const words = wordsOf(document)
  for (const part of [
    '修渠一天',
    '1.5',
    '12.5小时',
    '会上发言少',
    '整改情况：说了七次',
    '没有记录不等于没有做',
  ]) {
    assert.ok(words.includes(part), part)
  }
  const bare = { ...facts, pledges: [], deeds: [], problems: [], missing: [] }
  const empty = toDutyReportDocument(
    beginReport({ id: 'r2', memberId: 'm2', orgId: 'o1', year: 2026, helper: null }),
    bare,
    [],
  )
  assert.ok(checkDocument(empty).ok)
  assert.ok(wordsOf(empty).includes('上一年没有列出问题'))
})

test('R-185, R-192: the form shows points, both ballots and the decision side by side, and says who decides', () => {
  assert.ok(checkDocument(form).ok)
  const words = wordsOf(form)
  for (const part of [
    '党员票 3 7 0 0 1',
    '群众票',
    '积分建议格次：合格',
    '评定：优秀',
    '说明：群众多次称好',
    '格次由会议评定',
  ]) {
    assert.ok(words.includes(part), part)
  }
})

test('R-186, R-214: the feedback says how to answer and how to appeal', () => {
  assert.ok(checkDocument(feedback).ok)
  const words = wordsOf(feedback)
  for (const part of ['2027年1月6日以前', '柳河镇党委申诉', '没有参加评定的人', '以后提出的同样受理']) {
    assert.ok(words.includes(part), part)
  }
  assert.ok(feedback.signHere.includes('本人意见'))
})

test('R-191, R-278: the notice names all inside the branch; on a board names are masked and low grades only counted', () => {
  const rows = [
    ['陈小满', 'excellent'],
    ['欧阳明月', 'qualified'],
    ['李明', 'unqualified'],
  ] as const
  const inside = notice('branch', ...rows)
  const board = notice('villageBoard', ...rows)
  assert.ok(checkDocument(inside).ok && checkDocument(board).ok)
  assert.ok(wordsOf(inside).includes('李明 86.4 不合格'))
  const words = wordsOf(board)
  assert.ok(words.includes('陈*满') && words.includes('不合格1名') && words.includes('不定格次的2名'))
  assert.ok(!words.includes('陈小满') && !words.includes('李*') && !words.includes('李明'))
  assert.ok(checkDocument(notice('branch')).ok)
})
