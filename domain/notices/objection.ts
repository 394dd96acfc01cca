import { agree, type Decision, refuse } from '../shared/decision.ts'
import { addDays, type PlainDate } from '../shared/plain-date.ts'
import { addWorkingDays, type WorkingCalendar } from '../shared/working-days.ts'
import type { ObjectionRoute } from './notice.ts'

/** What is objected to. */
export const objectionSubjects = ['ledgerEntry', 'notice', 'claim', 'deduction', 'grade'] as const
export type ObjectionSubject = { readonly kind: (typeof objectionSubjects)[number]; readonly id: string }

/** Who decides, one level after the other. */
export const objectionStages = ['branch', 'baseCommittee', 'county'] as const
export type ObjectionStage = (typeof objectionStages)[number]

export const objectionStates = ['received', 'assigned', 'upheld', 'notUpheld', 'withdrawn'] as const
export type ObjectionState = (typeof objectionStates)[number]

/** Days after the notice, or after the answer, in which one can object or go on. */
export const objectionWindowDays = 15
/** Working days in which an answer is due. */
export const objectionAnswerDays = 5

export type Objection = {
  readonly id: string
  /** What somebody without an account asks for the answer with. */
  readonly code: string
  readonly subject: ObjectionSubject
  readonly route: ObjectionRoute
  /** Null for somebody who gave no name. */
  readonly raisedByMemberId: string | null
  readonly text: string
  readonly raisedOn: PlainDate
  readonly stage: ObjectionStage
  readonly state: ObjectionState
  readonly handlerId: string | null
  readonly dueOn: PlainDate
  readonly answer: string | null
  readonly decidedBy: string | null
  readonly decidedOn: PlainDate | null
  /** All who have decided on the matter so far: the first decision and every stage. */
  readonly decidedBefore: readonly string[]
}

export const objectionRefusals = [
  'objection-empty',
  'objection-too-late',
  'objection-already-open',
  'objection-wrong-state',
  'objection-decided-before',
  'objection-own-matter',
  'objection-not-handler',
  'objection-needs-answer',
  'objection-no-higher-stage',
] as const
export type ObjectionRefusal = (typeof objectionRefusals)[number]
export type RaiseRefusal = 'objection-empty' | 'objection-too-late' | 'objection-already-open'
type Barred = 'objection-decided-before' | 'objection-own-matter'

/**
 * Takes in an objection from page, statement, phone or paper; no account and no name are needed. Refuses an
 * empty one, one after the window, and a second one of the same member on the same thing while the first runs.
 */
export function raiseObjection(
  raised: Pick<Objection, 'id' | 'code' | 'subject' | 'route' | 'raisedByMemberId' | 'text'> & {
    /** Who decided what is objected to. */
    readonly firstDeciders: readonly string[]
    /** Who answers first; what a branch has decided as a body goes to the one above at once. */
    readonly firstStage?: ObjectionStage | undefined
  },
  facts: {
    /** Last day of the notice, or the day the member was told. */
    readonly knownSince: PlainDate
    readonly sameMemberHasOpen: boolean
    readonly calendar: WorkingCalendar
    readonly today: PlainDate
  },
): Decision<Objection, RaiseRefusal> {
  const { firstDeciders, firstStage = 'branch', ...rest } = raised
  if (rest.text.trim() === '') return refuse('objection-empty')
  const until = addDays(facts.knownSince, objectionWindowDays)
  if (facts.today > until) return refuse('objection-too-late', { until })
  if (facts.sameMemberHasOpen) return refuse('objection-already-open')
  return agree({
    ...rest,
    text: rest.text.trim(),
    raisedOn: facts.today,
    stage: firstStage,
    state: 'received',
    handlerId: null,
    dueOn: addWorkingDays(facts.calendar, facts.today, objectionAnswerDays),
    answer: null,
    decidedBy: null,
    decidedOn: null,
    decidedBefore: [...new Set(firstDeciders)],
  })
}

export type ObjectionPerson = { readonly accountId: string; readonly memberId: string | null }

/** Gives it to somebody who has not decided the matter and is not concerned by it. */
export function assignObjection(
  objection: Objection,
  handler: ObjectionPerson,
  facts: { readonly concernedMemberIds: readonly string[] },
): Decision<Objection, Barred | 'objection-wrong-state'> {
  if (!isOpen(objection)) return refuse('objection-wrong-state', { state: objection.state })
  const barred = isBarred(objection, handler, facts.concernedMemberIds)
  if (barred !== undefined) return refuse(barred)
  return agree({ ...objection, state: 'assigned', handlerId: handler.accountId })
}

/**
 * Decides with a written answer. What is upheld is corrected and issued again by the caller. Refuses
 * anybody else than the handler, a former decider, a person concerned, and a decision without answer.
 */
export function decideObjection(
  objection: Objection,
  decision: { readonly by: ObjectionPerson; readonly upheld: boolean; readonly answer: string },
  facts: { readonly concernedMemberIds: readonly string[]; readonly today: PlainDate },
): Decision<
  Objection,
  Barred | 'objection-wrong-state' | 'objection-not-handler' | 'objection-needs-answer'
> {
  const { by, upheld, answer } = decision
  if (objection.state !== 'assigned') return refuse('objection-wrong-state', { state: objection.state })
  if (objection.handlerId !== by.accountId) return refuse('objection-not-handler')
  const barred = isBarred(objection, by, facts.concernedMemberIds)
  if (barred !== undefined) return refuse(barred)
  if (answer.trim() === '') return refuse('objection-needs-answer')
  return agree({
    ...objection,
    state: upheld ? 'upheld' : 'notUpheld',
    answer: answer.trim(),
    decidedBy: by.accountId,
    decidedOn: facts.today,
    decidedBefore: [...objection.decidedBefore, by.accountId],
  })
}

/** Goes on to the next level within fifteen days of the answer; earlier deciders stay out. */
export function appealObjection(
  objection: Objection,
  text: string,
  facts: { readonly calendar: WorkingCalendar; readonly today: PlainDate },
): Decision<
  Objection,
  'objection-wrong-state' | 'objection-too-late' | 'objection-no-higher-stage' | 'objection-empty'
> {
  if (objection.state !== 'notUpheld' || objection.decidedOn === null) {
    return refuse('objection-wrong-state', { state: objection.state })
  }
  const until = addDays(objection.decidedOn, objectionWindowDays)
  if (facts.today > until) return refuse('objection-too-late', { until })
  const next = objectionStages[objectionStages.indexOf(objection.stage) + 1]
  if (next === undefined) return refuse('objection-no-higher-stage')
  if (text.trim() === '') return refuse('objection-empty')
  return agree({
    ...objection,
    text: text.trim(),
    stage: next,
    state: 'received',
    handlerId: null,
    dueOn: addWorkingDays(facts.calendar, facts.today, objectionAnswerDays),
    answer: null,
    decidedBy: null,
    decidedOn: null,
  })
}

/** Whoever objected may take it back while it runs. */
export function withdrawObjection(
  objection: Objection,
  byMemberId: string | null,
): Decision<Objection, 'objection-wrong-state' | 'objection-own-matter'> {
  if (!isOpen(objection)) return refuse('objection-wrong-state', { state: objection.state })
  if (byMemberId !== objection.raisedByMemberId) return refuse('objection-own-matter')
  return agree({ ...objection, state: 'withdrawn' })
}

export function isOpen(objection: Pick<Objection, 'state'>): boolean {
  return objection.state === 'received' || objection.state === 'assigned'
}

/** Past its working days without an answer; it is listed one level up. */
export function isOverdue(objection: Pick<Objection, 'state' | 'dueOn'>, today: PlainDate): boolean {
  return isOpen(objection) && today > objection.dueOn
}

/** Things of a kind that are in dispute: left out of anything adverse until decided. */
export function disputedIds(
  objections: readonly Pick<Objection, 'state' | 'subject'>[],
  kind: ObjectionSubject['kind'],
): ReadonlySet<string> {
  return new Set(
    objections.filter((each) => isOpen(each) && each.subject.kind === kind).map(({ subject }) => subject.id),
  )
}

/** Sheets, rankings and statements that used what was corrected and are issued again. */
export function toReissue<Used extends { readonly usedIds: readonly string[] }>(
  corrected: ReadonlySet<string>,
  issued: readonly Used[],
): Used[] {
  return issued.filter(({ usedIds }) => usedIds.some((id) => corrected.has(id)))
}

/** What the person concerned may read: never who objected, nor how. */
export function shownToConcerned(
  objection: Objection,
): Omit<Objection, 'raisedByMemberId' | 'route' | 'code'> {
  const { raisedByMemberId: _member, route: _route, code: _code, ...rest } = objection
  return rest
}

function isBarred(
  objection: Objection,
  person: ObjectionPerson,
  concerned: readonly string[],
): Barred | undefined {
  if (objection.decidedBefore.includes(person.accountId)) return 'objection-decided-before'
  const own =
    person.memberId !== null &&
    (concerned.includes(person.memberId) || person.memberId === objection.raisedByMemberId)
  return own ? 'objection-own-matter' : undefined
}

const codeLetters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** A code to ask for the answer with, from random bytes: ten letters and figures that cannot be misread, in two groups. */
export function toObjectionCode(random: Uint8Array): string {
  if (random.length < 10) throw new RangeError('ten random bytes are needed')
  const signs = [...random.subarray(0, 10)].map((byte) => codeLetters[byte % codeLetters.length])
  return `${signs.slice(0, 5).join('')}-${signs.slice(5).join('')}`
}

/** A code as somebody typed it: capitals, one dash; undefined where it cannot be one. */
export function readObjectionCode(typed: string): string | undefined {
  const signs = typed.toUpperCase().replaceAll(/[^0-9A-Z]/gu, '')
  if (signs.length !== 10 || [...signs].some((sign) => !codeLetters.includes(sign))) return undefined
  return `${signs.slice(0, 5)}-${signs.slice(5)}`
}
