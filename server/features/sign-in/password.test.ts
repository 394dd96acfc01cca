import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { DEMO_PASSWORD } from '#demo/cast.ts'
import { openHouse, TEST_NOW } from '../../testing.ts'

const house = await openHouse()
type Reply = Awaited<ReturnType<typeof house.call>>
const NEXT = 'Shimen#20260'

const signIn = (accountName: string, password: string) =>
  house.call(null, 'session.sign-in', { county: 'qingyuan', accountName, password })
const change = (token: string, current: string | null, next: string) =>
  house.call(null, 'account.change-password', { current, next }, { token })
const codeOf = ({ body }: Reply) =>
  (body['refusal'] as { code: string } | undefined)?.code ??
  (body['problem'] as { code: string } | undefined)?.code
const tokenOf = ({ body }: Reply) => /steward_session=([^;]+)/.exec(String(body['cookie']))?.[1] ?? ''
const show = (token: string) => house.call(null, 'session.show', {}, { token })

describe('R-298: changing the own password', () => {
  it('ends the other sessions, keeps this one, and the former password opens nothing', async () => {
    const here = tokenOf(await signIn('hebailu', DEMO_PASSWORD))
    const elsewhere = tokenOf(await signIn('hebailu', DEMO_PASSWORD))
    const changed = await change(here, DEMO_PASSWORD, NEXT)
    assert.deepEqual(changed.body, { otherSessionsEnded: 1 })
    assert.equal((await show(here)).status, 200)
    assert.equal(codeOf(await show(elsewhere)), 'session-ended')
    assert.equal(codeOf(await signIn('hebailu', DEMO_PASSWORD)), 'sign-in-wrong')
    assert.equal((await signIn('hebailu', NEXT)).status, 200)
  })

  it('is refused for each weakness, and a weak wish costs no try', async () => {
    const token = tokenOf(await signIn('qinlidong', DEMO_PASSWORD))
    for (const [next, code] of [
      ['Ab#1', 'password-too-short'],
      [`Aa#1${'x'.repeat(200)}`, 'password-too-long'],
      ['qinglidong2026', 'password-too-few-kinds'],
      ['Qinlidong#1', 'password-contains-account-name'],
      ['P@ssw0rd', 'password-too-common'],
      [DEMO_PASSWORD, 'password-unchanged'],
    ] as const) {
      assert.equal(codeOf(await change(token, DEMO_PASSWORD, next)), code)
      assert.equal(
        codeOf(await change(token, 'Wrong#2026x', next === DEMO_PASSWORD ? 'short' : next)),
        next === DEMO_PASSWORD ? 'password-too-short' : code,
      )
    }
    assert.equal((await change(token, DEMO_PASSWORD, NEXT)).status, 200)
  })

  it('locks after wrong present passwords, so that an open browser cannot be used to guess', async () => {
    const token = tokenOf(await signIn('hanliqiu', DEMO_PASSWORD))
    const replies = await Promise.all(Array.from({ length: 8 }, () => change(token, 'Wrong#2026x', NEXT)))
    const codes = replies.map(codeOf)
    assert.equal(codes.filter((code) => code === 'password-wrong').length, 4)
    assert.equal(codes.filter((code) => code === 'account-locked').length, 4)
    assert.equal(codeOf(await change(token, DEMO_PASSWORD, NEXT)), 'account-locked')
    assert.equal(codeOf(await change(token, null, NEXT)), 'account-locked')
  })

  it('writes neither password anywhere', async () => {
    const rows = await house.rows<{ text: string }>(
      `select subject::text || outcome as text from audit_entry where operation = 'account.change-password'`,
    )
    assert.ok(rows.length > 5)
    assert.doesNotMatch(JSON.stringify(rows), /2026/)
  })
})

describe('R-298: a temporary or aged password', () => {
  it('lets nothing be done but changing it', async () => {
    const opened = await house.call('yingxiaohan', 'account.reset', {
      accountId: (
        await house.rows<{ id: string }>(`select id from account where account_name = 'zhouguyu'`)
      )[0]!.id,
      reason: '忘记密码，本人到柜台',
    })
    const temporary = String(opened.body['temporaryPassword'])
    const reply = await signIn('zhouguyu', temporary)
    assert.deepEqual(reply.body['mustFirst'], 'password-change-first')
    const token = tokenOf(reply)
    const shown = await show(token)
    assert.equal(shown.body['mustFirst'], 'password-change-first')
    assert.equal(shown.body['passwordChangeWhy'], 'temporary')
    assert.equal(codeOf(await house.call(null, 'session.list', {}, { token })), 'password-change-first')
    assert.equal(codeOf(await house.call(null, 'account.list', {}, { token })), 'password-change-first')
    assert.equal((await change(token, temporary, NEXT)).status, 200)
    assert.equal((await house.call(null, 'session.list', {}, { token })).status, 200)
  })

  it('ninety days old must be changed, on the day after', async () => {
    house.at(new Date(TEST_NOW.getTime() + 90 * 86_400_000))
    assert.equal((await signIn('luqingming', DEMO_PASSWORD)).body['mustFirst'], null)
    house.at(new Date(TEST_NOW.getTime() + 91 * 86_400_000))
    const reply = await signIn('luqingming', DEMO_PASSWORD)
    assert.equal(reply.body['mustFirst'], 'password-change-first')
    const token = tokenOf(reply)
    assert.equal((await show(token)).body['passwordChangeWhy'], 'aged')
    assert.equal((await change(token, DEMO_PASSWORD, NEXT)).status, 200)
    assert.equal((await show(token)).body['mustFirst'], null)
    house.at(TEST_NOW)
  })
})
