import { identify } from '#features/sign-in/queries.ts'
import type { Identify } from '#platform/context.ts'
import { cryptoByCounty } from '#platform/crypto.ts'
import { openPool, type Pool } from '#platform/db.ts'
import { openFileStore } from '#platform/file-store.ts'
import { openLimits } from '#platform/limits.ts'
import { openMasterKey } from '#platform/master-key.ts'
import { createRunner, type Parts, type Run } from '#platform/run.ts'
import type { Settings } from '#platform/settings.ts'
import { handlers } from './features.ts'

/** The product put together on a migrated database: what `main.ts`, the operator's command, the demo and the bench share. */
export type ServerHouse = { readonly parts: Parts; readonly run: Run; readonly pool: Pool }

/** Puts the house together. `now` is the only clock its operations see. */
export function openServerHouse(
  settings: Pick<Settings, 'dataFolder' | 'key'>,
  url: string,
  now: () => Date,
  poolSize = 12,
): ServerHouse {
  const pool = openPool(url, poolSize)
  const parts: Parts & { identify: Identify } = {
    pool,
    crypto: cryptoByCounty(openMasterKey(settings.dataFolder, settings.key)),
    files: openFileStore(settings.dataFolder),
    limits: openLimits(pool),
    identify,
    now,
    handlers,
    onBug: (errorNumber, operation, error) => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
      process.stderr.write(`${now().toISOString()} ${errorNumber} ${operation}: ${text}\n`)
    },
  }
  return { parts, run: createRunner(parts), pool }
}
