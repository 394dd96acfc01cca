import { filePurposes, fileRefusals, mostFileBytes } from '@steward/domain/files/stored-file.ts'
import { defineCommand, defineDownload, defineQuery, defineUpload, instant } from '#platform/operation.ts'
import { z } from 'zod'

/** What a file belongs to: a member, or an organisation. */
const About = z.union([z.strictObject({ memberId: z.uuid() }), z.strictObject({ orgId: z.uuid() })])

export const StoredFileView = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.string(),
  byteCount: z.int(),
  purpose: z.enum(filePurposes),
  addedBy: z.string(),
  addedAt: instant,
  state: z.enum(['kept', 'withheld', 'removed']),
})

export const addFile = defineUpload({
  id: 'file.add',
  summary: { zh: '上传一份材料', en: 'Add a file' },
  input: z.object({ name: z.string().min(1).max(300), purpose: z.enum(filePurposes), about: About }),
  output: z.object({
    file: StoredFileView,
    /** Files of the same bytes within the caller's reach that were added before. */
    sameAs: z.int(),
    /** A picture is drawn anew before it is kept: at most 1600 pixels long, without position and other data about it. */
    picture: z
      .object({ width: z.int(), height: z.int(), sentBytes: z.int(), positionRemoved: z.boolean() })
      .nullable(),
  }),
  refusals: [...fileRefusals, 'file-was-reported'],
  maxBytes: mostFileBytes,
})

export const downloadFile = defineDownload({
  id: 'file.download',
  summary: { zh: '打开一份材料', en: 'Open a file' },
  input: z.object({ fileId: z.uuid() }),
  refusals: ['file-not-open'],
})

export const listFiles = defineQuery({
  id: 'file.list',
  summary: { zh: '一名党员或一个组织的材料', en: 'Files of a member or an organisation' },
  input: z.object({ about: About }),
  output: z.object({ rows: z.array(StoredFileView), mayAdd: z.boolean() }),
})

export const reportFile = defineCommand({
  id: 'file.report',
  summary: { zh: '举报不该上传的材料', en: 'Report a file that must not be here' },
  input: z.object({ fileId: z.uuid(), reason: z.string().trim().max(300) }),
  output: z.object({ withheld: z.int() }),
  refusals: ['file-report-without-reason', 'file-not-open'],
})

export const listReported = defineQuery({
  id: 'file.reported',
  summary: { zh: '被举报的材料', en: 'Reported files' },
  input: z.object({}),
  output: z.object({
    rows: z.array(
      StoredFileView.extend({
        orgName: z.string(),
        reportedBy: z.string(),
        reportedAt: instant,
        reason: z.string(),
      }),
    ),
  }),
})

export const settleFile = defineCommand({
  id: 'file.settle',
  summary: { zh: '处理被举报的材料', en: 'Settle a reported file' },
  input: z.object({ fileId: z.uuid(), remove: z.boolean(), reason: z.string().trim().max(300) }),
  output: z.object({ settled: z.int() }),
  refusals: ['file-report-without-reason', 'file-not-reported'],
})

export const PhotoHint = z.object({
  /** To the byte, to the eye, or only alike. */
  likeness: z.enum(['exact', 'samePicture', 'alike']),
  /** Which one, for who may read it; null says only that there is one. */
  photo: z
    .object({ id: z.uuid(), name: z.string(), addedBy: z.string(), addedAt: instant, orgName: z.string() })
    .nullable(),
})

export const listSamePhotos = defineQuery({
  id: 'file.same-photos',
  summary: { zh: '以前有没有同样的照片', en: 'Whether the same photo was kept before' },
  input: z.object({ fileId: z.uuid() }),
  output: z.object({ hints: z.array(PhotoHint) }),
})

export const fileOperations = {
  addFile,
  downloadFile,
  listFiles,
  reportFile,
  listReported,
  settleFile,
  listSamePhotos,
}
