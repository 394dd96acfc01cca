import type { OrgField } from '../organisation/party-org.ts'
import type { CarryOver } from '../points/base.ts'
import type { PointsCategory } from '../points/category.ts'
import type { Caps, CreditRules } from '../points/credit.ts'
import type { PlainDate, PlainMonth } from '../shared/plain-date.ts'
import type { Points } from '../shared/points.ts'

export type Words = { readonly zh: string; readonly en: string }

/** Fields with a scheme of their own; what fits none takes `other`. */
export const schemeFields = [
  'rural',
  'community',
  'governmentOffice',
  'stateFirm',
  'school',
  'privateFirm',
  'socialOrganisation',
  'other',
] as const
export type SchemeField = (typeof schemeFields)[number]

/** Classes of members with weights of their own: in post stands for backbone and ordinary members. */
export const memberClasses = ['inPost', 'retired', 'floating', 'exempt', 'probationary'] as const
export type MemberClass = (typeof memberClasses)[number]

/** What proves a deed. A witness, paper or roster counts like a photo. */
export const evidenceKinds = ['photo', 'witness', 'paper', 'roster'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

export const valueUnits = ['time', 'hour', 'household', 'month', 'piece', 'year'] as const
export type ValueUnit = (typeof valueUnits)[number]

/** What one unit brings: a set value, or one the reviewer chooses inside bounds in proportion to the result. */
export type ItemValue =
  | { readonly kind: 'fixed'; readonly points: Points; readonly unit: ValueUnit }
  | { readonly kind: 'range'; readonly least: Points; readonly most: Points; readonly unit: ValueUnit }

/** Records that credit an item by themselves; a member never claims what is already known (S-195). */
export const automaticSources = [
  'meetingAttendance',
  'training',
  'dues',
  'communityCheckIn',
  'floatingContact',
  'selfReport',
] as const
export type AutomaticSource = (typeof automaticSources)[number]

export const claimants = ['member', 'helper', 'secretary'] as const
export type Claimant = (typeof claimants)[number]
export const awarders = ['branch', 'baseCommittee', 'county', 'hostBranch'] as const
export type Awarder = (typeof awarders)[number]

/** How far a credit travels before it counts; large bonuses go up to the county. */
export const approvalRoutes = ['branch', 'baseCommittee', 'county'] as const
export type ApprovalRoute = (typeof approvalRoutes)[number]

export type DocumentRef = { readonly body: string; readonly number: string; readonly on: PlainDate }

export type SchemeItem = {
  /** Kept from version to version, so that years can be compared. */
  readonly code: string
  readonly category: PointsCategory
  readonly name: Words
  /** How it counts, in a sentence a member understands. */
  readonly rule: Words
  /** Positive, also for deductions. */
  readonly value: ItemValue
  readonly caps: Caps
  readonly evidence: {
    readonly offered: readonly EvidenceKind[]
    /** One of these must be there; empty is the rule. */
    readonly needed: readonly EvidenceKind[]
  }
  readonly claim: readonly Claimant[]
  readonly award: readonly Awarder[]
  readonly automatic: AutomaticSource | null
  /** Pays for being present; all such items together are limited. */
  readonly attendance: boolean
  /** Can be done at home, in the own village or where one works far away. */
  readonly fromHome: boolean
  /** Values are published before the work starts (R-242, S-193). */
  readonly announced: boolean
  readonly approval: ApprovalRoute
  /** Set where the county has decided that the item lies outside the caps. */
  readonly outsideCaps: DocumentRef | null
}

/** Limits a proposal, by a document of the competent body; people decide. */
export type Veto = {
  readonly code: string
  readonly name: Words
  readonly limits: 'bonus' | 'excellent'
  /** Without it the veto stands in the scheme and has no effect. */
  readonly document: DocumentRef | null
}

/** Grades a line of points may propose. `unqualified` is never proposed from points. */
export const proposals = ['excellent', 'qualified', 'basicallyQualified'] as const
export type Proposal = (typeof proposals)[number]
export type ProposalLine = { readonly from: Points; readonly proposal: Proposal }

export const rhythms = ['monthly', 'quarterly', 'halfYearly'] as const
export type Rhythm = (typeof rhythms)[number]

export type SchemeContent = {
  readonly field: SchemeField | 'every'
  readonly memberClass: MemberClass
  readonly title: Words
  /** False for exempt members: what they do is recorded with thanks and not counted. */
  readonly scored: boolean
  /** False for probationary members: followed, not graded. */
  readonly graded: boolean
  readonly categories: Readonly<Record<PointsCategory, Caps>>
  readonly items: readonly SchemeItem[]
  readonly vetoes: readonly Veto[]
  /** Null leaves the year open. */
  readonly totalCap: Points | null
  /** Who decided that bonuses have no cap; null where they have one. */
  readonly openBonus: DocumentRef | null
  readonly carryOver: CarryOver
  readonly appraisalPercent: number
  /** The most attendance may make of the year's process; 30 or less. */
  readonly attendancePercent: number
  readonly proposalLines: readonly ProposalLine[]
  /** Days after a deed in which it can still be claimed. */
  readonly lateEntryDays: number
  /** Days after which an undecided claim goes up one level. */
  readonly decideDays: number
  /** Working days a member has to answer a deduction. */
  readonly answerWorkingDays: number
  /** Working days a notice stands and takes objections. */
  readonly noticeWorkingDays: number
  readonly rhythm: Rhythm
}

export type SchemeVersion = SchemeContent & {
  readonly id: string
  readonly schemeId: string
  readonly label: string
  readonly effectiveFrom: PlainMonth
  readonly adopted: DocumentRef
}

/** The scheme an organisation's field takes. */
export function schemeFieldOf(field: OrgField): SchemeField {
  return field === 'otherPublicBody' ? 'other' : field
}

/**
 * The class whose scheme applies: a decision to leave somebody out of scoring goes before all, then
 * probation, floating, retired; all others are in post.
 */
export function memberClassOf(facts: {
  readonly exempt: boolean
  readonly probationary: boolean
  readonly floating: boolean
  readonly retired: boolean
}): MemberClass {
  if (facts.exempt) return 'exempt'
  if (facts.probationary) return 'probationary'
  if (facts.floating) return 'floating'
  return facts.retired ? 'retired' : 'inPost'
}

/** What of a version decides credit, for the calculation of points. */
export function toCreditRules(version: SchemeContent & { readonly id: string }): CreditRules {
  return {
    versionId: version.id,
    items: new Map(
      version.items.map(({ code, category, caps, outsideCaps }) => [
        code,
        { code, category, caps, outsideCaps: outsideCaps !== null },
      ]),
    ),
    categories: version.categories,
    totalCap: version.totalCap,
  }
}

/** Items a member is offered for claiming. */
export function claimableItems(content: SchemeContent): readonly SchemeItem[] {
  return content.items.filter((item) => item.automatic === null && item.claim.includes('member'))
}

/** What the lines of a scheme propose for a score; a draft for the meeting, never a grade. */
export function proposeFrom(lines: readonly ProposalLine[], score: number): Proposal | null {
  let best: ProposalLine | null = null
  for (const line of lines) if (score >= line.from && (best === null || line.from > best.from)) best = line
  return best?.proposal ?? null
}
