import {
  type Claim,
  type ClaimEntry,
  type ClaimTarget,
  type Evidence,
  submitClaim,
  type SubmitFacts,
} from '@steward/domain/claims/claim.ts'
import { decideBy } from '@steward/domain/claims/review.ts'
import { boundByTask, deedWindow } from '@steward/domain/claims/task.ts'
import { nameWitness } from '@steward/domain/claims/witness.ts'
import { agree, type Decision, refuse } from '@steward/domain/shared/decision.ts'
import { type PlainDate, toPlainMonth } from '@steward/domain/shared/plain-date.ts'
import { toPoints } from '@steward/domain/shared/points.ts'
import type { SchemeItem, SchemeVersion } from '@steward/domain/schemes/scheme.ts'
import { findPledgeForClaim, type PledgeForClaim } from '#features/pledges/queries.ts'
import { schemeForMember, scoringFactsOf, versionsOf } from '#features/schemes/queries.ts'
import type { Context } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import type { z } from 'zod'
import { askWitness, askToConfirm } from './handlers-things.ts'
import type { Deed, Sent, sendingRefusals } from './operations-claim.ts'
import {
  findSendFacts,
  insertClaim,
  type Known,
  type NewEvidence,
  type SendFacts,
  type TaskForClaim,
} from './queries-send.ts'

export type SendingRefusal = (typeof sendingRefusals)[number]
export type DeedInput = z.output<typeof Deed>
type SentValue = z.input<typeof Sent>

export type Sending = {
  readonly memberId: string
  readonly deviceKey: string
  readonly deed: DeedInput
  readonly entry: ClaimEntry
}

type Judged = {
  readonly item: SchemeItem
  readonly target: ClaimTarget
  readonly window: SubmitFacts['window']
}

/** Sends a deed of a member to the branch; the same sending again is the same claim. The caller has asked for access. */
export async function sendDeed(
  context: Context,
  sending: Sending,
): Promise<Decision<SentValue, SendingRefusal>> {
  const { tx, actor, today } = context
  const { deed, memberId, deviceKey } = sending
  const deedOn = deed.deedOn ?? today
  const { target } = deed
  const [facts, pledge] = await Promise.all([
    findSendFacts(tx, {
      memberId,
      deedOn,
      deviceKey,
      fileIds: filesOf(deed),
      witnessId: deed.witness !== null && 'memberId' in deed.witness ? deed.witness.memberId : null,
      taskId: target.kind === 'task' ? target.taskId : null,
      accountId: actor.accountId,
    }),
    target.kind === 'pledge' ? findPledgeForClaim(tx, target.pledgeId) : undefined,
  ])
  if (facts === undefined) problem('not-found')
  const versions = await versionsOf(tx, facts.version_ids)
  if (facts.known !== null) return agree(sentBefore(facts.known, versions))
  const version = schemeForMember(versions, scoringFactsOf(facts), toPlainMonth(deedOn))
  if (facts.state !== 'active' || version === undefined || !version.scored) return refuse('claim-no-scheme')
  const judged = judgeTarget(deed, facts, pledge, version)
  if (!judged.ok) return judged
  return await judgeAndKeep(context, sending, { facts, version, judged: judged.value, deedOn })
}

function sentBefore(known: Known, versions: readonly SchemeVersion[]): SentValue {
  const { id, number, deedOn, submittedOn } = known
  const decideDays = versions.find((version) => version.id === known.versionId)?.decideDays ?? 0
  return { claimId: id, number, deedOn, submittedOn, decideDays }
}

export function filesOf(deed: Pick<DeedInput, 'photoIds' | 'paperId'>): string[] {
  return deed.paperId === null ? deed.photoIds : [...deed.photoIds, deed.paperId]
}

function judgeTarget(
  { target }: Pick<DeedInput, 'target'>,
  facts: SendFacts,
  pledge: PledgeForClaim | undefined,
  version: SchemeVersion,
): Decision<Judged, SendingRefusal> {
  const find = (code: string) => version.items.find((item) => item.code === code)
  if (target.kind === 'item') {
    const item = find(target.itemCode)
    return item === undefined
      ? refuse('claim-item-unknown', { itemCode: target.itemCode })
      : agree({ item, target, window: null })
  }
  if (target.kind === 'pledge') {
    if (pledge === undefined || pledge.memberId !== facts.member_id || pledge.state !== 'published')
      return refuse('claim-pledge-not-open')
    const item = find(pledge.itemCode)
    if (item === undefined) return refuse('claim-item-unknown', { itemCode: pledge.itemCode })
    const { from, until, itemCode } = pledge
    return agree({ item, target: { ...target, itemCode }, window: { from, until } })
  }
  const { task } = facts
  const window = task === null ? null : windowOf(task, facts.member_id)
  if (task === null || window === null) return refuse('claim-task-not-open')
  const item = find(task.itemCode)
  if (item === undefined) return refuse('claim-item-unknown', { itemCode: task.itemCode })
  const bounds = { least: toPoints(task.least), most: toPoints(task.most) }
  return agree({
    item: boundByTask(item, bounds),
    target: { ...target, itemCode: task.itemCode },
    window,
  })
}

function windowOf(task: TaskForClaim, memberId: string): { from: PlainDate; until: PlainDate } | null {
  const { least, most, taken, announcedOn } = task
  const on = announcedOn ?? task.startsOn
  return deedWindow(
    {
      ...task,
      ...{ orgId: '', kind: 'adHoc', title: '', what: '', announcedOn },
      least: toPoints(least),
      most: toPoints(most),
      taken: taken ? [{ memberId, on, state: 'taken', word: null }] : [],
    },
    memberId,
  )
}

async function judgeAndKeep(
  context: Context,
  sending: Sending,
  at: { facts: SendFacts; version: SchemeVersion; judged: Judged; deedOn: PlainDate },
): Promise<Decision<SentValue, SendingRefusal>> {
  const { tx, actor, now, today } = context
  const { deed, deviceKey, entry } = sending
  const { facts, version, judged, deedOn } = at
  const evidence = evidenceOf(context, deed, facts.files)
  if (evidence === undefined) return refuse('claim-file-unknown')
  const witness = witnessOf(context, deed, facts)
  if (witness === 'unknown') return refuse('claim-witness-unknown')
  const draft: Claim = {
    ...{ id: context.newId(), deviceKey, memberId: facts.member_id, orgId: facts.org_id, deedOn, entry },
    ...{ target: judged.target, quantity: deed.quantity, chosen: null, said: deed.said },
    ...{ place: deed.place === '' ? null : deed.place, lateReason: deed.lateReason, state: 'draft' },
    ...{ submittedOn: null, level: 'branch', levelSince: null, approvals: [], decision: null },
    confirmedByMember: false,
    evidence: [...evidence.map(toEvidenceOf), ...(witness === null ? [] : [unconfirmed(witness)])],
  }
  const sent = submitClaim(draft, {
    ...{ item: judged.item, lateEntryDays: version.lateEntryDays, window: judged.window, today },
    ...{ writtenOn: deed.writtenOn, senderMemberId: actor.memberId },
  })
  if (!sent.ok) return sent
  const claim = sent.value
  if (witness !== null) {
    const person = witness.memberId === null ? { name: witness.name } : { memberId: witness.memberId }
    const named = nameWitness(claim, { id: witness.id, person, accountId: witness.accountId }, [], today)
    if (!named.ok) return refuseNaming(named.code)
  }
  const number = await insertClaim(tx, {
    ...{ claim, versionId: version.id, writtenOn: deed.writtenOn, hostBranch: deed.hostBranch, evidence },
    decideByOn: decideBy(claim, version.decideDays) ?? today,
    enteredBy: actor.name,
    entryAccountId: actor.accountId,
    helperName: entry.by === 'helper' ? entry.helperName : '',
    consent: entry.by === 'helper' ? entry.consent : null,
    paper: entry.by === 'secretary' ? entry.paper : '',
    witnesses: witness === null ? [] : [witness],
    ...{ moveId: context.newId(), at: now },
  })
  const about = { claimId: claim.id, orgId: claim.orgId, memberName: facts.name, item: judged.item.name.zh }
  if (witness?.accountId != null)
    await askWitness(context, { ...about, accountId: witness.accountId, witnessId: witness.id })
  if (entry.by !== 'member' && facts.account_id !== null)
    await askToConfirm(context, { ...about, accountId: facts.account_id })
  context.note({ claimId: claim.id, memberId: claim.memberId, orgId: claim.orgId, number })
  const { submittedOn } = claim
  return agree({
    ...{ claimId: claim.id, number, deedOn, submittedOn: submittedOn ?? today },
    decideDays: version.decideDays,
  })
}

/** Only files that are about the member or were added by the sender prove something. */
export function evidenceOf(
  context: Context,
  deed: Pick<DeedInput, 'photoIds' | 'paperId'>,
  files: SendFacts['files'],
): NewEvidence[] | undefined {
  const sha256Of = new Map(files.map(({ id, sha256 }) => [id, sha256]))
  const wanted = [
    ...deed.photoIds.map((id) => ({ kind: 'photo' as const, id })),
    ...(deed.paperId === null ? [] : [{ kind: 'paper' as const, id: deed.paperId }]),
  ]
  const evidence = wanted.flatMap(({ kind, id }) => {
    const sha256 = sha256Of.get(id)
    return sha256 === undefined ? [] : [{ id: context.newId(), kind, fileId: id, sha256, note: '' }]
  })
  return evidence.length === wanted.length ? evidence : undefined
}

export function toEvidenceOf({ id, kind, fileId, note }: NewEvidence): Evidence {
  if (kind === 'photo') return { kind, fileId: fileId ?? '' }
  return kind === 'paper' ? { kind, fileId, note } : { kind, rosterId: id }
}

type ToAsk = { id: string; memberId: string | null; name: string; accountId: string | null }

function witnessOf(context: Context, { witness }: DeedInput, facts: SendFacts): ToAsk | 'unknown' | null {
  if (witness === null) return null
  const id = context.newId()
  if ('name' in witness) return { id, memberId: null, name: witness.name, accountId: null }
  return facts.witness === null ? 'unknown' : { id, ...facts.witness }
}

function unconfirmed(witness: ToAsk): Evidence {
  return { kind: 'witness', witnessId: witness.memberId ?? witness.id, confirmed: false }
}

function refuseNaming(code: string): Decision<never, SendingRefusal> {
  if (code === 'witness-name-missing' || code === 'witness-entered-it') return refuse(code)
  return refuse(code === 'witness-own-deed' ? 'claim-own-witness' : 'claim-witness-unknown')
}
