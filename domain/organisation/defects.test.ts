import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day } from '../shared/plain-date.ts'
import { countCommunityGaps, listCommunityGaps } from './community.ts'
import { listDefects, type OrgFacts } from './defects.ts'
import { countCoverage, type Firm, needsInstructor } from './firm-coverage.ts'

const today = day('2026-06-01')
const sound: OrgFacts = {
  kind: 'branch',
  form: 'independent',
  foundedOn: day('1998-07-01'),
  members: 20,
  fullMembers: 19,
  seats: 3,
  hasSecretary: true,
  secretaryVacantSince: null,
  term: { startedOn: day('2025-01-10'), years: 3, approvedEnd: null },
  taskEndsOn: null,
  seenSince: {},
}
const codes = (change: Partial<OrgFacts>) =>
  listDefects({ ...sound, ...change }, today).map(({ code }) => code)

test('R-025: a sound branch has no defect', () => assert.deepEqual(codes({}), []))

test('R-025: each defect is named with rule, first day and owner', () => {
  const found = listDefects(
    { ...sound, members: 1, fullMembers: 1, seats: 1, seenSince: { onePersonBranch: day('2026-02-01') } },
    today,
  )
  assert.deepEqual(found, [
    {
      code: 'onePersonBranch',
      rule: 'R-025',
      severity: 'defect',
      figures: { members: 1, fullMembers: 1 },
      since: '2026-02-01',
      owner: 'baseCommittee',
    },
  ])
})

test('R-001: two full members are too few', () => {
  assert.deepEqual(codes({ members: 5, fullMembers: 2, seats: 1 }), ['tooFewFullMembers'])
})

test('R-001: three are enough, and floating branches count at home', () => {
  assert.deepEqual(codes({ members: 3, fullMembers: 3, seats: 1 }), [])
  assert.deepEqual(codes({ form: 'floating', members: 0, fullMembers: 0, seats: 1 }), [])
})

test('R-003: fifty-one members are too many', () => {
  assert.deepEqual(codes({ members: 51, fullMembers: 51 }), ['tooLarge'])
})

test('R-003: fifty are not', () => assert.deepEqual(codes({ members: 50, fullMembers: 50 }), []))

test('R-009: a general branch above a hundred is due to be a committee', () => {
  const general = { kind: 'generalBranch', form: null, seats: 5 } as const
  assert.deepEqual(codes({ ...general, members: 101, fullMembers: 101 }), ['needsBaseCommittee'])
})

test('R-009: at a hundred it is not', () => {
  const general = { kind: 'generalBranch', form: null, seats: 5 } as const
  assert.deepEqual(codes({ ...general, members: 100, fullMembers: 100 }), [])
})

test('R-004: seven full members without a committee', () => {
  const [defect] = listDefects({ ...sound, members: 7, fullMembers: 7, seats: 1 }, today)
  assert.equal(defect?.code, 'noCommittee')
  assert.equal(defect?.owner, 'branchSecretary')
  assert.deepEqual(codes({ seats: 8 }), ['committeeWrongSize'])
})

test('R-004: six need none', () => assert.deepEqual(codes({ members: 6, fullMembers: 6, seats: 1 }), []))

test('R-005: a branch under seven with a committee is noted', () => {
  assert.deepEqual(codes({ members: 6, fullMembers: 6, seats: 3 }), ['committeeWithoutNeed'])
})

test('R-005: a secretary and a deputy are not', () => {
  assert.deepEqual(codes({ members: 6, fullMembers: 6, seats: 2 }), [])
})

test('R-010: a general branch with three seats', () => {
  assert.deepEqual(codes({ kind: 'generalBranch', form: null, members: 80, seats: 3 }), [
    'committeeWrongSize',
  ])
})

test('R-010: a general branch with seven', () => {
  assert.deepEqual(codes({ kind: 'generalBranch', form: null, members: 80, seats: 7 }), [])
})

test('R-007: an expired term counts from the day after its end', () => {
  const [defect] = listDefects(
    { ...sound, term: { startedOn: day('2022-04-01'), years: 3, approvedEnd: null } },
    today,
  )
  assert.deepEqual([defect?.code, defect?.since, defect?.severity], ['termExpired', '2025-04-02', 'defect'])
})

test('R-007: a term that ends within six months is a notice only', () => {
  const [defect] = listDefects(
    { ...sound, term: { startedOn: day('2023-09-01'), years: 3, approvedEnd: null } },
    today,
  )
  assert.deepEqual(
    [defect?.code, defect?.since, defect?.severity],
    ['termEndingSoon', '2026-03-01', 'notice'],
  )
})

test('R-016: a vacant secretary is listed since the vacancy', () => {
  const [defect] = listDefects(
    { ...sound, hasSecretary: false, secretaryVacantSince: day('2026-03-03') },
    today,
  )
  assert.deepEqual([defect?.code, defect?.since], ['noSecretary', '2026-03-03'])
})

test('R-016: a group needs none', () =>
  assert.deepEqual(codes({ kind: 'partyGroup', form: null, hasSecretary: false }), []))

test('R-015: a temporary branch past its task is listed', () => {
  const temporary = { form: 'temporary', members: 0, fullMembers: 0, seats: 1, term: null } as const
  assert.deepEqual(codes({ ...temporary, taskEndsOn: day('2026-05-31') }), ['temporaryOverdue'])
})

test('R-015: one that still works is not, nor does it hold elections', () => {
  const temporary = { form: 'temporary', members: 0, fullMembers: 0, seats: 1, term: null } as const
  assert.deepEqual(codes({ ...temporary, taskEndsOn: day('2026-06-01') }), [])
})

const firm: Firm = { staff: 25, fullMembers: 2, coverage: 'none', hasInstructor: false }

test('R-022: a firm of 25 that cannot form a branch receives an instructor', () => {
  assert.equal(needsInstructor(firm), true)
  assert.equal(needsInstructor({ ...firm, coverage: 'attached' }), true)
})

test('R-022: a smaller one, one with three full members or with a branch does not', () => {
  assert.equal(needsInstructor({ ...firm, staff: 24 }), false)
  assert.equal(needsInstructor({ ...firm, fullMembers: 3 }), false)
  assert.equal(needsInstructor({ ...firm, coverage: 'joint' }), false)
  assert.equal(needsInstructor({ ...firm, staff: 29 }, 30), false)
})

test('firms are counted by coverage: 165, 33, 186 of 2475 are 15.5 percent', () => {
  const many = (count: number, coverage: Firm['coverage'], hasInstructor = false): Firm[] =>
    Array.from({ length: count }, () => ({
      ...firm,
      staff: hasInstructor ? 30 : 10,
      coverage,
      hasInstructor,
    }))
  const count = countCoverage([
    ...many(165, 'own'),
    ...many(33, 'joint'),
    ...many(186, 'attached'),
    ...many(1929, 'none'),
    ...many(162, 'none', true),
  ])
  assert.deepEqual(
    [
      count.firms,
      count.own,
      count.joint,
      count.attached,
      count.none,
      count.coveredPerMille,
      count.instructors,
    ],
    [2475, 165, 33, 186, 2091, 155, 162],
  )
  assert.equal(countCoverage([]).coveredPerMille, 0)
})

test('communities show what they lack: 3, 2 and 6 of 15', () => {
  const communities = Array.from({ length: 15 }, (_, index) => ({
    name: `社区${index}`,
    formedOn: day('2024-01-01'),
    formerNeighbourhoods: ['一居', '二居'],
    smallestBranchMembers: index < 3 ? 1 : 12,
    officeIsRented: index < 2,
    secretaryHasExperience: index >= 6,
    fullTimeStaff: 4,
    hasRules: true,
  }))
  const counts = countCommunityGaps(communities)
  assert.deepEqual(
    [counts.onePersonBranch, counts.rentedOffice, counts.secretaryWithoutExperience, counts.noRules],
    [3, 2, 6, 0],
  )
  const [first] = communities
  assert.ok(first)
  assert.deepEqual(listCommunityGaps(first), [
    'onePersonBranch',
    'rentedOffice',
    'secretaryWithoutExperience',
  ])
})
