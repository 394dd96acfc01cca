import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { DEMO_PASSWORD } from '@steward/server/demo/cast.ts'
import type { Locator, Page } from 'playwright-core'
import { signInByApi } from './platform/api.ts'
import { demandAccessible, openBrowser, openPerson, signIn } from './platform/browser.ts'
import { startProduct } from './platform/product.ts'

type Mine = { rows: { id: string; said: string; state: string; itemName: { zh: string } }[] }

/** Counts what a thumb does; the photo is one more and is counted apart (S-159). */
function thumb(): { tap: (place: Locator) => Promise<void>; taps: () => number } {
  let taps = 0
  return {
    tap: async (place) => {
      taps += 1
      await place.click()
    },
    taps: () => taps,
  }
}

/** Presses J until the claim of that name and title is the one shown. */
async function goTo(page: Page, name: string, title: string): Promise<void> {
  const row = page.locator('.queue-row').filter({ hasText: name }).filter({ hasText: title }).first()
  await row.waitFor()
  for (let n = 0; n < 100; n += 1) {
    if ((await row.getAttribute('class'))?.includes('on') === true) return
    await page.keyboard.press(n < 50 ? 'j' : 'k')
  }
  assert.fail(`${name} ${title} was not reached with J and K`)
}

describe('a deed, from the member to the ledger', async () => {
  const product = await startProduct('small')
  const browser = await openBrowser()
  const member = await signInByApi(product.origin, 'hebailu')
  const mine = async (said: string) =>
    (await member.query<Mine>('claim.mine', {})).rows.filter((row) => row.said === said)

  it('three taps and one photo report it; a witness is asked and answers', { timeout: 120_000 }, async () => {
    const { page, context } = await openPerson(browser, product.origin, 'phone')
    await signIn(page, 'phone', 'hebailu', DEMO_PASSWORD)
    const report = page.getByRole('link', { name: '报一件事' })
    await report.waitFor()
    const picture = await page.screenshot({ type: 'jpeg' })
    const { tap, taps } = thumb()
    await tap(report)
    await page.getByRole('radio', { name: /志愿服务/ }).waitFor()
    await demandAccessible(page)
    await tap(page.locator('label').filter({ hasText: '志愿服务' }))
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'IMG_0412.jpg', mimeType: 'image/jpeg', buffer: picture })
    await page.getByRole('button', { name: /遮人脸/ }).waitFor()
    await demandAccessible(page)
    await tap(page.getByRole('button', { name: '交给支部' }))
    await page.getByText('支部收到了').waitFor()
    assert.ok(taps() <= 3, `${taps()} taps`)

    await page.getByRole('link', { name: '看我报的事' }).click()
    await page.getByRole('link', { name: /志愿服务/ }).click()
    await page.getByRole('img', { name: /何白露报的照片/ }).waitFor()
    await demandAccessible(page)
    await page.getByRole('button', { name: '写个证明人' }).click()
    await page.getByLabel('姓名').fill('秦立冬')
    await page.getByRole('button', { name: '秦立冬', exact: true }).click()
    await page.getByText('还没有答复').waitFor()
    await context.close()

    const witness = await openPerson(browser, product.origin, 'phone')
    await signIn(witness.page, 'phone', 'qinlidong', DEMO_PASSWORD)
    await witness.page.getByRole('link', { name: /何白露请你证明/ }).click()
    await witness.page.getByRole('button', { name: '有这回事', exact: true }).waitFor()
    await demandAccessible(witness.page)
    await witness.page.getByRole('button', { name: '有这回事', exact: true }).click()
    await witness.page.getByText('你说：有这回事').waitFor()
    await witness.context.close()
  })

  it('without a network it is kept; sent three times it is one claim', { timeout: 120_000 }, async () => {
    const words = '下雨前把二组的排水沟掏了一遍'
    const { page, context } = await openPerson(browser, product.origin, 'phone')
    await signIn(page, 'phone', 'hebailu', DEMO_PASSWORD)
    await page.getByRole('link', { name: '报一件事' }).click()
    await page.getByRole('radio', { name: /整治村庄环境/ }).waitFor()
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await context.setOffline(true)
    await page.getByText('没有网络，照样能报。').waitFor()
    await page.locator('label').filter({ hasText: '整治村庄环境' }).click()
    await page.getByLabel('说一句').fill(words)
    await demandAccessible(page)
    await page.getByRole('button', { name: '存下，有网就送' }).click()
    await page.getByText('存下了').waitFor()
    await page.getByText('等网').waitFor()
    assert.equal((await mine(words)).length, 0)

    // The page is opened again without a network: it is still there.
    await page.goto('/m/')
    await page.getByText('等网').waitFor()
    await demandAccessible(page)

    // The first two sendings reach the server and their answers are lost on the way.
    const keys: string[] = []
    await page.route('**/api/claim/submit', async (route) => {
      keys.push(route.request().headers()['idempotency-key'] ?? '')
      if (keys.length > 2) return await route.continue()
      await route.fetch()
      await route.abort('failed')
    })
    page.setDefaultTimeout(40_000)
    await context.setOffline(false)
    await page.getByText('支部收到了').waitFor()
    assert.equal(keys.length, 3)
    assert.equal(new Set(keys).size, 1)
    assert.equal((await mine(words)).length, 1)
    await context.close()
  })

  it(
    'when the session has ended meanwhile, it goes out after signing in again',
    { timeout: 120_000 },
    async () => {
      const words = '帮唐家把新米运到合作社'
      const { page, context } = await openPerson(browser, product.origin, 'phone')
      await signIn(page, 'phone', 'hebailu', DEMO_PASSWORD)
      await page.getByRole('link', { name: '报一件事' }).click()
      await page.locator('label').filter({ hasText: '学一样，讲一次' }).click()
      await page.getByLabel('说一句').fill(words)
      await context.clearCookies()
      await page.getByRole('button', { name: '交给支部' }).click()
      await page.getByLabel('密码', { exact: true }).fill(DEMO_PASSWORD)
      await page.getByRole('button', { name: '登录', exact: true }).click()
      await page.getByRole('heading', { name: '支部收到了' }).waitFor()
      assert.equal((await mine(words)).length, 1)
      await context.close()
    },
  )

  it('one that is refused is shown with what was typed, changed and sent', { timeout: 120_000 }, async () => {
    const words = '给村里争来一面锦旗'
    const { page, context } = await openPerson(browser, product.origin, 'phone')
    await signIn(page, 'phone', 'hebailu', DEMO_PASSWORD)
    await page.goto('/m/report')
    await page.locator('label').filter({ hasText: '受到县级以上表彰' }).click()
    await page.getByLabel('说一句').fill(words)
    await page.getByRole('button', { name: '交给支部' }).click()
    await page.getByRole('link', { name: '要你看一眼' }).click()
    await page.getByText(/这一项要有凭据/).waitFor()
    await page.getByText(words).waitFor()
    await demandAccessible(page)
    await page.getByRole('link', { name: '改一改再送' }).click()
    await page.getByRole('button', { name: /其他 \d+ 项/ }).click()
    await page.locator('label').filter({ hasText: '帮老人和有难处的乡亲' }).click()
    assert.equal(await page.getByLabel('说一句').inputValue(), words)
    await page.getByRole('button', { name: '交给支部' }).click()
    await page.getByRole('heading', { name: '支部收到了' }).waitFor()
    assert.equal((await mine(words)).length, 1)
    await context.close()
  })

  it('from paper by keyboard: each line is saved or refused by itself', { timeout: 120_000 }, async () => {
    const { page, context } = await openPerson(browser, product.origin, 'pc')
    await signIn(page, 'pc', 'zhouguyu', DEMO_PASSWORD)
    await page.goto('/enter-paper')
    await page.getByLabel('照哪张纸录').waitFor()
    const fillLine = async (name: string, item: string, said: string) => {
      await page.keyboard.type(name)
      await page
        .getByRole('option', { name: new RegExp(name) })
        .first()
        .waitFor()
      await page.keyboard.press('Enter')
      const box = page.locator('select:focus')
      await box.locator('option', { hasText: item }).waitFor({ state: 'attached' })
      for (let n = 0; n < 20; n += 1) {
        const shown = await box.evaluate((one: HTMLSelectElement) => one.selectedOptions[0]?.text ?? '')
        if (shown === item) break
        await page.keyboard.press('ArrowDown')
      }
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
      await page.keyboard.type(said)
      await page.keyboard.press('Enter')
    }
    await page.keyboard.type('11 月登记表第 1 页')
    await page.keyboard.press('Tab')
    await fillLine('顾夏至', '参加村里集体工程', '修通往果园的路')
    await page.getByText(/已存，编号/).waitFor()
    await fillLine('方雨水', '受到县级以上表彰', '县里的奖状')
    await page.getByText(/没有存上：这一项要有凭据/).waitFor()
    assert.equal(await page.getByLabel('第 2 行 补一句').inputValue(), '县里的奖状')
    await demandAccessible(page)
    // The secretary lets a member report for others.
    await page.getByLabel('定谁当代报员').fill('秦立冬')
    await page.getByRole('option', { name: /秦立冬/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '定为代报员' }).click()
    await page.getByText('秦立冬可以代报了').waitFor()
    await context.close()
  })

  it('through a helper with consent; the member says that it is right', { timeout: 120_000 }, async () => {
    const helper = await openPerson(browser, product.origin, 'phone')
    await signIn(helper.page, 'phone', 'qinlidong', DEMO_PASSWORD)
    await helper.page.goto('/m/help')
    await helper.page.getByLabel('替谁报').fill('何白露')
    await helper.page.getByRole('button', { name: '何白露', exact: true }).click()
    await helper.page.getByText('当面或电话里同意').click()
    await demandAccessible(helper.page)
    await helper.page.getByRole('button', { name: '接着报' }).click()
    await helper.page.locator('label').filter({ hasText: '联系农户，办成一件事' }).click()
    await helper.page.getByRole('button', { name: '交给支部' }).click()
    await helper.page.getByText('替何白露报上了').waitFor()
    await helper.context.close()

    const { page, context } = await openPerson(browser, product.origin, 'phone')
    await signIn(page, 'phone', 'hebailu', DEMO_PASSWORD)
    await page.getByRole('link', { name: /替你报的，看看对不对/ }).click()
    await page.getByRole('button', { name: '对，是我做的' }).waitFor()
    await demandAccessible(page)
    await page.getByRole('button', { name: '对，是我做的' }).click()
    await page.getByText('记下了，这件事没错').waitFor()
    await context.close()
  })

  it('the secretary reviews by keyboard only, and not the own deed', { timeout: 180_000 }, async () => {
    const secretary = await signInByApi(product.origin, 'zhouguyu')
    await secretary.command('claim.submit', {
      target: { kind: 'item', itemCode: 'mediation' },
      said: '调解三组的水路',
      deviceKey: 'journey-own-deed',
    })
    const { page, context } = await openPerson(browser, product.origin, 'pc')
    await signIn(page, 'pc', 'zhouguyu', DEMO_PASSWORD)
    await page.goto('/claims')
    await goTo(page, '何白露', '志愿服务')
    await page.getByRole('heading', { name: '志愿服务', level: 2 }).waitFor()
    await page.getByText(/已确认/).waitFor()
    await demandAccessible(page)
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: '关闭大图' }).waitFor()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: '关闭大图' }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /通过，记 0.2 分/ }).waitFor()
    await page.keyboard.press('a')
    await page.getByText('何白露的志愿服务已通过，记 0.2 分').waitFor()
    await page.keyboard.press('z')
    await page.getByText('何白露的志愿服务，决定已撤回，又在待审里').waitFor()
    await goTo(page, '何白露', '志愿服务')
    await page.getByRole('button', { name: /通过，记 0.2 分/ }).waitFor()

    // Another value, with the reason the member reads.
    await page.keyboard.press('e')
    await page.getByLabel('按多少算').waitFor()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('0.5')
    await page.keyboard.press('Tab')
    await page.keyboard.type('证明人说做了半个小时，按半个小时记。')
    await demandAccessible(page)
    await page.keyboard.press('Control+Enter')
    await page.getByText('何白露的志愿服务已改分通过，记 0.1 分').waitFor()

    await goTo(page, '何白露', '整治村庄环境')
    await page.getByRole('heading', { name: '整治村庄环境', level: 2 }).waitFor()
    await page.getByRole('button', { name: /退回并说明/ }).waitFor()
    await page.keyboard.press('r')
    await page.getByLabel('理由，本人会看到').waitFor()
    await page.keyboard.type('没有写做了多少，请补上数量再交。')
    await page.keyboard.press('Control+Enter')
    await page.getByText('何白露的整治村庄环境已退回').waitFor()

    // The own deed is not among those to decide; where it is seen, it says why.
    await page.goto('/claims?show=all')
    await goTo(page, '周谷雨', '调解邻里纠纷')
    await page.getByText('自己的事自己不能审').waitFor()
    assert.equal(await page.getByRole('button', { name: /^通过/ }).count(), 0)
    await context.close()
  })

  it('what came back is completed by the member and sent again', { timeout: 120_000 }, async () => {
    const { page, context } = await openPerson(browser, product.origin, 'phone')
    await signIn(page, 'phone', 'hebailu', DEMO_PASSWORD)
    await page.getByRole('link', { name: /补全再交/ }).click()
    await page.getByText('没有写做了多少，请补上数量再交。').first().waitFor()
    await demandAccessible(page)
    await page.getByRole('link', { name: '补全再交' }).click()
    await page.getByRole('button', { name: '多一点' }).click()
    await page.getByLabel('说一句').fill('下雨前把二组的排水沟掏了一遍，两次')
    await demandAccessible(page)
    await page.getByRole('button', { name: '交给支部' }).click()
    await page.getByRole('link', { name: /整治村庄环境.*2 次/ }).waitFor()
    assert.deepEqual(
      (await mine('下雨前把二组的排水沟掏了一遍，两次')).map(({ state }) => state),
      ['submitted'],
    )
    await context.close()
  })

  it(
    'a deduction counts only after facts, telling, answer and another’s decision',
    { timeout: 180_000 },
    async () => {
      const { page, context } = await openPerson(browser, product.origin, 'pc')
      await signIn(page, 'pc', 'zhouguyu', DEMO_PASSWORD)
      await page.goto('/deductions/new')
      await page.getByLabel('党员', { exact: true }).fill('何白露')
      await page.getByRole('option', { name: /何白露/ }).waitFor()
      await page.keyboard.press('Enter')
      await page.getByLabel('哪一项').selectOption({ index: 1 })
      await page.getByLabel('扣多少').fill('1')
      await page.getByLabel('事实').fill('11 月 20 日认领的巷道清扫没有做，也没有退还，任务单为证。')
      await page.getByLabel('凭什么说').fill('11 月任务单')
      await demandAccessible(page)
      await page.getByRole('button', { name: '提出，先不扣' }).click()
      await page.getByRole('button', { name: '告知本人' }).click()
      await page
        .getByText(/已告知，\S+前可以说明/)
        .first()
        .waitFor()
      await demandAccessible(page)
      // Who proposed it is not offered the decision.
      assert.equal(await page.getByRole('button', { name: /^扣 / }).count(), 0)
      await context.close()

      const told = await openPerson(browser, product.origin, 'phone')
      await signIn(told.page, 'phone', 'hebailu', DEMO_PASSWORD)
      await told.page.getByRole('link', { name: /有人提出扣你的分/ }).click()
      await told.page.getByText('现在还没有扣').first().waitFor()
      await demandAccessible(told.page)
      await told.page.getByLabel('你的说明').fill('那天在县医院陪护，前一天电话跟周书记说过。')
      await told.page.getByRole('button', { name: '交上说明' }).click()
      await told.page.getByText('说明记下了').waitFor()
      await told.context.close()

      const officer = await openPerson(browser, product.origin, 'pc')
      await signIn(officer.page, 'pc', 'luqingming', DEMO_PASSWORD)
      await officer.page.goto('/deductions')
      await officer.page.getByText('那天在县医院陪护，前一天电话跟周书记说过。').waitFor()
      await officer.page.getByLabel('理由，本人会看到').fill('通话记录属实，陪护有医院证明，不扣。')
      await demandAccessible(officer.page)
      await officer.context.close()

      const outside = await openPerson(browser, product.origin, 'phone')
      await signIn(outside.page, 'phone', 'luqingming', DEMO_PASSWORD)
      await outside.page.goto('/m/deductions')
      await demandAccessible(outside.page)
      await outside.page.getByRole('link', { name: /^何白露/ }).click()
      await outside.page.getByText('那天在县医院陪护，前一天电话跟周书记说过。').waitFor()
      await outside.page.getByLabel('理由，本人会看到').fill('通话记录属实，陪护有医院证明，不扣。')
      await demandAccessible(outside.page)
      await outside.page.getByRole('button', { name: '不扣', exact: true }).click()
      await outside.page.getByText('何白露，决定不扣').waitFor()
      await outside.context.close()
    },
  )

  it(
    'in the elder layout a deed is typed or said, asked before it goes, and counts the same',
    { timeout: 120_000 },
    async () => {
      const { page, context } = await openPerson(browser, product.origin, 'elder')
      await signIn(page, 'elder', 'qinlidong', DEMO_PASSWORD)
      await page.goto('/m/elder')
      await page.getByRole('link', { name: /说一件事/ }).click()
      await page.getByRole('button', { name: '我来打字' }).click()
      await page.getByLabel('做了什么，写在这里').fill('昨天上午在村小学讲了修渠的事')
      await demandAccessible(page)
      await page.getByRole('button', { name: '对，接着来' }).click()
      await demandAccessible(page)
      await page.getByRole('button', { name: /带年轻人/ }).click()
      await page.getByText('记在「带年轻人」').waitFor()
      await demandAccessible(page)
      await page.getByRole('button', { name: '对，交给支部' }).click()
      await page.getByText('支部收到了').waitFor()
      await context.close()
    },
  )
})
