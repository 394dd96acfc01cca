import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sha256 } from '../points/sha256.ts'
import type { Proposal } from '../schemes/scheme.ts'
import type { EntryAuthor } from '../shared/adverse-gate.ts'
import { plainDate as day } from '../shared/plain-date.ts'
import { toPoints } from '../shared/points.ts'
import { emptyChannel } from './ballot.ts'
import { type Grade, grades, noGrades } from './grade.ts'
import {
  checkSettlement,
  proposalFor,
  settleGrade,
  type SettledGrade,
  type SettlementInput,
  settlingBody,
  type SettlingMeeting,
} from './settlement.ts'
import { type FrozenSettlement, isAsSigned, settlementDigest, signSettlement } from './signed-settlement.ts'

const lines = [
  { from: toPoints(9000), proposal: 'excellent' },
  { from: toPoints(7000), proposal: 'qualified' },
  { from: toPoints(6000), proposal: 'basicallyQualified' },
] as const
const input: SettlementInput = {
  memberId: 'm1',
  points: toPoints(8650),
  proposal: 'qualified',
  schemeVersionId: 'v1',
  vetoes: [],
  membersBallot: { memberId: 'm1', counts: { ...noGrades, excellent: 20, qualified: 8 }, abstained: 0 },
  massesBallot: { memberId: 'm1', counts: { ...noGrades, excellent: 9, qualified: 2 }, abstained: 1 },
  dailyConduct: '清渠、夏收都在，群众来办事有回音',
}
const meeting: SettlingMeeting = {
  body: 'committee',
  on: day('2026-12-22'),
  vote: { shouldAttend: 5, present: 5, written: 0, yes: 4, no: 0, abstain: 1 },
  minutesId: 'min1',
}
const decided = { grade: 'qualified' as Grade, opinion: '尽职，发言可再多些', reason: '', meeting }
const recorder = { author: { kind: 'person', accountId: 'a2' } as EntryAuthor, memberId: 'm2' }
const facts: { fullMembers: number; graded: readonly string[] } = {
  fullMembers: 32,
  graded: ['m1', 'm2', 'm3'],
}
const settle = (
  change: Partial<typeof decided> = {},
  of: Partial<SettlementInput> = {},
  by: Partial<typeof recorder> = {},
  given: Partial<typeof facts> = {},
) =>
  settleGrade({ ...input, ...of }, { ...decided, ...change }, { ...recorder, ...by }, { ...facts, ...given })
const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? 'yes' : decision.code)

test('R-192, R-245: the lines of a scheme propose; a disputed line does not pull down, a veto needs its document', () => {
  const propose = (
    score: number,
    without = score,
    vetoed: string | null = null,
    document: string | null = 'x',
  ) =>
    proposalFor({
      lines,
      score,
      scoreWithoutDisputed: without,
      vetoes: vetoed === null ? [] : [{ limits: 'excellent', document }],
    })
  assert.equal(propose(9000), 'excellent')
  assert.equal(propose(8999), 'qualified')
  assert.equal(propose(5999), null)
  assert.equal(propose(6900, 7000), 'qualified')
  assert.equal(propose(9500, 9500, 'v'), 'qualified')
  assert.equal(propose(9500, 9500, 'v', null), 'excellent')
})

test('R-178: the committee settles, the assembly where there is none', () => {
  assert.equal(settlingBody(7), 'committee')
  assert.equal(settlingBody(6), 'assembly')
  assert.equal(codeOf(settle()), 'yes')
  assert.equal(codeOf(settle({ meeting: { ...meeting, body: 'assembly' } })), 'settlement-wrong-body')
  assert.equal(codeOf(settle({}, {}, {}, { fullMembers: 6 })), 'settlement-wrong-body')
  assert.equal(
    codeOf(settle({ meeting: { ...meeting, body: 'assembly' } }, {}, {}, { fullMembers: 6 })),
    'yes',
  )
})

test('R-178, R-183: a grade needs a meeting that carried, minutes, daily conduct, an opinion, and a member who is graded', () => {
  const half = { ...meeting.vote, shouldAttend: 6, present: 6, yes: 3, no: 3, abstain: 0 }
  for (const [change, of, given, code] of [
    [{ meeting: { ...meeting, vote: half } }, {}, {}, 'vote-no-majority'],
    [{ meeting: { ...meeting, vote: { ...half, yes: 4, no: 2 } } }, {}, {}, 'yes'],
    [{ meeting: { ...meeting, vote: { ...half, present: 3, no: 0 } } }, {}, {}, 'vote-no-quorum'],
    [{ meeting: { ...meeting, minutesId: ' ' } }, {}, {}, 'settlement-minutes-missing'],
    [{}, { dailyConduct: ' ' }, {}, 'settlement-conduct-missing'],
    [{ opinion: ' ' }, {}, {}, 'settlement-opinion-missing'],
    [{}, {}, { graded: ['m2'] }, 'settlement-not-graded'],
  ] as const) {
    assert.equal(codeOf(settle(change, of, {}, given)), code)
  }
  assert.equal(codeOf(settle({}, {}, { memberId: 'm1' })), 'settlement-own-recording')
})

test('R-192: where the grade differs from the proposal the meeting writes why', () => {
  const reason = '带头修渠四十天，群众两次来信感谢'
  for (const [grade, proposal, why, code] of [
    ['excellent', 'qualified', '', 'settlement-needs-difference-reason'],
    ['excellent', 'qualified', reason, 'yes'],
    ['excellent', null, '', 'settlement-needs-difference-reason'],
    ['excellent', 'excellent', '', 'yes'],
    ['qualified', 'excellent', '', 'settlement-needs-difference-reason'],
    ['qualified', null, '', 'yes'],
    ['basicallyQualified', 'basicallyQualified', '', 'settlement-needs-low-reason'],
    ['unqualified', null, '', 'settlement-needs-low-reason'],
    ['unqualified', null, '全年没有参加组织生活，谈话后仍未改正', 'yes'],
  ] as const) {
    assert.equal(codeOf(settle({ grade, reason: why }, { proposal })), code, `${grade} ${proposal}`)
  }
})

test('R-271: illness and leave are no reason for a grade', () => {
  assert.equal(
    codeOf(settle({ grade: 'basicallyQualified', reason: '因病半年没有参加活动' })),
    'reason-against-policy',
  )
  assert.equal(codeOf(settle({ grade: 'basicallyQualified', reason: '没来' })), 'reason-too-short')
})

test('R-185, R-192: the grade is the one the meeting names, whatever points, votes and proposal say; no machine names one', () => {
  const figures = fc.tuple(
    fc.integer({ min: 0, max: 12_000 }),
    fc.nat(40),
    fc.nat(40),
    fc.nat(40),
    fc.nat(40),
  )
  const proposals = fc.constantFrom<Proposal | null>(null, 'excellent', 'qualified', 'basicallyQualified')
  const authors = fc.constantFrom<EntryAuthor>(
    { kind: 'person', accountId: 'a2' },
    { kind: 'job' },
    { kind: 'import' },
    { kind: 'formula' },
    { kind: 'api' },
  )
  fc.assert(
    fc.property(
      figures,
      proposals,
      fc.constantFrom(...grades),
      authors,
      (figure, proposal, grade, author) => {
        const [points, a, b, c, d] = figure
        const counts = { excellent: a, qualified: b, basicallyQualified: c, unqualified: d }
        const ballot = { memberId: 'm1', counts, abstained: 0 }
        const of = { points: toPoints(points), proposal, membersBallot: ballot, massesBallot: ballot }
        const settled = settle({ grade, reason: '支委会当面听取后逐项议定' }, of, { author })
        if (author.kind !== 'person') assert.equal(codeOf(settled), 'settlement-by-machine')
        else assert.ok(settled.ok && settled.value.grade === grade)
      },
    ),
  )
})

const settledFor = (memberId: string, grade: Grade): SettledGrade => ({
  memberId,
  grade,
  opinion: '尽职',
  reason: '',
  differs: false,
  meeting,
  recordedBy: 'a2',
})
const three = [settledFor('m1', 'excellent'), settledFor('m2', 'qualified'), settledFor('m3', 'qualified')]

test('R-182: a settlement is signed whole, with a third excellent at most, by a name, after a look at the lens', () => {
  const signing = { graded: ['m1', 'm2', 'm3'], membersOfBranch: 3, lensSeen: true, signerName: '王建国' }
  const check = (settled: readonly SettledGrade[], change: Partial<typeof signing> = {}) =>
    codeOf(checkSettlement(settled, { ...signing, ...change }))
  assert.equal(check(three), 'yes')
  assert.equal(check(three.slice(1)), 'settlement-not-whole')
  assert.equal(check([...three, settledFor('m4', 'qualified')]), 'settlement-not-whole')
  assert.equal(check([...three.slice(1), settledFor('m2', 'qualified')]), 'settlement-not-whole')
  assert.equal(check(three.with(1, settledFor('m2', 'excellent'))), 'grade-too-many-excellent')
  assert.equal(check(three, { lensSeen: false }), 'settlement-lens-not-seen')
  assert.equal(check(three, { signerName: ' ' }), 'settlement-needs-signer')
})

test('R-192: signing freezes every input; the order of lists does not matter, each value does', () => {
  const channel = emptyChannel(['m1', 'm2', 'm3'])
  const frozen: FrozenSettlement = {
    countyId: 'c1',
    orgId: 'o1',
    year: 2026,
    basis: { body: '县委组织部', number: '县组发〔2026〕40号', on: day('2026-11-25') },
    membersOfBranch: 3,
    roll: [],
    ballots: { members: channel, masses: channel },
    seals: { members: 'aa', masses: null },
    inputs: [input, { ...input, memberId: 'm2' }],
    settled: three,
    ruleVersions: ['v1', 'rules-2026'],
  }
  const signed = signSettlement(frozen, { signedBy: 'a2', signerName: '王建国', signedOn: day('2026-12-23') })
  assert.equal(
    isAsSigned(signed, {
      ...frozen,
      settled: three.toReversed(),
      inputs: frozen.inputs.toReversed(),
      ruleVersions: ['rules-2026', 'v1'],
    }),
    true,
  )
  for (const change of [
    { year: 2025 },
    { membersOfBranch: 4 },
    { ruleVersions: ['v2', 'rules-2026'] },
    { seals: { members: 'ab', masses: null } },
    { ballots: { members: { ...channel, issued: 1, notReturned: 1 }, masses: channel } },
    {
      inputs: [
        { ...input, points: toPoints(8651) },
        { ...input, memberId: 'm2' },
      ],
    },
    {
      inputs: [
        { ...input, dailyConduct: '另一句' },
        { ...input, memberId: 'm2' },
      ],
    },
    { settled: three.with(1, settledFor('m2', 'basicallyQualified')) },
  ] as const) {
    assert.equal(isAsSigned(signed, { ...frozen, ...change }), false, JSON.stringify(change))
  }
  assert.equal(settlementDigest(signed, sha256).length, 64)
  assert.deepEqual(signed.ruleVersions, ['rules-2026', 'v1'])
})
