import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day } from '../shared/plain-date.ts'
import {
  checkInstructor,
  checkUnit,
  coverageByForm,
  type CoveringOrg,
  type UnitDraft,
} from './covered-unit.ts'
import { countCoverage, needsInstructor } from './firm-coverage.ts'

const firm: UnitDraft = {
  kind: 'privateFirm',
  name: '云溪果品有限公司',
  staff: 48,
  fullMembers: 4,
  coverage: 'own',
  formerNames: [],
}
const branch: CoveringOrg = { kind: 'branch', form: 'independent', dissolvedOn: null, ownOfAnother: false }
const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? 'yes' : decision.code)
const check = (change: Partial<UnitDraft>, org: Partial<CoveringOrg> | null = {}, nameTaken = false) =>
  codeOf(
    checkUnit(
      { ...firm, ...change },
      { nameTaken, townKind: 'baseCommittee', org: org && { ...branch, ...org } },
    ),
  )

test('S-119: own, joint, attached and none each with the organisation it needs', () => {
  assert.equal(check({}), 'yes')
  assert.equal(check({ coverage: 'joint' }, { form: 'joint' }), 'yes')
  assert.equal(check({ coverage: 'attached' }), 'yes')
  assert.equal(check({ coverage: 'none' }, null), 'yes')
  assert.equal(check({ coverage: 'none' }), 'unit-none-has-organisation')
  assert.equal(check({}, null), 'unit-coverage-needs-organisation')
})

test('R-021: shared branches cover jointly, others alone', () => {
  assert.equal(check({ coverage: 'joint' }), 'unit-organisation-not-joint')
  assert.equal(check({}, { form: 'joint' }), 'unit-organisation-is-joint')
  assert.equal(check({}, { ownOfAnother: true }), 'unit-organisation-taken')
  assert.equal(coverageByForm('villageEnterprise'), 'joint')
  assert.equal(coverageByForm('independent'), 'own')
})

test('S-119: a unit needs a free name, honest numbers and an open organisation', () => {
  assert.equal(check({ name: ' ' }), 'unit-name-missing')
  assert.equal(check({}, {}, true), 'unit-name-taken')
  assert.equal(check({ staff: 3 }), 'unit-members-above-staff')
  assert.equal(check({}, { dissolvedOn: day('2025-01-01') }), 'unit-organisation-dissolved')
  assert.equal(check({}, { kind: 'partyGroup', form: null }), 'unit-organisation-wrong-kind')
  assert.equal(
    codeOf(checkUnit(firm, { nameTaken: false, townKind: 'branch', org: branch })),
    'unit-town-not-committee',
  )
})

test('S-121: only a community was formed of neighbourhoods', () => {
  assert.equal(check({ formerNames: ['东门居委会'] }), 'unit-former-only-community')
  assert.equal(check({ kind: 'community', formerNames: ['东门居委会', '南门居委会'] }), 'yes')
})

test('R-022: a firm of 25 staff without a branch receives an instructor', () => {
  const of = (staff: number, fullMembers: number, coverage: 'none' | 'own' | 'attached') =>
    needsInstructor({ staff, fullMembers, coverage, hasInstructor: false })
  assert.equal(of(25, 2, 'none'), true)
  assert.equal(of(24, 2, 'none'), false)
  assert.equal(of(25, 3, 'none'), false)
  assert.equal(of(40, 0, 'attached'), true)
  assert.equal(of(40, 4, 'own'), false)
})

test('R-022: an instructor goes where there is no branch, from today or earlier', () => {
  const today = day('2026-06-01')
  const facts = { today, presentSince: null }
  const open = { coverage: 'none', closedOn: null } as const
  assert.equal(codeOf(checkInstructor(open, today, facts)), 'yes')
  assert.equal(
    codeOf(checkInstructor({ ...open, coverage: 'own' }, today, facts)),
    'instructor-unit-has-organisation',
  )
  assert.equal(codeOf(checkInstructor({ ...open, closedOn: today }, today, facts)), 'instructor-unit-closed')
  assert.equal(codeOf(checkInstructor(open, day('2026-06-02'), facts)), 'instructor-in-future')
  assert.equal(
    codeOf(checkInstructor(open, today, { today, presentSince: today })),
    'instructor-before-present',
  )
})

test('S-119: 384 of 2475 firms covered are 15.5 percent', () => {
  const firms = (['own', 'joint', 'attached', 'none'] as const).flatMap((coverage, index) =>
    Array.from({ length: [165, 33, 186, 2091][index] ?? 0 }, () => ({
      staff: 10,
      fullMembers: 0,
      coverage,
      hasInstructor: false,
    })),
  )
  const count = countCoverage(firms)
  assert.deepEqual([count.firms, count.covered, count.coveredPerMille], [2475, 384, 155])
})
