import type { OutcomeList } from './outcome-list.ts'
import type { CompetentBody, OutcomeUse } from './outcome-table.ts'

/** As they stand in papers and sheets; screens have labels of their own in both languages. */
export const useWords: Readonly<Record<OutcomeUse, string>> = {
  cityAward: '推荐市级以上表彰',
  delegate: '推荐为代表',
  publicity: '宣传事迹',
  promotionFirst: '优先提拔使用',
  reserveFirst: '优先列为后备',
  studyTrip: '外出学习',
  countyAward: '县级表彰',
  recommendation: '推荐使用',
  reserve: '列为后备',
  helpPlan: '帮扶教育',
  noAwards: '暂不参加评优',
  promotionOnHold: '暂不考虑提拔和调整',
  noPromotion: '不予提拔',
  reserveEnds: '退出后备',
  warning: '预警',
  nonLeadingPost: '转任非领导职务',
  demotionOrRemoval: '降职或免职',
}

export const listWords: Readonly<Record<OutcomeList, string>> = {
  recommended: '评优推荐名单',
  commended: '表彰名单',
  delegates: '代表推荐名单',
  publicity: '事迹宣传名单',
  promotion: '优先使用名单',
  reserve: '后备名单',
  trips: '外出学习名单',
  help: '帮扶名单',
  limits: '限制名单',
  measures: '调整建议名单',
}

export const bodyWords: Readonly<Record<CompetentBody, string>> = {
  branch: '党支部',
  baseCommittee: '基层党委',
  orgDepartment: '县委组织部',
  county: '县委',
}
