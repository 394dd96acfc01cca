import { imposeLimit, liftLimit } from '@steward/domain/outcomes/limit.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { findCommitteeAbove } from '#features/appraisals/queries-above.ts'
import { findOrg } from '#features/organisation/queries.ts'
import { handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { tellOutcome } from './handlers-things.ts'
import { limitLine, stepActor } from './handlers-use-shape.ts'
import { imposeNewLimit, liftOneLimit, listLimits, showLimit } from './operations-limit.ts'
import {
  findLimit,
  insertLimit,
  type KeptLimit,
  listLimitsInForce,
  listLimitsOf,
  lockLimit,
  saveLimitLifted,
} from './queries-limit.ts'
import { lockSubject } from './queries-person.ts'
import { demandReader, recordReading } from './queries-reader.ts'

const fileOf = ({ id, memberId, orgPath }: KeptLimit) => ({
  ...{ kind: 'limit' as const, id, memberId, path: orgPath },
  handles: ['limit.record'] as const,
})

const listing = handle(listLimits, async (context, { orgId, year, kind, inForce, ...window }) => {
  const { tx, access, today } = context
  const org = (await findOrg(tx, orgId)) ?? problem('not-found')
  access.demandHidden('outcome.read', { path: org.path })
  const of = { path: org.path, year, kind, inForceOn: inForce ? today : null }
  const { total, rows } = await listLimitsOf(context, of, window)
  return agree({
    org: { id: org.id, name: org.name },
    total,
    rows: rows.map((row) => limitLine(context, row)),
    mayRecord: access.may(['limit.record'], { path: org.path }).length > 0,
  })
})

const showing = handle(showLimit, async (context, { limitId }) => {
  const limit = (await findLimit(context.tx, limitId)) ?? problem('not-found')
  const file = fileOf(limit)
  await recordReading(context, file, await demandReader(context, file))
  const appealTo = (await findCommitteeAbove(context.tx, limit.orgPath)) ?? limit.orgName
  return agree({ ...limitLine(context, limit), appealTo })
})

const imposing = handle(imposeNewLimit, async (context, { memberId, year, facts, ...input }) => {
  const { tx, access, today, newId } = context
  const subject = (await lockSubject(tx, memberId, year)) ?? problem('not-found')
  access.demandHidden('limit.record', { path: subject.orgPath })
  const running = await listLimitsInForce(tx, [memberId], input.from > today ? input.from : today)
  if (running.some(({ kind }) => kind === input.kind)) return refuse('limit-in-force-already')
  const step = { disputed: subject.disputed, today }
  const limit = { ...input, id: newId(), memberId, document: input.document.trim() }
  const imposed = imposeLimit(limit, facts, stepActor(context), step)
  if (!imposed.ok) return imposed
  await insertLimit(context, { ...imposed.value, year, useId: null })
  await tellOutcome(context, { id: limit.id, memberId, orgId: subject.orgId, year })
  context.note({ limitId: limit.id, memberId, kind: limit.kind })
  return agree({ limitId: limit.id })
})

const lifting = handle(liftOneLimit, async (context, { limitId, reason }) => {
  const kept = (await lockLimit(context.tx, limitId)) ?? problem('not-found')
  context.access.demandHidden('limit.record', { path: kept.orgPath })
  if (kept.memberId === context.actor.memberId) return refuse('adverse-state-own-case')
  const lifted = liftLimit(kept, stepActor(context), reason, context.today)
  if (!lifted.ok) return lifted
  await saveLimitLifted(context, lifted.value)
  context.note({ limitId, memberId: kept.memberId })
  return agree({})
})

export const limitHandlers: readonly Handled[] = [listing, showing, imposing, lifting]
