import { exemptionEndRefusals, exemptionRefusals } from '@steward/domain/schemes/exemption.ts'
import { defineCommand, defineQuery, plainDate } from '#platform/operation.ts'
import { z } from 'zod'

const Exemption = z.object({
  id: z.uuid(),
  memberId: z.uuid(),
  name: z.string(),
  orgName: z.string(),
  fromOn: plainDate,
  /** First day it no longer holds; null while it holds. */
  untilOn: plainDate.nullable(),
  decidedByBody: z.string(),
  decidedOn: plainDate,
  document: z.string(),
  recordedBy: z.string(),
  may: z.array(z.string()),
})

export const listExemptions = defineQuery({
  id: 'exemption.list',
  summary: { zh: '经决定不参加积分的党员', en: 'Members left out of scoring' },
  input: z.object({
    show: z.enum(['open', 'ended']).default('open'),
    offset: z.int().min(0).default(0),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.object({ total: z.int(), rows: z.array(Exemption), may: z.array(z.string()) }),
})

export const recordExemption = defineCommand({
  id: 'exemption.record',
  summary: { zh: '登记不参加积分的决定', en: 'Record a decision to leave somebody out of scoring' },
  input: z.object({
    memberId: z.uuid(),
    fromOn: plainDate,
    decidedByBody: z.string().trim().max(120),
    decidedOn: plainDate,
    document: z.string().trim().max(120).default(''),
  }),
  output: z.object({ exemptionId: z.uuid() }),
  refusals: [...exemptionRefusals, 'exemption-own-file', 'exemption-member-closed'],
})

export const endExemption = defineCommand({
  id: 'exemption.end',
  summary: { zh: '恢复参加积分', en: 'End being left out of scoring' },
  input: z.object({ exemptionId: z.uuid(), untilOn: plainDate }),
  output: z.object({ exemptionId: z.uuid() }),
  refusals: [...exemptionEndRefusals, 'exemption-own-file'],
})

export const exemptionOperations = { listExemptions, recordExemption, endExemption }
