import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import type { CountyTx, Pool } from '#platform/db.ts'

export type CountyName = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly demo: boolean
}

/** Counties of this installation, for the sign-in page. */
export async function listCounties(tx: Pick<CountyTx, 'reference'>): Promise<CountyName[]> {
  return await tx.reference
    .selectFrom('county')
    .select(['id', 'code', 'name', 'demo'])
    .orderBy('created_at')
    .orderBy('code')
    .execute()
}

/** Opens a county; its organisations, people and settings follow. */
export async function insertCounty(
  tx: Pick<CountyTx, 'reference'>,
  county: CountyName & { readonly createdAt: Date },
): Promise<void> {
  await tx.reference
    .insertInto('county')
    .values({
      id: county.id,
      code: county.code,
      name: county.name,
      demo: county.demo,
      created_at: county.createdAt,
    })
    .execute()
}

// Read from a terminal and typed: no letter or digit that looks like another.
const LETTERS = 'ACDEFGHJKMNPQRTUVWXY34679'

/**
 * Makes the code that sets up the first county, for the terminal of an installation without one: `ABCD-EFGH-JKMN`.
 * Each start makes a new one, since only its digest is kept. Undefined once a county exists.
 */
export async function ensureSetUpCode(pool: Pool, now: Date): Promise<string | undefined> {
  const counties = await pool.query('select 1 from county limit 1')
  if (counties.rowCount !== 0) return undefined
  const letters = Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  await pool.query(
    `insert into installation (id, set_up_code_hash, code_made_at) values (1, $1, $2)
     on conflict (id) do update set set_up_code_hash = excluded.set_up_code_hash, code_made_at = excluded.code_made_at,
       set_up_at = null`,
    [setUpCodeHash(letters), now],
  )
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}

/** Blanks, dashes and capitals do not count. */
function setUpCodeHash(text: string): Buffer {
  const letters = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
  return createHash('sha256').update(letters).digest()
}

/** Whether the code opens the set-up now. Holds the installation, so that of two at once one is first. */
export async function holdSetUp(
  tx: Pick<CountyTx, 'reference'>,
  code: string,
): Promise<'open' | 'wrong' | 'done'> {
  const row = await tx.reference
    .selectFrom('installation')
    .select(['set_up_code_hash', 'set_up_at'])
    .where('id', '=', 1)
    .forUpdate()
    .executeTakeFirst()
  if (row !== undefined && row.set_up_at !== null) return 'done'
  if (row?.set_up_code_hash == null) return 'wrong'
  return timingSafeEqual(row.set_up_code_hash, setUpCodeHash(code)) ? 'open' : 'wrong'
}

/** The first county stands; the code is void. */
export async function saveSetUp(tx: Pick<CountyTx, 'reference'>, now: Date): Promise<void> {
  await tx.reference.updateTable('installation').set({ set_up_code_hash: null, set_up_at: now }).execute()
}
