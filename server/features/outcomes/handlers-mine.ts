import { isShownToMember } from '@steward/domain/outcomes/outcome-list.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { findCommitteeAbove } from '#features/appraisals/queries-above.ts'
import { handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { planView } from './handlers-help.ts'
import { closeToldOutcomes } from './handlers-things.ts'
import { isCadreMatter, limitLine, servedView } from './handlers-use-shape.ts'
import { showMyOutcomes } from './operations-mine.ts'
import { listHelpPlansOfMember } from './queries-help.ts'
import { listLimitsOfMember } from './queries-limit.ts'
import { listYearsOfMember } from './queries-no-use.ts'
import { listReadings } from './queries-reader.ts'
import { type KeptUse, listUsesOfMember } from './queries-use.ts'

const useView = (use: KeptUse) => ({
  ...{ id: use.id, use: use.use, kind: use.kind, body: use.body, state: use.state, disputed: use.disputed },
  ...{ decidedOn: use.decidedOn, decidedBy: use.decidedByName, document: use.document, reason: use.reason },
  served: servedView(use.served),
})

/** Everything that follows from the own grade, as soon as the grade was told; nothing of anybody else. */
const mine = handle(showMyOutcomes, async (context) => {
  const { tx, access, actor } = context
  const memberId = actor.memberId ?? problem('forbidden')
  access.demand('outcome.read', { memberId })
  const years = await listYearsOfMember(tx, memberId)
  const uses = await listUsesOfMember(tx, memberId)
  const limits = await listLimitsOfMember(tx, memberId)
  const plans = await listHelpPlansOfMember(tx, memberId)
  const readings = await listReadings(tx, { memberId }, { offset: 0, limit: 1 })
  const paths = [...new Set(years.map(({ orgPath }) => orgPath))]
  const above = new Map<string, string>()
  for (const path of paths) above.set(path, (await findCommitteeAbove(tx, path)) ?? '')
  await closeToldOutcomes(context, [
    ...uses.map(({ id }) => id),
    ...limits.map(({ id }) => id),
    ...plans.map(({ id }) => id),
  ])
  return agree({
    years: years.map((one) => ({
      ...{ year: one.year, grade: one.grade, orgName: one.orgName },
      feedbackId: one.feedbackState === 'appealed' ? null : one.feedbackId,
      appealTo: (above.get(one.orgPath) ?? '') || one.orgName,
      uses: uses
        .filter((use) => use.appraisalId === one.appraisalId && isShownToMember(use, isCadreMatter(use)))
        .map(useView),
      noUse:
        one.noUse === null || one.noUseOn === null
          ? null
          : { reason: one.noUse, by: one.noUseBy ?? '', on: one.noUseOn },
    })),
    limits: limits.map((limit) => limitLine(context, limit)),
    helpPlans: plans.map((plan) => planView(context, plan)),
    readings: readings.total,
  })
})

export const mineHandlers: readonly Handled[] = [mine]
