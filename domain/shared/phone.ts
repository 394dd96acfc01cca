import { agree, type Decision, refuse } from './decision.ts'
import { squeezeText } from './text.ts'

export type Phone = { readonly kind: 'mobile' | 'landline'; readonly number: string }

export const phoneRefusals = ['phone-missing', 'phone-several', 'phone-not-a-number'] as const
export type PhoneRefusal = (typeof phoneRefusals)[number]

/**
 * Reads a telephone number as people type it: a mobile becomes eleven digits without country code, a landline
 * `area-number`. Refuses two numbers in one field and anything else. Refusals never repeat the number.
 */
export function readPhone(text: string): Decision<Phone, PhoneRefusal> {
  const typed = squeezeText(text).replace(/^'/, '')
  if (typed === '') return refuse('phone-missing')
  const digits = typed.replace(/[-—–()+]/g, '').replace(/^(?:00)?86(?=1[3-9]\d{9}$)/, '')
  if (/^1[3-9]\d{9}$/.test(digits)) return agree({ kind: 'mobile', number: digits })
  if (/\d{7,}[^\d]+\d{7,}/.test(typed) || /^(?:1[3-9]\d{9}){2,}$/.test(digits)) return refuse('phone-several')
  const landline = /^\(?(0\d{2,3})\)?[-—–]?(\d{7,8})$/.exec(typed)
  if (landline) return agree({ kind: 'landline', number: `${landline[1]}-${landline[2]}` })
  return refuse('phone-not-a-number')
}

/** `138****2210`, or the last two digits of a landline; the middle stays hidden. */
export function maskPhone(number: string): string {
  if (/^\d{11}$/.test(number)) return `${number.slice(0, 3)}****${number.slice(-4)}`
  return number.length <= 2 ? '****' : `****${number.slice(-2)}`
}
