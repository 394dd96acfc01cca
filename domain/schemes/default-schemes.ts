import { defaultCarryOver } from '../points/base.ts'
import { noCaps } from '../points/credit.ts'
import { toPoints } from '../shared/points.ts'
import { capsOf } from './defaults/build-item.ts'
import { officeItems, otherItems, stateFirmItems } from './defaults/office-firm.ts'
import { floatingItems, retiredItems } from './defaults/retired-floating.ts'
import { communityItems, ruralItems } from './defaults/rural-community.ts'
import { privateFirmItems, schoolItems, schoolVetoes, socialItems } from './defaults/school-private-social.ts'
import type { MemberClass, ProposalLine, SchemeContent, SchemeField, SchemeItem, Words } from './scheme.ts'

/** Lines for the meeting to start from; the county sets its own. */
export const defaultProposalLines: readonly ProposalLine[] = [
  { from: toPoints(8500), proposal: 'excellent' },
  { from: toPoints(6000), proposal: 'qualified' },
  { from: toPoints(0), proposal: 'basicallyQualified' },
]

/** The frame of appendix 2: 30 base, 60 process (5 a month), 10 bonus; attendance at most 30 percent. */
function frame(
  field: SchemeContent['field'],
  memberClass: MemberClass,
  title: Words,
  items: readonly SchemeItem[],
  change: Partial<SchemeContent> = {},
): SchemeContent {
  return {
    field,
    memberClass,
    title,
    scored: true,
    graded: true,
    categories: {
      duty: capsOf({ month: 1.5, year: 18 }),
      pledgesAndTasks: capsOf({ month: 2.5, year: 30 }),
      serviceAndExample: capsOf({ month: 1, year: 12 }),
      bonus: capsOf({ year: 10 }),
      deductions: noCaps,
    },
    items,
    vetoes: [],
    totalCap: toPoints(10_000),
    openBonus: null,
    carryOver: defaultCarryOver,
    appraisalPercent: 20,
    attendancePercent: 30,
    proposalLines: defaultProposalLines,
    lateEntryDays: 31,
    decideDays: 7,
    answerWorkingDays: 5,
    noticeWorkingDays: 5,
    rhythm: 'monthly',
    ...change,
  }
}

const inPost: readonly (readonly [SchemeField, string, string, readonly SchemeItem[]])[] = [
  ['rural', '农村党员积分办法', 'Points of rural members', ruralItems],
  ['community', '社区党员积分办法', 'Points of community members', communityItems],
  ['governmentOffice', '机关党员积分办法', 'Points of members in government offices', officeItems],
  ['stateFirm', '国有企业党员积分办法', 'Points of members in state firms', stateFirmItems],
  ['school', '学校党员积分办法', 'Points of members in schools', schoolItems],
  ['privateFirm', '非公企业党员积分办法', 'Points of members in private firms', privateFirmItems],
  ['socialOrganisation', '社会组织党员积分办法', 'Points of members in social organisations', socialItems],
  ['other', '党员积分办法（通用）', 'Points of members, general', otherItems],
]

/**
 * The schemes a county starts with (appendix 2): one per field for members in post, and for every field one for retired,
 * floating and exempt members. Probationary members take that of their field, without grade.
 */
export const defaultSchemes: readonly SchemeContent[] = [
  ...inPost.map(([field, zh, en, items]) =>
    frame(field, 'inPost', { zh, en }, items, field === 'school' ? { vetoes: schoolVetoes } : {}),
  ),
  frame('every', 'retired', { zh: '离退休党员积分办法', en: 'Points of retired members' }, retiredItems),
  frame('every', 'floating', { zh: '流动党员积分办法', en: 'Points of floating members' }, floatingItems),
  frame(
    'every',
    'exempt',
    { zh: '经批准不参加积分的党员', en: 'Members left out of scoring by decision' },
    [],
    {
      scored: false,
      graded: false,
      proposalLines: [],
    },
  ),
]
