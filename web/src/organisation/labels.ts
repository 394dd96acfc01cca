import type { Text } from '../shared/texts.ts'
import type {
  ChangeKind,
  Coverage,
  DefectCode,
  FactKind,
  FormWord,
  KindWord,
  PostWord,
  UnitWord,
} from './hooks.ts'

export const kindTexts: Record<KindWord, Text> = {
  countyCommittee: { zh: '县委', en: 'County committee' },
  workCommittee: { zh: '党工委', en: 'Work committee' },
  baseCommittee: { zh: '基层党委', en: 'Base committee' },
  generalBranch: { zh: '党总支', en: 'General branch' },
  branch: { zh: '党支部', en: 'Branch' },
  partyGroup: { zh: '党小组', en: 'Group' },
}

export const formTexts: Record<FormWord, Text> = {
  independent: { zh: '单独组建', en: 'Of its own' },
  joint: { zh: '联合组建', en: 'Joint' },
  attached: { zh: '挂靠组建', en: 'Attached' },
  villageEnterprise: { zh: '村企联建', en: 'Village with enterprise' },
  villageTown: { zh: '村镇联建', en: 'Village with town' },
  temporary: { zh: '临时', en: 'Temporary' },
  floating: { zh: '流动党员', en: 'Floating members' },
  retired: { zh: '离退休', en: 'Retired members' },
  byTrade: { zh: '行业或产业链', en: 'By trade' },
}

export const fieldTexts = {
  rural: { zh: '农村', en: 'Rural' },
  community: { zh: '社区', en: 'Community' },
  governmentOffice: { zh: '机关', en: 'Government office' },
  stateFirm: { zh: '国有企业', en: 'State firm' },
  school: { zh: '学校', en: 'School' },
  privateFirm: { zh: '非公企业', en: 'Private firm' },
  socialOrganisation: { zh: '社会组织', en: 'Social organisation' },
  otherPublicBody: { zh: '其他事业单位', en: 'Other public body' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>

export const belongsTexts = {
  village: { zh: '村，任期五年', en: 'Village, term of five years' },
  community: { zh: '社区，任期五年', en: 'Community, term of five years' },
  other: { zh: '其他，任期三年', en: 'Other, term of three years' },
} as const satisfies Record<string, Text>

export const postTexts: Record<PostWord, Text> = {
  secretary: { zh: '书记', en: 'Secretary' },
  deputySecretary: { zh: '副书记', en: 'Deputy secretary' },
  orgCommissioner: { zh: '组织委员', en: 'Organisation' },
  publicityCommissioner: { zh: '宣传委员', en: 'Publicity' },
  disciplineCommissioner: { zh: '纪检委员', en: 'Discipline' },
  member: { zh: '委员', en: 'Committee member' },
  groupLeader: { zh: '组长', en: 'Group leader' },
}

export const filledTexts = {
  election: { zh: '选举', en: 'elected' },
  appointment: { zh: '上级指派', en: 'appointed from above' },
} as const satisfies Record<string, Text>

export const coverageTexts: Record<Coverage, Text> = {
  own: { zh: '单独组建', en: 'Own organisation' },
  joint: { zh: '联合组建', en: 'Joint organisation' },
  attached: { zh: '挂靠', en: 'Attached' },
  none: { zh: '没有覆盖', en: 'Not covered' },
}

export const unitTexts: Record<UnitWord, Text> = {
  privateFirm: { zh: '非公企业', en: 'Private firms' },
  stateFirm: { zh: '国有企业', en: 'State firms' },
  village: { zh: '村', en: 'Villages' },
  community: { zh: '社区', en: 'Communities' },
  office: { zh: '机关', en: 'Offices' },
  school: { zh: '学校', en: 'Schools' },
  socialOrganisation: { zh: '社会组织', en: 'Social organisations' },
  other: { zh: '其他单位', en: 'Other units' },
}

/** The short word for a tag. */
export const defectTexts: Record<DefectCode, Text> = {
  onePersonBranch: { zh: '只有一名党员', en: 'One member only' },
  tooFewFullMembers: { zh: '正式党员不足三名', en: 'Fewer than three full members' },
  tooLarge: { zh: '超过五十人', en: 'More than fifty' },
  needsGeneralBranch: { zh: '可设党总支', en: 'General branch possible' },
  needsBaseCommittee: { zh: '可设基层党委', en: 'Base committee possible' },
  noSecretary: { zh: '书记空缺', en: 'No secretary' },
  noCommittee: { zh: '没有支委会', en: 'No committee' },
  committeeWrongSize: { zh: '班子人数不合', en: 'Committee of wrong size' },
  committeeWithoutNeed: { zh: '不到七人设了支委会', en: 'Committee below seven' },
  noTerm: { zh: '没有登记任期', en: 'No term recorded' },
  termExpired: { zh: '任期已满', en: 'Term over' },
  termEndingSoon: { zh: '快要换届', en: 'Election near' },
  temporaryOverdue: { zh: '临时支部该撤未撤', en: 'Temporary branch overdue' },
  noPremises: { zh: '没有活动场所', en: 'No place to meet' },
  rentedOffice: { zh: '办公用房是租的', en: 'Rented office' },
  secretaryWithoutExperience: { zh: '书记没有党务经历', en: 'Secretary without experience' },
  noFullTimeStaff: { zh: '没有专职人员', en: 'No full-time staff' },
  noRules: { zh: '没有工作制度', en: 'No rules' },
}

/** What the rule asks, with the figures of this case. */
export const defectReasons: Record<DefectCode, Text> = {
  onePersonBranch: {
    zh: '在册 {members} 人，一个支部至少三名正式党员',
    en: '{members} on the roll; a branch has three full members',
  },
  tooFewFullMembers: {
    zh: '正式党员 {fullMembers} 名，至少 {min} 名',
    en: '{fullMembers} full members, {min} at least',
  },
  tooLarge: {
    zh: '在册 {members} 人，一般不超过 {max} 人',
    en: '{members} members, generally {max} at most',
  },
  needsGeneralBranch: {
    zh: '在册 {members} 人，超过 {above} 人可以设党总支',
    en: '{members} members; above {above} a general branch is possible',
  },
  needsBaseCommittee: {
    zh: '在册 {members} 人，超过 {above} 人可以设基层党委',
    en: '{members} members; above {above} a base committee is possible',
  },
  noSecretary: {
    zh: '没有在任书记，要尽快补上',
    en: 'Nobody holds the post; it is to be filled without delay',
  },
  noCommittee: {
    zh: '正式党员 {fullMembers} 名，应设 {min} 到 {max} 人的班子，现有 {seats} 人',
    en: '{fullMembers} full members need a committee of {min} to {max}; {seats} sit now',
  },
  committeeWrongSize: {
    zh: '班子现有 {seats} 人，应为 {min} 到 {max} 人',
    en: '{seats} sit now; {min} to {max} are due',
  },
  committeeWithoutNeed: {
    zh: '正式党员 {fullMembers} 名，不满七名只设书记，需要时设一名副书记',
    en: '{fullMembers} full members; under seven there is a secretary and a deputy if needed',
  },
  noTerm: { zh: '系统里没有这个组织的任期', en: 'No term of this organisation is on record' },
  termExpired: { zh: '{startedOn}起，每届 {years} 年', en: 'Since {startedOn}, {years} years a term' },
  termEndingSoon: {
    zh: '{startedOn}起，每届 {years} 年，半年内到期',
    en: 'Since {startedOn}, {years} years; it ends within half a year',
  },
  temporaryOverdue: { zh: '任务定于{taskEndsOn}结束', en: 'The task was to end on {taskEndsOn}' },
  noPremises: { zh: '登记为没有场所', en: 'Recorded as without a place' },
  rentedOffice: { zh: '登记为租用', en: 'Recorded as rented' },
  secretaryWithoutExperience: {
    zh: '现任书记登记为没有党务工作经历',
    en: 'The present secretary has no experience on record',
  },
  noFullTimeStaff: { zh: '登记的专职人员是 0 人', en: 'Full-time staff on record: none' },
  noRules: { zh: '登记为没有制度', en: 'Recorded as without rules' },
}

export const ownerTexts = {
  branchSecretary: { zh: '支部书记', en: 'Branch secretary' },
  baseCommittee: { zh: '上级党委', en: 'Committee above' },
  orgDepartment: { zh: '县委组织部', en: 'County organisation department' },
} as const satisfies Record<string, Text>

export const changeTexts: Record<ChangeKind, Text> = {
  register: { zh: '录入系统', en: 'Entered' },
  setUp: { zh: '设立', en: 'Set up' },
  rename: { zh: '更名', en: 'Renamed' },
  move: { zh: '调整隶属', en: 'Moved' },
  merge: { zh: '并入别的组织', en: 'Took others up' },
  mergedInto: { zh: '并入', en: 'Merged into' },
  split: { zh: '分设', en: 'Divided' },
  splitOff: { zh: '由分设而来', en: 'Split off' },
  dissolve: { zh: '撤销', en: 'Dissolved' },
  changeForm: { zh: '改类别或形式', en: 'Kind or form changed' },
  correct: { zh: '更正资料', en: 'Corrected' },
}

export const factTexts: Record<FactKind, Text> = {
  premises: { zh: '活动场所', en: 'Place to meet' },
  secretaryExperience: { zh: '书记党务经历', en: 'Secretary’s experience' },
  fullTimeStaff: { zh: '专职人员', en: 'Full-time staff' },
  rules: { zh: '工作制度', en: 'Rules' },
}

export const factValueTexts: Readonly<Record<string, Text>> = {
  own: { zh: '自有', en: 'own' },
  rented: { zh: '租用', en: 'rented' },
  none: { zh: '没有', en: 'none' },
  yes: { zh: '有', en: 'yes' },
  no: { zh: '没有', en: 'no' },
}
