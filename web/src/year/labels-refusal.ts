import type { RefusalOf } from '../shared/call.ts'
import type { Text } from '../shared/texts.ts'

type Command =
  | 'year.sign-gap'
  | 'year.close'
  | 'year.close-below'
  | 'year.close-county'
  | 'problem.drop'
  | 'problem.draft-pledges'
  | 'lens.note'

/** What refusals of the year say, and what to do next. */
export const yearRefusals: Record<RefusalOf<Command>, Text> = {
  'year-not-over': {
    zh: '这一年还没过完，过了元旦再办结。',
    en: 'The year is not over; close it after New Year.',
  },
  'year-link-pledges': {
    zh: '承诺这一环还差 {count} 项。补上，或者签字说明原因。',
    en: '{count} things are open among the pledges. Complete them, or sign why not.',
  },
  'year-link-points': {
    zh: '还有 {count} 个月没有关账。关账，或者签字说明原因。',
    en: '{count} months are not closed. Close them, or sign why not.',
  },
  'year-link-appraisal': {
    zh: '评议还没有办结。办完，或者签字说明原因。',
    en: 'The appraisal is not finished. Finish it, or sign why not.',
  },
  'year-link-outcomes': {
    zh: '结果运用这一环还差 {count} 项。写明用在哪里或为什么没用，或者签字说明原因。',
    en: '{count} things are open among the outcomes. Record uses or reasons, or sign why not.',
  },
  'year-objections-open': {
    zh: '还有 {count} 件异议没有答复，答复以后再办结。签字代替不了。',
    en: '{count} objections are unanswered. Answer them first; no signature takes their place.',
  },
  'year-appeals-open': {
    zh: '还有 {count} 件申诉没有结论，有了结论再办结。签字代替不了。',
    en: '{count} appeals are undecided. Wait for the decision; no signature takes its place.',
  },
  'year-tolerance-open': {
    zh: '还有 {count} 件容错在办，办完再办结。签字代替不了。',
    en: '{count} tolerance cases are running. Wait for their end; no signature takes its place.',
  },
  'year-branches-open': {
    zh: '还有 {count} 个支部没有办结，都办结了再办全县的。',
    en: '{count} branches are not closed yet; the county comes after them.',
  },
  'year-closed': {
    zh: '这一年已经办结，不用再办。刷新就能看到。',
    en: 'This year is closed already. Reload to see it.',
  },
  'year-by-machine': {
    zh: '年度办结要由人来办，用自己的账号登录再试。',
    en: 'A person closes the year; sign in with your own account.',
  },
  'year-only-for-branches': {
    zh: '这里不是那一年年底还在的支部。从一年闭环的列表里选一个支部。',
    en: 'This is no branch that was there at the end of the year. Choose one from the list.',
  },
  'year-gap-needs-reason': {
    zh: '把原因写清楚，至少 10 个字，县里要看。',
    en: 'Say why in at least ten letters; the county reads it.',
  },
  'year-gap-needs-signer': {
    zh: '写上签字人的姓名。',
    en: 'Enter the name of who signs.',
  },
  'year-link-complete': {
    zh: '这一环已经齐了，不用签字。刷新看看。',
    en: 'This link is complete and needs no signature. Reload.',
  },
  'year-gap-signed-already': {
    zh: '这一环已经签过字了。刷新就能看到。',
    en: 'This link was signed already. Reload to see it.',
  },
  'year-nothing-ready': {
    zh: '现在没有齐了的支部。先看缺环的支部差什么。',
    en: 'No branch is ready. See what the open ones lack.',
  },
  'year-run-running': {
    zh: '正在逐个办结，已办 {done} 个，共 {all} 个。等它办完。',
    en: 'Branches are being closed, {done} of {all}. Wait until it ends.',
  },
  'problem-wrong-state': {
    zh: '这个问题已经去掉了。刷新看看。',
    en: 'This problem was taken off already. Reload.',
  },
  'problem-needs-reason': {
    zh: '写明为什么去掉。',
    en: 'Say why it is taken off.',
  },
  'problem-nothing-to-draft': {
    zh: '没有要写成承诺的问题：不是已经有承诺，就是已经整改到位或去掉了。',
    en: 'No problem waits for a pledge: each has one, was put right, or was taken off.',
  },
  'lens-flag-gone': {
    zh: '这一处已经不突出了，不用再记。刷新看看。',
    en: 'This no longer stands out. Reload.',
  },
  'lens-said-missing': {
    zh: '写上和谁谈的、谈了什么。',
    en: 'Say with whom you talked, and what was said.',
  },
  'lens-day-in-future': {
    zh: '谈话日期在今天以后，核对一下。',
    en: 'The day of the talk lies ahead; check it.',
  },
}
