import type { RefusalOf } from '../shared/call.ts'
import type { Text } from '../shared/texts.ts'

type Command =
  | 'settlement.record-meeting'
  | 'settlement.set-grade'
  | 'settlement.sign'
  | 'feedback.tell'
  | 'feedback.confirm'
  | 'feedback.answer'
  | 'feedback.appeal'
  | 'grade-correction.write'
  | 'appraisal-problem.record'
  | 'rectification.plan'
  | 'rectification.report'
  | 'rectification.confirm'

/** What refusals of settlement, feedback, appeal and rectification say. */
export const settlementRefusalTexts: Record<RefusalOf<Command>, Text> = {
  'appraisal-wrong-stage': {
    zh: '评议已经走到别的一步，刷新看看。',
    en: 'The appraisal stands at another stage; reload.',
  },
  'appraisal-changed-since': {
    zh: '别处刚改过，刷新后再试。',
    en: 'Changed elsewhere meanwhile; reload and try again.',
  },
  'appraisal-day-in-future': {
    zh: '日期在今天以后，核对一下。',
    en: 'The day lies ahead; check it.',
  },
  'vote-not-whole-numbers': {
    zh: '人数和票数都要填整数。',
    en: 'Enter whole numbers of people and votes.',
  },
  'vote-nobody-to-attend': {
    zh: '应到人数不能是 0，核对一下。',
    en: 'Somebody must be due to attend; check the number.',
  },
  'vote-more-present-than-due': {
    zh: '实到比应到多，核对一下人数。',
    en: 'More were present than due; check the numbers.',
  },
  'vote-does-not-add-up': {
    zh: '赞成、反对、弃权加起来不等于到会人数，核对一下。',
    en: 'Yes, no and abstentions do not add up to those who voted; check them.',
  },
  'vote-no-quorum': {
    zh: '到会不到应到的一半以上，这次会开不成。到齐了再开。',
    en: 'Not more than half of those due were there; hold the meeting again.',
  },
  'vote-no-majority': {
    zh: '赞成没有过应到的一半，这次没有通过。',
    en: 'Not more than half of those due voted yes; it did not carry.',
  },
  'vote-several-persons': {
    zh: '要逐个表决，不能几个人一起。',
    en: 'Vote on each person alone.',
  },
  'vote-not-secret': {
    zh: '这件事要无记名投票。',
    en: 'This needs a secret vote.',
  },
  'vote-rule-looser': {
    zh: '比规定宽了，不能这样定。',
    en: 'That is looser than the rule allows.',
  },
  'reason-missing': {
    zh: '还没有写理由，写一句。',
    en: 'No reason is written; write a sentence.',
  },
  'reason-too-short': {
    zh: '理由太短，至少写 {least} 个字，让本人看得懂。',
    en: 'Too short to be understood; write {least} characters at least.',
  },
  'reason-against-policy': {
    zh: '生病、请假、家庭、信仰、私下说的话都不能作理由，改写成做了什么、没做什么。',
    en: 'Illness, leave, family, belief and private speech are no reasons; say what was done or not done.',
  },
  'grade-too-many-excellent': {
    zh: '优秀最多 {most} 人，现在是 {excellent} 人。',
    en: 'At most {most} are excellent; this makes {excellent}.',
  },
  'adverse-state-not-by-machine': {
    zh: '只能由人登记。',
    en: 'Only a person records this.',
  },
  'adverse-state-needs-decider': {
    zh: '写明谁决定的。',
    en: 'Name the decider.',
  },
  'adverse-state-needs-body': {
    zh: '写明哪个组织决定的。',
    en: 'Name the body.',
  },
  'adverse-state-needs-date': {
    zh: '写明哪天决定的。',
    en: 'Give the day of the decision.',
  },
  'adverse-state-needs-reason': {
    zh: '写明事实和理由。',
    en: 'State facts and reason.',
  },
  'adverse-state-needs-proof': {
    zh: '写明怎样送达本人。',
    en: 'Say how it was served.',
  },
  'state-date-in-future': {
    zh: '日期在今天以后，核对一下。',
    en: 'The day lies ahead; check it.',
  },
  'grade-share-looser': {
    zh: '优秀比例只能比三分之一小。',
    en: 'The share of excellent can only be smaller than a third.',
  },
  'settlement-by-machine': {
    zh: '格次只能由人写下会议的决定。',
    en: 'Only a person enters what a meeting has set.',
  },
  'settlement-not-graded': {
    zh: '这名党员今年不定格次。',
    en: 'This member gets no grade this year.',
  },
  'settlement-wrong-body': {
    zh: '有支委会的由支委会评定，没有的由党员大会评定。',
    en: 'The committee settles; without one the assembly does.',
  },
  'settlement-minutes-missing': {
    zh: '写明会议记录在哪里。',
    en: 'Say where the minutes are.',
  },
  'settlement-conduct-missing': {
    zh: '还没有写日常表现。',
    en: 'Daily conduct is missing.',
  },
  'settlement-opinion-missing': {
    zh: '还没有写评议意见。',
    en: 'The opinion is missing.',
  },
  'settlement-needs-difference-reason': {
    zh: '和建议的格次不一样，写明为什么。',
    en: 'It differs from the proposal; say why.',
  },
  'settlement-needs-low-reason': {
    zh: '这个格次要写明为什么。',
    en: 'This grade needs its reason.',
  },
  'settlement-own-recording': {
    zh: '自己的格次由别人写下。',
    en: 'Somebody else enters the own grade.',
  },
  'settlement-not-whole': {
    zh: '要评 {graded} 人，现在评定了 {settled} 人。',
    en: '{graded} are to be graded, {settled} are.',
  },
  'settlement-lens-not-seen': {
    zh: '签字前先看一遍公平性对照。',
    en: 'Look at the fairness lens before signing.',
  },
  'settlement-needs-signer': {
    zh: '写上签字人的姓名。',
    en: 'Name who signs.',
  },
  'settlement-already-signed': {
    zh: '已经签过字了。',
    en: 'It is signed already.',
  },
  'feedback-wrong-state': {
    zh: '这件反馈已经走到下一步，刷新看看。',
    en: 'This feedback has moved on; reload.',
  },
  'feedback-not-yours': {
    zh: '这是别人的反馈。',
    en: 'This is somebody else’s.',
  },
  'feedback-by-graded-member': {
    zh: '自己的评议意见由别人当面反馈。',
    en: 'Somebody else gives the own opinion.',
  },
  'feedback-needs-consent-to-phone': {
    zh: '打电话反馈要本人同意，先问一句。',
    en: 'By telephone only if the member agrees; ask first.',
  },
  'feedback-answer-empty': {
    zh: '还没有写，写一句。',
    en: 'Nothing is written; write a sentence.',
  },
  'feedback-low-grade-needs-facts': {
    zh: '这个格次要写明谁决定、哪个组织、哪天、为什么、怎样送达。',
    en: 'This grade needs decider, body, day, reason and proof of service.',
  },
  'feedback-changed-since': {
    zh: '别处刚改过，刷新后再试。',
    en: 'Changed elsewhere meanwhile; reload.',
  },
  'objection-empty': {
    zh: '还没有写申诉的理由。',
    en: 'Nothing is written yet.',
  },
  'objection-too-late': {
    zh: '已经过了 {until}，可以直接找上级组织。',
    en: 'The days ended on {until}; go to the committee above.',
  },
  'objection-already-open': {
    zh: '已经有一件申诉在办。',
    en: 'An appeal is being handled already.',
  },
  'grade-correction-not-handler': {
    zh: '由承办申诉的人写。',
    en: 'Who handles the appeal writes this.',
  },
  'grade-correction-same-grade': {
    zh: '和原来的格次一样；不改就答复不成立。',
    en: 'It is the same grade; if it stays, do not uphold.',
  },
  'grade-correction-body-missing': {
    zh: '写明哪个组织改定的。',
    en: 'Name the body that sets it.',
  },
  'word-not-on-roll': {
    zh: '不在今年的评议名单上。',
    en: 'Not on the roll of this year.',
  },
  'rectification-needs-owner': {
    zh: '写明谁负责，要在评议名单上。',
    en: 'Name an owner who is on the roll.',
  },
  'rectification-needs-measure': {
    zh: '还没有写整改措施。',
    en: 'The measure is missing.',
  },
  'rectification-due-in-past': {
    zh: '期限在今天以前，改一下。',
    en: 'The date lies in the past; change it.',
  },
  'rectification-wrong-state': {
    zh: '这件整改已经走到下一步，刷新看看。',
    en: 'This item has moved on; reload.',
  },
  'rectification-report-empty': {
    zh: '还没有写做了什么。',
    en: 'Say what was done.',
  },
  'rectification-own-confirmation': {
    zh: '由别人确认整改到位。',
    en: 'Somebody else confirms it.',
  },
  'rectification-planned-already': {
    zh: '这个问题已经定了整改。',
    en: 'This problem is planned already.',
  },
}
