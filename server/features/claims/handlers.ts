import type { Handled } from '#platform/context.ts'
import { memberClaimHandlers } from './handlers-claim.ts'
import { deductionLookHandlers } from './handlers-deduction-look.ts'
import { deductionStepHandlers } from './handlers-deduction.ts'
import { entryHandlers } from './handlers-entry.ts'
import { lookHandlers } from './handlers-look.ts'
import { queueHandlers } from './handlers-queue.ts'
import { reviewHandlers } from './handlers-review.ts'
import { takeBackHandlers } from './handlers-take-back.ts'
import { taskLookHandlers } from './handlers-task-look.ts'
import { taskHandlers } from './handlers-task.ts'
import { witnessHandlers } from './handlers-witness.ts'

export const claimHandlers: readonly Handled[] = [
  ...lookHandlers,
  ...memberClaimHandlers,
  ...entryHandlers,
  ...witnessHandlers,
  ...queueHandlers,
  ...reviewHandlers,
  ...takeBackHandlers,
  ...deductionLookHandlers,
  ...deductionStepHandlers,
  ...taskHandlers,
  ...taskLookHandlers,
]
