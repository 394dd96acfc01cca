import { lensFlags, lensGroups } from '@steward/domain/year/fairness.ts'
import { defineCommand, defineQuery, plainDate } from '#platform/operation.ts'
import { z } from 'zod'
import { Org, points, year } from './operations-year.ts'

const code = z.enum(lensFlags)
const subjectId = z.string().max(60)

export const showLens = defineQuery({
  id: 'lens.show',
  summary: { zh: '公平镜：和同类比差得远的地方', en: 'What differs far from peers' },
  input: z.object({ orgId: z.uuid(), year }),
  output: z.object({
    org: Org,
    year: z.int(),
    /** Who is compared: the branches below this place. */
    among: Org,
    flags: z.array(
      z.object({
        ...{ code, subjectId, name: z.string(), own: z.int(), peers: z.int() },
        talks: z.array(
          z.object({ said: z.string(), talkedWith: z.string(), on: plainDate, notedBy: z.string() }),
        ),
      }),
    ),
    /** Branches the caller may read; the others are in the comparison without a name. */
    branches: z.array(
      z.object({
        ...{ orgId: z.uuid(), orgName: z.string(), members: z.int(), mean: points },
        grades: z.object({
          excellent: z.int(),
          qualified: z.int(),
          basicallyQualified: z.int(),
          unqualified: z.int(),
        }),
      }),
    ),
    reviewers: z.array(
      z.object({
        ...{ reviewerId: z.uuid(), name: z.string(), decided: z.int(), refused: z.int(), adjusted: z.int() },
      }),
    ),
    groups: z.array(
      z.object({
        ...{ group: z.enum(lensGroups), members: z.int(), mean: points },
        /** Of the points of their schemes, what can be earned at home or where one lives. */
        openPercent: z.int(),
      }),
    ),
    /** Mean of all who are in none of the groups. */
    othersMean: points,
    may: z.array(z.enum(['lens.note'])),
  }),
})

export const noteTalk = defineCommand({
  id: 'lens.note',
  summary: { zh: '记下谈了什么', en: 'Note what was said' },
  input: z.object({
    ...{ orgId: z.uuid(), year, code, subjectId },
    said: z.string().trim().max(500),
    talkedWith: z.string().trim().max(60),
    talkedOn: plainDate,
  }),
  output: z.object({}),
  refusals: ['lens-flag-gone', 'lens-said-missing', 'lens-day-in-future'],
})

export const lensOperations = { showLens, noteTalk }
