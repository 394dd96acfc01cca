import { defineDownload, defineQuery, defineUpload, instant } from '#platform/operation.ts'
import { fileRefusals } from '@steward/domain/files/stored-file.ts'
import { z } from 'zod'

const MOST_BYTES = 12_000_000

export const StoredFileView = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.string(),
  byteCount: z.int(),
  addedBy: z.string(),
  addedAt: instant,
})

export const addFile = defineUpload({
  id: 'file.add',
  summary: { zh: '上传一份材料', en: 'Add a file' },
  input: z.object({
    name: z.string().min(1).max(200),
    purpose: z.enum(['evidence', 'correction', 'attachment']),
    orgId: z.uuid(),
    memberId: z.uuid().nullable().default(null),
  }),
  output: z.object({ file: StoredFileView, sameAs: z.int() }),
  refusals: fileRefusals,
  maxBytes: MOST_BYTES,
})

export const downloadFile = defineDownload({
  id: 'file.download',
  summary: { zh: '打开一份材料', en: 'Open a file' },
  input: z.object({ fileId: z.uuid() }),
})

export const listFiles = defineQuery({
  id: 'file.list',
  summary: { zh: '一名党员的材料', en: 'Files of a member' },
  input: z.object({ memberId: z.uuid() }),
  output: z.object({ rows: z.array(StoredFileView) }),
})

export const fileOperations = { addFile, downloadFile, listFiles }
