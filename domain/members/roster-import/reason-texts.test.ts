import assert from 'node:assert/strict'
import { test } from 'node:test'
import { identityNumberRefusals } from '../../shared/identity-number.ts'
import { phoneRefusals } from '../../shared/phone.ts'
import { membershipDateRefusals } from '../standing.ts'
import { cellRefusals } from './cell-values.ts'
import { dateCellRefusals } from './date-cell.ts'
import { saidReasons, sayReason } from './reason-texts.ts'

test('every reason a row can be refused or doubted for has a text', () => {
  const codes = [
    ...identityNumberRefusals,
    ...phoneRefusals,
    ...dateCellRefusals,
    ...membershipDateRefusals,
    ...cellRefusals,
  ]
  assert.deepEqual(
    codes.filter((code) => !saidReasons.includes(code)),
    [],
  )
})

test('texts carry their facts', () => {
  assert.equal(sayReason('identity-number-wrong-length', { length: 17 }).zh, '身份证号是 17 位，应为 18 位')
  assert.equal(sayReason('branch-unknown', { name: '石门支部' }).zh, '没有“石门支部”这个党支部')
  assert.equal(sayReason('of-tomorrow', {}).zh, 'of-tomorrow')
})
