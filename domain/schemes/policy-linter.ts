import { squeezeText } from '../shared/text.ts'
import type { PolicyRule } from './policy-rule.ts'
import { attendanceRule, formalismRules, policyRules } from './policy-rules.ts'
import type { SchemeContent, Words } from './scheme.ts'
import { attendanceShare, mostAttendancePercent } from './scheme-checks.ts'

export type PolicyFinding = {
  readonly ruleId: string
  /** Number of the rule or requirement. */
  readonly rule: string
  readonly article: Words
  /** The words found, as they stand in the text without blanks. */
  readonly words: readonly string[]
  readonly instead: Words
  readonly weight: 'refused' | 'unfinished'
  /** Code of the item, or the name of the part of the text. */
  readonly where: string
}

/**
 * What a Chinese text says that the principles forbid (R-236, R-248, S-161): each finding names the article, the words
 * and what to write instead. Near misses that speak of helping others, of an offer of one's own, or rule the thing out
 * are let pass. Blanks between letters and full-width letters do not hide a word.
 */
export function lintText(where: string, text: string): PolicyFinding[] {
  const key = `${where} ${text}`
  const known = asked.get(key)
  if (known !== undefined) return [...known]
  const findings = lintBy(policyRules, where, text)
  if (asked.size === MOST_ASKED) asked.clear()
  asked.set(key, findings)
  return [...findings]
}

// Lists of people repeat their sentences; the answer to a text is always the same.
const MOST_ASKED = 200
const asked = new Map<string, readonly PolicyFinding[]>()

/** The same for a form or a request for data: the bans on apps and forms only, since a form may ask what points may not pay for. */
export function lintForm(where: string, text: string): PolicyFinding[] {
  return lintBy(formalismRules, where, text)
}

function lintBy(rules: readonly PolicyRule[], where: string, text: string): PolicyFinding[] {
  const lines = text.split(/[\n\r]+/u).map((line) => squeezeText(line))
  return rules.flatMap((rule) => {
    const words = new Set(lines.flatMap((line) => wordsIn(rule, line)))
    return words.size === 0 ? [] : [toFinding(rule, where, [...words])]
  })
}

function wordsIn(rule: PolicyRule, line: string): string[] {
  const rest = rule.excused.reduce((left, pattern) => left.replace(pattern, '□'), line)
  return rule.words.flatMap((pattern) => {
    const found = pattern.exec(rest)
    return found === null ? [] : [found[0]]
  })
}

function toFinding(
  { id, rule, article, instead, weight }: Omit<PolicyRule, 'words' | 'excused'>,
  where: string,
  words: readonly string[],
): PolicyFinding {
  return { ruleId: id, rule, article, words, instead, weight, where }
}

/** Every text of a scheme, and what its shape says: photos that alone are accepted, attendance above its share. */
export function lintScheme(content: SchemeContent): PolicyFinding[] {
  const findings = content.items.flatMap((item) => [
    ...lintText(item.code, `${item.name.zh}。${item.rule.zh}`),
    ...(demandsPhoto(item.evidence.needed) ? [shapeFinding('compulsory-photo', item.code)] : []),
  ])
  const share = attendanceShare(content)
  const attendance =
    share.points * 100 > mostAttendancePercent * share.of
      ? [toFinding(attendanceRule, 'items', [`${share.percent}%`])]
      : []
  return [
    ...lintText('title', content.title.zh),
    ...findings,
    ...content.vetoes.flatMap(({ code, name }) => lintText(code, name.zh)),
    ...attendance,
  ]
}

function demandsPhoto(needed: readonly string[]): boolean {
  return needed.length > 0 && needed.every((kind) => kind === 'photo')
}

function shapeFinding(id: string, where: string): PolicyFinding {
  const rule = policyRules.find((each) => each.id === id)
  if (rule === undefined) throw new RangeError(`no policy rule ${id}`)
  return toFinding(rule, where, [])
}
