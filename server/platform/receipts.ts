import { z } from 'zod'
import type { CountyCrypto } from './crypto.ts'
import type { CountyTx } from './db.ts'
import { problem } from './problem.ts'

/**
 * Takes the receipt of a command. The first sender goes on (undefined); a repeat waits for the first to end and gets its answer.
 * Refuses a key that was used for another operation.
 */
export async function takeReceipt(
  tx: CountyTx,
  accountId: string,
  key: string,
  operation: string,
  now: Date,
): Promise<unknown> {
  const taken = await tx.raw(
    'receipt-take',
    `insert into receipt (county_id, account_id, key, operation, at) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning key`,
    [accountId, key, operation, now],
  )
  if (taken.length > 0) return undefined
  const before = await tx.raw<{ operation: string; answer: unknown }>(
    'receipt-find',
    'select operation, answer from receipt where county_id = $1 and account_id = $2 and key = $3',
    [accountId, key],
  )
  const first = before[0]
  if (first === undefined || first.operation !== operation) {
    problem('input-invalid', { reason: 'idempotency-key-reused' })
  }
  return first.answer
}

const SealedAnswer = z.object({ sealed: z.string() })

/** Answers that hold a password or code are kept encrypted, so that a repeated command can still be answered. */
export function sealAnswer(crypto: CountyCrypto, value: unknown): z.infer<typeof SealedAnswer> {
  return { sealed: crypto.seal(JSON.stringify(value)).toString('base64') }
}

/** Reads what `sealAnswer` kept. */
export function unsealAnswer(crypto: CountyCrypto, kept: unknown): unknown {
  return JSON.parse(crypto.unseal(Buffer.from(SealedAnswer.parse(kept).sealed, 'base64')))
}
