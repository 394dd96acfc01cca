import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addReader, standingOf } from './reader.ts'

test('R-211: a case file is read by the member, by who handles it, by who stands on its list, and by nobody else', () => {
  const table = [
    ['m1', true, true, 'self'],
    ['m1', false, false, 'self'],
    ['m2', true, true, 'handler'],
    ['m2', false, true, 'listed'],
    ['m2', false, false, undefined],
    [null, true, false, 'handler'],
    [null, false, true, 'listed'],
    [null, false, false, undefined],
  ] as const
  for (const [actorMemberId, handles, listed, standing] of table) {
    assert.equal(standingOf({ subjectMemberId: 'm1', actorMemberId, handles, listed }), standing)
  }
})

test('R-211: nobody is put on a list without a reason, twice, by themself, or being the one it is about', () => {
  const reader = { accountId: 'a2', name: '王五', reason: ' 参加核查 ' }
  const facts = {
    ...{ subjectMemberId: 'm1', readerMemberId: 'm2', stopped: false },
    ...{ byAccountId: 'a1', listed: [] as string[] },
  }
  assert.deepEqual(addReader(reader, facts), { ok: true, value: { ...reader, reason: '参加核查' } })
  const refused = [
    [reader, { ...facts, readerMemberId: 'm1' }, 'reader-is-subject'],
    [reader, { ...facts, byAccountId: 'a2' }, 'reader-is-oneself'],
    [reader, { ...facts, stopped: true }, 'reader-account-stopped'],
    [{ ...reader, reason: ' ' }, facts, 'reader-needs-reason'],
    [reader, { ...facts, listed: ['a2'] }, 'reader-already-listed'],
  ] as const
  for (const [who, of, code] of refused) {
    const answer = addReader(who, of)
    assert.equal(answer.ok ? '' : answer.code, code)
  }
})
