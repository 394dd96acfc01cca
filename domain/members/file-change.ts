import { agree, type Decision, refuse } from '../shared/decision.ts'
import {
  compareWithStated,
  type IdentityNumberRefusal,
  readIdentityNumber,
  type Sex,
} from '../shared/identity-number.ts'
import { type PhoneRefusal, readPhone } from '../shared/phone.ts'
import { parsePlainDate, type PlainDate } from '../shared/plain-date.ts'
import { normaliseName, tidyText } from '../shared/text.ts'
import { educations } from './education.ts'
import { findEthnicGroup } from './ethnic-groups.ts'
import { type FileField, fileFields } from './file-field.ts'
import { checkMembershipDates, type MembershipDateRefusal } from './standing.ts'

/** The facts of a file that are changed one by one, numbers in full. */
export type FileFacts = {
  readonly name: string
  readonly identityNumber: string | null
  readonly sex: Sex
  readonly bornOn: PlainDate
  readonly ethnicGroup: string | null
  readonly education: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly workplace: string
  readonly post: string
  readonly admittedOn: PlainDate
  readonly convertedOn: PlainDate | null
  readonly extensionMonths: number
  readonly earlyConversion: string
}

/** What was typed, field by field; an empty text clears a field that may be empty. */
export type FileTexts = Partial<Readonly<Record<FileField, string | number | undefined>>>
export type FileChange = {
  readonly field: FileField
  readonly before: string | number | null
  readonly after: string | number | null
}
export type FileValueRefusal =
  | IdentityNumberRefusal
  | PhoneRefusal
  | MembershipDateRefusal
  | 'member-value-invalid'
  | 'identity-number-disagrees'

/**
 * Reads typed changes of a file and checks them together with what stays: names and numbers in their one form, number
 * against birth date and sex, dates of membership against each other. Fields that stay the same are
 * left out. Refuses values that cannot be read or cannot be true together.
 */
export function readFileChanges(
  now: FileFacts,
  typed: FileTexts,
  today: PlainDate,
): Decision<{ readonly facts: FileFacts; readonly changes: readonly FileChange[] }, FileValueRefusal> {
  let facts = now
  for (const field of fileFields) {
    const text = typed[field]
    if (text === undefined) continue
    const read = readField(field, text)
    if (!read.ok) return read
    facts = { ...facts, [field]: read.value }
  }
  const changes = fileFields
    .filter((field) => facts[field] !== now[field])
    .map((field) => ({ field, before: now[field], after: facts[field] }))
  const checked = checkFile(facts, today, new Set(changes.map(({ field }) => field)))
  return checked.ok ? agree({ facts, changes }) : checked
}

/** Checks a whole file, or the parts of it that changed. */
export function checkFile(
  facts: FileFacts,
  today: PlainDate,
  changed: ReadonlySet<FileField> = new Set(fileFields),
): Decision<FileFacts, FileValueRefusal> {
  if (
    (['identityNumber', 'bornOn', 'sex'] as const).some((field) => changed.has(field)) &&
    facts.identityNumber
  ) {
    const identity = readIdentityNumber(facts.identityNumber)
    if (!identity.ok) return identity
    const differences = compareWithStated(identity.value, {
      bornOn: { day: facts.bornOn, precision: 'day' },
      sex: facts.sex,
    })
    if (differences.length > 0) return refuse('identity-number-disagrees', { differences })
  }
  const dated = ['bornOn', 'admittedOn', 'convertedOn', 'earlyConversion'] as const
  if (!dated.some((field) => changed.has(field))) return agree(facts)
  const dates = checkMembershipDates(facts, today)
  const excused =
    !dates.ok && dates.code === 'conversion-before-probation-ends' && facts.earlyConversion !== ''
  return dates.ok || excused ? agree(facts) : dates
}

function readField(
  field: FileField,
  typed: string | number,
): Decision<string | number | null, FileValueRefusal> {
  const invalid = refuse('member-value-invalid', { field })
  if (field === 'extensionMonths') {
    const months = Number(typed)
    return months === 0 || (Number.isInteger(months) && months >= 6 && months <= 12) ? agree(months) : invalid
  }
  const text = tidyText(String(typed))
  switch (field) {
    case 'name': {
      const name = normaliseName(text)
      return name.length >= 2 ? agree(name) : invalid
    }
    case 'identityNumber': {
      const read = readIdentityNumber(text)
      return read.ok ? agree(read.value.number) : read
    }
    case 'sex':
      return text === 'male' || text === 'female' ? agree(text) : invalid
    case 'phone': {
      if (text === '') return agree(null)
      const read = readPhone(text)
      return read.ok ? agree(read.value.number) : read
    }
    case 'ethnicGroup':
      return text === '' ? agree(null) : known(findEthnicGroup(text), invalid)
    case 'education':
      return text === ''
        ? agree(null)
        : known(
            educations.find((one) => one === text),
            invalid,
          )
    case 'bornOn':
    case 'admittedOn':
      return known(parsePlainDate(text), invalid)
    case 'convertedOn':
      return text === '' ? agree(null) : known(parsePlainDate(text), invalid)
    case 'address':
      return agree(text === '' ? null : text)
    case 'workplace':
    case 'post':
    case 'earlyConversion':
      return agree(text)
  }
}

function known<Value, Code extends string>(
  value: Value | undefined,
  otherwise: ReturnType<typeof refuse<Code>>,
): Decision<Value, Code> {
  return value === undefined ? otherwise : agree(value)
}
