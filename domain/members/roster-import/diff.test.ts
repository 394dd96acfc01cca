import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkDigitOf } from '../../shared/identity-number.ts'
import { addDays, plainDate as day } from '../../shared/plain-date.ts'
import { countOutcomes, type DiffFacts, diffRoster, type RegisterMember } from './diff.ts'
import { guessMapping } from './mapping.ts'
import { bigramSimilarity, bigramSuggester, type NamedOrg, toOrgKey } from './org-names.ts'
import { readRows } from './row.ts'
import type { Cell } from './sheet.ts'

const today = day('2026-06-01')
const header = [
  '姓名',
  '身份证号',
  '性别',
  '民族',
  '入党时间',
  '转正时间',
  '所在支部',
  '手机',
  '人员类别',
  '备注',
]
const idOf = (birth: string, order: string) => {
  const first17 = `990000${birth}${order}`
  return first17 + checkDigitOf(first17)
}
const branches: NamedOrg[] = [
  { id: 'b1', name: '柳林镇王庄村党支部', otherNames: ['王庄村党支部'] },
  { id: 'b2', name: '柳林镇李庄村党支部', otherNames: ['李庄村党支部'] },
  { id: 'b3', name: '东河镇王家庄村党支部' },
  { id: 'b4', name: '东河镇机关党支部', otherNames: ['机关支部'] },
  { id: 'b5', name: '柳林镇机关党支部', otherNames: ['机关支部'] },
]
const row = (name: string, birth: string, order = '002', change: Record<string, Cell> = {}): Cell[] => {
  const cells: Record<string, Cell> = {
    姓名: name,
    身份证号: idOf(birth, order),
    性别: Number(order.at(-1)) % 2 ? '男' : '女',
    民族: '汉',
    入党时间: '1998-07-01',
    转正时间: '1999-07-01',
    所在支部: '王庄村党支部',
    手机: '13812342210',
    人员类别: '正式党员',
    备注: null,
    ...change,
  }
  return header.map((title) => cells[title] ?? null)
}
const known = (
  memberId: string,
  name: string,
  birth: string,
  order = '002',
  change: Partial<RegisterMember> = {},
): RegisterMember => ({
  memberId,
  identityKey: `key:${idOf(birth, order)}`,
  name,
  bornOn: day(`${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`),
  state: 'active',
  values: {
    name,
    sex: Number(order.at(-1)) % 2 ? 'male' : 'female',
    bornOn: `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`,
    ethnicGroup: '汉族',
    admittedOn: '1998-07-01',
    convertedOn: '1999-07-01',
    branch: 'b1',
    phone: '13812342210',
    membershipKind: 'full',
  },
  ...change,
})
function diff(rows: Cell[][], register: RegisterMember[] = [], more: Partial<DiffFacts> = {}) {
  const sheet = { name: '花名册', rows: [header, ...rows] }
  const mapping = guessMapping(sheet)
  assert.ok(mapping)
  return diffRoster(readRows(sheet, mapping, today), {
    identityKeyOf: (number) => `key:${number}`,
    register,
    branches,
    suggest: bigramSuggester(branches),
    ...more,
  })
}

test('a member who is not in the register is new', () => {
  const [one] = diff([row('王芳', '19561103')])
  assert.ok(one?.outcome === 'new' && one.branchId === 'b1')
})

test('a member who is there unchanged is the same, whatever the spelling', () => {
  const register = [known('m1', '王 芳', '19561103')]
  const spellings: Record<string, Cell>[] = [
    {},
    { 入党时间: '1998.07' },
    { 手机: null },
    { 所在支部: '中共柳林镇王庄村支部委员会' },
  ]
  for (const change of spellings) {
    const [one] = diff([row('王芳', '19561103', '002', change)], register)
    assert.equal(one?.outcome, 'same', JSON.stringify(change))
  }
})

test('a month that may be January or October changes neither', () => {
  const member = known('m1', '王芳', '19561103')
  const register = [{ ...member, values: { ...member.values, admittedOn: '1998-10-20' } }]
  const [one] = diff([row('王芳', '19561103', '002', { 入党时间: '1998.1' })], register)
  assert.equal(one?.outcome, 'same')
})

test('changes are shown field by field, phones masked', () => {
  const changed = { 手机: '13912340000', 所在支部: '李庄村党支部', 入党时间: '1998-08-01', 民族: '回' }
  const [one] = diff([row('王芳', '19561103', '002', changed)], [known('m1', '王芳', '19561103')])
  assert.ok(one?.outcome === 'changed')
  assert.deepEqual(one.changes, [
    { field: 'ethnicGroup', from: '汉族', to: '回族' },
    { field: 'admittedOn', from: '1998-07-01', to: '1998-08-01' },
    { field: 'branch', from: 'b1', to: 'b2' },
    { field: 'phone', from: '138****2210', to: '139****0000' },
  ])
})

test('probable duplicates are left to people', () => {
  const register = [known('m1', '王芳', '19561103')]
  const sheetTwice = diff([row('赵敏', '19700101'), row('赵敏', '19700101')])
  assert.deepEqual(
    sheetTwice.map(({ outcome }) => outcome),
    ['new', 'duplicate'],
  )
  for (const [rows, expected] of [
    [[row('赵敏', '19700101'), row('赵敏', '19700101')], { code: 'same-number-in-sheet', otherRowNumber: 2 }],
    [
      [row('赵敏', '19700101'), row('赵敏', '19700101', '004')],
      { code: 'same-name-and-birth-date-in-sheet', otherRowNumber: 2 },
    ],
    [[row('王方', '19561103')], { code: 'same-number-other-name', memberId: 'm1' }],
    [[row('王芳', '19561103', '004')], { code: 'same-name-and-birth-date', memberId: 'm1' }],
  ] as const) {
    const last = diff([...rows], register).at(-1)
    assert.deepEqual(last?.outcome === 'duplicate' && last.duplicate, expected)
  }
})

test('two members of one name and birth date who are both in the register are no duplicates', () => {
  const register = [known('m1', '王芳', '19561103'), known('m2', '王芳', '19561103', '004')]
  const outcomes = diff([row('王芳', '19561103'), row('王芳', '19561103', '004')], register)
  assert.deepEqual(
    outcomes.map(({ outcome }) => outcome),
    ['same', 'same'],
  )
})

test('an unknown branch comes with the nearest names', () => {
  const [one] = diff([row('王芳', '19561103', '002', { 所在支部: '柳林镇王庄党支部' })])
  assert.ok(one?.outcome === 'unknownBranch' && !one.ambiguous)
  assert.equal(one.suggestions[0]?.orgId, 'b1')
  const [twice] = diff([row('王芳', '19561103', '002', { 所在支部: '机关支部' })])
  assert.ok(twice?.outcome === 'unknownBranch' && twice.ambiguous)
  assert.equal(twice.suggestions.length >= 2, true)
})

test('of two branches of one name a member who is there keeps the own one', () => {
  const shared = { 所在支部: '机关支部' }
  const own = known('m1', '王芳', '19561103')
  const [same] = diff(
    [row('王芳', '19561103', '002', shared)],
    [{ ...own, values: { ...own.values, branch: 'b5' } }],
  )
  assert.equal(same?.outcome, 'same')
  const [other] = diff([row('王芳', '19561103', '002', shared)], [own])
  assert.equal(other?.outcome, 'unknownBranch')
})

test('a branch that was assigned to a name is used', () => {
  const [one] = diff([row('王芳', '19561103', '002', { 所在支部: '机关支部' })], [], {
    assignedBranches: new Map([['机关支部', 'b5']]),
  })
  assert.ok(one?.outcome === 'new' && one.branchId === 'b5')
})

test('a row without number matches one namesake of the same birth date, otherwise it is refused', () => {
  const sheet = {
    name: 's',
    rows: [
      ['姓名', '身份证号', '出生日期', '手机'],
      ['王芳', null, '1956-11-03', '13912340000'],
    ],
  }
  const mapping = guessMapping(sheet)
  assert.ok(mapping)
  const rows = readRows(sheet, mapping, today)
  const facts = { identityKeyOf: (number: string) => number, branches, suggest: bigramSuggester(branches) }
  const [one] = diffRoster(rows, { ...facts, register: [known('m1', '王芳', '19561103')] })
  assert.ok(one?.outcome === 'changed' && one.memberId === 'm1')
  const [none] = diffRoster(rows, { ...facts, register: [] })
  assert.ok(none?.outcome === 'refused' && none.reasons[0]?.code === 'identity-number-missing')
})

test('R-212: an import neither reopens a closed file nor takes full membership away', () => {
  const closed = [known('m1', '王芳', '19561103', '002', { state: 'removedFromRolls' })]
  const [one] = diff([row('王芳', '19561103')], closed)
  assert.ok(one?.outcome === 'refused' && one.reasons[0]?.code === 'member-already-closed')
  const [back] = diff(
    [row('王芳', '19561103', '002', { 人员类别: '预备党员' })],
    [known('m1', '王芳', '19561103')],
  )
  assert.ok(back?.outcome === 'refused' && back.reasons[0]?.code === 'membership-kind-backwards')
})

test('a new member needs a branch and a day of admission', () => {
  for (const [change, code] of [
    [{ 所在支部: null }, 'branch-name-missing'],
    [{ 入党时间: null, 转正时间: null }, 'admission-date-missing'],
  ] as const) {
    const [one] = diff([row('王芳', '19561103', '002', change)])
    assert.ok(one?.outcome === 'refused' && one.reasons[0]?.code === code)
  }
})

test('names of organisations are compared without the words offices add', () => {
  for (const [a, b] of [
    ['中共柳林镇王庄村支部委员会', '柳林镇王庄村党支部'],
    ['中国共产党清源县柳林镇委员会', '清源县柳林镇党委'],
    ['清源一中党总支部委员会', '清源一中党总支'],
    ['王庄村（第一）党支部', '王庄村(第一)党支部 '],
  ] as const) {
    assert.equal(toOrgKey(a), toOrgKey(b), a)
    assert.equal(bigramSimilarity(a, b), 1)
  }
  assert.notEqual(toOrgKey('柳林镇党委'), toOrgKey('柳林镇党总支'))
  assert.ok(
    bigramSimilarity('王庄村党支部', '王家庄村党支部') > bigramSimilarity('王庄村党支部', '粮食局党支部'),
  )
  assert.equal(bigramSimilarity('', '王庄'), 0)
})

// The limit is loose for a busy machine; a step that is not linear takes minutes.
test('thirty thousand rows are read and compared in a few seconds', { timeout: 10_000 }, () => {
  const many = Array.from({ length: 30_000 }, (_, index) => {
    const born = addDays(day('1940-01-01'), index).replaceAll('-', '')
    return row(`王${String.fromCharCode(0x4e00 + (index % 20_000))}`, born, '002', {
      所在支部: `${index % 1500}村党支部`,
    })
  })
  const sheet = { name: 's', rows: [header, ...many] }
  const orgs = Array.from({ length: 1500 }, (_, index) => ({ id: `b${index}`, name: `${index}村第一党支部` }))
  const mapping = guessMapping(sheet)
  assert.ok(mapping)
  const read = readRows(sheet, mapping, today)
  const facts = {
    identityKeyOf: (number: string) => number,
    register: [],
    branches: orgs,
    suggest: bigramSuggester(orgs),
  }
  const counts = countOutcomes(diffRoster(read, facts))
  assert.equal(
    Object.values(counts).reduce((sum, count) => sum + count, 0),
    30_000,
  )
  assert.ok(counts.unknownBranch > 20_000)
})
