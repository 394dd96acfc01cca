import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day } from '../shared/plain-date.ts'
import { toWorkingCalendar } from '../shared/working-days.ts'
import {
  type Appeal,
  appealFurther,
  appealSubjects,
  assignAppeal,
  decideAppeal,
  followUps,
  isAppealOverdue,
  isDisputed,
  raiseAppeal,
  withdrawAppeal,
} from './appeal.ts'

const calendar = toWorkingCalendar([])
const clock = { calendar, today: day('2027-01-04') }
const raised = {
  id: 'ap1',
  memberId: 'm1',
  subject: { kind: 'grade', id: 'g1' },
  text: '修渠四十天没有算进去',
  level: 'baseCommittee',
  bodyId: 'town',
  byMemberId: 'm1',
} as const
const known = {
  ...clock,
  toldOn: day('2026-12-30'),
  sameOpen: false,
  decidedByPersons: ['a2'],
  decidedByBodies: ['branch'],
}
const handler = { accountId: 'a5', memberId: 'm5' }
const ok = <Value>(decision: { ok: true; value: Value } | { ok: false; code: string }) =>
  decision.ok ? decision.value : assert.fail(decision.code)
const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? 'yes' : decision.code)
const received = () => ok(raiseAppeal(raised, known))
const assigned = () => ok(assignAppeal(received(), handler))
const decided = (upheld: boolean): Appeal =>
  ok(decideAppeal(assigned(), { by: handler, upheld, answer: '查过记录' }, day('2027-01-08')))

test('R-214: a member appeals to another body than the one that decided; no time bars it', () => {
  for (const [change, facts, code] of [
    [{}, {}, 'yes'],
    [{ bodyId: 'branch' }, {}, 'appeal-body-decided-before'],
    [{ byMemberId: 'm2' }, {}, 'appeal-not-yours'],
    [{ text: ' ' }, {}, 'appeal-empty'],
    [{}, { sameOpen: true }, 'appeal-already-open'],
    [{}, { today: day('2029-01-01') }, 'yes'],
  ] as const) {
    assert.equal(codeOf(raiseAppeal({ ...raised, ...change }, { ...known, ...facts })), code)
  }
  assert.equal(received().late, false)
  assert.equal(ok(raiseAppeal(raised, { ...known, today: day('2027-01-14') })).late, false)
  assert.equal(ok(raiseAppeal(raised, { ...known, today: day('2027-01-15') })).late, true)
})

test('R-216: a grade is answered in five working days, what takes a check in twenty', () => {
  assert.equal(received().dueOn, '2027-01-11')
  assert.equal(
    ok(raiseAppeal({ ...raised, subject: { kind: 'disposal', id: 'c1' } }, known)).dueOn,
    '2027-02-01',
  )
  assert.equal(isAppealOverdue(received(), day('2027-01-12')), true)
  assert.equal(isAppealOverdue(received(), day('2027-01-11')), false)
  assert.equal(isAppealOverdue(decided(true), day('2027-02-01')), false)
})

test('R-216: somebody who has not decided before decides, with a written answer', () => {
  assert.equal(
    codeOf(assignAppeal(received(), { accountId: 'a2', memberId: 'm2' })),
    'appeal-person-decided-before',
  )
  assert.equal(codeOf(assignAppeal(received(), { accountId: 'a1', memberId: 'm1' })), 'appeal-own-matter')
  assert.equal(codeOf(assignAppeal(received(), { accountId: null, memberId: null })), 'appeal-by-machine')
  const by = (accountId: string | null, answer = '查过') =>
    codeOf(
      decideAppeal(
        assigned(),
        { by: { accountId, memberId: null }, upheld: true, answer },
        day('2027-01-08'),
      ),
    )
  assert.equal(by('a5'), 'yes')
  assert.equal(by('a6'), 'appeal-not-handler')
  assert.equal(by(null), 'appeal-by-machine')
  assert.equal(by('a5', ' '), 'appeal-needs-answer')
  assert.equal(
    codeOf(decideAppeal(received(), { by: handler, upheld: true, answer: 'x' }, day('2027-01-08'))),
    'appeal-wrong-state',
  )
  assert.equal(codeOf(assignAppeal(decided(true), handler)), 'appeal-wrong-state')
})

test('R-214: it goes on upwards, to the centre if need be; those who decided stay out', () => {
  const further = (of: Appeal, change: Partial<Parameters<typeof appealFurther>[1]> = {}) =>
    appealFurther(
      of,
      { level: 'county', bodyId: 'county', text: '仍不同意', byMemberId: 'm1', ...change },
      clock,
    )
  const up = ok(further(decided(false)))
  assert.deepEqual(
    [up.level, up.state, up.personsBefore, up.bodiesBefore],
    ['county', 'received', ['a2', 'a5'], ['branch', 'town']],
  )
  assert.equal(codeOf(assignAppeal(up, handler)), 'appeal-person-decided-before')
  assert.equal(codeOf(further(decided(true))), 'appeal-wrong-state')
  assert.equal(codeOf(further(decided(false), { level: 'baseCommittee' })), 'appeal-not-a-higher-level')
  assert.equal(codeOf(further(decided(false), { bodyId: 'town' })), 'appeal-body-decided-before')
  assert.equal(codeOf(further(decided(false), { byMemberId: 'm2' })), 'appeal-not-yours')
  assert.equal(codeOf(further(decided(false), { text: '' })), 'appeal-empty')
  const above: Appeal = { ...decided(false), level: 'higher' }
  assert.equal(codeOf(further(above, { level: 'higher', bodyId: 'province' })), 'yes')
})

test('R-217: while an appeal runs the thing is in dispute', () => {
  assert.equal(isDisputed([received()], raised.subject), true)
  assert.equal(isDisputed([assigned()], raised.subject), true)
  assert.equal(isDisputed([decided(false)], raised.subject), false)
  assert.equal(isDisputed([received()], { kind: 'grade', id: 'g2' }), false)
  const withdrawn = ok(withdrawAppeal(received(), 'm1'))
  assert.equal(isDisputed([withdrawn], raised.subject), false)
  assert.equal(codeOf(withdrawAppeal(received(), 'm2')), 'appeal-not-yours')
  assert.equal(codeOf(withdrawAppeal(withdrawn, 'm1')), 'appeal-wrong-state')
})

test('R-218: an upheld appeal sets going what puts it right, and papers are issued again', () => {
  assert.deepEqual(followUps(decided(true)), ['settleAnew', 'withdrawUses', 'reissueDocuments'])
  assert.deepEqual(followUps(decided(false)), [])
  for (const kind of appealSubjects) {
    const all = followUps({ state: 'upheld', subject: { kind, id: 'x' } })
    assert.ok(all.length >= 2 && all.at(-1) === 'reissueDocuments', kind)
  }
})
