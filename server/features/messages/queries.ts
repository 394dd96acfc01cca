import type { Permission } from '@steward/domain/access/permissions.ts'
import type { Channel } from '@steward/domain/messages/message.ts'
import { isAtOrBelow } from '@steward/domain/shared/reach.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Actor } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import { problem } from '#platform/problem.ts'

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
  await tx
    .insert('thing_to_do', {
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
    })
    .onConflict((on) => on.columns(['county_id', 'key']).where('done_at', 'is', null).doNothing())
    .execute()
}

/** Closes the open thing of a key: it was done, or it fell away. */
export async function closeThing(tx: CountyTx, key: string, doneBy: string, doneAt: Date): Promise<void> {
  await tx
    .update('thing_to_do')
    .set({ done_at: doneAt, done_by: doneBy })
    .where('key', '=', key)
    .where('done_at', 'is', null)
    .execute()
}

export type ThingRow = {
  readonly id: string
  readonly kind: string
  readonly facts: Record<string, string | number>
  readonly askedBy: string
  readonly dueOn: PlainDate | null
  readonly minutes: number | null
  readonly subjectId: string | null
}

/** Open things for one account: named to it, or addressed to a permission it holds for the organisation. */
export async function listOpenThings(tx: CountyTx, actor: Actor): Promise<ThingRow[]> {
  const permissions = [...new Set(actor.holdings.map((held) => held.permission))]
  const rows = await tx
    .from('thing_to_do', 't')
    .innerJoin('party_org as o', (join) =>
      join.onRef('o.county_id', '=', 't.county_id').onRef('o.id', '=', 't.party_org_id'),
    )
    .select([
      't.id',
      't.kind',
      't.facts',
      't.asked_by',
      't.due_on',
      't.minutes',
      't.subject_id',
      't.permission',
      'o.path',
    ])
    .where('t.done_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('t.account_id', '=', actor.accountId),
        ...(permissions.length > 0 ? [eb('t.permission', 'in', permissions)] : []),
      ]),
    )
    .orderBy('t.due_on', (order) => order.asc().nullsLast())
    .limit(200)
    .execute()
  const holds = (permission: string, path: string) =>
    actor.holdings.some(
      (held) =>
        held.permission === permission &&
        (held.reach === 'everywhere' || (held.reach !== 'self' && isAtOrBelow(path, held.orgPath))),
    )
  return rows
    .filter((row) => row.permission === null || holds(row.permission, row.path))
    .map((row) => ({
      id: row.id,
      kind: row.kind,
      // The column holds what openThing wrote: flat names and counts.
      facts: row.facts as Record<string, string | number>,
      askedBy: row.asked_by,
      dueOn: row.due_on,
      minutes: row.minutes,
      subjectId: row.subject_id,
    }))
}

export async function countDone(
  tx: CountyTx,
  actorName: string,
  accountId: string | null,
  since: Date,
): Promise<number> {
  const found = await tx
    .from('thing_to_do')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('done_at', '>=', since)
    .where((eb) => eb.or([eb('account_id', '=', accountId), eb('done_by', '=', actorName)]))
    .executeTakeFirstOrThrow()
  return Number(found.count)
}

/** The organisation a notice goes out from. */
export async function getSender(
  tx: CountyTx,
  orgId: string,
): Promise<{ id: string; name: string; path: string }> {
  const org = await tx
    .from('party_org')
    .select(['id', 'name', 'path'])
    .where('id', '=', orgId)
    .executeTakeFirst()
  return org ?? problem('not-found')
}

/** Writes a notice and one row for each living member at or below the organisation; members who died or left get none. */
export async function insertMessage(
  tx: CountyTx,
  message: {
    id: string
    orgId: string
    path: string
    title: string
    body: string
    answerDueOn: PlainDate | null
    sentBy: string
    accountId: string | null
    sentAt: Date
    deliverAt: Date
    recipients: number
  },
): Promise<void> {
  await tx
    .insert('message', {
      id: message.id,
      party_org_id: message.orgId,
      title: message.title,
      body: message.body,
      answer_due_on: message.answerDueOn,
      sent_by: message.sentBy,
      sent_by_account_id: message.accountId,
      sent_at: message.sentAt,
      deliver_at: message.deliverAt,
      recipient_count: message.recipients,
    })
    .execute()
  await tx.raw(
    'message-recipients',
    `insert into message_recipient (county_id, message_id, member_id)
     select $1, $2, m.id from member m join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
     where m.county_id = $1 and m.state = 'active' and o.path <@ $3::ltree`,
    [message.id, message.path],
  )
}

export async function countReaders(tx: CountyTx, path: string): Promise<number> {
  const rows = await tx.raw<{ count: number }>(
    'message-count-readers',
    `select count(*)::int as count from member m join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
     where m.county_id = $1 and m.state = 'active' and o.path <@ $2::ltree`,
    [path],
  )
  return rows[0]?.count ?? 0
}

export type MessageRow = {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly orgName: string
  readonly path: string
  readonly sentBy: string
  readonly sentAt: Date
  readonly deliverAt: Date
  readonly answerDueOn: PlainDate | null
}

function messages(tx: CountyTx) {
  return tx
    .from('message', 'n')
    .innerJoin('party_org as o', (join) =>
      join.onRef('o.county_id', '=', 'n.county_id').onRef('o.id', '=', 'n.party_org_id'),
    )
    .select([
      'n.id',
      'n.title',
      'n.body',
      'o.name as orgName',
      'o.path',
      'n.sent_by as sentBy',
      'n.sent_at as sentAt',
      'n.deliver_at as deliverAt',
      'n.answer_due_on as answerDueOn',
    ])
}

export async function getMessage(tx: CountyTx, messageId: string): Promise<MessageRow> {
  const found = await messages(tx).where('n.id', '=', messageId).executeTakeFirst()
  return found ?? problem('not-found')
}

const COUNTS = `select message_id, count(*)::int as recipients, count(reached_at)::int as reached,
  count(*) filter (where answer = 'yes')::int as yes, count(*) filter (where answer = 'no')::int as no
  from message_recipient where county_id = $1 and message_id = any($2::uuid[]) group by message_id`

export type MessageCounts = { recipients: number; reached: number; answeredYes: number; answeredNo: number }

export async function countDelivery(
  tx: CountyTx,
  ids: readonly string[],
): Promise<Map<string, MessageCounts>> {
  const rows = await tx.raw<{
    message_id: string
    recipients: number
    reached: number
    yes: number
    no: number
  }>('message-counts', COUNTS, [ids])
  return new Map(
    rows.map((row) => [
      row.message_id,
      { recipients: row.recipients, reached: row.reached, answeredYes: row.yes, answeredNo: row.no },
    ]),
  )
}

/** Notices of organisations the condition lets through, newest first. */
export function sentMessages(tx: CountyTx) {
  return messages(tx)
}

export type DeliveryRow = {
  readonly memberId: string
  readonly name: string
  readonly orgName: string
  readonly channel: Channel | null
  readonly reachedAt: Date | null
  readonly reachedBy: string | null
  readonly answer: 'yes' | 'no' | null
  readonly answerNote: string
}

/** Every reader of a notice; those not reached come first, then by name. */
export async function listDelivery(tx: CountyTx, messageId: string): Promise<DeliveryRow[]> {
  return await tx
    .from('message_recipient', 'r')
    .innerJoin('member as m', (join) =>
      join.onRef('m.county_id', '=', 'r.county_id').onRef('m.id', '=', 'r.member_id'),
    )
    .innerJoin('party_org as o', (join) =>
      join.onRef('o.county_id', '=', 'm.county_id').onRef('o.id', '=', 'm.party_org_id'),
    )
    .select([
      'm.id as memberId',
      'm.name',
      'o.name as orgName',
      'r.channel',
      'r.reached_at as reachedAt',
      'r.reached_by as reachedBy',
      'r.answer',
      'r.answer_note as answerNote',
    ])
    .where('r.message_id', '=', messageId)
    .orderBy('r.reached_at', (order) => order.desc().nullsFirst())
    .orderBy('m.name_order')
    .limit(5000)
    .execute()
}

/** Records that readers were reached; who was reached before keeps the first record, a new answer counts. */
export async function saveReached(
  tx: CountyTx,
  messageId: string,
  memberIds: readonly string[],
  reached: { channel: Channel; by: string; at: Date; answer: 'yes' | 'no' | null; note: string },
): Promise<number> {
  const rows = await tx.raw(
    'message-reached',
    `update message_recipient set
       channel = coalesce(channel, $4), reached_at = coalesce(reached_at, $5), reached_by = coalesce(reached_by, $6),
       answer = coalesce($7, answer), answer_note = case when $7 is null then answer_note else $8 end,
       answered_at = case when $7 is null then answered_at else $5 end, answered_by = case when $7 is null then answered_by else $6 end
     where county_id = $1 and message_id = $2 and member_id = any($3::uuid[]) returning member_id`,
    [messageId, memberIds, reached.channel, reached.at, reached.by, reached.answer, reached.note],
  )
  return rows.length
}

export type InboxRow = MessageRow & { readonly readAt: Date | null; readonly answer: 'yes' | 'no' | null }

/** Notices of a member that have been delivered by `now`. */
export async function listInboxRows(
  tx: CountyTx,
  memberId: string,
  now: Date,
  unreadOnly: boolean,
): Promise<InboxRow[]> {
  return await messages(tx)
    .innerJoin('message_recipient as r', (join) =>
      join.onRef('r.county_id', '=', 'n.county_id').onRef('r.message_id', '=', 'n.id'),
    )
    .select(['r.reached_at as readAt', 'r.answer'])
    .where('r.member_id', '=', memberId)
    .where('n.deliver_at', '<=', now)
    .$if(unreadOnly, (query) => query.where('r.reached_at', 'is', null))
    .orderBy('n.deliver_at', 'desc')
    .limit(100)
    .execute()
}

/** Open corrections within reach, for the things to do of who decides them. */
export async function countOpenCorrections(
  tx: CountyTx,
  within: { text: string; values: unknown[] },
  ownMemberId: string | null,
): Promise<{ count: number; dueOn: PlainDate | null }> {
  const rows = await tx.raw<{ count: number; due_on: PlainDate | null }>(
    `message-corrections-${within.values.length}`,
    `select count(*)::int as count, min(c.answer_due_on) as due_on
     from correction_request c
     join member m on m.county_id = c.county_id and m.id = c.member_id
     join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
     where c.county_id = $1 and c.state = 'open' and m.id is distinct from $2::uuid and ${within.text}`,
    [ownMemberId, ...within.values],
  )
  return { count: rows[0]?.count ?? 0, dueOn: rows[0]?.due_on ?? null }
}
