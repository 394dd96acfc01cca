import {
  appealObjection as appeal,
  isOpen,
  isOverdue,
  type Objection,
  objectionStages,
  objectionWindowDays,
  readObjectionCode,
  withdrawObjection as withdraw,
} from '@steward/domain/notices/objection.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { addDays, type PlainDate, toPlainDate } from '@steward/domain/shared/plain-date.ts'
import { closeThing } from '#features/messages/queries.ts'
import { workingDaysAfter } from '#features/organisation/queries-calendar.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { enterCounty, noticeOfCode, unknownCode } from './handlers-page.ts'
import { factsOfNotice, factsWithRow } from './handlers-subject.ts'
import { appealOpenly, openAnswer, raiseOpenly, withdrawOpenly } from './operations-page.ts'
import { lockNotice } from './queries-notice.ts'
import {
  findObjectionByCode,
  findSentBefore,
  findStageOrg,
  insertStep,
  type KeptObjection,
  listSteps,
  lockObjection,
  lockSubject,
  type ObjectionStep,
  saveObjection,
} from './queries-objection.ts'
import { openAssignThing, raiseObjectionOn } from './queries.ts'

/** Objections from one address in ten minutes; a whole village may share one. */
const MOST_RAISED = 30
const TEN_MINUTES = 600

const raise = handle(raiseOpenly, async (context, { county, code, rowNo, text, name }) => {
  const here = await enterCounty(context, county)
  const found = await noticeOfCode(here, code)
  const subject = { kind: 'notice', id: found.notice.id } as const
  const { key } = here.request
  await lockSubject(here.tx, subject)
  const before = key === null ? undefined : await findSentBefore(here.tx, key)
  if (before !== undefined) return agree({ code: before.code, dueOn: before.dueOn })
  await here.limits.take('objection-raise', here.request.address, MOST_RAISED, TEN_MINUTES)
  const kept = await lockNotice(here.tx, found.notice.id, 'count')
  const facts = kept && factsOfNotice(kept)
  if (facts === undefined) return refuse('notice-not-posted')
  const raised = await raiseObjectionOn(here, {
    ...{ subject, text, raisedName: name, route: 'page', raisedByMemberId: null, takenBy: null },
    facts: await factsWithRow(here.tx, facts, rowNo),
    requestKey: key,
  })
  if (!raised.ok) {
    if (raised.code === 'objection-already-open') throw new Error('Nobody without a name has one already')
    return refuse(raised.code, raised.details)
  }
  here.note({ noticeId: found.notice.id })
  return agree({ code: raised.value.objection.code, dueOn: raised.value.objection.dueOn })
})

async function objectionOfCode(here: Context, typed: string): Promise<KeptObjection> {
  const code = readObjectionCode(typed)
  const found = code === undefined ? undefined : await findObjectionByCode(here.tx, code)
  return found ?? (await unknownCode(here))
}

const answer = handle(openAnswer, async (context, { county, code }) => {
  const here = await enterCounty(context, county)
  const [page] = await answersOf(here, [await objectionOfCode(here, code)])
  return agree(page ?? (await unknownCode(here)))
})

/** What those who objected read of it: stages, days and written answers, never a name. */
export async function answersOf({ tx, today }: Context, kept: readonly KeptObjection[]) {
  const steps = await listSteps(
    tx,
    kept.map(({ objection }) => objection.id),
  )
  const pages = []
  for (const one of kept) {
    const { objection } = one
    const until = appealUntil(objection, today)
    const next = until === null ? undefined : await nextOrg(tx, one)
    pages.push({
      id: objection.id,
      ...{ code: objection.code, about: one.about, orgName: one.orgName, stageOrgName: one.stageOrgName },
      ...{
        text: objection.text,
        raisedOn: objection.raisedOn,
        stage: objection.stage,
        state: objection.state,
      },
      ...{ dueOn: objection.dueOn, answer: objection.answer, decidedOn: objection.decidedOn },
      isOverdue: isOverdue(objection, today),
      steps: steps
        .filter(({ objectionId }) => objectionId === objection.id)
        .map(({ step, stage, at, words }) => ({ step, stage, on: toPlainDate(at), words })),
      appealUntil: next === undefined ? null : until,
      nextOrgName: next?.name ?? null,
      mayWithdraw: isOpen(objection),
    })
  }
  return pages
}

/** Last day to go on to the next level; null where that is over or there is none. */
export function appealUntil(objection: Objection, today: PlainDate): PlainDate | null {
  if (objection.state !== 'notUpheld' || objection.decidedOn === null) return null
  if (objection.stage === 'county') return null
  const until = addDays(objection.decidedOn, objectionWindowDays)
  return today <= until ? until : null
}

/** Who would answer next. */
export async function nextOrg(tx: Context['tx'], { objection, orgPath }: KeptObjection) {
  const next = objectionStages[objectionStages.indexOf(objection.stage) + 1]
  return next === undefined ? undefined : await findStageOrg(tx, orgPath, next)
}

/** Goes on to the next level, for whoever has the code, the account or the officer's ear. The objection is locked. */
export async function goOn(context: Context, kept: KeptObjection, text: string) {
  const { tx, today } = context
  const { calendar } = await workingDaysAfter(tx, today, 5)
  const decision = appeal(kept.objection, text, { calendar, today })
  if (!decision.ok) return decision
  const org = await findStageOrg(tx, kept.orgPath, decision.value.stage)
  if (org === undefined) return refuse('objection-no-higher-stage')
  const moved: KeptObjection = {
    ...kept,
    objection: decision.value,
    stageOrgId: org.id,
    stageOrgName: org.name,
    stageOrgPath: org.path,
  }
  await saveObjection(tx, moved)
  await noteStep(context, moved, 'appeal', decision.value.text)
  await openAssignThing(context, moved)
  context.note({ objectionId: kept.objection.id, stage: decision.value.stage })
  return agree({ dueOn: decision.value.dueOn })
}

/** Takes it back. The caller has shown to be the one who objected; the objection is locked. */
export async function takeBack(context: Context, kept: KeptObjection) {
  const decision = withdraw(kept.objection, kept.objection.raisedByMemberId)
  if (!decision.ok) {
    if (decision.code === 'objection-own-matter') throw new Error('It is the own one')
    return refuse(decision.code, decision.details)
  }
  await saveObjection(context.tx, { ...kept, objection: decision.value })
  await noteStep(context, kept, 'withdraw', '')
  await closeObjectionThings(context, kept)
  context.note({ objectionId: kept.objection.id })
  return agree({})
}

/** Writes down a step of the one who objected, without a name. */
async function noteStep(
  context: Context,
  { objection }: KeptObjection,
  step: ObjectionStep['step'],
  words: string,
): Promise<void> {
  const { tx, now: at } = context
  const { id, stage } = objection
  await insertStep(tx, context.newId(), id, { step, stage, words, by: '', accountId: null, at })
}

/** Nobody has anything left to do for it; `kept` is as it was before. */
export async function closeObjectionThings(
  { tx, actor, now, today }: Context,
  { objection }: KeptObjection,
): Promise<void> {
  const asked = objection.state === 'received' ? 'assign' : 'decide'
  const keys = isOverdue(objection, today) ? [asked, `overdue-${objection.stage}`] : [asked]
  for (const key of keys) await closeThing(tx, `objection-${key}-${objection.id}`, actor, now)
}

const appealByCode = handle(appealOpenly, async (context, { county, code, text }) => {
  const here = await enterCounty(context, county)
  const found = await objectionOfCode(here, code)
  const kept = (await lockObjection(here.tx, found.objection.id)) ?? found
  return await goOn(here, kept, text)
})

const withdrawByCode = handle(withdrawOpenly, async (context, { county, code }) => {
  const here = await enterCounty(context, county)
  const found = await objectionOfCode(here, code)
  const kept = (await lockObjection(here.tx, found.objection.id)) ?? found
  return await takeBack(here, kept)
})

export const openHandlers: readonly Handled[] = [raise, answer, appealByCode, withdrawByCode]
