import {
  recordHandOver as handOver,
  recordSanction as record,
  sanctionEffectUntil,
} from '@steward/domain/outcomes/discipline.ts'
import { isOnRoll } from '@steward/domain/members/member-state.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { type FileRow, lockFile } from '#features/members/queries-file.ts'
import { enterStateByCase } from '#features/members/queries-state.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { actorOf } from './handlers-disposal-locking.ts'
import { listHandOvers, listSanctions, recordHandOver, recordSanction } from './operations-sanction.ts'
import { insertHandOver, listHandOverRows } from './queries-hand-over.ts'
import { type CaseFile, recordPageReadings } from './queries-reader.ts'
import { insertSanction, listSanctionRows } from './queries-sanction.ts'

/** Every line somebody sees of another person is a reading. */
async function recordReadings(
  context: Context,
  kind: CaseFile['kind'],
  rows: readonly { readonly id: string; readonly memberId: string; readonly orgPath: string }[],
): Promise<void> {
  const { access, actor } = context
  const standing = (memberId: string, path: string) =>
    memberId === actor.memberId ? 'self' : access.can('sanction.read', { path }) ? 'handler' : 'listed'
  await recordPageReadings(
    context,
    rows.map(({ id, memberId, orgPath: path }) => ({
      ...{ kind, id, memberId, path, standing: standing(memberId, path) },
    })),
  )
}

const mayRecord = ({ actor }: Context) =>
  actor.holdings.some(({ permission }) => permission === 'sanction.record')

const sanctions = handle(listSanctions, async (context, { after, limit }) => {
  const rows = await listSanctionRows(context, after, limit + 1)
  const shown = rows.slice(0, limit)
  await recordReadings(context, 'sanction', shown)
  return agree({
    rows: shown.map(({ orgPath: _orgPath, ...row }) => ({
      ...row,
      running: row.effectUntil >= context.today,
    })),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    mayRecord: mayRecord(context),
  })
})

const handOvers = handle(listHandOvers, async (context, { after, limit }) => {
  const rows = await listHandOverRows(context, after, limit + 1)
  const shown = rows.slice(0, limit)
  await recordReadings(context, 'handOver', shown)
  return agree({
    rows: shown.map(({ orgPath: _orgPath, ...row }) => row),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    mayRecord: mayRecord(context),
  })
})

/** The locked file of the member concerned, for who records what was decided elsewhere. */
async function lockSubject(context: Context, memberId: string): Promise<FileRow> {
  const file = (await lockFile(context.tx, memberId)) ?? problem('not-found')
  context.access.demandHidden('sanction.read', { path: file.org_path })
  context.access.demand('sanction.record', { path: file.org_path })
  context.note({ memberId })
  return file
}

const sanctioning = handle(recordSanction, async (context, input) => {
  const { today, actor } = context
  const file = await lockSubject(context, input.memberId)
  if (actor.memberId === file.id) return refuse('adverse-state-own-case')
  if (!isOnRoll(file.state)) return refuse('member-already-closed', { state: file.state })
  const { sanction, probationYears, complex, proofOfService, ...typed } = input
  const facts = {
    ...{ deciderName: typed.deciderName, body: typed.body, decidedOn: typed.decidedOn, reason: typed.reason },
    proofOfServiceId: proofOfService,
  }
  const recorded = record(
    {
      ...{ id: context.newId(), memberId: file.id, sanction, probationYears, complex },
      ...{ documentNumber: typed.documentNumber, decidingLevel: typed.decidingLevel },
    },
    facts,
    actorOf(context),
    today,
  )
  if (!recorded.ok) return recorded
  const effectUntil = sanctionEffectUntil(sanction, recorded.value.served.decidedOn, probationYears)
  const more = { orgId: file.party_org_id, complex, effectUntil }
  if (!(await insertSanction(context, recorded.value, more))) return refuse('sanction-recorded-before')
  if (sanction === 'expulsion') {
    const entered = await enterStateByCase(context, file, 'expelled', facts)
    if (!entered.ok) return entered
  }
  context.note({ memberId: file.id, sanctionId: recorded.value.id })
  return agree({ sanctionId: recorded.value.id, effectUntil })
})

const handing = handle(recordHandOver, async (context, { memberId, to, document, on }) => {
  const { today, actor } = context
  const file = await lockSubject(context, memberId)
  if (actor.memberId === file.id) return refuse('hand-over-own-case')
  if (on > today) return refuse('hand-over-in-future', { today })
  const recorded = handOver({ id: context.newId(), memberId, to, document, on }, actorOf(context))
  if (!recorded.ok) return recorded
  const accountId = actor.accountId ?? problem('not-found')
  const kept = await insertHandOver(context, recorded.value, { orgId: file.party_org_id, accountId })
  return kept ? agree({ handOverId: recorded.value.id }) : refuse('hand-over-recorded-before')
})

export const sanctionHandlers: readonly Handled[] = [sanctions, sanctioning, handOvers, handing]
