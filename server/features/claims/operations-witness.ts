import { witnessAnswers, witnessRefusals } from '@steward/domain/claims/witness.ts'
import { defineCommand, defineQuery, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { WitnessPerson } from './operations-claim.ts'
import { Witness, Words } from './operations-shapes.ts'

const refusals = [...witnessRefusals, 'claim-witness-unknown'] as const
const answer = z.enum(witnessAnswers)
const note = z.string().trim().max(200).default('')

export const listCandidates = defineQuery({
  id: 'witness.candidates',
  summary: { zh: '可以请谁证明', en: 'Whom one can name as a witness' },
  input: z.object({ search: z.string().trim().max(40).default('') }),
  output: z.object({ rows: z.array(z.object({ memberId: z.uuid(), name: z.string() })), more: z.boolean() }),
})

export const nameWitness = defineCommand({
  id: 'witness.name',
  summary: { zh: '写上证明人', en: 'Name a witness' },
  input: z.object({ claimId: z.uuid(), person: WitnessPerson }),
  output: z.object({ witnessId: z.uuid(), name: z.string() }),
  refusals,
})

export const listAsked = defineQuery({
  id: 'witness.mine',
  summary: { zh: '请我证明的事', en: 'Deeds I am asked to witness' },
  input: z.object({}),
  output: z.object({
    rows: z.array(
      Witness.extend({
        claimId: z.uuid(),
        memberName: z.string(),
        itemName: Words,
        targetTitle: z.string().nullable(),
        said: z.string(),
        deedOn: plainDate,
        /** False once the claim is decided. */
        open: z.boolean(),
      }),
    ),
  }),
})

export const answerWitness = defineCommand({
  id: 'witness.answer',
  summary: { zh: '证明人答复', en: 'Answer as a witness' },
  input: z.object({ witnessId: z.uuid(), answer, note }),
  output: z.object({}),
  refusals,
})

export const takeDownWitness = defineCommand({
  id: 'witness.take-down',
  summary: { zh: '记下证明人当面或者电话里说的', en: 'Write down what a witness said' },
  input: z.object({ witnessId: z.uuid(), answer, how: z.enum(['phone', 'inPerson']), note }),
  output: z.object({}),
  refusals,
})

export const witnessOperations = { listCandidates, nameWitness, listAsked, answerWitness, takeDownWitness }
