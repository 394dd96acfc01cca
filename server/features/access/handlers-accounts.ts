import type { Permission } from '@steward/domain/access/permissions.ts'
import { isRole, ROLES } from '@steward/domain/access/roles.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { isDefaultAccountName, readAccountName } from '@steward/domain/sign-in/account-name.ts'
import type { z } from 'zod'
import {
  insertAccounts,
  listTakenNames,
  lockAccount,
  saveAccountState,
  savePassword,
} from '#features/sign-in/queries-accounts.ts'
import { voidCounterCodes } from '#features/sign-in/queries-counter-codes.ts'
import { clearFailures } from '#features/sign-in/queries-failures.ts'
import { lockCodeReceiver } from '#features/sign-in/queries-members.ts'
import { endSessions } from '#features/sign-in/queries-sessions.ts'
import { type Context, type Handled, handle } from '#platform/context.ts'
import { hashPassword, randomDigits, temporaryPassword } from '#platform/passwords.ts'
import { problem } from '#platform/problem.ts'
import {
  findMemberForAccount,
  listAccounts,
  openAccount,
  resetAccount,
  showAccount,
  startAccount,
  stopAccount,
} from './operations-accounts.ts'
import { countOthersWithRole, findOrgOfGrant, type GrantRow, listGrants, lockAccess } from './queries.ts'
import {
  countAccounts,
  findAccountDetail,
  listAccountRows,
  listMembersForAccount,
} from './queries-accounts.ts'

const ACTS: readonly Permission[] = ['account.manage', 'account.grant', 'security.change', 'audit.read']

/** The account, if the caller may see it; otherwise it is not there. */
async function getVisible(context: Context, accountId: string) {
  const { tx, access, today, now } = context
  const account = (await findAccountDetail(tx, accountId, { now, today })) ?? problem('not-found')
  const paths = [account.homePath, ...account.paths]
  const isVisible =
    access.can('account.read', {}) || paths.some((path) => access.can('account.read', { path }))
  return isVisible ? account : problem('not-found')
}

function stateOf(grant: GrantRow, today: string): 'coming' | 'current' | 'past' | 'revoked' {
  if (grant.revokedAt !== null) return 'revoked'
  if (grant.fromOn > today) return 'coming'
  return grant.untilOn !== null && grant.untilOn < today ? 'past' : 'current'
}

/** Administrators' roles an account holds now. */
async function administratorRoles({ tx, today }: Context, accountId: string) {
  const grants = (await listGrants(tx, accountId)).filter((grant) => stateOf(grant, today) === 'current')
  return grants.flatMap(({ role }) => (isRole(role) && ROLES[role].administrator ? [role] : []))
}

/** Who the account is for: a member from the file, or an officer as typed. */
async function readHolder(context: Context, input: z.output<typeof openAccount.input>) {
  const { tx, today } = context
  if (input.memberId !== null) {
    const member = (await lockCodeReceiver(tx, input.memberId)) ?? problem('not-found')
    if (!member.isOnRoll) return refuse('account-member-gone')
    if (member.accountId !== null)
      return refuse('account-member-has-one', { accountName: member.accountName ?? '' })
    return agree({ name: member.name, memberId: member.id, orgId: null })
  }
  if (input.name === '' || input.orgId === null) return refuse('account-person-missing')
  const org = (await findOrgOfGrant(tx, input.orgId)) ?? problem('not-found')
  if (org.dissolvedOn !== null && org.dissolvedOn <= today) return refuse('account-org-closed')
  return agree({ name: input.name, memberId: null, orgId: org.id })
}

async function readNewName({ tx }: Context, typed: string) {
  await lockAccess(tx, 'account-names')
  const accountName = typed === '' ? randomDigits(8) : readAccountName(typed)
  if (accountName === undefined) return refuse('account-name-invalid', { accountName: typed })
  if (isDefaultAccountName(accountName)) return refuse('account-name-default', { accountName })
  const taken = await listTakenNames(tx, [accountName])
  return taken.size > 0 ? refuse('account-name-taken', { accountName }) : agree(accountName)
}

export const accountHandlers: readonly Handled[] = [
  handle(listAccounts, async ({ tx, access, now, today }, filter) => {
    access.demandSomewhere('account.read')
    const { rows, total } = await listAccountRows(tx, access, filter, { now, today })
    const counts = await countAccounts(tx, access, { now, today })
    const listed = rows.map((row) => ({ ...row, roles: [...row.roles] }))
    return agree({ rows: listed, total, offset: filter.offset, counts, may: access.may(ACTS, {}) })
  }),

  handle(showAccount, async (context, { accountId }) => {
    const { tx, today, access, actor } = context
    const { homePath: _home, paths: _paths, ...account } = await getVisible(context, accountId)
    const grants = (await listGrants(tx, accountId)).flatMap((grant) => {
      const { accountId: _account, role, ...row } = grant
      return isRole(role) ? [{ ...row, role, state: stateOf(grant, today) }] : []
    })
    return agree({ ...account, grants, may: access.may(ACTS, {}), isOwn: accountId === actor.accountId })
  }),

  handle(findMemberForAccount, async ({ tx, access }, { search }) => {
    access.demand('account.manage', {})
    return agree({ rows: await listMembersForAccount(tx, search) })
  }),

  handle(openAccount, async (context, input) => {
    const { tx, access, actor, now, newId, note } = context
    access.demand('account.manage', {})
    const holder = await readHolder(context, input)
    if (!holder.ok) return holder
    const accountName = await readNewName(context, input.accountName)
    if (!accountName.ok) return accountName
    const password = temporaryPassword()
    const id = newId()
    const account = {
      id,
      accountName: accountName.value,
      ...holder.value,
      passwordHash: await hashPassword(password),
      mustChangePassword: true,
      openedBy: actor.name,
      openedAt: now,
    }
    await insertAccounts(tx, [account])
    note({ accountId: id, accountName: account.accountName, name: account.name })
    return agree({ accountId: id, accountName: account.accountName, temporaryPassword: password })
  }),

  handle(stopAccount, async (context, { accountId, reason }) => {
    const { tx, access, actor, now, today, note } = context
    access.demand('account.manage', {})
    await lockAccess(tx, 'administrators')
    const account = (await lockAccount(tx, accountId)) ?? problem('not-found')
    note({ accountId, name: account.name, reason })
    if (accountId === actor.accountId) return refuse('account-own')
    if (account.state === 'stopped') return refuse('account-stopped-already')
    for (const role of await administratorRoles(context, accountId)) {
      const others = await countOthersWithRole(tx, role, accountId, today)
      const named = { roleZh: ROLES[role].zh, roleEn: ROLES[role].en }
      if (others === 0) return refuse('account-last-administrator', named)
    }
    await saveAccountState(tx, accountId, 'stopped', reason)
    await voidCounterCodes(tx, accountId, now)
    return agree({ sessionsEnded: await endSessions(tx, accountId, 'account-stopped', now) })
  }),

  handle(startAccount, async ({ tx, access, actor, note }, { accountId, reason }) => {
    access.demand('account.manage', {})
    const account = (await lockAccount(tx, accountId)) ?? problem('not-found')
    note({ accountId, name: account.name, reason })
    if (accountId === actor.accountId) return refuse('account-own')
    if (account.state === 'active') return refuse('account-active-already')
    await saveAccountState(tx, accountId, 'active', reason)
    await clearFailures(tx, account.accountName)
    return agree({})
  }),

  handle(resetAccount, async (context, { accountId, reason }) => {
    const { tx, access, actor, now, note } = context
    access.demand('account.manage', {})
    const account = (await lockAccount(tx, accountId)) ?? problem('not-found')
    note({ accountId, name: account.name, reason })
    if (accountId === actor.accountId) return refuse('account-own')
    if (account.state === 'stopped') return refuse('account-stopped', { whom: [] })
    // Otherwise one administrator alone could become another; a second factor still stands between.
    const others = (await administratorRoles(context, accountId)).filter((role) => !holds(actor, role))
    if (others.length > 0 && account.totpConfirmedAt === null) return refuse('account-administrator-reset')
    const password = temporaryPassword()
    await savePassword(tx, accountId, { hash: await hashPassword(password), setAt: now, temporary: true })
    await clearFailures(tx, account.accountName)
    await voidCounterCodes(tx, accountId, now)
    const sessionsEnded = await endSessions(tx, accountId, 'password-changed', now)
    return agree({ accountId, accountName: account.accountName, temporaryPassword: password, sessionsEnded })
  }),
]

function holds(actor: Context['actor'], role: string): boolean {
  return actor.roles.some((held) => held.role === role)
}
