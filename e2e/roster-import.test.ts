import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { CAST_ORGS, DEMO_PASSWORD } from '@steward/server/demo/cast.ts'
import type { Page } from 'playwright-core'
import { signInByApi } from './platform/api.ts'
import { demandAccessible, openBrowser, openPerson, signIn } from './platform/browser.ts'
import { startProduct } from './platform/product.ts'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A valid number of a region that exists nowhere, or one with another check digit. */
function identityNumber(serial: number, wrong = 0): string {
  const first17 = `99100119800101${String(serial).padStart(3, '0')}`
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0)
  return first17 + '10X98765432'.charAt((sum + wrong) % 11)
}

const line = (name: string, number: string, branch: string) =>
  [name, number, branch, '2005-07-01', '2006-07-01', '农民'].join(',')
const lines = [
  '党员姓名,公民身份号码,所在支部,入党时间,转正时间,身份类别',
  line('程新甲', identityNumber(1), CAST_ORGS.hekou),
  line('程新乙', identityNumber(3), CAST_ORGS.hekou),
  line('程新丙', identityNumber(5), CAST_ORGS.shimen),
  line('程新甲', identityNumber(7), CAST_ORGS.hekou),
  line('错一位', identityNumber(9, 1), CAST_ORGS.hekou),
  line('近支部', identityNumber(11), '石门支部'),
]
const sheet = {
  name: '花名册_云溪镇_1103.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\r\n'), 'utf8'),
}

async function countsOf(page: Page): Promise<string[]> {
  return await page.locator('.import-counts > div').allInnerTexts()
}

describe('a roster is imported and taken back', async () => {
  const product = await startProduct('small')
  const browser = await openBrowser()
  const officer = await signInByApi(product.origin, 'luqingming')
  const register = async () => await officer.query('member.list', { limit: 200 })
  const before = await register()
  const peopleBefore = Number(before['total'])

  it('the officer sees what would change, writes it, and undoes it', { timeout: 120_000 }, async () => {
    const { page, context } = await openPerson(browser, product.origin, 'pc')
    await signIn(page, 'pc', 'luqingming', DEMO_PASSWORD)
    await page.goto('/members')
    await page.getByText(`${peopleBefore} 人`).first().waitFor()
    await page.getByRole('button', { name: '导入', exact: true }).click()
    await page.getByRole('button', { name: '选择表格' }).waitFor()
    await demandAccessible(page)
    await page.locator('input[type=file]').setInputFiles(sheet)

    await page.getByRole('button', { name: '写入 3 条' }).waitFor()
    await page.getByText('现在还没有写入任何内容。').waitFor()
    assert.deepEqual(
      (await countsOf(page)).map((text) => text.split(/\s+/).toSorted().join(' ')),
      ['3 新增', '0 有变化', '1 疑似重复', '2 收不进来', '0 没有变化'],
    )
    await page.getByText(/^身份证号校验位不对，尾号 \d{3}[\dX]，请对照证件$/).waitFor()
    assert.deepEqual(await register(), before)
    await demandAccessible(page)

    await page.getByRole('button', { name: `采用${CAST_ORGS.shimen}` }).click()
    await page.getByRole('button', { name: '写入 4 条' }).waitFor()
    await page.getByRole('button', { name: '不是同一个人' }).click()
    await page.getByRole('button', { name: '写入 5 条' }).waitFor()
    await page.getByRole('button', { name: /展开核对/ }).click()
    await page.getByRole('checkbox', { name: '写入程新乙' }).waitFor()
    await page.getByRole('checkbox', { name: '写入程新乙' }).uncheck({ force: true })
    await page.getByRole('button', { name: '写入 4 条' }).click()

    await page.getByText('新增 4 人，更新 0 人；留下 2 条没有写。').waitFor()
    await page
      .getByText(`${peopleBefore + 4} 人`)
      .first()
      .waitFor()
    assert.equal((await register())['total'], peopleBefore + 4)
    await demandAccessible(page)

    await page.getByRole('button', { name: '整次撤销' }).click()
    await page.getByLabel('为什么撤销').fill('传错了表')
    await page.getByRole('dialog').getByRole('button', { name: '整次撤销' }).click()
    await page.getByText('已整次撤销').waitFor()
    await page.getByText(`${peopleBefore} 人`).first().waitFor()
    assert.deepEqual(await register(), before)

    await page.goto('/import')
    await page.getByRole('link', { name: sheet.name }).click()
    await page.getByText('原因：传错了表').waitFor()
    await demandAccessible(page)
    await context.close()
  })

  it('columns without a known heading are settled by the officer', { timeout: 60_000 }, async () => {
    const { page, context } = await openPerson(browser, product.origin, 'pc')
    await signIn(page, 'pc', 'luqingming', DEMO_PASSWORD)
    await page.goto('/members')
    await page.getByRole('button', { name: '导入', exact: true }).click()
    const odd = Buffer.from(lines.join('\r\n').replace('党员姓名', '某甲'), 'utf8')
    await page.locator('input[type=file]').setInputFiles({ ...sheet, name: '没写表头.csv', buffer: odd })
    await page.getByText('还缺：姓名。').waitFor()
    await demandAccessible(page)
    await page.getByLabel('某甲').selectOption({ label: '姓名' })
    await page.getByRole('button', { name: '重新核对' }).click()
    await page.getByText('现在还没有写入任何内容。').waitFor()
    await page.getByRole('button', { name: /^写入 \d+ 条$/ }).waitFor()
    await page.getByRole('button', { name: '不导入了' }).click()
    await page.getByText('这次没有导入').waitFor()
    assert.deepEqual(await register(), before)
    await context.close()
  })
})
