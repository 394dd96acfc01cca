/** Sentences about what followed from a grade; all invented, about work only. */
export const noUseReasons = [
  '今年名额已满，支部会上口头鼓励，明年优先考虑。',
  '本人表示把机会让给年轻党员，支部会上肯定了他的工作。',
  '支部在党员大会上点名表扬，没有另外安排。',
  '按合格对待，鼓励继续做好联系户的事。',
] as const
