import { sealedFields } from '@steward/domain/members/file-field.ts'
import { lookPurposes } from '@steward/domain/members/look.ts'
import { defineCommand, defineQuery, instant } from '#platform/operation.ts'
import { z } from 'zod'

const field = z.enum(sealedFields)

export const unmaskMember = defineCommand({
  id: 'member.unmask',
  summary: { zh: '写明用途，看完整号码', en: 'State a purpose to see full numbers' },
  input: z.object({
    memberId: z.uuid(),
    fields: z.array(field).min(1).max(sealedFields.length),
    purpose: z.enum(lookPurposes),
    note: z.string().trim().max(200).default(''),
  }),
  output: z.object({
    identityNumber: z.string().nullable(),
    phone: z.string().nullable(),
    address: z.string().nullable(),
    /** Screens hide the numbers again then. */
    readableUntil: instant,
  }),
  refusals: ['purpose-needs-note'],
  secretAnswer: true,
})

export const whoLooked = defineQuery({
  id: 'member.who-looked',
  summary: { zh: '谁看过这份档案', en: 'Who looked at a file' },
  input: z.object({
    memberId: z.uuid().nullable().default(null),
    offset: z.int().min(0).max(100_000).default(0),
    limit: z.int().min(1).max(100).default(20),
  }),
  output: z.object({
    total: z.int(),
    looks: z.array(
      z.object({
        id: z.uuid(),
        viewer: z.string(),
        org: z.string(),
        /** The caller's own look. */
        mine: z.boolean(),
        what: z.enum(['page', 'unmask', 'export']),
        purpose: z.string(),
        note: z.string(),
        fields: z.array(z.string()),
        at: instant,
      }),
    ),
  }),
})

export const lookOperations = { unmaskMember, whoLooked }
