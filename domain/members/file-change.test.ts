import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkDigitOf } from '../shared/identity-number.ts'
import { plainDate as day } from '../shared/plain-date.ts'
import { checkFile, type FileFacts, type FileTexts, readFileChanges } from './file-change.ts'

const today = day('2026-11-03')
const numberOf = (first17: string) => first17 + checkDigitOf(first17)
const file: FileFacts = {
  name: '何白露',
  identityNumber: numberOf('99010119860908302'),
  sex: 'female',
  bornOn: day('1986-09-08'),
  ethnicGroup: '汉族',
  education: 'bachelor',
  phone: null,
  address: null,
  workplace: '',
  post: '村会计',
  admittedOn: day('2014-06-18'),
  convertedOn: day('2015-06-18'),
  extensionMonths: 0,
  earlyConversion: '',
}
const read = (typed: FileTexts) => readFileChanges(file, typed, today)
const codeOf = (typed: FileTexts) => {
  const answer = read(typed)
  return answer.ok ? 'agreed' : answer.code
}

describe('changes of a file', () => {
  it('brings typed values into their one form and leaves out what stays the same', () => {
    const answer = read({ name: '何　白露', phone: '138-0000 2210 ', ethnicGroup: '回', post: ' 村会计 ' })
    assert.deepEqual(answer.ok && answer.value.changes, [
      { field: 'ethnicGroup', before: '汉族', after: '回族' },
      { field: 'phone', before: null, after: '13800002210' },
    ])
  })

  it('an empty text clears what may be empty and nothing else', () => {
    const answer = read({ education: '', ethnicGroup: '', convertedOn: '' })
    assert.deepEqual(answer.ok && answer.value.changes.map(({ after }) => after), [null, null, null])
    assert.equal(codeOf({ identityNumber: '' }), 'identity-number-missing')
    assert.equal(codeOf({ name: ' ' }), 'member-value-invalid')
    assert.equal(codeOf({ bornOn: '' }), 'member-value-invalid')
  })

  it('refuses values that cannot be read', () => {
    assert.equal(codeOf({ phone: '12345' }), 'phone-not-a-number')
    assert.equal(codeOf({ identityNumber: '990101198609083021' }), 'identity-number-wrong-check-digit')
    assert.equal(codeOf({ ethnicGroup: '火星' }), 'member-value-invalid')
    assert.equal(codeOf({ education: 'genius' }), 'member-value-invalid')
    assert.equal(codeOf({ admittedOn: '2014-02-30' }), 'member-value-invalid')
    assert.equal(codeOf({ sex: 'x' }), 'member-value-invalid')
    assert.equal(codeOf({ extensionMonths: 5 }), 'member-value-invalid')
    assert.equal(codeOf({ extensionMonths: 6 }), 'agreed')
  })

  it('the number, the birth date and the sex must agree, whichever is changed', () => {
    assert.equal(codeOf({ bornOn: '1986-09-09' }), 'identity-number-disagrees')
    assert.equal(codeOf({ sex: 'male' }), 'identity-number-disagrees')
    const later = numberOf('99010119860909302')
    assert.equal(codeOf({ identityNumber: later }), 'identity-number-disagrees')
    assert.equal(codeOf({ identityNumber: later, bornOn: '1986-09-09' }), 'agreed')
  })

  it('R-105: conversion within a year needs its reason', () => {
    assert.equal(codeOf({ convertedOn: '2015-06-17' }), 'conversion-before-probation-ends')
    assert.equal(codeOf({ convertedOn: '2015-06-17', earlyConversion: '抗洪火线转正' }), 'agreed')
    assert.equal(codeOf({ admittedOn: '2027-01-01' }), 'admission-in-future')
    assert.equal(codeOf({ admittedOn: '2003-01-01' }), 'admission-under-age')
  })

  it('a change elsewhere does not stumble over an old file whose dates are odd', () => {
    const odd = { ...file, convertedOn: day('2014-07-01') }
    assert.equal(readFileChanges(odd, { post: '会计' }, today).ok, true)
    assert.equal(checkFile(odd, today).ok, false)
  })
})
