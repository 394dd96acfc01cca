import { lintText } from '../schemes/policy-linter.ts'
import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'

/** What a member says about the own year at the meeting (个人自评). Spoken or read out; a helper may write it down. */
export type SelfAppraisal = {
  readonly memberId: string
  readonly text: string
  readonly on: PlainDate
  /** Who wrote it down for a member who speaks; null for one's own hand. */
  readonly writtenBy: string | null
}

/** What one member says about another, by name: the subject reads it and may answer (党员互评). */
export type PeerWord = {
  readonly id: string
  readonly aboutMemberId: string
  readonly byMemberId: string
  readonly text: string
  readonly on: PlainDate
  readonly answer: string | null
}

export const wordRefusals = [
  'word-empty',
  'word-about-oneself',
  'word-other-group',
  'word-against-policy',
  'word-not-yours',
] as const
export type WordRefusal = (typeof wordRefusals)[number]

export function writeSelf(self: SelfAppraisal): Decision<SelfAppraisal, WordRefusal> {
  const text = self.text.trim()
  return text === '' ? refuse('word-empty') : agree({ ...self, text })
}

/**
 * One member about another. Refuses an empty word, one about oneself, one about somebody of another group where the
 * step takes place in groups, and one that speaks of illness, family, belief or private speech.
 */
export function sayAboutPeer(
  word: Omit<PeerWord, 'answer'>,
  facts: { readonly groupOf: ReadonlyMap<string, string> | null },
): Decision<PeerWord, WordRefusal> {
  const text = word.text.trim()
  if (text === '') return refuse('word-empty')
  if (word.aboutMemberId === word.byMemberId) return refuse('word-about-oneself')
  const { groupOf } = facts
  if (groupOf !== null && groupOf.get(word.aboutMemberId) !== groupOf.get(word.byMemberId)) {
    return refuse('word-other-group')
  }
  const found = lintText('word', text).filter(({ weight }) => weight === 'refused')
  if (found.length > 0) return refuse('word-against-policy', { found: found.map(({ ruleId }) => ruleId) })
  return agree({ ...word, text, answer: null })
}

/** The member spoken about answers; it stands beside the word for good. */
export function answerPeer(
  word: PeerWord,
  memberId: string,
  answer: string,
): Decision<PeerWord, WordRefusal> {
  if (word.aboutMemberId !== memberId) return refuse('word-not-yours')
  return answer.trim() === '' ? refuse('word-empty') : agree({ ...word, answer: answer.trim() })
}

/** Members on the roll about whom nobody has spoken yet. */
export function withoutPeerWord(memberIds: readonly string[], words: readonly PeerWord[]): string[] {
  const spoken = new Set(words.map(({ aboutMemberId }) => aboutMemberId))
  return memberIds.filter((id) => !spoken.has(id))
}
