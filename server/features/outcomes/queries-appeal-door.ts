import type { Decision } from '@steward/domain/shared/decision.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import type { AppealKind, KeptAppeal } from './queries-appeal.ts'

/** What is known of an outcome somebody appeals against. */
export type AppealFacts = {
  readonly memberId: string
  /** What it is, in words both sides read: the paper and its number. */
  readonly about: string
  /** The day the member was told of it. */
  readonly toldOn: PlainDate
  /** Accounts that had a hand in it. None of them decides the appeal. */
  readonly decidedByPersons: readonly string[]
  /** Organisations that decided it, by id; a body outside the county by its name. */
  readonly decidedByBodies: readonly string[]
}

/** What a kind of outcome gives so that it can be appealed against; put together in handlers.ts. */
export type AppealDoor = {
  /** Undefined where there is nothing to appeal against. Locks what must not change while the appeal is written. */
  find(tx: CountyTx, id: string): Promise<AppealFacts | undefined>
  /** Upheld: takes back or reopens what it was about. A refusal says what stands in the way; the decision is then not taken. */
  uphold(context: Context, kept: KeptAppeal, answer: string): Promise<Decision<null>>
}

export type AppealDoors = Partial<Readonly<Record<AppealKind, AppealDoor>>>
