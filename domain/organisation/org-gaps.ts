import type { PlainDate } from '../shared/plain-date.ts'
import { type CommunityGap, listCommunityGaps } from './community.ts'
import { type Defect, type DefectCode, defectCodes } from './defects.ts'
import type { OrgKind } from './party-org.ts'

/** Where an organisation meets. */
export const premisesKinds = ['own', 'rented', 'none'] as const
export type Premises = (typeof premisesKinds)[number]

/** Gaps beyond size, officers and term: no venue (S-131) and those of communities (S-133). */
export const gapCodes = [
  'noPremises',
  'rentedOffice',
  'secretaryWithoutExperience',
  'noFullTimeStaff',
  'noRules',
] as const
export type GapCode = (typeof gapCodes)[number]

export const orgDefectCodes = [...defectCodes, ...gapCodes] as const
export type OrgDefectCode = DefectCode | GapCode
export type OrgDefect = Omit<Defect, 'code' | 'rule'> & {
  readonly code: OrgDefectCode
  readonly rule: `R-${string}` | `S-${string}`
}

/** What has been recorded; null where nothing was, which is not a gap. */
export type RecordedFacts = {
  readonly premises: Premises | null
  readonly secretaryHasExperience: boolean | null
  readonly fullTimeStaff: number | null
  readonly hasRules: boolean | null
}

/**
 * Gaps told by recorded facts: a branch or general branch without a place to meet (S-131), and what a community's
 * organisation lacks (S-133). Each with the day it was recorded and the committee that mends it.
 */
export function listOrgGaps(
  org: { readonly kind: OrgKind; readonly isCommunity: boolean; readonly hasSecretary: boolean },
  facts: RecordedFacts,
  since: Partial<Record<GapCode, PlainDate>>,
  today: PlainDate,
): OrgDefect[] {
  const holdsMeetings = org.kind === 'branch' || org.kind === 'generalBranch'
  const noPremises: GapCode[] = holdsMeetings && facts.premises === 'none' ? ['noPremises'] : []
  const gaps = org.isCommunity ? communityGapsOf(org, facts) : []
  return [...noPremises, ...gaps].map((code): OrgDefect => ({
    code,
    rule: code === 'noPremises' ? 'S-131' : 'S-133',
    since: since[code] ?? today,
    owner: code === 'secretaryWithoutExperience' ? 'orgDepartment' : 'baseCommittee',
    severity: 'defect',
    figures: {},
  }))
}

function communityGapsOf(org: { readonly hasSecretary: boolean }, facts: RecordedFacts): GapCode[] {
  const gaps: readonly CommunityGap[] = listCommunityGaps({
    smallestBranchMembers: null,
    officeIsRented: facts.premises === 'rented',
    secretaryHasExperience: !org.hasSecretary || (facts.secretaryHasExperience ?? true),
    fullTimeStaff: facts.fullTimeStaff ?? 1,
    hasRules: facts.hasRules ?? true,
  })
  return gaps.filter((gap) => gap !== 'onePersonBranch')
}
