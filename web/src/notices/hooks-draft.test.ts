import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DraftForm, toList } from './hooks-draft.ts'

const form = { lines: '', column: '', listNote: '按拼音' } as DraftForm
const listOf = (lines: string, column = '') => toList({ ...form, lines, column })

test('a line is a person: the name, then whatever follows the first blank or mark', () => {
  assert.deepEqual(listOf(' 何白露 村会计 \n\n秦立冬，网格员、治保\n周谷雨', '岗位'), {
    columns: [{ label: '岗位', kind: 'text' }],
    rows: [
      { name: '何白露', cells: ['村会计'] },
      { name: '秦立冬', cells: ['网格员、治保'] },
      { name: '周谷雨', cells: [''] },
    ],
    note: '按拼音',
  })
})

test('names alone have no column, and nothing is no list', () => {
  assert.deepEqual(listOf('何白露\n秦立冬').columns, [])
  assert.deepEqual(listOf(' \n ').rows, [])
})
