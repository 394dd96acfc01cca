import { toHex } from '@steward/domain/points/bytes.ts'
import { isPrintedAs } from '@steward/domain/points/receipt.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'
import { hash as digest } from 'node:crypto'
import { canonicalBytes, type GrowingLog, type Hashed, openLog } from './queries-log.ts'

const WIDTH = 32
const LEAVES_AT_ONCE = 2048

export type LogFault = {
  readonly kind: 'line-altered' | 'line-gone' | 'leaf-gone' | 'block-altered' | 'root-altered'
  /** The line, or the place in the log. */
  readonly what: string
}
export type Verified = { readonly looked: number; readonly faults: readonly LogFault[] }
const MOST_FAULTS = 1000

type Chunk = {
  /** Identifiers of the lines, with a comma between. */
  readonly ids: string | null
  /** Each line as its length in four bytes and what is hashed of it, 00 first; the length -1 stands for a line that is gone. */
  readonly lines: Buffer | null
  readonly sha256: Buffer | null
  readonly sm3: Buffer | null
}

/** The next leaves with the lines they bear witness of; `null` inside at the end. */
async function readChunk(tx: CountyTx, from: number): Promise<Chunk | undefined> {
  const [chunk] = await tx.raw<Chunk>(
    'log-verify-lines',
    `select string_agg(t.entry_id::text, ',' order by t.leaf_no) as ids,
       string_agg(coalesce(int4send(octet_length(t.bytes) + 1) || '\\x00'::bytea || t.bytes, int4send(-1)), ''::bytea
         order by t.leaf_no) as lines,
       string_agg(t.sha256, ''::bytea order by t.leaf_no) as sha256, string_agg(t.sm3, ''::bytea order by t.leaf_no) as sm3
     from (select l.leaf_no, l.entry_id, l.sha256, l.sm3, ${canonicalBytes} as bytes from ledger_leaf l
       left join ledger_entry e on e.county_id = l.county_id and e.id = l.entry_id
       where l.county_id = $1 and l.leaf_no >= $2 and l.leaf_no < $3 offset 0) t`,
    [from, from + LEAVES_AT_ONCE],
  )
  return chunk
}

/**
 * Hashes every line anew and compares it with its leaf: what was altered or taken away since it came into the log is named.
 * While one part is hashed the database prepares the next.
 */
export async function verifyLines(
  tx: CountyTx,
  onProgress: (looked: number) => void = () => undefined,
): Promise<Verified> {
  const faults: LogFault[] = []
  const size = await findSize(tx)
  let looked = 0
  let reading = readChunk(tx, 0)
  for (let from = 0; from < size; from += LEAVES_AT_ONCE) {
    const chunk = await reading
    reading = readChunk(tx, from + LEAVES_AT_ONCE)
    reading.catch(() => undefined)
    looked += idsOf(chunk).length
    if (faults.length < MOST_FAULTS)
      faults.push(...faultsIn(chunk, from, Math.min(size, from + LEAVES_AT_ONCE)))
    onProgress(looked)
  }
  await reading
  return { looked, faults }
}

function idsOf(chunk: Chunk | undefined): string[] {
  const ids = chunk?.ids ?? ''
  return ids === '' ? [] : ids.split(',')
}

function faultsIn(chunk: Chunk | undefined, from: number, until: number): LogFault[] {
  const faults: LogFault[] = []
  const ids = idsOf(chunk)
  if (ids.length < until - from) faults.push({ kind: 'leaf-gone', what: `${from}–${until - 1}` })
  const { lines, sha256, sm3 } = chunk ?? {}
  if (!lines || !sha256 || !sm3) return faults
  for (let at = 0, index = 0; index < ids.length; index += 1) {
    const what = ids[index] ?? ''
    const length = lines.readInt32BE(at)
    at += 4
    if (length < 0) {
      faults.push({ kind: 'line-gone', what })
      continue
    }
    const bytes = lines.subarray(at, at + length)
    at += length
    const place = index * WIDTH
    // As texts: making an object of each hash costs as much as half of the hashing.
    if (
      digest('sha256', bytes, 'binary') !== sha256.toString('binary', place, place + WIDTH) ||
      digest('sm3', bytes, 'binary') !== sm3.toString('binary', place, place + WIDTH)
    )
      faults.push({ kind: 'line-altered', what })
  }
  return faults
}

async function findSize(tx: CountyTx): Promise<number> {
  const [row] = await tx.raw<{ size: number }>(
    'log-size',
    `select greatest((select size from ledger_log where county_id = $1), (select max(leaf_no) + 1 from ledger_leaf
       where county_id = $1), 0) as size`,
    [],
  )
  return row?.size ?? 0
}

type Root = Hashed & { readonly size: number; readonly day: PlainDate }

/** Builds both trees anew from the leaves and compares every kept block and root. */
export async function verifyTree(tx: CountyTx): Promise<Verified> {
  const roots = await tx.raw<Root>(
    'log-verify-roots',
    `select size, day_on as day, sha256, sm3 from ledger_root where county_id = $1 order by size`,
    [],
  )
  const faults: LogFault[] = []
  const log = await openLog(tx, 0)
  const size = await findSize(tx)
  let next = 0
  const compareRoot = () => {
    for (let root = roots[next]; root !== undefined && root.size <= log.size(); root = roots[next]) {
      next += 1
      if (root.size !== log.size() || !same(log.roots(), root))
        faults.push({ kind: 'root-altered', what: `${root.day} (${root.size})` })
    }
  }
  for (let from = 0; from < size; from += LEAVES_AT_ONCE) {
    const leaves = await readLeaves(tx, from)
    const made = appendAll(log, leaves, () => {
      if (log.size() === roots[next]?.size) compareRoot()
    })
    faults.push(...(await compareBlocks(tx, made)))
    if (faults.length > MOST_FAULTS) break
  }
  for (const root of roots.slice(next))
    faults.push({ kind: 'root-altered', what: `${root.day} (${root.size})` })
  return { looked: roots.length, faults }
}

async function readLeaves(tx: CountyTx, from: number): Promise<Hashed[]> {
  const [row] = await tx.raw<{ sha256: Buffer | null; sm3: Buffer | null }>(
    'log-verify-leaves',
    `select string_agg(sha256, ''::bytea order by leaf_no) as sha256, string_agg(sm3, ''::bytea order by leaf_no) as sm3
     from ledger_leaf where county_id = $1 and leaf_no >= $2 and leaf_no < $3`,
    [from, from + LEAVES_AT_ONCE],
  )
  const { sha256, sm3 } = row ?? {}
  if (!sha256 || !sm3) return []
  return Array.from({ length: sha256.length / WIDTH }, (_, index) => ({
    sha256: sha256.subarray(index * WIDTH, (index + 1) * WIDTH),
    sm3: sm3.subarray(index * WIDTH, (index + 1) * WIDTH),
  }))
}

type Made = ReturnType<GrowingLog['append']>

function appendAll(log: GrowingLog, leaves: readonly Hashed[], onAppended: () => void): Made {
  const made: Made = []
  for (const leaf of leaves) {
    made.push(...log.append(leaf))
    onAppended()
  }
  return made
}

async function compareBlocks(tx: CountyTx, made: Made): Promise<LogFault[]> {
  if (made.length === 0) return []
  const kept = await tx.raw<{ level: number; no: number } & Hashed>(
    'log-verify-blocks',
    `select b.level, b.block_no as no, b.sha256, b.sm3 from unnest($2::int[], $3::bigint[]) as t (level, no)
     join ledger_block b on b.county_id = $1 and b.level = t.level and b.block_no = t.no`,
    [made.map(({ sha256 }) => sha256.level), made.map(({ sha256 }) => sha256.no)],
  )
  const byPlace = new Map(kept.map((block) => [`${block.level}/${block.no}`, block]))
  return made.flatMap(({ sha256, sm3 }): LogFault[] => {
    const place = `${sha256.level}/${sha256.no}`
    const block = byPlace.get(place)
    const holds = block !== undefined && same({ sha256: sha256.node, sm3: sm3.node }, block)
    return holds ? [] : [{ kind: 'block-altered', what: place }]
  })
}

function same(a: Hashed, b: Hashed): boolean {
  return toHex(a.sha256) === toHex(b.sha256) && toHex(a.sm3) === toHex(b.sm3)
}

/** Lines that should be in the log and are not: posted well before it was last sealed. */
export async function verifyComplete(tx: CountyTx): Promise<{ entries: number; missing: readonly string[] }> {
  const [row] = await tx.raw<{ entries: number; missing: string[] }>(
    'log-verify-complete',
    `select (select count(*)::int from ledger_entry where county_id = $1) as entries,
       array(select e.id::text from ledger_entry e join ledger_log g on g.county_id = e.county_id
         where e.county_id = $1 and e.posted_at < g.sealed_until - interval '3 days'
           and not exists (select 1 from ledger_leaf l where l.county_id = $1 and l.entry_id = e.id) limit 50) as missing`,
    [],
  )
  return row ?? { entries: 0, missing: [] }
}

/** The root a sheet was printed with; undefined where the log knows none that begins so. */
export async function findPrintedRoot(
  tx: CountyTx,
  typed: string,
): Promise<{ day: PlainDate; size: number } | undefined> {
  const roots = await tx.raw<Root>(
    'log-verify-printed',
    `select size, day_on as day, sha256, sm3 from ledger_root where county_id = $1 order by size`,
    [],
  )
  return roots.find(({ sha256, sm3 }) => isPrintedAs(sha256, typed) || isPrintedAs(sm3, typed))
}
