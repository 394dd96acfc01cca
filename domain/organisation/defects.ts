import { laterOf, type PlainDate } from '../shared/plain-date.ts'
import { committeeFromFullMembers, committeeSize } from './committee.ts'
import { type BranchForm, countsOwnMembers, isCommitteeOrg, type OrgKind } from './party-org.ts'
import { defaultSizes, minFullMembers, type SizeSettings } from './set-up-rules.ts'
import {
  expiredSince,
  isTermEndingSoon,
  isTermExpired,
  reElectionReminders,
  type TermOfOffice,
} from './term-of-office.ts'

/** What no longer meets the rules, or soon will not. */
export const defectCodes = [
  'onePersonBranch',
  'tooFewFullMembers',
  'tooLarge',
  'needsGeneralBranch',
  'needsBaseCommittee',
  'noSecretary',
  'noCommittee',
  'committeeWrongSize',
  'committeeWithoutNeed',
  'noTerm',
  'termExpired',
  'termEndingSoon',
  'temporaryOverdue',
] as const
export type DefectCode = (typeof defectCodes)[number]

/** Who must mend it: the branch itself, the committee above it, or the county's organisation department. */
export type DefectOwner = 'branchSecretary' | 'baseCommittee' | 'orgDepartment'

export type Defect = {
  readonly code: DefectCode
  readonly rule: `R-${string}`
  /** First day of the defect: from a date where there is one, else when it was first seen. */
  readonly since: PlainDate
  readonly owner: DefectOwner
  /** A notice is only coming up; a defect is there. */
  readonly severity: 'defect' | 'notice'
  readonly figures: Readonly<Record<string, number | string>>
}

export type OrgFacts = {
  readonly kind: OrgKind
  readonly form: BranchForm | null
  readonly foundedOn: PlainDate
  /** Members by affiliation, below a committee or general branch those of all branches. */
  readonly members: number
  readonly fullMembers: number
  /** Seats filled today, the secretary's and deputy's included. */
  readonly seats: number
  readonly hasSecretary: boolean
  readonly secretaryVacantSince: PlainDate | null
  readonly term: TermOfOffice | null
  /** The planned end of the task force of a temporary branch. */
  readonly taskEndsOn: PlainDate | null
  /** When an open defect was first seen, from the list of the day before. */
  readonly seenSince: Partial<Record<DefectCode, PlainDate>>
}

type Found = Omit<Defect, 'since' | 'owner'> & { readonly since?: PlainDate; readonly owner?: DefectOwner }

/**
 * The defects of one organisation today, each with its rule, first day and owner. Facts only: nothing
 * follows from a defect by itself, and a party group has none.
 */
export function listDefects(facts: OrgFacts, today: PlainDate, sizes: SizeSettings = defaultSizes): Defect[] {
  if (facts.kind === 'partyGroup') return []
  const found = [...sizeDefects(facts, sizes), ...officerDefects(facts), ...termDefects(facts, today)]
  return found.map((defect) => ({
    ...defect,
    since: defect.since ?? laterOf(facts.seenSince[defect.code] ?? today, facts.foundedOn),
    owner: defect.owner ?? ownerOf(facts.kind),
  }))
}

function ownerOf(kind: OrgKind): DefectOwner {
  return isCommitteeOrg(kind) ? 'orgDepartment' : 'baseCommittee'
}

function sizeDefects(facts: OrgFacts, sizes: SizeSettings): Found[] {
  const { kind, form, members, fullMembers } = facts
  const figures = { members, fullMembers }
  if (kind === 'generalBranch' && members > sizes.baseCommitteeAbove) {
    return [
      {
        code: 'needsBaseCommittee',
        rule: 'R-009',
        severity: 'notice',
        figures: { ...figures, above: sizes.baseCommitteeAbove },
      },
    ]
  }
  if (kind !== 'branch' || !countsOwnMembers(form)) return []
  const found: Found[] = []
  // A branch of one is the harder case of too few; naming both would count it twice.
  if (members <= 1) found.push({ code: 'onePersonBranch', rule: 'R-025', severity: 'defect', figures })
  else if (fullMembers < minFullMembers) {
    found.push({
      code: 'tooFewFullMembers',
      rule: 'R-001',
      severity: 'defect',
      figures: { ...figures, min: minFullMembers },
    })
  }
  const above = sizes.generalBranchAbove
  if (members > sizes.maxBranchMembers) {
    const limits = { max: sizes.maxBranchMembers, above }
    found.push({ code: 'tooLarge', rule: 'R-003', severity: 'notice', figures: { ...figures, ...limits } })
  } else if (members > above) {
    found.push({
      code: 'needsGeneralBranch',
      rule: 'R-009',
      severity: 'notice',
      figures: { ...figures, above },
    })
  }
  return found
}

function officerDefects(facts: OrgFacts): Found[] {
  const { kind, form, fullMembers, seats, hasSecretary, secretaryVacantSince } = facts
  const found: Found[] = []
  if (!hasSecretary) {
    const since = secretaryVacantSince ?? undefined
    found.push({ code: 'noSecretary', rule: 'R-016', severity: 'defect', since, figures: {} })
  }
  const size = form === 'temporary' ? null : committeeSize(kind, fullMembers)
  if (!size) return found
  const figures = { seats, fullMembers, min: size.min, max: size.max }
  if (kind === 'branch' && fullMembers < committeeFromFullMembers) {
    if (seats > size.max)
      found.push({ code: 'committeeWithoutNeed', rule: 'R-005', severity: 'notice', figures })
    return found
  }
  if (seats <= 1) {
    const owner = kind === 'branch' ? 'branchSecretary' : undefined
    found.push({
      code: 'noCommittee',
      rule: kind === 'branch' ? 'R-004' : 'R-010',
      severity: 'defect',
      owner,
      figures,
    })
  } else if (seats < size.min || seats > size.max) {
    found.push({
      code: 'committeeWrongSize',
      rule: kind === 'branch' ? 'R-004' : 'R-010',
      severity: 'defect',
      figures,
    })
  }
  return found
}

function termDefects(facts: OrgFacts, today: PlainDate): Found[] {
  const { kind, form, term, taskEndsOn } = facts
  // County and work committees are not elected by this register's organisations.
  if (kind === 'countyCommittee' || kind === 'workCommittee') return []
  if (form === 'temporary') {
    // It holds no elections; it ends with its task.
    const overdue = taskEndsOn !== null && today > taskEndsOn
    return overdue
      ? [
          {
            code: 'temporaryOverdue',
            rule: 'R-015',
            severity: 'defect',
            since: taskEndsOn,
            figures: { taskEndsOn },
          },
        ]
      : []
  }
  if (!term) return [{ code: 'noTerm', rule: 'R-007', severity: 'notice', figures: {} }]
  const figures = { startedOn: term.startedOn, years: term.years }
  if (isTermExpired(term, today)) {
    return [{ code: 'termExpired', rule: 'R-007', severity: 'defect', since: expiredSince(term), figures }]
  }
  if (!isTermEndingSoon(term, today)) return []
  const since = reElectionReminders(term)[0]
  return [
    { code: 'termEndingSoon', rule: 'R-007', severity: 'notice', owner: 'branchSecretary', since, figures },
  ]
}
