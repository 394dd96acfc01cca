import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, it } from 'node:test'
import { DEMO_PASSWORD } from '@steward/server/demo/cast.ts'
import type { Page } from 'playwright-core'
import { type ApiPerson, signInByApi } from './platform/api.ts'
import { demandAccessible, openBrowser, openPerson, signIn } from './platform/browser.ts'
import { startProduct } from './platform/product.ts'

const AT_ASSEMBLY = '2026-12-04T09:00:00+08:00'
const NOTICE_OVER = '2026-12-15T09:00:00+08:00'
const APPEALS_OVER = '2027-01-05T09:00:00+08:00'

const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
/** Twenty signs, as a device draws them for a voter. */
const drawNumber = () =>
  [...randomBytes(20)]
    .map((byte) => SIGNS[byte % SIGNS.length])
    .join('')
    .replaceAll(/(.{5})(?=.)/g, '$1-')

type Shown = {
  appraisal: { id: string; stage: string; revision: number; boxes: { id: string; paper: string }[] }
}
type Line = { memberId: string; name: string; place: string; owesReport: boolean }
type Report = {
  words: Record<string, string>
  facts: { problems: { id: string }[] }
  state: string
  reportId: string
  revision: number
}

/** One branch from the document to what is put right, on the PC; the bulk of its members goes through the API. */
describe('the appraisal of a branch on the PC', async () => {
  const product = await startProduct('small', AT_ASSEMBLY)
  const browser = await openBrowser()
  let secretary: ApiPerson = await signInByApi(product.origin, 'zhouguyu')
  let above: ApiPerson = await signInByApi(product.origin, 'luqingming')
  const session = await secretary.query<{ org: { id: string }; account: { memberId: string } }>(
    'session.show',
  )
  const orgId = session.org.id
  const own = session.account.memberId
  const shown = async () => (await secretary.query<Shown>('appraisal.show', { orgId, year: 2026 })).appraisal
  const roll = async () => {
    const { id: appraisalId } = await shown()
    return (await secretary.query<{ rows: Line[] }>('appraisal.roll', { appraisalId })).rows
  }
  const open = async (who = 'zhouguyu') => {
    const { page, context } = await openPerson(browser, product.origin, 'pc')
    await signIn(page, 'pc', who, DEMO_PASSWORD)
    return { page, context }
  }
  const goOn = async (page: Page, stage: string) => {
    await page.getByRole('button', { name: `进入“${stage}”` }).click()
    await page.getByText(`已进入${stage}`).waitFor()
  }

  it('S-202: begun from the navigation, the document named, the roll drafted', async () => {
    const { page, context } = await open()
    await page.getByRole('link', { name: '评议', exact: true }).click()
    await page.getByText('2026 年的评议还没有开始').waitFor()
    await demandAccessible(page)
    await page.getByRole('button', { name: '开始 2026 年评议' }).click()
    await page.getByText('还没有写依据文件').waitFor()
    await page.getByRole('textbox', { name: '发文机关' }).fill('中共清源县委组织部')
    await page.getByRole('button', { name: '写下依据文件' }).click()
    await page.getByText('写上这一项').first().waitFor()
    await page.getByRole('textbox', { name: '文号' }).fill('清组通〔2026〕41 号')
    await page.getByRole('textbox', { name: '发文日期' }).fill('2026-11-02')
    await demandAccessible(page)
    await page.getByRole('button', { name: '写下依据文件' }).click()
    await page.getByText('依据文件已写下').waitFor()
    await goOn(page, '花名册')
    await context.close()
  })

  it('R-170, R-277: somebody is left out by a document; going back needs a reason', async () => {
    const { page, context } = await open()
    await page.goto('/appraisals')
    const row = page.getByRole('row', { name: /^秦立冬/ })
    await row.getByRole('button').click()
    await page.getByRole('dialog').getByText('经批准不参加').click()
    await page.getByRole('textbox', { name: '哪个机关决定的' }).fill('中共云溪镇委员会')
    await page.getByRole('textbox', { name: '文号' }).fill('云委〔2026〕9 号')
    await page.getByRole('dialog').getByRole('textbox', { name: '哪天' }).fill('2026-11-10')
    await demandAccessible(page)
    await page.getByRole('button', { name: '写下', exact: true }).click()
    await row.getByText('中共云溪镇委员会云委〔2026〕9 号').waitFor()
    await page.getByRole('button', { name: '退回上一步' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '退回上一步' }).click()
    await page.getByText('退回要写理由').waitFor()
    await page.getByRole('textbox', { name: '为什么退回' }).fill('文号少写了一个字')
    await page.getByRole('dialog').getByRole('button', { name: '退回上一步' }).click()
    await page.getByText('退回“依据文件”：文号少写了一个字').waitFor()
    await goOn(page, '花名册')
    await row.getByText('经批准不参加').waitFor()
    await demandAccessible(page)
    await goOn(page, '述职报告')
    await context.close()
  })

  const words = {
    gains: '参加村里的修渠，学会了看图纸。',
    shortcomings: '学习抓得不紧，开会发言少。',
    nextYear: '把村口的水渠管好，每月巡一次。',
  }

  it('R-190, R-338, S-205: one is taken down with consent, asked about, answered, checked off', async () => {
    const { page, context } = await open()
    await page.goto('/appraisals')
    await page.getByText(/还没交：/).waitFor()
    const first = (await roll()).find(({ owesReport, memberId }) => owesReport && memberId !== own)
    const name = first?.name ?? ''
    await page.getByRole('link', { name: `代记 ${name}` }).click()
    await page.getByText('下面是按本人的记录起草的').waitFor()
    await demandAccessible(page)
    await page.getByRole('textbox', { name: '收获' }).fill(words.gains)
    await page.getByRole('button', { name: '交给支部' }).click()
    await page.getByText('写上同意的日期').waitFor()
    await page.getByRole('textbox', { name: '哪天同意由别人代记' }).fill('2026-12-01')
    await page.getByRole('textbox', { name: '不足' }).fill(words.shortcomings)
    await page.getByRole('textbox', { name: '下一年打算' }).fill(words.nextYear)
    await page.getByRole('button', { name: '交给支部' }).click()
    await page.getByText('交了，等核对').waitFor()
    await page.getByRole('textbox', { name: '想问什么' }).fill('水渠是哪天通的？')
    await page.getByRole('button', { name: '问一句' }).click()
    await page.getByRole('textbox', { name: '怎么回答' }).fill('十月十二日通的水。')
    await demandAccessible(page)
    await page.getByRole('button', { name: '回答', exact: true }).click()
    await page.getByRole('button', { name: '核对过了' }).click()
    await page.getByText(`${name}的报告核对过了`).waitFor()
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载 .docx' }).click()
    assert.match((await coming).suggestedFilename(), /述职报告.*\.docx$/)
    await context.close()
  })

  it('R-227: the secretary’s own report is asked for from the committee above, which checks it off', async () => {
    const { id: appraisalId } = await shown()
    for (const { memberId, owesReport } of await roll()) {
      if (!owesReport) continue
      const seen = await secretary.query<Report>('duty-report.show', { appraisalId, memberId })
      if (seen.state === 'checked') continue
      const consentOn = memberId === own ? null : '2026-12-01'
      const written = await secretary.command<Report>('duty-report.write', {
        ...{ appraisalId, memberId, revision: null, words: { ...seen.words, ...words }, consentOn },
        onProblems: Object.fromEntries(seen.facts.problems.map(({ id }) => [id, '今年改了，没有再发生。'])),
      })
      const handed = await secretary.command<Report>('duty-report.submit', { ...written })
      if (memberId === own) continue
      const { reportId } = written
      await secretary.command('duty-report.check', { reportId, revision: handed.revision })
    }
    const { page, context } = await open('luqingming')
    await page.getByText('石门村党支部负责人的述职报告等上级核对').waitFor()
    await page.goto(`/appraisals/branches/${orgId}?step=dutyReports`)
    await page.getByRole('link', { name: '核对周谷雨的报告' }).click()
    await page.getByRole('button', { name: '核对过了' }).click()
    await page.getByText('周谷雨的报告核对过了').waitFor()
    await demandAccessible(page)
    await page.goto('/appraisals')
    await page.getByText('1 个在办').waitFor()
    await demandAccessible(page)
    await context.close()
  })

  it('R-189: words are taken down; who is missing is named', async () => {
    const { page, context } = await open()
    await page.goto('/appraisals')
    await goOn(page, '自评')
    await page.getByText(/还没自评：/).waitFor()
    await page.getByRole('textbox', { name: '原话' }).fill('今年做了该做的事，学习还不够。')
    await page.getByRole('button', { name: '记下，写下一个' }).click()
    await page.getByText('的话记下了').waitFor()
    await demandAccessible(page)
    const { id: appraisalId } = await shown()
    const graded = (await roll()).filter(({ place }) => place === 'graded')
    for (const { memberId } of graded)
      await secretary.command('self-appraisal.say', { appraisalId, memberId, text: '今年做了该做的事。' })
    await page.reload()
    await goOn(page, '互评')
    await page.getByText(/还没有人说过：/).waitFor()
    await page.getByRole('combobox', { name: '谁说的' }).selectOption({ label: '何白露' })
    await page.getByRole('textbox', { name: '原话' }).fill('抢险那天一直在坝上。')
    await page.getByRole('button', { name: '记下，写下一个' }).click()
    await page.getByText('何白露的话记下了').waitFor()
    await demandAccessible(page)
    for (const [at, { memberId }] of graded.entries()) {
      const byMemberId = graded[(at + 1) % graded.length]?.memberId
      const text = '肯帮忙，话说得少了些。'
      await secretary.command('peer-word.say', { appraisalId, aboutMemberId: memberId, byMemberId, text })
    }
    await page.reload()
    await goOn(page, '两票测评')
    await context.close()
  })

  it('R-184, R-188: slips with numbers, papers whose count must add up, both boxes closed', async () => {
    const { page, context } = await open()
    await page.goto('/appraisals')
    await page.getByRole('textbox', { name: '应到' }).fill('34')
    await page.getByRole('textbox', { name: '实到' }).fill('30')
    await page.getByRole('textbox', { name: '主持人' }).fill('周谷雨')
    await page.getByRole('button', { name: '记下到会' }).click()
    await page.getByText('应到 34 人，实到 30 人').waitFor()
    await page.getByRole('button', { name: '开党员票箱' }).click()
    await page.getByText('领了码的投没投，这里不显示').waitFor()
    const names = ['王婶', '李伯', '张叔', '赵姨', '孙姐', '钱哥', '周嫂', '吴伯']
    await page.getByRole('textbox', { name: '群众代表' }).fill([...names, '吴伯'].join('\n'))
    await page.getByText('“吴伯”写了两次').waitFor()
    await page.getByRole('textbox', { name: '群众代表' }).fill(names.join('\n'))
    await page.getByRole('button', { name: '开群众票箱' }).click()
    await page.getByRole('button', { name: '发纸质票 吴伯' }).click()
    await page.getByText('吴伯领了纸质票').waitFor()
    await demandAccessible(page)
    await page.getByRole('button', { name: '给没领的 7 人发投票码' }).click()
    const numbers = page.locator('.apr-slip-number')
    await numbers.nth(6).waitFor()
    await demandAccessible(page)
    const tokens = await numbers.allTextContents()
    assert.ok(tokens.every((token) => /^([2-9A-Z]{5}-){3}[2-9A-Z]{5}$/.test(token)))
    await page.getByRole('button', { name: '印好了' }).click()
    await page.getByRole('button', { name: '都印好了，关掉' }).click()
    assert.equal(await numbers.count(), 0, 'the numbers are nowhere any more')
    await vote(tokens)
    await countPapers(page)
    await closeBoxes(page)
    await context.close()
  })

  /** Those with a slip vote; the members do so with numbers of their own. */
  const vote = async (slips: readonly string[]) => {
    const { boxes } = await shown()
    const boxOf = (paper: string) => boxes.find((box) => box.paper === paper)?.id ?? ''
    const { rows } = await secretary.query<{ rows: { voterId: string }[] }>('ballot.voters', {
      boxId: boxOf('members'),
    })
    const drawn = rows.map(({ voterId }) => ({ voterId, token: drawNumber() }))
    for (const one of drawn) await secretary.command('ballot.give-token', { boxId: boxOf('members'), ...one })
    const all = [
      ...slips.map((token) => ({ token, boxId: boxOf('masses') })),
      ...drawn.map(({ token }) => ({ token, boxId: boxOf('members') })),
    ]
    for (const [at, place] of all.entries()) {
      const where = { county: 'qingyuan', ...place }
      const { persons } = await secretary.command<{ persons: { memberId: string }[] }>(
        'ballot.read-paper',
        where,
      )
      const marks = persons.map(({ memberId }, index) => ({
        ...{ memberId, grade: (at + index) % 3 === 0 ? 'excellent' : 'qualified' },
      }))
      const receipt = drawNumber()
      await secretary.command('ballot.cast', { ...where, receipt, marks })
    }
  }

  const countPapers = async (page: Page) => {
    await page.reload()
    await page.getByRole('link', { name: '录纸质票' }).click()
    await page.getByText('还对不上').waitFor()
    await demandAccessible(page)
    const cells = page.getByRole('textbox', { name: /，合$/ })
    for (let at = 0; at < (await cells.count()); at += 1) await cells.nth(at).fill('1')
    await page.getByText('都对得上，可以存').waitFor()
    await page.getByRole('textbox', { name: '没交回' }).fill('1')
    await page.getByText('发出 1 张，收回、空白退回、没交回加起来是 2 张').waitFor()
    await page.getByRole('textbox', { name: '没交回' }).fill('0')
    await page.getByRole('button', { name: '存下计票' }).click()
    await page.getByText('计票要两个人，写上两个名字').waitFor()
    await page.getByRole('textbox', { name: '计票人一' }).fill('何白露')
    await page.getByRole('textbox', { name: '计票人二' }).fill('陈小满')
    await page.getByRole('button', { name: '存下计票' }).click()
    await page.getByText('纸质票计过：收回 1 张').waitFor()
  }

  const closeBoxes = async (page: Page) => {
    for (const [closed, paper] of ['党员票', '群众票'].entries()) {
      await page.getByRole('button', { name: '封票箱' }).first().click()
      await page.getByText(`封${paper}箱`).waitFor()
      await page.getByRole('dialog').getByRole('button', { name: '封票箱' }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      // the button of a closed box goes with the next reading of the page
      await page
        .getByRole('button', { name: '封票箱' })
        .nth(1 - closed)
        .waitFor({ state: 'detached' })
    }
    await page.getByText('测评结果').waitFor()
    await demandAccessible(page)
    await page.getByRole('link', { name: '验票号' }).first().click()
    await page.getByRole('textbox', { name: '验票号' }).fill('ABCDE-ABCDE-ABCDE-ABCDE')
    await page.getByRole('button', { name: '查', exact: true }).click()
    await page.getByText('箱里没有这张票').waitFor()
    await demandAccessible(page)
    await page.goto('/appraisals')
    await goOn(page, '综合评定')
  }

  it('R-178, R-182, R-185: the meeting, a grade with its reason, the limit in sight, signed', async () => {
    const { page, context } = await open()
    await page.goto('/appraisals')
    for (const [label, value] of [
      ['应到', '5'],
      ['实到', '5'],
      ['赞成', '4'],
    ] as const)
      await page.getByRole('textbox', { name: label }).fill(value)
    await page.getByText('赞成、反对、弃权加起来是 4，实到 5 人').waitFor()
    await page.getByRole('textbox', { name: '赞成' }).fill('5')
    await page.getByRole('textbox', { name: '会议记录在哪里' }).fill('支委会会议记录 2026 年第 11 次')
    await page.getByRole('button', { name: '记下会议' }).click()
    await page.getByText('支委会 12月4日开').waitFor()
    await page.getByRole('button', { name: '陈小满', exact: true }).click()
    await page.getByRole('button', { name: '优秀', exact: true }).click()
    await page.getByRole('button', { name: '记下，看下一位' }).click()
    await page.getByText('写上日常表现').waitFor()
    await page.getByRole('textbox', { name: '日常表现' }).fill('全年参加集体劳动 12 次，按时到会。')
    await page.getByRole('textbox', { name: /评议意见/ }).fill('承诺按时完成，群众反映肯帮忙。')
    await page.getByRole('textbox', { name: /理由/ }).fill('两票多数评为优秀，支委会五人讨论一致。')
    await demandAccessible(page)
    await page.getByRole('button', { name: '记下，看下一位' }).click()
    await page.getByText('陈小满：优秀，记下了').waitFor()
    await page.getByText('优秀 1 人').waitFor()
    await settleOthers()
    await page.reload()
    await page.getByRole('button', { name: '签字评定' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '签字评定' }).click()
    await page.getByText('先对照一遍，再打勾').waitFor()
    await page.getByText('对照看过了').click()
    await demandAccessible(page)
    await page.getByRole('dialog').getByRole('button', { name: '签字评定' }).click()
    await page.getByText('周谷雨 12月4日签字，第 1 版').waitFor()
    await page.getByRole('button', { name: '陈小满', exact: true }).click()
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载登记表 .docx' }).click()
    assert.match((await coming).suggestedFilename(), /登记表-陈小满\.docx$/)
    await demandAccessible(page)
    await goOn(page, '结果公示')
    await context.close()
  })

  const settleOthers = async () => {
    const { id: appraisalId } = await shown()
    type Table = {
      meetings: { id: string }[]
      rows: { memberId: string; name: string; settled: object | null }[]
    }
    const { meetings, rows } = await secretary.query<Table>('settlement.show', { appraisalId })
    for (const { memberId, name, settled } of rows) {
      if (settled !== null) continue
      await (memberId === own ? above : secretary).command('settlement.set-grade', {
        ...{ appraisalId, meetingId: meetings[0]?.id, memberId },
        grade: name === '顾夏至' ? 'basicallyQualified' : 'qualified',
        opinion: '按时完成承诺，群众反映较好。',
        reason: '会议按全年的工作和群众意见评定。',
        conduct: '全年参加集体劳动，按时到会。',
      })
    }
  }

  it('R-272: the notice is drafted from what was signed and hangs for its days', async () => {
    const { page, context } = await open()
    await page.goto('/appraisals')
    await page.getByRole('textbox', { name: '纸条投哪里' }).fill('村部门口意见箱')
    await demandAccessible(page)
    await page.getByRole('button', { name: '起草公示' }).click()
    await page.getByRole('link', { name: '去公示' }).click()
    await page.getByText('关于2026年度民主评议党员结果的公示').first().waitFor()
    const noticeId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await secretary.command('notice.check', {
      noticeId,
      revision: 1,
      figuresCompared: true,
      enclosesEvidence: false,
    })
    await secretary.command('notice.post', { noticeId, revision: 2 })
    await page.goto('/appraisals')
    await page.getByText('公示期还没满，满了再往下走').waitFor()
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载公示 .docx' }).click()
    assert.match((await coming).suggestedFilename(), /公示\.docx$/)
    await demandAccessible(page)
    await context.close()
  })

  it('R-186, R-212: talks are recorded, a low grade with its five facts; the member reads and appeals', async () => {
    await product.stop()
    await product.start(NOTICE_OVER)
    secretary = await signInByApi(product.origin, 'zhouguyu')
    above = await signInByApi(product.origin, 'luqingming')
    const { page, context } = await open()
    await page.goto('/appraisals')
    await goOn(page, '反馈')
    await page.getByText(/还没谈：/).waitFor()
    await demandAccessible(page)
    await page.getByRole('link', { name: '去反馈 顾夏至' }).click()
    await page.getByRole('textbox', { name: '谁决定的' }).waitFor()
    await page.getByRole('button', { name: '谈过了，记下' }).click()
    await page.getByText('写上', { exact: true }).first().waitFor()
    await page.getByRole('textbox', { name: '怎样送达本人' }).fill('当面送交，本人签收')
    await demandAccessible(page)
    await page.getByRole('button', { name: '谈过了，记下' }).click()
    await page.getByText('谈了，等本人看').waitFor()
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载反馈单 .docx' }).click()
    assert.match((await coming).suggestedFilename(), /反馈单-顾夏至\.docx$/)
    await tellOthers()
    await context.close()
    const member = await open('hebailu')
    await member.page.goto('/appraisals/mine')
    await demandAccessible(member.page)
    await member.page.getByRole('link', { name: '看意见' }).click()
    await member.page.getByRole('button', { name: '看过了' }).click()
    await member.page.getByText('本人看过了').waitFor()
    await member.page
      .getByRole('textbox', { name: '哪里不对，为什么' })
      .fill('修渠两百米有记录，没有算进去。')
    await demandAccessible(member.page)
    await member.page.getByRole('button', { name: '提出申诉' }).click()
    await member.page.getByText('申诉中').waitFor()
    await member.context.close()
  })

  const tellOthers = async () => {
    const { id: appraisalId } = await shown()
    type Head = { id: string; memberId: string; state: string }
    const { rows } = await secretary.query<{ rows: Head[] }>('feedback.list', { appraisalId })
    for (const { id, memberId, state } of rows) {
      if (state !== 'toTell') continue
      const by = memberId === own ? above : secretary
      const { revision } = await by.query<{ revision: number }>('feedback.show', { feedbackId: id })
      await by.command('feedback.tell', { feedbackId: id, revision, how: 'inPerson', facts: null })
    }
  }

  it('R-214, R-218: who handles the appeal writes the new grade and upholds it; it is told anew', async () => {
    type Head = { id: string; name: string }
    type Feedback = { appeals: { id: string }[] }
    type Handlers = { rows: { accountId: string; name: string; barred: string | null }[] }
    const { id: appraisalId } = await shown()
    const { rows } = await secretary.query<{ rows: Head[] }>('feedback.list', { appraisalId })
    const hers = rows.find(({ name }) => name === '何白露')?.id ?? ''
    const { appeals } = await secretary.query<Feedback>('feedback.show', { feedbackId: hers })
    const objectionId = appeals[0]?.id ?? ''
    const handlers = await above.query<Handlers>('objection.handlers', { objectionId })
    const handler = handlers.rows.find(({ name, barred }) => name === '韩寒露' && barred === null)
    await above.command('objection.assign', { objectionId, accountId: handler?.accountId })
    const { page, context } = await open('hanhanlu')
    await page.goto(`/objections/${objectionId}`)
    await page.locator(`a[href$="/appraisals/feedback/${hers}"]`).click()
    await page.getByRole('link', { name: '写改定的格次' }).click()
    await page.getByRole('button', { name: '优秀', exact: true }).click()
    await page.getByRole('textbox', { name: '为什么改' }).fill('修渠两百米有验收单，应当算进全年表现。')
    await page.getByRole('textbox', { name: '哪个组织改定的' }).fill('中共清源县委员会')
    await demandAccessible(page)
    await page.getByRole('button', { name: '写下改定的格次' }).click()
    await page.getByText('写下了，去答复“成立”就生效').waitFor()
    await page.getByRole('link', { name: '去答复申诉' }).click()
    await page.getByRole('textbox', { name: '书面答复' }).fill('验收单在，改为优秀。')
    await page.getByRole('button', { name: '成立，照此改正' }).click()
    await page.getByText('答复：成立').first().waitFor()
    await context.close()
    await tellOthers()
  })

  it('R-191, S-209: a problem is planned with owner and day, reported and confirmed; the appraisal is closed', async () => {
    await product.stop()
    await product.start(APPEALS_OVER)
    secretary = await signInByApi(product.origin, 'zhouguyu')
    const { page, context } = await open()
    await page.goto('/appraisals?year=2026')
    await goOn(page, '整改')
    await page.getByRole('combobox', { name: '谁的问题' }).selectOption({ label: '顾夏至' })
    await page.getByRole('textbox', { name: '什么问题' }).fill('全年缺席组织生活 3 次，没有请假。')
    await page.getByRole('button', { name: '记下', exact: true }).click()
    await page.getByRole('button', { name: '定整改 顾夏至' }).click()
    await page.getByRole('textbox', { name: '哪天前' }).fill('2027-03-31')
    await page.getByRole('textbox', { name: '怎么改' }).fill('每月主题党日前一天由组长提醒，缺席当月补课。')
    await demandAccessible(page)
    await page.getByRole('button', { name: '定整改' }).click()
    await page.getByText('顾夏至负责').waitFor()
    await page.getByRole('button', { name: '记进展' }).click()
    await page.getByRole('textbox', { name: '做了什么' }).fill('一月、二月都到会，笔记补齐了。')
    await page.getByRole('button', { name: '记进展' }).click()
    await page.getByRole('button', { name: '确认到位' }).click()
    await page.getByText('周谷雨确认').waitFor()
    await demandAccessible(page)
    await page.getByRole('button', { name: '办结今年的评议' }).click()
    await page.getByText('2026 年的评议已经办结').waitFor()
    await demandAccessible(page)
    assert.equal((await shown()).stage, 'closed')
    await context.close()
  })
})
