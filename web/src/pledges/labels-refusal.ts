import type { RefusalOf } from '../shared/call.ts'
import type { Text } from '../shared/texts.ts'

type Command =
  | 'pledge.write'
  | 'pledge.submit'
  | 'pledge.send'
  | 'pledge.withdraw'
  | 'pledge.enter'
  | 'pledge.confirm'
  | 'pledge.accept'
  | 'pledge.accept-together'
  | 'pledge.return'
  | 'pledge.record-talk'
  | 'pledge.take-back'
  | 'pledge.judge'
  | 'pledge.publish'
  | 'pledge.comment-publicly'
  | 'pledge-comment.say'
  | 'pledge-comment.read'
  | 'pledge-comment.answer'
  | 'plan-item.add'
  | 'plan-item.drop'
  | 'pledge.change-settings'

/** What each refusal says: the fact, then what to do. */
export const pledgeRefusals: Record<RefusalOf<Command>, Text> = {
  'pledge-empty': {
    zh: '还没有写。写一句要做的事，再请支部看看。',
    en: 'Nothing is written yet. Write a sentence, then ask the branch.',
  },
  'pledge-too-long': {
    zh: '太长了，墙上读不完，写到 {most} 个字以内。',
    en: 'Too long to be read on a wall; keep it within {most} characters.',
  },
  'pledge-wrong-state': {
    zh: '这件承诺已经走到下一步，现在不能这样改。刷新看看它到了哪里。',
    en: 'This pledge has moved on and cannot be changed this way. Reload to see where it stands.',
  },
  'pledge-not-yours': {
    zh: '这是别人的承诺。要帮忙写，从“替别人写”进去。',
    en: 'This is somebody else’s pledge. To help, use “For another”.',
  },
  'pledge-due-outside-period': {
    zh: '完成时间要在 {from} 到 {until} 之间，或者换一个年、季、月。',
    en: 'The day must lie between {from} and {until}; or choose another year, quarter or month.',
  },
  'pledge-quantity-not-positive': {
    zh: '做多少要写一个大于零的数。',
    en: 'How much must be a number above zero.',
  },
  'pledge-changed-elsewhere': {
    zh: '别处刚改过这件承诺。刷新看看最新的，再接着写。',
    en: 'It was changed elsewhere just now. Reload, then go on.',
  },
  'plan-item-elsewhere': {
    zh: '这条工作要点不是本组织今年的，或者已经去掉。重新选一条。',
    en: 'This plan item is not of this organisation and year, or was dropped. Choose another.',
  },
  'pledge-member-off-roll': {
    zh: '这名党员不在册，不能写承诺。先核对花名册。',
    en: 'This member is off the roll and gives no pledge. Check the roster first.',
  },
  'pledge-consent-in-future': {
    zh: '本人同意的日期在今天之后，核对一下。',
    en: 'The day of consent lies in the future; check it.',
  },
  'pledge-helper-is-member': {
    zh: '给自己写，从“我的承诺”进去。',
    en: 'For yourself, use “My pledges”.',
  },
  'pledge-already-confirmed': {
    zh: '已经确认过，不用再点。',
    en: 'Confirmed already; nothing more to do.',
  },
  'pledge-paper-unknown': {
    zh: '没有找到这份扫描件，重新上传一次。',
    en: 'The scan was not found; upload it again.',
  },
  'pledge-not-submitted': {
    zh: '这件承诺现在不等着看：可能别人刚看过，或本人撤回了。看下一件。',
    en: 'It does not wait to be read: somebody has read it, or it was withdrawn. Go on to the next.',
  },
  'pledge-own-review': {
    zh: '自己的承诺由别人看。请另一位委员或上级来看。',
    en: 'Somebody else reads your own. Ask another committee member or the committee above.',
  },
  'pledge-parts-missing': {
    zh: '六样还没有齐，不能定诺。退回说明差哪样，或面谈时一起补上。',
    en: 'Not all six parts are there. Return it and say which is missing, or fill it in at a talk.',
  },
  'pledge-question-answered-no': {
    zh: '有一问答了“否”，不能定诺。退回并说明要改哪样。',
    en: 'A question was answered no. Return it and say what to change.',
  },
  'pledge-return-needs-reason': {
    zh: '写一句退回的理由，本人会看到。',
    en: 'Write a reason; the member reads it.',
  },
  'pledge-not-at-talk': {
    zh: '这件承诺不用面谈，直接看就行。',
    en: 'No talk is needed; read it as usual.',
  },
  'pledge-talk-without-words': {
    zh: '写下和谁谈、谈定了什么。',
    en: 'Write whom you talked with and what was agreed.',
  },
  'pledge-talk-in-future': {
    zh: '面谈日期在今天之后。谈过了再登记。',
    en: 'The day lies in the future. Record it after the talk.',
  },
  'pledge-hinted-alone': {
    zh: '“{text}”有提示，要单独看，不能一起定诺。',
    en: '“{text}” has hints and is read by itself.',
  },
  'pledge-not-accepted': {
    zh: '它不在“已定诺”，不能撤回。公开以后就不能撤了。',
    en: 'It is not accepted now; once published it is not taken back.',
  },
  'pledge-accepted-by-another': {
    zh: '是别人定的，由那位同志撤回。',
    en: 'Somebody else accepted it and may take it back.',
  },
  'pledge-not-published': {
    zh: '公开了的承诺才能评，评过的不再评。',
    en: 'Only a published pledge is judged, and only once.',
  },
  'pledge-own-evaluation': {
    zh: '自己的承诺由别人评。请上级来评。',
    en: 'Somebody else judges your own. Ask the committee above.',
  },
  'pledge-not-all-done': {
    zh: '记到的只有 {percent}%，还不能算做到。做了没报的先补报；或选“部分做到”。',
    en: 'Only {percent}% is recorded. Report what was done first, or choose “partly”.',
  },
  'pledge-all-done': {
    zh: '已经全部做完，评“做到了”。',
    en: 'All of it was done: judge it kept.',
  },
  'pledge-still-running': {
    zh: '{dueOn} 才到期，到期以后再评。因外部原因做不成的，现在就能说明。',
    en: 'It runs until {dueOn}; judge it then. What outside causes stop may be explained now.',
  },
  'pledge-needs-explanation': {
    zh: '写一句说明，大家会看到。',
    en: 'Write an explanation; everybody reads it.',
  },
  'pledge-not-heard': {
    zh: '先听本人说，填上听取说明的日期，再评“无故放弃”。',
    en: 'Hear the member first and give the day, then call it dropped.',
  },
  'pledge-heard-in-future': {
    zh: '听取说明的日期在今天之后，核对一下。',
    en: 'The day the member was heard lies in the future; check it.',
  },
  'pledge-nothing-to-publish': {
    zh: '还没有选要公开的承诺。',
    en: 'No pledge is chosen.',
  },
  'pledge-private-content': {
    zh: '有不能公开的内容：{found}。请本人改掉这几个字再公开。',
    en: 'It names what is never published: {found}. Have it changed first.',
  },
  'comment-empty': { zh: '写一句话再送出。', en: 'Write something first.' },
  'comment-too-long': {
    zh: '写到 {most} 个字以内。',
    en: 'Keep it within {most} characters.',
  },
  'comment-pledge-not-public': {
    zh: '这件承诺没有公开，不能留言。',
    en: 'This pledge is not public; nothing can be said of it.',
  },
  'comment-on-own-pledge': {
    zh: '自己的承诺由别人点评。你可以回复别人的话。',
    en: 'Others comment on yours; you may answer them.',
  },
  'comment-private-content': {
    zh: '里面有电话、住址、病情等不能公开的内容：{found}。删掉再送。',
    en: 'It names a number, an address, an illness or the like: {found}. Take it out and send again.',
  },
  'comment-wrong-state': {
    zh: '这条留言别人已经处理过，刷新看看。',
    en: 'Somebody has dealt with this comment already; reload.',
  },
  'comment-not-subject': {
    zh: '由承诺的本人回复。你想说的，可以写成一条点评。',
    en: 'The one who pledged answers. You may comment instead.',
  },
  'comment-subject-decides': {
    zh: '这条说的是你，由别人决定公不公开。',
    en: 'It is about you; somebody else decides whether it is shown.',
  },
  'comment-answer-empty': { zh: '写一句回复再送出。', en: 'Write an answer first.' },
  'plan-item-without-title': { zh: '写一句要点再加。', en: 'Write what it is first.' },
  'plan-item-twice': {
    zh: '“{title}”已经在里面了。',
    en: '“{title}” is in the plan already.',
  },
  'plan-item-dropped-already': { zh: '已经去掉了。', en: 'It was dropped already.' },
  'pledge-window-too-short': {
    zh: '至少留 {least} 天，不然来不及写。',
    en: 'Leave at least {least} days, or nobody has time to write.',
  },
  'pledge-window-too-long': {
    zh: '最多 {most} 天，再长这一段就过去了。',
    en: 'At most {most} days; the period would be over.',
  },
  'pledge-count-order': {
    zh: '件数的下限不能大于上限。',
    en: 'The least number cannot exceed the most.',
  },
}
