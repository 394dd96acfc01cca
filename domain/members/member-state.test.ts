import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AdverseFacts, EntryAuthor } from '../shared/adverse-gate.ts'
import { plainDate as day } from '../shared/plain-date.ts'
import { decideCorrection, requestCorrection } from './correction.ts'
import {
  adverseStates,
  annulByAppeal,
  isOnRoll,
  memberStates,
  needsCase,
  receivesReminders,
  recordAdverseState,
  recordDeath,
  restoreMembership,
} from './member-state.ts'
import { endTag, setTag, type TagSpan, tagsOn } from './tag.ts'

const today = day('2026-06-01')
const person: EntryAuthor = { kind: 'person', accountId: 'officer' }
const member = { state: 'active', membershipKind: 'full', admittedOn: day('2008-06-03') } as const
const facts: AdverseFacts = {
  deciderName: '赵明',
  body: '中共柳林镇委员会',
  decidedOn: day('2026-05-20'),
  reason: '失去联系超过六个月，多次查找未果',
  proofOfServiceId: 'file-1',
}
const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? 'yes' : decision.code)

test('R-212: an adverse state is entered by a person with all five facts', () => {
  const recorded = recordAdverseState(member, 'suspended', facts, person, today)
  assert.ok(recorded.ok)
  assert.deepEqual(recorded.value, {
    from: 'active',
    to: 'suspended',
    on: '2026-05-20',
    author: person,
    facts,
  })
})

test('R-212: no job, import or formula enters an adverse state', () => {
  for (const kind of ['job', 'import', 'formula'] as const) {
    for (const state of adverseStates) {
      assert.equal(
        codeOf(recordAdverseState(member, state, facts, { kind }, today)),
        'adverse-state-not-by-machine',
      )
    }
  }
})

test('R-193, R-208: leaving the rolls against the own will follows a case and is no entry by hand', () => {
  assert.deepEqual(memberStates.filter(needsCase), ['persuadedToWithdraw', 'removedFromRolls', 'expelled'])
})

test('R-214, R-218: a decision lifted on appeal brings the member back, by a person', () => {
  const lift = (state: (typeof memberStates)[number], author: EntryAuthor = person, on = '2026-06-01') =>
    codeOf(annulByAppeal({ ...member, state }, day(on), author, today))
  for (const state of memberStates) {
    assert.equal(lift(state), needsCase(state) ? 'yes' : 'member-state-unchanged', state)
  }
  assert.equal(lift('removedFromRolls', { kind: 'job' }), 'adverse-state-not-by-machine')
  assert.equal(lift('removedFromRolls', person, '2026-06-02'), 'state-date-in-future')
})

test('R-212: each of the five facts is needed', () => {
  for (const [change, code] of [
    [{ deciderName: ' ' }, 'adverse-state-needs-decider'],
    [{ body: '' }, 'adverse-state-needs-body'],
    [{ decidedOn: null }, 'adverse-state-needs-date'],
    [{ reason: '' }, 'adverse-state-needs-reason'],
    [{ proofOfServiceId: null }, 'adverse-state-needs-proof'],
    [{ decidedOn: day('2026-06-02') }, 'state-date-in-future'],
    [{ decidedOn: day('2008-06-02') }, 'state-date-before-admission'],
  ] as const) {
    assert.equal(
      codeOf(recordAdverseState(member, 'removedFromRolls', { ...facts, ...change }, person, today)),
      code,
    )
  }
  assert.equal(
    codeOf(recordAdverseState(member, 'probationCancelled', facts, person, today)),
    'member-not-probationary',
  )
  assert.equal(
    codeOf(recordAdverseState({ ...member, state: 'expelled' }, 'suspended', facts, person, today)),
    'member-already-closed',
  )
  assert.equal(
    codeOf(recordAdverseState({ ...member, state: 'suspended' }, 'suspended', facts, person, today)),
    'member-state-unchanged',
  )
})

test('R-143: a stopped member may be restored', () => {
  const restored = restoreMembership({ ...member, state: 'suspended' }, day('2026-05-30'), person, today)
  assert.ok(restored.ok && restored.value.to === 'active')
})

test('R-143: one who was persuaded out, removed or expelled is not restored', () => {
  for (const state of ['persuadedToWithdraw', 'removedFromRolls', 'expelled', 'active'] as const) {
    assert.equal(
      codeOf(restoreMembership({ ...member, state }, today, person, today)),
      'member-not-suspended',
    )
  }
})

test('R-175: a death closes the file and stops reminders the same day', () => {
  const death = recordDeath(member, day('2026-05-28'), person, today)
  assert.ok(death.ok)
  assert.equal(death.value.change.to, 'deceased')
  assert.equal(death.value.remindersStopOn, today)
  assert.equal(death.value.condolenceDue, true)
  assert.equal(receivesReminders('deceased'), false)
})

test('R-175: a death in the future, before admission or of a closed file is refused', () => {
  assert.equal(codeOf(recordDeath(member, day('2026-06-02'), person, today)), 'state-date-in-future')
  assert.equal(codeOf(recordDeath(member, day('2000-01-01'), person, today)), 'state-date-before-admission')
  assert.equal(
    codeOf(recordDeath({ ...member, state: 'deceased' }, today, person, today)),
    'member-already-closed',
  )
})

test('only active and stopped members are on the roll, only active ones are reminded', () => {
  assert.deepEqual(memberStates.filter(isOnRoll), ['active', 'suspended'])
  assert.deepEqual(memberStates.filter(receivesReminders), ['active'])
})

const tag = (change: Partial<TagSpan>): TagSpan => ({
  tag: 'veteranMember',
  fromOn: day('2026-01-01'),
  untilOn: null,
  author: { kind: 'import' },
  reason: '党龄五十年',
  consentOn: null,
  ...change,
})

test('tags are dated and several may hold at once', () => {
  const both = setTag(
    [tag({})],
    tag({ tag: 'hardshipMember', fromOn: day('2026-03-01'), consentOn: day('2026-03-01') }),
    today,
  )
  assert.ok(both.ok)
  assert.deepEqual(tagsOn(both.value, day('2026-02-01')), ['veteranMember'])
  assert.deepEqual(tagsOn(both.value, today), ['veteranMember', 'hardshipMember'])
  const ended = endTag(both.value, 'veteranMember', day('2026-05-01'))
  assert.ok(ended.ok)
  assert.deepEqual(tagsOn(ended.value, today), ['hardshipMember'])
  assert.equal(codeOf(setTag(both.value, tag({}), today)), 'tag-already-set')
  assert.equal(codeOf(setTag([], tag({ reason: '' }), today)), 'tag-needs-reason')
  assert.equal(codeOf(setTag([], tag({ fromOn: day('2026-06-02') }), today)), 'tag-in-future')
  assert.equal(codeOf(endTag([], 'veteranMember', today)), 'tag-not-set')
  assert.equal(codeOf(endTag([tag({})], 'veteranMember', day('2025-01-01'))), 'tag-ends-before-start')
})

test('R-174: hardship is marked with the consent of the member', () => {
  assert.equal(codeOf(setTag([], tag({ tag: 'hardshipMember', consentOn: today }), today)), 'yes')
})

test('R-174: it is not marked without', () => {
  assert.equal(codeOf(setTag([], tag({ tag: 'hardshipMember' }), today)), 'tag-needs-consent')
})

test('R-041: light duty is marked with consent', () => {
  assert.equal(codeOf(setTag([], tag({ tag: 'lightDuty', consentOn: today }), today)), 'yes')
})

test('R-041: and not without', () => {
  assert.equal(codeOf(setTag([], tag({ tag: 'lightDuty' }), today)), 'tag-needs-consent')
})

test('R-212: lost contact is marked by a person only', () => {
  assert.equal(codeOf(setTag([], tag({ tag: 'lostContactMember', author: person }), today)), 'yes')
  assert.equal(
    codeOf(setTag([], tag({ tag: 'lostContactMember', author: { kind: 'job' } }), today)),
    'tag-not-by-machine',
  )
})

const asked = {
  id: 'c1',
  memberId: 'm1',
  field: 'phone',
  from: '13812342210',
  to: ' 13912342210 ',
  reason: '换号',
} as const
const own = { askedByMemberId: 'm1', openFields: [], today } as const

test('R-290: a member asks for a correction of the own file', () => {
  const request = requestCorrection(asked, own)
  assert.ok(request.ok && request.value.to === '13912342210')
})

test("R-290: not of another's, not of nothing, not twice", () => {
  assert.equal(codeOf(requestCorrection(asked, { ...own, askedByMemberId: 'm2' })), 'correction-not-own-file')
  assert.equal(codeOf(requestCorrection({ ...asked, to: ' ' }, own)), 'correction-empty')
  assert.equal(codeOf(requestCorrection({ ...asked, to: '13812342210' }, own)), 'correction-unchanged')
  assert.equal(
    codeOf(requestCorrection(asked, { ...own, openFields: ['phone'] })),
    'correction-already-asked',
  )
})

const decision = { accepted: true, reason: '', decidedBy: 'officer', deciderMemberId: 'm9' }

test('R-291: an officer answers within fifteen days; a refusal has its reason', () => {
  const request = requestCorrection(asked, own)
  assert.ok(request.ok)
  assert.equal(request.value.answerDueOn, '2026-06-16')
  assert.equal(codeOf(decideCorrection(request.value, decision, today)), 'yes')
  const refused = decideCorrection(
    request.value,
    { ...decision, accepted: false, reason: '与身份证不符' },
    today,
  )
  assert.ok(refused.ok && refused.value.outcome?.reason === '与身份证不符')
})

test('R-291: no refusal without reason, no own decision, no second one', () => {
  const request = requestCorrection(asked, own)
  assert.ok(request.ok)
  assert.equal(
    codeOf(decideCorrection(request.value, { ...decision, accepted: false, reason: ' ' }, today)),
    'correction-refusal-needs-reason',
  )
  assert.equal(
    codeOf(decideCorrection(request.value, { ...decision, deciderMemberId: 'm1' }, today)),
    'correction-own-decision',
  )
  const decided = decideCorrection(request.value, decision, today)
  assert.ok(decided.ok)
  assert.equal(codeOf(decideCorrection(decided.value, decision, today)), 'correction-already-decided')
})
