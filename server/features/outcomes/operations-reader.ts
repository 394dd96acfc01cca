import { readerRefusals, subjectKinds } from '@steward/domain/outcomes/reader.ts'
import { defineCommand, defineQuery, instant } from '#platform/operation.ts'
import { z } from 'zod'

const kind = z.enum(subjectKinds)
const file = { kind, id: z.uuid() }
const Reader = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  name: z.string(),
  reason: z.string(),
  addedBy: z.string(),
  addedAt: instant,
})

export const listReaderList = defineQuery({
  id: 'outcome-reader.list',
  summary: { zh: '一份案卷谁能看', en: 'Who may read a case file' },
  input: z.object(file),
  output: z.object({ readers: z.array(Reader), mayChange: z.boolean() }),
})

export const findReaderCandidates = defineQuery({
  id: 'outcome-reader.candidates',
  summary: { zh: '找一个可以加进名单的人', en: 'Find somebody to put on a reading list' },
  input: z.object({ ...file, search: z.string().trim().min(1).max(40) }),
  output: z.object({
    people: z.array(z.object({ accountId: z.uuid(), name: z.string(), org: z.string(), role: z.string() })),
  }),
})

export const addToReaders = defineCommand({
  id: 'outcome-reader.add',
  summary: { zh: '让一个人能看这份案卷', en: 'Put somebody on the reading list of a case file' },
  input: z.object({ ...file, accountId: z.uuid(), reason: z.string().trim().max(300) }),
  output: z.object({ readerId: z.uuid() }),
  refusals: readerRefusals,
})

export const takeOffReaders = defineCommand({
  id: 'outcome-reader.remove',
  summary: { zh: '把一个人移出案卷名单', en: 'Take somebody off the reading list of a case file' },
  input: z.object({ readerId: z.uuid() }),
  output: z.object({}),
  refusals: ['reader-not-listed'],
})

export const listReadingLog = defineQuery({
  id: 'outcome-reading.list',
  summary: { zh: '谁看过案卷', en: 'Who read case files' },
  /** Without a file: everything about the caller. */
  input: z.object({
    file: z.object(file).nullable().default(null),
    offset: z.int().min(0).max(100_000).default(0),
    limit: z.int().min(1).max(100).default(20),
  }),
  output: z.object({
    total: z.int(),
    rows: z.array(
      z.object({
        id: z.uuid(),
        kind,
        reader: z.string(),
        org: z.string(),
        standing: z.enum(['handler', 'listed']),
        what: z.enum(['page', 'file']),
        at: instant,
      }),
    ),
  }),
})

export const readerOperations = {
  listReaderList,
  findReaderCandidates,
  addToReaders,
  takeOffReaders,
  listReadingLog,
}
