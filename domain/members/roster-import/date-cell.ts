import { agree, type Decision, refuse } from '../../shared/decision.ts'
import { addDays, findDay, type PlainDate, plainDate, toPlainDate } from '../../shared/plain-date.ts'
import { squeezeText } from '../../shared/text.ts'
import { type Cell, toCellText } from './sheet.ts'

/** A day as a roster knows it: many state the month or year only; `day` is then the first one of it. */
export type RosterDate = {
  readonly day: PlainDate
  readonly precision: 'day' | 'month' | 'year'
  /** True for `2009.1`, which a spreadsheet also makes of October. */
  readonly monthUnsure: boolean
}
export const dateCellRefusals = [
  'date-not-readable',
  'date-does-not-exist',
  'date-out-of-range',
  'date-two-digit-year',
  'date-month-ambiguous',
] as const
export type DateCellRefusal = (typeof dateCellRefusals)[number]
type Read = Decision<RosterDate, DateCellRefusal>

const earliest = '1900-01-01'
const latest = '2099-12-31'
const excelDayZero = plainDate('1899-12-30')
const chineseDigits = '〇一二三四五六七八九'

/**
 * Reads a date as offices write it: `2009-06-03`, `2009/6/3`, `2009.06`, `200906`, `20090603`, `2009年6月3日`,
 * `二〇〇九年六月三日`, the serial number of a spreadsheet, a date cell. Null for an empty cell.
 * Refuses two-digit years, days that do not exist, years outside 1900–2099, and the number 2009.1, which may be January or October.
 */
export function readDateCell(cell: Cell): Decision<RosterDate | null, DateCellRefusal> {
  if (cell === null) return agree(null)
  if (typeof cell === 'object') return readIso(cell.date)
  if (typeof cell === 'number') return readNumber(cell)
  if (typeof cell === 'boolean') return refuse('date-not-readable')
  if (/^\s*\d{4}-\d{2}-\d{2}T/.test(cell)) return readIso(cell.trim())
  // The time of day goes while the blank before it still tells where the day ends.
  const text = squeezeText(cell.replace(/(\d日?)[\s\u3000]+\d{1,2}[:：]\d{2}.*$/, '$1')).replace(/^'/, '')
  if (/^(?:|-+|\/|—+|无|暂无|不详)$/.test(text)) return agree(null)
  return readText(text)
}

function readText(text: string): Read {
  if (/^\d+$/.test(text)) return readDigits(text)
  const plain = /[年〇○零一二三四五六七八九]/.test(text) ? toArabic(text) : text
  const found = /^(\d{2,4})[-/.年、~](\d{1,2})(?:[-/.月、~](\d{1,2})?)?日?$/.exec(plain)
  if (!found) {
    const year = /^(\d{4})年$/.exec(plain)
    return year
      ? toRosterDate(Number(year[1]), 1, 1, 'year')
      : refuse('date-not-readable', { text: shown(text) })
  }
  const [, year = '', month = '', day] = found
  if (year.length !== 4) return refuse('date-two-digit-year', { text: shown(text) })
  if (day) return toRosterDate(Number(year), Number(month), Number(day), 'day')
  return toRosterDate(Number(year), Number(month), 1, 'month', /^\d{4}\.1$/.test(plain))
}

function readDigits(digits: string): Read {
  if (digits.length === 8) {
    return toRosterDate(
      Number(digits.slice(0, 4)),
      Number(digits.slice(4, 6)),
      Number(digits.slice(6)),
      'day',
    )
  }
  if (digits.length === 6) {
    const [year, month] = [Number(digits.slice(0, 4)), Number(digits.slice(4))]
    if (year >= 1900 && year <= 2099) return toRosterDate(year, month, 1, 'month')
    return refuse('date-two-digit-year', { text: digits })
  }
  if (digits.length === 5) return fromSerial(Number(digits))
  if (digits.length === 4 && Number(digits) >= 1900 && Number(digits) <= 2099) {
    return toRosterDate(Number(digits), 1, 1, 'year')
  }
  return refuse('date-not-readable', { text: shown(digits) })
}

function readNumber(value: number): Read {
  if (Number.isInteger(value))
    return value > 0 ? readDigits(String(value)) : refuse('date-not-readable', { text: String(value) })
  // 2009.06 typed as a number keeps its month; 2009.1 has lost whether it was January or October.
  const found = /^(\d{4})\.(\d{1,2})$/.exec(String(value))
  if (found && Number(found[1]) >= 1900 && Number(found[1]) <= 2099) {
    if (found[2] === '1') return refuse('date-month-ambiguous', { text: String(value) })
    return toRosterDate(Number(found[1]), Number(found[2]), 1, 'month')
  }
  return value >= 10_000 && value < 100_000
    ? fromSerial(Math.floor(value))
    : refuse('date-not-readable', { text: String(value) })
}

function fromSerial(serial: number): Read {
  const day = addDays(excelDayZero, serial)
  return inRange(day)
    ? agree({ day, precision: 'day', monthUnsure: false })
    : refuse('date-out-of-range', { day })
}

/** A date cell is midnight of its day, in UTC or in Shanghai depending on the program that read it. */
function readIso(text: string): Read {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z)?)?/.exec(text)
  if (!found) return refuse('date-not-readable', { text: shown(text) })
  const [, year, month, day, hour, minute, , zulu] = found
  const late = zulu === 'Z' && Number(hour) >= 15
  if (!late || Number(hour) * 60 + Number(minute) < 15 * 60 + 50)
    return toRosterDate(Number(year), Number(month), Number(day), 'day')
  // Six minutes more: Shanghai stood 8:05:43 east before 1901, and some programs still reckon with it.
  const instant = new Date(Date.parse(text) + 6 * 60_000)
  return agree({ day: toPlainDate(instant), precision: 'day', monthUnsure: false })
}

function toRosterDate(
  year: number,
  month: number,
  day: number,
  precision: RosterDate['precision'],
  monthUnsure = false,
): Read {
  const found = findDay(year, month, day)
  const text = `${year}-${month}-${day}`
  if (!found) return refuse('date-does-not-exist', { text })
  return inRange(found)
    ? agree({ day: found, precision, monthUnsure })
    : refuse('date-out-of-range', { day: found })
}

function inRange(day: PlainDate): boolean {
  return day >= earliest && day <= latest
}

function toArabic(text: string): string {
  return text
    .replace(/[○零Oo]/g, '〇')
    .replace(/廿/g, '二十')
    .replace(/([一二三])?十([一二三四五六七八九])?/g, (_, tens?: string, ones?: string) =>
      String((tens ? chineseDigits.indexOf(tens) : 1) * 10 + (ones ? chineseDigits.indexOf(ones) : 0)),
    )
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(chineseDigits.indexOf(digit)))
}

// A wrong column can put an identity number here; a refusal shows no long run of digits.
function shown(text: string): string {
  return toCellText(text)
    .slice(0, 24)
    .replace(/\d{9,}/g, '*')
}
