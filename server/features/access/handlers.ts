import { decideGrant, decideRevoke, type Grant } from '@steward/domain/access/grants.ts'
import { PERMISSIONS, type Permission } from '@steward/domain/access/permissions.ts'
import { isRole, MEMBER_ROLE, permissionsOf, type Role, ROLES } from '@steward/domain/access/roles.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { insertGrants, lockAccount, revokeGrant } from '#features/sign-in/queries-accounts.ts'
import { countSecondFactors } from '#features/sign-in/queries-grants.ts'
import { shortenSessions } from '#features/sign-in/queries-sessions.ts'
import { findSignInRules } from '#features/sign-in/queries-settings.ts'
import { type Handled, handle } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { accountHandlers } from './handlers-accounts.ts'
import { auditHandlers } from './handlers-audit.ts'
import { grantAccess, revokeAccess, showMatrix, showWhoCanSeeMe } from './operations.ts'
import {
  countOthersWithRole,
  fileWords,
  findOrgOfGrant,
  findOwnFile,
  type GrantRow,
  listGrants,
  listSeers,
  lockAccess,
  lockGrant,
} from './queries.ts'

/** A kept grant as the rules see it; undefined for a role this version does not know. */
function toGrant({ role, orgId, fromOn, untilOn }: GrantRow): Grant | undefined {
  return isRole(role) ? { role, orgId, fromOn, untilOn } : undefined
}

const ROLE_NAMES = Object.keys(ROLES) as Role[] // The record has exactly these keys.

function reachOf(role: Role, permission: Permission) {
  return permissionsOf(role).find((one) => one.permission === permission)?.reach ?? null
}

export const accessHandlers: readonly Handled[] = [
  handle(grantAccess, async ({ tx, access, actor, today, now, newId, note }, input) => {
    access.demand('account.grant', {})
    const account = (await lockAccount(tx, input.accountId)) ?? problem('not-found')
    const org = (await findOrgOfGrant(tx, input.orgId)) ?? problem('not-found')
    note({ accountId: account.id, name: account.name, role: input.role, org: org.name })
    const kept = (await listGrants(tx, account.id)).filter(({ revokedAt }) => revokedAt === null)
    const wanted = { ...input, fromOn: input.fromOn ?? today }
    const decided = decideGrant(wanted, {
      account: { id: account.id, state: account.state, isMember: account.memberId !== null },
      org,
      held: kept.flatMap((row) => toGrant(row) ?? []),
      byAccountId: actor.accountId ?? '',
      today,
    })
    if (!decided.ok) return decided
    const { role } = wanted
    if (role === MEMBER_ROLE) return refuse('grant-member-by-file')
    const id = newId()
    const { fromOn, untilOn } = wanted
    const given = { accountId: account.id, role, orgId: org.id, fromOn, untilOn }
    await insertGrants(tx, [{ id, ...given, grantedBy: actor.name, grantedAt: now }])
    if (ROLES[role].administrator) {
      const { numbers } = await findSignInRules(tx, today)
      const limits = { idleMinutes: numbers.administratorIdleMinutes, absoluteHours: numbers.absoluteHours }
      await shortenSessions(tx, limits, [account.id])
    }
    return agree({ grantId: id })
  }),

  handle(revokeAccess, async ({ tx, access, actor, today, now, note }, input) => {
    access.demand('account.grant', {})
    await lockAccess(tx, 'administrators')
    const row = (await lockGrant(tx, input.grantId)) ?? problem('not-found')
    const grant = toGrant(row) ?? problem('not-found')
    note({ accountId: row.accountId, role: row.role, org: row.orgName, reason: input.reason })
    const othersWithRole = await countOthersWithRole(tx, grant.role, row.accountId, today)
    const facts = { byAccountId: actor.accountId ?? '', othersWithRole, today }
    const kept = { ...grant, accountId: row.accountId, isRevoked: row.revokedAt !== null }
    const decided = decideRevoke(kept, facts)
    if (!decided.ok) return decided
    await revokeGrant(tx, row.id, actor.name, now)
    return agree({})
  }),

  handle(showMatrix, async ({ tx, access, today }) => {
    access.open('everybody')
    const counts = new Map((await countSecondFactors(tx, today)).map((row) => [row.role, row.accounts]))
    const permissions = Object.keys(PERMISSIONS) as Permission[] // The record has exactly these keys.
    return agree({
      roles: ROLE_NAMES.map((role) => ({
        role,
        label: { zh: ROLES[role].zh, en: ROLES[role].en },
        isAdministrator: ROLES[role].administrator,
        accounts: counts.get(role) ?? 0,
      })),
      permissions: permissions.map((permission) => ({
        permission,
        label: PERMISSIONS[permission],
        reaches: ROLE_NAMES.map((role) => reachOf(role, permission)),
      })),
    })
  }),

  handle(showWhoCanSeeMe, async ({ tx, access, actor, today }) => {
    access.open('own-account')
    const file = actor.memberId === null ? undefined : await findOwnFile(tx, actor.memberId)
    if (file === undefined) return agree({ member: null, rows: [] })
    const seers = await listSeers(tx, 'member.read', file.path, today)
    return agree({
      member: { name: file.name, orgName: file.orgName },
      rows: seers.map(({ role, orgName, people }) => ({
        role,
        label: { zh: ROLES[role].zh, en: ROLES[role].en },
        orgName,
        people: [...people],
        permissions: fileWords(role),
        seesNumbers: reachOf(role, 'member.unmask') !== null,
      })),
    })
  }),

  ...accountHandlers,
  ...auditHandlers,
]
