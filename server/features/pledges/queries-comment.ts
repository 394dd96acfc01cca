import type { CommentState, HoldReason, PledgeComment } from '@steward/domain/pledges/pledge-comment.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Access } from '#platform/access.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import { nameOf } from '#features/organisation/queries.ts'

export type CommentColumns = {
  readonly id: string
  readonly pledgeId: string
  readonly memberId: string | null
  readonly by: string | null
  readonly text: string
  readonly saidOn: PlainDate
  readonly state: CommentState
  readonly heldFor: HoldReason | null
  readonly answer: string | null
  readonly answeredBy: string | null
  readonly reported: boolean
}

const COLUMNS = `c.id, c.pledge_id as "pledgeId", c.member_id as "memberId", w.name as by, c.text, c.said_on as "saidOn",
  c.state, c.held_for as "heldFor", c.answer, c.answered_by as "answeredBy", c.reported_at is not null as reported`
const FROM = `from pledge_comment c left join member w on w.county_id = c.county_id and w.id = c.member_id`

export async function insertComment({ tx, now }: Context, comment: PledgeComment): Promise<void> {
  await tx
    .insert('pledge_comment', {
      id: comment.id,
      pledge_id: comment.pledgeId,
      author_kind: comment.author.kind,
      member_id: comment.author.kind === 'member' ? comment.author.memberId : null,
      text: comment.text,
      said_on: comment.saidOn,
      said_at: now,
      state: comment.state,
    })
    .execute()
}

/** Comments of pledges, the earliest first; held and unread ones only where asked for. */
export async function listComments(
  tx: CountyTx,
  pledgeIds: readonly string[],
  all: boolean,
): Promise<CommentColumns[]> {
  return await tx.raw<CommentColumns>(
    'pledge-comments',
    `select ${COLUMNS} ${FROM} where c.county_id = $1 and c.pledge_id = any($2::uuid[]) and ($3::boolean or c.state = 'shown')
     order by c.said_at, c.id limit 2000`,
    [pledgeIds, all],
  )
}

/** One comment, locked. */
export async function lockComment(tx: CountyTx, id: string): Promise<CommentColumns | undefined> {
  const text = `select ${COLUMNS} ${FROM} where c.county_id = $1 and c.id = $2 for update of c`
  return (await tx.raw<CommentColumns>('pledge-comment-lock', text, [id]))[0]
}

export type WaitingColumns = CommentColumns & {
  readonly pledgeText: string
  readonly name: string
  readonly orgName: string
  readonly subjectId: string | null
}

/** Comments of the public that were not read, and those reported, within reach; the longest waiting first. */
export async function listWaiting(
  tx: CountyTx,
  access: Access,
  limit: number,
): Promise<{ rows: WaitingColumns[]; total: number }> {
  const within = access.withinText('pledge-comment.read', { path: 'o.path' }, 3)
  const text = `select ${COLUMNS}, p.text as "pledgeText", coalesce(m.name, o.name) as name, o.name as "orgName",
      p.member_id as "subjectId", count(*) over ()::int as total
    ${FROM} join pledge p on p.county_id = c.county_id and p.id = c.pledge_id
    left join member m on m.county_id = p.county_id and m.id = p.member_id
    join party_org o on o.county_id = p.county_id and o.id = coalesce(m.party_org_id, p.party_org_id)
    where c.county_id = $1 and (c.state = 'received' or c.reported_at is not null) and ${within.text}
    order by c.said_at, c.id limit $2`
  const rows = await tx.raw<WaitingColumns & { total: number }>(
    nameOf('pledge-comments-waiting', text),
    text,
    [limit, ...within.values],
  )
  return { rows, total: rows[0]?.total ?? 0 }
}

/** Keeps a reading: shown or held, by whom. */
export async function saveRead({ tx, actor, now }: Context, comment: PledgeComment): Promise<void> {
  await tx
    .update('pledge_comment')
    .set({
      state: comment.state,
      held_for: comment.heldFor,
      reported_at: null,
      read_by: actor.name,
      read_by_account_id: actor.accountId,
      read_at: now,
    })
    .where('id', '=', comment.id)
    .execute()
}

/** Keeps an answer or the wish that it be read again. */
export async function saveAnswered(
  { tx, actor, now }: Context,
  comment: PledgeComment,
  answered: boolean,
): Promise<void> {
  await tx
    .update('pledge_comment')
    .set({
      ...(answered ? { answer: comment.answer, answered_by: actor.name, answered_at: now } : {}),
      ...(comment.reported ? { reported_at: now } : {}),
    })
    .where('id', '=', comment.id)
    .execute()
}

/** Comments about an organisation's pledges that wait to be read. */
export async function countWaitingAt(tx: CountyTx, orgId: string): Promise<number> {
  const [row] = await tx.raw<{ count: number }>(
    'pledge-comments-at',
    `select count(*)::int as count from pledge_comment c join pledge p on p.county_id = c.county_id and p.id = c.pledge_id
     left join member m on m.county_id = p.county_id and m.id = p.member_id
     where c.county_id = $1 and (c.state = 'received' or c.reported_at is not null)
       and coalesce(m.party_org_id, p.party_org_id) = $2`,
    [orgId],
  )
  return row?.count ?? 0
}
