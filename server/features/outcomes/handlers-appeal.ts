import {
  appealFurther as goFurther,
  assignAppeal as assign,
  decideAppeal as decide,
  isAppealOverdue,
  isOpenAppeal,
  raiseAppeal as raise,
  withdrawAppeal as withdraw,
} from '@steward/domain/outcomes/appeal.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { workingDaysAfter } from '#features/organisation/queries-calendar.ts'
import { findScoringFacts } from '#features/schemes/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { askToAssign, askToDecide, closeAppealThings, tellAnswer } from './handlers-appeal-things.ts'
import * as operations from './operations-appeal.ts'
import {
  type AppealKind,
  findAppeal,
  insertAppeal,
  isDisputed,
  type KeptAppeal,
  lockAppeal,
  lockAppealSubject,
  saveAppeal,
} from './queries-appeal.ts'
import type { AppealDoors } from './queries-appeal-door.ts'
import { findAppealBody, listAppealPersons, listAppeals, listAppealsOf } from './queries-appeal-list.ts'
import { accountOf, insertOutcomeStep, listOutcomeSteps } from './queries-warning-paper.ts'

const START_SIGNS = 60
/** Working days an appeal may take at most, for the calendar. */
const MOST_DAYS = 30

async function clockOf({ tx, today }: Context) {
  const { calendar } = await workingDaysAfter(tx, today, MOST_DAYS)
  return { calendar, today }
}

/** Writes an appeal, for the member or from the member's words. */
async function take(
  context: Context,
  doors: AppealDoors,
  input: { readonly subject: { readonly kind: AppealKind; readonly id: string }; readonly words: string },
  by: 'member' | 'officer',
) {
  const { tx, access, actor, now, today } = context
  const { subject } = input
  await lockAppealSubject(tx, subject)
  const facts = await doors[subject.kind]?.find(tx, subject.id)
  const { memberId } = facts ?? problem('not-found')
  const member = (await findScoringFacts(tx, [memberId], today)).get(memberId) ?? problem('not-found')
  if (by === 'officer') access.demandHidden('appeal.take', { path: member.orgPath })
  // Whoever was removed holds no role any more and still may appeal.
  else if (actor.memberId === memberId) access.open('own-account')
  else access.demandHidden('appeal.raise', { memberId })
  if (facts === undefined) problem('not-found')
  if (by === 'officer' && actor.memberId === memberId) return refuse('appeal-not-yours')
  const body = await findAppealBody(tx, member.orgPath, facts.decidedByBodies)
  const raised = raise(
    {
      ...{
        id: context.newId(),
        memberId,
        subject,
        text: input.words,
        level: body.level,
        bodyId: body.bodyId,
      },
      byMemberId: memberId,
    },
    {
      ...(await clockOf(context)),
      toldOn: facts.toldOn,
      sameOpen: await isDisputed(tx, subject.kind, subject.id),
      decidedByPersons: facts.decidedByPersons,
      decidedByBodies: facts.decidedByBodies,
    },
  )
  if (!raised.ok) return raised
  const kept: KeptAppeal = {
    appeal: raised.value,
    ...{ about: facts.about, toldOn: facts.toldOn, memberName: member.name },
    ...{ orgId: member.orgId, orgName: '', orgPath: member.orgPath, raisedAt: now },
    takenBy: by === 'officer' ? actor.name : null,
    takenByAccountId: by === 'officer' ? actor.accountId : null,
    ...{ bodyName: body.name, bodyPath: body.path, deskOrgId: body.deskOrgId },
    ...{ handlerName: null, decidedBy: null, revision: 1 },
  }
  await insertAppeal(tx, kept)
  const { id: appealId, dueOn } = raised.value
  await insertOutcomeStep(
    context,
    { kind: 'appeal', id: appealId },
    by === 'member' ? 'raise' : 'take',
    raised.value.text,
  )
  await askToAssign(context, kept)
  context.note({ appealId, memberId, subject: subject.kind })
  return agree({ appealId, dueOn, bodyName: body.name })
}

/** Locks an appeal the caller may see. */
async function hold(context: Context, appealId: string): Promise<KeptAppeal> {
  const kept = (await lockAppeal(context.tx, appealId)) ?? problem('not-found')
  demandSight(context, kept)
  return kept
}

/** The member, whoever decides, and officers over the member or the body see it; nobody else knows there is one. */
function demandSight({ access, actor }: Context, { appeal, orgPath, bodyPath }: KeptAppeal): void {
  const isOwn = access.can('appeal.raise', { memberId: appeal.memberId })
  const isHandler = appeal.handlerId !== null && appeal.handlerId === actor.accountId
  const officer =
    access.can('appeal.handle', { path: bodyPath }) ||
    access.can('appeal.read', { path: orgPath }) ||
    access.can('appeal.take', { path: orgPath })
  if (!isOwn && !isHandler && !officer) problem('not-found')
}

const handlers = handle(operations.listAppealHandlers, async (context, { appealId }) => {
  const { tx, access, today } = context
  const kept = (await findAppeal(tx, appealId)) ?? problem('not-found')
  access.demandHidden('appeal.handle', { path: kept.bodyPath })
  const open = { ...kept.appeal, state: 'received' } as const
  return agree({
    rows: (await listAppealPersons(tx, kept.bodyPath, today)).map(({ memberId, ...row }) => {
      const decision = assign(open, { accountId: row.accountId, memberId })
      return { ...row, barred: decision.ok ? null : decision.code }
    }),
  })
})

const give = handle(operations.assignAppeal, async (context, { appealId, accountId }) => {
  const { tx, access, actor, today } = context
  const kept = await hold(context, appealId)
  access.demandHidden('appeal.handle', { path: kept.bodyPath })
  if (actor.memberId === kept.appeal.memberId) return refuse('appeal-own-matter')
  const [person] = await listAppealPersons(tx, kept.bodyPath, today, accountId)
  if (person === undefined) return refuse('appeal-handler-unknown')
  const decision = assign(kept.appeal, person)
  if (!decision.ok) return decision
  const given = { ...kept, appeal: decision.value, handlerName: person.name }
  await saveAppeal(tx, given)
  await insertOutcomeStep(context, { kind: 'appeal', id: appealId }, 'assign', person.name)
  await closeAppealThings(context, kept)
  await askToDecide(context, given, accountId)
  context.note({ appealId, handler: person.name })
  return agree({ handlerName: person.name })
})

const answer = (doors: AppealDoors) =>
  handle(operations.decideAppeal, async (context, { appealId, upheld, answer: words }) => {
    const { tx, actor, today } = context
    const kept = await hold(context, appealId)
    const by = { accountId: accountOf(actor), memberId: actor.memberId }
    const decision = decide(kept.appeal, { by, upheld, answer: words }, today)
    if (!decision.ok) return decision
    const decided: KeptAppeal = { ...kept, appeal: decision.value, decidedBy: actor.name }
    await saveAppeal(tx, decided)
    await insertOutcomeStep(context, { kind: 'appeal', id: appealId }, upheld ? 'uphold' : 'notUphold', words)
    const { subject } = kept.appeal
    if (upheld && subject.kind !== 'grade') {
      const door = doors[subject.kind] ?? problem('not-found')
      const righted = await door.uphold(context, decided, words)
      if (!righted.ok) return refuse('appeal-cannot-correct', { ...righted.details, why: righted.code })
    }
    await closeAppealThings(context, kept)
    await tellAnswer(context, decided)
    context.note({ appealId, upheld })
    return agree({ state: decision.value.state })
  })

const further = handle(operations.appealFurther, async (context, { appealId, words }) => {
  const { tx, access, actor } = context
  const kept = await hold(context, appealId)
  const { memberId } = kept.appeal
  if (actor.memberId === memberId) access.open('own-account')
  else access.demandHidden('appeal.take', { path: kept.orgPath })
  await lockAppealSubject(tx, kept.appeal.subject)
  const { kind, id } = kept.appeal.subject
  const body = await findAppealBody(tx, kept.orgPath, kept.appeal.bodiesBefore)
  const decision = goFurther(
    kept.appeal,
    { level: body.level, bodyId: body.bodyId, text: words, byMemberId: memberId },
    await clockOf(context),
  )
  if (!decision.ok) return decision
  if (kind !== 'grade' && (await isDisputed(tx, kind, id))) return refuse('appeal-already-open')
  const moved: KeptAppeal = {
    ...{ ...kept, appeal: decision.value, bodyName: body.name, bodyPath: body.path },
    ...{ deskOrgId: body.deskOrgId, handlerName: null, decidedBy: null },
  }
  await saveAppeal(tx, moved)
  await insertOutcomeStep(context, { kind: 'appeal', id: appealId }, 'further', decision.value.text)
  await askToAssign(context, moved)
  context.note({ appealId, level: body.level })
  return agree({ dueOn: decision.value.dueOn, bodyName: body.name })
})

const takeBack = handle(operations.withdrawAppeal, async (context, { appealId }) => {
  const { tx, access, actor } = context
  const kept = await hold(context, appealId)
  if (actor.memberId === kept.appeal.memberId) access.open('own-account')
  else access.demandHidden('appeal.raise', { memberId: kept.appeal.memberId })
  const decision = withdraw(kept.appeal, actor.memberId ?? problem('forbidden'))
  if (!decision.ok) return decision
  await saveAppeal(tx, { ...kept, appeal: decision.value })
  await insertOutcomeStep(context, { kind: 'appeal', id: appealId }, 'withdraw')
  await closeAppealThings(context, kept)
  context.note({ appealId })
  return agree({})
})

function lineOf({ today, actor }: Context, kept: KeptAppeal) {
  const { appeal, memberName, orgName, about, bodyName, handlerName } = kept
  const { id, memberId, subject, state, level, raisedOn, dueOn, late, handlerId } = appeal
  if (subject.kind === 'grade') throw new Error('Appeals against grades are kept with the appraisal')
  return {
    ...{ id, memberId, memberName, orgName, about, state, level, bodyName, raisedOn, dueOn, handlerName },
    subject: { kind: subject.kind, id: subject.id },
    start: [...appeal.text].slice(0, START_SIGNS).join(''),
    isLate: late,
    isOverdue: isAppealOverdue(appeal, today),
    isMine: handlerId !== null && handlerId === actor.accountId,
  }
}

const list = handle(operations.listAppeals, async (context, asked) => {
  const { tx, access, actor, today } = context
  access.demandSomewhere('appeal.handle')
  const { rows, counts } = await listAppeals(tx, access, {
    ...{ ...asked, today, accountId: actor.accountId, memberId: actor.memberId },
  })
  return agree({ rows: rows.map((kept) => lineOf(context, kept)), total: counts[asked.show], counts })
})

const mine = handle(operations.listMyAppeals, async (context) => {
  const { tx, access, actor } = context
  access.open('own-account')
  if (actor.memberId === null) return agree({ rows: [] })
  return agree({ rows: (await listAppealsOf(tx, actor.memberId)).map((kept) => lineOf(context, kept)) })
})

const show = handle(operations.showAppeal, async (context, { appealId }) => {
  const { tx, access, actor } = context
  const kept = (await findAppeal(tx, appealId)) ?? problem('not-found')
  demandSight(context, kept)
  const { appeal } = kept
  const isOwn = actor.memberId === appeal.memberId
  const handles = access.can('appeal.handle', { path: kept.bodyPath }) && !isOwn
  const raises = isOwn || access.can('appeal.take', { path: kept.orgPath })
  const next =
    appeal.state === 'notUpheld' ? await findAppealBody(tx, kept.orgPath, appeal.bodiesBefore) : undefined
  const may: ('assign' | 'decide' | 'further' | 'withdraw')[] = []
  if (isOpenAppeal(appeal) && handles) may.push('assign')
  if (appeal.state === 'assigned' && appeal.handlerId === actor.accountId) may.push('decide')
  if (next !== undefined && raises) may.push('further')
  if (isOpenAppeal(appeal) && isOwn) may.push('withdraw')
  return agree({
    ...lineOf(context, kept),
    ...{ words: appeal.text, takenBy: kept.takenBy, answer: appeal.answer, decidedOn: appeal.decidedOn },
    ...{ decidedBy: kept.decidedBy, steps: await listOutcomeSteps(tx, appealId), isOwn, may },
    nextBodyName: next?.name ?? null,
  })
})

export function appealHandlers(doors: AppealDoors): readonly Handled[] {
  return [
    handle(operations.raiseAppeal, (context, input) => take(context, doors, input, 'member')),
    handle(operations.takeAppeal, (context, input) => take(context, doors, input, 'officer')),
    ...[handlers, give, answer(doors), further, takeBack, list, mine, show],
  ]
}
