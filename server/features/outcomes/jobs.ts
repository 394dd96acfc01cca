import type { Job, Recurring } from '#platform/jobs.ts'

export const outcomeJobs: readonly Job[] = []
export const outcomeRecurring: readonly Recurring[] = []
