import type { HandOver } from '@steward/domain/outcomes/discipline.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { nameOf } from '#features/organisation/queries.ts'
import type { Context } from '#platform/context.ts'
import { withinReadersText } from './queries-reader.ts'

/** Keeps that a matter was handed over; false where the same letter was recorded before. */
export async function insertHandOver(
  { tx, now, actor }: Context,
  of: HandOver,
  more: { readonly orgId: string; readonly accountId: string },
): Promise<boolean> {
  const inserted = await tx
    .insert('hand_over', {
      ...{
        id: of.id,
        member_id: of.memberId,
        party_org_id: more.orgId,
        to_whom: of.to,
        document: of.document.trim(),
      },
      ...{
        handed_on: of.on,
        recorded_by: actor.name,
        recorded_by_account_id: more.accountId,
        recorded_at: now,
      },
    })
    .onConflict((on) => on.columns(['county_id', 'member_id', 'document']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export type HandOverRow = {
  readonly id: string
  readonly memberId: string
  readonly memberName: string
  readonly orgName: string
  readonly orgPath: string
  readonly to: 'discipline' | 'law'
  readonly document: string
  readonly on: PlainDate
  readonly by: string
}

/** Hand-overs the caller may read, newest first. */
export async function listHandOverRows(
  context: Context,
  after: string | null,
  limit: number,
): Promise<HandOverRow[]> {
  const readers = withinReadersText(
    context,
    { kind: 'handOver', handles: 'sanction.read' },
    { id: 'h.id', memberId: 'h.member_id', path: 'o.path' },
    4,
  )
  const text = `select h.id, h.member_id as "memberId", m.name as "memberName", o.name as "orgName", o.path::text as "orgPath",
      h.to_whom as "to", h.document, h.handed_on as on, h.recorded_by as by
    from hand_over h join member m on m.county_id = h.county_id and m.id = h.member_id
    join party_org o on o.county_id = h.county_id and o.id = h.party_org_id
    where h.county_id = $1 and ($2::uuid is null or h.id < $2) and ${readers.text} order by h.id desc limit $3`
  return await context.tx.raw<HandOverRow>(nameOf('hand-over-list', text), text, [
    after,
    limit,
    ...readers.values,
  ])
}
