import type { RecordedUse } from '@steward/domain/outcomes/outcome-use.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Context } from '#platform/context.ts'

/** Whoever was confirmed as reserve stands on its list from then on (S-219, S-220); who stands there already stays. */
export async function openReservePlaces(context: Context, uses: readonly RecordedUse[]): Promise<void> {
  const { tx, actor, now, newId } = context
  const rows = uses
    .filter(({ use }) => use === 'reserve' || use === 'reserveFirst')
    .map((use) => ({
      ...{ id: newId(), member_id: use.memberId, use_id: use.id, from_on: use.decidedOn ?? context.today },
      ...{
        document: use.document ?? '',
        recorded_by: actor.name,
        recorded_by_account_id: use.decidedBy ?? '',
      },
      recorded_at: now,
    }))
  if (rows.length === 0) return
  await tx
    .insert('reserve_place', rows)
    .onConflict((on) => on.columns(['county_id', 'member_id']).where('ended_on', 'is', null).doNothing())
    .execute()
}

/** The place ends with the decision that takes it (S-225). */
export async function endReservePlace(
  { tx }: Context,
  use: Pick<RecordedUse, 'id' | 'memberId'>,
  on: PlainDate,
  document: string,
): Promise<void> {
  await tx
    .update('reserve_place')
    .set({ ended_on: on, ended_document: document, ended_use_id: use.id })
    .where('member_id', '=', use.memberId)
    .where('ended_on', 'is', null)
    .execute()
}
