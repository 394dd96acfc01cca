import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { DEMO_PASSWORD } from '#demo/cast.ts'
import { openHouse, TEST_NOW } from '../../testing.ts'

const house = await openHouse()
const minutes = (count: number) => new Date(TEST_NOW.getTime() + count * 60_000)

const signIn = (accountName: string, password = DEMO_PASSWORD, more: object = {}, address = '127.0.0.1') =>
  house.call(null, 'session.sign-in', { county: 'qingyuan', accountName, password, ...more }, { address })
const codeOf = ({ body }: { body: Record<string, unknown> }) =>
  (body['refusal'] as { code: string } | undefined)?.code ??
  (body['problem'] as { code: string } | undefined)?.code
const detailsOf = ({ body }: { body: Record<string, unknown> }) =>
  (body['refusal'] as { details: Record<string, unknown> }).details
const tokenOf = ({ body }: { body: Record<string, unknown> }) =>
  /steward_session=([^;]+)/.exec(String(body['cookie']))?.[1] ?? ''
const show = (token: string) => house.call(null, 'session.show', {}, { token })

describe('signing in', () => {
  it('opens a session for the right password, whatever the capitals of the name', async () => {
    const reply = await signIn(' ZhouGuyu ')
    assert.equal(reply.status, 200)
    assert.match(String(reply.body['cookie']), /HttpOnly; SameSite=Lax/)
    const shown = await show(tokenOf(reply))
    assert.equal(shown.status, 200)
    assert.deepEqual(shown.body['mustFirst'], null)
    assert.equal((shown.body['account'] as { name: string }).name, '周谷雨')
    assert.equal((shown.body['org'] as { name: string }).name, '石门村党支部')
    assert.deepEqual(
      (shown.body['path'] as { name: string }[]).map(({ name }) => name),
      ['清源县委', '云溪镇党委', '石门村党支部'],
    )
    assert.deepEqual(
      (shown.body['roles'] as { role: string }[]).map(({ role }) => role),
      ['branch-secretary', 'member'],
    )
    assert.ok((shown.body['may'] as string[]).includes('member.change'))
  })

  it('needs no county where there is one, and names it where there are two', async () => {
    const needed = await house.call(null, 'session.sign-in', {
      accountName: 'zhouguyu',
      password: DEMO_PASSWORD,
    })
    assert.equal(codeOf(needed), 'county-needed')
    const unknown = await signIn('zhouguyu', DEMO_PASSWORD, { county: 'nowhere' })
    assert.equal(codeOf(unknown), 'county-unknown')
  })

  it('knows nobody of another county', async () => {
    assert.equal(codeOf(await signIn('zhouguyu', DEMO_PASSWORD, { county: 'linshui' })), 'sign-in-wrong')
    const other = await signIn('weixiaoxue', DEMO_PASSWORD, { county: 'linshui' })
    const shown = await show(tokenOf(other))
    assert.equal((shown.body['county'] as { code: string }).code, 'linshui')
  })

  it('asks for a password or a code, one of them', async () => {
    const none = await house.call(null, 'session.sign-in', { county: 'qingyuan', accountName: 'zhouguyu' })
    assert.equal(codeOf(none), 'input-invalid')
    assert.equal(
      codeOf(await signIn('zhouguyu', DEMO_PASSWORD, { counterCode: '12345678' })),
      'input-invalid',
    )
  })

  it('says to a stopped account, and only with the right password, whom to ask', async () => {
    await house.rows(`update account set state = 'stopped' where account_name = 'hanliqiu'`)
    const right = await signIn('hanliqiu')
    assert.equal(codeOf(right), 'account-stopped')
    assert.deepEqual(detailsOf(right)['whom'], ['应小寒'])
    assert.equal(codeOf(await signIn('hanliqiu', 'Wrong#2026')), 'sign-in-wrong')
    await house.rows(`update account set state = 'active' where account_name = 'hanliqiu'`)
  })
})

describe('R-299: wrong passwords', () => {
  it('count down, lock, and the lock ends by itself', async () => {
    for (const left of [4, 3, 2, 1]) {
      const reply = await signIn('luqingming', 'Wrong#2026')
      assert.equal(codeOf(reply), 'sign-in-wrong')
      assert.deepEqual(detailsOf(reply), { triesLeft: left })
    }
    const locked = await signIn('luqingming', 'Wrong#2026')
    assert.equal(codeOf(locked), 'account-locked')
    assert.deepEqual(detailsOf(locked), { minutesLeft: 15 })
    assert.equal(codeOf(await signIn('luqingming')), 'account-locked')
    house.at(minutes(15))
    assert.equal((await signIn('luqingming')).status, 200)
    house.at(TEST_NOW)
  })

  it('are answered alike for a name nobody has', async () => {
    for (const left of [4, 3, 2, 1]) {
      const reply = await signIn('nobody-here', 'Wrong#2026')
      assert.equal(codeOf(reply), 'sign-in-wrong')
      assert.deepEqual(detailsOf(reply), { triesLeft: left })
    }
    assert.equal(codeOf(await signIn('nobody-here', 'Wrong#2026')), 'account-locked')
    assert.equal(codeOf(await signIn('某个名字', 'Wrong#2026')), 'sign-in-wrong')
  })

  it('are forgotten after a good sign-in', async () => {
    for (let n = 0; n < 4; n += 1) await signIn('taochunfen', 'Wrong#2026')
    assert.equal((await signIn('taochunfen')).status, 200)
    assert.deepEqual(detailsOf(await signIn('taochunfen', 'Wrong#2026')), { triesLeft: 4 })
  })

  it('twenty at once are looked at one after the other: four wrong, then locked', async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, () => signIn('shenliqiu', 'Wrong#2026')))
    const codes = Map.groupBy(replies.map(codeOf), (code) => code)
    assert.equal(codes.get('sign-in-wrong')?.length, 4)
    assert.equal(codes.get('account-locked')?.length, 16)
    assert.equal(codeOf(await signIn('shenliqiu')), 'account-locked')
  })

  it('stand in the audit log with the name and without the password', async () => {
    const rows = await house.rows<{ outcome: string; subject: object; account_id: string | null }>(
      `select outcome, subject, account_id from audit_entry where operation = 'session.sign-in' and subject->>'accountName' = 'luqingming' order by id`,
    )
    assert.deepEqual(
      rows.map(({ outcome }) => outcome),
      [
        'sign-in-wrong',
        'sign-in-wrong',
        'sign-in-wrong',
        'sign-in-wrong',
        'account-locked',
        'account-locked',
        'done',
      ],
    )
    assert.doesNotMatch(JSON.stringify(rows), /2026#|#2026/)
  })

  it('many good sign-ins at once from one address are all let in, also of one account', async () => {
    const replies = await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        signIn(n % 2 === 0 ? 'hebailu' : 'qinlidong', DEMO_PASSWORD, {}, '10.0.0.9'),
      ),
    )
    assert.deepEqual(new Set(replies.map(({ status }) => status)), new Set([200]))
  })

  it('a machine that tries name after name is stopped by its address', async () => {
    await house.rows(
      `insert into rate_limit (key, points, expire) values ('sign-in-wrong:10.9.9.9', 1000, $1)`,
      [TEST_NOW.getTime() + 1000],
    )
    const reply = await signIn('hebailu', DEMO_PASSWORD, {}, '10.9.9.9')
    assert.equal(reply.status, 429)
    assert.equal((await signIn('hebailu', DEMO_PASSWORD, {}, '10.9.9.8')).status, 200)
  })
})

describe('R-300: sessions', () => {
  it('end when nothing was done for thirty minutes, ten for an administrator', async () => {
    const member = tokenOf(await signIn('hebailu'))
    const administrator = tokenOf(await signIn('fengdahan'))
    house.at(minutes(9))
    assert.equal((await show(administrator)).status, 200)
    house.at(minutes(19))
    assert.equal(codeOf(await show(administrator)), 'session-ended')
    house.at(minutes(29))
    assert.equal((await show(member)).status, 200)
    house.at(minutes(59))
    assert.equal(codeOf(await show(member)), 'session-ended')
    house.at(TEST_NOW)
  })

  it('end after twelve hours however busy', async () => {
    const token = tokenOf(await signIn('hebailu'))
    for (let at = 25; at < 720; at += 25) {
      house.at(minutes(at))
      assert.equal((await show(token)).status, 200, `${at}`)
    }
    house.at(minutes(720))
    assert.equal(codeOf(await show(token)), 'session-ended')
    house.at(TEST_NOW)
  })

  it('are ended at once from another device, one or all, and never those of others', async () => {
    const [first, second, third] = await Promise.all(
      ['', '', ''].map(async () => tokenOf(await signIn('qinlidong'))),
    )
    const list = await house.call(null, 'session.list', {}, { token: first ?? '' })
    const rows = list.body['rows'] as { id: string; isThis: boolean }[]
    assert.equal(rows.filter(({ isThis }) => isThis).length, 1)
    const foreign = await house.call('hebailu', 'session.revoke', { sessionId: rows[0]?.id })
    assert.equal(foreign.status, 404)
    const other = rows.find(({ isThis }) => !isThis)
    const one = await house.call(null, 'session.revoke', { sessionId: other?.id }, { token: first ?? '' })
    assert.deepEqual(one.body, { ended: 1 })
    await house.call(null, 'session.revoke', { sessionId: null }, { token: first ?? '' })
    assert.equal((await show(first ?? '')).status, 200)
    assert.equal(codeOf(await show(second ?? '')), 'session-ended')
    assert.equal(codeOf(await show(third ?? '')), 'session-ended')
  })

  it('end by signing out, also when they were over already', async () => {
    const token = tokenOf(await signIn('qinlidong'))
    const out = await house.call(null, 'session.end', {}, { token })
    assert.equal(out.status, 200)
    assert.match(String(out.body['cookie']), /Max-Age=0/)
    assert.equal(codeOf(await show(token)), 'session-ended')
    assert.equal((await house.call(null, 'session.end', {}, { token })).status, 200)
    assert.equal((await house.call(null, 'session.end', {})).status, 200)
  })

  it('of the former person in a browser end when another signs in there', async () => {
    const first = tokenOf(await signIn('qinlidong'))
    await house.call(
      null,
      'session.sign-in',
      { county: 'qingyuan', accountName: 'hebailu', password: DEMO_PASSWORD },
      { token: first },
    )
    assert.equal(codeOf(await show(first)), 'session-ended')
  })

  it('are marked and removed in the end by the daily tidying', async () => {
    const { tidySessions } = await import('./queries-sessions.ts')
    const { countyTx, onConnection } = await import('#platform/db.ts')
    await signIn('qinlidong')
    const later = minutes(60 * 24 * 40)
    await onConnection(house.pool, true, async (client) => {
      await tidySessions(countyTx(client, house.county), minutes(60), TEST_NOW)
      await tidySessions(countyTx(client, house.county), minutes(60), TEST_NOW)
    })
    const marked = await house.rows<{ why: string }>(
      `select distinct ended_why as why from session where ended_at <= $1 and ended_why in ('idle', 'over')`,
      [minutes(60)],
    )
    assert.deepEqual(marked, [{ why: 'idle' }])
    await onConnection(house.pool, true, async (client) => {
      await tidySessions(countyTx(client, house.county), later, minutes(60 * 24))
    })
    const left = await house.rows(`select 1 from session where ended_why = 'idle'`)
    assert.equal(left.length, 0)
  })
})

describe('what a person likes', () => {
  it('is kept with the account', async () => {
    const token = tokenOf(await signIn('hebailu'))
    await house.call(null, 'account.prefer', { elder: true, language: 'en' }, { token })
    const { account } = (await show(token)).body as { account: Record<string, unknown> }
    assert.deepEqual([account['elder'], account['language']], [true, 'en'])
    await house.call(null, 'account.prefer', { elder: false }, { token })
    const again = (await show(token)).body as { account: Record<string, unknown> }
    assert.deepEqual([again.account['elder'], again.account['language']], [false, 'en'])
  })
})

describe('without a session', () => {
  it('own matters are refused', async () => {
    for (const id of ['session.show', 'session.list', 'account.prefer', 'account.change-password']) {
      const input = id === 'account.change-password' ? { current: 'x', next: 'y' } : {}
      assert.equal(codeOf(await house.call(null, id, input)), 'not-signed-in', id)
    }
  })
})
