import { openThing } from '#features/messages/queries.ts'
import type { NoticeMoved } from '#features/notices/queries-door.ts'
import { saveMoves } from './queries-month.ts'
import { lockMonth } from './queries-month-move.ts'
import { readMonthSource } from './queries-month-notice.ts'

const MINUTES = 1

/** A month follows the notice it stands on: one that is dropped opens the review again, one that has run asks for closing. */
export const monthFollowsNotice: NoticeMoved = async (context, kept, move) => {
  if (kept.source.kind !== 'pointsMonth' || (move !== 'drop' && move !== 'end')) return
  const of = readMonthSource(kept.source.id)
  if (of === undefined) return
  const { orgId, month } = of
  const row = await lockMonth(context, orgId, month)
  if (row?.noticeId !== kept.notice.id || row.state !== 'publishing') return
  const { tx, actor, now } = context
  if (move === 'drop') {
    const back = { orgId, month, from: row.state, to: 'reviewing' as const, noticeId: null, rootSize: null }
    await saveMoves(tx, [{ ...back, reason: '公示撤销' }], actor, { now, newId: () => context.newId() })
    return
  }
  await openThing(tx, {
    id: context.newId(),
    key: `points-month-${orgId}-${month}`,
    kind: 'points-month.close',
    to: { permission: 'points-month.move' },
    orgId,
    facts: { month, org: row.orgName },
    dueOn: null,
    minutes: MINUTES,
    askedBy: '',
    subjectId: orgId,
    openedAt: now,
  })
}
