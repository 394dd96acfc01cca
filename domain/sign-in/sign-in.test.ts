import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate as day } from '../shared/plain-date.ts'
import {
  countWrongTry,
  formatCounterCode,
  issueCounterCode,
  readCounterCode,
  redeemCounterCode,
} from './counter-code.ts'
import { checkLock, type Lockout, noFailures, recordFailure, triesLeft } from './lockout.ts'
import { checkPassword, passwordLastsUntil, passwordRulesMet } from './password.ts'
import { sessionEndsAt, sessionStateAt, type SessionTimes } from './session.ts'
import {
  defaultSignInSettings,
  type SignInSettings,
  signInSettingRange,
  tightenSignInSettings,
} from './settings.ts'

const at = (minutes: number) => new Date(Date.parse('2026-06-01T01:00:00Z') + minutes * 60_000)
const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? 'yes' : decision.code)
const facts = { accountName: 'zhaomin' }

test('R-298: eight characters of three kinds are accepted', () => {
  for (const password of ['Liulin-8', 'liulin#88', 'LIULIN#88', '柳林镇Party2号']) {
    assert.equal(codeOf(checkPassword(password, facts)), 'yes', password)
  }
  assert.equal(passwordLastsUntil(day('2026-06-01')), '2026-08-30')
})

test('R-298: short, plain, named, common or unchanged ones are refused and not repeated', () => {
  for (const [password, code] of [
    ['Liuli-8', 'password-too-short'],
    [`Aa1${'x'.repeat(126)}`, 'password-too-long'],
    ['liulinzhen8', 'password-too-few-kinds'],
    ['ZhaoMin#8', 'password-contains-account-name'],
    ['nimoahZ#8', 'password-contains-account-name'],
    ['P@ssw0rd', 'password-too-common'],
    ['Dangjian@123', 'password-too-common'],
  ] as const) {
    const checked = checkPassword(password, facts)
    assert.equal(codeOf(checked), code)
    assert.ok(!JSON.stringify(checked).includes(password))
  }
  assert.equal(codeOf(checkPassword('Liulin-8', { ...facts, isCurrent: true })), 'password-unchanged')
  const settings = { minPasswordLength: 10, minPasswordKinds: 4 }
  assert.equal(codeOf(checkPassword('Liulin-8', { ...facts, settings })), 'password-too-short')
  assert.equal(codeOf(checkPassword('liulinzhen#8', { ...facts, settings })), 'password-too-few-kinds')
})

function fail(times: number): Lockout {
  let lockout = noFailures
  for (let index = 0; index < times; index += 1) lockout = recordFailure(lockout, at(index))
  return lockout
}

test('R-298: while somebody types, each rule is told by itself', () => {
  const unmet = (password: string, current: string | null = 'Liulin-2025') =>
    Object.entries(passwordRulesMet(password, { ...facts, settings: defaultSignInSettings, current }))
      .filter(([, isMet]) => !isMet)
      .map(([rule]) => rule)
  assert.deepEqual(unmet(''), ['length', 'kinds', 'account-name', 'guessed', 'new'])
  assert.deepEqual(unmet('Ab1'), ['length'])
  assert.deepEqual(unmet('liulinzhen8'), ['kinds'])
  assert.deepEqual(unmet('nimoahZ#8'), ['account-name'])
  assert.deepEqual(unmet('P@ssw0rd'), ['guessed'])
  assert.deepEqual(unmet('Liulin-2025'), ['new'])
  assert.deepEqual(unmet('Liulin-2026', null), [])
})

test('R-299: four failures do not lock', () => {
  assert.ok(checkLock(fail(4), at(4)).ok)
  assert.equal(triesLeft(fail(4), at(4)), 1)
})

test('R-299: the fifth locks for fifteen minutes', () => {
  const locked = fail(5)
  assert.deepEqual(checkLock(locked, at(5)), {
    ok: false,
    code: 'account-locked',
    details: { minutesLeft: 14 },
  })
  assert.equal(triesLeft(locked, at(5)), 0)
  assert.ok(!checkLock(locked, new Date(at(19).getTime() - 1)).ok)
  assert.ok(checkLock(locked, at(19)).ok)
})

test('R-299: tries during a lock do not lengthen it, and counting starts again after it', () => {
  const locked = fail(5)
  assert.equal(recordFailure(locked, at(10)), locked)
  const after = recordFailure(locked, at(20))
  assert.deepEqual(after, { failures: 1, lockedUntil: null })
  assert.equal(triesLeft(locked, at(20)), 5)
})

const session = (change: Partial<SessionTimes> = {}): SessionTimes => ({
  startedAt: at(0),
  lastSeenAt: at(0),
  isAdministrator: false,
  revokedAt: null,
  ...change,
})

test('R-300: a session stays open within thirty minutes of use, ten for administrators', () => {
  assert.equal(sessionStateAt(session(), at(29)), 'open')
  assert.equal(sessionStateAt(session({ isAdministrator: true }), at(9)), 'open')
  assert.equal(sessionEndsAt(session()).getTime(), at(30).getTime())
})

test('R-300: it ends when idle, after twelve hours, or when revoked', () => {
  assert.equal(sessionStateAt(session(), at(30)), 'idle')
  assert.equal(sessionStateAt(session({ isAdministrator: true }), at(10)), 'idle')
  assert.equal(sessionStateAt(session({ lastSeenAt: at(719) }), at(720)), 'ended')
  assert.equal(sessionEndsAt(session({ lastSeenAt: at(719) })).getTime(), at(720).getTime())
  assert.equal(sessionStateAt(session({ revokedAt: at(5) }), at(5)), 'revoked')
})

const set = (change: Partial<SignInSettings>) =>
  codeOf(tightenSignInSettings({ ...defaultSignInSettings, ...change }))

for (const [rule, tighter, looser] of [
  ['R-298', { minPasswordLength: 12, minPasswordKinds: 4, maxPasswordAgeDays: 60 }, { minPasswordLength: 7 }],
  ['R-298', { maxPasswordAgeDays: 90 }, { maxPasswordAgeDays: 91 }],
  ['R-299', { failuresUntilLock: 3, lockMinutes: 30 }, { failuresUntilLock: 6 }],
  ['R-299', { lockMinutes: 15 }, { lockMinutes: 14 }],
  ['R-300', { idleMinutes: 15, administratorIdleMinutes: 5, absoluteHours: 8 }, { idleMinutes: 31 }],
  ['R-300', { administratorIdleMinutes: 10 }, { administratorIdleMinutes: 11 }],
] as const) {
  test(`${rule}: a county may tighten ${Object.keys(tighter).join(', ')}`, () =>
    assert.equal(set(tighter), 'yes'))
  test(`${rule}: a county may not loosen ${Object.keys(looser).join(', ')}`, () => {
    assert.equal(set(looser), 'setting-too-loose')
  })
}

test('settings that shut everybody out or are not whole numbers are refused', () => {
  assert.equal(set({ idleMinutes: 1 }), 'setting-too-strict')
  assert.equal(set({ minPasswordKinds: 5 }), 'setting-too-strict')
  assert.equal(set({ lockMinutes: 15.5 }), 'setting-not-whole')
})

test('R-338: a code from the counter works once within its time', () => {
  const issued = issueCounterCode('elder', 'officer', at(0))
  assert.ok(issued.ok)
  const used = redeemCounterCode(issued.value, true, at(60))
  assert.ok(used.ok)
  assert.equal(codeOf(redeemCounterCode(used.value, true, at(61))), 'counter-code-used')
  assert.equal(readCounterCode('１２３４ 5678'), '12345678')
  assert.equal(formatCounterCode('12345678'), '1234 5678')
})

test('R-338: not for oneself, late, void, wrong, or after too many tries', () => {
  const issued = issueCounterCode('elder', 'officer', at(0))
  assert.ok(issued.ok)
  const code = issued.value
  assert.equal(codeOf(issueCounterCode('officer', 'officer', at(0))), 'counter-code-own-account')
  assert.equal(codeOf(redeemCounterCode(code, true, at(72 * 60))), 'counter-code-expired')
  assert.equal(codeOf(redeemCounterCode({ ...code, voidedAt: at(1) }, true, at(2))), 'counter-code-void')
  let tried = code
  for (let left = 4; left >= 0; left -= 1) {
    const answer = redeemCounterCode(tried, false, at(5))
    assert.deepEqual(answer, { ok: false, code: 'counter-code-wrong', details: { triesLeft: left } })
    tried = countWrongTry(tried)
  }
  assert.equal(codeOf(redeemCounterCode(tried, true, at(6))), 'counter-code-too-many-tries')
  assert.equal(readCounterCode('1234567'), undefined)
})

test('R-298…R-300: a range begins at the customary value and both its ends may be set', () => {
  assert.deepEqual(signInSettingRange('minPasswordLength'), { from: 8, to: 32 })
  assert.deepEqual(signInSettingRange('idleMinutes'), { from: 5, to: 30 })
  for (const setting of Object.keys(defaultSignInSettings) as (keyof SignInSettings)[]) {
    const { from, to } = signInSettingRange(setting)
    for (const value of [from, to]) {
      assert.equal(
        codeOf(tightenSignInSettings({ ...defaultSignInSettings, [setting]: value })),
        'yes',
        setting,
      )
    }
  }
})
