import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { DEMO_PASSWORD } from '@steward/server/demo/cast.ts'
import type { Page } from 'playwright-core'
import { signInByApi } from './platform/api.ts'
import { demandAccessible, openBrowser, openPerson, signIn } from './platform/browser.ts'
import { startProduct } from './platform/product.ts'

/** Today in the county's zone, as the forms take it. */
async function todayOf(page: Page): Promise<string> {
  return await page.evaluate(() =>
    // NOTE: clock, the day of the decision is typed as a person would type it
    new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date()),
  )
}

describe('a warning and a tolerance finding', async () => {
  const product = await startProduct('small')
  const browser = await openBrowser()
  const he = await signInByApi(product.origin, 'hebailu')

  it('from notice through answer and talk to the confirmed change', { timeout: 240_000 }, async () => {
    const secretary = await openPerson(browser, product.origin, 'pc')
    await signIn(secretary.page, 'pc', 'zhouguyu', DEMO_PASSWORD)
    await secretary.page.getByRole('link', { name: '结果运用', exact: true }).click()
    await secretary.page.getByRole('link', { name: '预警', exact: true }).click()
    await secretary.page.getByRole('link', { name: '起草预警' }).click()
    await secretary.page.getByLabel('给谁').fill('何白露')
    await secretary.page.getByRole('button', { name: /^何白露/ }).click()
    await secretary.page.getByLabel('事实').fill('九月、十月两次党员大会没有到会，也没有请假')
    await secretary.page.getByLabel('应当达到的要求').fill('党员教育管理工作条例：按期参加组织生活')
    await secretary.page.getByLabel('需要改正的事项').fill('从十二月起按时到会，去不了先请假')
    await secretary.page.getByLabel('联系帮助的人').fill('秦立冬')
    await demandAccessible(secretary.page)
    await secretary.page.getByRole('button', { name: '存下草稿' }).click()
    await secretary.page.getByRole('heading', { name: '何白露' }).waitFor()
    await demandAccessible(secretary.page)
    const path = new URL(secretary.page.url()).pathname
    // Who drafts it cannot make it take effect.
    assert.equal(await secretary.page.getByRole('button', { name: '登记下达' }).count(), 0)

    const officer = await openPerson(browser, product.origin, 'pc')
    await signIn(officer.page, 'pc', 'luqingming', DEMO_PASSWORD)
    await officer.page.goto(path)
    const act = officer.page.getByRole('button', { name: '登记下达' })
    await act.click()
    // Without the five facts nothing is entered.
    await officer.page.getByText('这一栏没有写').first().waitFor()
    await officer.page.getByLabel('谁签发').fill('陆清明')
    await officer.page.getByLabel('决定日期', { exact: true }).fill(await todayOf(officer.page))
    await officer.page.getByLabel('理由').fill('两次没有参加组织生活，经镇党委研究决定预警')
    await officer.page.getByLabel('送达凭据').fill('送达回证 2026-12')
    await demandAccessible(officer.page)
    await act.click()
    await officer.page.getByText('等支部谈话').waitFor()
    const [paper] = await Promise.all([
      officer.page.waitForEvent('download'),
      officer.page.getByRole('button', { name: '下载通知书' }).click(),
    ])
    assert.match(paper.suggestedFilename(), /^预警通知书-云溪镇党委预警〔\d{4}〕1号-何白露\.docx$/)

    const phone = await openPerson(browser, product.origin, 'phone')
    await signIn(phone.page, 'phone', 'hebailu', DEMO_PASSWORD)
    await phone.page.getByRole('link', { name: /有一份预警给你/ }).click()
    await phone.page.getByText('秦立冬，有难处可以直接找').waitFor()
    await demandAccessible(phone.page)
    await phone.page.getByLabel('你想说的').fill('十月收玉米忘了请假，是我没有说')
    await phone.page.getByRole('button', { name: '交给组织' }).click()
    await phone.page.getByText('十月收玉米忘了请假，是我没有说').first().waitFor()
    // The same in the elder layout.
    await phone.page.goto('/m/elder/notices')
    await phone.page.getByRole('link', { name: /给你的预警/ }).click()
    await phone.page.getByRole('heading', { name: '我来说几句' }).waitFor()
    await demandAccessible(phone.page)

    await secretary.page.goto('/')
    await secretary.page.locator('.td').filter({ hasText: '和何白露谈一次' }).getByRole('link').click()
    await secretary.page.getByLabel('谈了什么，本人怎么说').fill('讲清了要求，本人答应去不了先请假')
    await secretary.page.getByRole('button', { name: '记谈话' }).click()
    await secretary.page.getByText('讲清了要求，本人答应去不了先请假').first().waitFor()
    await demandAccessible(secretary.page)

    await officer.page.goto(path)
    await officer.page.getByLabel('怎么看出来改了').fill('十二月三次组织生活都到了，签到册上有')
    await officer.page.getByRole('button', { name: '确认改正，解除预警' }).click()
    await officer.page.getByText('已改正，解除').first().waitFor()

    await phone.page.goto('/m/outcomes/warnings')
    await phone.page.getByText('已改正，解除').waitFor()
    await demandAccessible(phone.page)
    for (const { context } of [secretary, officer, phone]) await context.close()
  })

  it(
    'a finding takes the deduction back, and the member’s total shows it',
    { timeout: 240_000 },
    async () => {
      const [zhou, lu] = await Promise.all(
        ['zhouguyu', 'luqingming'].map((name) => signInByApi(product.origin, name)),
      )
      const total = async () => (await he.query<{ total: number }>('points.year')).total
      const before = await total()
      const { account } = await he.query<{ account: { memberId: string } }>('session.show')
      const today = await todayOf((await openPerson(browser, product.origin, 'pc')).page)
      const { deductionId } = await zhou!.command('deduction.propose', {
        ...{ memberId: account.memberId, itemCode: 'task-dropped', deedOn: today, chosen: 100 },
        ...{ facts: '认领的清渠任务没有按期完成', evidence: [{ kind: 'paper', note: '任务单' }] },
      })
      await zhou!.command('deduction.tell', { deductionId, how: 'screen' })
      await he.command('deduction.answer', { deductionId, answer: '试了新的清淤办法，慢了几天' })
      await lu!.command('deduction.impose', { deductionId, reason: '没有按期完成，按办法扣分' })
      assert.equal(await total(), before - 100)

      const phone = await openPerson(browser, product.origin, 'phone')
      await signIn(phone.page, 'phone', 'hebailu', DEMO_PASSWORD)
      await phone.page.goto('/m/my-deductions')
      await phone.page.locator('a.thing').first().click()
      await phone.page.getByRole('link', { name: '申请容错' }).click()
      const named = phone.page.getByRole('checkbox', { name: /认领的清渠任务没有按期完成/ })
      await named.waitFor()
      assert.ok(await named.isChecked())
      await phone.page.getByLabel('事情的经过').fill('清渠时第一次用清淤机，不熟，晚了四天，后来补完了')
      await demandAccessible(phone.page)
      await phone.page.getByRole('button', { name: '交上去' }).click()
      await phone.page.getByText('等受理', { exact: true }).waitFor()
      await demandAccessible(phone.page)

      const officer = await openPerson(browser, product.origin, 'pc')
      await signIn(officer.page, 'pc', 'luqingming', DEMO_PASSWORD)
      await officer.page.locator('.td').filter({ hasText: '何白露申请容错' }).getByRole('link').click()
      await demandAccessible(officer.page)
      await officer.page.getByRole('button', { name: '受理', exact: true }).click()
      for (const words of [
        '是履行职责',
        '没有违反',
        '尽到了',
        '没有谋私利',
        '是缺乏经验',
        '是没有明令禁止',
        '是为了发展',
      ])
        await officer.page.locator('label').filter({ hasText: words }).click()
      for (const [label, words] of [
        ['动机', '想少用人工'],
        ['客观条件', '第一次用这台机器'],
        ['程序方法', '事先问过村委会'],
        ['性质', '不熟练'],
        ['后果', '晚了四天，没有误灌水'],
        ['挽回', '自己加了两天工'],
      ] as const)
        await officer.page.getByLabel(label, { exact: true }).fill(words)
      await demandAccessible(officer.page)
      await officer.page.getByRole('button', { name: '核查完毕' }).click()
      await officer.page.getByText('等认定', { exact: true }).waitFor()
      const path = new URL(officer.page.url()).pathname
      // Who checked does not find.
      assert.equal(await officer.page.getByRole('button', { name: '认定予以容错' }).count(), 0)

      const county = await openPerson(browser, product.origin, 'pc')
      await signIn(county.page, 'pc', 'hanhanlu', DEMO_PASSWORD)
      await county.page.goto(path)
      await county.page.getByLabel('文号').fill('清组容〔2026〕1号')
      await county.page.getByLabel('理由').fill('四个条件都符合，属于探索中的失误')
      await demandAccessible(county.page)
      await county.page.getByRole('button', { name: '认定予以容错' }).click()
      await county.page.getByText('已撤回').waitFor()
      assert.equal(await total(), before)

      await phone.page.goto('/m/points')
      await phone.page
        .getByText((before / 100).toFixed(2))
        .first()
        .waitFor()
      await demandAccessible(phone.page)
      for (const { context } of [phone, officer, county]) await context.close()
    },
  )
})
