import type { AdverseFacts, ServedDecision } from '../shared/adverse-gate.ts'
import { agree, type Decision, refuse } from '../shared/decision.ts'
import { addMonths, addYears, type PlainDate } from '../shared/plain-date.ts'
import { type Actor, adverseStepRefusals, enterAdverse } from './adverse-step.ts'

/** What is closed to a member for a time, by decision: awards, promotion, an appointment in hand, the reserve. */
export const limitKinds = ['awards', 'promotion', 'appointmentHold', 'reserve'] as const
export type LimitKind = (typeof limitKinds)[number]

export type Limit = {
  readonly id: string
  readonly memberId: string
  readonly kind: LimitKind
  readonly from: PlainDate
  /** Last day it holds; a limit without end is none. */
  readonly until: PlainDate
  readonly document: string
  readonly served: ServedDecision
  readonly liftedOn: PlainDate | null
  readonly liftedFor: string | null
}

export const limitRefusals = [
  'limit-needs-end',
  'limit-needs-document',
  'limit-before-decision',
  'limit-not-in-force',
  'limit-needs-reason',
  'limit-by-machine',
  ...adverseStepRefusals,
] as const
export type LimitRefusal = (typeof limitRefusals)[number]

/** Sets a limit (S-221, S-226): shown with start, end, decider and how to appeal. Five facts, a document and an end are needed. */
export function imposeLimit(
  limit: Pick<Limit, 'id' | 'memberId' | 'kind' | 'from' | 'until' | 'document'>,
  facts: AdverseFacts,
  by: Actor,
  step: { readonly disputed: boolean; readonly today: PlainDate },
): Decision<Limit, LimitRefusal> {
  if (limit.until < limit.from) return refuse('limit-needs-end')
  if (limit.document.trim() === '') return refuse('limit-needs-document')
  if (facts.decidedOn !== null && limit.from < facts.decidedOn) {
    return refuse('limit-before-decision', { decidedOn: facts.decidedOn })
  }
  const entered = enterAdverse(facts, by, { ...step, subjectMemberId: limit.memberId })
  if (!entered.ok) return entered
  return agree({ ...limit, served: entered.value, liftedOn: null, liftedFor: null })
}

/** Ends early, after an upheld appeal, a tolerance finding or a change; lifting harms nobody and needs a reason only. */
export function liftLimit(
  limit: Limit,
  by: Actor,
  reason: string,
  today: PlainDate,
): Decision<Limit, LimitRefusal> {
  if (by.author.kind !== 'person') return refuse('limit-by-machine', { author: by.author.kind })
  if (limit.liftedOn !== null || today > limit.until) return refuse('limit-not-in-force')
  if (reason.trim() === '') return refuse('limit-needs-reason')
  return agree({ ...limit, liftedOn: today, liftedFor: reason.trim() })
}

export function isInForce(limit: Pick<Limit, 'from' | 'until' | 'liftedOn'>, on: PlainDate): boolean {
  return limit.from <= on && on <= limit.until && (limit.liftedOn === null || on < limit.liftedOn)
}

/** Forms of a down measure at province level. */
export const downMeasures = ['movePost', 'nonLeadingPost', 'resign', 'orderedToResign', 'demote'] as const
export type DownMeasure = (typeof downMeasures)[number]

/** Last day on which a down measure keeps from promotion: a year, two after a demotion. */
export function promotionFreeUntil(measure: DownMeasure, decidedOn: PlainDate): PlainDate {
  return addYears(decidedOn, measure === 'demote' ? 2 : 1)
}

/** Trial time of somebody appointed to a leading post: a year. */
export function trialEndsOn(appointedOn: PlainDate): PlainDate {
  return addYears(appointedOn, 1)
}

/** Working days a proposed appointment stands on notice, at least. */
export const leastAppointmentDays = 5

export function checkAppointmentNotice(
  workingDays: number,
): Decision<number, 'appointment-notice-too-short'> {
  return workingDays < leastAppointmentDays
    ? refuse('appointment-notice-too-short', { least: leastAppointmentDays })
    : agree(workingDays)
}

/** A limit that follows from a yearly grade runs until the next grades are out: twelve months unless the decision says otherwise. */
export function usualLimitUntil(from: PlainDate): PlainDate {
  return addMonths(from, 12)
}
