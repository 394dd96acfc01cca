import { checkPurpose } from '@steward/domain/members/look.ts'
import { exportColumns } from '@steward/domain/members/roster-import/export-columns.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { formatPlainDate } from '@steward/domain/shared/plain-date.ts'
import { isSealedField } from '@steward/domain/members/file-field.ts'
import { handle, type Context, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { readSheets } from '#platform/sheets/read.ts'
import { XLSX_TYPE } from '#platform/sheets/write.ts'
import { rosterSheet } from './documents-roster-export.ts'
import { refusedSheet } from './documents-roster-refused.ts'
import { getOwn } from './handlers-roster-rows.ts'
import { openFile } from './jobs-roster-import.ts'
import { downloadRoster } from './operations-roster-export.ts'
import { downloadRefusedSheet } from './operations-roster-import.ts'
import { insertLooks } from './queries-look.ts'
import { findOrg } from './queries-org.ts'
import { listForExport } from './queries-roster-export.ts'
import type { KeptMapping } from './queries-roster-import.ts'
import { listBranches } from './queries-roster-register.ts'
import { listNotWritten } from './queries-roster-written.ts'

const MOST = 60_000

const purposeWords = {
  contact: '联系党员',
  verify: '核对信息',
  transfer: '转接组织关系',
  report: '上报统计',
  emergency: '应急',
  other: '其他',
} as const

const exportRoster = handle(downloadRoster, async (ctx, { filter, columns, purpose, note, unmasked }) => {
  const stated = checkPurpose(purpose, note)
  ctx.access.demandSomewhere('member.export')
  if (unmasked) ctx.access.demandSomewhere('member.unmask')
  if (!stated.ok) return stated
  const org = filter.orgId === null ? null : ((await findOrg(ctx.tx, filter.orgId)) ?? problem('not-found'))
  if (org !== null) ctx.access.demandHidden('member.export', { path: org.path })
  const rows = await listForExport(ctx, filter, org?.place ?? null, unmasked, MOST)
  if (rows.length === 0) return refuse('export-empty')
  if (rows.length > MOST) return refuse('export-too-many', { most: MOST })
  const shown = exportColumns.filter((column) => columns.includes(column))
  await insertLooks(ctx, rows, {
    what: 'export',
    purpose,
    note: stated.value.note,
    fields: unmasked ? shown.filter(isSealedField) : [],
  })
  const names = new Map((await listBranches(ctx.tx, ctx.today)).map(({ id, fullName }) => [id, fullName]))
  const title = `${org?.name ?? '全县'}党员花名册`
  const said = [purposeWords[purpose], stated.value.note].filter((text) => text !== '').join('，')
  const watermark = `说明：${ctx.actor.name}于${formatPlainDate(ctx.today)}导出，共 ${rows.length} 人，用途：${said}。含个人信息，不外传，用后删除。`
  const bytes = await rosterSheet({ title, columns: shown, rows, names, watermark, crypto: ctx.crypto })
  return agree({ name: `${title}_${ctx.today.replaceAll('-', '')}.xlsx`, type: XLSX_TYPE, bytes })
})

const refused = handle(downloadRefusedSheet, async (ctx: Context, { importId }) => {
  const imported = await getOwn(ctx, importId)
  if (imported.file_sha256 === null) return refuse('import-forgotten')
  const rows = await listNotWritten(ctx.tx, importId)
  if (rows.length === 0) return refuse('import-nothing-refused')
  const read = await readSheets(await openFile(ctx, imported))
  const sheet = read.ok ? read.value.find(({ name }) => name === imported.sheet_name) : undefined
  if (sheet === undefined) throw new Error(`The file of import ${importId} reads differently now`)
  // Written by the job; the column is JSON.
  const bytes = await refusedSheet(sheet, imported.mapping as KeptMapping, rows)
  return agree({ name: `退回_${imported.file_name.replace(/\.[^.]*$/, '')}.xlsx`, type: XLSX_TYPE, bytes })
})

export const rosterExportHandlers: readonly Handled[] = [exportRoster, refused]
