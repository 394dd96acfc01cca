import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import { findingOf, noticeOfCaution, noticeOfWarning } from './documents-warning.ts'
import { findCaution } from './queries-caution.ts'
import { findTolerance } from './queries-tolerance.ts'
import { findWarning } from './queries-warning.ts'
import { insertServedPaper } from './queries-warning-paper.ts'

/** Keeps the papers of what a record from before brought in: notices and findings, as they are made of what stands there. */
export async function keepPapers(context: Context): Promise<void> {
  const { tx } = context
  for (const id of await listWithout(tx, 'warning')) {
    const kept = await findWarning(tx, id)
    const served = kept?.warning.served
    if (kept === undefined || served == null) continue
    const signed = { on: served.decidedOn, accountId: served.enteredBy }
    await insertServedPaper(
      context,
      { kind: 'warning', id, edition: 1 },
      await noticeOfWarning(context, kept),
      signed,
    )
  }
  for (const id of await listWithout(tx, 'caution')) {
    const kept = await findCaution(tx, id)
    const served = kept?.caution.served
    if (kept === undefined || served == null) continue
    const signed = { on: served.decidedOn, accountId: served.enteredBy }
    await insertServedPaper(
      context,
      { kind: 'caution', id, edition: 1 },
      await noticeOfCaution(context, kept),
      signed,
    )
  }
  for (const id of await listWithout(tx, 'tolerance_case')) {
    const kept = await findTolerance(tx, id)
    const finding = kept?.tolerance.finding
    const document = kept === undefined ? undefined : await findingOf(context, kept)
    if (finding == null || document === undefined) continue
    await insertServedPaper(context, { kind: 'tolerance', id, edition: 1 }, document, {
      on: finding.on,
      accountId: finding.by,
    })
  }
}

async function listWithout(tx: CountyTx, table: 'warning' | 'caution' | 'tolerance_case'): Promise<string[]> {
  const rows = await tx.raw<{ id: string }>(
    `past-papers-${table}`,
    `select t.id from ${table} t where t.county_id = $1
       and not exists (select 1 from served_paper p where p.county_id = t.county_id and p.subject_id = t.id) order by t.id`,
    [],
  )
  return rows.map(({ id }) => id)
}
