import type { RefusalOf } from '../shared/call.ts'
import type { Text } from '../shared/texts.ts'

type Command =
  | 'ballot.open-box'
  | 'ballot.take-token'
  | 'ballot.give-token'
  | 'ballot.give-paper'
  | 'ballot.read-paper'
  | 'ballot.cast'
  | 'ballot.count-paper'
  | 'ballot.close-box'

/** What refusals of the two ballots say. */
export const ballotRefusalTexts: Record<RefusalOf<Command>, Text> = {
  'appraisal-wrong-stage': {
    zh: '评议已经走到别的一步，刷新看看。',
    en: 'The appraisal stands at another stage; reload.',
  },
  'ballot-box-there': {
    zh: '这种票的票箱已经开了。',
    en: 'The box for this paper is open already.',
  },
  'ballot-nobody-listed': {
    zh: '没有投票人，或者没有人要评，先核对名单。',
    en: 'Nobody votes or nobody is graded; check the roll.',
  },
  'ballot-name-twice': {
    zh: '“{name}”写了两次；同名的加上住处区分。',
    en: '“{name}” is listed twice; tell namesakes apart.',
  },
  'ballot-not-whole-numbers': {
    zh: '票数都要填整数。',
    en: 'Enter whole numbers.',
  },
  'ballot-papers-do-not-add-up': {
    zh: '发出的票不等于投入、空白退回、没交回的总和，重新数一遍。',
    en: 'Papers given do not equal those cast, given back and missing; count again.',
  },
  'ballot-spoiled-more-than-cast': {
    zh: '废票比投入的票多，核对一下。',
    en: 'More spoiled than cast; check.',
  },
  'ballot-persons-differ': {
    zh: '计票表上的人和票面不一样，核对一下。',
    en: 'The persons differ from those on the paper; check.',
  },
  'ballot-marks-do-not-add-up': {
    zh: '有一人的票数加起来不等于有效票，重新数一遍。',
    en: 'The marks of somebody do not add up to the valid ballots; count again.',
  },
  'ballot-one-counter': {
    zh: '计票要两个人，写上两个名字。',
    en: 'Two people count; name both.',
  },
  'ballot-box-open': {
    zh: '票箱还没封，封了再看。',
    en: 'The box is still open; look once it is closed.',
  },
  'ballot-box-closed': {
    zh: '票箱已经封了。',
    en: 'The box is closed.',
  },
  'ballot-voter-has-paper': {
    zh: '已经领了纸质票，用纸质票投。',
    en: 'A paper was given; vote with it.',
  },
  'ballot-voter-not-listed': {
    zh: '不在投票人名单上，问一下支部。',
    en: 'Not on the list of voters; ask the branch.',
  },
  'ballot-already-cast': {
    zh: '已经领过投票码，或者已经投了票。',
    en: 'A token was taken, or the ballot was cast.',
  },
  'ballot-token-wrong': {
    zh: '投票码不对，或者已经用过。核对后再试。',
    en: 'The token is wrong or used; check it.',
  },
  'ballot-stranger-marked': {
    zh: '票上有不在名单里的人，重新打开票面。',
    en: 'The ballot names somebody not on the paper; open it again.',
  },
  'ballot-own-person': {
    zh: '自己的那一栏空着。',
    en: 'Leave your own line empty.',
  },
  'ballot-nothing-marked': {
    zh: '一个人都没有评，至少评一个。',
    en: 'Nobody is marked; mark one at least.',
  },
  'ballot-receipt-short': {
    zh: '号码不完整，重新打开票面再试。',
    en: 'The number is not whole; open the paper again.',
  },
  'ballot-papers-not-those-given': {
    zh: '发出的纸质票是 {given} 张，和填的不一样。',
    en: '{given} papers were given out; the count says otherwise.',
  },
  'ballot-papers-not-counted': {
    zh: '还有 {papers} 张纸质票没有录入计票。',
    en: '{papers} papers are not counted yet.',
  },
}
