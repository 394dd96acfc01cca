import type { PersonCount } from '@steward/domain/appraisals/ballot.ts'
import { checkExcellent, excellentLimit, noGrades } from '@steward/domain/appraisals/grade.ts'
import { type RollLine } from '@steward/domain/appraisals/roll.ts'
import {
  checkSettlement,
  proposalFor,
  settleGrade,
  settlingBody,
  type SettledGrade,
  type SettlementInput,
} from '@steward/domain/appraisals/settlement.ts'
import {
  type FrozenSettlement,
  isAsSigned,
  settlementDigest,
  settlementForm,
  signSettlement as sign,
} from '@steward/domain/appraisals/signed-settlement.ts'
import { appraisalScore, type YearResult, yearResult } from '@steward/domain/appraisals/year-result.ts'
import type { SchemeVersion } from '@steward/domain/schemes/scheme.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { noPoints, type Points } from '@steward/domain/shared/points.ts'
import { lastDayOf, parsePlainMonth } from '@steward/domain/shared/plain-date.ts'
import { decideVote, voteRules } from '@steward/domain/shared/vote.ts'
import { systemHashes } from '#features/points/queries-log.ts'
import { findScoringFacts, loadVersions, schemeForMember } from '#features/schemes/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { countedOf } from './handlers-ballot-close.ts'
import { askWhoSeesTo } from './handlers-asking.ts'
import { checkRevision, checkStage } from './handlers-locking.ts'
import { recordMeeting, setGrade, showSettlement, signSettlement } from './operations-settlement.ts'
import {
  type Appraisal,
  findAppraisal,
  insertMove,
  loadFacts,
  lockAppraisal,
  saveAppraisal,
} from './queries.ts'
import { listBoxes } from './queries-ballot.ts'
import { type KeptLine, listRoll } from './queries-roll.ts'
import {
  findSigned,
  insertMeeting,
  insertSigned,
  type KeptGrade,
  type KeptMeeting,
  listGrades,
  listMeetings,
  loadFigures,
  type NewResult,
  putGrade,
} from './queries-settlement.ts'

const hash = systemHashes.sha256

/** All a meeting has before it, and what it has set so far. */
export type Table = {
  readonly of: Appraisal
  readonly roll: readonly KeptLine[]
  readonly graded: readonly KeptLine[]
  readonly inputs: ReadonlyMap<string, SettlementInput>
  readonly results: ReadonlyMap<
    string,
    YearResult & { readonly outsideCaps: Points; readonly schemeVersionId: string | null }
  >
  readonly grades: readonly KeptGrade[]
  readonly meetings: readonly KeptMeeting[]
  readonly ballots: FrozenSettlement['ballots']
  readonly seals: FrozenSettlement['seals']
  readonly members: number
  readonly fullMembers: number
  readonly versions: readonly SchemeVersion[]
}

/** Reads the table: figures of the ledger, lines of the schemes, both ballots, conduct and grades. */
export async function loadTable(context: Context, of: Appraisal): Promise<Table> {
  const { tx, today } = context
  const roll = await listRoll(tx, of.id)
  const graded = roll.filter(({ place }) => place === 'graded')
  const ids = graded.map(({ memberId }) => memberId)
  const grades = await listGrades(tx, of.id)
  const { row } = await loadFacts(tx, of, today)
  const counted = await ballotsOf(context, of)
  const month = parsePlainMonth(`${of.year}-12`) ?? problem('not-found')
  const versions = await loadVersions(tx)
  const scoring = await findScoringFacts(tx, ids, lastDayOf(month))
  const figures = await loadFigures(tx, ids, of.year)
  const inputs = new Map<string, SettlementInput>()
  const results = new Map<string, YearResult & { outsideCaps: Points; schemeVersionId: string | null }>()
  const used = new Map<string, SchemeVersion>()
  for (const memberId of ids) {
    const facts = scoring.get(memberId)
    const version = facts && schemeForMember(versions, facts, month)
    if (version !== undefined) used.set(version.id, version)
    const figure = figures.get(memberId)
    const points = figure?.points ?? noPoints
    const ballots = {
      members: personOf(counted.ballots.members, memberId),
      masses: personOf(counted.ballots.masses, memberId),
    }
    const appraisal = appraisalScore(ballots.members.counts, ballots.masses.counts)
    const outsideCaps = figure?.outsideCaps ?? noPoints
    const parts = { points, unlimitedBonus: outsideCaps, appraisal }
    const result = yearResult(parts, version?.appraisalPercent ?? 0)
    results.set(memberId, { ...result, outsideCaps, schemeVersionId: version?.id ?? null })
    inputs.set(memberId, {
      ...{ memberId, points, schemeVersionId: version?.id ?? null, vetoes: [] },
      proposal:
        version === undefined || !version.scored || !version.graded
          ? null
          : proposalFor({
              lines: version.proposalLines,
              score: result.score,
              scoreWithoutDisputed: yearResult(
                { ...parts, points: figure?.withoutDisputed ?? points },
                version.appraisalPercent,
              ).score,
              vetoes: [],
            }),
      ...{ membersBallot: ballots.members, massesBallot: ballots.masses },
      dailyConduct: grades.find((each) => each.memberId === memberId)?.conduct ?? '',
    })
  }
  const meetings = await listMeetings(tx, of.id)
  return {
    ...{ of, roll, graded, inputs, results, grades, meetings, ...counted, versions: [...used.values()] },
    ...{ members: row.branchMembers, fullMembers: row.fullMembers },
  }
}

async function ballotsOf({ tx }: Context, of: Appraisal): Promise<Pick<Table, 'ballots' | 'seals'>> {
  const none = { issued: 0, cast: 0, spoiled: 0, returnedBlank: 0, notReturned: 0, persons: [] }
  let ballots: FrozenSettlement['ballots'] = { members: none, masses: none }
  let seals: FrozenSettlement['seals'] = { members: null, masses: null }
  for (const box of await listBoxes(tx, of.id)) {
    // Nothing of an open box is read: a count that moves would show who has just voted.
    if (box.state !== 'closed') continue
    ballots = { ...ballots, [box.paper]: (await countedOf(tx, box)).together }
    seals = { ...seals, [box.paper]: box.seal }
  }
  return { ballots, seals }
}

function personOf({ persons }: { readonly persons: readonly PersonCount[] }, memberId: string): PersonCount {
  return persons.find((one) => one.memberId === memberId) ?? { memberId, counts: noGrades, abstained: 0 }
}

function toSettled(table: Table): SettledGrade[] {
  return table.grades.flatMap(({ memberId, meetingId, grade, opinion, reason, differs, recordedBy }) => {
    const meeting = table.meetings.find(({ id }) => id === meetingId)
    if (meeting === undefined) return []
    const { body, on, vote, minutesId } = meeting
    return [{ memberId, grade, opinion, reason, differs, recordedBy, meeting: { body, on, vote, minutesId } }]
  })
}

/** What is signed: everything the settlement rests on, as it stands now. */
export function freeze(context: Context, table: Table): FrozenSettlement {
  const { of, roll, ballots, seals, inputs, versions, members } = table
  if (of.basisOn === null) throw new Error('The document was named at the first stage')
  return {
    ...{ countyId: context.county, orgId: of.orgId, year: of.year, membersOfBranch: members },
    basis: { body: of.basisBody, number: of.basisNumber, on: of.basisOn },
    roll: roll.map(({ memberId, place, reason, decision, hostOrgId, homeOrgId, owesReport }): RollLine => ({
      ...{ memberId, place, reason, decision, hostOrgId, homeOrgId, owesReport },
    })),
    ...{ ballots, seals, inputs: [...inputs.values()], settled: toSettled(table) },
    ruleVersions: versions.map(({ id }) => id).toSorted(),
  }
}

const show = handle(showSettlement, async (context, { appraisalId }) => {
  const { tx, access, actor } = context
  const of = (await findAppraisal(tx, appraisalId)) ?? problem('not-found')
  access.demandHidden('settlement.read', { path: of.orgPath })
  const table = await loadTable(context, of)
  const signed = of.edition === 0 ? undefined : await findSigned(tx, of.id, of.edition)
  const mayRecord = of.stage === 'settlement' && access.can('settlement.record', { path: of.orgPath })
  return agree({
    ...{ orgName: of.orgName, year: of.year, body: settlingBody(table.fullMembers), revision: of.revision },
    excellentLimit: excellentLimit(table.members),
    excellent: table.grades.filter(({ grade }) => grade === 'excellent').length,
    signed:
      signed === undefined || of.signedOn === null
        ? null
        : {
            ...{
              edition: signed.edition,
              digest: signed.digest,
              signerName: signed.signerName,
              on: signed.signedOn,
            },
            asSigned: isAsSigned(signed, freeze(context, table)),
          },
    meetings: table.meetings.map(({ id, body, on, vote, minutesId, by }) => ({
      ...{ id, body, on, by, vote: { ...vote }, minutes: minutesId },
    })),
    rows: table.graded.map((line) => rowOf(table, line, actor.memberId)),
    may: mayRecord
      ? of.signedOn === null
        ? (['record', 'sign'] as const).slice()
        : ['record' as const]
      : [],
  })
})

function rowOf(table: Table, { memberId, name }: KeptLine, own: string | null) {
  const input = table.inputs.get(memberId) ?? problem('not-found')
  const result = table.results.get(memberId) ?? problem('not-found')
  const kept = table.grades.find((one) => one.memberId === memberId)
  const { process, processPercent, appraisal, appraisalPercent, score } = result
  const copy = ({ counts, abstained }: PersonCount) => ({ memberId, counts: { ...counts }, abstained })
  return {
    ...{ memberId, name, proposal: input.proposal, isMine: memberId === own },
    result: { process, processPercent, appraisal, appraisalPercent, score },
    scored:
      result.schemeVersionId !== null &&
      table.versions.some((one) => one.id === result.schemeVersionId && one.scored),
    ...{ membersBallot: copy(input.membersBallot), massesBallot: copy(input.massesBallot) },
    settled:
      kept === undefined
        ? null
        : {
            ...{ meetingId: kept.meetingId, grade: kept.grade, opinion: kept.opinion, reason: kept.reason },
            ...{ conduct: kept.conduct, differs: kept.differs, recordedBy: kept.recordedByName },
          },
  }
}

/** The appraisal of a command of the settlement, locked. */
async function lockToSettle({ tx, access }: Context, id: string): Promise<Appraisal> {
  const of = (await lockAppraisal(tx, id)) ?? problem('not-found')
  access.demandHidden('settlement.record', { path: of.orgPath })
  return of
}

const meet = handle(recordMeeting, async (context, { appraisalId, body, on, vote, minutes }) => {
  const of = await lockToSettle(context, appraisalId)
  const stage = checkStage(of, ['settlement'])
  if (!stage.ok) return stage
  if (on > context.today) return refuse('appraisal-day-in-future')
  if (minutes === '') return refuse('settlement-minutes-missing')
  const { row } = await loadFacts(context.tx, of, context.today)
  const right = settlingBody(row.fullMembers)
  if (body !== right) return refuse('settlement-wrong-body', { body: right })
  const passed = decideVote(vote, voteRules.ordinary, { secret: false, persons: 1 })
  if (!passed.ok) return passed
  const id = context.newId()
  await insertMeeting(context, of.id, { id, body, on, vote, minutesId: minutes })
  await insertMove(context, of.id, 'meeting', minutes)
  await askWhoSeesTo(context, of.id)
  context.note({ appraisalId: of.id, meetingId: id })
  return agree({ meetingId: id })
})

const settle = handle(setGrade, async (context, input) => {
  const { tx, actor } = context
  const of = await lockToSettle(context, input.appraisalId)
  const stage = checkStage(of, ['settlement'])
  if (!stage.ok) return stage
  const table = await loadTable(context, of)
  const meeting = table.meetings.find(({ id }) => id === input.meetingId) ?? problem('not-found')
  const before = table.inputs.get(input.memberId)
  if (before === undefined) return refuse('settlement-not-graded')
  const { grade, opinion, reason } = input
  const { body, on, vote, minutesId } = meeting
  const accountId = actor.accountId ?? problem('forbidden')
  const settled = settleGrade(
    { ...before, dailyConduct: input.conduct },
    { grade, opinion, reason, meeting: { body, on, vote, minutesId } },
    { author: { kind: 'person', accountId }, memberId: actor.memberId },
    { fullMembers: table.fullMembers, graded: table.graded.map(({ memberId }) => memberId) },
  )
  if (!settled.ok) return settled
  const others = table.grades.filter(({ memberId }) => memberId !== input.memberId).map((one) => one.grade)
  const share = checkExcellent([...others, grade], table.members)
  if (!share.ok) return share
  await putGrade(context, of.id, settled.value, { meetingId: meeting.id, conduct: input.conduct })
  // What was signed was another table.
  if (of.signedOn !== null) await saveAppraisal(tx, { ...of, signedOn: null })
  await insertMove(context, of.id, 'settle', '', input.memberId)
  await askWhoSeesTo(context, of.id)
  context.note({ appraisalId: of.id, memberId: input.memberId })
  const excellent = [...others, grade].filter((each) => each === 'excellent').length
  return agree({ differs: settled.value.differs, excellent })
})

const signing = handle(signSettlement, async (context, input) => {
  const { tx, actor, today } = context
  const of = await lockToSettle(context, input.appraisalId)
  const fresh = checkRevision(of, input.revision)
  if (!fresh.ok) return fresh
  const stage = checkStage(of, ['settlement'])
  if (!stage.ok) return stage
  if (of.signedOn !== null) return refuse('settlement-already-signed')
  const table = await loadTable(context, of)
  const whole = checkSettlement(toSettled(table), {
    graded: table.graded.map(({ memberId }) => memberId),
    ...{ membersOfBranch: table.members, lensSeen: input.lensSeen, signerName: input.signerName },
  })
  if (!whole.ok) return whole
  const by = { signedBy: actor.accountId ?? problem('forbidden'), signerName: input.signerName }
  const edition = await signTable(context, table, { ...by, signedOn: today }, '')
  const revision = await saveAppraisal(tx, { ...of, edition: edition.edition, signedOn: today })
  await insertMove(context, of.id, 'sign', edition.digest.slice(0, 16))
  context.note({ appraisalId: of.id, edition: edition.edition })
  return agree({ ...edition, revision })
})

/** Keeps the next edition of a settlement with the results of its members. */
export async function signTable(
  context: Context,
  table: Table,
  signer: Parameters<typeof sign>[1],
  reason: string,
): Promise<{ edition: number; digest: string }> {
  const frozen = freeze(context, table)
  const signed = sign(frozen, signer)
  const digest = settlementDigest(signed, hash)
  const edition = table.of.edition + 1
  const results = frozen.settled.flatMap(({ memberId, grade }): NewResult[] => {
    const result = table.results.get(memberId)
    return result === undefined ? [] : [{ ...result, memberId, grade }]
  })
  await insertSigned(context, table.of, edition, {
    signed,
    form: settlementForm,
    digest,
    frozen,
    reason,
    results,
  })
  return { edition, digest }
}

export const settlementHandlers: readonly Handled[] = [show, meet, settle, signing]
