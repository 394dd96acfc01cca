import type { Outcome } from './pledge-outcome.ts'
import type { PledgeReturn, PledgeState } from './pledge.ts'

/** What one may look at again in the own pledges; `learn` is a pledge that was not kept, with what was said of it. */
export const suggestionKinds = ['mend', 'confirm', 'talk', 'behind', 'answer', 'hand-in', 'learn'] as const
export type SuggestionKind = (typeof suggestionKinds)[number]
export type Suggestion = {
  readonly pledgeId: string
  readonly kind: SuggestionKind
  readonly words: string
}

type Own = {
  readonly id: string
  readonly text: string
  readonly state: PledgeState
  readonly toConfirm: boolean
  readonly returns: readonly Pick<PledgeReturn, 'reason'>[]
  readonly behind: boolean
  readonly unanswered: number
  readonly outcome: { readonly outcome: Outcome; readonly explanation: string } | null
}

/**
 * Suggestions to a member out of the own pledges and what was said of them (S-198): what to do first stands first. They are
 * for the member alone and nothing follows from them.
 */
export function suggestionsOf(pledges: readonly Own[]): Suggestion[] {
  const all = pledges.flatMap((pledge) => suggestionsFor(pledge))
  return all.toSorted((a, b) => suggestionKinds.indexOf(a.kind) - suggestionKinds.indexOf(b.kind))
}

function suggestionsFor(pledge: Own): Suggestion[] {
  const { id, text, state, outcome } = pledge
  const say = (kind: SuggestionKind, words: string = text): Suggestion => ({ pledgeId: id, kind, words })
  const found: Suggestion[] = []
  if (state === 'returned') found.push(say('mend', pledge.returns.at(-1)?.reason))
  if (state === 'toTalk') found.push(say('talk', pledge.returns.at(-1)?.reason))
  if (state === 'drafted' && text !== '') found.push(say('hand-in'))
  if (pledge.toConfirm && state !== 'withdrawn') found.push(say('confirm'))
  if (pledge.behind) found.push(say('behind'))
  if (pledge.unanswered > 0) found.push(say('answer'))
  if (outcome !== null && outcome.outcome !== 'fulfilled') found.push(say('learn', outcome.explanation))
  return found
}
