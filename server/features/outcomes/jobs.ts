import type { Job, Recurring } from '#platform/jobs.ts'
import { disposalRecurring, remindOfEnds } from './jobs-disposal.ts'
import { remindOfOutcomes, warningRecurring } from './jobs-warning.ts'

export const outcomeJobs: readonly Job[] = [remindOfOutcomes, remindOfEnds]
export const outcomeRecurring: readonly Recurring[] = [...warningRecurring, ...disposalRecurring]
