import { ballotOperations } from './operations-ballot.ts'
import { eventOperations } from './operations-event.ts'
import { feedbackOperations } from './operations-feedback.ts'
import { reportOperations } from './operations-report.ts'
import { settlementOperations } from './operations-settlement.ts'

export const appraisalOperations = {
  ...eventOperations,
  ...reportOperations,
  ...ballotOperations,
  ...settlementOperations,
  ...feedbackOperations,
}
