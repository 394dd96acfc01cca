import type { Permission } from '@steward/domain/access/permissions.ts'
import {
  readAgainMinutes,
  type ReaderStanding,
  standingOf,
  type SubjectKind,
} from '@steward/domain/outcomes/reader.ts'
import { isAtOrBelow } from '@steward/domain/shared/reach.ts'
import { escapeLike } from '#features/members/queries-roll.ts'
import type { AccessColumns } from '#platform/access.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import { problem } from '#platform/problem.ts'

/** A case file: what it is, whom it is about, the path of that member's organisation, and the permissions of those who handle it. */
export type CaseFile = {
  readonly kind: SubjectKind
  readonly id: string
  readonly memberId: string
  readonly path: string
  readonly handles: readonly Permission[]
}

/**
 * Where the file of a kind lies and who handles it, for its list of readers. Each kind is entered here by those who build it;
 * `table` has `id` and `member_id`.
 */
const FILES: Partial<Readonly<Record<SubjectKind, { table: string; handles: readonly Permission[] }>>> = {
  use: { table: 'outcome_use', handles: ['outcome.read'] },
  limit: { table: 'outcome_limit', handles: ['limit.record'] },
  warning: { table: 'warning', handles: ['warning.read'] },
  caution: { table: 'caution', handles: ['caution.read'] },
  tolerance: { table: 'tolerance_case', handles: ['tolerance.read'] },
  helpPlan: { table: 'help_plan', handles: ['outcome.read'] },
  disposal: { table: 'disposal', handles: ['disposal.read'] },
  sanction: { table: 'sanction', handles: ['sanction.read'] },
  handOver: { table: 'hand_over', handles: ['sanction.read'] },
}

/**
 * Whether the caller may read a case file: the member concerned, who handles it, who stands on its list. Anybody else
 * gets `not-found`, since that there is a file is nobody's business. Answers in which standing; say it to `recordReading`.
 *
 * ```ts
 * const standing = await demandReader(context, { kind: 'warning', id, memberId, path: orgPath, handles: ['warning.handle'] })
 * await recordReading(context, file, standing)
 * ```
 */
export async function demandReader(context: Context, file: CaseFile): Promise<ReaderStanding> {
  const { tx, actor, access } = context
  const handles = file.handles.map((one) => access.can(one, { path: file.path })).includes(true)
  const mayRead = (listed: boolean) =>
    standingOf({ subjectMemberId: file.memberId, actorMemberId: actor.memberId, handles, listed })
  return mayRead(false) ?? mayRead(await isListed(tx, file, actor.accountId)) ?? problem('not-found')
}

async function isListed(tx: CountyTx, { kind, id }: CaseFile, accountId: string | null): Promise<boolean> {
  if (accountId === null) return false
  const rows = await tx.raw<{ id: string }>(
    'outcome-reader-listed',
    `select r.id from outcome_reader r where r.county_id = $1 and r.account_id = $4 and r.subject_kind = $2 and r.subject_id = $3
       and r.removed_at is null`,
    [kind, id, accountId],
  )
  return rows.length > 0
}

/**
 * Writes down that a case file was read; nobody reads themself. The same person within ten minutes is one read; a file taken
 * away as a document is written each time.
 */
export async function recordReading(
  context: Context,
  file: Pick<CaseFile, 'kind' | 'id' | 'memberId' | 'path'>,
  standing: ReaderStanding,
  what: 'page' | 'file' = 'page',
): Promise<void> {
  const { actor, now } = context
  if (standing === 'self' || actor.accountId === null) return
  await context.tx.raw(
    'outcome-reading-insert',
    `insert into outcome_reading (county_id, id, subject_kind, subject_id, member_id, account_id, reader_name, reader_org, standing, what, read_at)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11 where $10 = 'file' or not exists (
       select 1 from outcome_reading r where r.county_id = $1 and r.subject_kind = $3 and r.subject_id = $4 and r.account_id = $6
         and r.what = 'page' and r.read_at > $12)`,
    [
      ...[context.newId(), file.kind, file.id, file.memberId, actor.accountId, actor.name],
      ...[orgOf(context, file.path), standing, what, now],
      new Date(now.getTime() - readAgainMinutes * 60_000),
    ],
  )
}

/** The same for many files at once, taken away as a list by somebody who handles them; the own one is left out. */
export async function recordFileReadings(
  context: Context,
  files: readonly Pick<CaseFile, 'kind' | 'id' | 'memberId' | 'path'>[],
): Promise<void> {
  const { actor, now, newId } = context
  const others = files.filter(({ memberId }) => memberId !== actor.memberId)
  if (others.length === 0 || actor.accountId === null) return
  await context.tx.raw(
    'outcome-reading-insert-many',
    `insert into outcome_reading (county_id, id, subject_kind, subject_id, member_id, account_id, reader_name, reader_org, standing, what, read_at)
     select $1, t.id, t.kind, t.subject, t.member, $7, $8, t.org, 'handler', 'file', $9
     from unnest($2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::text[]) as t (id, kind, subject, member, org)`,
    [
      others.map(() => newId()),
      others.map(({ kind }) => kind),
      others.map(({ id }) => id),
      others.map(({ memberId }) => memberId),
      others.map(({ path }) => orgOf(context, path)),
      ...[actor.accountId, actor.name, now],
    ],
  )
}

/** The same for the lines of a list on a page; the same person within ten minutes is one read of each. */
export async function recordPageReadings(
  context: Context,
  files: readonly (Pick<CaseFile, 'kind' | 'id' | 'memberId' | 'path'> & {
    readonly standing: ReaderStanding
  })[],
): Promise<void> {
  const { actor, now, newId } = context
  const others = files.filter(({ standing }) => standing !== 'self')
  if (others.length === 0 || actor.accountId === null) return
  await context.tx.raw(
    'outcome-reading-insert-page',
    `insert into outcome_reading (county_id, id, subject_kind, subject_id, member_id, account_id, reader_name, reader_org, standing, what, read_at)
     select $1, t.id, t.kind, t.subject, t.member, $8, $9, t.org, t.standing, 'page', $10
     from unnest($2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::text[], $7::text[]) as t (id, kind, subject, member, org, standing)
     where not exists (select 1 from outcome_reading r where r.county_id = $1 and r.subject_kind = t.kind and r.subject_id = t.subject
       and r.account_id = $8 and r.what = 'page' and r.read_at > $11)`,
    [
      others.map(() => newId()),
      others.map(({ kind }) => kind),
      others.map(({ id }) => id),
      others.map(({ memberId }) => memberId),
      others.map(({ path }) => orgOf(context, path)),
      others.map(({ standing }) => standing),
      ...[actor.accountId, actor.name, now, new Date(now.getTime() - readAgainMinutes * 60_000)],
    ],
  )
}

/** The organisation in whose name somebody reads: the nearest of theirs above the member. */
function orgOf({ actor }: Context, path: string): string {
  const above = actor.roles.filter((role) => isAtOrBelow(path, role.orgPath))
  const nearest = above.toSorted((a, b) => b.orgPath.length - a.orgPath.length)[0]
  return nearest?.orgName ?? actor.roles[0]?.orgName ?? ''
}

/**
 * The rule of `demandReader` as text for lists: rows of the caller, rows within reach of who handles them, rows whose list names
 * the caller. `id` and `memberId` are columns of the row, `path` the ltree of the member's organisation; `next` is the first
 * free placeholder. `$1` is the county.
 */
export function withinReadersText(
  { actor, access }: Context,
  of: { readonly kind: SubjectKind; readonly handles: Permission },
  columns: Required<AccessColumns> & { readonly id: string },
  next: number,
): { text: string; values: unknown[] } {
  const reach = access.withinText(of.handles, { path: columns.path }, next + 3)
  return {
    text: `(${columns.memberId} = $${next}::uuid or ${reach.text} or exists (select 1 from outcome_reader rd where rd.county_id = $1
      and rd.account_id = $${next + 1}::uuid and rd.subject_kind = $${next + 2} and rd.subject_id = ${columns.id} and rd.removed_at is null))`,
    values: [actor.memberId, actor.accountId, of.kind, ...reach.values],
  }
}

/** The file of a kind by its id, whatever table it lies in; undefined where there is none. */
export async function findCaseFile(
  tx: CountyTx,
  kind: SubjectKind,
  id: string,
): Promise<CaseFile | undefined> {
  const of = FILES[kind]
  if (of === undefined) return undefined
  const rows = await tx.raw<{ memberId: string; path: string }>(
    `outcome-case-file-${kind}`,
    `select s.member_id as "memberId", o.path::text as path from ${of.table} s
     join member m on m.county_id = s.county_id and m.id = s.member_id
     join party_org o on o.county_id = m.county_id and o.id = m.party_org_id where s.county_id = $1 and s.id = $2`,
    [id],
  )
  return rows[0] && { ...rows[0], kind, id, handles: of.handles }
}

export type ReaderRow = {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly reason: string
  readonly addedBy: string
  readonly addedAt: Date
}

/** Who stands on the list of a file, locked so that nobody is added twice. */
export async function listReaders(
  tx: CountyTx,
  { kind, id }: Pick<CaseFile, 'kind' | 'id'>,
): Promise<ReaderRow[]> {
  return await tx.raw<ReaderRow>(
    'outcome-reader-list',
    `select r.id, r.account_id as "accountId", r.reader_name as name, r.reason, r.added_by as "addedBy", r.added_at as "addedAt"
     from outcome_reader r where r.county_id = $1 and r.subject_kind = $2 and r.subject_id = $3 and r.removed_at is null
     order by r.added_at, r.id`,
    [kind, id],
  )
}

export async function findReaderAccount(
  tx: CountyTx,
  accountId: string,
): Promise<{ name: string; memberId: string | null; stopped: boolean } | undefined> {
  const rows = await tx.raw<{ name: string; memberId: string | null; stopped: boolean }>(
    'outcome-reader-account',
    `select a.name, a.member_id as "memberId", a.state <> 'active' as stopped from account a where a.county_id = $1 and a.id = $2`,
    [accountId],
  )
  return rows[0]
}

export type Candidate = {
  readonly accountId: string
  readonly name: string
  readonly org: string
  readonly role: string
}

/** People with a role in an organisation, by name; never the member concerned. */
export async function listCandidates(tx: CountyTx, file: CaseFile, search: string): Promise<Candidate[]> {
  return await tx.raw<Candidate>(
    'outcome-reader-candidates',
    `select distinct on (a.name, a.id) a.id as "accountId", a.name, o.name as org, g.role from account a
     join role_grant g on g.county_id = a.county_id and g.account_id = a.id and g.revoked_at is null
     join party_org o on o.county_id = g.county_id and o.id = g.party_org_id
     where a.county_id = $1 and a.state = 'active' and a.member_id is distinct from $2::uuid and a.name like $3
       and g.role not in ('system-administrator', 'security-administrator', 'audit-administrator')
     order by a.name, a.id, nlevel(o.path) limit 12`,
    [file.memberId, `%${escapeLike(search)}%`],
  )
}

export async function insertReader(
  context: Context,
  file: CaseFile,
  reader: { readonly accountId: string; readonly name: string; readonly reason: string },
): Promise<string | undefined> {
  const { actor, now } = context
  const rows = await context.tx.raw<{ id: string }>(
    'outcome-reader-insert',
    `insert into outcome_reader (county_id, id, subject_kind, subject_id, member_id, account_id, reader_name, reason, added_by,
       added_by_account_id, added_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (county_id, subject_kind, subject_id, account_id) where removed_at is null do nothing returning id`,
    [
      ...[context.newId(), file.kind, file.id, file.memberId, reader.accountId, reader.name, reader.reason],
      ...[actor.name, actor.accountId, now],
    ],
  )
  return rows[0]?.id
}

export type KeptReader = {
  readonly kind: SubjectKind
  readonly subjectId: string
  readonly removed: boolean
}
export async function lockReader(tx: CountyTx, id: string): Promise<KeptReader | undefined> {
  const rows = await tx.raw<KeptReader>(
    'outcome-reader-lock',
    `select r.subject_kind as kind, r.subject_id as "subjectId", r.removed_at is not null as removed from outcome_reader r
     where r.county_id = $1 and r.id = $2 for update`,
    [id],
  )
  return rows[0]
}

export async function removeReader({ tx, actor, now }: Context, id: string): Promise<void> {
  await tx
    .update('outcome_reader')
    .set({ removed_at: now, removed_by: actor.name, removed_by_account_id: actor.accountId })
    .where('id', '=', id)
    .execute()
}

export type ReadingRow = {
  readonly id: string
  readonly kind: SubjectKind
  readonly reader: string
  readonly org: string
  readonly standing: 'handler' | 'listed'
  readonly what: 'page' | 'file'
  readonly at: Date
}

/** Who read: of one file, or of everything about a member; newest first, with the number of all. */
export async function listReadings(
  tx: CountyTx,
  of: { readonly kind: SubjectKind; readonly subjectId: string } | { readonly memberId: string },
  window: { readonly offset: number; readonly limit: number },
): Promise<{ total: number; rows: ReadingRow[] }> {
  const [name, where, values] =
    'memberId' in of
      ? (['member', 'r.member_id = $2', [of.memberId]] as const)
      : (['subject', 'r.subject_kind = $2 and r.subject_id = $3', [of.kind, of.subjectId]] as const)
  const at = values.length + 2
  const rows = await tx.raw<ReadingRow & { total: number }>(
    `outcome-reading-list-${name}`,
    `select count(*) over ()::int as total, r.id, r.subject_kind as kind, r.reader_name as reader, r.reader_org as org, r.standing,
       r.what, r.read_at as at from outcome_reading r where r.county_id = $1 and ${where}
     order by r.read_at desc, r.id desc limit $${at + 1} offset $${at}`,
    [...values, window.offset, window.limit],
  )
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, ...row }) => row) }
}
