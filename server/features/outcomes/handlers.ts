import type { Handled } from '#platform/context.ts'

export const outcomeHandlers: readonly Handled[] = []
