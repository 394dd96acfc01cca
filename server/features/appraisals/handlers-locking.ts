import type { AppraisalStage } from '@steward/domain/appraisals/appraisal.ts'
import { agree, type Decision, refuse } from '@steward/domain/shared/decision.ts'
import type { Context } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { type Appraisal, lockAppraisal } from './queries.ts'

/** The appraisal of a command, locked, for who runs it. */
export async function lockToRun(context: Context, id: string): Promise<Appraisal> {
  const of = (await lockAppraisal(context.tx, id)) ?? problem('not-found')
  context.access.demandHidden('appraisal.run', { path: of.orgPath })
  return of
}

/** Refuses to write upon what another page has changed meanwhile. */
export function checkRevision(of: Appraisal, revision: number): Decision<true, 'appraisal-changed-since'> {
  return of.revision === revision ? agree(true) : refuse('appraisal-changed-since', { revision: of.revision })
}

export function checkStage(
  of: Appraisal,
  stages: readonly AppraisalStage[],
): Decision<true, 'appraisal-wrong-stage'> {
  return stages.includes(of.stage) ? agree(true) : refuse('appraisal-wrong-stage', { stage: of.stage })
}
