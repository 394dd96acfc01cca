import type { OutputOf } from '../shared/call.ts'
import type { Text } from '../shared/texts.ts'

type Lens = OutputOf<'lens.show'>

export const flagTexts: Record<Lens['flags'][number]['code'], Text> = {
  'more-excellent-than-peers': {
    zh: '{name}：优秀占 {own}%，同类是 {peers}%',
    en: '{name}: {own}% excellent, {peers}% among peers',
  },
  'fewer-excellent-than-peers': {
    zh: '{name}：优秀占 {own}%，同类是 {peers}%',
    en: '{name}: {own}% excellent, {peers}% among peers',
  },
  'more-low-than-peers': {
    zh: '{name}：基本合格和不合格占 {own}%，同类是 {peers}%',
    en: '{name}: {own}% low grades, {peers}% among peers',
  },
  'points-far-from-peers': {
    zh: '{name}：人均积分是同类的 {own}%',
    en: '{name}: mean points are {own}% of those of peers',
  },
  'reviewer-refuses-more': {
    zh: '{name}审核：不记的占 {own}%，别人是 {peers}%',
    en: '{name}: refuses {own}% of claims, others {peers}%',
  },
  'reviewer-adjusts-more': {
    zh: '{name}审核：改分的占 {own}%，别人是 {peers}%',
    en: '{name}: adjusts {own}% of claims, others {peers}%',
  },
  'few-points-open': {
    zh: '{name}：办法里够得着的分只有 {own}%，至少要 {peers}%',
    en: '{name}: {own}% of the points of their schemes are within reach, {peers}% are due',
  },
  'group-far-behind': {
    zh: '{name}：人均积分是其他人的 {own}%',
    en: '{name}: mean points are {own}% of those of all others',
  },
}

export const groupTexts: Record<Lens['groups'][number]['group'], Text> = {
  old: { zh: '七十岁以上的党员', en: 'Members from seventy on' },
  away: { zh: '流动党员', en: 'Members away' },
  lightDuty: { zh: '经同意减轻任务的党员', en: 'Members on light duty' },
}

export const lensTexts = {
  title: { zh: '{year} 年公平镜', en: 'Fairness lens {year}' },
  what: { zh: '公平镜', en: 'the lens' },
  among: { zh: '和{org}的支部一起比', en: 'Compared among the branches of {org}' },
  rule: {
    zh: '差得远不等于不公平，是请你找人谈一谈的由头。这里不改任何一个分、一个格次。',
    en: 'Far from peers is not unfair; it is a reason to talk. Nothing is corrected here, no point and no grade.',
  },
  flags: { zh: '值得谈一谈', en: 'Worth a talk' },
  none: { zh: '没有差得远的地方', en: 'Nothing differs far' },
  noneNext: {
    zh: '和同类差 20 个百分点以上、人数 10 人以上的，才会列在这里。',
    en: 'Listed are differences of twenty points or more, among ten people or more.',
  },
  talk: { zh: '记下谈了什么', en: 'Note a talk' },
  talkTitle: { zh: '记下谈了什么', en: 'Note what was said' },
  with: { zh: '和谁谈的', en: 'With whom' },
  on: { zh: '哪天谈的', en: 'On which day' },
  said: { zh: '谈了什么', en: 'What was said' },
  save: { zh: '记下', en: 'Note it' },
  saving: { zh: '正在记', en: 'Noting' },
  cancel: { zh: '先不', en: 'Not now' },
  talkBy: { zh: '{day}和{with}谈：{said}（{by}记）', en: '{day}, with {with}: {said} (noted by {by})' },
  branches: { zh: '支部', en: 'Branches' },
  branch: { zh: '支部', en: 'Branch' },
  members: { zh: '有积分的党员', en: 'Members with points' },
  mean: { zh: '人均', en: 'Mean' },
  excellent: { zh: '优秀', en: 'Excellent' },
  qualified: { zh: '合格', en: 'Qualified' },
  basicallyQualified: { zh: '基本合格', en: 'Basically qualified' },
  unqualified: { zh: '不合格', en: 'Unqualified' },
  reviewers: { zh: '审核人', en: 'Reviewers' },
  reviewer: { zh: '审核人', en: 'Reviewer' },
  decided: { zh: '审过', en: 'Decided' },
  refused: { zh: '不记', en: 'Refused' },
  adjusted: { zh: '改分', en: 'Adjusted' },
  reviewersNone: { zh: '这一年没有审过申报', en: 'No claims were decided' },
  groups: { zh: '够不够得着', en: 'Within reach' },
  group: { zh: '哪些人', en: 'Who' },
  open: { zh: '够得着的分', en: 'Points within reach' },
  others: { zh: '其他党员', en: 'All others' },
} as const satisfies Record<string, Text>
