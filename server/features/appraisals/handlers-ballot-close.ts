import {
  addChannels,
  type ChannelCount,
  checkChannel,
  countBox,
  emptyChannel,
} from '@steward/domain/appraisals/ballot.ts'
import { closeBox as close, receiptsProof, sealOf } from '@steward/domain/appraisals/ballot-box.ts'
import { publishedSplit } from '@steward/domain/appraisals/ballot-split.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { systemHashes } from '#features/points/queries-log.ts'
import { handle, type Handled } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import { problem } from '#platform/problem.ts'
import { enterCounty } from './handlers-ballot.ts'
import { closeBox, listReceipts, listVoters, showSealed, showSplit } from './operations-ballot.ts'
import { closeAllToVote } from './handlers-things.ts'
import { findAppraisal, insertMove } from './queries.ts'
import {
  countIssued,
  findBox,
  findPaperCount,
  type KeptBox,
  type KeptPaperCount,
  listBoxes,
  listNames,
  listVoterLines,
  loadContent,
  lockBox,
  saveClosed,
} from './queries-ballot.ts'

export type Counted = {
  readonly electronic: ChannelCount
  readonly papers: ChannelCount
  readonly together: ChannelCount
  readonly counters: readonly string[]
}

/** Both channels of a box, apart and together; of an open one as far as it has come. */
export async function countedOf(tx: CountyTx, box: KeptBox): Promise<Counted> {
  const issued = box.issued ?? (await countIssued(tx, box.id)).tokens
  const electronic = countBox(await loadContent(tx, box.id), { issued, graded: box.graded })
  const kept = await findPaperCount(tx, box.id)
  const papers = kept?.count ?? emptyChannel(box.graded)
  return { electronic, papers, together: addChannels(electronic, papers), counters: kept?.counters ?? [] }
}

const closing = handle(closeBox, async (context, { boxId }) => {
  const { tx, today } = context
  const box = (await lockBox(tx, boxId, 'update')) ?? problem('not-found')
  context.access.demandHidden('ballot.count', { path: box.orgPath })
  const closed = close(box)
  if (!closed.ok) return closed
  const { tokens, papers } = await countIssued(tx, boxId)
  const paper = await findPaperCount(tx, boxId)
  if ((paper?.count.issued ?? 0) !== papers) return refuse('ballot-papers-not-counted', { papers })
  const content = await loadContent(tx, boxId)
  const counted = checkChannel(countBox(content, { issued: tokens, graded: box.graded }), box.graded)
  if (!counted.ok) return counted
  // Before the voters are written anew.
  await closeAllToVote(context, boxId)
  const seal = sealOf(closed.value, content, systemHashes.sha256)
  if (!seal.ok) return seal
  await saveClosed(tx, box, { on: today, seal: seal.value, issued: tokens })
  await insertMove(context, box.appraisalId, 'closeBox', `${box.paper} ${seal.value.slice(0, 16)}`)
  context.note({ boxId })
  return agree({ seal: seal.value, cast: counted.value.cast + (paper?.count.cast ?? 0) })
})

const voters = handle(listVoters, async ({ tx, access }, { boxId }) => {
  const box = (await findBox(tx, boxId)) ?? problem('not-found')
  access.demandHidden('ballot.count', { path: box.orgPath })
  const { receipts } = await loadContent(tx, boxId)
  const rows = await listVoterLines(tx, boxId)
  const counted = await findPaperCount(tx, boxId)
  const graded = await listNames(tx, box.graded)
  return agree({
    ...{ paper: box.paper, state: box.state, rows, cast: receipts.length, graded },
    papers: counted === undefined ? null : copyOf(counted),
  })
})

function copyOf({ count, counters }: KeptPaperCount) {
  const persons = count.persons.map(({ memberId, counts, abstained }) => ({
    ...{ memberId, abstained, counts: { ...counts } },
  }))
  return { ...sumsOf(count), persons, counters: [...counters] }
}

const split = handle(showSplit, async ({ tx, access }, { appraisalId }) => {
  const of = (await findAppraisal(tx, appraisalId)) ?? problem('not-found')
  access.demandHidden('appraisal.read', { path: of.orgPath })
  const boxes = []
  for (const box of await listBoxes(tx, appraisalId)) {
    if (box.state !== 'closed' || box.seal === null || box.closedOn === null) continue
    const { electronic, papers, together, counters } = await countedOf(tx, box)
    const shown = new Map(publishedSplit(together).map((one) => [one.memberId, one]))
    const names = await listNames(tx, box.graded)
    boxes.push({
      ...{ boxId: box.id, paper: box.paper, closedOn: box.closedOn, seal: box.seal },
      ...{ electronic: sumsOf(electronic), papers: sumsOf(papers), counters: [...counters] },
      persons: names.map(({ memberId, name }) => {
        const one = shown.get(memberId)
        return one?.shown === true
          ? { memberId, name, counts: { ...one.counts }, abstained: one.abstained, because: null }
          : { memberId, name, counts: null, abstained: null, because: one?.because ?? null }
      }),
    })
  }
  return agree({ boxes })
})

function sumsOf({ issued, cast, spoiled, returnedBlank, notReturned }: ChannelCount) {
  return { issued, cast, spoiled, returnedBlank, notReturned }
}

const receipts = handle(listReceipts, async ({ tx, access }, { boxId }) => {
  const box = (await findBox(tx, boxId)) ?? problem('not-found')
  access.demandHidden('appraisal.read', { path: box.orgPath })
  if (box.seal === null || box.closedOn === null) return refuse('ballot-box-open')
  const content = await loadContent(tx, boxId)
  return agree({ seal: box.seal, closedOn: box.closedOn, receipts: [...content.receipts] })
})

/** For whoever holds a number; it is looked for on the own device and never sent. */
const sealed = handle(showSealed, async (context, { county, boxId }) => {
  const { tx } = await enterCounty(context, county)
  const box = (await findBox(tx, boxId)) ?? problem('not-found')
  const head = { orgName: box.orgName, year: box.year, paper: box.paper, state: box.state }
  if (box.seal === null || box.closedOn === null) return agree({ ...head, sealed: null })
  const content = await loadContent(tx, boxId)
  const proof = receiptsProof(box, content, systemHashes.sha256)
  if (!proof.ok) throw new Error('A sealed box is closed')
  const { seal, closedOn } = box
  const slips = content.slips.length
  return agree({
    ...head,
    sealed: { seal, closedOn, slips, receipts: [...content.receipts], proof: [...proof.value] },
  })
})

export const ballotCloseHandlers: readonly Handled[] = [closing, voters, split, receipts, sealed]
