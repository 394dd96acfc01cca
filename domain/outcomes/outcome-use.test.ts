import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AdverseFacts } from '../shared/adverse-gate.ts'
import { plainDate as day } from '../shared/plain-date.ts'
import { type Actor, enterAdverse } from './adverse-step.ts'
import {
  checkAppointmentNotice,
  imposeLimit,
  isInForce,
  liftLimit,
  promotionFreeUntil,
  trialEndsOn,
  usualLimitUntil,
} from './limit.ts'
import type { OutcomeDraft } from './outcome-table.ts'
import {
  confirmAdverseUse,
  confirmUse,
  declineUse,
  recordDraft,
  recordNoUse,
  withdrawUses,
  withoutUse,
} from './outcome-use.ts'

const today = day('2027-01-20')
const officer: Actor = { author: { kind: 'person', accountId: 'a9' }, memberId: 'm9' }
const machine: Actor = { author: { kind: 'job' }, memberId: null }
const whole: AdverseFacts = {
  deciderName: '刘正',
  body: '县委组织部',
  decidedOn: day('2027-01-18'),
  reason: '年度评议基本合格，承诺三项未做也没有说明',
  proofOfServiceId: 's1',
}
const draft: OutcomeDraft = {
  memberId: 'm1',
  grade: 'basicallyQualified',
  use: 'noAwards',
  kind: 'limit',
  body: 'baseCommittee',
}
const limitUse = recordDraft(draft, 'u1', 2026)
const award = recordDraft(
  { ...draft, grade: 'excellent', use: 'cityAward', kind: 'encouragement' },
  'u2',
  2026,
)
const step = { disputed: false, today }
const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? 'yes' : decision.code)

test('R-212, R-217, R-271: an adverse step takes the five facts, another hand, nothing disputed and an allowed reason', () => {
  const own: Actor = { ...officer, memberId: 'm1' }
  for (const [change, by, disputed, code] of [
    [{}, officer, false, 'yes'],
    [{}, machine, false, 'adverse-state-not-by-machine'],
    [{}, own, false, 'adverse-state-own-case'],
    [{}, officer, true, 'adverse-state-disputed'],
    [{ proofOfServiceId: null }, officer, false, 'adverse-state-needs-proof'],
    [{ reason: '因病请假半年' }, officer, false, 'reason-against-policy'],
    [{ reason: '不好' }, officer, false, 'reason-too-short'],
  ] as const) {
    assert.equal(
      codeOf(enterAdverse({ ...whole, ...change }, by, { subjectMemberId: 'm1', disputed, today })),
      code,
    )
  }
})

test('R-187: an encouraging draft is taken up by a person with a document, a limit is not taken up that way', () => {
  assert.equal(codeOf(confirmUse(award, officer, '县组发〔2027〕2号', today)), 'yes')
  assert.equal(codeOf(confirmUse(award, officer, ' ', today)), 'outcome-needs-document')
  assert.equal(codeOf(confirmUse(award, machine, 'x', today)), 'outcome-by-machine')
  assert.equal(codeOf(confirmUse(award, { ...officer, memberId: 'm1' }, 'x', today)), 'outcome-own-case')
  assert.equal(codeOf(confirmUse(limitUse, officer, 'x', today)), 'outcome-is-adverse')
  assert.equal(
    codeOf(confirmUse({ ...award, state: 'declined' }, officer, 'x', today)),
    'outcome-wrong-state',
  )
})

test('R-212: a limit on the board is confirmed through the gate only', () => {
  const confirm = (
    change: Partial<AdverseFacts>,
    by = officer,
    document = '县组发〔2027〕3号',
    of = limitUse,
  ) => codeOf(confirmAdverseUse(of, { facts: { ...whole, ...change }, document }, by, step))
  assert.equal(confirm({}), 'yes')
  assert.equal(confirm({ decidedOn: null }), 'adverse-state-needs-date')
  assert.equal(confirm({}, machine), 'adverse-state-not-by-machine')
  assert.equal(confirm({}, officer, ' '), 'outcome-needs-document')
  assert.equal(confirm({}, officer, 'x', award), 'outcome-is-not-adverse')
})

test('R-187, S-162: every graded member has a confirmed use or a reason', () => {
  const confirmed = confirmUse(award, officer, '县组发〔2027〕2号', today)
  const declined = declineUse(
    recordDraft({ ...draft, memberId: 'm2' }, 'u3', 2026),
    officer,
    '名额已满，下次优先',
    today,
  )
  const noUse = recordNoUse({ memberId: 'm3', year: 2026 }, officer, '本年度没有适合的表彰项目', today)
  assert.ok(confirmed.ok && declined.ok && noUse.ok)
  assert.deepEqual(withoutUse(['m1', 'm2', 'm3', 'm4'], [confirmed.value, declined.value], [noUse.value]), [
    'm2',
    'm4',
  ])
  assert.equal(
    codeOf(recordNoUse({ memberId: 'm3', year: 2026 }, machine, '本年度没有适合的项目', today)),
    'outcome-by-machine',
  )
  assert.equal(
    codeOf(recordNoUse({ memberId: 'm9', year: 2026 }, officer, '本年度没有适合的项目', today)),
    'outcome-own-case',
  )
  assert.equal(codeOf(recordNoUse({ memberId: 'm3', year: 2026 }, officer, '', today)), 'reason-missing')
  assert.equal(codeOf(declineUse(award, officer, '因病不考虑', today)), 'reason-against-policy')
  assert.equal(codeOf(declineUse(award, machine, '名额已满', today)), 'outcome-by-machine')
})

test('R-218: a grade put right on appeal takes its uses with it', () => {
  assert.deepEqual(
    withdrawUses([limitUse, { ...award, memberId: 'm2' }], 'm1', '申诉成立').map(({ state }) => state),
    ['withdrawn', 'drafted'],
  )
})

const limit = {
  id: 'l1',
  memberId: 'm1',
  kind: 'awards',
  from: day('2027-01-20'),
  until: day('2028-01-19'),
  document: '县组发〔2027〕3号',
} as const

test('R-212: a limit has start, end, document and the five facts, and can be lifted with a reason', () => {
  const impose = (change: Partial<Parameters<typeof imposeLimit>[0]>, facts: Partial<AdverseFacts> = {}) =>
    codeOf(imposeLimit({ ...limit, ...change }, { ...whole, ...facts }, officer, step))
  assert.equal(impose({}), 'yes')
  assert.equal(impose({ until: day('2027-01-19') }), 'limit-needs-end')
  assert.equal(impose({ document: '' }), 'limit-needs-document')
  assert.equal(impose({ from: day('2027-01-17') }), 'limit-before-decision')
  assert.equal(impose({}, { body: '' }), 'adverse-state-needs-body')
  const imposed = imposeLimit(limit, whole, officer, step)
  assert.ok(imposed.ok)
  assert.equal(isInForce(imposed.value, day('2028-01-19')), true)
  assert.equal(isInForce(imposed.value, day('2028-01-20')), false)
  assert.equal(isInForce(imposed.value, day('2027-01-19')), false)
  const lifted = liftLimit(imposed.value, officer, '申诉成立', day('2027-03-01'))
  assert.ok(lifted.ok)
  assert.equal(isInForce(lifted.value, day('2027-03-01')), false)
  assert.equal(codeOf(liftLimit(lifted.value, officer, 'x', today)), 'limit-not-in-force')
  assert.equal(codeOf(liftLimit(imposed.value, officer, ' ', today)), 'limit-needs-reason')
  assert.equal(codeOf(liftLimit(imposed.value, machine, 'x', today)), 'limit-by-machine')
  assert.equal(usualLimitUntil(day('2027-01-20')), '2028-01-20')
})

test('R-262, R-265: after a down measure promotion waits a year, two after a demotion', () => {
  assert.equal(promotionFreeUntil('movePost', day('2026-03-10')), '2027-03-10')
  assert.equal(promotionFreeUntil('demote', day('2026-03-10')), '2028-03-10')
})

test('R-270: an appointment stands on notice five working days, and a leading post begins with a year of trial', () => {
  assert.equal(codeOf(checkAppointmentNotice(5)), 'yes')
  assert.equal(codeOf(checkAppointmentNotice(4)), 'appointment-notice-too-short')
  assert.equal(trialEndsOn(day('2027-02-01')), '2028-02-01')
})
