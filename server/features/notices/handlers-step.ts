import {
  checkNotice as check,
  leastWorkingDays,
  postNotice as post,
  settleNotice as settle,
} from '@steward/domain/notices/notice.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { workingDaysAfter } from '#features/organisation/queries-calendar.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { findingsOf } from './handlers-look.ts'
import { checkNotice, interruptNotice, postNotice, settleNotice } from './operations-notice.ts'
import type { NoticeMoved } from './queries-door.ts'
import { insertMove } from './queries-move.ts'
import { type KeptNotice, listRows, lockNotice, saveNotice } from './queries-notice.ts'
import { closeNoticeThings, countObjectionsOf, interruptNoticeFor, openNoticeThing } from './queries.ts'

/** The notice, locked, for somebody who may take this step for its organisation. */
async function lockFor(
  { tx, access }: Context,
  noticeId: string,
  permission: 'notice.check' | 'notice.approve',
): Promise<KeptNotice> {
  const kept = (await lockNotice(tx, noticeId)) ?? problem('not-found')
  access.demandHidden(permission, { path: kept.orgPath })
  return kept
}

const checkIt = handle(checkNotice, async (context, { noticeId, revision, enclosesEvidence }) => {
  const { tx, actor, today } = context
  const kept = await lockFor(context, noticeId, 'notice.check')
  if (kept.revision !== revision) return refuse('notice-changed-since')
  const findings = findingsOf(kept, await listRows(tx, noticeId))
  const by = actor.accountId ?? problem('forbidden')
  const decision = check(kept.notice, { by, on: today }, { findings, enclosesEvidence })
  if (!decision.ok) return decision
  const checked: KeptNotice = {
    ...kept,
    notice: decision.value,
    accuracyByName: actor.name,
    privacyByName: actor.name,
  }
  const next = await saveNotice(tx, checked)
  await insertMove(context, noticeId, 'check')
  await closeNoticeThings(context, noticeId, ['check'])
  await openNoticeThing(context, checked, 'post')
  context.note({ noticeId })
  return agree({ revision: next })
})

const postIt = (onMoved: NoticeMoved) =>
  handle(postNotice, async (context, { noticeId, revision }) => {
    const { tx, actor, today } = context
    const kept = await lockFor(context, noticeId, 'notice.approve')
    if (kept.revision !== revision) return refuse('notice-changed-since')
    const by = actor.accountId ?? problem('forbidden')
    const { workingDays } = kept.notice
    const { calendar } = await workingDaysAfter(tx, today, Math.max(workingDays, leastWorkingDays))
    const decision = post(kept.notice, by, calendar, today)
    if (!decision.ok) return decision
    const posted: KeptNotice = { ...kept, notice: decision.value, approvedByName: actor.name }
    await saveNotice(tx, posted)
    await insertMove(context, noticeId, 'post')
    await closeNoticeThings(context, noticeId, ['post'])
    await onMoved(context, posted, 'post')
    const { endsOn, postings } = decision.value
    context.note({ noticeId, endsOn, postings })
    return agree({ endsOn: endsOn ?? today, postings })
  })

const takeDown = (onMoved: NoticeMoved) =>
  handle(interruptNotice, async (context, { noticeId, reason }) => {
    await lockFor(context, noticeId, 'notice.approve')
    const down = await interruptNoticeFor(context, noticeId, reason)
    if (!down.ok) return down
    await onMoved(context, down.value, 'interrupt')
    context.note({ noticeId, reason })
    return agree({})
  })

const settleIt = (onMoved: NoticeMoved) =>
  handle(settleNotice, async (context, { noticeId, result }) => {
    const { tx, today } = context
    const kept = await lockFor(context, noticeId, 'notice.approve')
    const { open } = await countObjectionsOf(tx, noticeId)
    const decision = settle(kept.notice, result, { openObjections: open })
    if (!decision.ok) return decision
    const settled: KeptNotice = { ...kept, notice: decision.value, settledOn: today }
    await saveNotice(tx, settled)
    await insertMove(context, noticeId, 'settle', result)
    await closeNoticeThings(context, noticeId, ['settle'])
    await onMoved(context, settled, 'settle')
    context.note({ noticeId })
    return agree({})
  })

export const stepHandlers = (onMoved: NoticeMoved): readonly Handled[] => [
  checkIt,
  postIt(onMoved),
  takeDown(onMoved),
  settleIt(onMoved),
]
