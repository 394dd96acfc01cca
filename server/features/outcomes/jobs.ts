import type { Job, Recurring } from '#platform/jobs.ts'
import { remindOfOutcomes, warningRecurring } from './jobs-warning.ts'

export const outcomeJobs: readonly Job[] = [remindOfOutcomes]
export const outcomeRecurring: readonly Recurring[] = [...warningRecurring]
