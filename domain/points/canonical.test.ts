import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parsePlainMonth, plainDate as day } from '../shared/plain-date.ts'
import { toPoints } from '../shared/points.ts'
import { fromHex, toBase64Url, toHex } from './bytes.ts'
import { fromCanonical, toCanonical } from './canonical.ts'
import type { LedgerEntry } from './entry.ts'
import { hashLeaf } from './merkle.ts'
import { createMerkleLog } from './merkle-log.ts'
import {
  type Hashes,
  hashNames,
  isPrintedAs,
  isSameLine,
  printRoot,
  readReceipt,
  type Receipt,
  verifyReceipt,
  writeReceipt,
} from './receipt.ts'
import { packReceipt, unpackReceipt } from './receipt-code.ts'
import { sha256 } from './sha256.ts'
import { sm3 } from './sm3.ts'

const county = '0198c5a0-0000-7000-8000-000000000001'
const monthOf = (text: string) => parsePlainMonth(text) ?? assert.fail(text)
const line: LedgerEntry = {
  id: '0198c5a0-0000-7000-8000-0000000000e1',
  memberId: '0198c5a0-0000-7000-8000-0000000000a1',
  orgId: '0198c5a0-0000-7000-8000-0000000000b1',
  kind: 'award',
  term: 'serviceAndExample',
  itemCode: 'volunteer-hours',
  raw: toPoints(80),
  credited: toPoints(60),
  limit: { by: 'category-month', cap: toPoints(100), used: toPoints(40) },
  schemeVersionId: '0198c5a0-0000-7000-8000-0000000000c1',
  deedOn: day('2026-09-21'),
  postedAt: new Date('2026-09-23T02:15:30.250Z'),
  month: monthOf('2026-09'),
  authorId: '0198c5a0-0000-7000-8000-0000000000d1',
  reviewerId: '0198c5a0-0000-7000-8000-0000000000d2',
  source: { kind: 'claim', id: '0198c5a0-0000-7000-8000-0000000000f1' },
  evidence: ['paper:0198c5a0-0000-7000-8000-0000000000f2', 'witness:0198c5a0-0000-7000-8000-0000000000a2'],
  refersTo: null,
  reason: null,
}
const deduction: LedgerEntry = {
  ...line,
  id: '0198c5a0-0000-7000-8000-0000000000e2',
  kind: 'reversal',
  raw: toPoints(-80),
  credited: toPoints(-60),
  limit: null,
  postedAt: new Date('2026-10-12T08:00:00.000Z'),
  month: monthOf('2026-10'),
  source: { kind: 'objection', id: '0198c5a0-0000-7000-8000-0000000000f3' },
  evidence: [],
  refersTo: line.id,
  reason: '与9月20日重复，𠮷秋分',
}
const base: LedgerEntry = {
  ...line,
  id: '0198c5a0-0000-7000-8000-0000000000e3',
  kind: 'base',
  term: 'base',
  itemCode: null,
  raw: toPoints(3000),
  credited: toPoints(3000),
  limit: null,
  reviewerId: null,
  source: { kind: 'year', id: '2026' },
  evidence: [],
}
const lines = [line, deduction, base]
const hashes: Hashes = { sha256, sm3 }

test('S-171: a line reads back out of its bytes as it was', () => {
  for (const each of lines)
    assert.deepEqual(fromCanonical(toCanonical(county, each)), { countyId: county, entry: each })
})

test('S-171: a change of any field changes the bytes', () => {
  const bytes = lines.map((each) => toHex(toCanonical(county, each)))
  const changes: readonly Partial<LedgerEntry>[] = [
    { id: 'x' },
    { memberId: 'x' },
    { orgId: 'x' },
    { kind: 'correction' },
    { term: 'duty' },
    { itemCode: 'x' },
    { itemCode: null },
    { raw: toPoints(81) },
    { credited: toPoints(61) },
    { limit: null },
    { schemeVersionId: 'x' },
    { deedOn: day('2026-09-20') },
    { postedAt: new Date('2026-09-23T02:15:30.251Z') },
    { month: monthOf('2026-10') },
    { authorId: 'x' },
    { reviewerId: null },
    { source: { kind: 'task', id: line.source.id } },
    { source: { kind: 'claim', id: 'x' } },
    { evidence: [] },
    { evidence: line.evidence.toReversed() },
    { refersTo: 'x' },
    { reason: '' },
    { reason: 'x' },
  ]
  for (const change of changes) bytes.push(toHex(toCanonical(county, { ...line, ...change })))
  bytes.push(toHex(toCanonical('other', line)))
  assert.equal(new Set(bytes).size, bytes.length)
})

test('S-171: bytes that no line is written as are refused', () => {
  const good = toCanonical(county, line)
  assert.equal(fromCanonical(new Uint8Array()), undefined)
  for (let length = 0; length < good.length; length += 7)
    assert.equal(fromCanonical(good.slice(0, length)), undefined)
  const longer = new Uint8Array(good.length + 1)
  longer.set(good)
  assert.equal(fromCanonical(longer), undefined)
  for (const [from, to] of [
    ['\u0000\u0000\u0000\u000280', '\u0000\u0000\u0000\u0002+8'],
    ['award', 'awarD'],
    ['2026-09-21', '2026-09-31'],
    ['branch-steward-entry-1', 'branch-steward-entry-2'],
  ] as const) {
    const text = toHex(good).replace(Buffer.from(from).toString('hex'), Buffer.from(to).toString('hex'))
    assert.equal(fromCanonical(fromHex(text) ?? assert.fail()), undefined, to)
  }
})

test('S-171: docs/ledger.md holds the vectors that the code gives', () => {
  const page = readFileSync(new URL('../../docs/ledger.md', import.meta.url), 'utf8')
  for (const each of lines) {
    const bytes = toCanonical(county, each)
    for (const said of [toHex(bytes), toHex(hashLeaf(sha256, bytes)), toHex(hashLeaf(sm3, bytes))]) {
      assert.ok(page.includes(said), `${each.id}: ${said}`)
    }
  }
  const receipt = receiptFor(lines, 1)
  for (const name of hashNames)
    assert.ok(page.includes(toHex(receipt.proofs[name]?.root ?? assert.fail())), `root ${name}`)
})

function receiptFor(entries: readonly LedgerEntry[], index: number): Receipt {
  const leaves = entries.map((each) => toCanonical(county, each))
  const proofs = hashNames.map((name) => {
    const log = createMerkleLog(hashes[name])
    for (const leaf of leaves) log.append(hashLeaf(hashes[name], leaf))
    return [name, { path: log.inclusion(index, leaves.length), root: log.rootAt(leaves.length) }] as const
  })
  const leaf = leaves[index] ?? assert.fail()
  return { leaf, index, size: leaves.length, day: day('2026-10-12'), proofs: Object.fromEntries(proofs) }
}

test('S-171: a receipt proves its line by both hashes, without the server', () => {
  const receipt = receiptFor(lines, 1)
  const verified = verifyReceipt(receipt, hashes)
  assert.deepEqual(verified.faults, [])
  assert.deepEqual(verified.proven, ['sha256', 'sm3'])
  assert.deepEqual(verified.leaf, { countyId: county, entry: deduction })
  const nodeOnly: Hashes = {
    ...hashes,
    sha256: (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()),
  }
  assert.deepEqual(verifyReceipt(receipt, nodeOnly).faults, [])
})

test('S-171: a changed line, place, path or root is exposed', () => {
  const receipt = receiptFor(lines, 1)
  const other = receiptFor([line, { ...deduction, credited: toPoints(-61), raw: toPoints(-81) }, base], 1)
  const root = receipt.proofs.sha256?.root ?? assert.fail()
  for (const [changed, fault] of [
    [{ ...receipt, leaf: other.leaf }, 'receipt-proof-wrong'],
    [{ ...receipt, index: 0 }, 'receipt-proof-wrong'],
    [{ ...receipt, size: 2 }, 'receipt-proof-wrong'],
    [{ ...receipt, proofs: { ...receipt.proofs, sm3: { path: [], root } } }, 'receipt-proof-wrong'],
    [{ ...receipt, proofs: {} }, 'receipt-without-proof'],
    [{ ...receipt, leaf: new Uint8Array([1]) }, 'receipt-unreadable'],
  ] as const) {
    assert.ok(verifyReceipt(changed, hashes).faults.includes(fault), fault)
  }
  // The operator replaced the whole log: the slip is whole in itself, the printed root exposes it.
  assert.deepEqual(verifyReceipt(other, hashes).faults, [])
  assert.deepEqual(verifyReceipt(other, hashes, printRoot(root)).faults, ['receipt-root-differs'])
})

test('S-171: a root typed from a sheet is compared by what was typed, from twelve signs on', () => {
  const receipt = receiptFor(lines, 0)
  const root = receipt.proofs.sha256?.root ?? assert.fail()
  const printed = printRoot(root)
  assert.match(printed, /^(?:[0-9a-f]{4}-){7}[0-9a-f]{4}$/)
  assert.deepEqual(verifyReceipt(receipt, hashes, printed).faults, [])
  assert.deepEqual(
    verifyReceipt(receipt, hashes, printRoot(receipt.proofs.sm3?.root ?? assert.fail())).faults,
    [],
  )
  assert.ok(isPrintedAs(root, ` ${printRoot(root, 3).toUpperCase()} `))
  assert.ok(!isPrintedAs(root, printRoot(root, 2)))
  assert.ok(!isPrintedAs(root, ''))
})

test('S-171: a receipt survives its file and its code', () => {
  const receipt = receiptFor(lines, 2)
  assert.deepEqual(readReceipt(writeReceipt(receipt)), receipt)
  for (const name of hashNames) {
    const packed = packReceipt(receipt, name) ?? assert.fail()
    const back = unpackReceipt(packed) ?? assert.fail()
    assert.deepEqual(back.proofs, { [name]: receipt.proofs[name] })
    assert.ok(isSameLine(back, receipt))
    assert.deepEqual(verifyReceipt(back, hashes).faults, [])
  }
  assert.equal(packReceipt({ ...receipt, proofs: {} }, 'sm3'), undefined)
})

test('S-171: a damaged file or code is refused instead of guessed', () => {
  const receipt = receiptFor(lines, 2)
  const packed = packReceipt(receipt, 'sha256') ?? assert.fail()
  for (const text of [
    '',
    'BS1.',
    'BS2.AAAA',
    packed.slice(0, 60),
    `${packed.slice(0, 20)}一${packed.slice(21)}`,
    `BS1.${toBase64Url(new Uint8Array(90).fill(255))}`,
  ]) {
    assert.equal(unpackReceipt(text), undefined, text.slice(0, 20))
  }
  const file = writeReceipt(receipt)
  for (const [from, to] of [
    ['branch-steward-receipt-1', 'x'],
    ['"index": 2', '"index": -2'],
    ['"index": 2', '"index": "2"'],
    ['2026-10-12', '2026-13-12'],
    ['"root": "', '"root": "zz'],
    ['"proofs": {', '"proofs": [{'],
  ] as const) {
    assert.ok(file.includes(from))
    assert.equal(readReceipt(file.replace(from, to)), undefined, to)
  }
  assert.equal(readReceipt('[1]'), undefined)
})
