import type { CountyTx, Statement } from './db.ts'
import { newIdAt } from './new-id.ts'

/** `done`, or the code of the refusal or problem. */
export type Outcome = string

export type AuditEntry = {
  readonly at: Date
  readonly accountId: string | null
  readonly actorName: string
  readonly operation: string
  readonly outcome: Outcome
  readonly subject: Readonly<Record<string, unknown>>
  readonly address: string
}

const columns = '(county_id, id, at, account_id, actor_name, operation, outcome, subject, address)'
const values = '($1, $2, $3, $4, $5, $6, $7, $8, $9)'

function parameters(entry: AuditEntry): unknown[] {
  return [
    newIdAt(entry.at),
    entry.at,
    entry.accountId,
    entry.actorName,
    entry.operation,
    entry.outcome,
    JSON.stringify(entry.subject),
    entry.address,
  ]
}

/** Writes one audit entry (R-303: user, moment, event, result). */
export async function saveAudit(tx: CountyTx, entry: AuditEntry): Promise<void> {
  await tx.raw('audit-save', `insert into audit_entry ${columns} values ${values}`, parameters(entry))
}

/** What ends a command, in one statement: its audit entry and, where a receipt was taken, its answer. */
export function endOfCommand(
  county: string,
  entry: AuditEntry,
  receipt: { accountId: string; key: string; value: unknown } | null,
): Statement {
  const audit = `insert into audit_entry ${columns} values ${values}`
  if (receipt === null) return { name: 'audit-save', text: audit, values: [county, ...parameters(entry)] }
  return {
    name: 'command-save',
    text: `with audited as (${audit})
     update receipt set answer = $10 where county_id = $1 and account_id = $11 and key = $12`,
    values: [
      county,
      ...parameters(entry),
      JSON.stringify(receipt.value ?? null),
      receipt.accountId,
      receipt.key,
    ],
  }
}
