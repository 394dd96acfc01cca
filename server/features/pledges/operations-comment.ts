import { commentRefusals, holdReasons } from '@steward/domain/pledges/pledge-comment.ts'
import { defineCommand, defineQuery } from '#platform/operation.ts'
import { z } from 'zod'
import { CommentRow } from './operations-shape.ts'

export const sayOnPledge = defineCommand({
  id: 'pledge-comment.say',
  summary: { zh: '点评一件承诺', en: 'Comment on a pledge with one’s name' },
  input: z.object({ pledgeId: z.uuid(), text: z.string().max(2000) }),
  output: z.object({ commentId: z.uuid() }),
  refusals: commentRefusals,
})

export const listWaitingComments = defineQuery({
  id: 'pledge-comment.waiting',
  summary: { zh: '等着看的留言', en: 'Comments that wait to be read' },
  input: z.object({ limit: z.int().min(1).max(200).default(100) }),
  output: z.object({
    rows: z.array(
      CommentRow.extend({
        pledgeText: z.string(),
        name: z.string(),
        orgName: z.string(),
        /** It is about the caller: somebody else decides. */
        barred: z.boolean(),
      }),
    ),
    total: z.int(),
  }),
})

export const readComment = defineCommand({
  id: 'pledge-comment.read',
  summary: { zh: '公开或不公开一条留言', en: 'Show a comment or hold it back' },
  input: z.object({ commentId: z.uuid(), hold: z.enum(holdReasons).nullable() }),
  output: z.object({ state: z.enum(['shown', 'held']) }),
  refusals: commentRefusals,
})

export const answerComment = defineCommand({
  id: 'pledge-comment.answer',
  summary: { zh: '回复留言，或请支部再看', en: 'Answer a comment, or ask that it be read again' },
  input: z.object({ commentId: z.uuid(), answer: z.string().max(300).nullable(), report: z.boolean() }),
  output: z.object({ answered: z.boolean(), reported: z.boolean() }),
  refusals: commentRefusals,
})

export const pledgeCommentOperations = { sayOnPledge, listWaitingComments, readComment, answerComment }
