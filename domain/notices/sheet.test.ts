import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toSheets } from './sheet.ts'

const short =
  '经党员申报、支部审核，现将 2026 年 10 月积分公示如下。公示时间为 11 月 6 日至 11 月 12 日，共五个工作日。'
const spans = (body: string, rows: number, columns: 1 | 2) =>
  toSheets(body, rows, columns).map(({ from, to }) => [from, to])

test('28 names stand on one sheet, the twenty-ninth on a second', () => {
  assert.deepEqual(spans(short, 28, 2), [[0, 28]])
  assert.deepEqual(spans(short, 29, 2), [
    [0, 28],
    [28, 29],
  ])
  assert.deepEqual(spans(short, 70, 2), [
    [0, 28],
    [28, 56],
    [56, 70],
  ])
  assert.deepEqual(spans(short, 20, 1), [
    [0, 14],
    [14, 20],
  ])
})

test('nobody in the list is one sheet of words', () => {
  assert.deepEqual(toSheets(short, 0, 2), [{ words: short, from: 0, to: 0 }])
  assert.deepEqual(toSheets('', 0, 2), [{ words: '', from: 0, to: 0 }])
})

test('long words leave room for fewer names, none at all where a sheet is full', () => {
  const [first] = toSheets('字'.repeat(36 * 8), 28, 2)
  assert.ok((first?.to ?? 0) < 28 && (first?.to ?? 0) > 0)
  const full = toSheets('字'.repeat(36 * 18), 28, 2)
  assert.deepEqual(
    full.map(({ from, to }) => [from, to]),
    [
      [0, 0],
      [0, 28],
    ],
  )
})

test('words longer than a sheet go on, whole and in order, rare signs too', () => {
  const body =
    Array.from({ length: 40 }, (_, at) => `第${at}段，㐂𠮷。`).join('\n') + '\n' + '长'.repeat(1500)
  const sheets = toSheets(body, 0, 2)
  assert.ok(sheets.length > 3)
  assert.equal(
    sheets
      .map(({ words }) => words)
      .join('')
      .replaceAll('\n', ''),
    body.replaceAll('\n', ''),
  )
})
