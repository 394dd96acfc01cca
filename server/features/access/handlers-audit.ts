import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { saveAudit } from '#platform/audit.ts'
import { type Handled, handle } from '#platform/context.ts'
import { XLSX_TYPE } from '#platform/sheets/write.ts'
import { writeAuditSheet } from './documents.ts'
import { exportAudit, listAudit } from './operations-audit.ts'
import { listAuditRows } from './queries-audit.ts'

const MOST_EXPORTED = 50_000

export const auditHandlers: readonly Handled[] = [
  handle(listAudit, async ({ tx, access }, { after, limit, ...filter }) => {
    access.demand('audit.read', {})
    const rows = await listAuditRows(tx, filter, after, limit + 1)
    const page = rows.slice(0, limit)
    return agree({ rows: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null })
  }),

  handle(exportAudit, async ({ tx, access, actor, now, today, request }, filter) => {
    access.demand('audit.read', {})
    const rows = await listAuditRows(tx, filter, null, MOST_EXPORTED + 1)
    if (rows.length > MOST_EXPORTED) return refuse('audit-too-many', { most: MOST_EXPORTED })
    // Reading leaves no entry by itself; taking the log out of the house does.
    await saveAudit(tx, {
      at: now,
      accountId: actor.accountId,
      actorName: actor.name,
      operation: exportAudit.id,
      outcome: 'done',
      subject: { ...filter, rows: rows.length },
      address: request.address,
    })
    const bytes = Uint8Array.from(await writeAuditSheet(rows))
    return agree({ name: `审计日志-${today}.xlsx`, type: XLSX_TYPE, bytes })
  }),
]
