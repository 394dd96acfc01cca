import type { Handled } from '#platform/context.ts'
import { branchHandlers } from './handlers-branch.ts'
import { commentHandlers } from './handlers-comment.ts'
import { entryHandlers } from './handlers-entry.ts'
import { ownHandlers } from './handlers-own.ts'
import { planHandlers } from './handlers-plan.ts'
import { publishHandlers } from './handlers-publish.ts'
import { reviewHandlers } from './handlers-review.ts'
import { showHandlers } from './handlers-show.ts'

export const pledgeHandlers: readonly Handled[] = [
  ...ownHandlers,
  ...showHandlers,
  ...entryHandlers,
  ...reviewHandlers,
  ...branchHandlers,
  ...publishHandlers,
  ...commentHandlers,
  ...planHandlers,
]
