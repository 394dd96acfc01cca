import type { RefusalOf } from '../shared/call.ts'
import type { Text } from '../shared/texts.ts'

/** Every command of the feature; a refusal without its text does not compile. */
type OurRefusal = RefusalOf<
  | 'scheme.draft'
  | 'scheme.change-draft'
  | 'scheme.discard-draft'
  | 'scheme.adopt'
  | 'scheme.what-if-start'
  | 'exemption.record'
  | 'exemption.end'
>

export const schemeRefusals: Record<OurRefusal, Text> = {
  'scheme-draft-open': {
    zh: '这个办法已经有一份草稿，{by}在改。打开那一份接着改。',
    en: 'This scheme has a draft already, by {by}. Open that one.',
  },
  'scheme-draft-gone': {
    zh: '这份草稿已经通过或者不要了。回到积分办法看现在的情况。',
    en: 'This draft has been adopted or dropped. Go back to the schemes to see how things stand.',
  },
  'scheme-draft-changed-meanwhile': {
    zh: '{by}刚改过这份草稿，你看到的已经是旧的。打开新的一份，再改你的地方。',
    en: '{by} changed this draft meanwhile; what you see is older. Open the newer one and make your change again.',
  },
  'scheme-for-others': {
    zh: '一个办法的领域和党员类别不能改。要另一类的，改另一类的办法。',
    en: 'The field and class of a scheme stay. Change the scheme of the other class instead.',
  },
  'scheme-takes-effect-too-early': {
    zh: '最早从{earliest}起用。选这个月或更晚。',
    en: 'It takes effect from {earliest} at the earliest. Choose that month or a later one.',
  },
  'scheme-month-closed': {
    zh: '{lastClosedMonth}已经关账，不再重算。选更晚的月份。',
    en: '{lastClosedMonth} is closed and is not scored anew. Choose a later month.',
  },
  'scheme-before-last-version': {
    zh: '已经有一版从{effectiveFrom}起用。选它之后的月份。',
    en: 'A version from {effectiveFrom} exists. Choose a month after it.',
  },
  'scheme-needs-decision': {
    zh: '要写明决定的机关和文号。',
    en: 'Name the body that decided and the number of the document.',
  },
  'scheme-decision-in-future': {
    zh: '文件日期晚于今天（{today}）。等文件发出再通过。',
    en: 'The document is dated later than today ({today}). Adopt once it is out.',
  },
  'scheme-does-not-fit': {
    zh: '数字还有合不上的地方。看左边标出的几处，改好再通过。',
    en: 'Some numbers do not fit together. Mend the marked places and adopt again.',
  },
  'scheme-against-policy': {
    zh: '有原则不允许的内容。看左边标出的几处，照提示改好再通过。',
    en: 'Some of it is not allowed. Mend the marked places as told and adopt again.',
  },
  'what-if-no-lines': {
    zh: '{year}年还没有积分明细，没有可以试算的。等有了明细再试，或者换一年。',
    en: 'There are no lines of points in {year} to try it on. Wait for some, or choose another year.',
  },
  'exemption-open-already': {
    zh: '这名党员在这段时间已经登记过。看名单里的那一条。',
    en: 'This member is recorded for that time already. See the entry in the list.',
  },
  'exemption-needs-decision': {
    zh: '要写明哪个会议决定的。',
    en: 'Name the meeting that decided.',
  },
  'exemption-decision-in-future': {
    zh: '决定的日期晚于今天（{today}）。先开会决定，再登记。',
    en: 'The decision is dated later than today ({today}). Record it once it has been taken.',
  },
  'exemption-before-decision': {
    zh: '不能早于{decidedOn}的决定。起算日选这一天或之后。',
    en: 'It cannot begin before the decision of {decidedOn}. Choose that day or a later one.',
  },
  'exemption-month-closed': {
    zh: '支部{lastClosedMonth}已经关账，不再改。日期选在之后的月份。',
    en: 'The branch has closed {lastClosedMonth}. Choose a day in a later month.',
  },
  'exemption-names-ground': {
    zh: '这里写了原因（{words}）。原因只留在支部的纸质材料里，请只写机关和文号。',
    en: 'This tells the ground ({words}). Grounds stay on paper with the branch; write only the body and the number.',
  },
  'exemption-own-file': {
    zh: '自己的登记由别人办。请上级党委或县里登记。',
    en: 'Somebody else records your own. Ask the level above.',
  },
  'exemption-member-closed': {
    zh: '这名党员已经不在册，不用登记。',
    en: 'This member has left the roll; there is nothing to record.',
  },
  'exemption-ended-already': {
    zh: '{untilOn}起已经恢复参加积分。',
    en: 'Scoring was taken up again on {untilOn}.',
  },
  'exemption-ends-before-start': {
    zh: '不能早于开始的{fromOn}。',
    en: 'It cannot end before it began on {fromOn}.',
  },
}
