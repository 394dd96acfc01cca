import { readerOperations } from './operations-reader.ts'

/** Contracts of the feature, noun by noun. */
export const outcomeOperations = { ...readerOperations }
