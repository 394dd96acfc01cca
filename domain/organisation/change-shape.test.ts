import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day } from '../shared/plain-date.ts'
import { changeOrgShape } from './change-shape.ts'
import type { ChangeFacts, OrgWithHistory } from './org-change-checks.ts'
import { orgOn } from './org-history.ts'
import type { OrgShape } from './party-org.ts'

const shape: OrgShape = {
  kind: 'branch',
  form: 'independent',
  field: 'rural',
  unitKind: 'village',
  canApprove: false,
}
const branch: OrgWithHistory = {
  ...shape,
  id: 'b',
  parentId: 'town',
  name: '石门村党支部',
  foundedOn: day('1998-07-01'),
  dissolvedOn: null,
  lastChangeOn: day('2001-01-01'),
}
const decided: ChangeFacts = {
  today: day('2026-06-01'),
  on: day('2026-05-20'),
  decider: { id: 'town', kind: 'baseCommittee', isAbove: true },
  decision: {
    decidedByOrgId: 'town',
    decidedOn: day('2026-05-18'),
    documentNumber: '云发〔2026〕12号',
    reason: '村企联建',
    filedOn: null,
  },
}
const facts = {
  ...decided,
  parentKind: 'baseCommittee',
  kindsBelow: [],
  members: 34,
  fullMembers: 33,
  task: null,
} as const
const codeOf = (...args: Parameters<typeof changeOrgShape>) => {
  const decision = changeOrgShape(...args)
  return decision.ok ? 'yes' : decision.code
}

test('R-021: a village branch becomes one with an enterprise', () => {
  assert.equal(codeOf(branch, { ...shape, form: 'villageEnterprise' }, facts), 'yes')
  assert.equal(codeOf(branch, shape, facts), 'org-shape-unchanged')
})

test('R-009: a branch with members does not become a general branch; an empty one does', () => {
  const general: OrgShape = { ...shape, kind: 'generalBranch', form: null }
  assert.equal(codeOf(branch, general, facts), 'org-has-members')
  assert.equal(codeOf(branch, general, { ...facts, members: 0, fullMembers: 0 }), 'yes')
})

test('R-017: what stands below must fit the new kind', () => {
  const general: OrgShape = { ...shape, kind: 'generalBranch', form: null }
  const withGroup = { ...facts, members: 0, kindsBelow: ['partyGroup'] as const }
  assert.equal(codeOf(branch, general, withGroup), 'org-children-do-not-fit')
})

test('R-015: a temporary form names its task', () => {
  assert.equal(codeOf(branch, { ...shape, form: 'temporary' }, facts), 'org-temporary-needs-task')
  assert.equal(codeOf(branch, { ...shape, form: 'temporary' }, { ...facts, task: '防汛专班' }), 'yes')
})

test('R-001: a floating branch that begins to count its members needs three', () => {
  const floating: OrgWithHistory = { ...branch, form: 'floating' }
  assert.equal(codeOf(floating, shape, { ...facts, fullMembers: 2 }), 'org-too-few-full-members')
  assert.equal(codeOf(floating, shape, { ...facts, fullMembers: 3 }), 'yes')
})

test('R-026: only committees approve', () => {
  assert.equal(codeOf(branch, { ...shape, canApprove: true }, facts), 'org-approval-only-for-committee')
})

test('the form before a change is told for the days before it', () => {
  const change = changeOrgShape(branch, { ...shape, form: 'joint' }, facts)
  assert.ok(change.ok)
  const now = { ...branch, shape: { kind: 'branch', form: 'joint' } as const }
  assert.equal(orgOn(now, [change.value], day('2026-05-19'))?.shape.form, 'independent')
  assert.equal(orgOn(now, [change.value], day('2026-05-20'))?.shape.form, 'joint')
})

test('of two changes on one day the earlier recorded one is told back to', () => {
  const rename = (from: string, to: string) =>
    ({ kind: 'rename', orgId: 'b', on: day('2026-05-20'), from, to, decision: decided.decision }) as const
  const now = { ...branch, name: '丙', shape }
  assert.equal(orgOn(now, [rename('甲', '乙'), rename('乙', '丙')], day('2026-05-01'))?.name, '甲')
})
