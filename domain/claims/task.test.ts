import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultSchemes } from '../schemes/default-schemes.ts'
import { plainDate as day } from '../shared/plain-date.ts'
import { toPoints } from '../shared/points.ts'
import {
  announceTask,
  boundByTask,
  changeTask,
  deedWindow,
  endTask,
  giveBackTask,
  isTakenBy,
  type Task,
  takeTask,
} from './task.ts'

const rural = defaultSchemes.find(({ field }) => field === 'rural') ?? assert.fail()
const itemOf = (code: string) => rural.items.find((item) => item.code === code)
const task = (change: Partial<Task> = {}): Task => ({
  id: 't1',
  orgId: 'o1',
  kind: 'adHoc',
  itemCode: 'ad-hoc-task',
  title: '清理二组渠口',
  what: '10 月 24 日上午，带锹，约半天',
  least: toPoints(50),
  most: toPoints(50),
  startsOn: day('2026-10-24'),
  dueOn: day('2026-10-31'),
  places: 2,
  state: 'drafted',
  announcedOn: null,
  taken: [],
  ...change,
})
const today = day('2026-10-22')
type Result = { ok: true; value: Task } | { ok: false; code: string }
const codeOf = (decision: Result) => (decision.ok ? decision.value.state : decision.code)
const must = (decision: Result): Task => (decision.ok ? decision.value : assert.fail(decision.code))
const announced = (change: Partial<Task> = {}) =>
  must(announceTask(task(change), itemOf('ad-hoc-task'), 'branch', today))

test('R-242, S-193: a task and its value are published before the work starts', () => {
  for (const [change, code, on, result] of [
    [{}, 'ad-hoc-task', '2026-10-24', 'announced'],
    [{}, 'ad-hoc-task', '2026-10-25', 'task-announced-too-late'],
    [
      { kind: 'keyProject', least: toPoints(200), most: toPoints(500) },
      'key-project',
      '2026-10-23',
      'announced',
    ],
    [
      { kind: 'keyProject', least: toPoints(200), most: toPoints(500) },
      'key-project',
      '2026-10-24',
      'task-announced-too-late',
    ],
    [{ least: toPoints(10) }, 'ad-hoc-task', '2026-10-22', 'task-value-out-of-range'],
    [{ most: toPoints(150) }, 'ad-hoc-task', '2026-10-22', 'task-value-out-of-range'],
    [{ least: toPoints(60) }, 'ad-hoc-task', '2026-10-22', 'task-value-out-of-range'],
    [{}, 'mediation', '2026-10-22', 'task-item-does-not-fit'],
    [{}, 'task-dropped', '2026-10-22', 'task-item-does-not-fit'],
    [{ title: ' ' }, 'ad-hoc-task', '2026-10-22', 'task-words-missing'],
    [{ dueOn: day('2026-10-23') }, 'ad-hoc-task', '2026-10-22', 'task-days-upside-down'],
    [{ state: 'announced' }, 'ad-hoc-task', '2026-10-22', 'task-wrong-state'],
  ] as const) {
    assert.equal(
      codeOf(
        announceTask(
          task(change),
          itemOf(code),
          change.kind === 'keyProject' ? 'baseCommittee' : 'branch',
          day(on),
        ),
      ),
      result,
      `${code} ${on} ${result}`,
    )
  }
})

test('S-161: a task says nothing that no scheme may say', () => {
  for (const what of ['转发支部动态到朋友圈', '周末到村部值守', '必须上传现场照片']) {
    assert.equal(
      codeOf(announceTask(task({ what }), itemOf('ad-hoc-task'), 'branch', today)),
      'task-against-policy',
      what,
    )
  }
  assert.equal(
    codeOf(announceTask(task({ what: '周末到村部值守，自愿报名' }), itemOf('ad-hoc-task'), 'branch', today)),
    'announced',
  )
})

test('R-242: a published value and its days stay; words, places and more time may change', () => {
  const shown = announced()
  for (const [change, code] of [
    [{ most: toPoints(60) }, 'task-points-announced'],
    [{ startsOn: day('2026-10-25') }, 'task-points-announced'],
    [{ dueOn: day('2026-10-30') }, 'task-points-announced'],
    [{ dueOn: day('2026-11-02') }, 'announced'],
    [{ what: '改到下午' }, 'announced'],
    [{ what: '点赞' }, 'task-against-policy'],
    [{ places: 5 }, 'announced'],
  ] as const) {
    assert.equal(codeOf(changeTask(shown, change)), code)
  }
  const two = must(takeTask(must(takeTask(shown, 'm1', today)), 'm2', today))
  assert.equal(codeOf(changeTask(two, { places: 1 })), 'task-full')
  assert.equal(
    codeOf(changeTask(must(endTask(shown, 'cancelled', '下雨')), { what: 'x' })),
    'task-wrong-state',
  )
})

test('S-193: places are taken once each, and given back with a word', () => {
  const one = must(takeTask(announced(), 'm1', today))
  assert.equal(codeOf(takeTask(one, 'm1', today)), 'task-taken-already')
  const full = must(takeTask(one, 'm2', today))
  assert.equal(codeOf(takeTask(full, 'm3', today)), 'task-full')
  assert.equal(codeOf(giveBackTask(full, 'm1', ' ', today)), 'task-needs-word')
  assert.equal(codeOf(giveBackTask(full, 'm3', 'x', today)), 'task-not-taken')
  assert.equal(codeOf(giveBackTask(full, 'm1', 'x', day('2026-11-01'))), 'task-over')
  const free = must(giveBackTask(full, 'm1', '那天要送孩子', today))
  assert.equal(isTakenBy(free, 'm1'), false)
  assert.equal(codeOf(takeTask(free, 'm3', today)), 'announced')
  assert.ok(isTakenBy(must(takeTask(free, 'm1', today)), 'm1'))
  assert.equal(codeOf(takeTask(announced(), 'm1', day('2026-11-01'))), 'task-over')
  assert.equal(codeOf(takeTask(task(), 'm1', today)), 'task-wrong-state')
  assert.equal(codeOf(takeTask(announced({ places: null }), 'm1', today)), 'announced')
})

test('R-242: deeds count from the start to the end of a task, for those who took it', () => {
  const days = { from: '2026-10-24', until: '2026-10-31' }
  const one = must(takeTask(announced(), 'm1', today))
  assert.deepEqual(deedWindow(one, 'm1'), days)
  assert.equal(deedWindow(one, 'm2'), null)
  assert.deepEqual(deedWindow(announced({ places: null }), 'm2'), days)
  assert.deepEqual(deedWindow(must(endTask(one, 'closed', '')), 'm1'), days)
  assert.equal(deedWindow(must(endTask(one, 'cancelled', '下雨')), 'm1'), null)
  assert.equal(deedWindow(task(), 'm1'), null)
})

test('R-242: a key project is announced from above, and its announced value is what counts', () => {
  const project = task({ kind: 'keyProject', least: toPoints(300), most: toPoints(300) })
  assert.equal(
    codeOf(announceTask(project, itemOf('key-project'), 'branch', today)),
    'task-item-does-not-fit',
  )
  assert.equal(codeOf(announceTask(project, itemOf('key-project'), 'county', today)), 'announced')
  assert.equal(codeOf(announceTask(task(), itemOf('ad-hoc-task'), 'county', today)), 'task-item-does-not-fit')
  const item = itemOf('key-project') ?? assert.fail()
  assert.deepEqual(boundByTask(item, project).value, { kind: 'fixed', points: 300, unit: 'piece' })
  const span = { least: toPoints(250), most: toPoints(300) }
  assert.deepEqual(boundByTask(item, span).value, { kind: 'range', least: 250, most: 300, unit: 'piece' })
})

test('a task falls away only with a word', () => {
  assert.equal(codeOf(endTask(announced(), 'cancelled', ' ')), 'task-needs-reason')
  assert.equal(codeOf(endTask(announced(), 'closed', '')), 'closed')
})
