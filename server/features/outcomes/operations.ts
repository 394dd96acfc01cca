import { disposalLookOperations } from './operations-disposal.ts'
import { disposalStepOperations } from './operations-disposal-step.ts'
import { readerOperations } from './operations-reader.ts'
import { sanctionOperations } from './operations-sanction.ts'

/** Contracts of the feature, noun by noun. */
export const outcomeOperations = {
  ...readerOperations,
  ...disposalLookOperations,
  ...disposalStepOperations,
  ...sanctionOperations,
}
