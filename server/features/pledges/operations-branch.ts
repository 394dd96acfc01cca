import { commentRefusals } from '@steward/domain/pledges/pledge-comment.ts'
import { publicPages } from '@steward/domain/pledges/pledge-settings.ts'
import { defineCommand, defineQuery, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import {
  CommentRow,
  Outcome,
  Person,
  Period,
  PlanItem,
  PledgeRow,
  Progress,
  Year,
} from './operations-shape.ts'

const OfOrg = z.object({ orgId: z.uuid(), year: Year })

export const listBoard = defineQuery({
  id: 'pledge.board',
  summary: { zh: '支部公开的承诺', en: 'Published pledges of a branch' },
  input: z.object({ orgId: z.uuid().nullable().default(null), year: Year }),
  output: z.object({
    org: Person,
    rows: z.array(PledgeRow),
    /** Where it is read without an account, as a path of this site; null while closed or nothing is published. */
    pagePath: z.string().nullable(),
  }),
})

export const showBranchPledges = defineQuery({
  id: 'pledge.branch',
  summary: { zh: '一个支部的承诺情况', en: 'Where a branch stands with its pledges' },
  input: OfOrg,
  output: z.object({
    org: Person,
    window: z.object({ from: plainDate, until: plainDate, open: z.boolean() }),
    /** Every member on the roll with the pledges handed in; the order is that of the roll. */
    members: z.array(
      Person.extend({
        leadingCadre: z.boolean(),
        /** Elderly or frail: pledges only if they wish. */
        optional: z.boolean(),
        hasAccount: z.boolean(),
        pledges: z.array(PledgeRow),
      }),
    ),
    ofOrg: z.array(PledgeRow),
    figures: z.object({
      members: z.int(),
      handedIn: z.int(),
      pledges: z.int(),
      own: z.int(),
      publicWish: z.int(),
      organisation: z.int(),
      unknown: z.int(),
      returned: z.int(),
      byPart: z.array(z.object({ part: z.string(), count: z.int() })),
      waiting: z.int(),
      accepted: z.int(),
      published: z.int(),
      late: z.int(),
    }),
    /** Leading cadres who have not handed in while others have. */
    leadersBehind: z.array(Person),
    orgAdvice: z.object({ advice: z.enum(['fine', 'few', 'many', 'free']), least: z.int() }),
    /** Whether the branch has said that it read the county's rules in force (S-180). */
    rules: z.object({
      title: z.string(),
      text: z.string(),
      readBy: z.string().nullable(),
      readOn: plainDate.nullable(),
    }),
    pagePath: z.string().nullable(),
    may: z.array(z.string()),
  }),
})

export const listBelow = defineQuery({
  id: 'pledge.below',
  summary: { zh: '下面各支部公诺了没有', en: 'Which branches below have published' },
  input: OfOrg.extend({
    show: z.enum(['all', 'unpublished', 'late', 'rules-unread']).default('all'),
    offset: z.int().min(0).max(100_000).default(0),
    limit: z.int().min(1).max(200).default(50),
  }),
  output: z.object({
    org: Person,
    rows: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        above: z.string(),
        members: z.int(),
        handedIn: z.int(),
        waiting: z.int(),
        returned: z.int(),
        accepted: z.int(),
        published: z.int(),
        late: z.int(),
        orgPledges: z.int(),
        firstPublishedOn: plainDate.nullable(),
        rulesRead: z.boolean(),
      }),
    ),
    total: z.int(),
    counts: z.object({
      branches: z.int(),
      published: z.int(),
      unpublished: z.int(),
      late: z.int(),
      rulesUnread: z.int(),
    }),
  }),
})

export const publishPledges = defineCommand({
  id: 'pledge.publish',
  summary: { zh: '公诺', en: 'Publish accepted pledges' },
  input: OfOrg.extend({ pledgeIds: z.array(z.uuid()).min(1).max(1000) }),
  output: z.object({ published: z.int(), pagePath: z.string().nullable() }),
  refusals: ['pledge-nothing-to-publish', 'pledge-private-content', 'pledge-wrong-state'],
})

const PublicPledge = z.object({
  id: z.uuid(),
  /** Masked as the county decided. */
  name: z.string(),
  ofOrg: z.boolean(),
  text: z.string(),
  dueOn: plainDate.nullable(),
  period: Period,
  progress: Progress,
  outcome: Outcome.pick({ outcome: true, explanation: true, on: true }).nullable(),
  comments: z.array(
    CommentRow.pick({ id: true, text: true, saidOn: true, answer: true }).extend({ signed: z.boolean() }),
  ),
})

export const showSheet = defineQuery({
  id: 'pledge.sheet',
  summary: { zh: '承诺公开表', en: 'Sheet of a branch’s published pledges' },
  input: OfOrg,
  output: z.object({
    org: Person,
    county: z.string(),
    rows: z.array(
      z.object({
        name: z.string(),
        ofOrg: z.boolean(),
        text: z.string(),
        dueOn: plainDate.nullable(),
        progress: Progress,
      }),
    ),
    publishedOn: plainDate.nullable(),
    printedOn: plainDate,
    pagePath: z.string().nullable(),
    phone: z.string(),
  }),
})

export const showPublicPage = defineQuery({
  id: 'pledge.public-page',
  summary: { zh: '不用登录看支部承诺', en: 'A branch’s pledges, read without an account' },
  open: true,
  input: z.object({
    county: z.string().max(40),
    code: z.string().max(20),
    year: Year.nullable().default(null),
  }),
  output: z.object({
    orgName: z.string(),
    countyName: z.string(),
    year: z.int(),
    years: z.array(z.int()),
    phone: z.string(),
    rows: z.array(PublicPledge),
  }),
})

export const commentPublicly = defineCommand({
  id: 'pledge.comment-publicly',
  summary: { zh: '群众留言', en: 'Comment on a pledge without an account' },
  open: true,
  anonymous: true,
  input: z.object({
    county: z.string().max(40),
    code: z.string().max(20),
    pledgeId: z.uuid(),
    text: z.string().max(2000),
  }),
  output: z.object({ received: z.literal(true) }),
  refusals: commentRefusals,
})

export const listPlanItems = defineQuery({
  id: 'plan-item.list',
  summary: { zh: '年度工作要点', en: 'Yearly plan of an organisation' },
  input: OfOrg,
  output: z.object({
    org: Person,
    rows: z.array(PlanItem),
    /** Pledges of the organisation itself, all states but drafts of others. */
    pledges: z.array(PledgeRow),
    advice: z.object({ advice: z.enum(['fine', 'few', 'many', 'free']), least: z.int() }),
    may: z.array(z.string()),
  }),
})

export const addPlanItem = defineCommand({
  id: 'plan-item.add',
  summary: { zh: '加一条工作要点', en: 'Add an item to the yearly plan' },
  input: OfOrg.extend({ title: z.string().trim().max(60), detail: z.string().trim().max(300).default('') }),
  output: z.object({ planItemId: z.uuid(), position: z.int() }),
  refusals: ['plan-item-without-title', 'plan-item-twice'],
})

export const dropPlanItem = defineCommand({
  id: 'plan-item.drop',
  summary: { zh: '去掉一条工作要点', en: 'Drop an item of the yearly plan' },
  input: z.object({ planItemId: z.uuid() }),
  output: z.object({ dropped: z.literal(true) }),
  refusals: ['plan-item-dropped-already'],
})

const Settings = z.object({
  windowDays: z.object({ year: z.int(), quarter: z.int(), month: z.int() }),
  publicPage: z.enum(publicPages),
  member: z.object({ least: z.int().min(0).max(50), most: z.int().min(0).max(50) }),
  orgLeast: z.int().min(0).max(100),
  rulesTitle: z.string().trim().max(60),
  rulesText: z.string().trim().max(4000),
})

export const showPledgeSettings = defineQuery({
  id: 'pledge.settings',
  summary: { zh: '承诺的县级设置', en: 'County settings of pledges' },
  input: z.object({}),
  output: Settings.extend({ versionNo: z.int(), mayChange: z.boolean() }),
})

export const changePledgeSettings = defineCommand({
  id: 'pledge.change-settings',
  summary: { zh: '改承诺的县级设置', en: 'Change the county settings of pledges' },
  input: Settings,
  output: z.object({ versionNo: z.int() }),
  refusals: ['pledge-window-too-short', 'pledge-window-too-long', 'pledge-count-order'],
})

export const readRules = defineCommand({
  id: 'pledge.read-rules',
  summary: { zh: '支部已读承诺办法', en: 'A branch says it read the pledge rules' },
  input: z.object({ orgId: z.uuid() }),
  output: z.object({ readOn: plainDate }),
})

export const branchPledgeOperations = {
  listBoard,
  showBranchPledges,
  listBelow,
  publishPledges,
  showSheet,
  showPublicPage,
  commentPublicly,
  listPlanItems,
  addPlanItem,
  dropPlanItem,
  showPledgeSettings,
  changePledgeSettings,
  readRules,
}
