import type { SchemeItem, Veto } from '../scheme.ts'
import { between, capsOf, deed, each } from './build-item.ts'
import {
  adHocTask,
  adviceUsed,
  award,
  dues,
  keyProject,
  meetings,
  duty,
  pledgeDone,
  study,
  taskDropped,
  training,
  volunteerHours,
} from './shared-items.ts'

/** Appendix 2, school: teaching, mentoring, home visits, after-school help. */
export const schoolItems: readonly SchemeItem[] = [
  ...duty,
  pledgeDone,
  deed(
    'pledgesAndTasks',
    'open-lesson',
    ['上一节公开课', 'Open lesson given'],
    ['上公开课并听取同行意见，一节记 0.8 分', '0.8 for each open lesson with the colleagues’ views heard'],
    each(0.8, 'time'),
    { fromHome: false },
  ),
  deed(
    'pledgesAndTasks',
    'pupil-progress',
    ['结对帮一名学生', 'One pupil helped along'],
    [
      '结对帮一名学生补上一样短板，一名记 0.5 分；不写学生姓名',
      '0.5 for each pupil helped over one weakness; no pupil is named',
    ],
    each(0.5, 'piece'),
    { caps: capsOf({ month: 1 }) },
  ),
  deed(
    'pledgesAndTasks',
    'home-visit',
    ['家访一户', 'Home visit'],
    ['家访并解决一个学习问题，一户记 0.3 分', '0.3 for each visit that settled one matter of learning'],
    each(0.3, 'household'),
    { caps: capsOf({ month: 1.2 }) },
  ),
  adHocTask,
  deed(
    'serviceAndExample',
    'after-school',
    ['课后辅导', 'After-school help'],
    ['自愿参加不收费的课后辅导，每小时记 0.2 分', '0.2 an hour of free help after school, by own offer'],
    each(0.2, 'hour'),
    { caps: capsOf({ year: 8 }), fromHome: false },
  ),
  deed(
    'serviceAndExample',
    'young-teacher',
    ['带青年教师', 'Young teacher mentored'],
    [
      '带一名青年教师，一个月记 0.4 分，由本人证明',
      '0.4 a month for each young teacher, witnessed by the teacher',
    ],
    each(0.4, 'month'),
    { caps: capsOf({ month: 0.4 }) },
  ),
  volunteerHours,
  keyProject,
  deed(
    'bonus',
    'teaching-award',
    ['教学获奖', 'Teaching award'],
    [
      '县级记 2 分，市级以上按文件记到 5 分；同一件事按最高的一次记',
      '2 at county level, up to 5 above, by the paper; the highest counts for one deed',
    ],
    between(2, 5, 'piece'),
    { evidence: { offered: ['paper'], needed: ['paper'] }, approval: 'county', announced: true },
  ),
  adviceUsed,
  taskDropped,
]

/** A red line found by decision stops the bonus (appendix 2); in force once its document is entered. */
export const schoolVetoes: readonly Veto[] = [
  {
    code: 'teaching-red-line',
    name: {
      zh: '触碰教学红线经决定的，当年加分不计',
      en: 'Teaching red line, by decision: no bonus that year',
    },
    limits: 'bonus',
    document: null,
  },
]

/** Appendix 2, private firm: fewer meetings, also at times that suit the shift or on line. */
export const privateFirmItems: readonly SchemeItem[] = [
  {
    ...meetings,
    rule: {
      zh: '到会一次记 0.5 分，由会议名单记入；时间由支部和党员商定，可以避开班次，也可以线上参加',
      en: '0.5 each, from the roster; the time suits the shifts, on line counts the same',
    },
    caps: capsOf({ month: 0.5, year: 6 }),
    fromHome: true,
  },
  training,
  dues,
  { ...study, caps: capsOf({ month: 1.2 }) },
  pledgeDone,
  deed(
    'pledgesAndTasks',
    'quality',
    ['质量达标', 'Quality kept'],
    ['当月达到班组公布的质量标准记 0.8 分', '0.8 for a month at the quality the team has published'],
    each(0.8, 'month'),
    { caps: capsOf({ month: 0.8 }), fromHome: false },
  ),
  deed(
    'pledgesAndTasks',
    'skill-learnt',
    ['学会一样技能', 'A skill learnt'],
    [
      '学会并用上一样技能，由班组证明，一样记 0.5 分',
      '0.5 for each skill learnt and used, witnessed by the team',
    ],
    each(0.5, 'piece'),
  ),
  deed(
    'pledgesAndTasks',
    'party-firm-proposal',
    ['党企共建提一条', 'Proposal for party and firm'],
    ['围绕生产经营提出具体建议，一条记 0.5 分', '0.5 for each concrete proposal about production or trade'],
    each(0.5, 'piece'),
    { caps: capsOf({ month: 0.5 }) },
  ),
  adHocTask,
  deed(
    'serviceAndExample',
    'colleague-help',
    ['帮工友一件事', 'A colleague helped'],
    ['帮工友解决一件具体的事记 0.2 分', '0.2 for each matter settled for a colleague'],
    each(0.2, 'piece'),
    { caps: capsOf({ day: 0.4 }) },
  ),
  volunteerHours,
  keyProject,
  deed(
    'bonus',
    'proposal-used',
    ['建议被企业采用', 'Proposal taken up by the firm'],
    ['被采用并见效的，一条记 2 分', '2 for each proposal taken up with effect'],
    each(2, 'piece'),
    { approval: 'baseCommittee' },
  ),
  deed(
    'bonus',
    'skill-contest',
    ['技能比赛获奖', 'Skill contest'],
    [
      '县级以上比赛获奖，凭文件按名次记 2 至 5 分',
      '2 to 5 by place in a contest at county level or higher, with the paper',
    ],
    between(2, 5, 'piece'),
    { evidence: { offered: ['paper'], needed: ['paper'] }, approval: 'county', announced: true },
  ),
  taskDropped,
]

/** Appendix 2, social organisation: the cadence of a joint branch, projects, service to members. */
export const socialItems: readonly SchemeItem[] = [
  { ...meetings, caps: capsOf({ month: 0.5, year: 6 }) },
  training,
  dues,
  { ...study, caps: capsOf({ month: 1.2 }) },
  pledgeDone,
  deed(
    'pledgesAndTasks',
    'project-step',
    ['按期完成项目一步', 'Project step delivered'],
    ['公益或行业项目按计划完成一步记 1 分', '1 for each step of a public or trade project delivered on time'],
    each(1, 'piece'),
    { fromHome: false },
  ),
  deed(
    'pledgesAndTasks',
    'member-service',
    ['为会员单位办成一件事', 'A matter settled for a member unit'],
    ['为会员单位办成一件具体的事记 0.4 分', '0.4 for each matter settled for a member unit'],
    each(0.4, 'piece'),
  ),
  adHocTask,
  volunteerHours,
  deed(
    'serviceAndExample',
    'skills-taught',
    ['用专长教一次', 'Own skill taught'],
    ['用行业专长义务讲一次、教一次记 0.4 分', '0.4 for each free lesson in the own field'],
    each(0.4, 'time'),
  ),
  deed(
    'serviceAndExample',
    'link-made',
    ['牵线办成一件事', 'A link that worked'],
    [
      '为村、社区牵线对接资源并办成，一件记 0.5 分',
      '0.5 for each link to a village or community that came to something',
    ],
    each(0.5, 'piece'),
  ),
  keyProject,
  award(3, 'city-award', ['市级', 'City']),
  award(5, 'province-award', ['省级以上', 'Province or higher']),
  adviceUsed,
  taskDropped,
]
