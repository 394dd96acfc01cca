import { toMatchKey } from '../../shared/text.ts'

export type NamedOrg = {
  readonly id: string
  readonly name: string
  /** Short or former names under which rosters may still know it. */
  readonly otherNames?: readonly string[]
}
export type Suggestion = {
  readonly orgId: string
  readonly name: string
  /** 0 to 1. */ readonly score: number
}
/** Finds the names nearest to one that is not known, best first. */
export type SuggestOrgs = (name: string) => readonly Suggestion[]

/** An organisation's name without the words that offices add or leave out: 中共, 中国共产党, 委员会, blanks, width. */
export function toOrgKey(name: string): string {
  return toMatchKey(name)
    .replace(/^(?:中国共产党|中共)/, '')
    .replace(/支部委员会$/, '支部')
    .replace(/^(.*)(?:总支部委员会|总支部|总支)$/, '$1总支')
    .replace(/委员会$/, '委')
    .replace(/党支部$/, '支部')
    .replace(/党(总支|委)$/, '$1')
}

/** Likeness of two names by their pairs of neighbouring characters: 0 nothing in common, 1 the same (Dice). */
export function bigramSimilarity(a: string, b: string): number {
  const [left, right] = [bigrams(toOrgKey(a)), bigrams(toOrgKey(b))]
  if (left.length === 0 || right.length === 0) return a === b ? 1 : 0
  const counts = new Map<string, number>()
  for (const pair of left) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  let shared = 0
  for (const pair of right) {
    const count = counts.get(pair) ?? 0
    if (count === 0) continue
    counts.set(pair, count - 1)
    shared += 1
  }
  return (2 * shared) / (left.length + right.length)
}

/** Suggestions over an index of pairs, so that a name is compared only with names it shares something with. */
export function bigramSuggester(orgs: readonly NamedOrg[], limit = 3, lowest = 0.35): SuggestOrgs {
  const names = orgs.flatMap((org) => [org.name, ...(org.otherNames ?? [])].map((name) => ({ org, name })))
  const sizes: number[] = []
  const holders = new Map<string, number[]>()
  for (const [index, { name }] of names.entries()) {
    const pairs = new Set(bigrams(toOrgKey(name)))
    sizes.push(pairs.size)
    for (const pair of pairs) {
      const list = holders.get(pair)
      if (list) list.push(index)
      else holders.set(pair, [index])
    }
  }
  return (name) => {
    const pairs = new Set(bigrams(toOrgKey(name)))
    const shared = new Map<number, number>()
    for (const pair of pairs) {
      for (const index of holders.get(pair) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1)
    }
    const best = new Map<string, Suggestion>()
    for (const [index, count] of shared) {
      const score = (2 * count) / (pairs.size + (sizes[index] ?? 0))
      const org = names[index]?.org
      if (!org || score < lowest || score <= (best.get(org.id)?.score ?? 0)) continue
      best.set(org.id, { orgId: org.id, name: org.name, score })
    }
    return [...best.values()]
      .toSorted((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1))
      .slice(0, limit)
  }
}

// Edge marks give the first and last character weight, and make one-character names comparable.
function bigrams(key: string): string[] {
  if (key === '') return []
  const marked = [...`^${key}$`]
  return marked.slice(1).map((sign, index) => `${marked[index] ?? ''}${sign}`)
}
