import { isOnRoll } from '@steward/domain/members/member-state.ts'
import { endExemption, recordExemption } from '@steward/domain/schemes/exemption.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { authorOf } from './handlers-draft.ts'
import * as operations from './operations-exemption.ts'
import { findLastClosedMonth } from './queries-draft.ts'
import {
  insertExemption,
  listExemptions,
  lockExemption,
  lockForExemption,
  saveExemptionEnd,
} from './queries-exemption.ts'

const list = handle(operations.listExemptions, async (ctx, page) => {
  const { access } = ctx
  access.demandSomewhere('exemption.read')
  const { total, rows } = await listExemptions(ctx, page)
  return agree({
    total,
    rows: rows.map((row) => ({ ...row, may: access.may(['exemption.record'], { path: row.path }) })),
    may: ctx.actor.holdings.some(({ permission }) => permission === 'exemption.record')
      ? ['exemption.record']
      : [],
  })
})

const record = handle(operations.recordExemption, async (ctx, { memberId, ...decision }) => {
  const { tx, access, actor, today } = ctx
  const member = (await lockForExemption(tx, memberId)) ?? problem('not-found')
  access.demandHidden('member.read', { path: member.path, memberId })
  access.demand('exemption.record', { path: member.path })
  ctx.note({ memberId })
  if (actor.memberId === memberId) return refuse('exemption-own-file')
  if (!isOnRoll(member.state)) return refuse('exemption-member-closed', { state: member.state })
  const lastClosedMonth = await findLastClosedMonth(tx, member.orgId)
  const decided = recordExemption(decision, { today, earlier: member.earlier, lastClosedMonth })
  if (!decided.ok) return decided
  const id = ctx.newId()
  await insertExemption(tx, { ...decided.value, id, memberId }, authorOf(ctx))
  ctx.note({ exemptionId: id, fromOn: decision.fromOn })
  return agree({ exemptionId: id })
})

const end = handle(operations.endExemption, async (ctx, { exemptionId, untilOn }) => {
  const { tx, access, actor } = ctx
  const exemption = (await lockExemption(tx, exemptionId)) ?? problem('not-found')
  access.demandHidden('exemption.read', { path: exemption.path })
  access.demand('exemption.record', { path: exemption.path })
  ctx.note({ exemptionId, memberId: exemption.memberId })
  if (actor.memberId === exemption.memberId) return refuse('exemption-own-file')
  const lastClosedMonth = await findLastClosedMonth(tx, exemption.orgId)
  const decided = endExemption(exemption, untilOn, { lastClosedMonth })
  if (!decided.ok) return decided
  await saveExemptionEnd(tx, exemptionId, decided.value, authorOf(ctx))
  return agree({ exemptionId })
})

export const exemptionHandlers: readonly Handled[] = [list, record, end]
