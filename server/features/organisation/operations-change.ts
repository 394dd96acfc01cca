import { orgChangeRefusals } from '@steward/domain/organisation/org-change-checks.ts'
import { shapeChangeRefusals } from '@steward/domain/organisation/change-shape.ts'
import { premisesKinds } from '@steward/domain/organisation/org-gaps.ts'
import { defineCommand } from '#platform/operation.ts'
import { z } from 'zod'
import { BranchFormWord, day, OrgFieldWord, OrgKindWord, UnitKindWord, words } from './operations-org.ts'

const changedMeanwhile = 'organisation-changed-meanwhile'

/** The document behind a change. Without `decidedByOrgId` it is the nearest committee above. */
const decision = {
  on: day,
  decidedByOrgId: z.uuid().optional(),
  decidedOn: day,
  documentNumber: words(60),
  reason: words(400),
}
const known = { orgId: z.uuid(), revision: z.int() }
const changed = z.object({ id: z.uuid(), revision: z.int(), actId: z.uuid() })

const shape = {
  kind: OrgKindWord,
  form: BranchFormWord.nullable().default(null),
  field: OrgFieldWord,
  unitKind: UnitKindWord.default('other'),
  canApprove: z.boolean().default(false),
}
const names = { name: words(60), shortName: words(30).default('') }
const task = { task: words(80).default(''), taskEndsOn: day.nullable().default(null) }

export const setUpOrg = defineCommand({
  id: 'organisation.set-up',
  summary: { zh: '设立组织', en: 'Set up an organisation' },
  input: z.object({
    parentId: z.uuid(),
    ...shape,
    ...names,
    ...task,
    ...decision,
    requestedOn: day.nullable().default(null),
    /** Members who move in at once; they must belong to organisations the caller may change. */
    memberIds: z.array(z.uuid()).max(500).default([]),
    /** Full members who will come by transfer. */
    fullMembersToCome: z.int().min(0).max(500).default(0),
    /** Units the new branch covers. */
    unitIds: z.array(z.uuid()).max(50).default([]),
  }),
  output: changed.extend({ replyLate: z.boolean() }),
  refusals: [
    ...orgChangeRefusals,
    'joint-branch-needs-units',
    'joint-branch-unit-too-large',
    'joint-branch-too-few-members',
    'unit-organisation-taken',
    'org-members-not-open',
    'org-members-keep-home',
  ],
})

export const registerOrg = defineCommand({
  id: 'organisation.register',
  summary: { zh: '录入已有组织', en: 'Enter an organisation that exists already' },
  input: z.object({
    parentId: z.uuid(),
    ...shape,
    ...names,
    ...task,
    foundedOn: day,
    phone: words(40).default(''),
    address: words(120).default(''),
    sortNo: z.int().min(0).max(100_000).default(0),
  }),
  output: changed,
  refusals: orgChangeRefusals,
})

export const renameOrg = defineCommand({
  id: 'organisation.rename',
  summary: { zh: '更名', en: 'Rename an organisation' },
  input: z.object({ ...known, ...names, ...decision }),
  output: changed,
  refusals: [...orgChangeRefusals, changedMeanwhile],
})

export const moveOrg = defineCommand({
  id: 'organisation.move',
  summary: { zh: '调整隶属', en: 'Move an organisation below another' },
  input: z.object({ ...known, parentId: z.uuid(), ...decision }),
  output: changed.extend({ moved: z.int() }),
  refusals: [...orgChangeRefusals, changedMeanwhile],
})

export const mergeOrgs = defineCommand({
  id: 'organisation.merge',
  summary: { zh: '合并组织', en: 'Merge organisations into one' },
  input: z.object({
    ...known,
    sources: z.array(z.object(known)).min(1).max(20),
    ...decision,
  }),
  output: changed.extend({ movedMembers: z.int() }),
  refusals: [...orgChangeRefusals, changedMeanwhile],
})

export const splitOrg = defineCommand({
  id: 'organisation.split',
  summary: { zh: '分设组织', en: 'Split an organisation' },
  input: z.object({
    ...known,
    parts: z
      .array(
        z.object({
          ...names,
          form: BranchFormWord.nullable().default(null),
          field: OrgFieldWord,
          unitKind: UnitKindWord.default('other'),
          memberIds: z.array(z.uuid()).max(2000).default([]),
          /** Organisations below the divided one that go with this part. */
          orgIds: z.array(z.uuid()).max(200).default([]),
        }),
      )
      .min(1)
      .max(20),
    sourceCloses: z.boolean(),
    ...decision,
  }),
  output: changed.extend({ partIds: z.array(z.uuid()) }),
  refusals: [
    ...orgChangeRefusals,
    changedMeanwhile,
    'org-split-members-elsewhere',
    'org-split-member-twice',
    'org-split-group-divided',
  ],
})

export const dissolveOrg = defineCommand({
  id: 'organisation.dissolve',
  summary: { zh: '撤销组织', en: 'Dissolve an organisation' },
  input: z.object({ ...known, ...decision }),
  output: changed.extend({ uncoveredUnits: z.int() }),
  refusals: [...orgChangeRefusals, changedMeanwhile],
})

export const changeOrgForm = defineCommand({
  id: 'organisation.change-form',
  summary: { zh: '改组织类别和形式', en: 'Change kind, form or field of an organisation' },
  input: z.object({ ...known, ...shape, ...task, ...decision }),
  output: changed,
  refusals: [...orgChangeRefusals, ...shapeChangeRefusals, changedMeanwhile],
})

export const correctOrg = defineCommand({
  id: 'organisation.correct',
  summary: { zh: '更正简称、地址和电话', en: 'Correct short name, address and telephone' },
  input: z.object({
    ...known,
    shortName: words(30),
    phone: words(40),
    address: words(120),
    sortNo: z.int().min(0).max(100_000),
  }),
  output: changed,
  refusals: [changedMeanwhile, 'org-already-dissolved', 'org-nothing-corrected'],
})

export const fileChange = defineCommand({
  id: 'organisation.file-change',
  summary: { zh: '登记变动备案', en: 'Record the upward filing of a change' },
  input: z.object({ actId: z.uuid(), filedOn: day, filedWithOrgId: z.uuid().optional() }),
  output: z.object({ actId: z.uuid() }),
  refusals: [
    'org-filing-twice',
    'org-filing-before-decision',
    'org-filing-in-future',
    'org-filing-not-above',
  ],
})

export const recordOrgFact = defineCommand({
  id: 'organisation.record-fact',
  summary: { zh: '登记场所、人员等情况', en: 'Record premises, staff and other facts of an organisation' },
  input: z.object({
    orgId: z.uuid(),
    fact: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('premises'), value: z.enum(premisesKinds) }),
      z.object({ kind: z.literal('secretaryExperience'), value: z.enum(['yes', 'no']) }),
      z.object({ kind: z.literal('rules'), value: z.enum(['yes', 'no']) }),
      z.object({ kind: z.literal('fullTimeStaff'), value: z.string().regex(/^\d{1,4}$/) }),
    ]),
    fromOn: day,
    basis: words(200),
  }),
  output: z.object({ id: z.uuid() }),
  refusals: ['org-already-dissolved', 'org-fact-in-future', 'org-fact-basis-missing'],
})
