import type { SchemeItem } from '../scheme.ts'
import { between, capsOf, deed, each, minus, recorded } from './build-item.ts'

/** Duty of members in post, whatever the field (appendix 2): 18 a year, meetings and training capped by themselves. */
export const meetings = recorded(
  'meeting',
  ['参加支部大会、主题党日、党课', 'Branch meeting, theme day, lecture'],
  [
    '到会一次记 0.5 分，由会议名单记入；请假经支部同意的，补课后同样记',
    '0.5 each, from the roster; with leave, after catching up, the same',
  ],
  each(0.5, 'time'),
  'meetingAttendance',
  { attendance: true, fromHome: false, caps: capsOf({ month: 1, year: 12 }) },
)

export const training = recorded(
  'training',
  ['参加冬训和集中培训', 'Winter and group training'],
  [
    '参加一期记 0.5 分，由培训名单记入；年老体弱的可以听送学上门',
    '0.5 each course, from its roster; lessons come to the frail at home',
  ],
  each(0.5, 'time'),
  'training',
  { attendance: true, fromHome: false, caps: capsOf({ year: 2.5 }) },
)

export const dues = recorded(
  'dues',
  ['按月交纳党费', 'Dues paid in their month'],
  [
    '当月交纳记 0.2 分；按季交、请人代交的，同样按月记',
    '0.2 a month; paid by quarter or by somebody else counts the same',
  ],
  each(0.2, 'month'),
  'dues',
  { caps: capsOf({ month: 0.2, year: 2.4 }) },
)

export const study = deed(
  'duty',
  'study-shared',
  ['学一样，讲一次', 'Learn something and tell it'],
  [
    '学完在小组会、院坝会上讲给大家听，或者用到一件事上，记 0.4 分；读、听、看都行',
    '0.4 for telling a group what was learnt, or using it; reading, listening or watching',
  ],
  each(0.4, 'time'),
  { caps: capsOf({ month: 0.8 }) },
)

export const pledgeDone = deed(
  'pledgesAndTasks',
  'pledge-done',
  ['完成一次承诺事项', 'A pledged act done'],
  [
    '按承诺书写明的量完成一次记 1 分；照片不是必需，有证明人即可',
    '1 for each act as pledged; a witness is enough',
  ],
  each(1, 'time'),
)

export const adHocTask = deed(
  'pledgesAndTasks',
  'ad-hoc-task',
  ['完成临时任务', 'Ad hoc task done'],
  [
    '支部先公布任务和分值，谁做谁认领，完成后按公布的分值记',
    'The branch publishes task and value first; credited as published',
  ],
  between(0.2, 1),
  { announced: true, fromHome: false },
)

export const volunteerHours = deed(
  'serviceAndExample',
  'volunteer-hours',
  ['志愿服务', 'Volunteer service'],
  ['自愿参加，每小时记 0.2 分', 'By own offer, 0.2 an hour'],
  each(0.2, 'hour'),
  { caps: capsOf({ year: 10 }), fromHome: false },
)

export const keyProject = deed(
  'bonus',
  'key-project',
  ['重点工作加分', 'Key project'],
  [
    '县里或镇上先公布项目和分值，按做成的效果记 2 至 5 分',
    'Project and value are published first; 2 to 5 by result',
  ],
  between(2, 5, 'piece'),
  {
    claim: [],
    award: ['baseCommittee', 'county'],
    announced: true,
    approval: 'baseCommittee',
    fromHome: false,
  },
)

export const adviceUsed = deed(
  'bonus',
  'advice-used',
  ['建议被采纳', 'Proposal taken up'],
  ['提出的建议被支部或上级采纳并办成的，一条记 1 分', '1 for each proposal taken up and carried out'],
  each(1, 'piece'),
  { caps: capsOf({ year: 3 }) },
)

export const taskDropped = minus(
  'task-dropped',
  ['认领的任务无故放弃', 'Accepted task dropped without reason'],
  [
    '认领后没有说明就放弃的，一次扣 1 至 2 分；有困难提前说明的不扣',
    '1 to 2 for dropping an accepted task without a word; not when it was explained beforehand',
  ],
  between(1, 2),
)

/** An award with its paper, credited on the way up to the county. */
export function award(
  points: number,
  code = 'county-award',
  level: readonly [string, string] = ['县级以上', 'County or higher'],
): SchemeItem {
  return deed(
    'bonus',
    code,
    [`受到${level[0]}表彰`, `${level[1]} award`],
    [
      `凭表彰文件一次记 ${points} 分；同一件事按最高的一次记`,
      `${points} with the paper of award; the highest counts for one deed`,
    ],
    each(points, 'piece'),
    { evidence: { offered: ['paper'], needed: ['paper'] }, approval: 'county' },
  )
}

/** Duty items every scheme in post begins with. */
export const duty: readonly SchemeItem[] = [meetings, training, dues, study]
