import { type Answering, type LedgerEntry, type ReversalRefusal, reverseEntry } from '../points/entry.ts'
import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'
import { addWorkingDays, type WorkingCalendar } from '../shared/working-days.ts'
import type { Actor } from './adverse-step.ts'

/** Apply, accept, check, find, answer: one matter at a time. */
export const toleranceStates = [
  'applied',
  'accepted',
  'notAccepted',
  'checked',
  'tolerated',
  'notTolerated',
] as const
export type ToleranceState = (typeof toleranceStates)[number]

/** Working days of each step unless the county sets others. */
export const toleranceDays: ToleranceDays = { accept: 5, check: 20, answer: 5 }
export type ToleranceDays = { readonly accept: number; readonly check: number; readonly answer: number }

/** All of them are needed. */
export const toleranceConditions = ['dutyOrReform', 'lawsKept', 'careTaken', 'noPrivateGain'] as const
export type ToleranceCondition = (typeof toleranceConditions)[number]

/** Three distinctions, each answered for the honest side or the other. */
export const distinctions = [
  'inexperienceNotKnowingBreach',
  'notForbiddenNotDefiance',
  'forDevelopmentNotGain',
] as const
export type Distinction = (typeof distinctions)[number]

/** Six factors that are weighed, each in words. */
export const toleranceFactors = [
  'motive',
  'conditions',
  'procedure',
  'nature',
  'consequence',
  'repair',
] as const
export type ToleranceFactor = (typeof toleranceFactors)[number]

/** What is never tolerated. */
export const toleranceExclusions = ['majorSafetyAccident', 'disciplineOrLawBreach'] as const
export type ToleranceExclusion = (typeof toleranceExclusions)[number]

export type ToleranceCheck = {
  readonly by: string
  readonly on: PlainDate
  readonly conditions: Readonly<Record<ToleranceCondition, boolean>>
  readonly distinctions: Readonly<Record<Distinction, boolean>>
  readonly factors: Readonly<Record<ToleranceFactor, string>>
  readonly exclusions: readonly ToleranceExclusion[]
}

export type ToleranceCase = {
  readonly id: string
  readonly memberId: string
  /** The one matter it is about: an event, with the deductions and warnings that came of it. */
  readonly matter: string
  readonly deductionEntryIds: readonly string[]
  readonly appliedBy: 'member' | 'organisation'
  readonly appliedOn: PlainDate
  readonly state: ToleranceState
  /** Last working day of the step that runs. */
  readonly dueOn: PlainDate | null
  readonly reason: string | null
  readonly check: ToleranceCheck | null
  readonly finding: {
    readonly body: string
    readonly document: string
    readonly by: string
    readonly on: PlainDate
  } | null
  readonly answeredOn: PlainDate | null
}

export const toleranceRefusals = [
  'tolerance-matter-empty',
  'tolerance-matter-open',
  'tolerance-wrong-state',
  'tolerance-by-machine',
  'tolerance-own-case',
  'tolerance-needs-reason',
  'tolerance-factor-empty',
  'tolerance-conditions-not-met',
  'tolerance-distinction-not-met',
  'tolerance-excluded',
  'tolerance-needs-document',
  'tolerance-checker-finds',
] as const
export type ToleranceRefusal = (typeof toleranceRefusals)[number]

type Clock = { readonly calendar: WorkingCalendar; readonly today: PlainDate; readonly days?: ToleranceDays }

/** The member applies, or the organisation for the member. Refuses an empty matter, and a second case on a matter that runs. */
export function applyForTolerance(
  application: Pick<ToleranceCase, 'id' | 'memberId' | 'matter' | 'deductionEntryIds' | 'appliedBy'>,
  facts: Clock & { readonly sameMatterOpen: boolean },
): Decision<ToleranceCase, ToleranceRefusal> {
  if (application.matter.trim() === '') return refuse('tolerance-matter-empty')
  if (facts.sameMatterOpen) return refuse('tolerance-matter-open')
  return agree({
    ...application,
    appliedOn: facts.today,
    state: 'applied',
    dueOn: dueAfter(facts, 'accept'),
    reason: null,
    check: null,
    finding: null,
    answeredOn: null,
  })
}

/** Taken up, or not with the reason. */
export function acceptTolerance(
  of: ToleranceCase,
  accept: { readonly accepted: boolean; readonly reason: string },
  by: Actor,
  clock: Clock,
): Decision<ToleranceCase, ToleranceRefusal> {
  if (of.state !== 'applied') return refuse('tolerance-wrong-state', { state: of.state })
  const barred = barredFrom(of, by)
  if (barred !== undefined) return refuse(barred)
  const reason = accept.reason.trim()
  if (!accept.accepted && reason === '') return refuse('tolerance-needs-reason')
  if (!accept.accepted)
    return agree({ ...of, state: 'notAccepted', reason, dueOn: dueAfter(clock, 'answer') })
  return agree({ ...of, state: 'accepted', dueOn: dueAfter(clock, 'check') })
}

/** The facts are gathered against conditions, distinctions and factors (R-256…R-258); each factor in words. */
export function checkTolerance(
  of: ToleranceCase,
  check: Omit<ToleranceCheck, 'by' | 'on'>,
  by: Actor,
  clock: Clock,
): Decision<ToleranceCase, ToleranceRefusal> {
  if (of.state !== 'accepted') return refuse('tolerance-wrong-state', { state: of.state })
  if (by.author.kind !== 'person') return refuse('tolerance-by-machine', { author: by.author.kind })
  if (by.memberId === of.memberId) return refuse('tolerance-own-case')
  const empty = toleranceFactors.find((factor) => check.factors[factor].trim() === '')
  if (empty !== undefined) return refuse('tolerance-factor-empty', { factor: empty })
  return agree({ ...of, state: 'checked', check: { ...check, by: by.author.accountId, on: clock.today } })
}

/** Why a checked case cannot be tolerated; empty where all conditions, all distinctions and no exclusion hold. */
export function hindrancesOf(check: Pick<ToleranceCheck, 'conditions' | 'distinctions' | 'exclusions'>): {
  readonly conditions: readonly ToleranceCondition[]
  readonly distinctions: readonly Distinction[]
  readonly exclusions: readonly ToleranceExclusion[]
} {
  return {
    conditions: toleranceConditions.filter((condition) => !check.conditions[condition]),
    distinctions: distinctions.filter((distinction) => !check.distinctions[distinction]),
    exclusions: check.exclusions,
  }
}

/**
 * The competent body finds. It may find against toleration with a reason; it may find for it only when every
 * condition and distinction is met and nothing is excluded. Whoever checked does not find.
 */
export function findTolerance(
  of: ToleranceCase,
  finding: {
    readonly tolerated: boolean
    readonly body: string
    readonly document: string
    readonly reason: string
  },
  by: Actor,
  clock: Clock,
): Decision<ToleranceCase, ToleranceRefusal> {
  if (of.state !== 'checked' || of.check === null) return refuse('tolerance-wrong-state', { state: of.state })
  if (by.author.kind !== 'person') return refuse('tolerance-by-machine', { author: by.author.kind })
  if (by.memberId === of.memberId) return refuse('tolerance-own-case')
  if (by.author.accountId === of.check.by) return refuse('tolerance-checker-finds')
  if (finding.body.trim() === '' || finding.document.trim() === '') return refuse('tolerance-needs-document')
  if (finding.reason.trim() === '') return refuse('tolerance-needs-reason')
  const hindrances = hindrancesOf(of.check)
  if (finding.tolerated) {
    if (hindrances.exclusions.length > 0) return refuse('tolerance-excluded', hindrances)
    if (hindrances.conditions.length > 0) return refuse('tolerance-conditions-not-met', hindrances)
    if (hindrances.distinctions.length > 0) return refuse('tolerance-distinction-not-met', hindrances)
  }
  return agree({
    ...of,
    state: finding.tolerated ? 'tolerated' : 'notTolerated',
    reason: finding.reason.trim(),
    finding: {
      body: finding.body.trim(),
      document: finding.document.trim(),
      by: by.author.accountId,
      on: clock.today,
    },
    dueOn: dueAfter(clock, 'answer'),
  })
}

/** The member is answered in writing; what was found stays as it is. */
export function answerTolerance(
  of: ToleranceCase,
  by: Actor,
  today: PlainDate,
): Decision<ToleranceCase, ToleranceRefusal> {
  const open = of.state === 'tolerated' || of.state === 'notTolerated' || of.state === 'notAccepted'
  if (!open || of.answeredOn !== null) return refuse('tolerance-wrong-state', { state: of.state })
  const barred = barredFrom(of, by)
  if (barred !== undefined) return refuse(barred)
  return agree({ ...of, answeredOn: today, dueOn: null })
}

/** An appeal against the finding was upheld: the matter is checked anew, by somebody who has not checked or found before. */
export function reopenTolerance(of: ToleranceCase, clock: Clock): Decision<ToleranceCase, ToleranceRefusal> {
  if (of.state !== 'notTolerated' && of.state !== 'notAccepted') {
    return refuse('tolerance-wrong-state', { state: of.state })
  }
  const again = { state: 'accepted', reason: null, check: null, finding: null, answeredOn: null } as const
  return agree({ ...of, ...again, dueOn: dueAfter(clock, 'check') })
}

/** Past the day of the step that runs; listed for the body, nothing follows by itself. */
export function isToleranceOverdue(of: Pick<ToleranceCase, 'dueOn'>, today: PlainDate): boolean {
  return of.dueOn !== null && today > of.dueOn
}

/** Lines of the ledger that count against nobody: deductions of matters that were tolerated. */
export function toleratedEntryIds(
  cases: readonly Pick<ToleranceCase, 'state' | 'deductionEntryIds'>[],
): ReadonlySet<string> {
  return new Set(cases.flatMap((each) => (each.state === 'tolerated' ? each.deductionEntryIds : [])))
}

/** The reversals a finding orders: one for each deduction of the matter that is not reversed yet. */
export function reverseTolerated(
  of: ToleranceCase,
  entries: readonly LedgerEntry[],
  answering: (entry: LedgerEntry) => Answering,
): Decision<readonly LedgerEntry[], ReversalRefusal | ToleranceRefusal> {
  if (of.state !== 'tolerated') return refuse('tolerance-wrong-state', { state: of.state })
  const reversed = new Set(entries.map(({ kind, refersTo }) => (kind === 'reversal' ? refersTo : null)))
  const written: LedgerEntry[] = []
  for (const entry of entries) {
    if (entry.kind !== 'deduction' || entry.memberId !== of.memberId) continue
    if (!of.deductionEntryIds.includes(entry.id) || reversed.has(entry.id)) continue
    const line = reverseEntry(entry, answering(entry), { alreadyReversed: false })
    if (!line.ok) return line
    written.push(line.value)
  }
  return agree(written)
}

function barredFrom(of: ToleranceCase, by: Actor): 'tolerance-by-machine' | 'tolerance-own-case' | undefined {
  if (by.author.kind !== 'person') return 'tolerance-by-machine'
  return by.memberId === of.memberId ? 'tolerance-own-case' : undefined
}

function dueAfter({ calendar, today, days = toleranceDays }: Clock, step: keyof ToleranceDays): PlainDate {
  return addWorkingDays(calendar, today, days[step])
}
