import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import { DEMO_PASSWORD } from '#demo/cast.ts'
import { openHouse, TEST_NOW } from '../../testing.ts'

const house = await openHouse()
type Reply = Awaited<ReturnType<typeof house.call>>

const seconds = (count: number) => new Date(TEST_NOW.getTime() + count * 1000)
const signIn = (accountName: string, secondFactor: string | null = null) =>
  house.call(null, 'session.sign-in', {
    county: 'qingyuan',
    accountName,
    password: DEMO_PASSWORD,
    secondFactor,
  })
const codeOf = ({ body }: Reply) =>
  (body['refusal'] as { code: string } | undefined)?.code ??
  (body['problem'] as { code: string } | undefined)?.code
const tokenOf = ({ body }: Reply) => /steward_session=([^;]+)/.exec(String(body['cookie']))?.[1] ?? ''
const on = (token: string, id: string, input: object = {}) => house.call(null, id, input, { token })
const totp = (secret: string, at: Date) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() })
const idOf = async (name: string) =>
  (await house.rows<{ id: string }>('select id from account where account_name = $1', [name]))[0]?.id

async function setUp(accountName: string): Promise<{ secret: string; token: string }> {
  const token = tokenOf(await signIn(accountName))
  const secret = String((await on(token, 'second-factor.begin')).body['secret'])
  assert.equal((await on(token, 'second-factor.confirm', { code: totp(secret, TEST_NOW) })).status, 200)
  return { secret, token }
}

describe('R-301: the second factor', () => {
  it('is set up with a code, and the secret is kept encrypted', async () => {
    const token = tokenOf(await signIn('zhouguyu'))
    assert.equal(
      codeOf(await on(token, 'second-factor.confirm', { code: '123456' })),
      'second-factor-not-begun',
    )
    assert.equal(
      codeOf(await on(token, 'second-factor.verify', { code: '123456' })),
      'second-factor-not-begun',
    )
    const begun = await on(token, 'second-factor.begin')
    const secret = String(begun.body['secret'])
    assert.match(String(begun.body['uri']), /^otpauth:\/\/totp\//)
    assert.equal(codeOf(await on(token, 'second-factor.confirm', { code: '000000' })), 'second-factor-wrong')
    const code = totp(secret, TEST_NOW)
    assert.equal(
      (await on(token, 'second-factor.confirm', { code: `${code.slice(0, 3)} ${code.slice(3)}` })).status,
      200,
    )
    assert.equal(codeOf(await on(token, 'second-factor.begin')), 'second-factor-already')
    assert.equal(codeOf(await on(token, 'second-factor.confirm', { code })), 'second-factor-already')
    const kept = await house.rows<{ sealed: Buffer }>(
      `select totp_sealed as sealed from account where account_name = 'zhouguyu'`,
    )
    assert.equal(kept[0]!.sealed.includes(Buffer.from(secret)), false)
    assert.equal((await on(token, 'session.list')).status, 200)
  })

  it('is asked for at every later sign-in, before anything else, also before a password change', async () => {
    const { secret } = await setUp('shenliqiu')
    house.at(seconds(60))
    const reply = await signIn('shenliqiu')
    assert.equal(reply.body['mustFirst'], 'second-factor-first')
    const token = tokenOf(reply)
    assert.equal(codeOf(await on(token, 'session.list')), 'second-factor-first')
    const change = { current: DEMO_PASSWORD, next: 'Hekou#20260' }
    assert.equal(codeOf(await on(token, 'account.change-password', change)), 'second-factor-first')
    assert.equal((await on(token, 'second-factor.verify', { code: totp(secret, seconds(60)) })).status, 200)
    assert.equal((await on(token, 'session.list')).status, 200)
    house.at(seconds(120))
    const both = await signIn('shenliqiu', totp(secret, seconds(120)))
    assert.equal(both.body['mustFirst'], null)
    house.at(TEST_NOW)
  })

  it('takes a code once: not again, not at the same moment, not an earlier one', async () => {
    const { secret } = await setUp('hebailu')
    house.at(seconds(60))
    const tokens = [
      tokenOf(await signIn('hebailu')),
      tokenOf(await signIn('hebailu')),
      tokenOf(await signIn('hebailu')),
    ]
    const code = totp(secret, seconds(60))
    const replies = await Promise.all(tokens.map((token) => on(token, 'second-factor.verify', { code })))
    assert.deepEqual(replies.map(({ status }) => status).toSorted(), [200, 409, 409])
    assert.equal(codeOf(replies.find(({ status }) => status === 409)!), 'second-factor-used')
    assert.equal(codeOf(await signIn('hebailu', code)), 'second-factor-used')
    assert.equal(codeOf(await signIn('hebailu', totp(secret, seconds(30)))), 'second-factor-used')
    assert.equal((await signIn('hebailu', totp(secret, seconds(90)))).status, 200)
    house.at(TEST_NOW)
  })

  it('forgives a clock that is half a minute off, no more', async () => {
    const { secret } = await setUp('qinlidong')
    house.at(seconds(300))
    assert.equal(codeOf(await signIn('qinlidong', totp(secret, seconds(240)))), 'second-factor-wrong')
    assert.equal((await signIn('qinlidong', totp(secret, seconds(270)))).status, 200)
    assert.equal(codeOf(await signIn('qinlidong', totp(secret, seconds(360)))), 'second-factor-wrong')
    assert.equal((await signIn('qinlidong', totp(secret, seconds(330)))).status, 200)
    house.at(TEST_NOW)
  })

  it('R-299: cannot be guessed by typing the right password again and again', async () => {
    const { secret } = await setUp('hanliqiu')
    house.at(seconds(60))
    const token = tokenOf(await signIn('hanliqiu'))
    for (let n = 0; n < 4; n += 1) {
      assert.equal(codeOf(await on(token, 'second-factor.verify', { code: '000000' })), 'second-factor-wrong')
      assert.equal((await signIn('hanliqiu')).status, 200)
    }
    assert.equal(codeOf(await on(token, 'second-factor.verify', { code: '000000' })), 'account-locked')
    assert.equal(
      codeOf(await on(token, 'second-factor.verify', { code: totp(secret, seconds(60)) })),
      'account-locked',
    )
    assert.equal(codeOf(await signIn('hanliqiu', totp(secret, seconds(60)))), 'account-locked')
    house.at(TEST_NOW)
  })

  it('is removed by the security administrator only, with a reason, and all sessions end', async () => {
    const { token } = await setUp('luqingming')
    const accountId = await idOf('luqingming')
    const input = { accountId, reason: '手机丢失，本人到场' }
    for (const who of ['luqingming', 'yingxiaohan', 'xuchushu', 'hanhanlu'] as const) {
      assert.equal((await house.call(who, 'second-factor.remove', input)).status, 403, who)
    }
    assert.equal(
      (await house.call('fengdahan', 'second-factor.remove', { accountId, reason: '' })).status,
      400,
    )
    const removed = await house.call('fengdahan', 'second-factor.remove', input)
    assert.equal(removed.status, 200)
    assert.equal(codeOf(await on(token, 'session.show')), 'session-ended')
    assert.equal((await signIn('luqingming')).body['mustFirst'], null)
    assert.equal(
      codeOf(await house.call('fengdahan', 'second-factor.remove', input)),
      'second-factor-not-begun',
    )
    const own = { ...input, accountId: await idOf('fengdahan') }
    assert.equal(codeOf(await house.call('fengdahan', 'second-factor.remove', own)), 'second-factor-own')
    const nobody = { ...input, accountId: crypto.randomUUID() }
    assert.equal((await house.call('fengdahan', 'second-factor.remove', nobody)).status, 404)
  })
})

describe('R-301: a county that asks a second factor of a role', () => {
  const rules = async (secondFactorRoles: string[], changed: object = {}) => {
    const { numbers } = (await house.call('fengdahan', 'security.show')).body as { numbers: object }
    return await house.call('fengdahan', 'security.change', {
      numbers: { ...numbers, ...changed },
      secondFactorRoles,
    })
  }

  it('lets people of that role set it up first, at once and also in open sessions', async () => {
    const before = tokenOf(await signIn('taochunfen'))
    assert.equal((await rules(['base-committee-officer'])).status, 200)
    assert.equal(codeOf(await on(before, 'session.list')), 'second-factor-first')
    const shown = await on(before, 'session.show')
    assert.equal(shown.body['mustFirst'], 'second-factor-first')
    assert.equal((shown.body['account'] as { secondFactor: boolean }).secondFactor, false)
    const secret = String((await on(before, 'second-factor.begin')).body['secret'])
    assert.equal((await on(before, 'second-factor.confirm', { code: totp(secret, TEST_NOW) })).status, 200)
    assert.equal((await on(before, 'session.list')).status, 200)
    assert.equal((await rules([])).status, 200)
  })

  it('R-298, R-299, R-300: tightens its rules, and open sessions are shortened at once', async () => {
    const token = tokenOf(await signIn('hanhanlu'))
    assert.equal((await rules([], { idleMinutes: 5, administratorIdleMinutes: 5 })).status, 200)
    house.at(seconds(299))
    assert.equal((await on(token, 'session.list')).status, 200)
    house.at(seconds(299 + 300))
    assert.equal(codeOf(await on(token, 'session.list')), 'session-ended')
    house.at(TEST_NOW)
    const shown = (await house.call('fengdahan', 'security.show')).body as {
      numbers: { idleMinutes: number }
      mayChange: boolean
    }
    assert.equal(shown.numbers.idleMinutes, 5)
    assert.equal(shown.mayChange, true)
  })

  it('never loosens them beyond what is customary, nor locks everybody out', async () => {
    assert.equal(codeOf(await rules([], { idleMinutes: 31 })), 'setting-too-loose')
    assert.equal(codeOf(await rules([], { minPasswordLength: 7 })), 'setting-too-loose')
    assert.equal(codeOf(await rules([], { idleMinutes: 1 })), 'setting-too-strict')
    assert.equal((await rules([], { idleMinutes: 10.5 })).status, 400)
  })

  it('lets nobody else change them; those who keep accounts may read them', async () => {
    const shown = await house.call('yingxiaohan', 'security.show')
    assert.equal(shown.body['mayChange'], false)
    for (const who of ['yingxiaohan', 'hanhanlu', 'zhouguyu'] as const) {
      const { numbers } = shown.body as { numbers: object }
      const reply = await house.call(who, 'security.change', { numbers, secondFactorRoles: [] })
      assert.equal(reply.status, 403, who)
    }
    for (const who of ['zhouguyu', 'taochunfen', 'hebailu'] as const)
      assert.equal((await house.call(who, 'security.show')).status, 403, who)
  })
})
