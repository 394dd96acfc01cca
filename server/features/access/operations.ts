import { grantRefusals } from '@steward/domain/access/grants.ts'
import { PERMISSIONS } from '@steward/domain/access/permissions.ts'
import { ROLES } from '@steward/domain/access/roles.ts'
import { defineCommand, defineQuery, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { accountOperations } from './operations-accounts.ts'
import { auditOperations } from './operations-audit.ts'

const roleKeys = Object.keys(ROLES) as [keyof typeof ROLES, ...(keyof typeof ROLES)[]] // The record is not empty.
const role = z.enum(roleKeys)
const text = z.object({ zh: z.string(), en: z.string() })
const reach = z.enum(['self', 'own-org', 'org-and-below', 'everywhere'])

export const grantAccess = defineCommand({
  id: 'access.grant',
  summary: { zh: '授予权限', en: 'Give a role' },
  input: z.object({
    accountId: z.uuid(),
    role,
    orgId: z.uuid(),
    /** Left out: from today. */
    fromOn: plainDate.nullable().default(null),
    /** Last day; left out: until withdrawn. */
    untilOn: plainDate.nullable().default(null),
  }),
  output: z.object({ grantId: z.uuid() }),
  refusals: grantRefusals,
})

export const revokeAccess = defineCommand({
  id: 'access.revoke',
  summary: { zh: '收回权限', en: 'Withdraw a role' },
  input: z.object({ grantId: z.uuid(), reason: z.string().trim().min(4).max(200) }),
  output: z.object({}),
  refusals: ['grant-own-account', 'grant-ended-already', 'grant-last-administrator'],
})

export const showMatrix = defineQuery({
  id: 'access.matrix',
  summary: { zh: '角色和权限对照表', en: 'Table of roles and permissions' },
  input: z.object({}),
  output: z.object({
    roles: z.array(
      z.object({ role: z.string(), label: text, isAdministrator: z.boolean(), accounts: z.int() }),
    ),
    permissions: z.array(
      z.object({
        permission: z.enum(Object.keys(PERMISSIONS) as [keyof typeof PERMISSIONS]), // The record is not empty.
        label: text,
        reaches: z.array(reach.nullable()),
      }),
    ),
  }),
})

export const showWhoCanSeeMe = defineQuery({
  id: 'access.who-can-see-me',
  summary: { zh: '谁能看到我', en: 'Who can see me' },
  input: z.object({}),
  output: z.object({
    /** Null for a person without a member's file here. */
    member: z.object({ name: z.string(), orgName: z.string() }).nullable(),
    rows: z.array(
      z.object({
        role: z.string(),
        label: text,
        orgName: z.string(),
        people: z.array(z.string()),
        /** What these people can do with the file. */
        permissions: z.array(text),
        /** Numbers are covered until they state a purpose, and each look is written down. */
        seesNumbers: z.boolean(),
      }),
    ),
  }),
})

export const accessOperations = {
  grantAccess,
  revokeAccess,
  showMatrix,
  showWhoCanSeeMe,
  ...accountOperations,
  ...auditOperations,
}
