import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { DEMO_PASSWORD } from '@steward/server/demo/cast.ts'
import type { Page } from 'playwright-core'
import { type ApiPerson, signInByApi } from './platform/api.ts'
import {
  beginReports,
  type Branch,
  castOthers,
  countAndClose,
  drawNumber,
  feedbackOf,
  giveToken,
  goOn,
  holdAssembly,
  openBox,
  otherReports,
  otherWords,
  rollOf,
  settleAndHang,
  show,
  tellOthers,
  votersOf,
} from './platform/appraisal.ts'
import { demandAccessible, openBrowser, openPerson, signIn } from './platform/browser.ts'
import { startProduct } from './platform/product.ts'

const BEGIN = '2026-12-04T09:00:00+08:00'
/** The notice has hung for its five working days. */
const AFTER_NOTICE = '2026-12-15T09:00:00+08:00'
/** The days of answer and appeal are over. */
const AFTER_APPEALS = '2027-01-05T09:00:00+08:00'
const MASSES = [
  '王婶',
  '李伯',
  '张叔',
  '赵姨',
  '孙姐',
  '钱哥',
  '吴嫂',
  '郑爷',
  '冯叔',
  '褚姐',
  '卫哥',
  '蒋姨',
]

const noWords = { pledges: '', deeds: '', gains: '', shortcomings: '', lastYearProblems: '', nextYear: '' }

/** All that a browser keeps for the product: both storages and every row of its databases. */
async function keptOnDevice(page: Page): Promise<string> {
  return await page.evaluate(async () => {
    const rows: unknown[] = []
    for (const { name } of await indexedDB.databases()) {
      const base = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name ?? '')
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(new Error(`${name} is not opened`))
      })
      for (const table of base.objectStoreNames) {
        rows.push(
          await new Promise((resolve) => {
            const all = base.transaction(table).objectStore(table).getAll()
            all.onsuccess = () => resolve(all.result)
          }),
        )
      }
      base.close()
    }
    return JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), rows])
  })
}

describe('the appraisal of a branch of 34, on the phone', async () => {
  const product = await startProduct('small', BEGIN)
  const browser = await openBrowser()
  const { origin } = product
  const branch = await meetBranch()
  const people = new Map<string, string>()
  let appraisalId = ''
  let membersBox = ''
  let massesBox = ''
  let receipt = ''

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
  const memberOf = (name: string) => people.get(name) ?? assert.fail(name)
  const phoneOf = async (account: string, face: 'phone' | 'elder' = 'phone') => {
    const person = await openPerson(browser, origin, face)
    await signIn(person.page, face, account, DEMO_PASSWORD)
    await person.page
      .getByText(face === 'elder' ? /长辈版|何白露|秦立冬/ : /我这一年|件事/)
      .first()
      .waitFor()
    return person
  }

  it(
    'S-203, S-205: the report from the own facts; nothing typed is lost; a question is answered',
    { timeout: 240_000 },
    async () => {
      appraisalId = await beginReports(branch)
      for (const { name, memberId } of await rollOf(branch)) people.set(name, memberId)
      assert.equal(people.size, 34)
      const { page, context } = await phoneOf('hebailu')
      await page.getByRole('link', { name: /写 2026 年述职报告/ }).click()
      await page.getByText('系统里没有的：上一年的问题').waitFor()
      await demandAccessible(page)
      assert.equal(await page.getByRole('link', { name: /看积分台账/ }).count(), 1)

      // The branch cannot be reached while it is typed; opened again, the words are there.
      await page.route('**/api/duty-report/write', (route) => route.abort('failed'))
      await page.getByLabel(/^收获/).fill('学会了看渠道的图纸。')
      await page.getByLabel(/^不足/).fill('开会发言少。')
      await page.getByText('存在这部手机上').waitFor()
      await page.reload()
      await page.getByLabel(/^收获/).waitFor()
      assert.equal(await page.getByLabel(/^收获/).inputValue(), '学会了看渠道的图纸。')
      await page.getByText('还差：明年打算').waitFor()
      await page.unroute('**/api/duty-report/write')

      // Meanwhile the branch has written something down: both are shown, and the member chooses.
      await branch.secretary.command('duty-report.write', {
        ...{ appraisalId, memberId: memberOf('何白露'), revision: null, consentOn: '2026-12-03' },
        words: { ...noWords, gains: '支部代记的一句。' },
      })
      await page.getByLabel(/^不足/).fill('开会发言少，学习抓得不紧。')
      await page.getByText('这份报告在别处改过').waitFor()
      await page.getByText('支部代记的一句。').waitFor()
      await demandAccessible(page)
      await page.getByRole('button', { name: '用这部手机上的' }).click()
      assert.equal(await page.getByLabel(/^收获/).inputValue(), '学会了看渠道的图纸。')
      await page.getByLabel(/^明年打算/).fill('把二组的水渠管好。')
      await page.getByText(/已存，/).waitFor()
      await page.getByRole('button', { name: '交给支部' }).click()
      await page.getByText('12月4日交的').waitFor()
      assert.ok(!(await keptOnDevice(page)).includes('看渠道的图纸'), 'handed in, it is not kept here')

      const seen = await branch.secretary.query<{ reportId: string; revision: number }>('duty-report.show', {
        ...{ appraisalId, memberId: memberOf('何白露') },
      })
      await branch.secretary.command('duty-report.ask', {
        ...{ reportId: seen.reportId, revision: seen.revision, text: '水渠修了多长' },
      })
      await page.goto('/m/')
      await page.getByRole('link', { name: /回答对述职报告的提问/ }).click()
      await page.getByLabel('你的回答').fill('两百米。')
      await demandAccessible(page)
      await page.getByRole('button', { name: '回答', exact: true }).click()
      await page.getByText('你的回答，12月4日').waitFor()
      await context.close()
      await otherReports(branch)
    },
  )

  it(
    'R-178, R-213: a word on oneself, on others, and an answer to one; taken down for who has no phone',
    { timeout: 240_000 },
    async () => {
      const qinlidong = await signInByApi(origin, 'qinlidong')
      await qinlidong.command('peer-word.say', {
        ...{ appraisalId, aboutMemberId: memberOf('何白露'), byMemberId: memberOf('秦立冬') },
        text: '抢险那天来得最早，平时话说得少。',
      })
      const { page, context } = await phoneOf('hebailu')
      await page.goto('/m/appraisals')
      await page.getByRole('heading', { name: '大家在说自己的一年' }).waitFor()
      await demandAccessible(page)
      await page.getByRole('link', { name: '说说自己的一年' }).click()
      await page.getByLabel(/哪件做得好/).fill('修渠做成了，开会发言少。')
      await page.getByRole('button', { name: '就这样说' }).click()
      await page.getByText('12月4日说的').waitFor()
      await page.getByLabel('回应一句').fill('以后多说。')
      await page.getByRole('button', { name: '回应', exact: true }).click()
      await page.getByText('你回应：以后多说。').waitFor()
      await page.getByRole('button', { name: /^秦立冬/ }).click()
      await page.getByRole('dialog').getByRole('textbox').fill('教会我用修枝剪，一户一户教。')
      await demandAccessible(page)
      await page.getByRole('button', { name: '写给秦立冬' }).click()
      await page.getByText('说秦立冬', { exact: true }).waitFor()
      await context.close()

      const secretary = await phoneOf('zhouguyu')
      await secretary.page.goto('/m/appraisals/branch')
      await secretary.page.getByText(/还有 \d+ 人没有自评/).waitFor()
      await demandAccessible(secretary.page)
      await secretary.page.getByRole('link', { name: /代记自评/ }).click()
      await secretary.page.getByLabel('谁说的').selectOption({ label: '林芒种' })
      await secretary.page.getByLabel('照原话记').fill('答应王家兄弟调解地界，拖了两个月。')
      await demandAccessible(secretary.page)
      await secretary.page.getByRole('button', { name: '念过了，存下' }).click()
      await secretary.page.getByText('记下了：林芒种').waitFor()
      await secretary.context.close()

      const elder = await phoneOf('qinlidong')
      await elder.page.goto('/m/elder/appraisals')
      await elder.page.getByRole('link', { name: '说我的一年' }).click()
      await elder.page.getByLabel(/哪件做得好/).fill('修枝教了六户，开会去得少。')
      await demandAccessible(elder.page)
      await elder.page.getByRole('button', { name: '就这样说' }).click()
      await elder.page.getByText('记下了，支部收到了。').waitFor()
      await demandAccessible(elder.page)
      await elder.context.close()
      await otherWords(branch)
    },
  )

  it(
    'R-184: the ballot of a member; cast once, and nothing of it stays on the phone',
    { timeout: 240_000 },
    async () => {
      membersBox = await openBox(branch, 'members')
      massesBox = await openBox(branch, 'masses', MASSES)
      const { page, context } = await phoneOf('hebailu')
      await page.goto('/m/appraisals')
      await page.getByRole('link', { name: '去投票' }).click()
      await page.getByText('自己不评自己。').waitFor()
      await demandAccessible(page)
      await page.getByRole('button', { name: '领投票码，开始评' }).click()
      await page.getByText('第 1 位，共 33 位').waitFor()
      await demandAccessible(page)
      assert.equal(await page.getByRole('heading', { name: '何白露' }).count(), 0)
      await page.getByRole('radio', { name: '优秀', exact: true }).check()
      await page.getByRole('button', { name: '下一位' }).click()
      await page.getByText('第 2 位，共 33 位').waitFor()
      await page.getByRole('radio', { name: '不了解，不评' }).check()

      // Closed in between: it goes on where it was.
      await page.goto('/m/appraisals')
      await page.getByRole('link', { name: /^投票/ }).click()
      await page.getByRole('button', { name: '接着评' }).click()
      await page.getByText('第 3 位，共 33 位').waitFor()
      await page.getByRole('button', { name: '整张票' }).click()
      await page.getByText('评了 1 位，不了解 1 位，没有评 31 位。').waitFor()
      for (const name of ['秦立冬', '林芒种', '周谷雨']) {
        await page
          .getByRole('group', { name: new RegExp(`^${name}`) })
          .getByRole('radio', { name: '合格', exact: true })
          .check()
      }
      await page.getByText('评了 4 位，不了解 1 位，没有评 28 位。').waitFor()
      await demandAccessible(page)

      // The ballot reaches the box and the answer is lost: sent again, it counts once.
      await page.route('**/api/ballot/cast', async (route) => {
        await route.fetch()
        await route.abort('failed')
      })
      await page.getByRole('button', { name: '交票', exact: true }).click()
      await demandAccessible(page)
      await page.getByRole('button', { name: '交票，不改了' }).click()
      await page.getByText('没有交上，票还在这部手机上').waitFor()
      await page.unroute('**/api/ballot/cast')
      await page.getByRole('button', { name: '交票', exact: true }).click()
      await page.getByRole('button', { name: '交票，不改了' }).click()
      await page.getByRole('heading', { name: '票投进去了' }).waitFor()
      await demandAccessible(page)
      receipt = (await page.locator('.ballot-number').innerText()).replaceAll(/\s+/g, '-')
      assert.match(receipt, /^([2-9A-HJKMNP-Z]{5}-){3}[2-9A-HJKMNP-Z]{5}$/)
      const kept = await keptOnDevice(page)
      for (const word of [
        receipt,
        receipt.replaceAll('-', ''),
        'steward.ballot',
        'draft.ballot',
        'token',
        'excellent',
        memberOf('林芒种'),
      ]) {
        assert.ok(!kept.includes(word), `${word} stays on the phone`)
      }
      const [picture] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '存成图片' }).click(),
      ])
      assert.equal(picture.suggestedFilename(), '验票号.png')
      await page.getByRole('button', { name: '号记下了，完成' }).click()
      await page.getByRole('link', { name: /^投票/ }).click()
      await page.getByText('你领过投票码，这部手机上没有了').waitFor()
      await demandAccessible(page)
      assert.equal(
        (await branch.secretary.query<{ cast: number }>('ballot.voters', { boxId: membersBox })).cast,
        1,
      )
      await context.close()
    },
  )

  it('16: an old member votes in the large layout', { timeout: 240_000 }, async () => {
    const { page, context } = await phoneOf('qinlidong')
    await page.getByRole('button', { name: '长辈版' }).click()
    await page.getByRole('link', { name: /看我这一年/ }).click()
    await page.getByRole('link', { name: '去投票' }).click()
    await page.getByRole('link', { name: '去投票' }).click()
    await page.getByRole('button', { name: '领投票码，开始评' }).click()
    await page.getByText('第 1 位，共 33 位').waitFor()
    await demandAccessible(page)
    await page.getByRole('radio', { name: '合格', exact: true }).check()
    for (let n = 1; n < 33; n += 1) {
      await page.getByRole('button', { name: '下一位' }).click()
      await page.getByText(`第 ${n + 1} 位，共 33 位`).waitFor()
      if (n % 2 === 0) await page.getByRole('radio', { name: '合格', exact: true }).check()
    }
    await page.getByRole('button', { name: '看整张票' }).click()
    await page.getByText('评了 17 位，不了解 0 位，没有评 16 位。').waitFor()
    await demandAccessible(page)
    await page.getByRole('button', { name: '交票', exact: true }).click()
    await page.getByRole('button', { name: '交票，不改了' }).click()
    await page.getByRole('heading', { name: '票投进去了' }).waitFor()
    await demandAccessible(page)
    await page.getByRole('button', { name: '号记下了，完成' }).click()
    await page.getByText('在投票。').waitFor()
    await demandAccessible(page)
    await context.close()
  })

  it(
    'S-200, R-338: the masses vote by a slip without an account; papers are given out beside',
    { timeout: 240_000 },
    async () => {
      const secretary = await phoneOf('zhouguyu')
      await secretary.page.goto('/m/appraisals/branch')
      await secretary.page.getByRole('link', { name: /群众票，12 人/ }).click()
      await secretary.page.getByRole('button', { name: /^王婶/ }).click()
      await demandAccessible(secretary.page)
      await secretary.page.getByRole('button', { name: '发投票码' }).click()
      await secretary.page.getByRole('img', { name: '投票码' }).waitFor()
      await demandAccessible(secretary.page)
      const token = (await secretary.page.locator('.hand-out-code .b').innerText()).trim()
      await secretary.page.getByRole('button', { name: '发好了' }).click()
      await secretary.page.getByRole('button', { name: /^李伯/ }).click()
      await secretary.page.getByRole('button', { name: '给纸质票' }).click()
      await secretary.page.getByText('记下了，请把纸质票给他').waitFor()
      await secretary.context.close()

      const { page, context } = await openPerson(browser, origin, 'phone')
      await page.goto(`/m/b/qingyuan/${massesBox}`)
      await page.getByLabel('投票码').fill('短')
      await page.getByRole('button', { name: '看票' }).click()
      await page.getByText('不够 20 位').waitFor()
      await demandAccessible(page)
      await page.goto(`/m/b/qingyuan/${massesBox}#${token}`)
      await page.getByText('第 1 位，共 34 位').waitFor()
      assert.equal(await page.getByText('自己说的').count(), 0, 'members speak of themselves before members')
      await demandAccessible(page)
      await page.getByRole('radio', { name: '优秀', exact: true }).check()
      await context.setOffline(true)
      await page.getByRole('button', { name: '整张票' }).click()
      await page.getByRole('button', { name: '交票', exact: true }).click()
      await page.getByRole('button', { name: '交票，不改了' }).click()
      await page.getByText('没有交上，票还在这部手机上').waitFor()
      await context.setOffline(false)
      await page.getByRole('button', { name: '交票', exact: true }).click()
      await page.getByRole('button', { name: '交票，不改了' }).click()
      await page.getByRole('heading', { name: '票投进去了' }).waitFor()
      assert.ok(!(await keptOnDevice(page)).includes(token))
      await page.getByRole('button', { name: '号记下了，完成' }).click()
      await page.getByText('票箱还没有封').waitFor()
      await demandAccessible(page)
      await page.goto('about:blank')
      await page.goto(`/m/b/qingyuan/${massesBox}#${token}`)
      await page.getByText('投票码不对，或者已经投过').waitFor()
      await demandAccessible(page)

      // Three members take a paper; all others vote, and one token is left over.
      const [late] = (await votersOf(branch, massesBox)).filter(({ state }) => state === 'listed')
      const lateToken = await giveToken(branch, massesBox, late?.voterId ?? '')
      const onPaper = (await votersOf(branch, membersBox))
        .filter(({ state }) => state === 'listed')
        .slice(0, 3)
      for (const { voterId } of onPaper)
        await branch.secretary.command('ballot.give-paper', { boxId: membersBox, voterId })
      assert.equal(await castOthers(branch, membersBox), 34 - 2 - 3)
      assert.equal(await castOthers(branch, massesBox), MASSES.length - 3)
      await countAndClose(branch, membersBox, 3)
      await countAndClose(branch, massesBox, 1)
      await page.goto('about:blank')
      await page.goto(`/m/b/qingyuan/${massesBox}#${lateToken}`)
      await page.getByText('票箱已经封了').waitFor()
      await demandAccessible(page)
      await context.close()
    },
  )

  it(
    'R-184: after the closing the number shows that the ballot is in the box, on the voter’s own device',
    { timeout: 120_000 },
    async () => {
      const { page, context } = await openPerson(browser, origin, 'phone')
      const asked: string[] = []
      page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`))
      await page.goto(`/m/b/qingyuan/${membersBox}/check`)
      await page.getByText('箱里有 31 张票').waitFor()
      await page.getByLabel('验票号').fill(receipt.toLowerCase())
      await page.getByRole('button', { name: '对一下' }).click()
      await page.getByText('你的票在箱里').waitFor()
      await demandAccessible(page)
      await page.getByLabel('验票号').fill(drawNumber())
      await page.getByRole('button', { name: '对一下' }).click()
      await page.getByText('清单里没有这个号').waitFor()
      await page.getByText('怎么对的').click()
      await demandAccessible(page)
      assert.ok(
        !asked.some((one) => one.toUpperCase().includes(receipt.slice(0, 11))),
        'the number is sent nowhere',
      )
      await context.close()
    },
  )

  it(
    'R-186, R-212: settled, hung, told in person by the secretary with the phone in hand',
    { timeout: 300_000 },
    async () => {
      await holdAssembly(branch, '2026-12-04')
      const { excellentLimit } = await show(branch)
      const others = [...people.values()].filter(
        (id) => id !== memberOf('何白露') && id !== branch.secretaryMemberId && id !== memberOf('秦立冬'),
      )
      const grades = new Map(others.slice(0, excellentLimit).map((id) => [id, 'excellent']))
      await settleAndHang(
        branch,
        '2026-12-04',
        new Map([...grades, [memberOf('何白露'), 'basicallyQualified']]),
      )
      await product.stop()
      await product.start(AFTER_NOTICE)
      Object.assign(branch, await meetBranch())
      await goOn(branch)

      const hebailu = await phoneOf('hebailu')
      await hebailu.page.goto('/m/appraisals/feedback')
      await hebailu.page.getByText('还没有当面反馈').waitFor()
      await demandAccessible(hebailu.page)
      await hebailu.context.close()

      const { page, context } = await phoneOf('zhouguyu')
      await page.goto('/m/appraisals/branch/tell')
      await page.getByText('34 人，谈了 0 人').waitFor()
      await demandAccessible(page)
      await page.getByRole('button', { name: /^何白露/ }).click()
      await page.getByRole('button', { name: '谈过了，记下' }).click()
      await page.getByText('写明谁决定的').waitFor()
      await page.getByLabel('谁决定的').fill('周谷雨')
      await page.getByLabel('哪个组织').fill('石门村党支部委员会')
      await page.getByLabel('哪天决定的').fill('2026-12-04')
      await page.getByLabel('怎样送达').fill('反馈单本人签收，2026-07')
      await demandAccessible(page)
      await page.getByRole('button', { name: '谈过了，记下' }).click()
      await page.getByText('34 人，谈了 1 人').waitFor()
      await page.getByRole('button', { name: /^周谷雨/ }).click()
      await page.getByText('自己的由别人来谈').waitFor()
      await context.close()
      await tellOthers(branch)
    },
  )

  it(
    'R-189, R-214, R-218: the result as a sum; an appeal goes to another body and wins',
    { timeout: 300_000 },
    async () => {
      const { page, context } = await phoneOf('hebailu')
      await page.getByRole('link', { name: /看 2026 年评议意见/ }).click()
      await page.getByText('基本合格', { exact: true }).first().waitFor()
      const { id: feedbackId } = await feedbackOf(branch, memberOf('何白露'))
      const hebailu = await signInByApi(origin, 'hebailu')
      type Result = {
        score: number
        process: number
        processPercent: number
        appraisalScore: number
        appraisalPercent: number
      }
      const before = await hebailu.query<Result>('feedback.show', { feedbackId })
      assert.deepEqual([before.processPercent, before.appraisalPercent], [80, 20])
      const sum = Math.round((before.process * 80) / 100) + Math.round((before.appraisalScore * 20) / 100)
      assert.ok(Math.abs(sum - before.score) <= 1)
      await page.getByText((before.score / 100).toFixed(2), { exact: true }).waitFor()
      await page.getByText('× 80%').waitFor()
      await page.getByText('发 34 张，收 34 张').waitFor()
      await page.getByText('发 12 张，收 11 张').waitFor()
      await demandAccessible(page)
      await page.getByRole('button', { name: '我看过了' }).click()
      await page.getByRole('button', { name: '我看过了' }).waitFor({ state: 'detached' })
      await page.getByRole('button', { name: '我不同意，要申诉' }).click()
      await page.getByLabel('哪里不对，有什么凭据').fill('修渠两百米有记录，评定时没有算进去。')
      await demandAccessible(page)
      await page.getByRole('button', { name: '交给上级' }).click()
      await page.getByText(/云溪镇党委办，12月\d+日前答复/).waitFor()

      const { above } = branch
      const shown = await hebailu.query<{ appeals: { id: string }[] }>('feedback.show', { feedbackId })
      const objectionId = shown.appeals[0]?.id ?? assert.fail('no appeal')
      const { account } = await above.query<{ account: { id: string } }>('session.show')
      await above.command('objection.assign', { objectionId, accountId: account.id })
      await page.reload()
      await page.getByText(/云溪镇党委，陆清明办/).waitFor()
      await above.command('grade-correction.write', {
        ...{ objectionId, grade: 'qualified', body: '云溪镇党委' },
        opinion: '修渠有记录，按时完成。',
        reason: '原评定漏了两项有记录的事。',
      })
      const noticeBefore = await noticeOf(branch)
      await above.command('objection.decide', { objectionId, upheld: true, answer: '有记录，改为合格' })
      const after = await show(branch)
      assert.equal(after.edition, 2)
      assert.notDeepEqual(await noticeOf(branch), noticeBefore, 'the notice is issued anew')
      await page.reload()
      await page.getByText('申诉成立').waitFor()
      await page.getByText('格次改了，全年积分重新算').waitFor()
      await demandAccessible(page)

      const { revision } = await branch.secretary.query<{ revision: number }>('feedback.show', { feedbackId })
      await branch.secretary.command('feedback.tell', { feedbackId, revision, how: 'inPerson' })
      await page.reload()
      await page.getByText('合格', { exact: true }).first().waitFor()
      await page.getByText('上面的格次和积分是改过以后的。').waitFor()
      await demandAccessible(page)
      await page.getByRole('button', { name: '我看过了' }).click()
      await page.getByRole('button', { name: '我看过了' }).waitFor({ state: 'detached' })
      const again = await hebailu.query<Result & { grade: string }>('feedback.show', { feedbackId })
      assert.deepEqual([again.grade, again.processPercent], ['qualified', 80])
      await context.close()
    },
  )

  it('16: an old member reads the result in the large layout', { timeout: 120_000 }, async () => {
    const { page, context } = await phoneOf('qinlidong', 'elder')
    await page.goto('/m/elder/appraisals')
    await page.getByRole('link', { name: '看评议意见' }).click()
    await page.getByText('今年评的是：合格').waitFor()
    await demandAccessible(page)
    await page.getByRole('button', { name: '我看过了' }).click()
    await page.getByRole('link', { name: '打给支部' }).first().waitFor()
    await demandAccessible(page)
    await context.close()
  })

  it(
    'R-191, S-209: what is to be put right is reported on the phone, and the year’s appraisal ends',
    { timeout: 240_000 },
    async () => {
      await product.stop()
      await product.start(AFTER_APPEALS)
      Object.assign(branch, await meetBranch())
      await goOn(branch)
      const { secretary } = branch
      const { page, context } = await phoneOf('hebailu')
      await page.goto('/m/appraisals/mending')
      await page.getByRole('button', { name: '记一条自己要改的' }).click()
      await page.getByLabel('记一条自己要改的').fill('开会发言少，有话不说。')
      await page.getByRole('button', { name: '记下', exact: true }).click()
      await page.getByText('支部还没有定措施和期限').waitFor()
      await demandAccessible(page)
      const { rows } = await secretary.query<{ rows: { problemId: string }[] }>('rectification.list', {
        appraisalId,
      })
      const { itemId } = await secretary.command<{ itemId: string }>('rectification.plan', {
        ...{ problemId: rows[0]?.problemId, ownerMemberId: memberOf('何白露'), dueOn: '2027-06-30' },
        measure: '每次会上说一件做过的事',
      })
      await page.goto('/m/appraisals')
      await page.getByRole('link', { name: '报整改进展' }).click()
      await page.getByLabel('做到哪了').fill('这个月的会上说了修渠的事。')
      await demandAccessible(page)
      await page.getByRole('button', { name: '报进展' }).click()
      await page.getByText('报过进展，等确认').waitFor()
      await secretary.command('rectification.confirm', { itemId })
      await goOn(branch)
      await page.goto('/m/appraisals')
      await page.getByText('评议办结了').waitFor()
      await demandAccessible(page)
      await context.close()
    },
  )
})

async function noticeOf({ secretary, orgId, year }: Branch & { readonly secretary: ApiPerson }) {
  const { appraisal } = await secretary.query<{ appraisal: { notice: object } }>('appraisal.show', {
    orgId,
    year,
  })
  return appraisal.notice
}
