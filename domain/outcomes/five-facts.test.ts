import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { prepareFeedback, tellGrade } from '../appraisals/feedback.ts'
import { recordAdverseState } from '../members/member-state.ts'
import { checkReason } from '../schemes/reason.ts'
import type { AdverseFacts, EntryAuthor, ServedDecision } from '../shared/adverse-gate.ts'
import { plainDate as day, type PlainDate } from '../shared/plain-date.ts'
import { toWorkingCalendar } from '../shared/working-days.ts'
import type { Actor } from './adverse-step.ts'
import { type Caution, draftCaution, endCaution, serveCaution } from './caution.ts'
import { recordSanction, type SanctionRecord } from './discipline.ts'
import {
  type DisposalCase,
  enforceDisposal,
  fileDisposal,
  giveOpinion,
  proposeDisposal,
  recordFacts,
  recordHearing,
  recordPreReview,
  stopDisposal,
  voteDisposal,
} from './disposal.ts'
import { imposeLimit, type Limit } from './limit.ts'
import { isAdverseKind } from './outcome-table.ts'
import { confirmAdverseUse, confirmUse, declineUse, recordDraft, type RecordedUse } from './outcome-use.ts'
import {
  answerWarning,
  confirmChange,
  decideMeasure,
  draftWarning,
  explainNoTalk,
  holdTalk,
  liftWarning,
  serveWarning,
  type Warning,
} from './warning.ts'

const today = day('2027-03-22')
const later = day('2027-12-01')
type World = {
  caution: Caution | null
  warning: Warning | null
  limit: Limit | null
  use: RecordedUse
  disposal: DisposalCase | null
  sanction: SanctionRecord | null
  grade: ReturnType<typeof prepareFeedback>
  left: AdverseFacts | null
}
type Given = {
  readonly facts: AdverseFacts
  readonly by: Actor
  readonly disputed: boolean
  readonly word: string
}
type Act = (world: World, given: Given) => unknown
const take = <Value>(decision: { ok: true; value: Value } | { ok: false }, put: (value: Value) => void) => {
  if (decision.ok) put(decision.value)
}
const onDisposal = (
  world: World,
  step: (of: DisposalCase) => { ok: true; value: DisposalCase } | { ok: false },
) => {
  if (world.disposal !== null) take(step(world.disposal), (value) => (world.disposal = value))
}
const onWarning = (world: World, step: (of: Warning) => { ok: true; value: Warning } | { ok: false }) => {
  if (world.warning !== null) take(step(world.warning), (value) => (world.warning = value))
}
const noGround = {
  lostContact: null,
  correctionUnchanged: false,
  persuasionRefused: false,
  outsideDocument: null,
}
const stop: Act = (world, { word }) => onDisposal(world, (of) => stopDisposal(of, word))
const acts: readonly Act[] = [
  (world, { word }) =>
    take(
      draftCaution({ id: 'k1', memberId: 'm1', helpPlanId: 'h1', gaps: word, requiredChange: word }),
      (value) => (world.caution = value),
    ),
  (world, { facts, by, disputed }) =>
    world.caution !== null &&
    take(serveCaution(world.caution, facts, by, { disputed, today }), (value) => (world.caution = value)),
  (world, { by, word }) =>
    world.caution !== null &&
    take(endCaution(world.caution, word, by, today), (value) => (world.caution = value)),
  (world, { word }) =>
    (world.warning === null || world.warning.state === 'changed') &&
    take(
      draftWarning(
        {
          id: 'w1',
          memberId: 'm1',
          colour: 'red',
          graveFor: '造成险情没有上报',
          facts: word,
          standard: '任务书',
          requiredChange: '补办手续',
          helperName: '赵明',
          changeBy: day('2027-06-22'),
        },
        today,
      ),
      (value) => (world.warning = value),
    ),
  (world, { facts, by, disputed }) =>
    onWarning(world, (of) => serveWarning(of, facts, by, { disputed, today })),
  (world, { word }) => onWarning(world, (of) => answerWarning(of, 'm1', word)),
  (world, { by, word }) => onWarning(world, (of) => holdTalk(of, word, by, today)),
  (world, { facts, by, disputed, word }) =>
    onWarning(world, (of) =>
      decideMeasure(of, { kind: 'resign', document: word, facts }, by, { disputed, today: later }),
    ),
  (world, { word }) => onWarning(world, (of) => explainNoTalk(of, word)),
  (world, { by, word }) => onWarning(world, (of) => confirmChange(of, word, by, today)),
  (world, { by, word }) => onWarning(world, (of) => liftWarning(of, word, by, today)),
  (world, { facts, by, disputed, word }) =>
    take(
      imposeLimit(
        { id: 'l1', memberId: 'm1', kind: 'awards', from: today, until: later, document: word },
        facts,
        by,
        { disputed, today },
      ),
      (value) => (world.limit = value),
    ),
  (world, { by, word }) => take(confirmUse(world.use, by, word, today), (value) => (world.use = value)),
  (world, { by, word }) => take(declineUse(world.use, by, word, today), (value) => (world.use = value)),
  (world, { facts, by, disputed, word }) =>
    take(confirmAdverseUse(world.use, { facts, document: word }, by, { disputed, today }), (value) => {
      world.use = value
    }),
  (world, { facts, by }) =>
    take(
      recordSanction(
        {
          id: 'd1',
          memberId: 'm1',
          sanction: 'warning',
          documentNumber: '县纪〔2027〕4号',
          decidingLevel: 'baseCommittee',
          probationYears: null,
          complex: false,
        },
        facts,
        by,
        today,
      ),
      (value) => (world.sanction = value),
    ),
  (world, { facts, by }) =>
    take(
      tellGrade(
        world.grade,
        { by, how: 'inPerson', consentToPhone: false, facts },
        { calendar: toWorkingCalendar([]), today },
      ),
      (value) => (world.grade = value),
    ),
  (world, { by, word }) =>
    (world.disposal === null || world.disposal.state === 'stopped') &&
    take(
      proposeDisposal(
        { id: 'c1', memberId: 'm1', form: 'removal', ground: 'lapse', body: '支委会', reason: word },
        {
          ...noGround,
          helpFailed: false,
          disciplined: false,
          lapse: {
            monthsWithoutLife: 7,
            monthsWithoutDues: 7,
            monthsWithoutWork: 7,
            goodReason: false,
            lookedIntoBy: 'a2',
          },
        },
        by,
        day('2027-02-01'),
      ),
      (value) => (world.disposal = value),
    ),
  (world, { word }) => onDisposal(world, (of) => fileDisposal(of, word, day('2027-02-02'))),
  (world, { word }) =>
    onDisposal(world, (of) => recordFacts(of, { group: ['m2', 'm3'], words: word, on: day('2027-02-10') })),
  (world, { word }) =>
    onDisposal(world, (of) =>
      recordHearing(of, {
        on: day('2027-02-20'),
        heldBy: [
          { memberId: 'm2', full: true },
          { memberId: 'm3', full: true },
        ],
        defence: word,
        witnesses: [],
        invitedOn: [],
        memberCame: true,
      }),
    ),
  (world, { word }) =>
    onDisposal(world, (of) => giveOpinion(of, { body: '支委会', words: word, on: day('2027-02-22') })),
  (world, { word }) =>
    onDisposal(world, (of) => recordPreReview(of, { document: word, on: day('2027-03-01') })),
  (world) =>
    onDisposal(world, (of) =>
      voteDisposal(
        of,
        {
          count: { shouldAttend: 34, present: 34, written: 0, yes: 18, no: 16, abstain: 0 },
          on: day('2027-03-10'),
          minutesId: 'min1',
        },
        { secret: true, persons: 1, invited: true },
      ),
    ),
  (world, { facts, by, disputed }) =>
    onDisposal(world, (of) =>
      enforceDisposal(of, facts, by, { bodyMayApprove: true, disputed, months: null, today }),
    ),
  stop,
  (world, { facts, by }) =>
    take(
      recordAdverseState(
        { state: 'active', membershipKind: 'full', admittedOn: day('2008-06-03') },
        'removedFromRolls',
        facts,
        by.author,
        today,
      ),
      (value) => (world.left = value.facts),
    ),
]

// A long procedure is seldom walked to its end by chance: one number past the last means every act once, in order.
const actsOf = (at: number): readonly Act[] => {
  const act = acts[at]
  return act === undefined ? acts.filter((each) => each !== stop) : [act]
}

const begin = (): World => ({
  caution: null,
  warning: null,
  limit: null,
  use: recordDraft(
    { memberId: 'm1', grade: 'basicallyQualified', use: 'noAwards', kind: 'limit', body: 'baseCommittee' },
    'u1',
    2026,
  ),
  disposal: null,
  sanction: null,
  grade: prepareFeedback({
    id: 'f1',
    memberId: 'm1',
    year: 2026,
    grade: 'unqualified',
    opinion: '有差距',
    reason: '承诺没做',
  }),
  left: null,
})

/** The decision behind each adverse state of a world, by the kind of state; null where one is missing. */
function decisionsOf(world: World): [string, ServedDecision | AdverseFacts | null][] {
  const { warning, limit, use, disposal, sanction, grade, left } = world
  const warned = warning !== null && warning.state !== 'drafted'
  const cautioned = world.caution !== null && world.caution.state !== 'drafted'
  return [
    ...(cautioned ? [['caution', world.caution?.served ?? null] as [string, ServedDecision | null]] : []),
    ...(warned ? [['warning', warning.served] as [string, ServedDecision | null]] : []),
    ...(warning?.state === 'measured'
      ? [['measure', warning.measure?.served ?? null] as [string, null]]
      : []),
    ...(limit === null ? [] : [['limit', limit.served] as [string, ServedDecision]]),
    ...(use.state === 'confirmed' && isAdverseKind(use.kind)
      ? [['use', use.served] as [string, ServedDecision | null]]
      : []),
    ...(disposal?.state === 'inForce'
      ? [['disposal', disposal.served] as [string, ServedDecision | null]]
      : []),
    ...(sanction === null ? [] : [['sanction', sanction.served] as [string, ServedDecision]]),
    ...(grade.state === 'toTell' ? [] : [['grade', grade.served] as [string, ServedDecision | null]]),
    ...(left === null ? [] : [['left', left] as [string, AdverseFacts]]),
  ]
}

const word = fc.constantFrom(
  '',
  ' ',
  '连续七个月没有参加组织生活',
  '因病请假半年',
  '家属吵架',
  '县组发〔2027〕3号',
)
const often = <Value>(usual: Value, ...others: Value[]) =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) })
const factsOf = fc.record({
  deciderName: often('王建国', '', ' '),
  body: often('柳河镇党委', ''),
  decidedOn: often<PlainDate | null>(day('2027-03-20'), null, today, day('2028-01-01')),
  reason: fc.constantFrom(
    '',
    '没来',
    '帮扶半年后仍不参加组织生活',
    '帮扶半年后仍不参加组织生活',
    '因病请假半年',
  ),
  proofOfServiceId: often<string | null>('s1', null, ''),
})
const person = fc.constantFrom<Actor>(
  { author: { kind: 'person', accountId: 'secretary' }, memberId: 'm2' },
  { author: { kind: 'person', accountId: 'officer' }, memberId: null },
  { author: { kind: 'person', accountId: 'member' }, memberId: 'm1' },
)
const machine = fc
  .constantFrom('job' as const, 'import' as const, 'formula' as const, 'api' as const)
  .map((kind): Actor => ({ author: { kind } satisfies EntryAuthor, memberId: null }))
const lengths = { minLength: 150, maxLength: 300 }
const stepOf = (by: fc.Arbitrary<Actor>) =>
  fc.tuple(
    fc.nat(acts.length),
    fc.record({ facts: factsOf, by, disputed: fc.constantFrom(false, false, true), word }),
  )

test('R-212: no sequence of acts by any role reaches an adverse state without the five facts', () => {
  const reached = new Set<string>()
  fc.assert(
    fc.property(
      fc.array(
        stepOf(fc.oneof({ weight: 4, arbitrary: person }, { weight: 1, arbitrary: machine })),
        lengths,
      ),
      (steps) => {
        const world = begin()
        for (const [at, given] of steps) {
          for (const act of actsOf(at)) {
            act(world, given)
            for (const [kind, decision] of decisionsOf(world)) {
              reached.add(kind)
              assert.ok(decision !== null)
              const { deciderName, body, decidedOn, reason, proofOfServiceId } = decision
              assert.ok(deciderName.trim() && body.trim() && reason.trim() && proofOfServiceId?.trim())
              assert.ok(decidedOn !== null && decidedOn <= later)
            }
          }
        }
      },
    ),
    { numRuns: 60 },
  )
  // Otherwise the run would have proved nothing about them.
  assert.deepEqual([...reached].toSorted(), [
    'caution',
    'disposal',
    'grade',
    'left',
    'limit',
    'measure',
    'sanction',
    'use',
    'warning',
  ])
})

test('R-212: whatever jobs, imports, formulas and programs do, nothing adverse comes of it', () => {
  fc.assert(
    fc.property(fc.array(stepOf(machine), lengths), (steps) => {
      const world = begin()
      for (const [at, given] of steps) for (const act of actsOf(at)) act(world, given)
      assert.deepEqual(decisionsOf(world), [])
    }),
    { numRuns: 30 },
  )
})

test('R-271: no sequence of acts leaves illness, leave or family as the reason of a decision of this feature', () => {
  fc.assert(
    fc.property(fc.array(stepOf(person), lengths), (steps) => {
      const world = begin()
      for (const [at, given] of steps) for (const act of actsOf(at)) act(world, given)
      const { warning, limit, use, disposal, sanction } = world
      const reasons = [
        warning?.served,
        warning?.measure?.served,
        limit?.served,
        use.served,
        disposal?.served,
        sanction?.served,
      ]
      for (const served of reasons) if (served != null) assert.ok(checkReason('reason', served.reason).ok)
      if (disposal !== null) assert.ok(checkReason('reason', disposal.proposal.reason).ok)
      if (warning !== null) assert.ok(checkReason('facts', warning.facts).ok)
    }),
    { numRuns: 30 },
  )
})
