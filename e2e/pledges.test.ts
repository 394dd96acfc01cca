import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { CAST_ORGS, DEMO_PASSWORD } from '@steward/server/demo/cast.ts'
import type { Page } from 'playwright-core'
import { demandAccessible, openBrowser, openPerson, signIn } from './platform/browser.ts'
import { startProduct } from './platform/product.ts'

const HOLLOW = '全心全意为群众服务，做好本职工作'
const CONCRETE = '教会村里 6 户老人用手机缴医保，12 月底前完成'
const SAID = '我家老人还没人教，什么时候来'
const ANSWER = '下周六上午去你家'

describe('a pledge from empty talk to an answered word', async () => {
  const product = await startProduct('small')
  const browser = await openBrowser()
  const open = async (face: 'pc' | 'phone', who: string) => {
    const person = await openPerson(browser, product.origin, face)
    await signIn(person.page, face, who, DEMO_PASSWORD)
    return person
  }
  const rowOf = (page: Page, words: string) => page.getByRole('button').filter({ hasText: words }).first()

  it('S-160, S-186: empty talk is hinted at while it is written, and handed in all the same', async () => {
    const { page, context } = await open('phone', 'hebailu')
    await page.goto('/m/pledges/new')
    await page.getByLabel('这句话会贴在墙上').fill(HOLLOW)
    await page.getByText('说的是态度').first().waitFor()
    await page.getByText('还差五样').waitFor()
    await page.getByText('这样交多半会退回来').waitFor()
    await demandAccessible(page)
    await page.getByRole('button', { name: '请支部看看', exact: true }).click()
    await page.getByText('已交支部').waitFor()
    await page.getByRole('link').filter({ hasText: HOLLOW }).getByText('等支部看').waitFor()
    await demandAccessible(page)
    await context.close()
  })

  it('R-225: the secretary returns it by keyboard, with part and reason', async () => {
    const { page, context } = await open('pc', 'zhouguyu')
    await page.goto('/pledges/review')
    await rowOf(page, HOLLOW).click()
    await page.getByText('差：').first().waitFor()
    await demandAccessible(page)
    await page.keyboard.press('r')
    await page.getByLabel('要改哪样').selectOption({ label: '做多少' })
    await page.getByLabel('理由').fill('写明教会几户、到几月')
    await page.getByRole('button', { name: '退回并说明', exact: true }).click()
    await page.getByText('已退回何白露').waitFor()
    await rowOf(page, HOLLOW).waitFor({ state: 'detached' })
    await context.close()
  })

  it('R-223: the member reads why, mends it with six parts and hands it in again', async () => {
    const { page, context } = await open('phone', 'hebailu')
    await page.getByText('承诺退回了').first().waitFor()
    await page.goto('/m/pledges')
    await page.getByRole('link', { name: /支部请你改：写明教会几户/ }).click()
    await page.getByText('支部请你改“做多少”：写明教会几户、到几月').waitFor()
    await page.getByLabel('这句话会贴在墙上').fill(CONCRETE)
    await page.getByLabel('为谁', { exact: true }).fill('村里老人')
    await page.getByLabel('做什么', { exact: true }).fill('教会用手机缴医保')
    await page.getByRole('button', { name: '6 户', exact: true }).click()
    await page.getByRole('button', { name: /12月31日/ }).click()
    await page.getByRole('button', { name: '证明人', exact: true }).click()
    await page.getByRole('button', { name: '我想做的', exact: true }).click()
    await page.getByText('都写清了').waitFor()
    await demandAccessible(page)
    await page.getByRole('button', { name: '改好了，请支部再看', exact: true }).click()
    await page.getByText('已交支部').waitFor()
    await context.close()
  })

  let pagePath = ''
  it('R-224, S-189: accepted with four times yes, published, printed with a code', async () => {
    const { page, context } = await open('pc', 'zhouguyu')
    await page.goto('/pledges/review')
    await rowOf(page, CONCRETE).click()
    await page.getByRole('button', { name: /四问都是/ }).click()
    await page.keyboard.press('a')
    await page.getByText('何白露的承诺已定诺').waitFor()
    await page.goto('/pledges/publication')
    await page.getByText(CONCRETE).first().waitFor()
    await demandAccessible(page)
    await page.getByRole('button', { name: /^公开 \d+ 件$/ }).click()
    await page.getByText(/件已公开/).waitFor()
    pagePath = (await page.getByRole('link', { name: '看公开页' }).getAttribute('href')) ?? ''
    await page.getByRole('link', { name: '打印公开表' }).click()
    await page.getByRole('img', { name: '扫码看进度、留言' }).waitFor()
    await page.getByRole('cell', { name: CONCRETE }).waitFor()
    await demandAccessible(page)
    await context.close()
  })

  it('S-189: anybody says a word without an account; the name is masked', async () => {
    const { page, context } = await openPerson(browser, product.origin, 'phone')
    await page.goto(pagePath)
    await page.getByRole('heading', { name: new RegExp(CAST_ORGS.shimen) }).waitFor()
    const row = page.getByRole('listitem').filter({ hasText: CONCRETE })
    await row.getByText('何*露').waitFor()
    await demandAccessible(page)
    await row.getByRole('button', { name: /留一句话/ }).click()
    await page.getByRole('textbox').fill('打 13812345678 找我')
    await page.getByRole('button', { name: '送给支部' }).click()
    await page.getByText('里面有电话').waitFor()
    await page.getByRole('textbox').fill(SAID)
    await page.getByRole('button', { name: '送给支部' }).click()
    await page.getByText('支部收到了').waitFor()
    assert.equal(await page.getByText(SAID).count(), 0)
    await context.close()
  })

  it('S-197: the branch shows it, the member answers, and the street reads both', async () => {
    const secretary = await open('pc', 'zhouguyu')
    await secretary.page.getByText('承诺有新留言').first().waitFor()
    await secretary.page.goto('/pledges/comments')
    await secretary.page
      .getByRole('listitem')
      .filter({ hasText: SAID })
      .getByRole('button', { name: '公开', exact: true })
      .click()
    await secretary.page.getByText('留言已公开').waitFor()
    await demandAccessible(secretary.page)
    await secretary.context.close()

    const member = await open('phone', 'hebailu')
    await member.page.getByText('你的承诺有人留言').first().click()
    await member.page.getByText(SAID).waitFor()
    await member.page.getByRole('button', { name: '回复这条' }).click()
    await member.page.getByLabel('回复', { exact: true }).fill(ANSWER)
    await member.page.getByRole('button', { name: '回复', exact: true }).click()
    await member.page.getByText('回复已公开').waitFor()
    await demandAccessible(member.page)
    await member.context.close()

    const street = await openPerson(browser, product.origin, 'phone')
    await street.page.goto(pagePath)
    await street.page.getByText(SAID).waitFor()
    await street.page.getByText(ANSWER).waitFor()
    await street.context.close()
  })

  it('R-338: written from a paper with its scan, which the one who reads it and the member open', async () => {
    const words = '帮 4 户老人把院墙修好，12 月底前完成'
    const secretary = await open('phone', 'zhouguyu')
    await secretary.page.goto('/m/pledges/for')
    await secretary.page.getByRole('searchbox', { name: '替谁写' }).fill('秦立冬')
    await secretary.page.getByRole('button', { name: /^秦立冬/ }).click()
    await secretary.page.getByText('写了纸条', { exact: true }).click()
    await secretary.page
      .locator('input[type=file]')
      .setInputFiles({ name: '纸条.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n纸条') })
    await secretary.page.getByText('纸条：纸条.pdf').waitFor()
    await demandAccessible(secretary.page)
    await secretary.page.getByLabel('这句话会贴在墙上').fill(words)
    await secretary.page.getByRole('button', { name: '交给支部' }).click()
    await secretary.page.getByText('已交支部').waitFor()
    await secretary.context.close()

    const desk = await open('pc', 'zhouguyu')
    await desk.page.goto('/pledges/review')
    await rowOf(desk.page, words).click()
    await desk.page.getByText('纸条原件').waitFor()
    await demandAccessible(desk.page)
    await desk.context.close()

    const member = await open('phone', 'qinlidong')
    await member.page.goto('/m/pledges')
    await member.page.getByRole('link').filter({ hasText: words }).last().click()
    await member.page.getByText('纸条原件').waitFor()
    await demandAccessible(member.page)
    await member.context.close()
  })

  it(
    'S-194: written without a network it is kept, and sent three times it is one pledge',
    { timeout: 120_000 },
    async () => {
      const words = '教会村里 8 户老人用手机挂号，12 月底前完成'
      const { page, context } = await open('phone', 'hebailu')
      await page.goto('/m/pledges')
      await page.getByRole('link', { name: /^写承诺，第/ }).click()
      await page.getByLabel('这句话会贴在墙上').waitFor()
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
      await context.setOffline(true)
      await page.getByLabel('这句话会贴在墙上').fill(words)
      await demandAccessible(page)
      await page.getByRole('button', { name: '存下，有网就送' }).click()
      await page.getByText('等网').waitFor()
      await demandAccessible(page)

      // The page is opened again without a network: it is still there, and another can be written.
      await page.goto('/m/pledges')
      await page.getByText('等网').waitFor()
      await page.getByRole('link', { name: /^写承诺，第/ }).waitFor()

      // The first two sendings reach the server and their answers are lost on the way.
      const keys: string[] = []
      await page.route('**/api/pledge/send', async (route) => {
        keys.push(route.request().headers()['idempotency-key'] ?? '')
        if (keys.length > 2) return await route.continue()
        await route.fetch()
        await route.abort('failed')
      })
      page.setDefaultTimeout(40_000)
      await context.setOffline(false)
      await page.getByText('支部收到了').waitFor()
      assert.deepEqual([keys.length, new Set(keys).size], [3, 1])
      await page.locator('.pledge-card').filter({ hasText: words }).getByText('等支部看').waitFor()
      assert.equal(await page.locator('.pledge-card').filter({ hasText: words }).count(), 1)
      await demandAccessible(page)
      await context.close()
    },
  )

  it('S-194: in the elder layout it is kept in the same way', { timeout: 120_000 }, async () => {
    const { page, context } = await openPerson(browser, product.origin, 'elder')
    await signIn(page, 'elder', 'qinlidong', DEMO_PASSWORD)
    await page.goto('/m/elder/pledges/tell')
    const words = page.getByRole('textbox')
    await words.fill('给村小学讲两次修渠的事')
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await context.setOffline(true)
    await page.getByRole('button', { name: '存下，有网就送' }).click()
    await page.getByText('存下了，有网就交支部').waitFor()
    await demandAccessible(page)
    const sent = page.waitForResponse('**/api/pledge/send')
    await context.setOffline(false)
    assert.equal((await sent).status(), 200)
    await page.goto('/m/elder/pledges')
    await page.getByText('给村小学讲两次修渠的事').waitFor()
    await context.close()
  })
})
