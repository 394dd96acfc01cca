/** Contracts of the feature, noun by noun. */
export const outcomeOperations = {}
