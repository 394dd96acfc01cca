import assert from 'node:assert/strict'
import { test } from 'node:test'
import { suggestionsOf } from './pledge-suggestions.ts'

const quiet = {
  id: 'p1',
  text: '教会 10 户老人用手机缴医保',
  state: 'published' as const,
  toConfirm: false,
  returns: [],
  behind: false,
  unanswered: 0,
  outcome: null,
}

test('S-198: suggestions come from the own pledges and comments, what to do first standing first', () => {
  assert.deepEqual(suggestionsOf([quiet]), [])
  const found = suggestionsOf([
    { ...quiet, id: 'a', unanswered: 1 },
    {
      ...quiet,
      id: 'b',
      state: 'partly',
      outcome: { outcome: 'partly', explanation: '汛期封路，做了 6 户' },
    },
    { ...quiet, id: 'c', state: 'returned', returns: [{ reason: '写明几户' }] },
    { ...quiet, id: 'd', behind: true },
    { ...quiet, id: 'e', state: 'drafted' },
    { ...quiet, id: 'f', state: 'accepted', toConfirm: true },
    { ...quiet, id: 'g', state: 'fulfilled', outcome: { outcome: 'fulfilled', explanation: '' } },
  ])
  assert.deepEqual(
    found.map(({ pledgeId, kind }) => `${pledgeId} ${kind}`),
    ['c mend', 'f confirm', 'd behind', 'a answer', 'e hand-in', 'b learn'],
  )
  assert.equal(found[0]?.words, '写明几户')
})
