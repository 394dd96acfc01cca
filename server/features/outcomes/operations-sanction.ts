import { handOverRefusals, sanctionRefusals, sanctions } from '@steward/domain/outcomes/discipline.ts'
import { stateRefusals } from '@steward/domain/members/member-state.ts'
import { defineCommand, defineQuery, plainDate } from '#platform/operation.ts'
import { z } from 'zod'

const line = z.string().trim().max(120)
const sanction = z.enum(sanctions)
const level = z.enum(['baseCommittee', 'countyDiscipline', 'higher'])

export const listSanctions = defineQuery({
  id: 'sanction.list',
  summary: { zh: '纪律处分的记录', en: 'Recorded sanctions' },
  input: z.object({ after: z.uuid().nullable().default(null), limit: z.int().min(1).max(100).default(50) }),
  output: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        memberId: z.uuid(),
        memberName: z.string(),
        orgName: z.string(),
        sanction,
        documentNumber: z.string(),
        body: z.string(),
        decidedOn: plainDate,
        effectUntil: plainDate,
        /** Still keeps from promotion today. */
        running: z.boolean(),
      }),
    ),
    next: z.uuid().nullable(),
    mayRecord: z.boolean(),
  }),
})

export const recordSanction = defineCommand({
  id: 'sanction.record',
  summary: { zh: '登记纪律处分', en: 'Record a sanction of the competent body' },
  input: z.object({
    memberId: z.uuid(),
    sanction,
    documentNumber: line,
    decidingLevel: level,
    complex: z.boolean().default(false),
    probationYears: z
      .union([z.literal(1), z.literal(2)])
      .nullable()
      .default(null),
    deciderName: line,
    body: line,
    decidedOn: plainDate.nullable(),
    reason: z.string().trim().max(500),
    proofOfService: z.string().trim().max(200),
  }),
  output: z.object({ sanctionId: z.uuid(), effectUntil: plainDate }),
  refusals: [...sanctionRefusals, ...stateRefusals, 'sanction-recorded-before'],
})

export const listHandOvers = defineQuery({
  id: 'hand-over.list',
  summary: { zh: '移送的记录', en: 'Recorded hand-overs' },
  input: z.object({ after: z.uuid().nullable().default(null), limit: z.int().min(1).max(100).default(50) }),
  output: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        memberId: z.uuid(),
        memberName: z.string(),
        orgName: z.string(),
        to: z.enum(['discipline', 'law']),
        document: z.string(),
        on: plainDate,
        by: z.string(),
      }),
    ),
    next: z.uuid().nullable(),
    mayRecord: z.boolean(),
  }),
})

export const recordHandOver = defineCommand({
  id: 'hand-over.record',
  summary: { zh: '登记移送', en: 'Record a hand-over' },
  input: z.object({ memberId: z.uuid(), to: z.enum(['discipline', 'law']), document: line, on: plainDate }),
  output: z.object({ handOverId: z.uuid() }),
  refusals: [...handOverRefusals, 'hand-over-own-case', 'hand-over-in-future', 'hand-over-recorded-before'],
})

export const sanctionOperations = { listSanctions, recordSanction, listHandOvers, recordHandOver }
