import type { AnswerKind, Asked, Channel } from '@steward/domain/messages/message.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { nameOf } from '#features/organisation/queries.ts'
import type { Access } from '#platform/access.ts'
import type { Actor } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'

export type Head = {
  readonly id: string
  readonly title: string
  readonly orgName: string
  readonly path: string
  readonly sentBy: string
  readonly sentAt: Date
  readonly deliverAt: Date
  readonly asked: Asked | null
}
type HeadRow = Omit<Head, 'asked'> & { answerKind: AnswerKind | null; answerDueOn: PlainDate | null }

export const HEAD = `n.id, n.title, h.name as "orgName", h.path::text as path, n.sent_by as "sentBy", n.sent_at as "sentAt",
  n.deliver_at as "deliverAt", n.answer_kind as "answerKind", n.answer_due_on as "answerDueOn"`
export const FROM_ORG = 'join party_org h on h.county_id = n.county_id and h.id = n.party_org_id'

/** Puts the answer a notice asks for together. */
export function toHead<Row extends HeadRow>(
  row: Row,
): Omit<Row, 'answerKind' | 'answerDueOn'> & { asked: Asked | null } {
  const { answerKind, answerDueOn, ...rest } = row
  const asked = answerKind === null || answerDueOn === null ? null : { kind: answerKind, dueOn: answerDueOn }
  return { ...rest, asked }
}

export type ListCounts = {
  readonly recipients: number
  readonly reached: number
  readonly yes: number
  readonly no: number
}

const READERS = `from message_recipient r join member m on m.county_id = r.county_id and m.id = r.member_id
  join party_org o on o.county_id = m.county_id and o.id = m.party_org_id`

/**
 * Notices of organisations within the caller's reach, and those that came down to it from above, newest first. Figures
 * are of the readers within reach; notices from above without any such reader are left out.
 */
export async function listSent(
  tx: CountyTx,
  access: Access,
  actor: Actor,
  page: { offset: number; limit: number },
): Promise<{ rows: (Head & { fromAbove: boolean; counts: ListCounts })[]; total: number }> {
  const held = actor.holdings.filter(({ permission }) => permission === 'message.read-delivery')
  const own = access.withinText('message.read-delivery', { path: 'h.path' }, 5)
  const readers = access.withinText('message.read-delivery', { path: 'o.path' }, 5)
  // Rows of one's own notices are counted without a look at who the readers are: a county's notice has all its members.
  const text = `
    select p.*, c.* from (
      select ${HEAD}, not ${own.text} as "fromAbove", count(*) over ()::int as total from message n ${FROM_ORG}
      where n.county_id = $1 and (${own.text} or h.path @> $4::ltree[] and exists (
        select 1 ${READERS} where r.county_id = $1 and r.message_id = n.id and ${readers.text}))
      order by n.sent_at desc, n.id desc limit $2 offset $3) p
    cross join lateral (
      select count(*)::int as recipients, count(x.reached_at)::int as reached,
        count(*) filter (where x.answer = 'yes')::int as yes, count(*) filter (where x.answer = 'no')::int as no
      from (
        select r.reached_at, r.answer from message_recipient r
        where r.county_id = $1 and r.message_id = p.id and not p."fromAbove"
        union all
        select r.reached_at, r.answer ${READERS}
        where r.county_id = $1 and r.message_id = p.id and p."fromAbove" and ${readers.text}) x) c
    order by p."sentAt" desc, p.id desc`
  type Row = HeadRow & ListCounts & { fromAbove: boolean; total: number }
  const rows = await tx.raw<Row>(nameOf('message-sent', text), text, [
    page.limit,
    page.offset,
    held.map(({ orgPath }) => orgPath),
    ...own.values,
  ])
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map((row) => {
      const { recipients, reached, yes, no, ...head } = row
      return { ...toHead(head), counts: { recipients, reached, yes, no } }
    }),
  }
}

/** A notice with its words; undefined where there is none. */
export async function findMessage(
  tx: CountyTx,
  messageId: string,
): Promise<(Head & { body: string }) | undefined> {
  const rows = await tx.raw<HeadRow & { body: string }>(
    'message-find',
    `select ${HEAD}, n.body from message n ${FROM_ORG} where n.county_id = $1 and n.id = $2`,
    [messageId],
  )
  return rows.map(toHead)[0]
}

export type DeliveryRow = {
  readonly memberId: string
  readonly name: string
  readonly orgName: string
  readonly path: string
  readonly phoneMask: string
  readonly channel: Channel | null
  readonly reachedAt: Date | null
  readonly reachedBy: string | null
  readonly helperName: string
  readonly answer: 'yes' | 'no' | null
  readonly answerNote: string
  readonly answeredBy: string | null
  readonly stopped: boolean
}

const SHOWN = {
  all: 'true',
  open: `r.reached_at is null and m.state = 'active'`,
  reached: 'r.reached_at is not null',
  yes: `r.answer = 'yes'`,
  no: `r.answer = 'no'`,
}

/** Readers of a notice within the caller's reach (all where the notice itself is), not reached first, then by branch and name. */
export async function listDelivery(
  tx: CountyTx,
  messageId: string,
  access: Access | 'all',
  page: { show: keyof typeof SHOWN; offset: number; limit: number },
): Promise<DeliveryRow[]> {
  const within =
    access === 'all'
      ? { text: 'true', values: [] }
      : access.withinText('message.read-delivery', { path: 'o.path' }, 5)
  const text = `
    select m.id as "memberId", m.name, o.name as "orgName", o.path::text as path, m.phone_mask as "phoneMask", r.channel,
      r.reached_at as "reachedAt", r.reached_by as "reachedBy", r.helper_name as "helperName", r.answer,
      r.answer_note as "answerNote", r.answered_by as "answeredBy", m.state <> 'active' as stopped
    ${READERS} where r.county_id = $1 and r.message_id = $2 and ${within.text} and ${SHOWN[page.show]}
    order by r.reached_at is null desc, o.path, m.name_order, m.id limit $3 offset $4`
  return await tx.raw<DeliveryRow>(nameOf('message-delivery', text), text, [
    messageId,
    page.limit,
    page.offset,
    ...within.values,
  ])
}

export type Counts = ListCounts & {
  /** Not reached and still to be told. */
  readonly open: number
  /** Not reached and no longer to be told. */
  readonly stopped: number
}

const COUNTS = `count(*)::int as recipients, count(r.reached_at)::int as reached,
  count(*) filter (where r.reached_at is null and m.state = 'active')::int as open,
  count(*) filter (where r.reached_at is null and m.state <> 'active')::int as stopped,
  count(*) filter (where r.answer = 'yes')::int as yes, count(*) filter (where r.answer = 'no')::int as no`

export type Delivery = Counts & { readonly byChannel: Readonly<Record<Channel, number>> }

/** How many readers within reach were reached, and by which channel. */
export async function countDelivery(
  tx: CountyTx,
  messageId: string,
  access: Access | 'all',
): Promise<Delivery> {
  const within =
    access === 'all'
      ? { text: 'true', values: [] }
      : access.withinText('message.read-delivery', { path: 'o.path' }, 3)
  const text = `select ${COUNTS}, json_build_object(
      'screen', count(*) filter (where r.channel = 'screen'), 'phone', count(*) filter (where r.channel = 'phone'),
      'helper', count(*) filter (where r.channel = 'helper'), 'paper', count(*) filter (where r.channel = 'paper'),
      'board', count(*) filter (where r.channel = 'board')) as "byChannel"
    ${READERS} where r.county_id = $1 and r.message_id = $2 and ${within.text}`
  const [row] = await tx.raw<Delivery>(nameOf('message-counts', text), text, [messageId, ...within.values])
  if (row === undefined) throw new Error('An aggregate answers with one row')
  return row
}

export type Recording = {
  readonly channel: Channel
  readonly helperName: string
  readonly answer: 'yes' | 'no' | null
  readonly note: string
  readonly by: string
  readonly at: Date
}

/** The readers named, locked in one order, with where they belong now. */
export async function lockReaders(
  tx: CountyTx,
  messageId: string,
  memberIds: readonly string[],
): Promise<{ memberId: string; path: string; isReached: boolean; stopped: boolean }[]> {
  return await tx.raw(
    'message-readers-lock',
    `select r.member_id as "memberId", o.path::text as path, r.reached_at is not null as "isReached",
       m.state <> 'active' as stopped
     ${READERS} where r.county_id = $1 and r.message_id = $2 and r.member_id = any($3::uuid[])
     order by r.member_id for update of r`,
    [messageId, memberIds],
  )
}

/** Records that readers were reached. Who was reached before keeps the first record; a new answer takes the place of the last. */
export async function saveReached(
  tx: CountyTx,
  messageId: string,
  memberIds: readonly string[],
  { channel, helperName, answer, note, by, at }: Recording,
): Promise<void> {
  await tx.raw(
    'message-reached',
    `update message_recipient set
       helper_name = case when reached_at is null then $8 else helper_name end,
       channel = coalesce(channel, $4), reached_by = coalesce(reached_by, $6), reached_at = coalesce(reached_at, $5),
       answer = coalesce($7, answer), answer_channel = case when $7 is null then answer_channel else $4 end,
       answer_note = case when $7 is null then answer_note else $9 end,
       answered_at = case when $7 is null then answered_at else $5 end,
       answered_by = case when $7 is null then answered_by when $8 = '' then $6 else $8 end
     where county_id = $1 and message_id = $2 and member_id = any($3::uuid[])`,
    [messageId, memberIds, channel, at, by, answer, helperName, note],
  )
}
