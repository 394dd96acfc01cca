import { feedbackRefusals, feedbackStates } from '@steward/domain/appraisals/feedback.ts'
import { rectificationRefusals, rectificationStates } from '@steward/domain/appraisals/rectification.ts'
import { reasonRefusals } from '@steward/domain/schemes/reason.ts'
import { defineCommand, defineDownload, defineQuery, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { appraisalId, grade, line, memberId, points, revision, words } from './operations-shapes.ts'

const feedbackId = z.uuid()
const state = z.enum(feedbackStates)
const changed = z.object({ state, revision })

const Head = z.object({
  id: feedbackId,
  memberId,
  name: z.string(),
  grade,
  state,
  toldOn: plainDate.nullable(),
  answerUntil: plainDate.nullable(),
  appealUntil: plainDate.nullable(),
  isRunning: z.boolean(),
})

export const listFeedback = defineQuery({
  id: 'feedback.list',
  summary: { zh: '反馈进度', en: 'Where the feedback of a branch stands' },
  input: z.object({ appraisalId }),
  output: z.object({ rows: z.array(Head) }),
})

export const showFeedback = defineQuery({
  id: 'feedback.show',
  summary: { zh: '评议意见反馈', en: 'The opinion on a member' },
  input: z.object({ feedbackId }),
  output: Head.extend({
    appraisalId,
    orgName: z.string(),
    year: z.int(),
    opinion: z.string(),
    reason: z.string(),
    toldBy: z.string().nullable(),
    toldHow: z.enum(['inPerson', 'phone']).nullable(),
    answer: z.string().nullable(),
    process: points.nullable(),
    processPercent: z.int().nullable(),
    appraisalScore: points.nullable(),
    appraisalPercent: z.int().nullable(),
    score: points.nullable(),
    served: z
      .object({ decider: z.string(), body: z.string(), on: plainDate, reason: z.string(), proof: z.string() })
      .nullable(),
    appeals: z.array(
      z.object({
        id: z.uuid(),
        state: z.string(),
        dueOn: plainDate,
        answer: z.string().nullable(),
        code: z.string(),
        text: z.string(),
        raisedOn: plainDate,
        /** Where it is decided, and by whom once it is given to somebody. */
        stageOrgName: z.string(),
        handlerName: z.string().nullable(),
        decidedOn: plainDate.nullable(),
      }),
    ),
    revision,
    may: z.array(z.enum(['tell', 'confirm', 'answer', 'appeal'])),
  }),
})

export const tellFeedback = defineCommand({
  id: 'feedback.tell',
  summary: { zh: '当面反馈', en: 'Give the opinion to the member' },
  input: z.object({
    feedbackId,
    revision,
    how: z.enum(['inPerson', 'phone']),
    consentToPhone: z.boolean().default(false),
    /** Needed for a low grade: the five facts. */
    facts: z
      .object({
        deciderName: line,
        body: line,
        decidedOn: plainDate.nullable(),
        reason: words,
        proofOfServiceId: z.string().trim().max(80).nullable(),
      })
      .nullable()
      .default(null),
  }),
  output: changed.extend({ answerUntil: plainDate, appealUntil: plainDate }),
  refusals: [...feedbackRefusals, 'appraisal-wrong-stage', 'feedback-changed-since'],
})

export const confirmFeedback = defineCommand({
  id: 'feedback.confirm',
  summary: { zh: '看过评议意见', en: 'Confirm having read the opinion' },
  input: z.object({ feedbackId }),
  output: changed,
  refusals: feedbackRefusals,
})

export const answerFeedback = defineCommand({
  id: 'feedback.answer',
  summary: { zh: '对评议意见说几句', en: 'Answer the opinion' },
  input: z.object({ feedbackId, answer: words }),
  output: changed,
  refusals: feedbackRefusals,
})

export const appealFeedback = defineCommand({
  id: 'feedback.appeal',
  summary: { zh: '对格次提出申诉', en: 'Appeal against a grade' },
  input: z.object({ feedbackId, text: z.string().trim().max(1000) }),
  output: z.object({ objectionId: z.uuid(), code: z.string(), dueOn: plainDate }),
  refusals: [...feedbackRefusals, 'objection-empty', 'objection-too-late', 'objection-already-open'],
})

export const writeCorrection = defineCommand({
  id: 'grade-correction.write',
  summary: { zh: '写下申诉后改定的格次', en: 'Write the grade an appeal leads to' },
  input: z.object({ objectionId: z.uuid(), grade, opinion: words, reason: words, body: line }),
  output: z.object({}),
  refusals: [
    ...reasonRefusals,
    'grade-correction-not-handler',
    'grade-correction-same-grade',
    'grade-correction-body-missing',
    'grade-too-many-excellent',
  ],
})

export const feedbackFile = defineDownload({
  id: 'feedback.file',
  summary: { zh: '下载反馈单', en: 'Download the feedback sheet' },
  input: z.object({ feedbackId }),
})

export const recordProblem = defineCommand({
  id: 'appraisal-problem.record',
  summary: { zh: '记下一个问题', en: 'Record a problem' },
  input: z.object({ appraisalId, memberId, foundBy: z.enum(['self', 'organisation', 'masses']), words }),
  output: z.object({ problemId: z.uuid() }),
  refusals: ['appraisal-wrong-stage', 'word-not-on-roll', ...reasonRefusals],
})

export const planItem = defineCommand({
  id: 'rectification.plan',
  summary: { zh: '定整改措施和期限', en: 'Plan how a problem is put right' },
  input: z.object({ problemId: z.uuid(), ownerMemberId: memberId, measure: words, dueOn: plainDate }),
  output: z.object({ itemId: z.uuid() }),
  refusals: [...rectificationRefusals, 'rectification-planned-already'],
})

export const reportItem = defineCommand({
  id: 'rectification.report',
  summary: { zh: '报整改进展', en: 'Report on a problem being put right' },
  input: z.object({ itemId: z.uuid(), words }),
  output: z.object({ state: z.enum(rectificationStates) }),
  refusals: rectificationRefusals,
})

export const confirmItem = defineCommand({
  id: 'rectification.confirm',
  summary: { zh: '确认整改到位', en: 'Confirm that a problem was put right' },
  input: z.object({ itemId: z.uuid() }),
  output: z.object({ state: z.enum(rectificationStates) }),
  refusals: rectificationRefusals,
})

export const listItems = defineQuery({
  id: 'rectification.list',
  summary: { zh: '问题和整改', en: 'Problems and how they are put right' },
  input: z.object({ appraisalId }),
  output: z.object({
    /** All for who follows them; the own ones for a member. */
    rows: z.array(
      z.object({
        problemId: z.uuid(),
        memberId,
        name: z.string(),
        foundBy: z.enum(['self', 'organisation', 'masses']),
        words: z.string(),
        item: z
          .object({
            id: z.uuid(),
            ownerMemberId: memberId,
            owner: z.string(),
            measure: z.string(),
            dueOn: plainDate,
            isOverdue: z.boolean(),
            state: z.enum(rectificationStates),
            reports: z.array(z.object({ on: plainDate, words: z.string(), by: z.string() })),
            confirmedBy: z.string().nullable(),
          })
          .nullable(),
      }),
    ),
    mayFollow: z.boolean(),
  }),
})

export const feedbackOperations = {
  listFeedback,
  showFeedback,
  tellFeedback,
  confirmFeedback,
  answerFeedback,
  appealFeedback,
  writeCorrection,
  feedbackFile,
  recordProblem,
  planItem,
  reportItem,
  confirmItem,
  listItems,
}
