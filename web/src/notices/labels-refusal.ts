import type { RefusalOf } from '../shared/call.ts'
import type { Text } from '../shared/texts.ts'

type NoticeRefusal =
  | RefusalOf<'notice.draft'>
  | RefusalOf<'notice.change'>
  | RefusalOf<'notice.check'>
  | RefusalOf<'notice.post'>
  | RefusalOf<'notice.interrupt'>
  | RefusalOf<'notice.settle'>
  | RefusalOf<'notice.drop'>
type ObjectionRefusal =
  | RefusalOf<'objection.raise'>
  | RefusalOf<'objection.raise-open'>
  | RefusalOf<'objection.appeal-open'>
  | RefusalOf<'objection.withdraw-open'>
  | RefusalOf<'objection.take'>
  | RefusalOf<'objection.assign'>
  | RefusalOf<'objection.decide'>
  | RefusalOf<'objection.appeal'>
  | RefusalOf<'objection.withdraw'>

export const noticeRefusals: Record<NoticeRefusal | ObjectionRefusal, Text> = {
  'notice-words-missing': {
    zh: '标题和正文都要写。写好再存。',
    en: 'A notice needs a title and words. Write them, then save.',
  },
  'notice-contact-missing': {
    zh: '写上谁接电话、电话多少，再存。',
    en: 'Say who answers the telephone and at which number, then save.',
  },
  'notice-route-missing': {
    zh: '没有手机的人也要能提意见：留电话或纸条，至少一样。',
    en: 'People without a phone object too: keep telephone or paper.',
  },
  'notice-too-short': {
    zh: '公示最少 {least} 个工作日。改好再存。',
    en: 'A notice hangs {least} working days at least. Change it, then save.',
  },
  'notice-full-names-need-decision': {
    zh: '支部以外写全名，要写明谁定的、哪份文件。或者改成遮一个字。',
    en: 'Full names beyond the branch need a decision with its document. Or mask the names.',
  },
  'notice-ranking-needs-decision': {
    zh: '排名只在支部内公示；要公示得更大，写明谁定的、哪份文件。',
    en: 'A ranking hangs inside the branch; wider needs a decision with its document.',
  },
  'notice-organisation-closed': {
    zh: '这个组织已经撤销。换一个组织。',
    en: 'This organisation is dissolved. Choose another.',
  },
  'notice-wrong-state': {
    zh: '这份公示已经到了别的一步。刷新看看现在到哪一步了。',
    en: 'This notice has moved on meanwhile. Reload to see where it stands.',
  },
  'notice-changed-since': {
    zh: '你打开以后，别人改过这份公示。刷新看过再办。',
    en: 'Somebody changed this notice after you opened it. Reload and look again.',
  },
  'notice-list-from-source': {
    zh: '名单由系统生成，不能手改。原始记录改了，名单跟着改。',
    en: 'The list is made by the system. Correct the record, and the list follows.',
  },
  'notice-private-content': {
    zh: '还有不能公开的内容。看标出的几处，改掉再核对。',
    en: 'It still holds what must not be published. Mend the places shown, then check again.',
  },
  'notice-shows-evidence': {
    zh: '附了别人的照片或材料。取下来再核对。',
    en: 'Pictures or papers that show others are enclosed. Take them out, then check.',
  },
  'notice-not-checked': {
    zh: '还没有核对数字和隐私。核对以后再批准。',
    en: 'Figures and privacy are not checked yet. Check first, then approve.',
  },
  'notice-own-approval': {
    zh: '支部以外的公示，起草人不能自己批准。请另一位支委或镇党委批准。',
    en: 'Beyond the branch its writer does not approve it. Ask another committee member or the committee above.',
  },
  'notice-needs-reason': {
    zh: '写上原因，别人看得懂为什么。',
    en: 'Write the reason, so that others understand it.',
  },
  'notice-objections-open': {
    zh: '还有 {open} 件异议没答复。答复完再写结果。',
    en: '{open} objections are unanswered. Answer them, then write the result.',
  },
  'notice-result-missing': {
    zh: '写上结果：有没有异议、怎么处理的。',
    en: 'Write the result: whether anybody objected and what came of it.',
  },
  'notice-not-posted': {
    zh: '这份公示现在没有张贴，先不用提。重新公示后再看。',
    en: 'This notice does not hang now. Look again once it is posted anew.',
  },
  'objection-empty': { zh: '写一句哪里不对，再交。', en: 'Write what is wrong, then hand it in.' },
  'objection-too-late': {
    zh: '到 {until} 为止，已经过了。还有话说，打公示上的电话。',
    en: 'It was possible until {until}. Ring the number on the notice if there is more to say.',
  },
  'objection-already-open': {
    zh: '你对这件事提过，正在办。答复后不满意可以再提。',
    en: 'You have raised this and it is being handled. After the answer you may go on.',
  },
  'objection-wrong-state': {
    zh: '这件异议已经到了别的一步。刷新看看现在到哪一步了。',
    en: 'This objection has moved on meanwhile. Reload to see where it stands.',
  },
  'objection-decided-before': {
    zh: '这个人以前就这件事作过决定，不能再办。换一个人。',
    en: 'This person has decided the matter before. Choose somebody else.',
  },
  'objection-own-matter': {
    zh: '涉及本人，不能经手。请别人分派或办理。',
    en: 'It concerns the person. Somebody else assigns and handles it.',
  },
  'objection-not-handler': {
    zh: '这件派给了别人。要换人，先重新分派。',
    en: 'It was given to somebody else. Assign it anew first.',
  },
  'objection-handler-unknown': {
    zh: '这个人现在没有办理异议的职责。从名单里另选一个。',
    en: 'This person has no duty for objections now. Choose another from the list.',
  },
  'objection-needs-answer': { zh: '写上书面答复，再定。', en: 'Write the answer, then decide.' },
  'objection-cannot-correct': {
    zh: '照答复改正时没有改成，所以没有定。先看原始记录现在是什么样，再答复。',
    en: 'The correction could not be made, so nothing was decided. Look at the record first, then answer.',
  },
  'objection-no-higher-stage': {
    zh: '已经是最后一级。还有话说，可以向县委组织部反映。',
    en: 'This was the last level. You may still turn to the county organisation department.',
  },
}
