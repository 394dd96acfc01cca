import { defineCommand, defineQuery, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { Deed, Sent, sendingRefusals } from './operations-claim.ts'

/** How somebody came to report for the member. */
const Entry = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('helper'),
    /** The one who signs in where it is left out. */
    name: z.string().trim().max(40).optional(),
    consent: z.object({ how: z.enum(['spoken', 'written', 'standing']), on: plainDate }).nullable(),
  }),
  z.object({ by: z.literal('secretary'), /** Which paper. */ paper: z.string().trim().max(80) }),
])

export const enterClaims = defineCommand({
  id: 'claim.enter',
  summary: { zh: '替党员报（代报、照纸质登记录入）', en: 'Report for members, with consent or from paper' },
  input: z.object({
    entry: Entry,
    /** One deed, or a whole paper list; all of them or none. */
    rows: z
      .array(Deed.extend({ memberId: z.uuid(), deviceKey: z.string().min(8).max(80) }))
      .min(1)
      .max(60),
  }),
  output: z.object({ rows: z.array(Sent) }),
  /** Details say which row (`row`, from 1). */
  refusals: sendingRefusals,
})

export const findWhomFor = defineQuery({
  id: 'claim.whom-for',
  summary: { zh: '可以替谁报', en: 'For whom one may report' },
  input: z.object({ search: z.string().trim().max(40).default(''), orgId: z.uuid().optional() }),
  output: z.object({
    rows: z.array(z.object({ memberId: z.uuid(), name: z.string(), orgName: z.string() })),
    more: z.boolean(),
    /** How the caller may report. */
    as: z.array(z.enum(['helper', 'secretary'])),
  }),
})

const orgId = z.uuid()

export const listStandIns = defineQuery({
  id: 'stand-in.list',
  summary: { zh: '支部的代报员', en: 'Stand-ins of a branch' },
  input: z.object({ orgId }),
  output: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        memberId: z.uuid(),
        name: z.string(),
        appointedBy: z.string(),
        appointedOn: plainDate,
        /** Claims reported for others this year. */
        reported: z.int(),
      }),
    ),
    mayAppoint: z.boolean(),
  }),
})

export const appointStandIn = defineCommand({
  id: 'stand-in.appoint',
  summary: { zh: '让一名党员当代报员', en: 'Let a member report for others' },
  input: z.object({ orgId, memberId: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  refusals: ['stand-in-appointed-already', 'stand-in-of-other-branch'],
})

export const endStandIn = defineCommand({
  id: 'stand-in.end',
  summary: { zh: '不再当代报员', en: 'End a stand-in' },
  input: z.object({ id: z.uuid() }),
  output: z.object({}),
  refusals: ['stand-in-ended-already'],
})

export const entryOperations = { enterClaims, findWhomFor, listStandIns, appointStandIn, endStandIn }
