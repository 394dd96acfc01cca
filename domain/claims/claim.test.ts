import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultSchemes } from '../schemes/default-schemes.ts'
import type { SchemeItem } from '../schemes/scheme.ts'
import { plainDate as day } from '../shared/plain-date.ts'
import {
  type Claim,
  claimNumber,
  closesOn,
  confirmAssisted,
  isLate,
  isSameSending,
  likelyDoubles,
  routeOf,
  submitClaim,
  type SubmitFacts,
  withdrawClaim,
} from './claim.ts'
import { answerAsWitness, nameWitness, toEvidence, type Witness } from './witness.ts'

const rural = defaultSchemes.find(({ field }) => field === 'rural') ?? assert.fail()
const itemOf = (code: string): SchemeItem =>
  rural.items.find((item) => item.code === code) ?? assert.fail(code)
const today = day('2026-10-30')
const draft = (change: Partial<Claim> = {}): Claim => ({
  id: 'c1',
  deviceKey: 'k1',
  memberId: 'm1',
  orgId: 'o1',
  target: { kind: 'item', itemCode: 'village-work' },
  deedOn: day('2026-10-29'),
  submittedOn: null,
  quantity: 100,
  chosen: null,
  said: '',
  place: null,
  evidence: [],
  entry: { by: 'member' },
  lateReason: null,
  state: 'draft',
  level: 'branch',
  levelSince: null,
  approvals: [],
  decision: null,
  confirmedByMember: false,
  ...change,
})
const facts = (change: Partial<SubmitFacts> = {}): SubmitFacts => ({
  item: itemOf('village-work'),
  lateEntryDays: 31,
  window: null,
  today,
  senderMemberId: 'm1',
  writtenOn: null,
  ...change,
})
type Result = { ok: true; value: Claim } | { ok: false; code: string }
const codeOf = (decision: Result) => (decision.ok ? decision.value.state : decision.code)
const must = (decision: Result): Claim => (decision.ok ? decision.value : assert.fail(decision.code))
const helper = {
  by: 'helper',
  accountId: 'a9',
  helperName: '许霜降',
  consent: { how: 'spoken', on: day('2026-10-30') },
} as const

test('R-234, S-194: a deed is sent without words, photo or place', () => {
  const sent = must(submitClaim(draft(), facts()))
  assert.deepEqual(
    [sent.state, sent.submittedOn, sent.level, sent.levelSince],
    ['submitted', '2026-10-30', 'branch', '2026-10-30'],
  )
})

test('R-234: what cannot be sent is told with its reason', () => {
  const pledgeWindow = { from: day('2026-01-01'), until: day('2026-06-30') }
  for (const [change, factChange, code] of [
    [{ state: 'submitted' }, {}, 'claim-wrong-state'],
    [{ state: 'returned' }, {}, 'submitted'],
    [{}, { item: undefined }, 'claim-item-unknown'],
    [{}, { item: itemOf('meeting') }, 'claim-item-recorded-already'],
    [{}, { item: itemOf('key-project') }, 'claim-needs-task'],
    [{}, { item: itemOf('task-dropped') }, 'claim-not-open-to-you'],
    [{}, { senderMemberId: 'm2' }, 'claim-not-yours'],
    [{}, { senderMemberId: null }, 'claim-not-yours'],
    [{ quantity: 0 }, {}, 'claim-quantity-not-positive'],
    [{ quantity: 0.5 }, {}, 'claim-quantity-not-positive'],
    [{ deedOn: day('2026-10-31') }, {}, 'claim-in-future'],
    [{}, { window: pledgeWindow }, 'claim-outside-period'],
    [{}, { item: itemOf('county-award') }, 'claim-evidence-needed'],
    [
      { evidence: [{ kind: 'paper', fileId: null, note: '表彰文件' }] },
      { item: itemOf('county-award') },
      'submitted',
    ],
    [{ evidence: [{ kind: 'witness', witnessId: 'm1', confirmed: false }] }, {}, 'claim-own-witness'],
  ] as const satisfies readonly [Partial<Claim>, Partial<SubmitFacts>, string][]) {
    assert.equal(codeOf(submitClaim(draft(change), facts(factChange))), code, JSON.stringify([change, code]))
  }
})

test('R-233: an earlier month takes a reason and keeps both dates; after the set days it is too late', () => {
  const late = { deedOn: day('2026-09-30') }
  assert.equal(codeOf(submitClaim(draft(late), facts())), 'claim-late-needs-reason')
  const sent = must(submitClaim(draft({ ...late, lateReason: '山上没有网' }), facts()))
  assert.deepEqual([sent.deedOn, sent.submittedOn], ['2026-09-30', '2026-10-30'])
  assert.equal(
    codeOf(submitClaim(draft({ deedOn: day('2026-09-29'), lateReason: 'x' }), facts())),
    'submitted',
  )
  assert.equal(
    codeOf(submitClaim(draft({ deedOn: day('2026-09-28'), lateReason: 'x' }), facts())),
    'claim-too-late',
  )
  const back = { state: 'returned', deedOn: day('2026-09-28'), submittedOn: day('2026-09-29') } as const
  assert.equal(must(submitClaim(draft(back), facts())).submittedOn, '2026-09-29')
  assert.equal(closesOn(day('2026-09-29'), 31), '2026-10-31')
  assert.deepEqual([isLate(day('2026-10-01'), today), isLate(day('2026-09-30'), today)], [false, true])
})

test('R-338: a helper needs consent, the secretary the paper, and the member confirms or takes back', () => {
  for (const [entry, code] of [
    [helper, 'submitted'],
    [{ ...helper, consent: null }, 'claim-needs-consent'],
    [{ ...helper, helperName: ' ' }, 'claim-needs-consent'],
    [{ by: 'secretary', accountId: 'a2', paper: '10月登记表第3行' }, 'submitted'],
    [{ by: 'secretary', accountId: 'a2', paper: '' }, 'claim-needs-paper'],
  ] as const) {
    assert.equal(codeOf(submitClaim(draft({ entry }), facts({ senderMemberId: 'm9' }))), code)
  }
  const sent = must(submitClaim(draft({ entry: helper }), facts({ senderMemberId: 'm9' })))
  assert.equal(sent.confirmedByMember, false)
  assert.equal(must(confirmAssisted(sent, 'm1', true)).confirmedByMember, true)
  assert.equal(codeOf(confirmAssisted(sent, 'm1', false)), 'withdrawn')
  assert.equal(codeOf(confirmAssisted(sent, 'm9', true)), 'claim-not-yours')
  assert.equal(codeOf(confirmAssisted(must(submitClaim(draft(), facts())), 'm1', true)), 'claim-wrong-state')
})

test('S-194: the same sending is one claim, a likely double is pointed out', () => {
  const one = draft({ state: 'submitted' })
  assert.ok(
    isSameSending(one, { ...one }) &&
      !isSameSending(one, draft({ deviceKey: 'k2' })) &&
      !isSameSending(one, draft({ memberId: 'm2' })),
  )
  const others = [
    draft({ id: 'c2', deedOn: day('2026-10-28'), state: 'approved' }),
    draft({ id: 'c3', deedOn: day('2026-10-27'), state: 'approved' }),
    draft({ id: 'c4', deedOn: day('2026-10-29'), state: 'refused' }),
    draft({ id: 'c5', target: { kind: 'item', itemCode: 'mediation' } }),
    draft({ id: 'c6', memberId: 'm2' }),
    one,
  ]
  assert.deepEqual(
    likelyDoubles(one, others).map(({ id }) => id),
    ['c2'],
  )
  assert.equal(claimNumber(day('2026-09-21'), 417), '26-0921-0417')
})

test('R-234: a member takes a claim back while nobody has decided', () => {
  assert.equal(codeOf(withdrawClaim(draft({ state: 'submitted' }), 'm1')), 'withdrawn')
  assert.equal(codeOf(withdrawClaim(draft({ state: 'submitted' }), 'm2')), 'claim-not-yours')
  assert.equal(codeOf(withdrawClaim(draft({ state: 'approved' }), 'm1')), 'claim-wrong-state')
})

const witnessOf = (decision: { ok: true; value: Witness } | { ok: false; code: string }) =>
  decision.ok ? 'yes' : decision.code

test('R-338: a witness is somebody else, named once, by membership or by name', () => {
  const claim = draft({ state: 'submitted', entry: helper })
  const named = nameWitness(claim, { id: 'w1', person: { memberId: 'm2' }, accountId: 'a5' }, [], today)
  assert.ok(named.ok)
  for (const [person, accountId, state, code] of [
    [{ memberId: 'm3' }, null, 'submitted', 'yes'],
    [{ name: '贺处暑' }, null, 'submitted', 'yes'],
    [{ name: ' ' }, null, 'submitted', 'witness-name-missing'],
    [{ memberId: 'm1' }, null, 'submitted', 'witness-own-deed'],
    [{ memberId: 'm2' }, null, 'submitted', 'witness-named-already'],
    [{ memberId: 'm9' }, 'a9', 'submitted', 'witness-entered-it'],
    [{ memberId: 'm3' }, null, 'approved', 'witness-claim-decided'],
  ] as const) {
    assert.equal(
      witnessOf(nameWitness({ ...claim, state }, { id: 'w2', person, accountId }, [named.value], today)),
      code,
    )
  }
})

test('R-338: a witness answers by screen alone, or by telephone to somebody who is not the member', () => {
  const claim = draft({ state: 'submitted' })
  const named = nameWitness(claim, { id: 'w1', person: { memberId: 'm2' }, accountId: null }, [], today)
  assert.ok(named.ok)
  const witness = named.value
  for (const [said, code] of [
    [{ answer: 'yes', byMemberId: 'm2', takenBy: null }, 'yes'],
    [{ answer: 'yes', byMemberId: 'm3', takenBy: null }, 'witness-not-you'],
    [{ answer: 'yes', byMemberId: 'm3', takenBy: 'a3' }, 'yes'],
    [{ answer: 'yes', byMemberId: 'm1', takenBy: 'a1' }, 'witness-own-deed'],
  ] as const) {
    assert.equal(witnessOf(answerAsWitness(witness, said, claim, today)), code)
  }
  assert.deepEqual(toEvidence(witness), { kind: 'witness', witnessId: 'm2', confirmed: false })
  for (const [answer, evidence] of [
    ['yes', { kind: 'witness', witnessId: 'm2', confirmed: true }],
    ['no', null],
    ['unknown', null],
  ] as const) {
    const answered = answerAsWitness(witness, { answer, byMemberId: 'm2', takenBy: null }, claim, today)
    assert.ok(answered.ok)
    assert.deepEqual(toEvidence(answered.value), evidence)
    assert.equal(
      witnessOf(answerAsWitness(answered.value, { answer, byMemberId: 'm2', takenBy: null }, claim, today)),
      'witness-answered',
    )
  }
  assert.equal(
    witnessOf(
      answerAsWitness(
        witness,
        { answer: 'yes', byMemberId: 'm2', takenBy: null },
        { ...claim, state: 'refused' },
        today,
      ),
    ),
    'witness-claim-decided',
  )
})

test('R-233: what was written in time on a device without network needs no other reason', () => {
  const october = draft({ deedOn: day('2026-10-30') })
  const today = day('2026-11-04')
  assert.equal(codeOf(submitClaim(october, facts({ today }))), 'claim-late-needs-reason')
  assert.equal(
    codeOf(submitClaim(october, facts({ today, writtenOn: day('2026-11-01') }))),
    'claim-late-needs-reason',
  )
  const sent = must(submitClaim(october, facts({ today, writtenOn: day('2026-10-31') })))
  assert.deepEqual([sent.deedOn, sent.submittedOn], ['2026-10-30', '2026-11-04'])
})

test('R-242: what is announced beforehand is claimed through its task, also where it is awarded from above', () => {
  for (const code of ['ad-hoc-task', 'key-project']) {
    const plain = draft({ target: { kind: 'item', itemCode: code } })
    assert.equal(codeOf(submitClaim(plain, facts({ item: itemOf(code) }))), 'claim-needs-task')
    const taken = draft({ target: { kind: 'task', taskId: 't1', itemCode: code } })
    assert.equal(codeOf(submitClaim(taken, facts({ item: itemOf(code) }))), 'submitted')
  }
})

test('R-338: the way a claim came is shown, and all ways count', () => {
  assert.deepEqual(
    [routeOf('member', ''), routeOf('helper', ''), routeOf('secretary', ''), routeOf('member', '昆山某支部')],
    ['phone', 'helper', 'paper', 'hostBranch'],
  )
})
