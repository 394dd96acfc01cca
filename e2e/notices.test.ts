import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { DEMO_PASSWORD } from '@steward/server/demo/cast.ts'
import type { Page } from 'playwright-core'
import { demandAccessible, openBrowser, openPerson, signIn } from './platform/browser.ts'
import { signInByApi } from './platform/api.ts'
import { startProduct } from './platform/product.ts'

const TITLE = '石门村党支部 2026 年先锋岗人选'

describe('a notice from its draft to its result', async () => {
  const product = await startProduct('small')
  const browser = await openBrowser()
  let noticeId = ''
  let address = ''
  let code = ''

  const at = async (page: Page, path: string, words: string | RegExp) => {
    await page.goto(path)
    await page.getByText(words).first().waitFor()
  }

  it('R-278: written by hand, a telephone number is found, mended, and it is checked', async () => {
    const { page, context } = await openPerson(browser, product.origin, 'pc')
    await signIn(page, 'pc', 'zhouguyu', DEMO_PASSWORD)
    await page.getByRole('link', { name: '公示', exact: true }).click()
    await page.getByRole('link', { name: '起草公示' }).click()
    await page.getByRole('textbox', { name: '标题' }).fill(TITLE)
    await page.getByRole('textbox', { name: '正文' }).fill('现将人选公示如下，本人电话 13800001234。')
    await page.getByRole('textbox', { name: /名单/ }).first().fill('何白露 村会计\n秦立冬 网格员')
    await page.getByText('村（居）务公开栏').click()
    await page.getByRole('textbox', { name: '谁接电话' }).fill('云溪镇党建办')
    await page.getByRole('textbox', { name: '电话', exact: true }).fill('0000-7654321')
    await page.getByRole('textbox', { name: /纸条投哪里/ }).fill('村部门口意见箱')
    await demandAccessible(page)
    await page.getByRole('button', { name: '存为草稿' }).click()
    await page.getByText('有 1 处不能公开').first().waitFor()
    await page.getByRole('cell', { name: '138****1234' }).waitFor()
    assert.equal(await page.getByRole('button', { name: '核对过了' }).count(), 0)
    await demandAccessible(page)
    noticeId = new URL(page.url()).pathname.split('/').at(-1) ?? ''

    await page.getByRole('link', { name: '改文字' }).click()
    await page.getByRole('textbox', { name: '正文' }).fill('经支部党员大会讨论，现将人选公示如下。')
    await page.getByRole('button', { name: '存下改动' }).click()
    await page.getByText('没有查到不能公开的内容').waitFor()
    await page.getByRole('button', { name: '核对过了' }).click()
    await page.getByText('我对过原始记录').click()
    await page.getByText('没有附别人的照片和材料').click()
    await page.getByRole('dialog').getByRole('button', { name: '核对过了' }).click()
    await page.getByText('待批准').waitFor()
    await page.getByText('起草人不能自己批准').waitFor()
    await context.close()
  })

  it('R-272, R-276: the committee above posts it, and the sheet for the wall carries code and telephone', async () => {
    const { page, context } = await openPerson(browser, product.origin, 'pc')
    await signIn(page, 'pc', 'luqingming', DEMO_PASSWORD)
    await at(page, `/notices/${noticeId}`, '待批准')
    await page.getByRole('button', { name: '批准，贴出 5 个工作日' }).click()
    await page.getByText('公示中').first().waitFor()
    await demandAccessible(page)
    address = (await page.getByRole('link', { name: '看公开页' }).getAttribute('href')) ?? ''
    await page.getByRole('link', { name: '打印张贴' }).click()
    await page.getByText('有不同意见，三条路都行').waitFor()
    await page.getByText('何*露').waitFor()
    await page.getByText('0000-7654321').waitFor()
    await page.getByRole('img', { name: '扫码看公示或提意见' }).waitFor()
    await demandAccessible(page)
    await context.close()
  })

  it('R-216, R-338: somebody without account and name reads it masked and objects', async () => {
    const { page, context } = await openPerson(browser, product.origin, 'phone')
    await at(page, address, TITLE)
    await page.getByText('秦*冬').waitFor()
    assert.equal(await page.getByText('秦立冬').count(), 0)
    await demandAccessible(page)
    await page.getByRole('link', { name: '我有不同意见' }).click()
    await page.getByRole('textbox', { name: '哪里不对' }).fill('这个岗位应该先听听组里的意见')
    await demandAccessible(page)
    await page.getByRole('button', { name: '交上去' }).click()
    await page.getByText('收到了').waitFor()
    code = (await page.locator('.objection-code').textContent()) ?? ''
    assert.match(code, /^[2-9A-Z]{5}-[2-9A-Z]{5}$/)
    await demandAccessible(page)
    await context.close()
  })

  it('R-216, R-244: given to somebody who had no part in it, who answers in writing', async () => {
    const secretary = await openPerson(browser, product.origin, 'pc')
    await signIn(secretary.page, 'pc', 'zhouguyu', DEMO_PASSWORD)
    await at(secretary.page, '/objections', '应该先听听组里的意见')
    await secretary.page.getByText('作过决定，不能办').first().waitFor()
    await secretary.page.getByText('韩寒露').click()
    await demandAccessible(secretary.page)
    await secretary.page.getByRole('button', { name: '派人办理' }).click()
    await secretary.page.getByText('等韩寒露答复').waitFor()
    await secretary.context.close()

    const county = await openPerson(browser, product.origin, 'pc')
    await signIn(county.page, 'pc', 'hanhanlu', DEMO_PASSWORD)
    await at(county.page, '/objections', '应该先听听组里的意见')
    await county.page.getByText('网页，没有留名').waitFor()
    await county.page.getByRole('textbox', { name: '书面答复' }).fill('10 月 20 日组里开过会，有记录。')
    await demandAccessible(county.page)
    await county.page.getByRole('button', { name: '不成立' }).click()
    await county.page.getByText('答复：不成立').waitFor()
    await county.context.close()
  })

  it('the answer is read by the code, and a wrong code says what to do', async () => {
    const { page, context } = await openPerson(browser, product.origin, 'phone')
    const county = address.split('/').at(-2) ?? ''
    await page.goto(`/m/a/${county}`)
    await page.getByRole('textbox', { name: '编号' }).fill(code.toLowerCase().replace('-', ' '))
    await page.getByRole('button', { name: '查', exact: true }).click()
    await page.getByText('10 月 20 日组里开过会，有记录。').waitFor()
    await page.getByRole('button', { name: '不满意，请云溪镇党委再看' }).waitFor()
    await demandAccessible(page)
    await at(page, `/m/a/${county}/AAAAA-AAAAA`, '没有这个编号')
    await at(page, address.replace(/.{5}$/u, 'AAAAA'), '没有这份公示')
    await context.close()
  })

  it('a member reads it on the phone and in the elder layout', async () => {
    const { page, context } = await openPerson(browser, product.origin, 'phone')
    await signIn(page, 'phone', 'hebailu', DEMO_PASSWORD)
    await at(page, '/m/notices', TITLE)
    await demandAccessible(page)
    await page.getByText(TITLE).click()
    await page.getByText('有不同意见，三条路都行').waitFor()
    await demandAccessible(page)
    await at(page, `/m/elder/board/${noticeId}`, TITLE)
    await page.getByRole('link', { name: '我有不同意见' }).waitFor()
    await demandAccessible(page)
    await context.close()
  })

  it('R-277: taken down, the public page closes at once and says so', async () => {
    const officer = await signInByApi(product.origin, 'luqingming')
    await officer.command('notice.interrupt', { noticeId, reason: '漏了一人' })
    const { page, context } = await openPerson(browser, product.origin, 'phone')
    await at(page, address, '这份公示已撤下')
    assert.equal(await page.getByText('秦*冬').count(), 0)
    await demandAccessible(page)
    await context.close()
  })

  it('R-272, R-278: on the phone the secretary mends what is found, checks the list and posts it', async () => {
    const secretary = await signInByApi(product.origin, 'zhouguyu')
    const { rows } = await secretary.query<{ rows: { id: string }[] }>('notice.places')
    await secretary.command('notice.draft', {
      orgId: rows[0]?.id,
      draft: {
        ...{
          kind: 'award',
          scope: 'branch',
          title: '石门村党支部志愿服务名单',
          names: 'full',
          workingDays: 5,
        },
        ...{ body: '名单如下，有事打 13800001234。', routes: ['page', 'phone', 'paper'] },
        ...{ contactOffice: '云溪镇党建办', contactPhone: '0000-7654321' },
      },
      list: { rows: [{ name: '何白露', cells: [] }] },
    })
    const { page, context } = await openPerson(browser, product.origin, 'phone')
    await signIn(page, 'phone', 'zhouguyu', DEMO_PASSWORD)
    await page.goto('/m/notices')
    await page.getByRole('link', { name: '公示的办理' }).click()
    await demandAccessible(page)
    await page.getByRole('link', { name: /志愿服务名单/ }).click()
    await page.getByText('有 1 处不能公开').waitFor()
    await demandAccessible(page)
    await page.getByRole('link', { name: '改文字' }).click()
    await page.getByRole('textbox', { name: '正文' }).fill('名单如下。')
    await demandAccessible(page)
    await page.getByRole('button', { name: '存下改动' }).click()
    await page.getByText('没有查到不能公开的内容').waitFor()
    await page.getByRole('button', { name: '核对过了' }).click()
    await page.getByText('我对过原始记录').click()
    await page.getByText('没有附别人的照片和材料').click()
    await demandAccessible(page)
    await page.getByRole('dialog').getByRole('button', { name: '核对过了' }).click()
    await page.getByRole('button', { name: '批准，贴出 5 个工作日' }).click()
    await page.getByText('公示中').first().waitFor()
    await demandAccessible(page)
    await context.close()
  })
})
