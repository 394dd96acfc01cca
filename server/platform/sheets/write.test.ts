import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { readSheets } from './read.ts'
import type { Cell } from './sheet.ts'
import { writeXlsx } from './write.ts'

const rows: Cell[][] = [
  ['云溪镇花名册'],
  ['姓名', '身份证号', '=1+1', '数'],
  ['张三', '110101198507230017', '=HYPERLINK("x")', 12.5],
  ['<李> & "四"', '+86', '@x_x0041_', -1],
  [null, '坏\u0001字\ud800', '-2', null],
]

test('what is written is read back; nothing becomes a formula, what XML forbids is left out', async () => {
  const bytes = await writeXlsx({
    name: '花名册[1]/*',
    widths: [10, 20],
    headRows: 2,
    merged: [{ top: 0, left: 0, bottom: 0, right: 3 }],
    rows,
  })
  const read = await readSheets(bytes)
  assert.ok(read.ok)
  const [sheet] = read.value
  assert.equal(sheet?.name, '花名册 1   ')
  assert.deepEqual(sheet?.merged, [{ top: 0, left: 0, bottom: 0, right: 3 }])
  assert.deepEqual(sheet?.rows.slice(0, 4), rows.slice(0, 4))
  assert.deepEqual(sheet?.rows[4], [null, '坏字\ufffd', '-2'])
  const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  assert.ok(!xml.includes('<f>'))
  assert.match(xml, /<pane ySplit="2" topLeftCell="A3"[^>]*state="frozen"\/>/)
})
