import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'

/** A member's account of the year (述职报告): drafted from the own facts, edited by the member, read by the organisation. */
export const dutyReportStates = ['drafted', 'submitted', 'questioned', 'checked'] as const
export type DutyReportState = (typeof dutyReportStates)[number]

/** What the report speaks of, in this order (S-203, S-204). */
export const dutyReportParts = [
  'pledges',
  'deeds',
  'gains',
  'shortcomings',
  'lastYearProblems',
  'nextYear',
] as const
export type DutyReportPart = (typeof dutyReportParts)[number]

export type DutyQuestion = {
  readonly id: string
  readonly by: string
  readonly on: PlainDate
  readonly text: string
  readonly answer: string | null
  readonly answeredOn: PlainDate | null
}

export type DutyReport = {
  readonly id: string
  readonly memberId: string
  readonly orgId: string
  readonly year: number
  readonly state: DutyReportState
  readonly words: Readonly<Record<DutyReportPart, string>>
  /** A word on each problem of last year, by its id (S-232). */
  readonly onProblems: ReadonlyMap<string, string>
  /** Who wrote it for the member, with the member's consent; null for the own hand. */
  readonly helper: { readonly accountId: string; readonly consentOn: PlainDate } | null
  readonly submittedOn: PlainDate | null
  readonly questions: readonly DutyQuestion[]
  readonly checkedBy: string | null
  readonly checkedOn: PlainDate | null
}

export const dutyReportRefusals = [
  'duty-report-wrong-state',
  'duty-report-not-yours',
  'duty-report-part-empty',
  'duty-report-problem-without-word',
  'duty-report-unknown-problem',
  'duty-report-question-empty',
  'duty-report-answer-empty',
  'duty-report-no-such-question',
  'duty-report-questions-open',
  'duty-report-own-check',
] as const
export type DutyReportRefusal = (typeof dutyReportRefusals)[number]

const emptyWords: DutyReport['words'] = {
  pledges: '',
  deeds: '',
  gains: '',
  shortcomings: '',
  lastYearProblems: '',
  nextYear: '',
}
/** Parts the member has to say something in; the others may be left to the facts. */
export const neededParts = ['gains', 'shortcomings', 'nextYear'] as const satisfies readonly DutyReportPart[]

/** An empty report of the member, with a place for each problem of last year. */
export function beginReport(
  who: Pick<DutyReport, 'id' | 'memberId' | 'orgId' | 'year' | 'helper'>,
  drafted: Partial<DutyReport['words']> = {},
): DutyReport {
  return {
    ...who,
    state: 'drafted',
    words: { ...emptyWords, ...drafted },
    onProblems: new Map(),
    submittedOn: null,
    questions: [],
    checkedBy: null,
    checkedOn: null,
  }
}

/** The member, or a helper with consent, writes; also after a question, so that the answer can stand in the text. */
export function writeReport(
  report: DutyReport,
  written: Pick<DutyReport, 'words' | 'onProblems'>,
  byMemberId: string,
): Decision<DutyReport, DutyReportRefusal> {
  if (report.state !== 'drafted' && report.state !== 'questioned') {
    return refuse('duty-report-wrong-state', { state: report.state })
  }
  if (byMemberId !== report.memberId) return refuse('duty-report-not-yours')
  return agree({ ...report, ...written })
}

/**
 * Hands the report in; the appraisal waits for it. Refuses one in which gains, shortcomings or the next year are
 * empty, and one that says nothing to a problem listed last year (R-229, S-232).
 */
export function submitReport(
  report: DutyReport,
  byMemberId: string,
  facts: { readonly problemIds: readonly string[]; readonly today: PlainDate },
): Decision<DutyReport, DutyReportRefusal> {
  if (report.state !== 'drafted') return refuse('duty-report-wrong-state', { state: report.state })
  if (byMemberId !== report.memberId) return refuse('duty-report-not-yours')
  const empty = neededParts.find((part) => report.words[part].trim() === '')
  if (empty !== undefined) return refuse('duty-report-part-empty', { part: empty })
  const silent = facts.problemIds.find((id) => (report.onProblems.get(id) ?? '').trim() === '')
  if (silent !== undefined) return refuse('duty-report-problem-without-word', { problemId: silent })
  const unknown = [...report.onProblems.keys()].find((id) => !facts.problemIds.includes(id))
  if (unknown !== undefined) return refuse('duty-report-unknown-problem', { problemId: unknown })
  return agree({ ...report, state: 'submitted', submittedOn: facts.today })
}

type Checker = { readonly accountId: string; readonly memberId: string | null }

/** The organisation asks (S-205); the member answers before the report is checked off. */
export function askAboutReport(
  report: DutyReport,
  question: { readonly id: string; readonly text: string },
  by: Checker,
  today: PlainDate,
): Decision<DutyReport, DutyReportRefusal> {
  if (report.state !== 'submitted' && report.state !== 'questioned') {
    return refuse('duty-report-wrong-state', { state: report.state })
  }
  if (by.memberId === report.memberId) return refuse('duty-report-own-check')
  const text = question.text.trim()
  if (text === '') return refuse('duty-report-question-empty')
  const asked = { id: question.id, by: by.accountId, on: today, text, answer: null, answeredOn: null }
  return agree({ ...report, state: 'questioned', questions: [...report.questions, asked] })
}

export function answerQuestion(
  report: DutyReport,
  questionId: string,
  answer: string,
  byMemberId: string,
  today: PlainDate,
): Decision<DutyReport, DutyReportRefusal> {
  if (report.state !== 'questioned') return refuse('duty-report-wrong-state', { state: report.state })
  if (byMemberId !== report.memberId) return refuse('duty-report-not-yours')
  if (!report.questions.some(({ id }) => id === questionId)) return refuse('duty-report-no-such-question')
  if (answer.trim() === '') return refuse('duty-report-answer-empty')
  const questions = report.questions.map((each) =>
    each.id === questionId ? { ...each, answer: answer.trim(), answeredOn: today } : each,
  )
  const open = questions.some((each) => each.answer === null)
  return agree({ ...report, questions, state: open ? 'questioned' : 'submitted' })
}

/** Checked off by somebody else, once no question is open (R-190, S-205). It is a check of completeness, not a mark. */
export function checkReport(
  report: DutyReport,
  by: Checker,
  today: PlainDate,
): Decision<DutyReport, DutyReportRefusal> {
  if (report.state === 'questioned') {
    return refuse('duty-report-questions-open', {
      open: report.questions.filter(({ answer }) => answer === null).length,
    })
  }
  if (report.state !== 'submitted') return refuse('duty-report-wrong-state', { state: report.state })
  if (by.memberId === report.memberId) return refuse('duty-report-own-check')
  return agree({ ...report, state: 'checked', checkedBy: by.accountId, checkedOn: today })
}
