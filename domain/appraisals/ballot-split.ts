import type { ChannelCount, PersonCount } from './ballot.ts'
import { type GradeCounts, grades } from './grade.ts'

/** Ballots below which no split is shown: a few people could be told apart. */
export const smallestShown = 5

export type ShownCount =
  | {
      readonly shown: true
      readonly memberId: string
      readonly counts: GradeCounts
      readonly abstained: number
    }
  | { readonly shown: false; readonly memberId: string; readonly because: 'few-ballots' | 'unanimous' }

/**
 * What of a person's count may be published: nothing where fewer ballots than the floor were valid, and nothing
 * where all valid ballots say the same, since every voter's mark would then be known. The branch keeps the counts.
 */
export function publishedSplit(count: ChannelCount, floor: number = smallestShown): ShownCount[] {
  const valid = count.cast - count.spoiled
  return count.persons.map((person): ShownCount => {
    const { memberId, counts, abstained } = person
    if (valid < floor) return { shown: false, memberId, because: 'few-ballots' }
    if (isUnanimous(person, valid)) return { shown: false, memberId, because: 'unanimous' }
    return { shown: true, memberId, counts, abstained }
  })
}

function isUnanimous({ counts, abstained }: PersonCount, valid: number): boolean {
  return abstained === valid || grades.some((grade) => counts[grade] === valid)
}

export type GroupSplit = { readonly group: string; readonly ballots: number; readonly counts: GradeCounts }
export type ShownGroup =
  | GroupSplit
  | { readonly group: string; readonly ballots: null; readonly counts: null }

/**
 * A split by groups, such as villages or shifts: groups below the floor are left out, and where only one would be missing
 * the next smallest goes with it, so that nothing follows from the total by subtraction.
 */
export function publishedGroups(groups: readonly GroupSplit[], floor: number = smallestShown): ShownGroup[] {
  const small = groups.filter(({ ballots }) => ballots < floor)
  const hidden = new Set(small.map(({ group }) => group))
  const missing = small.reduce((sum, { ballots }) => sum + ballots, 0)
  if (hidden.size > 0 && (hidden.size === 1 || missing < floor)) {
    for (const next of groups
      .filter(({ group }) => !hidden.has(group))
      .toSorted((a, b) => a.ballots - b.ballots)) {
      hidden.add(next.group)
      const sum = groups
        .filter(({ group }) => hidden.has(group))
        .reduce((all, { ballots }) => all + ballots, 0)
      if (sum >= floor && hidden.size > 1) break
    }
  }
  return groups.map((each) =>
    hidden.has(each.group) ? { group: each.group, ballots: null, counts: null } : each,
  )
}
