import type { PledgeEntry } from '@steward/domain/pledges/pledge-entry.ts'
import type { Outcome } from '@steward/domain/pledges/pledge-outcome.ts'
import type { SuggestionKind } from '@steward/domain/pledges/pledge-suggestions.ts'
import type { PledgeEvidence, PledgePart, PledgeSource, PledgeState } from '@steward/domain/pledges/pledge.ts'
import type { HoldReason } from '@steward/domain/pledges/pledge-comment.ts'
import type { Text } from '../shared/texts.ts'

export const stateTexts: Record<PledgeState, Text> = {
  drafted: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '等支部看', en: 'With the branch' },
  returned: { zh: '退回，要改', en: 'Returned' },
  toTalk: { zh: '等面谈', en: 'Talk to come' },
  accepted: { zh: '已定诺', en: 'Accepted' },
  published: { zh: '已公开', en: 'Published' },
  fulfilled: { zh: '做到了', en: 'Kept' },
  partly: { zh: '部分做到', en: 'Partly kept' },
  missedExplained: { zh: '未做到，有说明', en: 'Missed, explained' },
  dropped: { zh: '无故放弃', en: 'Dropped' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
}

export const partTexts: Record<PledgePart | 'text', Text> = {
  text: { zh: '这句话', en: 'The sentence' },
  object: { zh: '为谁', en: 'For whom' },
  measure: { zh: '做什么', en: 'What' },
  quantity: { zh: '做多少', en: 'How much' },
  dueOn: { zh: '到何时', en: 'By when' },
  evidence: { zh: '怎么证明', en: 'Shown by' },
  source: { zh: '哪里来的', en: 'Source' },
}

export const sourceTexts: Record<PledgeSource, Text> = {
  own: { zh: '我想做的', en: 'I want to' },
  publicWish: { zh: '群众提的', en: 'People wish it' },
  organisation: { zh: '组织交的', en: 'Asked of me' },
}

export const evidenceTexts: Record<PledgeEvidence, Text> = {
  photo: { zh: '照片', en: 'Photo' },
  witness: { zh: '证明人', en: 'Witness' },
  paper: { zh: '单据材料', en: 'Paper' },
  roster: { zh: '名单', en: 'List' },
}

export const outcomeTexts: Record<Outcome, { name: Text; help: Text }> = {
  fulfilled: {
    name: { zh: '做到了', en: 'Kept' },
    help: { zh: '记到的已经够数', en: 'All of it is recorded' },
  },
  partly: {
    name: { zh: '部分做到', en: 'Partly kept' },
    help: { zh: '到期了，做了一部分', en: 'Past its day, a part was done' },
  },
  missedExplained: {
    name: { zh: '未做到，有说明', en: 'Missed, explained' },
    help: {
      zh: '因外部原因，说明公开，不扣分',
      en: 'For outside causes; explained in public, nothing is taken off',
    },
  },
  dropped: {
    name: { zh: '无故放弃', en: 'Dropped' },
    help: { zh: '先听本人说，再评', en: 'Only after the member was heard' },
  },
}

export const entryTexts: Record<PledgeEntry, Text> = {
  member: { zh: '本人写的', en: 'Written by the member' },
  helper: { zh: '{by}代写，本人同意', en: 'Written down by {by}, with consent' },
  secretary: { zh: '{by}按纸面或口述登记', en: 'Recorded by {by} from paper or words' },
  organisation: { zh: '{by}写的', en: 'Written by {by}' },
  draft: { zh: '从去年的问题起草', en: 'Drafted from last year’s problem' },
}

export const holdTexts: Record<HoldReason, Text> = {
  privateContent: { zh: '有隐私内容', en: 'Names private facts' },
  insult: { zh: '骂人', en: 'Insulting' },
  offTopic: { zh: '与承诺无关', en: 'Not about the pledge' },
  advertising: { zh: '广告', en: 'Advertising' },
}

export const suggestionTexts: Record<SuggestionKind, Text> = {
  mend: { zh: '支部请你改：{words}', en: 'The branch asks you to change: {words}' },
  confirm: {
    zh: '别人替你写的，看看对不对：{words}',
    en: 'Written down for you; see whether it is right: {words}',
  },
  talk: { zh: '支部会找你面谈：{words}', en: 'The branch will talk with you: {words}' },
  behind: { zh: '过了日子还没做完：{words}', en: 'Past its day, not all done: {words}' },
  answer: { zh: '有人留言，可以回一句：{words}', en: 'Somebody commented; you may answer: {words}' },
  'hand-in': { zh: '草稿还没交：{words}', en: 'Still a draft: {words}' },
  learn: {
    zh: '没全做到的，明年写之前看看：{words}',
    en: 'Not kept in full; look again before next year: {words}',
  },
}

export const pledgeLabels = {
  mine: { zh: '我的承诺', en: 'My pledges' },
  board: { zh: '支部的承诺', en: 'Pledges of the branch' },
  one: { zh: '承诺', en: 'Pledge' },
  write: { zh: '写承诺', en: 'Write a pledge' },
  writeNth: { zh: '写承诺，第 {n} 件', en: 'Pledge no. {n}' },
  rewrite: { zh: '改承诺', en: 'Change a pledge' },
  forOther: { zh: '替别人写', en: 'For another' },
  yearTitle: { zh: '{year} 年的承诺', en: 'Pledges of {year}' },
  none: { zh: '{year} 年还没有写承诺', en: 'No pledge for {year} yet' },
  noneNext: {
    zh: '写一件为谁、做什么、做多少、到何时的事。不会打字，可以口述给支部，也可以交纸条。',
    en: 'Write for whom, what, how much and by when. You may also tell the branch, or hand in a note.',
  },
  noneFree: {
    zh: '年老体弱的同志自愿写，不写也可以。',
    en: 'Elderly and frail members pledge only if they wish.',
  },
  windowOpen: { zh: '{day}前交', en: 'Hand in by {day}' },
  windowOver: { zh: '{day}已截止，补交的会注明', en: 'Closed on {day}; later ones are marked' },
  few: { zh: '一般写 {least} 到 {most} 件', en: '{least} to {most} are usual' },
  many: { zh: '件数偏多，做得到再写', en: 'Rather many; only what can be done' },
  due: { zh: '{day}前', en: 'by {day}' },
  late: { zh: '补交', en: 'Late' },
  behind: { zh: '过期未完', en: 'Past its day' },
  progress: { zh: '{done} / {of}{unit}', en: '{done} / {of} {unit}' },
  nothingYet: { zh: '还没有报过', en: 'Nothing reported yet' },
  year: { zh: '全年', en: 'Whole year' },
  quarter: { zh: '{q} 季度', en: 'Quarter {q}' },
  month: { zh: '{m} 月', en: 'Month {m}' },
  planItem: { zh: '工作要点：{title}', en: 'Plan item: {title}' },
  rectifies: { zh: '整改', en: 'Rectification' },
  comments: { zh: '{n} 条留言', en: '{n} comments' },
  returnedBy: { zh: '{by} {day}退回，请改“{part}”', en: 'Returned by {by} on {day}: change “{part}”' },
  toConfirm: { zh: '等你确认', en: 'To be confirmed' },
  confirm: { zh: '对，是我说的', en: 'Yes, I said so' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  withdraw: { zh: '撤回这件', en: 'Withdraw it' },
  withdrawSure: {
    zh: '撤回后不再算一件承诺，别人也看不到。',
    en: 'It then counts no more and nobody sees it.',
  },
  withdrawn: { zh: '承诺已撤回', en: 'The pledge was withdrawn' },
  goOn: { zh: '接着写', en: 'Go on writing' },
  mend: { zh: '去改', en: 'Change it' },
  look: { zh: '可以做的', en: 'What you may do' },
  history: { zh: '经过', en: 'Its way' },
  reading: { zh: '审诺', en: 'How it was read' },
  talkLine: { zh: '{day}与{with}面谈：{agreed}', en: 'Talk with {with} on {day}: {agreed}' },
  parts: { zh: '写清的六样', en: 'The six parts' },
  missing: { zh: '没有写', en: 'Not written' },
  said: { zh: '留言和点评', en: 'Comments' },
  saidNone: { zh: '还没有人留言', en: 'Nobody has commented' },
  public: { zh: '群众', en: 'A citizen' },
  answerOf: { zh: '{by}回复：{answer}', en: '{by} answered: {answer}' },
  answer: { zh: '回复', en: 'Answer' },
  answerThis: { zh: '回复这条', en: 'Answer' },
  answered: { zh: '回复已公开', en: 'The answer is public' },
  report: { zh: '请支部再看', en: 'Ask that it be read again' },
  reported: { zh: '已请支部再看', en: 'Reported for another look' },
  held: { zh: '没有公开：{why}', en: 'Not shown: {why}' },
  say: { zh: '说一句', en: 'Say something' },
  sayHelp: {
    zh: '署你的名字，马上公开。只说承诺的事，不写电话、住址、病情。',
    en: 'Signed with your name and shown at once. About the pledge only.',
  },
  saySend: { zh: '署名说出去', en: 'Say it, signed' },
  saySent: { zh: '已公开，署了你的名字', en: 'Shown with your name' },
  boardNone: { zh: '支部 {year} 年还没有公开承诺', en: 'The branch has published none for {year}' },
  boardNoneNext: {
    zh: '书记看过、定下来的承诺公开以后，会列在这里。',
    en: 'Accepted pledges stand here once they are published.',
  },
  ofOrg: { zh: '支部自己的', en: 'Of the branch itself' },
  rules: { zh: '承诺办法', en: 'Rules of pledges' },
  acceptedBy: { zh: '{by} {day}定诺', en: 'Accepted by {by} on {day}' },
  judgedBy: { zh: '{by} {day}评：{outcome}', en: '{by} judged on {day}: {outcome}' },
  entered: { zh: '替{name}写好了，已交支部', en: 'Written down for {name} and handed in' },
  readAll: { zh: '都看过了', en: 'All read' },
} satisfies Record<string, Text>
