import {
  type Block,
  type BlockPlace,
  createBlockLog,
  neededPlaces,
  openPlaces,
} from '@steward/domain/points/log-block.ts'
import { canonicalForm } from '@steward/domain/points/canonical.ts'
import type { HashName } from '@steward/domain/points/receipt.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'
import { hash as digest } from 'node:crypto'

/** The same hashes as `domain/points/sha256.ts` and `sm3.ts`, by the library of the system. */
export const systemHashes: Readonly<Record<HashName, (bytes: Uint8Array) => Uint8Array>> = {
  sha256: (bytes) => digest('sha256', bytes, 'buffer'),
  sm3: (bytes) => digest('sm3', bytes, 'buffer'),
}

// The driver speaks UTF-8, so that `textsend` gives the bytes of a text as they are hashed.
const field = (text: string) => `int4send(octet_length(${text})) || textsend(${text})`
const optional = (text: string) => `coalesce(${field(text)}, '\\xffffffff'::bytea)`
// Texts whose length is known: the length is written once and not asked of each line.
const fixed = (length: number, text: string) =>
  `'\\x${length.toString(16).padStart(8, '0')}'::bytea || textsend(${text})`
const id = (column: string) => fixed(36, `${column}::text`)

/**
 * The bytes of a line `e` (docs/ledger.md) made by the database, so that a million of them are not carried over as fields;
 * a test holds it against `toCanonical`. Null where there is no line.
 */
export const canonicalBytes = `(${[
  fixed(canonicalForm.length, `'${canonicalForm}'`),
  id('e.county_id'),
  id('e.id'),
  id('e.member_id'),
  id('e.party_org_id'),
  field('e.kind'),
  field('e.term'),
  optional('e.item_code'),
  field('e.raw::text'),
  field('e.credited::text'),
  `case when e.limit_by is null then '\\xffffffff'::bytea else ${field(`concat(e.limit_by, ':', e.limit_cap, ':', e.limit_used)`)} end`,
  id('e.scheme_version_id'),
  fixed(10, `to_char(e.deed_on, 'YYYY-MM-DD')`),
  fixed(24, `to_char(e.posted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`),
  fixed(7, 'e.month'),
  id('e.author_id'),
  `coalesce(${id('e.reviewer_id')}, '\\xffffffff'::bytea)`,
  field('e.source_kind'),
  field('e.source_id'),
  `case when e.refers_to is null then '\\xffffffff'::bytea else ${id('e.refers_to')} end`,
  optional('e.reason'),
  `int4send(cardinality(e.evidence))`,
  `case cardinality(e.evidence) when 0 then ''::bytea when 1 then ${field('e.evidence[1]')}
     else (select string_agg(${field('v.text')}, ''::bytea order by v.no)
       from unnest(e.evidence) with ordinality as v (text, no)) end`,
].join(' || ')})`

export type LogState = { readonly size: number; readonly sealedUntil: Date }
export type RootRow = {
  readonly size: number
  readonly day: PlainDate
  readonly sha256: Uint8Array
  readonly sm3: Uint8Array
  readonly sealedAt: Date
}

/** Holds the county's log; it is begun where there is none. */
export async function lockLog(tx: CountyTx): Promise<LogState> {
  await tx.raw(
    'log-begin',
    `insert into ledger_log (county_id, size, sealed_until) values ($1, 0, '-infinity') on conflict (county_id) do nothing`,
    [],
  )
  const [row] = await tx.raw<LogState>(
    'log-lock',
    `select size, case when isfinite(sealed_until) then sealed_until else 'epoch'::timestamptz end as "sealedUntil"
     from ledger_log where county_id = $1 for update`,
    [],
  )
  return row ?? { size: 0, sealedUntil: new Date(0) }
}

/** The oldest line that is not in the log, over the whole ledger; undefined when all are. */
export async function findFirstUnsealed(tx: CountyTx): Promise<Date | undefined> {
  const [row] = await tx.raw<{ at: Date | null }>(
    'log-first-unsealed',
    `select min(e.posted_at) as at from ledger_entry e
     left join ledger_leaf l on l.county_id = e.county_id and l.entry_id = e.id
     where e.county_id = $1 and l.entry_id is null`,
    [],
  )
  return row?.at ?? undefined
}

export type Unsealed = { readonly id: string; readonly postedAt: Date; readonly bytes: Uint8Array }

/** The next lines that are not in the log, in the order of posting. */
export async function listUnsealed(
  tx: CountyTx,
  after: { readonly postedAt: Date; readonly id: string },
  until: Date | null,
  limit: number,
): Promise<Unsealed[]> {
  return await tx.raw<Unsealed>(
    'log-unsealed',
    `select e.id, e.posted_at as "postedAt", ${canonicalBytes} as bytes from ledger_entry e
     where e.county_id = $1 and (e.posted_at, e.id) > ($2, $3::uuid)
       and not exists (select 1 from ledger_leaf l where l.county_id = $1 and l.entry_id = e.id)
       and ($4::timestamptz is null or e.posted_at < $4)
     order by e.posted_at, e.id limit $5`,
    [after.postedAt, after.id, until, limit],
  )
}

/** Both trees of a county's log, going on from what is kept. */
export type GrowingLog = {
  readonly size: () => number
  /** Adds a leaf by its hashes and answers with the blocks it completed. */
  readonly append: (leaf: Hashed) => { sha256: Block; sm3: Block }[]
  readonly roots: () => Hashed
}
export type Hashed = { readonly sha256: Uint8Array; readonly sm3: Uint8Array }

export async function openLog(tx: CountyTx, size: number): Promise<GrowingLog> {
  const nodes = await loadNodes(tx, openPlaces(size))
  const at = (name: HashName) =>
    createBlockLog(systemHashes[name], size, (level) => {
      const place = openPlaces(size)[level]
      if (place === undefined) return []
      return Array.from({ length: place.until - place.from }, (_, index) =>
        demandNode(nodes(name, { level, no: place.from + index })),
      )
    })
  const sha256 = at('sha256')
  const sm3 = at('sm3')
  return {
    size: sha256.size,
    append: (leaf) => {
      const other = sm3.append(leaf.sm3)
      return sha256
        .append(leaf.sha256)
        .flatMap((block, index) => (other[index] ? [{ sha256: block, sm3: other[index] }] : []))
    },
    roots: () => ({ sha256: sha256.root(), sm3: sm3.root() }),
  }
}

function demandNode(node: Uint8Array | undefined): Uint8Array {
  if (node === undefined) throw new Error('The log lacks a node that it should hold')
  return node
}

export type NodeAt = (name: HashName, place: BlockPlace) => Uint8Array | undefined

/** Kept nodes of some places in one statement. */
export async function loadNodes(
  tx: CountyTx,
  places: readonly { level: number; from: number; until: number }[],
): Promise<NodeAt> {
  const wanted = places.filter(({ from, until }) => from < until)
  const leaves = wanted.filter(({ level }) => level === 0)
  const blocks = wanted.filter(({ level }) => level > 0)
  const rows = await tx.raw<{ level: number; no: number } & Hashed>(
    'log-nodes',
    `select 0 as level, l.leaf_no as no, l.sha256, l.sm3 from unnest($2::bigint[], $3::bigint[]) as p (lo, hi)
     join ledger_leaf l on l.county_id = $1 and l.leaf_no >= p.lo and l.leaf_no < p.hi
     union all
     select b.level, b.block_no, b.sha256, b.sm3 from unnest($4::int[], $5::bigint[], $6::bigint[]) as p (level, lo, hi)
     join ledger_block b on b.county_id = $1 and b.level = p.level and b.block_no >= p.lo and b.block_no < p.hi`,
    [
      leaves.map(({ from }) => from),
      leaves.map(({ until }) => until),
      blocks.map(({ level }) => level),
      blocks.map(({ from }) => from),
      blocks.map(({ until }) => until),
    ],
  )
  const held = new Map(rows.map((row) => [`${row.level}/${row.no}`, row]))
  return (name, { level, no }) => held.get(`${level}/${no}`)?.[name]
}

/** Kept nodes for roots and proofs over a log of `size` that pass these leaves. */
export async function loadProofNodes(tx: CountyTx, size: number, leaves: readonly number[]): Promise<NodeAt> {
  return await loadNodes(tx, neededPlaces(size, leaves))
}

/** Adds leaves in their order, and the blocks they completed. */
export async function insertLeaves(
  tx: CountyTx,
  from: number,
  leaves: readonly ({ readonly entryId: string } & Hashed)[],
  blocks: readonly { sha256: Block; sm3: Block }[],
): Promise<void> {
  await tx.raw(
    'log-insert-leaves',
    `insert into ledger_leaf (county_id, leaf_no, entry_id, sha256, sm3)
     select $1, $2::bigint + t.no - 1, t.id, substring($4::bytea from (t.no * 32 - 31)::int for 32),
       substring($5::bytea from (t.no * 32 - 31)::int for 32)
     from unnest($3::uuid[]) with ordinality as t (id, no)`,
    [
      from,
      leaves.map(({ entryId }) => entryId),
      Buffer.concat(leaves.map(({ sha256 }) => sha256)),
      Buffer.concat(leaves.map(({ sm3 }) => sm3)),
    ],
  )
  if (blocks.length === 0) return
  await tx
    .insert(
      'ledger_block',
      blocks.map(({ sha256, sm3 }) => ({
        level: sha256.level,
        block_no: sha256.no,
        sha256: Buffer.from(sha256.node),
        sm3: Buffer.from(sm3.node),
      })),
    )
    .execute()
}

export async function saveLog(tx: CountyTx, state: LogState): Promise<void> {
  await tx.raw(
    'log-save',
    `update ledger_log set size = $2, sealed_until = greatest(sealed_until, $3) where county_id = $1`,
    [state.size, state.sealedUntil],
  )
}

/** Adds a root; one of the same size stands already when nothing was added since. */
export async function insertRoot(
  tx: CountyTx,
  root: { readonly size: number; readonly day: PlainDate; readonly sealedAt: Date } & Hashed,
): Promise<void> {
  await tx.raw(
    'log-insert-root',
    `insert into ledger_root (county_id, size, day_on, sha256, sm3, sealed_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (county_id, size) do nothing`,
    [root.size, root.day, Buffer.from(root.sha256), Buffer.from(root.sm3), root.sealedAt],
  )
}

const ROOT = `r.size, r.day_on as day, r.sha256, r.sm3, r.sealed_at as "sealedAt"`

/** The newest root; undefined before the first. */
export async function findLatestRoot(tx: CountyTx): Promise<RootRow | undefined> {
  const [row] = await tx.raw<RootRow>(
    'log-latest-root',
    `select ${ROOT} from ledger_root r where r.county_id = $1 order by r.size desc limit 1`,
    [],
  )
  return row
}

/** Roots of these sizes, smallest first. */
export async function listRootsOfSizes(tx: CountyTx, sizes: readonly number[]): Promise<RootRow[]> {
  return await tx.raw<RootRow>(
    'log-roots-of-sizes',
    `select ${ROOT} from ledger_root r where r.county_id = $1 and r.size = any($2::bigint[]) order by r.size`,
    [sizes],
  )
}

/** Roots before a day, newest first, and whether a notice carries each. */
export async function listRootsBefore(
  tx: CountyTx,
  before: PlainDate | null,
  limit: number,
): Promise<(RootRow & { onNotice: boolean })[]> {
  return await tx.raw<RootRow & { onNotice: boolean }>(
    'log-roots-before',
    `select ${ROOT}, exists (select 1 from points_month m where m.county_id = $1 and m.root_size = r.size) as "onNotice"
     from ledger_root r where r.county_id = $1 and ($2::date is null or r.day_on < $2) order by r.size desc limit $3`,
    [before, limit],
  )
}

export type SealedLine = {
  readonly leafNo: number
  readonly bytes: Uint8Array
  /** Size under the root on the notice of the line's month, where there is one that covers it. */
  readonly noticeSize: number | null
}

/** A line's place in the log, its bytes, and the root its month was printed with. */
export async function findSealedLine(tx: CountyTx, entryId: string): Promise<SealedLine | undefined> {
  const [row] = await tx.raw<SealedLine>(
    'log-sealed-line',
    `select l.leaf_no as "leafNo", ${canonicalBytes} as bytes,
       case when p.root_size > l.leaf_no then p.root_size end as "noticeSize"
     from ledger_leaf l join ledger_entry e on e.county_id = l.county_id and e.id = l.entry_id
     left join points_month p on p.county_id = e.county_id and p.party_org_id = e.party_org_id and p.month = e.statement_month
     where l.county_id = $1 and l.entry_id = $2`,
    [entryId],
  )
  return row
}
