import { unescapeMarkup } from './xml-text.ts'

/** What a scanner calls: names without namespace prefix, attributes as raw text, text with references resolved. */
export type XmlHandler = {
  open(name: string, attributes: string): void
  close(name: string): void
  text(text: string): void
}

/** Scans XML that comes in pieces, keeping only what is not complete yet. Broken ends are passed over. */
export function xmlScanner(handler: XmlHandler): { push(piece: string): void } {
  let rest = ''
  const onTag = (tag: string) => {
    const first = tag.charCodeAt(0)
    if (first === 47) return handler.close(localName(tag.slice(1).trimEnd()))
    if (first === 63 || first === 33) return
    const selfClosing = tag.endsWith('/')
    const end = tag.search(/[\s/]/)
    const name = localName(end < 0 ? tag : tag.slice(0, end))
    handler.open(name, end < 0 ? '' : tag.slice(end, selfClosing ? -1 : undefined))
    if (selfClosing) handler.close(name)
  }
  return {
    push(piece) {
      const text = rest + piece
      let at = 0
      for (;;) {
        const start = text.indexOf('<', at)
        if (start < 0) break
        if (start > at) handler.text(unescapeMarkup(text.slice(at, start)))
        at = start
        const end = endOfTag(text, start)
        if (end < 0) break
        if (text.startsWith('<![CDATA[', start)) handler.text(text.slice(start + 9, end - 2))
        else onTag(text.slice(start + 1, end))
        at = end + 1
      }
      rest = text.slice(at)
    },
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** The `>` that ends the tag, comment or CDATA part at `start`; -1 while it has not come. */
function endOfTag(text: string, start: number): number {
  if (text.startsWith('<!--', start)) return shifted(text.indexOf('-->', start + 4), 2)
  if (text.startsWith('<![CDATA[', start)) return shifted(text.indexOf(']]>', start + 9), 2)
  if (text.length - start < 9 && text.startsWith('<!', start)) return -1
  let end = text.indexOf('>', start)
  // A `>` may stand inside a quoted value; then the quotes before it are odd.
  while (end >= 0 && hasOpenQuote(text, start, end)) end = text.indexOf('>', end + 1)
  return end
}

function shifted(at: number, by: number): number {
  return at < 0 ? -1 : at + by
}

function hasOpenQuote(text: string, start: number, end: number): boolean {
  let quote = 0
  for (let at = start; at < end; at += 1) {
    const sign = text.charCodeAt(at)
    if (quote === 0 ? sign === 34 || sign === 39 : sign === quote) quote = quote === 0 ? sign : 0
  }
  return quote !== 0
}

/** The value of an attribute in raw attribute text, in the form office programs write; undefined where it is missing. */
export function attribute(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1)
    // Whitespace or a namespace prefix before, `=` and a quote behind.
    if (before !== 32 && before !== 58 && before !== 10 && before !== 13 && before !== 9) continue
    let value = at + name.length
    while (attributes.charCodeAt(value) === 32) value += 1
    if (attributes.charCodeAt(value) !== 61) continue
    value += 1
    while (attributes.charCodeAt(value) === 32) value += 1
    const quote = attributes[value]
    if (quote !== '"' && quote !== "'") continue
    const end = attributes.indexOf(quote, value + 1)
    return end < 0 ? undefined : unescapeMarkup(attributes.slice(value + 1, end))
  }
  return undefined
}
