import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'
import { addWorkingDays, countWorkingDays, type WorkingCalendar } from '../shared/working-days.ts'
import { masksNames } from './masking.ts'
import { findPrivate, type PrivateFinding } from './privacy.ts'

/** Who can read it; from the narrowest on. */
export const noticeScopes = ['branch', 'unit', 'villageBoard', 'public'] as const
export type NoticeScope = (typeof noticeScopes)[number]

export const noticeKinds = [
  'monthPoints',
  'ranking',
  'pledges',
  'admission',
  'appraisal',
  'award',
  'dues',
  'disposal',
  'other',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Ways to object; at least one needs neither account nor phone. */
export const objectionRoutes = ['page', 'statement', 'phone', 'paper'] as const
export type ObjectionRoute = (typeof objectionRoutes)[number]

export const noticeStates = [
  'drafted',
  'checked',
  'posted',
  'interrupted',
  'ended',
  'settled',
  'dropped',
] as const
export type NoticeState = (typeof noticeStates)[number]

/** Working days a notice stands at least. */
export const leastWorkingDays = 5

export type NoticeCheck = { readonly by: string; readonly on: PlainDate }
export type NoticeDecision = { readonly body: string; readonly document: string }

export type Notice = {
  readonly id: string
  readonly orgId: string
  readonly kind: NoticeKind
  readonly scope: NoticeScope
  readonly title: string
  /** All that is printed beside the list: lead, notes, signature. */
  readonly body: string
  readonly contact: { readonly office: string; readonly phone: string }
  readonly routes: readonly ObjectionRoute[]
  readonly workingDays: number
  readonly names: 'full' | 'masked'
  /** Who decided that full names stand in a wide scope. */
  readonly fullNames: NoticeDecision | null
  readonly draftedBy: string
  readonly state: NoticeState
  readonly accuracy: NoticeCheck | null
  readonly privacy: NoticeCheck | null
  readonly approvedBy: string | null
  readonly postedOn: PlainDate | null
  /** Last day of the period, included. */
  readonly endsOn: PlainDate | null
  /** Times it was posted; above one after interruptions. */
  readonly postings: number
  readonly interruptedFor: string | null
  readonly result: string | null
}

/** What a draft is refused for. */
export const draftRefusals = [
  'notice-words-missing',
  'notice-contact-missing',
  'notice-route-missing',
  'notice-too-short',
  'notice-full-names-need-decision',
  'notice-ranking-needs-decision',
] as const
export type DraftRefusal = (typeof draftRefusals)[number]

export const noticeRefusals = [
  ...draftRefusals,
  'notice-wrong-state',
  'notice-private-content',
  'notice-shows-evidence',
  'notice-not-checked',
  'notice-own-approval',
  'notice-needs-reason',
  'notice-still-running',
  'notice-objections-open',
  'notice-result-missing',
] as const
export type NoticeRefusal = (typeof noticeRefusals)[number]

export type NoticeDraft = Pick<
  Notice,
  | 'id'
  | 'orgId'
  | 'kind'
  | 'scope'
  | 'title'
  | 'body'
  | 'contact'
  | 'routes'
  | 'workingDays'
  | 'names'
  | 'fullNames'
  | 'draftedBy'
>

/**
 * Step one of four: scope, time and form are proposed. Refuses a notice without words, contact or a route
 * that needs no account, one below five working days, and full names in a wide scope or a ranking beyond the
 * branch without a decision.
 */
export function draftNotice(draft: NoticeDraft): Decision<Notice, DraftRefusal> {
  if (draft.title.trim() === '' || draft.body.trim() === '') return refuse('notice-words-missing')
  if (draft.contact.office.trim() === '' || draft.contact.phone.trim() === '')
    return refuse('notice-contact-missing')
  if (!draft.routes.includes('paper') && !draft.routes.includes('phone'))
    return refuse('notice-route-missing')
  if (!Number.isInteger(draft.workingDays) || draft.workingDays < leastWorkingDays) {
    return refuse('notice-too-short', { least: leastWorkingDays })
  }
  const decided =
    draft.fullNames !== null && draft.fullNames.document.trim() !== '' && draft.fullNames.body.trim() !== ''
  if (masksNames(draft.scope) && draft.names === 'full' && !decided) {
    return refuse('notice-full-names-need-decision', { scope: draft.scope })
  }
  if (draft.kind === 'ranking' && draft.scope !== 'branch' && !decided) {
    return refuse('notice-ranking-needs-decision', { scope: draft.scope })
  }
  return agree({
    ...draft,
    state: 'drafted',
    accuracy: null,
    privacy: null,
    approvedBy: null,
    postedOn: null,
    endsOn: null,
    postings: 0,
    interruptedFor: null,
    result: null,
  })
}

/** Other words before it is posted; whatever was checked is checked anew. One taken down stays so until then. */
export function changeNotice(
  notice: Notice,
  draft: NoticeDraft,
): Decision<Notice, DraftRefusal | 'notice-wrong-state'> {
  const { state, postings } = notice
  if (state !== 'drafted' && state !== 'checked' && state !== 'interrupted') {
    return refuse('notice-wrong-state', { state })
  }
  const drafted = draftNotice(draft)
  if (!drafted.ok) return drafted
  const { draftedBy, interruptedFor, postedOn } = notice
  const back = postings > 0 ? 'interrupted' : 'drafted'
  return agree({ ...drafted.value, draftedBy, state: back, postings, interruptedFor, postedOn })
}

/** A draft nobody needs, or a notice taken down for good; what hung stays in the archive. */
export function dropNotice(
  notice: Notice,
  reason: string,
): Decision<Notice, 'notice-wrong-state' | 'notice-needs-reason'> {
  const { state } = notice
  if (state !== 'drafted' && state !== 'checked' && state !== 'interrupted') {
    return refuse('notice-wrong-state', { state })
  }
  if (reason.trim() === '') return refuse('notice-needs-reason')
  return agree({ ...notice, state: 'dropped' })
}

/** What the texts of a notice and of its list say that is never published. */
export function privateIn(
  notice: Pick<Notice, 'title' | 'body' | 'contact' | 'kind'>,
  rows: readonly { readonly where: string; readonly text: string }[],
): PrivateFinding[] {
  const allowed = { official: [notice.contact.phone], disposal: notice.kind === 'disposal' }
  return [
    ...findPrivate('title', notice.title, allowed),
    ...findPrivate('body', notice.body, allowed),
    ...rows.flatMap(({ where, text }) => findPrivate(where, text, allowed)),
  ]
}

/**
 * Step two: somebody has compared the figures, and the texts hold nothing that is never published.
 * Refuses while a finding stands, and enclosed evidence that shows others.
 */
export function checkNotice(
  notice: Notice,
  check: NoticeCheck,
  facts: { readonly findings: readonly PrivateFinding[]; readonly enclosesEvidence: boolean },
): Decision<Notice, 'notice-wrong-state' | 'notice-private-content' | 'notice-shows-evidence'> {
  if (notice.state !== 'drafted' && notice.state !== 'interrupted')
    return refuse('notice-wrong-state', { state: notice.state })
  if (facts.findings.length > 0) {
    return refuse('notice-private-content', {
      found: facts.findings.map(({ kind, where, words }) => `${where} ${kind} ${words}`),
    })
  }
  if (facts.enclosesEvidence) return refuse('notice-shows-evidence')
  return agree({ ...notice, state: 'checked', accuracy: check, privacy: check })
}

/**
 * Steps three and four: approved and posted. The period begins the next day and runs whole working days;
 * after an interruption it runs whole again. Beyond the branch somebody else than the writer approves.
 */
export function postNotice(
  notice: Notice,
  approvedBy: string,
  calendar: WorkingCalendar,
  today: PlainDate,
): Decision<Notice, 'notice-not-checked' | 'notice-wrong-state' | 'notice-own-approval'> {
  if (notice.state === 'drafted' || notice.state === 'interrupted') return refuse('notice-not-checked')
  if (notice.state !== 'checked') return refuse('notice-wrong-state', { state: notice.state })
  if (notice.scope !== 'branch' && approvedBy === notice.draftedBy) return refuse('notice-own-approval')
  return agree({
    ...notice,
    state: 'posted',
    approvedBy,
    postedOn: today,
    endsOn: addWorkingDays(calendar, today, notice.workingDays),
    postings: notice.postings + 1,
    interruptedFor: null,
  })
}

/** A wrong or withdrawn notice comes down; its days are lost and it is checked anew. */
export function interruptNotice(
  notice: Notice,
  reason: string,
): Decision<Notice, 'notice-wrong-state' | 'notice-needs-reason'> {
  if (notice.state !== 'posted' && notice.state !== 'ended')
    return refuse('notice-wrong-state', { state: notice.state })
  if (reason.trim() === '') return refuse('notice-needs-reason')
  return agree({
    ...notice,
    state: 'interrupted',
    accuracy: null,
    privacy: null,
    endsOn: null,
    interruptedFor: reason.trim(),
  })
}

/** The period is over; pages close by themselves. */
export function endNotice(
  notice: Notice,
  today: PlainDate,
): Decision<Notice, 'notice-wrong-state' | 'notice-still-running'> {
  if (notice.state !== 'posted' || notice.endsOn === null)
    return refuse('notice-wrong-state', { state: notice.state })
  if (today <= notice.endsOn) return refuse('notice-still-running', { endsOn: notice.endsOn })
  return agree({ ...notice, state: 'ended' })
}

/** The result is written when every objection has been answered. */
export function settleNotice(
  notice: Notice,
  result: string,
  facts: { readonly openObjections: number },
): Decision<Notice, 'notice-wrong-state' | 'notice-objections-open' | 'notice-result-missing'> {
  if (notice.state !== 'ended') return refuse('notice-wrong-state', { state: notice.state })
  if (facts.openObjections > 0) return refuse('notice-objections-open', { open: facts.openObjections })
  if (result.trim() === '') return refuse('notice-result-missing')
  return agree({ ...notice, state: 'settled', result: result.trim() })
}

/** Whether the page can be read on a day: from posting to the end of the period, and never after. */
export function isShown(notice: Pick<Notice, 'state' | 'postedOn' | 'endsOn'>, today: PlainDate): boolean {
  const { state, postedOn, endsOn } = notice
  return state === 'posted' && postedOn !== null && endsOn !== null && postedOn <= today && today <= endsOn
}

/** The how-manieth working day of the period it is: 0 on the day of posting, at most all of them. */
export function dayOfNotice(
  notice: Pick<Notice, 'postedOn' | 'workingDays'>,
  calendar: WorkingCalendar,
  today: PlainDate,
): number {
  if (notice.postedOn === null) return 0
  return Math.min(notice.workingDays, countWorkingDays(calendar, notice.postedOn, today))
}
