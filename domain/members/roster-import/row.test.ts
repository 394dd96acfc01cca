import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkDigitOf } from '../../shared/identity-number.ts'
import { plainDate as day } from '../../shared/plain-date.ts'
import { guessMapping } from './mapping.ts'
import { type ReadRow, readRows } from './row.ts'
import type { Cell, Sheet } from './sheet.ts'

const today = day('2026-06-01')
const woman = '99000019561103002' + checkDigitOf('99000019561103002')
const man = '99000019800229003' + checkDigitOf('99000019800229003')
const header = [
  '序号',
  '姓名',
  '身份证号',
  '性别',
  '出生日期',
  '入党时间',
  '转正时间',
  '所在支部',
  '手机',
  '人员类别',
]

function read(rows: Cell[][], more: Partial<Sheet> = {}): ReadRow[] {
  const sheet: Sheet = { name: '花名册', rows: [header, ...rows], ...more }
  const mapping = guessMapping(sheet)
  assert.ok(mapping)
  return readRows(sheet, mapping, today)
}
const good = [
  1,
  '王 芳',
  woman,
  '女',
  '1956.11',
  '1980年7月1日',
  '19810701',
  '王庄村党支部',
  13812342210,
  '正式党员',
]
const withCell = (header_: string, cell: Cell): Cell[] =>
  good.map((old, index) => (header[index] === header_ ? cell : old))
const codesOf = (one: ReadRow | undefined) =>
  one?.kind === 'refused' ? one.reasons.map(({ code }) => code) : []

test('a good row is read', () => {
  const [one] = read([good])
  assert.ok(one?.kind === 'parsed')
  const { row } = one
  assert.equal(row.rowNumber, 2)
  assert.equal(row.name, '王芳')
  assert.equal(row.identity?.number, woman)
  assert.equal(row.sex, 'female')
  assert.deepEqual(row.bornOn, { day: '1956-11-03', precision: 'day', monthUnsure: false })
  assert.equal(row.admittedOn?.day, '1980-07-01')
  assert.equal(row.branchName, '王庄村党支部')
  assert.equal(row.phone?.number, '13812342210')
  assert.equal(row.membershipKind, 'full')
  assert.deepEqual(row.doubts, [])
  assert.equal(row.address, undefined)
})

test('a wrong row is refused with every reason at once', () => {
  for (const [cells, codes] of [
    [withCell('姓名', ' '), ['name-missing']],
    [withCell('姓名', '13812342210'), ['name-not-readable']],
    [
      withCell('身份证号', woman.slice(0, 17) + (woman[17] === '1' ? '2' : '1')),
      ['identity-number-wrong-check-digit'],
    ],
    [withCell('身份证号', 9.90000195611e17), ['identity-number-lost-digits']],
    [withCell('性别', '男'), ['sex-differs-from-identity-number']],
    [withCell('出生日期', '1956-11-04'), ['birth-date-differs-from-identity-number']],
    [withCell('入党时间', '1980-02-30'), ['date-does-not-exist']],
    [withCell('转正时间', '1979-07-01'), ['conversion-before-admission']],
    [withCell('入党时间', '2027-01-01'), ['admission-in-future']],
    [
      withCell('性别', '男').map((cell) => (cell === '1956.11' ? '1957.11' : cell)),
      ['birth-date-differs-from-identity-number', 'sex-differs-from-identity-number'],
    ],
  ] as const) {
    assert.deepEqual(codesOf(read([[...cells]])[0]), codes)
  }
})

test('no refusal shows an identity number', () => {
  for (const one of read([withCell('身份证号', `${woman}9`), withCell('入党时间', woman)])) {
    assert.equal(one.kind, 'refused')
    assert.ok(!JSON.stringify(one.kind === 'refused' && one.reasons).includes('1956110'))
  }
})

test('what is only odd is doubted, not refused', () => {
  for (const [cells, code] of [
    [withCell('手机', '1381234'), 'phone-not-a-number'],
    [withCell('人员类别', '某类'), 'member-class-not-readable'],
    [withCell('转正时间', '1981-06-30'), 'conversion-before-probation-ends'],
    [withCell('入党时间', '1970-07-01'), 'admission-under-age'],
    [withCell('转正时间', '1981.1'), 'date-month-ambiguous'],
  ] as const) {
    const [one] = read([cells])
    assert.ok(one?.kind === 'parsed', code)
    assert.ok(
      one.row.doubts.some((doubt) => doubt.code === code),
      code,
    )
  }
})

test('empty rows, repeated headers, serial numbers alone and footers are passed over', () => {
  const rows = read([
    good,
    [null, ' ', ''],
    header,
    [2],
    [2, '李强', man, '男', null, '2003-07-01', '2004-07-01', '王庄村党支部'],
    ['合计', 2],
    ['填表人：赵明', null, '审核人：钱亮'],
  ])
  assert.deepEqual(
    rows.map((one) => (one.kind === 'parsed' ? one.row.rowNumber : one.rowNumber)),
    [2, 6],
  )
})

test('a row that names an organisation names the branch of the rows below', () => {
  const without = withCell('所在支部', null)
  const rows = read([['一、李庄村党支部（共2人）'], without, ['二、王庄村党支部'], without, good])
  assert.deepEqual(
    rows.map((one) => (one.kind === 'parsed' ? one.row.branchName : '')),
    ['李庄村党支部', '王庄村党支部', '王庄村党支部'],
  )
})

test('a branch merged over several rows holds for each of them', () => {
  const without = withCell('所在支部', null)
  const rows = read([good, without, without], { merged: [{ top: 1, left: 7, bottom: 3, right: 7 }] })
  assert.deepEqual(
    rows.map((one) => (one.kind === 'parsed' ? one.row.branchName : '')),
    ['王庄村党支部', '王庄村党支部', '王庄村党支部'],
  )
})

test('a birth date of January or October is settled by the identity number', () => {
  const october = '99000019561003002' + checkDigitOf('99000019561003002')
  for (const cell of ['1956.1', 1956.1]) {
    const cells = withCell('出生日期', cell).map((old) => (old === woman ? october : old))
    const [one] = read([cells])
    assert.ok(one?.kind === 'parsed' && one.row.doubts.length === 0)
    assert.deepEqual(codesOf(read([withCell('出生日期', cell)])[0]).length, 1)
  }
})

test('a remark below the list is no member, a name alone is kept for the comparison to refuse', () => {
  const rows = read([good, ['本表一式两份，镇党委和支部各存一份'], [null, '周兰']])
  assert.deepEqual(
    rows.map(({ kind }) => kind),
    ['parsed', 'parsed'],
  )
})
