import * as rules from '@steward/domain/pledges/pledge-comment.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { maySee } from './handlers-locking.ts'
import { toComment } from './handlers-show.ts'
import { closeCommentToRead, closeToAnswer, openCommentToRead, openToAnswer } from './handlers-things.ts'
import * as operations from './operations-comment.ts'
import {
  type CommentColumns,
  insertComment,
  listWaiting,
  lockComment,
  saveAnswered,
  saveRead,
} from './queries-comment.ts'
import { findPledge } from './queries-pledge.ts'
import { type PledgeColumns, toPledge } from './queries-row.ts'

function toRules(comment: CommentColumns): rules.PledgeComment {
  const { id, pledgeId, memberId, text, saidOn, state, heldFor, answer, reported } = comment
  const author = memberId === null ? ({ kind: 'public' } as const) : ({ kind: 'member', memberId } as const)
  return { id, pledgeId, author, text, saidOn, state, heldFor, answer, reported }
}

/** A comment, locked, with its pledge. */
async function lockWithPledge(ctx: Context, commentId: string): Promise<[CommentColumns, PledgeColumns]> {
  const comment = (await lockComment(ctx.tx, commentId)) ?? problem('not-found')
  const row = (await findPledge(ctx.tx, comment.pledgeId)) ?? problem('not-found')
  return [comment, row]
}

const say = handle(operations.sayOnPledge, async (ctx, { pledgeId, text }) => {
  const memberId = ctx.actor.memberId ?? problem('not-found')
  const row = (await findPledge(ctx.tx, pledgeId)) ?? problem('not-found')
  if (!maySee(ctx, row)) problem('not-found')
  ctx.access.demandHidden('pledge-comment.say', { path: row.path })
  const said = { id: ctx.newId(), author: { kind: 'member' as const, memberId }, text }
  const decision = rules.sayOnPledge(said, toPledge(row), ctx.today)
  if (!decision.ok) return decision
  await insertComment(ctx, decision.value)
  await openToAnswer(ctx, row)
  ctx.note({ pledgeId, orgId: row.orgId })
  return agree({ commentId: said.id })
})

const waiting = handle(operations.listWaitingComments, async (ctx, { limit }) => {
  ctx.access.demandSomewhere('pledge-comment.read')
  const { rows, total } = await listWaiting(ctx.tx, ctx.access, limit)
  return agree({
    rows: rows.map(({ subjectId, pledgeText, name, orgName, ...comment }) => ({
      ...toComment(comment),
      ...{ pledgeText, name, orgName },
      barred: subjectId !== null && subjectId === ctx.actor.memberId,
    })),
    total,
  })
})

const read = handle(operations.readComment, async (ctx, { commentId, hold }) => {
  const [comment, row] = await lockWithPledge(ctx, commentId)
  ctx.access.demandHidden('pledge-comment.read', { path: row.path })
  const reading = { hold, byMemberId: ctx.actor.memberId }
  const decision = rules.readComment(toRules(comment), reading, toPledge(row))
  if (!decision.ok) return decision
  await saveRead(ctx, decision.value)
  await closeCommentToRead(ctx, row.orgId)
  if (hold === null && comment.answer === null) await openToAnswer(ctx, row)
  ctx.note({ commentId, pledgeId: row.id, held: hold })
  return agree({ state: hold === null ? ('shown' as const) : ('held' as const) })
})

const answer = handle(operations.answerComment, async (ctx, { commentId, answer: words, report }) => {
  const [comment, row] = await lockWithPledge(ctx, commentId)
  if (!maySee(ctx, row)) problem('not-found')
  const forOrg = row.memberId === null && ctx.access.can('pledge.write-org', { path: row.path })
  const said = { byMemberId: ctx.actor.memberId, answer: words, report, forOrg }
  const decision = rules.answerComment(toRules(comment), said, toPledge(row))
  if (!decision.ok) return decision
  await saveAnswered(ctx, decision.value, words !== null)
  if (words !== null && row.unanswered <= 1) await closeToAnswer(ctx, row.id)
  if (report) await openCommentToRead(ctx, row)
  ctx.note({ commentId, pledgeId: row.id, report })
  return agree({ answered: words !== null, reported: report })
})

export const commentHandlers: readonly Handled[] = [say, waiting, read, answer]
