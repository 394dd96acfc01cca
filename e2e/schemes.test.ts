import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { DEMO_PASSWORD } from '@steward/server/demo/cast.ts'
import { demandAccessible, openBrowser, openPerson, signIn } from './platform/browser.ts'
import { startProduct } from './platform/product.ts'

describe('the county changes a scheme', async () => {
  const product = await startProduct('small')
  const browser = await openBrowser()
  const officer = await openPerson(browser, product.origin, 'pc')
  await signIn(officer.page, 'pc', 'hanhanlu', DEMO_PASSWORD)
  const { page } = officer
  const saved = async () => await page.getByText(/^已存/).waitFor()

  it('begins from the version in force and changes a cap in place', async () => {
    await page.goto('/schemes')
    await page.getByRole('link', { name: '农村党员积分办法' }).waitFor()
    await demandAccessible(page)
    await page.getByRole('link', { name: '农村党员积分办法' }).click()
    await page.getByRole('button', { name: '起草下一版' }).waitFor()
    await demandAccessible(page)
    await page.getByRole('button', { name: '起草下一版' }).click()
    await page.getByText(/草稿，和\d+年1月起的办法一样/).waitFor()
    await page.getByLabel('履行义务 年封顶', { exact: true }).fill('6')
    await page.getByText(/草稿，在\d+年1月起的办法上改了 1 处/).waitFor()
    await saved()
  })

  it('a line the principles forbid is refused with its article, and a place to mend it', async () => {
    await page.getByRole('button', { name: '志愿服务', exact: true }).click()
    const rule = page.getByLabel('怎么算（党员看到的一句话）')
    const said = await rule.inputValue()
    await rule.fill('每天登录平台签到的，记0.1分')
    await page
      .getByText(/政务移动互联网应用程序规范化管理办法.*五项禁止/)
      .first()
      .waitFor()
    await page.keyboard.press('Escape')
    const adopt = page.getByRole('button', { name: '通过这一版' })
    assert.equal(await adopt.getAttribute('aria-disabled'), 'true')
    await page.getByRole('button', { name: /还有 \d 处要先改好/ }).click()
    await page.getByText('「志愿服务」里有「登录」').waitFor()
    await page.getByRole('button', { name: '去改' }).last().click()
    await rule.fill(said)
    await page.keyboard.press('Escape')
    await page.getByText('「志愿服务」里有「登录」').waitFor({ state: 'detached' })
  })

  it('sees whom it would touch before anybody adopts it', async () => {
    // Meetings have an item cap of 12 a year, which no longer fits under 6.
    await page.getByLabel('履行义务 年封顶', { exact: true }).fill('12')
    await page.getByRole('button', { name: /还有/ }).waitFor({ state: 'detached' })
    await saved()
    await page.getByRole('button', { name: '试算' }).click()
    await page.getByText(/名党员中，/).waitFor()
    await page.getByText('格次建议会跨线的人').waitFor()
    await page.getByText('不出远门也能得的分').waitFor()
    await demandAccessible(page)
  })

  it('is adopted with its document from next month on', async () => {
    await page.getByRole('button', { name: '通过这一版' }).click()
    await page.getByLabel('决定的机关').fill('清源县委组织部')
    await page.getByLabel('文号').fill('清组发〔2026〕19号')
    await demandAccessible(page)
    await page.getByRole('button', { name: /^从.*起用这一版$/ }).click()
    await page.getByText(/^已通过，.*起用$/).waitFor()
    await page.getByRole('link', { name: /的办法对照/ }).click()
    await page.getByText('履行义务，年封顶').waitFor()
    await page.goto('/schemes')
    const row = page.getByRole('row', { name: /农村党员积分办法/ })
    await row.getByText(/清组发〔2026〕19号/).waitFor()
    await officer.context.close()
  })

  it('a member reads on the phone what counts now', async () => {
    const member = await openPerson(browser, product.origin, 'phone')
    await signIn(member.page, 'phone', 'hebailu', DEMO_PASSWORD)
    await member.page.goto('/m/schemes')
    await member.page.getByText('这一类每月最多 1.5 分，全年最多 18 分').waitFor()
    await member.page.getByText('积分只给会议作参考，格次由支部开会评定。').waitFor()
    await demandAccessible(member.page)
    await member.context.close()
  })

  it('a committee records a decision to leave somebody out, and never why', async () => {
    const committee = await openPerson(browser, product.origin, 'pc')
    await signIn(committee.page, 'pc', 'luqingming', DEMO_PASSWORD)
    const there = committee.page
    await there.goto('/schemes/exemptions')
    await there.getByRole('button', { name: '登记一个决定' }).click()
    await there.getByRole('textbox', { name: '党员' }).fill('秦立冬')
    await there
      .getByRole('radio', { name: /秦立冬/ })
      .first()
      .check({ force: true })
    await there.getByLabel('哪个会议决定的').fill('石门村党支部党员大会')
    await there.getByLabel(/^文件/).fill('因病申请')
    await there.getByRole('button', { name: '登记', exact: true }).click()
    await there.getByText(/这里写了原因（因病）/).waitFor()
    await there.getByLabel(/^文件/).fill('云溪镇党委批复〔2026〕8号')
    await there.getByRole('button', { name: '登记', exact: true }).click()
    await there.getByRole('row', { name: /秦立冬.*云溪镇党委批复/ }).waitFor()
    await demandAccessible(there)
    await committee.context.close()
  })
})
