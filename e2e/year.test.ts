import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { DEMO_PASSWORD } from '@steward/server/demo/cast.ts'
import type { BrowserContext, Page } from 'playwright-core'
import { signInByApi } from './platform/api.ts'
import {
  beginReports,
  type Branch,
  castOthers,
  countAndClose,
  feedbackOf,
  goOn,
  holdAssembly,
  openBox,
  otherReports,
  otherWords,
  rollOf,
  settleAndHang,
  tellOthers,
} from './platform/appraisal.ts'
import { demandAccessible, type Face, openBrowser, openPerson, signIn } from './platform/browser.ts'
import { startProduct } from './platform/product.ts'

const BEGIN = '2026-12-04T09:00:00+08:00'
/** The notice of the grades has hung for its working days. */
const AFTER_NOTICE = '2026-12-15T09:00:00+08:00'
/** The year is over, the days of appeal too. */
const NEXT_YEAR = '2027-01-18T09:00:00+08:00'
const MASSES = ['王婶', '李伯', '张叔']

describe('the year of a branch: four links, a signature, an appeal, and what comes along', async () => {
  const product = await startProduct('small', BEGIN)
  const browser = await openBrowser()
  const { origin } = product
  const branch = await meetBranch()
  let feedbackId = ''

  async function meetBranch(): Promise<Branch> {
    const secretary = await signInByApi(origin, 'zhouguyu')
    const above = await signInByApi(origin, 'luqingming')
    const session = await secretary.query<{ org: { id: string }; account: { memberId: string } }>(
      'session.show',
    )
    return {
      ...{ secretary, above, anybody: above, county: 'qingyuan', orgId: session.org.id, year: 2026 },
      secretaryMemberId: session.account.memberId,
    }
  }

  async function personOf(account: string, face: Face): Promise<{ page: Page; context: BrowserContext }> {
    const person = await openPerson(browser, origin, face)
    await signIn(person.page, face, account, DEMO_PASSWORD)
    return person
  }

  async function restartAt(at: string): Promise<void> {
    await product.stop()
    await product.start(at)
    Object.assign(branch, await meetBranch())
  }

  it('the year goes by: the appraisal from its document to its end', { timeout: 300_000 }, async () => {
    await beginReports(branch)
    await otherReports(branch)
    await otherWords(branch)
    const members = await openBox(branch, 'members')
    await castOthers(branch, members)
    await countAndClose(branch, members, 0)
    const masses = await openBox(branch, 'masses', MASSES)
    await castOthers(branch, masses)
    await countAndClose(branch, masses, 0)
    await holdAssembly(branch, '2026-12-04')
    await settleAndHang(branch, '2026-12-04', new Map())
    await restartAt(AFTER_NOTICE)
    await goOn(branch)
    await tellOthers(branch)
    const member = (await rollOf(branch)).find(({ name }) => name === '何白露') ?? assert.fail()
    feedbackId = (await feedbackOf(branch, member.memberId)).id
    const hebailu = await signInByApi(origin, 'hebailu')
    const { revision } = await hebailu.query<{ revision: number }>('feedback.show', { feedbackId })
    await hebailu.command('feedback.appeal', {
      ...{ feedbackId, revision, text: '修渠两百米有记录，评定时没有算进去。' },
    })
    await restartAt(NEXT_YEAR)
  })

  it(
    'S-228: the secretary reads what is left; a missing link is signed with its reason',
    { timeout: 120_000 },
    async () => {
      const { above, orgId } = branch
      type Rows = { rows: { memberId: string }[] }
      const unused = await above.query<Rows>('outcome.without-use', { orgId, year: 2026, limit: 100 })
      await above.command('outcome.explain', {
        ...{ memberIds: unused.rows.map(({ memberId }) => memberId), year: 2026 },
        reason: '今年县里没有安排名额，先记在册上。',
      })
      const { page, context } = await personOf('zhouguyu', 'pc')
      await page.goto('/year?year=2026')
      await page.getByText(/\d 个月没有关账/).waitFor()
      await page.getByText(/11 月、12 月/).waitFor()
      await demandAccessible(page)
      for (const [link, reason] of [
        ['承诺', '有十名党员长期在外，承诺由流入地支部收。'],
        ['积分', '四季度三个月的公示还没有期满，镇党委同意先办结。'],
      ] as const) {
        const row = page.locator('.loop-item', { hasText: link }).first()
        await row.getByRole('button', { name: '签字说明' }).click()
        const dialog = page.getByRole('dialog')
        await dialog.getByLabel('为什么缺').fill('没来得及')
        await dialog.getByRole('button', { name: '签字说明' }).click()
        await dialog.getByText('至少 10 个字，县里要看').waitFor()
        await dialog.getByLabel('为什么缺').fill(reason)
        await demandAccessible(page)
        await dialog.getByRole('button', { name: '签字说明' }).click()
        await dialog.waitFor({ state: 'detached' })
        await page.getByText(`周谷雨签字，2027年1月18日：${reason}`).waitFor()
      }
      await page.getByText('民主评议还没有办结').waitFor()
      await context.close()
    },
  )

  it('R-217: an open appeal keeps the year open until it is decided', { timeout: 120_000 }, async () => {
    const { above } = branch
    const { page, context } = await personOf('zhouguyu', 'phone')
    await page.goto('/m/loop?year=2026')
    await page.getByText('1 件申诉没有结论').waitFor()
    assert.equal(await page.getByRole('button', { name: '办结 2026 年' }).count(), 0)
    await demandAccessible(page)
    const hebailu = await signInByApi(origin, 'hebailu')
    const shown = await hebailu.query<{ appeals: { id: string }[] }>('feedback.show', { feedbackId })
    const objectionId = shown.appeals[0]?.id ?? assert.fail('no appeal')
    const { account } = await above.query<{ account: { id: string } }>('session.show')
    await above.command('objection.assign', { objectionId, accountId: account.id })
    await above.command('objection.decide', {
      objectionId,
      upheld: false,
      answer: '记录已经算在内，维持原评定。',
    })
    await goOn(branch)
    await goOn(branch)
    const left = await branch.secretary.query<{ branch: { blocks: object[] } }>('year.branch', {
      ...{ orgId: branch.orgId, year: 2026 },
    })
    assert.deepEqual(left.branch.blocks, [])
    await page.reload()
    await page.getByRole('button', { name: '办结 2026 年' }).waitFor()
    await demandAccessible(page)
    await page.getByRole('button', { name: '办结 2026 年' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByText(/名党员带着基础分进入 2027 年，一共 [\d.]+ 分/).waitFor()
    await demandAccessible(page)
    await sheet.getByRole('button', { name: '办结 2026 年' }).click()
    await page.getByText('周谷雨办结，1月18日').waitFor()
    await demandAccessible(page)
    await context.close()
  })

  it(
    'S-229: the member reads on the phone what the new year begins with, as a sum',
    { timeout: 120_000 },
    async () => {
      const { page, context } = await personOf('hebailu', 'phone')
      await page.goto('/m/year')
      await page.getByText(/2027 年从 [\d.]+ 分开始/).waitFor()
      await demandAccessible(page)
      await page.getByRole('link', { name: /2027 年从/ }).click()
      await page.getByText('上年年终得分', { exact: true }).waitFor()
      await page.getByText('30%', { exact: true }).first().waitFor()
      await demandAccessible(page)
      const hebailu = await signInByApi(origin, 'hebailu')
      type Mine = { carried: { base: number; words: string }[] }
      const { carried } = await hebailu.query<Mine>('year.mine', { year: 2027 })
      await page
        .getByText(carried[0]?.words ?? '')
        .first()
        .waitFor()
      await page.goto('/m/points')
      await page.getByRole('button', { name: /去年 [\d.]+ 的 30%/ }).click()
      await page
        .getByText(/去年得分带过来的部分/)
        .first()
        .waitFor()
      await context.close()
      const old = await personOf('qinlidong', 'elder')
      await old.page.goto('/m/elder/year')
      await old.page.getByText(/今年一开始就有 [\d.]+ 分/).waitFor()
      await demandAccessible(old.page)
      await old.context.close()
    },
  )

  it(
    'S-155: the committee sees the branch as closed; the county drills down',
    { timeout: 120_000 },
    async () => {
      const { page, context } = await personOf('luqingming', 'pc')
      await page.goto('/year?year=2026')
      await page.getByText(/个支部，1 个已办结/).waitFor()
      await demandAccessible(page)
      await page
        .getByRole('radio', { name: '已办结 1' })
        .or(page.getByRole('button', { name: '已办结 1' }))
        .click()
      await page.getByRole('link', { name: /石门村党支部/ }).click()
      await page.getByText('带进 2027 年的基础分').waitFor()
      await page.getByText('周谷雨办结，1月18日').waitFor()
      await page.getByRole('link', { name: /公平镜/ }).click()
      await page.getByText('这里不改任何一个分、一个格次').waitFor()
      await demandAccessible(page)
      await page.goBack()
      await page.getByRole('link', { name: /问题清单/ }).click()
      await page.getByText(/^自己找 0 个/).waitFor()
      await demandAccessible(page)
      await context.close()
    },
  )
})
