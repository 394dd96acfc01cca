import { agree, type Decision, refuse } from '../shared/decision.ts'
import type { PlainDate } from '../shared/plain-date.ts'
import type { Claim, Evidence } from './claim.ts'

/** A witness is asked and says yes, no or does not know; by screen, telephone or in person. */
export const witnessAnswers = ['yes', 'no', 'unknown'] as const
export type WitnessAnswer = (typeof witnessAnswers)[number]
export const witnessWays = ['screen', 'phone', 'inPerson'] as const

export type Witness = {
  readonly id: string
  readonly claimId: string
  /** A member, or somebody else by name. */
  readonly person: { readonly memberId: string } | { readonly name: string }
  readonly askedOn: PlainDate
  readonly answer: WitnessAnswer | null
  readonly answeredOn: PlainDate | null
  /** Who took the answer down when it came by telephone or in person. */
  readonly takenBy: string | null
}

export const witnessRefusals = [
  'witness-own-deed',
  'witness-entered-it',
  'witness-named-already',
  'witness-name-missing',
  'witness-answered',
  'witness-not-you',
  'witness-claim-decided',
] as const
export type WitnessRefusal = (typeof witnessRefusals)[number]

/** Names a witness. Refuses the member, who entered the claim as a helper, the same one twice, and a name that is none. */
export function nameWitness(
  claim: Pick<Claim, 'id' | 'memberId' | 'entry' | 'state'>,
  witness: { readonly id: string; readonly person: Witness['person']; readonly accountId: string | null },
  named: readonly Witness[],
  today: PlainDate,
): Decision<Witness, WitnessRefusal> {
  const { person } = witness
  if (claim.state !== 'draft' && claim.state !== 'submitted' && claim.state !== 'returned')
    return refuse('witness-claim-decided')
  if ('memberId' in person && person.memberId === claim.memberId) return refuse('witness-own-deed')
  if (claim.entry.by === 'helper' && claim.entry.accountId === witness.accountId)
    return refuse('witness-entered-it')
  if ('name' in person && person.name.trim() === '') return refuse('witness-name-missing')
  if (named.some((each) => isSamePerson(each.person, person))) return refuse('witness-named-already')
  return agree({
    id: witness.id,
    claimId: claim.id,
    person,
    askedOn: today,
    answer: null,
    answeredOn: null,
    takenBy: null,
  })
}

/** Takes the answer: the witness alone by screen, or an officer who writes down what was said and is not the member. */
export function answerAsWitness(
  witness: Witness,
  said: {
    readonly answer: WitnessAnswer
    readonly byMemberId: string | null
    readonly takenBy: string | null
  },
  claim: Pick<Claim, 'memberId' | 'state'>,
  today: PlainDate,
): Decision<Witness, WitnessRefusal> {
  if (witness.answer !== null) return refuse('witness-answered')
  if (claim.state !== 'submitted' && claim.state !== 'returned') return refuse('witness-claim-decided')
  const own = 'memberId' in witness.person && said.byMemberId === witness.person.memberId
  if (said.takenBy === null && !own) return refuse('witness-not-you')
  if (said.takenBy !== null && said.byMemberId === claim.memberId) return refuse('witness-own-deed')
  return agree({ ...witness, answer: said.answer, answeredOn: today, takenBy: said.takenBy })
}

/** What a witness adds to a claim; nothing once the answer is no or unknown. */
export function toEvidence(witness: Witness): Evidence | null {
  if (witness.answer === 'no' || witness.answer === 'unknown') return null
  const witnessId = 'memberId' in witness.person ? witness.person.memberId : witness.id
  return { kind: 'witness', witnessId, confirmed: witness.answer === 'yes' }
}

function isSamePerson(a: Witness['person'], b: Witness['person']): boolean {
  if ('memberId' in a && 'memberId' in b) return a.memberId === b.memberId
  return 'name' in a && 'name' in b && a.name.trim() === b.name.trim()
}
