import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nothingUsed, type Used } from '../points/credit.ts'
import { defaultSchemes } from '../schemes/default-schemes.ts'
import { toCreditRules } from '../schemes/scheme.ts'
import { plainDate as day } from '../shared/plain-date.ts'
import { toPoints } from '../shared/points.ts'
import type { Claim, Evidence } from './claim.ts'
import {
  adjustClaim,
  aloneReason,
  approveClaim,
  type ClaimReviewer,
  decideBy,
  escalate,
  isEvidenceComplete,
  type Reviewed,
  type ReviewFacts,
  turnDown,
  waitingDays,
} from './review.ts'

const rural = defaultSchemes.find(({ field }) => field === 'rural') ?? assert.fail()
const rules = toCreditRules({ ...rural, id: 'v1' })
const today = day('2026-10-31')
const factsOf = (code: string, used: Partial<Used> = {}): ReviewFacts => ({
  item: rural.items.find((item) => item.code === code) ?? assert.fail(code),
  rules,
  used: { ...nothingUsed, ...used },
  today,
})
const claim = (change: Partial<Claim> = {}): Claim => ({
  id: 'c1',
  deviceKey: 'k1',
  memberId: 'm1',
  orgId: 'o1',
  target: { kind: 'item', itemCode: 'pledge-done' },
  deedOn: day('2026-10-29'),
  submittedOn: day('2026-10-30'),
  quantity: 100,
  chosen: null,
  said: '清理村口水渠 200 米',
  place: null,
  evidence: [{ kind: 'witness', witnessId: 'm5', confirmed: true }],
  entry: { by: 'member' },
  lateReason: null,
  state: 'submitted',
  level: 'branch',
  levelSince: day('2026-10-30'),
  approvals: [],
  decision: null,
  confirmedByMember: true,
  ...change,
})
const secretary: ClaimReviewer = { accountId: 'a2', memberId: 'm2', level: 'branch' }
const officer: ClaimReviewer = { accountId: 'a7', memberId: null, level: 'baseCommittee' }
const county: ClaimReviewer = { accountId: 'a8', memberId: null, level: 'county' }
type Result = { ok: true; value: Reviewed } | { ok: false; code: string }
const codeOf = (decision: Result) => (decision.ok ? decision.value.claim.state : decision.code)
const must = (decision: Result): Reviewed => (decision.ok ? decision.value : assert.fail(decision.code))

test('R-234: an approved claim is credited under the caps, and the award says which one held', () => {
  for (const [used, credited, limit] of [
    [{ categoryMonth: 150 }, 100, null],
    [{ categoryMonth: 200 }, 50, { by: 'category-month', cap: 250, used: 200 }],
    [{ categoryYear: 3000 }, 0, { by: 'category-year', cap: 3000, used: 3000 }],
  ] as const) {
    const { claim: after, award } = must(approveClaim(claim(), secretary, null, factsOf('pledge-done', used)))
    assert.deepEqual([after.state, after.decision?.by, after.approvals.length], ['approved', 'a2', 1])
    assert.deepEqual(award, { raw: 100, credited, limit })
  }
})

test('R-234: nobody decides the own deed, what one entered as a helper or proves, or what is decided already', () => {
  const helped = {
    by: 'helper',
    accountId: 'a2',
    helperName: '周谷雨',
    consent: { how: 'spoken', on: today },
  } as const
  for (const [change, reviewer, code] of [
    [{}, { ...secretary, memberId: 'm1' }, 'claim-own-decision'],
    [{ entry: helped }, secretary, 'claim-own-entry'],
    [{ entry: { by: 'secretary', accountId: 'a2', paper: '登记表' } }, secretary, 'approved'],
    [
      { evidence: [{ kind: 'witness', witnessId: 'm2', confirmed: true }] },
      secretary,
      'claim-witness-decides',
    ],
    [{ state: 'approved' }, secretary, 'claim-already-decided'],
    [{ state: 'withdrawn' }, secretary, 'claim-already-decided'],
    [{ level: 'baseCommittee' }, secretary, 'claim-other-level'],
    [{ approvals: [{ level: 'branch', by: 'a2', on: today }] }, secretary, 'claim-approved-by-same'],
  ] as const satisfies readonly [Partial<Claim>, ClaimReviewer, string][]) {
    assert.equal(codeOf(approveClaim(claim(change), reviewer, null, factsOf('pledge-done'))), code)
    const down = turnDown(claim(change), 'refused', reviewer, '与 10 月 28 日重复', today)
    assert.equal(down.ok ? 'approved' : down.code, code)
  }
})

test('S-196: another value, a return and a refusal carry the reason', () => {
  const right = { quantity: 50, chosen: null, reason: '两人一起清的，各记一半' }
  const { claim: after, award } = must(adjustClaim(claim(), secretary, right, factsOf('pledge-done')))
  assert.deepEqual(
    [after.state, after.quantity, after.decision?.reason, award?.raw],
    ['adjusted', 50, '两人一起清的，各记一半', 50],
  )
  assert.equal(
    codeOf(adjustClaim(claim(), secretary, { ...right, reason: ' ' }, factsOf('pledge-done'))),
    'claim-needs-reason',
  )
  assert.equal(
    codeOf(adjustClaim(claim(), secretary, { ...right, quantity: 100 }, factsOf('pledge-done'))),
    'claim-not-adjusted',
  )
  assert.equal(
    codeOf(adjustClaim(claim(), secretary, { ...right, quantity: 0 }, factsOf('pledge-done'))),
    'claim-quantity-not-positive',
  )
  for (const how of ['returned', 'refused'] as const) {
    const down = turnDown(claim(), how, secretary, '写一个证明人', today)
    assert.ok(down.ok)
    assert.deepEqual(
      [down.value.state, down.value.decision],
      [how, { by: 'a2', on: today, reason: '写一个证明人' }],
    )
    const mute = turnDown(claim(), how, secretary, '', today)
    assert.ok(!mute.ok && mute.code === 'claim-needs-reason')
  }
})

test('R-241: a large bonus goes from branch over base committee to county, each by somebody else, and counts at the end', () => {
  const facts = factsOf('county-award', { categoryYear: 700 })
  const first = must(approveClaim(claim(), secretary, null, facts))
  assert.deepEqual([first.claim.state, first.claim.level, first.award], ['submitted', 'baseCommittee', null])
  assert.equal(
    codeOf(approveClaim(first.claim, { ...officer, accountId: 'a2' }, null, facts)),
    'claim-approved-by-same',
  )
  const second = must(approveClaim(first.claim, officer, null, facts))
  const third = must(approveClaim(second.claim, county, null, facts))
  assert.deepEqual(
    [third.claim.state, third.claim.approvals.map(({ level }) => level)],
    ['approved', ['branch', 'baseCommittee', 'county']],
  )
  assert.deepEqual(third.award, {
    raw: 500,
    credited: 300,
    limit: { by: 'category-year', cap: 1000, used: 700 },
  })
})

test('R-242: a value between bounds is chosen by the first level and kept by the next, or changed with a reason', () => {
  const facts = factsOf('key-project')
  assert.equal(codeOf(approveClaim(claim(), secretary, null, facts)), 'claim-value-out-of-range')
  assert.equal(codeOf(approveClaim(claim(), secretary, toPoints(600), facts)), 'claim-value-out-of-range')
  const first = must(approveClaim(claim(), secretary, toPoints(300), facts))
  assert.equal(must(approveClaim(first.claim, officer, null, facts)).award?.raw, 300)
  const changed = must(
    adjustClaim(
      first.claim,
      officer,
      { quantity: 100, chosen: toPoints(200), reason: '只完成前半段' },
      facts,
    ),
  )
  assert.deepEqual([changed.claim.state, changed.award?.raw], ['adjusted', 200])
  const early = must(
    adjustClaim(
      claim({ chosen: toPoints(400) }),
      secretary,
      { quantity: 100, chosen: toPoints(300), reason: '按效果' },
      facts,
    ),
  )
  assert.deepEqual([early.claim.state, early.award], ['submitted', null])
  assert.equal(must(approveClaim(early.claim, officer, null, facts)).claim.state, 'adjusted')
})

test('R-239: undecided after the set days it goes one level up, and again, and waits at the top', () => {
  const waiting = claim({ levelSince: day('2026-10-30') })
  assert.equal(decideBy(waiting, 7), '2026-11-06')
  assert.equal(waitingDays(waiting, day('2026-11-04')), 5)
  assert.equal(escalate(waiting, 7, day('2026-11-06')), waiting)
  const up = escalate(waiting, 7, day('2026-11-07'))
  assert.deepEqual([up.level, up.levelSince], ['baseCommittee', '2026-11-07'])
  const top = escalate(up, 7, day('2026-11-15'))
  assert.equal(top.level, 'county')
  assert.equal(escalate(top, 7, day('2027-01-01')), top)
  const decided = claim({ state: 'approved' })
  assert.equal(escalate(decided, 7, day('2027-01-01')), decided)
  assert.equal(must(approveClaim(up, officer, null, factsOf('pledge-done'))).claim.state, 'approved')
})

test('S-196: together go only claims with complete evidence, a set value and no cap touched', () => {
  const photo: Evidence = { kind: 'photo', fileId: 'f1' }
  for (const [code, change, used, hasDouble, alone] of [
    ['pledge-done', {}, {}, false, undefined],
    ['pledge-done', { evidence: [photo] }, { categoryMonth: 150 }, false, undefined],
    ['pledge-done', {}, { categoryMonth: 151 }, false, 'cap'],
    ['pledge-done', { evidence: [] }, {}, false, 'evidence'],
    [
      'pledge-done',
      { evidence: [photo, { kind: 'witness', witnessId: 'm5', confirmed: false }] },
      {},
      false,
      'evidence',
    ],
    ['ad-hoc-task', {}, {}, false, 'value'],
    ['county-award', {}, {}, false, 'higher-level'],
    ['pledge-done', {}, {}, true, 'double'],
    ['pledge-done', { memberId: 'm2' }, {}, false, 'barred'],
    ['pledge-done', { state: 'returned' }, {}, false, 'barred'],
  ] as const) {
    assert.equal(
      aloneReason({ claim: claim(change), facts: factsOf(code, used), hasDouble }, secretary),
      alone,
      code,
    )
  }
  assert.equal(isEvidenceComplete(claim({ evidence: [{ kind: 'roster', rosterId: 'r1' }] })), true)
  const paper = { by: 'secretary', accountId: 'zhou', paper: '登记表第 3 行' } as const
  assert.equal(
    isEvidenceComplete(claim({ evidence: [], entry: paper })),
    true,
    'the paper named in the entry',
  )
})
