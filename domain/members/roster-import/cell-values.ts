import { agree, type Decision, refuse } from '../../shared/decision.ts'
import {
  type IdentityFacts,
  type IdentityNumberRefusal,
  readIdentityNumber,
  type Sex,
} from '../../shared/identity-number.ts'
import { type Phone, type PhoneRefusal, readPhone } from '../../shared/phone.ts'
import { squeezeText, tidyText } from '../../shared/text.ts'
import type { MemberCategory } from '../category.ts'
import type { Education } from '../education.ts'
import { findEthnicGroup } from '../ethnic-groups.ts'
import type { MembershipKind } from '../member.ts'
import { type Cell, toCellText } from './sheet.ts'

export const cellRefusals = [
  'identity-number-lost-digits',
  'phone-lost-digits',
  'sex-not-readable',
  'education-not-readable',
  'ethnic-group-not-readable',
  'member-class-not-readable',
] as const
export type CellRefusal = (typeof cellRefusals)[number]

const nothing = /^(?:|-+|\/|—+|无|暂无|不详|null|n\/a)$/i

/** Text of a cell, tidied; null when it says nothing. */
export function readTextCell(cell: Cell): string | null {
  const text = tidyText(toCellText(cell))
  return nothing.test(text) ? null : text
}

/** An identity number; refuses one a spreadsheet kept as a number, because its last digits are lost. */
export function readIdentityCell(
  cell: Cell,
): Decision<IdentityFacts, IdentityNumberRefusal | 'identity-number-lost-digits'> {
  const text = squeezeText(toCellText(cell))
  if (typeof cell === 'number' && Math.abs(cell) > Number.MAX_SAFE_INTEGER)
    return refuse('identity-number-lost-digits')
  if (/^\d(?:\.\d+)?e\+?1[67]$/i.test(text)) return refuse('identity-number-lost-digits')
  const read = readIdentityNumber(text.replace(/\.0+$/, ''))
  // Fifteen digits are all a spreadsheet keeps; it writes zeros for the rest.
  if (!read.ok && read.code === 'identity-number-wrong-check-digit' && /000(?:\.0+)?$/.test(text)) {
    return refuse('identity-number-lost-digits')
  }
  // The last four find the row on paper; they are shown masked elsewhere too.
  if (!read.ok && read.code === 'identity-number-wrong-check-digit') {
    return refuse(read.code, { tail: text.replace(/\.0+$/, '').slice(-4) })
  }
  return read
}

/** A telephone number; a mobile kept as a number is whole, one written with an exponent is not. */
export function readPhoneCell(cell: Cell): Decision<Phone | null, PhoneRefusal | 'phone-lost-digits'> {
  const text = squeezeText(toCellText(cell)).replace(/\.0+$/, '')
  if (nothing.test(text)) return agree(null)
  if (/^\d(?:\.\d+)?e\+?1\d$/i.test(text)) return refuse('phone-lost-digits')
  return readPhone(text)
}

const sexes: Readonly<Record<string, Sex>> = {
  男: 'male',
  男性: 'male',
  '1': 'male',
  m: 'male',
  male: 'male',
  女: 'female',
  女性: 'female',
  '2': 'female',
  f: 'female',
  female: 'female',
}

export function readSexCell(cell: Cell): Decision<Sex | null, 'sex-not-readable'> {
  const text = squeezeText(toCellText(cell)).toLowerCase()
  if (nothing.test(text)) return agree(null)
  return valueOr(sexes[text], 'sex-not-readable', text)
}

// In this order: a longer word is tried before a word it contains.
const educationWords: readonly (readonly [RegExp, Education])[] = [
  [/博士/, 'doctor'],
  [/硕士/, 'master'],
  [/研究生/, 'postgraduate'],
  [/大专|专科|高职/, 'juniorCollege'],
  [/本科|大学|学士/, 'bachelor'],
  [/中专|中等专科|技校|中技|职高|职业高中|中等职业/, 'technicalSecondary'],
  [/高中/, 'highSchool'],
  [/初中|中学/, 'middleSchool'],
  [/小学/, 'primarySchool'],
  [/文盲|半文盲|未上学|不识字/, 'none'],
]

/** A level of education by its word, `大学本科` or `省委党校大学`; `中等专科` is not a college. */
export function readEducationCell(cell: Cell): Decision<Education | null, 'education-not-readable'> {
  const text = squeezeText(toCellText(cell))
  if (nothing.test(text)) return agree(null)
  if (/中等专科/.test(text)) return agree('technicalSecondary')
  const found = educationWords.find(([word]) => word.test(text))
  return valueOr(found?.[1], 'education-not-readable', text)
}

export function readEthnicGroupCell(cell: Cell): Decision<string | null, 'ethnic-group-not-readable'> {
  const text = squeezeText(toCellText(cell))
  if (nothing.test(text)) return agree(null)
  return valueOr(findEthnicGroup(text), 'ethnic-group-not-readable', text)
}

export type MemberClass = { readonly membershipKind?: MembershipKind; readonly category?: MemberCategory }

const classWords: readonly (readonly [RegExp, MemberClass])[] = [
  [/^(?:是|正式|正式党员|中共党员)$/, { membershipKind: 'full' }],
  [/^(?:否|预备|预备党员|中共预备党员)$/, { membershipKind: 'probationary' }],
  [/离休|退休|离退/, { category: 'retiredMember' }],
  [/下岗|失业|待业/, { category: 'laidOffMember' }],
  [/学生/, { category: 'student' }],
  [/农民|务农|农牧渔|农村党员|村民/, { category: 'farmer' }],
  [/个体|自由职业|自主创业|灵活就业|新就业/, { category: 'selfEmployed' }],
  [
    /在职|在岗|公务员|职工|工人|干部|教师|医生|事业|机关|企业|管理人员|技术人员|警察|军人/,
    { category: 'servingMember' },
  ],
  [/其他|其它|无业|居民|家务/, { category: 'other' }],
]

/** Full or probationary, or a category: offices use the same heading for both. `正式党员（退休）` gives both. */
export function readMemberClassCell(cell: Cell): Decision<MemberClass | null, 'member-class-not-readable'> {
  const text = squeezeText(toCellText(cell))
  if (nothing.test(text)) return agree(null)
  const found: MemberClass = {}
  let read = found
  for (const part of text.split(/[()、,，/]/).filter((word) => word !== '')) {
    const meaning = classWords.find(([word]) => word.test(part))?.[1]
    if (meaning) read = { ...meaning, ...read }
  }
  return read === found ? refuse('member-class-not-readable', { text: shown(text) }) : agree(read)
}

function valueOr<Value, Code extends string>(
  value: Value | undefined,
  code: Code,
  text: string,
): Decision<Value, Code> {
  return value === undefined ? refuse(code, { text: shown(text) }) : agree(value)
}

// A wrong column can put an identity number anywhere; a refusal shows no long run of digits.
function shown(text: string): string {
  return text.slice(0, 24).replace(/\d{9,}/g, '*')
}
