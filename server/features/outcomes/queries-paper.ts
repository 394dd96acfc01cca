import type { OfficialDocument } from '@steward/domain/shared/document.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'

export type PaperRow = {
  readonly id: string
  readonly issuer: string
  readonly numberYear: number
  readonly number: number
  readonly title: string
  readonly persons: number
  readonly issuedBy: string
  readonly issuedAt: Date
  readonly orgName: string
}

/** Papers issued at and below an organisation about a year, newest first. */
export async function listPapers(tx: CountyTx, path: string, year: number): Promise<PaperRow[]> {
  return await tx.raw<PaperRow>(
    'outcome-papers',
    `select p.id, p.issuer, p.number_year as "numberYear", p.number, p.title, p.persons, p.issued_by as "issuedBy", p.issued_at as "issuedAt",
       o.name as "orgName" from outcome_paper p join party_org o on o.county_id = p.county_id and o.id = p.party_org_id
     where p.county_id = $1 and o.path <@ $2::ltree and p.year = $3 order by p.issued_at desc, p.id limit 200`,
    [path, year],
  )
}

export type KeptPaper = {
  readonly document: OfficialDocument
  readonly orgName: string
  readonly orgPath: string
  readonly issuedAt: Date
}
export async function findPaper(tx: CountyTx, id: string): Promise<KeptPaper | undefined> {
  const rows = await tx.raw<KeptPaper>(
    'outcome-paper-find',
    `select p.document, o.name as "orgName", o.path::text as "orgPath", p.issued_at as "issuedAt" from outcome_paper p
     join party_org o on o.county_id = p.county_id and o.id = p.party_org_id where p.county_id = $1 and p.id = $2`,
    [id],
  )
  return rows[0]
}

/** Keeps a paper as it stood; undefined where its number is taken. */
export async function insertPaper(
  { tx, actor, now, newId }: Context,
  of: {
    readonly orgId: string
    readonly year: number
    readonly persons: number
    readonly document: OfficialDocument
  },
): Promise<string | undefined> {
  const { number, title, templateVersion } = of.document
  if (number === null) throw new Error('A paper is issued under a number')
  const made = await tx
    .insert('outcome_paper', {
      ...{ id: newId(), kind: 'commendationList' as const, party_org_id: of.orgId, year: of.year },
      ...{ issuer: number.issuer, number_year: number.year, number: number.number, title },
      ...{ template_version: templateVersion, document: JSON.stringify(of.document), persons: of.persons },
      ...{ issued_by: actor.name, issued_by_account_id: actor.accountId ?? '', issued_at: now },
    })
    .onConflict((on) => on.columns(['county_id', 'issuer', 'number_year', 'number']).doNothing())
    .returning('id')
    .execute()
  return made[0]?.id
}
