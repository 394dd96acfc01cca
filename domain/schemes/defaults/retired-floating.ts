import type { SchemeItem } from '../scheme.ts'
import { between, capsOf, deed, each, recorded } from './build-item.ts'
import { adviceUsed, pledgeDone } from './shared-items.ts'

/** Appendix 2, retired: nothing is required, everything offered counts, nothing is taken off. */
export const retiredItems: readonly SchemeItem[] = [
  deed(
    'duty',
    'study-at-home',
    ['在家学，说一说', 'Study at home and talk about it'],
    [
      '读、听、看都行，和别人说一次心得记 0.5 分；不参加不影响',
      '0.5 for telling somebody what was read, heard or seen; staying out costs nothing',
    ],
    each(0.5, 'time'),
  ),
  deed(
    'duty',
    'branch-life',
    ['参加支部活动', 'Branch life'],
    [
      '能来就来，一次记 0.5 分；打电话、送学上门也算',
      '0.5 for each time; by phone or at home counts the same',
    ],
    each(0.5, 'time'),
    { caps: capsOf({ month: 1 }) },
  ),
  { ...pledgeDone, rule: { zh: '自愿承诺，完成一次记 1 分', en: 'Pledged freely; 1 for each act done' } },
  deed(
    'pledgesAndTasks',
    'offered-work',
    ['力所能及做一件', 'Something within one’s strength'],
    [
      '自己提出、支部同意的一件事，做成记 0.8 分',
      '0.8 for something offered, agreed with the branch and done',
    ],
    each(0.8, 'piece'),
  ),
  deed(
    'pledgesAndTasks',
    'advice-to-branch',
    ['给支部、村上出主意', 'Advice to branch or village'],
    [
      '提一条具体意见，当面或电话都行，记 0.5 分',
      '0.5 for each concrete piece of advice, in person or by phone',
    ],
    each(0.5, 'piece'),
    { caps: capsOf({ month: 1 }) },
  ),
  deed(
    'serviceAndExample',
    'mentoring',
    ['带年轻人', 'Mentoring the young'],
    ['讲传统、教技术、带徒弟，一次记 0.4 分', '0.4 for each story told, skill taught or young person led'],
    each(0.4, 'time'),
  ),
  deed(
    'serviceAndExample',
    'patrol',
    ['自愿看护', 'Watching over, by own offer'],
    [
      '自愿巡渠、护林、护学，一次记 0.4 分，量力而行',
      '0.4 for each freely offered walk along canal, wood or school way',
    ],
    each(0.4, 'time'),
    { fromHome: false },
  ),
  deed(
    'serviceAndExample',
    'mediation',
    ['说和一件事', 'A quarrel settled'],
    ['邻里有事出面说和，一件记 0.4 分；不写当事人姓名', '0.4 for each quarrel settled; no names are written'],
    each(0.4, 'piece'),
  ),
  deed(
    'serviceAndExample',
    'company',
    ['陪伴结对的老同志', 'Company to a paired veteran'],
    ['和结对的老同志说说话、帮个忙，一次记 0.2 分', '0.2 for each visit or errand for the paired veteran'],
    each(0.2, 'time'),
    { caps: capsOf({ day: 0.2 }) },
  ),
  deed(
    'bonus',
    'veteran-contribution',
    ['余热贡献', 'Veteran contribution'],
    [
      '做成一件对村、社区、单位有用的事，按作用记 1 至 5 分',
      '1 to 5 by effect for something of use to village, community or unit',
    ],
    between(1, 5, 'piece'),
    { approval: 'baseCommittee' },
  ),
  adviceUsed,
]

/** Appendix 2, floating: contact, self-report, a pledge where they are, service certified by the host; distance costs nothing. */
export const floatingItems: readonly SchemeItem[] = [
  recorded(
    'contact',
    ['每月和支部联系一次', 'Monthly contact with the branch'],
    [
      '打电话、发消息、当面都行，一个月记 0.5 分，支部打过去的也算',
      '0.5 a month by call, message or in person; a call from the branch counts',
    ],
    each(0.5, 'month'),
    'floatingContact',
    { caps: capsOf({ month: 0.5, year: 6 }) },
  ),
  recorded(
    'self-report',
    ['半年自己说一说', 'Half-yearly report of one’s own'],
    [
      '半年说一次在外的情况，说多少由自己定，一次记 1 分',
      '1 for each half-year; how much is told is the member’s choice',
    ],
    each(1, 'time'),
    'selfReport',
    { caps: capsOf({ year: 2 }) },
  ),
  recorded(
    'dues',
    ['按月交纳党费', 'Dues paid in their month'],
    ['在流出地、流入地交都行，当月交纳记 0.2 分', '0.2 a month, paid at home or at the host'],
    each(0.2, 'month'),
    'dues',
    { caps: capsOf({ month: 0.2, year: 2.4 }) },
  ),
  deed(
    'duty',
    'study-shared',
    ['学一样，用一样', 'Learn something and use it'],
    [
      '学习形式自选，学到的用到一件事上或者讲给工友听，记 0.4 分',
      '0.4 for using or telling what was learnt; the form is the member’s choice',
    ],
    each(0.4, 'time'),
  ),
  deed(
    'duty',
    'host-life',
    ['参加流入地支部活动', 'Life of the host branch'],
    ['流入地支部证明，一次记 0.5 分', '0.5 each, certified by the host branch'],
    each(0.5, 'time'),
    { attendance: true, award: ['branch', 'hostBranch'], caps: capsOf({ month: 0.5, year: 6 }) },
  ),
  {
    ...pledgeDone,
    rule: {
      zh: '在哪里就在哪里承诺，完成一次记 1 分，有证明人即可',
      en: 'Pledged where one is; 1 for each act done; a witness is enough',
    },
  },
  deed(
    'pledgesAndTasks',
    'home-link',
    ['为家乡牵一条线', 'A link for the home village'],
    ['介绍销路、用工、技术，落实一件记 0.8 分', '0.8 for each sale, job or skill brought home'],
    each(0.8, 'piece'),
  ),
  deed(
    'pledgesAndTasks',
    'post-work',
    ['在岗位上做成一件事', 'Something achieved at work'],
    [
      '岗位上做成一件写得明白的事，工友或单位证明，记 0.5 分',
      '0.5 for something plainly achieved at work, witnessed by a colleague or the firm',
    ],
    each(0.5, 'piece'),
    { caps: capsOf({ month: 1 }) },
  ),
  deed(
    'serviceAndExample',
    'host-service',
    ['在流入地做志愿服务', 'Volunteer service at the host'],
    ['流入地支部或社区证明，每小时记 0.2 分', '0.2 an hour, certified by the host branch or community'],
    each(0.2, 'hour'),
    { award: ['branch', 'hostBranch'], caps: capsOf({ year: 10 }) },
  ),
  deed(
    'serviceAndExample',
    'colleague-help',
    ['帮工友、老乡一件事', 'A colleague or countryman helped'],
    ['帮成一件记 0.2 分', '0.2 for each matter settled'],
    each(0.2, 'piece'),
    { caps: capsOf({ day: 0.4 }) },
  ),
  deed(
    'bonus',
    'host-bonus',
    ['流入地给的加分', 'Bonus given by the host'],
    [
      '流入地党组织书面认定的突出事迹，按作用记 2 至 5 分',
      '2 to 5 by effect for a deed the host organisation has recognised in writing',
    ],
    between(2, 5, 'piece'),
    {
      award: ['branch', 'hostBranch'],
      evidence: { offered: ['paper'], needed: ['paper'] },
      approval: 'baseCommittee',
    },
  ),
]
