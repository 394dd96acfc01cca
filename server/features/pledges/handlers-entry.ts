import { checkEntry } from '@steward/domain/pledges/pledge-entry.ts'
import * as rules from '@steward/domain/pledges/pledge.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { yearOf } from '@steward/domain/shared/plain-date.ts'
import { handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { findFile } from '#features/files/queries.ts'
import { aidsOf, emptyPledge, windowEnd } from './handlers-own.ts'
import { openToConfirm, openToRead } from './handlers-things.ts'
import { enterPledge, listWhom } from './operations-own.ts'
import * as branch from './queries-branch.ts'
import { insertPledge } from './queries-pledge.ts'
import { isPlanItemOf } from './queries-plan.ts'
import { toPledge } from './queries-row.ts'

const whom = handle(listWhom, async (ctx, { orgId, year }) => {
  const { tx, access, actor, today } = ctx
  const own = orgId === null ? (actor.roles[0]?.orgId ?? problem('not-found')) : orgId
  const place = (await branch.findPlace(tx, own, today)) ?? problem('not-found')
  const target = { path: place.path }
  const enters = access.can('pledge.enter', target)
  if (!enters) access.demandHidden('pledge.help', target)
  const rows = await branch.listWhom(tx, place.id, { year, but: actor.memberId })
  const as: 'helper' | 'secretary' = enters ? 'secretary' : 'helper'
  // How many somebody has handed in is for those who follow, not for every fellow member.
  const shown = rows.map((row) => ({ ...row, pledges: enters ? row.pledges : 0 }))
  return agree({ rows: shown, as, aids: await aidsOf(ctx, place, year) })
})

const enter = handle(enterPledge, async (ctx, { memberId, consentOn, consentHow, paperFileId, ...input }) => {
  const { tx, access, actor, today } = ctx
  const place = (await branch.findPlaceOfMember(tx, memberId, today)) ?? problem('not-found')
  const target = { path: place.path }
  const enters = access.can('pledge.enter', target)
  if (!enters) access.demandHidden('pledge.help', target)
  const { isOnRoll } = place
  const entry = checkEntry({ memberId, byMemberId: actor.memberId, isOnRoll, consentOn }, today)
  if (!entry.ok) return entry
  const { text, fields, period, planItemId, skill } = input
  const empty = emptyPledge(ctx, place, memberId, place.memberName, period)
  const written = rules.writePledge(toPledge(empty), { text, fields, period }, memberId)
  if (!written.ok) return written
  const windowUntil = windowEnd(place, period)
  const sent = rules.submitPledge({ ...written.value, planItemId }, memberId, { today, windowUntil })
  if (!sent.ok) return sent
  const year = period.kind === 'month' ? yearOf(period.month) : period.year
  if (planItemId !== null && !(await isPlanItemOf(tx, planItemId, place.id, year)))
    return refuse('plan-item-elsewhere')
  if (paperFileId !== null) {
    const paper = await findFile(tx, paperFileId)
    if (paper === undefined || !access.can('pledge.enter', { path: paper.path }))
      return refuse('pledge-paper-unknown')
  }
  const made = { pledge: sent.value, skill, consentOn, consentHow, paperFileId }
  await insertPledge(ctx, { ...made, entry: enters ? 'secretary' : 'helper' })
  await openToRead(ctx, { ...empty, text: sent.value.text }, false)
  await openToConfirm(ctx, { ...empty, text: sent.value.text })
  ctx.note({ pledgeId: empty.id, orgId: place.id, memberId, consentHow })
  return agree({ pledgeId: empty.id, late: sent.value.late })
})

export const entryHandlers: readonly Handled[] = [whom, enter]
