import type { Text } from '../shared/texts.ts'

export const mineTexts = {
  title: { zh: '我的 {year} 年', en: 'My {year}' },
  what: { zh: '我的一年', en: 'my year' },
  begin: { zh: '{year} 年从 {base} 分开始', en: '{year} began with {base} points' },
  beginNone: { zh: '{year} 年从零分开始', en: '{year} began with nought' },
  waits: { zh: '基础分待上年闭环后结转', en: 'The base comes when last year is closed' },
  waitsNext: {
    zh: '支部办结去年以后自动记上，不用你做什么。这之前记的分照样算。',
    en: 'It is written when the branch closes last year; nothing for you to do. Points until then count all the same.',
  },
  sumResult: { zh: '上年年终得分', en: 'Last year’s result' },
  sumShare: { zh: '结转比例', en: 'Share' },
  sumBase: { zh: '今年基础分', en: 'Base' },
  again: { zh: '{day}重新结转：{reason}', en: 'Carried again on {day}: {reason}' },
  carriedOn: { zh: '{day}记入，第一条', en: 'Written on {day} as the first line' },
  line: { zh: '看这一条', en: 'See the line' },
  pledges: {
    zh: '定下 {accepted} 条承诺，评了 {judged} 条',
    en: '{accepted} pledges accepted, {judged} judged',
  },
  rectifications: { zh: '其中 {count} 条来自上年的问题', en: '{count} of them out of last year’s problems' },
  points: { zh: '{total} 分，{months} 个月已关账', en: '{total} points, {months} months closed' },
  appraisalNone: { zh: '还没有开始', en: 'not begun' },
  appraisalRuns: { zh: '{stage}', en: '{stage}' },
  appraisalDone: { zh: '已办结', en: 'Finished' },
  appraisalGrade: { zh: '评定为{grade}', en: 'Graded {grade}' },
  uses: { zh: '用在 {count} 处', en: 'Used in {count} ways' },
  noUse: { zh: '没有运用：{reason}', en: 'Not used: {reason}' },
  usesNone: { zh: '还没有', en: 'None yet' },
  next: {
    zh: '照现在算，明年从 {base} 分开始：{words}',
    en: 'As things stand, next year begins with {base}: {words}',
  },
  nextDone: { zh: '{next} 年从 {base} 分开始：{words}', en: '{next} began with {base}: {words}' },
  closedOn: { zh: '支部 {day} 办结了这一年', en: 'The branch closed the year on {day}' },
  toLast: { zh: '看 {year} 年', en: 'See {year}' },
  elderBegin: {
    zh: '今年一开始就有 {base} 分，是去年得分带过来的。',
    en: 'This year began with {base} points carried over from last year.',
  },
  elderSum: {
    zh: '去年得了 {result} 分，按百分之 {percent} 带过来。',
    en: 'Last year’s result was {result}; {percent} percent of it comes along.',
  },
  elderWaits: {
    zh: '去年的分还没有带过来。支部办完去年的事就有，不用你做什么。',
    en: 'Last year’s share is still to come. It comes when the branch has closed last year; nothing for you to do.',
  },
} as const satisfies Record<string, Text>

export const gradeTexts: Readonly<Record<string, Text>> = {
  excellent: { zh: '优秀', en: 'excellent' },
  qualified: { zh: '合格', en: 'qualified' },
  basicallyQualified: { zh: '基本合格', en: 'basically qualified' },
  unqualified: { zh: '不合格', en: 'unqualified' },
}
