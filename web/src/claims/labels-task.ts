import type { TaskKind, TaskMove, TaskState } from '@steward/domain/claims/task.ts'
import type { Tone } from '../shared/kit/Tag.tsx'
import type { Text } from '../shared/texts.ts'

export const taskKindTexts: Record<TaskKind, Text> = {
  adHoc: { zh: '临时任务', en: 'Ad hoc task' },
  keyProject: { zh: '重点工作', en: 'Key project' },
}

export const taskStateTexts: Record<TaskState, { text: Text; tone: Tone }> = {
  drafted: { text: { zh: '没公布', en: 'Not announced' }, tone: 'line' },
  announced: { text: { zh: '已公布', en: 'Announced' }, tone: 'pine' },
  closed: { text: { zh: '已结束', en: 'Closed' }, tone: 'plain' },
  cancelled: { text: { zh: '已取消', en: 'Cancelled' }, tone: 'plain' },
}

export const taskMoveTexts: Record<TaskMove, Text> = {
  draft: { zh: '起草', en: 'Drafted' },
  change: { zh: '改动', en: 'Changed' },
  announce: { zh: '公布', en: 'Announced' },
  take: { zh: '认领', en: 'Taken' },
  giveBack: { zh: '退还', en: 'Given back' },
  close: { zh: '结束', en: 'Closed' },
  cancel: { zh: '取消', en: 'Cancelled' },
}

export const takingTexts: Record<'taken' | 'givenBack' | 'dropped', Text> = {
  taken: { zh: '在做', en: 'taken' },
  givenBack: { zh: '退还', en: 'given back' },
  dropped: { zh: '没做', en: 'dropped' },
}

export const taskLabels = {
  title: { zh: '任务', en: 'Tasks' },
  intro: {
    zh: '分值在开工前公布，公布了就不改。退还不扣分。',
    en: 'The value is published before the work starts and then stays. Giving back costs nothing.',
  },
  open: { zh: '在办的', en: 'Open' },
  drafted: { zh: '没公布的', en: 'Drafts' },
  ended: { zh: '结束的', en: 'Ended' },
  all: { zh: '全部', en: 'All' },
  empty: { zh: '没有任务', en: 'No task' },
  emptyNext: {
    zh: '要人搭把手的事，写清楚做什么、几分、到哪天，公布出来。',
    en: 'Where a hand is needed: say what, how many points, until when, and announce it.',
  },
  emptyMine: { zh: '现在没有可以认领的任务', en: 'No task to take now' },
  emptyMineNext: {
    zh: '支部和上级公布任务时，会列在这里。',
    en: 'Tasks announced by the branch or above stand here.',
  },
  announce: { zh: '公布一项任务', en: 'Announce a task' },
  name: { zh: '叫什么', en: 'Name' },
  what: { zh: '做什么、做到什么样', en: 'What is to be done, and to what standard' },
  item: { zh: '按哪一项记', en: 'Counts by' },
  kind: { zh: '哪一种', en: 'Kind' },
  points: { zh: '几分', en: 'Points' },
  pointsFrom: { zh: '最少几分', en: 'At least' },
  pointsTo: { zh: '最多几分', en: 'At most' },
  pointsHelp: { zh: '办法写的是 {least} 到 {most}', en: 'The scheme says {least} to {most}' },
  pointsWrong: { zh: '写 {least} 到 {most} 之间的数', en: 'Write a number from {least} to {most}' },
  starts: { zh: '哪天开始', en: 'First day' },
  due: { zh: '到哪天', en: 'Last day' },
  places: { zh: '几个名额', en: 'Places' },
  placesHelp: { zh: '不限名额就空着', en: 'leave empty for as many as wish' },
  doAnnounce: { zh: '公布，{points} 分', en: 'Announce with {points}' },
  doAnnouncePlain: { zh: '公布', en: 'Announce' },
  saveDraft: { zh: '先存下，不公布', en: 'Keep as a draft' },
  announced: { zh: '「{title}」已公布，{points} 分', en: '“{title}” announced with {points}' },
  saved: { zh: '「{title}」存下了，还没有公布', en: '“{title}” kept as a draft' },
  value: { zh: '{points} 分', en: '{points} points' },
  valueSpan: { zh: '{least}–{most} 分，看结果', en: '{least}–{most} points by result' },
  until: { zh: '{from} 到 {until}', en: '{from} to {until}' },
  dueBy: { zh: '{day}前', en: 'by {day}' },
  takenOf: { zh: '{taken} / {places} 人认领', en: '{taken} of {places} taken' },
  taken: { zh: '{taken} 人认领', en: '{taken} taken' },
  credited: { zh: '{count} 件已记分', en: '{count} credited' },
  whoTook: { zh: '谁认领了', en: 'Who took it' },
  nobody: { zh: '还没有人认领', en: 'Nobody has taken it yet' },
  noClaim: { zh: '还没报', en: 'not reported' },
  take: { zh: '认领', en: 'Take' },
  took: { zh: '认领了「{title}」', en: '“{title}” taken' },
  giveBack: { zh: '退还', en: 'Give back' },
  giveBackTitle: { zh: '退还任务', en: 'Give the task back' },
  giveBackWord: { zh: '说一句为什么', en: 'A word on why' },
  giveBackHelp: { zh: '不扣分，别人可以接着认领', en: 'It costs nothing; somebody else can take it' },
  gaveBack: { zh: '「{title}」已退还', en: '“{title}” given back' },
  report: { zh: '做了，报上', en: 'Done, report it' },
  mine: { zh: '我认领的', en: 'Taken by me' },
  openToMe: { zh: '可以认领的', en: 'Open to take' },
  close: { zh: '结束', en: 'Close' },
  closeTitle: { zh: '结束任务', en: 'Close the task' },
  closeText: {
    zh: '结束后不再认领；做了没报的，结束前的日子仍可报。',
    en: 'Nobody can take it any more; deeds of its days can still be reported.',
  },
  cancel: { zh: '取消', en: 'Cancel' },
  cancelTitle: { zh: '取消任务', en: 'Cancel the task' },
  cancelText: { zh: '认领的人会看到理由。', en: 'Those who took it will read the reason.' },
  reason: { zh: '理由', en: 'Reason' },
  keep: { zh: '先不动', en: 'Keep it' },
  ended2: { zh: '「{title}」已结束', en: '“{title}” closed' },
  cancelled: { zh: '「{title}」已取消', en: '“{title}” cancelled' },
  history: { zh: '经过', en: 'What happened' },
  noItems: { zh: '积分办法里没有可以公布任务的项目', en: 'The scheme has no item for tasks' },
  byOrg: { zh: '{org}公布', en: 'Announced by {org}' },
  full: { zh: '名额满了', en: 'all places taken' },
  chooseOne: { zh: '选一项看', en: 'Choose one' },
} as const satisfies Record<string, Text>
