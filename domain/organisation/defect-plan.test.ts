import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day } from '../shared/plain-date.ts'
import { checkDefectPlan } from './defect-plan.ts'
import { listOrgGaps } from './org-gaps.ts'

const today = day('2026-06-01')
const plan = { ownerName: '陆清明', what: '7 月前并入桃坪村第一党支部', dueOn: day('2026-07-01') }
const codeOf = (change: Partial<typeof plan>, isThere = true) => {
  const decision = checkDefectPlan({ ...plan, ...change }, { isThere, today })
  return decision.ok ? 'yes' : decision.code
}

test('R-025: a plan names owner, act and day', () => {
  assert.equal(codeOf({}), 'yes')
  assert.equal(codeOf({ ownerName: ' ' }), 'defect-plan-owner-missing')
  assert.equal(codeOf({ what: '' }), 'defect-plan-what-missing')
  assert.equal(codeOf({ dueOn: day('2026-05-31') }), 'defect-plan-due-past')
  assert.equal(codeOf({ dueOn: day('2028-06-02') }), 'defect-plan-due-too-late')
  assert.equal(codeOf({}, false), 'defect-not-there')
})

const community = { kind: 'branch', isCommunity: true, hasSecretary: true } as const
const nothing = { premises: null, secretaryHasExperience: null, fullTimeStaff: null, hasRules: null }
const gapsOf = (org: Parameters<typeof listOrgGaps>[0], facts: Partial<Parameters<typeof listOrgGaps>[1]>) =>
  listOrgGaps(org, { ...nothing, ...facts }, { rentedOffice: day('2026-02-01') }, today)

test('S-133: gaps of a community, each with the day it was recorded and who mends it', () => {
  const gaps = gapsOf(community, { premises: 'rented', secretaryHasExperience: false, fullTimeStaff: 0 })
  assert.deepEqual(
    gaps.map(({ code, since, owner }) => [code, since, owner]),
    [
      ['rentedOffice', '2026-02-01', 'baseCommittee'],
      ['secretaryWithoutExperience', '2026-06-01', 'orgDepartment'],
      ['noFullTimeStaff', '2026-06-01', 'baseCommittee'],
    ],
  )
})

test('S-133: what nobody recorded is not a gap, and a vacant post has no inexperienced secretary', () => {
  assert.deepEqual(gapsOf(community, {}), [])
  assert.deepEqual(gapsOf({ ...community, hasSecretary: false }, { secretaryHasExperience: false }), [])
})

test('S-131: a branch without a place to meet; a rented one is a gap of communities only', () => {
  const village = { ...community, isCommunity: false }
  assert.deepEqual(
    gapsOf(village, { premises: 'none' }).map(({ code }) => code),
    ['noPremises'],
  )
  assert.deepEqual(gapsOf(village, { premises: 'rented' }), [])
  assert.deepEqual(gapsOf({ ...village, kind: 'baseCommittee' }, { premises: 'none' }), [])
})
