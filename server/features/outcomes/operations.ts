import { appealOperations } from './operations-appeal.ts'
import { cautionOperations } from './operations-caution.ts'
import { disposalLookOperations } from './operations-disposal.ts'
import { disposalStepOperations } from './operations-disposal-step.ts'
import { figureOperations } from './operations-figures.ts'
import { helpOperations } from './operations-help.ts'
import { instrumentOperations } from './operations-instrument.ts'
import { limitOperations } from './operations-limit.ts'
import { mineOperations } from './operations-mine.ts'
import { paperOperations } from './operations-paper.ts'
import { readerOperations } from './operations-reader.ts'
import { sanctionOperations } from './operations-sanction.ts'
import { toleranceOperations } from './operations-tolerance.ts'
import { warningOperations } from './operations-warning.ts'
import { useOperations } from './operations-use.ts'

/** Contracts of the feature, noun by noun. */
export const outcomeOperations = {
  ...readerOperations,
  ...warningOperations,
  ...cautionOperations,
  ...toleranceOperations,
  ...appealOperations,
  ...useOperations,
  ...limitOperations,
  ...helpOperations,
  ...figureOperations,
  ...instrumentOperations,
  ...mineOperations,
  ...paperOperations,
  ...disposalLookOperations,
  ...disposalStepOperations,
  ...sanctionOperations,
}
