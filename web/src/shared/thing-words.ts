import type { ThingWords } from './things-to-do.ts'

/** Words of the things to do, by kind. A feature that opens a kind adds its line here. */
export const wordsOfThings: Readonly<Record<string, ThingWords>> = {
  'message.read': {
    title: { zh: '看通知：{title}', en: 'Read the notice: {title}' },
    why: { zh: '{askedBy}发的', en: 'Sent by {askedBy}' },
    act: { zh: '看', en: 'Read' },
    pcPath: '/messages/{subjectId}',
    mobilePath: '/messages/{subjectId}',
  },
  'message.answer-coming': {
    title: { zh: '{title}', en: '{title}' },
    why: { zh: '{askedBy}问你能不能去：{start}', en: '{askedBy} asks whether you can come: {start}' },
    act: { zh: '回一句', en: 'Answer' },
    pcPath: '/messages/{subjectId}',
    mobilePath: '/messages/{subjectId}',
  },
  'message.answer-agreeing': {
    title: { zh: '{title}', en: '{title}' },
    why: { zh: '{askedBy}问你行不行：{start}', en: '{askedBy} asks whether it is all right: {start}' },
    act: { zh: '回一句', en: 'Answer' },
    pcPath: '/messages/{subjectId}',
    mobilePath: '/messages/{subjectId}',
  },
  'message.reach': {
    title: { zh: '还有 {count} 人没通知到：{title}', en: '{count} not reached yet: {title}' },
    why: {
      zh: '打电话、托人带话、贴公告栏都算，登记一下',
      en: 'By telephone, through somebody or on the board; record it',
    },
    act: { zh: '看是谁', en: 'See who' },
    pcPath: '/messages/sent/{subjectId}',
    mobilePath: '/messages/sent/{subjectId}',
  },
  'correction.decide': {
    title: { zh: '答复更正申请，{count} 条', en: 'Answer {count} requested corrections' },
    why: { zh: '党员本人提出的，逐条答复', en: 'Asked by the members themselves; each gets an answer' },
    act: { zh: '开始答复', en: 'Begin' },
    pcPath: '/corrections',
    mobilePath: '/corrections',
  },
  'correction.answered': {
    title: { zh: '你的更正申请有答复了：{state}', en: 'Your request was answered: {state}' },
    why: { zh: '{by}答复的，理由写在里面', en: 'By {by}; the reason stands with it' },
    act: { zh: '看答复', en: 'See the answer' },
    says: {
      state: {
        accepted: { zh: '照你说的改了', en: 'corrected as you asked' },
        refused: { zh: '没有改', en: 'not corrected' },
      },
    },
    pcPath: '/me',
    mobilePath: '/me',
  },
  'roster-import.map': {
    title: { zh: '对一下表头：{file}', en: 'Name the columns: {file}' },
    why: { zh: '{org}的花名册，有几列认不出来', en: 'Roster of {org}; some columns are not recognised' },
    act: { zh: '去对', en: 'Name them' },
    pcPath: '/import/{subjectId}',
  },
  'roster-import.look': {
    title: { zh: '花名册比对好了：{file}', en: 'The roster is compared: {file}' },
    why: { zh: '{org}，还没有写入，等你看过再定', en: '{org}; nothing is written until you decide' },
    act: { zh: '去看', en: 'Look' },
    pcPath: '/import/{subjectId}',
  },
  'organisation.terms-ending': {
    title: { zh: '{count} 个班子半年内届满', en: '{count} terms of office end within half a year' },
    why: { zh: '最早的是{org}，早点请示换届', en: '{org} is the first; ask for the re-election in time' },
    one: {
      title: { zh: '{org}班子快届满了', en: 'The term of {org} ends soon' },
      why: { zh: '届满前要换届，早点请示上级', en: 'A re-election is due before it ends; ask above in time' },
    },
    act: { zh: '看班子', en: 'See the committee' },
    pcPath: '/organisations/{subjectId}',
    mobilePath: '/organisations/{subjectId}',
  },
  'organisation.defects-unplanned': {
    title: { zh: '{count} 个组织问题还没有定整改', en: '{count} defects of organisations have no plan' },
    why: { zh: '定下谁去办、办什么、哪天前办好', en: 'Say who mends what, and by when' },
    one: {
      title: { zh: '{org}有一个问题没有定整改', en: 'A defect of {org} has no plan' },
      why: { zh: '定下谁去办、办什么、哪天前办好', en: 'Say who mends what, and by when' },
    },
    act: { zh: '定整改', en: 'Plan' },
    pcPath: '/organisations/defects',
  },
  'witness.answer': {
    title: { zh: '{name}请你证明：{item}', en: '{name} names you as a witness: {item}' },
    why: { zh: '在场就说有，不清楚就说不清楚', en: 'Say what you know; not knowing is fine' },
    act: { zh: '答一句', en: 'Answer' },
    pcPath: '/asked',
    mobilePath: '/asked',
  },
  'claim.confirm': {
    title: { zh: '替你报的，看看对不对：{item}', en: 'Reported for you; is it right: {item}' },
    why: { zh: '{by}替你报的，不对可以撤回', en: 'By {by}; you can take it back' },
    act: { zh: '看', en: 'Look' },
    pcPath: '/my-deeds/{subjectId}',
    mobilePath: '/my-deeds/{subjectId}',
  },
  'claim.returned': {
    title: { zh: '补全再交：{item}', en: 'Complete and send again: {item}' },
    why: {
      zh: '{askedBy}退回的，缺什么写在里面',
      en: 'Returned by {askedBy}; what is missing stands with it',
    },
    act: { zh: '去补', en: 'Complete' },
    pcPath: '/my-deeds/{subjectId}',
    mobilePath: '/my-deeds/{subjectId}',
  },
  'claim.refused': {
    title: { zh: '有结果了：{item}，这次不记', en: 'Decided: {item} is not credited' },
    why: { zh: '{askedBy}审的，理由写在里面', en: 'By {askedBy}; the reason stands with it' },
    act: { zh: '看', en: 'Look' },
    pcPath: '/my-deeds/{subjectId}',
    mobilePath: '/my-deeds/{subjectId}',
  },
  'claim.adjusted': {
    title: { zh: '有结果了：{item}，改了分', en: 'Decided: {item}, with another value' },
    why: { zh: '{askedBy}审的，理由写在里面', en: 'By {askedBy}; the reason stands with it' },
    act: { zh: '看', en: 'Look' },
    pcPath: '/my-deeds/{subjectId}',
    mobilePath: '/my-deeds/{subjectId}',
  },
  'claim.tell-returned': {
    title: { zh: '告诉{name}：{item}要补全', en: 'Tell {name}: {item} needs completing' },
    why: { zh: '本人没有账号，当面或打电话说', en: 'No account; tell them in person or by telephone' },
    act: { zh: '看怎么说', en: 'See what to say' },
    pcPath: '/claims/{subjectId}',
    mobilePath: '/deeds/{subjectId}',
  },
  'claim.tell-refused': {
    title: { zh: '告诉{name}：{item}这次不记', en: 'Tell {name}: {item} is not credited' },
    why: { zh: '本人没有账号，当面或打电话说', en: 'No account; tell them in person or by telephone' },
    act: { zh: '看怎么说', en: 'See what to say' },
    pcPath: '/claims/{subjectId}',
    mobilePath: '/deeds/{subjectId}',
  },
  'claim.tell-adjusted': {
    title: { zh: '告诉{name}：{item}改了分', en: 'Tell {name}: {item} has another value' },
    why: { zh: '本人没有账号，当面或打电话说', en: 'No account; tell them in person or by telephone' },
    act: { zh: '看怎么说', en: 'See what to say' },
    pcPath: '/claims/{subjectId}',
    mobilePath: '/deeds/{subjectId}',
  },
  'deduction.answer': {
    title: { zh: '有人提出扣你的分，请你说明', en: 'A deduction is proposed; please answer' },
    why: {
      zh: '现在还没有扣。事实和标准写在里面',
      en: 'Nothing is taken off. Facts and standard stand with it',
    },
    act: { zh: '去说明', en: 'Answer' },
    pcPath: '/my-deductions/{subjectId}',
    mobilePath: '/my-deductions/{subjectId}',
  },
  'deduction.hear': {
    title: { zh: '听{name}说明扣分的事', en: 'Hear {name} about a deduction' },
    why: {
      zh: '{org}，本人没有账号，当面或打电话听，照原话记',
      en: '{org}; no account: hear them and write it down',
    },
    act: { zh: '去记', en: 'Write it down' },
    pcPath: '/deductions/{subjectId}',
  },
  'deduction.decide': {
    title: { zh: '{name}的扣分可以定了', en: 'The deduction about {name} can be decided' },
    why: { zh: '{org}，谁提的谁不定', en: '{org}; not by who proposed it' },
    act: { zh: '去定', en: 'Decide' },
    pcPath: '/deductions/{subjectId}',
  },
  'file.reported': {
    title: { zh: '有人举报材料涉密，{count} 份', en: '{count} files were reported as secret' },
    why: { zh: '已经停用，等你核实后给回或删除', en: 'Withheld until you give them back or remove them' },
    act: { zh: '去核实', en: 'Settle' },
    pcPath: '/files/reported',
  },
  'points.statement': {
    title: { zh: '{month}的积分单出来了', en: 'Your statement of {month} is there' },
    why: { zh: '每一分都能点开看，有不同意见可以提', en: 'Every point opens; you can object' },
    act: { zh: '看一看', en: 'Read it' },
    pcPath: '/me',
    mobilePath: '/points/statements/{month}',
  },
  'notice.check': {
    title: { zh: '核对公示：{title}', en: 'Check the notice: {title}' },
    why: {
      zh: '对一遍数字，看有没有不能公开的',
      en: 'Compare the figures; see that nothing private stands in it',
    },
    act: { zh: '去核对', en: 'Check' },
    pcPath: '/notices/{subjectId}',
  },
  'notice.post': {
    title: { zh: '批准公示：{title}', en: 'Approve the notice: {title}' },
    why: { zh: '核对过了，批准就贴出', en: 'It is checked; approved, it hangs' },
    act: { zh: '去批准', en: 'Approve' },
    pcPath: '/notices/{subjectId}',
  },
  'notice.settle': {
    title: { zh: '写公示结果：{title}', en: 'Write the result: {title}' },
    why: { zh: '公示期满了，写一句有没有异议', en: 'The term is over; say whether anybody objected' },
    act: { zh: '写结果', en: 'Write' },
    pcPath: '/notices/{subjectId}',
  },
  'objection.assign': {
    title: { zh: '有一件异议，派人办理', en: 'An objection: give it to somebody' },
    why: { zh: '{org}的，派给没有办过这件事的人', en: 'Of {org}; to somebody who has not decided it' },
    act: { zh: '派人', en: 'Assign' },
    pcPath: '/objections/{subjectId}',
  },
  'objection.decide': {
    title: { zh: '答复一件异议', en: 'Answer an objection' },
    why: { zh: '{askedBy}派给你的，{org}的', en: 'Given to you by {askedBy}, of {org}' },
    act: { zh: '去答复', en: 'Answer' },
    pcPath: '/objections/{subjectId}',
  },
  'objection.overdue': {
    title: { zh: '{org}有一件异议过期没有答复', en: 'An objection at {org} is overdue' },
    why: { zh: '催一催，或者换人办理', en: 'Ask for the answer, or give it to somebody else' },
    act: { zh: '去看', en: 'Look' },
    pcPath: '/objections/{subjectId}',
  },
  'objection.answered': {
    title: { zh: '你提的异议有答复了：{state}', en: 'Your objection was answered: {state}' },
    why: { zh: '{askedBy}答复的，写明了理由', en: 'By {askedBy}, with the reason' },
    act: { zh: '看答复', en: 'See the answer' },
    says: {
      state: {
        upheld: { zh: '成立', en: 'upheld' },
        notUpheld: { zh: '不成立', en: 'not upheld' },
      },
    },
    mobilePath: '/objections',
  },
}

/** For a kind this page does not know yet, such as right after an update. */
export const unknownThing: ThingWords = {
  title: { zh: '有一件事请你看', en: 'Something for you to see' },
  why: { zh: '刷新页面就能看到是什么', en: 'Reload the page to see what it is' },
  act: { zh: '看', en: 'Open' },
}
