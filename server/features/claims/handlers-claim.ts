import {
  type Claim,
  confirmAssisted,
  submitClaim as judge,
  withdrawClaim,
} from '@steward/domain/claims/claim.ts'
import { decideBy } from '@steward/domain/claims/review.ts'
import { deedWindow } from '@steward/domain/claims/task.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { firstDayOf, lastDayOf, type PlainDate, toPlainMonth } from '@steward/domain/shared/plain-date.ts'
import { versionsOf } from '#features/schemes/queries.ts'
import { findPledgeForClaim } from '#features/pledges/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { evidenceOf, filesOf, sendDeed, toEvidenceOf } from './handlers-send.ts'
import { closeClaimThing } from './handlers-things.ts'
import * as operations from './operations-claim.ts'
import { type ClaimRow, lockClaim, toClaim } from './queries-claim.ts'
import { itemOf } from './queries-credit.ts'
import { findKeptFiles, replaceEvidence } from './queries-evidence.ts'
import { saveStep, type Step } from './queries-step.ts'
import { lockTask } from './queries-task.ts'

const submit = handle(operations.submitClaim, async (context, { deviceKey, ...deed }) => {
  const memberId = context.actor.memberId ?? problem('forbidden')
  context.access.demand('claim.submit', { memberId })
  return await sendDeed(context, { memberId, deviceKey, deed, entry: { by: 'member' } })
})

/** The caller's own claim, held; whether somebody else's exists is not told. */
async function lockOwn(context: Context, claimId: string): Promise<ClaimRow> {
  const row = (await lockClaim(context.tx, claimId)) ?? problem('not-found')
  context.access.demandHidden('claim.submit', { memberId: row.memberId })
  return row
}

const resubmit = handle(operations.resubmitClaim, async (context, { claimId, ...deed }) => {
  const { tx, access, today, now, actor } = context
  const row = (await lockClaim(tx, claimId)) ?? problem('not-found')
  const target = { path: row.orgPath, memberId: row.memberId }
  // Who may report for the member may complete it too.
  if (!access.can('claim.submit', { memberId: row.memberId })) access.demandHidden('claim.enter', target)
  const [version] = await versionsOf(tx, [row.versionId])
  if (version === undefined) throw new Error(`Claim ${claimId} names a version that is gone`)
  const files = await findKeptFiles(tx, row.memberId, filesOf(deed), actor.accountId)
  const evidence = evidenceOf(context, deed, files)
  if (evidence === undefined) return refuse('claim-file-unknown')
  const before = toClaim(row)
  const completed: Claim = {
    ...before,
    ...{ deedOn: deed.deedOn ?? before.deedOn, quantity: deed.quantity, said: deed.said },
    ...{ place: deed.place === '' ? null : deed.place, lateReason: deed.lateReason, chosen: null },
    evidence: [...evidence.map(toEvidenceOf), ...before.evidence.filter(({ kind }) => kind === 'witness')],
  }
  // Another month has other caps and maybe another version; such a deed is reported anew.
  const month = toPlainMonth(before.deedOn)
  if (toPlainMonth(completed.deedOn) !== month)
    return refuse('claim-outside-period', { from: firstDayOf(month), until: lastDayOf(month) })
  const sent = judge(completed, {
    ...{ item: itemOf(version, row), lateEntryDays: version.lateEntryDays, today },
    window: await windowOf(context, row),
    ...{ writtenOn: row.writtenOn, senderMemberId: actor.memberId },
  })
  if (!sent.ok) return sent
  await replaceEvidence(tx, row, { evidence, deed, by: actor.name, at: now })
  await saveStep(
    tx,
    stepOf(context, row, sent.value, 'resubmit', decideBy(sent.value, version.decideDays)),
    today,
  )
  await closeClaimThing(context, 'told', claimId)
  context.note({ claimId, memberId: row.memberId })
  const { number, submittedOn } = row
  return agree({ claimId, number, deedOn: completed.deedOn, submittedOn, decideDays: version.decideDays })
})

async function windowOf(
  { tx }: Context,
  row: ClaimRow,
): Promise<{ from: PlainDate; until: PlainDate } | null> {
  if (row.pledgeId !== null) {
    const pledge = await findPledgeForClaim(tx, row.pledgeId)
    return pledge === undefined ? null : { from: pledge.from, until: pledge.until }
  }
  const task = row.taskId === null ? undefined : await lockTask(tx, row.taskId, 'look')
  return task === undefined ? null : deedWindow(task.task, row.memberId)
}

/** A step the member takes: no approval, no line; what was decided before falls away when it is sent again. */
function stepOf(
  context: Context,
  row: ClaimRow,
  claim: Claim,
  move: 'resubmit' | 'withdraw' | 'confirm' | 'disown',
  decideByOn: PlainDate | null = null,
): Step {
  const { actor, now } = context
  return {
    ...{ row, claim, entryId: row.entryId, at: now, approval: null },
    decideByOn: decideByOn ?? row.decideByOn,
    decidedByName: row.decidedByName,
    round: move === 'resubmit' ? row.round + 1 : row.round,
    move: { id: context.newId(), move, facts: {}, reason: '', by: actor.name, accountId: actor.accountId },
  }
}

const withdraw = handle(operations.withdrawClaim, async (context, { claimId }) => {
  const row = await lockOwn(context, claimId)
  const withdrawn = withdrawClaim(toClaim(row), context.actor.memberId)
  if (!withdrawn.ok) return withdrawn
  await saveStep(context.tx, stepOf(context, row, withdrawn.value, 'withdraw'), context.today)
  await closeClaimThing(context, 'told', claimId)
  await closeClaimThing(context, 'confirm', claimId)
  context.note({ claimId })
  return agree({})
})

const confirm = handle(operations.confirmAssisted, async (context, { claimId, right }) => {
  const row = await lockOwn(context, claimId)
  const said = confirmAssisted(toClaim(row), context.actor.memberId, right)
  if (!said.ok) return said
  const move = right ? 'confirm' : 'disown'
  await saveStep(context.tx, stepOf(context, row, said.value, move), context.today)
  await closeClaimThing(context, 'confirm', claimId)
  context.note({ claimId, right })
  return agree({ state: said.value.state })
})

const see = handle(operations.seeClaim, async (context, { claimId }) => {
  const row = (await lockClaim(context.tx, claimId)) ?? problem('not-found')
  const target = { path: row.orgPath, memberId: row.memberId }
  if (!context.access.can('claim.submit', { memberId: row.memberId }))
    context.access.demandHidden('claim.enter', target)
  // What wants to be completed stays until it is.
  if (row.state !== 'returned') await closeClaimThing(context, 'told', claimId)
  return agree({})
})

export const memberClaimHandlers: readonly Handled[] = [submit, resubmit, withdraw, confirm, see]
