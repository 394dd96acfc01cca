import { isPlainDate, parsePlainMonth, plainDate, type PlainMonth } from '../shared/plain-date.ts'
import { toPoints } from '../shared/points.ts'
import { totalTerms } from './category.ts'
import { fromUtf8, joinBytes, toUtf8 } from './bytes.ts'
import { type Limit, limitKinds } from './credit.ts'
import { entryKinds, entrySources, type LedgerEntry } from './entry.ts'

/** First field of every leaf; another order or another set of fields takes another name (docs/ledger.md). */
export const canonicalForm = 'branch-steward-entry-1'

const absent = 0xffffffff

/**
 * The bytes of a line that are hashed into the log (docs/ledger.md): each field as its length in four bytes, highest
 * first, and its UTF-8 text; a missing field is the length 0xffffffff; a list is its count and its fields.
 */
export function toCanonical(countyId: string, entry: LedgerEntry): Uint8Array {
  const fields: readonly (string | null)[] = [
    canonicalForm,
    countyId,
    entry.id,
    entry.memberId,
    entry.orgId,
    entry.kind,
    entry.term,
    entry.itemCode,
    String(entry.raw),
    String(entry.credited),
    writeLimit(entry.limit),
    entry.schemeVersionId,
    entry.deedOn,
    entry.postedAt.toISOString(),
    entry.month,
    entry.authorId,
    entry.reviewerId,
    entry.source.kind,
    entry.source.id,
    entry.refersTo,
    entry.reason,
  ]
  return joinBytes([
    ...fields.map(writeField),
    writeLength(entry.evidence.length),
    ...entry.evidence.map(writeField),
  ])
}

export type ReadLeaf = { readonly countyId: string; readonly entry: LedgerEntry }

/** Reads a leaf back; undefined for bytes that `toCanonical` would not write. What is shown is what was hashed. */
export function fromCanonical(bytes: Uint8Array): ReadLeaf | undefined {
  const reader = createReader(bytes)
  const fields = Array.from({ length: 21 }, () => reader.field())
  const evidence = reader.list()
  if (reader.failed() || !reader.atEnd() || fields[0] !== canonicalForm) return undefined
  const leaf = toLeaf(fields, evidence)
  if (leaf === undefined) return undefined
  const again = toCanonical(leaf.countyId, leaf.entry)
  return again.length === bytes.length && again.every((byte, at) => byte === bytes[at]) ? leaf : undefined
}

function toLeaf(fields: readonly (string | null)[], evidence: readonly string[]): ReadLeaf | undefined {
  const [, countyId, id, memberId, orgId, kind, term, itemCode, raw, credited] = fields
  const [
    limit,
    schemeVersionId,
    deedOn,
    postedAt,
    month,
    authorId,
    reviewerId,
    source,
    sourceId,
    refersTo,
    reason,
  ] = fields.slice(10)
  const entryKind = entryKinds.find((each) => each === kind)
  const entryTerm = totalTerms.find((each) => each === term)
  const sourceKind = entrySources.find((each) => each === source)
  const posted = new Date(postedAt ?? Number.NaN)
  const postedIn: PlainMonth | undefined = parsePlainMonth(month ?? '')
  if (!countyId || !id || !memberId || !orgId || !schemeVersionId || !authorId || !sourceId) return undefined
  if (!entryKind || !entryTerm || !sourceKind || !postedIn || Number.isNaN(posted.getTime())) return undefined
  if (!deedOn || !isPlainDate(deedOn) || !isWhole(raw) || !isWhole(credited)) return undefined
  const read = readLimit(limit ?? null)
  if (read === undefined) return undefined
  return {
    countyId,
    entry: {
      id,
      memberId,
      orgId,
      kind: entryKind,
      term: entryTerm,
      itemCode: itemCode ?? null,
      raw: toPoints(Number(raw)),
      credited: toPoints(Number(credited)),
      limit: read,
      schemeVersionId,
      deedOn: plainDate(deedOn),
      postedAt: posted,
      month: postedIn,
      authorId,
      reviewerId: reviewerId ?? null,
      source: { kind: sourceKind, id: sourceId },
      evidence,
      refersTo: refersTo ?? null,
      reason: reason ?? null,
    },
  }
}

function isWhole(text: string | null | undefined): text is string {
  return text != null && /^(?:0|-?[1-9]\d{0,14})$/.test(text)
}

function writeLimit(limit: Limit | null): string | null {
  return limit === null ? null : `${limit.by}:${limit.cap}:${limit.used}`
}

// Null is a line without limit, undefined a text that is none.
function readLimit(text: string | null): Limit | null | undefined {
  if (text === null) return null
  const [by, cap, used] = text.split(':')
  const kind = limitKinds.find((each) => each === by)
  if (kind === undefined || !isWhole(cap) || !isWhole(used)) return undefined
  return { by: kind, cap: toPoints(Number(cap)), used: toPoints(Number(used)) }
}

/** One field: its length in four bytes, highest first, and its UTF-8 text; null is the length 0xffffffff. */
export function writeField(text: string | null): Uint8Array {
  if (text === null) return writeLength(absent)
  const bytes = toUtf8(text)
  return joinBytes([writeLength(bytes.length), bytes])
}

/** A length or count in four bytes, highest first. */
export function writeLength(length: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, length)
  return bytes
}

function createReader(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  let at = 0
  let failed = false
  const length = (): number => {
    if (at + 4 > bytes.length) failed = true
    if (failed) return 0
    at += 4
    return view.getUint32(at - 4)
  }
  const field = (): string | null => {
    const count = length()
    if (failed || count === absent) return null
    const text = at + count <= bytes.length ? fromUtf8(bytes.subarray(at, at + count)) : undefined
    if (text === undefined) failed = true
    at += count
    return text ?? null
  }
  const list = (): string[] => {
    const texts: string[] = []
    for (let left = length(); left > 0 && !failed; left -= 1) {
      const text = field()
      if (text === null) failed = true
      else texts.push(text)
    }
    return texts
  }
  return { field, list, failed: () => failed, atEnd: () => at === bytes.length }
}
