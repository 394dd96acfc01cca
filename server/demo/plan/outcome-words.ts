/** Sentences about what followed from a grade; all invented, about work only. */
export const noUseReasons = [
  '今年名额已满，支部会上口头鼓励，明年优先考虑。',
  '本人表示把机会让给年轻党员，支部会上肯定了他的工作。',
  '支部在党员大会上点名表扬，没有另外安排。',
  '按合格对待，鼓励继续做好联系户的事。',
] as const

export type PlannedWarning = {
  readonly facts: string
  readonly standard: string
  readonly change: string
  readonly grave: string
}
/** Matters of work a warning was given for. */
export const warningMatters: readonly PlannedWarning[] = [
  {
    facts: '承担的灌渠维修两次逾期，汛前没有完成。',
    standard: '年度要点规定的完成时间，见县委督查通报。',
    change: '一个月内完成剩下的两段，每周报一次进度。',
    grave: '逾期影响了三个村的灌溉。',
  },
  {
    facts: '窗口服务被群众反映三次，核实有两次属实。',
    standard: '窗口服务公开承诺，一次告知、限时办结。',
    change: '重新培训窗口人员，三个月内没有属实的反映。',
    grave: '同类问题上年已经提醒过一次。',
  },
  {
    facts: '结对帮扶的台账不实，有四户没有上门。',
    standard: '结对联系户每季度上门一次，如实登记。',
    change: '逐户补走访，台账由联系户签字。',
    grave: '台账不实，影响了县里的统计。',
  },
  {
    facts: '项目资料报送迟延，耽误了县里的申报。',
    standard: '项目申报通知规定的报送时间。',
    change: '建立报送日历，今后提前三天报出。',
    grave: '迟延使项目推后了一年。',
  },
]
/** Matters that were found to be honest errors. */
export const toleratedMatters = [
  '引种新品种果苗成活率低，比计划少了三成。',
  '改建村道时没有料到地基软，返工了一段。',
  '试办村集体合作社，第一年没有盈利。',
] as const
