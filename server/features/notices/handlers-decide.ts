import { ROLES, isRole } from '@steward/domain/access/roles.ts'
import {
  assignObjection as assign,
  decideObjection as decide,
  isOpen,
  isOverdue,
} from '@steward/domain/notices/objection.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { addDays, type PlainDate } from '@steward/domain/shared/plain-date.ts'
import { countWorkingDays, type WorkingCalendar } from '@steward/domain/shared/working-days.ts'
import { closeThing, openThing } from '#features/messages/queries.ts'
import { loadCalendar } from '#features/organisation/queries-calendar.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { appealUntil, closeObjectionThings, nextOrg } from './handlers-open.ts'
import { doorOf } from './handlers-subject.ts'
import {
  assignObjection,
  decideObjection,
  listHandlers,
  listObjections,
  showObjection,
} from './operations-objection.ts'
import type { NoticeDoors } from './queries-door.ts'
import { findRow } from './queries-notice.ts'
import {
  findObjection,
  insertStep,
  type KeptObjection,
  listMemberNames,
  listSteps,
  lockObjection,
  saveObjection,
} from './queries-objection.ts'
import { findAccountOf, listHandlerRows, listQueue } from './queries-queue.ts'

/** Reading, asking and writing an answer. */
const DECIDE_MINUTES = 15
const START_SIGNS = 60

const list = handle(listObjections, async (context, asked) => {
  const { tx, access, actor, today } = context
  access.demandSomewhere('objection.handle')
  const { rows, counts } = await listQueue(tx, access, { ...asked, today, accountId: actor.accountId })
  const calendar = await calendarFor(context, rows)
  return agree({
    rows: rows.map((kept) => ({
      ...lineOf(context, kept, calendar),
      start: [...kept.objection.text].slice(0, START_SIGNS).join(''),
    })),
    total: counts[asked.show],
    counts,
  })
})

async function calendarFor({ tx, today }: Context, kept: readonly KeptObjection[]): Promise<WorkingCalendar> {
  const days = kept.map(({ objection }) => objection.dueOn)
  const from = days.reduce((first, day) => (day < first ? day : first), today)
  return await loadCalendar(tx, from, addDays(today, 30))
}

/** Working days from today to the day an answer is due; negative when it is past. */
function daysLeft(calendar: WorkingCalendar, today: PlainDate, dueOn: PlainDate): number {
  return dueOn >= today ? countWorkingDays(calendar, today, dueOn) : -countWorkingDays(calendar, dueOn, today)
}

function lineOf({ today, actor }: Context, kept: KeptObjection, calendar: WorkingCalendar) {
  const { objection } = kept
  const { id, subject, stage, state, raisedOn, dueOn } = objection
  return {
    ...{ id, stage, state, raisedOn, dueOn },
    ...{ noticeId: kept.noticeId, about: kept.about, orgName: kept.orgName, stageOrgName: kept.stageOrgName },
    subjectKind: subject.kind,
    daysLeft: daysLeft(calendar, today, dueOn),
    isOverdue: isOverdue(objection, today),
    handlerName: kept.handlerName,
    isMine: objection.handlerId !== null && objection.handlerId === actor.accountId,
  }
}

/** The handler and whoever has reach over the organisation it is about see it. */
function demandSight({ access, actor }: Context, kept: KeptObjection): void {
  const isHandler = kept.objection.handlerId !== null && kept.objection.handlerId === actor.accountId
  const sees =
    access.can('objection.handle', { path: kept.orgPath }) ||
    access.can('objection.take', { path: kept.orgPath })
  if (!isHandler && !sees) problem('not-found')
}

const show = handle(showObjection, async (context, { objectionId }) => {
  const { tx, access, actor, today } = context
  const kept = (await findObjection(tx, objectionId)) ?? problem('not-found')
  demandSight(context, kept)
  const { objection } = kept
  const { noticeId, rowNo } = kept
  const row = noticeId === null || rowNo === null ? undefined : await findRow(tx, noticeId, rowNo)
  const isConcerned = actor.memberId !== null && kept.concernedMemberIds.includes(actor.memberId)
  const line = lineOf(context, kept, await calendarFor(context, [kept]))
  const until = appealUntil(objection, today)
  const steps = await listSteps(tx, [objection.id])
  return agree({
    ...line,
    ...{
      text: objection.text,
      firstText: kept.firstText,
      answer: objection.answer,
      decidedOn: objection.decidedOn,
    },
    from: knowsFrom(context, kept, isConcerned) ? fromOf(kept) : null,
    row: row ?? null,
    subjectId: objection.subject.id,
    concerned: await listMemberNames(tx, kept.concernedMemberIds),
    steps: steps.map(({ step, stage, by, at, words }) => ({ step, stage, by, at, words })),
    revision: kept.revision,
    mayAssign:
      isOpen(objection) && !isConcerned && access.can('objection.handle', { path: kept.stageOrgPath }),
    mayDecide: objection.state === 'assigned' && line.isMine,
    mayTake: objection.route !== 'page' && access.can('objection.take', { path: kept.orgPath }),
    appealUntil: until,
    nextOrgName: until === null ? null : ((await nextOrg(tx, kept))?.name ?? null),
  })
})

/** Who objected is known to whoever handles it and whoever wrote it down, to nobody else, least of all to those concerned. */
function knowsFrom(
  { actor }: Context,
  { objection, takenByAccountId }: KeptObjection,
  isConcerned: boolean,
): boolean {
  if (isConcerned || actor.accountId === null) return false
  return actor.accountId === objection.handlerId || actor.accountId === takenByAccountId
}

function fromOf({ objection, raisedName, takenBy }: KeptObjection) {
  return { route: objection.route, code: objection.code, name: raisedName, takenBy }
}

const handlers = handle(listHandlers, async (context, { objectionId }) => {
  const { tx, access, today } = context
  const kept = (await findObjection(tx, objectionId)) ?? problem('not-found')
  access.demandHidden('objection.handle', { path: kept.stageOrgPath })
  const found = await listHandlerRows(tx, kept.stageOrgPath, today)
  const open = { ...kept.objection, state: 'received' } as const
  return agree({
    rows: found.map(({ role, memberId, ...row }) => {
      const decision = assign(open, { accountId: row.accountId, memberId }, kept)
      const barred = decision.ok || decision.code === 'objection-wrong-state' ? null : decision.code
      const { zh, en } = isRole(role) ? ROLES[role] : { zh: role, en: role }
      return { ...row, barred, roleLabel: { zh, en } }
    }),
  })
})

const give = handle(assignObjection, async (context, { objectionId, accountId }) => {
  const { tx, access, actor, now, today } = context
  const kept = (await lockObjection(tx, objectionId)) ?? problem('not-found')
  access.demandHidden('objection.handle', { path: kept.stageOrgPath })
  // Who is concerned by it has no hand in who decides it.
  if (actor.memberId !== null && kept.concernedMemberIds.includes(actor.memberId))
    return refuse('objection-own-matter')
  const [handler] = await listHandlerRows(tx, kept.stageOrgPath, today, accountId)
  if (handler === undefined) return refuse('objection-handler-unknown')
  const decision = assign(kept.objection, handler, kept)
  if (!decision.ok) return decision
  const { id, stage, dueOn } = decision.value
  await saveObjection(tx, { ...kept, objection: decision.value })
  const step = {
    step: 'assign',
    stage,
    words: handler.name,
    by: actor.name,
    accountId: actor.accountId,
    at: now,
  } as const
  await insertStep(tx, context.newId(), id, step)
  const former = kept.objection.handlerId === null ? 'assign' : 'decide'
  await closeThing(tx, `objection-${former}-${id}`, actor, now)
  await openThing(tx, {
    ...{
      id: context.newId(),
      key: `objection-decide-${id}`,
      kind: 'objection.decide',
      to: { accountId },
      dueOn,
    },
    ...{ orgId: kept.stageOrgId, facts: { org: kept.orgName }, minutes: DECIDE_MINUTES, askedBy: actor.name },
    ...{ subjectId: id, openedAt: now },
  })
  context.note({ objectionId, handler: handler.name })
  return agree({ handlerName: handler.name })
})

const answer = (doors: NoticeDoors) =>
  handle(decideObjection, async (context, { objectionId, upheld, answer: words, right }) => {
    const { tx, actor, now, today } = context
    const kept = (await lockObjection(tx, objectionId)) ?? problem('not-found')
    demandSight(context, kept)
    const by = { accountId: actor.accountId ?? problem('forbidden'), memberId: actor.memberId }
    const decision = decide(kept.objection, { by, upheld, answer: words }, { ...kept, today })
    if (!decision.ok) return decision
    const decided: KeptObjection = { ...kept, objection: decision.value }
    await saveObjection(tx, decided)
    const { id, stage } = decision.value
    const step = upheld ? 'uphold' : 'notUphold'
    await insertStep(tx, context.newId(), id, {
      step,
      stage,
      words,
      by: actor.name,
      accountId: actor.accountId,
      at: now,
    })
    if (upheld) {
      const door = doorOf(doors, kept.objection.subject.kind) ?? problem('not-found')
      const corrected = await door.uphold(context, decided, words, right)
      if (!corrected.ok)
        return refuse('objection-cannot-correct', { ...corrected.details, why: corrected.code })
    }
    await closeObjectionThings(context, kept)
    await tellAnswer(context, decided)
    context.note({ objectionId, upheld })
    return agree({ state: decision.value.state })
  })

/** A member who objected with an account is told that the answer is there. */
async function tellAnswer(context: Context, { objection, about, stageOrgId, stageOrgName }: KeptObjection) {
  const { tx, now } = context
  if (objection.raisedByMemberId === null) return
  const accountId = await findAccountOf(tx, objection.raisedByMemberId)
  if (accountId === undefined) return
  await openThing(tx, {
    ...{
      id: context.newId(),
      key: `objection-answered-${objection.id}-${accountId}`,
      kind: 'objection.answered',
    },
    ...{ to: { accountId }, orgId: stageOrgId, facts: { title: about, state: objection.state }, dueOn: null },
    ...{ minutes: 1, askedBy: stageOrgName, subjectId: objection.id, openedAt: now },
  })
}

export const decideHandlers = (doors: NoticeDoors): readonly Handled[] => [
  list,
  show,
  handlers,
  give,
  answer(doors),
]
