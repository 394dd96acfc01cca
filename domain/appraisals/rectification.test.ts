import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day } from '../shared/plain-date.ts'
import {
  carryOverItem,
  confirmRectification,
  isItemOverdue,
  planRectification,
  reportRectification,
  withoutItem,
} from './rectification.ts'

const today = day('2027-01-05')
const plan = {
  id: 'i1',
  problemId: 'p1',
  memberId: 'm1',
  ownerId: 'a1',
  measure: '每月到组里走一趟',
  dueOn: day('2027-06-30'),
}
const ok = <Value>(decision: { ok: true; value: Value } | { ok: false; code: string }) =>
  decision.ok ? decision.value : assert.fail(decision.code)
const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? 'yes' : decision.code)

test('R-191: what is to be put right has owner, measure and date, and is followed to the end', () => {
  for (const [change, code] of [
    [{}, 'yes'],
    [{ ownerId: ' ' }, 'rectification-needs-owner'],
    [{ measure: '' }, 'rectification-needs-measure'],
    [{ dueOn: day('2027-01-04') }, 'rectification-due-in-past'],
  ] as const) {
    assert.equal(codeOf(planRectification({ ...plan, ...change }, today)), code)
  }
  const item = ok(planRectification(plan, today))
  const secretary = { accountId: 'a2', memberId: 'm2' }
  assert.equal(codeOf(confirmRectification(item, secretary, today)), 'rectification-wrong-state')
  assert.equal(codeOf(reportRectification(item, ' ', today)), 'rectification-report-empty')
  const reported = ok(reportRectification(item, '走了两趟', today))
  assert.equal(
    codeOf(confirmRectification(reported, { accountId: 'a1', memberId: null }, today)),
    'rectification-own-confirmation',
  )
  assert.equal(
    codeOf(confirmRectification(reported, { accountId: 'a9', memberId: 'm1' }, today)),
    'rectification-own-confirmation',
  )
  const confirmed = ok(confirmRectification(reported, secretary, today))
  assert.equal(codeOf(reportRectification(confirmed, 'x', today)), 'rectification-wrong-state')
  assert.equal(codeOf(carryOverItem(confirmed)), 'rectification-wrong-state')
  assert.equal(isItemOverdue(item, day('2027-07-01')), true)
  assert.equal(isItemOverdue(reported, day('2027-07-01')), false)
})

test('R-229: what is not done goes on into next year; what nobody sees to is named', () => {
  assert.equal(ok(carryOverItem(ok(planRectification(plan, today)))).state, 'carriedOver')
  assert.deepEqual(withoutItem([{ id: 'p1' }, { id: 'p2' }], [plan]), [{ id: 'p2' }])
})
