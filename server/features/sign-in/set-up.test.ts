import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openHouse, TEST_NOW } from '../../testing.ts'
import { countyTx, onConnection } from '#platform/db.ts'
import { invariants } from '../../features.ts'
import { ensureSetUpCode } from './queries-installation.ts'

const house = await openHouse()
type Reply = Awaited<ReturnType<typeof house.call>>
const codeOf = ({ body }: Reply) =>
  (body['refusal'] as { code: string } | undefined)?.code ??
  (body['problem'] as { code: string } | undefined)?.code
const tokenOf = ({ body }: Reply) => /steward_session=([^;]+)/.exec(String(body['cookie']))?.[1] ?? ''

const wanted = {
  county: { code: 'heping', name: '和平县' },
  rootName: '和平县委',
  people: {
    system: { name: '甲', accountName: 'jiamou' },
    security: { name: '乙', accountName: 'yimou' },
    audit: { name: '丙', accountName: 'bingmou' },
    officer: { name: '丁', accountName: 'dingmou' },
  },
}
const begin = (code: string, changed: object = {}, address = '127.0.0.1') =>
  house.call(null, 'set-up.begin', { ...wanted, code, ...changed }, { address })

describe('an installation with counties', () => {
  it('names them for the sign-in page, shows the demo accounts, and takes no set-up', async () => {
    const state = await house.call(null, 'set-up.state')
    assert.deepEqual(state.body['counties'], [
      { code: 'linshui', name: '临水县', demo: true },
      { code: 'qingyuan', name: '清源县', demo: true },
    ])
    assert.equal(state.body['canSetUp'], false)
    assert.equal((state.body['demo'] as { accounts: unknown[] }).accounts.length, 12)
    assert.equal(await ensureSetUpCode(house.pool, TEST_NOW), undefined)
    assert.equal(codeOf(await begin('ABCD-EFGH-JKMN')), 'set-up-done-already')
    assert.equal(codeOf(await house.call(null, 'set-up.check-code', { code: 'ABCD' })), 'set-up-done-already')
  })
})

describe('an empty installation', () => {
  it('waits for the code from the terminal; only the newest counts', async () => {
    await house.rows('truncate county cascade')
    const state = await house.call(null, 'set-up.state')
    assert.deepEqual(state.body, { counties: [], canSetUp: true, demo: null })
    assert.equal(codeOf(await begin('ABCD-EFGH-JKMN')), 'set-up-code-wrong')
    const first = (await ensureSetUpCode(house.pool, TEST_NOW))!
    const second = (await ensureSetUpCode(house.pool, TEST_NOW))!
    assert.match(second, /^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/)
    assert.equal(codeOf(await house.call(null, 'set-up.check-code', { code: first })), 'set-up-code-wrong')
    assert.equal(
      (await house.call(null, 'set-up.check-code', { code: second.toLowerCase().replaceAll('-', ' ') }))
        .status,
      200,
    )
  })

  it('refuses names nobody should have, and tries without end', async () => {
    const code = (await ensureSetUpCode(house.pool, TEST_NOW))!
    const people = (system: string) => ({
      people: { ...wanted.people, system: { name: '甲', accountName: system } },
    })
    assert.equal(codeOf(await begin(code, people('甲'))), 'account-name-invalid')
    assert.equal(codeOf(await begin(code, people('admin'))), 'account-name-default')
    assert.equal(codeOf(await begin(code, people('YIMOU'))), 'account-name-twice')
    assert.equal(
      codeOf(await begin(code, { county: { code: '和平', name: '和平县' } })),
      'county-code-invalid',
    )
    for (let n = 0; n < 20; n += 1) await begin('AAAA-AAAA-AAAA', {}, '10.1.1.1')
    assert.equal((await begin(code, {}, '10.1.1.1')).status, 429)
    const counties = await house.rows('select 1 from county')
    assert.equal(counties.length, 0)
  })

  it('is set up once by two who try at once, and its first people go on from there', async () => {
    const code = (await ensureSetUpCode(house.pool, TEST_NOW))!
    const replies = await Promise.all([begin(code), begin(code, { county: { code: 'other', name: '他县' } })])
    assert.deepEqual(replies.map(({ status }) => status).toSorted(), [200, 409])
    const done = replies.find(({ status }) => status === 200)!
    const accounts = done.body['accounts'] as {
      role: string
      accountName: string
      temporaryPassword: string
    }[]
    assert.deepEqual(
      accounts.map(({ role }) => role),
      ['system-administrator', 'security-administrator', 'audit-administrator', 'county-officer'],
    )
    assert.equal(codeOf(await begin(code)), 'set-up-done-already')
    for (const { accountName, temporaryPassword } of accounts) {
      const signedIn = await house.call(null, 'session.sign-in', { accountName, password: temporaryPassword })
      assert.equal(signedIn.body['mustFirst'], 'password-change-first')
      const next = `Heping#${temporaryPassword.slice(-4)}1`
      const token = tokenOf(signedIn)
      const change = { current: temporaryPassword, next }
      assert.equal((await house.call(null, 'account.change-password', change, { token })).status, 200)
      const shown = await house.call(null, 'session.show', {}, { token })
      assert.equal((shown.body['org'] as { name: string }).name.endsWith('县委'), true)
    }
  })

  it('holds every invariant of the data', async () => {
    const [county] = await house.rows<{ id: string }>('select id from county')
    const crypto = { seal: () => Buffer.alloc(0) } as never
    for (const invariant of invariants.filter(({ id }) => /^(sign-in|access)\./.test(id))) {
      const found = await onConnection(house.pool, false, (client) =>
        invariant.find(countyTx(client, county!.id), crypto),
      )
      assert.deepEqual(found.breaches, [], invariant.id)
    }
    const days = await house.rows('select 1 from calendar_day limit 1')
    assert.equal(days.length, 1)
    const rules = await house.rows(`select 1 from setting where area = 'sign-in'`)
    assert.equal(rules.length, 1)
  })
})
