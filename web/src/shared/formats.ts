import {
  daysBetween as wholeDaysBetween,
  partsOf,
  plainDate,
  weekdayOf as weekdayOfDay,
} from '@steward/domain/shared/plain-date.ts'
import type { Language } from './texts.ts'

const WEEKDAYS: Record<Language, readonly string[]> = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}
const LONG_WEEKDAYS: Record<Language, readonly string[]> = {
  zh: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Days come over the wire as checked text; a malformed one is a bug and throws. */
export function daysBetween(from: string, to: string): number {
  return wholeDaysBetween(plainDate(from), plainDate(to))
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: string): number {
  return weekdayOfDay(plainDate(day))
}

export function yearOf(day: string): number {
  return partsOf(plainDate(day)).year
}

export function monthOf(day: string): number {
  return partsOf(plainDate(day)).month
}

/** 周五, or 星期五 when `long`. */
export function formatWeekday(day: string, language: Language, long = false): string {
  const names = long ? LONG_WEEKDAYS : WEEKDAYS
  return names[language][weekdayOf(day) - 1] ?? ''
}

/** 11月3日; with the year when it is not today's year: 2009年6月30日. */
export function formatDay(day: string, language: Language, today?: string): string {
  const { year, month, day: date } = partsOf(plainDate(day))
  const withYear = today === undefined || yearOf(today) !== year
  if (language === 'en') return `${date} ${MONTHS[month - 1]}${withYear ? ` ${year}` : ''}`
  return `${withYear ? `${year}年` : ''}${month}月${date}日`
}

/** 10 月, or Oct; with the year when it is not `thisYear`: 2025 年 12 月. Takes YYYY-MM. */
export function formatMonth(month: string, language: Language, thisYear: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const other = year !== thisYear
  if (language === 'en') return `${MONTHS[number - 1] ?? ''}${other ? ` ${year}` : ''}`
  return `${other ? `${year} 年 ` : ''}${number} 月`
}

/** 11月3日 星期二, or Tuesday 3 Nov: the head of a page. */
export function formatDayWithWeekday(day: string, language: Language, today?: string): string {
  const plain = formatDay(day, language, today)
  const weekday = formatWeekday(day, language, true)
  return language === 'zh' ? `${plain} ${weekday}` : `${weekday} ${plain}`
}

/** A word that says how near a day is, when it is near: 今天, 明天, 后天, 周五, 下周一. */
export function nearWord(day: string, today: string, language: Language): string | undefined {
  const ahead = daysBetween(today, day)
  const words = language === 'zh' ? ['今天', '明天', '后天'] : ['today', 'tomorrow']
  if (ahead >= 0 && ahead < words.length) return words[ahead]
  if (ahead === -1) return language === 'zh' ? '昨天' : 'yesterday'
  const weeks = Math.floor((weekdayOf(today) - 1 + ahead) / 7)
  if (ahead < 0 || weeks > 1) return undefined
  const weekday = formatWeekday(day, language)
  if (weeks === 0) return weekday
  return language === 'zh' ? `下${weekday}` : `next ${weekday}`
}

/** 周五 11月6日 when near, else 11月20日. */
export function formatNearDay(day: string, today: string, language: Language): string {
  const near = nearWord(day, today, language)
  const plain = formatDay(day, language, today)
  return near === undefined ? plain : `${near} ${plain}`
}

const clockOf = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hour: 'numeric',
  minute: '2-digit',
  hour12: false,
})

/** 9:05 in the county's zone, 24 hours. */
export function formatTime(instant: string): string {
  return clockOf.format(Date.parse(instant)).replace(/^0(?=\d)/, '')
}

const THIN_SPACE = '\u2009'

/** Figures above 9999 take a thin space: 28 664. */
export function formatNumber(value: number): string {
  const [whole = '0', rest] = String(value).split('.')
  const spaced = Math.abs(value) > 9999 ? whole.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE) : whole
  return rest === undefined ? spaced : `${spaced}.${rest}`
}

/** Points are kept in hundredths; shown as 70.52, nothing as 0, below zero with a minus as wide as a figure. */
export function formatPoints(hundredths: number): string {
  return hundredths === 0 ? '0' : (hundredths / 100).toFixed(2).replace('-', '−')
}

/** Party standing (党龄) as the server counted it; none before full membership. */
export function formatStanding(
  standing: { years: number; months: number } | null,
  language: Language,
): string {
  if (standing === null) return language === 'zh' ? '预备期不计' : 'not yet counted'
  const { years, months } = standing
  if (years === 0)
    return language === 'zh' ? `${months} 个月` : `${months} ${months === 1 ? 'month' : 'months'}`
  if (language === 'zh') return `${years} 年`
  return years === 1 ? '1 year' : `${years} years`
}
