import { type RankingRefusal, rankingScopes } from '@steward/domain/points/ranking.ts'
import { defineCommand, defineQuery } from '#platform/operation.ts'
import { z } from 'zod'
import { points, year } from './operations-year.ts'

const Settings = z.object({
  on: z.boolean(),
  widest: z.enum(rankingScopes),
  decision: z
    .object({ body: z.string().trim().max(80), document: z.string().trim().max(80) })
    .nullable()
    .default(null),
  /** Share of the list that is named outside the branch, in percent. */
  namedPercent: z.int(),
})

export const showRanking = defineQuery({
  id: 'ranking.show',
  summary: { zh: '积分名次', en: 'Order by points inside the decided scope' },
  input: z.object({
    /** The own branch where it is left out. */
    orgId: z.uuid().nullable().default(null),
    year: year.nullable().default(null),
  }),
  output: z.object({
    org: z.object({ id: z.uuid(), name: z.string() }),
    scope: z.enum(rankingScopes),
    year,
    /** Named ones only. */
    rows: z.array(
      z.object({
        place: z.int(),
        tied: z.boolean(),
        memberId: z.uuid(),
        name: z.string(),
        orgName: z.string(),
        points,
        mine: z.boolean(),
      }),
    ),
    placed: z.int(),
    /** Followed and not placed: left out of scoring, probationary. */
    notPlaced: z.int(),
    /** The caller's own place, named or not. */
    mine: z.object({ place: z.int(), tied: z.boolean(), points }).nullable(),
    settings: Settings,
  }),
  refusals: [
    'ranking-off',
    'ranking-scope-not-decided',
    'ranking-scope-needs-decision',
    'ranking-named-too-many',
  ] satisfies RankingRefusal[],
})

export const showRankingSettings = defineQuery({
  id: 'ranking.settings',
  summary: { zh: '名次的设置', en: 'What is settled about rankings' },
  input: z.object({}),
  output: z.object({ settings: Settings, mayChange: z.boolean() }),
})

export const changeRanking = defineCommand({
  id: 'ranking.change',
  summary: { zh: '改名次的设置', en: 'Settle how rankings are shown' },
  input: Settings.extend({
    /** Who decided the change, for the record. */
    decidedBy: z.string().trim().min(1).max(120),
  }),
  output: z.object({ settings: Settings }),
  refusals: ['ranking-scope-needs-decision', 'ranking-named-too-many'],
})

export const rankingOperations = { showRanking, showRankingSettings, changeRanking }
