import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { demandAccessible, openBrowser, openPerson } from './platform/browser.ts'
import { startProduct } from './platform/product.ts'

const PEOPLE = [
  ['马立夏', 'malixia'],
  ['牛小满', 'niuxiaoman'],
  ['杨芒种', 'yangmangzhong'],
  ['朱夏至', 'zhuxiazhi'],
] as const
const OWN_PASSWORD = 'Baizhang#Yuan7'

describe('an empty installation', async () => {
  const product = await startProduct('empty')
  const browser = await openBrowser()
  const code = /[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(product.printed())?.[0]

  it(
    'is set up in the browser by who has the code, and the officer begins to work',
    { timeout: 120_000 },
    async () => {
      assert.ok(code, `no code was printed:\n${product.printed()}`)
      const { page, context } = await openPerson(browser, product.origin, 'pc')
      await page.goto('/')
      await page.getByLabel('开通码').fill('AAAA-BBBB-CCCC')
      await page.getByRole('button', { name: '下一步' }).click()
      await page
        .getByText(/开通码不对|不是这个开通码|对不上/)
        .first()
        .waitFor()
      await page.getByLabel('开通码').fill(code)
      await page.getByRole('button', { name: '下一步' }).click()

      await page.getByLabel('县名').fill('百丈县')
      await page.getByLabel('代码').fill('baizhang')
      await demandAccessible(page)
      await page.getByRole('button', { name: '下一步' }).click()

      for (const [index, [name, account]] of PEOPLE.entries()) {
        await page.getByLabel('姓名', { exact: true }).nth(index).fill(name)
        await page.getByLabel('账号', { exact: true }).nth(index).fill(account)
      }
      await page.getByRole('button', { name: /设立百丈县/ }).click()
      await page.getByRole('heading', { name: /百丈县设立好了/ }).waitFor()
      await demandAccessible(page)
      const slips = await page.locator('body').innerText()
      const temporary = passwordOf(slips, 'zhuxiazhi')
      await page
        .getByRole('button', { name: /去登录/ })
        .or(page.getByRole('link', { name: /去登录/ }))
        .first()
        .click()

      await page.getByLabel('账号', { exact: true }).fill('zhuxiazhi')
      await page.getByLabel('密码', { exact: true }).fill(temporary)
      await page.getByRole('button', { name: '登录', exact: true }).click()
      await page.getByLabel('新密码', { exact: true }).fill(OWN_PASSWORD)
      const again = page.getByLabel(/再.*一遍|再写一次|确认/)
      if ((await again.count()) > 0) await again.first().fill(OWN_PASSWORD)
      const now = page.getByLabel(/现在的密码|临时密码|原密码/)
      if ((await now.count()) > 0) await now.first().fill(temporary)
      await demandAccessible(page)
      await page.getByRole('button', { name: '换成新密码' }).click()
      await page.getByText('要做的事').first().waitFor()
      await page.goto('/organisations')
      await page.getByText('中共百丈县委员会').first().waitFor()
      await context.close()
    },
  )

  it('is set up once; the code is void afterwards', async () => {
    const { page, context } = await openPerson(browser, product.origin, 'pc')
    await page.goto('/set-up')
    await page
      .getByText(/已经设立/)
      .or(page.getByRole('button', { name: '登录', exact: true }))
      .first()
      .waitFor()
    await context.close()
  })
})

/** The temporary password on the slip of an account: the word after its label. */
function passwordOf(slips: string, account: string): string {
  const slip = slips.slice(slips.indexOf(account))
  const found = /临时密码\s*(\S+)/.exec(slip)?.[1]
  assert.ok(found, slips)
  return found
}
