import type { MemberCategory } from '@steward/domain/members/category.ts'
import type { MemberState, StateChange } from '@steward/domain/members/member-state.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Database } from '#db/schema.ts'
import type { CountyTx } from '#platform/db.ts'
import type { Updateable } from 'kysely'
import type { Entry } from './queries.ts'

/** A line of a file's history; sealed values come masked. */
export type Line = { readonly field: string; readonly before: string | null; readonly after: string | null }

/** Columns of `member` a change may set. */
export type MemberColumns = Omit<Updateable<Database['member']>, 'county_id' | 'id' | 'revision'>

/** Sets columns of a locked file and counts its revision up. */
export async function saveMember(
  tx: CountyTx,
  memberId: string,
  columns: MemberColumns,
  revision: number,
): Promise<number> {
  const next = revision + 1
  await tx
    .update('member')
    .set({ ...columns, revision: next })
    .where('id', '=', memberId)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow()
  return next
}

/** Writes what was changed into the history of one file. */
export async function insertChanges(
  tx: CountyTx,
  memberId: string,
  lines: readonly Line[],
  entry: Entry,
): Promise<void> {
  await insertManyChanges(
    tx,
    lines.map((line) => ({ ...line, memberId })),
    entry,
  )
}

/** The same for many files in one statement: the door for the import. */
export async function insertManyChanges(
  tx: CountyTx,
  lines: readonly (Line & { readonly memberId: string })[],
  entry: Entry,
): Promise<void> {
  if (lines.length === 0) return
  await tx.raw(
    'member-change-insert',
    `insert into member_change (county_id, id, member_id, field, before, after, reason, author_account_id, author_name, at, source, batch_id)
     select $1, id, member_id, field, before, after, $7, $8, $9, $10, $11, $12
     from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[]) as t (id, member_id, field, before, after)`,
    [
      lines.map(() => entry.newId()),
      lines.map((line) => line.memberId),
      lines.map((line) => line.field),
      lines.map((line) => line.before),
      lines.map((line) => line.after),
      entry.reason,
      entry.accountId,
      entry.by,
      entry.at,
      entry.source,
      entry.batchId ?? null,
    ],
  )
}

/** Adds a category to the dated history. */
export async function insertCategory(
  tx: CountyTx,
  memberId: string,
  span: { readonly category: MemberCategory; readonly fromOn: PlainDate },
  entry: Entry,
): Promise<void> {
  await tx
    .insert('member_category', {
      id: entry.newId(),
      member_id: memberId,
      category: span.category,
      from_on: span.fromOn,
      reason: entry.reason,
      recorded_by: entry.by,
      recorded_at: entry.at,
    })
    .execute()
}

/** Adds a change of state; an adverse one carries its five facts. */
export async function insertStateChange(
  tx: CountyTx,
  memberId: string,
  change: StateChange,
  entry: Entry,
): Promise<void> {
  await tx
    .insert('member_state_change', {
      id: entry.newId(),
      member_id: memberId,
      from_state: change.from,
      to_state: change.to,
      begins_on: change.on,
      decider_name: change.facts?.deciderName ?? '',
      body: change.facts?.body ?? '',
      decided_on: change.facts?.decidedOn ?? null,
      reason: change.facts?.reason ?? entry.reason,
      proof_of_service: change.facts?.proofOfServiceId ?? '',
      recorded_by: entry.by,
      recorded_by_account_id: entry.accountId,
      recorded_at: entry.at,
    })
    .execute()
}

/** Ends the open affiliation and the open marks of a member who leaves the roll; what would end before it began ends the day it began. */
export async function closeMembership(
  tx: CountyTx,
  memberId: string,
  on: PlainDate,
  entry: Entry,
): Promise<void> {
  await tx.raw(
    'member-affiliation-close',
    `update member_affiliation set until_on = greatest(from_on, $3::date) where county_id = $1 and member_id = $2 and until_on is null`,
    [memberId, on],
  )
  await tx.raw(
    'member-tags-close',
    `update member_tag set until_on = greatest(from_on, $3::date), ended_by = $4, ended_at = $5
     where county_id = $1 and member_id = $2 and until_on is null`,
    [memberId, on, entry.by, entry.at],
  )
}

/** Begins the affiliation to a branch again for somebody who comes back to the roll. */
export async function reopenMembership(
  tx: CountyTx,
  file: { readonly id: string; readonly party_org_id: string; readonly party_group_id: string | null },
  on: PlainDate,
  entry: Entry,
): Promise<void> {
  await tx
    .insert('member_affiliation', {
      id: entry.newId(),
      member_id: file.id,
      party_org_id: file.party_org_id,
      party_group_id: file.party_group_id,
      from_on: on,
      reason: entry.reason,
      recorded_by: entry.by,
      recorded_at: entry.at,
    })
    .execute()
}

/** Moves the open affiliation to another branch; one that would end on its first day is replaced. */
export async function moveAffiliation(
  tx: CountyTx,
  memberId: string,
  next: { readonly orgId: string; readonly groupId: string | null; readonly fromOn: PlainDate },
  entry: Entry,
): Promise<void> {
  await tx.raw(
    'member-affiliation-replace',
    'delete from member_affiliation where county_id = $1 and member_id = $2 and until_on is null and from_on = $3',
    [memberId, next.fromOn],
  )
  await tx.raw(
    'member-affiliation-end',
    'update member_affiliation set until_on = $3 where county_id = $1 and member_id = $2 and until_on is null',
    [memberId, next.fromOn],
  )
  await tx
    .insert('member_affiliation', {
      id: entry.newId(),
      member_id: memberId,
      party_org_id: next.orgId,
      party_group_id: next.groupId,
      from_on: next.fromOn,
      reason: entry.reason,
      recorded_by: entry.by,
      recorded_at: entry.at,
    })
    .execute()
}

/** Another member with the same identity number, whatever the state. */
export async function findByIdentity(
  tx: CountyTx,
  index: Buffer,
): Promise<{ id: string; name: string; state: MemberState } | undefined> {
  return await tx
    .from('member')
    .select(['id', 'name', 'state'])
    .where('identity_index', '=', index)
    .executeTakeFirst()
}
