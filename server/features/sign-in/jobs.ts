import { z } from 'zod'
import { defineJob, type Recurring } from '#platform/jobs.ts'
import { removeOldCodes } from './queries-counter-codes.ts'
import { removeOldFailures } from './queries-failures.ts'
import { tidySessions } from './queries-sessions.ts'

const DAY_MS = 86_400_000

/** Forgets names tried in vain, marks sessions whose time is over and removes those of long ago; the audit log keeps the facts. */
export const tidySignIn = defineJob({
  name: 'sign-in.tidy',
  payload: z.object({}),
  async run({ tx, now }) {
    await removeOldFailures(tx, new Date(now.getTime() - DAY_MS))
    await tidySessions(tx, now, new Date(now.getTime() - 30 * DAY_MS))
    await removeOldCodes(tx, new Date(now.getTime() - 90 * DAY_MS))
  },
})

export const signInJobs = [tidySignIn]
export const signInRecurring: readonly Recurring[] = [
  { job: tidySignIn, cron: '23 18 * * *', why: 'Sessions, failures and codes whose time is over (R-300)' },
]
