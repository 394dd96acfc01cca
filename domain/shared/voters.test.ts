import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day } from './plain-date.ts'
import { leaveOutGrounds, type LeftOut, type PossibleVoter, shouldAttend } from './voters.ts'

const full: PossibleVoter = {
  memberId: 'm1',
  membershipKind: 'full',
  onPartyProbation: false,
  rightsSuspended: false,
  leftOut: null,
}
const leftOut: LeftOut = {
  ground: 'bedridden',
  approvedAbove: { body: '柳河镇党委', document: '柳党发〔2026〕3号' },
  assemblyOn: day('2026-11-20'),
}
const answerOf = (...members: PossibleVoter[]) => {
  const decision = shouldAttend(members)
  return decision.ok ? decision.value.length : decision.code
}

test('R-052, R-204: probationary members, those on party probation and those with suspended rights have no vote; nothing else takes it away', () => {
  for (const [change, voters] of [
    [{}, 1],
    [{ membershipKind: 'probationary' }, 0],
    [{ onPartyProbation: true }, 0],
    [{ rightsSuspended: true }, 0],
  ] as const) {
    assert.equal(answerOf({ ...full, ...change }), voters)
  }
})

test('R-056: somebody is left out on five grounds, with approval from above and the word of the assembly', () => {
  for (const ground of leaveOutGrounds) {
    assert.equal(answerOf(full, { ...full, memberId: 'm2', leftOut: { ...leftOut, ground } }), 1)
  }
  assert.equal(
    answerOf({ ...full, leftOut: { ...leftOut, approvedAbove: null } }),
    'voter-leave-out-needs-approval',
  )
  assert.equal(
    answerOf({ ...full, leftOut: { ...leftOut, approvedAbove: { body: '柳河镇党委', document: ' ' } } }),
    'voter-leave-out-needs-approval',
  )
  assert.equal(
    answerOf({ ...full, leftOut: { ...leftOut, assemblyOn: null } }),
    'voter-leave-out-needs-assembly',
  )
})
