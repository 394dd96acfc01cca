import {
  annulByAppeal,
  recordAdverseState,
  type StateByCase,
  type StateChange,
  type StateRefusal,
} from '@steward/domain/members/member-state.ts'
import type { AdverseFacts, EntryAuthor } from '@steward/domain/shared/adverse-gate.ts'
import { agree, type Decision } from '@steward/domain/shared/decision.ts'
import { addDays, type PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import { endPostsOfMembers } from '#features/organisation/queries-committee.ts'
import {
  closeMembership,
  insertChanges,
  insertStateChange,
  reopenMembership,
  saveMember,
} from './queries-change.ts'
import type { FileRow } from './queries-file.ts'
import type { Entry } from './queries.ts'

export const subjectOf = (file: FileRow) => ({
  state: file.state,
  membershipKind: file.membership_kind,
  admittedOn: file.admitted_on,
})

/** Enters a change of state with its history; who leaves the roll leaves the branch and the marks as well. */
export async function applyState(
  ctx: Context,
  file: FileRow,
  change: StateChange,
  leaves: boolean,
  entry: Entry,
): Promise<number> {
  await insertStateChange(ctx.tx, file.id, change, entry)
  if (leaves) await closeMembership(ctx.tx, file.id, change.on, entry)
  // A post is held by an active member; the vacancy shows from that day.
  if (change.to !== 'active')
    await endPostsOfMembers(ctx.tx, [file.id], addDays(change.on, -1), '党籍状态变动')
  const columns = { state: change.to, state_from_on: change.on }
  const revision = await saveMember(ctx.tx, file.id, columns, file.revision)
  // Why a decision was taken has its own readers; the line of history says only what changed.
  const line = { ...entry, reason: change.facts === null ? entry.reason : '' }
  await insertChanges(ctx.tx, file.id, [{ field: 'state', before: change.from, after: change.to }], line)
  return revision
}

/**
 * The door for cases of a higher feature: a finished disposal or a recorded expulsion takes its member off the rolls, through the
 * same gate as every adverse state. The file is locked by the caller.
 */
export async function enterStateByCase(
  ctx: Context,
  file: FileRow,
  to: StateByCase,
  facts: AdverseFacts,
): Promise<Decision<PlainDate, StateRefusal>> {
  const decided = recordAdverseState(subjectOf(file), to, facts, authorOf(ctx), ctx.today)
  if (!decided.ok) return decided
  await applyState(ctx, file, decided.value, true, entryOf(ctx, ''))
  return agree(decided.value.on)
}

/** The way back when the decision was lifted on appeal. The file is locked by the caller. */
export async function liftStateByCase(
  ctx: Context,
  file: FileRow,
  on: PlainDate,
  reason: string,
): Promise<Decision<PlainDate, StateRefusal>> {
  const decided = annulByAppeal(subjectOf(file), on, authorOf(ctx), ctx.today)
  if (!decided.ok) return decided
  const entry = entryOf(ctx, reason)
  await applyState(ctx, file, decided.value, false, entry)
  await reopenMembership(ctx.tx, file, on, entry)
  return agree(decided.value.on)
}

/** Day of the decision that took a person off the rolls, while it holds; undefined for everybody else. */
export async function findRemoval(tx: CountyTx, memberId: string): Promise<PlainDate | undefined> {
  const rows = await tx.raw<{ on: PlainDate }>(
    'member-removal',
    `select s.decided_on as on from member m join member_state_change s on s.county_id = m.county_id and s.member_id = m.id
       and s.to_state = m.state and s.begins_on = m.state_from_on
     where m.county_id = $1 and m.id = $2 and m.state in ('persuadedToWithdraw', 'removedFromRolls', 'expelled')
       and s.decided_on is not null order by s.recorded_at desc limit 1`,
    [memberId],
  )
  return rows[0]?.on
}

/** Who enters a state: a signed-in person, or a machine, which enters nothing adverse. */
export function authorOf({ actor }: Context): EntryAuthor {
  return actor.accountId === null ? { kind: 'job' } : { kind: 'person', accountId: actor.accountId }
}

function entryOf(ctx: Context, reason: string): Entry {
  const { actor, now } = ctx
  return {
    ...{ source: 'form', by: actor.name, accountId: actor.accountId, at: now, reason },
    newId: () => ctx.newId(),
  }
}
