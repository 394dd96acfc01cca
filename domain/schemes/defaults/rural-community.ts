import type { SchemeItem } from '../scheme.ts'
import { between, capsOf, deed, each, minus, recorded } from './build-item.ts'
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

/** Appendix 2, rural: fruit, livestock, village projects, linked households. */
export const ruralItems: readonly SchemeItem[] = [
  ...duty,
  pledgeDone,
  deed(
    'pledgesAndTasks',
    'linked-households',
    ['联系农户，办成一件事', 'A matter settled for a linked household'],
    [
      '联系 2 至 5 户，为其中一户办成一件具体的事记 0.4 分',
      '0.4 for one matter settled for one of two to five linked households',
    ],
    each(0.4, 'household'),
    { caps: capsOf({ month: 0.8 }) },
  ),
  deed(
    'pledgesAndTasks',
    'village-work',
    ['参加村里集体工程', 'Work on a village project'],
    [
      '修路、清渠、管护水源和村集体果园等，半天记 0.5 分',
      '0.5 for half a day on roads, canals, wells or the village orchard',
    ],
    each(0.5, 'time'),
    { fromHome: false },
  ),
  deed(
    'pledgesAndTasks',
    'environment',
    ['整治村庄环境', 'Village environment'],
    [
      '清理公共地段、护林护坡、收拾门前屋后以外的地方，一次记 0.5 分',
      '0.5 each for clearing common ground, woods and slopes',
    ],
    each(0.5, 'time'),
    { caps: capsOf({ month: 1 }) },
  ),
  adHocTask,
  volunteerHours,
  deed(
    'serviceAndExample',
    'mediation',
    ['调解邻里纠纷', 'Mediation offered'],
    ['主动调解并说和的，一件记 0.4 分；不写当事人姓名', '0.4 for each quarrel settled; no names are written'],
    each(0.4, 'piece'),
    { caps: capsOf({ month: 0.8 }) },
  ),
  deed(
    'serviceAndExample',
    'skills-taught',
    ['教技术：果树、畜牧、手机', 'Skills taught: fruit, livestock, phone'],
    [
      '教会一户修剪、防病、养殖或者用手机办事，记 0.4 分',
      '0.4 for each household taught pruning, animal care or the phone',
    ],
    each(0.4, 'household'),
  ),
  deed(
    'serviceAndExample',
    'neighbour-help',
    ['帮老人和有难处的乡亲', 'Help to old and needy neighbours'],
    ['取药、缴费、搬运、收果子，帮成一件记 0.2 分', '0.2 for each errand, payment or harvest helped with'],
    each(0.2, 'piece'),
    { caps: capsOf({ day: 0.4 }) },
  ),
  keyProject,
  award(5),
  taskDropped,
  minus(
    'village-rule',
    ['违反村规民约', 'Breach of village rules'],
    [
      '经村民会议或村委会作出决定的，一次扣 2 分',
      '2 where the villagers’ meeting or committee has so decided',
    ],
    each(2, 'time'),
  ),
]

/** Appendix 2, community: check-in, claimed tasks, building duty, small wishes. */
export const communityItems: readonly SchemeItem[] = [
  ...duty,
  recorded(
    'community-check-in',
    ['到社区报到，写明能帮什么', 'Report to the community with what one can offer'],
    [
      '报到并写明特长和能帮忙的时间，一年记一次 0.5 分',
      '0.5 once a year, with skills and times one can offer',
    ],
    each(0.5, 'year'),
    'communityCheckIn',
    { caps: capsOf({ year: 0.5 }) },
  ),
  pledgeDone,
  deed(
    'pledgesAndTasks',
    'community-task',
    ['认领并完成社区任务', 'Community task claimed and done'],
    ['从社区任务单里认领，完成一件记 1 分', '1 for each task taken from the community list and done'],
    each(1, 'piece'),
    { caps: capsOf({ year: 12 }), fromHome: false },
  ),
  deed(
    'pledgesAndTasks',
    'building-duty',
    ['当楼长、院长', 'Care of a building or yard'],
    [
      '管好一栋楼或一个院子，每月有一件看得见的事，记 0.5 分',
      '0.5 a month with one visible thing done for the building',
    ],
    each(0.5, 'month'),
    { caps: capsOf({ month: 0.5 }) },
  ),
  deed(
    'pledgesAndTasks',
    'small-wish',
    ['办成一个微心愿', 'A small wish fulfilled'],
    ['认领居民的微心愿并办成，一个记 0.5 分', '0.5 for each resident’s small wish fulfilled'],
    each(0.5, 'piece'),
  ),
  adHocTask,
  volunteerHours,
  deed(
    'serviceAndExample',
    'mediation',
    ['调解邻里纠纷', 'Mediation offered'],
    ['主动调解并说和的，一件记 0.4 分；不写当事人姓名', '0.4 for each quarrel settled; no names are written'],
    each(0.4, 'piece'),
    { caps: capsOf({ month: 0.8 }) },
  ),
  deed(
    'serviceAndExample',
    'skills-taught',
    ['拿手的教给居民', 'Skills shared with residents'],
    ['教手机、教急救、教手艺，一次记 0.4 分', '0.4 for each lesson in phone use, first aid or a craft'],
    each(0.4, 'time'),
  ),
  keyProject,
  deed(
    'bonus',
    'emergency',
    ['应急值守', 'Emergency duty'],
    [
      '防汛、抗旱、断水断电等应急时自愿值守，按天数和作用记 2 至 5 分',
      '2 to 5 by days and effect for freely offered duty in flood, drought or outage',
    ],
    between(2, 5, 'piece'),
    { approval: 'baseCommittee', fromHome: false },
  ),
  adviceUsed,
  taskDropped,
]
