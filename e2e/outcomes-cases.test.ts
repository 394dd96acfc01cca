import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { DEMO_PASSWORD } from '@steward/server/demo/cast.ts'
import type { Page } from 'playwright-core'
import { type ApiPerson, signInByApi } from './platform/api.ts'
import { demandAccessible, type Face, openBrowser, openPerson, signIn } from './platform/browser.ts'
import { startProduct } from './platform/product.ts'

const BEFORE = '2026-12-01T09:00:00+08:00'
const ASSEMBLY = '2026-12-10T16:00:00+08:00'
// Two months: after three a password must be changed first.
const TERM_OVER = '2027-02-12T09:00:00+08:00'
const BEFORE_ON = '2026-12-01'
const ASSEMBLY_ON = '2026-12-10'

type Row = { id: string; name: string }
type Shown = { case: { revision: number; state: string }; bar: { shouldAttend: number; needed: number } }

describe('disposal: one correction order ends well, one case goes to removal', async () => {
  const product = await startProduct('small', BEFORE)
  const browser = await openBrowser()
  let order = ''
  let removal = ''

  const as = async (who: string, face: Face) => {
    const person = await openPerson(browser, product.origin, face)
    await signIn(person.page, face, who, DEMO_PASSWORD)
    return person
  }
  const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name })
  const choosePeople = async (page: Page, group: string, count: number) => {
    const boxes = page.getByRole('group', { name: group }).locator('label')
    for (let at = 0; at < count; at += 1) await boxes.nth(at).click()
  }
  const press = async (page: Page, name: string, then: string | RegExp) => {
    await page.getByRole('button', { name, exact: true }).click()
    await page.getByText(then).first().waitFor()
  }
  const memberOf = async (person: ApiPerson, text: string) => {
    const { people } = await person.query<{ people: Row[] }>('member.search', { text })
    return people.find(({ name }) => name === text)?.id ?? assert.fail(text)
  }
  const shown = async (person: ApiPerson, disposalId: string) =>
    await person.query<Shown>('disposal.show', { disposalId })
  const typeVote = async (page: Page, count: { present: number; yes: number }) => {
    await field(page, '大会日期').fill(ASSEMBLY_ON)
    await field(page, '实到').fill(String(count.present))
    await field(page, '赞成').fill(String(count.yes))
    await field(page, '反对').fill(String(count.present - count.yes))
    await field(page, '弃权').fill('0')
    await field(page, '主持人').fill('周谷雨')
    await field(page, '会议记录在哪里').fill('党员大会记录第9次')
  }

  it('R-197, R-203, R-215: the branch proposes on facts, a wrong ground is refused in plain words, the member reads it at once', async () => {
    const { page, context } = await as('zhouguyu', 'pc')
    await page.goto('/outcomes/cases')
    await page.getByText('这里没有').first().waitFor()
    await demandAccessible(page)
    await page.getByRole('link', { name: '提出一件' }).click()
    await field(page, /^党员/).fill('何白露')
    await page.getByRole('button', { name: /何白露.*石门村党支部/ }).click()
    await page
      .getByLabel('依据是什么')
      .selectOption({ label: '连续六个月以上不参加组织生活、不交党费或者不做分配的工作' })
    await field(page, '连续几个月不参加组织生活').fill('5')
    await field(page, '谁查实的').fill('周谷雨')
    await field(page, '事由').fill('连续七个月没有参加组织生活')
    await demandAccessible(page)
    await press(page, '提出，报备案', '依据的事实不够，不能提出')
    await field(page, '连续几个月不参加组织生活').fill('7')
    await press(page, '提出，报备案', '等基层党委办理')
    order = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await demandAccessible(page)
    await context.close()
    const own = await as('hebailu', 'phone')
    await own.page.getByText('有一件关于你的事，请看').first().waitFor()
    await own.page.goto(`/m/outcomes/cases/${order}`)
    await own.page.getByText('连续七个月没有参加组织生活').waitFor()
    await field(own.page, '想说的话').fill('这半年在外地打工，没有请假，今后按时参加。')
    await press(own.page, '写进卷里', '已写进卷里')
    await demandAccessible(own.page)
    await own.context.close()
  })

  it('R-198, R-199, R-201: filed above, facts by two, heard by two full members, opinion, invited to the assembly', async () => {
    const above = await as('luqingming', 'pc')
    await above.page.goto(`/outcomes/cases/${order}`)
    await field(above.page, '备案的文号').fill('石支发〔2026〕3号')
    await press(above.page, '记下备案', '查明的事实')
    await demandAccessible(above.page)
    await above.context.close()
    const { page, context } = await as('zhouguyu', 'pc')
    await page.goto(`/outcomes/cases/${order}`)
    await field(page, /^哪一天$/).fill(BEFORE_ON)
    await choosePeople(page, '哪几个人查的', 1)
    await field(page, '查明的事实').fill('查了签到册和组织生活记录，问过组长。')
    await press(page, '记下事实', '查事实要两名以上党员')
    await page.getByRole('group', { name: '哪几个人查的' }).locator('label').nth(1).click()
    await press(page, '记下事实', '书面邀请本人来谈话')
    await demandAccessible(page)
    await field(page, /^哪一天$/).fill(BEFORE_ON)
    await choosePeople(page, '谁谈的话', 2)
    await field(page, '本人的话').fill('在外地打工，没有请假，愿意改。')
    await press(page, '记下谈话', '写明事实、本人的说明和建议')
    await field(page, /^哪一天$/).fill(BEFORE_ON)
    await field(page, '支委会的意见').fill('同意给予限期改正，提交党员大会讨论。')
    await press(page, '记下意见', '还没有邀请本人，先邀请')
    await field(page, '哪一天开').fill(ASSEMBLY_ON)
    await field(page, '几点').fill('下午三点')
    await field(page, '在哪里').fill('村部会议室')
    await demandAccessible(page)
    await press(page, '邀请本人', /应到 \d+ 名/)
    await demandAccessible(page)
    await context.close()
    const own = await as('hebailu', 'phone')
    await own.page.goto(`/m/outcomes/cases/${order}`)
    await own.page.getByText('请你参加党员大会').waitFor()
    await demandAccessible(own.page)
    await press(own.page, '我来', '已回复')
    await own.context.close()
  })

  it('a removal comes as far, with the review of the county', async () => {
    const secretary = await signInByApi(product.origin, 'zhouguyu')
    const above = await signInByApi(product.origin, 'luqingming')
    const county = await signInByApi(product.origin, 'hanhanlu')
    const memberId = await memberOf(secretary, '秦立冬')
    const ground = {
      ...{ ground: 'lapse', monthsWithoutLife: 9, monthsWithoutDues: 6, monthsWithoutWork: 0 },
      ...{ goodReason: false, lookedIntoBy: '周谷雨' },
    }
    const reason = '连续九个月没有参加组织生活，多次联系没有改变'
    const made = await secretary.command<{ disposalId: string }>('disposal.propose', {
      ...{ memberId, form: 'removal', ground, reason },
    })
    removal = made.disposalId
    const step = async (who: ApiPerson, operation: string, input: object) => {
      const { case: of } = await shown(secretary, removal)
      await who.command(operation, { disposalId: removal, revision: of.revision, ...input })
    }
    const { people } = await secretary.query<{ people: { memberId: string }[] }>('disposal.show', {
      disposalId: removal,
    })
    const two = people.slice(0, 2).map(({ memberId: id }) => id)
    const on = BEFORE_ON
    await step(above, 'disposal.file', { document: '石支发〔2026〕4号' })
    await step(secretary, 'disposal.find-facts', { group: two, words: '查了签到册和党费簿。', on })
    await step(secretary, 'disposal.hear', { on, heldBy: two, came: true, defence: '没有时间。' })
    await step(secretary, 'disposal.give-opinion', { words: '建议除名。', on })
    await step(county, 'disposal.pre-review', { document: '清组函〔2026〕5号', on })
    await step(secretary, 'disposal.invite', {
      ...{ toWhat: 'assembly', heldOn: ASSEMBLY_ON, heldAt: '下午三点', place: '村部会议室', how: 'paper' },
    })
    await product.stop()
    await product.start(ASSEMBLY)
  })

  it('R-049…R-051, R-202: exactly half of those who should attend is refused and stays to be seen, one more carries', async () => {
    const secretary = await signInByApi(product.origin, 'zhouguyu')
    const { bar } = await shown(secretary, removal)
    const { page, context } = await as('zhouguyu', 'pc')
    await page.goto(`/outcomes/cases/${removal}`)
    let { shouldAttend } = bar
    if (shouldAttend % 2 === 1) {
      // One is left out with the document from above, so that there is an exact half.
      await page.getByRole('button', { name: '经批准不计入应到的人' }).click()
      await field(page, '批准的组织').fill('云溪镇党委')
      await field(page, '文号').fill('云镇党发〔2026〕8号')
      await field(page, '大会同意的日期').fill('2026-12-10')
      shouldAttend -= 1
    }
    const half = shouldAttend / 2
    await page
      .getByText(`应到 ${shouldAttend} 名。实到至少 ${half + 1} 名，赞成至少 ${half + 1} 票`)
      .waitFor()
    await typeVote(page, { present: shouldAttend, yes: half })
    await page.getByText(`赞成 ${half} 票，要 ${half + 1} 票，差 1 票`).waitFor()
    await press(page, '记下表决', '要无记名投票，举手不算')
    await page.getByText('无记名，只表决这一个人').click()
    await press(page, '记下表决', `赞成 ${half} 票，至少要 ${half + 1} 票，没有通过`)
    await demandAccessible(page)
    await page.reload()
    await page.getByText('没有通过的表决').waitFor()
    if (bar.shouldAttend % 2 === 1) {
      await page.getByRole('button', { name: '经批准不计入应到的人' }).click()
      await field(page, '批准的组织').fill('云溪镇党委')
      await field(page, '文号').fill('云镇党发〔2026〕8号')
      await field(page, '大会同意的日期').fill('2026-12-10')
    }
    await typeVote(page, { present: shouldAttend, yes: half + 1 })
    await page.getByText('无记名，只表决这一个人').click()
    await press(page, '记下表决', '表决通过，等决定')
    await demandAccessible(page)
    await context.close()
  })

  it('R-195, R-199, R-212: decided by the base committee, not in force before it is handed over; the member reads it and may appeal', async () => {
    const { page, context } = await as('luqingming', 'pc')
    await page.goto(`/outcomes/cases/${removal}`)
    await field(page, '决定人').fill('陆清明')
    await field(page, '决定日期').fill(ASSEMBLY_ON)
    await field(page, '发文机关代字').fill('云镇党发')
    await field(page, '序号').fill('12')
    await field(page, '理由').fill('长期不参加组织生活，教育后没有改变')
    await press(page, '记下决定', '决定已记下，还没有生效')
    await demandAccessible(page)
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载决定书' }).click()
    const file = await (await downloading).path()
    assert.equal(readFileSync(file).subarray(0, 2).toString(), 'PK')
    await field(page, '送达日期').fill(ASSEMBLY_ON)
    await press(page, '记下送达，生效', '没有写怎样送达本人')
    await field(page, '送达回证').fill('送达回证第12号')
    await press(page, '记下送达，生效', /2031年12月10日.*以前不能重新申请入党/)
    await demandAccessible(page)
    await context.close()
    const own = await as('qinlidong', 'phone')
    await own.page.goto(`/m/outcomes/cases/${removal}`)
    await own.page.getByText('以前不能重新申请入党').waitFor()
    await own.page.getByRole('button', { name: '下载决定书' }).waitFor()
    await own.page.getByRole('button', { name: '我要申诉' }).click()
    await field(own.page, '不同意什么、为什么').fill('有三次我参加了，签到册上没有记。')
    await press(own.page, '交上去', '已向')
    await demandAccessible(own.page)
    await own.context.close()
    const secretary = await signInByApi(product.origin, 'zhouguyu')
    const { case: of } = await secretary.query<{ case: { memberId: string } }>('disposal.show', {
      disposalId: removal,
    })
    const { facts } = await secretary.query<{ facts: { state: string } }>('member.show', {
      memberId: of.memberId,
    })
    assert.equal(facts.state, 'removedFromRolls')
  })

  it('R-194, R-204, R-205: the correction order runs its months with help, and ends well', async () => {
    const secretary = await signInByApi(product.origin, 'zhouguyu')
    const above = await signInByApi(product.origin, 'luqingming')
    const { bar, case: of } = await shown(secretary, order)
    const counted = { seenShouldAttend: bar.shouldAttend, present: bar.shouldAttend, written: 0 }
    const votes = { yes: bar.needed, no: bar.shouldAttend - bar.needed, abstain: 0 }
    const vote = { ...counted, ...votes, on: ASSEMBLY_ON, chair: '周谷雨', minutes: '第9次' }
    await secretary.command('disposal.vote', {
      ...{ disposalId: order, revision: of.revision, vote, secret: true, persons: 1 },
    })
    await above.command('disposal.decide', {
      ...{
        disposalId: order,
        revision: of.revision + 1,
        deciderName: '陆清明',
        decidedOn: ASSEMBLY_ON,
        months: 2,
      },
      number: { issuer: '云镇党发', year: 2026, number: 13 },
      ...{ reason: '长期不参加组织生活', required: '每月参加组织生活。', help: '由周谷雨联系。' },
    })
    await above.command('disposal.serve', {
      ...{ disposalId: order, revision: of.revision + 2, proofOfService: '送达回证第13号' },
      ...{ how: 'signed', servedOn: ASSEMBLY_ON },
    })
    const early = await as('zhouguyu', 'pc')
    await early.page.goto(`/outcomes/cases/${order}`)
    await early.page.getByText('期满以后才能评议').waitFor()
    await press(early.page, '要求延长', '限期改正一般不延长')
    await demandAccessible(early.page)
    await early.context.close()
    const own = await as('hebailu', 'phone')
    await own.page.goto(`/m/outcomes/cases/${order}`)
    await own.page.getByText('表决权、选举权、被选举权和发言的权利都不变').waitFor()
    await demandAccessible(own.page)
    await own.context.close()
    await product.stop()
    await product.start(TERM_OVER)
    const { page, context } = await as('zhouguyu', 'pc')
    await page.goto(`/outcomes/cases/${order}`)
    await page.getByText('已经改正').click()
    await field(page, '评议的意见').fill('两个月来按时参加组织生活，已经改正。')
    const late = await signInByApi(product.origin, 'zhouguyu')
    const { bar: next } = await shown(late, order)
    await typeVote(page, { present: next.shouldAttend, yes: next.shouldAttend })
    await field(page, '大会日期').fill('2027-02-11')
    await demandAccessible(page)
    await press(page, '记下期满评议', '期满，已改正')
    await demandAccessible(page)
    await page.goto('/outcomes/cases')
    await page.getByRole('button', { name: '已办结' }).click()
    await page.getByRole('link', { name: /何白露/ }).waitFor()
    await demandAccessible(page)
    await context.close()
  })

  it('S-227, R-208: a sanction is recorded from its document, a hand-over without details', async () => {
    const { page, context } = await as('luqingming', 'pc')
    await page.goto('/outcomes/sanctions')
    await page.getByRole('button', { name: '登记处分' }).waitFor()
    await demandAccessible(page)
    await page.getByRole('button', { name: '登记处分' }).click()
    await field(page, /^党员/).fill('周谷雨')
    await page.getByRole('button', { name: /周谷雨.*石门村党支部/ }).click()
    await field(page, '决定机关').fill('云溪镇党委')
    await field(page, '决定人').fill('陆清明')
    await field(page, '文号').fill('云镇纪〔2027〕2号')
    await field(page, '决定日期').fill('2027-02-01')
    await field(page, '理由').fill('违反工作纪律造成损失')
    await field(page, '送达回证').fill('送达回证第20号')
    await demandAccessible(page)
    await page.getByRole('dialog').getByRole('button', { name: '登记处分' }).click()
    await page.getByText('2028年2月1日').first().waitFor()
    await page.getByRole('button', { name: '登记移送' }).click()
    await field(page, /^党员/).fill('周谷雨')
    await page.getByRole('button', { name: /周谷雨.*石门村党支部/ }).click()
    await field(page, '移送函的文号').fill('云镇移〔2027〕1号')
    await page.getByRole('dialog').getByRole('button', { name: '登记移送' }).click()
    await page.getByRole('cell', { name: '云镇移〔2027〕1号' }).waitFor()
    await demandAccessible(page)
    await context.close()
  })
})
