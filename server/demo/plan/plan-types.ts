import type { MemberCategory } from '@steward/domain/members/category.ts'
import type { Education } from '@steward/domain/members/education.ts'
import type { Coverage } from '@steward/domain/organisation/firm-coverage.ts'
import type { BranchForm, OrgField, OrgKind, UnitKind } from '@steward/domain/organisation/party-org.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'

/** Who a branch is made of; it sets ages, categories and education. */
export type BranchMix =
  | 'village'
  | 'office'
  | 'school'
  | 'hospital'
  | 'retired'
  | 'firm'
  | 'stateFirm'
  | 'community'
  | 'bureau'

/** A node of the demo county's tree. Keys are stable words; the small demo is the nodes marked so. */
export type PlannedOrg = {
  readonly key: string
  readonly parent: string | null
  readonly kind: OrgKind
  readonly form: BranchForm | null
  readonly field: OrgField
  readonly unitKind: UnitKind
  readonly name: string
  readonly foundedOn: PlainDate
  readonly approving: boolean
  readonly small: boolean
  /** Members of a branch; 0 for nodes above branches and for groups. */
  readonly size: number
  readonly mix: BranchMix | null
  /** Months of the present term that have passed (may exceed the term: then it has expired). */
  readonly termMonths: number | null
  readonly secretaryVacant: boolean
  readonly rentedOffice: boolean
  readonly secretaryExperienced: boolean
  /** Neighbourhood committees a community was formed from (S-121). */
  readonly formedFrom: readonly string[]
}

export type PlannedMember = {
  readonly org: string
  readonly name: string
  readonly sex: 'male' | 'female'
  readonly bornOn: PlainDate
  readonly ethnicGroup: string
  readonly education: Education
  readonly category: MemberCategory
  readonly admittedOn: PlainDate
  /** Null while probationary. */
  readonly convertedOn: PlainDate | null
  readonly floating: boolean
  readonly identityNumber: string
  readonly phone: string
  readonly address: string
  readonly post: string
  readonly workUnit: string
  /** Account of the cast, where the person has one. */
  readonly accountName: string | null
}

export type FormerMember = PlannedMember & { readonly left: 'persuadedOut' | 'removed' }

export type PlannedFirm = {
  readonly name: string
  readonly staff: number
  readonly coverage: Coverage
  /** Town or street whose list it is on. */
  readonly town: string
  /** The branch that covers it. */
  readonly org: string | null
  readonly instructor: string | null
}

export type DemoPlan = {
  readonly orgs: readonly PlannedOrg[]
  readonly members: readonly PlannedMember[]
  /** People who were members until they left in the year before; not among the members. */
  readonly former: readonly FormerMember[]
  readonly firms: readonly PlannedFirm[]
}
