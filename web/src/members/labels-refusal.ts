import type { Text } from '../shared/texts.ts'

/** What each refusal says: the fact, then what to do. */
export const memberRefusals: Readonly<Record<string, Text>> = {
  'member-changed-meanwhile': {
    zh: '这份档案刚被别人改过，重新打开看看再改。',
    en: 'Somebody changed this file meanwhile; open it again, then change.',
  },
  'member-already-closed': {
    zh: '这名党员已经不在册，档案不再更改。',
    en: 'This member is off the roll; the file is no longer changed.',
  },
  'member-state-needs-case': {
    zh: '劝退、除名要按程序走完一件组织处置，开除党籍要先登记处分文件。到“组织处置”里办。',
    en: 'Persuasion and removal follow a finished case of disposal, expulsion a recorded sanction. Go to Organisational disposal.',
  },
  'member-may-not-rejoin': {
    zh: '此人被劝退、除名或者开除党籍，{from}以前不能重新入党。',
    en: 'This person was persuaded to withdraw, removed or expelled and may not rejoin before {from}.',
  },
  'member-own-file': {
    zh: '自己的档案不能自己改，请提一个更正申请。',
    en: 'Nobody changes the own file; ask for a correction instead.',
  },
  'member-nothing-to-change': { zh: '没有改动，不用存。', en: 'Nothing was changed.' },
  'member-value-invalid': {
    zh: '这一项看不懂，换个写法再试。',
    en: 'This entry cannot be read; write it another way.',
  },
  'identity-number-missing': { zh: '要填身份证号。', en: 'The identity number is needed.' },
  'identity-number-old-form': {
    zh: '这是 15 位的老号码，请填 18 位的。',
    en: 'This is the old number of 15 digits; write the one of 18.',
  },
  'identity-number-wrong-length': {
    zh: '身份证号是 18 位，现在是 {length} 位。',
    en: 'An identity number has 18 characters, this one {length}.',
  },
  'identity-number-wrong-characters': {
    zh: '身份证号只有数字，最后一位可以是 X。',
    en: 'An identity number has digits only; the last may be X.',
  },
  'identity-number-wrong-birth-date': {
    zh: '号码里的出生日期不存在，再核对一遍。',
    en: 'The birth date in the number does not exist; compare again.',
  },
  'identity-number-wrong-check-digit': {
    zh: '校验位不对，多半是抄错了一位。',
    en: 'The check digit is wrong; most likely one digit was miscopied.',
  },
  'identity-number-taken': {
    zh: '这个身份证号已经在别的档案上。查一下是不是同一个人。',
    en: 'Another file bears this identity number. See whether it is the same person.',
  },
  'identity-number-disagrees': {
    zh: '身份证号和出生日期或性别对不上，核对后一起改。',
    en: 'Number and birth date or sex disagree; compare and change them together.',
  },
  'phone-missing': { zh: '要填手机号。', en: 'A phone number is needed.' },
  'phone-several': { zh: '一栏只填一个号码。', en: 'One number only.' },
  'phone-not-a-number': { zh: '这不像手机号或座机号。', en: 'This is not a phone number.' },
  'admission-in-future': { zh: '入党日期在今天之后。', en: 'The admission lies in the future.' },
  'admission-under-age': {
    zh: '按这个日期，入党时只有 {age} 岁，应满 18 岁。',
    en: 'By these dates the member was admitted at {age}; it takes 18.',
  },
  'conversion-before-admission': { zh: '转正早于入党。', en: 'Conversion comes before admission.' },
  'conversion-in-future': { zh: '转正日期在今天之后。', en: 'The conversion lies in the future.' },
  'conversion-before-probation-ends': {
    zh: '预备期满一年才转正。确有特殊情形，写明提前转正的原因。',
    en: 'Conversion comes after a year of probation. If it came earlier, state why.',
  },
  'category-unchanged': { zh: '已经是这个类别。', en: 'This is the category already.' },
  'category-in-future': { zh: '日期在今天之后，到那天再改。', en: 'The day lies ahead; change it then.' },
  'category-before-last-change': {
    zh: '上一次改类别是 {fromOn}，日期不能更早。',
    en: 'The last change was on {fromOn}; the day cannot be earlier.',
  },
  'category-needs-reason': { zh: '写一句为什么改。', en: 'Say in a sentence why.' },
  'tag-already-set': { zh: '这个标签已经加上了。', en: 'This mark is set already.' },
  'tag-not-set': { zh: '没有加过这个标签。', en: 'This mark is not set.' },
  'tag-needs-reason': { zh: '写一句为什么加。', en: 'Say in a sentence why.' },
  'tag-needs-consent': { zh: '这个标签要本人同意。', en: 'This mark needs the member’s consent.' },
  'tag-not-by-machine': { zh: '这个标签只能由人来加。', en: 'Only a person sets this mark.' },
  'tag-in-future': { zh: '日期在今天之后。', en: 'The day lies ahead.' },
  'tag-ends-before-start': {
    zh: '去掉的日期早于加上的日期 {fromOn}。',
    en: 'It would end before it began on {fromOn}.',
  },
  'affiliation-missing': {
    zh: '这名党员现在没有所在支部，请县委组织部处理。',
    en: 'The member has no branch now; ask the county department.',
  },
  'affiliation-more-than-one': {
    zh: '这名党员同时在两个支部，请县委组织部处理。',
    en: 'The member is in two branches; ask the county department.',
  },
  'affiliation-unchanged': { zh: '本来就在这个支部。', en: 'The member is in this branch already.' },
  'affiliation-before-last': {
    zh: '日期早于进入现在支部的日子 {fromOn}。',
    en: 'The day is earlier than {fromOn}.',
  },
  'affiliation-not-a-branch': {
    zh: '党员要放在支部里，不能直接放在党委或总支。',
    en: 'Members belong to a branch, not to a committee.',
  },
  'affiliation-group-missing': {
    zh: '这个支部分了党小组，选一个小组。',
    en: 'This branch has groups; choose one.',
  },
  'affiliation-group-of-other-branch': {
    zh: '这个小组不在这个支部。',
    en: 'This group belongs to another branch.',
  },
  'affiliation-in-future': { zh: '日期在今天之后，到那天再办。', en: 'The day lies ahead; do it then.' },
  'affiliation-needs-transfer': {
    zh: '{to}属于别的基层党委，要办组织关系转接。',
    en: '{to} belongs to another base committee; it takes a transfer.',
  },
  'affiliation-branch-dissolved': { zh: '{name}已经撤销。', en: '{name} was dissolved.' },
  'member-state-unchanged': { zh: '已经是这个状态。', en: 'This is the state already.' },
  'member-not-suspended': { zh: '没有停止党籍，不用恢复。', en: 'Membership was not stopped.' },
  'member-not-probationary': {
    zh: '这名党员已经转正，不能取消预备资格。',
    en: 'The member is a full member already.',
  },
  'adverse-state-not-by-machine': { zh: '处理决定只能由人登记。', en: 'Only a person records a decision.' },
  'adverse-state-needs-decider': { zh: '写明决定人。', en: 'Name the decider.' },
  'adverse-state-needs-body': { zh: '写明决定机构。', en: 'Name the body.' },
  'adverse-state-needs-date': { zh: '写明决定日期。', en: 'Give the day of the decision.' },
  'adverse-state-needs-reason': { zh: '写明事实和依据。', en: 'State facts and grounds.' },
  'adverse-state-needs-proof': { zh: '写明怎样送达本人。', en: 'Say how it was served.' },
  'state-date-in-future': { zh: '日期在今天之后。', en: 'The day lies ahead.' },
  'state-date-before-admission': { zh: '日期早于 {admittedOn}。', en: 'The day is before {admittedOn}.' },
  'purpose-needs-note': {
    zh: '选了“其他”，用一句话说明用途。',
    en: 'For “other”, state the purpose in a sentence.',
  },
  'filter-too-many': {
    zh: '已经存了 {most} 个，先去掉一个。',
    en: '{most} are saved already; remove one first.',
  },
  'correction-unchanged': { zh: '和现在登记的一样，不用更正。', en: 'This is what the file says already.' },
  'correction-empty': { zh: '写出应该是什么。', en: 'Write what it should be.' },
  'correction-already-asked': {
    zh: '这一项已经有一个申请等着答复。',
    en: 'A request for this field waits already.',
  },
  'correction-not-own-file': { zh: '只能更正自己的档案。', en: 'Only the own file.' },
  'correction-own-decision': { zh: '自己的申请由别人答复。', en: 'Somebody else answers your own request.' },
  'correction-already-decided': { zh: '这个申请已经答复过了。', en: 'This request was answered already.' },
  'correction-refusal-needs-reason': {
    zh: '写明不更正的理由，本人会看到。',
    en: 'Give the reason; the member reads it.',
  },
  'export-empty': { zh: '没有可导出的人，放宽筛选再试。', en: 'Nobody to export; loosen the filter.' },
  'export-too-many': {
    zh: '一次最多导出 {most} 人，缩小范围再试。',
    en: 'At most {most} at once; narrow the list.',
  },
}
