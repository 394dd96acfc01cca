import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, it } from 'node:test'
import { DEMO_PASSWORD } from '@steward/server/demo/cast.ts'
import type { Page } from 'playwright-core'
import { signInByApi } from './platform/api.ts'
import { demandAccessible, openBrowser, openPerson, signIn } from './platform/browser.ts'
import { startProduct } from './platform/product.ts'

// November is over and its scoring is not due yet; ten days later its notice has run.
const BEFORE_DUE = '2026-12-04T09:00:00+08:00'
const NOTICE_OVER = '2026-12-14T09:00:00+08:00'
const MOST_CLICKS = 12

/** Counts what a person presses, on every page that is opened from now on. */
async function countClicks(page: Page): Promise<() => number> {
  let count = 0
  await page.exposeFunction('stewardClick', () => {
    count += 1
  })
  await page.addInitScript(() => {
    addEventListener(
      'pointerdown',
      () => (globalThis as unknown as { stewardClick(): void }).stewardClick(), // Exposed above.
      { capture: true },
    )
  })
  return () => count
}

describe('points: from a total to its receipt, and a month to its statement', async () => {
  const product = await startProduct('small', BEFORE_DUE)
  const browser = await openBrowser()
  let receiptFile = ''
  let printedRoot = ''
  let code = ''
  let clicksUntilPosted = 0

  /** Deeds of the days until then are reviewed, which is work of its own. */
  const reviewUntil = async (day: string) => {
    const secretary = await signInByApi(product.origin, 'zhouguyu')
    type Claim = { id: string; deedOn: string; revision: number }
    const { rows } = await secretary.query<{ rows: Claim[] }>('claim.queue', {})
    for (const { id, revision, deedOn } of rows) {
      if (deedOn <= day) await secretary.command('claim.approve', { claimId: id, revision })
    }
  }

  it('R-215: a member opens the total down to why one line counts what it counts, and to its receipt', async () => {
    const { page, context } = await openPerson(browser, product.origin, 'phone')
    await signIn(page, 'phone', 'hebailu', DEMO_PASSWORD)
    await demandAccessible(page)
    await page.getByRole('link', { name: /分，怎么来的/ }).click()
    await page.getByText('每一分都能点开看').waitFor()
    await page.getByRole('button', { name: /^履行义务/ }).click()
    await page.getByText('《农村党员积分办法》').first().waitFor()
    await page.getByText('为什么').first().waitFor()
    await demandAccessible(page)
    await page.getByRole('link', { name: '验凭证' }).first().click()
    await page.getByRole('img', { name: '这一条凭证的二维码' }).waitFor()
    await demandAccessible(page)
    printedRoot = (await page.locator('.receipt-root code').textContent()) ?? ''
    assert.match(printedRoot, /^([0-9a-f]{4}-){7}[0-9a-f]{4}$/)
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载凭证' }).click()
    receiptFile = join(product.folder, 'receipt.json')
    await (await coming).saveAs(receiptFile)
    await context.close()
  })

  it('R-218: the receipt is checked by the page on its own, which asks nobody and finds what was altered', async () => {
    const answer = await fetch(`${product.origin}/verify.html`)
    assert.match(
      answer.headers.get('content-security-policy') ?? '',
      /^default-src 'none'; script-src 'sha256-/,
    )
    const kept = join(product.folder, 'verify.html')
    writeFileSync(kept, await answer.text())
    const { page, context } = await openPerson(browser, product.origin, 'phone')
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const address = pathToFileURL(kept).href
    await page.goto(address)
    const verdict = page.getByRole('status')
    await page.locator('input[type=file]').setInputFiles(receiptFile)
    await verdict.getByRole('heading', { name: '凭证自己成立，还没有和公示对过' }).waitFor()
    await page.getByRole('textbox', { name: '公示底下印的校验根' }).fill(printedRoot.toUpperCase())
    await verdict.getByRole('heading', { name: '凭证成立，和公示上的校验根一致' }).waitFor()
    await verdict.getByText('SM3：成立').waitFor()
    await demandAccessible(page)
    const root = printedRoot.replace(/^./, (sign) => (sign === '0' ? '1' : '0'))
    await page.getByRole('textbox', { name: '公示底下印的校验根' }).fill(root)
    await verdict.getByRole('heading', { name: '凭证自己成立，但和你输入的校验根不一样' }).waitFor()
    const whole = readFileSync(receiptFile, 'utf8')
    const altered = whole.replace(/"leaf": "(.{200})(.)/, (_, before: string, sign: string) => {
      return `"leaf": "${before}${sign === 'A' ? 'B' : 'A'}`
    })
    await page.getByRole('textbox', { name: /粘在这里/ }).fill(altered)
    await verdict.getByRole('heading', { name: '凭证不成立' }).waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await verdict.getByRole('heading', { name: 'The receipt does not hold' }).waitFor()
    await demandAccessible(page)
    assert.deepEqual(asked, [address])
    await context.close()
  })

  it('anybody reads the daily roots without an account', async () => {
    const { page, context } = await openPerson(browser, product.origin, 'phone')
    await page.goto('/m/roots/qingyuan')
    await page.getByText(printedRoot).waitFor()
    await demandAccessible(page)
    await context.close()
  })

  it('R-233, R-272: the secretary reviews the month of 34 members, drafts its notice, checks and posts it', async () => {
    const { page, context } = await openPerson(browser, product.origin, 'pc')
    const clicks = await countClicks(page)
    await signIn(page, 'pc', 'zhouguyu', DEMO_PASSWORD)
    await page.goto('/points')
    await page.getByText(/^\d+ 条申报没有审$/).waitFor()
    await reviewUntil('2026-11-30')
    await page.goto('/')
    const atSignIn = clicks()
    await page.getByRole('link', { name: '积分', exact: true }).click()
    await page.getByRole('heading', { name: '石门村党支部 11 月积分' }).waitFor()
    await page.getByText('34 人，').waitFor()
    await demandAccessible(page)
    await page.getByRole('button', { name: '开始核对' }).click()
    await page.getByRole('button', { name: '起草公示' }).click()
    await page.getByRole('link', { name: '去核对、贴出' }).click()
    await page.getByRole('button', { name: '核对过了' }).click()
    await page.getByText('我对过原始记录').click()
    await page.getByText('没有附别人的照片和材料').click()
    await page.getByRole('dialog').getByRole('button', { name: '核对过了' }).click()
    await page.getByRole('button', { name: '批准，贴出 5 个工作日' }).click()
    await page.getByText('公示中').first().waitFor()
    clicksUntilPosted = clicks() - atSignIn

    await page.goto('/points')
    await page.getByText('11 月还不能关账').waitFor()
    await page.getByText('公示期还没有满').waitFor()
    await demandAccessible(page)
    await context.close()
  })

  it(`R-233: once the term is over the month is closed, in all with ${MOST_CLICKS} clicks at most`, async () => {
    await product.stop()
    await product.start(NOTICE_OVER)
    const { page, context } = await openPerson(browser, product.origin, 'pc')
    const clicks = await countClicks(page)
    await signIn(page, 'pc', 'zhouguyu', DEMO_PASSWORD)
    const atSignIn = clicks()
    await page.getByRole('link', { name: '积分', exact: true }).click()
    await page.getByRole('button', { name: /^11 月/ }).click()
    await page.getByRole('button', { name: '给 11 月关账' }).click()
    await page.getByText('11 月已经关账').waitFor()
    const all = clicksUntilPosted + clicks() - atSignIn
    assert.ok(all <= MOST_CLICKS, `${all} clicks`)
    await demandAccessible(page)
    await page.getByRole('button', { name: /^何白露，本月/ }).click()
    await page.getByText('参加支部大会、主题党日、党课').first().waitFor()
    await demandAccessible(page)
    await context.close()
  })

  it('R-216, R-338: the member objects to a line of the statement', async () => {
    const { page, context } = await openPerson(browser, product.origin, 'phone')
    await signIn(page, 'phone', 'hebailu', DEMO_PASSWORD)
    await page.goto('/m/points/statements')
    await page.getByRole('link', { name: /^11 月/ }).click()
    await page.getByText('出的积分单').waitFor()
    await demandAccessible(page)
    await page.getByRole('link', { name: '我有异议' }).first().click()
    await page.getByText('三条路都行，一样算').waitFor()
    await page.getByText('打电话：0000-').waitFor()
    await demandAccessible(page)
    await page.getByRole('textbox', { name: '哪里不对，应该是什么' }).fill('那天我请了假，没有去')
    await page.getByRole('button', { name: '交给支部' }).click()
    await page.getByText('支部收到了').waitFor()
    code = (await page.locator('.object-code').textContent()) ?? ''
    assert.match(code, /^[2-9A-Z]{5}-[2-9A-Z]{5}$/)
    await demandAccessible(page)
    await page.getByRole('link', { name: '看我提的异议' }).click()
    await page.getByText('那天我请了假，没有去').waitFor()
    await page.goto('/m/points/statements/2026-11')
    await page.getByText('有异议').first().waitFor()
    await context.close()
  })

  it('R-216: the way from the objection to its line, and from the line to the objection', async () => {
    const { page, context } = await openPerson(browser, product.origin, 'pc')
    await signIn(page, 'pc', 'zhouguyu', DEMO_PASSWORD)
    await page.goto('/objections')
    await page.getByText('那天我请了假，没有去').last().waitFor()
    await page.getByRole('link', { name: '看原始记录' }).click()
    await page.getByRole('link', { name: '看这件异议' }).click()
    await page.getByRole('heading', { name: '异议' }).first().waitFor()
    await page.getByText('那天我请了假，没有去').last().waitFor()
    await context.close()
  })

  it('R-218: upheld elsewhere, the line is taken back and the statement issued again with its reason', async () => {
    const secretary = await signInByApi(product.origin, 'zhouguyu')
    type Rows<Row> = { rows: Row[] }
    const { rows } = await secretary.query<Rows<{ id: string }>>('objection.list', {})
    const objectionId = rows[0]?.id ?? assert.fail('No objection')
    const handlers = await secretary.query<Rows<{ accountId: string; name: string }>>('objection.handlers', {
      objectionId,
    })
    const handler = handlers.rows.find(({ name }) => name === '韩寒露') ?? assert.fail('No handler')
    await secretary.command('objection.assign', { objectionId, accountId: handler.accountId })
    const county = await signInByApi(product.origin, 'hanhanlu')
    await county.command('objection.decide', {
      objectionId,
      upheld: true,
      answer: '查签到表，当天请假，记错了',
    })

    const { page, context } = await openPerson(browser, product.origin, 'phone')
    await signIn(page, 'phone', 'hebailu', DEMO_PASSWORD)
    await page.goto('/m/points/statements/2026-11')
    await page.getByText('第 2 次出').waitFor()
    await page.getByText('已撤回').first().waitFor()
    await demandAccessible(page)
    await context.close()
    const desk = await openPerson(browser, product.origin, 'pc')
    await signIn(desk.page, 'pc', 'hebailu', DEMO_PASSWORD)
    await desk.page.goto('/my-objections')
    await desk.page.getByText('查签到表，当天请假，记错了').waitFor()
    await demandAccessible(desk.page)
    await desk.page.goto('/my-year')
    await desk.page.getByRole('link', { name: '每月积分单' }).click()
    await desk.page.getByLabel('每月积分单').selectOption('2026-11')
    await desk.page.getByRole('heading', { name: '11 月积分单' }).waitFor()
    await desk.page.getByText('第 2 次出').waitFor()
    await demandAccessible(desk.page)
    await desk.context.close()
  })

  it('R-233: the committee above sees who is late and moves them on together', async () => {
    const { page, context } = await openPerson(browser, product.origin, 'pc')
    await signIn(page, 'pc', 'luqingming', DEMO_PASSWORD)
    await page.goto('/points?month=2026-11')
    await page.getByRole('heading', { name: '11 月各支部的积分' }).waitFor()
    await page.getByRole('cell', { name: /石门村党支部/ }).waitFor()
    await demandAccessible(page)
    await page.getByRole('button', { name: /个逾期支部往下走/ }).click()
    await demandAccessible(page)
    await page.getByRole('button', { name: '往下走', exact: true }).click()
    await page.getByText(/代办过：走了 \d+ 个/).waitFor()
    await context.close()
  })

  it('R-279: the order stands inside the branch, in plain words, until the county switches it off', async () => {
    const member = await openPerson(browser, product.origin, 'phone')
    await signIn(member.page, 'phone', 'hebailu', DEMO_PASSWORD)
    await member.page.goto('/m/points/ranking')
    await member.page.getByText(/你(和别人并列|排)第 \d+/).waitFor()
    await demandAccessible(member.page)
    const desk = await openPerson(browser, product.origin, 'pc')
    await signIn(desk.page, 'pc', 'zhouguyu', DEMO_PASSWORD)
    await desk.page.goto('/points')
    await desk.page.getByRole('link', { name: '看名次' }).click()
    await desk.page.getByRole('heading', { name: /^石门村党支部 2026 年到今天的名次/ }).waitFor()
    await demandAccessible(desk.page)
    await desk.context.close()
    const county = await openPerson(browser, product.origin, 'pc')
    await signIn(county.page, 'pc', 'hanhanlu', DEMO_PASSWORD)
    await county.page.goto('/settings/ranking')
    await county.page.getByRole('radio', { name: /^不排名次/ }).check({ force: true })
    await county.page.getByRole('textbox', { name: '这次改动谁决定的' }).fill('县委组织部部务会')
    await demandAccessible(county.page)
    await county.page.getByRole('button', { name: '照这样定' }).click()
    await county.page.getByText('名次的设置已改').waitFor()
    await member.page.reload()
    await member.page.getByText('县里决定不排名次').waitFor()
    await demandAccessible(member.page)
    await member.context.close()
    await county.context.close()
  })

  it('R-232: a member from elsewhere begins with part of the certified score', async () => {
    const { page, context } = await openPerson(browser, product.origin, 'pc')
    await signIn(page, 'pc', 'luqingming', DEMO_PASSWORD)
    const officer = await signInByApi(product.origin, 'luqingming')
    // Who was here last year has a base that was carried over; a newcomer's is flat.
    const { rows } = await officer.query<{ rows: { id: string }[] }>('member.list', { search: '姚深林' })
    await page.goto(`/members/${rows[0]?.id}/year`)
    await page.getByRole('button', { name: '外地转来，登记积分证明' }).click()
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByText('写上证明的日期').waitFor()
    await demandAccessible(page)
    await page.getByLabel(/年证明的得分/).fill('90')
    await page.getByLabel('哪个党组织出的证明').fill('临江县河湾镇党委')
    await page.getByLabel('证明的文号或编号').fill('河组〔2026〕3 号')
    await page.getByLabel('证明的日期').fill('2026-01-20')
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByText(/登记了，起点是 27/).waitFor()
    await page.getByText('带来的 90.00 的 30%').first().waitFor()
    await demandAccessible(page)
    await context.close()
  })

  it('the own year in the elder layout is one large sum in words', async () => {
    const { page, context } = await openPerson(browser, product.origin, 'elder')
    await signIn(page, 'elder', 'hebailu', DEMO_PASSWORD)
    await page.goto('/m/elder/year')
    await page.getByText(/^起点是 \d+\.\d\d 分，今年做事记了/).waitFor()
    await demandAccessible(page)
    await context.close()
  })
})
