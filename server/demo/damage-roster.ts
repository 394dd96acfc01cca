import { checkDigitOf } from '@steward/domain/shared/identity-number.ts'
import type { Cell, CellRange } from '#platform/sheets/sheet.ts'

/** What a comparison must find in a damaged roster, exactly. */
export type Planted = {
  readonly new: number
  readonly changed: number
  readonly double: number
  readonly refused: number
  readonly same: number
  /** Changes that rest on papers and wait unticked. */
  readonly unticked: number
  /** Refused rows by reason. */
  readonly reasons: Readonly<Record<string, number>>
}
export type DamagedRoster = {
  readonly rows: Cell[][]
  readonly merged: CellRange[]
  readonly planted: Planted
}

/** Columns of an exported roster by their heading, in an order no export has, under names offices use. */
const LAYOUT = [
  ['所在党支部', '组织名称'],
  ['姓名', '党员姓名'],
  ['性别', '性 别'],
  ['身份证号', '公民身份号码（必填）'],
  ['出生日期', '出生年月'],
  ['民族', '民族'],
  ['学历', '文化程度'],
  ['入党日期', '加入党组织日期'],
  ['转正日期', '转为正式党员时间'],
  ['身份类别', '岗位类别'],
  ['联系电话', '手机号码'],
  ['住址', '家庭住址'],
] as const
type Column = (typeof LAYOUT)[number][0]
type Person = Record<Column, Cell>

const NEWCOMERS = 7
const AS_FLOAT = 6
const WRONG_DIGIT = 5
const TWICE = 3
const NAMESAKES_IN_SHEET = 1
const NAMESAKES_ON_REGISTER = 2
const UNKNOWN_BRANCH = 4
const NAMELESS = 2
const WRONG_SEX = 2
const NEW_PHONE = 5
const NEW_EDUCATION = 3
const NEW_CATEGORY = 2
const NEW_CONVERSION = 1

/**
 * Plants eight damages into a roster as it was exported in full: (1) title rows and joined cells, (2) columns in another
 * order under other names, (3) identity numbers kept as figures, (4) days in six spellings, (5) full-width digits and
 * blanks, (6) wrong check digits, (7) doubles, (8) unknown branches, missing names, sex against number. Some people are
 * changed and some are new. `rows` begins with title and header, and ends with the export's foot.
 */
export function damageRoster(rows: readonly (readonly Cell[])[]): DamagedRoster {
  // A number that ends in three zeros survives as a figure.
  const people = peopleOf(rows).toSorted((a, b) => Number(endsInZeros(a)) - Number(endsInZeros(b)))
  // From each end another kind of damage, so that no row gets two.
  let next = 0
  const take = (count: number) => people.slice(next, (next += count))
  const planted = [
    ...take(AS_FLOAT).map((person) => ({
      ...person,
      身份证号: Number(`${String(person.身份证号).slice(0, 15)}000`),
    })),
    ...take(WRONG_DIGIT).map((person) => ({ ...person, 身份证号: withWrongDigit(String(person.身份证号)) })),
    ...take(UNKNOWN_BRANCH).map((person) => ({ ...person, 所在党支部: '石门支部' })),
    ...take(NAMELESS).map((person) => ({ ...person, 姓名: ' ' })),
    ...take(WRONG_SEX).map((person) => ({ ...person, 性别: person.性别 === '男' ? '女' : '男' })),
    ...take(NEW_PHONE).map((person, index) => ({ ...person, 联系电话: 13_800_000_100 + index })),
    ...take(NEW_EDUCATION).map((person) => ({
      ...person,
      学历: person.学历 === '省委党校大学' ? '大专' : '博士',
    })),
    ...take(NEW_CATEGORY).map((person) => ({
      ...person,
      身份类别: person.身份类别 === '学生' ? '其他' : '学生',
    })),
    ...take(NEW_CONVERSION).map((person) => ({ ...person, 转正日期: dayAfter(String(person.转正日期)) })),
  ]
  const dropped = take(NAMESAKES_ON_REGISTER)
  const whole = people.slice(next)
  const branch = String(whole[0]?.所在党支部 ?? '')
  const newcomers = Array.from({ length: NEWCOMERS }, (_, index) => newcomer(index, branch))
  const doubles = [
    ...whole.slice(0, TWICE).map((person) => ({ ...person })),
    ...[...whole.slice(TWICE, TWICE + NAMESAKES_IN_SHEET), ...dropped].map((person, index) => ({
      ...person,
      身份证号: namesakeNumber(person, index),
    })),
  ]
  const spelled = [...planted, ...whole.map(spellOtherwise)]
  const { body, merged } = joinBranches([...spelled, ...newcomers, ...doubles], planted.length, whole.length)
  const width = LAYOUT.length
  const heads: Cell[][] = [
    ['云溪镇党员花名册（2026年11月）'],
    ['填报单位：云溪镇党委', null, null, null, null, null, null, null, '填报日期：2026.11.3'],
    [],
    LAYOUT.map(([, heading]) => heading),
  ]
  return {
    rows: [
      ...heads,
      ...body,
      ['填表人：王小满', null, null, '审核人：李谷雨'],
      ['合计', whole.length + planted.length],
    ],
    merged: [
      { top: 0, left: 0, bottom: 0, right: width - 1 },
      { top: 1, left: 0, bottom: 1, right: 7 },
      ...merged.map((range) => ({
        ...range,
        top: range.top + heads.length,
        bottom: range.bottom + heads.length,
      })),
    ],
    planted: {
      new: NEWCOMERS,
      changed: NEW_PHONE + NEW_EDUCATION + NEW_CATEGORY + NEW_CONVERSION,
      double: TWICE + NAMESAKES_IN_SHEET + NAMESAKES_ON_REGISTER,
      refused: AS_FLOAT + WRONG_DIGIT + UNKNOWN_BRANCH + NAMELESS + WRONG_SEX,
      same: whole.length,
      unticked: NEW_CONVERSION,
      reasons: {
        'identity-number-lost-digits': AS_FLOAT,
        'identity-number-wrong-check-digit': WRONG_DIGIT,
        'branch-unknown': UNKNOWN_BRANCH,
        'name-missing': NAMELESS,
        'sex-differs-from-identity-number': WRONG_SEX,
      },
    },
  }
}

function peopleOf(rows: readonly (readonly Cell[])[]): Person[] {
  const header = rows[1] ?? []
  const places = LAYOUT.map(([column]) => [column, header.indexOf(column)] as const)
  return rows.slice(2, -1).map((row) => {
    // Every column of the layout is filled here.
    const person = Object.fromEntries(places.map(([column, index]) => [column, row[index] ?? null]))
    return person as Person
  })
}

function endsInZeros(person: Person): boolean {
  return String(person.身份证号).endsWith('000')
}

function withWrongDigit(number: string): string {
  const last = number.at(-1) === '7' ? '8' : '7'
  return number.slice(0, 17) + last
}

function numberOf(first17: string): string {
  return first17 + checkDigitOf(first17)
}

/** Another number of somebody born the same day. */
function namesakeNumber(person: Person, index: number): string {
  const number = String(person.身份证号)
  const serial = 900 + index * 2 + (Number(number[16]) % 2)
  return numberOf(`${number.slice(0, 14)}${serial}`)
}

function newcomer(index: number, branch: string): Person {
  return {
    所在党支部: branch,
    姓名: `新芽${'甲乙丙丁戊己庚'.charAt(index)}`,
    性别: index % 2 === 0 ? '女' : '男',
    身份证号: numberOf(
      `9901001990010${1 + index}8${String(index % 2 === 0 ? 20 : 21)}`.padEnd(17, '0').slice(0, 17),
    ),
    出生日期: null,
    民族: '汉',
    学历: '大学本科',
    入党日期: '2015-07-01',
    转正日期: '2016-07-01',
    身份类别: '农民',
    联系电话: 13_900_000_200 + index,
    住址: '清源县云溪镇',
  }
}

function dayAfter(day: string): string {
  const last = Number(day.slice(8))
  return `${day.slice(0, 8)}${String(last === 28 ? 27 : Math.min(last + 1, 28)).padStart(2, '0')}`
}

const SPELLINGS: readonly ((day: string) => Cell)[] = [
  (day) => day.replaceAll('-', '.'),
  (day) => day.replaceAll('-0', '/').replaceAll('-', '/'),
  (day) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`,
  (day) => Number(day.replaceAll('-', '')),
  (day) => serialOf(day),
  (day) => `${day} 00:00:00 `,
]

const DAY_MS = 86_400_000
const DAYS_TO_1970 = 25_569

/** The number office programs keep for a day. */
function serialOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS + DAYS_TO_1970
}

/** The same person in other signs: nothing may change. */
function spellOtherwise(person: Person, index: number): Person {
  const spell = (day: Cell, offset: number): Cell =>
    typeof day === 'string' ? (SPELLINGS[(index + offset) % SPELLINGS.length]?.(day) ?? day) : day
  const wide = (cell: Cell): Cell =>
    typeof cell === 'string'
      ? cell.replace(/[0-9X]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
      : cell
  const phone =
    index % 4 === 1 && /^1\d{10}$/.test(String(person.联系电话)) ? Number(person.联系电话) : person.联系电话
  return {
    ...person,
    姓名: index % 3 === 0 ? `${String(person.姓名)}　 ` : person.姓名,
    身份证号:
      index % 3 === 1
        ? wide(person.身份证号)
        : index % 3 === 2
          ? ` ${String(person.身份证号)} `
          : person.身份证号,
    出生日期: spell(person.出生日期, 0),
    入党日期: spell(person.入党日期, 1),
    转正日期: spell(person.转正日期, 2),
    联系电话: index % 4 === 0 ? wide(phone) : phone,
  }
}

/** Branch cells of neighbours are joined into one, as people do by hand; only among the undamaged rows. */
function joinBranches(
  people: readonly Person[],
  from: number,
  count: number,
): { body: Cell[][]; merged: CellRange[] } {
  const merged: CellRange[] = []
  const body = people.map((person) => LAYOUT.map(([column]) => person[column]))
  let top = from
  for (let at = from + 1; at <= from + count; at += 1) {
    const same = at < from + count && people[at]?.所在党支部 === people[top]?.所在党支部
    if (same) continue
    if (at - 1 > top) merged.push({ top, left: 0, bottom: at - 1, right: 0 })
    for (let row = top + 1; row < at; row += 1) body[row]?.splice(0, 1, null)
    top = at
  }
  return { body, merged }
}
