// Every blank an office program can leave behind: ideographic, no-break, zero-width, byte-order mark, line ends.
const blanks = /[\s\u00a0\u180e\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060\u3000\ufeff]+/g
const middleDots = /[・•‧∙⋅･●．·]/g
const chinese = /\p{Script=Han}/u

/** Full-width letters, digits and signs to half width; the ideographic space to a space. */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
}

/** Text as typed, without blanks at its ends and with single spaces inside. */
export function tidyText(text: string): string {
  return text.replace(blanks, ' ').trim()
}

/** For numbers and codes: half width, no blanks at all, no dots or commas at the end. */
export function squeezeText(text: string): string {
  return toHalfWidth(text.replace(blanks, '')).replace(/[.。,，、;；]+$/, '')
}

/**
 * A person's name as the register keeps it: no blanks inside a Chinese name (`张 三`), one form of the
 * middle dot, no dots or commas at the end; a Latin name keeps single spaces.
 */
export function normaliseName(text: string): string {
  // Middle dots first: a full-width full stop between two parts of a name is one of them.
  const inner = tidyText(text).replace(/[.。,，、;；．]+$/, '')
  const tidy = toHalfWidth(inner.replace(middleDots, '·'))
  return chinese.test(tidy) ? tidy.replace(/ /g, '') : tidy
}

/** For comparing names of organisations and headers: half width, lower case, no blanks, no brackets' shape. */
export function toMatchKey(text: string): string {
  return squeezeText(text)
    .toLowerCase()
    .replace(/[［〔【﹝[{]/g, '(')
    .replace(/[］〕】﹞\]}]/g, ')')
}
