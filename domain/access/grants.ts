import type { OrgKind } from '../organisation/party-org.ts'
import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'
import { MEMBER_ROLE, type Role, ROLES } from './roles.ts'

/**
 * Kinds of organisations a role is given in; what it reaches follows from there. `member` is never given: it follows
 * the file, in the branch of the day.
 */
export const rolePlaces: Readonly<Record<Role, readonly OrgKind[]>> = {
  member: [],
  'branch-secretary': ['branch', 'generalBranch'],
  'branch-committee': ['branch', 'generalBranch'],
  'base-committee-officer': ['baseCommittee', 'workCommittee'],
  'county-officer': ['countyCommittee'],
  'cadre-section': ['countyCommittee'],
  'system-administrator': ['countyCommittee'],
  'security-administrator': ['countyCommittee'],
  'audit-administrator': ['countyCommittee'],
}

/** A role an account holds or will hold in an organisation; `untilOn` is the last day. */
export type Grant = {
  readonly role: Role
  readonly orgId: string
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate | null
}

export type GrantFacts = {
  readonly account: {
    readonly id: string
    readonly state: 'active' | 'stopped'
    /** Whether the account belongs to a member of the party in this county, who then is `member` in the own branch. */
    readonly isMember: boolean
  }
  readonly org: { readonly id: string; readonly kind: OrgKind; readonly dissolvedOn: PlainDate | null }
  /** Roles of the account that have not been withdrawn, past ones included. */
  readonly held: readonly Grant[]
  readonly byAccountId: string
  readonly today: PlainDate
}

export const grantRefusals = [
  'grant-own-account',
  'account-stopped',
  'grant-dates-order',
  'grant-org-closed',
  'grant-wrong-place',
  'grant-member-by-file',
  'grant-already-held',
  'grant-administrator-alone',
] as const
export type GrantRefusal = (typeof grantRefusals)[number]

/**
 * Whether a role may be given. Refused: to oneself, to a stopped account, in a closed organisation or one of another
 * kind, `member` (it follows the file), twice at a time, and an administrator's role beside any other role:
 * system, security and audit exclude each other and all business.
 */
export function decideGrant(wanted: Grant, facts: GrantFacts): Decision<Grant, GrantRefusal> {
  const { account, org, held, byAccountId, today } = facts
  if (account.id === byAccountId) return refuse('grant-own-account')
  if (account.state === 'stopped') return refuse('account-stopped')
  if (wanted.role === MEMBER_ROLE) return refuse('grant-member-by-file')
  const lastDay = wanted.untilOn
  if (lastDay !== null && (lastDay < wanted.fromOn || lastDay < today)) return refuse('grant-dates-order')
  if (org.dissolvedOn !== null && org.dissolvedOn <= today) return refuse('grant-org-closed')
  if (!rolePlaces[wanted.role].includes(org.kind)) return refuse('grant-wrong-place', named(wanted.role))
  const atTheTime = held.filter((one) => overlap(one, wanted))
  const twice = atTheTime.some((one) => one.role === wanted.role && one.orgId === wanted.orgId)
  if (twice) return refuse('grant-already-held', named(wanted.role))
  const roles: Role[] = [...atTheTime.map((one) => one.role), ...(account.isMember ? [MEMBER_ROLE] : [])]
  const other = roles.find((role) => excludes(role, wanted.role))
  return other === undefined ? agree(wanted) : refuse('grant-administrator-alone', named(other))
}

/** Whether two roles may not be held by one account at a time. */
export function excludes(one: Role, other: Role): boolean {
  return one !== other && (ROLES[one].administrator || ROLES[other].administrator)
}

function overlap(one: Grant, other: Grant): boolean {
  const begins = one.untilOn === null || one.untilOn >= other.fromOn
  return begins && (other.untilOn === null || other.untilOn >= one.fromOn)
}

function named(role: Role): { roleZh: string; roleEn: string } {
  return { roleZh: ROLES[role].zh, roleEn: ROLES[role].en }
}

export type RevokeRefusal = 'grant-own-account' | 'grant-ended-already' | 'grant-last-administrator'

/**
 * Whether a role may be withdrawn. Refused: one's own, one that is over, and the last one of a kind of administrator,
 * for without it nobody could open accounts, give roles or read the log. `othersWithRole` counts other active
 * accounts that hold it without an end.
 */
export function decideRevoke(
  grant: Grant & { readonly accountId: string; readonly isRevoked: boolean },
  facts: { readonly byAccountId: string; readonly othersWithRole: number; readonly today: PlainDate },
): Decision<true, RevokeRefusal> {
  if (grant.isRevoked || (grant.untilOn !== null && grant.untilOn < facts.today))
    return refuse('grant-ended-already')
  if (grant.accountId === facts.byAccountId) return refuse('grant-own-account')
  const isLast = ROLES[grant.role].administrator && facts.othersWithRole === 0
  return isLast ? refuse('grant-last-administrator', named(grant.role)) : agree(true)
}
