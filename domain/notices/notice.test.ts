import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day } from '../shared/plain-date.ts'
import { toWorkingCalendar } from '../shared/working-days.ts'
import {
  changeNotice,
  checkNotice,
  dayOfNotice,
  draftNotice,
  dropNotice,
  endNotice,
  interruptNotice,
  isShown,
  type Notice,
  type NoticeDraft,
  postNotice,
  privateIn,
  settleNotice,
} from './notice.ts'

const calendar = toWorkingCalendar([
  { day: day('2026-10-01'), kind: 'holiday', festival: 'nationalDay', name: '国庆节', provisional: false },
  { day: day('2026-10-02'), kind: 'holiday', festival: 'nationalDay', name: '国庆节', provisional: false },
  {
    day: day('2026-10-10'),
    kind: 'makeUpDay',
    festival: 'nationalDay',
    name: '调休上班',
    provisional: false,
  },
])
const draft: NoticeDraft = {
  id: 'n1',
  orgId: 'o1',
  kind: 'monthPoints',
  scope: 'villageBoard',
  title: '石门村党支部 2026 年 10 月党员积分',
  body: '经党员申报、支部审核，现将 10 月积分公示如下。另有 6 名党员本月不参加积分，不在表内。',
  contact: { office: '镇党建办', phone: '0000-7654321' },
  routes: ['page', 'phone', 'paper'],
  workingDays: 5,
  names: 'masked',
  fullNames: null,
  draftedBy: 'secretary',
}
const clean = { findings: [], enclosesEvidence: false }
const check = { by: 'commissioner', on: day('2026-11-05') }
const codeOf = (decision: { ok: true; value: Notice } | { ok: false; code: string }) =>
  decision.ok ? decision.value.state : decision.code
const must = (decision: { ok: true; value: Notice } | { ok: false; code: string }): Notice =>
  decision.ok ? decision.value : assert.fail(decision.code)
const drafted = (change: Partial<NoticeDraft> = {}) => must(draftNotice({ ...draft, ...change }))
const posted = (on: string, change: Partial<NoticeDraft> = {}) =>
  must(postNotice(must(checkNotice(drafted(change), check, clean)), 'deputy', calendar, day(on)))

test('R-275: a notice has scope, contact, a route without account and five working days', () => {
  for (const [change, code] of [
    [{}, 'drafted'],
    [{ title: ' ' }, 'notice-words-missing'],
    [{ contact: { office: '镇党建办', phone: '' } }, 'notice-contact-missing'],
    [{ routes: ['page', 'statement'] }, 'notice-route-missing'],
    [{ workingDays: 4 }, 'notice-too-short'],
    [{ workingDays: 5.5 }, 'notice-too-short'],
  ] as const) {
    assert.equal(codeOf(draftNotice({ ...draft, ...change })), code)
  }
})

test('R-289: full names in a wide scope rest on a decision', () => {
  const decision = { body: '石门村党支部党员大会', document: '2026年第3号决议' }
  for (const [change, code] of [
    [{ names: 'full' }, 'notice-full-names-need-decision'],
    [{ names: 'full', fullNames: { ...decision, document: '' } }, 'notice-full-names-need-decision'],
    [{ names: 'full', fullNames: decision }, 'drafted'],
    [{ names: 'full', scope: 'branch' }, 'drafted'],
    [{ names: 'full', scope: 'public' }, 'notice-full-names-need-decision'],
  ] as const) {
    assert.equal(codeOf(draftNotice({ ...draft, ...change })), code)
  }
})

test('R-279: a ranking beyond the branch rests on a decision', () => {
  const decision = { body: '石门村党支部党员大会', document: '2026年第3号决议' }
  for (const [change, code] of [
    [{ scope: 'branch' }, 'drafted'],
    [{ scope: 'unit' }, 'notice-ranking-needs-decision'],
    [{ scope: 'villageBoard' }, 'notice-ranking-needs-decision'],
    [{ scope: 'villageBoard', fullNames: decision }, 'drafted'],
  ] as const) {
    assert.equal(codeOf(draftNotice({ ...draft, kind: 'ranking', ...change })), code)
  }
})

test('R-272: other words are checked anew, and what hangs is not changed', () => {
  const checked = must(checkNotice(drafted(), check, clean))
  const changed = must(changeNotice(checked, { ...draft, title: '改过的题目', draftedBy: 'other' }))
  assert.deepEqual(
    [changed.title, changed.state, changed.accuracy, changed.draftedBy],
    ['改过的题目', 'drafted', null, 'secretary'],
  )
  assert.equal(codeOf(changeNotice(checked, { ...draft, title: '' })), 'notice-words-missing')
  assert.equal(codeOf(changeNotice(posted('2026-11-05'), draft)), 'notice-wrong-state')
  const down = must(interruptNotice(posted('2026-11-05'), '表里漏了一人'))
  const mended = must(changeNotice(down, draft))
  assert.deepEqual([mended.state, mended.postings, mended.interruptedFor], ['interrupted', 1, '表里漏了一人'])
})

test('R-280: a draft nobody needs is dropped with a reason; what hangs is taken down first', () => {
  assert.equal(codeOf(dropNotice(drafted(), ' ')), 'notice-needs-reason')
  assert.equal(codeOf(dropNotice(drafted(), '并入下月')), 'dropped')
  assert.equal(codeOf(dropNotice(posted('2026-11-05'), '并入下月')), 'notice-wrong-state')
})

test('R-272: scope, check, approval and release follow each other', () => {
  const first = drafted()
  assert.equal(codeOf(postNotice(first, 'deputy', calendar, day('2026-11-05'))), 'notice-not-checked')
  const checked = must(checkNotice(first, check, clean))
  assert.deepEqual([checked.accuracy, checked.privacy], [check, check])
  assert.equal(codeOf(postNotice(checked, 'secretary', calendar, day('2026-11-05'))), 'notice-own-approval')
  const own = must(checkNotice(drafted({ scope: 'branch', names: 'full' }), check, clean))
  assert.equal(codeOf(postNotice(own, 'secretary', calendar, day('2026-11-05'))), 'posted')
  assert.equal(codeOf(checkNotice(checked, check, clean)), 'notice-wrong-state')
})

test('R-278: nothing private passes the check, in the text or in the list, nor evidence that shows others', () => {
  const first = drafted({ body: '陈小满因病未参加，可打 0000-7654321' })
  const findings = privateIn(first, [{ where: 'row 2', text: '13800001234' }])
  assert.deepEqual(
    findings.map(({ where, kind }) => `${where} ${kind}`),
    ['body health', 'row 2 phone'],
  )
  assert.equal(codeOf(checkNotice(first, check, { ...clean, findings })), 'notice-private-content')
  assert.equal(
    codeOf(checkNotice(first, check, { ...clean, enclosesEvidence: true })),
    'notice-shows-evidence',
  )
  assert.deepEqual(privateIn(drafted(), []), [])
})

test('R-276: five working days begin the day after posting and skip what is not worked', () => {
  for (const [on, endsOn] of [
    ['2026-11-05', '2026-11-12'],
    ['2026-11-06', '2026-11-13'],
    ['2026-09-30', '2026-10-09'],
    ['2026-10-08', '2026-10-14'],
  ] as const) {
    assert.equal(posted(on).endsOn, endsOn, on)
  }
  const notice = posted('2026-11-05')
  assert.deepEqual(
    ['2026-11-05', '2026-11-06', '2026-11-08', '2026-11-09', '2026-11-12', '2026-12-01'].map((today) =>
      dayOfNotice(notice, calendar, day(today)),
    ),
    [0, 1, 1, 2, 5, 5],
  )
})

test('R-277: an interrupted notice is checked anew and runs its whole period again', () => {
  const notice = posted('2026-11-05')
  assert.equal(codeOf(interruptNotice(notice, ' ')), 'notice-needs-reason')
  const down = must(interruptNotice(notice, '表里漏了一人'))
  assert.deepEqual([down.state, down.endsOn, down.accuracy], ['interrupted', null, null])
  assert.equal(isShown(down, day('2026-11-06')), false)
  assert.equal(codeOf(postNotice(down, 'deputy', calendar, day('2026-11-10'))), 'notice-not-checked')
  const again = must(postNotice(must(checkNotice(down, check, clean)), 'deputy', calendar, day('2026-11-10')))
  assert.deepEqual([again.endsOn, again.postings, again.interruptedFor], ['2026-11-17', 2, null])
})

test('R-244: a notice is settled after its period, with every objection answered and a result', () => {
  const notice = posted('2026-11-05')
  assert.equal(codeOf(endNotice(notice, day('2026-11-12'))), 'notice-still-running')
  const ended = must(endNotice(notice, day('2026-11-13')))
  assert.equal(codeOf(settleNotice(ended, '没有异议', { openObjections: 1 })), 'notice-objections-open')
  assert.equal(codeOf(settleNotice(ended, '', { openObjections: 0 })), 'notice-result-missing')
  assert.equal(codeOf(settleNotice(ended, '没有异议', { openObjections: 0 })), 'settled')
  assert.equal(codeOf(settleNotice(notice, '没有异议', { openObjections: 0 })), 'notice-wrong-state')
})

test('R-280: the page closes when the period ends', () => {
  const notice = posted('2026-11-05')
  assert.deepEqual(
    ['2026-11-04', '2026-11-05', '2026-11-12', '2026-11-13'].map((today) => isShown(notice, day(today))),
    [false, true, true, false],
  )
  assert.equal(isShown(drafted(), day('2026-11-06')), false)
})
