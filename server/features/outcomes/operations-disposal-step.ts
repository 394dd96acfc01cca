import { disposalEndRefusals } from '@steward/domain/outcomes/disposal-end.ts'
import { groundRefusals } from '@steward/domain/outcomes/disposal-ground.ts'
import { adverseStepRefusals } from '@steward/domain/outcomes/adverse-step.ts'
import { stateRefusals } from '@steward/domain/members/member-state.ts'
import { reasonRefusals } from '@steward/domain/schemes/reason.ts'
import { voteRefusals } from '@steward/domain/shared/vote.ts'
import { voterRefusals } from '@steward/domain/shared/voters.ts'
import { defineCommand, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import {
  disposalForm,
  disposalId,
  disposalLine as line,
  disposalState,
  disposalWords as words,
  GroundInput,
  NumberInput,
  VoteInput,
} from './operations-disposal-shapes.ts'

const on = { disposalId, revision: z.int() }
const done = z.object({ disposalId, state: disposalState, revision: z.int() })
const always = ['disposal-changed-since', 'disposal-own-case', 'disposal-wrong-state'] as const

export const proposeDisposal = defineCommand({
  id: 'disposal.propose',
  summary: { zh: '提出组织处置', en: 'Propose a disposal' },
  input: z.object({
    memberId: z.uuid(),
    form: disposalForm,
    ground: GroundInput,
    reason: words,
    /** Recorded sanctions that punished another matter; any other one stands against the case. */
    sanctionsApart: z.array(z.uuid()).max(20).default([]),
  }),
  output: done,
  refusals: [
    ...groundRefusals,
    ...reasonRefusals,
    'disposal-own-case',
    'disposal-already-open',
    'disposal-needs-body',
    'disposal-by-machine',
    'member-already-closed',
  ],
})

export const fileDisposal = defineCommand({
  id: 'disposal.file',
  summary: { zh: '事前备案', en: 'Take note of a case beforehand' },
  input: z.object({ ...on, document: line }),
  output: done,
  refusals: [...always, 'disposal-needs-document'],
})

export const findFacts = defineCommand({
  id: 'disposal.find-facts',
  summary: { zh: '记下查明的事实', en: 'Record the facts that were found' },
  input: z.object({ ...on, group: z.array(z.uuid()).max(9), words, on: plainDate }),
  output: done,
  refusals: [
    ...always,
    'disposal-out-of-order',
    'disposal-day-in-future',
    'disposal-group-too-small',
    'disposal-facts-missing',
    'reason-against-policy',
  ],
})

export const inviteMember = defineCommand({
  id: 'disposal.invite',
  summary: { zh: '书面邀请本人到会', en: 'Invite the member in writing' },
  input: z.object({
    ...on,
    toWhat: z.enum(['hearing', 'assembly']),
    heldOn: plainDate,
    heldAt: line,
    place: line,
    how: z.enum(['app', 'paper']),
  }),
  output: done.extend({ invitationId: z.uuid() }),
  refusals: [...always, 'disposal-invitation-too-late', 'disposal-invitation-incomplete'],
})

export const answerInvitation = defineCommand({
  id: 'disposal.answer-invitation',
  summary: { zh: '回复到不到会', en: 'Answer an invitation' },
  input: z.object({
    disposalId,
    invitationId: z.uuid(),
    answer: z.enum(['comes', 'cannot']),
    words: words.default(''),
  }),
  output: z.object({ disposalId }),
  refusals: ['disposal-invitation-past'],
})

export const saySomething = defineCommand({
  id: 'disposal.say',
  summary: { zh: '写下自己的话', en: 'Say something in the own case' },
  input: z.object({ disposalId, words }),
  output: z.object({ disposalId }),
  refusals: ['disposal-words-missing', 'disposal-wrong-state'],
})

export const hearMember = defineCommand({
  id: 'disposal.hear',
  summary: { zh: '记下谈话', en: 'Record the talk with the member' },
  input: z.object({
    ...on,
    on: plainDate,
    heldBy: z.array(z.uuid()).max(9),
    came: z.boolean(),
    defence: words.default(''),
    witnesses: z
      .array(z.object({ name: line, words }))
      .max(10)
      .default([]),
  }),
  output: done,
  refusals: [
    ...always,
    'disposal-out-of-order',
    'disposal-day-in-future',
    'disposal-two-full-members',
    'disposal-member-not-heard',
  ],
})

export const giveOpinion = defineCommand({
  id: 'disposal.give-opinion',
  summary: { zh: '记下支委会的意见', en: 'Record the opinion of the committee' },
  input: z.object({ ...on, words, on: plainDate }),
  output: done,
  refusals: [
    ...always,
    'disposal-out-of-order',
    'disposal-day-in-future',
    'disposal-opinion-missing',
    'disposal-needs-body',
    'reason-against-policy',
  ],
})

export const preReview = defineCommand({
  id: 'disposal.pre-review',
  summary: { zh: '组织部门预审', en: 'Review of the organisation department' },
  input: z.object({ ...on, document: line, on: plainDate }),
  output: done,
  refusals: [
    ...always,
    'disposal-not-needed',
    'disposal-needs-document',
    'disposal-day-in-future',
    'disposal-out-of-order',
  ],
})

export const recordVote = defineCommand({
  id: 'disposal.vote',
  summary: { zh: '记下党员大会的表决', en: 'Record the vote of the assembly' },
  input: z.object({
    ...on,
    vote: VoteInput,
    secret: z.boolean(),
    /** Persons on the paper: one. */
    persons: z.int().min(1).max(99),
  }),
  output: done.extend({ needed: z.int() }),
  refusals: [
    ...always,
    ...voteRefusals,
    ...voterRefusals,
    'disposal-needs-pre-review',
    'disposal-out-of-order',
    'disposal-day-in-future',
    'disposal-member-not-invited',
    'disposal-minutes-missing',
    'disposal-voters-changed',
  ],
})

export const decideDisposal = defineCommand({
  id: 'disposal.decide',
  summary: { zh: '记下基层党委的决定', en: 'Enter the decision of the base committee' },
  input: z.object({
    ...on,
    deciderName: line,
    number: NumberInput,
    decidedOn: plainDate.nullable(),
    reason: words,
    /** Months of a correction order; six unless told. */
    months: z.int().nullable().default(null),
    required: words.default(''),
    help: words.default(''),
  }),
  output: done,
  refusals: [
    ...always,
    ...adverseStepRefusals,
    'disposal-body-may-not-approve',
    'disposal-term-wrong',
    'disposal-out-of-order',
    'disposal-help-missing',
    'disposal-number-taken',
  ],
})

export const serveDisposal = defineCommand({
  id: 'disposal.serve',
  summary: { zh: '记下送达', en: 'Enter that the decision was handed over' },
  input: z.object({
    ...on,
    proofOfService: z.string().trim().max(200),
    how: z.enum(['signed', 'refusedToSign']),
    servedOn: plainDate,
  }),
  output: done.extend({ until: plainDate.nullable() }),
  refusals: [
    ...always,
    ...adverseStepRefusals,
    ...stateRefusals,
    'disposal-not-decided',
    'disposal-body-may-not-approve',
    'disposal-term-wrong',
    'disposal-out-of-order',
    'disposal-day-in-future',
  ],
})

export const stopDisposal = defineCommand({
  id: 'disposal.stop',
  summary: { zh: '不再办下去', en: 'End a case before it is in force' },
  input: z.object({ ...on, reason: words }),
  output: done,
  refusals: [...always, 'disposal-needs-reason'],
})

export const endCorrection = defineCommand({
  id: 'disposal.end-correction',
  summary: { zh: '期满评议', en: 'Discuss a correction order at its end' },
  input: z.object({ ...on, changed: z.boolean(), words, vote: VoteInput }),
  output: done.extend({ nextForm: disposalForm.nullable() }),
  refusals: [
    'disposal-changed-since',
    'disposal-own-case',
    'disposal-day-in-future',
    'disposal-voters-changed',
    'disposal-already-ended',
    ...disposalEndRefusals,
    ...voterRefusals,
  ],
})

export const lengthenCorrection = defineCommand({
  id: 'disposal.lengthen',
  summary: { zh: '要求延长改正期限', en: 'Ask for a longer term' },
  input: z.object({ disposalId }),
  output: done,
  refusals: disposalEndRefusals,
})

export const endPersuasion = defineCommand({
  id: 'disposal.end-persuasion',
  summary: { zh: '记下本人对劝退的答复', en: 'Record what the member answers to persuasion' },
  input: z.object({ ...on, withdrew: z.boolean(), requestDocument: line.default(''), words, on: plainDate }),
  output: done.extend({ nextForm: disposalForm.nullable() }),
  refusals: [
    'disposal-changed-since',
    'disposal-own-case',
    'disposal-day-in-future',
    'disposal-out-of-order',
    'disposal-already-ended',
    ...disposalEndRefusals,
    ...stateRefusals,
  ],
})

export const disposalStepOperations = {
  proposeDisposal,
  fileDisposal,
  findFacts,
  inviteMember,
  answerInvitation,
  saySomething,
  hearMember,
  giveOpinion,
  preReview,
  recordVote,
  decideDisposal,
  serveDisposal,
  stopDisposal,
  endCorrection,
  lengthenCorrection,
  endPersuasion,
}
