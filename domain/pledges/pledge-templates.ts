import type { OrgField } from '../organisation/party-org.ts'
import type { PledgeEvidence, PledgeSource } from './pledge.ts'

/** A starting point of one's own to change: no sentence is handed in as it stands here. */
export type PledgeExample = {
  readonly object: string
  readonly measure: string
  readonly amounts: readonly { readonly hundredths: number; readonly unit: string }[]
  readonly evidence: readonly PledgeEvidence[]
  readonly source: PledgeSource
}

/** How organisations of a field come to their pledges, with examples of the work people do there (S-181). */
export type PledgeTemplate = {
  readonly way: { readonly zh: string; readonly en: string }
  readonly examples: readonly PledgeExample[]
}

const amounts = (unit: string, ...numbers: number[]) =>
  numbers.map((number) => ({ hundredths: number * 100, unit }))

const rural: PledgeTemplate = {
  way: {
    zh: '村里先听群众提什么，再由党员认领；无职党员按岗认领，外出的写能远程做的',
    en: 'The village first hears what people wish, then members take it on; those away write what can be done from afar',
  },
  examples: [
    {
      object: '村里老人',
      measure: '教会用手机缴医保',
      amounts: amounts('户', 5, 10),
      evidence: ['paper', 'witness'],
      source: 'publicWish',
    },
    {
      object: '村口到二组地头的水渠',
      measure: '汛期前后各清一次',
      amounts: amounts('次', 2, 4),
      evidence: ['photo', 'witness'],
      source: 'organisation',
    },
    {
      object: '种果树的农户',
      measure: '上门教秋季修剪',
      amounts: amounts('户', 5, 8),
      evidence: ['witness'],
      source: 'own',
    },
  ],
}

const community: PledgeTemplate = {
  way: {
    zh: '社区列需求单，党员按专长认领；在职党员到居住地社区报到的，写一件能在那里做的',
    en: 'The community lists what is needed, members take on what they can; those who work elsewhere write one thing for where they live',
  },
  examples: [
    {
      object: '楼栋独居老人',
      measure: '每月上门看一次，代买代办',
      amounts: amounts('户', 2, 4),
      evidence: ['witness'],
      source: 'publicWish',
    },
    {
      object: '小区楼道',
      measure: '带着邻居清理堆物',
      amounts: amounts('处', 3, 6),
      evidence: ['photo'],
      source: 'publicWish',
    },
  ],
}

const office: PledgeTemplate = {
  way: {
    zh: '从单位全年重点里认一件写清做到什么程度，再写一件岗位上方便群众的事',
    en: 'Take one key task of the year and say how far, and write one thing that makes it easier for people at your desk',
  },
  examples: [
    {
      object: '来窗口办事的群众',
      measure: '把办事材料清单减下来并贴出来',
      amounts: amounts('件', 1, 3),
      evidence: ['paper'],
      source: 'organisation',
    },
    {
      object: '联系的村',
      measure: '到村里开现场办公会',
      amounts: amounts('次', 4, 6),
      evidence: ['roster', 'photo'],
      source: 'organisation',
    },
  ],
}

const school: PledgeTemplate = {
  way: {
    zh: '从班级、学生、家长提的事里选，写清帮谁、几次；不写升学率',
    en: 'Choose from what classes, pupils and parents ask for; say whom and how often; no promotion rates',
  },
  examples: [
    {
      object: '班里跟不上的学生',
      measure: '课后辅导',
      amounts: amounts('名学生', 3, 5),
      evidence: ['witness'],
      source: 'own',
    },
    {
      object: '留守学生家长',
      measure: '打电话或上门说说孩子在校情况',
      amounts: amounts('次', 10, 20),
      evidence: ['roster'],
      source: 'publicWish',
    },
  ],
}

const firm: PledgeTemplate = {
  way: {
    zh: '从车间、班组提的难处和生产安排里选，写在岗位上做得到的',
    en: 'Choose from the difficulties of shops and teams and the plan of work; write what can be done at the post',
  },
  examples: [
    {
      object: '新来的工友',
      measure: '带会一道工序',
      amounts: amounts('人', 1, 3),
      evidence: ['witness'],
      source: 'own',
    },
    {
      object: '本班组',
      measure: '查出并改好安全隐患',
      amounts: amounts('处', 5, 10),
      evidence: ['photo', 'paper'],
      source: 'organisation',
    },
  ],
}

const social: PledgeTemplate = {
  way: {
    zh: '按本行能做的公益写，注明服务的人和次数',
    en: 'Write what your trade can do for others, with whom and how often',
  },
  examples: [
    {
      object: '附近居民',
      measure: '开展一次专业义务服务',
      amounts: amounts('场', 2, 4),
      evidence: ['photo', 'roster'],
      source: 'own',
    },
  ],
}

/** Templates by field; those without their own take the one nearest to them. */
export const pledgeTemplates: Readonly<Record<OrgField, PledgeTemplate>> = {
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
