import type { Permission } from '@steward/domain/access/permissions.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Actor } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'

/** What a feature asks somebody to do. `key` names it: while it is open, asking again changes nothing. */
export type NewThing = {
  readonly id: string
  readonly key: string
  readonly kind: string
  readonly to: { readonly accountId: string } | { readonly permission: Permission }
  readonly orgId: string
  readonly facts: Readonly<Record<string, string | number>>
  readonly dueOn: PlainDate | null
  readonly minutes: number | null
  readonly askedBy: string
  readonly subjectId: string | null
  readonly openedAt: Date
}

/** Opens a thing to do unless one of the same key is open. The door for every feature above. */
export async function openThing(tx: CountyTx, thing: NewThing): Promise<void> {
  await openThings(tx, [thing])
}

/** The same for many at once, as a nightly reminder does; at most a few hundred in one statement. */
export async function openThings(tx: CountyTx, things: readonly NewThing[]): Promise<void> {
  if (things.length === 0) return
  const rows = things.map((thing) => ({
    id: thing.id,
    key: thing.key,
    kind: thing.kind,
    account_id: 'accountId' in thing.to ? thing.to.accountId : null,
    permission: 'permission' in thing.to ? thing.to.permission : null,
    party_org_id: thing.orgId,
    facts: JSON.stringify(thing.facts),
    due_on: thing.dueOn,
    minutes: thing.minutes,
    asked_by: thing.askedBy,
    subject_id: thing.subjectId,
    opened_at: thing.openedAt,
  }))
  await tx
    .insert('thing_to_do', rows)
    .onConflict((on) => on.columns(['county_id', 'key']).where('done_at', 'is', null).doNothing())
    .execute()
}

/** Closes the open things of a kind whose day is over: they fell away. */
export async function closePastThings(
  tx: CountyTx,
  kind: string,
  today: PlainDate,
  by: Pick<Actor, 'name' | 'accountId'>,
  at: Date,
): Promise<void> {
  await tx
    .update('thing_to_do')
    .set({ done_at: at, done_by: by.name, done_by_account_id: by.accountId })
    .where('kind', '=', kind)
    .where('due_on', '<', today)
    .where('done_at', 'is', null)
    .execute()
}

/** Closes the open thing of a key: it was done by somebody, or it fell away. */
export async function closeThing(
  tx: CountyTx,
  key: string,
  by: Pick<Actor, 'name' | 'accountId'>,
  at: Date,
): Promise<void> {
  await tx
    .update('thing_to_do')
    .set({ done_at: at, done_by: by.name, done_by_account_id: by.accountId })
    .where('key', '=', key)
    .where('done_at', 'is', null)
    .execute()
}
