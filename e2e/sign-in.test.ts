import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { CAST, DEMO_PASSWORD } from '@steward/server/demo/cast.ts'
import { demandAccessible, openBrowser, openPerson, signIn } from './platform/browser.ts'
import { startProduct } from './platform/product.ts'

describe('signing in', async () => {
  const product = await startProduct('small')
  const browser = await openBrowser()

  it('a page asked for without a session leads to the sign-in page, and on to the page after it', async () => {
    const { page } = await openPerson(browser, product.origin, 'pc')
    await page.goto('/members')
    await page.getByRole('button', { name: '登录', exact: true }).waitFor()
    await demandAccessible(page)
    await page.getByLabel('账号', { exact: true }).fill('zhouguyu')
    await page.getByLabel('密码', { exact: true }).fill(DEMO_PASSWORD)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.waitForURL(/\/members$/)
    await page
      .getByRole('row', { name: /何白露/ })
      .first()
      .waitFor()
    await page.context().close()
  })

  it('R-299: a wrong password says how many tries are left, the fifth locks the account and says until when and whom to ask', async () => {
    const { page } = await openPerson(browser, product.origin, 'pc')
    await page.goto('/')
    await page.getByLabel('账号', { exact: true }).fill('hanliqiu')
    for (let tries = 0; tries < 5; tries += 1) {
      await page.getByLabel('密码', { exact: true }).fill(`wrong-${tries}`)
      const answered = page.waitForResponse((answer) => answer.url().includes('/api/session/sign-in'))
      await page.getByRole('button', { name: '登录', exact: true }).click()
      await answered
      if (tries === 1) await page.getByText(/还可以试\s*3\s*次|还能试\s*3\s*次/).waitFor()
    }
    await page.getByLabel('密码', { exact: true }).fill(DEMO_PASSWORD)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    const told = await page.getByText(/锁/).first().innerText()
    assert.match(told, /\d{1,2}:\d{2}|分钟/)
    assert.equal(await page.getByLabel('账号', { exact: true }).inputValue(), 'hanliqiu')
    await page.context().close()
  })

  it('a session ended elsewhere keeps what was typed and goes on after signing in again', async () => {
    const { page, context } = await openPerson(browser, product.origin, 'pc')
    await signIn(page, 'pc', 'zhouguyu', DEMO_PASSWORD)
    await page.goto('/members')
    const search = page.getByPlaceholder(/姓名、拼音/)
    await search.waitFor()
    await context.clearCookies()
    await search.fill('何白露')
    await page.getByLabel('密码', { exact: true }).fill(DEMO_PASSWORD)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page
      .getByRole('row', { name: /何白露/ })
      .first()
      .waitFor()
    await context.close()
  })

  it('both faces and the elder layout are usable by everybody', async () => {
    for (const face of ['pc', 'phone'] as const) {
      const { page, context } = await openPerson(browser, product.origin, face)
      await signIn(page, face, face === 'pc' ? 'luqingming' : 'hebailu', DEMO_PASSWORD)
      await page
        .getByText(face === 'pc' ? '要做的事' : '我这一年')
        .first()
        .waitFor()
      await demandAccessible(page)
      if (face === 'phone') {
        await page
          .getByRole('button', { name: /长辈版/ })
          .or(page.getByRole('link', { name: /长辈版/ }))
          .first()
          .click()
        await page
          .getByText(/读给我听/)
          .first()
          .waitFor()
        await demandAccessible(page)
      }
      await context.close()
    }
    assert.equal(CAST.hebailu.name, '何白露')
  })
})
