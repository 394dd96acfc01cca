import { coverages } from '@steward/domain/organisation/firm-coverage.ts'
import { coveredUnitKinds, unitRefusals } from '@steward/domain/organisation/covered-unit.ts'
import { defineCommand, defineQuery, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { day, OrgRef, words } from './operations-org.ts'

const UnitKind = z.enum(coveredUnitKinds)
const CoverageWord = z.enum(coverages)

export const UnitRow = z.object({
  id: z.uuid(),
  kind: UnitKind,
  name: z.string(),
  town: OrgRef,
  staff: z.int(),
  fullMembers: z.int(),
  coverage: CoverageWord,
  org: OrgRef.nullable(),
  instructor: z.object({ name: z.string(), sentBy: z.string(), fromOn: plainDate }).nullable(),
  needsInstructor: z.boolean(),
  formedOn: plainDate.nullable(),
  formerNames: z.array(z.string()),
  revision: z.int(),
})

export const listUnits = defineQuery({
  id: 'organisation.list-units',
  summary: { zh: '单位名单', en: 'Units and how they are covered' },
  input: z.object({
    townId: z.uuid().optional(),
    orgId: z.uuid().optional(),
    kind: UnitKind.optional(),
    coverage: CoverageWord.optional(),
    instructor: z.enum(['missing', 'present']).optional(),
    text: words(60).default(''),
    limit: z.int().min(1).max(200).default(50),
    offset: z.int().min(0).default(0),
  }),
  output: z.object({ rows: z.array(UnitRow), total: z.int() }),
})

const CoverageFigures = z.object({
  own: z.int(),
  joint: z.int(),
  attached: z.int(),
  none: z.int(),
  /** Denominator. */
  units: z.int(),
  /** Numerator: own, joint and attached. */
  covered: z.int(),
  coveredPerMille: z.int(),
  instructors: z.int(),
  instructorsMissing: z.int(),
})

export const showCoverage = defineQuery({
  id: 'organisation.coverage',
  summary: { zh: '组织覆盖', en: 'Coverage of units by town' },
  input: z.object({ kind: UnitKind.default('privateFirm') }),
  output: z.object({
    on: plainDate,
    kind: UnitKind,
    instructorStaff: z.int(),
    total: CoverageFigures,
    towns: z.array(CoverageFigures.extend({ town: OrgRef })),
  }),
})

const recorded = z.object({ id: z.uuid(), revision: z.int() })

export const recordUnit = defineCommand({
  id: 'organisation.record-unit',
  summary: { zh: '登记单位和覆盖方式', en: 'Record a unit and its coverage' },
  input: z.object({
    /** Left out for a new unit. */
    unitId: z.uuid().optional(),
    revision: z.int().optional(),
    kind: UnitKind,
    name: words(80),
    townId: z.uuid(),
    staff: z.int().min(0).max(200_000),
    fullMembers: z.int().min(0).max(20_000),
    coverage: CoverageWord,
    orgId: z.uuid().nullable(),
    formedOn: day.nullable().default(null),
    formerNames: z.array(words(40)).max(20).default([]),
    on: day,
    reason: words(200),
  }),
  output: recorded,
  refusals: [
    ...unitRefusals,
    'unit-closed',
    'unit-change-in-future',
    'unit-reason-missing',
    'organisation-changed-meanwhile',
  ],
})

export const closeUnit = defineCommand({
  id: 'organisation.close-unit',
  summary: { zh: '单位注销', en: 'Close a unit' },
  input: z.object({ unitId: z.uuid(), revision: z.int(), on: day, reason: words(200) }),
  output: recorded,
  refusals: ['unit-closed', 'unit-change-in-future', 'unit-reason-missing', 'organisation-changed-meanwhile'],
})

export const assignInstructor = defineCommand({
  id: 'organisation.assign-instructor',
  summary: { zh: '派党建工作指导员', en: 'Assign a party-building instructor' },
  input: z.object({ unitId: z.uuid(), name: words(40), sentBy: words(60), fromOn: day }),
  output: z.object({ id: z.uuid() }),
  refusals: [
    'instructor-unit-has-organisation',
    'instructor-unit-closed',
    'instructor-in-future',
    'instructor-before-present',
    'instructor-name-missing',
  ],
})
