import type { AppraisalStage } from '../appraisals/appraisal.ts'
import type { FeedbackState } from '../appraisals/feedback.ts'
import type { Grade } from '../appraisals/grade.ts'
import type { MemberCategory } from '../members/category.ts'
import { agree, type Decision, refuse } from '../shared/decision.ts'
import {
  type CompetentBody,
  draftOutcomes,
  type OutcomeDraft,
  type OutcomePerson,
  type OutcomeUse,
} from './outcome-table.ts'
import type { UseState } from './outcome-use.ts'

/** Stages in which the grades of a branch are signed and their notice is over: only then is anything drafted from them. */
const outStages: ReadonlySet<AppraisalStage> = new Set(['feedback', 'rectification', 'closed'])
export function gradesAreOut(stage: AppraisalStage): boolean {
  return outStages.has(stage)
}

/** What the register says of a graded member. */
export type GradedFacts = {
  readonly memberId: string
  readonly grade: Grade
  readonly category: MemberCategory
  readonly post: string
  /** Marked as leading cadre, as without post; on the list of reserve cadres. */
  readonly leadingCadre: boolean
  readonly markedWithoutPost: boolean
  readonly onReserve: boolean
  /** An appeal against the grade is open. */
  readonly disputed: boolean
}

/** Categories of which nobody is looked for as a reserve cadre: retired, at school, or serving and so in a post already. */
const notWithoutPost: ReadonlySet<MemberCategory> = new Set(['servingMember', 'retiredMember', 'student'])

/** The person as the outcome table asks: serving by category; without post by the mark, or where the file names none (S-218, S-219). */
export function toOutcomePerson(facts: GradedFacts): OutcomePerson {
  const { memberId, grade, leadingCadre, onReserve } = facts
  const noPost = facts.post.trim() === '' && !notWithoutPost.has(facts.category)
  return {
    ...{ memberId, grade, leadingCadre, onReserve },
    serving: facts.category === 'servingMember',
    withoutPost: facts.markedWithoutPost || noPost,
  }
}

/** A use on record that was not withdrawn. */
export type StandingUse = {
  readonly id: string
  readonly memberId: string
  readonly grade: Grade
  readonly use: OutcomeUse
  readonly state: Exclude<UseState, 'withdrawn'>
}

/** Words that stand at what an upheld appeal took back. */
export const withdrawnReason = '格次经申诉更正，按原格次列出的撤回'

/**
 * What is to be added and what falls away so that the drafts are those of the grades (S-166): doing it twice adds nothing, a
 * disputed grade adds nothing adverse, and whatever rests on another grade than the present one is taken back.
 */
export function reconcileDrafts(
  graded: readonly GradedFacts[],
  standing: readonly StandingUse[],
): { readonly add: readonly OutcomeDraft[]; readonly withdraw: readonly StandingUse[] } {
  const byMember = Map.groupBy(standing, ({ memberId }) => memberId)
  const add: OutcomeDraft[] = []
  const withdraw: StandingUse[] = []
  for (const facts of graded) {
    const known = byMember.get(facts.memberId) ?? []
    withdraw.push(...known.filter(({ grade }) => grade !== facts.grade))
    const kept = new Set(known.filter(({ grade }) => grade === facts.grade).map(({ use }) => use))
    for (const draft of draftOutcomes(toOutcomePerson(facts), facts.disputed))
      if (!kept.has(draft.use)) add.push(draft)
  }
  return { add, withdraw }
}

/** A grade takes effect when it was told in person; before, nothing is entered against somebody for it. */
export function checkGradeTold(state: FeedbackState | null): Decision<null, 'outcome-grade-not-told'> {
  return state === null || state === 'toTell' ? refuse('outcome-grade-not-told') : agree(null)
}

/** Cadre matters are read and entered by the cadre section, whatever body decides them (S-218). */
export const cadreUses: readonly OutcomeUse[] = [
  'promotionFirst',
  'reserveFirst',
  'studyTrip',
  'recommendation',
  'reserve',
  'promotionOnHold',
  'noPromotion',
  'reserveEnds',
  'warning',
  'nonLeadingPost',
  'demotionOrRemoval',
]

/** Which limit an entered use brings with it; undefined for measures, which have documents of their own. */
export function limitOf(use: OutcomeUse): 'awards' | 'promotion' | 'reserve' | undefined {
  if (use === 'noAwards') return 'awards'
  if (use === 'promotionOnHold' || use === 'noPromotion') return 'promotion'
  return use === 'reserveEnds' ? 'reserve' : undefined
}

/** In whose hands a use lies: the cadre section's, or the body's own. */
export function deskOf(use: OutcomeUse, body: CompetentBody): 'cadres' | 'branch' | 'committee' | 'county' {
  if (cadreUses.includes(use)) return 'cadres'
  if (body === 'branch') return 'branch'
  return body === 'baseCommittee' ? 'committee' : 'county'
}
