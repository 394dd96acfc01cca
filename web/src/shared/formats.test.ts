import assert from 'node:assert/strict'
import test from 'node:test'
import {
  daysBetween,
  formatDay,
  formatMonth,
  formatNearDay,
  formatNumber,
  formatPoints,
  formatStanding,
  formatTime,
  formatWeekday,
} from './formats.ts'
import { readDay } from './kit/read-day.ts'
import { fill } from './texts.ts'
import { groupByWhen, minutesOf } from './things-to-do.ts'
import { yearStages } from './year-stages.ts'

const today = '2026-11-03'

test('a day is written 11月3日, with its year only when that is another one', () => {
  assert.equal(formatDay('2026-11-03', 'zh', today), '11月3日')
  assert.equal(formatDay('2009-06-30', 'zh', today), '2009年6月30日')
  assert.equal(formatDay('2026-11-03', 'en', today), '3 Nov')
  assert.equal(formatWeekday(today, 'zh', true), '星期二')
})

test('near days carry a word: tomorrow, the weekday, next week’s weekday', () => {
  assert.equal(formatNearDay('2026-11-03', today, 'zh'), '今天 11月3日')
  assert.equal(formatNearDay('2026-11-05', today, 'zh'), '后天 11月5日')
  assert.equal(formatNearDay('2026-11-06', today, 'zh'), '周五 11月6日')
  assert.equal(formatNearDay('2026-11-09', today, 'zh'), '下周一 11月9日')
  assert.equal(formatNearDay('2026-11-20', today, 'zh'), '11月20日')
  assert.equal(formatNearDay('2026-11-01', '2026-11-01', 'en'), 'today 1 Nov')
  assert.equal(formatNearDay('2026-10-30', today, 'zh'), '10月30日')
})

test('a Sunday still belongs to the week of the Monday before it', () => {
  assert.equal(formatNearDay('2026-11-08', today, 'zh'), '周日 11月8日')
  assert.equal(formatNearDay('2026-11-15', today, 'zh'), '下周日 11月15日')
})

test('figures above 9999 take a thin space', () => {
  assert.equal(formatNumber(2046), '2046')
  assert.equal(formatNumber(28664), '28\u2009664')
  assert.equal(formatNumber(1234567), '1\u2009234\u2009567')
  assert.equal(formatPoints(7052), '70.52')
  assert.equal(formatPoints(-40), '−0.40')
  assert.equal(formatPoints(0), '0')
})

test('a month is written 10 月, with its year only when that is another one', () => {
  assert.equal(formatMonth('2026-10', 'zh', 2026), '10 月')
  assert.equal(formatMonth('2025-12', 'zh', 2026), '2025 年 12 月')
  assert.equal(formatMonth('2025-12', 'en', 2026), 'Dec 2025')
})

test('times are of the county’s zone, with 24 hours', () => {
  assert.equal(formatTime('2026-11-03T01:05:00Z'), '9:05')
  assert.equal(formatTime('2026-11-02T16:30:00Z'), '0:30')
})

test('R-109 party standing is told in years, in months before the first, and not at all in probation', () => {
  assert.equal(formatStanding({ years: 18, months: 4 }, 'zh'), '18 年')
  assert.equal(formatStanding({ years: 0, months: 4 }, 'zh'), '4 个月')
  assert.equal(formatStanding(null, 'zh'), '预备期不计')
})

test('days between cross years and leap days', () => {
  assert.equal(daysBetween('2024-02-28', '2024-03-01'), 2)
  assert.equal(daysBetween('2026-12-31', '2027-01-01'), 1)
})

test('the year line follows the calendar alone', () => {
  const states = (year: number, day: string) => yearStages(year, day).map((stage) => stage.state)
  assert.deepEqual(states(2026, today), ['done', 'now', 'todo', 'todo'])
  assert.deepEqual(states(2026, '2027-01-10'), ['done', 'done', 'done', 'now'])
  assert.deepEqual(states(2027, '2027-01-10'), ['now', 'todo', 'todo', 'todo'])
  assert.deepEqual(states(2025, today), ['done', 'done', 'done', 'done'])
  assert.equal(yearStages(2028, today)[0]?.lastDay, '2028-02-29')
  assert.equal(yearStages(2026, today)[0]?.lastDay, '2026-02-28')
})

test('a date is read in the spellings of the office', () => {
  for (const typed of [
    '2026-12-31',
    '2026.12.31',
    '2026/12/31',
    '20261231',
    '2026年12月31日',
    '２０２６－１２－３１',
  ])
    assert.equal(readDay(typed), '2026-12-31', typed)
  for (const typed of ['2026-02-30', '12-31', '2026', '202612', ''])
    assert.equal(readDay(typed), undefined, typed)
})

test('a text takes its facts, and shows the place where a fact is missing', () => {
  assert.equal(fill('还有 {count} 条', { count: 6 }, 'zh'), '还有 6 条')
  assert.equal(fill('{names}等', { names: ['何白露', '许霜降'] }, 'zh'), '何白露、许霜降等')
  assert.equal(fill('{missing}', { other: 1 }, 'zh'), '{missing}')
})

test('things to do fall into this week, this month, later and undated; what is overdue counts as this week', () => {
  const thing = (id: string, dueOn: string | null, minutes: number | null) => ({ id, dueOn, minutes })
  const things = [
    thing('over', '2026-10-30', 2),
    thing('sunday', '2026-11-08', 3),
    thing('monday', '2026-11-09', null),
    thing('december', '2026-12-01', 4),
    thing('free', null, 1),
  ]
  const groups = groupByWhen(things, today).map((group) => [group.when, group.things.map((one) => one.id)])
  assert.deepEqual(groups, [
    ['week', ['over', 'sunday']],
    ['month', ['monday']],
    ['later', ['december']],
    ['undated', ['free']],
  ])
  assert.equal(minutesOf(things), 10)
})
