import assert from 'node:assert/strict'
import test from 'node:test'
import { toCanonical } from '@steward/domain/points/canonical.ts'
import type { LedgerEntry } from '@steward/domain/points/entry.ts'
import { hashLeaf, inclusionProof, rangeHashOf } from '@steward/domain/points/merkle.ts'
import { printRoot, type Receipt, writeReceipt } from '@steward/domain/points/receipt.ts'
import { packReceipt } from '@steward/domain/points/receipt-code.ts'
import { sha256 } from '@steward/domain/points/sha256.ts'
import { sm3 } from '@steward/domain/points/sm3.ts'
import { plainDate, toPlainMonth } from '@steward/domain/shared/plain-date.ts'
import { toPoints } from '@steward/domain/shared/points.ts'
import { checkReceipt } from './check.ts'

const id = (end: string) => `0198c5a0-0000-7000-8000-${end.padStart(12, '0')}`
const deedOn = plainDate('2026-09-21')
const entry: LedgerEntry = {
  id: id('e1'),
  memberId: id('a1'),
  orgId: id('b1'),
  kind: 'award',
  term: 'serviceAndExample',
  itemCode: 'volunteer-hours',
  raw: toPoints(80),
  credited: toPoints(60),
  limit: { by: 'category-month', cap: toPoints(100), used: toPoints(40) },
  schemeVersionId: id('c1'),
  deedOn,
  postedAt: new Date(Date.UTC(2026, 8, 23, 2, 15)),
  month: toPlainMonth(deedOn),
  authorId: id('d1'),
  reviewerId: id('d2'),
  source: { kind: 'claim', id: id('f1') },
  refersTo: null,
  reason: null,
  evidence: [],
}
const lines = ['e0', 'e1', 'e2'].map((end) => toCanonical(id('1'), { ...entry, id: id(end) }))

function receiptOf(index: number): Receipt {
  const proofBy = (hash: typeof sha256) => {
    const range = rangeHashOf(
      hash,
      lines.map((line) => hashLeaf(hash, line)),
    )
    return { path: inclusionProof(index, lines.length, range), root: range(0, lines.length) }
  }
  const leaf = lines[index] ?? assert.fail('No such line')
  return {
    leaf,
    index,
    size: lines.length,
    day: plainDate('2026-09-23'),
    proofs: { sha256: proofBy(sha256), sm3: proofBy(sm3) },
  }
}
const receipt = receiptOf(1)
const file = writeReceipt(receipt)
const printed = printRoot(receipt.proofs.sha256?.root ?? assert.fail('No proof'))

test('R-218: a receipt with the root of the wall holds by both hashes, and shows what was hashed', () => {
  const checked = checkReceipt(file, ` ${printed.toUpperCase()} `)
  assert.equal(checked.verdict, 'holds')
  assert.ok('proofs' in checked)
  assert.deepEqual(
    checked.proofs.map(({ hash, state, isTyped }) => [hash, state, isTyped]),
    [
      ['sha256', 'holds', true],
      ['sm3', 'holds', false],
    ],
  )
  assert.equal(checked.leaf?.entry.credited, 60)
})

test('R-218: the packed code says the same as the file, also over several lines of paper', () => {
  const code = packReceipt(receipt, 'sha256') ?? assert.fail('No code')
  const broken = code.replaceAll(/.{60}/g, (part) => `${part}\n`)
  assert.equal(checkReceipt(broken, printed).verdict, 'holds')
})

test('R-218: without a typed root, or with too few signs of it, only half is said', () => {
  assert.equal(checkReceipt(file, '').verdict, 'half')
  assert.equal(checkReceipt(file, printed.slice(0, 9)).verdict, 'short')
})

test('R-218: another root is named as another root', () => {
  assert.equal(checkReceipt(file, '0000-1111-2222-3333').verdict, 'differs')
})

test('R-218: one changed sign of the line, of the path or of the root is found', () => {
  const whole = JSON.parse(file)
  const swap = (text: string) => `${text.startsWith('a') ? 'b' : 'a'}${text.slice(1)}`
  const altered = [
    JSON.parse(
      writeReceipt({ ...receipt, leaf: toCanonical(id('1'), { ...entry, credited: toPoints(80) }) }),
    ),
    {
      ...whole,
      proofs: { ...whole.proofs, sm3: { ...whole.proofs.sm3, root: swap(whole.proofs.sm3.root) } },
    },
    {
      ...whole,
      proofs: {
        ...whole.proofs,
        sha256: { ...whole.proofs.sha256, path: whole.proofs.sha256.path.map(swap) },
      },
    },
    { ...whole, index: 2 },
  ]
  for (const each of altered) assert.equal(checkReceipt(JSON.stringify(each), printed).verdict, 'fails')
})

test('what is no receipt is named so, and nothing is nothing', () => {
  assert.equal(checkReceipt('{"form":"something"}', '').verdict, 'unreadable')
  assert.equal(checkReceipt('BS1.AAAA', '').verdict, 'unreadable')
  assert.equal(checkReceipt('  ', printed).verdict, 'nothing')
})
