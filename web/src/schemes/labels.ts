import type { PointsCategory } from '@steward/domain/points/category.ts'
import type {
  ApprovalRoute,
  AutomaticSource,
  Awarder,
  Claimant,
  EvidenceKind,
  MemberClass,
  Proposal,
  Rhythm,
  SchemeField,
  ValueUnit,
} from '@steward/domain/schemes/scheme.ts'
import type { Text } from '../shared/texts.ts'

export const schemeLabels = {
  title: { zh: '积分办法', en: 'Points schemes' },
  intro: {
    zh: '每个领域、每类党员一个办法。改动最早从下个月起算，不改已关账的月份。',
    en: 'One scheme for each field and class of members. A change counts from next month at the earliest; closed months stay as they are.',
  },
  memberClass: { zh: '哪类党员', en: 'Members' },
  inForce: { zh: '现行', en: 'In force' },
  next: { zh: '下一版', en: 'Next' },
  draft: { zh: '草稿', en: 'Draft' },
  draftChanges: { zh: '草稿，改了 {count} 处', en: 'Draft, {count} changes' },
  items: { zh: '事项', en: 'Items' },
  notScored: { zh: '不积分', en: 'Not scored' },
  none: { zh: '没有', en: 'None' },
  empty: { zh: '这个县还没有积分办法', en: 'This county has no scheme yet' },
  emptyNext: {
    zh: '设立县的时候会装入一套默认办法。没有的话，请系统管理员看一下运行检查。',
    en: 'A set of defaults is put in when a county is set up. Ask the system administrator to run the check.',
  },
  mine: { zh: '我的积分怎么算', en: 'What counts for me' },
  exemptions: { zh: '经决定不参加积分的党员', en: 'Members left out of scoring' },
  effectiveFrom: { zh: '{month}起', en: 'from {month}' },
  until: { zh: '到{month}', en: 'until {month}' },
  decidedBy: { zh: '{body} {number}，{day}', en: '{body} {number}, {day}' },
  versions: { zh: '各版', en: 'Versions' },
  beginDraft: { zh: '起草下一版', en: 'Begin the next version' },
  openDraft: { zh: '打开草稿', en: 'Open the draft' },
  beginning: { zh: '正在起草', en: 'Beginning' },
  compareWith: { zh: '与{label}的办法对照', en: 'Compare with {label}' },
  back: { zh: '积分办法', en: 'Points schemes' },
  item: { zh: '事项', en: 'Item' },
  each: { zh: '每次', en: 'Each' },
  monthCap: { zh: '月封顶', en: 'Month cap' },
  yearCap: { zh: '年封顶', en: 'Year cap' },
  start: { zh: '起点', en: 'Start' },
  ofLastYear: { zh: '去年 {percent}%', en: '{percent}% of last year' },
  notSet: { zh: '不另设', en: 'None' },
  withKind: { zh: '随大类', en: 'By kind' },
  open: { zh: '不封顶', en: 'Open' },
  attendance: { zh: '考勤类', en: 'Attendance' },
  automatic: { zh: '自动记', en: 'Recorded' },
  outsideCaps: { zh: '不占封顶', en: 'Outside caps' },
  announced: { zh: '事先公布', en: 'Announced' },
  settings: { zh: '其他规定', en: 'Other rules' },
  what: { zh: '积分办法', en: 'the scheme' },
} as const satisfies Record<string, Text>

export const fieldTexts: Record<SchemeField | 'every', Text> = {
  rural: { zh: '农村', en: 'Rural' },
  community: { zh: '社区', en: 'Community' },
  governmentOffice: { zh: '机关', en: 'Government offices' },
  stateFirm: { zh: '国有企业', en: 'State firms' },
  school: { zh: '学校', en: 'Schools' },
  privateFirm: { zh: '非公企业', en: 'Private firms' },
  socialOrganisation: { zh: '社会组织', en: 'Social organisations' },
  other: { zh: '其他', en: 'Other' },
  every: { zh: '各领域', en: 'Every field' },
}
export const classTexts: Record<MemberClass, Text> = {
  inPost: { zh: '在岗党员', en: 'In post' },
  retired: { zh: '离退休党员', en: 'Retired' },
  floating: { zh: '流动党员', en: 'Floating' },
  exempt: { zh: '经批准不参加积分', en: 'Left out by decision' },
  probationary: { zh: '预备党员', en: 'Probationary' },
}
export const kindTexts: Record<PointsCategory, Text> = {
  duty: { zh: '履行义务', en: 'Duties' },
  pledgesAndTasks: { zh: '承诺与任务', en: 'Pledges and tasks' },
  serviceAndExample: { zh: '服务与示范', en: 'Service and example' },
  bonus: { zh: '加分', en: 'Bonus' },
  deductions: { zh: '扣分', en: 'Deductions' },
}
export const unitTexts: Record<ValueUnit, Text> = {
  time: { zh: '次', en: 'time' },
  hour: { zh: '小时', en: 'hour' },
  household: { zh: '户', en: 'household' },
  month: { zh: '月', en: 'month' },
  piece: { zh: '件', en: 'piece' },
  year: { zh: '年', en: 'year' },
}
export const proposalTexts: Record<Proposal, Text> = {
  excellent: { zh: '优秀', en: 'Excellent' },
  qualified: { zh: '合格', en: 'Qualified' },
  basicallyQualified: { zh: '基本合格', en: 'Basically qualified' },
}
export const evidenceTexts: Record<EvidenceKind, Text> = {
  photo: { zh: '照片', en: 'Photo' },
  witness: { zh: '证明人', en: 'Witness' },
  paper: { zh: '纸质材料', en: 'Paper' },
  roster: { zh: '名单', en: 'Roster' },
}
export const claimantTexts: Record<Claimant, Text> = {
  member: { zh: '党员自己报', en: 'The member' },
  helper: { zh: '别人代报', en: 'A helper' },
  secretary: { zh: '支部录入', en: 'The branch' },
}
export const awarderTexts: Record<Awarder, Text> = {
  branch: { zh: '党支部', en: 'Branch' },
  baseCommittee: { zh: '基层党委', en: 'Base committee' },
  county: { zh: '县委组织部', en: 'County' },
  hostBranch: { zh: '流入地支部', en: 'Host branch' },
}
export const approvalTexts: Record<ApprovalRoute, Text> = {
  branch: { zh: '支部审', en: 'Branch' },
  baseCommittee: { zh: '报基层党委审', en: 'Up to the base committee' },
  county: { zh: '报县里审', en: 'Up to the county' },
}
export const automaticTexts: Record<AutomaticSource, Text> = {
  meetingAttendance: { zh: '会议到场名单', en: 'the roster of the meeting' },
  training: { zh: '培训学时', en: 'training hours' },
  dues: { zh: '党费记录', en: 'dues' },
  communityCheckIn: { zh: '社区报到', en: 'community check-in' },
  floatingContact: { zh: '流动联系', en: 'contact while away' },
  selfReport: { zh: '个人情况汇报', en: 'own report' },
}
export const rhythmTexts: Record<Rhythm, Text> = {
  monthly: { zh: '每月', en: 'Monthly' },
  quarterly: { zh: '每季度', en: 'Quarterly' },
  halfYearly: { zh: '每半年', en: 'Half-yearly' },
}

export const mineLabels = {
  intro: {
    zh: '下面是这个月对你算数的事。手机报、纸质登记、别人代报，一样算。',
    en: 'This is what counts for you this month. By phone, on paper or through a helper counts the same.',
  },
  decided: {
    zh: '{body}{number}定的，{month}起用。',
    en: 'Decided by {body}, {number}; in use from {month}.',
  },
  categoryCaps: {
    zh: '这一类每月最多 {month} 分，全年最多 {year} 分',
    en: 'At most {month} a month, {year} a year',
  },
  categoryYear: { zh: '这一类全年最多 {year} 分', en: 'At most {year} a year' },
  categoryOpen: { zh: '这一类不封顶', en: 'No cap' },
  itemMonth: { zh: '每月最多 {points} 分', en: 'at most {points} a month' },
  itemYear: { zh: '全年最多 {points} 分', en: 'at most {points} a year' },
  perUnit: { zh: '每{unit} {points} 分', en: '{points} for each {unit}' },
  range: { zh: '每{unit} {least}–{most} 分', en: '{least}–{most} for each {unit}' },
  byItself: { zh: '不用你报，{source}自动记', en: 'Nothing to report: recorded from {source}' },
  youReport: { zh: '你可以报，也可以请人代报', en: 'You may report it, or ask somebody to' },
  branchRecords: { zh: '由{awarders}记', en: 'Recorded by {awarders}' },
  proof: { zh: '证明：{kinds}，有一样就行', en: 'Proof: {kinds}; one of them will do' },
  proofFree: {
    zh: '证明：{kinds}，愿意附哪样都行，不附也能报',
    en: 'Proof: {kinds}, whichever you like; none is demanded',
  },
  fromHome: { zh: '在家或在外地也能做', en: 'Can be done at home or away' },
  deductions: { zh: '什么情况会扣分', en: 'What takes points off' },
  deductionsTell: {
    zh: '扣分先告诉你事实和依据，给你 {days} 个工作日说明，之后才决定算不算。',
    en: 'You are told the facts and the rule first and have {days} working days to answer before it is decided.',
  },
  baseTell: {
    zh: '每年从去年结果的 {percent}% 起步，最多 {cap} 分；新党员从 {flat} 分起步。',
    en: 'A year begins with {percent}% of last year’s result, at most {cap}; new members begin with {flat}.',
  },
  gradeTell: {
    zh: '积分只给会议作参考，格次由支部开会评定。',
    en: 'Points only inform the meeting; the branch decides the grade.',
  },
  probation: {
    zh: '你在预备期，积分记着，不评格次。',
    en: 'You are on probation: points are kept, no grade is given.',
  },
  late: { zh: '做过的事 {days} 天内都可以报。', en: 'A deed can be reported for {days} days.' },
  exempt: { zh: '你经决定不参加积分', en: 'You are left out of scoring by decision' },
  exemptTell: {
    zh: '{body}{day}决定，从{from}起。这不影响你参加组织生活，也不作任何不利用途。想恢复，告诉支部就行。',
    en: 'Decided by {body} on {day}, from {from}. You take part in everything as before and nothing follows from it. Tell the branch if you want to be scored again.',
  },
  noScheme: { zh: '这个月还没有适用于你的办法', en: 'No scheme is in force for you this month' },
  noSchemeNext: {
    zh: '县里定下来以后会出现在这里。有疑问可以问支部书记。',
    en: 'It will stand here once the county has settled it. Ask the branch secretary if in doubt.',
  },
  noFile: { zh: '这个账号没有连着党员档案', en: 'This account belongs to no member’s file' },
  noFileNext: { zh: '各类办法都在「积分办法」里。', en: 'All schemes stand under “Points schemes”.' },
} as const satisfies Record<string, Text>
