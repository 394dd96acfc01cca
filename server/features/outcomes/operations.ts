import { appealOperations } from './operations-appeal.ts'
import { cautionOperations } from './operations-caution.ts'
import { disposalLookOperations } from './operations-disposal.ts'
import { disposalStepOperations } from './operations-disposal-step.ts'
import { readerOperations } from './operations-reader.ts'
import { sanctionOperations } from './operations-sanction.ts'
import { toleranceOperations } from './operations-tolerance.ts'
import { warningOperations } from './operations-warning.ts'

/** Contracts of the feature, noun by noun. */
export const outcomeOperations = {
  ...readerOperations,
  ...warningOperations,
  ...cautionOperations,
  ...toleranceOperations,
  ...appealOperations,
  ...disposalLookOperations,
  ...disposalStepOperations,
  ...sanctionOperations,
}
