import { changeCategory, countsFrom, type MemberCategory } from '@steward/domain/members/category.ts'
import {
  type FileTexts,
  type FileValueRefusal,
  readFileChanges,
} from '@steward/domain/members/file-change.ts'
import { fileFields, needsOfficer } from '@steward/domain/members/file-field.ts'
import { isOnRoll } from '@steward/domain/members/member-state.ts'
import { endTag, type RosterTag, setTag, type TagSpan } from '@steward/domain/members/tag.ts'
import type { Permission } from '@steward/domain/access/permissions.ts'
import { agree, type Decision, refuse, type Refused } from '@steward/domain/shared/decision.ts'
import { plainDate, type PlainDate } from '@steward/domain/shared/plain-date.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { changeMember, changeMemberCategory, tagMember, untagMember } from './operations-change.ts'
import { findByIdentity, insertCategory, insertChanges, saveMember } from './queries-change.ts'
import { columnsOf, factsOf, linesOf } from './queries-facts.ts'
import { type FileRow, lockFile } from './queries-file.ts'
import type { Entry } from './queries.ts'

/** Who changes what, why and when, for the history. */
export function entryOf(
  ctx: Context,
  reason: string,
  source: Entry['source'] = 'form',
  batchId: string | null = null,
): Entry {
  const { actor, now } = ctx
  return {
    source,
    by: actor.name,
    accountId: actor.accountId,
    at: now,
    reason,
    batchId,
    newId: () => ctx.newId(),
  }
}

/** The locked file of somebody the caller may see and for whom the caller holds the permission. */
export async function getOwnedFile(ctx: Context, memberId: string, permission: Permission): Promise<FileRow> {
  const file = (await lockFile(ctx.tx, memberId)) ?? problem('not-found')
  const target = { path: file.org_path, memberId: file.id }
  ctx.access.demandHidden('member.read', target)
  ctx.access.demand(permission, target)
  ctx.note({ memberId: file.id })
  return file
}

/** What forbids any change: the own file, a closed file. */
export function whatForbids(
  ctx: Context,
  file: FileRow,
): Refused<'member-own-file' | 'member-already-closed'> | undefined {
  if (ctx.actor.memberId === file.id) return refuse('member-own-file')
  return isOnRoll(file.state) ? undefined : refuse('member-already-closed', { state: file.state })
}

/** Somebody else changed the file since it was read. */
export function whatChanged(
  file: FileRow,
  revision: number,
): Refused<'member-changed-meanwhile'> | undefined {
  return revision === file.revision
    ? undefined
    : refuse('member-changed-meanwhile', { revision: file.revision })
}

/** Reads, checks and writes typed changes of a locked file, with a line of history for each. */
export async function applyFileChanges(
  ctx: Context,
  file: FileRow,
  typed: FileTexts,
  entry: Entry,
): Promise<Decision<number, FileValueRefusal | 'member-nothing-to-change' | 'identity-number-taken'>> {
  const read = readFileChanges(factsOf(file, ctx.crypto), typed, ctx.today)
  if (!read.ok) return read
  const { facts, changes } = read.value
  if (changes.length === 0) return refuse('member-nothing-to-change')
  const columns = columnsOf(facts, changes, ctx.crypto)
  if (columns.identity_index) {
    const other = await findByIdentity(ctx.tx, columns.identity_index)
    if (other !== undefined) return refuse('identity-number-taken')
  }
  const revision = await saveMember(ctx.tx, file.id, columns, file.revision)
  await insertChanges(ctx.tx, file.id, linesOf(changes), entry)
  ctx.note({ fields: changes.map(({ field }) => field) })
  return agree(revision)
}

/** Writes a change of category with its day; the requirements follow from the next month (S-023). */
export async function applyCategory(
  ctx: Context,
  file: FileRow,
  to: { readonly category: MemberCategory; readonly fromOn: PlainDate },
  entry: Entry,
) {
  const before = await ctx.tx
    .from('member_category')
    .select(['category', 'from_on', 'reason', 'recorded_by', 'recorded_at'])
    .where('member_id', '=', file.id)
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  const spans = before.map((row) => ({
    category: row.category,
    fromOn: row.from_on,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
    reason: row.reason,
  }))
  const next = { ...to, recordedBy: entry.by, recordedAt: entry.at, reason: entry.reason }
  const decided = changeCategory(spans, next, ctx.today)
  if (!decided.ok) return decided
  await insertCategory(ctx.tx, file.id, to, entry)
  const revision = await saveMember(ctx.tx, file.id, { category: to.category }, file.revision)
  await insertChanges(
    ctx.tx,
    file.id,
    [{ field: 'category', before: file.category, after: to.category }],
    entry,
  )
  return agree(revision)
}

const change = handle(changeMember, async (ctx, { memberId, revision, changes, reason }) => {
  const needs = fileFields.some((field) => changes[field] !== undefined && needsOfficer(field))
  const file = await getOwnedFile(ctx, memberId, needs ? 'member.certify' : 'member.change')
  const forbidden = whatForbids(ctx, file) ?? whatChanged(file, revision)
  if (forbidden !== undefined) return forbidden
  const applied = await applyFileChanges(ctx, file, changes, entryOf(ctx, reason))
  return applied.ok ? agree({ memberId, revision: applied.value }) : applied
})

const category = handle(changeMemberCategory, async (ctx, { memberId, revision, reason, ...to }) => {
  const file = await getOwnedFile(ctx, memberId, 'member.change')
  const forbidden = whatForbids(ctx, file) ?? whatChanged(file, revision)
  if (forbidden !== undefined) return forbidden
  const fromOn = plainDate(to.fromOn)
  const applied = await applyCategory(ctx, file, { category: to.category, fromOn }, entryOf(ctx, reason))
  return applied.ok ? agree({ memberId, revision: applied.value, countsFrom: countsFrom(fromOn) }) : applied
})

async function listSpans(ctx: Context, memberId: string, tag: RosterTag): Promise<TagSpan[]> {
  const rows = await ctx.tx
    .from('member_tag')
    .select(['tag', 'from_on', 'until_on', 'reason'])
    .where('member_id', '=', memberId)
    .where('tag', '=', tag)
    .execute()
  return rows.map((row) => ({
    tag: row.tag,
    fromOn: row.from_on,
    untilOn: row.until_on,
    author: { kind: 'person', accountId: '' },
    reason: row.reason,
    consentOn: null,
  }))
}

const setMark = handle(tagMember, async (ctx, { memberId, tag, fromOn, reason }) => {
  const file = await getOwnedFile(ctx, memberId, 'member.change')
  const forbidden = whatForbids(ctx, file)
  if (forbidden !== undefined) return forbidden
  const from = plainDate(fromOn)
  const author = { kind: 'person', accountId: ctx.actor.accountId ?? '' } as const
  const span: TagSpan = { tag, fromOn: from, untilOn: null, author, reason, consentOn: null }
  const decided = setTag(await listSpans(ctx, memberId, tag), span, ctx.today)
  if (!decided.ok) return decided
  const { newId, by, at } = entryOf(ctx, reason)
  await ctx.tx
    .insert('member_tag', {
      id: newId(),
      member_id: memberId,
      tag,
      from_on: from,
      reason,
      set_by: by,
      set_at: at,
    })
    .execute()
  await insertChanges(ctx.tx, memberId, [{ field: 'tag', before: null, after: tag }], entryOf(ctx, reason))
  return agree({ memberId })
})

const endMark = handle(untagMember, async (ctx, { memberId, tag, untilOn, reason }) => {
  await getOwnedFile(ctx, memberId, 'member.change')
  if (ctx.actor.memberId === memberId) return refuse('member-own-file')
  const until = plainDate(untilOn)
  if (until > ctx.today) return refuse('tag-in-future', { today: ctx.today })
  const decided = endTag(await listSpans(ctx, memberId, tag), tag, until)
  if (!decided.ok) return decided
  await ctx.tx
    .update('member_tag')
    .set({ until_on: until, ended_by: ctx.actor.name, ended_at: ctx.now })
    .where('member_id', '=', memberId)
    .where('tag', '=', tag)
    .where('until_on', 'is', null)
    .execute()
  await insertChanges(ctx.tx, memberId, [{ field: 'tag', before: tag, after: null }], entryOf(ctx, reason))
  return agree({ memberId })
})

export const changeHandlers: readonly Handled[] = [change, category, setMark, endMark]
