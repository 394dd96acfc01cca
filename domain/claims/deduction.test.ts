import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nothingUsed } from '../points/credit.ts'
import { defaultSchemes } from '../schemes/default-schemes.ts'
import { toCreditRules } from '../schemes/scheme.ts'
import { plainDate as day } from '../shared/plain-date.ts'
import { toPoints } from '../shared/points.ts'
import { toWorkingCalendar } from '../shared/working-days.ts'
import {
  answerDeduction,
  type Deduction,
  dropDeduction,
  imposeDeduction,
  isPending,
  proposeDeduction,
  tellMember,
} from './deduction.ts'

const rural = defaultSchemes.find(({ field }) => field === 'rural') ?? assert.fail()
const item = rural.items.find(({ code }) => code === 'task-dropped') ?? assert.fail()
const rules = toCreditRules({ ...rural, id: 'v1' })
const proposal = {
  id: 'd1',
  memberId: 'm1',
  orgId: 'o1',
  itemCode: 'task-dropped',
  deedOn: day('2026-10-20'),
  facts: '10月8日认领清渠，10月20日没有到场，也没有说明',
  evidence: ['roster', 'paper'],
  quantity: 100,
  chosen: toPoints(100),
} as const
const secretary = { accountId: 'a2', memberId: 'm2' }
const deputy = { accountId: 'a3', memberId: 'm3' }
const clock = { calendar: toWorkingCalendar([]), answerWorkingDays: 5, today: day('2026-10-23') }
const on = (text: string) => ({ item, rules, used: { ...nothingUsed, process: 500 }, today: day(text) })
const proposed = () => {
  const made = proposeDeduction(proposal, item, secretary)
  return made.ok ? made.value : assert.fail(made.code)
}
const told = () => {
  const made = tellMember(proposed(), 'inPerson', clock)
  return made.ok ? made.value : assert.fail(made.code)
}
const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? 'yes' : decision.code)

test('R-249: a deduction is of a listed item, with facts and evidence, and not one’s own', () => {
  const award = rural.items.find(({ code }) => code === 'county-award')
  for (const [change, of, by, code] of [
    [{}, item, secretary, 'yes'],
    [{}, undefined, secretary, 'deduction-not-listed'],
    [{}, award, secretary, 'deduction-not-listed'],
    [{}, item, { ...secretary, memberId: 'm1' }, 'deduction-own'],
    [{ facts: '没来' }, item, secretary, 'deduction-needs-facts'],
    [{ evidence: [] }, item, secretary, 'deduction-needs-evidence'],
    [{ evidence: ['photo'] }, item, secretary, 'deduction-needs-evidence'],
    [{ chosen: toPoints(300) }, item, secretary, 'deduction-value-out-of-range'],
  ] as const) {
    assert.equal(codeOf(proposeDeduction({ ...proposal, ...change }, of, by)), code)
  }
})

test('R-248, R-271: illness, family, belief and complaints are never the fact of a deduction', () => {
  for (const facts of [
    '因病请假三次没有参加清渠',
    '家属在村口和人吵架',
    '到镇上信访反映问题',
    '参加烧香拜佛活动',
  ]) {
    assert.equal(
      codeOf(proposeDeduction({ ...proposal, facts }, item, secretary)),
      'deduction-against-policy',
      facts,
    )
  }
})

test('R-249: the member has five working days to answer from the day after being told', () => {
  const known = told()
  assert.deepEqual([known.state, known.toldOn, known.answerUntil], ['told', '2026-10-23', '2026-10-30'])
  assert.equal(
    codeOf(imposeDeduction(known, deputy, '查过登记', on('2026-10-30'))),
    'deduction-time-to-answer',
  )
  assert.equal(codeOf(imposeDeduction(known, deputy, '查过登记', on('2026-10-31'))), 'yes')
  assert.equal(
    codeOf(imposeDeduction(proposed(), deputy, '查过登记', on('2026-12-31'))),
    'deduction-wrong-state',
  )
  assert.equal(codeOf(tellMember(known, 'paper', clock)), 'deduction-wrong-state')
})

test('R-249: after the answer it can be decided, by somebody else than the proposer, with the reason', () => {
  const answered = answerDeduction(told(), 'm1', '那天送老人去医院，来不及说')
  assert.ok(answered.ok)
  assert.equal(answered.value.state, 'answered')
  const more = answerDeduction(answered.value, 'm1', '有票据')
  assert.ok(more.ok && more.value.answer === '那天送老人去医院，来不及说\n有票据')
  for (const [by, reason, code] of [
    [deputy, '票据查过，仍属没有说明', 'yes'],
    [secretary, 'x', 'deduction-own-proposal'],
    [{ accountId: 'a1', memberId: 'm1' }, 'x', 'deduction-own'],
    [deputy, ' ', 'deduction-needs-reason'],
  ] as const) {
    assert.equal(codeOf(imposeDeduction(more.value, by, reason, on('2026-10-26'))), code)
  }
  assert.equal(codeOf(answerDeduction(told(), 'm2', 'x')), 'deduction-not-yours')
  assert.equal(codeOf(answerDeduction(told(), 'm1', ' ')), 'deduction-answer-empty')
  assert.equal(codeOf(answerDeduction(proposed(), 'm1', 'x')), 'deduction-wrong-state')
})

test('R-240: what is imposed is negative and stops at zero', () => {
  const imposed = (process: number) => {
    const made = imposeDeduction(told(), deputy, '查过登记', {
      ...on('2026-11-02'),
      used: { ...nothingUsed, process },
    })
    return made.ok ? made.value : assert.fail(made.code)
  }
  assert.deepEqual(imposed(500).award, { raw: -100, credited: -100, limit: null })
  assert.deepEqual(imposed(40).award, { raw: -100, credited: -40, limit: { by: 'floor', cap: 0, used: 40 } })
  assert.equal(imposed(40).deduction.state, 'imposed')
})

test('R-249: a deduction can be dropped at any time before, and then keeps no month open', () => {
  const dropped = dropDeduction(told(), secretary, '说明属实', day('2026-10-26'))
  assert.ok(dropped.ok && dropped.value.state === 'dropped')
  assert.equal(
    codeOf(dropDeduction(told(), { accountId: 'a1', memberId: 'm1' }, 'x', day('2026-10-26'))),
    'deduction-own',
  )
  assert.equal(codeOf(dropDeduction(told(), secretary, '', day('2026-10-26'))), 'deduction-needs-reason')
  assert.equal(
    codeOf(dropDeduction(dropped.value, secretary, 'x', day('2026-10-26'))),
    'deduction-wrong-state',
  )
  const states: readonly Deduction['state'][] = ['proposed', 'told', 'answered', 'imposed', 'dropped']
  assert.deepEqual(
    states.map((state) => isPending({ state })),
    [true, true, true, false, false],
  )
})
