import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { CAST_ORGS, DEMO_PASSWORD } from '@steward/server/demo/cast.ts'
import { signInByApi } from './platform/api.ts'
import { demandAccessible, openBrowser, openPerson, signIn } from './platform/browser.ts'
import { startProduct } from './platform/product.ts'

type Found = { rows: { id: string; name: string }[] }

describe('organisations', async () => {
  const product = await startProduct('small')
  const browser = await openBrowser()
  const officer = await signInByApi(product.origin, 'luqingming')
  const idOf = async (name: string) => {
    const { rows } = await officer.query<Found>('organisation.search', { text: name })
    return rows.find((row) => row.name === name)?.id ?? ''
  }

  it('an officer finds a branch in the tree by keyboard and by initials; defects are words', async () => {
    const { page, context } = await openPerson(browser, product.origin, 'pc')
    await signIn(page, 'pc', 'luqingming', DEMO_PASSWORD)
    await page.goto('/organisations')
    const tree = page.getByRole('tree')
    await tree.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: CAST_ORGS.shimen }).waitFor()
    await tree.getByRole('treeitem', { name: /桃坪村党总支/ }).click()
    await tree.getByText('书记空缺').waitFor()
    await page.getByRole('searchbox', { name: '名称、简称或拼音首字母' }).fill('hkc')
    await page.getByRole('button', { name: new RegExp(CAST_ORGS.hekou) }).click()
    await page.getByRole('heading', { name: CAST_ORGS.hekou }).waitFor()
    await demandAccessible(page)
    await context.close()
  })

  it('a set-up with too few members is refused with rule and way out; the drawer keeps what was written', async () => {
    const { page, context } = await openPerson(browser, product.origin, 'pc')
    await signIn(page, 'pc', 'luqingming', DEMO_PASSWORD)
    await page.goto(`/organisations?org=${await idOf(CAST_ORGS.yunxi)}`)
    await page.getByRole('heading', { name: CAST_ORGS.yunxi }).waitFor()
    await page.getByRole('button', { name: '更多', exact: true }).click()
    await page.getByRole('menuitem', { name: '设立组织' }).click()
    const drawer = page.getByRole('complementary', { name: '设立组织' })
    await drawer.getByLabel('名称', { exact: true }).fill('新桥村党支部')
    await drawer.getByLabel('将转入的正式党员').fill('2')
    await drawer.getByLabel('文号').fill('云发〔2026〕40号')
    await drawer.getByLabel('理由').fill('新区建成，党员相对集中')
    await demandAccessible(page)
    await drawer.getByRole('button', { name: '设立', exact: true }).click()
    await drawer.getByText('正式党员 2 名，不足 3 名').waitFor()
    await drawer.getByText('R-001').waitFor()
    await drawer.getByLabel('将转入的正式党员').fill('5')
    await drawer.getByRole('button', { name: '设立', exact: true }).click()
    await page.getByText('已设立新桥村党支部').waitFor()
    await page.getByRole('treeitem', { name: /新桥村党支部/ }).waitFor()
    await context.close()
    assert.notEqual(await idOf('新桥村党支部'), '')
  })

  it('somebody was quicker: both versions are shown', async () => {
    const { page, context } = await openPerson(browser, product.origin, 'pc')
    await signIn(page, 'pc', 'luqingming', DEMO_PASSWORD)
    const orgId = await idOf(CAST_ORGS.hekou)
    await page.goto(`/organisations?org=${orgId}`)
    await page.getByRole('heading', { name: CAST_ORGS.hekou }).waitFor()
    await page.getByRole('button', { name: '更多', exact: true }).click()
    await page.getByRole('menuitem', { name: '改简称、电话、地址' }).click()
    const drawer = page.getByRole('complementary', { name: '改简称、电话、地址' })
    await drawer.getByLabel('办公电话').fill('0570-6210002')
    const { org } = await officer.query<{ org: { revision: number; shortName: string; sortNo: number } }>(
      'organisation.show',
      { orgId },
    )
    const { revision, shortName, sortNo } = org
    await officer.command('organisation.correct', {
      orgId,
      revision,
      shortName,
      sortNo,
      phone: '0570-6210009',
      address: '河口村',
    })
    await drawer.getByRole('button', { name: '存', exact: true }).click()
    await drawer.getByText('刚有人改过这里').waitFor()
    await drawer.getByText(/现在：河口村党支部/).waitFor()
    await context.close()
  })

  it('a secretary sees the own branch only; a member sees it on the phone with whom to ring', async () => {
    const secretary = await openPerson(browser, product.origin, 'pc')
    await signIn(secretary.page, 'pc', 'shenliqiu', DEMO_PASSWORD)
    await secretary.page.goto('/organisations')
    await secretary.page.getByRole('heading', { name: CAST_ORGS.hekou }).waitFor()
    assert.equal(await secretary.page.getByText(CAST_ORGS.shimen).count(), 0)
    await secretary.page.goto(`/organisations/${await idOf(CAST_ORGS.shimen)}`)
    await secretary.page.getByText('这件事不在你的职责里').waitFor()
    await secretary.context.close()

    const member = await openPerson(browser, product.origin, 'phone')
    await signIn(member.page, 'phone', 'hanliqiu', DEMO_PASSWORD)
    await member.page.goto('/m/branch')
    await member.page.getByRole('heading', { name: CAST_ORGS.hekou }).waitFor()
    await member.page.getByText('沈立秋').waitFor()
    await member.page.getByRole('link', { name: /0570-6210009/ }).waitFor()
    await demandAccessible(member.page)
    await member.context.close()
  })

  it('lists of defects, communities, coverage, units, changes and the calendar can be read by everybody who may', async () => {
    const { page, context } = await openPerson(browser, product.origin, 'pc')
    await signIn(page, 'pc', 'hanhanlu', DEMO_PASSWORD)
    for (const [path, heading] of [
      ['/organisations/defects', '组织设置问题'],
      ['/organisations/communities', '社区组织'],
      ['/organisations/coverage', '非公企业里有多少有党组织'],
      ['/organisations/units', '单位'],
      ['/organisations/changes', '组织变动'],
      ['/calendar?year=2026', '工作日历'],
    ] as const) {
      await page.goto(path)
      await page.getByRole('heading', { name: heading, exact: true }).waitFor()
      await demandAccessible(page)
    }
    await page.getByText('全年 248 个工作日').waitFor()
    await context.close()
  })
})
