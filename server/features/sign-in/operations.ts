import { passwordRefusals } from '@steward/domain/sign-in/password.ts'
import { defineCommand, defineQuery, instant } from '#platform/operation.ts'
import { z } from 'zod'
import { secondFactorOperations } from './operations-second-factor.ts'
import { securityOperations } from './operations-security.ts'
import { setUpOperations } from './operations-set-up.ts'

const text = z.object({ zh: z.string(), en: z.string() })
const nothing = z.object({})
const typedName = z.string().trim().min(1).max(80)
const typedPassword = z.string().max(300)
const mustFirst = z.enum(['password-change-first', 'second-factor-first']).nullable()

export const signIn = defineCommand({
  id: 'session.sign-in',
  summary: { zh: '登录', en: 'Sign in' },
  open: true,
  input: z
    .object({
      /** Code of the county; not needed where the installation serves one. */
      county: z.string().trim().max(40).nullable().default(null),
      accountName: typedName,
      password: typedPassword.nullable().default(null),
      /** Instead of the password: the code printed at the counter. */
      counterCode: z.string().max(40).nullable().default(null),
      /** Six digits of the second factor, where it is set up; it may also follow. */
      secondFactor: z.string().max(20).nullable().default(null),
    })
    .refine(({ password, counterCode }) => (password === null) !== (counterCode === null), {
      path: ['password'],
    }),
  output: z.object({ mustFirst }),
  refusals: [
    'county-needed',
    'county-unknown',
    'sign-in-wrong',
    'account-locked',
    'account-stopped',
    'counter-code-wrong',
    'counter-code-used',
    'counter-code-void',
    'counter-code-expired',
    'counter-code-too-many-tries',
    'second-factor-wrong',
    'second-factor-used',
  ],
})

export const showSession = defineQuery({
  id: 'session.show',
  summary: { zh: '我是谁、能做什么', en: 'Who I am and what I may do' },
  beforeReady: true,
  input: nothing,
  output: z.object({
    account: z.object({
      id: z.uuid(),
      name: z.string(),
      accountName: z.string(),
      memberId: z.uuid().nullable(),
      mustChangePassword: z.boolean(),
      /** Whether a second factor is set up. */
      secondFactor: z.boolean(),
      hasPassword: z.boolean(),
      elder: z.boolean(),
      language: z.enum(['zh', 'en']),
    }),
    county: z.object({ id: z.uuid(), code: z.string(), name: z.string(), demo: z.boolean() }),
    org: z.object({ id: z.uuid(), name: z.string(), kind: z.string() }).nullable(),
    path: z.array(z.object({ id: z.uuid(), name: z.string() })),
    roles: z.array(z.object({ role: z.string(), label: text, orgId: z.uuid(), orgName: z.string() })),
    may: z.array(z.string()),
    openedWith: z.enum(['password', 'counter-code']),
    /** What must be done before anything else works, and for a password why. */
    mustFirst,
    passwordChangeWhy: z.enum(['temporary', 'aged']).nullable(),
    passwordRules: z.object({
      minPasswordLength: z.int(),
      minPasswordKinds: z.int(),
      maxPasswordAgeDays: z.int(),
    }),
  }),
})

export const endSession = defineCommand({
  id: 'session.end',
  summary: { zh: '退出', en: 'Sign out' },
  open: true,
  beforeReady: true,
  input: nothing,
  output: nothing,
})

export const listSessions = defineQuery({
  id: 'session.list',
  summary: { zh: '我在哪些设备上登录着', en: 'Where I am signed in' },
  input: nothing,
  output: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        startedAt: instant,
        lastSeenAt: instant,
        openedWith: z.enum(['password', 'counter-code']),
        address: z.string(),
        agent: z.string(),
        isThis: z.boolean(),
      }),
    ),
  }),
})

export const revokeSession = defineCommand({
  id: 'session.revoke',
  summary: { zh: '让别的设备退出', en: 'Sign another device out' },
  /** Null signs out every device but this one. */
  input: z.object({ sessionId: z.uuid().nullable() }),
  output: z.object({ ended: z.int() }),
})

export const changePassword = defineCommand({
  id: 'account.change-password',
  summary: { zh: '换密码', en: 'Change the own password' },
  beforeReady: true,
  input: z.object({
    /** Null only for an account that has none yet, in a session opened with a code from the counter. */
    current: typedPassword.nullable(),
    next: typedPassword,
  }),
  output: z.object({ otherSessionsEnded: z.int() }),
  refusals: ['password-wrong', 'account-locked', ...passwordRefusals],
})

export const preferAccount = defineCommand({
  id: 'account.prefer',
  summary: { zh: '选语言和长辈版', en: 'Choose language and elder layout' },
  beforeReady: true,
  input: z.object({ elder: z.boolean().optional(), language: z.enum(['zh', 'en']).optional() }),
  output: nothing,
})

export const printCounterCode = defineCommand({
  id: 'counter-code.issue',
  summary: { zh: '打印一次性码', en: 'Print a one-time code' },
  input: z.object({ memberId: z.uuid() }),
  output: z.object({
    code: z.string(),
    accountName: z.string(),
    name: z.string(),
    orgName: z.string(),
    countyName: z.string(),
    expiresAt: instant,
    /** The member had no account; it was opened with this code. */
    opened: z.boolean(),
  }),
  refusals: ['counter-code-own-account', 'account-stopped', 'counter-code-member-gone'],
  secretAnswer: true,
})

export const signInOperations = {
  signIn,
  showSession,
  endSession,
  listSessions,
  revokeSession,
  changePassword,
  preferAccount,
  printCounterCode,
  ...secondFactorOperations,
  ...securityOperations,
  ...setUpOperations,
}
