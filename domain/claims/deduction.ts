import type { CreditRules, Used } from '../points/credit.ts'
import { creditRaw } from '../points/credit.ts'
import { rawValue } from '../schemes/item-value.ts'
import { lintText } from '../schemes/policy-linter.ts'
import type { EvidenceKind, SchemeItem } from '../schemes/scheme.ts'
import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'
import type { Points } from '../shared/points.ts'
import { addWorkingDays, type WorkingCalendar } from '../shared/working-days.ts'
import type { Award } from './review.ts'

/** Proposed, told to the member, answered, decided; it counts only at the end. */
export const deductionStates = ['proposed', 'told', 'answered', 'imposed', 'dropped'] as const
export type DeductionState = (typeof deductionStates)[number]
/** How a member is told; paper, telephone and word of mouth count like the screen. */
export const toldWays = ['screen', 'paper', 'phone', 'inPerson'] as const
/** What can happen to a deduction. */
export const deductionMoves = ['propose', 'tell', 'answer', 'impose', 'drop', 'correct'] as const
export type DeductionMove = (typeof deductionMoves)[number]

export type Deduction = {
  readonly id: string
  readonly memberId: string
  readonly orgId: string
  readonly itemCode: string
  readonly deedOn: PlainDate
  /** What happened, in words the member reads. */
  readonly facts: string
  readonly evidence: readonly EvidenceKind[]
  /** In hundredths of the unit. */
  readonly quantity: number
  readonly chosen: Points | null
  readonly proposedBy: string
  readonly state: DeductionState
  readonly toldOn: PlainDate | null
  readonly toldBy: (typeof toldWays)[number] | null
  readonly answerUntil: PlainDate | null
  readonly answer: string | null
  readonly decidedBy: string | null
  readonly decidedOn: PlainDate | null
  readonly reason: string | null
}

export const deductionRefusals = [
  'deduction-not-listed',
  'deduction-needs-facts',
  'deduction-needs-evidence',
  'deduction-against-policy',
  'deduction-own',
  'deduction-wrong-state',
  'deduction-not-yours',
  'deduction-answer-empty',
  'deduction-time-to-answer',
  'deduction-own-proposal',
  'deduction-needs-reason',
  'deduction-value-out-of-range',
] as const
export type DeductionRefusal = (typeof deductionRefusals)[number]

type Person = { readonly accountId: string; readonly memberId: string | null }

/**
 * Proposes a deduction. Refuses what the scheme does not list, a proposal without facts or evidence, one's own, and facts
 * that no scheme may score: illness, family, belief, complaints, private speech.
 */
export function proposeDeduction(
  proposal: Pick<
    Deduction,
    'id' | 'memberId' | 'orgId' | 'itemCode' | 'deedOn' | 'facts' | 'evidence' | 'quantity' | 'chosen'
  >,
  item: SchemeItem | undefined,
  by: Person,
): Decision<Deduction, DeductionRefusal> {
  if (item === undefined || item.category !== 'deductions')
    return refuse('deduction-not-listed', { itemCode: proposal.itemCode })
  if (by.memberId === proposal.memberId) return refuse('deduction-own')
  if ([...proposal.facts.trim()].length < 5) return refuse('deduction-needs-facts')
  const { needed } = item.evidence
  if (needed.length > 0 && !proposal.evidence.some((kind) => needed.includes(kind))) {
    return refuse('deduction-needs-evidence', { oneOf: needed })
  }
  const findings = lintText('facts', proposal.facts).filter(({ weight }) => weight === 'refused')
  if (findings.length > 0) {
    return refuse('deduction-against-policy', {
      found: findings.map(({ ruleId, words }) => `${ruleId} ${words.join(' ')}`),
    })
  }
  if (!rawValue(item, proposal.quantity, proposal.chosen).ok) return refuse('deduction-value-out-of-range')
  return agree({
    ...proposal,
    facts: proposal.facts.trim(),
    proposedBy: by.accountId,
    state: 'proposed',
    toldOn: null,
    toldBy: null,
    answerUntil: null,
    answer: null,
    decidedBy: null,
    decidedOn: null,
    reason: null,
  })
}

/** The member is told; the working days to answer begin the next day. */
export function tellMember(
  deduction: Deduction,
  how: NonNullable<Deduction['toldBy']>,
  facts: {
    readonly calendar: WorkingCalendar
    readonly answerWorkingDays: number
    readonly today: PlainDate
  },
): Decision<Deduction, DeductionRefusal> {
  if (deduction.state !== 'proposed') return refuse('deduction-wrong-state', { state: deduction.state })
  const answerUntil = addWorkingDays(facts.calendar, facts.today, facts.answerWorkingDays)
  return agree({ ...deduction, state: 'told', toldOn: facts.today, toldBy: how, answerUntil })
}

/** The member answers; who writes it down for a member without a phone is in the record of the operation. An answer may be added to until the decision. */
export function answerDeduction(
  deduction: Deduction,
  memberId: string,
  answer: string,
): Decision<Deduction, DeductionRefusal> {
  if (deduction.state !== 'told' && deduction.state !== 'answered')
    return refuse('deduction-wrong-state', { state: deduction.state })
  if (memberId !== deduction.memberId) return refuse('deduction-not-yours')
  if (answer.trim() === '') return refuse('deduction-answer-empty')
  const before = deduction.answer === null ? '' : `${deduction.answer}\n`
  return agree({ ...deduction, state: 'answered', answer: before + answer.trim() })
}

export type DeductionRules = {
  readonly item: SchemeItem
  readonly rules: CreditRules
  readonly used: Readonly<Used>
  readonly today: PlainDate
}
export type Imposed = { readonly deduction: Deduction; readonly award: Award }

/**
 * Imposes it: after the answer, or when the time for it has passed; never below zero. Refuses the one who proposed it
 * and the member, and a decision without reason.
 */
export function imposeDeduction(
  deduction: Deduction,
  by: Person,
  reason: string,
  facts: DeductionRules,
): Decision<Imposed, DeductionRefusal> {
  const barred = barredFrom(deduction, by, reason)
  if (barred !== undefined) return refuse(barred)
  const { answerUntil } = deduction
  if (!isRipe(deduction, facts.today)) {
    return refuse('deduction-time-to-answer', answerUntil === null ? {} : { until: answerUntil })
  }
  const raw = rawValue(facts.item, deduction.quantity, deduction.chosen)
  const rule = facts.rules.items.get(deduction.itemCode)
  if (!raw.ok || rule === undefined) return refuse('deduction-not-listed', { itemCode: deduction.itemCode })
  const decided = { decidedBy: by.accountId, decidedOn: facts.today, reason: reason.trim() }
  return agree({
    deduction: { ...deduction, ...decided, state: 'imposed' },
    award: { raw: raw.value, ...creditRaw(facts.rules, rule, raw.value, facts.used) },
  })
}

/** Whether it may be decided: answered, or the time to answer is over. */
export function isRipe(deduction: Pick<Deduction, 'state' | 'answerUntil'>, today: PlainDate): boolean {
  const { state, answerUntil } = deduction
  return state === 'answered' || (state === 'told' && answerUntil !== null && today > answerUntil)
}

/** Drops it, with the reason; nothing is written to the ledger. */
export function dropDeduction(
  deduction: Deduction,
  by: Person,
  reason: string,
  today: PlainDate,
): Decision<Deduction, DeductionRefusal> {
  if (deduction.state === 'imposed' || deduction.state === 'dropped')
    return refuse('deduction-wrong-state', { state: deduction.state })
  if (by.memberId === deduction.memberId) return refuse('deduction-own')
  if (reason.trim() === '') return refuse('deduction-needs-reason')
  return agree({
    ...deduction,
    state: 'dropped',
    decidedBy: by.accountId,
    decidedOn: today,
    reason: reason.trim(),
  })
}

/** Undecided, so that it keeps a month from being published. */
export function isPending(deduction: Pick<Deduction, 'state'>): boolean {
  return ['proposed', 'told', 'answered'].includes(deduction.state)
}

function barredFrom(deduction: Deduction, by: Person, reason: string): DeductionRefusal | undefined {
  if (deduction.state !== 'told' && deduction.state !== 'answered') return 'deduction-wrong-state'
  if (by.memberId === deduction.memberId) return 'deduction-own'
  if (by.accountId === deduction.proposedBy) return 'deduction-own-proposal'
  return reason.trim() === '' ? 'deduction-needs-reason' : undefined
}
