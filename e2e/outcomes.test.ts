import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { DEMO_PASSWORD } from '@steward/server/demo/cast.ts'
import type { Page } from 'playwright-core'
import { signInByApi } from './platform/api.ts'
import { demandAccessible, type Face, openBrowser, openPerson, signIn } from './platform/browser.ts'
import { type GradedBranch, goOn, gradeBranch } from './platform/graded-branch.ts'
import { startProduct } from './platform/product.ts'

const BEGIN = '2026-12-04T09:00:00+08:00'
/** The notice of the results has hung for its five working days. */
const AFTER_NOTICE = '2026-12-15T09:00:00+08:00'

describe('from grades to what follows from them', async () => {
  const product = await startProduct('small', BEGIN)
  const browser = await openBrowser()
  const { origin } = product
  const meet = async (): Promise<GradedBranch> => {
    const secretary = await signInByApi(origin, 'zhouguyu')
    const above = await signInByApi(origin, 'luqingming')
    const session = await secretary.query<{ org: { id: string }; account: { memberId: string } }>(
      'session.show',
    )
    const { memberId: secretaryMemberId } = session.account
    return { secretary, above, orgId: session.org.id, year: 2026, secretaryMemberId }
  }
  const open = async (account: string, face: Face): Promise<Page> => {
    const { page } = await openPerson(browser, origin, face)
    await signIn(page, face, account, DEMO_PASSWORD)
    return page
  }
  /** A row of the list by name and use. */
  const rowOf = (page: Page, name: string, use: string) =>
    page.getByRole('row').filter({ hasText: name }).filter({ hasText: use })

  it('the branch grades, the notice is over, low grades were told', { timeout: 240_000 }, async () => {
    const low = { 何白露: 'basicallyQualified', 秦立冬: 'unqualified' }
    const appraisalId = await gradeBranch(await meet(), low)
    await product.stop()
    await product.start(AFTER_NOTICE)
    const branch = await meet()
    await goOn(branch)
    const { rows } = await branch.secretary.query<{ rows: { id: string; name: string }[] }>('feedback.list', {
      appraisalId,
    })
    const facts = {
      ...{ deciderName: '周谷雨', body: '石门村党支部委员会', decidedOn: '2026-12-03' },
      ...{ reason: '承诺的事多数没有做', proofOfServiceId: '反馈单签收-2026-07' },
    }
    for (const { id: feedbackId, name } of rows.filter((row) => row.name in low))
      await branch.secretary.command('feedback.tell', {
        ...{ feedbackId, revision: 1, how: 'inPerson', facts: name in low ? facts : null },
      })
  })

  it(
    'S-166, S-211: one click from grades to drafts; the branch decides its own',
    { timeout: 120_000 },
    async () => {
      const page = await open('zhouguyu', 'pc')
      await page.getByRole('link', { name: '结果运用', exact: true }).click()
      await page.getByText('1 个支部的格次出来了，还没有列建议').waitFor()
      await demandAccessible(page)
      await page.getByRole('button', { name: '按格次列出建议' }).click()
      await page.getByText(/1 个支部、\d+ 人，新列 \d+ 项，撤回 0 项/).waitFor()
      await page.getByRole('link', { name: '去定' }).waitFor()
      await page.getByRole('link', { name: '去定' }).click()
      await page.getByRole('columnheader', { name: '由谁定' }).waitFor()
      const first = page.getByRole('row').filter({ hasText: '宣传事迹' }).first()
      await first.getByRole('checkbox').check({ force: true })
      await page.getByRole('button', { name: '定下 1 项' }).click()
      await demandAccessible(page)
      await page.getByLabel('依据文件的文号').fill('支委会 12 月 15 日会议记录')
      await page.getByRole('dialog').getByRole('button', { name: '定下', exact: true }).click()
      await page.getByText('定下了 1 项').waitFor()
      await page
        .getByRole('navigation', { name: '结果运用的页面' })
        .getByRole('link', { name: '名单' })
        .click()
      await page.getByText('干部使用的名单只有干部科能看到，这里不列。').waitFor()
      await demandAccessible(page)
    },
  )

  it(
    'R-212, S-221: the committee enters a limit with its five facts; help gets a plan',
    { timeout: 120_000 },
    async () => {
      const officer = await open('luqingming', 'pc')
      await officer.goto('/outcomes/list?list=limits')
      await rowOf(officer, '何白露', '暂不参加评优').getByRole('button', { name: '何白露' }).click()
      await officer.getByRole('heading', { name: '登记决定' }).waitFor()
      await officer.getByRole('button', { name: '登记这项决定' }).click()
      assert.equal(await officer.getByText('这一处要写').count(), 6)
      await demandAccessible(officer)
      await officer.getByLabel(/^依据文件的文号/).fill('云党发〔2026〕12号')
      await officer.getByLabel('决定人', { exact: true }).fill('陆清明')
      await officer.getByLabel('哪个组织决定的').fill('云溪镇党委')
      await officer.getByLabel('决定日期').fill('2026-12-14')
      await officer.getByLabel('决定日期').blur()
      await officer.getByLabel(/^事实和理由/).fill('年度评议基本合格，承诺三项没有做')
      await officer.getByLabel(/^送达回证的编号/).fill('送达回证-2026-31')
      await officer.getByRole('button', { name: '登记这项决定' }).click()
      await officer.getByText('登记了，本人会收到待办').waitFor()
      await officer.goto('/outcomes/limits')
      await officer.getByRole('button', { name: '何白露' }).click()
      await officer.getByRole('heading', { name: '谁能看这份案卷' }).waitFor()
      await demandAccessible(officer)

      const secretary = await open('zhouguyu', 'pc')
      await secretary.goto('/outcomes/list?list=help')
      await rowOf(secretary, '何白露', '帮扶教育').getByRole('button', { name: '何白露' }).click()
      await secretary.getByRole('button', { name: '定帮扶计划' }).click()
      await secretary.getByLabel(/^差距/).fill('承诺的三件事没有做完')
      await secretary.getByLabel(/^怎么帮/).fill('结对修渠，每月谈一次')
      await secretary.getByLabel(/^谁来帮/).fill('顾夏至、林芒种')
      await secretary.getByRole('button', { name: '存下计划' }).click()
      await secretary.getByText('计划存下了，本人会收到待办').waitFor()
      await secretary.goto('/outcomes/help')
      await secretary.getByRole('button', { name: '何白露' }).click()
      await secretary.getByLabel(/^做了什么/).fill('上门谈了一次，定了修渠的日子')
      await secretary.getByRole('button', { name: '记下', exact: true }).click()
      await secretary.getByText('记下了', { exact: true }).waitFor()
      await demandAccessible(secretary)
    },
  )

  it(
    'R-215, R-211, R-214: the member reads it all on the phone, who read it too, and appeals from there',
    { timeout: 120_000 },
    async () => {
      const page = await open('hebailu', 'phone')
      await page.getByRole('link', { name: /有一项关于你的决定/ }).click()
      await page.getByRole('heading', { name: '2026 年，基本合格' }).waitFor()
      await page.getByText('陆清明，云溪镇党委，12月14日决定').first().waitFor()
      await page.getByText('依据：云党发〔2026〕12号').first().waitFor()
      await page.getByText('到2027年12月14日，到期自己解除').waitFor()
      await page.getByText('帮你的人：顾夏至、林芒种').waitFor()
      await page.getByText(/云溪镇党委 陆清明，限制/).waitFor()
      await demandAccessible(page)
      await page.getByRole('button', { name: '我不同意这一项' }).last().click()
      await page.getByLabel(/^为什么不同意/).fill('三件事后来都补做了')
      await page.getByRole('button', { name: '提出申诉' }).click()
      await page
        .getByText(/申诉交给了/)
        .first()
        .waitFor()
      assert.equal(await page.getByText('秦立冬').count(), 0)
      await page.goto('/m/elder/outcomes')
      await page.getByText('帮你的人：顾夏至、林芒种').waitFor()
      await demandAccessible(page)
    },
  )

  it(
    'S-162: the secretary clears the list of members without use on the phone',
    { timeout: 120_000 },
    async () => {
      const page = await open('zhouguyu', 'phone')
      await page.goto('/m/outcomes/branch')
      await page.getByRole('heading', { name: '还没有运用的' }).waitFor()
      await demandAccessible(page)
      const reasons = page.getByRole('button', { name: '原因', exact: true })
      await reasons.first().waitFor()
      const before = await reasons.count()
      await reasons.first().click()
      await page.getByRole('dialog').getByLabel(/^原因/).fill('县级表彰名额已满，下一年优先考虑')
      await page.getByRole('button', { name: '存下原因' }).click()
      await page.getByText('1 人的原因记下了').waitFor()
      await page.waitForFunction(
        (count) =>
          [...document.querySelectorAll('button')].filter((one) => one.textContent === '原因').length ===
          count,
        before - 1,
      )
    },
  )

  it(
    'S-218, R-263: the cadre list is for the cadre section; instruments are entered by the county',
    { timeout: 120_000 },
    async () => {
      const cadres = await open('mengxiaoshu', 'pc')
      await cadres.goto('/outcomes')
      await cadres.getByRole('heading', { name: '值得看一看的领导干部' }).waitFor()
      await demandAccessible(cadres)
      await cadres.goto('/outcomes/list?list=reserve')
      await cadres.getByRole('row').filter({ hasText: '后备' }).first().waitFor()
      const county = await open('hanhanlu', 'pc')
      await county.goto('/outcomes/list?list=reserve')
      await county.getByText('这里还没有人').waitFor()
      await county.goto('/outcomes/instruments')
      await county.getByRole('row').filter({ hasText: '预警办法' }).getByRole('button').click()
      await county.getByLabel('标题').fill('清源县党员干部预警办法')
      await county.getByLabel('发文机关').fill('清源县委组织部')
      await county.getByLabel('文号').fill('清组发〔2026〕8号')
      await county.getByRole('button', { name: '登记', exact: true }).click()
      await county.getByText('登记了，第 1 版').waitFor()
      await demandAccessible(county)
    },
  )

  it(
    'S-215: awards are confirmed together, listed as a sheet, and issued under a number',
    { timeout: 120_000 },
    async () => {
      const page = await open('luqingming', 'pc')
      await page.goto('/outcomes/list?list=recommended&mine=1')
      await page.getByRole('checkbox', { name: '全选这一页能定的' }).check({ force: true })
      await page.getByRole('button', { name: /^定下 \d+ 项$/ }).click()
      await page.getByLabel('依据文件的文号').fill('云党发〔2026〕14号')
      await page.getByRole('dialog').getByRole('button', { name: '定下', exact: true }).click()
      await page.getByText(/定下了 \d+ 项/).waitFor()
      await page.goto('/outcomes/list?list=commended')
      const [sheet] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '下载表格' }).click(),
      ])
      assert.equal(sheet.suggestedFilename(), '云溪镇党委2026年度表彰名单.xlsx')
      await page.getByRole('button', { name: '编号印发' }).click()
      await page.getByRole('textbox', { name: '文号' }).fill('云党发〔2026〕15号')
      await page.getByRole('button', { name: '印发', exact: true }).click()
      await page.getByText(/印发了，共 \d+ 人/).waitFor()
      const [paper] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: /云党发〔2026〕15号/ }).click(),
      ])
      assert.equal(paper.suggestedFilename(), '2026年度表彰党员名单.docx')
    },
  )
})
