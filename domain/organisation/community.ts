import type { PlainDate } from '../shared/plain-date.ts'

/** What a reorganised community lacks (S-133). */
export const communityGaps = [
  'onePersonBranch',
  'rentedOffice',
  'secretaryWithoutExperience',
  'noFullTimeStaff',
  'noRules',
] as const
export type CommunityGap = (typeof communityGaps)[number]

/** A community as registered after the reorganisation of neighbourhoods (S-121). */
export type Community = {
  readonly name: string
  readonly formedOn: PlainDate
  readonly formerNeighbourhoods: readonly string[]
  /** Members of the community's smallest branch; null while it has no branch. */
  readonly smallestBranchMembers: number | null
  readonly officeIsRented: boolean
  readonly secretaryHasExperience: boolean
  readonly fullTimeStaff: number
  readonly hasRules: boolean
}

/** What the gaps are told from. */
export type CommunityLacks = Omit<Community, 'name' | 'formedOn' | 'formerNeighbourhoods'>

/** The gaps of one community; each needs a plan with an owner (S-121, S-133). */
export function listCommunityGaps(community: CommunityLacks): CommunityGap[] {
  const { smallestBranchMembers } = community
  const lacks: Readonly<Record<CommunityGap, boolean>> = {
    onePersonBranch: smallestBranchMembers !== null && smallestBranchMembers <= 1,
    rentedOffice: community.officeIsRented,
    secretaryWithoutExperience: !community.secretaryHasExperience,
    noFullTimeStaff: community.fullTimeStaff === 0,
    noRules: !community.hasRules,
  }
  return communityGaps.filter((gap) => lacks[gap])
}

/** How many communities have each gap. */
export function countCommunityGaps(communities: Iterable<CommunityLacks>): Record<CommunityGap, number> {
  const counts: Record<CommunityGap, number> = {
    onePersonBranch: 0,
    rentedOffice: 0,
    secretaryWithoutExperience: 0,
    noFullTimeStaff: 0,
    noRules: 0,
  }
  for (const community of communities) for (const gap of listCommunityGaps(community)) counts[gap] += 1
  return counts
}
