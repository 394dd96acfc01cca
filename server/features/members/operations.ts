import { memberCategories } from '@steward/domain/members/category.ts'
import { educations } from '@steward/domain/members/education.ts'
import { membershipKinds } from '@steward/domain/members/member.ts'
import { memberStates } from '@steward/domain/members/member-state.ts'
import { rosterTags } from '@steward/domain/members/tag.ts'
import { orgKinds } from '@steward/domain/organisation/party-org.ts'
import { defineCommand, defineQuery, instant, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { changeOperations } from './operations-change.ts'
import { correctionOperations } from './operations-correction.ts'
import { lookOperations } from './operations-look.ts'

const category = z.enum(memberCategories)
const kind = z.enum(membershipKinds)
const state = z.enum(memberStates)
const education = z.enum(educations)
const tag = z.enum(rosterTags)
const sex = z.enum(['male', 'female'])

/** What a list of members can be narrowed by. Never by points. */
export const MemberFilter = z.object({
  orgId: z.uuid().nullable().default(null),
  /** Name, pinyin, initials, branch, last four or all digits of the identity or phone number. */
  search: z.string().trim().max(80).default(''),
  categories: z.array(category).max(memberCategories.length).default([]),
  kind: kind.nullable().default(null),
  /** `onRoll` is everybody who counts: active and suspended. */
  state: z.enum(['onRoll', 'all', ...memberStates]).default('onRoll'),
  tags: z.array(tag).max(rosterTags.length).default([]),
  sex: sex.nullable().default(null),
  educations: z.array(education).max(educations.length).default([]),
  /** Full years, both ends included. */
  ageFrom: z.int().min(0).max(150).nullable().default(null),
  ageTo: z.int().min(0).max(150).nullable().default(null),
  standingFrom: z.int().min(0).max(120).nullable().default(null),
  standingTo: z.int().min(0).max(120).nullable().default(null),
  lacking: z
    .array(z.enum(['phone', 'identityNumber', 'education', 'ethnicGroup']))
    .max(4)
    .default([]),
})
export type MemberFilter = z.output<typeof MemberFilter>

const MemberRow = z.object({
  id: z.uuid(),
  name: z.string(),
  orgId: z.uuid(),
  orgName: z.string(),
  category,
  kind,
  state,
  sex,
  age: z.int(),
  education: education.nullable(),
  /** Full years of party standing; null for a probationary member. */
  standingYears: z.int().nullable(),
  tags: z.array(tag),
  phoneMask: z.string(),
})

export const listMembers = defineQuery({
  id: 'member.list',
  summary: { zh: '党员名单', en: 'List members' },
  input: MemberFilter.extend({
    sort: z.enum(['name', 'administrative', 'standing']).default('name'),
    offset: z.int().min(0).max(1_000_000).default(0),
    limit: z.int().min(1).max(200).default(100),
  }),
  output: z.object({ rows: z.array(MemberRow), total: z.int(), offset: z.int() }),
})

export const searchEverything = defineQuery({
  id: 'member.search',
  summary: { zh: '搜人和组织', en: 'Search people and organisations' },
  input: z.object({ text: z.string().trim().max(80) }),
  output: z.object({
    people: z.array(z.object({ id: z.uuid(), name: z.string(), orgName: z.string(), category, state })),
    organisations: z.array(z.object({ id: z.uuid(), name: z.string(), kind: z.string() })),
  }),
})

const Clock = z.object({
  clock: z.enum(['membership', 'probation', 'standing']),
  /** Day it starts or, for probation, ends; null while it has not started. */
  on: plainDate.nullable(),
  years: z.int().nullable(),
  months: z.int().nullable(),
  rule: z.string(),
})

const FileFacts = z.object({
  id: z.uuid(),
  revision: z.int(),
  name: z.string(),
  sex,
  bornOn: plainDate,
  age: z.int(),
  ethnicGroup: z.string().nullable(),
  education: education.nullable(),
  kind,
  category,
  admittedOn: plainDate,
  convertedOn: plainDate.nullable(),
  extensionMonths: z.int(),
  earlyConversion: z.string(),
  orgId: z.uuid(),
  orgName: z.string(),
  groupName: z.string().nullable(),
  /** From the county down to the branch. */
  place: z.array(z.object({ id: z.uuid(), name: z.string(), kind: z.enum(orgKinds) })),
  post: z.string(),
  workplace: z.string(),
  state,
  stateFromOn: plainDate,
  identityMask: z.string(),
  phoneMask: z.string(),
  hasAddress: z.boolean(),
  createdBy: z.string(),
  createdAt: instant,
})

const recorded = { reason: z.string(), by: z.string(), at: instant }

const StateEntry = z.object({
  from: state,
  to: state,
  on: plainDate,
  by: z.string(),
  /** The five facts of an adverse decision, for the member and those who settle it. */
  facts: z
    .object({
      deciderName: z.string(),
      body: z.string(),
      decidedOn: plainDate,
      reason: z.string(),
      proofOfService: z.string(),
    })
    .nullable(),
})

export const showMember = defineQuery({
  id: 'member.show',
  summary: { zh: '一名党员的档案', en: 'Show a member file' },
  input: z.object({ memberId: z.uuid().nullable().default(null) }),
  output: z.object({
    facts: FileFacts,
    self: z.boolean(),
    clocks: z.array(Clock),
    tags: z.array(z.object({ tag, fromOn: plainDate, ...recorded })),
    categories: z.array(z.object({ category, fromOn: plainDate, countsFrom: z.string(), ...recorded })),
    affiliations: z.array(
      z.object({
        orgId: z.uuid(),
        orgName: z.string(),
        groupName: z.string().nullable(),
        fromOn: plainDate,
        untilOn: plainDate.nullable(),
        ...recorded,
      }),
    ),
    states: z.array(StateEntry),
    changes: z.array(
      z.object({
        id: z.uuid(),
        field: z.string(),
        before: z.string().nullable(),
        after: z.string().nullable(),
        source: z.enum(['form', 'import', 'correction', 'system-of-record']),
        ...recorded,
      }),
    ),
    openCorrections: z.array(
      z.object({ id: z.uuid(), field: z.string(), wanted: z.string(), answerDueOn: plainDate }),
    ),
    may: z.array(z.string()),
  }),
})

const Count = z.object({
  key: z.string(),
  count: z.int(),
  /** Tenths of a percent. */ share: z.int().nullable(),
})

export const memberFigures = defineQuery({
  id: 'member.figures',
  summary: { zh: '党员构成', en: 'Figures of a roll' },
  input: z.object({ orgId: z.uuid(), asOf: plainDate.nullable().default(null) }),
  output: z.object({
    orgId: z.uuid(),
    orgName: z.string(),
    asOf: plainDate,
    branches: z.int(),
    total: z.int(),
    byKind: z.array(Count),
    byCategory: z.array(Count),
    bySex: z.array(Count),
    byAge: z.array(Count),
    byEducation: z.array(Count),
    byStanding: z.array(Count),
    /** Organisations directly below, in administrative order. */
    below: z.array(z.object({ orgId: z.uuid(), orgName: z.string(), total: z.int(), retired: z.int() })),
  }),
})

const SavedFilter = z.object({ id: z.uuid(), name: z.string(), filter: MemberFilter })

export const listFilters = defineQuery({
  id: 'member.list-filters',
  summary: { zh: '我存下的筛选', en: 'My saved filters' },
  input: z.object({}),
  output: z.object({ filters: z.array(SavedFilter) }),
})

export const saveFilter = defineCommand({
  id: 'member.save-filter',
  summary: { zh: '存下这个筛选', en: 'Save a filter' },
  input: z.object({ name: z.string().trim().min(1).max(40), filter: MemberFilter }),
  output: SavedFilter,
  refusals: ['filter-too-many'],
})

export const removeFilter = defineCommand({
  id: 'member.remove-filter',
  summary: { zh: '去掉存下的筛选', en: 'Remove a saved filter' },
  input: z.object({ filterId: z.uuid() }),
  output: z.object({ removed: z.boolean() }),
})

export const memberOperations = {
  listMembers,
  searchEverything,
  showMember,
  memberFigures,
  listFilters,
  saveFilter,
  removeFilter,
  ...lookOperations,
  ...changeOperations,
  ...correctionOperations,
}
