import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day } from '../shared/plain-date.ts'
import { answerPeer, sayAboutPeer, withoutPeerWord, writeSelf } from './self-and-peers.ts'

const on = day('2026-12-20')
const word = { id: 'w1', aboutMemberId: 'm1', byMemberId: 'm2', text: '清渠每次都到，话说得少', on }
const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? 'yes' : decision.code)

test('R-178: members speak of themselves and of each other, by name', () => {
  const self = { memberId: 'm1', text: '今年教会十户修剪', on, writtenBy: null }
  assert.equal(codeOf(writeSelf(self)), 'yes')
  assert.equal(codeOf(writeSelf({ ...self, text: ' ' })), 'word-empty')
  for (const [change, code] of [
    [{}, 'yes'],
    [{ text: ' ' }, 'word-empty'],
    [{ byMemberId: 'm1' }, 'word-about-oneself'],
  ] as const) {
    assert.equal(codeOf(sayAboutPeer({ ...word, ...change }, { groupOf: null })), code)
  }
})

test('R-179: in groups a member speaks of the own group', () => {
  const groupOf = new Map([
    ['m1', 'g1'],
    ['m2', 'g1'],
    ['m3', 'g2'],
  ])
  assert.equal(codeOf(sayAboutPeer(word, { groupOf })), 'yes')
  assert.equal(codeOf(sayAboutPeer({ ...word, byMemberId: 'm3' }, { groupOf })), 'word-other-group')
})

test('R-248, R-271: illness, family and belief are not spoken of', () => {
  assert.equal(
    codeOf(sayAboutPeer({ ...word, text: '老是因病不来' }, { groupOf: null })),
    'word-against-policy',
  )
})

test('R-213: whoever is spoken about answers, and nobody else', () => {
  const said = sayAboutPeer(word, { groupOf: null })
  assert.ok(said.ok)
  assert.equal(codeOf(answerPeer(said.value, 'm1', '下半年多说')), 'yes')
  assert.equal(codeOf(answerPeer(said.value, 'm2', 'x')), 'word-not-yours')
  assert.equal(codeOf(answerPeer(said.value, 'm1', ' ')), 'word-empty')
  assert.deepEqual(withoutPeerWord(['m1', 'm2'], [said.value]), ['m2'])
})
