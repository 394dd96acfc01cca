import { hashNames } from '@steward/domain/points/receipt.ts'
import { defineDownload, defineQuery, instant, plainDate } from '#platform/operation.ts'
import { z } from 'zod'

const hex = z.string()
const byHash = z.object({ sha256: hex, sm3: hex })
const size = z.int().min(0).max(Number.MAX_SAFE_INTEGER)

export const showReceipt = defineQuery({
  id: 'points.receipt',
  summary: { zh: '一条积分的凭证', en: 'The receipt of a line' },
  input: z.object({ entryId: z.uuid() }),
  output: z.object({
    entryId: z.uuid(),
    /** The receipt as a file holds it (docs/ledger.md). */
    file: z.string(),
    fileName: z.string(),
    /** Packed for a printed code, one for each hash. */
    codes: z.array(z.object({ hash: z.enum(hashNames), code: z.string() })),
    index: size,
    size,
    day: plainDate,
    /** As it stands on a sheet. */
    printedRoot: z.string(),
    /** Notices whose printed root is this one or follows from it. */
    notices: z.array(z.object({ id: z.uuid(), title: z.string(), postedOn: plainDate, root: z.string() })),
  }),
  refusals: ['receipt-not-sealed'],
})

export const downloadReceipt = defineDownload({
  id: 'points.receipt-file',
  summary: { zh: '下载凭证', en: 'Download a receipt' },
  input: z.object({ entryId: z.uuid() }),
  refusals: ['receipt-not-sealed'],
})

/** The county's code as it stands in the address of its public pages. */
const county = z.string().trim().max(40)

export const listRoots = defineQuery({
  id: 'ledger.roots',
  summary: { zh: '台账每天的校验根', en: 'Daily roots of a county’s ledger' },
  open: true,
  input: z.object({
    county,
    /** Before this day, newest first. */
    before: plainDate.nullable().default(null),
    limit: z.int().min(1).max(400).default(100),
  }),
  output: z.object({
    countyName: z.string(),
    rows: z.array(
      byHash.extend({ day: plainDate, size, printed: z.string(), sealedAt: instant, onNotice: z.boolean() }),
    ),
    hasMore: z.boolean(),
  }),
})

export const showConsistency = defineQuery({
  id: 'ledger.consistency',
  summary: {
    zh: '证明后一个校验根只在前一个上面加',
    en: 'Proof that a newer root only adds to an older one',
  },
  open: true,
  input: z.object({ county, older: size.min(1), newer: size.min(1) }),
  output: z.object({
    older: byHash.extend({ size }),
    newer: byHash.extend({ size }),
    proof: z.object({ sha256: z.array(hex), sm3: z.array(hex) }),
  }),
  refusals: ['ledger-size-unknown'],
})

export const logOperations = { showReceipt, downloadReceipt, listRoots, showConsistency }
