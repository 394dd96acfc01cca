import { parsePlainDate } from '../shared/plain-date.ts'
import { fromBase64Url, fromUtf8, joinBytes, toBase64Url, toUtf8 } from './bytes.ts'
import { hashNames, type HashName, type Receipt } from './receipt.ts'

const mark = 'BS1.'
const width = 32
const dayLength = 10

/**
 * A receipt with one proof as text for a printed code: `BS1.` and base64url of hash number, day, index, size, root, path
 * and leaf. About 1.5 thousand signs for a log of a million lines. Undefined where that proof is missing.
 */
export function packReceipt(receipt: Receipt, name: HashName): string | undefined {
  const proof = receipt.proofs[name]
  if (proof === undefined || [proof.root, ...proof.path].some((node) => node.length !== width))
    return undefined
  const head = new Uint8Array(18)
  const view = new DataView(head.buffer)
  view.setUint8(0, hashNames.indexOf(name))
  view.setBigUint64(1, BigInt(receipt.index))
  view.setBigUint64(9, BigInt(receipt.size))
  view.setUint8(17, proof.path.length)
  return mark + toBase64Url(joinBytes([head, toUtf8(receipt.day), proof.root, ...proof.path, receipt.leaf]))
}

/** Reads such a text; undefined for anything else. */
export function unpackReceipt(text: string): Receipt | undefined {
  const bytes = text.startsWith(mark) ? fromBase64Url(text.slice(mark.length)) : undefined
  if (bytes === undefined || bytes.length < 18 + dayLength + width) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const name = hashNames[view.getUint8(0)]
  const index = Number(view.getBigUint64(1))
  const size = Number(view.getBigUint64(9))
  const steps = view.getUint8(17)
  const day = parsePlainDate(fromUtf8(bytes.slice(18, 18 + dayLength)) ?? '')
  const nodesAt = 18 + dayLength
  const leafAt = nodesAt + width * (steps + 1)
  if (name === undefined || day === undefined || leafAt > bytes.length) return undefined
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size)) return undefined
  const nodes = Array.from({ length: steps + 1 }, (_, step) =>
    bytes.slice(nodesAt + step * width, nodesAt + (step + 1) * width),
  )
  const [root, ...path] = nodes
  if (root === undefined) return undefined
  return { leaf: bytes.slice(leafAt), index, size, day, proofs: { [name]: { root, path } } }
}
