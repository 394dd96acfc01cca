import { consistencyProof, inclusionProof } from '@steward/domain/points/merkle.ts'
import { rangeHashOfBlocks } from '@steward/domain/points/log-block.ts'
import { type HashName, hashNames, type Receipt } from '@steward/domain/points/receipt.ts'
import type { CountyTx } from '#platform/db.ts'
import {
  findLatestRoot,
  findSealedLine,
  listRootsOfSizes,
  loadProofNodes,
  type RootRow,
  systemHashes,
} from './queries-log.ts'

/**
 * The receipt of a line: to the root its month was printed with, else to the newest one. Undefined while it is not in the
 * log. Reads the line, a root and a few hundred nodes, however many lines there are.
 */
export async function findReceipt(
  tx: CountyTx,
  entryId: string,
): Promise<{ receipt: Receipt; root: RootRow } | undefined> {
  const line = await findSealedLine(tx, entryId)
  if (line === undefined) return undefined
  const printed = line.noticeSize === null ? [] : await listRootsOfSizes(tx, [line.noticeSize])
  const root = printed[0] ?? (await findLatestRoot(tx))
  if (root === undefined || root.size <= line.leafNo) return undefined
  const nodes = await loadProofNodes(tx, root.size, [line.leafNo])
  const proofOf = (name: HashName) => {
    const range = rangeHashOfBlocks(systemHashes[name], (place) => nodes(name, place))
    return { root: root[name], path: inclusionProof(line.leafNo, root.size, range) }
  }
  return {
    root,
    receipt: {
      leaf: line.bytes,
      index: line.leafNo,
      size: root.size,
      day: root.day,
      proofs: Object.fromEntries(hashNames.map((name) => [name, proofOf(name)])),
    },
  }
}

/** Both roots and the proof that the newer log begins with the older one; undefined where a root is not known. */
export async function findConsistency(
  tx: CountyTx,
  older: number,
  newer: number,
): Promise<{ older: RootRow; newer: RootRow; proof: Record<HashName, Uint8Array[]> } | undefined> {
  const roots = await listRootsOfSizes(tx, [older, newer])
  const first = roots.find(({ size }) => size === older)
  const last = roots.find(({ size }) => size === newer)
  if (first === undefined || last === undefined || older > newer) return undefined
  const nodes = await loadProofNodes(tx, newer, [older - 1, Math.min(older, newer - 1)])
  const proofOf = (name: HashName) =>
    consistencyProof(
      older,
      newer,
      rangeHashOfBlocks(systemHashes[name], (place) => nodes(name, place)),
    )
  return { older: first, newer: last, proof: { sha256: proofOf('sha256'), sm3: proofOf('sm3') } }
}

export type PrintedNotice = {
  readonly id: string
  readonly title: string
  readonly postedOn: string
  readonly root: string
}

/** Where a line can be looked up and by whom: the member with the present branch, and the notices its month stands on. */
export async function findReceiptPlace(
  tx: CountyTx,
  entryId: string,
): Promise<{ memberId: string; orgPath: string; notices: readonly PrintedNotice[] } | undefined> {
  const [row] = await tx.raw<{ memberId: string; orgPath: string; notices: PrintedNotice[] | null }>(
    'receipt-place',
    `select e.member_id as "memberId", o.path::text as "orgPath", (select json_agg(json_build_object('id', n.id,
         'title', n.title, 'postedOn', n.posted_on, 'root', n.root)) from points_month p
       join notice n on n.county_id = p.county_id and n.id = p.notice_id and n.posted_on is not null and n.root <> ''
       where p.county_id = $1 and p.party_org_id = e.party_org_id and p.month = e.statement_month) as notices
     from ledger_entry e join member m on m.county_id = e.county_id and m.id = e.member_id
     join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
     where e.county_id = $1 and e.id = $2`,
    [entryId],
  )
  return row && { ...row, notices: row.notices ?? [] }
}
