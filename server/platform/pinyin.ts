import { pinyin } from 'pinyin-pro'

/** A name as lists and searches need it. */
export type NamePinyin = {
  /** `chenxiaoman`: syllables without tones and blanks. */
  readonly full: string
  /** `cxm`. */
  readonly initials: string
  /** Sorts in pinyin order under C collation: syllable, tone and character of each character. */
  readonly order: string
}

const chinese = /\p{Script=Han}/u
const spoken = /^[a-z]+$/

/** Reads a person's name, the surname as a surname (曾 is zeng, 单 is shan); signs that are not Chinese stay as they are. */
export function pinyinOfPerson(name: string): NamePinyin {
  return readAloud(name, 'head')
}

/** The same for any other Chinese text, such as the name of an organisation. */
export function pinyinOfText(text: string): NamePinyin {
  return readAloud(text, 'off')
}

function readAloud(text: string, surname: 'head' | 'off'): NamePinyin {
  const read = { surname, v: true, type: 'array', toneType: 'num' } as const
  const syllables = pinyin(text, read)
  const signs = [...text]
  // A sign the dictionary lacks comes back as itself; then the reading is taken sign by sign.
  const aligned =
    syllables.length === signs.length ? syllables : signs.map((sign) => pinyin(sign, read).join(''))
  let full = ''
  let initials = ''
  let order = ''
  for (const [index, sign] of signs.entries()) {
    const toned = (aligned[index] ?? sign).toLowerCase()
    const plain = toned.replace(/\d$/, '')
    if (chinese.test(sign) && spoken.test(plain)) {
      full += plain
      initials += plain[0]
      order += `${toned}${sign}`
    } else {
      const small = sign.toLowerCase()
      if (/[a-z0-9]/.test(small)) {
        full += small
        initials += small
      }
      order += small
    }
  }
  return { full, initials, order }
}
