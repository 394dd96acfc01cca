import type { LookPurpose } from '@steward/domain/members/look.ts'
import { isAtOrBelow } from '@steward/domain/shared/reach.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'

/** A look at files: at whose, what of them, and why. */
export type Look = {
  readonly what: 'page' | 'unmask' | 'export'
  readonly purpose: LookPurpose | 'page'
  readonly note?: string
  readonly fields?: readonly string[]
}

const AGAIN_MINUTES = 10

/** Notes that a file's page was opened; the same person within ten minutes is one look. Nobody looks at themself. */
export async function notePageLook(ctx: Context, member: { id: string; path: string }): Promise<void> {
  const { actor, now } = ctx
  if (actor.memberId === member.id || actor.accountId === null) return
  await ctx.tx.raw(
    'record-look-page',
    `insert into record_look (county_id, id, member_id, account_id, viewer_name, viewer_org, what, purpose, at)
     select $1, $2, $3, $4, $5, $6, 'page', 'page', $7 where not exists (
       select 1 from record_look l where l.county_id = $1 and l.member_id = $3 and l.account_id = $4 and l.what = 'page' and l.at > $8)`,
    [
      ctx.newId(),
      member.id,
      actor.accountId,
      actor.name,
      orgOf(ctx, member.path),
      now,
      new Date(now.getTime() - AGAIN_MINUTES * 60_000),
    ],
  )
}

/** Notes looks at any number of files, such as the people of an export, and answers with their ids. */
export async function insertLooks(
  ctx: Context,
  members: readonly { readonly id: string; readonly path: string }[],
  look: Look,
): Promise<string[]> {
  const ids = members.map(() => ctx.newId())
  await ctx.tx.raw(
    'record-look-insert',
    `insert into record_look (county_id, id, member_id, account_id, viewer_name, viewer_org, what, purpose, note, fields, at)
     select $1, id, member_id, $5, $6, viewer_org, $7, $8, $9, $10, $11
     from unnest($2::uuid[], $3::uuid[], $4::text[]) as t (id, member_id, viewer_org)`,
    [
      ids,
      members.map((member) => member.id),
      members.map((member) => orgOf(ctx, member.path)),
      ctx.actor.accountId,
      ctx.actor.name,
      look.what,
      look.purpose,
      look.note ?? '',
      look.fields ?? [],
      ctx.now,
    ],
  )
  return ids
}

/** The organisation in whose name somebody looks: the nearest of theirs above the member. */
function orgOf(ctx: Context, path: string): string {
  const above = ctx.actor.roles.filter((role) => isAtOrBelow(path, role.orgPath))
  return (
    above.toSorted((a, b) => b.orgPath.length - a.orgPath.length)[0]?.orgName ??
    ctx.actor.roles[0]?.orgName ??
    ''
  )
}

export type LookRow = {
  readonly id: string
  readonly account_id: string | null
  readonly viewer_name: string
  readonly viewer_org: string
  readonly what: 'page' | 'unmask' | 'export'
  readonly purpose: string
  readonly note: string
  readonly fields: string[]
  readonly at: Date
}

/** Who looked at a file, newest first, with the number of all looks. */
export async function listLooks(
  tx: CountyTx,
  memberId: string,
  window: { readonly offset: number; readonly limit: number },
): Promise<{ total: number; looks: LookRow[] }> {
  const rows = await tx.raw<LookRow & { total: number }>(
    'record-look-list',
    `select t.total, l.* from (select count(*)::int as total from record_look where county_id = $1 and member_id = $2) t
     left join (select id, account_id, viewer_name, viewer_org, what, purpose, note, fields, at from record_look
       where county_id = $1 and member_id = $2 order by at desc, id desc limit $4 offset $3) l on true
     order by l.at desc, l.id desc`,
    [memberId, window.offset, window.limit],
  )
  return { total: rows[0]?.total ?? 0, looks: rows.filter((row) => row.id !== null) }
}
