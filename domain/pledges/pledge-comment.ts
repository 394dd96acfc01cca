import { findPrivate } from '../notices/privacy.ts'
import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'
import type { Pledge } from './pledge.ts'

/** Said by the public without an account, or signed by a member (S-189, S-197). */
export type CommentAuthor =
  | { readonly kind: 'public' }
  | { readonly kind: 'member'; readonly memberId: string }

export const commentStates = ['received', 'shown', 'held'] as const
export type CommentState = (typeof commentStates)[number]

/** Why a comment is not shown. Being critical is not among them. */
export const holdReasons = ['privateContent', 'insult', 'offTopic', 'advertising'] as const
export type HoldReason = (typeof holdReasons)[number]

export type PledgeComment = {
  readonly id: string
  readonly pledgeId: string
  readonly author: CommentAuthor
  readonly text: string
  readonly saidOn: PlainDate
  readonly state: CommentState
  readonly heldFor: HoldReason | null
  readonly answer: string | null
  /** The subject finds it wrong and wants it read by somebody. */
  readonly reported: boolean
}

export const mostCommentLetters = 300
export const commentRefusals = [
  'comment-empty',
  'comment-too-long',
  'comment-pledge-not-public',
  'comment-on-own-pledge',
  'comment-private-content',
  'comment-wrong-state',
  'comment-not-subject',
  'comment-subject-decides',
  'comment-answer-empty',
] as const
export type CommentRefusal = (typeof commentRefusals)[number]

/**
 * Takes in a comment on a published pledge (S-189). One of a member is signed and shown at once (S-197); one of the public is read
 * by the branch first. Refuses what names private facts, one's own pledge, empty and long ones.
 */
export function sayOnPledge(
  said: Pick<PledgeComment, 'id' | 'author' | 'text'>,
  pledge: Pick<Pledge, 'id' | 'state' | 'pledger'>,
  today: PlainDate,
): Decision<PledgeComment, CommentRefusal> {
  if (!['published', 'fulfilled', 'partly', 'missedExplained', 'dropped'].includes(pledge.state))
    return refuse('comment-pledge-not-public')
  const text = said.text.trim()
  if (text === '') return refuse('comment-empty')
  if ([...text].length > mostCommentLetters) return refuse('comment-too-long', { most: mostCommentLetters })
  const { author } = said
  if (
    author.kind === 'member' &&
    pledge.pledger.kind === 'member' &&
    author.memberId === pledge.pledger.memberId
  ) {
    return refuse('comment-on-own-pledge')
  }
  const found = findPrivate('text', text)
  if (found.length > 0)
    return refuse('comment-private-content', { found: found.map(({ kind, words }) => `${kind} ${words}`) })
  const state = author.kind === 'member' ? 'shown' : 'received'
  return agree({
    id: said.id,
    pledgeId: pledge.id,
    author,
    text,
    saidOn: today,
    state,
    heldFor: null,
    answer: null,
    reported: false,
  })
}

/** The branch shows a comment, or holds it for one of the listed reasons; never the one it is about. */
export function readComment(
  comment: PledgeComment,
  reading: { readonly hold: HoldReason | null; readonly byMemberId: string | null },
  pledge: Pick<Pledge, 'pledger'>,
): Decision<PledgeComment, CommentRefusal> {
  const subject = pledge.pledger.kind === 'member' ? pledge.pledger.memberId : null
  if (subject !== null && reading.byMemberId === subject) return refuse('comment-subject-decides')
  if (comment.state === 'held' || (comment.state === 'shown' && !comment.reported))
    return refuse('comment-wrong-state', { state: comment.state })
  const held = reading.hold !== null
  return agree({ ...comment, state: held ? 'held' : 'shown', heldFor: reading.hold, reported: false })
}

/** The one it is about answers in public, or reports it for reading (S-197); for an organisation who writes for it does. */
export function answerComment(
  comment: PledgeComment,
  said: {
    readonly byMemberId: string | null
    readonly answer: string | null
    readonly report: boolean
    readonly forOrg?: boolean
  },
  pledge: Pick<Pledge, 'pledger'>,
): Decision<PledgeComment, CommentRefusal> {
  const { pledger } = pledge
  const isSubject = pledger.kind === 'org' ? said.forOrg === true : pledger.memberId === said.byMemberId
  if (!isSubject) return refuse('comment-not-subject')
  if (comment.state !== 'shown') return refuse('comment-wrong-state', { state: comment.state })
  const answer = said.answer?.trim() ?? comment.answer
  if (answer === '' || (answer === null && !said.report)) return refuse('comment-answer-empty')
  return agree({ ...comment, answer, reported: comment.reported || said.report })
}
