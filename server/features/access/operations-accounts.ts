import { ROLES } from '@steward/domain/access/roles.ts'
import { defineCommand, defineQuery, instant, plainDate } from '#platform/operation.ts'
import { z } from 'zod'

const roleKeys = Object.keys(ROLES) as [keyof typeof ROLES, ...(keyof typeof ROLES)[]] // The record is not empty.
const role = z.enum(roleKeys)
const reason = z.string().trim().min(4).max(200)

const Held = z.object({
  role,
  orgId: z.uuid(),
  orgName: z.string(),
})

export const listAccounts = defineQuery({
  id: 'account.list',
  summary: { zh: '账号名单', en: 'List accounts' },
  input: z.object({
    search: z.string().trim().max(80).default(''),
    orgId: z.uuid().nullable().default(null),
    role: role.nullable().default(null),
    /** `stale`: no sign-in for 90 days; `roleless`: opened and waiting for a role. */
    state: z.enum(['all', 'active', 'stopped', 'locked', 'stale', 'roleless']).default('all'),
    offset: z.int().min(0).max(1_000_000).default(0),
    limit: z.int().min(1).max(200).default(50),
  }),
  output: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        accountName: z.string(),
        name: z.string(),
        memberId: z.uuid().nullable(),
        orgName: z.string().nullable(),
        state: z.enum(['active', 'stopped']),
        isLocked: z.boolean(),
        isStale: z.boolean(),
        hasPassword: z.boolean(),
        secondFactor: z.boolean(),
        lastSeenAt: instant.nullable(),
        roles: z.array(Held),
      }),
    ),
    total: z.int(),
    offset: z.int(),
    counts: z.object({ all: z.int(), stopped: z.int(), locked: z.int(), stale: z.int(), roleless: z.int() }),
    may: z.array(z.string()),
  }),
})

export const showAccount = defineQuery({
  id: 'account.show',
  summary: { zh: '看一个账号', en: 'See one account' },
  input: z.object({ accountId: z.uuid() }),
  output: z.object({
    id: z.uuid(),
    accountName: z.string(),
    name: z.string(),
    memberId: z.uuid().nullable(),
    orgName: z.string().nullable(),
    state: z.enum(['active', 'stopped']),
    stateReason: z.string(),
    openedBy: z.string(),
    openedAt: instant,
    lastSeenAt: instant.nullable(),
    hasPassword: z.boolean(),
    mustChangePassword: z.boolean(),
    passwordSetAt: instant.nullable(),
    secondFactor: z.boolean(),
    lockedUntil: instant.nullable(),
    openSessions: z.int(),
    /** The member's own role, which follows the file and is not given. */
    memberOf: z.string().nullable(),
    grants: z.array(
      z.object({
        id: z.uuid(),
        role,
        orgId: z.uuid(),
        orgName: z.string(),
        fromOn: plainDate,
        untilOn: plainDate.nullable(),
        grantedBy: z.string(),
        revokedBy: z.string().nullable(),
        revokedAt: instant.nullable(),
        state: z.enum(['coming', 'current', 'past', 'revoked']),
      }),
    ),
    may: z.array(z.string()),
    isOwn: z.boolean(),
  }),
})

const opened = z.object({ accountId: z.uuid(), accountName: z.string(), temporaryPassword: z.string() })

export const openAccount = defineCommand({
  id: 'account.open',
  summary: { zh: '开账号', en: 'Open an account' },
  input: z.object({
    /** Empty: a number is drawn, for a member. */
    accountName: z.string().trim().max(80).default(''),
    /** Either a member, whose name and branch are taken from the file, … */
    memberId: z.uuid().nullable().default(null),
    /** … or an officer, with name and place of work. */
    name: z.string().trim().max(40).default(''),
    orgId: z.uuid().nullable().default(null),
  }),
  output: opened,
  refusals: [
    'account-name-invalid',
    'account-name-default',
    'account-name-taken',
    'account-member-has-one',
    'account-member-gone',
    'account-person-missing',
    'account-org-closed',
  ],
  secretAnswer: true,
})

/** Members by name for opening an account: who keeps accounts sees name and branch of the file, nothing else of it. */
export const findMemberForAccount = defineQuery({
  id: 'account.find-member',
  summary: { zh: '找要开账号的党员', en: 'Find a member to open an account for' },
  input: z.object({ search: z.string().trim().min(1).max(40) }),
  output: z.object({
    rows: z.array(
      z.object({
        memberId: z.uuid(),
        name: z.string(),
        orgName: z.string(),
        /** The account the member has already. */
        accountName: z.string().nullable(),
      }),
    ),
  }),
})

export const stopAccount = defineCommand({
  id: 'account.stop',
  summary: { zh: '停用账号', en: 'Stop an account' },
  input: z.object({ accountId: z.uuid(), reason }),
  output: z.object({ sessionsEnded: z.int() }),
  refusals: ['account-own', 'account-stopped-already', 'account-last-administrator'],
})

export const startAccount = defineCommand({
  id: 'account.start',
  summary: { zh: '恢复账号', en: 'Start an account again' },
  input: z.object({ accountId: z.uuid(), reason }),
  output: z.object({}),
  refusals: ['account-own', 'account-active-already'],
})

export const resetAccount = defineCommand({
  id: 'account.reset',
  summary: { zh: '重置密码', en: 'Reset a password' },
  input: z.object({ accountId: z.uuid(), reason }),
  output: opened.extend({ sessionsEnded: z.int() }),
  refusals: ['account-own', 'account-stopped', 'account-administrator-reset'],
  secretAnswer: true,
})

export const accountOperations = {
  listAccounts,
  showAccount,
  findMemberForAccount,
  openAccount,
  stopAccount,
  startAccount,
  resetAccount,
}
