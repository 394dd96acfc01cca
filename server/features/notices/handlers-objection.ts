import type { ObjectionSubject } from '@steward/domain/notices/objection.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { closeThing } from '#features/messages/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { answersOf, goOn, takeBack } from './handlers-open.ts'
import { readsNoticesOf } from './handlers-page.ts'
import { doorOf, factsWithRow, takesObjections } from './handlers-subject.ts'
import {
  appealObjection,
  listMyObjections,
  raiseObjection,
  seeAnswer,
  takeObjection,
  withdrawObjection,
} from './operations-objection.ts'
import type { NoticeDoors } from './queries-door.ts'
import { findNotice } from './queries-notice.ts'
import { type KeptObjection, lockObjection, lockSubject } from './queries-objection.ts'
import { listOwn } from './queries-queue.ts'
import { raiseObjectionOn, type SubjectFacts } from './queries.ts'

/** The facts of what is objected to, or what to answer where there is no such thing. */
async function factsOf(
  { tx }: Context,
  doors: NoticeDoors,
  subject: ObjectionSubject,
  isVisible: (orgPath: string) => boolean,
): Promise<SubjectFacts | 'not-posted'> {
  await lockSubject(tx, subject)
  const door = doorOf(doors, subject.kind) ?? problem('not-found')
  const facts = await door.find(tx, subject.id)
  if (facts !== undefined) return isVisible(facts.orgPath) ? facts : problem('not-found')
  const kept = subject.kind === 'notice' ? await findNoticeSafely(tx, subject.id) : undefined
  // One that does not hang now is told apart from one that is nobody's business.
  if (kept !== undefined && kept.notice.postings > 0 && !takesObjections(kept) && isVisible(kept.orgPath))
    return 'not-posted'
  return problem('not-found')
}

async function findNoticeSafely(tx: Context['tx'], id: string) {
  return /^[0-9a-f-]{36}$/i.test(id) ? await findNotice(tx, id) : undefined
}

const raise = (doors: NoticeDoors) =>
  handle(raiseObjection, async (context, { subject, rowNo, text }) => {
    const { tx, access, actor } = context
    const memberId = actor.memberId ?? problem('not-found')
    access.demand('objection.raise', { memberId })
    const facts = await factsOf(context, doors, subject, (path) => readsNoticesOf(context, path))
    if (facts === 'not-posted') return refuse('notice-not-posted')
    const raised = await raiseObjectionOn(context, {
      ...{ subject, text, raisedByMemberId: memberId, raisedName: actor.name, takenBy: null },
      route: subject.kind === 'notice' ? 'page' : 'statement',
      facts: await factsWithRow(tx, facts, rowNo),
      requestKey: null,
    })
    if (!raised.ok) return raised
    return agree(receiptOf(context, raised.value))
  })

const take = (doors: NoticeDoors) =>
  handle(takeObjection, async (context, { subject, rowNo, route, name, text }) => {
    const { tx, access, actor } = context
    access.demandSomewhere('objection.take')
    const facts = await factsOf(context, doors, subject, (path) => access.can('objection.take', { path }))
    if (facts === 'not-posted') return refuse('notice-not-posted')
    const accountId = actor.accountId ?? problem('forbidden')
    const raised = await raiseObjectionOn(context, {
      ...{ subject, text, route, raisedByMemberId: null, raisedName: name, requestKey: null },
      takenBy: { accountId, name: actor.name },
      facts: await factsWithRow(tx, facts, rowNo),
    })
    if (!raised.ok) {
      if (raised.code === 'objection-already-open')
        throw new Error('Nobody without an account has one already')
      return refuse(raised.code, raised.details)
    }
    return agree(receiptOf(context, raised.value))
  })

function receiptOf(context: Context, { objection }: KeptObjection) {
  const { id: objectionId, code, dueOn, subject } = objection
  context.note({ objectionId, subject: subject.kind })
  return { objectionId, code, dueOn }
}

/** The objection, locked, of the one who objected or for the officer who writes down what was said. */
async function lockOwn({ tx, access, actor }: Context, objectionId: string): Promise<KeptObjection> {
  const kept = (await lockObjection(tx, objectionId)) ?? problem('not-found')
  const { raisedByMemberId, route } = kept.objection
  const isOwn = raisedByMemberId !== null && raisedByMemberId === actor.memberId
  const isTaken =
    (route === 'phone' || route === 'paper') && access.can('objection.take', { path: kept.orgPath })
  if (!isOwn && !isTaken) problem('not-found')
  if (isOwn) access.demand('objection.raise', { memberId: actor.memberId })
  return kept
}

const appeal = handle(appealObjection, async (context, { objectionId, text }) => {
  return await goOn(context, await lockOwn(context, objectionId), text)
})

const withdraw = handle(withdrawObjection, async (context, { objectionId }) => {
  return await takeBack(context, await lockOwn(context, objectionId))
})

const mine = handle(listMyObjections, async (context) => {
  const { tx, access, actor } = context
  access.open('own-account')
  if (actor.memberId === null) return agree({ raised: [], aboutMe: [] })
  const { raised, aboutMe } = await listOwn(tx, actor.memberId)
  return agree({
    raised: await answersOf(context, raised),
    aboutMe: aboutMe.map(({ objection, about }) => {
      const { id, text, raisedOn, dueOn, state, answer, decidedOn } = objection
      return { id, about, text, raisedOn, dueOn, state, answer, decidedOn }
    }),
  })
})

const see = handle(seeAnswer, async ({ tx, access, actor, now }, { objectionId }) => {
  access.open('own-account')
  await closeThing(tx, `objection-answered-${objectionId}-${actor.accountId ?? ''}`, actor, now)
  return agree({})
})

export const objectionHandlers = (doors: NoticeDoors): readonly Handled[] => [
  raise(doors),
  take(doors),
  appeal,
  withdraw,
  mine,
  see,
]
