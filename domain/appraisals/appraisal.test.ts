import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day } from '../shared/plain-date.ts'
import { tightenQuorum, twoThirdsOfAll, voteRules } from '../shared/vote.ts'
import {
  advanceAppraisal,
  type AppraisalFacts,
  type AppraisalStage,
  appraisalStages,
  blocksOf,
  goBack,
  mayMeetInGroups,
  yearEndsOn,
} from './appraisal.ts'

const today = day('2026-12-30')
const clear: AppraisalFacts = {
  basisOn: day('2026-11-25'),
  membersWithoutPlace: 0,
  reportsMissing: 0,
  reportsUnchecked: 0,
  selfMissing: 0,
  peersMissing: 0,
  assembly: { shouldAttend: 32, present: 28 },
  boxesOpen: 0,
  boxesNotAddingUp: 0,
  membersWithoutGrade: 0,
  signed: true,
  noticeEndsOn: day('2026-12-29'),
  noticeInterrupted: false,
  objectionsOpen: 0,
  feedbackRunning: 0,
  appealsOpen: 0,
  problemsWithoutItem: 0,
}
const after = (stage: AppraisalStage, change: Partial<AppraisalFacts> = {}) => {
  const moved = advanceAppraisal(stage, { ...clear, ...change }, today)
  return moved.ok ? moved.value : moved.code
}

test('R-178: the appraisal goes from its document over self, peers and ballots to settlement and closing', () => {
  let stage: AppraisalStage = 'basis'
  const passed: AppraisalStage[] = [stage]
  while (stage !== 'closed') {
    const moved = advanceAppraisal(stage, clear, today)
    assert.ok(moved.ok)
    stage = moved.value
    passed.push(stage)
  }
  assert.deepEqual(passed, appraisalStages)
  assert.equal(after('closed'), 'appraisal-wrong-stage')
  assert.equal(yearEndsOn(2026), '2026-12-31')
})

test('R-178, R-190, R-191: every stage names what keeps it open', () => {
  for (const [stage, change, code] of [
    ['basis', { basisOn: null }, 'appraisal-basis-missing'],
    ['roll', { membersWithoutPlace: 2 }, 'appraisal-members-without-place'],
    ['dutyReports', { reportsMissing: 3 }, 'appraisal-reports-missing'],
    ['dutyReports', { reportsUnchecked: 1 }, 'appraisal-reports-unchecked'],
    ['self', { selfMissing: 1 }, 'appraisal-self-missing'],
    ['peers', { peersMissing: 1 }, 'appraisal-peers-missing'],
    ['ballots', { assembly: null }, 'appraisal-assembly-missing'],
    ['ballots', { boxesOpen: 1 }, 'appraisal-boxes-open'],
    ['ballots', { boxesNotAddingUp: 1 }, 'appraisal-boxes-do-not-add-up'],
    ['settlement', { membersWithoutGrade: 5 }, 'appraisal-members-without-grade'],
    ['settlement', { signed: false }, 'appraisal-not-signed'],
    ['notice', { noticeEndsOn: null }, 'appraisal-notice-missing'],
    ['notice', { noticeEndsOn: today }, 'appraisal-notice-running'],
    ['notice', { noticeInterrupted: true }, 'appraisal-notice-interrupted'],
    ['notice', { objectionsOpen: 1 }, 'appraisal-objections-open'],
    ['feedback', { feedbackRunning: 4 }, 'appraisal-feedback-running'],
    ['feedback', { appealsOpen: 1 }, 'appraisal-appeals-open'],
    ['rectification', { problemsWithoutItem: 2 }, 'appraisal-problems-without-item'],
    ['rectification', { appealsOpen: 1 }, 'appraisal-appeals-open'],
  ] as const) {
    assert.equal(after(stage, change), code, stage)
    assert.deepEqual(
      blocksOf(stage, { ...clear, ...change }, today).map((block) => block.code),
      [code],
    )
    assert.deepEqual(blocksOf(stage, clear, today), [])
  }
})

test('R-049, R-178: the ballot is of an assembly with more than half of those who should attend', () => {
  assert.equal(after('ballots', { assembly: { shouldAttend: 32, present: 16 } }), 'appraisal-no-quorum')
  assert.equal(after('ballots', { assembly: { shouldAttend: 32, present: 17 } }), 'settlement')
  const stricter = tightenQuorum(voteRules.appraisal, twoThirdsOfAll)
  assert.ok(stricter.ok)
  const facts = { ...clear, assembly: { shouldAttend: 33, present: 21 } }
  assert.equal(advanceAppraisal('ballots', facts, today, stricter.value).ok, false)
  assert.equal(
    advanceAppraisal(
      'ballots',
      { ...facts, assembly: { shouldAttend: 33, present: 22 } },
      today,
      stricter.value,
    ).ok,
    true,
  )
})

test('R-184, R-277: a box stays closed, a notice is taken back with a reason', () => {
  const back = (stage: AppraisalStage, reason = '名单漏了一人') => {
    const moved = goBack(stage, reason)
    return moved.ok ? moved.value : moved.code
  }
  assert.equal(back('peers'), 'self')
  assert.equal(back('notice'), 'settlement')
  assert.equal(back('notice', ' '), 'appraisal-needs-reason')
  assert.equal(back('ballots'), 'appraisal-box-stays-closed')
  assert.equal(back('settlement'), 'appraisal-box-stays-closed')
  for (const stage of ['basis', 'feedback', 'rectification', 'closed'] as const) {
    assert.equal(back(stage), 'appraisal-wrong-stage')
  }
})

test('R-179, R-180: self and peer steps meet in groups only in a large branch that has some', () => {
  for (const [members, groups, may] of [
    [34, 3, true],
    [20, 2, true],
    [19, 2, false],
    [34, 1, false],
  ] as const) {
    assert.equal(mayMeetInGroups({ members, groups }), may)
  }
})
