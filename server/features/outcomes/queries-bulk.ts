import type { RecordedUse } from '@steward/domain/outcomes/outcome-use.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'

type Row = Readonly<Record<string, unknown>>
export type PastUse = {
  readonly use: RecordedUse
  readonly appraisalId: string
  readonly orgId: string
  readonly decidedByName: string
}
export type PastNoUse = {
  readonly id: string
  readonly appraisalId: string
  readonly memberId: string
  readonly year: number
  readonly reason: string
  readonly by: { readonly name: string; readonly accountId: string }
  readonly on: PlainDate
}

/** Writes what was made of grades in a record from before; whoever calls has made it by the rules of a single one. */
export async function insertPastUses(
  tx: CountyTx,
  uses: readonly PastUse[],
  noUses: readonly PastNoUse[],
): Promise<void> {
  await insertPastRows(tx, {
    outcome_use: uses.map(toUseRow),
    outcome_no_use: noUses.map(({ id, appraisalId, memberId, year, reason, by, on }) => ({
      ...{ id, appraisal_id: appraisalId, member_id: memberId, year, reason },
      ...{ recorded_by: by.name, recorded_by_account_id: by.accountId, recorded_on: on, withdrawn_on: null },
    })),
  })
}

function toUseRow({ use, appraisalId, orgId, decidedByName }: PastUse): Row {
  const { served } = use
  return {
    ...{
      id: use.id,
      appraisal_id: appraisalId,
      party_org_id: orgId,
      member_id: use.memberId,
      year: use.year,
    },
    ...{ grade: use.grade, use: use.use, kind: use.kind, body: use.body, state: use.state },
    ...{ drafted_by: decidedByName, drafted_on: use.decidedOn, decided_by: decidedByName },
    ...{ decided_by_account_id: use.decidedBy, decided_on: use.decidedOn, document: use.document },
    ...{ reason: use.reason, served_decider: served?.deciderName ?? null, served_body: served?.body ?? null },
    ...{ served_decided_on: served?.decidedOn ?? null, served_reason: served?.reason ?? null },
    ...{ served_proof: served?.proofOfServiceId ?? null, served_by_account_id: served?.enteredBy ?? null },
  }
}

const TABLES = [
  'outcome_instrument',
  'outcome_use',
  'outcome_no_use',
  'help_plan',
  'help_step',
  'outcome_limit',
  'warning',
  'caution',
  'tolerance_case',
  'tolerance_entry',
  'outcome_step',
  'disposal_invitation',
  'disposal_move',
  'sanction',
] as const
type Table = (typeof TABLES)[number] | 'disposal' | 'disposal_vote'
export type PastRows = Readonly<Partial<Record<Table, readonly Row[]>>>

const ROWS_A_STEP = 3000

/** Rows of a record from before, a table after the other; the checks of the tables hold for each. */
export async function insertPastRows(tx: CountyTx, rows: PastRows): Promise<void> {
  for (const table of ['outcome_instrument', 'outcome_use', 'outcome_no_use', 'help_plan'] as const)
    await insertInto(tx, table, rows[table] ?? [])
  // A case and its vote name each other, so that both are written at once.
  const { disposal = [], disposal_vote: votes = [] } = rows
  if (disposal.length > 0)
    await tx.raw(
      'past-disposals',
      `with votes as (insert into disposal_vote select r.* from json_populate_recordset(null::disposal_vote, $2::json) r
         where r.county_id = $1)
       insert into disposal select r.* from json_populate_recordset(null::disposal, $3::json) r where r.county_id = $1`,
      [
        JSON.stringify(votes.map((row) => ofCounty(tx, row))),
        JSON.stringify(disposal.map((row) => ofCounty(tx, row))),
      ],
    )
  for (const table of TABLES.slice(4)) await insertInto(tx, table, rows[table] ?? [])
}

function ofCounty(tx: CountyTx, row: Row): Row {
  return { county_id: tx.county, ...row }
}

async function insertInto(tx: CountyTx, table: Table, list: readonly Row[]): Promise<void> {
  const text = `insert into ${table} select r.* from json_populate_recordset(null::${table}, $2::json) r where r.county_id = $1`
  for (let start = 0; start < list.length; start += ROWS_A_STEP) {
    const part = list.slice(start, start + ROWS_A_STEP).map((row) => ofCounty(tx, row))
    await tx.raw(`past-${table}`, text, [JSON.stringify(part)])
  }
}
