import { attribute, type XmlHandler } from './xml-scan.ts'

// Formats every program knows without their text, dates of Chinese programs among them (27–36, 50–58).
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** Gathers which cell formats show a day. */
export function styleReader(): XmlHandler & { readonly dates: readonly boolean[] } {
  const customDates = new Map<number, boolean>()
  const dates: boolean[] = []
  let inCellFormats = false
  return {
    dates,
    open(name, attributes) {
      if (name === 'numFmt') {
        customDates.set(
          Number(attribute(attributes, 'numFmtId')),
          isDateFormat(attribute(attributes, 'formatCode') ?? ''),
        )
      } else if (name === 'cellXfs') {
        inCellFormats = true
      } else if (name === 'xf' && inCellFormats) {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0)
        dates.push(customDates.get(id) ?? isBuiltInDate(id))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
    text() {},
  }
}

/** Whether a number format shows a day: year, month or day outside quotes, colours and escaped signs. */
export function isDateFormat(format: string): boolean {
  const first = format.split(';')[0] ?? ''
  const bare = first.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '')
  return /[ymd]/i.test(bare) && !/[0#?]|general/i.test(bare.replace(/\.0+/g, ''))
}
