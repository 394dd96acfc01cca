import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type AdverseFacts, type EntryAuthor, passGate } from './adverse-gate.ts'
import { plainDate as day } from './plain-date.ts'

const whole: AdverseFacts = {
  deciderName: '王建国',
  body: '柳河镇党委',
  decidedOn: day('2026-11-20'),
  reason: '认领的清渠任务三次没有去，也没有说明',
  proofOfServiceId: 's1',
}
const officer: EntryAuthor = { kind: 'person', accountId: 'a1' }
const today = day('2026-11-26')
const answerOf = (facts: AdverseFacts, author: EntryAuthor = officer) => {
  const decision = passGate(facts, author, today)
  return decision.ok ? 'passed' : decision.code
}

test('R-212: the gate asks for decider, body, date, reason and proof of service', () => {
  for (const [change, answer] of [
    [{}, 'passed'],
    [{ decidedOn: today }, 'passed'],
    [{ deciderName: ' ' }, 'adverse-state-needs-decider'],
    [{ body: '' }, 'adverse-state-needs-body'],
    [{ decidedOn: null }, 'adverse-state-needs-date'],
    [{ reason: ' ' }, 'adverse-state-needs-reason'],
    [{ proofOfServiceId: null }, 'adverse-state-needs-proof'],
    [{ proofOfServiceId: ' ' }, 'adverse-state-needs-proof'],
    [{ decidedOn: day('2026-11-27') }, 'state-date-in-future'],
  ] as const) {
    assert.equal(answerOf({ ...whole, ...change }), answer)
  }
})

test('R-212: jobs, imports, formulas and the API never pass, whatever they bring', () => {
  for (const kind of ['job', 'import', 'formula', 'api'] as const) {
    assert.equal(answerOf(whole, { kind }), 'adverse-state-not-by-machine')
  }
})

test('R-212: whatever the facts, what passed holds all five of them', () => {
  const word = fc.constantFrom('', ' ', '王建国', '柳河镇党委')
  const facts = fc.record({
    deciderName: word,
    body: word,
    decidedOn: fc.constantFrom(null, day('2026-11-20'), today, day('2027-01-01')),
    reason: word,
    proofOfServiceId: fc.constantFrom(null, '', 's1'),
  })
  fc.assert(
    fc.property(facts, (each) => {
      const decision = passGate(each, officer, today)
      if (!decision.ok) return
      const { deciderName, body, decidedOn, reason, proofOfServiceId } = decision.value
      assert.ok(deciderName && body && decidedOn && reason && proofOfServiceId)
      assert.ok(decidedOn <= today)
    }),
  )
})
