import { rectificationStates } from '@steward/domain/appraisals/rectification.ts'
import { pledgeStates } from '@steward/domain/pledges/pledge.ts'
import { problemSources } from '@steward/domain/year/problem.ts'
import { defineCommand, defineQuery, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { Org, year } from './operations-year.ts'

const source = z.enum(problemSources)

export const listProblems = defineQuery({
  id: 'problem.list',
  summary: { zh: '支部一年的问题清单', en: 'The problems of a branch in a year' },
  input: z.object({ orgId: z.uuid(), year }),
  output: z.object({
    org: Org,
    year: z.int(),
    /** Dropped ones left out (S-230). */
    counts: z.object({ self: z.int(), organisation: z.int(), masses: z.int() }),
    rows: z.array(
      z.object({
        ...{ problemId: z.uuid(), memberId: z.uuid(), name: z.string(), source, words: z.string() },
        measure: z.string(),
        listedBy: z.string(),
        listedOn: plainDate,
        dropped: z.object({ reason: z.string(), by: z.string(), on: plainDate }).nullable(),
        /** How far it is put right within the year. */
        rectification: z.enum(rectificationStates).nullable(),
        /** The pledge of next year out of it. */
        pledge: z.object({ id: z.uuid(), state: z.enum(pledgeStates) }).nullable(),
      }),
    ),
    /** Problems a draft can be made of now. */
    withoutPledge: z.int(),
    /** Signed words of fellow members and upheld objections that may name a problem; nobody has listed them yet. */
    heard: z.array(
      z.object({
        ...{ from: z.enum(['peerWord', 'objection']), memberId: z.uuid(), name: z.string() },
        ...{ words: z.string(), by: z.string(), on: plainDate },
      }),
    ),
    /** Set while problems can still be listed in the appraisal. */
    appraisalId: z.uuid().nullable(),
    may: z.array(z.enum(['problem.drop', 'problem.draft-pledges', 'rectification.follow'])),
  }),
})

export const dropProblem = defineCommand({
  id: 'problem.drop',
  summary: { zh: '从问题清单里去掉', en: 'Take a problem off the list' },
  input: z.object({ problemId: z.uuid(), reason: z.string().trim().max(300) }),
  output: z.object({}),
  refusals: ['problem-wrong-state', 'problem-needs-reason'],
})

export const draftFromProblems = defineCommand({
  id: 'problem.draft-pledges',
  summary: { zh: '把问题写成下一年的承诺草稿', en: 'Draft pledges of the next year out of problems' },
  input: z.object({ orgId: z.uuid(), year }),
  output: z.object({ drafted: z.int() }),
  refusals: ['problem-nothing-to-draft'],
})

export const problemOperations = { listProblems, dropProblem, draftFromProblems }
