import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Hash } from '../points/merkle.ts'
import { sha256 } from '../points/sha256.ts'
import { sm3 } from '../points/sm3.ts'
import type { Marks } from './ballot.ts'
import {
  type BallotBox,
  type BoxContent,
  type Cast,
  castBallot,
  closeBox,
  givePaper,
  giveToken,
  isInBox,
  ownSlips,
  publishedReceipts,
  readReceiptNumber,
  receiptsProof,
  sealOf,
  toReceiptNumber,
  verifyReceipts,
  verifySeal,
  type Voter,
} from './ballot-box.ts'
import type { Grade } from './grade.ts'

const hash: Hash = (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest())
const box: BallotBox = { id: 'b1', paper: 'members', state: 'open', graded: ['m1', 'm2', 'm3'] }
const closed: BallotBox = { ...box, state: 'closed' }
const voter = (memberId: string): Voter => ({
  voterId: `v-${memberId}`,
  paper: 'members',
  memberId,
  state: 'listed',
  tokenDigest: null,
})
const secret = (seed: number) => Uint8Array.from({ length: 20 }, (_, at) => (seed * 31 + at * 7) % 251)
const marks = (...pairs: (readonly [string, Grade | null])[]): Marks => new Map(pairs)
const some = marks(['m2', 'excellent'], ['m3', 'qualified'])
const withToken = (memberId = 'm1', seed = 1) => {
  const given = giveToken(box, voter(memberId), secret(seed), hash)
  return given.ok ? given.value : assert.fail(given.code)
}
const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? 'yes' : decision.code)

test('R-184: a token is given once, works once, and is gone from the voter when it was used', () => {
  const given = withToken()
  assert.equal(codeOf(giveToken(box, given, secret(2), hash)), 'ballot-already-cast')
  assert.equal(codeOf(giveToken(closed, voter('m1'), secret(1), hash)), 'ballot-box-closed')
  assert.equal(
    codeOf(giveToken({ ...box, paper: 'masses' }, voter('m1'), secret(1), hash)),
    'ballot-voter-not-listed',
  )
  assert.equal(codeOf(giveToken(box, voter('m1'), new Uint8Array(8), hash)), 'ballot-receipt-short')
  const cast = castBallot(box, given, { token: secret(1), receipt: secret(9), marks: some }, hash)
  assert.ok(cast.ok)
  assert.deepEqual(cast.value.voter, { ...voter('m1'), state: 'cast' })
  assert.equal(
    codeOf(castBallot(box, cast.value.voter, { token: secret(1), receipt: secret(8), marks: some }, hash)),
    'ballot-already-cast',
  )
})

test('R-184: a wrong token, strangers, oneself, nothing and a closed box are refused', () => {
  const given = withToken()
  const cast = (change: Partial<{ token: Uint8Array; receipt: Uint8Array; marks: Marks }>, of = box) =>
    codeOf(castBallot(of, given, { token: secret(1), receipt: secret(9), marks: some, ...change }, hash))
  assert.equal(cast({}), 'yes')
  assert.equal(cast({ token: secret(2) }), 'ballot-token-wrong')
  assert.equal(cast({ receipt: new Uint8Array(4) }), 'ballot-receipt-short')
  assert.equal(cast({ marks: marks(['m9', 'excellent']) }), 'ballot-stranger-marked')
  assert.equal(cast({ marks: marks(['m1', 'excellent']) }), 'ballot-own-person')
  assert.equal(cast({ marks: marks(['m1', null], ['m2', 'qualified']) }), 'yes')
  assert.equal(cast({ marks: marks(['m2', null]) }), 'ballot-nothing-marked')
  assert.equal(cast({}, closed), 'ballot-box-closed')
  assert.equal(
    codeOf(castBallot(box, voter('m1'), { token: secret(1), receipt: secret(9), marks: some }, hash)),
    'ballot-token-wrong',
  )
})

test('R-184, R-338: a paper can be taken instead, once, and the token is void with it', () => {
  const onPaper = givePaper(box, withToken())
  assert.ok(onPaper.ok)
  assert.deepEqual([onPaper.value.state, onPaper.value.tokenDigest], ['onPaper', null])
  assert.equal(codeOf(givePaper(box, onPaper.value)), 'ballot-voter-has-paper')
  assert.equal(codeOf(giveToken(box, onPaper.value, secret(1), hash)), 'ballot-voter-has-paper')
  assert.equal(codeOf(givePaper(box, { ...onPaper.value, state: 'cast' })), 'ballot-already-cast')
  assert.equal(codeOf(givePaper(closed, voter('m1'))), 'ballot-box-closed')
})

const contentOf = (casts: readonly Cast[]): BoxContent => ({
  receipts: casts.map(({ receiptDigest }) => receiptDigest),
  slips: casts.flatMap(({ slips }) => slips),
})
const fullBox = (): BoxContent =>
  contentOf(
    box.graded.map((memberId, at) => {
      const about = marks(
        ...box.graded.filter((id) => id !== memberId).map((id) => [id, 'qualified'] as const),
      )
      const own = { token: secret(at + 1), receipt: secret(at + 50), marks: about }
      const cast = castBallot(box, withToken(memberId, at + 1), own, hash)
      return cast.ok ? cast.value : assert.fail(cast.code)
    }),
  )

test('R-184: a voter finds the own ballot in the published list by the receipt alone', () => {
  const content = fullBox()
  assert.equal(codeOf(publishedReceipts(box, content)), 'ballot-box-open')
  const list = publishedReceipts(closed, content)
  assert.ok(list.ok)
  assert.deepEqual(list.value, list.value.toSorted())
  assert.equal(isInBox('b1', secret(50), list.value, hash), true)
  assert.equal(isInBox('b1', secret(60), list.value, hash), false)
  assert.equal(isInBox('b2', secret(50), list.value, hash), false)
  assert.deepEqual(
    ownSlips(closed, content, secret(50), hash)
      .map(({ memberId }) => memberId)
      .toSorted(),
    ['m2', 'm3'],
  )
  assert.deepEqual(ownSlips(closed, content, secret(60), hash), [])
})

test('R-184: a receipt number is twenty signs, read as it was typed', () => {
  const random = Uint8Array.from({ length: 20 }, (_, at) => at * 13)
  const number = toReceiptNumber(random)
  assert.match(number, /^[2-9A-Z]{5}(?:-[2-9A-Z]{5}){3}$/)
  assert.deepEqual(
    readReceiptNumber(` ${number.toLowerCase()} `),
    readReceiptNumber(number.replaceAll('-', '')),
  )
  assert.equal(readReceiptNumber('234'), undefined)
  assert.throws(() => toReceiptNumber(new Uint8Array(10)))
})

test('R-184: the seal of a closed box holds for what is in it and for nothing else, with either hash', () => {
  const content = fullBox()
  const [first, ...rest] = content.slips
  assert.ok(first)
  assert.equal(codeOf(sealOf(box, content, hash)), 'ballot-box-open')
  for (const each of [sha256, sm3, hash]) {
    const seal = sealOf(closed, content, each)
    assert.ok(seal.ok)
    const holds = (of: Partial<BoxContent>) => verifySeal(closed, { ...content, ...of }, each, seal.value)
    assert.equal(holds({ slips: content.slips.toReversed(), receipts: content.receipts.toReversed() }), true)
    assert.equal(holds({ slips: [{ ...first, grade: 'excellent' }, ...rest] }), false)
    assert.equal(holds({ slips: rest }), false)
    assert.equal(holds({ receipts: content.receipts.slice(1) }), false)
    assert.equal(holds({ receipts: [...content.receipts, 'ff'] }), false)
    assert.equal(verifySeal(closed, content, each, 'no seal'), false)
  }
  assert.equal(codeOf(closeBox(closed)), 'ballot-box-closed')
  assert.equal(codeOf(closeBox(box)), 'yes')
})

test('R-184: what is kept is the same whoever of the voters cast which ballot', () => {
  const voters = ['w1', 'w2', 'w3', 'w4', 'w5']
  const grade = fc.constantFrom<Grade | null>(
    null,
    'excellent',
    'qualified',
    'basicallyQualified',
    'unqualified',
  )
  const papers = fc.array(fc.tuple(grade, grade, fc.constant<Grade>('qualified')), {
    minLength: 5,
    maxLength: 5,
  })
  const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5, maxLength: 5 })
  // All that the county's data hold once the votes are in: voters by their key, ballots by theirs.
  const kept = (marked: readonly (readonly (Grade | null)[])[], who: readonly number[]) => {
    const casts = marked.map((about, at) => {
      const seed = 100 + (who[at] ?? 0)
      const given = giveToken(
        box,
        { ...voter(voters[who[at] ?? 0] ?? ''), memberId: null },
        secret(seed),
        hash,
      )
      assert.ok(given.ok)
      const pairs = box.graded.map((id, column) => [id, about[column] ?? null] as const)
      const own = { token: secret(seed), receipt: secret(at), marks: new Map(pairs) }
      const cast = castBallot(box, given.value, own, hash)
      return cast.ok ? cast.value : assert.fail(cast.code)
    })
    const { receipts, slips } = contentOf(casts)
    return {
      voters: casts.map(({ voter: each }) => each).toSorted((a, b) => a.voterId.localeCompare(b.voterId)),
      receipts: receipts.toSorted(),
      slips: slips.toSorted((a, b) => a.key.localeCompare(b.key)),
    }
  }
  fc.assert(
    fc.property(papers, order, order, (marked, one, other) => {
      assert.deepEqual(kept(marked, one), kept(marked, other))
    }),
    { numRuns: 60 },
  )
})

test('R-184: a member’s slips stand apart, so that the missing mark about oneself shows nothing', () => {
  const { slips } = fullBox()
  assert.equal(slips.length, 6)
  assert.equal(new Set(slips.map(({ key }) => key)).size, 6)
  assert.deepEqual(Object.keys(slips[0] ?? {}).toSorted(), ['grade', 'key', 'memberId'])
})

test('R-184: the published receipts are shown to be under the seal without a single slip', () => {
  for (const each of [hash, sha256, sm3]) {
    const content = fullBox()
    const seal = sealOf(closed, content, each)
    const proof = receiptsProof(closed, content, each)
    assert.ok(seal.ok && proof.ok)
    const published = {
      receipts: content.receipts.toSorted(),
      slips: content.slips.length,
      proof: proof.value,
    }
    const holds = (change: object, of = closed) =>
      verifyReceipts(of, { ...published, ...change }, seal.value, each)
    assert.equal(holds({}), true)
    assert.equal(holds({ receipts: published.receipts.slice(1) }), false, 'one taken out')
    assert.equal(holds({ receipts: [...published.receipts, 'ff'] }), false, 'one put in')
    assert.equal(holds({ receipts: ['ff', ...published.receipts.slice(1)] }), false, 'one exchanged')
    assert.equal(holds({ proof: [] }), false)
    assert.equal(holds({ proof: ['xy'] }), false)
    assert.equal(holds({}, { ...closed, id: 'b2' }), false)
    assert.equal(holds({ receipts: [] }), false)
  }
  assert.equal(codeOf(receiptsProof(box, fullBox(), hash)), 'ballot-box-open')
  const empty = receiptsProof(closed, { receipts: [], slips: [] }, hash)
  assert.deepEqual(empty, { ok: true, value: [] })
})
