import { agree, type Decision, refuse } from '../shared/decision.ts'
import { addYears, type PlainDate } from '../shared/plain-date.ts'

/** A plan that runs longer than this is none. */
export const maxPlanYears = 2

export const defectPlanRefusals = [
  'defect-not-there',
  'defect-plan-owner-missing',
  'defect-plan-what-missing',
  'defect-plan-due-past',
  'defect-plan-due-too-late',
] as const
export type DefectPlanRefusal = (typeof defectPlanRefusals)[number]

export type DefectPlan = { readonly ownerName: string; readonly what: string; readonly dueOn: PlainDate }

/** A plan names who mends the defect, what is done and by when (R-025, S-133). Refuses one of a defect that is not there. */
export function checkDefectPlan(
  plan: DefectPlan,
  facts: { readonly isThere: boolean; readonly today: PlainDate },
): Decision<DefectPlan, DefectPlanRefusal> {
  if (!facts.isThere) return refuse('defect-not-there')
  if (plan.ownerName.trim() === '') return refuse('defect-plan-owner-missing')
  if (plan.what.trim() === '') return refuse('defect-plan-what-missing')
  if (plan.dueOn < facts.today) return refuse('defect-plan-due-past', { today: facts.today })
  const latest = addYears(facts.today, maxPlanYears)
  if (plan.dueOn > latest) return refuse('defect-plan-due-too-late', { latest })
  return agree(plan)
}
