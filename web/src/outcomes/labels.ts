import type { Grade } from '@steward/domain/appraisals/grade.ts'
import type { DownTrigger } from '@steward/domain/outcomes/down-trigger.ts'
import type { HelpResult } from '@steward/domain/outcomes/help-plan.ts'
import type { InstrumentKind } from '@steward/domain/outcomes/instrument.ts'
import type { LimitKind } from '@steward/domain/outcomes/limit.ts'
import type { OutcomeList } from '@steward/domain/outcomes/outcome-list.ts'
import type { CompetentBody, OutcomeUse, UseKind } from '@steward/domain/outcomes/outcome-table.ts'
import type { UseState } from '@steward/domain/outcomes/outcome-use.ts'
import type { SubjectKind } from '@steward/domain/outcomes/reader.ts'
import type { Tone } from '../shared/kit/Tag.tsx'
import type { Text } from '../shared/texts.ts'

export const gradeTexts: Readonly<Record<Grade, Text>> = {
  excellent: { zh: '优秀', en: 'Excellent' },
  qualified: { zh: '合格', en: 'Qualified' },
  basicallyQualified: { zh: '基本合格', en: 'Basically qualified' },
  unqualified: { zh: '不合格', en: 'Unqualified' },
}

export const useTexts: Readonly<Record<OutcomeUse, Text>> = {
  cityAward: { zh: '推荐市级以上表彰', en: 'Proposed for awards at city level and up' },
  delegate: { zh: '推荐为代表', en: 'Proposed as delegate' },
  publicity: { zh: '宣传事迹', en: 'Deeds made known' },
  promotionFirst: { zh: '优先提拔使用', en: 'First choice for promotion' },
  reserveFirst: { zh: '优先列为后备', en: 'First choice as reserve' },
  studyTrip: { zh: '外出学习', en: 'Study trip' },
  countyAward: { zh: '县级表彰', en: 'County award' },
  recommendation: { zh: '推荐使用', en: 'Recommended' },
  reserve: { zh: '列为后备', en: 'Reserve' },
  helpPlan: { zh: '帮扶教育', en: 'Help' },
  noAwards: { zh: '暂不参加评优', en: 'No awards for a time' },
  promotionOnHold: { zh: '暂不考虑提拔和调整', en: 'Promotion and moves not considered for now' },
  noPromotion: { zh: '不予提拔', en: 'No promotion for a time' },
  reserveEnds: { zh: '退出后备', en: 'Reserve status ends' },
  warning: { zh: '预警', en: 'Warning' },
  nonLeadingPost: { zh: '转任非领导职务', en: 'Move to a non-leading post' },
  demotionOrRemoval: { zh: '降职或免职', en: 'Demotion or removal from post' },
}

export const kindTexts: Readonly<Record<UseKind, Text>> = {
  encouragement: { zh: '鼓励', en: 'Encouragement' },
  help: { zh: '帮助', en: 'Help' },
  limit: { zh: '限制', en: 'Limit' },
  measure: { zh: '调整', en: 'Measure' },
}

export const bodyTexts: Readonly<Record<CompetentBody, Text>> = {
  branch: { zh: '党支部', en: 'the branch' },
  baseCommittee: { zh: '基层党委', en: 'the base committee' },
  orgDepartment: { zh: '县委组织部', en: 'the organisation department' },
  county: { zh: '县委', en: 'the county committee' },
}

export const stateTexts: Readonly<Record<UseState, { text: Text; tone: Tone }>> = {
  drafted: { text: { zh: '建议', en: 'Draft' }, tone: 'line' },
  confirmed: { text: { zh: '已定', en: 'Decided' }, tone: 'plain' },
  declined: { text: { zh: '没采用', en: 'Not taken up' }, tone: 'plain' },
  withdrawn: { text: { zh: '已撤回', en: 'Taken back' }, tone: 'plain' },
}

export const listTexts: Readonly<Record<OutcomeList, Text>> = {
  recommended: { zh: '评优推荐', en: 'Recommended for awards' },
  commended: { zh: '表彰名单', en: 'Commended' },
  delegates: { zh: '代表推荐', en: 'Delegates' },
  publicity: { zh: '事迹宣传', en: 'Publicity' },
  promotion: { zh: '优先使用', en: 'First for promotion' },
  reserve: { zh: '后备', en: 'Reserve' },
  trips: { zh: '外出学习', en: 'Study trips' },
  help: { zh: '帮扶', en: 'Help' },
  limits: { zh: '限制', en: 'Limits' },
  measures: { zh: '调整建议', en: 'Measures' },
}

export const limitTexts: Readonly<Record<LimitKind, Text>> = {
  awards: { zh: '限制评优', en: 'No awards' },
  promotion: { zh: '限制提拔', en: 'No promotion' },
  appointmentHold: { zh: '暂缓任用', en: 'Appointment on hold' },
  reserve: { zh: '退出后备', en: 'Not on the reserve' },
}

export const helpResultTexts: Readonly<Record<HelpResult, Text>> = {
  changed: { zh: '有转变', en: 'Changed' },
  partly: { zh: '有一些转变', en: 'Partly changed' },
  notChanged: { zh: '没有转变', en: 'Not changed' },
}

export const instrumentTexts: Readonly<Record<InstrumentKind, Text>> = {
  encouragement: { zh: '鼓励激励', en: 'Encouragement' },
  tolerance: { zh: '容错纠错', en: 'Tolerance' },
  upOrDown: { zh: '能上能下', en: 'Up or down' },
  warningMeasures: { zh: '预警办法', en: 'Warning measures' },
  preAppointmentExam: { zh: '任前考试办法', en: 'Exam before appointment' },
  pointsInMechanisms: { zh: '积分在三项机制中的运用', en: 'Points in the three mechanisms' },
}

export const triggerTexts: Readonly<Record<DownTrigger, Text>> = {
  unqualified: { zh: '本年不合格', en: 'Unqualified this year' },
  twiceBasicallyQualified: { zh: '连续两年基本合格', en: 'Basically qualified two years running' },
  ballots: {
    zh: '票里基本合格和不合格到三成、不合格超过一成半',
    en: 'Ballots: basically qualified and unqualified at 30 percent, unqualified above 15',
  },
}

export const fileKindTexts: Readonly<Record<SubjectKind, Text>> = {
  use: { zh: '结果运用', en: 'Use of the result' },
  limit: { zh: '限制', en: 'Limit' },
  helpPlan: { zh: '帮扶计划', en: 'Help plan' },
  warning: { zh: '预警', en: 'Warning' },
  caution: { zh: '警示', en: 'Caution' },
  tolerance: { zh: '容错', en: 'Tolerance' },
  disposal: { zh: '组织处置', en: 'Disposal' },
  sanction: { zh: '处分记录', en: 'Sanction' },
  handOver: { zh: '移送记录', en: 'Hand-over' },
}
