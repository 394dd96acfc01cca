import { defineDownload, defineQuery, instant, plainDate } from '#platform/operation.ts'
import { z } from 'zod'

const AuditFilter = z.object({
  fromOn: plainDate.nullable().default(null),
  toOn: plainDate.nullable().default(null),
  /** Name of the person or of the account, or part of it. */
  who: z.string().trim().max(80).default(''),
  accountId: z.uuid().nullable().default(null),
  /** Beginning of the operation's id: `session`, `member.unmask`. */
  operation: z.string().trim().max(80).default(''),
  outcome: z.enum(['all', 'done', 'not-done']).default('all'),
})

export const listAudit = defineQuery({
  id: 'audit.list',
  summary: { zh: '审计日志', en: 'Audit log' },
  input: AuditFilter.extend({
    /** Id of the last entry of the page before; null begins with the latest. */
    after: z.uuid().nullable().default(null),
    limit: z.int().min(1).max(200).default(50),
  }),
  output: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        at: instant,
        accountId: z.uuid().nullable(),
        actorName: z.string(),
        operation: z.string(),
        outcome: z.string(),
        subject: z.record(z.string(), z.unknown()),
        address: z.string(),
      }),
    ),
    /** Give it as `after` for the next page; null at the end. */
    next: z.uuid().nullable(),
  }),
})

export const exportAudit = defineDownload({
  id: 'audit.export',
  summary: { zh: '导出审计日志', en: 'Export the audit log' },
  input: AuditFilter,
  refusals: ['audit-too-many'],
})

export const auditOperations = { listAudit, exportAudit }
