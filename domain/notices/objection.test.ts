import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day } from '../shared/plain-date.ts'
import { toWorkingCalendar } from '../shared/working-days.ts'
import {
  appealObjection,
  assignObjection,
  decideObjection,
  disputedIds,
  isOverdue,
  type Objection,
  raiseObjection,
  readObjectionCode,
  shownToConcerned,
  toObjectionCode,
  toReissue,
  withdrawObjection,
} from './objection.ts'

const calendar = toWorkingCalendar([])
const raised = {
  id: 'ob1',
  code: 'AB3DE-FG7HJ',
  subject: { kind: 'ledgerEntry', id: 'e1' },
  route: 'page',
  raisedByMemberId: null,
  text: '8月12日那天记了两次',
  firstDeciders: ['secretary'],
} as const
const facts = { knownSince: day('2026-11-12'), sameMemberHasOpen: false, calendar, today: day('2026-11-09') }
const concerned = { concernedMemberIds: ['m1'] }
const clerk = { accountId: 'clerk', memberId: 'm7' }
type Result = { ok: true; value: Objection } | { ok: false; code: string }
const codeOf = (decision: Result) => (decision.ok ? decision.value.state : decision.code)
const must = (decision: Result): Objection => (decision.ok ? decision.value : assert.fail(decision.code))
const received = () => must(raiseObjection(raised, facts))
const assigned = () => must(assignObjection(received(), clerk, concerned))
const decide = (objection: Objection, upheld: boolean, by = clerk, on = '2026-11-11') =>
  decideObjection(
    objection,
    { by, upheld, answer: '查了两天的登记，是同一件事' },
    { ...concerned, today: day(on) },
  )

test('R-216, R-338: an objection comes without account or name, by page, statement, phone or paper', () => {
  for (const route of ['page', 'statement', 'phone', 'paper'] as const) {
    const objection = must(raiseObjection({ ...raised, route }, facts))
    assert.deepEqual(
      [objection.stage, objection.state, objection.dueOn],
      ['branch', 'received', '2026-11-16'],
    )
  }
  assert.equal(codeOf(raiseObjection({ ...raised, text: ' ' }, facts)), 'objection-empty')
  assert.equal(
    codeOf(raiseObjection(raised, { ...facts, sameMemberHasOpen: true })),
    'objection-already-open',
  )
})

test('R-214: what the branch has decided as a body goes to the one above at once', () => {
  const objection = must(raiseObjection({ ...raised, firstStage: 'baseCommittee' }, facts))
  assert.deepEqual([objection.stage, 'firstStage' in objection], ['baseCommittee', false])
})

test('R-216: fifteen days after the notice the window closes', () => {
  assert.equal(codeOf(raiseObjection(raised, { ...facts, today: day('2026-11-27') })), 'received')
  assert.equal(codeOf(raiseObjection(raised, { ...facts, today: day('2026-11-28') })), 'objection-too-late')
})

test('R-216: who decided before, who is concerned and who objected decide nothing', () => {
  for (const [person, own, code] of [
    [clerk, null, 'assigned'],
    [{ accountId: 'secretary', memberId: 'm2' }, null, 'objection-decided-before'],
    [{ accountId: 'x', memberId: 'm1' }, null, 'objection-own-matter'],
    [{ accountId: 'x', memberId: 'm5' }, 'm5', 'objection-own-matter'],
    [{ accountId: 'x', memberId: null }, null, 'assigned'],
  ] as const) {
    const objection = must(raiseObjection({ ...raised, raisedByMemberId: own }, facts))
    assert.equal(codeOf(assignObjection(objection, person, concerned)), code)
  }
})

test('R-244: a decision is answered in writing by the handler', () => {
  const objection = assigned()
  const blank = decideObjection(
    objection,
    { by: clerk, upheld: true, answer: ' ' },
    { ...concerned, today: day('2026-11-11') },
  )
  assert.equal(codeOf(blank), 'objection-needs-answer')
  assert.equal(
    codeOf(decide(objection, true, { accountId: 'other', memberId: 'm8' })),
    'objection-not-handler',
  )
  assert.equal(codeOf(decide(received(), true)), 'objection-wrong-state')
  const upheld = must(decide(objection, true))
  assert.deepEqual([upheld.state, upheld.decidedBy, upheld.decidedOn], ['upheld', 'clerk', '2026-11-11'])
  assert.equal(codeOf(decide(upheld, false)), 'objection-wrong-state')
})

test('R-216: what was not upheld goes one level up in fifteen days, to somebody new', () => {
  const refused = must(decide(assigned(), false))
  const at = (today: string) => ({ calendar, today: day(today) })
  assert.equal(codeOf(appealObjection(refused, '还是不同意', at('2026-11-27'))), 'objection-too-late')
  assert.equal(codeOf(appealObjection(refused, '', at('2026-11-26'))), 'objection-empty')
  const second = must(appealObjection(refused, '还是不同意', at('2026-11-26')))
  assert.deepEqual(
    [second.stage, second.state, second.dueOn, second.answer],
    ['baseCommittee', 'received', '2026-12-03', null],
  )
  assert.equal(codeOf(assignObjection(second, clerk, concerned)), 'objection-decided-before')
  const officer = { accountId: 'officer', memberId: null }
  const refusedTwice = must(
    decideObjection(
      must(assignObjection(second, officer, concerned)),
      { by: officer, upheld: false, answer: '维持' },
      { ...concerned, today: day('2026-12-02') },
    ),
  )
  const third = must(appealObjection(refusedTwice, '再看看', at('2026-12-03')))
  assert.equal(third.stage, 'county')
  assert.equal(
    codeOf(appealObjection(must(decide(assigned(), true)), 'x', at('2026-11-12'))),
    'objection-wrong-state',
  )
  assert.equal(
    codeOf(appealObjection({ ...refusedTwice, stage: 'county' }, 'x', at('2026-12-03'))),
    'objection-no-higher-stage',
  )
})

test('R-216: past its working days an open objection is overdue, a decided one is not', () => {
  assert.equal(isOverdue(received(), day('2026-11-16')), false)
  assert.equal(isOverdue(received(), day('2026-11-17')), true)
  assert.equal(isOverdue(must(decide(assigned(), true)), day('2026-12-17')), false)
})

test('R-217: what is objected to is in dispute until it is decided or taken back', () => {
  assert.deepEqual([...disputedIds([received(), assigned()], 'ledgerEntry')], ['e1'])
  assert.deepEqual([...disputedIds([received()], 'notice')], [])
  assert.deepEqual(
    [
      ...disputedIds(
        [must(decide(assigned(), false)), must(withdrawObjection(received(), null))],
        'ledgerEntry',
      ),
    ],
    [],
  )
  assert.equal(codeOf(withdrawObjection(received(), 'm9')), 'objection-own-matter')
})

test('R-218: every sheet and ranking that used a corrected line is issued again', () => {
  const issued = [
    { id: 'sheet', usedIds: ['e1', 'e2'] },
    { id: 'ranking', usedIds: ['e1'] },
    { id: 'other', usedIds: ['e3'] },
  ]
  assert.deepEqual(
    toReissue(new Set(['e1']), issued).map(({ id }) => id),
    ['sheet', 'ranking'],
  )
})

test('R-278: the person concerned never learns who objected', () => {
  const shown = shownToConcerned(must(raiseObjection({ ...raised, raisedByMemberId: 'm5' }, facts)))
  assert.ok(!('raisedByMemberId' in shown) && !('route' in shown) && !('code' in shown))
})

test('R-338: the code for the answer can be read over the telephone', () => {
  const code = toObjectionCode(Uint8Array.from({ length: 10 }, (_, at) => at * 25))
  assert.match(code, /^[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}$/)
  assert.equal(readObjectionCode(` ${code.toLowerCase().replace('-', ' ')} `), code)
  for (const typed of ['', 'ABCDE', '0BCDE-FGHJK', 'ABCDE-FGHJKL'])
    assert.equal(readObjectionCode(typed), undefined)
  assert.throws(() => toObjectionCode(new Uint8Array(5)), RangeError)
})
