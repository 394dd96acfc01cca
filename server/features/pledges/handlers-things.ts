import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { closeThing, type NewThing, openThing } from '#features/messages/queries.ts'
import type { Context } from '#platform/context.ts'
import { countWaitingAt } from './queries-comment.ts'
import type { PledgeColumns } from './queries-row.ts'
import { countWaitingPledges, findAccountOf, listReadersAbove } from './queries-things.ts'

/** Minutes each usually takes; the burden meter adds them up. */
const MINUTES = { read: 3, mend: 3, confirm: 1, comment: 2, answer: 2 }

type About = Pick<PledgeColumns, 'id' | 'orgId' | 'orgName' | 'path' | 'memberId' | 'name' | 'text'>

const keys = {
  read: (orgId: string) => `pledges-read-${orgId}`,
  above: (orgId: string, accountId: string) => `pledges-above-${orgId}-${accountId}`,
  mend: (pledgeId: string) => `pledge-mend-${pledgeId}`,
  confirm: (pledgeId: string) => `pledge-confirm-${pledgeId}`,
  comments: (orgId: string) => `pledge-comments-${orgId}`,
  answer: (pledgeId: string) => `pledge-answer-${pledgeId}`,
  window: (memberId: string, year: number) => `pledge-window-${memberId}-${year}`,
}
export const windowKey = keys.window

function thing(ctx: Context, about: About) {
  return {
    id: ctx.newId(),
    orgId: about.orgId,
    askedBy: ctx.actor.name,
    openedAt: ctx.now,
    dueOn: null,
    facts: { org: about.orgName, name: about.name, text: about.text.slice(0, 40) },
    subjectId: about.id,
  }
}

/** Somebody is to read a pledge: in the branch, or above it where it is of an organisation or of one who reads there. */
export async function openToRead(ctx: Context, row: About, reads: boolean): Promise<void> {
  if (row.memberId !== null) await openThing(ctx.tx, toReadThing(ctx, row))
  if (row.memberId !== null && !reads) return
  const base = { ...thing(ctx, row), minutes: MINUTES.read, subjectId: row.orgId }
  for (const accountId of await listReadersAbove(ctx.tx, row.path, ctx.actor.accountId, ctx.today)) {
    const key = keys.above(row.orgId, accountId)
    await openThing(ctx.tx, {
      ...base,
      id: ctx.newId(),
      key,
      kind: 'pledge.to-read-above',
      to: { accountId },
    })
  }
}

/** What asks somebody of the branch to read. */
export function toReadThing(ctx: Context, row: About): NewThing {
  const to = { permission: 'pledge.review' } as const
  const base = { ...thing(ctx, row), minutes: MINUTES.read, subjectId: row.orgId }
  return { ...base, key: keys.read(row.orgId), kind: 'pledge.to-read', to }
}

/** Closes what asked to read once nothing of the organisation waits any more. */
export async function closeToRead(ctx: Context, row: About): Promise<void> {
  const waiting = await countWaitingPledges(ctx.tx, row.orgId)
  if (waiting.ofMembers === 0) await closeThing(ctx.tx, keys.read(row.orgId), ctx.actor, ctx.now)
  if (waiting.above > 0) return
  for (const key of waiting.aboveKeys) await closeThing(ctx.tx, key, ctx.actor, ctx.now)
}

/** The member is to mend a returned pledge; without account there is nobody to ask on a screen. */
export async function openToMend(ctx: Context, row: About): Promise<void> {
  await openForMember(ctx, row, keys.mend(row.id), 'pledge.mend', MINUTES.mend)
}
export async function closeToMend(ctx: Context, pledgeId: string): Promise<void> {
  await closeThing(ctx.tx, keys.mend(pledgeId), ctx.actor, ctx.now)
}

/** The member is to confirm what another person wrote down. */
export async function openToConfirm(ctx: Context, row: About): Promise<void> {
  await openForMember(ctx, row, keys.confirm(row.id), 'pledge.confirm', MINUTES.confirm)
}
export async function closeToConfirm(ctx: Context, pledgeId: string): Promise<void> {
  await closeThing(ctx.tx, keys.confirm(pledgeId), ctx.actor, ctx.now)
}

/** A comment was shown: the one it is about may answer. */
export async function openToAnswer(ctx: Context, row: About): Promise<void> {
  await openForMember(ctx, row, keys.answer(row.id), 'pledge-comment.to-answer', MINUTES.answer)
}
export async function closeToAnswer(ctx: Context, pledgeId: string): Promise<void> {
  await closeThing(ctx.tx, keys.answer(pledgeId), ctx.actor, ctx.now)
}

async function openForMember(
  ctx: Context,
  row: About,
  key: string,
  kind: string,
  minutes: number,
  dueOn: PlainDate | null = null,
): Promise<void> {
  const accountId = row.memberId === null ? undefined : await findAccountOf(ctx.tx, row.memberId)
  if (accountId === undefined || accountId === ctx.actor.accountId) return
  await openThing(ctx.tx, { ...thing(ctx, row), key, kind, to: { accountId }, minutes, dueOn })
}

/** Somebody of the branch is to read a comment of the public, or one that was reported. */
export async function openCommentToRead(ctx: Context, row: About): Promise<void> {
  await openThing(ctx.tx, {
    ...thing(ctx, row),
    subjectId: row.orgId,
    askedBy: '',
    key: keys.comments(row.orgId),
    kind: 'pledge-comment.to-read',
    to: { permission: 'pledge-comment.read' },
    minutes: MINUTES.comment,
  })
}
export async function closeCommentToRead(ctx: Context, orgId: string): Promise<void> {
  if ((await countWaitingAt(ctx.tx, orgId)) > 0) return
  await closeThing(ctx.tx, keys.comments(orgId), ctx.actor, ctx.now)
}
