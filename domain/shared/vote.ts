import { agree, type Decision, refuse } from './decision.ts'
import { formatPlainDate, type PlainDate } from './plain-date.ts'

/** What a show of hands or a box came to; each a number of voters. */
export type VoteCount = {
  /** Voters who should attend (应到), after those left out with approval. */
  readonly shouldAttend: number
  /** Voters in the room (实到). */
  readonly present: number
  /** Absent voters whose formal written opinion came before the meeting; counted in the votes, not as present. */
  readonly written: number
  readonly yes: number
  readonly no: number
  /** Abstentions, blank and spoiled papers: never a yes. */
  readonly abstain: number
}

/** A share with its denominator; `moreThan` half is not reached by half. */
export type Threshold = {
  readonly how: 'moreThan' | 'atLeast'
  readonly numerator: number
  readonly denominator: number
  readonly of: 'shouldAttend' | 'present'
}

export const voteKinds = ['ordinary', 'admission', 'conversion', 'disposal', 'appraisal', 'election'] as const
export type VoteKind = (typeof voteKinds)[number]
export type VoteRule = {
  readonly quorum: Threshold
  readonly majority: Threshold
  /** By paper nobody signs. */
  readonly secret: boolean
  /** Two or more persons are voted on one by one. */
  readonly onePersonAtATime: boolean
}

export const moreThanHalfOfAll: Threshold = {
  how: 'moreThan',
  numerator: 1,
  denominator: 2,
  of: 'shouldAttend',
}
export const twoThirdsOfAll: Threshold = { how: 'atLeast', numerator: 2, denominator: 3, of: 'shouldAttend' }
const twoHalves = { quorum: moreThanHalfOfAll, majority: moreThanHalfOfAll }

/**
 * Both halves are counted over those who should attend (R-049… ). Elections need more than four fifths
 * of them in the room, and are won by more than half of those present.
 */
export const voteRules: Readonly<Record<VoteKind, VoteRule>> = {
  ordinary: { ...twoHalves, secret: false, onePersonAtATime: false },
  admission: { ...twoHalves, secret: true, onePersonAtATime: true },
  conversion: { ...twoHalves, secret: false, onePersonAtATime: true },
  disposal: { ...twoHalves, secret: true, onePersonAtATime: true },
  appraisal: { ...twoHalves, secret: true, onePersonAtATime: false },
  election: {
    quorum: { how: 'moreThan', numerator: 4, denominator: 5, of: 'shouldAttend' },
    majority: { how: 'moreThan', numerator: 1, denominator: 2, of: 'present' },
    secret: true,
    onePersonAtATime: false,
  },
}

export const voteRefusals = [
  'vote-not-whole-numbers',
  'vote-nobody-to-attend',
  'vote-more-present-than-due',
  'vote-does-not-add-up',
  'vote-no-quorum',
  'vote-no-majority',
  'vote-several-persons',
  'vote-not-secret',
  'vote-rule-looser',
] as const
export type VoteRefusal = (typeof voteRefusals)[number]

/** Whether a part of a whole reaches a threshold; in whole numbers, so that exactly half stays exactly half. */
export function reaches(part: number, whole: number, { how, numerator, denominator }: Threshold): boolean {
  const left = part * denominator
  const right = whole * numerator
  return how === 'moreThan' ? left > right : left >= right
}

/** The fewest voters that reach a threshold, for the screen: of ten, more than half is six. */
export function leastOf(whole: number, { how, numerator, denominator }: Threshold): number {
  const exact = (whole * numerator) / denominator
  return how === 'moreThan' ? Math.floor(exact) + 1 : Math.ceil(exact)
}

/** Refuses totals that do not add up: yes, no and abstentions are those present and the written opinions. */
export function checkCount(count: VoteCount): Decision<VoteCount, VoteRefusal> {
  const { shouldAttend, present, written, yes, no, abstain } = count
  if (
    [shouldAttend, present, written, yes, no, abstain].some((each) => !Number.isInteger(each) || each < 0)
  ) {
    return refuse('vote-not-whole-numbers')
  }
  if (shouldAttend === 0) return refuse('vote-nobody-to-attend')
  if (present + written > shouldAttend) return refuse('vote-more-present-than-due', { shouldAttend, present })
  const votes = yes + no + abstain
  if (votes !== present + written) return refuse('vote-does-not-add-up', { votes, voters: present + written })
  return agree(count)
}

/** Whether a meeting may open: written opinions do not make a quorum. */
export function hasQuorum(count: Pick<VoteCount, 'shouldAttend' | 'present'>, rule: VoteRule): boolean {
  return reaches(count.present, count.shouldAttend, rule.quorum)
}

export type Passed = { readonly count: VoteCount; readonly needed: number }

/**
 * Whether a vote carries. Refuses totals that do not add up, a meeting without quorum, too few yes
 * votes, an open vote where it must be secret, and several persons on one paper where each
 * is voted on alone.
 */
export function decideVote(
  count: VoteCount,
  rule: VoteRule,
  how: { readonly secret: boolean; readonly persons: number },
): Decision<Passed, VoteRefusal> {
  const checked = checkCount(count)
  if (!checked.ok) return checked
  if (rule.secret && !how.secret) return refuse('vote-not-secret')
  if (rule.onePersonAtATime && how.persons !== 1)
    return refuse('vote-several-persons', { persons: how.persons })
  const { shouldAttend, present, yes } = count
  if (!hasQuorum(count, rule)) {
    return refuse('vote-no-quorum', { shouldAttend, present, needed: leastOf(shouldAttend, rule.quorum) })
  }
  const needed = leastOf(count[rule.majority.of], rule.majority)
  if (!reaches(yes, count[rule.majority.of], rule.majority))
    return refuse('vote-no-majority', { yes, needed })
  return agree({ count, needed })
}

/** A county may ask for more than the rule, such as two thirds; never for less, and never over another denominator. */
export function tightenQuorum(rule: VoteRule, quorum: Threshold): Decision<VoteRule, VoteRefusal> {
  const { numerator, denominator } = quorum
  const stricter = numerator * rule.quorum.denominator - rule.quorum.numerator * denominator
  const looser =
    stricter < 0 || (stricter === 0 && rule.quorum.how === 'moreThan' && quorum.how === 'atLeast')
  if (looser || quorum.of !== rule.quorum.of) return refuse('vote-rule-looser')
  return agree({ ...rule, quorum })
}

/** The sentence a resolution carries: day, should-attend, present, yes, no, abstain, chair. */
export function resolutionWords(count: VoteCount, on: PlainDate, chair: string): string {
  const { shouldAttend, present, written, yes, no, abstain } = count
  const letters = written === 0 ? '' : `，会前提出书面意见${written}名`
  return (
    `${formatPlainDate(on)}召开党员大会，应到有表决权的党员${shouldAttend}名，实到${present}名${letters}。` +
    `经表决，赞成${yes}票，反对${no}票，弃权${abstain}票。主持人：${chair}（签名）`
  )
}
