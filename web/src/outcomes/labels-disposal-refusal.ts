import type { RefusalOf } from '../shared/call.ts'
import type { Text } from '../shared/texts.ts'
import { gateTexts } from './labels-gate.ts'

type Command =
  | 'disposal.propose'
  | 'disposal.file'
  | 'disposal.find-facts'
  | 'disposal.invite'
  | 'disposal.answer-invitation'
  | 'disposal.say'
  | 'disposal.hear'
  | 'disposal.give-opinion'
  | 'disposal.pre-review'
  | 'disposal.vote'
  | 'disposal.decide'
  | 'disposal.serve'
  | 'disposal.stop'
  | 'disposal.end-correction'
  | 'disposal.lengthen'
  | 'disposal.end-persuasion'
  | 'sanction.record'
  | 'hand-over.record'

/** What each refusal of disposals, sanctions and hand-overs says: the fact, then what to do. */
export const disposalRefusals: Readonly<Record<RefusalOf<Command>, Text>> = {
  ...gateTexts,
  'disposal-ground-not-met': {
    zh: '依据的事实不够，不能提出。对一下下面写的月数、日期、计划或者文号。',
    en: 'The facts of this ground are not there. Check the months, days, plan or document below.',
  },
  'disposal-ground-other-form': {
    zh: '这个依据不能提出这种处置。换一种处置，或者换依据。',
    en: 'This ground does not lead to this disposal. Choose another of the two.',
  },
  'disposal-already-disciplined': {
    zh: '此人受过处分。同一件事不再处置；确认是另外的事，在处分旁边打勾。',
    en: 'There is a recorded sanction. The same matter is not disposed of again; tick it only if it was another.',
  },
  'disposal-already-open': {
    zh: '此人有一件正在办，不能再提出。先把那件办完。',
    en: 'A case is open already. Finish that one first.',
  },
  'disposal-own-case': {
    zh: '这是你自己的事，由别人来办。',
    en: 'This is about yourself; somebody else handles it.',
  },
  'disposal-by-machine': { zh: '只能由人来办。', en: 'Only a person does this.' },
  'disposal-needs-body': { zh: '没有写哪个组织。', en: 'The body is missing.' },
  'disposal-changed-since': {
    zh: '别人刚改过这件。刷新看一眼再办。',
    en: 'Somebody changed this case meanwhile. Reload and look again.',
  },
  'disposal-wrong-state': {
    zh: '现在不是办这一步的时候。刷新看走到哪一步了。',
    en: 'This step is not due now. Reload and see where the case stands.',
  },
  'disposal-needs-document': { zh: '没有写文号，写上文号。', en: 'The document number is missing.' },
  'disposal-out-of-order': {
    zh: '日期早于前一步。步骤有先后，核对日期。',
    en: 'The day lies before the step that comes first. Check it.',
  },
  'disposal-day-in-future': {
    zh: '日期在今天以后。办完了再记。',
    en: 'The day lies ahead. Record it once it is done.',
  },
  'disposal-group-too-small': {
    zh: '查事实要两名以上党员，本人不算。再选一个人。',
    en: 'Two or more members find the facts, without the member. Choose one more.',
  },
  'disposal-facts-missing': {
    zh: '没有写查明的事实，写清楚。',
    en: 'The facts are missing. Write them down.',
  },
  'disposal-two-full-members': {
    zh: '谈话要两名以上正式党员，现在有 {full} 名。再选人。',
    en: 'Two full members hold the talk; there are {full}. Choose more.',
  },
  'disposal-member-not-heard': {
    zh: '本人的话没有记。本人没有来的，要书面邀请过两次才能往下办。',
    en: 'The member was not heard. Somebody who does not come must have been invited in writing twice.',
  },
  'disposal-opinion-missing': { zh: '没有写意见，写清楚。', en: 'The opinion is missing.' },
  'disposal-needs-pre-review': {
    zh: '劝退、除名要先经县委组织部预审，才能表决。',
    en: 'Persuasion and removal are reviewed by the county before the vote.',
  },
  'disposal-not-needed': {
    zh: '限期改正不用预审，直接表决。',
    en: 'A correction order needs no review; vote.',
  },
  'disposal-minutes-missing': {
    zh: '没有写主持人或者会议记录在哪里，补上。',
    en: 'The chair or the place of the minutes is missing.',
  },
  'disposal-member-not-invited': {
    zh: '大会以前没有书面邀请本人。先邀请，再开会表决。',
    en: 'The member was not invited to the assembly in writing. Invite first, then vote.',
  },
  'disposal-voters-changed': {
    zh: '这一天应到的是 {counted} 名，和页面上的不同。看一眼名册再记。',
    en: '{counted} should attend on that day, unlike on this page. Look at the roster and record it again.',
  },
  'disposal-body-may-not-approve': {
    zh: '上面没有审批权的党委，不能决定。由有审批权的党委来定。',
    en: 'No committee above has the power to approve. One that has must decide.',
  },
  'disposal-term-wrong': {
    zh: '限期改正最少 1 个月，最长 {most} 个月。',
    en: 'A correction order lasts one to {most} months.',
  },
  'disposal-help-missing': {
    zh: '限期改正要写明改什么、谁来帮。',
    en: 'A correction order says what is required and who helps.',
  },
  'disposal-number-taken': {
    zh: '这个文号另一件用过了，核对序号。',
    en: 'Another case carries this number. Check it.',
  },
  'disposal-not-decided': {
    zh: '还没有决定，不能送达。先记决定。',
    en: 'There is no decision yet. Enter it first.',
  },
  'disposal-needs-reason': { zh: '没有写为什么不办。', en: 'The reason is missing.' },
  'disposal-not-in-force': { zh: '处置还没有生效。', en: 'The disposal is not in force.' },
  'disposal-other-form': { zh: '这种处置没有这一步。', en: 'This form has no such step.' },
  'disposal-term-running': {
    zh: '期限到 {until}，期满以后才能评议。',
    en: 'The term runs until {until}; the assembly discusses it after that.',
  },
  'disposal-not-lengthened': {
    zh: '限期改正一般不延长。期满由党员大会评议。',
    en: 'The term is not lengthened. The assembly discusses it at its end.',
  },
  'disposal-words-missing': { zh: '没有写话，写一句。', en: 'No words are written; write a sentence.' },
  'disposal-request-missing': {
    zh: '同意退党的，要有本人写的申请。写明申请存在哪里。',
    en: 'Whoever agrees writes the own request. Say where it is kept.',
  },
  'disposal-already-ended': { zh: '结果已经记过了。', en: 'The end is recorded already.' },
  'disposal-invitation-too-late': {
    zh: '邀请要在开会以前送到，日期至少在明天。',
    en: 'An invitation comes before the day; tomorrow at the earliest.',
  },
  'disposal-invitation-incomplete': { zh: '没有写几点或者在哪里。', en: 'Time or place is missing.' },
  'disposal-invitation-past': {
    zh: '日期已经过了，不用再回复。',
    en: 'The day is over; no answer is needed.',
  },
  'vote-not-whole-numbers': { zh: '人数、票数写整数。', en: 'Numbers of people and votes are whole.' },
  'vote-nobody-to-attend': { zh: '没有应到的人，不能表决。', en: 'Nobody should attend; there is no vote.' },
  'vote-more-present-than-due': {
    zh: '实到和书面意见加起来多于应到 {shouldAttend} 名，核对人数。',
    en: 'More are present or in writing than the {shouldAttend} who should attend. Check the numbers.',
  },
  'vote-does-not-add-up': {
    zh: '票数合计 {votes}，实到加书面意见 {voters}，对不上。核对票数。',
    en: '{votes} votes, {voters} voters; they do not add up. Check the count.',
  },
  'vote-no-quorum': {
    zh: '实到 {present} 名，应到 {shouldAttend} 名，至少要 {needed} 名才能开会。这次不算，另外开会。',
    en: '{present} of {shouldAttend} present; {needed} are needed to open. Hold another assembly.',
  },
  'vote-no-majority': {
    zh: '赞成 {yes} 票，至少要 {needed} 票，没有通过。正好一半不算过半。可以不再办下去。',
    en: '{yes} yes, {needed} needed: not carried. Exactly half is not more than half. The case may be ended.',
  },
  'vote-several-persons': {
    zh: '一次只表决一个人，分开表决。',
    en: 'One person at a time; vote on each alone.',
  },
  'vote-not-secret': {
    zh: '要无记名投票，举手不算。',
    en: 'The vote is by secret paper; a show of hands does not count.',
  },
  'vote-rule-looser': { zh: '只能比规定更严。', en: 'Only stricter than the rule.' },
  'voter-leave-out-needs-approval': {
    zh: '不计入应到的人，要有上级批准的组织和文号。',
    en: 'Whoever is left out needs the body and document from above.',
  },
  'voter-leave-out-needs-assembly': {
    zh: '不计入应到的人，要写大会同意的日期。',
    en: 'Whoever is left out needs the day of the assembly that agreed.',
  },
  'member-already-closed': { zh: '此人已经不在册。', en: 'The member is no longer on the roll.' },
  'member-state-unchanged': { zh: '党籍状态没有变化。', en: 'The state is the same.' },
  'member-not-suspended': { zh: '党籍没有停止。', en: 'Membership is not stopped.' },
  'member-not-probationary': { zh: '此人不是预备党员。', en: 'The member is not probationary.' },
  'state-date-before-admission': {
    zh: '日期早于入党 {admittedOn}，核对日期。',
    en: 'The day lies before admission on {admittedOn}. Check it.',
  },
  'sanction-needs-document-number': {
    zh: '没有写文号。处分只按有权机关的文件登记。',
    en: 'The document number is missing. A sanction is recorded from the document of the competent body only.',
  },
  'sanction-other-level': {
    zh: '开除党籍和情况复杂的处分，由县纪委以上决定。换一级。',
    en: 'Expulsion and complex cases are decided by the county discipline commission or above.',
  },
  'sanction-probation-years': {
    zh: '留党察看要写 1 年还是 2 年，别的处分不写。',
    en: 'Probation takes one or two years; other sanctions take none.',
  },
  'sanction-recorded-before': { zh: '这个文号已经登记过了。', en: 'This document is recorded already.' },
  'hand-over-needs-document': { zh: '没有写移送函的文号。', en: 'The number of the letter is missing.' },
  'hand-over-by-machine': { zh: '只能由人登记。', en: 'Only a person records this.' },
  'hand-over-own-case': {
    zh: '这是你自己的事，由别人登记。',
    en: 'This is about yourself; somebody else records it.',
  },
  'hand-over-in-future': { zh: '日期在今天以后，核对日期。', en: 'The day lies ahead; check it.' },
  'hand-over-recorded-before': { zh: '这封函已经登记过了。', en: 'This letter is recorded already.' },
}
