import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day } from '../shared/plain-date.ts'
import {
  dissolveOrg,
  mergeOrgs,
  moveOrg,
  renameOrg,
  setUpOrg,
  type SetUpDraft,
  type SetUpFacts,
  splitOrg,
} from './org-change.ts'
import type { ChangeFacts, OrgWithHistory } from './org-change-checks.ts'
import { orgOn } from './org-history.ts'
import type { OrgShape } from './party-org.ts'

const today = day('2026-06-01')
const on = day('2026-05-20')
const shape: OrgShape = {
  kind: 'branch',
  form: 'independent',
  field: 'rural',
  unitKind: 'village',
  canApprove: false,
}
const facts: ChangeFacts = {
  today,
  on,
  decider: { id: 'town', kind: 'baseCommittee', isAbove: true },
  decision: {
    decidedByOrgId: 'town',
    decidedOn: day('2026-05-18'),
    documentNumber: '柳发〔2026〕12号',
    reason: '村级区划调整',
    filedOn: null,
  },
}
const org = (id: string, change: Partial<OrgWithHistory> = {}): OrgWithHistory => ({
  ...shape,
  id,
  parentId: 'town',
  name: `${id}村党支部`,
  foundedOn: day('1998-07-01'),
  dissolvedOn: null,
  lastChangeOn: day('2021-03-01'),
  ...change,
})
const town = org('town', { kind: 'baseCommittee', form: null, parentId: 'county', name: '柳林镇党委' })
const draft: SetUpDraft = { shape, name: '王庄村党支部', fullMembers: 3, task: null }
const setUp: SetUpFacts = { today, on, parent: town, siblingNames: ['李庄村党支部'], decided: facts }

function codeOf(decision: { ok: true } | { ok: false; code: string }): string {
  return decision.ok ? 'yes' : decision.code
}

test('R-012: the base committee decides on a new branch', () => {
  assert.equal(codeOf(setUpOrg(draft, setUp)), 'yes')
})

test('R-012: nobody else does, nor without a document', () => {
  const by = (change: Partial<ChangeFacts>) =>
    codeOf(setUpOrg(draft, { ...setUp, decided: { ...facts, ...change } }))
  assert.equal(by({ decider: { ...facts.decider, kind: 'generalBranch' } }), 'org-change-wrong-decider')
  assert.equal(by({ decider: { ...facts.decider, isAbove: false } }), 'org-change-wrong-decider')
  assert.equal(by({ decision: { ...facts.decision, documentNumber: '' } }), 'org-change-needs-decision')
  assert.equal(by({ decision: { ...facts.decision, decidedByOrgId: 'other' } }), 'org-change-needs-decision')
  assert.equal(
    by({ decision: { ...facts.decision, decidedOn: day('2026-05-21') } }),
    'org-change-before-decision',
  )
})

test('R-001: a new branch has three full members, a temporary one none of its own', () => {
  assert.equal(codeOf(setUpOrg(draft, setUp)), 'yes')
  const temporary: SetUpDraft = {
    ...draft,
    shape: { ...shape, form: 'temporary' },
    fullMembers: 0,
    task: '防汛专班',
  }
  assert.equal(codeOf(setUpOrg(temporary, setUp)), 'yes')
})

test('R-001: a new branch of two full members is refused', () => {
  assert.equal(codeOf(setUpOrg({ ...draft, fullMembers: 2 }, setUp)), 'org-too-few-full-members')
})

test('R-025: a branch that exists already is entered with its defects', () => {
  assert.equal(codeOf(setUpOrg({ ...draft, fullMembers: 1 }, { ...setUp, decided: null })), 'yes')
})

test('R-025: but not with a wrong parent or a taken name', () => {
  const existing = { ...setUp, decided: null }
  assert.equal(codeOf(setUpOrg(draft, { ...existing, parent: org('x') })), 'org-wrong-parent')
  assert.equal(codeOf(setUpOrg({ ...draft, name: '李庄村党支部 ' }, existing)), 'org-name-taken')
  assert.equal(codeOf(setUpOrg({ ...draft, name: ' ' }, existing)), 'org-name-missing')
})

test('R-015: a temporary branch names its task', () => {
  const temporary: SetUpDraft = { ...draft, shape: { ...shape, form: 'temporary' }, task: ' ' }
  assert.equal(codeOf(setUpOrg(temporary, setUp)), 'org-temporary-needs-task')
})

test('dates lie between the founding of the parent and today', () => {
  assert.equal(codeOf(setUpOrg(draft, { ...setUp, on: day('2026-06-02') })), 'org-change-in-future')
  assert.equal(codeOf(setUpOrg(draft, { ...setUp, on: day('1990-01-01') })), 'org-change-before-founding')
  const closed = { ...town, dissolvedOn: day('2024-01-01') }
  assert.equal(codeOf(setUpOrg(draft, { ...setUp, parent: closed })), 'org-parent-dissolved')
})

test('R-013: a branch is renamed by decision of the base committee', () => {
  const renamed = renameOrg(org('王庄'), '新王庄村党支部', { ...facts, siblingNames: [] })
  assert.ok(renamed.ok && renamed.value.kind === 'rename' && renamed.value.from === '王庄村党支部')
})

test('R-013: a rename is refused with the same or a taken name, out of order, or after closing', () => {
  const rename = (name: string, from = org('王庄'), change: Partial<ChangeFacts> = {}) =>
    codeOf(renameOrg(from, name, { ...facts, ...change, siblingNames: ['李庄村党支部'] }))
  assert.equal(rename('王庄村党支部'), 'org-name-unchanged')
  assert.equal(rename('李庄村党支部'), 'org-name-taken')
  assert.equal(rename('新村党支部', org('王庄', { dissolvedOn: on })), 'org-already-dissolved')
  assert.equal(
    rename('新村党支部', org('王庄', { lastChangeOn: day('2026-05-25') })),
    'org-change-before-last-change',
  )
  assert.equal(
    rename('新村党支部', org('王庄', { foundedOn: day('2026-05-25') })),
    'org-change-before-founding',
  )
  assert.equal(
    rename('新村党支部', org('王庄'), { decider: { ...facts.decider, kind: 'branch' } }),
    'org-change-wrong-decider',
  )
})

test('R-013: a branch moves to another committee', () => {
  const target = { ...town, id: 'other', isBelowMoved: false }
  const moved = moveOrg(org('王庄'), target, facts)
  assert.ok(moved.ok && moved.value.kind === 'move' && moved.value.toParentId === 'other')
})

test('R-013: nothing moves below itself, to its own parent, a wrong or a closed one', () => {
  const committee = { ...town, id: 'c' }
  const target = { ...town, id: 'other', isBelowMoved: false }
  for (const [moved, to, code] of [
    [committee, { ...target, isBelowMoved: true }, 'org-below-itself'],
    [committee, { ...target, id: 'c' }, 'org-below-itself'],
    [org('王庄'), { ...target, id: 'town' }, 'org-same-parent'],
    [org('王庄'), { ...org('李庄'), isBelowMoved: false }, 'org-wrong-parent'],
    [org('王庄'), { ...target, dissolvedOn: on }, 'org-parent-dissolved'],
    [org('王庄'), { ...target, foundedOn: day('2026-05-30') }, 'org-change-before-founding'],
    [{ ...town, parentId: null, kind: 'countyCommittee' as const }, target, 'org-root-stays'],
  ] as const) {
    assert.equal(codeOf(moveOrg(moved, to, facts)), code)
  }
})

test('R-013: branches merge into one', () => {
  const merged = mergeOrgs([org('a'), org('b')], org('c'), facts)
  assert.ok(merged.ok && merged.value.kind === 'merge')
  assert.deepEqual(merged.value.sourceIds, ['a', 'b'])
})

test('R-013: a merge needs others of the same kind', () => {
  assert.equal(codeOf(mergeOrgs([], org('c'), facts)), 'org-merge-needs-others')
  assert.equal(codeOf(mergeOrgs([org('c')], org('c'), facts)), 'org-merge-needs-others')
  assert.equal(codeOf(mergeOrgs([org('a'), org('a')], org('c'), facts)), 'org-merge-needs-others')
  assert.equal(codeOf(mergeOrgs([town], org('c'), facts)), 'org-merge-other-kind')
})

const part = (id: string, fullMembers: number) => ({ id, name: `${id}支部`, shape, fullMembers })
const split = (parts: ReturnType<typeof part>[], sourceCloses: boolean) =>
  codeOf(splitOrg({ ...org('大庄'), fullMembers: 56 }, parts, { ...facts, sourceCloses, siblingNames: [] }))

test('R-003: a large branch splits', () => {
  assert.equal(split([part('一', 30), part('二', 26)], true), 'yes')
  assert.equal(split([part('一', 30)], false), 'yes')
})

test('R-003: a split that does not add up or leaves too few is refused', () => {
  assert.equal(split([part('一', 56)], true), 'org-split-needs-parts')
  assert.equal(split([part('一', 30), part('二', 20)], true), 'org-split-counts-differ')
  assert.equal(split([part('一', 57)], false), 'org-split-counts-differ')
  assert.equal(split([part('一', 54)], false), 'org-too-few-full-members')
  assert.equal(split([part('一', 54), part('二', 2)], true), 'org-too-few-full-members')
  assert.equal(split([part('一', 30), part('一', 26)], true), 'org-name-taken')
})

test('R-013: an empty branch is dissolved', () => {
  assert.equal(codeOf(dissolveOrg(org('王庄'), { ...facts, members: 0, openBelow: 0 })), 'yes')
})

test('R-013: members, organisations below and the root keep it open', () => {
  assert.equal(codeOf(dissolveOrg(org('王庄'), { ...facts, members: 1, openBelow: 0 })), 'org-has-members')
  assert.equal(
    codeOf(dissolveOrg(org('王庄'), { ...facts, members: 0, openBelow: 1 })),
    'org-has-organisations-below',
  )
  const root = org('county', { kind: 'countyCommittee', form: null, parentId: null })
  assert.equal(codeOf(dissolveOrg(root, { ...facts, members: 0, openBelow: 0 })), 'org-root-stays')
})

test('the tree can be told for any day of the past', () => {
  const now = { ...org('王庄'), name: '新王庄村党支部', parentId: 'other', shape }
  const decision = facts.decision
  const changes = [
    {
      kind: 'move',
      orgId: '王庄',
      on: day('2024-01-01'),
      fromParentId: 'town',
      toParentId: 'other',
      decision,
    },
    {
      kind: 'rename',
      orgId: '王庄',
      on: day('2025-01-01'),
      from: '王庄村党支部',
      to: '新王庄村党支部',
      decision,
    },
    { kind: 'merge', sourceIds: ['王庄'], targetId: 'x', on: day('2026-01-01'), decision },
  ] as const
  assert.equal(orgOn(now, changes, day('1998-06-30')), undefined)
  assert.deepEqual(orgOn(now, changes, day('2023-01-01')), {
    name: '王庄村党支部',
    parentId: 'town',
    shape,
    closed: false,
  })
  assert.deepEqual(orgOn(now, changes, day('2024-06-01')), {
    name: '王庄村党支部',
    parentId: 'other',
    shape,
    closed: false,
  })
  assert.deepEqual(orgOn(now, changes, day('2026-01-01')), {
    name: '新王庄村党支部',
    parentId: 'other',
    shape,
    closed: true,
  })
})
