import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkDigitOf } from '../../shared/identity-number.ts'
import {
  applyRemembered,
  assignField,
  findHeading,
  guessMapping,
  type Mapping,
  rememberMapping,
} from './mapping.ts'
import type { Cell, Sheet } from './sheet.ts'

const sheet = (...rows: Cell[][]): Sheet => ({ name: '花名册', rows })
const fieldsOf = (mapping: Mapping | undefined) => mapping?.columns.map(({ field }) => field)
const number = '99000019561103002' + checkDigitOf('99000019561103002')

test('headers are known in the words of offices', () => {
  for (const [header, field] of [
    ['姓 名', 'name'],
    ['党员姓名', 'name'],
    ['*公民身份号码', 'identityNumber'],
    ['身份证', 'identityNumber'],
    ['身份证号码（18位）', 'identityNumber'],
    ['出生年月', 'bornOn'],
    ['文化程度', 'education'],
    ['入党时间\n(年月日)', 'admittedOn'],
    ['转正时间：', 'convertedOn'],
    ['所在党支部', 'branchName'],
    ['组织名称', 'branchName'],
    ['手机号码', 'phone'],
    ['人员类别', 'membershipKind'],
    ['工作单位及职务', 'workplace'],
    ['职务', 'post'],
    ['家庭住址', 'address'],
    ['备 注', 'note'],
    ['序号', 'serialNumber'],
    ['本人常用手机号码', 'phone'],
  ] as const) {
    assert.equal(findHeading(header)?.field, field, header)
  }
})

test('headers about others are left alone', () => {
  for (const header of [
    '入党介绍人姓名',
    '配偶姓名',
    '联系人电话',
    '参加工作时间',
    '党龄',
    '年龄',
    '支部书记',
    '党费标准',
    '籍贯',
  ]) {
    assert.equal(findHeading(header), undefined, header)
  }
})

test('the header is found below titles and remarks', () => {
  const mapping = guessMapping(
    sheet(
      ['清源县柳林镇党员花名册', null, null, null],
      ['填报单位：柳林镇党委', null, null, '填报时间：2026年3月'],
      [],
      ['序号', '姓名', '身份证号', '所在支部'],
      [1, '张三', number, '王庄村党支部'],
    ),
  )
  assert.equal(mapping?.dataFrom, 4)
  assert.deepEqual(fieldsOf(mapping), ['serialNumber', 'name', 'identityNumber', 'branchName'])
  assert.deepEqual(mapping?.missing, [])
})

test('a header of two rows with merged cells is read as one', () => {
  const rows: Cell[][] = [
    ['党员花名册', null, null, null, null],
    ['姓名', '身份证号', '性别', '联系方式', null],
    [null, null, null, '手机', '住址'],
    ['张三', number, '女', 13812342210, '王庄村'],
  ]
  const merged = [
    { top: 0, left: 0, bottom: 0, right: 16_383 },
    { top: 1, left: 0, bottom: 2, right: 0 },
    { top: 1, left: 1, bottom: 2, right: 1 },
    { top: 1, left: 2, bottom: 2, right: 2 },
    { top: 1, left: 3, bottom: 1, right: 4 },
  ]
  for (const one of [
    { name: 's', rows, merged },
    { name: 's', rows },
  ]) {
    const mapping = guessMapping(one)
    assert.equal(mapping?.dataFrom, 3)
    assert.deepEqual(fieldsOf(mapping)?.slice(0, 5), ['name', 'identityNumber', 'sex', 'phone', 'address'])
  }
})

test('a sheet without a header has no mapping', () => {
  assert.equal(guessMapping(sheet(['通知'], ['各党支部：'])), undefined)
  assert.equal(guessMapping(sheet()), undefined)
})

test('an identity column is known by its content', () => {
  const mapping = guessMapping(sheet(['姓名', '性别', '证件'], ['张三', '女', number], ['李四', '男', '']))
  assert.deepEqual(mapping?.columns[2], {
    index: 2,
    header: '证件',
    key: '证件',
    field: 'identityNumber',
    certainty: 'content',
  })
})

test('what is missing is named', () => {
  assert.deepEqual(guessMapping(sheet(['姓名', '性别', '民族'], ['张三', '女', '汉']))?.missing, [
    'identityNumber',
  ])
})

test('one field is given to one column, the exact header first', () => {
  const mapping = guessMapping(
    sheet(['姓名', '备用手机号码', '手机', '备注', '备注'], ['张三', '', '', '', '']),
  )
  assert.deepEqual(fieldsOf(mapping), ['name', null, 'phone', 'note', null])
})

test('a settled mapping is remembered for the same headers in any order', () => {
  const first = guessMapping(sheet(['姓名', '身份证号', '岗位', '备注']))
  assert.ok(first)
  const settled = assignField(first, 2, 'post')
  assert.equal(settled.columns[2]?.field, 'post')
  const remembered = rememberMapping(settled)
  const next = guessMapping(sheet(['岗位', '备注', '身份证号', '姓名']))
  assert.ok(next)
  assert.equal(next.fingerprint, remembered.fingerprint)
  assert.deepEqual(fieldsOf(applyRemembered(next, remembered)), ['post', 'note', 'identityNumber', 'name'])
  const other = guessMapping(sheet(['姓名', '身份证号', '岗位']))
  assert.ok(other)
  assert.deepEqual(applyRemembered(other, remembered), other)
})

test('a field moves when it is given to another column', () => {
  const mapping = guessMapping(sheet(['姓名', '身份证号', '曾用名']))
  assert.ok(mapping)
  assert.deepEqual(fieldsOf(assignField(mapping, 2, 'name')), [null, 'identityNumber', 'name'])
  assert.deepEqual(assignField(mapping, 1, null).missing, ['identityNumber'])
})
