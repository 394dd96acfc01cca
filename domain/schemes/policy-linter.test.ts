import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toPoints } from '../shared/points.ts'
import { defaultSchemes } from './default-schemes.ts'
import { lintForm, lintScheme, lintText } from './policy-linter.ts'
import { attendanceRule, policyRules } from './policy-rules.ts'
import type { EvidenceKind } from './scheme.ts'

/** For each rule a text as an office would write it, and one that comes near and is fine. */
const examples: Readonly<Record<string, { refused: readonly string[]; passes: readonly string[] }>> = {
  belief: {
    refused: ['党员信教或者参加宗教活动的，每次扣5分', '到寺庙烧香拜佛的，每次扣2分'],
    passes: ['讲一次坚定理想信仰的党课', '参加寺庙周边消防巡查一次', '宣传党的宗教政策一次'],
  },
  'private-speech': {
    refused: [
      '在微信群发表消极言论的，每次扣1分',
      '朋友圈内容不正面的，视情扣1至3分',
      '私下发牢骚、说怪话的，扣1分',
    ],
    passes: ['在组织生活会上提出一条具体意见并被采纳', '用微信群把停水通知告诉到户'],
  },
  complaint: {
    refused: [
      '本人或者所联系群众越级上访的，扣3分',
      '全年辖区零投诉的，加2分',
      '对积分提出异议、影响支部评先的，扣1分',
    ],
    passes: ['接待来访群众、代办信访事项一件', '经服务中心认定属实的投诉，一次扣2分', '被扣分的党员可以申诉'],
  },
  health: {
    refused: [
      '因病请假三次以上的，扣1分',
      '年度体检不合格的，不得评优',
      '怀孕生育期间不参加活动的，按缺勤计',
    ],
    passes: [
      '陪三位老人到镇卫生院体检一次',
      '看望住院老党员一次',
      '因病请假的，不扣分',
      '组织一次健康知识讲座',
    ],
  },
  family: {
    refused: [
      '家属、子女参与违规办酒席的，党员本人扣5分',
      '因为家属不配合征地，扣3分',
      '配偶参加活动的加0.5分',
    ],
    passes: ['辅导务工人员子女写作业一次', '走访慰问军人家属一次', '积分不涉及家属'],
  },
  'off-hours': {
    refused: ['夜间巡查一次记0.4分', '周末到村部值守半天', '利用业余时间打扫街道'],
    passes: [
      '夜间巡查一次记0.4分，由本人自愿报名',
      '周末志愿服务一次',
      '值守时间由党员和支部商定，晚上也可以',
    ],
  },
  tracks: {
    refused: ['上传手机定位轨迹，证明到场后记分', '刷脸认证后记1分', '每天步数达到一万步的记0.1分'],
    passes: ['帮合作社找准产品定位，提出一条建议', '帮老人检修摄像头一户'],
  },
  thought: {
    refused: ['思想状态由书记每月打分，满分2分', '开展心理测评，成绩计入积分'],
    passes: ['和一位同志谈心，谈完把要办的事办好', '思想情况只谈不打分'],
  },
  'log-in': {
    refused: [
      '每天登录平台签到的，记0.1分',
      '支部党员日活率达到90%的加1分，活跃度靠后的扣1分',
      '学习打卡一天记0.1分',
      '24小时内不回复群消息的扣分',
    ],
    passes: ['会议现场签到，由主持人核对名单', '教老人登录医保网页缴费一户'],
  },
  likes: {
    refused: [
      '转发工作动态到群里的，每条记0.2分',
      '为本镇短视频点赞、转 发、评论，每次0.1分',
      '组织党员网络投票、关注镇政府公众号',
      '参与网络评论的每条加0.5分',
    ],
    passes: ['把县委转发的防火通知念给不看手机的老人听', '支部大会投票表决'],
  },
  'screen-time': {
    refused: [
      '学习平台在线时长每满30分钟记1分',
      '学习强国积分每月前十名加1分',
      '每观看10分钟视频记0.2分',
      '阅读文章满30秒记1分',
      '手机答题每日一次得1分',
      '按阅读篇数记分，每篇0.1分',
    ],
    passes: [
      '集中学习时间由支部和党员商定，没有网也能参加',
      '学完一课，在小组会上讲给大家听',
      '参加冬训集中学习24小时',
    ],
  },
  'compulsory-photo': {
    refused: [
      '每次志愿服务必须上传照片，不少于三张',
      '没有照片的，不予记分',
      '每月填写纪实手册并拍照上传',
      '上传现场图片3张以上',
      '须附现场视频',
      '未上传截图的不记分',
      '服务前后照片缺一不可',
    ],
    passes: ['可以附照片，不拍也行，写个证明人就可以', '不需要上传照片', '照片不是必需，有证明人即可'],
  },
  'ranking-pushed': {
    refused: [
      '积分排名每天推送到党员群',
      '季度末位的在大会上作检讨',
      '排名后3名的由书记约谈',
      '连续三个月后五名的约谈',
      '全镇设红黑榜',
    ],
    passes: ['在支部内公示，按姓氏排列，不排名次', '把结果告诉本人'],
  },
  'app-use': {
    refused: [
      '下载安装支部小管家并实名注册的，加2分',
      '安装率达不到95%的支部扣分',
      '推广镇政府公众号，每拉一人加0.1分',
    ],
    passes: [
      '教5户老人用手机缴医保、使用医保小程序',
      '帮村民下载农技软件并学会看天气',
      '纸质登记和手机申报一样算',
      '技术革新成果在班组推广应用',
    ],
  },
  membership: {
    refused: [
      '积分70分以下的预备党员，取消预备党员资格',
      '年终得分低于60分的认定为不合格党员',
      '是否按期转正，看本年积分',
    ],
    passes: [
      '是否转正由支部大会讨论表决，积分只作参考',
      '积分不作为党纪处分依据',
      '预备党员积分60分，与转正不挂钩，积分不与转正挂钩',
    ],
  },
  'filled-twice': {
    refused: ['每周填报一次积分明细表', '纸质件一式三份报镇党委', '网上申报后，另行填写纸质台账'],
    passes: ['网上报过的不再重复填报', '同一件事只填一次'],
  },
  business: {
    refused: ['购买合作企业的保险产品的，加1分', '在指定商店消费满100元的，加0.5分'],
    passes: ['帮果农对接客商、推广产品一次', '帮扶困难户办理农业保险一户'],
  },
}

test('R-248, R-236: each rule has a text it refuses, and it says where and which words', () => {
  assert.deepEqual(Object.keys(examples).toSorted(), policyRules.map(({ id }) => id).toSorted())
  assert.equal(policyRules.length, 17)
  for (const [id, { refused, passes }] of Object.entries(examples)) {
    assert.ok(refused.length > 0 && passes.length > 0, id)
    for (const text of refused) {
      const findings = lintText('item-1', text)
      const finding = findings.find(({ ruleId }) => ruleId === id)
      assert.ok(finding, `${id} lets pass: ${text}`)
      assert.equal(finding.where, 'item-1')
      assert.ok(finding.words.length > 0 && finding.article.zh !== '' && finding.instead.zh !== '')
      assert.ok(
        finding.words.every((word) => text.replaceAll(/[\s，]/gu, '').includes(word.replaceAll(',', ''))),
        String(finding.words),
      )
    }
  }
})

test('R-248, R-236: near misses of each rule pass all rules', () => {
  const found = Object.values(examples)
    .flatMap(({ passes }) => passes)
    .flatMap((text) =>
      lintText('item-1', text).map(({ ruleId, words }) => `${text}: ${ruleId} ${words.join()}`),
    )
  assert.deepEqual(found, [])
})

const rural = defaultSchemes.find(({ field }) => field === 'rural') ?? assert.fail()
const [first, ...others] = rural.items

test('R-237: an item that only a photo proves is refused; with a witness beside it, it passes', () => {
  assert.ok(first)
  const needing = (needed: readonly EvidenceKind[]) =>
    lintScheme({ ...rural, items: [{ ...first, evidence: { offered: needed, needed } }, ...others] }).map(
      ({ ruleId, where }) => `${ruleId} ${where}`,
    )
  assert.deepEqual(needing(['photo']), [`compulsory-photo ${first.code}`])
  assert.deepEqual(needing(['photo', 'witness']), [])
  assert.deepEqual(needing([]), [])
})

test('R-236: attendance at 30 percent of the process passes, one hundredth more is refused', () => {
  // 60 points of process: duty 18, pledges 30, service 12; attendance may bring 18.
  const attending = (year: number) => ({
    ...rural,
    items: rural.items.map((item) => ({
      ...item,
      attendance: item.code === 'mediation' || item.code === 'village-work',
      caps: item.code === 'village-work' ? { day: null, month: null, year: toPoints(year) } : item.caps,
    })),
  })
  const mediation = rural.items.find(({ code }) => code === 'mediation')?.caps.month ?? assert.fail()
  const room = 1800 - mediation * 12
  assert.deepEqual(lintScheme(attending(room)), [])
  assert.deepEqual(
    lintScheme(attending(room + 1)).map(({ ruleId }) => ruleId),
    ['attendance-share'],
  )
})

test('S-161: blanks, full-width letters and a second line do not hide a word', () => {
  for (const text of ['登 录 平 台', '下载ＡＰＰ', '服务群众一次\n点\u200b赞一次']) {
    assert.equal(lintText('t', text).length > 0, true, text)
  }
})

test('R-248: what is missing by one sentence is marked so, and passes with it', () => {
  const [finding] = lintText('t', '夜间巡查一次')
  assert.equal(finding?.weight, 'unfinished')
  assert.deepEqual(lintText('t', '夜间巡查一次，本人自愿报名'), [])
})

test('R-248: an excuse in one sentence does not excuse the next', () => {
  assert.deepEqual(
    lintText('t', '夜间巡查，自愿报名。周末到村部值守').map(({ words }) => words),
    [['周末']],
  )
})

test('S-195: a form may ask for an illness where care needs it, but not twice and not for log-in', () => {
  assert.deepEqual(lintForm('care', '住院时间'), [])
  assert.deepEqual(
    lintForm('care', '每周填报一次').map(({ ruleId }) => ruleId),
    ['filled-twice'],
  )
})

test('S-161: every rule names an article and what to write instead, in both languages', () => {
  for (const { article, instead, rule } of [...policyRules, attendanceRule]) {
    for (const text of [article.zh, article.en, instead.zh, instead.en]) assert.ok(text.length > 5)
    assert.match(rule, /^[RS]-\d{3}$/)
  }
})

test('S-161: what a rule tells to write instead is itself fine', () => {
  for (const { instead, id } of policyRules.filter(({ id: each }) =>
    ['compulsory-photo', 'off-hours', 'membership', 'ranking-pushed', 'filled-twice'].includes(each),
  )) {
    const said = instead.zh.replaceAll(/[“”]/gu, '')
    assert.deepEqual(
      lintText('t', said)
        .map(({ ruleId }) => ruleId)
        .filter((each) => each === id),
      [],
      id,
    )
  }
})
