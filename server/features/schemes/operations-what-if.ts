import { proposals } from '@steward/domain/schemes/scheme.ts'
import { pointsCategories } from '@steward/domain/points/category.ts'
import { defineCommand, defineQuery, instant } from '#platform/operation.ts'
import { z } from 'zod'
import { points, Share } from './operations-content.ts'

export const startWhatIf = defineCommand({
  id: 'scheme.what-if-start',
  summary: { zh: '试算草稿', en: 'Try the draft on a year' },
  input: z.object({
    schemeId: z.uuid(),
    revision: z.int(),
    /** Without one: last year, or this year so far where last year has no lines. */
    year: z.int().min(2000).max(2200).nullable().default(null),
  }),
  output: z.object({ whatIfId: z.uuid(), year: z.int() }),
  refusals: ['scheme-draft-gone', 'scheme-draft-changed-meanwhile', 'what-if-no-lines'],
})

const proposal = z.enum(proposals).nullable()
const Group = z.object({
  /** A member category, a class, an age band such as `36-40`, or the id of a branch; `merged` for small groups. */
  key: z.string(),
  name: z.string().nullable(),
  members: z.int(),
  risen: z.int(),
  fallen: z.int(),
  medianChange: points,
})

export const WhatIfResult = z.object({
  members: z.int(),
  lines: z.int(),
  affected: z.int(),
  risen: z.int(),
  fallen: z.int(),
  medianChange: points,
  categories: z
    .array(z.object({ category: z.enum(pointsCategories), before: points, after: points }))
    .readonly(),
  byCategory: z.array(Group).readonly(),
  byClass: z.array(Group).readonly(),
  byBranch: z.array(Group).readonly(),
  byAge: z.array(Group).readonly(),
  crossings: z.array(z.object({ from: proposal, to: proposal, count: z.int() })).readonly(),
  droppedLines: z.int(),
  ledgerDiffers: z.int(),
})

export const showWhatIf = defineQuery({
  id: 'scheme.what-if-show',
  summary: { zh: '试算结果', en: 'What a draft would change' },
  input: z.object({ schemeId: z.uuid() }),
  output: z.object({
    whatIf: z
      .object({
        id: z.uuid(),
        state: z.enum(['waiting', 'running', 'done', 'failed']),
        year: z.int(),
        untilOn: z.string(),
        startedBy: z.string(),
        startedAt: instant,
        finishedAt: instant.nullable(),
        progress: z.object({ done: z.int(), all: z.int() }),
        /** The draft has been changed since. */
        outdated: z.boolean(),
        home: z.object({ before: Share, after: Share }),
        result: WhatIfResult.nullable(),
      })
      .nullable(),
  }),
})

export const listWhatIfMembers = defineQuery({
  id: 'scheme.what-if-members',
  summary: { zh: '试算里会变的人', en: 'Whose year a draft would change' },
  input: z.object({
    schemeId: z.uuid(),
    offset: z.int().min(0).default(0),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.object({
    total: z.int(),
    rows: z
      .array(
        z.object({
          memberId: z.uuid(),
          name: z.string(),
          orgName: z.string(),
          before: points,
          after: points,
          proposalBefore: proposal,
          proposalAfter: proposal,
        }),
      )
      .readonly(),
  }),
})

export const whatIfOperations = { startWhatIf, showWhatIf, listWhatIfMembers }
