import type { Grade } from '../appraisals/grade.ts'

/** What a result may be used for (R-269, S-215…S-226). */
export const outcomeUses = [
  'cityAward',
  'delegate',
  'publicity',
  'promotionFirst',
  'reserveFirst',
  'studyTrip',
  'countyAward',
  'recommendation',
  'reserve',
  'helpPlan',
  'noAwards',
  'promotionOnHold',
  'noPromotion',
  'reserveEnds',
  'warning',
  'nonLeadingPost',
  'demotionOrRemoval',
] as const
export type OutcomeUse = (typeof outcomeUses)[number]

/** Encouragement first, then help, then limits, then measures: the board is read in this order (S-211). */
export const useKinds = ['encouragement', 'help', 'limit', 'measure'] as const
export type UseKind = (typeof useKinds)[number]

/** Who decides; the platform drafts and nobody is bound by a draft. */
export type CompetentBody = 'branch' | 'baseCommittee' | 'orgDepartment' | 'county'

export type OutcomePerson = {
  readonly memberId: string
  readonly grade: Grade
  /** In a post of an office, unit or firm (在职). */
  readonly serving: boolean
  readonly leadingCadre: boolean
  readonly withoutPost: boolean
  /** On the list of reserve cadres now. */
  readonly onReserve: boolean
}

type Row = {
  readonly grade: Grade
  readonly use: OutcomeUse
  readonly kind: UseKind
  readonly body: CompetentBody
  readonly when: (person: OutcomePerson) => boolean
}
const everybody = () => true
const row = (
  grade: Grade,
  use: OutcomeUse,
  kind: UseKind,
  body: CompetentBody,
  when: Row['when'] = everybody,
): Row => ({ grade, use, kind, body, when })
const serving = (person: OutcomePerson) => person.serving
const leading = (person: OutcomePerson) => person.leadingCadre
const withoutPost = (person: OutcomePerson) => person.withoutPost
const onReserve = (person: OutcomePerson) => person.onReserve

/** The outcome table of appendix 4, as drafts for people. */
const outcomeTable: readonly Row[] = [
  row('excellent', 'cityAward', 'encouragement', 'county'),
  row('excellent', 'delegate', 'encouragement', 'baseCommittee'),
  row('excellent', 'publicity', 'encouragement', 'branch'),
  row('excellent', 'promotionFirst', 'encouragement', 'orgDepartment', serving),
  row('excellent', 'reserveFirst', 'encouragement', 'orgDepartment', withoutPost),
  row('excellent', 'studyTrip', 'encouragement', 'orgDepartment', withoutPost),
  row('qualified', 'countyAward', 'encouragement', 'baseCommittee'),
  row('qualified', 'recommendation', 'encouragement', 'orgDepartment', serving),
  row('qualified', 'reserve', 'encouragement', 'orgDepartment', withoutPost),
  row('basicallyQualified', 'helpPlan', 'help', 'branch'),
  row('basicallyQualified', 'noAwards', 'limit', 'baseCommittee'),
  row('basicallyQualified', 'promotionOnHold', 'limit', 'orgDepartment', serving),
  row('basicallyQualified', 'warning', 'measure', 'orgDepartment', leading),
  row('basicallyQualified', 'nonLeadingPost', 'measure', 'county', leading),
  row('unqualified', 'helpPlan', 'help', 'branch'),
  row('unqualified', 'noPromotion', 'limit', 'orgDepartment', serving),
  row('unqualified', 'reserveEnds', 'limit', 'orgDepartment', onReserve),
  row('unqualified', 'demotionOrRemoval', 'measure', 'county', leading),
]

export type OutcomeDraft = {
  readonly memberId: string
  readonly grade: Grade
  readonly use: OutcomeUse
  readonly kind: UseKind
  readonly body: CompetentBody
}

/**
 * What may be proposed for a member, encouragement first (R-187, R-269, S-211). Drafts for the competent body: none takes effect by
 * itself. While the grade is disputed nothing adverse is drafted. Disposal never stands here: it is reached through a
 * help plan that failed and by procedure alone (S-223, S-224).
 */
export function draftOutcomes(person: OutcomePerson, gradeDisputed: boolean): OutcomeDraft[] {
  return outcomeTable
    .filter(({ grade, when }) => grade === person.grade && when(person))
    .filter(({ kind }) => !gradeDisputed || !isAdverseKind(kind))
    .map(({ grade, use, kind, body }) => ({ memberId: person.memberId, grade, use, kind, body }))
    .toSorted((a, b) => useKinds.indexOf(a.kind) - useKinds.indexOf(b.kind))
}

/** Limits and measures take effect through the gate only. */
export function isAdverseKind(kind: UseKind): boolean {
  return kind === 'limit' || kind === 'measure'
}

/** Which list a draft is handed to: cadre matters go to the cadre section and to nobody else (S-218). */
export function listOf(use: OutcomeUse): 'awards' | 'delegates' | 'publicity' | 'cadres' | 'help' {
  if (use === 'cityAward' || use === 'countyAward' || use === 'noAwards') return 'awards'
  if (use === 'delegate') return 'delegates'
  if (use === 'publicity') return 'publicity'
  return use === 'helpPlan' ? 'help' : 'cadres'
}
