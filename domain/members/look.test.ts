import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fileFields, isSealedField, needsOfficer } from './file-field.ts'
import { checkPurpose } from './look.ts'

describe('looking at a file', () => {
  it('R-281: a purpose of the list is enough, "other" needs words', () => {
    assert.deepEqual(checkPurpose('contact', ' '), { ok: true, value: { purpose: 'contact', note: '' } })
    assert.equal(checkPurpose('other', '  查 ').ok, false)
    assert.deepEqual(checkPurpose('other', ' 核对补助名单 '), {
      ok: true,
      value: { purpose: 'other', note: '核对补助名单' },
    })
  })

  it('R-112: who somebody is and since when a member is settled by an officer; phone and post are not', () => {
    assert.deepEqual(
      fileFields.filter((field) => !needsOfficer(field)),
      ['ethnicGroup', 'education', 'phone', 'address', 'workplace', 'post'],
    )
    assert.deepEqual(fileFields.filter(isSealedField), ['identityNumber', 'phone', 'address'])
  })
})
