import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AdverseFacts } from '../shared/adverse-gate.ts'
import { plainDate as day } from '../shared/plain-date.ts'
import type { Actor } from './adverse-step.ts'
import { type AssessedYear, findDownTriggers } from './down-trigger.ts'
import { evaluateHelp, helpFailed, makeHelpPlan, noteHelp } from './help-plan.ts'
import {
  answerWarning,
  confirmChange,
  countWarnings,
  decideMeasure,
  draftWarning,
  explainNoTalk,
  holdTalk,
  liftWarning,
  serveWarning,
  usualChangeBy,
  type Warning,
} from './warning.ts'

const today = day('2026-06-10')
const officer: Actor = { author: { kind: 'person', accountId: 'a9' }, memberId: 'm9' }
const machine: Actor = { author: { kind: 'job' }, memberId: null }
const own: Actor = { author: { kind: 'person', accountId: 'a1' }, memberId: 'm1' }
const facts: AdverseFacts = {
  deciderName: '刘正',
  body: '县委组织部',
  decidedOn: day('2026-06-08'),
  reason: '两个重点项目连续两次逾期，也没有说明',
  proofOfServiceId: 's1',
}
const draft = {
  id: 'w1',
  memberId: 'm1',
  colour: 'yellow',
  graveFor: null,
  facts: '两个重点项目连续两次逾期',
  standard: '年度重点工作任务书第三项',
  requiredChange: '九月前完成前期手续',
  helperName: '赵明',
  changeBy: day('2026-09-10'),
} as const
const step = { disputed: false, today }
const ok = <Value>(decision: { ok: true; value: Value } | { ok: false; code: string }) =>
  decision.ok ? decision.value : assert.fail(decision.code)
const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? 'yes' : decision.code)
const drafted = (): Warning => ok(draftWarning(draft, today))
const noticed = () => ok(serveWarning(drafted(), facts, officer, step))
const talked = () => ok(holdTalk(noticed(), '当面说了两个项目的情况', officer, today))

test('R-268: a warning names facts, standard, required change, helper and day', () => {
  for (const [change, code] of [
    [{}, 'yes'],
    [{ facts: ' ' }, 'warning-part-missing'],
    [{ standard: '' }, 'warning-part-missing'],
    [{ requiredChange: '' }, 'warning-part-missing'],
    [{ helperName: '' }, 'warning-part-missing'],
    [{ changeBy: today }, 'warning-change-date-past'],
    [{ facts: '因病长期不在岗位上' }, 'reason-against-policy'],
  ] as const) {
    assert.equal(codeOf(draftWarning({ ...draft, ...change }, today)), code)
  }
  assert.equal(usualChangeBy(day('2026-06-10')), '2026-09-10')
})

test('R-267: orange and red begin only where the case is grave, and the reason says so', () => {
  assert.equal(codeOf(draftWarning({ ...draft, colour: 'orange' }, today)), 'warning-needs-grave-reason')
  assert.equal(
    codeOf(draftWarning({ ...draft, colour: 'red', graveFor: '造成汛期险情未上报' }, today)),
    'yes',
  )
})

test('R-212, R-266: the notice takes effect when it was decided and handed over', () => {
  assert.equal(drafted().served, null)
  assert.equal(noticed().state, 'noticed')
  assert.equal(
    codeOf(serveWarning(drafted(), { ...facts, proofOfServiceId: null }, officer, step)),
    'adverse-state-needs-proof',
  )
  assert.equal(codeOf(serveWarning(drafted(), facts, machine, step)), 'adverse-state-not-by-machine')
  assert.equal(codeOf(serveWarning(drafted(), facts, own, step)), 'adverse-state-own-case')
  assert.equal(
    codeOf(serveWarning(drafted(), facts, officer, { ...step, disputed: true })),
    'adverse-state-disputed',
  )
  assert.equal(codeOf(serveWarning(noticed(), facts, officer, step)), 'warning-wrong-state')
})

test('R-213, R-268: whoever is warned answers, and the answer stays', () => {
  assert.equal(ok(answerWarning(noticed(), 'm1', '手续卡在用地')).answer, '手续卡在用地')
  assert.equal(codeOf(answerWarning(noticed(), 'm2', 'x')), 'warning-not-yours')
  assert.equal(codeOf(answerWarning(noticed(), 'm1', ' ')), 'warning-answer-empty')
  assert.equal(codeOf(answerWarning(drafted(), 'm1', 'x')), 'warning-wrong-state')
})

test('R-266: the talk follows the notice; where none was held the reason stands there', () => {
  assert.equal(codeOf(holdTalk(noticed(), ' ', officer, today)), 'warning-talk-empty')
  assert.equal(codeOf(holdTalk(noticed(), 'x', machine, today)), 'warning-by-machine')
  assert.equal(codeOf(holdTalk(noticed(), 'x', own, today)), 'warning-own-case')
  assert.equal(codeOf(holdTalk(drafted(), 'x', officer, today)), 'warning-wrong-state')
  assert.equal(ok(explainNoTalk(noticed(), '本人外出学习，回来后再谈')).noTalkFor, '本人外出学习，回来后再谈')
  assert.equal(codeOf(explainNoTalk(noticed(), '')), 'warning-needs-reason')
  assert.equal(codeOf(explainNoTalk(talked(), 'x')), 'warning-talked-already')
  const two = [
    ok(holdTalk(noticed(), '谈过', officer, today)),
    { ...ok(explainNoTalk(noticed(), '外出')), memberId: 'm2' },
  ]
  assert.deepEqual(countWarnings([...two, drafted()]), { warned: 2, talked: 1, explained: 1, measured: 0 })
})

test('R-268: the warning ends when somebody else confirms the change', () => {
  const ended = ok(confirmChange(talked(), '两个项目手续已办完', officer, day('2026-08-20')))
  assert.deepEqual([ended.state, ended.endedOn], ['changed', '2026-08-20'])
  assert.equal(codeOf(confirmChange(talked(), 'x', own, today)), 'warning-own-case')
  assert.equal(codeOf(confirmChange(talked(), 'x', machine, today)), 'warning-by-machine')
  assert.equal(codeOf(confirmChange(talked(), ' ', officer, today)), 'warning-needs-reason')
  assert.equal(codeOf(confirmChange(ended, 'x', officer, today)), 'warning-wrong-state')
  assert.equal(codeOf(confirmChange(drafted(), 'x', officer, today)), 'warning-wrong-state')
})

test('R-262, R-266: a down measure comes after notice, talk and the day of change, by decision with document', () => {
  const decide = (
    of: Warning,
    on: string,
    change: { document?: string; facts?: AdverseFacts } = {},
    by = officer,
  ) =>
    codeOf(
      decideMeasure(of, { kind: 'movePost', document: '县任〔2026〕8号', facts, ...change }, by, {
        disputed: false,
        today: day(on),
      }),
    )
  assert.equal(decide(talked(), '2026-09-11'), 'yes')
  assert.equal(decide(talked(), '2026-09-10'), 'warning-change-date-running')
  assert.equal(decide(noticed(), '2026-09-11'), 'warning-needs-talk-first')
  assert.equal(decide(drafted(), '2026-09-11'), 'warning-wrong-state')
  assert.equal(decide(talked(), '2026-09-11', { document: ' ' }), 'warning-needs-document')
  assert.equal(
    decide(talked(), '2026-09-11', { facts: { ...facts, deciderName: '' } }),
    'adverse-state-needs-decider',
  )
  assert.equal(decide(talked(), '2026-09-11', {}, machine), 'adverse-state-not-by-machine')
  assert.equal(decide({ ...talked(), colour: 'red', graveFor: 'x' }, '2026-06-12'), 'yes')
  const measured = ok(
    decideMeasure(talked(), { kind: 'movePost', document: 'x', facts }, officer, {
      disputed: false,
      today: day('2026-10-01'),
    }),
  )
  assert.equal(codeOf(confirmChange(measured, 'x', officer, today)), 'warning-wrong-state')
  assert.equal(codeOf(liftWarning(measured, '申诉成立', officer, today)), 'yes')
})

test('R-263: the lowest grade, two years running above it, or weak ballots make the body look', () => {
  const year = (
    of: number,
    grade: AssessedYear['grade'],
    ballots: AssessedYear['ballots'] = null,
  ): AssessedYear => ({
    year: of,
    grade,
    ballots,
    notToBeCounted: false,
  })
  const papers = (basicallyCompetent: number, incompetent: number) => ({
    valid: 100,
    basicallyCompetent,
    incompetent,
  })
  for (const [years, triggers] of [
    [[], []],
    [[year(2026, 'unqualified')], ['unqualified']],
    [[year(2025, 'unqualified'), year(2026, 'qualified')], []],
    [[year(2026, 'basicallyQualified'), year(2025, 'basicallyQualified')], ['twiceBasicallyQualified']],
    [[year(2026, 'basicallyQualified'), year(2024, 'basicallyQualified')], []],
    [[year(2026, 'basicallyQualified')], []],
    [[year(2026, 'qualified', papers(14, 16))], ['ballots']],
    [[year(2026, 'qualified', papers(13, 16))], []],
    [[year(2026, 'qualified', papers(40, 15))], []],
  ] as const) {
    assert.deepEqual(findDownTriggers(years), triggers)
  }
})

test('R-271: a year empty through illness, leave or exemption counts neither way', () => {
  const years: AssessedYear[] = [
    { year: 2026, grade: 'unqualified', ballots: null, notToBeCounted: true },
    { year: 2025, grade: 'qualified', ballots: null, notToBeCounted: false },
  ]
  assert.deepEqual(findDownTriggers(years), [])
})

test('R-187: a help plan names gaps, measures and helper; it failed only after its time and after something was done', () => {
  const plan = {
    id: 'h1',
    memberId: 'm1',
    year: 2026,
    gaps: '承诺没有做',
    measures: '每月到组里走一趟',
    helperNames: ['赵明'],
    from: day('2027-02-01'),
    until: day('2027-08-01'),
  }
  for (const [change, code] of [
    [{}, 'yes'],
    [{ gaps: '' }, 'help-plan-needs-gaps'],
    [{ measures: '' }, 'help-plan-needs-measures'],
    [{ helperNames: [' '] }, 'help-plan-needs-helper'],
    [{ until: day('2027-02-01') }, 'help-plan-dates-wrong'],
  ] as const) {
    assert.equal(codeOf(makeHelpPlan({ ...plan, ...change })), code)
  }
  const made = ok(makeHelpPlan(plan))
  const noted = ok(noteHelp(made, '上门谈了一次', day('2027-03-01')))
  const evaluate = (
    of: typeof made,
    result: 'changed' | 'notChanged',
    on: string,
    word = '说了难处',
    by = officer,
  ) => codeOf(evaluateHelp(of, { result, memberWord: word }, by, day(on)))
  assert.equal(evaluate(noted, 'notChanged', '2027-08-01'), 'yes')
  assert.equal(evaluate(noted, 'notChanged', '2027-07-31'), 'help-plan-too-early')
  assert.equal(evaluate(made, 'notChanged', '2027-08-01'), 'help-plan-without-steps')
  assert.equal(evaluate(made, 'changed', '2027-03-01'), 'yes')
  assert.equal(evaluate(noted, 'notChanged', '2027-08-01', ' '), 'help-plan-member-not-heard')
  assert.equal(evaluate(noted, 'notChanged', '2027-08-01', 'x', own), 'help-plan-own-case')
  assert.equal(evaluate(noted, 'notChanged', '2027-08-01', 'x', machine), 'help-plan-by-machine')
  const failed = ok(
    evaluateHelp(noted, { result: 'notChanged', memberWord: 'x' }, officer, day('2027-08-02')),
  )
  assert.deepEqual(
    [helpFailed(failed), helpFailed(noted), helpFailed({ ...failed, result: 'partly' })],
    [true, false, false],
  )
  assert.equal(codeOf(noteHelp(failed, 'x', today)), 'help-plan-over')
  assert.equal(codeOf(noteHelp(made, ' ', today)), 'help-plan-step-empty')
})
