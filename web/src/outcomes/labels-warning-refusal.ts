import type { RefusalOf } from '../shared/call.ts'
import type { Text } from '../shared/texts.ts'
import { gateTexts } from './labels-gate.ts'

type Command =
  | 'warning.draft'
  | 'warning.drop'
  | 'warning.serve'
  | 'warning.answer'
  | 'warning.take-answer'
  | 'warning.talk'
  | 'warning.explain-no-talk'
  | 'warning.confirm-change'
  | 'warning.lift'
  | 'warning.measure'
  | 'caution.draft'
  | 'caution.serve'
  | 'caution.answer'
  | 'caution.take-answer'
  | 'caution.end'
  | 'tolerance.apply'
  | 'tolerance.accept'
  | 'tolerance.check'
  | 'tolerance.find'
  | 'tolerance.answer'
  | 'appeal.raise'
  | 'appeal.take'
  | 'appeal.assign'
  | 'appeal.decide'
  | 'appeal.further'
  | 'appeal.withdraw'

const moved: Text = {
  zh: '这件事已经往下走了。刷新看现在到了哪一步。',
  en: 'This has moved on. Reload to see where it stands.',
}
const byPerson: Text = { zh: '这一步只能由人来办。', en: 'Only a person takes this step.' }
const own: Text = {
  zh: '这是你自己的事，由别人来办。转给同级别的同志。',
  en: 'This is about yourself; somebody else does it. Pass it on to a colleague.',
}

/** What each refusal of warnings, cautions, tolerance and appeals says: the fact, then what to do. */
export const warningRefusals: Readonly<Record<RefusalOf<Command>, Text>> = {
  ...gateTexts,
  'outcome-changed-since': {
    zh: '你打开以后有别人办过这件事。刷新看一眼再办，你写的还在。',
    en: 'Somebody acted on this since you opened it. Reload and look; what you wrote is still here.',
  },
  'outcome-body-not-competent': {
    zh: '这个组织管不到这位党员。选所在党委或者县委。',
    en: 'That organisation is not above this member. Choose the committee above, or the county.',
  },
  'warning-part-missing': {
    zh: '事实、要求、改正事项、帮助的人都要写。把空着的补上。',
    en: 'Facts, standard, change and helper are all needed. Fill in what is empty.',
  },
  'warning-change-date-past': {
    zh: '改正期限要在今天以后。换一个日期。',
    en: 'The day of change must lie ahead. Choose another.',
  },
  'warning-needs-grave-reason': {
    zh: '从橙、红开始的，要写明为什么比较重。补一句，或者从黄开始。',
    en: 'Orange and red need the reason why. Write it, or begin at yellow.',
  },
  'warning-wrong-state': moved,
  'warning-not-yours': {
    zh: '这不是给你的预警。关于你的都在「关于我的预警」里。',
    en: 'This warning is not yours. Yours stand under “Warnings about me”.',
  },
  'warning-answer-empty': { zh: '说明还空着。写几句再交。', en: 'The answer is empty. Write a few words.' },
  'warning-by-machine': byPerson,
  'warning-own-case': own,
  'warning-talk-empty': {
    zh: '谈话内容还空着。写下谈了什么、本人怎么说。',
    en: 'The talk is empty. Write what was said on both sides.',
  },
  'warning-talked-already': {
    zh: '已经谈过了，不用再写原因。',
    en: 'The talk was held; no reason is needed.',
  },
  'warning-needs-talk-first': {
    zh: '还没有谈话，不能采取措施。先谈话。',
    en: 'There was no talk yet, so no measure. Hold the talk first.',
  },
  'warning-change-date-running': {
    zh: '改正期限到 {until}，还没有到。到期没改再登记措施。',
    en: 'The time to change runs until {until}. Enter a measure after that, if nothing changed.',
  },
  'warning-needs-document': {
    zh: '没有写文号。照决定文件上的写。',
    en: 'The document number is missing. Copy it from the decision.',
  },
  'warning-needs-reason': { zh: '没有写理由。写一句。', en: 'The reason is missing. Write a sentence.' },
  'warning-rests-on-nothing': {
    zh: '依据的那一件找不到了，可能已经撤回。重新选一件，或者不选。',
    en: 'What it rests on is gone, perhaps taken back. Choose another, or none.',
  },
  'warning-matter-tolerated': {
    zh: '这件事已经容错或者撤回，不能再作为预警的理由。换一件，或者不再预警。',
    en: 'This was tolerated or taken back and counts nowhere. Choose another basis, or leave it.',
  },
  'caution-part-missing': {
    zh: '需要改正的事项还空着。写上再存。',
    en: 'What to change is empty. Write it and save again.',
  },
  'caution-needs-help-plan': {
    zh: '警示要有帮扶计划一起。先定帮扶计划。',
    en: 'A caution goes with a help plan. Make the plan first.',
  },
  'caution-plan-unknown': {
    zh: '没有找到这位党员的这份帮扶计划。先定一份，再来起草。',
    en: 'That help plan of the member is not there. Make one, then draft.',
  },
  'caution-wrong-state': moved,
  'caution-by-machine': byPerson,
  'caution-own-case': own,
  'caution-needs-reason': { zh: '没有写理由。写一句。', en: 'The reason is missing. Write a sentence.' },
  'caution-not-yours': { zh: '这不是给你的警示。', en: 'This caution is not yours.' },
  'caution-answer-empty': { zh: '说明还空着。写几句再交。', en: 'The answer is empty. Write a few words.' },
  'tolerance-matter-empty': {
    zh: '事情的经过还空着。写清楚做什么时出的错。',
    en: 'The matter is empty. Say what went wrong while doing what.',
  },
  'tolerance-matter-open': {
    zh: '这件事已经有一份容错申请。在「容错」里看它到了哪一步。',
    en: 'A case on this matter is already there. See where it stands under “Tolerance”.',
  },
  'tolerance-names-nothing': {
    zh: '要点明是哪笔扣分或者哪份预警。选一件再申请。',
    en: 'Name the deduction or warning it is about, then apply.',
  },
  'tolerance-entry-unknown': {
    zh: '选的扣分或者预警已经撤回，或者不是这位党员的。重新选。',
    en: 'What was chosen was taken back, or is not this member’s. Choose again.',
  },
  'tolerance-wrong-state': moved,
  'tolerance-by-machine': byPerson,
  'tolerance-own-case': own,
  'tolerance-needs-reason': { zh: '没有写理由。写一句。', en: 'The reason is missing. Write a sentence.' },
  'tolerance-factor-empty': {
    zh: '六个方面都要写情况，一句也行。把空着的补上。',
    en: 'Each of the six factors needs words, one sentence will do. Fill in the empty ones.',
  },
  'tolerance-conditions-not-met': {
    zh: '四个条件没有都符合，不能认定容错。可以认定不予容错并写明理由。',
    en: 'Not all four conditions are met, so it cannot be tolerated. Find against it, with the reason.',
  },
  'tolerance-distinction-not-met': {
    zh: '三个区分没有都站得住，不能认定容错。可以认定不予容错并写明理由。',
    en: 'Not all three distinctions hold, so it cannot be tolerated. Find against it, with the reason.',
  },
  'tolerance-excluded': {
    zh: '核查写明属于不予容错的情形。可以认定不予容错并写明理由。',
    en: 'The check names an exclusion. Find against it, with the reason.',
  },
  'tolerance-needs-document': {
    zh: '没有写认定文件的文号。照文件上的写。',
    en: 'The document of the finding is missing. Copy its number.',
  },
  'tolerance-checker-finds': {
    zh: '你做了核查，认定由别人来作。转给有权认定的同志。',
    en: 'You did the check, so somebody else finds. Pass it on.',
  },
  'tolerance-checked-before': {
    zh: '上一次是你核查的，这一次由别人核查。',
    en: 'You checked it the first time; somebody else checks now.',
  },
  'tolerance-found-before': {
    zh: '上一次是你认定的，这一次由别人认定。',
    en: 'You found on it the first time; somebody else does now.',
  },
  'tolerance-cannot-reverse': {
    zh: '扣分没有撤得回来（{why}），认定没有生效。把这句告诉县里的管理员。',
    en: 'The deduction could not be taken back ({why}); the finding did not take effect. Tell the county’s administrator.',
  },
  'tolerance-cannot-lift': {
    zh: '点名的预警没有撤得回来（{why}），认定没有生效。把这句告诉县里的管理员。',
    en: 'The warning named could not be lifted ({why}); the finding did not take effect. Tell the county’s administrator.',
  },
  'appeal-empty': {
    zh: '还没有写不同意什么。写几句再交。',
    en: 'It is empty. Say what you disagree with.',
  },
  'appeal-not-yours': {
    zh: '申诉要本人提。本人来不了的，由支部别的同志记下。',
    en: 'The member appeals. Who cannot come has it written down by somebody else of the branch.',
  },
  'appeal-already-open': {
    zh: '这件事已有一份申诉在办。在「我的申诉」里看到了哪一步。',
    en: 'An appeal on this is running. See it under “My appeals”.',
  },
  'appeal-body-decided-before': {
    zh: '原来就是这一级决定的，要到上一级申诉。',
    en: 'That body decided in the first place; appeal to the next level.',
  },
  'appeal-person-decided-before': {
    zh: '参与过原来决定的人不能办这件申诉。换一个人。',
    en: 'Who had a hand in the decision cannot decide the appeal. Choose somebody else.',
  },
  'appeal-own-matter': own,
  'appeal-wrong-state': moved,
  'appeal-not-handler': {
    zh: '这件申诉分给了别人。要换人，先重新分派。',
    en: 'The appeal lies with somebody else. Assign it anew to change that.',
  },
  'appeal-needs-answer': {
    zh: '答复还空着。写给本人看的话。',
    en: 'The answer is empty. Write it for the member.',
  },
  'appeal-not-a-higher-level': {
    zh: '要向上一级申诉。刷新后再试。',
    en: 'It goes to a higher level. Reload and try again.',
  },
  'appeal-by-machine': byPerson,
  'appeal-nothing-there': { zh: '没有可以申诉的了。', en: 'There is nothing left to appeal against.' },
  'appeal-handler-unknown': {
    zh: '这个人现在没有办申诉的职责。换一个人。',
    en: 'This person no longer decides appeals. Choose somebody else.',
  },
  'appeal-cannot-correct': {
    zh: '申诉成立要改的那一步没有办成（{why}），答复没有生效。先把那件事理顺。',
    en: 'What an upheld appeal changes could not be done ({why}); the decision was not taken. Settle that first.',
  },
}
