import type { OperationMap } from '#platform/operation.ts'

/** Contracts of all features, for the browser's types; the server takes them with their handlers from features.ts. */
export type Operations = OperationMap<Record<never, never>>
