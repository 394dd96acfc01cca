/** A calendar day of the county, written `YYYY-MM-DD`; never an instant. */
export type PlainDate = string & { readonly plainDate: unique symbol }
/** A calendar month, written `YYYY-MM`. */
export type PlainMonth = string & { readonly plainMonth: unique symbol }
export type DateParts = { readonly year: number; readonly month: number; readonly day: number }

/** The county's clock. */
export const countyZone = 'Asia/Shanghai'

const dayMs = 86_400_000
const dayForm = /^(\d{4})-(\d{2})-(\d{2})$/
const monthForm = /^(\d{4})-(\d{2})$/

/** Builds a day from year, month (1–12) and day; undefined where the calendar has no such day. */
export function findDay(year: number, month: number, day: number): PlainDate | undefined {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return undefined
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return undefined
  return write(year, month, day)
}

/** Reads `YYYY-MM-DD`; undefined for any other text or a day that does not exist. */
export function parsePlainDate(text: string): PlainDate | undefined {
  const found = dayForm.exec(text)
  return found ? findDay(Number(found[1]), Number(found[2]), Number(found[3])) : undefined
}

/** The same for literals and trusted columns; throws on anything that is not a day. */
export function plainDate(text: string): PlainDate {
  const day = parsePlainDate(text)
  if (day === undefined) throw new RangeError(`not a calendar day: ${text}`)
  return day
}

/** Reads `YYYY-MM`; undefined for any other text. */
export function parsePlainMonth(text: string): PlainMonth | undefined {
  const found = monthForm.exec(text)
  return found && findDay(Number(found[1]), Number(found[2]), 1)
    ? toPlainMonth(plainDate(`${text}-01`))
    : undefined
}

export function isPlainDate(text: string): text is PlainDate {
  return parsePlainDate(text) !== undefined
}

export function partsOf(date: PlainDate): DateParts {
  return { year: digits(date, 0, 4), month: digits(date, 5, 2), day: digits(date, 8, 2) }
}

/** Asked for every member of every list, so it makes no pieces of text. */
function digits(date: string, from: number, count: number): number {
  let value = 0
  for (let place = from; place < from + count; place += 1) value = value * 10 + date.charCodeAt(place) - 48
  return value
}

export function yearOf(date: PlainDate | PlainMonth): number {
  return Number(date.slice(0, 4))
}

/** Negative when `a` comes first, zero on the same day; fits `sort`. */
export function comparePlainDates(a: PlainDate, b: PlainDate): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function earlierOf(a: PlainDate, b: PlainDate): PlainDate {
  return a <= b ? a : b
}

export function laterOf(a: PlainDate, b: PlainDate): PlainDate {
  return a >= b ? a : b
}

/** Calendar days, forward or (negative) back. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(toDayNumber(date) + days)
}

/** Calendar months; a period that would end on a missing day ends on the last day of that month. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + (month - 1) + months
  const toYear = Math.floor(index / 12)
  const toMonth = index - toYear * 12 + 1
  return write(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

/** Calendar years; 29 February becomes 28 February in a common year. */
export function addYears(date: PlainDate, years: number): PlainDate {
  return addMonths(date, years * 12)
}

/** Days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toDayNumber(to) - toDayNumber(from)
}

/** Whole calendar months that have passed from `from` to `to`, month ends clamped; negative when `to` comes first. */
export function wholeMonthsBetween(from: PlainDate, to: PlainDate): number {
  if (to < from) return -wholeMonthsBetween(to, from)
  const a = partsOf(from)
  const b = partsOf(to)
  const months = (b.year - a.year) * 12 + (b.month - a.month)
  return addMonths(from, months) > to ? months - 1 : months
}

export function wholeYearsBetween(from: PlainDate, to: PlainDate): number {
  return Math.trunc(wholeMonthsBetween(from, to) / 12)
}

/** Full years of age on a day; negative before birth. */
export function ageOn(bornOn: PlainDate, day: PlainDate): number {
  return wholeYearsBetween(bornOn, day)
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: PlainDate): number {
  // Day 0 is 1 January 1970, a Thursday.
  return ((((toDayNumber(date) + 3) % 7) + 7) % 7) + 1
}

export function toPlainMonth(date: PlainDate): PlainMonth {
  // A prefix of a checked day is a checked month.
  return date.slice(0, 7) as PlainMonth
}

export function firstDayOf(month: PlainMonth): PlainDate {
  return plainDate(`${month}-01`)
}

export function lastDayOf(month: PlainMonth): PlainDate {
  return addDays(firstDayOf(addToMonth(month, 1)), -1)
}

export function addToMonth(month: PlainMonth, months: number): PlainMonth {
  return toPlainMonth(addMonths(firstDayOf(month), months))
}

/** Months from `from` to `to`, both counted as whole months: February to April is 2. */
export function monthsBetween(from: PlainMonth, to: PlainMonth): number {
  return (yearOf(to) - yearOf(from)) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
}

/** The day it is in the zone at that instant. */
export function toPlainDate(instant: Date, zone: string = countyZone): PlainDate {
  return fromDayNumber(Math.floor((instant.getTime() + zoneOffsetMs(instant, zone)) / dayMs))
}

/** The first instant of the day in the zone. */
export function startOfDay(date: PlainDate, zone: string = countyZone): Date {
  const asUtc = toDayNumber(date) * dayMs
  const guess = new Date(asUtc - zoneOffsetMs(new Date(asUtc), zone))
  // Second pass: the first guess may stand on the other side of a change of clocks.
  return new Date(asUtc - zoneOffsetMs(guess, zone))
}

/** The last millisecond of the day in the zone: a deadline on a day ends here. */
export function endOfDay(date: PlainDate, zone: string = countyZone): Date {
  return new Date(startOfDay(addDays(date, 1), zone).getTime() - 1)
}

/** For people: `2026年3月5日` or `5 Mar 2026`. */
export function formatPlainDate(date: PlainDate, language: 'zh' | 'en' = 'zh'): string {
  const { year, month, day } = partsOf(date)
  return language === 'zh' ? `${year}年${month}月${day}日` : `${day} ${monthNames[month - 1]} ${year}`
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const zoneFormats = new Map<string, Intl.DateTimeFormat>()

const offsets = new Map<string, { readonly minute: number; readonly ms: number }>()

/** The last answer is kept for its minute: everybody asks about now, and clocks change at full minutes. */
function zoneOffsetMs(instant: Date, zone: string): number {
  const minute = Math.floor(instant.getTime() / 60_000)
  const known = offsets.get(zone)
  if (known?.minute === minute) return known.ms
  const ms = readOffsetMs(instant, zone)
  offsets.set(zone, { minute, ms })
  return ms
}

function readOffsetMs(instant: Date, zone: string): number {
  const wholeSecond = Math.floor(instant.getTime() / 1000) * 1000
  const parts: Record<string, number> = {}
  for (const part of zoneFormat(zone).formatToParts(instant)) parts[part.type] = Number(part.value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - wholeSecond
}

function zoneFormat(zone: string): Intl.DateTimeFormat {
  const known = zoneFormats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  zoneFormats.set(zone, format)
  return format
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function write(year: number, month: number, day: number): PlainDate {
  if (year < 1 || year > 9999) throw new RangeError(`year out of range: ${year}`)
  // The only place a day is written; its callers have checked the parts.
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as PlainDate
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

function toDayNumber(date: PlainDate): number {
  const { year, month, day } = partsOf(date)
  return dayNumberOf(year, month, day)
}

// Days since 1 January 1970 in the proleptic Gregorian calendar, counted in years that begin in March.
function dayNumberOf(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year
  const marchMonth = month <= 2 ? month + 9 : month - 3
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  return marchYear * 365 + leapDays + Math.floor((153 * marchMonth + 2) / 5) + day - 1 - 719_468
}

function fromDayNumber(number: number): PlainDate {
  const days = number + 719_468
  let year = Math.floor((days * 400) / 146_097)
  while (dayNumberOf(year + 1, 3, 1) <= number) year += 1
  while (dayNumberOf(year, 3, 1) > number) year -= 1
  const dayOfYear = number - dayNumberOf(year, 3, 1)
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  return marchMonth < 10 ? write(year, marchMonth + 3, day) : write(year + 1, marchMonth - 9, day)
}
