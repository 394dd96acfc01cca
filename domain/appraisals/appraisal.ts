import { agree, type Decision, refuse } from '../shared/decision.ts'
import { type PlainDate, plainDate } from '../shared/plain-date.ts'
import { hasQuorum, type VoteCount, type VoteRule, voteRules } from '../shared/vote.ts'

/** The yearly appraisal of a branch, one stage after the other (R-178, S-201). */
export const appraisalStages = [
  'basis',
  'roll',
  'dutyReports',
  'self',
  'peers',
  'ballots',
  'settlement',
  'notice',
  'feedback',
  'rectification',
  'closed',
] as const
export type AppraisalStage = (typeof appraisalStages)[number]

/** What still stands in the way at each stage; numbers, so that the screen lists each with its link. */
export type AppraisalFacts = {
  /** Day of the document that orders the appraisal; null until it is named (S-202). */
  readonly basisOn: PlainDate | null
  readonly membersWithoutPlace: number
  /** Owed and not handed in. */
  readonly reportsMissing: number
  /** Handed in, and a question of the organisation not answered or not checked off (S-205). */
  readonly reportsUnchecked: number
  readonly selfMissing: number
  /** Members about whom nobody has spoken. */
  readonly peersMissing: number
  /** Of the assembly at which it is held; null until it is recorded. */
  readonly assembly: Pick<VoteCount, 'shouldAttend' | 'present'> | null
  /** Of two, members and masses. */
  readonly boxesOpen: number
  readonly boxesNotAddingUp: number
  readonly membersWithoutGrade: number
  readonly signed: boolean
  readonly noticeEndsOn: PlainDate | null
  readonly noticeInterrupted: boolean
  readonly objectionsOpen: number
  /** Not yet told in person, or still inside the days to answer. */
  readonly feedbackRunning: number
  readonly appealsOpen: number
  /** Problems without owner and date (S-209). */
  readonly problemsWithoutItem: number
}

export const appraisalBlocks = [
  'appraisal-basis-missing',
  'appraisal-members-without-place',
  'appraisal-reports-missing',
  'appraisal-reports-unchecked',
  'appraisal-self-missing',
  'appraisal-peers-missing',
  'appraisal-assembly-missing',
  'appraisal-no-quorum',
  'appraisal-boxes-open',
  'appraisal-boxes-do-not-add-up',
  'appraisal-members-without-grade',
  'appraisal-not-signed',
  'appraisal-notice-missing',
  'appraisal-notice-interrupted',
  'appraisal-notice-running',
  'appraisal-objections-open',
  'appraisal-feedback-running',
  'appraisal-appeals-open',
  'appraisal-problems-without-item',
] as const
export type AppraisalBlock = { readonly code: (typeof appraisalBlocks)[number]; readonly count: number }

export const appraisalRefusals = [
  ...appraisalBlocks,
  'appraisal-wrong-stage',
  'appraisal-needs-reason',
  'appraisal-box-stays-closed',
] as const
export type AppraisalRefusal = (typeof appraisalRefusals)[number]

/** All that keeps a stage from being left; empty when the next one can begin. */
export function blocksOf(
  stage: AppraisalStage,
  facts: AppraisalFacts,
  today: PlainDate,
  rule: VoteRule = voteRules.appraisal,
): AppraisalBlock[] {
  const counts: Readonly<Partial<Record<AppraisalBlock['code'], number>>> = countsAt(
    stage,
    facts,
    today,
    rule,
  )
  return appraisalBlocks.flatMap((code) => {
    const count = counts[code] ?? 0
    return count > 0 ? [{ code, count }] : []
  })
}

function countsAt(
  stage: AppraisalStage,
  facts: AppraisalFacts,
  today: PlainDate,
  rule: VoteRule,
): Partial<Record<AppraisalBlock['code'], number>> {
  const { assembly, noticeEndsOn } = facts
  switch (stage) {
    case 'basis':
      return { 'appraisal-basis-missing': facts.basisOn === null ? 1 : 0 }
    case 'roll':
      return { 'appraisal-members-without-place': facts.membersWithoutPlace }
    case 'dutyReports':
      return {
        'appraisal-reports-missing': facts.reportsMissing,
        'appraisal-reports-unchecked': facts.reportsUnchecked,
      }
    case 'self':
      return { 'appraisal-self-missing': facts.selfMissing }
    case 'peers':
      return { 'appraisal-peers-missing': facts.peersMissing }
    case 'ballots':
      return {
        'appraisal-assembly-missing': assembly === null ? 1 : 0,
        'appraisal-no-quorum': assembly !== null && !hasQuorum(assembly, rule) ? 1 : 0,
        'appraisal-boxes-open': facts.boxesOpen,
        'appraisal-boxes-do-not-add-up': facts.boxesNotAddingUp,
      }
    case 'settlement':
      return {
        'appraisal-members-without-grade': facts.membersWithoutGrade,
        'appraisal-not-signed': facts.signed ? 0 : 1,
      }
    case 'notice':
      return {
        'appraisal-notice-missing': noticeEndsOn === null ? 1 : 0,
        'appraisal-notice-interrupted': facts.noticeInterrupted ? 1 : 0,
        'appraisal-notice-running': noticeEndsOn !== null && today <= noticeEndsOn ? 1 : 0,
        'appraisal-objections-open': facts.objectionsOpen,
      }
    case 'feedback':
      return {
        'appraisal-feedback-running': facts.feedbackRunning,
        'appraisal-appeals-open': facts.appealsOpen,
      }
    case 'rectification':
      return {
        'appraisal-problems-without-item': facts.problemsWithoutItem,
        'appraisal-appeals-open': facts.appealsOpen,
      }
    case 'closed':
      return {}
  }
}

/** Stages that can be gone back to, before a box was opened or while a notice is taken down. */
const backTo: Readonly<Partial<Record<AppraisalStage, AppraisalStage>>> = {
  roll: 'basis',
  dutyReports: 'roll',
  self: 'dutyReports',
  peers: 'self',
  notice: 'settlement',
}

/** Begins the next stage. Refuses the first thing that stands in the way; a closed appraisal stays closed. */
export function advanceAppraisal(
  stage: AppraisalStage,
  facts: AppraisalFacts,
  today: PlainDate,
  rule: VoteRule = voteRules.appraisal,
): Decision<AppraisalStage, AppraisalRefusal> {
  const next = appraisalStages[appraisalStages.indexOf(stage) + 1]
  if (next === undefined) return refuse('appraisal-wrong-stage', { stage })
  const [first] = blocksOf(stage, facts, today, rule)
  return first === undefined ? agree(next) : refuse(first.code, { count: first.count })
}

/**
 * Goes back one stage, with the reason. A box that was opened stays closed behind: nobody votes twice because a
 * count was not liked. A notice is taken back to the settlement, which is then signed anew.
 */
export function goBack(stage: AppraisalStage, reason: string): Decision<AppraisalStage, AppraisalRefusal> {
  if (stage === 'ballots' || stage === 'settlement') return refuse('appraisal-box-stays-closed', { stage })
  const before = backTo[stage]
  if (before === undefined) return refuse('appraisal-wrong-stage', { stage })
  if (reason.trim() === '') return refuse('appraisal-needs-reason')
  return agree(before)
}

export type AppraisalForm = {
  /** Held together with the organisation life meeting. */
  readonly withLifeMeeting: boolean
  /** Self and peer steps in groups; for large branches. */
  readonly inGroups: boolean
}

/** Full members from which self and peer steps may take place in groups. */
export const groupsFromMembers = 20

/** Groups are for large branches that have some; the ballot is always of the whole branch. */
export function mayMeetInGroups(
  facts: { readonly members: number; readonly groups: number },
  from: number = groupsFromMembers,
): boolean {
  return facts.members >= from && facts.groups >= 2
}

/** One appraisal a year: the year it is about ends on its last day. */
export function yearEndsOn(year: number): PlainDate {
  return plainDate(`${year}-12-31`)
}
