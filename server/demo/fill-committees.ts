import { committeeSize, type CommitteePost } from '@steward/domain/organisation/committee.ts'
import { isCommitteeOrg } from '@steward/domain/organisation/party-org.ts'
import { termYears } from '@steward/domain/organisation/term-of-office.ts'
import { addMonths, laterOf, plainDate } from '@steward/domain/shared/plain-date.ts'
import type { BulkEntry } from '#features/organisation/queries-bulk.ts'
import {
  insertPosts,
  insertTerms,
  type NewPost,
  type NewTerm,
} from '#features/organisation/queries-committee.ts'
import type { Context } from '#platform/context.ts'
import type { FilledMember } from './fill-county.ts'
import type { PlannedOrg } from './plan/plan-types.ts'

const POSTS: readonly CommitteePost[] = [
  'secretary',
  'orgCommissioner',
  'publicityCommissioner',
  'disciplineCommissioner',
  'member',
]
/** A secretary of the demo has been a full member for years. */
const CONVERTED_BEFORE = plainDate('2020-01-01')

type Filled = { orgIds: ReadonlyMap<string, string>; members: readonly FilledMember[]; entry: BulkEntry }

/** Gives each organisation its term and people; answers with the secretaries by key of organisation. */
export async function fillCommittees(
  context: Context,
  orgs: readonly PlannedOrg[],
  filled: Filled,
): Promise<Map<string, FilledMember>> {
  const below = membersBelow(orgs, filled.members)
  const offices = new Set(orgs.filter((org) => org.mix === 'office').map((org) => org.key))
  const secretaries = new Map<string, FilledMember>()
  const terms: NewTerm[] = []
  for (const org of orgs) {
    if (org.kind === 'partyGroup') continue
    const people = seatsOf(org, below.get(org.key) ?? [], offices)
    const secretary = people.find(({ post }) => post === 'secretary')
    if (secretary !== undefined) secretaries.set(org.key, secretary.member)
    if (people.length > 0 || org.termMonths !== null) terms.push(termOf(context, org, people, filled.orgIds))
  }
  await insertTerms(context.tx, terms, filled.entry)
  await fillGroupLeaders(context, orgs, filled)
  return secretaries
}

/** Everybody whose branch lies at or below a node, in plan order. */
function membersBelow(
  orgs: readonly PlannedOrg[],
  members: readonly FilledMember[],
): Map<string, FilledMember[]> {
  const parents = new Map(orgs.map((org) => [org.key, org.parent]))
  const below = new Map<string, FilledMember[]>()
  for (const member of members) {
    for (let key: string | null | undefined = member.org; key != null; key = parents.get(key)) {
      const list = below.get(key) ?? []
      list.push(member)
      below.set(key, list)
    }
  }
  return below
}

type Seated = { post: CommitteePost; member: FilledMember }

function seatsOf(org: PlannedOrg, people: readonly FilledMember[], offices: ReadonlySet<string>): Seated[] {
  const full = people.filter((one) => one.convertedOn !== null && !one.floating)
  const able = full.filter((one) => one.convertedOn !== null && one.convertedOn < CONVERTED_BEFORE)
  const size = committeeSize(org.kind, full.length)
  const seats =
    size === null
      ? 5
      : Math.min(size.usualMax, size.min === 1 ? 1 : Math.max(size.min, full.length >= 30 ? 5 : 3))
  const named = able.filter((one) => one.post !== '')
  // Committees above branches are made up of people of the offices, not of a village's named cast.
  const official = isCommitteeOrg(org.kind)
    ? able.filter((one) => offices.has(one.org) && one.accountName === null)
    : []
  // Young enough to hold office, the named people first; veterans stay members of the meeting.
  const order = [
    ...official,
    ...named,
    ...able.filter((one) => one.post === '' && one.bornOn > '1962-01-01'),
    ...able,
  ]
  const chosen = [...new Set(order)].slice(0, seats)
  const secretary =
    (official.length === 0 ? chosen.find((one) => one.post.includes('书记')) : undefined) ?? chosen[0]
  const rest = chosen.filter((one) => one !== secretary)
  const seated: Seated[] = rest.map((member, index) => ({
    post: POSTS[Math.min(index + 1, POSTS.length - 1)] ?? 'member',
    member,
  }))
  if (secretary === undefined || org.secretaryVacant) return seated
  return [{ post: 'secretary', member: secretary }, ...seated]
}

function termOf(
  context: Context,
  org: PlannedOrg,
  people: readonly Seated[],
  orgIds: ReadonlyMap<string, string>,
): NewTerm {
  const years = termYears(org.unitKind)
  const startedOn = laterOf(addMonths(context.today, -(org.termMonths ?? 18)), org.foundedOn)
  return {
    id: context.newId(),
    orgId: orgIds.get(org.key) ?? '',
    startedOn,
    years,
    filledBy: org.kind === 'countyCommittee' || org.kind === 'workCommittee' ? 'appointment' : 'election',
    documentNumber: `清组通〔${startedOn.slice(0, 4)}〕${(people.length % 9) + 1}号`,
    posts: people.map(({ post, member }): NewPost => ({ id: context.newId(), memberId: member.id, post })),
  }
}

async function fillGroupLeaders(
  context: Context,
  orgs: readonly PlannedOrg[],
  filled: Filled,
): Promise<void> {
  const leaders = orgs
    .filter((org) => org.kind === 'partyGroup')
    .flatMap((org) => {
      const orgId = filled.orgIds.get(org.key) ?? ''
      const member = filled.members.find(
        (one) => one.groupId === orgId && one.convertedOn !== null && one.post === '',
      )
      return member === undefined ? [] : [{ orgId, member }]
    })
  await insertPosts(
    context.tx,
    leaders.map(({ orgId, member }) => ({
      id: context.newId(),
      memberId: member.id,
      post: 'groupLeader' as const,
      orgId,
      termId: null,
      fromOn: addMonths(context.today, -12),
      filledBy: 'election' as const,
      documentNumber: '',
    })),
  )
}
