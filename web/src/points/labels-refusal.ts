import type { RefusalOf } from '../shared/call.ts'
import type { Text } from '../shared/texts.ts'

type Codes =
  | RefusalOf<'points-month.go-on'>
  | RefusalOf<'points-month.publish'>
  | RefusalOf<'points-month.withdraw'>
  | RefusalOf<'points-month.sweep'>
  | RefusalOf<'points.receipt'>
  | RefusalOf<'points.bring-along'>
  | RefusalOf<'ranking.show'>
  | RefusalOf<'ranking.change'>
  | RefusalOf<'ledger.consistency'>
  | RefusalOf<'objection.raise'>
  | RefusalOf<'objection.take'>

/** Why something is not possible, and what to do next. */
export const pointsRefusals: Record<Codes, Text> = {
  'month-not-over': {
    zh: '这个月还没有过完，过完再公示。现在可以先审申报。',
    en: 'The month is not over; it goes on notice after its last day. Deeds can be reviewed now.',
  },
  'month-claims-undecided': {
    zh: '还有 {count} 条申报没有审。到「积分审核」审完，再来走这一步。',
    en: '{count} deeds are not reviewed. Review them first, then come back.',
  },
  'month-deductions-unanswered': {
    zh: '还有 {count} 件扣分在等本人说明或没有定。到「扣分」里定下来，再来走这一步。',
    en: '{count} deductions wait for the member’s word or a decision. Settle them first.',
  },
  'month-notice-missing': {
    zh: '公示还没有贴出。先到公示里核对、贴出。',
    en: 'The notice is not posted. Check and post it first.',
  },
  'month-notice-running': {
    zh: '公示期还没有满，期满再关账。',
    en: 'The term of the notice is not over; close the month afterwards.',
  },
  'month-notice-interrupted': {
    zh: '公示撤下了，改好重新贴出，期满再关账。',
    en: 'The notice was taken down. Mend and post it anew; close the month after its term.',
  },
  'month-objections-without-handler': {
    zh: '有 {count} 条异议没有指定办理人，先指定。',
    en: '{count} objections have nobody to handle them; assign them first.',
  },
  'month-wrong-state': {
    zh: '这个月已经走到别的一步了，刷新看看。',
    en: 'The month stands at another step meanwhile; reload to see it.',
  },
  'month-not-yours': {
    zh: '这个月由支部自己办，{dueOn}以后还没有办，上级党委才能代办。',
    en: 'The branch moves its month itself; the committee above may after {dueOn}.',
  },
  'month-needs-reason': {
    zh: '写一句为什么撤回，看过公示的人会看到。',
    en: 'Say why it is taken back; those who saw the notice will read it.',
  },
  'month-not-begun': { zh: '这个月还没有开始。', en: 'The month has not begun.' },
  'month-nothing-late': {
    zh: '这个月没有逾期的支部，不用代办。',
    en: 'No branch is late in this month; there is nothing to move on.',
  },
  'month-sweep-running': {
    zh: '已经在代办，{done} / {all}，办完会显示结果。',
    en: 'It is being done already, {done} of {all}; the result will show here.',
  },
  'notice-contact-missing': {
    zh: '公示上要有联系电话：先到「组织」里登记支部或镇党委的电话，再起草。',
    en: 'A notice names a telephone: record the one of the branch or committee under Organisations, then draft it.',
  },
  'notice-route-missing': {
    zh: '公示上至少要有一条提意见的路，到公示里补上。',
    en: 'A notice offers at least one way to object; add it on the notice.',
  },
  'notice-words-missing': {
    zh: '公示还缺标题或正文，到公示里补上。',
    en: 'The notice lacks its title or words; add them on the notice.',
  },
  'notice-not-posted': {
    zh: '这份公示现在没有贴着，等重新贴出再提。',
    en: 'The notice does not hang now; object once it is posted again.',
  },
  'receipt-not-sealed': {
    zh: '这一条今天才记下，夜里封账以后就有凭证，明天来取。',
    en: 'This line was written today. The log is sealed at night; the receipt is there tomorrow.',
  },
  'base-not-scored': {
    zh: '这名党员经批准不参加积分，没有起点。',
    en: 'The member is left out of scoring by decision and has no base.',
  },
  'base-carried-over': {
    zh: '这名党员的起点已经按本县去年的得分结转，不再用外地证明。',
    en: 'The base was carried over from last year in this county; a certificate from elsewhere does not apply.',
  },
  'base-already-brought': {
    zh: '外地的积分证明已经登记过。要更正，先撤回那一条。',
    en: 'A certificate is recorded already. To correct it, take that line back first.',
  },
  'entry-own-review': {
    zh: '自己的积分由别人登记，请同事来办。',
    en: 'Somebody else records your own points; ask a colleague.',
  },
  'ranking-off': {
    zh: '县里决定不排名次。自己的每一分在「我的积分」里看。',
    en: 'The county decided to show no order. Each of your points is under “My points”.',
  },
  'ranking-scope-not-decided': {
    zh: '县里没有决定在这个范围排名次，可以看本支部的。',
    en: 'The county did not decide an order in this scope; see your branch.',
  },
  'ranking-scope-needs-decision': {
    zh: '在支部以外排名次，要写明哪个班子、哪份文件决定的。',
    en: 'An order beyond the branch needs the deciding body and its document.',
  },
  'ranking-named-too-many': {
    zh: '支部以外最多公开前 {most}% 的姓名，改小一点。',
    en: 'Beyond the branch at most the first {most}% are named; choose less.',
  },
  'ledger-size-unknown': {
    zh: '台账没有这个条数，照校验根表里的条数填。',
    en: 'The ledger never had that size; take a size from the list of roots.',
  },
  'objection-empty': {
    zh: '写一句哪里不对、应该是什么。',
    en: 'Write what is wrong and what would be right.',
  },
  'objection-too-late': {
    zh: '提异议的日子过了。觉得还是不对，可以向上一级党委反映，或打县委组织部的电话。',
    en: 'The days for objecting are over. You can still turn to the committee above or the county office.',
  },
  'objection-already-open': {
    zh: '这一条你已经提过，还没有答复。等答复，或在原来那件里补充。',
    en: 'You have objected to this line already and the answer is due; wait for it.',
  },
}
