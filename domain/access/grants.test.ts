import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day } from '../shared/plain-date.ts'
import { decideGrant, decideRevoke, excludes, type Grant, type GrantFacts } from './grants.ts'
import { type Role, ROLES } from './roles.ts'

const today = day('2026-11-03')
const shimen = { id: 'shimen', kind: 'branch', dissolvedOn: null } as const
const county = { id: 'county', kind: 'countyCommittee', dissolvedOn: null } as const
const facts: GrantFacts = {
  account: { id: 'zhou', state: 'active', isMember: true },
  org: shimen,
  held: [],
  byAccountId: 'feng',
  today,
}
const grant = (
  role: Role,
  orgId = 'shimen',
  fromOn = '2026-11-03',
  untilOn: string | null = null,
): Grant => ({
  role,
  orgId,
  fromOn: day(fromOn),
  untilOn: untilOn === null ? null : day(untilOn),
})
const codeOf = (wanted: Grant, changed: Partial<GrantFacts> = {}) => {
  const decided = decideGrant(wanted, { ...facts, ...changed })
  return decided.ok ? 'yes' : decided.code
}

test('a role is given where it belongs, beside others of the same person', () => {
  assert.equal(codeOf(grant('branch-secretary')), 'yes')
  const held = [grant('branch-committee')]
  assert.equal(codeOf(grant('branch-secretary'), { held }), 'yes')
})

test('a role is refused to oneself, to a stopped account, in a closed or wrong organisation, with days that make no sense', () => {
  assert.equal(codeOf(grant('branch-secretary'), { byAccountId: 'zhou' }), 'grant-own-account')
  const stopped = { ...facts.account, state: 'stopped' as const }
  assert.equal(codeOf(grant('branch-secretary'), { account: stopped }), 'account-stopped')
  const closed = { ...shimen, dissolvedOn: day('2026-10-01') }
  assert.equal(codeOf(grant('branch-secretary'), { org: closed }), 'grant-org-closed')
  assert.equal(codeOf(grant('county-officer')), 'grant-wrong-place')
  assert.equal(codeOf(grant('branch-secretary', 'shimen', '2026-11-03', '2026-11-02')), 'grant-dates-order')
  assert.equal(codeOf(grant('branch-secretary', 'shimen', '2026-01-01', '2026-06-30')), 'grant-dates-order')
  assert.equal(codeOf(grant('member')), 'grant-member-by-file')
})

test('the same role in the same organisation is held once at a time', () => {
  const held = [grant('branch-secretary', 'shimen', '2024-01-01', '2026-12-31')]
  assert.equal(codeOf(grant('branch-secretary'), { held }), 'grant-already-held')
  assert.equal(codeOf(grant('branch-secretary', 'shimen', '2027-01-01'), { held }), 'yes')
})

test('R-302: system, security and audit exclude each other and every business role', () => {
  const administrators = (Object.keys(ROLES) as Role[]).filter((role) => ROLES[role].administrator)
  assert.equal(administrators.length, 3)
  const officer = { ...facts.account, isMember: false }
  for (const one of administrators) {
    for (const other of Object.keys(ROLES) as Role[]) {
      assert.equal(excludes(one, other), one !== other)
      if (one === other) continue
      const atCounty = { org: county, account: officer, held: [grant(other, 'x')] }
      assert.equal(codeOf(grant(one, 'county'), atCounty), 'grant-administrator-alone')
    }
  }
  assert.equal(codeOf(grant('audit-administrator', 'county'), { org: county }), 'grant-administrator-alone')
  assert.equal(codeOf(grant('audit-administrator', 'county'), { org: county, account: officer }), 'yes')
  const held = [grant('security-administrator', 'county')]
  assert.equal(codeOf(grant('branch-secretary'), { held }), 'grant-administrator-alone')
  const over = [grant('security-administrator', 'county', '2024-01-01', '2026-10-31')]
  assert.equal(codeOf(grant('branch-secretary'), { held: over }), 'yes')
})

test('R-302: the last administrator of a kind keeps the role; others can be withdrawn, not by oneself, not twice', () => {
  const held = { ...grant('security-administrator', 'county'), accountId: 'feng', isRevoked: false }
  const by = { byAccountId: 'other', othersWithRole: 0, today }
  const code = (decided: ReturnType<typeof decideRevoke>) => (decided.ok ? 'yes' : decided.code)
  assert.equal(code(decideRevoke(held, by)), 'grant-last-administrator')
  assert.equal(code(decideRevoke(held, { ...by, othersWithRole: 1 })), 'yes')
  assert.equal(
    code(decideRevoke(held, { ...by, byAccountId: 'feng', othersWithRole: 1 })),
    'grant-own-account',
  )
  assert.equal(code(decideRevoke({ ...held, isRevoked: true }, by)), 'grant-ended-already')
  assert.equal(code(decideRevoke({ ...held, role: 'branch-secretary' }, by)), 'yes')
})
