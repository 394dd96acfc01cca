import { isOwnPledge } from '@steward/domain/pledges/pledge.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { maySee, mayReview, mayWrite } from './handlers-locking.ts'
import { showPledge } from './operations-own.ts'
import { type CommentColumns, listComments } from './queries-comment.ts'
import { findPledge } from './queries-pledge.ts'
import { type History, loadHistory } from './queries-review.ts'
import { type PledgeColumns, toPledge, toPledgeRow } from './queries-row.ts'

const show = handle(showPledge, async (ctx, { pledgeId }) => {
  const { tx, access, actor, today } = ctx
  const row = (await findPledge(tx, pledgeId)) ?? problem('not-found')
  if (!maySee(ctx, row)) problem('not-found')
  const mine = row.memberId !== null && row.memberId === actor.memberId
  const target = { path: row.path }
  const inside = mine || access.can('pledge.follow', target) || mayWrite(ctx, row) || mayReview(access, row)
  const readsComments = access.can('pledge-comment.read', target) && !mine
  const comments = await listComments(tx, [pledgeId], readsComments)
  // How it was read, given back and talked about stays between the member and those who read it.
  const history = inside ? await loadHistory(tx, pledgeId) : { moves: [], reviews: [], talks: [] }
  const pledge = toPledgeRow(row, today)
  return agree({
    pledge: inside ? pledge : { ...pledge, returns: [], toConfirm: false, behind: false },
    moves: history.moves.map(({ at, ...move }) => ({ ...move, at: new Date(at) })),
    reviews: history.reviews.map(toReview),
    talks: [...history.talks],
    comments: comments.map((comment) => toComment(comment)),
    paperFileId: inside ? row.paperFileId : null,
    may: mayOf(ctx, row, history),
    mine,
  })
})

function toReview({ at, ...review }: History['reviews'][number]) {
  const { decision, publicWish, strength, organisationNeed, concrete, comment, by } = review
  return { decision, publicWish, strength, organisationNeed, concrete, comment, by, at: new Date(at) }
}

/** What screens show of a comment. */
export function toComment(comment: CommentColumns) {
  const { id, pledgeId, by, text, saidOn, state, heldFor, answer, answeredBy, reported } = comment
  return { id, pledgeId, by, text, saidOn, state, heldFor, answer, answeredBy, reported }
}

/** What the caller may do with a pledge as it stands, by operation id. */
function mayOf(ctx: Context, row: PledgeColumns, history: History): string[] {
  const { access, actor } = ctx
  const target = { path: row.path }
  const who = { accountId: actor.accountId, memberId: actor.memberId }
  const own = isOwnPledge(toPledge(row).pledger, who)
  const mine = row.memberId !== null && row.memberId === actor.memberId
  const writes = mayWrite(ctx, row)
  const reads = mayReview(access, row) && !own
  const last = history.reviews.at(-1)
  const is = (...states: string[]) => states.includes(row.state)
  const may: [string, boolean][] = [
    ['pledge.write', writes && is('drafted', 'returned', 'toTalk')],
    ['pledge.submit', writes && is('drafted', 'returned')],
    ['pledge.withdraw', writes && is('drafted', 'submitted', 'returned', 'toTalk', 'accepted')],
    ['pledge.confirm', mine && row.toConfirm],
    ['pledge.accept', reads && is('submitted')],
    ['pledge.return', reads && is('submitted')],
    ['pledge.record-talk', reads && is('toTalk', 'submitted')],
    [
      'pledge.take-back',
      reads && is('accepted') && last?.decision === 'accepted' && last.accountId === actor.accountId,
    ],
    ['pledge.judge', !own && is('published') && access.can('pledge.judge', target)],
    ['pledge-comment.say', !mine && row.publishedOn !== null && access.can('pledge-comment.say', target)],
    ['pledge-comment.answer', mine || (row.memberId === null && access.can('pledge.write-org', target))],
    ['pledge-comment.read', !mine && access.can('pledge-comment.read', target)],
  ]
  return may.filter(([, allowed]) => allowed).map(([id]) => id)
}

export const showHandlers: readonly Handled[] = [show]
