import { defineCommand, defineQuery } from '#platform/operation.ts'
import { z } from 'zod'

const person = z.object({
  name: z.string().trim().min(1).max(40),
  accountName: z.string().trim().min(1).max(80),
})

export const showSetUp = defineQuery({
  id: 'set-up.state',
  summary: { zh: '这里有哪些县', en: 'Which counties are served here' },
  open: true,
  input: z.object({}),
  output: z.object({
    counties: z.array(z.object({ code: z.string(), name: z.string(), demo: z.boolean() })),
    /** No county stands yet and the code from the terminal is awaited. */
    canSetUp: z.boolean(),
    /** The demo county's accounts, for its sign-in page. */
    demo: z
      .object({
        county: z.string(),
        password: z.string(),
        accounts: z.array(
          z.object({ accountName: z.string(), name: z.string(), role: z.string(), org: z.string() }),
        ),
      })
      .nullable(),
  }),
})

export const beginSetUp = defineCommand({
  id: 'set-up.begin',
  summary: { zh: '设立第一个县', en: 'Set up the first county' },
  open: true,
  input: z.object({
    /** As shown in the terminal. */
    code: z.string().max(60),
    county: z.object({ code: z.string().trim().max(40), name: z.string().trim().min(2).max(40) }),
    /** Name of the county committee, the root of the tree. */
    rootName: z.string().trim().min(2).max(60),
    people: z.object({ system: person, security: person, audit: person, officer: person }),
    /** Ask a second factor of the three administrators from the start. */
    secondFactorForAdministrators: z.boolean().default(false),
  }),
  output: z.object({
    county: z.object({ code: z.string(), name: z.string() }),
    accounts: z.array(
      z.object({
        role: z.string(),
        roleLabel: z.object({ zh: z.string(), en: z.string() }),
        name: z.string(),
        accountName: z.string(),
        temporaryPassword: z.string(),
      }),
    ),
  }),
  refusals: [
    'set-up-code-wrong',
    'set-up-done-already',
    'county-code-invalid',

    'account-name-invalid',
    'account-name-default',
    'account-name-twice',
  ],
  secretAnswer: true,
})

/** For checking the code before the rest is typed. */
export const checkSetUpCode = defineCommand({
  id: 'set-up.check-code',
  summary: { zh: '核对开通码', en: 'Check the set-up code' },
  open: true,
  input: z.object({ code: z.string().max(60) }),
  output: z.object({}),
  refusals: ['set-up-code-wrong', 'set-up-done-already'],
})

export const setUpOperations = { showSetUp, beginSetUp, checkSetUpCode }
