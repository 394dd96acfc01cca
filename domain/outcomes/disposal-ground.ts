import { agree, type Decision, refuse } from '../shared/decision.ts'
import { wholeMonthsBetween, type PlainDate } from '../shared/plain-date.ts'
import type { DisposalForm } from './disposal.ts'

/**
 * What a case rests on. Belief is none of them: such a case is handled outside, and the platform takes only the document of
 * the competent body.
 */
export const disposalGrounds = [
  'helpInVain',
  'lapse',
  'lostContact',
  'correctionWithoutChange',
  'persuasionRefused',
  'decidedElsewhere',
] as const
export type DisposalGround = (typeof disposalGrounds)[number]

export type GroundFacts = {
  /** A help plan was carried out and changed nothing (S-224). */
  readonly helpFailed: boolean
  readonly lapse: LapseFacts | null
  readonly lostContact: LostContactFacts | null
  /** A correction order ended without change, by word of the assembly. */
  readonly correctionUnchanged: boolean
  readonly persuasionRefused: boolean
  /** Document of the body that decided elsewhere; no ground is kept. */
  readonly outsideDocument: string | null
  /** The same matter was punished by discipline. */
  readonly disciplined: boolean
}

/** Months in a row without life of the organisation, without dues, without assigned work. */
export type LapseFacts = {
  readonly monthsWithoutLife: number
  readonly monthsWithoutDues: number
  readonly monthsWithoutWork: number
  /** Illness, care, work far away and the like; with one there is no lapse. */
  readonly goodReason: boolean
  /** Who looked into it; a counter of months alone is no fact pattern. */
  readonly lookedIntoBy: string
}
export const lapseMonths = 6

export type LostContactFacts = {
  readonly lostSince: PlainDate
  /** Day membership was stopped; null while it was not. */
  readonly stoppedOn: PlainDate | null
  readonly foundOn: PlainDate | null
  readonly today: PlainDate
}
/** Months without contact after which membership may be stopped, and months of the stop after which comes removal. */
export const lostContactMonths = { stopFrom: 6, removeAfterStop: 24 } as const

export const groundRefusals = [
  'disposal-ground-not-met',
  'disposal-ground-other-form',
  'disposal-already-disciplined',
] as const
export type GroundRefusal = (typeof groundRefusals)[number]

/** A pattern of facts and not a timer: six months of one of three, no good reason, and somebody who looked into it. */
export function isLapse(facts: LapseFacts): boolean {
  const { monthsWithoutLife, monthsWithoutDues, monthsWithoutWork, goodReason, lookedIntoBy } = facts
  const longest = Math.max(monthsWithoutLife, monthsWithoutDues, monthsWithoutWork)
  return longest >= lapseMonths && !goodReason && lookedIntoBy.trim() !== ''
}

/** Lost contact: found within the time a correction order may follow, not found two years after the stop a removal. */
export function lostContactForm(facts: LostContactFacts): 'correctionOrder' | 'removal' | null {
  const { lostSince, stoppedOn, foundOn, today } = facts
  if (foundOn !== null) {
    const months = wholeMonthsBetween(lostSince, foundOn)
    const inTime =
      stoppedOn === null || wholeMonthsBetween(stoppedOn, foundOn) < lostContactMonths.removeAfterStop
    return months >= lostContactMonths.stopFrom && inTime ? 'correctionOrder' : null
  }
  if (stoppedOn === null) return null
  return wholeMonthsBetween(stoppedOn, today) >= lostContactMonths.removeAfterStop ? 'removal' : null
}

/** Refuses a ground whose facts are not there, one that leads to another form, and a matter that discipline has punished. */
export function checkGround(
  form: DisposalForm,
  ground: DisposalGround,
  facts: GroundFacts,
): Decision<DisposalGround, GroundRefusal> {
  if (facts.disciplined) return refuse('disposal-already-disciplined')
  const forms = formsOf(ground, facts)
  if (forms.length === 0) return refuse('disposal-ground-not-met', { ground })
  return forms.includes(form) ? agree(ground) : refuse('disposal-ground-other-form', { ground, forms })
}

function formsOf(ground: DisposalGround, facts: GroundFacts): readonly DisposalForm[] {
  switch (ground) {
    case 'helpInVain':
      return facts.helpFailed ? ['correctionOrder', 'persuasion'] : []
    case 'lapse':
      return facts.lapse !== null && isLapse(facts.lapse) ? ['correctionOrder', 'removal'] : []
    case 'lostContact': {
      const form = facts.lostContact === null ? null : lostContactForm(facts.lostContact)
      return form === null ? [] : [form]
    }
    case 'correctionWithoutChange':
      return facts.correctionUnchanged ? ['persuasion'] : []
    case 'persuasionRefused':
      return facts.persuasionRefused ? ['removal'] : []
    case 'decidedElsewhere':
      return (facts.outsideDocument ?? '').trim() === '' ? [] : ['correctionOrder', 'persuasion', 'removal']
  }
}
