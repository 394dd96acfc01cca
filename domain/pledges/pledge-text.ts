import { addDays, findDay, type PlainDate } from '../shared/plain-date.ts'
import { toHalfWidth } from '../shared/text.ts'
import type { Quantity } from './pledge.ts'

const figures = '零一二三四五六七八九'
const units = '户|次|人|名|件|亩|米|公里|里|天|小时|场|节|期|篇|条|处|个|棵|株|头|只|吨|斤|元|名学生|份|遍|家'

/** A whole number in figures or Chinese words up to ninety-nine (`十二`, `两`, `30`); undefined for anything else. */
export function readNumber(word: string): number | undefined {
  if (/^\d{1,6}$/.test(word)) return Number(word)
  const plain = word.replaceAll('两', '二')
  const found = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(plain)
  if (!found || plain === '') return undefined
  const [, first, ten, last] = found
  if (ten === undefined) return first !== undefined && last === undefined ? figures.indexOf(first) : undefined
  return (
    (first === undefined ? 1 : figures.indexOf(first)) * 10 + (last === undefined ? 0 : figures.indexOf(last))
  )
}

/** The first quantity a sentence names, as a proposal for the form: `教会 10 户` is ten households. */
export function readQuantity(
  text: string,
): { readonly quantity: Quantity; readonly words: string } | undefined {
  const pattern = new RegExp(
    `(?<!第\\s*|\\d)(\\d{1,6}(?:\\.\\d{1,2})?|[一二三四五六七八九十两]{1,3})\\s*(${units})`,
    'gu',
  )
  for (const match of toHalfWidth(text).matchAll(pattern)) {
    const [words, number = '', unit = ''] = match
    const value = number.includes('.') ? Number(number) : readNumber(number)
    if (value === undefined || value <= 0) continue
    return { quantity: { hundredths: Math.round(value * 100), unit }, words }
  }
  return undefined
}

/** The deadline a sentence names: the words, and the day once the year is known. */
export function readDeadline(
  text: string,
): { readonly words: string; readonly dayIn: (year: number) => PlainDate | undefined } | undefined {
  const half = toHalfWidth(text)
  const dated =
    /(\d{1,2}|[一二三四五六七八九十]{1,2})\s*月\s*(?:(\d{1,2})\s*[日号]|(底|末|初|中旬|上旬|下旬))?\s*(?:之?前|以前|完成)?/u.exec(
      half,
    )
  if (dated) {
    const month = readNumber(dated[1] ?? '')
    if (month !== undefined && month >= 1 && month <= 12) {
      return { words: dated[0].trim(), dayIn: (year) => dayIn(year, month, dated[2], dated[3]) }
    }
  }
  const named = /年底|年内|年末|上半年|下半年|(?:第)?([一二三四1-4])季度/u.exec(half)
  if (!named) return undefined
  const quarter = named[1] === undefined ? undefined : readNumber(named[1])
  const month = quarter !== undefined ? quarter * 3 : named[0] === '上半年' ? 6 : 12
  return { words: named[0], dayIn: (year) => lastOf(year, month) }
}

function dayIn(
  year: number,
  month: number,
  day: string | undefined,
  part: string | undefined,
): PlainDate | undefined {
  if (day !== undefined) return findDay(year, month, Number(day))
  if (part === '初' || part === '上旬') return findDay(year, month, 10)
  if (part === '中旬') return findDay(year, month, 20)
  return lastOf(year, month)
}

function lastOf(year: number, month: number): PlainDate | undefined {
  const next = month === 12 ? findDay(year + 1, 1, 1) : findDay(year, month + 1, 1)
  return next === undefined ? undefined : addDays(next, -1)
}
