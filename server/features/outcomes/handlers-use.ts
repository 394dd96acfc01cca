import { contentOf, closedBy } from '@steward/domain/outcomes/outcome-list.ts'
import { imposeLimit, usualLimitUntil } from '@steward/domain/outcomes/limit.ts'
import { checkGradeTold, limitOf } from '@steward/domain/outcomes/outcome-drafting.ts'
import { isAdverseKind } from '@steward/domain/outcomes/outcome-table.ts'
import {
  confirmAdverseUse,
  confirmUse,
  declineUse,
  type RecordedUse,
} from '@steward/domain/outcomes/outcome-use.ts'
import { agree, type Decision, refuse } from '@steward/domain/shared/decision.ts'
import { findCommitteeAbove } from '#features/appraisals/queries-above.ts'
import { findOrg } from '#features/organisation/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { confirmUses, declineUses, enterUse, listUses, showUse } from './operations-use.ts'
import { findHelpPlanOf } from './queries-help.ts'
import { findLimitOfUse, insertLimit, listLimitsInForce } from './queries-limit.ts'
import { demandReader, recordReading } from './queries-reader.ts'
import { endReservePlace, openReservePlaces } from './queries-reserve.ts'
import { countUses, findUse, type KeptUse, listUsesOf, lockUses, saveUses } from './queries-use.ts'
import { tellOutcome } from './handlers-things.ts'
import {
  deskNames,
  DESKS,
  isCadreMatter,
  limitLine,
  permissionFor,
  servedView,
  stepActor,
  useLine,
} from './handlers-use-shape.ts'

const listing = handle(listUses, async (context, input) => {
  const { tx, access } = context
  const org = (await findOrg(tx, input.orgId)) ?? problem('not-found')
  const target = { path: org.path }
  access.demandHidden('outcome.read', target)
  const of = { path: org.path, year: input.year }
  const content = input.list === null ? null : contentOf(input.list)
  const uses = input.use === null ? (content?.uses ?? null) : [input.use]
  const states = input.state === null ? (content?.states ?? null) : [input.state]
  const desks = input.mine ? deskNames.filter((desk) => access.may([DESKS[desk]], target).length > 0) : null
  const { total, rows } = await listUsesOf(
    context,
    { ...of, uses, states, desks, search: input.search },
    input,
  )
  return agree({
    org: { id: org.id, name: org.name },
    total,
    rows: rows.map((row) => useLine(context, row)),
    counts: await countUses(context, of),
  })
})

/** Cadre matters are read by the cadre section and the member; adverse ones of others are files whose reads are written (R-211, S-218). */
async function demandUse(context: Context, use: KeptUse): Promise<void> {
  const handles = isCadreMatter(use) ? ('cadre-list.read' as const) : ('outcome.read' as const)
  const file = { kind: 'use' as const, id: use.id, memberId: use.memberId, path: use.orgPath }
  const standing = await demandReader(context, { ...file, handles: [handles] })
  if (isAdverseKind(use.kind)) await recordReading(context, file, standing)
}

const showing = handle(showUse, async (context, { useId }) => {
  const { tx } = context
  const use = (await findUse(tx, useId)) ?? problem('not-found')
  await demandUse(context, use)
  const limit = limitOf(use.use) === undefined ? undefined : await findLimitOfUse(tx, useId)
  const plan = use.use === 'helpPlan' ? await findHelpPlanOf(tx, useId) : undefined
  return agree({
    ...useLine(context, use),
    served: servedView(use.served),
    limit: limit === undefined ? null : limitLine(context, limit),
    helpPlanId: plan?.id ?? null,
    appealTo: (await findCommitteeAbove(tx, use.orgPath)) ?? use.orgName,
  })
})

/** The uses of a command, locked, each within the caller's desk; one that may not even be seen is not there. */
async function lockDecidable(context: Context, ids: readonly string[]): Promise<KeptUse[]> {
  const uses = await lockUses(context.tx, [...new Set(ids)])
  if (uses.length !== new Set(ids).size) problem('not-found')
  for (const use of uses) {
    const target = { path: use.orgPath }
    context.access.demandHidden(isCadreMatter(use) ? 'cadre-list.read' : 'outcome.read', target)
    context.access.demand(permissionFor(use), target)
  }
  return uses
}

/** Puts a rule over every use; the first no says whose it is. */
function each<Code extends string>(
  uses: readonly KeptUse[],
  rule: (use: KeptUse) => Decision<RecordedUse, Code>,
): Decision<RecordedUse[], Code> {
  const done: RecordedUse[] = []
  for (const use of uses) {
    const decided = rule(use)
    if (!decided.ok) return refuse(decided.code, { name: use.memberName, ...decided.details })
    done.push(decided.value)
  }
  return agree(done)
}

const confirming = handle(confirmUses, async (context, { useIds, document }) => {
  const { tx, today } = context
  const uses = await lockDecidable(context, useIds)
  const limits = await listLimitsInForce(
    tx,
    uses.map(({ memberId }) => memberId),
    today,
  )
  const by = stepActor(context)
  const confirmed = each(uses, (use) => {
    if (use.use === 'helpPlan') return refuse('outcome-help-needs-plan')
    const closed = closedBy(use.use)
    const limit = limits.find(({ memberId, kind }) => memberId === use.memberId && kind === closed)
    if (limit !== undefined) return refuse('outcome-limited', { until: limit.until, kind: limit.kind })
    return confirmUse(use, by, document, today)
  })
  if (!confirmed.ok) return confirmed
  await saveUses(context, confirmed.value)
  await openReservePlaces(context, confirmed.value)
  context.note({ useIds, document })
  return agree({ confirmed: uses.length })
})

const entering = handle(enterUse, async (context, input) => {
  const { today, newId } = context
  const [use] = await lockDecidable(context, [input.useId])
  if (use === undefined) problem('not-found')
  const by = stepActor(context)
  const step = { disputed: use.disputed, today }
  if (isAdverseKind(use.kind) && use.state === 'drafted') {
    const told = checkGradeTold(use.feedbackState)
    if (!told.ok) return told
  }
  const { document, facts } = input
  const entered = confirmAdverseUse(use, { facts, document }, by, step)
  if (!entered.ok) return entered
  const kind = limitOf(use.use)
  let limitId: string | null = null
  if (kind !== undefined) {
    const from = input.from ?? facts.decidedOn ?? today
    const until = input.until ?? usualLimitUntil(from)
    const limit = { id: newId(), memberId: use.memberId, kind, from, until, document: document.trim() }
    const imposed = imposeLimit(limit, facts, by, step)
    if (!imposed.ok) return imposed
    await saveUses(context, [entered.value])
    await insertLimit(context, { ...imposed.value, year: use.year, useId: use.id })
    if (kind === 'reserve') await endReservePlace(context, use, from, document)
    limitId = limit.id
  } else await saveUses(context, [entered.value])
  await tellOutcome(context, use)
  context.note({ useId: use.id, memberId: use.memberId, document })
  return agree({ useId: use.id, limitId })
})

const declining = handle(declineUses, async (context, { useIds, reason }) => {
  const uses = await lockDecidable(context, useIds)
  const by = stepActor(context)
  const own = uses.find(({ memberId }) => memberId === context.actor.memberId)
  if (own !== undefined) return refuse('outcome-own-case')
  const declined = each(uses, (use) => declineUse(use, by, reason, context.today))
  if (!declined.ok) return declined
  await saveUses(context, declined.value)
  context.note({ useIds })
  return agree({ declined: uses.length })
})

export const useHandlers: readonly Handled[] = [listing, showing, confirming, entering, declining]
