import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../shared/plain-date.ts'
import { readIdentityNumber } from '../../shared/identity-number.ts'
import { checkDigitOf } from '../../shared/identity-number.ts'
import { cautionsOf, isTickedAtFirst, toNewcomer } from './caution.ts'
import type { ParsedRow } from './row.ts'

const today = plainDate('2026-11-03')
const first17 = '99000019561103002'
const identity = readIdentityNumber(first17 + checkDigitOf(first17))
const day = (text: string) => ({ day: plainDate(text), precision: 'day' as const, monthUnsure: false })

function row(changes: Partial<ParsedRow>): ParsedRow {
  const empty = {
    ethnicGroup: undefined,
    education: undefined,
    branchName: undefined,
    groupName: undefined,
    phone: undefined,
    membershipKind: undefined,
    post: undefined,
    workplace: undefined,
    address: undefined,
    note: undefined,
  }
  return {
    ...empty,
    rowNumber: 3,
    name: '王芳',
    identity: identity.ok ? identity.value : undefined,
    sex: 'female',
    bornOn: day('1956-11-03'),
    admittedOn: day('1998-07-01'),
    convertedOn: day('1999-07-01'),
    category: 'farmer',
    doubts: [],
    ...changes,
  }
}

const codeOf = (changes: Partial<ParsedRow>) => {
  const made = toNewcomer(row(changes), today)
  return made.ok ? made.value.convertedOn : made.code
}

test('R-109 changes of standing, kind and branch wait unticked; a category only says what follows', () => {
  const change = (field: 'convertedOn' | 'branch' | 'category' | 'phone') => ({ field, from: null, to: 'x' })
  assert.ok(isTickedAtFirst([change('phone'), change('category')]))
  assert.ok(!isTickedAtFirst([change('phone'), change('convertedOn')]))
  assert.deepEqual(
    cautionsOf([change('branch'), change('convertedOn'), change('category'), change('phone')]).map(
      ({ code }) => code,
    ),
    ['branch-changes', 'standing-changes', 'category-changes'],
  )
})

test('R-105 who must be full by now needs the day of conversion', () => {
  assert.equal(codeOf({}), '1999-07-01')
  assert.equal(codeOf({ convertedOn: undefined }), 'conversion-date-missing')
  assert.equal(codeOf({ convertedOn: undefined, admittedOn: day('2026-01-10') }), null)
  assert.equal(
    codeOf({ convertedOn: undefined, admittedOn: day('2026-01-10'), membershipKind: 'full' }),
    'conversion-date-missing',
  )
  assert.equal(codeOf({ convertedOn: undefined, membershipKind: 'probationary' }), null)
  assert.equal(codeOf({ membershipKind: 'probationary' }), 'membership-kind-disagrees')
})

test('R-139 those admitted in the years without probation are full from the day of admission', () => {
  assert.equal(codeOf({ admittedOn: day('1975-03-02'), convertedOn: undefined }), '1975-03-02')
  assert.equal(codeOf({ admittedOn: day('1968-03-02'), convertedOn: undefined }), 'conversion-date-missing')
})

test('a new file needs number and admission date; a missing category and an unknown day are said', () => {
  assert.equal(codeOf({ identity: undefined }), 'identity-number-missing')
  assert.equal(codeOf({ admittedOn: undefined }), 'admission-date-missing')
  const made = toNewcomer(
    row({
      category: undefined,
      admittedOn: { day: plainDate('1998-07-01'), precision: 'month', monthUnsure: false },
    }),
    today,
  )
  assert.ok(made.ok)
  assert.equal(made.value.category, 'other')
  assert.deepEqual(
    made.value.cautions.map(({ code }) => code),
    ['category-missing', 'admission-day-unknown'],
  )
})
