import type { Grade } from '@steward/domain/appraisals/grade.ts'

/** Sentences of the year before; all invented, about work only. */
export const reportGains = [
  '参加村里的修渠，学会了看图纸。',
  '把联系的几户人家都走到了，知道各家缺什么。',
  '带着两名年轻人做完了一件事，自己也理清了步骤。',
  '按时完成了承诺，群众有事愿意来找。',
  '学会了用手机办几样事，又教给了邻居。',
] as const
export const reportShortcomings = [
  '学习抓得不紧，开会发言少。',
  '承诺的事开头慢，后面赶得急。',
  '联系群众不够经常，有两户去得少。',
  '记录不及时，做了的事没有写下来。',
] as const
export const reportPlans = [
  '把村口的水渠管好，每月巡一次。',
  '每季度到联系户家里去一次，办成一件实事。',
  '每月学一次，学了讲给大家听。',
  '做了的事当周就记下来。',
] as const
export const selfWords = [
  '今年做了该做的事，学习还不够。',
  '承诺兑现了，联系群众还要再勤一些。',
  '参加活动多，带头少。',
  '本职工作完成了，发言和建议少。',
] as const
export const peerWords = [
  '肯帮忙，话说得少了些。',
  '做事踏实，来得早走得晚。',
  '交给的事办得成，主动提的少。',
  '对人热心，学习再抓紧一点。',
  '会上敢讲实话，记录要跟上。',
] as const
export const conductWords = [
  '全年参加集体劳动，按时到会。',
  '承诺的事按月在做，群众找得到人。',
  '联系户反映较好，支部活动到得齐。',
  '岗位工作按期完成，支部交办的事有回音。',
] as const

export const opinions: Readonly<Record<Grade, readonly string[]>> = {
  excellent: ['承诺完成得早，带动了身边的人，群众反映好。', '全年走在前面，难的事主动接，群众认可。'],
  qualified: ['按时完成承诺，群众反映较好。', '履行了党员义务，支部交办的事完成了。'],
  basicallyQualified: ['承诺只完成一部分，参加组织生活不够，要补上。', '交办的事几次拖延，要列出计划改。'],
  unqualified: [
    '多次无故不参加组织生活，承诺没有完成，提醒后没有改。',
    '认领的任务无故放弃，支部谈话后仍没有改进。',
  ],
}
export const gradeReasons: Readonly<Record<Grade, readonly string[]>> = {
  excellent: ['台账头一年只记了主要事项，会议按全年的工作和群众意见评定。'],
  qualified: ['台账头一年只记了主要事项，会议按全年的工作和群众意见评定。'],
  basicallyQualified: ['会议按全年的工作和群众意见评定，承诺只完成了一部分。'],
  unqualified: ['多次无故不参加组织生活，交办的工作没有做，谈话提醒后没有改。'],
}

export type PlannedProblem = { readonly words: string; readonly measure: string }
export const problems: readonly PlannedProblem[] = [
  { words: '参加集中学习少，笔记没有跟上', measure: '每月参加一次集中学习，补齐笔记' },
  { words: '联系户去得少，有两户半年没有上门', measure: '每季度到联系户家里去一次，登记办了什么' },
  { words: '承诺的事完成得晚，没有按月推进', measure: '把承诺分到每个月，每月报一次进度' },
  { words: '做了的事没有及时记，年底靠回想', measure: '做了的事当周就报，不等到月底' },
  { words: '支部会上发言少，意见没有当面提', measure: '每季度在支部会上提一条具体建议' },
]
