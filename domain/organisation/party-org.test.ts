import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day } from '../shared/plain-date.ts'
import {
  branchForms,
  canStandBelow,
  checkOrgShape,
  isOpenOn,
  kindsBelow,
  type OrgShape,
  orgFields,
} from './party-org.ts'

const branch: OrgShape = {
  kind: 'branch',
  form: 'independent',
  field: 'rural',
  unitKind: 'village',
  canApprove: false,
}
const committee: OrgShape = { ...branch, kind: 'baseCommittee', form: null, canApprove: true }

test('R-012: a branch stands below a committee or a general branch', () => {
  for (const parent of ['workCommittee', 'baseCommittee', 'generalBranch'] as const)
    assert.ok(canStandBelow('branch', parent))
})

test('R-012: a branch does not stand below the county, another branch or a group', () => {
  for (const parent of ['countyCommittee', 'branch', 'partyGroup'] as const) {
    const checked = checkOrgShape(branch, parent)
    assert.ok(!checked.ok && checked.code === 'org-wrong-parent')
  }
  const rootless = checkOrgShape(branch, null)
  assert.ok(!rootless.ok && rootless.code === 'org-wrong-parent')
})

test('R-017: groups stand below branches', () => {
  assert.deepEqual(kindsBelow('branch'), ['partyGroup'])
})

test('R-017: nothing stands below a group', () => {
  assert.deepEqual(kindsBelow('partyGroup'), [])
})

test('R-021: every form of branch can be represented', () => {
  for (const form of branchForms) assert.ok(checkOrgShape({ ...branch, form }, 'baseCommittee').ok, form)
})

test('R-021: a branch needs a form and nothing else has one', () => {
  const without = checkOrgShape({ ...branch, form: null }, 'baseCommittee')
  assert.ok(!without.ok && without.code === 'org-branch-needs-form')
  const extra = checkOrgShape({ ...committee, form: 'joint' }, 'countyCommittee')
  assert.ok(!extra.ok && extra.code === 'org-form-only-for-branch')
})

test('R-020: every field of the statistics can be given', () => {
  assert.equal(orgFields.length, 9)
  for (const field of orgFields) assert.ok(checkOrgShape({ ...committee, field }, 'countyCommittee').ok)
})

test('R-026: a base committee may be flagged to approve', () => {
  assert.ok(checkOrgShape(committee, 'countyCommittee').ok)
})

test('R-026: a branch or general branch may not', () => {
  for (const shape of [
    { ...branch, canApprove: true },
    { ...branch, kind: 'generalBranch', form: null, canApprove: true },
  ] as const) {
    const checked = checkOrgShape(shape, 'baseCommittee')
    assert.ok(!checked.ok && checked.code === 'org-approval-only-for-committee')
  }
})

test('an organisation is open from its founding to the day before its closing', () => {
  const org = { foundedOn: day('2020-01-10'), dissolvedOn: day('2026-03-01') }
  assert.deepEqual(
    ['2020-01-09', '2020-01-10', '2026-02-28', '2026-03-01'].map((text) => isOpenOn(org, day(text))),
    [false, true, true, false],
  )
})

test('R-023: retired members may have a branch of their own', () => {
  assert.ok(checkOrgShape({ ...branch, form: 'retired' }, 'baseCommittee').ok)
})

test('R-023: it stands below a committee like any other', () => {
  const checked = checkOrgShape({ ...branch, form: 'retired' }, 'branch')
  assert.ok(!checked.ok && checked.code === 'org-wrong-parent')
})
