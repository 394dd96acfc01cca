import type { OrgField } from '@steward/domain/organisation/party-org.ts'
import type { PledgeEvidence, PledgeSource } from '@steward/domain/pledges/pledge.ts'

/** A pledge of the demo: `{n}` stands for the number. */
export type PlannedPledge = {
  readonly text: string
  readonly object: string
  readonly measure: string
  readonly unit: string
  readonly numbers: readonly number[]
  /** Month and day it is due. */
  readonly due: string
  readonly evidence: readonly PledgeEvidence[]
  readonly source: PledgeSource
}

const own = (
  text: string,
  object: string,
  measure: string,
  unit: string,
  numbers: readonly number[],
  due: string,
  evidence: readonly PledgeEvidence[],
  source: PledgeSource,
): PlannedPledge => ({ text, object, measure, unit, numbers, due, evidence, source })

const rural: readonly PlannedPledge[] = [
  own(
    '教会村里 {n} 户老人用手机缴医保，12 月底前完成',
    '村里老人',
    '教会用手机缴医保',
    '户',
    [5, 8, 10],
    '12-31',
    ['witness', 'paper'],
    'publicWish',
  ),
  own(
    '二组到三组的水渠，汛期前后清 {n} 次',
    '二组到三组的水渠',
    '汛期前后清理',
    '次',
    [2, 3, 4],
    '10-31',
    ['photo', 'witness'],
    'organisation',
  ),
  own(
    '上门教 {n} 户果农秋季修枝，11 月底前教完',
    '种果树的农户',
    '上门教秋季修枝',
    '户',
    [5, 6, 8],
    '11-30',
    ['witness'],
    'own',
  ),
  own(
    '每月接送一次村里老人去镇上看病取药，全年 {n} 次',
    '村里出门不便的老人',
    '接送去镇上取药',
    '次',
    [10, 12],
    '12-31',
    ['witness'],
    'publicWish',
  ),
  own(
    '村口路灯坏了一周内报修，全年查看 {n} 次',
    '村口到学校的路灯',
    '查看、报修',
    '次',
    [12, 24],
    '12-31',
    ['paper'],
    'publicWish',
  ),
  own(
    '护林防火期每周巡山一遍，全年 {n} 遍',
    '村后山林',
    '护林防火期巡山',
    '遍',
    [20, 24],
    '12-31',
    ['roster', 'photo'],
    'organisation',
  ),
  own(
    '帮 {n} 户在外务工的乡亲代办老家手续',
    '在外务工的乡亲',
    '代办老家手续',
    '户',
    [4, 6],
    '12-31',
    ['witness'],
    'own',
  ),
  own('给村小学讲 {n} 场修渠的往事', '村小学学生', '讲修渠的往事', '场', [2, 4], '6-30', ['roster'], 'own'),
]
const community: readonly PlannedPledge[] = [
  own(
    '每月上门看 {n} 户独居老人，代买代办',
    '楼栋独居老人',
    '上门看望、代买代办',
    '户',
    [2, 3, 4],
    '12-31',
    ['witness'],
    'publicWish',
  ),
  own(
    '带着邻居清 {n} 处楼道堆物，9 月底前清完',
    '小区楼道',
    '带着邻居清理堆物',
    '处',
    [3, 5, 6],
    '9-30',
    ['photo'],
    'publicWish',
  ),
  own('暑假在社区办 {n} 场作业辅导', '小区小学生', '暑假作业辅导', '场', [8, 10], '8-31', ['roster'], 'own'),
  own(
    '周末到社区值守 {n} 天，帮着答疑跑腿',
    '来社区办事的居民',
    '周末值守、答疑跑腿',
    '天',
    [6, 8],
    '12-31',
    ['roster'],
    'organisation',
  ),
  own(
    '修好邻居家 {n} 处漏水电路小毛病',
    '本栋邻居',
    '修理水电小毛病',
    '处',
    [10, 15],
    '12-31',
    ['witness'],
    'own',
  ),
]
const office: readonly PlannedPledge[] = [
  own(
    '把窗口办事材料清单减 {n} 件并贴出来，6 月底前完成',
    '来窗口办事的群众',
    '减少办事材料并公布',
    '件',
    [1, 2, 3],
    '6-30',
    ['paper'],
    'organisation',
  ),
  own(
    '到联系的村开现场办公会 {n} 次',
    '联系的村',
    '开现场办公会',
    '次',
    [4, 6],
    '12-31',
    ['roster', 'photo'],
    'organisation',
  ),
  own(
    '整理 {n} 份办事指南，写成大白话',
    '办事群众',
    '把办事指南写成大白话',
    '份',
    [5, 8],
    '9-30',
    ['paper'],
    'publicWish',
  ),
  own('带会 {n} 名新同事独立接件', '新到岗的同事', '带会独立接件', '名', [1, 2], '12-31', ['witness'], 'own'),
]
const school: readonly PlannedPledge[] = [
  own(
    '课后辅导班里跟不上的 {n} 名学生，每周两次',
    '班里跟不上的学生',
    '课后辅导',
    '名学生',
    [3, 4, 5],
    '12-31',
    ['witness'],
    'own',
  ),
  own(
    '给外出务工的家长打电话说说孩子在校情况，全年 {n} 次',
    '在外务工的家长',
    '打电话说孩子在校情况',
    '次',
    [20, 30],
    '12-31',
    ['roster'],
    'publicWish',
  ),
  own(
    '开放实验室 {n} 节，让学生自己动手',
    '本年级学生',
    '开放实验室',
    '节',
    [8, 10],
    '11-30',
    ['roster'],
    'organisation',
  ),
]
const firm: readonly PlannedPledge[] = [
  own(
    '带会 {n} 人一道工序，能独立上岗',
    '新来的工友',
    '带会一道工序',
    '人',
    [1, 2, 3],
    '10-31',
    ['witness'],
    'own',
  ),
  own(
    '查出并改好 {n} 处安全隐患',
    '本班组',
    '查出并改好安全隐患',
    '处',
    [5, 8, 10],
    '12-31',
    ['photo', 'paper'],
    'organisation',
  ),
  own(
    '替夜班工友修好 {n} 处休息室设施，3 月底前完成',
    '夜班工友',
    '修好休息室设施',
    '处',
    [2, 3],
    '3-31',
    ['photo'],
    'publicWish',
  ),
  own(
    '把废料回收单做成一张表，{n} 家供应商都用上',
    '供应商',
    '用上统一的回收单',
    '家',
    [3, 5],
    '9-30',
    ['paper'],
    'own',
  ),
]
const social: readonly PlannedPledge[] = [
  own(
    '给附近居民做 {n} 场专业义务服务',
    '附近居民',
    '开展专业义务服务',
    '场',
    [2, 4],
    '12-31',
    ['photo', 'roster'],
    'own',
  ),
  own('为行业新人讲 {n} 节课，6 月底前讲完', '行业新人', '讲课带教', '节', [3, 4], '6-30', ['roster'], 'own'),
  own(
    '协助社区跑 {n} 次物资配送',
    '社区居民',
    '协助配送物资',
    '次',
    [4, 6],
    '12-31',
    ['witness'],
    'organisation',
  ),
]

/** Pledges by field, of the work people do there. */
export const plannedPledges: Readonly<Record<OrgField, readonly PlannedPledge[]>> = {
  rural,
  community,
  governmentOffice: office,
  otherPublicBody: office,
  school,
  stateFirm: firm,
  privateFirm: firm,
  socialOrganisation: social,
  other: social,
}

/** Key tasks of an organisation's year, and its own pledges about them. */
export const plannedOrgPledges: readonly (PlannedPledge & { readonly planItem: string })[] = [
  {
    ...own(
      '6 月底前建成一处议事角，全年议事 {n} 次',
      '本单位群众',
      '建议事角、按月议事',
      '次',
      [10, 12],
      '12-31',
      ['roster', 'photo'],
      'publicWish',
    ),
    planItem: '建好议事角，群众的事当面议',
  },
  {
    ...own(
      '联系 {n} 户出行不便的老人，每户有一名党员包联',
      '出行不便的老人',
      '党员包联',
      '户',
      [6, 10],
      '12-31',
      ['roster'],
      'organisation',
    ),
    planItem: '党员包联出行不便的老人',
  },
  {
    ...own(
      '办 {n} 场手机使用课，10 月底前办完',
      '不会用手机的群众',
      '办手机使用课',
      '场',
      [2, 4],
      '10-31',
      ['roster', 'photo'],
      'publicWish',
    ),
    planItem: '教会老人用手机办事',
  },
]

/** Hollow first versions, as they come in and go back. */
export const hollowTexts = [
  '全心全意为群众服务，做好本职工作',
  '发挥先锋模范作用，完成上级交办的任务',
  '进一步加强学习，不断提高自身素质',
] as const

/** What people said on the page, and what was answered. */
export const saidOfPledges: readonly { readonly text: string; readonly answer: string | null }[] = [
  { text: '什么时候轮到我们这一片？', answer: '下个月先到你们那边，去之前打电话。' },
  { text: '上个月说好来，没来成，盼着补上', answer: '上月下雨耽误了，这周六补。' },
  { text: '教得很细，老人记住了', answer: null },
]
