import { checkChannel, checkCounters } from '@steward/domain/appraisals/ballot.ts'
import {
  castBallot,
  givePaper as handOut,
  giveToken as give,
  readReceiptNumber,
  receiptDigest,
  type Voter,
} from '@steward/domain/appraisals/ballot-box.ts'
import { excellentLimit } from '@steward/domain/appraisals/grade.ts'
import { gradedHere } from '@steward/domain/appraisals/roll.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { randomUUID } from 'node:crypto'
import { systemHashes } from '#features/points/queries-log.ts'
import { listCounties } from '#features/sign-in/queries-installation.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { checkStage, lockToRun } from './handlers-locking.ts'
import { askToVote, closeToVote } from './handlers-things.ts'
import { cast, countPaper, givePaper, giveToken, openBox, readPaper, takeToken } from './operations-ballot.ts'
import { insertMove } from './queries.ts'
import {
  countIssued,
  findBox,
  hasReceipt,
  insertBox,
  insertCast,
  type KeptBox,
  lockBox,
  lockToken,
  lockVoter,
  putPaperCount,
  saveOnPaper,
  saveTokenGiven,
} from './queries-ballot.ts'
import { countBranchMembers, listPaperPersons } from './queries-paper.ts'
import { listRoll } from './queries-roll.ts'

const hash = systemHashes.sha256

const open = handle(openBox, async (context, { appraisalId, paper, voters: names }) => {
  const of = await lockToRun(context, appraisalId)
  const stage = checkStage(of, ['ballots'])
  if (!stage.ok) return stage
  const roll = await listRoll(context.tx, of.id)
  const graded = gradedHere(roll)
  const twice = names.find((name, at) => names.indexOf(name) < at)
  if (twice !== undefined) return refuse('ballot-name-twice', { name: twice })
  // Full members on the roll vote, whether they are graded or left out; those at a host vote there.
  const voters =
    paper === 'members'
      ? roll
          .filter(({ membershipKind, place, reason }) => {
            return membershipKind === 'full' && place !== 'atHost' && reason !== 'membershipStopped'
          })
          .map(({ memberId, name }) => ({ memberId, name }))
      : names.map((name) => ({ memberId: null, name }))
  if (voters.length === 0 || graded.length === 0) return refuse('ballot-nobody-listed')
  const box = { id: context.newId(), appraisalId: of.id, paper, graded, openedOn: context.today }
  // Drawn by chance: an id that grew with time would tie the order of the list to the order of casting.
  const listed = voters.map((voter) => ({ ...voter, id: randomUUID() }))
  if (!(await insertBox(context.tx, box, listed))) return refuse('ballot-box-there')
  await insertMove(context, of.id, 'openBox', paper)
  await askToVote(context, of, box.id)
  context.note({ appraisalId: of.id, boxId: box.id, paper })
  return agree({ boxId: box.id, voters: listed.length })
})

/** Gives a token out. Sent again with the same token, it has been given already. */
async function giveTo(context: Context, box: KeptBox, voter: Voter, typed: string) {
  const token = readReceiptNumber(typed)
  if (token === undefined) return refuse('ballot-receipt-short')
  const given = give(box, voter.state === 'tokenGiven' ? { ...voter, state: 'listed' } : voter, token, hash)
  if (!given.ok) return given
  if (voter.state === 'tokenGiven') {
    const isSame = voter.tokenDigest === given.value.tokenDigest
    return isSame ? agree({}) : refuse('ballot-already-cast', { state: voter.state })
  }
  await saveTokenGiven(context.tx, box.id, given.value)
  await closeToVote(context, voter.voterId)
  context.note({ boxId: box.id, voterId: voter.voterId })
  return agree({})
}

const take = handle(takeToken, async (context, { boxId, token }) => {
  const { tx, access, actor } = context
  const box = (await lockBox(tx, boxId, 'share')) ?? problem('not-found')
  access.demandHidden('appraisal.read', { path: box.orgPath })
  if (actor.memberId === null) return refuse('ballot-voter-not-listed')
  access.demand('appraisal.take-part', { memberId: actor.memberId })
  const voter = await lockVoter(tx, box, { memberId: actor.memberId })
  return voter === undefined ? refuse('ballot-voter-not-listed') : await giveTo(context, box, voter, token)
})

const hand = handle(giveToken, async (context, { boxId, voterId, token }) => {
  const box = (await lockBox(context.tx, boxId, 'share')) ?? problem('not-found')
  context.access.demandHidden('ballot.count', { path: box.orgPath })
  const voter = await lockVoter(context.tx, box, { voterId })
  return voter === undefined ? refuse('ballot-voter-not-listed') : await giveTo(context, box, voter, token)
})

const onPaper = handle(givePaper, async (context, { boxId, voterId }) => {
  const { tx } = context
  const box = (await lockBox(tx, boxId, 'share')) ?? problem('not-found')
  context.access.demandHidden('ballot.count', { path: box.orgPath })
  const voter = await lockVoter(tx, box, { voterId })
  if (voter === undefined) return refuse('ballot-voter-not-listed')
  const given = handOut(box, voter)
  if (!given.ok) return given
  await saveOnPaper(tx, boxId, voterId)
  await closeToVote(context, voterId)
  context.note({ boxId, voterId })
  return agree({})
})

/** Enters the county of a printed token; a token is drawn from twenty signs and cannot be tried out. */
export async function enterCounty(context: Context, code: string): Promise<Context> {
  const counties = await listCounties(context.tx)
  const found = counties.find((county) => county.code === code.toLowerCase()) ?? problem('not-found')
  const here = context.enter(found.id)
  here.access.open('everybody')
  return here
}

/** The digest a token is kept under; the rule computes it, so that there is one form of it. */
function tokenDigest(box: KeptBox, token: Uint8Array): string {
  const nobody: Voter = { voterId: '', memberId: null, paper: box.paper, state: 'listed', tokenDigest: null }
  const given = give({ ...box, state: 'open' }, nobody, token, hash)
  return given.ok ? (given.value.tokenDigest ?? '') : ''
}

const read = handle(readPaper, async (context, { county, boxId, token: typed }) => {
  const here = await enterCounty(context, county)
  const box = (await findBox(here.tx, boxId)) ?? problem('not-found')
  if (box.state !== 'open') return refuse('ballot-box-closed')
  const token = readReceiptNumber(typed)
  const voter = token && (await lockToken(here.tx, box, tokenDigest(box, token)))
  if (voter === undefined) return refuse('ballot-token-wrong')
  const persons = await listPaperPersons(here.tx, box)
  return agree({
    ...{ orgName: box.orgName, year: box.year, paper: box.paper },
    excellentLimit: excellentLimit(await countBranchMembers(here.tx, box.orgId)),
    persons: persons
      .filter(({ memberId }) => memberId !== voter.memberId)
      .map(({ memberId, name, pledges, deeds, words }) => ({
        ...{ memberId, name, pledges, deeds: [...deeds] },
        // What a member says of the own year is said before members.
        report: box.paper === 'members' ? words : null,
      })),
  })
})

/**
 * Puts a ballot into the box. Nobody is asked who they are; neither a receipt of the command nor an audit entry with its
 * moment is kept, and the row of the voter is left as it is. A device that has lost
 * the answer sends the same receipt again.
 */
const casting = handle(cast, async (context, input) => {
  const here = await enterCounty(context, input.county)
  const box = (await lockBox(here.tx, input.boxId, 'share')) ?? problem('not-found')
  if (box.state !== 'open') return refuse('ballot-box-closed')
  const token = readReceiptNumber(input.token)
  const receipt = readReceiptNumber(input.receipt)
  if (token === undefined) return refuse('ballot-token-wrong')
  if (receipt === undefined) return refuse('ballot-receipt-short')
  const digest = tokenDigest(box, token)
  const found = await lockToken(here.tx, box, digest)
  if (found === undefined) {
    // The receipt of a ballot that is there says that this very one was cast; nobody else has it.
    const there = await hasReceipt(here.tx, box.id, receiptDigest(box.id, receipt, hash))
    return there ? agree({ inBox: true as const }) : refuse('ballot-token-wrong')
  }
  const marks = new Map(input.marks.map(({ memberId, grade }) => [memberId, grade]))
  const put = castBallot(box, found, { token, receipt, marks }, hash)
  if (!put.ok) return put
  if (await hasReceipt(here.tx, box.id, put.value.receiptDigest)) return refuse('ballot-receipt-short')
  await insertCast(here.tx, box.id, digest, put.value)
  return agree({ inBox: true as const })
})

const count = handle(countPaper, async (context, { boxId, count: counted, counters }) => {
  const { tx, actor, now: at } = context
  const box = (await lockBox(tx, boxId, 'update')) ?? problem('not-found')
  context.access.demandHidden('ballot.count', { path: box.orgPath })
  if (box.state !== 'open') return refuse('ballot-box-closed')
  const channel = checkChannel(counted, box.graded)
  if (!channel.ok) return channel
  const by = checkCounters(counters)
  if (!by.ok) return by
  const { papers } = await countIssued(tx, boxId)
  if (counted.issued !== papers) return refuse('ballot-papers-not-those-given', { given: papers })
  const kept = { count: channel.value, counters: by.value }
  await putPaperCount(tx, boxId, kept, { name: actor.name, accountId: actor.accountId, at })
  await insertMove(context, box.appraisalId, 'countPaper', box.paper)
  context.note({ boxId })
  return agree({})
})

export const ballotHandlers: readonly Handled[] = [open, take, hand, onPaper, read, casting, count]
