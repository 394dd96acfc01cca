import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { DemoPlan, PlannedOrg } from './plan/plan-types.ts'
import type { FilledCounty, FilledMember } from './fill-county.ts'
import type { Reviewer, Reviewers } from './fill-loop.ts'
import type { OutcomeRole } from './plan/plan-outcomes.ts'

/** An organisation that decides, and the name of who leads it. */
export type Committee = { readonly orgId: string; readonly name: string; readonly leader: string }
/** Somebody with a role in what followed from grades, and all who have to do with it. */
export type CasePerson = {
  readonly role: OutcomeRole
  readonly memberId: string
  readonly name: string
  readonly orgId: string
  readonly orgName: string
  /** Full members of the branch. */
  readonly full: number
  /** Two full members who find facts and hold the talk. */
  readonly panel: readonly [FilledMember, FilledMember]
  /** Who acts for the branch; never the person. */
  readonly by: Reviewer
  readonly other: Reviewer
  /** The nearest committee above that may approve. */
  readonly committee: Committee
}

type Person = Pick<FilledMember, 'name' | 'org'> & { readonly id: string }

/** Finds for people of the plan who has to do with their case. */
export function casePeople(
  plan: DemoPlan,
  filled: FilledCounty,
  reviewers: Reviewers,
  accounts: { readonly county: Reviewer },
): (person: Person, role: OutcomeRole) => CasePerson | undefined {
  const orgs = new Map(plan.orgs.map((org) => [org.key, org]))
  const fullOf = Map.groupBy(
    filled.members.filter(({ convertedOn, floating }) => convertedOn !== null && !floating),
    ({ org }) => org,
  )
  return (person, role) => {
    const org = orgs.get(person.org)
    const orgId = filled.orgIds.get(person.org)
    const pair = orgId === undefined ? undefined : reviewers.get(orgId)
    const others = (fullOf.get(person.org) ?? []).filter(({ id }) => id !== person.id)
    const [first, second] = others
    if (org === undefined || orgId === undefined || pair === undefined) return undefined
    if (first === undefined || second === undefined) return undefined
    const by = pair.own.memberId === person.id ? pair.other : pair.own
    const other = by === pair.own ? pair.other : accounts.county
    const committee = committeeAbove(org, orgs, filled)
    if (committee === undefined) return undefined
    return {
      ...{ role, memberId: person.id, name: person.name, orgId, orgName: org.name, full: others.length + 1 },
      ...{ panel: [first, second], by, other, committee },
    }
  }
}

function committeeAbove(
  org: PlannedOrg,
  orgs: ReadonlyMap<string, PlannedOrg>,
  filled: FilledCounty,
): Committee | undefined {
  for (let at = orgs.get(org.parent ?? ''); at !== undefined; at = orgs.get(at.parent ?? '')) {
    if (!at.approving) continue
    const leader = filled.secretaries.get(at.key)?.name ?? '县委组织部'
    return { orgId: filled.orgIds.get(at.key) ?? '', name: at.name, leader }
  }
  return undefined
}

/** Numbers of papers, given one after the other for each issuer and year. */
export function paperNumbers(): (issuer: string, on: PlainDate) => number {
  const given = new Map<string, number>()
  return (issuer, on) => {
    const key = `${issuer} ${on.slice(0, 4)}`
    const next = (given.get(key) ?? 0) + 1
    given.set(key, next)
    return next
  }
}
