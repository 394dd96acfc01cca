import { agree, type Decision, refuse } from '../shared/decision.ts'
import { addDays, type PlainDate } from '../shared/plain-date.ts'
import { addWorkingDays, type WorkingCalendar } from '../shared/working-days.ts'

/** What a member may appeal against: everything that is decided about the member. */
export const appealSubjects = [
  'grade',
  'warning',
  'caution',
  'limit',
  'downMeasure',
  'disposal',
  'sanction',
  'tolerance',
  'outcomeList',
] as const
export type AppealSubject = { readonly kind: (typeof appealSubjects)[number]; readonly id: string }

/** Levels, lowest first; the last one stands for all above the county, up to the centre. */
export const appealLevels = ['branch', 'baseCommittee', 'county', 'higher'] as const
export type AppealLevel = (typeof appealLevels)[number]

export const appealStates = ['received', 'assigned', 'upheld', 'notUpheld', 'withdrawn'] as const
export type AppealState = (typeof appealStates)[number]

/** Working days for the answer: a grade, and what takes a check of facts (R-216, after the days of R-260). */
export const appealDays = { grade: 5, other: 20 } as const
/** Days from being told in which an appeal is in time; a later one is taken too, and marked. */
export const appealWindowDays = 15

export type Appeal = {
  readonly id: string
  readonly memberId: string
  readonly subject: AppealSubject
  readonly text: string
  readonly raisedOn: PlainDate
  readonly late: boolean
  readonly level: AppealLevel
  /** The organisation it lies with. */
  readonly bodyId: string
  readonly state: AppealState
  readonly handlerId: string | null
  readonly dueOn: PlainDate
  readonly answer: string | null
  readonly decidedOn: PlainDate | null
  readonly personsBefore: readonly string[]
  readonly bodiesBefore: readonly string[]
}

export const appealRefusals = [
  'appeal-empty',
  'appeal-not-yours',
  'appeal-already-open',
  'appeal-body-decided-before',
  'appeal-person-decided-before',
  'appeal-own-matter',
  'appeal-wrong-state',
  'appeal-not-handler',
  'appeal-needs-answer',
  'appeal-not-a-higher-level',
  'appeal-by-machine',
] as const
export type AppealRefusal = (typeof appealRefusals)[number]

type Clock = { readonly calendar: WorkingCalendar; readonly today: PlainDate }
export type AppealPerson = { readonly accountId: string | null; readonly memberId: string | null }

/**
 * Takes an appeal in. No time bars it; after fifteen days it is marked late. Refuses an empty one, one by somebody else,
 * a second one while the first runs, and the body that decided: another body decides.
 */
export function raiseAppeal(
  raised: Pick<Appeal, 'id' | 'memberId' | 'subject' | 'text' | 'level' | 'bodyId'> & {
    readonly byMemberId: string
  },
  facts: Clock & {
    readonly toldOn: PlainDate
    readonly sameOpen: boolean
    readonly decidedByPersons: readonly string[]
    readonly decidedByBodies: readonly string[]
  },
): Decision<Appeal, AppealRefusal> {
  const { byMemberId, ...of } = raised
  if (byMemberId !== of.memberId) return refuse('appeal-not-yours')
  if (of.text.trim() === '') return refuse('appeal-empty')
  if (facts.sameOpen) return refuse('appeal-already-open')
  if (facts.decidedByBodies.includes(of.bodyId)) return refuse('appeal-body-decided-before')
  return agree({
    ...of,
    text: of.text.trim(),
    raisedOn: facts.today,
    late: facts.today > addDays(facts.toldOn, appealWindowDays),
    state: 'received',
    handlerId: null,
    dueOn: dueAfter(of.subject, facts),
    answer: null,
    decidedOn: null,
    personsBefore: [...new Set(facts.decidedByPersons)],
    bodiesBefore: [...new Set(facts.decidedByBodies)],
  })
}

/** Gives it to somebody who has not decided before and is not the member. */
export function assignAppeal(appeal: Appeal, handler: AppealPerson): Decision<Appeal, AppealRefusal> {
  if (!isOpenAppeal(appeal)) return refuse('appeal-wrong-state', { state: appeal.state })
  const barred = barredFrom(appeal, handler)
  if (barred !== undefined) return refuse(barred)
  return agree({ ...appeal, state: 'assigned', handlerId: handler.accountId })
}

/** Decides with a written answer; what was upheld is put right by `followUps`. */
export function decideAppeal(
  appeal: Appeal,
  decision: { readonly by: AppealPerson; readonly upheld: boolean; readonly answer: string },
  today: PlainDate,
): Decision<Appeal, AppealRefusal> {
  const { by, upheld, answer } = decision
  if (appeal.state !== 'assigned') return refuse('appeal-wrong-state', { state: appeal.state })
  const barred = barredFrom(appeal, by)
  if (barred !== undefined) return refuse(barred)
  if (appeal.handlerId !== by.accountId) return refuse('appeal-not-handler')
  if (answer.trim() === '') return refuse('appeal-needs-answer')
  return agree({
    ...appeal,
    state: upheld ? 'upheld' : 'notUpheld',
    answer: answer.trim(),
    decidedOn: today,
    personsBefore: by.accountId === null ? appeal.personsBefore : [...appeal.personsBefore, by.accountId],
    bodiesBefore: [...appeal.bodiesBefore, appeal.bodyId],
  })
}

/** Goes on to a higher body, as often as there is one; those who have decided stay out. */
export function appealFurther(
  appeal: Appeal,
  to: {
    readonly level: AppealLevel
    readonly bodyId: string
    readonly text: string
    readonly byMemberId: string
  },
  clock: Clock,
): Decision<Appeal, AppealRefusal> {
  if (appeal.state !== 'notUpheld' || appeal.decidedOn === null) {
    return refuse('appeal-wrong-state', { state: appeal.state })
  }
  if (to.byMemberId !== appeal.memberId) return refuse('appeal-not-yours')
  const from = appealLevels.indexOf(appeal.level)
  const up = appealLevels.indexOf(to.level)
  if (up < from || (up === from && to.level !== 'higher')) return refuse('appeal-not-a-higher-level')
  if (appeal.bodiesBefore.includes(to.bodyId)) return refuse('appeal-body-decided-before')
  if (to.text.trim() === '') return refuse('appeal-empty')
  return agree({
    ...appeal,
    text: to.text.trim(),
    level: to.level,
    bodyId: to.bodyId,
    late: clock.today > addDays(appeal.decidedOn, appealWindowDays),
    state: 'received',
    handlerId: null,
    dueOn: dueAfter(appeal.subject, clock),
    answer: null,
    decidedOn: null,
  })
}

export function withdrawAppeal(appeal: Appeal, byMemberId: string): Decision<Appeal, AppealRefusal> {
  if (!isOpenAppeal(appeal)) return refuse('appeal-wrong-state', { state: appeal.state })
  return byMemberId === appeal.memberId
    ? agree({ ...appeal, state: 'withdrawn' })
    : refuse('appeal-not-yours')
}

export function isOpenAppeal(appeal: Pick<Appeal, 'state'>): boolean {
  return appeal.state === 'received' || appeal.state === 'assigned'
}

/** Without answer past its day; listed one level up. */
export function isAppealOverdue(appeal: Pick<Appeal, 'state' | 'dueOn'>, today: PlainDate): boolean {
  return isOpenAppeal(appeal) && today > appeal.dueOn
}

/** Whether something is in dispute and stays out of anything adverse. */
export function isDisputed(
  appeals: readonly Pick<Appeal, 'state' | 'subject'>[],
  subject: AppealSubject,
): boolean {
  return appeals.some(
    (each) => isOpenAppeal(each) && each.subject.kind === subject.kind && each.subject.id === subject.id,
  )
}

/** What an upheld appeal sets going. */
export const appealFollowUps = [
  'settleAnew',
  'withdrawUses',
  'liftWarning',
  'endCaution',
  'liftLimit',
  'undoMeasure',
  'restoreMember',
  'passToSanctioningBody',
  'checkToleranceAnew',
  'reissueDocuments',
] as const
export type AppealFollowUp = (typeof appealFollowUps)[number]

/** In order; papers and lists that used what was corrected are issued again at the end. */
export function followUps(appeal: Pick<Appeal, 'state' | 'subject'>): AppealFollowUp[] {
  if (appeal.state !== 'upheld') return []
  const by: Readonly<Record<AppealSubject['kind'], readonly AppealFollowUp[]>> = {
    grade: ['settleAnew', 'withdrawUses'],
    warning: ['liftWarning'],
    caution: ['endCaution'],
    limit: ['liftLimit'],
    downMeasure: ['undoMeasure'],
    disposal: ['restoreMember'],
    sanction: ['passToSanctioningBody'],
    tolerance: ['checkToleranceAnew'],
    outcomeList: ['withdrawUses'],
  }
  return [...by[appeal.subject.kind], 'reissueDocuments']
}

function barredFrom(
  appeal: Appeal,
  person: AppealPerson,
): 'appeal-by-machine' | 'appeal-person-decided-before' | 'appeal-own-matter' | undefined {
  if (person.accountId === null) return 'appeal-by-machine'
  if (appeal.personsBefore.includes(person.accountId)) return 'appeal-person-decided-before'
  return person.memberId === appeal.memberId ? 'appeal-own-matter' : undefined
}

function dueAfter(subject: AppealSubject, { calendar, today }: Clock): PlainDate {
  return addWorkingDays(calendar, today, subject.kind === 'grade' ? appealDays.grade : appealDays.other)
}
