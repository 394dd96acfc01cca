import type { AnswerChannel, AnswerKind, Asked } from '@steward/domain/messages/message.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'
import { FROM_ORG, HEAD, type Head, toHead } from './queries-delivery.ts'

type HeadRow = Omit<Head, 'asked'> & { answerKind: AnswerKind | null; answerDueOn: PlainDate | null }

export type Received = Head & { readonly readAt: Date | null; readonly answer: 'yes' | 'no' | null }

const MINE = `from message_recipient r join message n on n.county_id = r.county_id and n.id = r.message_id ${FROM_ORG}
  join member m on m.county_id = r.county_id and m.id = r.member_id and m.state <> 'deceased'
  where r.county_id = $1 and r.member_id = $2 and n.deliver_at <= $3`

/** Notices of a member that have been delivered, newest first; none for the dead. */
export async function listReceived(
  tx: CountyTx,
  memberId: string,
  now: Date,
  page: { offset: number; limit: number },
): Promise<{ rows: (Received & { start: string })[]; total: number; unread: number }> {
  const [counted] = await tx.raw<{ total: number; unread: number }>(
    'inbox-count',
    `select count(*)::int as total, count(*) filter (where r.reached_at is null)::int as unread ${MINE}`,
    [memberId, now],
  )
  const rows = await tx.raw<HeadRow & { readAt: Date | null; answer: 'yes' | 'no' | null; start: string }>(
    'inbox-list',
    `select ${HEAD}, left(n.body, 60) as start, r.reached_at as "readAt", r.answer ${MINE}
     order by n.deliver_at desc, n.id desc limit $4 offset $5`,
    [memberId, now, page.limit, page.offset],
  )
  return { rows: rows.map(toHead), total: counted?.total ?? 0, unread: counted?.unread ?? 0 }
}

export type ReceivedInFull = Received & {
  readonly body: string
  readonly answerNote: string
  readonly answeredAt: Date | null
  readonly answeredBy: string | null
  readonly answerChannel: AnswerChannel | null
}

/** One notice of a member in full; undefined where it did not go to the member or is not delivered yet. */
export async function findReceived(
  tx: CountyTx,
  memberId: string,
  messageId: string,
  now: Date,
): Promise<ReceivedInFull | undefined> {
  type Row = HeadRow & Omit<ReceivedInFull, keyof Head>
  const rows = await tx.raw<Row>(
    'inbox-show',
    `select ${HEAD}, n.body, r.reached_at as "readAt", r.answer, r.answer_note as "answerNote",
       r.answered_at as "answeredAt", r.answered_by as "answeredBy", r.answer_channel as "answerChannel" ${MINE} and n.id = $4`,
    [memberId, now, messageId],
  )
  return rows.map(toHead)[0]
}

/** The member's own row of a delivered notice, locked; undefined where there is none. */
export async function lockReceived(
  tx: CountyTx,
  memberId: string,
  messageId: string,
  now: Date,
): Promise<{ asked: Asked | null; readAt: Date | null } | undefined> {
  const rows = await tx.raw<HeadRow & { readAt: Date | null }>(
    'inbox-lock',
    `select ${HEAD}, r.reached_at as "readAt" ${MINE} and n.id = $4 for update of r`,
    [memberId, now, messageId],
  )
  return rows.map(toHead)[0]
}
