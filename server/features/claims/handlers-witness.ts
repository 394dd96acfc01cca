import { answerAsWitness, nameWitness, type WitnessAnswer } from '@steward/domain/claims/witness.ts'
import { agree, type Decision, refuse } from '@steward/domain/shared/decision.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { askWitness, closeWitnessThing } from './handlers-things.ts'
import * as operations from './operations-witness.ts'
import { type ClaimRow, lockClaim, toClaim, toWitness } from './queries-claim.ts'
import { noteStep } from './queries-step.ts'
import { versionsOfRows, withItem } from './queries-view.ts'
import {
  findClaimOfWitness,
  findPerson,
  insertWitness,
  listAskedOf,
  listCandidates,
  saveAnswer,
} from './queries-witness.ts'

const MOST = 30

const candidates = handle(operations.listCandidates, async ({ tx, access, actor }, { search }) => {
  const memberId = actor.memberId ?? problem('forbidden')
  access.demand('claim.submit', { memberId })
  const rows = await listCandidates(tx, memberId, search, MOST + 1)
  return agree({ rows: rows.slice(0, MOST), more: rows.length > MOST })
})

const name = handle(operations.nameWitness, async (context, { claimId, person }) => {
  const { tx, access, actor, now, today } = context
  const row = (await lockClaim(tx, claimId)) ?? problem('not-found')
  if (!access.can('claim.submit', { memberId: row.memberId }))
    access.demandHidden('claim.enter', { path: row.orgPath })
  const found =
    'memberId' in person ? await findPerson(tx, person.memberId) : { name: person.name, accountId: null }
  if (found === undefined) return refuse('claim-witness-unknown')
  const id = context.newId()
  const before = row.witnesses.map((each) => toWitness(claimId, each))
  const named = nameWitness(toClaim(row), { id, person, accountId: found.accountId }, before, today)
  if (!named.ok) return named
  const memberId = 'memberId' in person ? person.memberId : null
  await insertWitness(tx, { id, claimId, memberId, name: found.name, on: today, by: actor.name })
  const by = { by: actor.name, accountId: actor.accountId }
  const move = {
    id: context.newId(),
    move: 'nameWitness' as const,
    facts: { name: found.name },
    reason: '',
    ...by,
  }
  await noteStep(tx, row, move, now)
  if (found.accountId !== null)
    await askWitness(context, { ...(await aboutOf(context, row)), accountId: found.accountId, witnessId: id })
  context.note({ claimId, witnessId: id })
  return agree({ witnessId: id, name: found.name })
})

async function aboutOf({ tx }: Context, row: ClaimRow) {
  const { item } = withItem(await versionsOfRows(tx, [row]), row)
  return { claimId: row.id, orgId: row.orgId, memberName: row.memberName, item: item.name.zh }
}

type Said = {
  readonly answer: WitnessAnswer
  readonly note: string
  readonly how: 'screen' | 'phone' | 'inPerson'
}

async function keepAnswer(
  context: Context,
  row: ClaimRow,
  witnessId: string,
  said: Said,
): Promise<Decision<Record<string, never>, (typeof operations.answerWitness.refusals)[number]>> {
  const { tx, actor, now, today } = context
  const kept = row.witnesses.find(({ id }) => id === witnessId) ?? problem('not-found')
  const takenBy = said.how === 'screen' ? null : actor.name
  const answered = answerAsWitness(
    toWitness(row.id, kept),
    { answer: said.answer, byMemberId: actor.memberId, takenBy },
    toClaim(row),
    today,
  )
  if (!answered.ok) return answered
  await saveAnswer(tx, answered.value, {
    how: said.how,
    note: said.note,
    accountId: actor.accountId,
    at: now,
  })
  const facts = { name: kept.name, answer: said.answer, how: said.how }
  const by = { by: actor.name, accountId: actor.accountId }
  await noteStep(
    tx,
    row,
    { id: context.newId(), move: 'answerWitness', facts, reason: said.note, ...by },
    now,
  )
  await closeWitnessThing(context, witnessId)
  context.note({ claimId: row.id, witnessId, answer: said.answer })
  return agree({})
}

async function lockOf({ tx }: Context, witnessId: string): Promise<ClaimRow> {
  const claimId = (await findClaimOfWitness(tx, witnessId)) ?? problem('not-found')
  return (await lockClaim(tx, claimId)) ?? problem('not-found')
}

const answer = handle(operations.answerWitness, async (context, { witnessId, ...said }) => {
  context.access.open('own-account')
  const row = await lockOf(context, witnessId)
  const witness = row.witnesses.find(({ id }) => id === witnessId)
  // Whether there is such a deed is told to the witness alone.
  if (witness?.memberId == null || witness.memberId !== context.actor.memberId) problem('not-found')
  return await keepAnswer(context, row, witnessId, { ...said, how: 'screen' })
})

const takeDown = handle(operations.takeDownWitness, async (context, { witnessId, ...said }) => {
  const row = await lockOf(context, witnessId)
  context.access.demandHidden('claim.read', { path: row.orgPath, memberId: row.memberId })
  context.access.demand('witness.take-down', { path: row.orgPath })
  return await keepAnswer(context, row, witnessId, said)
})

const asked = handle(operations.listAsked, async ({ tx, access, actor, today }) => {
  access.open('own-account')
  if (actor.memberId === null) return agree({ rows: [] })
  const rows = await listAskedOf(tx, actor.memberId, today)
  const versions = await versionsOfRows(tx, rows)
  return agree({
    rows: rows.map(({ versionId, itemCode, ...row }) => {
      const item = versions.get(versionId)?.items.find(({ code }) => code === itemCode)
      return { ...row, itemName: item?.name ?? { zh: itemCode, en: itemCode } }
    }),
  })
})

export const witnessHandlers: readonly Handled[] = [candidates, name, asked, answer, takeDown]
