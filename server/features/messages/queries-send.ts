import type { Asked } from '@steward/domain/messages/message.ts'
import { type QuietHours, toQuietHours } from '@steward/domain/messages/quiet-hours.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { nameOf } from '#features/organisation/queries.ts'
import type { Access } from '#platform/access.ts'
import type { CountyTx } from '#platform/db.ts'

const QUIET = `(select value from setting where county_id = $1 and area = 'messages' and from_on <= $2
  order by version_no desc limit 1)`

export type Place = {
  readonly id: string
  readonly name: string
  readonly above: string
  readonly readers: number
}

/** Organisations within the caller's reach a notice may go to, from the top down, with their readers; the county's quiet hours beside them. */
export async function listPlaces(
  tx: CountyTx,
  access: Access,
  asked: { search: string; today: PlainDate; most: number },
): Promise<{ rows: readonly Place[]; quiet: QuietHours }> {
  const within = access.withinText('message.send', { path: 'o.path' }, 5)
  const text = `
    with found as (
      select o.id, o.name, o.path, o.sort_no, o.number, o.parent_id from party_org o
      where o.county_id = $1 and o.dissolved_on is null and o.kind <> 'partyGroup' and ${within.text}
        and ($3 = '' or o.name ilike '%' || $3 || '%' or o.initials like lower($3) || '%' or o.pinyin like lower($3) || '%')
      order by nlevel(o.path), o.sort_no, o.number limit $4)
    select ${QUIET} as quiet, (select coalesce(json_agg(x), '[]'::json) from (
      select f.id, f.name, coalesce(p.name, '') as above, (
        select count(*)::int from member m join party_org b on b.county_id = m.county_id and b.id = m.party_org_id
        where m.county_id = $1 and m.state = 'active' and b.path <@ f.path) as readers
      from found f left join party_org p on p.county_id = $1 and p.id = f.parent_id
      order by nlevel(f.path), f.sort_no, f.number) x) as rows`
  const escaped = asked.search.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
  const [row] = await tx.raw<{ quiet: unknown; rows: Place[] }>(nameOf('message-places', text), text, [
    asked.today,
    escaped,
    asked.most,
    ...within.values,
  ])
  return { rows: row?.rows ?? [], quiet: toQuietHours(row?.quiet) }
}

/** The organisation a notice goes to and the county's quiet hours; undefined where there is no such open organisation. */
export async function findSender(
  tx: CountyTx,
  orgId: string,
  today: PlainDate,
): Promise<{ id: string; path: string; quiet: QuietHours } | undefined> {
  const [row] = await tx.raw<{ id: string; path: string; quiet: unknown }>(
    'message-sender',
    `select o.id, o.path::text as path, ${QUIET} as quiet from party_org o
     where o.county_id = $1 and o.id = $3 and o.dissolved_on is null`,
    [today, orgId],
  )
  return row === undefined ? undefined : { ...row, quiet: toQuietHours(row.quiet) }
}

export type NewMessage = {
  readonly id: string
  readonly orgId: string
  readonly path: string
  readonly title: string
  readonly body: string
  readonly asked: Asked | null
  readonly sentBy: string
  readonly accountId: string | null
  /** The sender as a member, who needs no notice of the own words. */
  readonly senderId: string | null
  readonly sentAt: Date
  readonly deliverAt: Date
}

/**
 * Writes a notice and one row for each active member at or below the organisation, in one statement so that the count
 * is the rows'. Nobody else gets one: not those who left, not the dead (R-175). Answers with the number of readers.
 */
export async function insertMessage(tx: CountyTx, message: NewMessage): Promise<number> {
  const [sent] = await tx.raw<{ recipients: number }>(
    'message-insert',
    `with readers as materialized (
       select m.id from member m join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
       where m.county_id = $1 and m.state = 'active' and o.path <@ $4::ltree
     ), sent as (
       insert into message (county_id, id, party_org_id, title, body, answer_kind, answer_due_on, sent_by,
         sent_by_account_id, sent_at, deliver_at, recipient_count)
       select $1, $2, $3, $5, $6, $7, $8::date, $9, $10::uuid, $11::timestamptz, $12::timestamptz, (select count(*) from readers)
       returning recipient_count as recipients
     ), given as (
       insert into message_recipient (county_id, message_id, member_id, channel, reached_at, reached_by)
       select $1, $2, id, case when id = $13::uuid then 'screen' end, case when id = $13::uuid then $12::timestamptz end,
         case when id = $13::uuid then $9 end
       from readers
     ) select recipients from sent`,
    [
      message.id,
      message.orgId,
      message.path,
      message.title,
      message.body,
      message.asked?.kind ?? null,
      message.asked?.dueOn ?? null,
      message.sentBy,
      message.accountId,
      message.sentAt,
      message.deliverAt,
      message.senderId,
    ],
  )
  return sent?.recipients ?? 0
}
