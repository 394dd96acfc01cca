import { lensOperations } from './operations-lens.ts'
import { problemOperations } from './operations-problem.ts'
import { yearLoopOperations } from './operations-year.ts'

/** Contracts of the feature, noun by noun. */
export const yearOperations = { ...yearLoopOperations, ...problemOperations, ...lensOperations }
