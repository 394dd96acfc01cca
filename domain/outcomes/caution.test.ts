import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AdverseFacts } from '../shared/adverse-gate.ts'
import { plainDate as day } from '../shared/plain-date.ts'
import type { Actor } from './adverse-step.ts'
import { answerCaution, draftCaution, endCaution, serveCaution } from './caution.ts'

const today = day('2027-02-10')
const officer: Actor = { author: { kind: 'person', accountId: 'a9' }, memberId: 'm9' }
const machine: Actor = { author: { kind: 'job' }, memberId: null }
const own: Actor = { author: { kind: 'person', accountId: 'a1' }, memberId: 'm1' }
const facts: AdverseFacts = {
  deciderName: '王建国',
  body: '杨湾村党支部委员会',
  decidedOn: day('2027-02-08'),
  reason: '年度评议不合格，承诺三项未做',
  proofOfServiceId: 's1',
}
const draft = {
  id: 'c1',
  memberId: 'm1',
  helpPlanId: 'h1',
  gaps: '承诺三项未做',
  requiredChange: '每月到组里走一趟',
}
const ok = <Value>(decision: { ok: true; value: Value } | { ok: false; code: string }) =>
  decision.ok ? decision.value : assert.fail(decision.code)
const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? 'yes' : decision.code)
const drafted = () => ok(draftCaution(draft))
const step = { disputed: false, today }

test('R-187: a caution names gaps and change, and stands beside a help plan', () => {
  for (const [change, code] of [
    [{}, 'yes'],
    [{ gaps: '' }, 'reason-missing'],
    [{ gaps: '因病没有参加活动' }, 'reason-against-policy'],
    [{ requiredChange: ' ' }, 'caution-part-missing'],
    [{ helpPlanId: '' }, 'caution-needs-help-plan'],
  ] as const) {
    assert.equal(codeOf(draftCaution({ ...draft, ...change })), code)
  }
})

test('R-212: it is in force with the five facts, and ends by another hand', () => {
  assert.equal(
    codeOf(serveCaution(drafted(), { ...facts, proofOfServiceId: '' }, officer, step)),
    'adverse-state-needs-proof',
  )
  assert.equal(codeOf(serveCaution(drafted(), facts, machine, step)), 'adverse-state-not-by-machine')
  const served = ok(serveCaution(drafted(), facts, officer, step))
  assert.equal(codeOf(serveCaution(served, facts, officer, step)), 'caution-wrong-state')
  assert.equal(codeOf(endCaution(served, '三个月都做到了', officer, today)), 'yes')
  assert.equal(codeOf(endCaution(served, ' ', officer, today)), 'caution-needs-reason')
  assert.equal(codeOf(endCaution(served, 'x', own, today)), 'caution-own-case')
  assert.equal(codeOf(endCaution(served, 'x', machine, today)), 'caution-by-machine')
  assert.equal(codeOf(endCaution(drafted(), 'x', officer, today)), 'caution-wrong-state')
})

test('R-213: the member answers a caution in force, and what was said before stays', () => {
  const served = ok(serveCaution(drafted(), facts, officer, step))
  assert.equal(codeOf(answerCaution(drafted(), 'm1', 'x')), 'caution-wrong-state')
  assert.equal(codeOf(answerCaution(served, 'm2', 'x')), 'caution-not-yours')
  assert.equal(codeOf(answerCaution(served, 'm1', ' ')), 'caution-answer-empty')
  const once = ok(answerCaution(served, 'm1', '两项做了没有报'))
  assert.equal(ok(answerCaution(once, 'm1', '还有一项在做')).answer, '两项做了没有报\n还有一项在做')
})
