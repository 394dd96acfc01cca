import { hashLeaf } from '@steward/domain/points/merkle.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import {
  findFirstUnsealed,
  type GrowingLog,
  insertLeaves,
  insertRoot,
  listUnsealed,
  lockLog,
  openLog,
  saveLog,
  systemHashes,
  type Unsealed,
} from './queries-log.ts'

const LINES_AT_ONCE = 4096
const NO_ID = '00000000-0000-0000-0000-000000000000'
/** Between a line's moment and the end of the transaction that wrote it. */
const LATE_MS = 48 * 3_600_000

type Limits = {
  /** Lines from this moment on are left for the next time. */
  readonly until?: Date
  readonly onProgress?: (added: number) => Promise<void>
}
export type Sealed = { readonly size: number; readonly added: number; readonly sha256: Uint8Array | null }

/**
 * Takes every line not yet in the log into it, in the order of posting, and keeps the root as one of `day`. Holds the log
 * until the end of the transaction; lines of others that are not committed follow next time. `thorough` looks through the
 * whole ledger for lines that were committed long after their moment; otherwise two days back are enough.
 */
export async function sealLedger(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  day: PlainDate,
  thorough: boolean,
  limits: Limits = {},
): Promise<Sealed> {
  const { size, sealedUntil } = await lockLog(tx)
  const first = thorough ? await findFirstUnsealed(tx) : new Date(sealedUntil.getTime() - LATE_MS)
  const log = await openLog(tx, size)
  const until = limits.until ?? null
  if (first !== undefined)
    await sealFrom(tx, log, { from: new Date(first.getTime() - 1), until }, limits.onProgress)
  const added = log.size() - size
  if (log.size() === 0) return { size: 0, added, sha256: null }
  const roots = log.roots()
  await saveLog(tx, { size: log.size(), sealedUntil: limits.until ?? now })
  await insertRoot(tx, { size: log.size(), day, sealedAt: now, ...roots })
  return { size: log.size(), added, sha256: roots.sha256 }
}

/** While one window is hashed, the database reads the next. */
async function sealFrom(
  tx: CountyTx,
  log: GrowingLog,
  span: { readonly from: Date; readonly until: Date | null },
  onProgress: Limits['onProgress'],
): Promise<void> {
  const readAfter = (after: Pick<Unsealed, 'postedAt' | 'id'>) => {
    const lines = listUnsealed(tx, after, span.until, LINES_AT_ONCE)
    lines.catch(() => undefined)
    return lines
  }
  let added = 0
  let reading = readAfter({ postedAt: span.from, id: NO_ID })
  for (;;) {
    const lines = await reading
    const last = lines.at(-1)
    if (last === undefined) return
    if (lines.length === LINES_AT_ONCE) reading = readAfter(last)
    await sealLines(tx, log, lines)
    added += lines.length
    await onProgress?.(added)
    if (lines.length < LINES_AT_ONCE) return
  }
}

async function sealLines(tx: CountyTx, log: GrowingLog, lines: readonly Unsealed[]): Promise<void> {
  const from = log.size()
  const leaves = lines.map(({ id, bytes }) => ({
    entryId: id,
    sha256: hashLeaf(systemHashes.sha256, bytes),
    sm3: hashLeaf(systemHashes.sm3, bytes),
  }))
  await insertLeaves(
    tx,
    from,
    leaves,
    leaves.flatMap((leaf) => log.append(leaf)),
  )
}
