import type { CounterCode } from '@steward/domain/sign-in/counter-code.ts'
import type { CountyCrypto } from '#platform/crypto.ts'
import type { CountyTx } from '#platform/db.ts'

export type KeptCode = CounterCode & { readonly id: string }

/** What is kept of a code: it opens one account only and cannot be read back. */
export function codeIndex(crypto: CountyCrypto, accountId: string, digits: string): Buffer {
  return crypto.blindIndex('sign-in.counter-code', `${accountId}:${digits}`)
}

/** Keeps a new code and makes earlier ones void. */
export async function insertCounterCode(
  tx: CountyTx,
  code: CounterCode & { id: string; index: Buffer; issuedByName: string },
): Promise<void> {
  await voidCounterCodes(tx, code.accountId, code.issuedAt)
  await tx
    .insert('counter_code', {
      id: code.id,
      account_id: code.accountId,
      code_index: code.index,
      issued_by_account_id: code.issuedBy,
      issued_by: code.issuedByName,
      issued_at: code.issuedAt,
      expires_at: code.expiresAt,
    })
    .execute()
}

/** Makes the unused codes of an account void. */
export async function voidCounterCodes(tx: CountyTx, accountId: string, now: Date): Promise<void> {
  await tx
    .update('counter_code')
    .set({ voided_at: now })
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .execute()
}

const COLUMNS = `id, account_id as "accountId", issued_by as "issuedBy", issued_at as "issuedAt",
  expires_at as "expiresAt", used_at as "usedAt", wrong_tries as "wrongTries", voided_at as "voidedAt"`

/** The code that was typed, whatever its state; undefined where the digits are those of none. */
export async function findCounterCode(
  tx: CountyTx,
  accountId: string,
  index: Buffer,
): Promise<KeptCode | undefined> {
  const rows = await tx.raw<KeptCode>(
    'counter-code-find',
    `select ${COLUMNS} from counter_code where county_id = $1 and account_id = $2 and code_index = $3
     order by issued_at desc limit 1`,
    [accountId, index],
  )
  return rows[0]
}

/** Counts a wrong try against the code that is open. */
export async function countWrongCode(tx: CountyTx, accountId: string): Promise<void> {
  await tx
    .update('counter_code')
    .set((eb) => ({ wrong_tries: eb('wrong_tries', '+', 1) }))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .execute()
}

/** Uses a code up; false where somebody was first. */
export async function useCounterCode(
  tx: CountyTx,
  id: string,
  sessionId: string,
  now: Date,
): Promise<boolean> {
  const used = await tx
    .update('counter_code')
    .set({ used_at: now, session_id: sessionId })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('voided_at', 'is', null)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}

/** Removes codes nobody can use any more. */
export async function removeOldCodes(tx: CountyTx, before: Date): Promise<void> {
  await tx.remove('counter_code').where('expires_at', '<', before).execute()
}
