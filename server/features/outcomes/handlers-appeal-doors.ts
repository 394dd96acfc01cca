import { endCaution } from '@steward/domain/outcomes/caution.ts'
import { reopenTolerance } from '@steward/domain/outcomes/tolerance.ts'
import { isOpenWarning, liftWarning } from '@steward/domain/outcomes/warning.ts'
import { agree, type Decision } from '@steward/domain/shared/decision.ts'
import { formatNumber } from '@steward/domain/shared/document-layout.ts'
import { toPlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Context } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { clockOf, stepTo as stepToleranceTo } from './handlers-tolerance-step.ts'
import { bodiesOf as bodiesOfTolerance } from './handlers-tolerance-look.ts'
import { bodiesOf } from './handlers-warning-look.ts'
import { stepTo as stepWarningTo } from './handlers-warning-step.ts'
import { closeWarningThings } from './handlers-warning-things.ts'
import type { KeptAppeal } from './queries-appeal.ts'
import type { AppealDoor } from './queries-appeal-door.ts'
import { lockCaution, saveCaution } from './queries-caution.ts'
import { lockTolerance } from './queries-tolerance.ts'
import { type KeptWarning, lockWarning } from './queries-warning.ts'
import { actingOf, insertOutcomeStep } from './queries-warning-paper.ts'

const known = (ids: readonly (string | null | undefined)[]) => ids.flatMap((id) => id ?? [])

function handsOn({ warning, draftedByAccountId }: KeptWarning): string[] {
  return known([
    ...[draftedByAccountId, warning.served?.enteredBy, warning.talk?.by, warning.measure?.served.enteredBy],
  ])
}

async function lift(context: Context, { appeal }: KeptAppeal, answer: string): Promise<Decision<null>> {
  const { tx, actor, today } = context
  const kept = (await lockWarning(tx, appeal.subject.id)) ?? problem('not-found')
  const lifted = liftWarning(kept.warning, `申诉成立：${answer}`, actingOf(actor), today)
  if (!lifted.ok) return lifted
  await stepWarningTo(
    context,
    kept,
    lifted.value,
    { name: 'lift', words: `申诉成立：${answer}` },
    { endedByName: actor.name },
  )
  await closeWarningThings(context, lifted.value.id)
  return agree(null)
}

/** A warning on its way; upheld, it is lifted. */
export const warningDoor: AppealDoor = {
  async find(tx, id) {
    const kept = await lockWarning(tx, id)
    if (kept === undefined || !isOpenWarning(kept.warning) || kept.servedOn === null) return undefined
    return {
      ...{
        memberId: kept.warning.memberId,
        about: `预警通知书 ${formatNumber(kept.number)}`,
        toldOn: kept.servedOn,
      },
      ...{ decidedByPersons: handsOn(kept), decidedByBodies: [kept.bodyOrgId] },
    }
  },
  uphold: lift,
}

/** The last rung of a warning; upheld, the measure falls and the warning with it. */
export const downMeasureDoor: AppealDoor = {
  async find(tx, id) {
    const kept = await lockWarning(tx, id)
    if (kept?.warning.state !== 'measured' || kept.measureOn === null) return undefined
    return {
      ...{ memberId: kept.warning.memberId, toldOn: kept.measureOn },
      about: `预警后的措施 ${formatNumber(kept.number)}`,
      ...{ decidedByPersons: handsOn(kept), decidedByBodies: bodiesOf(kept) },
    }
  },
  uphold: lift,
}

/** A caution in force; upheld, it ends. */
export const cautionDoor: AppealDoor = {
  async find(tx, id) {
    const kept = await lockCaution(tx, id)
    if (kept?.caution.state !== 'inForce' || kept.servedOn === null) return undefined
    return {
      ...{
        memberId: kept.caution.memberId,
        about: `警示通知书 ${formatNumber(kept.number)}`,
        toldOn: kept.servedOn,
      },
      decidedByPersons: known([kept.draftedByAccountId, kept.caution.served?.enteredBy]),
      decidedByBodies: [kept.bodyOrgId],
    }
  },
  async uphold(context, { appeal }, answer) {
    const { tx, actor, today } = context
    const kept = (await lockCaution(tx, appeal.subject.id)) ?? problem('not-found')
    const ended = endCaution(kept.caution, `申诉成立：${answer}`, actingOf(actor), today)
    if (!ended.ok) return ended
    await saveCaution(tx, {
      ...kept,
      caution: ended.value,
      endedByName: actor.name,
      endedById: actor.accountId,
    })
    await insertOutcomeStep(context, { kind: 'caution', id: ended.value.id }, 'end', `申诉成立：${answer}`)
    return agree(null)
  },
}

/** A finding against toleration, or an application not taken up; upheld, the matter is checked anew. */
export const toleranceDoor: AppealDoor = {
  async find(tx, id) {
    const kept = await lockTolerance(tx, id)
    if (kept === undefined) return undefined
    const { state, memberId, check, finding, answeredOn, appliedOn } = kept.tolerance
    if (state !== 'notTolerated' && state !== 'notAccepted') return undefined
    return {
      memberId,
      about: kept.number === null ? `容错申请（${appliedOn}）` : `容错认定书 ${formatNumber(kept.number)}`,
      toldOn: answeredOn ?? finding?.on ?? toPlainDate(kept.appliedAt),
      decidedByPersons: known([kept.acceptedById, check?.by, finding?.by]),
      decidedByBodies: await bodiesOfTolerance(tx, kept),
    }
  },
  async uphold(context, { appeal }, answer) {
    const kept = (await lockTolerance(context.tx, appeal.subject.id)) ?? problem('not-found')
    const reopened = reopenTolerance(kept.tolerance, await clockOf(context))
    if (!reopened.ok) return reopened
    const { check, finding } = kept.tolerance
    const hands = {
      checkedBefore: known([...kept.checkedBefore, check?.by]),
      foundBefore: known([...kept.foundBefore, finding?.by]),
    }
    const anew = { edition: kept.edition + 1, number: null, checkedByName: null, foundByName: null }
    await stepToleranceTo(
      context,
      kept,
      reopened.value,
      { name: 'reopen', words: `申诉成立：${answer}` },
      { ...anew, ...hands, answeredByName: null, findingBodyOrgId: null },
    )
    return agree(null)
  },
}
