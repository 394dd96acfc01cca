import { outcomeRefusals, outcomes } from '@steward/domain/pledges/pledge-outcome.ts'
import { reviewRefusals } from '@steward/domain/pledges/pledge-review.ts'
import { pledgeRefusals } from '@steward/domain/pledges/pledge.ts'
import { defineCommand, defineQuery, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { PledgeRow, ReturnPart, Written } from './operations-shape.ts'

export const listPledgeQueue = defineQuery({
  id: 'pledge.queue',
  summary: { zh: '等着看的承诺', en: 'Pledges that wait to be read' },
  input: z.object({
    orgId: z.uuid().nullable().default(null),
    limit: z.int().min(1).max(200).default(100),
  }),
  output: z.object({
    rows: z.array(
      PledgeRow.extend({
        waitingDays: z.int(),
        /** Nothing is hinted at and it was never returned: may be accepted together with others. */
        together: z.boolean(),
        /** The caller's own, or written by the caller for an organisation: somebody else reads it. */
        barred: z.boolean(),
        /** Other pledges of the same member in the year, and how many were kept the year before. */
        others: z.int(),
        keptBefore: z.int(),
        pledgedBefore: z.int(),
      }),
    ),
    total: z.int(),
  }),
})

const changed = ['pledge-changed-elsewhere'] as const
const Answers = z.object({
  publicWish: z.boolean(),
  strength: z.boolean(),
  organisationNeed: z.boolean(),
  concrete: z.boolean(),
})
const Settled = z.object({ state: z.string(), revision: z.int() })

export const acceptPledge = defineCommand({
  id: 'pledge.accept',
  summary: { zh: '定诺', en: 'Accept a pledge' },
  input: z.object({
    pledgeId: z.uuid(),
    revision: z.int(),
    answers: Answers,
    comment: z.string().trim().max(200).default(''),
  }),
  output: Settled,
  refusals: [...reviewRefusals, ...changed],
})

export const acceptTogether = defineCommand({
  id: 'pledge.accept-together',
  summary: { zh: '一起定诺', en: 'Accept several pledges at once' },
  input: z.object({
    pledges: z
      .array(z.object({ pledgeId: z.uuid(), revision: z.int() }))
      .min(1)
      .max(200),
  }),
  output: z.object({ accepted: z.int() }),
  refusals: [...reviewRefusals, ...changed, 'pledge-hinted-alone'],
})

export const returnPledge = defineCommand({
  id: 'pledge.return',
  summary: { zh: '退回并说明', en: 'Return a pledge with a reason' },
  input: z.object({
    pledgeId: z.uuid(),
    revision: z.int(),
    part: ReturnPart,
    reason: z.string().trim().max(200),
    answers: Answers.nullable().default(null),
  }),
  output: Settled,
  refusals: [...reviewRefusals, ...changed],
})

export const recordTalk = defineCommand({
  id: 'pledge.record-talk',
  summary: { zh: '登记面谈结果', en: 'Record what a talk agreed on' },
  input: z.object({
    pledgeId: z.uuid(),
    revision: z.int(),
    on: plainDate,
    with: z.string().trim().max(40),
    agreed: z.string().trim().max(300),
    /** The pledge as both sides want it now; null leaves it. */
    written: Written.nullable().default(null),
  }),
  output: Settled,
  refusals: [
    ...reviewRefusals,
    ...pledgeRefusals,
    ...changed,
    'pledge-talk-in-future',
    'plan-item-elsewhere',
  ],
})

export const takeBackAcceptance = defineCommand({
  id: 'pledge.take-back',
  summary: { zh: '撤回刚才的定诺', en: 'Take an acceptance back' },
  input: z.object({ pledgeId: z.uuid() }),
  output: Settled,
  refusals: ['pledge-not-accepted', 'pledge-accepted-by-another'],
})

export const judgePledge = defineCommand({
  id: 'pledge.judge',
  summary: { zh: '评诺', en: 'Judge whether a pledge was kept' },
  input: z.object({
    pledgeId: z.uuid(),
    outcome: z.enum(outcomes),
    explanation: z.string().trim().max(300).default(''),
    heardOn: plainDate.nullable().default(null),
  }),
  output: z.object({ outcome: z.enum(outcomes) }),
  refusals: [...outcomeRefusals, 'pledge-private-content', 'pledge-heard-in-future'],
})

export const pledgeReviewOperations = {
  listPledgeQueue,
  acceptPledge,
  acceptTogether,
  returnPledge,
  recordTalk,
  takeBackAcceptance,
  judgePledge,
}
