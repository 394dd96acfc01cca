import { endNotice } from '@steward/domain/notices/notice.ts'
import { openThing } from '#features/messages/queries.ts'
import type { Context } from '#platform/context.ts'
import { defineJob, type Job, type Recurring } from '#platform/jobs.ts'
import { z } from 'zod'
import type { NoticeMoved } from './queries-door.ts'
import { listOver } from './queries-list.ts'
import { insertMove } from './queries-move.ts'
import { lockNotice, saveNotice } from './queries-notice.ts'
import { listOverdue } from './queries-queue.ts'
import { openNoticeThing } from './queries.ts'

const OVERDUE_MINUTES = 3

/** Closes one notice whose term is over; one that was taken down meanwhile stays as it is. */
async function endOne(context: Context, onMoved: NoticeMoved, noticeId: string): Promise<void> {
  const kept = await lockNotice(context.tx, noticeId)
  const decision = kept && endNotice(kept.notice, context.today)
  if (kept === undefined || decision?.ok !== true) return
  const ended = { ...kept, notice: decision.value }
  await saveNotice(context.tx, ended)
  await insertMove(context, noticeId, 'end')
  await openNoticeThing(context, ended, 'settle')
  await onMoved(context, ended, 'end')
}

/** Lists unanswered objections one level up, without a word on who objected. */
async function tellAbove(context: Context): Promise<void> {
  const { tx, now, today } = context
  for (const { id, stage, dueOn, orgName, tellOrgId } of await listOverdue(tx, today)) {
    await openThing(tx, {
      ...{ id: context.newId(), key: `objection-overdue-${stage}-${id}`, kind: 'objection.overdue', dueOn },
      ...{ to: { permission: 'notice.attend' }, orgId: tellOrgId, facts: { org: orgName }, askedBy: '' },
      ...{ minutes: OVERDUE_MINUTES, subjectId: id, openedAt: now },
    })
  }
}

/** The daily look: terms that are over, answers that are late. Twice on one day changes nothing. */
export function noticeJobs(doors: { readonly onMoved: NoticeMoved }): {
  readonly jobs: readonly Job[]
  readonly recurring: readonly Recurring[]
} {
  const daily = defineJob({
    name: 'notices-daily',
    payload: z.object({}),
    transaction: false,
    async run(context) {
      const over = await context.inTransaction(({ tx, today }) => listOver(tx, today))
      for (const [done, noticeId] of over.entries()) {
        await context.inTransaction((inner) => endOne(inner, doors.onMoved, noticeId))
        if (done % 50 === 49) await context.progress(done + 1, over.length)
      }
      await context.inTransaction(tellAbove)
    },
  })
  return {
    jobs: [daily],
    recurring: [
      {
        job: daily,
        cron: '5 16 * * *',
        why: 'Pages close by themselves the day after their last one (R-280), and answers that are late are listed one level up (R-216).',
      },
    ],
  }
}
