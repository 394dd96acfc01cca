import { memberClaimOperations } from './operations-claim.ts'
import { deductionOperations } from './operations-deduction.ts'
import { entryOperations } from './operations-entry.ts'
import { reviewOperations } from './operations-review.ts'
import { taskOperations } from './operations-task.ts'
import { witnessOperations } from './operations-witness.ts'

export const claimOperations = {
  ...memberClaimOperations,
  ...entryOperations,
  ...witnessOperations,
  ...reviewOperations,
  ...deductionOperations,
  ...taskOperations,
}
