import type { Handled } from '#platform/context.ts'
import { decideHandlers } from './handlers-decide.ts'
import { draftHandlers } from './handlers-draft.ts'
import { lookHandlers } from './handlers-look.ts'
import { objectionHandlers } from './handlers-objection.ts'
import { openHandlers } from './handlers-open.ts'
import { pageHandlers } from './handlers-page.ts'
import { stepHandlers } from './handlers-step.ts'
import type { NoticeDoors } from './queries-door.ts'

/** All operations of the feature. What can be objected to and what follows a notice come from higher features. */
export function noticeHandlers(doors: NoticeDoors): readonly Handled[] {
  return [
    ...lookHandlers,
    ...draftHandlers(doors.onMoved),
    ...stepHandlers(doors.onMoved),
    ...pageHandlers,
    ...openHandlers,
    ...objectionHandlers(doors),
    ...decideHandlers(doors),
  ]
}
