import { ROLES } from '@steward/domain/access/roles.ts'
import type { defaultSignInSettings } from '@steward/domain/sign-in/settings.ts'
import { defineCommand, defineQuery } from '#platform/operation.ts'
import { z } from 'zod'

const numbers = z.object({
  minPasswordLength: z.int(),
  minPasswordKinds: z.int(),
  maxPasswordAgeDays: z.int(),
  failuresUntilLock: z.int(),
  lockMinutes: z.int(),
  idleMinutes: z.int(),
  administratorIdleMinutes: z.int(),
  absoluteHours: z.int(),
  counterCodeHours: z.int(),
  counterCodeTries: z.int(),
} satisfies Record<keyof typeof defaultSignInSettings, z.ZodType>)
const role = z.enum(Object.keys(ROLES) as [keyof typeof ROLES, ...(keyof typeof ROLES)[]]) // The record is not empty.

export const showSecurity = defineQuery({
  id: 'security.show',
  summary: { zh: '看密码和登录规则', en: 'See the rules of passwords and sign-in' },
  input: z.object({}),
  output: z.object({
    numbers,
    secondFactorRoles: z.array(role),
    /** The loosest values allowed (R-298…R-300). */
    loosest: numbers,
    /** Accounts by role with and without a second factor, so that one sees whom a demand would meet. */
    coverage: z.array(z.object({ role, accounts: z.int(), withSecondFactor: z.int() })),
    mayChange: z.boolean(),
  }),
})

export const changeSecurity = defineCommand({
  id: 'security.change',
  summary: { zh: '收紧密码和登录规则', en: 'Tighten the rules of passwords and sign-in' },
  input: z.object({ numbers, secondFactorRoles: z.array(role).max(Object.keys(ROLES).length) }),
  output: z.object({}),
  refusals: ['setting-not-whole', 'setting-too-loose', 'setting-too-strict'],
})

export const securityOperations = { showSecurity, changeSecurity }
