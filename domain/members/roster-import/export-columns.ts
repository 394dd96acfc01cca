import type { MemberCategory } from '../category.ts'
import type { Education } from '../education.ts'
import type { MembershipKind } from '../member.ts'
import type { Sex } from '../../shared/identity-number.ts'
import type { RosterField } from './roster-fields.ts'

/** Columns of an exported roster, in the order offices use; a roster exported and imported again changes nothing. */
export const exportColumns = [
  'serialNumber',
  'name',
  'sex',
  'ethnicGroup',
  'bornOn',
  'identityNumber',
  'education',
  'branchName',
  'groupName',
  'membershipKind',
  'category',
  'admittedOn',
  'convertedOn',
  'phone',
  'post',
  'workplace',
  'address',
] as const satisfies readonly RosterField[]
export type ExportColumn = (typeof exportColumns)[number]

/** Words of an exported roster; each is understood when it is imported. */
export const exportWords: {
  readonly sex: Readonly<Record<Sex, string>>
  readonly membershipKind: Readonly<Record<MembershipKind, string>>
  readonly category: Readonly<Record<MemberCategory, string>>
  readonly education: Readonly<Record<Education, string>>
} = {
  sex: { male: '男', female: '女' },
  membershipKind: { full: '正式党员', probationary: '预备党员' },
  category: {
    servingMember: '在职',
    retiredMember: '离退休',
    farmer: '农民',
    student: '学生',
    laidOffMember: '下岗失业',
    selfEmployed: '个体经营',
    other: '其他',
  },
  education: {
    doctor: '博士研究生',
    master: '硕士研究生',
    postgraduate: '研究生',
    bachelor: '大学本科',
    juniorCollege: '大专',
    technicalSecondary: '中专',
    highSchool: '高中',
    middleSchool: '初中',
    primarySchool: '小学',
    none: '未上学',
  },
}
