import type { NoticeMove } from './queries-move.ts'
import type { KeptNotice } from './queries-notice.ts'
import type { KeptObjection } from './queries-objection.ts'
import type { SubjectFacts } from './queries.ts'
import type { ObjectionSubject } from '@steward/domain/notices/objection.ts'
import type { Decision } from '@steward/domain/shared/decision.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'

/** What a feature gives so that its things can be objected to; put together in server/features.ts. */
export type SubjectDoor = {
  /** What is known of it; undefined where there is no such thing. Locks what must not change while the objection is written. */
  find(tx: CountyTx, id: string): Promise<SubjectFacts | undefined>
  /**
   * An objection was upheld: writes the correction and issues again what used it. A refusal says with its details
   * what stands in the way; the decision is then not taken. `right` is the right value of a line in hundredths; null takes it back.
   */
  uphold(
    context: Context,
    objection: KeptObjection,
    answer: string,
    right: number | null,
  ): Promise<Decision<null>>
}
export type Subjects = Partial<Readonly<Record<Exclude<ObjectionSubject['kind'], 'notice'>, SubjectDoor>>>

/** Told inside the transaction when a notice has moved, so that what it was made from can follow. */
export type NoticeMoved = (
  context: Context,
  kept: KeptNotice,
  move: Extract<NoticeMove, 'post' | 'interrupt' | 'end' | 'settle' | 'drop'>,
) => Promise<void>

/** What higher features give to the notices. */
export type NoticeDoors = { readonly subjects: Subjects; readonly onMoved: NoticeMoved }
