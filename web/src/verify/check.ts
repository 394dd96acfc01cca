import { toHex } from '@steward/domain/points/bytes.ts'
import { hashLeaf } from '@steward/domain/points/merkle.ts'
import {
  type HashName,
  type Hashes,
  hashNames,
  isPrintedAs,
  leastRootSigns,
  printRoot,
  readReceipt,
  type Receipt,
  verifyReceipt,
} from '@steward/domain/points/receipt.ts'
import { unpackReceipt } from '@steward/domain/points/receipt-code.ts'
import type { ReadLeaf } from '@steward/domain/points/canonical.ts'
import { sha256 } from '@steward/domain/points/sha256.ts'
import { sm3 } from '@steward/domain/points/sm3.ts'

const hashes: Hashes = { sha256, sm3 }

export type Proof = {
  readonly hash: HashName
  readonly state: 'holds' | 'fails' | 'none'
  readonly root: string
  /** What was typed is the beginning of this root. */
  readonly isTyped: boolean
  readonly leafHash: string
}

export type Checked =
  | { readonly verdict: 'nothing' }
  | { readonly verdict: 'unreadable' }
  | {
      readonly verdict: 'holds' | 'half' | 'short' | 'differs' | 'fails'
      readonly receipt: Receipt
      readonly leaf: ReadLeaf | undefined
      readonly proofs: readonly Proof[]
    }

/** What a receipt, as a file or as the text of its code, proves, and whether it leads to the root that was typed. */
export function checkReceipt(text: string, typedRoot: string): Checked {
  const given = text.trim()
  if (given === '') return { verdict: 'nothing' }
  const receipt = readReceipt(given) ?? unpackReceipt(given.replaceAll(/\s/g, ''))
  if (receipt === undefined) return { verdict: 'unreadable' }
  const signs = typedRoot.replaceAll(/[^0-9a-fA-F]/g, '')
  const isLong = signs.length >= leastRootSigns
  const { faults, leaf, proven } = verifyReceipt(receipt, hashes, isLong ? typedRoot : undefined)
  const proofs = hashNames.map((hash): Proof => {
    const proof = receipt.proofs[hash]
    const state = proof === undefined ? 'none' : proven.includes(hash) ? 'holds' : 'fails'
    return {
      hash,
      state,
      root: proof === undefined ? '' : printRoot(proof.root),
      isTyped: state === 'holds' && proof !== undefined && isPrintedAs(proof.root, typedRoot),
      leafHash: toHex(hashLeaf(hashes[hash], receipt.leaf)),
    }
  })
  const isBroken = faults.some((fault) => fault !== 'receipt-root-differs')
  const verdict = isBroken
    ? 'fails'
    : faults.length > 0
      ? 'differs'
      : isLong
        ? 'holds'
        : signs === ''
          ? 'half'
          : 'short'
  return { verdict, receipt, leaf, proofs }
}
