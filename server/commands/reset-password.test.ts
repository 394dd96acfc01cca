import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { DEMO_PASSWORD } from '#demo/cast.ts'
import { loadSettings } from '#platform/settings.ts'
import { openServerHouse } from '../house.ts'
import { openHouse, TEST_NOW } from '../testing.ts'
import { resetPassword } from './reset-password.ts'

const house = await openHouse()
const folder = mkdtempSync(join(tmpdir(), 'steward-command-'))
const settings = loadSettings({ env: { STEWARD_DATA: folder, STEWARD_KEY: 'ab'.repeat(32) }, args: [] })
const serverHouse = openServerHouse(settings, house.ownerUrl, () => TEST_NOW)
after(() => serverHouse.pool.end())

async function command(...args: string[]): Promise<{ exit: number; said: string }> {
  const lines: string[] = []
  const exit = await resetPassword.run({
    settings,
    args,
    say: (line) => lines.push(line),
    house: serverHouse,
    ownerUrl: house.ownerUrl,
  })
  return { exit, said: lines.join('\n') }
}
const signIn = (password: string) =>
  house.call(null, 'session.sign-in', { county: 'qingyuan', accountName: 'fengdahan', password })

describe('steward reset-password', () => {
  it('gives a temporary password, ends sessions and stands in the audit log', async () => {
    for (let n = 0; n < 5; n += 1) await signIn('Wrong#2026')
    const { exit, said } = await command('FengDahan', '--county', 'qingyuan')
    assert.equal(exit, 0)
    const password = /: (\S+)$/.exec(said)?.[1] ?? ''
    assert.equal((await signIn(DEMO_PASSWORD)).status, 409)
    const signedIn = await signIn(password)
    assert.deepEqual(signedIn.body['mustFirst'], 'password-change-first')
    const rows = await house.rows<{ subject: unknown }>(
      `select subject from audit_entry where operation = 'steward.reset-password'`,
    )
    assert.equal(rows.length, 1)
    assert.equal(JSON.stringify(rows).includes(password), false)
  })

  it('removes the second factor only when told to', async () => {
    await house.rows(
      `update account set totp_sealed = '\\x01', totp_confirmed_at = now() where account_name = 'fengdahan'`,
    )
    const kept = async () =>
      await house.rows(
        `select 1 from account where account_name = 'fengdahan' and totp_confirmed_at is not null`,
      )
    await command('fengdahan', '--county', 'qingyuan')
    assert.equal((await kept()).length, 1)
    await command('fengdahan', '--county', 'qingyuan', '--without-second-factor')
    assert.equal((await kept()).length, 0)
  })

  it('asks for the county where there are several, and says when there is no such account', async () => {
    const without = await command('fengdahan')
    assert.equal(without.exit, 1)
    assert.match(without.said, /qingyuan \(清源县\)/)
    assert.equal((await command('nobody', '--county', 'qingyuan')).exit, 1)
    assert.equal((await command()).exit, 2)
  })
})
