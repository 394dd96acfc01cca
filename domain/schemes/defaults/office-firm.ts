import type { SchemeItem } from '../scheme.ts'
import { between, capsOf, deed, each, minus } from './build-item.ts'
import {
  adHocTask,
  adviceUsed,
  award,
  duty,
  keyProject,
  pledgeDone,
  taskDropped,
  volunteerHours,
} from './shared-items.ts'

const pairedHousehold = deed(
  'pledgesAndTasks',
  'paired-household',
  ['为结对户办成一件事', 'A matter settled for a paired household'],
  [
    '为结对帮扶户办成一件具体的事记 0.5 分，走访本身不记',
    '0.5 for one matter settled for the paired household; the visit alone does not count',
  ],
  each(0.5, 'piece'),
  { caps: capsOf({ month: 1 }), fromHome: false },
)
const communityTask = deed(
  'serviceAndExample',
  'community-task',
  ['到社区认领任务', 'Task taken in the community'],
  ['认领并完成一件记 0.4 分', '0.4 for each task taken and done'],
  each(0.4, 'piece'),
  { fromHome: false },
)
const mentoring = deed(
  'serviceAndExample',
  'mentoring',
  ['带新人', 'Mentoring'],
  [
    '带新同事上手，一个月记 0.4 分，由新同事或同组的人证明',
    '0.4 a month for bringing in a new colleague, witnessed by the colleague or the group',
  ],
  each(0.4, 'month'),
  { caps: capsOf({ month: 0.4 }) },
)

/** Appendix 2, government office: plan items, window standard, paired households. */
export const officeItems: readonly SchemeItem[] = [
  ...duty,
  pledgeDone,
  deed(
    'pledgesAndTasks',
    'plan-item',
    ['完成年度要点里承担的一项', 'Own part of the yearly plan done'],
    ['按要点写明的时间和标准完成一项记 1 分', '1 for each item done by the time and standard of the plan'],
    each(1, 'piece'),
  ),
  deed(
    'pledgesAndTasks',
    'window-standard',
    ['窗口服务达到公开标准', 'Window service up to its published standard'],
    ['当月达到公开的办理时限和标准记 0.5 分', '0.5 for a month within the published times and standards'],
    each(0.5, 'month'),
    { caps: capsOf({ month: 0.5 }) },
  ),
  pairedHousehold,
  adHocTask,
  volunteerHours,
  communityTask,
  mentoring,
  keyProject,
  deed(
    'bonus',
    'research-used',
    ['调研成果被采用', 'Research taken up'],
    ['调研建议被县级以上采用的，一篇记 2 分', '2 for each study taken up at county level or higher'],
    each(2, 'piece'),
    { evidence: { offered: ['paper'], needed: ['paper'] }, approval: 'county' },
  ),
  award(3, 'city-award', ['市级', 'City']),
  award(5, 'province-award', ['省级以上', 'Province or higher']),
  minus(
    'deadline-missed',
    ['承担的事项两次逾期', 'Own item late twice'],
    [
      '同一事项两次超过书面时限又没有说明的，扣 1 分',
      '1 where one item passed its written deadline twice without a word',
    ],
    each(1, 'time'),
  ),
  minus(
    'service-found-wrong',
    ['服务问题经认定属实', 'Service found wrong'],
    [
      '服务投诉经主管部门认定属实的，一次扣 2 分',
      '2 where the responsible body has found a service complaint true',
    ],
    each(2, 'time'),
  ),
]

/** Appendix 2, state firm: post targets, safety, improvement. */
export const stateFirmItems: readonly SchemeItem[] = [
  ...duty,
  pledgeDone,
  deed(
    'pledgesAndTasks',
    'post-target',
    ['完成岗位月目标', 'Monthly target of the post'],
    ['达到当月公布的岗位目标记 0.8 分', '0.8 for reaching the published target of the month'],
    each(0.8, 'month'),
    { caps: capsOf({ month: 0.8 }), fromHome: false },
  ),
  deed(
    'pledgesAndTasks',
    'hazard-removed',
    ['查出并整改一处隐患', 'A hazard found and removed'],
    ['查出并参与整改一处安全隐患记 0.5 分', '0.5 for each hazard found and removed'],
    each(0.5, 'piece'),
    { fromHome: false },
  ),
  deed(
    'pledgesAndTasks',
    'improvement',
    ['改进一项工艺或流程', 'A process improved'],
    ['改进被班组采用的，一项记 1 分', '1 for each improvement the team takes up'],
    each(1, 'piece'),
    { fromHome: false },
  ),
  adHocTask,
  deed(
    'serviceAndExample',
    'model-post',
    ['党员示范岗', 'Model post'],
    [
      '示范岗当月达到公开的标准记 0.4 分，由班组评议',
      '0.4 for a month at the published standard, judged by the team',
    ],
    each(0.4, 'month'),
    { caps: capsOf({ month: 0.4 }), fromHome: false },
  ),
  mentoring,
  volunteerHours,
  keyProject,
  award(3, 'group-award', ['集团和市级', 'Group or city']),
  award(5, 'province-award', ['省级以上', 'Province or higher']),
  deed(
    'bonus',
    'patent',
    ['专利或重大改进', 'Patent or major improvement'],
    [
      '取得专利，或者改进经集团认定的，一项记 2 分',
      '2 for a patent or an improvement certified by the group',
    ],
    each(2, 'piece'),
    { evidence: { offered: ['paper'], needed: ['paper'] }, approval: 'baseCommittee' },
  ),
  minus(
    'safety-finding',
    ['安全责任经认定', 'Safety finding'],
    ['安全责任经主管部门作出决定的，一次扣 2 分', '2 where the responsible body has so decided'],
    each(2, 'time'),
  ),
]

/** Where no other field fits: post, plan, people served. */
export const otherItems: readonly SchemeItem[] = [
  ...duty,
  pledgeDone,
  deed(
    'pledgesAndTasks',
    'post-work',
    ['完成本职的一项要事', 'One main piece of the own work'],
    [
      '年初或季初写明的要事，完成一项记 1 分',
      '1 for each main piece of work named at the start of the year or quarter',
    ],
    each(1, 'piece'),
  ),
  pairedHousehold,
  adHocTask,
  volunteerHours,
  communityTask,
  mentoring,
  keyProject,
  adviceUsed,
  award(5),
  deed(
    'bonus',
    'emergency',
    ['应急值守', 'Emergency duty'],
    [
      '应急时自愿值守，按天数和作用记 2 至 5 分',
      '2 to 5 by days and effect for freely offered duty in an emergency',
    ],
    between(2, 5, 'piece'),
    { approval: 'baseCommittee', fromHome: false },
  ),
  taskDropped,
]
