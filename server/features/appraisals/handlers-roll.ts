import { placeGuest, placeOnRoll, type RollLine, type RollRefusal } from '@steward/domain/appraisals/roll.ts'
import { agree, type Decision, refuse } from '@steward/domain/shared/decision.ts'
import type { z } from 'zod'
import { findOrg } from '#features/organisation/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { checkStage, lockToRun } from './handlers-locking.ts'
import { findHost, placeMember, showRoll } from './operations-event.ts'
import { findBranches, listWaitingGuests } from './queries-above.ts'
import { type Appraisal, findAppraisal, insertMove, saveAppraisal } from './queries.ts'
import { listRegistered, listRoll, putLines, type Registered, removeGone } from './queries-roll.ts'

/** Lays the roll out from the register; lines that were placed by hand with a ground stay. */
export async function draftRoll({ tx, today }: Context, of: Appraisal): Promise<Decision<null, RollRefusal>> {
  const members = await listRegistered(tx, { orgId: of.orgId }, today)
  const there = new Set((await listRoll(tx, of.id)).map(({ memberId }) => memberId))
  const lines: (RollLine & { group: string })[] = []
  for (const member of members) {
    if (there.has(member.memberId)) continue
    const placed = placeOnRoll(member)
    if (!placed.ok) return placed
    lines.push({ ...placed.value, group: '' })
  }
  await removeGone(
    tx,
    of.id,
    members.map(({ memberId }) => memberId),
  )
  await putLines(tx, of.id, lines)
  return agree(null)
}

const roll = handle(showRoll, async ({ tx, access, today }, { appraisalId }) => {
  const of = (await findAppraisal(tx, appraisalId)) ?? problem('not-found')
  access.demandHidden('settlement.read', { path: of.orgPath })
  const lines = await listRoll(tx, appraisalId)
  const there = new Set(lines.map(({ memberId }) => memberId))
  const members = of.stage === 'closed' ? [] : await listRegistered(tx, { orgId: of.orgId }, today)
  return agree({
    rows: lines.map(
      ({ memberId, name, place, reason, decision, hostOrgName, homeOrgName, owesReport, group }) => ({
        ...{ memberId, name, place, reason, decision, hostOrgName, homeOrgName, owesReport, group },
      }),
    ),
    missing: members
      .filter(({ memberId }) => !there.has(memberId))
      .map(({ memberId, name }) => ({ memberId, name })),
    guests: of.stage === 'closed' ? [] : await listWaitingGuests(tx, of),
    revision: of.revision,
    mayChange: access.can('appraisal.run', { path: of.orgPath }) && isEarly(of),
  })
})

function isEarly({ stage }: Appraisal): boolean {
  return ['roll', 'dutyReports', 'self', 'peers'].includes(stage)
}

const hosts = handle(findHost, async ({ tx, access }, { appraisalId, search }) => {
  const of = (await findAppraisal(tx, appraisalId)) ?? problem('not-found')
  access.demandHidden('appraisal.run', { path: of.orgPath })
  return agree({ rows: await findBranches(tx, search, of.orgId) })
})

const place = handle(placeMember, async (context, input) => {
  const { tx, today } = context
  const of = await lockToRun(context, input.appraisalId)
  // Once a paper names them nobody is added or taken off.
  const stage = checkStage(of, ['roll', 'dutyReports', 'self', 'peers'])
  if (!stage.ok) return stage
  const [member] = await listRegistered(tx, { memberId: input.memberId }, today)
  if (member === undefined) problem('not-found')
  const line = await lineOf(context, of, member, input.place)
  if (!line.ok) return line
  const owesReport = input.owesReport ?? line.value.owesReport
  await putLines(tx, of.id, [{ ...line.value, owesReport, group: input.group }])
  await insertMove(context, of.id, 'place', line.value.place, member.memberId)
  context.note({ appraisalId: of.id, memberId: member.memberId, place: line.value.place })
  return agree({ revision: await saveAppraisal(tx, of) })
})

type Placed = z.output<typeof placeMember.input>['place']

async function lineOf(
  { tx }: Context,
  of: Appraisal,
  member: Registered,
  placed: Placed,
): Promise<Decision<RollLine, RollRefusal | 'roll-host-unknown'>> {
  const isHere = member.orgId === of.orgId
  if (placed.kind === 'guest') {
    if (isHere) return refuse('roll-stranger', { memberId: member.memberId })
    return agree(placeGuest({ ...member, homeOrgId: member.orgId }))
  }
  if (!isHere) return refuse('roll-stranger', { memberId: member.memberId })
  if (placed.kind === 'exempt') return placeOnRoll({ ...member, exemption: placed.decision })
  if (placed.kind === 'asRegistered') return placeOnRoll(member)
  const host = await findOrg(tx, placed.hostOrgId)
  if (host === undefined || host.kind !== 'branch' || host.id === of.orgId) return refuse('roll-host-unknown')
  return placeOnRoll({ ...member, floating: { hostOrgId: host.id, hostAgreed: true } })
}

export const rollHandlers: readonly Handled[] = [roll, hosts, place]
