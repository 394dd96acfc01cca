import type { RefusalOf } from '../shared/call.ts'
import type { Text } from '../shared/texts.ts'
import { gateTexts } from './labels-gate.ts'

type Command =
  | 'outcome.draft'
  | 'outcome.confirm'
  | 'outcome.enter'
  | 'outcome.decline'
  | 'outcome.explain'
  | 'limit.impose'
  | 'limit.lift'
  | 'help-plan.make'
  | 'help-plan.note'
  | 'help-plan.evaluate'
  | 'instrument.enter'
  | 'outcome-reader.add'
  | 'outcome-reader.remove'
  | 'outcome.list-file'
  | 'commendation.draft-file'
  | 'commendation.issue'

/** What each refusal of uses, limits, help, instruments, readers and lists says: the fact, then what to do. */
export const outcomeRefusals: Readonly<Record<RefusalOf<Command>, Text>> = {
  ...gateTexts,
  'outcome-grades-not-out': {
    zh: '格次还没有公示完，不能列建议。还差 {waiting} 个支部，公示期满后再来。',
    en: 'The grades are not out yet, so nothing is drafted. {waiting} branches to go; come back when their notices are over.',
  },
  'outcome-wrong-state': {
    zh: '这一项已经有了结果。刷新看一眼是谁办的。',
    en: 'This one has been settled meanwhile. Reload to see by whom.',
  },
  'outcome-by-machine': { zh: '只能由人来定。', en: 'Only a person decides this.' },
  'outcome-own-case': {
    zh: '这里面有你自己，由别人来定。去掉自己再办。',
    en: 'You are among them; somebody else decides. Leave yourself out and go on.',
  },
  'outcome-needs-document': {
    zh: '没有写依据文件。写上文号。',
    en: 'The document is missing. Give its number.',
  },
  'outcome-needs-facts': {
    zh: '决定人、组织、日期、理由、送达都要写。',
    en: 'Decider, body, day, reason and service are all needed.',
  },
  'outcome-is-adverse': {
    zh: '这是限制或调整，要逐项写明决定和送达。从这一项点进去登记。',
    en: 'This is a limit or measure and needs its decision and service. Open it to enter them.',
  },
  'outcome-is-not-adverse': {
    zh: '这一项是鼓励或帮助，不用送达，直接定就行。',
    en: 'This one encourages or helps; it is confirmed without service.',
  },
  'outcome-help-needs-plan': {
    zh: '帮扶要有计划。点「定帮扶计划」，写明差距、办法和时间。',
    en: 'Help needs a plan. Choose “Make a help plan” and give gaps, measures and time.',
  },
  'outcome-limited': {
    zh: '{name}有一项限制到 {until} 才到期，现在不能定。去掉再办，或者先看那项限制。',
    en: '{name} is under a limit until {until}. Leave them out, or look at the limit first.',
  },
  'outcome-grade-not-told': {
    zh: '格次还没有当面告诉本人，现在不能登记。先反馈评议意见。',
    en: 'The member has not been told the grade. Give the feedback first.',
  },
  'outcome-used-already': {
    zh: '{name}已经有运用，不用写原因。去掉再存。',
    en: '{name} has a recorded use and needs no reason. Leave them out.',
  },
  'outcome-explained-already': {
    zh: '{name}已经写过原因。去掉再存。',
    en: 'A reason is recorded for {name} already. Leave them out.',
  },
  'limit-needs-end': {
    zh: '到期日早于起始日。写一个以后的日子，没有期限的限制不能登记。',
    en: 'The end lies before the start. Give a later day; a limit without end is none.',
  },
  'limit-needs-document': {
    zh: '没有写依据文件。写上文号。',
    en: 'The document is missing. Give its number.',
  },
  'limit-before-decision': {
    zh: '限制从决定那天（{decidedOn}）起才能算，改一下起始日。',
    en: 'A limit cannot begin before its decision ({decidedOn}); change the first day.',
  },
  'limit-not-in-force': {
    zh: '这项限制已经到期或者解除了，不用再办。',
    en: 'The limit has ended or was lifted; nothing is left to do.',
  },
  'limit-needs-reason': { zh: '写一句为什么解除。', en: 'Say in a sentence why it is lifted.' },
  'limit-by-machine': { zh: '只能由人登记。', en: 'Only a person enters this.' },
  'limit-in-force-already': {
    zh: '同样的限制还在期内。到期后再登记，或者先解除原来的。',
    en: 'The same limit is in force. Wait for its end, or lift it first.',
  },
  'help-plan-needs-gaps': {
    zh: '没有写差距。写哪些事没做到。',
    en: 'Gaps are missing. Say what was not done.',
  },
  'help-plan-needs-measures': {
    zh: '没有写办法。写准备怎么帮。',
    en: 'Measures are missing. Say how help is given.',
  },
  'help-plan-needs-helper': { zh: '没有写谁来帮。至少写一个人。', en: 'Nobody helps yet. Name somebody.' },
  'help-plan-dates-wrong': { zh: '结束日要晚于开始日，改一下。', en: 'The end must lie after the start.' },
  'help-plan-over': {
    zh: '这份计划已经评估过了。要再帮，另定一份。',
    en: 'The plan has been evaluated. Make another one.',
  },
  'help-plan-step-empty': { zh: '没有写做了什么。写一句。', en: 'Say in a sentence what was done.' },
  'help-plan-without-steps': {
    zh: '还没有记过一次帮扶，不能说没有转变。先记做过的事。',
    en: 'Nothing was noted yet, so “not changed” cannot be said. Note what was done first.',
  },
  'help-plan-too-early': {
    zh: '计划到 {until} 才结束，这之前不能说没有转变。',
    en: 'The plan runs until {until}; “not changed” cannot be said before.',
  },
  'help-plan-member-not-heard': {
    zh: '没有写本人的话。先听本人说，照原话记。',
    en: 'The member was not heard. Ask first and write the words down.',
  },
  'help-plan-own-case': {
    zh: '这是你自己的事，由别人来办。',
    en: 'This is about yourself; somebody else does it.',
  },
  'help-plan-by-machine': { zh: '只能由人评估。', en: 'Only a person evaluates this.' },
  'help-plan-running-already': {
    zh: '这位党员已有一份在办的帮扶计划。先把那份评估了。',
    en: 'A plan is running for this member. Evaluate it first.',
  },
  'instrument-part-missing': {
    zh: '标题、发文机关、文号都要写。照文件抄一遍。',
    en: 'Title, body and number are all needed. Copy them from the document.',
  },
  'instrument-in-future': { zh: '文件日期在今天以后，核对一下。', en: 'The day lies ahead; check it.' },
  'instrument-entered-already': {
    zh: '这个文号已经登记过了，不用再登记。',
    en: 'This number has been entered already.',
  },
  'reader-is-subject': {
    zh: '这份案卷就是关于他的，本来就能看。',
    en: 'The file is about this person, who reads it anyway.',
  },
  'reader-is-oneself': {
    zh: '不能把自己加进去，由别人来加。',
    en: 'You cannot add yourself; somebody else does.',
  },
  'reader-account-stopped': {
    zh: '这个账号停用了，换一个人。',
    en: 'The account is stopped; choose somebody else.',
  },
  'reader-needs-reason': { zh: '写一句为什么让他看。', en: 'Say in a sentence why they may read it.' },
  'reader-already-listed': { zh: '{name}已经在名单里。', en: '{name} is on the list already.' },
  'reader-not-listed': { zh: '已经移出去了，刷新看一眼。', en: 'Taken off already; reload to see.' },
  'outcome-list-empty': {
    zh: '这份名单上还没有人。先列建议，或者先把建议定下来。',
    en: 'Nobody is on this list yet. Make the drafts or confirm them first.',
  },
  'paper-number-taken': {
    zh: '这个文号已经用过了，核对一下再写。',
    en: 'The number is taken; check it.',
  },
  'document-number-wrong': {
    zh: '文号写成「清组发〔2026〕12号」这样。',
    en: 'Write the number like 清组发〔2026〕12号.',
  },
  'document-title-missing': {
    zh: '文书没有标题，告诉系统管理员。',
    en: 'The paper has no title; tell the administrator.',
  },
  'document-empty': {
    zh: '文书没有内容，告诉系统管理员。',
    en: 'The paper is empty; tell the administrator.',
  },
  'document-heading-skips-level': {
    zh: '文书的标题层次不对，告诉系统管理员。',
    en: 'Headings skip a level; tell the administrator.',
  },
  'document-table-uneven': {
    zh: '文书的表格不齐，告诉系统管理员。',
    en: 'A table is uneven; tell the administrator.',
  },
  'document-figure-without-source': {
    zh: '有一个数没有来源，告诉系统管理员。',
    en: 'A figure has no source; tell the administrator.',
  },
  'document-source-twice': {
    zh: '来源写重了，告诉系统管理员。',
    en: 'A source stands twice; tell the administrator.',
  },
}
