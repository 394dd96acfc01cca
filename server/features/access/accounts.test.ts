import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { DEMO_PASSWORD } from '#demo/cast.ts'
import { openHouse, TEST_NOW } from '../../testing.ts'

const house = await openHouse()
type Reply = Awaited<ReturnType<typeof house.call>>
type Row = { id: string; accountName: string; name: string; isStale: boolean; roles: { role: string }[] }

const codeOf = ({ body }: Reply) =>
  (body['refusal'] as { code: string } | undefined)?.code ??
  (body['problem'] as { code: string } | undefined)?.code
const tokenOf = ({ body }: Reply) => /steward_session=([^;]+)/.exec(String(body['cookie']))?.[1] ?? ''
const signIn = (accountName: string, password = DEMO_PASSWORD) =>
  house.call(null, 'session.sign-in', { county: 'qingyuan', accountName, password })
const idOf = async (name: string) =>
  (await house.rows<{ id: string }>('select id from account where account_name = $1', [name]))[0]!.id
const orgOf = async (name: string) =>
  (await house.rows<{ id: string }>('select id from party_org where name = $1', [name]))[0]!.id
const plainMember = async (org: string) =>
  (
    await house.rows<{ id: string; name: string }>(
      `select m.id, m.name from member m join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
       where o.name = $1 and m.state = 'active' and not exists (select 1 from account a where a.member_id = m.id) limit 1`,
      [org],
    )
  )[0]!
const reason = '工作需要，已核对本人'

describe('R-297: opening accounts', () => {
  it('for an officer: a temporary password once, no role yet, and it stands in the list of those waiting', async () => {
    const orgId = await orgOf('云溪镇党委')
    const opened = await house.call('yingxiaohan', 'account.open', {
      accountName: 'Qian.Mou',
      name: '钱某',
      orgId,
    })
    assert.equal(opened.status, 200)
    assert.equal(opened.body['accountName'], 'qian.mou')
    const signedIn = await signIn('qian.mou', String(opened.body['temporaryPassword']))
    assert.equal(signedIn.body['mustFirst'], 'password-change-first')
    const waiting = await house.call('fengdahan', 'account.list', { state: 'roleless' })
    assert.deepEqual(
      (waiting.body['rows'] as Row[]).map(({ accountName }) => accountName),
      ['qian.mou'],
    )
    const listed = await house.call('luqingming', 'account.list', { search: 'qian' })
    assert.equal(listed.body['total'], 1)
    const elsewhere = await house.call('taochunfen', 'account.list', { search: 'qian' })
    assert.equal(elsewhere.body['total'], 0)
  })

  it('for a member: name and branch come from the file, the role of member with it', async () => {
    const member = await plainMember('石门村党支部')
    const opened = await house.call('yingxiaohan', 'account.open', { memberId: member.id })
    assert.match(String(opened.body['accountName']), /^\d{8}$/)
    const again = await house.call('yingxiaohan', 'account.open', { memberId: member.id })
    assert.equal(codeOf(again), 'account-member-has-one')
    const shown = await house.call('fengdahan', 'account.show', { accountId: opened.body['accountId'] })
    assert.deepEqual([shown.body['name'], shown.body['memberOf']], [member.name, '石门村党支部'])
    await house.rows(`update member set state = 'transferredOut' where id = $1`, [member.id])
    const gone = await house.call('fengdahan', 'account.show', { accountId: opened.body['accountId'] })
    assert.equal(gone.body['memberOf'], null)
  })

  it('finds the member by name or initials, for who keeps accounts only, with name and branch only', async () => {
    const found = await house.call('yingxiaohan', 'account.find-member', { search: 'hbl' })
    const rows = found.body['rows'] as Record<string, unknown>[]
    const hebailu = rows.find(({ name }) => name === '何白露')
    assert.deepEqual(Object.keys(hebailu ?? {}).toSorted(), ['accountName', 'memberId', 'name', 'orgName'])
    assert.equal(hebailu?.['accountName'], 'hebailu')
    for (const who of ['fengdahan', 'hanhanlu', 'zhouguyu'] as const) {
      assert.equal((await house.call(who, 'account.find-member', { search: '何' })).status, 403, who)
    }
  })

  it('is refused for names that are taken, of no form or known to everybody, and without a person', async () => {
    const open = (changed: object) =>
      house.call('yingxiaohan', 'account.open', {
        accountName: 'sunmou',
        name: '孙某',
        orgId: root,
        ...changed,
      })
    const root = await orgOf('清源县委')
    assert.equal(codeOf(await open({ accountName: 'ZHOUGUYU' })), 'account-name-taken')
    assert.equal(codeOf(await open({ accountName: '孙某某' })), 'account-name-invalid')
    assert.equal(codeOf(await open({ accountName: 'admin' })), 'account-name-default')
    assert.equal(codeOf(await open({ name: '' })), 'account-person-missing')
    assert.equal(codeOf(await open({ orgId: null })), 'account-person-missing')
    assert.equal((await open({ orgId: crypto.randomUUID() })).status, 404)
    const member = await plainMember('河口村党支部')
    await house.rows(`update member set state = 'deceased' where id = $1`, [member.id])
    assert.equal(codeOf(await open({ memberId: member.id })), 'account-member-gone')
  })

  it('gives one name to one of ten who want it at once, and one account to a member', async () => {
    const orgId = await orgOf('清源县委')
    const replies = await Promise.all(
      Array.from({ length: 10 }, () =>
        house.call('yingxiaohan', 'account.open', { accountName: 'limou', name: '李某', orgId }),
      ),
    )
    assert.equal(replies.filter(({ status }) => status === 200).length, 1)
    assert.equal(replies.filter((reply) => codeOf(reply) === 'account-name-taken').length, 9)
    const member = await plainMember('石门村党支部')
    const forOne = await Promise.all(
      [1, 2, 3].map(() => house.call('yingxiaohan', 'account.open', { memberId: member.id })),
    )
    assert.deepEqual(forOne.map(({ status }) => status).toSorted(), [200, 409, 409])
  })

  it('answers the same for the same key, and keeps the password nowhere in clear', async () => {
    const input = { accountName: 'wumou', name: '吴某', orgId: await orgOf('清源县委') }
    const first = await house.call('yingxiaohan', 'account.open', input, { key: 'open-once' })
    const second = await house.call('yingxiaohan', 'account.open', input, { key: 'open-once' })
    assert.deepEqual(second.body, first.body)
    const rows = await house.rows<{ row: string }>(
      `select row_to_json(r)::text as row from receipt r union all select row_to_json(e)::text from audit_entry e`,
    )
    assert.equal(
      rows.some(({ row }) => row.includes(String(first.body['temporaryPassword']))),
      false,
    )
  })

  it('is the system administrator’s', async () => {
    const input = { accountName: 'xmou', name: '某', orgId: await orgOf('清源县委') }
    for (const who of ['fengdahan', 'xuchushu', 'hanhanlu', 'luqingming', 'zhouguyu', 'hebailu'] as const) {
      assert.equal((await house.call(who, 'account.open', input)).status, 403, who)
    }
    assert.equal((await house.call('other', 'account.open', input)).status, 403)
  })
})

describe('stopping and starting an account', () => {
  it('ends its sessions at once, and starting it lets the person in again', async () => {
    const token = tokenOf(await signIn('hebailu'))
    const accountId = await idOf('hebailu')
    const stopped = await house.call('yingxiaohan', 'account.stop', { accountId, reason })
    assert.ok(Number(stopped.body['sessionsEnded']) >= 1)
    assert.equal(codeOf(await house.call(null, 'session.show', {}, { token })), 'session-ended')
    assert.equal(codeOf(await signIn('hebailu')), 'account-stopped')
    assert.equal(
      codeOf(await house.call('yingxiaohan', 'account.stop', { accountId, reason })),
      'account-stopped-already',
    )
    assert.equal(
      codeOf(await house.call('yingxiaohan', 'account.reset', { accountId, reason })),
      'account-stopped',
    )
    assert.equal((await house.call('yingxiaohan', 'account.start', { accountId, reason })).status, 200)
    assert.equal(
      codeOf(await house.call('yingxiaohan', 'account.start', { accountId, reason })),
      'account-active-already',
    )
    assert.equal((await signIn('hebailu')).status, 200)
  })

  it('is refused for oneself, for the last administrator of a kind, without a reason, and to others', async () => {
    const stop = async (name: string, who: 'yingxiaohan' | 'hanhanlu' = 'yingxiaohan', why = reason) =>
      await house.call(who, 'account.stop', { accountId: await idOf(name), reason: why })
    assert.equal(codeOf(await stop('yingxiaohan')), 'account-own')
    assert.equal(codeOf(await stop('fengdahan')), 'account-last-administrator')
    assert.equal(codeOf(await stop('xuchushu')), 'account-last-administrator')
    assert.equal((await stop('hebailu', 'yingxiaohan', ' ')).status, 400)
    assert.equal((await stop('hebailu', 'hanhanlu')).status, 403)
    const own = { accountId: await idOf('yingxiaohan'), reason }
    assert.equal(codeOf(await house.call('yingxiaohan', 'account.start', own)), 'account-own')
    const other = await house.rows<{ id: string }>(`select id from account where account_name = 'weixiaoxue'`)
    assert.equal(
      (await house.call('yingxiaohan', 'account.stop', { accountId: other[0]!.id, reason })).status,
      404,
    )
  })
})

describe('resetting a password', () => {
  it('gives a temporary one, ends sessions and forgives failures', async () => {
    const token = tokenOf(await signIn('qinlidong'))
    for (let n = 0; n < 5; n += 1) await signIn('qinlidong', 'Wrong#2026')
    const reset = await house.call('yingxiaohan', 'account.reset', {
      accountId: await idOf('qinlidong'),
      reason,
    })
    assert.equal(reset.body['sessionsEnded'], 1)
    assert.equal(codeOf(await house.call(null, 'session.show', {}, { token })), 'session-ended')
    assert.equal(codeOf(await signIn('qinlidong')), 'sign-in-wrong')
    assert.equal((await signIn('qinlidong', String(reset.body['temporaryPassword']))).status, 200)
  })

  it('R-302: does not make one administrator another, unless a second factor stands between', async () => {
    const accountId = await idOf('fengdahan')
    const reset = () => house.call('yingxiaohan', 'account.reset', { accountId, reason })
    assert.equal(codeOf(await reset()), 'account-administrator-reset')
    await house.rows(`update account set totp_sealed = '\\x01', totp_confirmed_at = now() where id = $1`, [
      accountId,
    ])
    assert.equal((await reset()).status, 200)
    const own = { accountId: await idOf('yingxiaohan'), reason }
    assert.equal(codeOf(await house.call('yingxiaohan', 'account.reset', own)), 'account-own')
    assert.equal((await house.call('hanhanlu', 'account.reset', own)).status, 403)
  })
})

describe('lists of accounts', () => {
  it('show what is in reach: all to administrators and the county, the own committee’s to its officer', async () => {
    const all = await house.call('xuchushu', 'account.list', { limit: 200 })
    const county = await house.call('hanhanlu', 'account.list', { limit: 200 })
    assert.equal(all.body['total'], county.body['total'])
    const town = await house.call('luqingming', 'account.list', { limit: 200 })
    const names = (town.body['rows'] as Row[]).map(({ accountName }) => accountName)
    assert.ok(names.includes('zhouguyu') && names.includes('hebailu') && names.includes('luqingming'))
    assert.ok(!names.includes('taochunfen') && !names.includes('hanhanlu') && !names.includes('yingxiaohan'))
    for (const who of ['zhouguyu', 'shenliqiu'] as const) {
      assert.equal((await house.call(who, 'account.list')).status, 403, who)
    }
    assert.deepEqual(all.body['may'], ['audit.read'])
  })

  it('hide one outside: it is not found', async () => {
    const hidden = await house.call('luqingming', 'account.show', { accountId: await idOf('taochunfen') })
    assert.equal(hidden.status, 404)
    assert.equal(
      (await house.call('luqingming', 'account.show', { accountId: await idOf('zhouguyu') })).status,
      200,
    )
    assert.equal(
      (await house.call('zhouguyu', 'account.show', { accountId: await idOf('zhouguyu') })).status,
      404,
    )
    const rows = await house.rows<{ id: string }>(`select id from account where account_name = 'weixiaoxue'`)
    assert.equal((await house.call('yingxiaohan', 'account.show', { accountId: rows[0]!.id })).status, 404)
  })

  it('can be narrowed by name, organisation, role and state, page by page', async () => {
    const list = async (input: object) => await house.call('yingxiaohan', 'account.list', input)
    const found = await list({ search: '谷雨' })
    assert.deepEqual(
      (found.body['rows'] as Row[]).map(({ accountName }) => accountName),
      ['zhouguyu'],
    )
    const shimen = await list({ orgId: await orgOf('石门村党支部'), limit: 200 })
    assert.ok((shimen.body['rows'] as Row[]).some(({ accountName }) => accountName === 'hebailu'))
    assert.ok((shimen.body['rows'] as Row[]).every(({ accountName }) => accountName !== 'shenliqiu'))
    const secretaries = await list({ role: 'branch-secretary', limit: 200 })
    assert.ok(
      (secretaries.body['rows'] as Row[]).every(({ roles }) =>
        roles.some(({ role }) => role === 'branch-secretary'),
      ),
    )
    const two = await list({ limit: 2, offset: 2 })
    assert.equal((two.body['rows'] as Row[]).length, 2)
    assert.equal((await list({ search: '%' })).body['total'], 0)
  })

  it('R-297: name the stale: no sign-in for ninety days', async () => {
    house.at(new Date(TEST_NOW.getTime() + 91 * 86_400_000))
    assert.equal((await signIn('hanliqiu')).status, 200)
    const stale = await house.call('yingxiaohan', 'account.list', { state: 'stale', limit: 200 })
    const names = (stale.body['rows'] as Row[]).map(({ accountName }) => accountName)
    assert.ok(names.includes('taochunfen') && !names.includes('hanliqiu'))
    assert.equal((stale.body['counts'] as { stale: number }).stale, stale.body['total'])
    house.at(TEST_NOW)
  })

  it('name the locked', async () => {
    for (let n = 0; n < 5; n += 1) await signIn('shenliqiu', 'Wrong#2026')
    const locked = await house.call('yingxiaohan', 'account.list', { state: 'locked' })
    assert.deepEqual(
      (locked.body['rows'] as Row[]).map(({ accountName }) => accountName),
      ['shenliqiu'],
    )
    const shown = await house.call('yingxiaohan', 'account.show', { accountId: await idOf('shenliqiu') })
    assert.equal(shown.body['lockedUntil'], new Date(TEST_NOW.getTime() + 15 * 60_000).toISOString())
  })
})
