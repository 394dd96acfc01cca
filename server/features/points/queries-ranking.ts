import { defaultRanking, rankingScopes, type RankingSettings } from '@steward/domain/points/ranking.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { findSetting, insertSetting } from '#platform/county-settings.ts'
import type { CountyTx } from '#platform/db.ts'
import { scoringColumns, type ScoringRow } from '#features/schemes/queries.ts'
import { z } from 'zod'

const AREA = 'ranking'
const Kept = z.object({
  on: z.boolean(),
  widest: z.enum(rankingScopes),
  decision: z.object({ body: z.string(), document: z.string() }).nullable(),
  namedPercent: z.int(),
})

/** What the county has settled about rankings; the customary until it has. */
export async function loadRankingSettings(tx: CountyTx, day: PlainDate): Promise<RankingSettings> {
  const kept = await findSetting(tx, AREA, day)
  return kept === undefined ? defaultRanking : Kept.parse(kept.value)
}

export async function saveRankingSettings(
  tx: CountyTx,
  settings: RankingSettings,
  decided: { readonly by: string; readonly at: Date; readonly on: PlainDate },
): Promise<void> {
  await insertSetting(tx, AREA, {
    fromOn: decided.on,
    value: settings,
    decidedBy: decided.by,
    decidedAt: decided.at,
  })
}

export type RankedRow = ScoringRow & { readonly org_name: string; readonly points: number }

/** Everybody on the roll at and below a place with the points of a year; what is disputed and harms is left out. */
export async function listRanked(
  tx: CountyTx,
  path: string,
  year: number,
  day: PlainDate,
): Promise<RankedRow[]> {
  return await tx.raw<RankedRow>(
    'ranking-members',
    `select ${scoringColumns('$4')}, o.name as org_name,
       coalesce(b.base + b.duty + b.pledges_and_tasks + b.service_and_example + b.bonus + b.deductions, 0) - coalesce(j.harm, 0)
         as points
     from party_org o join member m on m.county_id = o.county_id and m.party_org_id = o.id and m.state in ('active', 'suspended')
     left join points_balance b on b.county_id = m.county_id and b.member_id = m.id and b.year = $3
     left join (select e.member_id, sum(e.credited)::int as harm from objection j
       join ledger_entry e on e.county_id = j.county_id and e.id::text = j.subject_id and e.credited < 0
         and e.deed_on between make_date($3, 1, 1) and make_date($3, 12, 31)
       where j.county_id = $1 and j.subject_kind = 'ledgerEntry' and j.state in ('received', 'assigned') group by 1) j
       on j.member_id = m.id
     where o.county_id = $1 and o.path <@ $2::ltree order by m.name_order, m.id`,
    [path, year, day],
  )
}
