import { rolesHolding } from '@steward/domain/access/roles.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { nameOf } from '#features/organisation/queries.ts'
import type { Access } from '#platform/access.ts'
import type { CountyTx } from '#platform/db.ts'
import {
  type KeptObjection,
  OBJECTION_ROWS,
  type ObjectionSqlRow,
  toKeptObjection,
} from './queries-objection.ts'

export type QueueCounts = { open: number; overdue: number; mine: number; decided: number; all: number }
const OPEN = `j.state in ('received', 'assigned')`

/** Objections of the caller's reach or in the caller's hands, those due first. */
export async function listQueue(
  tx: CountyTx,
  access: Access,
  asked: {
    show: keyof QueueCounts
    noticeId?: string | undefined
    offset: number
    limit: number
    today: PlainDate
    accountId: string | null
  },
): Promise<{ rows: KeptObjection[]; counts: QueueCounts }> {
  const within = access.withinText('objection.handle', { path: 'o.path' }, 7)
  const groups: Record<keyof QueueCounts, string> = {
    open: OPEN,
    overdue: `${OPEN} and j.due_on < $2`,
    mine: `${OPEN} and j.handler_id = $3`,
    decided: `j.state in ('upheld', 'notUpheld', 'withdrawn')`,
    all: 'true',
  }
  const where = `where j.county_id = $1 and ($4::uuid is null or j.notice_id = $4) and (${within.text} or j.handler_id = $3)`
  const count = (group: keyof QueueCounts) => `'${group}', count(*) filter (where ${groups[group]})`
  const counts = `select json_build_object(${count('open')}, ${count('overdue')}, ${count('mine')}, ${count('decided')},
    ${count('all')}) from objection j join party_org o on o.county_id = j.county_id and o.id = j.party_org_id ${where}`
  const text = `select (${counts}) as counts, (select coalesce(json_agg(x), '[]'::json) from (
    select ${OBJECTION_ROWS.columns} from ${OBJECTION_ROWS.from} ${where} and ${groups[asked.show]}
    order by ${OPEN} desc, case when ${OPEN} then j.due_on end, j.raised_at desc, j.id offset $5 limit $6) x) as rows`
  const [row] = await tx.raw<{ rows: ObjectionSqlRow[]; counts: QueueCounts }>(
    nameOf('objections', text),
    text,
    [asked.today, asked.accountId, asked.noticeId ?? null, asked.offset, asked.limit, ...within.values],
  )
  if (row === undefined) throw new Error('A statement of sub-selects answers with one row')
  return { rows: row.rows.map(toKeptObjection), counts: row.counts }
}

export type HandlerRow = {
  readonly accountId: string
  readonly memberId: string | null
  readonly name: string
  readonly orgName: string
  readonly role: string
  readonly open: number
}

/** Who may handle objections that an organisation answers: its own officers and those above it, the nearest first. */
export async function listHandlerRows(
  tx: CountyTx,
  stageOrgPath: string,
  today: PlainDate,
  accountId: string | null = null,
): Promise<HandlerRow[]> {
  return await tx.raw<HandlerRow>(
    'objection-handlers',
    `select distinct on (nlevel(o.path), a.name, a.id) a.id as "accountId", a.member_id as "memberId", a.name, o.name as "orgName", g.role,
       (select count(*)::int from objection j where j.county_id = a.county_id and j.handler_id = a.id
          and j.state in ('received', 'assigned')) as open
     from role_grant g join party_org o on o.county_id = g.county_id and o.id = g.party_org_id
     join account a on a.county_id = g.county_id and a.id = g.account_id and a.state = 'active'
     where g.county_id = $1 and g.role = any($2) and o.path @> $3::ltree and g.revoked_at is null and g.from_on <= $4
       and (g.until_on is null or g.until_on >= $4) and ($5::uuid is null or a.id = $5)
     order by nlevel(o.path) desc, a.name, a.id limit 60`,
    [rolesHolding('objection.handle'), stageOrgPath, today, accountId],
  )
}

/** What a member objected to, and what others objected to that is about the member. */
export async function listOwn(
  tx: CountyTx,
  memberId: string,
): Promise<{ raised: KeptObjection[]; aboutMe: KeptObjection[] }> {
  const rows = await tx.raw<ObjectionSqlRow>(
    'objections-own',
    `select ${OBJECTION_ROWS.columns} from ${OBJECTION_ROWS.from} where j.county_id = $1
       and (j.raised_by_member_id = $2 or j.concerned_member_ids @> array[$2::uuid])
     order by j.raised_at desc, j.id limit 100`,
    [memberId],
  )
  const kept = rows.map(toKeptObjection)
  const isOwn = (one: KeptObjection) => one.objection.raisedByMemberId === memberId
  return { raised: kept.filter(isOwn), aboutMe: kept.filter((one) => !isOwn(one)) }
}

/** Open ones past their day, with the organisation one level up that is told. */
export async function listOverdue(
  tx: CountyTx,
  today: PlainDate,
): Promise<{ id: string; stage: string; dueOn: PlainDate; orgName: string; tellOrgId: string }[]> {
  return await tx.raw(
    'objections-overdue',
    `select j.id, j.stage, j.due_on as "dueOn", s.name as "orgName", coalesce(s.parent_id, s.id) as "tellOrgId"
     from objection j join party_org s on s.county_id = j.county_id and s.id = j.stage_org_id
     where j.county_id = $1 and j.state in ('received', 'assigned') and j.due_on < $2 order by j.due_on, j.id`,
    [today],
  )
}

/** The account of a member, to tell that an answer is there. */
export async function findAccountOf(tx: CountyTx, memberId: string): Promise<string | undefined> {
  const rows = await tx.raw<{ id: string }>(
    'objection-account-of',
    `select a.id from account a where a.county_id = $1 and a.member_id = $2 and a.state = 'active'`,
    [memberId],
  )
  return rows[0]?.id
}
