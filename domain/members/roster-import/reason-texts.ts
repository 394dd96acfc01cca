import type { RefusalDetails } from '../../shared/decision.ts'
import type { IdentityNumberRefusal } from '../../shared/identity-number.ts'
import type { PhoneRefusal } from '../../shared/phone.ts'
import type { MembershipDateRefusal } from '../standing.ts'
import type { NewcomerRefusal } from './caution.ts'
import type { CellRefusal } from './cell-values.ts'
import type { DateCellRefusal } from './date-cell.ts'
import type { Duplicate } from './diff.ts'
import type { RosterField } from './roster-fields.ts'

type Text = { readonly zh: string; readonly en: string }
type Sayer = (details: RefusalDetails) => Text

const text = (zh: string, en: string): Sayer => {
  const said = { zh, en }
  return () => said
}

/** What each column of a roster is called, on screens and in sheets. */
export const rosterFieldTexts: Readonly<Record<RosterField, Text>> = {
  serialNumber: { zh: '序号', en: 'No.' },
  name: { zh: '姓名', en: 'Name' },
  identityNumber: { zh: '身份证号', en: 'Identity number' },
  sex: { zh: '性别', en: 'Sex' },
  ethnicGroup: { zh: '民族', en: 'Ethnic group' },
  bornOn: { zh: '出生日期', en: 'Date of birth' },
  education: { zh: '学历', en: 'Education' },
  admittedOn: { zh: '入党日期', en: 'Admitted on' },
  convertedOn: { zh: '转正日期', en: 'Full member since' },
  branchName: { zh: '所在党支部', en: 'Branch' },
  groupName: { zh: '党小组', en: 'Party group' },
  phone: { zh: '联系电话', en: 'Phone' },
  membershipKind: { zh: '党员类别', en: 'Kind of membership' },
  category: { zh: '身份类别', en: 'Category' },
  post: { zh: '职务', en: 'Post' },
  workplace: { zh: '工作单位', en: 'Workplace' },
  address: { zh: '住址', en: 'Address' },
  note: { zh: '备注', en: 'Note' },
}

/** Codes the rules can give; one without a text does not compile. */
type KnownReason =
  | IdentityNumberRefusal
  | PhoneRefusal
  | MembershipDateRefusal
  | NewcomerRefusal
  | CellRefusal
  | DateCellRefusal
  | Duplicate['code']

/** What is wrong with a row or a value, and what to do; said to the office that filled in the roster. */
const reasonTexts: Readonly<Record<KnownReason, Sayer> & Record<string, Sayer>> = {
  'name-missing': text('没有姓名，请补上', 'The name is missing'),
  'name-not-readable': text('姓名栏里不像姓名，请核对', 'This does not look like a name'),
  'identity-number-missing': text('没有身份证号，请补上', 'The identity number is missing'),
  'identity-number-old-form': text(
    '还是 15 位旧号，请换成 18 位',
    'Old number of 15 digits; give the 18 digits',
  ),
  'identity-number-wrong-length': ({ length }) => ({
    zh: `身份证号是 ${length} 位，应为 18 位`,
    en: `${length} characters; an identity number has 18`,
  }),
  'identity-number-wrong-characters': text(
    '身份证号里有不该有的字符',
    'Characters that no identity number has',
  ),
  'identity-number-wrong-birth-date': text(
    '身份证号里的出生日期不存在',
    'The birth date inside the number does not exist',
  ),
  'identity-number-wrong-check-digit': ({ tail }) => ({
    zh: `身份证号校验位不对，尾号 ${tail}，请对照证件`,
    en: `Wrong check digit, number ending in ${tail}; compare with the card`,
  }),
  'identity-number-lost-digits': text(
    '身份证号被表格当成数字，后几位已经丢了。请把这一列设成文本格式后重填',
    'The sheet kept the number as a figure and lost its last digits; set the column to text and type it again',
  ),
  'sex-differs-from-identity-number': text('性别和身份证号对不上', 'Sex and identity number disagree'),
  'birth-date-differs-from-identity-number': ({ stated }) => ({
    zh: `出生日期 ${stated} 和身份证号对不上`,
    en: `Date of birth ${stated} and identity number disagree`,
  }),
  'sex-not-readable': ({ text: shown }) => ({
    zh: `性别“${shown}”看不懂，写男或女`,
    en: `Sex “${shown}” is not understood`,
  }),
  'education-not-readable': ({ text: shown }) => ({
    zh: `学历“${shown}”看不懂，这一项没有收`,
    en: `Education “${shown}” is not understood and was left out`,
  }),
  'ethnic-group-not-readable': ({ text: shown }) => ({
    zh: `民族“${shown}”不在 56 个民族里，这一项没有收`,
    en: `Ethnic group “${shown}” is not on the list and was left out`,
  }),
  'member-class-not-readable': ({ text: shown }) => ({
    zh: `类别“${shown}”看不懂，这一项没有收`,
    en: `Category “${shown}” is not understood and was left out`,
  }),
  'phone-missing': text('没有电话', 'No phone'),
  'phone-several': text('一格里有几个电话，没有收。请只留一个', 'Several numbers in one cell; keep one'),
  'phone-not-a-number': text('电话号码不对，没有收', 'Not a phone number; left out'),
  'phone-lost-digits': text(
    '电话被表格当成数字丢了位数，没有收',
    'The sheet lost digits of the phone; left out',
  ),
  'date-not-readable': ({ text: shown }) => ({
    zh: `日期“${shown}”看不懂，写成 2009-06-03`,
    en: `Date “${shown}” is not understood; write 2009-06-03`,
  }),
  'date-does-not-exist': ({ text: shown }) => ({ zh: `没有 ${shown} 这一天`, en: `There is no ${shown}` }),
  'date-out-of-range': ({ day }) => ({ zh: `日期 ${day} 太早或太晚`, en: `Date ${day} is out of range` }),
  'date-two-digit-year': ({ text: shown }) => ({
    zh: `“${shown}”年份要写 4 位`,
    en: `“${shown}” needs a year of 4 digits`,
  }),
  'date-month-ambiguous': text(
    '分不清是 1 月还是 10 月，请写成 2009-01 或 2009-10',
    'January or October? Write 2009-01 or 2009-10',
  ),
  'admission-in-future': ({ admittedOn }) => ({
    zh: `入党日期 ${admittedOn} 还没到`,
    en: `Admission ${admittedOn} is in the future`,
  }),
  'admission-under-age': ({ age }) => ({
    zh: `入党时 ${age} 岁，不满 18 岁，请核对`,
    en: `${age} years old at admission; under 18`,
  }),
  'conversion-before-admission': text('转正日期早于入党日期', 'Conversion before admission'),
  'conversion-in-future': ({ convertedOn }) => ({
    zh: `转正日期 ${convertedOn} 还没到`,
    en: `Conversion ${convertedOn} is in the future`,
  }),
  'conversion-before-probation-ends': text(
    '入党不满一年就转正，请核对',
    'Converted within a year of admission',
  ),
  'conversion-date-missing': text(
    '没有转正日期，请补上；还是预备党员的请写明',
    'The day of conversion is missing; say so if still on probation',
  ),
  'admission-date-missing': text('没有入党日期，请补上', 'The admission date is missing'),
  'membership-kind-disagrees': text(
    '写着预备党员，又有转正日期',
    'Called probationary, yet with a day of conversion',
  ),
  'membership-kind-backwards': text(
    '在册是正式党员，表上写预备党员',
    'A full member on the register, probationary in the roster',
  ),
  'branch-name-missing': text('没有写党支部', 'The branch is missing'),
  'branch-unknown': ({ name }) => ({ zh: `没有“${name}”这个党支部`, en: `There is no branch “${name}”` }),
  'branch-ambiguous': ({ name }) => ({
    zh: `“${name}”不止一个，请写全称`,
    en: `More than one “${name}”; write the full name`,
  }),
  'branch-outside-target': ({ name, target }) => ({
    zh: `“${name}”不在${target}下面，这一次不收`,
    en: `“${name}” is not below ${target}`,
  }),
  'branch-needs-transfer': ({ to }) => ({
    zh: `表上的党支部是${to}，跨党委要走组织关系转接，这一项没有收`,
    en: `The roster says ${to}; moving between committees needs a transfer and was left out`,
  }),
  'branch-closed-meanwhile': text(
    '核对以后这个党支部撤了或调走了',
    'The branch was dissolved or moved since',
  ),
  'affiliation-group-missing': ({ branch }) => ({
    zh: `${branch}分了党小组，请写明在哪个小组`,
    en: `${branch} has party groups; say which one`,
  }),
  'member-in-other-organisation': ({ target }) => ({
    zh: `这个人的组织关系不在${target}，要先转接`,
    en: `This member belongs elsewhere than ${target}; a transfer comes first`,
  }),
  'member-already-closed': text(
    '这个人的档案已经关闭，导入不能重开',
    'The file is closed; an import reopens nothing',
  ),
  'identity-number-of-other-member': text(
    '身份证号在册，姓名不同。请对照证件',
    'The number is on the register under another name',
  ),
  'identity-number-twice-in-sheet': ({ row }) => ({
    zh: `身份证号和第 ${row} 行相同`,
    en: `Same number as row ${row}`,
  }),
  'identity-number-now-on-file': text(
    '核对以后这个身份证号已经建档',
    'A file with this number was opened since',
  ),
  'register-changed': text('核对以后在册信息有改动，没有覆盖', 'The register changed since; not overwritten'),
  'same-number-in-sheet': ({ row }) => ({
    zh: `身份证号和第 ${row} 行相同`,
    en: `Same number as row ${row}`,
  }),
  'same-name-and-birth-date-in-sheet': ({ row }) => ({
    zh: `姓名和出生日期与第 ${row} 行相同，号码不同`,
    en: `Same name and birth date as row ${row}, another number`,
  }),
  'same-number-other-name': text(
    '身份证号在册，姓名不同',
    'The number is on the register under another name',
  ),
  'same-name-and-birth-date': text(
    '在册有同名同出生日期的人，号码不同',
    'Somebody of this name and birth date is on the register',
  ),
  'not-ticked': text('没有勾选', 'Not ticked'),
}

/** What to know before a row is written. */
const cautionTexts: Readonly<Record<string, Sayer>> = {
  'standing-changes': text('党龄会变，需先附审批材料，暂不写入', 'Party standing changes; papers come first'),
  'conversion-needs-approval': text(
    '预备转正要有审批，暂不写入',
    'Conversion needs approval; papers come first',
  ),
  'branch-changes': text(
    '换党支部，组织关系跟着变，请勾选确认',
    'The branch changes, and with it where they belong',
  ),
  'category-changes': text(
    '类别改了，下个月起积分办法随之改变',
    'Points rules follow the category from next month',
  ),
  'category-missing': text('没写类别，先记为其他', 'No category; kept as other'),
  'admission-day-unknown': ({ day }) => ({
    zh: `入党日期只到月，先记为 ${day}`,
    en: `Admission known to the month only; kept as ${day}`,
  }),
}

/** The text of a reason or caution; the code itself where a newer one has no text yet. */
export function sayReason(code: string, details: RefusalDetails): { zh: string; en: string } {
  return (reasonTexts[code] ?? cautionTexts[code])?.(details) ?? { zh: code, en: code }
}

/** Codes that have a text. */
export const saidReasons: readonly string[] = [...Object.keys(reasonTexts), ...Object.keys(cautionTexts)]
