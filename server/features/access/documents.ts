import { writeXlsx } from '#platform/sheets/write.ts'
import type { AuditRow } from './queries-audit.ts'

const HEAD = ['时间', '人员', '操作', '结果', '对象', '地址']

/** The audit log as a sheet; times on the county's clock. */
export async function writeAuditSheet(rows: readonly AuditRow[]): Promise<Uint8Array> {
  const time = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  return await writeXlsx({
    name: '审计日志',
    widths: [20, 12, 28, 20, 60, 18],
    headRows: 1,
    rows: [
      HEAD,
      ...rows.map((row) => [
        time.format(row.at),
        row.actorName,
        row.operation,
        row.outcome,
        JSON.stringify(row.subject),
        row.address,
      ]),
    ],
  })
}
