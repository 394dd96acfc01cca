import { lookPurposes } from '@steward/domain/members/look.ts'
import { exportColumns } from '@steward/domain/members/roster-import/export-columns.ts'
import { defineDownload } from '#platform/operation.ts'
import { z } from 'zod'
import { MemberFilter } from './operations.ts'

export const downloadRoster = defineDownload({
  id: 'roster-export.download',
  summary: { zh: '导出花名册', en: 'Export the roster' },
  input: z.object({
    filter: MemberFilter.prefault({}),
    columns: z
      .array(z.enum(exportColumns))
      .min(1)
      .max(exportColumns.length)
      .default([...exportColumns]),
    purpose: z.enum(lookPurposes),
    note: z.string().trim().max(200).default(''),
    /** Full numbers and addresses, for whom the caller may see them; each look is noted. */
    unmasked: z.boolean().default(false),
  }),
  refusals: ['purpose-needs-note', 'export-empty', 'export-too-many'],
})

export const rosterExportOperations = { downloadRoster }
