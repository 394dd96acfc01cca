import type { RefusalOf } from '../shared/call.ts'
import type { Text } from '../shared/texts.ts'

type SendingCode =
  | RefusalOf<'claim.submit'>
  | RefusalOf<'claim.resubmit'>
  | RefusalOf<'claim.enter'>
  | RefusalOf<'claim.withdraw'>
  | RefusalOf<'claim.confirm-assisted'>
  | RefusalOf<'witness.name'>
  | RefusalOf<'witness.answer'>
  | RefusalOf<'witness.take-down'>
  | RefusalOf<'stand-in.appoint'>
  | RefusalOf<'stand-in.end'>

/** What each refusal of a sending says: the fact, then what to do. */
export const sendingRefusals: Readonly<Record<SendingCode, Text>> = {
  'claim-wrong-state': {
    zh: '这件事已经有了结果，不能再这样办。打开看一眼现在到了哪一步。',
    en: 'This deed has been settled meanwhile. Open it to see where it stands.',
  },
  'claim-not-yours': {
    zh: '这不是你报的事。你报的都在「我报的事」里。',
    en: 'This deed is not yours. Yours stand under “My deeds”.',
  },
  'claim-item-unknown': {
    zh: '那个月的积分办法里没有这一项。换一项再报，或者问支部算在哪一项。',
    en: 'The scheme of that month has no such item. Choose another one, or ask the branch where it counts.',
  },
  'claim-item-recorded-already': {
    zh: '这一项由记录自动记分，不用报。没有记上的，找支部核对签到。',
    en: 'This item is credited from records; it need not be reported. If it is missing, ask the branch to check.',
  },
  'claim-not-open-to-you': {
    zh: '这一项不由你报。由支部或者上级记，可以把情况告诉支部。',
    en: 'This item is not reported by you but recorded by the branch or above. Tell the branch about it.',
  },
  'claim-in-future': {
    zh: '日期还没有到。写做事的那一天，今天或以前。',
    en: 'That day has not come yet. Give the day of the deed, today or earlier.',
  },
  'claim-too-late': {
    zh: '过了 {days} 天，超过 {most} 天就不能补报了。有特殊情况，当面跟支部说。',
    en: 'That was {days} days ago; after {most} days it can no longer be reported. Speak to the branch if there was a reason.',
  },
  'claim-late-needs-reason': {
    zh: '这是以前月份的事。写一句为什么晚报，再交一次。',
    en: 'This deed is of an earlier month. Write a word on why it comes late and send it again.',
  },
  'claim-quantity-not-positive': { zh: '数量要大于 0。', en: 'The quantity must be more than 0.' },
  'claim-evidence-needed': {
    zh: '这一项要有凭据：照片、证明人或纸质材料，有一样就行。加上再交。',
    en: 'This item needs proof: a photo, a witness or a paper, any one of them. Add it and send again.',
  },
  'claim-own-witness': {
    zh: '证明人不能是本人。换一位在场的人，或者不写。',
    en: 'The member cannot be the witness. Name somebody who was there, or leave it out.',
  },
  'claim-needs-consent': {
    zh: '替别人报要有本人同意。问过本人，写上怎么同意的、哪一天。',
    en: 'Reporting for somebody needs their consent. Ask, then note how and when it was given.',
  },
  'claim-needs-paper': {
    zh: '写上照哪张纸录的，比如「10 月登记表第 2 页」。',
    en: 'Say which paper it is copied from, such as “October sheet, page 2”.',
  },
  'claim-outside-period': {
    zh: '日期要在 {from} 到 {until} 之间。改日期，或者换一项报。',
    en: 'The day must lie between {from} and {until}. Change it, or choose another item.',
  },
  'claim-needs-task': {
    zh: '这一项先公布任务再做。先在「任务」里认领，再从任务报。',
    en: 'This item counts through an announced task. Take the task first, then report from it.',
  },
  'claim-no-scheme': {
    zh: '那个月还没有适用的积分办法。告诉支部，由县里定。',
    en: 'No points scheme applied in that month. Tell the branch; the county decides.',
  },
  'claim-file-unknown': {
    zh: '照片没有找到，可能还没送完。再加一次照片。',
    en: 'The photo was not found; it may not have arrived. Add it again.',
  },
  'claim-pledge-not-open': {
    zh: '这项承诺现在不能报：还没有公布，或者已经评过。换一项再报。',
    en: 'This pledge cannot be reported now: it is not published yet, or already judged. Choose another.',
  },
  'claim-task-not-open': {
    zh: '这项任务现在不能报：没有公布、已经结束，或者名额制的你没有认领。',
    en: 'This task cannot be reported now: not announced, over, or not taken by you.',
  },
  'claim-witness-unknown': {
    zh: '没有找到这位证明人。写姓名也行。',
    en: 'This witness was not found. A name will do.',
  },
  'witness-name-missing': { zh: '写上证明人的姓名。', en: 'Write the name of the witness.' },
  'witness-entered-it': {
    zh: '替人报的不能同时当证明人。换一位在场的人。',
    en: 'Who reports for somebody cannot be the witness too. Name somebody else who was there.',
  },
  'witness-own-deed': { zh: '自己的事不能自己证明。', en: 'One’s own deed cannot be witnessed by oneself.' },
  'witness-named-already': { zh: '这位证明人已经写上了。', en: 'This witness is named already.' },
  'witness-answered': {
    zh: '这位证明人已经答复过了，答复不能改。',
    en: 'This witness has answered; an answer stays as it is.',
  },
  'witness-not-you': { zh: '这件事没有请你证明。', en: 'You are not asked to witness this.' },
  'witness-claim-decided': {
    zh: '支部已经审完这件事，不用再证明了。',
    en: 'The branch has decided this deed; no witness is needed any more.',
  },
  'stand-in-appointed-already': { zh: '这位党员已经是代报员。', en: 'This member is a stand-in already.' },
  'stand-in-of-other-branch': {
    zh: '代报员要从本支部党员里定。',
    en: 'A stand-in must be a member of this branch.',
  },
  'stand-in-ended-already': { zh: '已经不是代报员了。', en: 'This stand-in has ended already.' },
}

type ReviewCode =
  | RefusalOf<'claim.approve'>
  | RefusalOf<'claim.adjust'>
  | RefusalOf<'claim.return'>
  | RefusalOf<'claim.refuse'>
  | RefusalOf<'claim.take-back-decision'>

/** Why a decision is not this person's, or not possible now. */
export const reviewRefusals: Readonly<Record<ReviewCode, Text>> = {
  'claim-already-decided': {
    zh: '别人刚才已经审过这一条。打开看结果。',
    en: 'Somebody else has just decided this one. Open it to see the result.',
  },
  'claim-own-decision': {
    zh: '自己的事自己不能审，由别的支委审；满期限没审转上一级。',
    en: 'Nobody decides their own deed. Another committee member does; after the set days it goes one level up.',
  },
  'claim-own-entry': {
    zh: '这条是你代报的，由别人审。',
    en: 'You reported this one for the member; somebody else decides it.',
  },
  'claim-other-level': {
    zh: '这条现在在另一级，由那一级审。',
    en: 'This one lies at another level, which decides it.',
  },
  'claim-approved-by-same': {
    zh: '你在下一级已经审过这条，这一级换别人审。',
    en: 'You approved it at the level below; somebody else decides here.',
  },
  'claim-witness-decides': {
    zh: '你是这件事的证明人，由别人审。',
    en: 'You are a witness of this deed; somebody else decides it.',
  },
  'claim-value-out-of-range': {
    zh: '分值不在办法写的范围里，按范围选一个。',
    en: 'The value lies outside the bounds of the scheme. Choose one inside them.',
  },
  'claim-quantity-not-positive': { zh: '数量要大于 0。', en: 'The quantity must be more than 0.' },
  'claim-needs-reason': {
    zh: '写一句理由，本人会看到。',
    en: 'Write the reason; the member will read it.',
  },
  'claim-not-adjusted': {
    zh: '数量和分值都没有变。要照报的记，就按通过。',
    en: 'Neither quantity nor value has changed. To credit it as reported, approve it.',
  },
  'claim-changed': {
    zh: '这一条刚才有了变化。已经换成新的，看过再定。',
    en: 'This one has just changed. The new state is shown; look and decide.',
  },
  'claim-not-decided': {
    zh: '还没有决定，没有可撤回的。',
    en: 'It is not decided; there is nothing to take back.',
  },
  'claim-not-your-decision': {
    zh: '这不是你作的决定，由作决定的人撤回，或者由本人提异议。',
    en: 'This decision is not yours. Who made it can take it back, or the member may object.',
  },
  'claim-decided-above': {
    zh: '上一级已经审过，撤不回了。有错的，走更正。',
    en: 'The level above has decided; it cannot be taken back. A mistake is corrected by a correction.',
  },
  'claim-month-published': {
    zh: '这个月已经公示，撤不回了。有错的，走更正，更正也会公示。',
    en: 'The month has been published; it cannot be taken back. A mistake is mended by a correction, which is published too.',
  },
}

type DeductionCode =
  | RefusalOf<'deduction.propose'>
  | RefusalOf<'deduction.tell'>
  | RefusalOf<'deduction.answer'>
  | RefusalOf<'deduction.impose'>

export const deductionRefusals: Readonly<Record<Exclude<DeductionCode, SendingCode>, Text>> = {
  'deduction-not-listed': {
    zh: '积分办法没有列这一项，不能扣。',
    en: 'The scheme does not list this item; nothing can be taken off for it.',
  },
  'deduction-needs-facts': {
    zh: '写清楚什么时间、什么事，本人会看到。',
    en: 'Write what happened and when; the member will read it.',
  },
  'deduction-needs-evidence': {
    zh: '写上有什么凭据：纸质材料或证明人。',
    en: 'Name the proof: a paper or a witness.',
  },
  'deduction-against-policy': {
    zh: '写的事里有不该计分的：{found}。去掉再提。',
    en: 'The facts name what may not be scored: {found}. Leave it out and propose again.',
  },
  'deduction-own': {
    zh: '关于本人的扣分，由别人办。',
    en: 'A deduction about oneself is handled by somebody else.',
  },
  'deduction-wrong-state': {
    zh: '这件扣分已经到了别的步骤，打开看现在到哪一步。',
    en: 'This deduction has moved on. Open it to see where it stands.',
  },
  'deduction-not-yours': { zh: '这件扣分不是关于你的。', en: 'This deduction is not about you.' },
  'deduction-answer-empty': { zh: '写几句情况再交。', en: 'Write a few words before sending.' },
  'deduction-time-to-answer': {
    zh: '本人到 {until} 前可以说明，说明了或者过了期限才能定。',
    en: 'The member may answer until {until}; it is decided after the answer or after that day.',
  },
  'deduction-own-proposal': {
    zh: '谁提的谁不能定，由另一位支委或镇党委定。',
    en: 'Who proposed it does not decide it. Another committee member or the town committee does.',
  },
  'deduction-needs-reason': {
    zh: '写一句理由，本人会看到。',
    en: 'Write the reason; the member will read it.',
  },
  'deduction-value-out-of-range': {
    zh: '分值不在办法写的范围里。',
    en: 'The value lies outside the bounds of the scheme.',
  },
  'deduction-in-future': {
    zh: '日期还没有到，写事情发生的那一天。',
    en: 'That day has not come; give the day it happened.',
  },
  'deduction-no-screen': {
    zh: '本人没有账号，屏幕上告知不了。当面、打电话或送纸条告知，再来登记。',
    en: 'The member has no account and cannot be told on screen. Tell them in person, by telephone or on paper, then record it.',
  },
}

type TaskCode =
  | RefusalOf<'task.draft'>
  | RefusalOf<'task.announce'>
  | RefusalOf<'task.change'>
  | RefusalOf<'task.take'>
  | RefusalOf<'task.give-back'>
  | RefusalOf<'task.close'>
  | RefusalOf<'task.cancel'>

export const taskRefusals: Readonly<Record<TaskCode, Text>> = {
  'task-words-missing': {
    zh: '写上叫什么、做什么。',
    en: 'Give the task a name and say what is to be done.',
  },
  'task-item-does-not-fit': {
    zh: '这一项不能当任务公布，换一项。',
    en: 'This item cannot be announced as a task. Choose another.',
  },
  'task-value-out-of-range': {
    zh: '分值不在办法写的范围里，按范围改。',
    en: 'The value lies outside the bounds of the scheme. Change it.',
  },
  'task-days-upside-down': { zh: '截止日不能早于开始日。', en: 'The last day cannot come before the first.' },
  'task-against-policy': {
    zh: '写的内容不合积分规定：{found}。改了再公布。',
    en: 'The text goes against the rules of points: {found}. Change it, then announce.',
  },
  'task-announced-too-late': {
    zh: '开工前就要公布。把开始日改到今天以后。',
    en: 'A task is announced before its work starts. Move the first day.',
  },
  'task-wrong-state': {
    zh: '这项任务现在不能这样办，打开看现在的状态。',
    en: 'Not possible in the present state of the task. Open it to see.',
  },
  'task-points-announced': {
    zh: '分值公布了就不改。要改，取消这一项另公布一项。',
    en: 'A published value stays. Cancel this task and announce another one instead.',
  },
  'task-full': {
    zh: '名额满了。有人退还时再来看。',
    en: 'All places are taken. Look again when somebody gives one back.',
  },
  'task-taken-already': { zh: '你已经认领了。', en: 'You have taken it already.' },
  'task-over': { zh: '任务已经过了截止日。', en: 'The last day of this task is over.' },
  'task-not-taken': { zh: '你没有认领这一项。', en: 'You have not taken this task.' },
  'task-needs-word': {
    zh: '写一句为什么退还，不扣分。',
    en: 'Say in a word why you give it back; it costs nothing.',
  },
  'task-needs-reason': {
    zh: '写一句为什么取消，认领的人会看到。',
    en: 'Say why it is cancelled; those who took it will read it.',
  },
  'task-changed': {
    zh: '任务刚才有了变化。已经换成新的，看过再办。',
    en: 'The task has just changed. The new state is shown; look and go on.',
  },
}

/** All of the feature, for pages where several can come. */
export const claimRefusals: Readonly<Record<string, Text>> = {
  ...sendingRefusals,
  ...reviewRefusals,
  ...deductionRefusals,
  ...taskRefusals,
}
