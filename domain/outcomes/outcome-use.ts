import { checkReason, reasonRefusals } from '../schemes/reason.ts'
import type { AdverseFacts, ServedDecision } from '../shared/adverse-gate.ts'
import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'
import { type Actor, adverseStepRefusals, enterAdverse } from './adverse-step.ts'
import { isAdverseKind, type OutcomeDraft } from './outcome-table.ts'

/** A draft on the board, until somebody competent confirms or declines it. */
export const useStates = ['drafted', 'confirmed', 'declined', 'withdrawn'] as const
export type UseState = (typeof useStates)[number]

export type RecordedUse = OutcomeDraft & {
  readonly id: string
  readonly year: number
  readonly state: UseState
  readonly decidedBy: string | null
  readonly decidedOn: PlainDate | null
  readonly document: string | null
  readonly reason: string | null
  /** For limits and measures; without it none of them is confirmed. */
  readonly served: ServedDecision | null
}

export const useRefusals = [
  'outcome-wrong-state',
  'outcome-by-machine',
  'outcome-own-case',
  'outcome-needs-document',
  'outcome-needs-facts',
  'outcome-is-adverse',
  'outcome-is-not-adverse',
  ...adverseStepRefusals,
] as const
export type UseRefusal = (typeof useRefusals)[number]

export function recordDraft(draft: OutcomeDraft, id: string, year: number): RecordedUse {
  return {
    ...draft,
    id,
    year,
    state: 'drafted',
    decidedBy: null,
    decidedOn: null,
    document: null,
    reason: null,
    served: null,
  }
}

/** The competent body takes an encouraging or helping draft up, with its document. Refuses limits and measures: they go through the gate. */
export function confirmUse(
  use: RecordedUse,
  by: Actor,
  document: string,
  today: PlainDate,
): Decision<RecordedUse, UseRefusal> {
  if (use.state !== 'drafted') return refuse('outcome-wrong-state', { state: use.state })
  if (isAdverseKind(use.kind)) return refuse('outcome-is-adverse', { use: use.use })
  if (by.author.kind !== 'person') return refuse('outcome-by-machine', { author: by.author.kind })
  if (by.memberId === use.memberId) return refuse('outcome-own-case')
  if (document.trim() === '') return refuse('outcome-needs-document')
  const decidedBy = by.author.accountId
  return agree({ ...use, state: 'confirmed', decidedBy, decidedOn: today, document: document.trim() })
}

/** A limit or a measure is entered: five facts, a document, and nothing disputed (R-212, R-217, S-221…S-226). */
export function confirmAdverseUse(
  use: RecordedUse,
  entry: { readonly facts: AdverseFacts; readonly document: string },
  by: Actor,
  step: { readonly disputed: boolean; readonly today: PlainDate },
): Decision<RecordedUse, UseRefusal> {
  if (use.state !== 'drafted') return refuse('outcome-wrong-state', { state: use.state })
  if (!isAdverseKind(use.kind)) return refuse('outcome-is-not-adverse', { use: use.use })
  const document = entry.document.trim()
  if (document === '') return refuse('outcome-needs-document')
  const entered = enterAdverse(entry.facts, by, { ...step, subjectMemberId: use.memberId })
  if (!entered.ok) return entered
  const served = entered.value
  const { enteredBy: decidedBy, decidedOn, reason } = served
  return agree({ ...use, state: 'confirmed', decidedBy, decidedOn, document, reason, served })
}

/** Not taken up, with the reason; that is a recorded answer too (S-162). */
export function declineUse(
  use: RecordedUse,
  by: Actor,
  reason: string,
  today: PlainDate,
): Decision<RecordedUse, UseRefusal> {
  if (use.state !== 'drafted') return refuse('outcome-wrong-state', { state: use.state })
  if (by.author.kind !== 'person') return refuse('outcome-by-machine', { author: by.author.kind })
  const checked = checkReason('reason', reason)
  if (!checked.ok) return checked
  const decidedBy = by.author.accountId
  return agree({ ...use, state: 'declined', decidedBy, decidedOn: today, reason: checked.value })
}

/** Drafts of a grade that was put right on appeal fall away; what was confirmed is taken back with them. */
export function withdrawUses(uses: readonly RecordedUse[], memberId: string, reason: string): RecordedUse[] {
  return uses.map((use) =>
    use.memberId === memberId && (use.state === 'drafted' || use.state === 'confirmed')
      ? { ...use, state: 'withdrawn', reason }
      : use,
  )
}

/** Why nothing came of a grade, in words and by name (S-162). */
export type NoUse = {
  readonly memberId: string
  readonly year: number
  readonly reason: string
  readonly by: string
  readonly on: PlainDate
}
export const noUseRefusals = ['outcome-by-machine', 'outcome-own-case', ...reasonRefusals] as const

export function recordNoUse(
  of: { readonly memberId: string; readonly year: number },
  by: Actor,
  reason: string,
  today: PlainDate,
): Decision<NoUse, (typeof noUseRefusals)[number]> {
  if (by.author.kind !== 'person') return refuse('outcome-by-machine', { author: by.author.kind })
  if (by.memberId === of.memberId) return refuse('outcome-own-case')
  const checked = checkReason('reason', reason)
  if (!checked.ok) return checked
  return agree({ ...of, reason: checked.value, by: by.author.accountId, on: today })
}

/** Graded members whose grade has neither a recorded use nor a reason; the list is empty before the year closes (S-162). */
export function withoutUse(
  gradedMemberIds: readonly string[],
  uses: readonly Pick<RecordedUse, 'memberId' | 'state'>[],
  noUses: readonly Pick<NoUse, 'memberId'>[],
): string[] {
  const settled = new Set([
    ...uses.filter(({ state }) => state === 'confirmed').map(({ memberId }) => memberId),
    ...noUses.map(({ memberId }) => memberId),
  ])
  return gradedMemberIds.filter((id) => !settled.has(id))
}
