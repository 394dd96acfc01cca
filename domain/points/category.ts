/** The five kinds of points of a scheme; deductions are a kind of their own and stand last. */
export const pointsCategories = [
  'duty',
  'pledgesAndTasks',
  'serviceAndExample',
  'bonus',
  'deductions',
] as const
export type PointsCategory = (typeof pointsCategories)[number]

/** The terms a yearly total opens into, in the order they are shown; the base comes first. */
export const totalTerms = ['base', ...pointsCategories] as const
export type TotalTerm = (typeof totalTerms)[number]

/** Kinds that stand for the year's work: deductions are taken from them, never from base or bonus. */
export const processCategories = [
  'duty',
  'pledgesAndTasks',
  'serviceAndExample',
] as const satisfies readonly PointsCategory[]

export function isProcess(term: TotalTerm): boolean {
  return (processCategories as readonly string[]).includes(term)
}
