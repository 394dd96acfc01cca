import { ageEdges, latestDayYearsBefore, standingEdges } from '@steward/domain/members/figures.ts'
import { addDays, type PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'

/** One count of one grouping; `group` says which of the other columns counts. */
export type FigureRow = {
  readonly grouping: 'all' | 'kind' | 'category' | 'sex' | 'age' | 'education' | 'standing' | 'below'
  readonly key: string | null
  readonly count: number
  readonly retired: number
}

/** First days on which somebody is too young for each edge, latest edge first: what `width_bucket` counts. */
function thresholds(edges: readonly number[], day: PlainDate): PlainDate[] {
  return edges.toReversed().map((edge) => addDays(latestDayYearsBefore(edge, day), 1))
}

const FIGURES = `with counted as (
  select case when m.converted_on <= $3::date then 'full' else 'probationary' end as kind,
    coalesce((select c.category from member_category c where c.county_id = $1 and c.member_id = m.id and c.from_on <= $3::date
      order by c.from_on desc, c.id desc limit 1), m.category) as category,
    m.sex, coalesce(m.education, 'notRecorded') as education,
    greatest(0, $4::int - 1 - width_bucket(m.born_on, $5::date[]))::text as age,
    case when m.converted_on <= $3::date then greatest(0, $6::int - 1 - width_bucket(m.converted_on, $7::date[]))::text else 'none' end as standing,
    case when nlevel(o.path) > nlevel($2::ltree) then subpath(o.path, 0, nlevel($2::ltree) + 1)::text else 'self' end as below
  from member_affiliation f
  join party_org o on o.county_id = f.county_id and o.id = f.party_org_id
  join member m on m.county_id = f.county_id and m.id = f.member_id
  where f.county_id = $1 and o.path <@ $2::ltree and f.from_on <= $3::date and (f.until_on is null or f.until_on > $3::date)
)
select case grouping(kind, category, sex, age, education, standing, below)
    when 63 then 'kind' when 95 then 'category' when 111 then 'sex' when 119 then 'age' when 123 then 'education'
    when 125 then 'standing' when 126 then 'below' else 'all' end as grouping,
  coalesce(kind, category, sex, age, education, standing, below) as key,
  count(*)::int as count, (count(*) filter (where category = 'retiredMember'))::int as retired
from counted group by grouping sets ((kind), (category), (sex), (age), (education), (standing), (below), ())`

/** Counts everybody who belonged to a branch of the subtree on a day, in all groupings at once (S-004, S-065). */
export async function countFigures(tx: CountyTx, path: string, day: PlainDate): Promise<FigureRow[]> {
  return await tx.raw<FigureRow>('member-figures', FIGURES, [
    path,
    day,
    ageEdges.length,
    thresholds(ageEdges, day),
    standingEdges.length,
    thresholds(standingEdges, day),
  ])
}

export type OrgBelow = { readonly id: string; readonly name: string; readonly path: string }

/** The organisations directly below one, in administrative order, and the branches at or below it on a day. */
export async function listBelow(
  tx: CountyTx,
  orgId: string,
  path: string,
  day: PlainDate,
): Promise<{ below: OrgBelow[]; branches: number }> {
  const [found] = await tx.raw<{ below: OrgBelow[]; branches: number }>(
    'member-figures-below',
    `select coalesce((select json_agg(json_build_object('id', o.id, 'name', o.name, 'path', o.path::text) order by o.sort_no, o.number)
        from party_org o where o.county_id = $1 and o.parent_id = $2), '[]'::json) as below,
      (select count(*)::int from party_org b where b.county_id = $1 and b.path <@ $3::ltree and b.kind = 'branch'
        and b.founded_on <= $4::date and (b.dissolved_on is null or b.dissolved_on > $4::date)) as branches`,
    [orgId, path, day],
  )
  return found ?? { below: [], branches: 0 }
}
