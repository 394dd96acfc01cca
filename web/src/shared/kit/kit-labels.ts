import type { Text } from '../texts.ts'
import type { StageId } from '../year-stages.ts'

export const kitLabels = {
  notReported: { zh: '未报', en: 'Not reported' },
  nothingToCount: { zh: '没有要数的', en: 'Nothing to count' },
  loading: { zh: '正在取{what}', en: 'Fetching {what}' },
  loadingSomething: { zh: '内容', en: 'the page' },
  stop: { zh: '先不取了', en: 'Stop fetching' },
  takingLong: { zh: '比平时慢，可以再等等。', en: 'Slower than usual; you can wait a little longer.' },
  again: { zh: '再试一次', en: 'Try again' },
  errorNumber: { zh: '错误号 {number}', en: 'Error number {number}' },
  close: { zh: '关闭', en: 'Close' },
  undo: { zh: '撤回', en: 'Take back' },
  optional: { zh: '可不填', en: 'optional' },
  datePlaceholder: { zh: '如 2026-12-31', en: 'such as 2026-12-31' },
  dateWrong: { zh: '写成年、月、日，如 2026-12-31', en: 'Write year, month and day, such as 2026-12-31' },
  datePick: { zh: '从日历里选', en: 'Pick from a calendar' },
  factNext: { zh: '{fact}。{next}', en: '{fact}. {next}' },
  showPassword: { zh: '显示密码', en: 'Show the password' },
  hidePassword: { zh: '遮住密码', en: 'Hide the password' },
  offlineTitle: { zh: '现在没有网络。', en: 'You are off line.' },
  offlineText: {
    zh: '看过的内容还能看，写的会留在页面上，有网时再送。',
    en: 'What you have opened stays readable; what you write stays on the page until you are on line.',
  },
  offlineWaiting: { zh: '已有 {count} 条等着送。', en: '{count} waiting to be sent.' },
  brokenTitle: { zh: '这一页出错了，是系统的错', en: 'This page failed; the fault is ours' },
  brokenText: {
    zh: '别的页面还能用。可以再打开一次；还是不行，把下面的错误号告诉县里的管理员。',
    en: 'Other pages still work. Open it once more; if it fails again, give the number below to the county’s administrator.',
  },
  page: { zh: '第 {from}–{to} 条，共 {total} 条', en: '{from}–{to} of {total}' },
  previous: { zh: '上一页', en: 'Previous' },
  next: { zh: '下一页', en: 'Next' },
  back: { zh: '返回', en: 'Back' },
  readAloud: { zh: '读给我听', en: 'Read to me' },
  stopReading: { zh: '停下', en: 'Stop' },
  waiting: { zh: '等网', en: 'Waiting for network' },
  sending: { zh: '正在送', en: 'Sending' },
  received: { zh: '支部收到了', en: 'Received by the branch' },
  look: { zh: '要你看一眼', en: 'Needs your look' },
  yearLine: { zh: '{year} 年四个环节，现在在{stage}', en: 'The four stages of {year}; now at {stage}' },
  yearLineDone: { zh: '{year} 年四个环节都已走完', en: 'All four stages of {year} are over' },
  yearLineAhead: { zh: '{year} 年还没有开始', en: '{year} has not begun' },
} as const satisfies Record<string, Text>

export const stageLabels: Record<StageId, { name: Text; short: Text; when: Text }> = {
  pledge: {
    name: { zh: '承诺', en: 'Pledge' },
    short: { zh: '承诺', en: 'Pledge' },
    when: { zh: '1–2 月', en: 'Jan–Feb' },
  },
  points: {
    name: { zh: '积分', en: 'Points' },
    short: { zh: '每月积分', en: 'Monthly points' },
    when: { zh: '每月记一次', en: 'each month' },
  },
  appraisal: {
    name: { zh: '评议', en: 'Appraisal' },
    short: { zh: '评议', en: 'Appraisal' },
    when: { zh: '12 月', en: 'Dec' },
  },
  outcome: {
    name: { zh: '结果运用', en: 'Outcome' },
    short: { zh: '结果', en: 'Outcome' },
    when: { zh: '次年 1 月', en: 'next Jan' },
  },
}
