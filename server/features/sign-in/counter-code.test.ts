import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { DEMO_PASSWORD } from '#demo/cast.ts'
import { openHouse, TEST_NOW } from '../../testing.ts'

const house = await openHouse()
type Reply = Awaited<ReturnType<typeof house.call>>

const hours = (count: number) => new Date(TEST_NOW.getTime() + count * 3_600_000)
const memberOf = async (name: string) =>
  (
    await house.rows<{ id: string }>('select member_id as id from account where account_name = $1', [name])
  )[0]!.id
const withCode = (accountName: string, counterCode: string) =>
  house.call(null, 'session.sign-in', { county: 'qingyuan', accountName, counterCode })
const codeOf = ({ body }: Reply) =>
  (body['refusal'] as { code: string } | undefined)?.code ??
  (body['problem'] as { code: string } | undefined)?.code
const tokenOf = ({ body }: Reply) => /steward_session=([^;]+)/.exec(String(body['cookie']))?.[1] ?? ''
const print = async (
  memberId: string,
  who: 'zhouguyu' | 'shenliqiu' | 'hanhanlu' | 'luqingming' = 'zhouguyu',
  key?: string,
) => await house.call(who, 'counter-code.issue', { memberId }, key === undefined ? {} : { key })
const wrongOf = (code: string) => String((Number(code.replaceAll(/\D/g, '')) + 1) % 1e8).padStart(8, '0')

const hebailu = await memberOf('hebailu')

describe('R-338: a code printed at the counter', () => {
  it('opens one session in place of the password, with the blanks it was printed with or without', async () => {
    const printed = await print(hebailu)
    assert.equal(printed.status, 200)
    const { code, accountName, name, orgName, countyName, opened } = printed.body as Record<string, string>
    assert.match(code!, /^\d{4} \d{4}$/)
    assert.deepEqual(
      [accountName, name, orgName, countyName, opened],
      ['hebailu', '何白露', '石门村党支部', '清源县', false],
    )
    const reply = await withCode('hebailu', code!)
    assert.equal(reply.status, 200)
    const shown = await house.call(null, 'session.show', {}, { token: tokenOf(reply) })
    assert.equal(shown.body['openedWith'], 'counter-code')
    assert.equal(codeOf(await withCode('hebailu', code!)), 'counter-code-used')
    const again = await print(hebailu)
    const digits = String(again.body['code']).replace(' ', '')
    assert.equal((await withCode('hebailu', digits)).status, 200)
  })

  it('is used once also by two at the same moment', async () => {
    const { code } = (await print(hebailu)).body as { code: string }
    const replies = await Promise.all([1, 2, 3, 4].map(() => withCode('hebailu', code)))
    assert.deepEqual(replies.map(({ status }) => status).toSorted(), [200, 409, 409, 409])
    const sessions = await house.rows(`select 1 from session where opened_with = 'counter-code'`)
    assert.equal(sessions.length, 3)
  })

  it('is void when a newer one is printed, and over after three days', async () => {
    const first = String((await print(hebailu)).body['code'])
    const second = String((await print(hebailu)).body['code'])
    assert.equal(codeOf(await withCode('hebailu', first)), 'counter-code-void')
    house.at(hours(72))
    assert.equal(codeOf(await withCode('hebailu', second)), 'counter-code-expired')
    house.at(TEST_NOW)
  })

  it('R-299: locks after five wrong ones, like a password, and names nobody knows are answered alike', async () => {
    const { code } = (await print(await memberOf('qinlidong'))).body as { code: string }
    for (const name of ['qinlidong', 'nobody-here']) {
      const codes = []
      for (let n = 0; n < 5; n += 1) codes.push(codeOf(await withCode(name, wrongOf(code))))
      assert.deepEqual(codes, [...Array.from({ length: 4 }, () => 'counter-code-wrong'), 'account-locked'])
    }
    assert.equal(codeOf(await withCode('qinlidong', code)), 'account-locked')
    house.at(hours(1))
    assert.equal(codeOf(await withCode('qinlidong', code)), 'counter-code-too-many-tries')
    house.at(TEST_NOW)
  })

  it('opens the code of one account only', async () => {
    const { code } = (await print(hebailu)).body as { code: string }
    assert.equal(codeOf(await withCode('zhouguyu', code)), 'counter-code-wrong')
    assert.equal((await withCode('hebailu', code)).status, 200)
  })

  it('carries the member’s own role only, so that nobody borrows an office with it', async () => {
    const { code } = (await print(await memberOf('shenliqiu'), 'luqingming')).body as { code: string }
    const token = tokenOf(await withCode('shenliqiu', code))
    const shown = await house.call(null, 'session.show', {}, { token })
    assert.deepEqual(
      (shown.body['roles'] as { role: string }[]).map(({ role }) => role),
      ['member'],
    )
    assert.equal((await house.call(null, 'counter-code.issue', { memberId: hebailu }, { token })).status, 403)
  })

  it('is kept nowhere in clear, not even in the receipt of the command', async () => {
    const first = await print(hebailu, 'zhouguyu', 'same-key')
    const second = await print(hebailu, 'zhouguyu', 'same-key')
    assert.deepEqual(second.body, first.body)
    const digits = String(first.body['code']).replace(' ', '')
    for (const table of ['receipt', 'audit_entry', 'counter_code']) {
      const rows = await house.rows<{ row: string }>(`select row_to_json(t)::text as row from ${table} t`)
      assert.ok(rows.length > 0, table)
      assert.equal(
        rows.some(({ row }) => row.includes(digits) || row.includes(String(first.body['code']))),
        false,
        table,
      )
    }
  })

  it('is not needed to change a password for; the first password may be chosen with it', async () => {
    const [plain] = await house.rows<{ id: string; path: string }>(
      `select m.id from member m join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
       where o.name = '石门村党支部' and m.state = 'active'
         and not exists (select 1 from account a where a.county_id = m.county_id and a.member_id = m.id) limit 1`,
    )
    const printed = await print(plain!.id)
    assert.equal(printed.body['opened'], true)
    const accountName = String(printed.body['accountName'])
    assert.match(accountName, /^\d{8}$/)
    const token = tokenOf(await withCode(accountName, String(printed.body['code'])))
    const change = (current: string | null, next: string) =>
      house.call(null, 'account.change-password', { current, next }, { token })
    assert.equal((await change(null, 'Shimen#20260')).status, 200)
    assert.equal(codeOf(await change(null, 'Shimen#20261')), 'password-wrong')
    const signedIn = await house.call(null, 'session.sign-in', {
      county: 'qingyuan',
      accountName,
      password: 'Shimen#20260',
    })
    assert.equal(signedIn.body['mustFirst'], null)
  })

  it('opens one account when two counters print at once', async () => {
    const [plain] = await house.rows<{ id: string }>(
      `select m.id from member m join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
       where o.name = '石门村党支部' and m.state = 'active'
         and not exists (select 1 from account a where a.county_id = m.county_id and a.member_id = m.id) limit 1`,
    )
    const replies = await Promise.all([
      print(plain!.id),
      print(plain!.id, 'hanhanlu'),
      print(plain!.id, 'luqingming'),
    ])
    assert.deepEqual(
      replies.map(({ status }) => status),
      [200, 200, 200],
    )
    assert.equal(new Set(replies.map(({ body }) => body['accountName'])).size, 1)
    const open = await house.rows(
      `select 1 from counter_code c join account a on a.id = c.account_id
       where a.member_id = $1 and c.used_at is null and c.voided_at is null`,
      [plain!.id],
    )
    assert.equal(open.length, 1)
  })
})

describe('R-338: who prints a code', () => {
  it('secretary, committee officer and county officer in their reach, nobody for themselves', async () => {
    assert.equal(codeOf(await print(await memberOf('zhouguyu'))), 'counter-code-own-account')
    assert.equal((await print(await memberOf('hanliqiu'))).status, 404)
    assert.equal((await print(hebailu, 'shenliqiu')).status, 404)
    assert.equal((await print(hebailu, 'hanhanlu')).status, 200)
    assert.equal((await print(hebailu, 'luqingming')).status, 200)
    for (const who of ['hebailu', 'yingxiaohan', 'fengdahan'] as const) {
      assert.equal((await house.call(who, 'counter-code.issue', { memberId: hebailu })).status, 403, who)
    }
    assert.equal((await house.call('other', 'counter-code.issue', { memberId: hebailu })).status, 404)
    assert.equal((await print(crypto.randomUUID())).status, 404)
  })

  it('not for a stopped account, nor for a member who has left', async () => {
    await house.rows(`update account set state = 'stopped' where account_name = 'hebailu'`)
    assert.equal(codeOf(await print(hebailu)), 'account-stopped')
    await house.rows(`update account set state = 'active' where account_name = 'hebailu'`)
    await house.rows(`update member set state = 'deceased' where id = $1`, [hebailu])
    assert.equal(codeOf(await print(hebailu)), 'counter-code-member-gone')
    const signedIn = await house.call(null, 'session.sign-in', {
      county: 'qingyuan',
      accountName: 'hebailu',
      password: DEMO_PASSWORD,
    })
    const shown = await house.call(null, 'session.show', {}, { token: tokenOf(signedIn) })
    assert.deepEqual([shown.body['roles'], shown.body['may']], [[], []])
  })
})
