import { agree, type Decision, refuse } from '../shared/decision.ts'
import { addCounts, countGrades, type Grade, type GradeCounts, noGrades, sumCounts } from './grade.ts'

/** Two papers, two appraisals (两票双评): members and masses, counted apart and shown side by side. */
export const ballotPapers = ['members', 'masses'] as const
export type BallotPaper = (typeof ballotPapers)[number]

/** Marks on one ballot: a grade for each person, or none. */
export type Marks = ReadonlyMap<string, Grade | null>

/** What was counted about one person. */
export type PersonCount = {
  readonly memberId: string
  readonly counts: GradeCounts
  /** Ballots that say nothing about this person. */
  readonly abstained: number
}

/** One channel of one paper: the electronic box, or the papers counted at the table. */
export type ChannelCount = {
  readonly issued: number
  /** Put into the box: valid and spoiled. */
  readonly cast: number
  readonly spoiled: number
  /** Given back empty. */
  readonly returnedBlank: number
  readonly notReturned: number
  readonly persons: readonly PersonCount[]
}

export const ballotRefusals = [
  'ballot-not-whole-numbers',
  'ballot-papers-do-not-add-up',
  'ballot-spoiled-more-than-cast',
  'ballot-persons-differ',
  'ballot-marks-do-not-add-up',
  'ballot-one-counter',
  'ballot-box-open',
  'ballot-box-closed',
  'ballot-voter-has-paper',
  'ballot-voter-not-listed',
  'ballot-already-cast',
  'ballot-token-wrong',
  'ballot-stranger-marked',
  'ballot-own-person',
  'ballot-nothing-marked',
  'ballot-receipt-short',
] as const
export type BallotRefusal = (typeof ballotRefusals)[number]

/**
 * Refuses a count that does not add up: issued papers are those cast, those given back blank and those not
 * returned; the marks of every person and the ballots silent about the person are the valid ballots.
 */
export function checkChannel(
  count: ChannelCount,
  graded: readonly string[],
): Decision<ChannelCount, BallotRefusal> {
  const { issued, cast, spoiled, returnedBlank, notReturned, persons } = count
  const figures = [
    issued,
    cast,
    spoiled,
    returnedBlank,
    notReturned,
    ...persons.map((each) => each.abstained),
  ]
  const all = [...figures, ...persons.flatMap(({ counts }) => Object.values(counts))]
  if (all.some((each) => !Number.isInteger(each) || each < 0)) return refuse('ballot-not-whole-numbers')
  if (issued !== cast + returnedBlank + notReturned) {
    return refuse('ballot-papers-do-not-add-up', { issued, cast, returnedBlank, notReturned })
  }
  if (spoiled > cast) return refuse('ballot-spoiled-more-than-cast', { spoiled, cast })
  const named = persons.map(({ memberId }) => memberId)
  const same =
    named.length === graded.length &&
    new Set(named).size === named.length &&
    graded.every((id) => named.includes(id))
  if (!same) return refuse('ballot-persons-differ', { named: named.length, graded: graded.length })
  const valid = cast - spoiled
  const wrong = persons.find(({ counts, abstained }) => sumCounts(counts) + abstained !== valid)
  if (wrong !== undefined) return refuse('ballot-marks-do-not-add-up', { memberId: wrong.memberId, valid })
  return agree(count)
}

/** Papers are counted by two, neither of whom is graded by them alone; their names stand under the count. */
export function checkCounters(counters: readonly string[]): Decision<readonly string[], BallotRefusal> {
  const names = new Set(counters.map((name) => name.trim()).filter((name) => name !== ''))
  return names.size < 2 ? refuse('ballot-one-counter', { counters: names.size }) : agree([...names])
}

/** Adds the electronic box and the paper counted beside it; only within one paper, never members to masses. */
export function addChannels(electronic: ChannelCount, paper: ChannelCount): ChannelCount {
  const beside = new Map(paper.persons.map((person) => [person.memberId, person]))
  return {
    issued: electronic.issued + paper.issued,
    cast: electronic.cast + paper.cast,
    spoiled: electronic.spoiled + paper.spoiled,
    returnedBlank: electronic.returnedBlank + paper.returnedBlank,
    notReturned: electronic.notReturned + paper.notReturned,
    persons: electronic.persons.map((person) => {
      const other = beside.get(person.memberId)
      return {
        memberId: person.memberId,
        counts: addCounts(person.counts, other?.counts ?? noGrades),
        abstained: person.abstained + (other?.abstained ?? 0),
      }
    }),
  }
}

/** Counts a closed electronic box: ballots by their receipts, marks by their slips; what has no slip is an abstention. */
export function countBox(
  content: {
    readonly receipts: readonly string[]
    readonly slips: readonly { readonly memberId: string; readonly grade: Grade }[]
  },
  facts: { readonly issued: number; readonly graded: readonly string[] },
): ChannelCount {
  const cast = content.receipts.length
  return {
    issued: facts.issued,
    cast,
    spoiled: 0,
    returnedBlank: 0,
    notReturned: facts.issued - cast,
    persons: facts.graded.map((memberId) => {
      const about = content.slips.filter((slip) => slip.memberId === memberId)
      return {
        memberId,
        counts: countGrades(about.map(({ grade }) => grade)),
        abstained: cast - about.length,
      }
    }),
  }
}

/** A channel nobody used. */
export function emptyChannel(graded: readonly string[]): ChannelCount {
  return countBox({ receipts: [], slips: [] }, { issued: 0, graded })
}
