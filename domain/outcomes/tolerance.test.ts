import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LedgerEntry } from '../points/entry.ts'
import { parsePlainMonth, plainDate as day } from '../shared/plain-date.ts'
import { toPoints } from '../shared/points.ts'
import { toWorkingCalendar } from '../shared/working-days.ts'
import type { Actor } from './adverse-step.ts'
import {
  acceptTolerance,
  reopenTolerance,
  answerTolerance,
  applyForTolerance,
  checkTolerance,
  distinctions,
  findTolerance,
  isToleranceOverdue,
  reverseTolerated,
  type ToleranceCase,
  toleranceConditions,
  toleratedEntryIds,
} from './tolerance.ts'

const calendar = toWorkingCalendar([])
const on = (text: string) => ({ calendar, today: day(text) })
const officer: Actor = { author: { kind: 'person', accountId: 'a9' }, memberId: 'm9' }
const finder: Actor = { author: { kind: 'person', accountId: 'a8' }, memberId: null }
const own: Actor = { author: { kind: 'person', accountId: 'a1' }, memberId: 'm1' }
const machine: Actor = { author: { kind: 'api' }, memberId: null }
const application = {
  id: 't1',
  memberId: 'm1',
  matter: '引种新品种受冻，三十亩没有收成',
  deductionEntryIds: ['e1'],
  appliedBy: 'member',
} as const
const ok = <Value>(decision: { ok: true; value: Value } | { ok: false; code: string }) =>
  decision.ok ? decision.value : assert.fail(decision.code)
const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? 'yes' : decision.code)
const check = {
  conditions: { dutyOrReform: true, lawsKept: true, careTaken: true, noPrivateGain: true },
  distinctions: {
    inexperienceNotKnowingBreach: true,
    notForbiddenNotDefiance: true,
    forDevelopmentNotGain: true,
  },
  factors: {
    motive: '想让大家多收',
    conditions: '没有先例',
    procedure: '开过会',
    nature: '技术失误',
    consequence: '三十亩',
    repair: '已改种',
  },
  exclusions: [],
} as const
const applied = () => ok(applyForTolerance(application, { ...on('2026-10-12'), sameMatterOpen: false }))
const accepted = () =>
  ok(acceptTolerance(applied(), { accepted: true, reason: '' }, officer, on('2026-10-13')))
const checkedBy = (change: Partial<Parameters<typeof checkTolerance>[1]> = {}) =>
  ok(checkTolerance(accepted(), { ...check, ...change }, officer, on('2026-10-20')))
const finding = {
  tolerated: true,
  body: '县纪委监委、县委组织部',
  document: '县容〔2026〕2号',
  reason: '四项条件都符合',
}
const find = (of: ToleranceCase, change: Partial<typeof finding> = {}, by = finder) =>
  findTolerance(of, { ...finding, ...change }, by, on('2026-10-26'))

test('R-260: apply, accept, check, find, answer, each with its working days and one matter at a time', () => {
  assert.equal(applied().dueOn, '2026-10-19')
  assert.equal(accepted().dueOn, '2026-11-10')
  const found = ok(find(checkedBy()))
  assert.equal(found.dueOn, '2026-11-02')
  const answered = ok(answerTolerance(found, officer, day('2026-10-28')))
  assert.deepEqual([answered.state, answered.answeredOn, answered.dueOn], ['tolerated', '2026-10-28', null])
  assert.equal(codeOf(answerTolerance(answered, officer, day('2026-10-28'))), 'tolerance-wrong-state')
  assert.equal(isToleranceOverdue(applied(), day('2026-10-20')), true)
  assert.equal(isToleranceOverdue(applied(), day('2026-10-19')), false)
  assert.equal(
    codeOf(applyForTolerance(application, { ...on('2026-10-12'), sameMatterOpen: true })),
    'tolerance-matter-open',
  )
  assert.equal(
    codeOf(
      applyForTolerance({ ...application, matter: ' ' }, { ...on('2026-10-12'), sameMatterOpen: false }),
    ),
    'tolerance-matter-empty',
  )
})

test('R-260: it can be turned down at the door with a reason, and is answered all the same', () => {
  const turned = acceptTolerance(
    applied(),
    { accepted: false, reason: '事情不属于履职' },
    officer,
    on('2026-10-13'),
  )
  assert.ok(turned.ok && turned.value.state === 'notAccepted')
  assert.equal(codeOf(answerTolerance(turned.value, officer, day('2026-10-14'))), 'yes')
  for (const [accept, by, code] of [
    [{ accepted: false, reason: ' ' }, officer, 'tolerance-needs-reason'],
    [{ accepted: true, reason: '' }, own, 'tolerance-own-case'],
    [{ accepted: true, reason: '' }, machine, 'tolerance-by-machine'],
  ] as const) {
    assert.equal(codeOf(acceptTolerance(applied(), accept, by, on('2026-10-13'))), code)
  }
  assert.equal(
    codeOf(acceptTolerance(accepted(), { accepted: true, reason: '' }, officer, on('2026-10-13'))),
    'tolerance-wrong-state',
  )
  assert.equal(codeOf(answerTolerance(applied(), officer, day('2026-10-14'))), 'tolerance-wrong-state')
})

test('R-256: every condition is needed', () => {
  assert.equal(codeOf(find(checkedBy())), 'yes')
  for (const condition of toleranceConditions) {
    const of = checkedBy({ conditions: { ...check.conditions, [condition]: false } })
    assert.equal(codeOf(find(of)), 'tolerance-conditions-not-met', condition)
    assert.equal(codeOf(find(of, { tolerated: false, reason: '条件不全' })), 'yes')
  }
})

test('R-257: every distinction falls on the honest side', () => {
  for (const distinction of distinctions) {
    const of = checkedBy({ distinctions: { ...check.distinctions, [distinction]: false } })
    assert.equal(codeOf(find(of)), 'tolerance-distinction-not-met', distinction)
  }
})

test('R-258: six factors are weighed in words', () => {
  assert.equal(
    codeOf(
      checkTolerance(
        accepted(),
        { ...check, factors: { ...check.factors, repair: ' ' } },
        officer,
        on('2026-10-20'),
      ),
    ),
    'tolerance-factor-empty',
  )
  assert.equal(codeOf(checkTolerance(accepted(), check, own, on('2026-10-20'))), 'tolerance-own-case')
  assert.equal(codeOf(checkTolerance(accepted(), check, machine, on('2026-10-20'))), 'tolerance-by-machine')
  assert.equal(codeOf(checkTolerance(applied(), check, officer, on('2026-10-20'))), 'tolerance-wrong-state')
})

test('R-259: a major safety accident is never tolerated', () => {
  assert.equal(codeOf(find(checkedBy({ exclusions: ['majorSafetyAccident'] }))), 'tolerance-excluded')
})

test('R-256: somebody else than the checker finds, with body, document and reason', () => {
  for (const [change, by, code] of [
    [{}, officer, 'tolerance-checker-finds'],
    [{}, own, 'tolerance-own-case'],
    [{}, machine, 'tolerance-by-machine'],
    [{ document: '' }, finder, 'tolerance-needs-document'],
    [{ body: ' ' }, finder, 'tolerance-needs-document'],
    [{ reason: '' }, finder, 'tolerance-needs-reason'],
  ] as const) {
    assert.equal(codeOf(find(checkedBy(), change, by)), code)
  }
  assert.equal(codeOf(find(accepted())), 'tolerance-wrong-state')
})

const entry = (id: string, change: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id,
  memberId: 'm1',
  orgId: 'o1',
  kind: 'deduction',
  term: 'deductions',
  itemCode: 'task-dropped',
  raw: toPoints(-200),
  credited: toPoints(-150),
  limit: null,
  schemeVersionId: 'v1',
  deedOn: day('2026-09-01'),
  postedAt: new Date('2026-09-10T02:00:00Z'),
  month: parsePlainMonth('2026-09') ?? assert.fail(),
  authorId: 'a2',
  reviewerId: 'a3',
  source: { kind: 'deduction', id: 'd1' },
  evidence: [],
  refersTo: null,
  reason: '没有说明',
  ...change,
})
const answering = () => ({
  id: 'r1',
  orgId: 'o1',
  postedAt: new Date('2026-10-28T02:00:00Z'),
  month: parsePlainMonth('2026-10') ?? assert.fail(),
  authorId: 'a9',
  reviewerId: 'a8',
  reviewerMemberId: null,
  source: { kind: 'objection', id: 't1' } as const,
  reason: '容错认定 县容〔2026〕2号',
})

test('R-261: deductions of a tolerated matter are reversed and count nowhere; others stay', () => {
  const found = ok(find(checkedBy()))
  const lines = [
    entry('e1'),
    entry('e2'),
    entry('e3', { kind: 'award', raw: toPoints(200), credited: toPoints(200) }),
  ]
  const written = reverseTolerated(found, lines, answering)
  assert.ok(written.ok)
  assert.deepEqual(
    written.value.map(({ kind, refersTo, credited }) => [kind, refersTo, credited]),
    [['reversal', 'e1', 150]],
  )
  const again = reverseTolerated(found, [...lines, ...written.value], answering)
  assert.ok(again.ok && again.value.length === 0)
  assert.equal(codeOf(reverseTolerated(checkedBy(), lines, answering)), 'tolerance-wrong-state')
  assert.deepEqual(
    [...toleratedEntryIds([found, { ...found, state: 'notTolerated', deductionEntryIds: ['e2'] }])],
    ['e1'],
  )
})

test('R-218: an upheld appeal has a matter checked anew, with nothing left of the first check', () => {
  const applied = ok(applyForTolerance(application, { ...on('2026-11-03'), sameMatterOpen: false }))
  const accepted = ok(acceptTolerance(applied, { accepted: true, reason: '' }, officer, on('2026-11-04')))
  assert.equal(codeOf(reopenTolerance(accepted, on('2026-11-05'))), 'tolerance-wrong-state')
  const checked = ok(checkTolerance(accepted, check, officer, on('2026-11-05')))
  const no = { tolerated: false, body: '县委', document: '1号', reason: '损失没有挽回' }
  const found = ok(findTolerance(checked, no, finder, on('2026-11-06')))
  const again = ok(reopenTolerance(found, on('2026-11-09')))
  assert.deepEqual([again.state, again.check, again.finding, again.reason], ['accepted', null, null, null])
  assert.equal(again.dueOn, '2026-12-07')
  const declined = ok(
    acceptTolerance(applied, { accepted: false, reason: '材料不全' }, officer, on('2026-11-04')),
  )
  assert.equal(ok(reopenTolerance(declined, on('2026-11-09'))).state, 'accepted')
})
