import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDefaultAccountName, readAccountName } from './account-name.ts'
import {
  checkStep,
  mustFirst,
  readSecondFactorRoles,
  readStepCode,
  type Readiness,
  stepAt,
} from './second-factor.ts'

const ready: Readiness = {
  openedWith: 'password',
  mustChangePassword: false,
  roles: ['member'],
  secondFactorConfirmed: false,
  secondFactorShown: false,
  demandedOf: [],
}

test('R-301: a code counts once, and only one of a later step after it', () => {
  const step = stepAt(new Date('2026-11-03T01:00:15Z'))
  assert.equal(stepAt(new Date('2026-11-03T01:00:30Z')), step + 1)
  assert.deepEqual(checkStep(step, null), { ok: true, value: step })
  assert.deepEqual(checkStep(step + 1, step), { ok: true, value: step + 1 })
  assert.equal(checkStep(step, step).ok, false)
  assert.equal(checkStep(step - 1, step).ok, false)
  assert.equal(checkStep(undefined, null).ok, false)
})

test('R-301: the second factor comes first where it is set up or the role is asked for it', () => {
  assert.equal(mustFirst(ready), null)
  assert.equal(mustFirst({ ...ready, demandedOf: ['branch-secretary'] }), null)
  assert.equal(mustFirst({ ...ready, demandedOf: ['member'] }), 'second-factor-first')
  assert.equal(mustFirst({ ...ready, secondFactorConfirmed: true }), 'second-factor-first')
  assert.equal(mustFirst({ ...ready, secondFactorConfirmed: true, secondFactorShown: true }), null)
  assert.equal(mustFirst({ ...ready, demandedOf: ['member'], secondFactorShown: true }), null)
})

test('R-298, R-338: a set-up second factor comes before the password change, a demanded one after; a counter code needs neither', () => {
  const temporary = { ...ready, mustChangePassword: true }
  assert.equal(mustFirst(temporary), 'password-change-first')
  assert.equal(mustFirst({ ...temporary, demandedOf: ['member'] }), 'password-change-first')
  assert.equal(mustFirst({ ...temporary, secondFactorConfirmed: true }), 'second-factor-first')
  const shown = { ...temporary, secondFactorConfirmed: true, secondFactorShown: true }
  assert.equal(mustFirst(shown), 'password-change-first')
  assert.equal(mustFirst({ ...temporary, secondFactorConfirmed: true, openedWith: 'counter-code' }), null)
})

test('typed codes are read with blanks and full-width digits, nothing else', () => {
  assert.equal(readStepCode(' 123 456 '), '123456')
  assert.equal(readStepCode('１２３４５６'), '123456')
  for (const text of ['12345', '1234567', '12345a', '']) assert.equal(readStepCode(text), undefined)
})

test('roles that ask a second factor are known ones, each once, in the order of the table', () => {
  assert.deepEqual(readSecondFactorRoles(['audit-administrator', 'member', 'member', 'emperor']), [
    'member',
    'audit-administrator',
  ])
})

test('R-297: account names that differ by capitals or width alone are one name', () => {
  assert.equal(readAccountName(' ZhouGuyu '), 'zhouguyu')
  assert.equal(readAccountName('ｚｈｏｕ．ｇｕｙｕ'), 'zhou.guyu')
  for (const text of ['ab', '周谷雨', 'a b c d!', '-abc', 'x'.repeat(33)]) {
    assert.equal(readAccountName(text), undefined, text)
  }
})

test('R-297: names of default accounts are known as such', () => {
  for (const name of ['admin', 'admin1', 'root', 'test_01'])
    assert.equal(isDefaultAccountName(name), true, name)
  for (const name of ['zhouguyu', 'administer', 'rootsong'])
    assert.equal(isDefaultAccountName(name), false, name)
})
