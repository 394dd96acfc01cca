import { agree, type Decision, refuse } from '@steward/domain/shared/decision.ts'
import type { Access } from '#platform/access.ts'
import type { Context } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { lockPledge } from './queries-pledge.ts'
import type { PledgeColumns } from './queries-row.ts'

/** The pledge of an operation, locked; unknown is `not-found`. */
export async function lockOne(ctx: Context, pledgeId: string): Promise<PledgeColumns> {
  return (await lockPledge(ctx.tx, pledgeId)) ?? problem('not-found')
}

/** Whether the caller writes this pledge: the own one, one of an organisation, or one written down for a member. */
export function mayWrite({ access, actor }: Context, row: PledgeColumns): boolean {
  if (row.memberId === null) return access.can('pledge.write-org', { path: row.path })
  if (row.memberId === actor.memberId) return access.can('pledge.write', { memberId: row.memberId })
  const entered = row.entry === 'secretary' || row.entry === 'helper'
  return entered && access.can('pledge.enter', { path: row.path })
}

/** The same or 404: whether somebody drafts a pledge is nobody else's business. */
export function demandWrite(ctx: Context, row: PledgeColumns): void {
  if (!mayWrite(ctx, row)) problem('not-found')
}

/** Whether the caller reads pledges like this one for the organisation; who the own one is, the rule decides. */
export function mayReview(access: Access, row: PledgeColumns): boolean {
  const inside = row.memberId !== null && access.can('pledge.review', { path: row.path })
  return inside || access.can('pledge.review-above', { path: row.path })
}

/** Drafts are seen by those who write them; handed in, by those who follow; published, by the branch. */
export function maySee(ctx: Context, row: PledgeColumns): boolean {
  const { access } = ctx
  if (mayWrite(ctx, row)) return true
  if (row.state === 'drafted' || row.state === 'withdrawn') return false
  const target = { path: row.path }
  if (row.publishedOn !== null && access.can('pledge.read', target)) return true
  return access.can('pledge.follow', target) || mayReview(access, row)
}

/** Refuses to write upon what another page has changed meanwhile; `revision` is the one that was read. */
export function checkRevision(
  row: PledgeColumns,
  revision: number,
): Decision<true, 'pledge-changed-elsewhere'> {
  return row.revision === revision
    ? agree(true)
    : refuse('pledge-changed-elsewhere', { revision: row.revision })
}
