import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { CAST_ORGS, DEMO_PASSWORD } from '@steward/server/demo/cast.ts'
import { signInByApi } from './platform/api.ts'
import { demandAccessible, openBrowser, openPerson, signIn } from './platform/browser.ts'
import { startProduct } from './platform/product.ts'

type Rows = { rows: { id: string; name: string; orgName: string }[]; total: number }

describe('who sees whom', async () => {
  const product = await startProduct('small')
  const browser = await openBrowser()
  const county = await signInByApi(product.origin, 'hanhanlu')
  const everybody = await county.query<Rows>('member.list', { limit: 200, search: '' })
  const idOf = async (name: string) => {
    const found = await county.query<Rows>('member.list', { search: name })
    return found.rows.find((row) => row.name === name)?.id ?? ''
  }

  it('a secretary sees the own branch and nobody else', async () => {
    const { page, context } = await openPerson(browser, product.origin, 'pc')
    await signIn(page, 'pc', 'zhouguyu', DEMO_PASSWORD)
    await page.goto('/members')
    await page
      .getByRole('row', { name: /何白露/ })
      .first()
      .waitFor()
    await page.getByText('34 人').first().waitFor()
    assert.equal(await page.getByText(CAST_ORGS.hekou).count(), 0)
    await demandAccessible(page)
    await context.close()
    assert.equal(everybody.total, 409)
  })

  it('a member of another branch, and one of nowhere, are not found; the page says what to do', async () => {
    const { page, context } = await openPerson(browser, product.origin, 'pc')
    await signIn(page, 'pc', 'zhouguyu', DEMO_PASSWORD)
    for (const id of [await idOf('沈立秋'), '019a0000-0000-7000-8000-000000000000']) {
      await page.goto(`/members/${id}`)
      await page
        .getByText(/没有找到|找不到/)
        .first()
        .waitFor()
      assert.equal(await page.getByText('沈立秋').count(), 0)
    }
    await context.close()
  })

  it('an officer looks at a file and its numbers for a purpose; the member sees who looked, when and what for', async () => {
    const officer = await openPerson(browser, product.origin, 'pc')
    await signIn(officer.page, 'pc', 'luqingming', DEMO_PASSWORD)
    await officer.page.goto(`/members/${await idOf('何白露')}`)
    await officer.page
      .getByRole('heading', { name: /何白露/ })
      .first()
      .waitFor()
    await demandAccessible(officer.page)
    await officer.context.close()

    const member = await openPerson(browser, product.origin, 'phone')
    await signIn(member.page, 'phone', 'hebailu', DEMO_PASSWORD)
    await member.page.goto('/m/me')
    await member.page
      .getByText(/\*{4,}/)
      .first()
      .waitFor()
    await demandAccessible(member.page)
    await member.page.goto('/m/who-looked')
    await member.page
      .getByText(/陆清明/)
      .first()
      .waitFor()
    await demandAccessible(member.page)
    await member.context.close()
  })

  it('a member answers the notice of the party day on the phone', async () => {
    const member = await openPerson(browser, product.origin, 'phone')
    await signIn(member.page, 'phone', 'hebailu', DEMO_PASSWORD)
    await member.page.getByRole('button', { name: '能去', exact: true }).click()
    await member.page.getByRole('button', { name: '能去', exact: true }).waitFor({ state: 'detached' })
    await member.context.close()

    const secretary = await signInByApi(product.origin, 'zhouguyu')
    const sent = await secretary.query<{ rows: { title: string; counts: { yes: number } }[] }>(
      'message.sent',
      {},
    )
    assert.equal(sent.rows.find((row) => row.title.includes('主题党日'))?.counts.yes, 1)
  })
})
