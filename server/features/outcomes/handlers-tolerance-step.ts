import type { ToleranceCase } from '@steward/domain/outcomes/tolerance.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { workingDaysAfter } from '#features/organisation/queries-calendar.ts'
import { closeThing, openThing } from '#features/messages/queries.ts'
import { findAccountOf } from '#features/notices/queries-queue.ts'
import type { Context } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { demandReader } from './queries-reader.ts'
import { findToleranceDays, type KeptTolerance, lockTolerance, saveTolerance } from './queries-tolerance.ts'
import { insertOutcomeStep, listBodies } from './queries-warning-paper.ts'

/** Minutes a thing to do usually takes. */
const MINUTES = { accept: 5, check: 60, find: 20, answer: 10, answered: 3 }
/** The longest clock a county may settle, in working days. */
const MOST_DAYS = 120

export async function holdTolerance(context: Context, id: string): Promise<KeptTolerance> {
  const kept = (await lockTolerance(context.tx, id)) ?? problem('not-found')
  await toleranceSightOf(context, kept)
  return kept
}

/** The standing in which the caller reads it. */
export async function toleranceSightOf(context: Context, { tolerance, orgPath }: KeptTolerance) {
  const { id, memberId } = tolerance
  const file = { kind: 'tolerance', id, memberId, path: orgPath, handles: ['tolerance.read'] } as const
  return { file, standing: await demandReader(context, file) }
}

/** The working-day clock with the days the county has settled. */
export async function clockOf({ tx, today }: Context) {
  const { calendar } = await workingDaysAfter(tx, today, MOST_DAYS)
  return { calendar, today, days: await findToleranceDays(tx) }
}

/** Saves a step, its line of the history, and what is to be done next. */
export async function stepTo(
  context: Context,
  kept: KeptTolerance,
  tolerance: ToleranceCase,
  step: { readonly name: string; readonly words?: string },
  more: Partial<KeptTolerance> = {},
) {
  const moved = { ...kept, ...more, tolerance }
  const revision = await saveTolerance(context.tx, moved)
  await insertOutcomeStep(context, { kind: 'tolerance', id: tolerance.id }, step.name, step.words ?? '')
  await closeToleranceThings(context, tolerance.id)
  await askForNext(context, moved)
  context.note({ toleranceId: tolerance.id, memberId: tolerance.memberId, state: tolerance.state })
  return agree({ state: tolerance.state, revision, dueOn: tolerance.dueOn })
}

const NEXT = {
  applied: 'accept',
  accepted: 'check',
  checked: 'find',
  tolerated: 'answer',
  notTolerated: 'answer',
  notAccepted: 'answer',
} as const

/** The committee above is asked for the next step; once answered the member is told. */
export async function askForNext(context: Context, kept: KeptTolerance): Promise<void> {
  const { tx, newId, now, actor } = context
  const { id, memberId, state, dueOn, answeredOn } = kept.tolerance
  if (answeredOn !== null) {
    const accountId = await findAccountOf(tx, memberId)
    if (accountId === undefined) return
    await openThing(tx, {
      ...{
        id: newId(),
        key: `tolerance-answered-${kept.edition}-${id}`,
        kind: 'tolerance.answered',
        dueOn: null,
      },
      ...{
        to: { accountId },
        orgId: kept.orgId,
        facts: { state },
        minutes: MINUTES.answered,
        askedBy: actor.name,
      },
      ...{ subjectId: id, openedAt: now },
    })
    return
  }
  const step = NEXT[state]
  const [body] = await listBodies(tx, kept.orgPath)
  await openThing(tx, {
    ...{
      id: newId(),
      key: `tolerance-${step}-${id}`,
      kind: `tolerance.${step}`,
      dueOn,
      minutes: MINUTES[step],
    },
    ...{ to: { permission: 'warning.attend' as const }, orgId: body?.id ?? kept.orgId },
    ...{
      facts: { name: kept.memberName, org: kept.orgName },
      askedBy: kept.orgName,
      subjectId: id,
      openedAt: now,
    },
  })
}

async function closeToleranceThings({ tx, actor, now }: Context, id: string): Promise<void> {
  for (const step of ['accept', 'check', 'find', 'answer'] as const)
    await closeThing(tx, `tolerance-${step}-${id}`, actor, now)
}
