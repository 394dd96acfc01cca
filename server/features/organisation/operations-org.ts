import { coverages } from '@steward/domain/organisation/firm-coverage.ts'
import { coveredUnitKinds } from '@steward/domain/organisation/covered-unit.ts'
import { orgDefectCodes } from '@steward/domain/organisation/org-gaps.ts'
import { branchForms, orgFields, orgKinds, unitKinds } from '@steward/domain/organisation/party-org.ts'
import { isPlainDate, plainDate as toDay } from '@steward/domain/shared/plain-date.ts'
import { defineQuery, instant, plainDate } from '#platform/operation.ts'
import { z } from 'zod'

/** A calendar day that comes in. */
export const day = z.iso.date().refine(isPlainDate).transform(toDay)
export const words = (most: number) => z.string().trim().max(most)

export const OrgKindWord = z.enum(orgKinds)
export const BranchFormWord = z.enum(branchForms)
export const OrgFieldWord = z.enum(orgFields)
export const UnitKindWord = z.enum(unitKinds)
export const DefectWord = z.enum(orgDefectCodes)
export const PostWord = z.enum([
  'secretary',
  'deputySecretary',
  'orgCommissioner',
  'publicityCommissioner',
  'disciplineCommissioner',
  'member',
  'groupLeader',
])

/** One node. `parent` is the parent's number; a parent outside what one may see is not among the rows. */
export const TreeRow = z.object({
  id: z.uuid(),
  number: z.int(),
  parent: z.int().nullable(),
  name: z.string(),
  kind: OrgKindWord,
  form: BranchFormWord.nullable(),
  /** Members on the roll, all below included; null in a tree of the past. */
  members: z.int().nullable(),
  defects: z.array(DefectWord),
  closed: z.boolean(),
})

export const showTree = defineQuery({
  id: 'organisation.tree',
  summary: { zh: '组织树', en: 'Organisation tree' },
  input: z.object({ asOf: day.optional(), withClosed: z.boolean().default(false) }),
  output: z.object({ asOf: plainDate, rows: z.array(TreeRow), defectCount: z.int() }),
})

export const OrgView = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  number: z.int(),
  name: z.string(),
  shortName: z.string(),
  kind: OrgKindWord,
  form: BranchFormWord.nullable(),
  field: OrgFieldWord,
  unitKind: UnitKindWord,
  canApprove: z.boolean(),
  sortNo: z.int(),
  foundedOn: plainDate,
  dissolvedOn: plainDate.nullable(),
  task: z.string(),
  taskEndsOn: plainDate.nullable(),
  phone: z.string(),
  address: z.string(),
  revision: z.int(),
})

export const SeatView = z.object({
  postId: z.uuid(),
  memberId: z.uuid(),
  name: z.string(),
  post: PostWord,
  fromOn: plainDate,
  untilOn: plainDate.nullable(),
  filledBy: z.enum(['election', 'appointment']),
})

export const TermView = z.object({
  id: z.uuid(),
  startedOn: plainDate,
  years: z.int(),
  endsOn: plainDate,
  approvedEndOn: plainDate.nullable(),
  approvalDocument: z.string(),
  endedOn: plainDate.nullable(),
  filledBy: z.enum(['election', 'appointment']),
  documentNumber: z.string(),
  revision: z.int(),
  seats: z.array(SeatView),
})

export const PlanView = z.object({
  ownerName: z.string(),
  what: z.string(),
  dueOn: plainDate,
  by: z.string(),
  at: instant,
})

export const DefectView = z.object({
  code: DefectWord,
  rule: z.string(),
  severity: z.enum(['defect', 'notice']),
  since: plainDate,
  owner: z.enum(['branchSecretary', 'baseCommittee', 'orgDepartment']),
  /** The body that must mend it and, where one is known, the person in it. */
  ownerOrg: z.string(),
  ownerPerson: z.string().nullable(),
  figures: z.record(z.string(), z.union([z.int(), z.string()])),
  plan: PlanView.nullable(),
})

/** One side of a change: only what the change touched is there. */
export const ChangeSide = z
  .object({
    name: z.string(),
    shortName: z.string(),
    parentName: z.string(),
    kind: OrgKindWord,
    form: BranchFormWord.nullable(),
    field: OrgFieldWord,
    unitKind: UnitKindWord,
    canApprove: z.boolean(),
    phone: z.string(),
    address: z.string(),
    members: z.int(),
    orgNames: z.array(z.string()),
  })
  .partial()
  .nullable()

export const changeKinds = [
  'register',
  'setUp',
  'rename',
  'move',
  'merge',
  'mergedInto',
  'split',
  'splitOff',
  'dissolve',
  'changeForm',
  'correct',
] as const

export const ChangeView = z.object({
  id: z.uuid(),
  actId: z.uuid(),
  orgId: z.uuid(),
  orgName: z.string(),
  kind: z.enum(changeKinds),
  on: plainDate,
  decidedBy: z.string().nullable(),
  decidedOn: plainDate.nullable(),
  requestedOn: plainDate.nullable(),
  documentNumber: z.string(),
  reason: z.string(),
  before: ChangeSide,
  after: ChangeSide,
  by: z.string(),
  at: instant,
  filedOn: plainDate.nullable(),
  filedWith: z.string().nullable(),
})

/** What a caller can be allowed to do with an organisation. */
export const mayWords = ['change', 'setUp', 'plan', 'committee', 'extendTerm', 'roster'] as const
export type MayWord = (typeof mayWords)[number]

export const OrgRef = z.object({ id: z.uuid(), name: z.string(), kind: OrgKindWord })

export const showOrg = defineQuery({
  id: 'organisation.show',
  summary: { zh: '看一个组织', en: 'Show an organisation' },
  input: z.object({ orgId: z.uuid() }),
  output: z.object({
    org: OrgView,
    path: z.array(OrgRef),
    counts: z.object({ members: z.int(), fullMembers: z.int(), branches: z.int(), below: z.int() }),
    terms: z.array(TermView),
    groupLeader: SeatView.nullable(),
    facts: z.array(
      z.object({
        kind: z.enum(['premises', 'secretaryExperience', 'fullTimeStaff', 'rules']),
        value: z.string(),
        fromOn: plainDate,
        basis: z.string(),
        by: z.string(),
      }),
    ),
    defects: z.array(DefectView),
    below: z.array(OrgRef.extend({ form: BranchFormWord.nullable(), members: z.int() })),
    units: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(coveredUnitKinds),
        name: z.string(),
        staff: z.int(),
        coverage: z.enum(coverages),
      }),
    ),
    history: z.array(ChangeView),
    may: z.array(z.enum(mayWords)),
  }),
})

export const searchOrgs = defineQuery({
  id: 'organisation.search',
  summary: { zh: '找组织', en: 'Find organisations by name or pinyin initials' },
  input: z.object({
    text: words(60),
    kinds: z.array(OrgKindWord).optional(),
    below: z.uuid().optional(),
    limit: z.int().min(1).max(50).default(10),
  }),
  output: z.object({
    rows: z.array(OrgRef.extend({ above: z.array(z.string()), near: z.boolean() })),
    total: z.int(),
  }),
})

export const listChanges = defineQuery({
  id: 'organisation.list-changes',
  summary: { zh: '组织变动', en: 'Changes of organisations' },
  input: z.object({
    orgId: z.uuid().optional(),
    from: day.optional(),
    until: day.optional(),
    unfiledOnly: z.boolean().default(false),
    limit: z.int().min(1).max(200).default(50),
    offset: z.int().min(0).default(0),
  }),
  output: z.object({ rows: z.array(ChangeView), total: z.int() }),
})

export const showMyBranch = defineQuery({
  id: 'organisation.my-branch',
  summary: { zh: '我的支部', en: 'My branch' },
  input: z.object({}),
  output: z.object({
    branch: z
      .object({
        id: z.uuid(),
        name: z.string(),
        above: z.array(z.string()),
        phone: z.string(),
        address: z.string(),
        members: z.int(),
        termEndsOn: plainDate.nullable(),
        seats: z.array(SeatView.pick({ name: true, post: true, fromOn: true })),
        group: z.object({ name: z.string(), leader: z.string().nullable() }).nullable(),
      })
      .nullable(),
  }),
})
