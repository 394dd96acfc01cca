import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkCandidates, checkDelegates, electsSecretary } from './election.ts'

test('R-061: a committee election has a fifth more candidates than seats', () => {
  for (const [candidates, seats, ok] of [
    [3, 3, false],
    [4, 3, true],
    [5, 5, false],
    [6, 5, true],
    [8, 7, false],
    [9, 7, true],
  ] as const) {
    assert.equal(checkCandidates(candidates, seats).ok, ok, `${candidates} of ${seats}`)
  }
})

test('R-062: the committee elects the secretary, the assembly where there is none', () => {
  assert.equal(electsSecretary(true), 'committee')
  assert.equal(electsSecretary(false), 'assembly')
})

test('R-063: delegates elect from five hundred members on, or where scattered, with approval', () => {
  const approvalDocument = '县组发〔2026〕9号'
  for (const [members, scattered, document, ok] of [
    [500, false, approvalDocument, true],
    [499, false, approvalDocument, false],
    [120, true, approvalDocument, true],
    [500, false, ' ', false],
  ] as const) {
    assert.equal(checkDelegates({ members, scattered, approvalDocument: document }).ok, ok)
  }
})
