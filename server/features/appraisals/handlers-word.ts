import {
  answerPeer as answerTo,
  sayAboutPeer,
  withoutPeerWord,
  writeSelf,
} from '@steward/domain/appraisals/self-and-peers.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { mayWrite } from './handlers-report.ts'
import { answerPeer, listWords, sayPeer, saySelf } from './operations-report.ts'
import { type Appraisal, findAppraisal, lockAppraisal } from './queries.ts'
import { type KeptLine, listRoll } from './queries-roll.ts'
import { insertPeer, listPeers, listSelves, lockPeer, putSelf, savePeerAnswer } from './queries-word.ts'

/** Words are said until the boxes are opened. */
function isTimeForWords({ stage }: Appraisal): boolean {
  return stage === 'dutyReports' || stage === 'self' || stage === 'peers'
}

const self = handle(saySelf, async (context, { appraisalId, memberId, text }) => {
  const { tx, actor, today } = context
  const of = (await lockAppraisal(tx, appraisalId)) ?? problem('not-found')
  if (!mayWrite(context, of, memberId)) problem('not-found')
  if (!isTimeForWords(of)) return refuse('word-not-now', { stage: of.stage })
  const line = (await listRoll(tx, of.id)).find((one) => one.memberId === memberId)
  if (line === undefined) return refuse('word-not-on-roll')
  const isOwn = memberId === actor.memberId
  const said = writeSelf({ memberId, text, on: today, writtenBy: isOwn ? null : actor.accountId })
  if (!said.ok) return said
  await putSelf(tx, of.id, said.value, isOwn ? '' : actor.name)
  context.note({ appraisalId: of.id, memberId })
  return agree({})
})

const peer = handle(sayPeer, async (context, { appraisalId, aboutMemberId, byMemberId, text }) => {
  const { tx, actor, today } = context
  const of = (await lockAppraisal(tx, appraisalId)) ?? problem('not-found')
  if (!mayWrite(context, of, byMemberId)) problem('not-found')
  if (!isTimeForWords(of)) return refuse('word-not-now', { stage: of.stage })
  const roll = await listRoll(tx, of.id)
  const isListed = (id: string) => roll.some(({ memberId }) => memberId === id)
  if (!isListed(aboutMemberId) || !isListed(byMemberId)) return refuse('word-not-on-roll')
  const groupOf = of.inGroups ? new Map(roll.map(({ memberId, group }) => [memberId, group])) : null
  const word = { id: context.newId(), aboutMemberId, byMemberId, text, on: today }
  const said = sayAboutPeer(word, { groupOf })
  if (!said.ok) return said
  const isOwn = byMemberId === actor.memberId
  const writtenBy = isOwn ? { accountId: null, name: '' } : { accountId: actor.accountId, name: actor.name }
  await insertPeer(tx, of.id, said.value, writtenBy)
  context.note({ appraisalId: of.id, memberId: aboutMemberId })
  return agree({ wordId: word.id })
})

const answer = handle(answerPeer, async (context, { wordId, answer: text }) => {
  const { tx, actor, access } = context
  const word = (await lockPeer(tx, wordId)) ?? problem('not-found')
  const isAbout = actor.memberId === word.aboutMemberId
  const isBy = actor.memberId === word.byMemberId
  const mayRead = isAbout || isBy || access.can('settlement.read', { path: word.orgPath })
  access.open('own-account')
  if (!mayRead) problem('not-found')
  const answered = answerTo(word, actor.memberId ?? '', text)
  if (!answered.ok) return answered
  await savePeerAnswer(tx, wordId, answered.value.answer)
  context.note({ wordId })
  return agree({})
})

const list = handle(listWords, async ({ tx, access, actor }, { appraisalId, memberId }) => {
  const of = (await findAppraisal(tx, appraisalId)) ?? problem('not-found')
  access.demandHidden('appraisal.read', { path: of.orgPath })
  const isAll = access.can('settlement.read', { path: of.orgPath })
  const own = actor.memberId
  const roll = await listRoll(tx, appraisalId)
  const selves = await listSelves(tx, appraisalId)
  const peers = await listPeers(tx, appraisalId)
  const takesPart = roll.filter(({ place }) => place === 'graded')
  const silent = new Set(
    withoutPeerWord(
      takesPart.map((line) => line.memberId),
      peers,
    ),
  )
  const saidSelf = new Set(selves.map((one) => one.memberId))
  const nameOf = ({ memberId: id, name }: (typeof roll)[number]) => ({ memberId: id, name })
  return agree({
    selves: selves
      .filter((one) => (isAll || one.memberId === own) && (memberId === null || one.memberId === memberId))
      .map((one) => ({ ...one })),
    peers: peers
      .filter((one) => isAll || one.aboutMemberId === own || one.byMemberId === own)
      .filter((one) => memberId === null || one.aboutMemberId === memberId)
      .map(({ id, aboutMemberId, about, byMemberId, by, text, on, answer: said }) => ({
        ...{ id, aboutMemberId, about, byMemberId, by, text, on, answer: said },
        mayAnswer: aboutMemberId === own,
      })),
    fellows: fellowsOf(of, roll, own).map((line) => ({
      ...nameOf(line),
      said: peers.some((one) => one.byMemberId === own && one.aboutMemberId === line.memberId),
    })),
    withoutSelf: isAll ? takesPart.filter((line) => !saidSelf.has(line.memberId)).map(nameOf) : [],
    withoutPeer: takesPart.filter((line) => silent.has(line.memberId)).map(nameOf),
  })
})

/** Whom a member on the roll may speak of: all others that are graded, of the own group where there are groups. */
function fellowsOf(of: Appraisal, roll: readonly KeptLine[], own: string | null): readonly KeptLine[] {
  const mine = roll.find(({ memberId }) => memberId === own)
  if (mine === undefined) return []
  return roll.filter(
    ({ memberId, place, group }) =>
      memberId !== own && place === 'graded' && (!of.inGroups || group === mine.group),
  )
}

export const wordHandlers: readonly Handled[] = [self, peer, answer, list]
