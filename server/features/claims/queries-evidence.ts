import type { CountyTx } from '#platform/db.ts'
import type { ClaimRow } from './queries-claim.ts'
import type { NewEvidence, SendFacts } from './queries-send.ts'

/** Files that are kept and are about the member, or were added by the sender. */
export async function findKeptFiles(
  tx: CountyTx,
  memberId: string,
  fileIds: readonly string[],
  accountId: string | null,
): Promise<SendFacts['files']> {
  if (fileIds.length === 0) return []
  return await tx.raw<{ id: string; sha256: string }>(
    'claim-files',
    `select f.id, f.sha256 from stored_file f where f.county_id = $1 and f.id = any($3::uuid[]) and f.state = 'kept'
       and (f.member_id = $2 or f.added_by_account_id = $4)`,
    [memberId, fileIds, accountId],
  )
}

/** Puts what was sent again in the place of what was there; what falls away is kept for the history. */
export async function replaceEvidence(
  tx: CountyTx,
  row: ClaimRow,
  to: {
    readonly evidence: readonly NewEvidence[]
    readonly deed: {
      readonly said: string
      readonly place: string | null
      readonly hostBranch: string
      readonly lateReason: string | null
      readonly deedOn?: string | undefined
    }
    readonly by: string
    readonly at: Date
  },
): Promise<void> {
  const { deed } = to
  await tx.raw(
    'claim-completed',
    `with said as (
       update claim set said = $3, place = $4, host_branch = $5, late_reason = $6, deed_on = coalesce($7::date, deed_on)
       where county_id = $1 and id = $2
     ), dropped as (
       update claim_evidence set dropped_at = $9 where county_id = $1 and claim_id = $2 and dropped_at is null
     )
     insert into claim_evidence (county_id, id, claim_id, kind, file_id, sha256, note, added_by, added_at)
     select $1, v.id, $2, v.kind, v."fileId", v.sha256, v.note, $8, $9
     from jsonb_to_recordset($10::jsonb) as v (id uuid, kind text, "fileId" uuid, sha256 text, note text)`,
    [
      row.id,
      deed.said,
      deed.place === '' ? null : deed.place,
      deed.hostBranch,
      deed.lateReason,
      deed.deedOn ?? null,
      to.by,
      to.at,
      JSON.stringify(to.evidence),
    ],
  )
}
