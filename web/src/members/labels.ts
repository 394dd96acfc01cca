import type { MemberCategory } from '@steward/domain/members/category.ts'
import type { Education } from '@steward/domain/members/education.ts'
import type { LookPurpose } from '@steward/domain/members/look.ts'
import type { MemberState } from '@steward/domain/members/member-state.ts'
import type { RosterTag } from '@steward/domain/members/tag.ts'
import type { Text } from '../shared/texts.ts'

export const categoryTexts: Readonly<Record<MemberCategory, Text>> = {
  servingMember: { zh: '在职', en: 'Serving' },
  retiredMember: { zh: '离退休', en: 'Retired' },
  farmer: { zh: '农村', en: 'Farmer' },
  student: { zh: '学生', en: 'Student' },
  laidOffMember: { zh: '下岗失业', en: 'Laid off' },
  selfEmployed: { zh: '个体经营', en: 'Self-employed' },
  other: { zh: '其他', en: 'Other' },
}

export const stateTexts: Readonly<Record<MemberState, Text>> = {
  active: { zh: '正常', en: 'Active' },
  suspended: { zh: '停止党籍', en: 'Membership stopped' },
  transferredOut: { zh: '已转出', en: 'Transferred out' },
  deceased: { zh: '去世', en: 'Deceased' },
  withdrawn: { zh: '退党', en: 'Withdrew' },
  persuadedToWithdraw: { zh: '劝退', en: 'Persuaded to withdraw' },
  removedFromRolls: { zh: '除名', en: 'Removed from the rolls' },
  expelled: { zh: '开除党籍', en: 'Expelled' },
  probationCancelled: { zh: '取消预备资格', en: 'Probation cancelled' },
}
export const stateFilterTexts: Readonly<Record<MemberState | 'onRoll' | 'all', Text>> = {
  onRoll: { zh: '在册', en: 'On the roll' },
  all: { zh: '全部', en: 'All' },
  ...stateTexts,
}

export const kindTexts: Readonly<Record<'full' | 'probationary', Text>> = {
  full: { zh: '正式党员', en: 'Full member' },
  probationary: { zh: '预备党员', en: 'Probationary member' },
}
export const sexTexts: Readonly<Record<'male' | 'female', Text>> = {
  male: { zh: '男', en: 'Male' },
  female: { zh: '女', en: 'Female' },
}

export const educationTexts: Readonly<Record<Education, Text>> = {
  doctor: { zh: '博士', en: 'Doctorate' },
  master: { zh: '硕士', en: 'Master' },
  postgraduate: { zh: '研究生', en: 'Postgraduate' },
  bachelor: { zh: '大学本科', en: 'Bachelor' },
  juniorCollege: { zh: '大专', en: 'Junior college' },
  technicalSecondary: { zh: '中专', en: 'Technical secondary' },
  highSchool: { zh: '高中', en: 'High school' },
  middleSchool: { zh: '初中', en: 'Middle school' },
  primarySchool: { zh: '小学', en: 'Primary school' },
  none: { zh: '未上学', en: 'None' },
}

export const tagTexts: Readonly<Record<RosterTag, Text>> = {
  leadingCadreMember: { zh: '党员领导干部', en: 'Leading cadre' },
  memberWithoutPost: { zh: '无职党员', en: 'Without post' },
  veteranMember: { zh: '老党员', en: 'Veteran' },
  floatingMember: { zh: '流动党员', en: 'Floating' },
  lostContactMember: { zh: '失联', en: 'Lost contact' },
  delegateRole: { zh: '两代表一委员', en: 'Delegate' },
}

export const purposeTexts: Readonly<Record<LookPurpose, Text>> = {
  contact: { zh: '联系本人', en: 'To contact the member' },
  verify: { zh: '核对身份', en: 'To verify identity' },
  transfer: { zh: '办理转接', en: 'For a transfer' },
  report: { zh: '上报材料', en: 'For a report' },
  emergency: { zh: '急事', en: 'Emergency' },
  other: { zh: '其他', en: 'Other' },
}

export const lookTexts: Readonly<Record<'page' | 'unmask' | 'export', Text>> = {
  page: { zh: '看档案', en: 'Opened the file' },
  unmask: { zh: '看完整号码', en: 'Saw full numbers' },
  export: { zh: '导出花名册', en: 'Exported the roster' },
}

export const sourceTexts: Readonly<Record<'form' | 'import' | 'correction' | 'system-of-record', Text>> = {
  form: { zh: '手工登记', en: 'By hand' },
  import: { zh: '导入', en: 'Import' },
  correction: { zh: '本人申请更正', en: 'Asked by the member' },
  'system-of-record': { zh: '上级系统', en: 'System above' },
}

/** Names of fields, in changes, corrections and forms. */
export const fieldTexts: Readonly<Record<string, Text>> = {
  name: { zh: '姓名', en: 'Name' },
  identityNumber: { zh: '身份证号', en: 'Identity number' },
  sex: { zh: '性别', en: 'Sex' },
  bornOn: { zh: '出生日期', en: 'Date of birth' },
  ethnicGroup: { zh: '民族', en: 'Ethnic group' },
  education: { zh: '学历', en: 'Education' },
  phone: { zh: '手机', en: 'Phone' },
  address: { zh: '住址', en: 'Address' },
  workplace: { zh: '工作单位', en: 'Workplace' },
  post: { zh: '职务', en: 'Post' },
  category: { zh: '类别', en: 'Category' },
  admittedOn: { zh: '入党日期', en: 'Admitted' },
  convertedOn: { zh: '转正日期', en: 'Converted' },
  probationEndsOn: { zh: '预备期满', en: 'Probation ends' },
  extensionMonths: { zh: '延长预备期', en: 'Extension of probation' },
  earlyConversion: { zh: '提前转正原因', en: 'Reason of early conversion' },
  branch: { zh: '所在支部', en: 'Branch' },
  state: { zh: '党籍', en: 'State' },
  tag: { zh: '标签', en: 'Mark' },
  kind: { zh: '党员身份', en: 'Membership' },
  group: { zh: '党小组', en: 'Party group' },
  tags: { zh: '标签', en: 'Marks' },
  age: { zh: '年龄', en: 'Age' },
  standing: { zh: '党龄', en: 'Standing' },
}

export const rosterTexts = {
  title: { zh: '花名册', en: 'Roster' },
  people: { zh: '{count} 人', en: '{count} people' },
  search: { zh: '姓名、拼音、号码后四位', en: 'Name, pinyin, last four digits' },
  searchLabel: { zh: '在名单里找', en: 'Find in this list' },
  import: { zh: '导入', en: 'Import' },
  export: { zh: '导出', en: 'Export' },
  more: { zh: '更多', en: 'More' },
  less: { zh: '收起', en: 'Less' },
  category: { zh: '类别', en: 'Category' },
  state: { zh: '状态：{state}', en: 'State: {state}' },
  sort: { zh: '排序：{sort}', en: 'Sort: {sort}' },
  saved: { zh: '常用筛选', en: 'Saved filters' },
  saveThis: { zh: '存下这个筛选', en: 'Save this filter' },
  saveName: { zh: '叫什么', en: 'Name' },
  saveHelp: {
    zh: '只有你自己看得到，最多存二十个。同名的会换成新的。',
    en: 'Only you see it, twenty at most. The same name replaces the old one.',
  },
  save: { zh: '存下', en: 'Save' },
  remove: { zh: '去掉“{name}”', en: 'Remove “{name}”' },
  clear: { zh: '清除筛选', en: 'Clear' },
  any: { zh: '不限', en: 'Any' },
  from: { zh: '{field}从', en: '{field} from' },
  to: { zh: '到', en: 'to' },
  years: { zh: '岁', en: 'years' },
  lacking: { zh: '缺少', en: 'Lacking' },
  lackingOf: { zh: '没有{field}', en: 'No {field}' },
  rangeFrom: { zh: '{field} {from} 年以上', en: '{field} {from} years and more' },
  rangeTo: { zh: '{field} {to} 年以下', en: '{field} up to {to} years' },
  rangeBoth: { zh: '{field} {from} 到 {to} 年', en: '{field} {from} to {to} years' },
  ageFrom: { zh: '{from} 岁以上', en: 'aged {from} and over' },
  ageTo: { zh: '{to} 岁以下', en: 'aged up to {to}' },
  ageBoth: { zh: '{from} 到 {to} 岁', en: 'aged {from} to {to}' },
  searched: { zh: '含“{text}”', en: 'containing “{text}”' },
  sentence: { zh: '只看：{parts}', en: 'Only: {parts}' },
  shown: { zh: '第 {from}–{to} 人，共 {total} 人', en: '{from}–{to} of {total}' },
  chosen: { zh: '选了 {count} 人', en: '{count} chosen' },
  unchoose: { zh: '不选了', en: 'Clear choice' },
  choose: { zh: '选{name}', en: 'Choose {name}' },
  chooseAll: { zh: '全选已显示的', en: 'Choose all shown' },
  keys: { zh: '↑↓ 移动，Enter 打开，X 选中', en: '↑↓ move, Enter opens, X chooses' },
  probation: { zh: '预备', en: 'probation' },
  empty: { zh: '这里还没有党员', en: 'No members here yet' },
  emptyNext: {
    zh: '导入花名册，或者在支部里一个一个登记；纸质名册也可以照着录。',
    en: 'Import a roster, or record members one by one in their branch; a paper roll can be typed in.',
  },
  none: { zh: '没有符合筛选的人', en: 'Nobody fits the filter' },
  noneNext: { zh: '放宽一项，或清除筛选再看。', en: 'Loosen one field, or clear the filter.' },
  what: { zh: '名单', en: 'the list' },
  admit: { zh: '登记一名党员', en: 'Record a member' },
  figures: { zh: '看构成', en: 'Figures' },
  moreActs: { zh: '更多操作', en: 'More acts' },
} as const satisfies Record<string, Text>

export const sortTexts = {
  name: { zh: '姓名', en: 'name' },
  administrative: { zh: '组织次序', en: 'organisation' },
  standing: { zh: '党龄', en: 'party standing' },
} as const satisfies Record<string, Text>
