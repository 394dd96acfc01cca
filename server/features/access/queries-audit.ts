import { endOfDay, type PlainDate, startOfDay } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'

export type AuditFilter = {
  readonly fromOn: PlainDate | null
  readonly toOn: PlainDate | null
  readonly who: string
  readonly accountId: string | null
  readonly operation: string
  readonly outcome: 'all' | 'done' | 'not-done'
}

export type AuditRow = {
  readonly id: string
  readonly at: Date
  readonly accountId: string | null
  readonly actorName: string
  readonly operation: string
  readonly outcome: string
  readonly subject: Record<string, unknown>
  readonly address: string
}

/** The least id of an instant: ids are ordered by time, so one index serves paging and days. */
function idFrom(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}

/** Entries that fit, the latest first, from after the entry `after`. */
export async function listAuditRows(
  tx: CountyTx,
  filter: AuditFilter,
  after: string | null,
  limit: number,
): Promise<AuditRow[]> {
  const until = filter.toOn === null ? null : idFrom(new Date(endOfDay(filter.toOn).getTime() + 1))
  return await tx.raw<AuditRow>(
    'audit-list',
    `select id, at, account_id as "accountId", actor_name as "actorName", operation, outcome, subject, address
     from audit_entry
     where county_id = $1 and ($2::uuid is null or id < $2) and ($3::uuid is null or id >= $3)
       and ($4::uuid is null or id < $4)
       and ($5::text = '' or position($5 in actor_name) > 0 or position($5 in coalesce(subject->>'name', '')) > 0
         or position(lower($5) in coalesce(subject->>'accountName', '')) > 0)
       and ($6::uuid is null or account_id = $6 or subject->>'accountId' = $6::text)
       and ($7::text = '' or starts_with(operation, $7))
       and ($8::text = 'all' or (outcome = 'done') = ($8 = 'done'))
     order by id desc limit $9`,
    [
      after,
      filter.fromOn === null ? null : idFrom(startOfDay(filter.fromOn)),
      until,
      filter.who,
      filter.accountId,
      filter.operation,
      filter.outcome,
      limit,
    ],
  )
}
