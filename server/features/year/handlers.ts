import type { Handled } from '#platform/context.ts'
import { closeHandlers } from './handlers-close.ts'
import { lensHandlers } from './handlers-lens.ts'
import { lookHandlers } from './handlers-look.ts'
import { problemHandlers } from './handlers-problem.ts'

export const yearHandlers: readonly Handled[] = [
  ...lookHandlers,
  ...closeHandlers,
  ...problemHandlers,
  ...lensHandlers,
]
