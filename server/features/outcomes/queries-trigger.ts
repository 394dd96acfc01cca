import type { AssessedYear } from '@steward/domain/outcomes/down-trigger.ts'
import type { CountyTx } from '#platform/db.ts'

export type AssessedCadre = {
  readonly memberId: string
  readonly name: string
  readonly orgName: string
  readonly years: readonly Omit<AssessedYear, 'notToBeCounted'>[]
}

/**
 * Leading cadres graded low in a year or the one before, with both ballots of each year as they were signed. Exempt and away
 * members have no grade and so no year here.
 */
export async function listAssessedCadres(tx: CountyTx, path: string, year: number): Promise<AssessedCadre[]> {
  return await tx.raw<AssessedCadre>(
    'down-trigger-cadres',
    `with cadre as (
       select m.id, m.name, o.name as org_name, o.path, m.name_order from member_tag t join member m on m.county_id = t.county_id and m.id = t.member_id
       join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
       where t.county_id = $1 and t.tag = 'leadingCadreMember' and t.until_on is null and m.state = 'active' and o.path <@ $2::ltree)
     select c.id as "memberId", c.name, c.org_name as "orgName", json_agg(json_build_object('year', a.year, 'grade', y.grade, 'ballots', b.counts) order by a.year desc) as years
     from cadre c join year_result y on y.county_id = $1 and y.member_id = c.id and y.year in ($3, $3 - 1)
     join appraisal a on a.county_id = y.county_id and a.id = y.appraisal_id and a.edition = y.edition and a.stage in ('feedback', 'rectification', 'closed')
     join signed_settlement s on s.county_id = a.county_id and s.appraisal_id = a.id and s.edition = a.edition
     left join lateral (
       select json_build_object('valid', sum(k.excellent + k.qualified + k.basic + k.un), 'basicallyCompetent', sum(k.basic), 'incompetent', sum(k.un)) as counts
       from jsonb_array_elements(s.frozen->'inputs') i
       cross join lateral (values (i->'membersBallot'->'counts'), (i->'massesBallot'->'counts')) as p (counts)
       cross join lateral (select (p.counts->>'excellent')::int as excellent, (p.counts->>'qualified')::int as qualified,
         (p.counts->>'basicallyQualified')::int as basic, (p.counts->>'unqualified')::int as un) k
       where i->>'memberId' = c.id::text) b on true
     group by c.id, c.name, c.org_name, c.path, c.name_order order by c.path, c.name_order, c.id`,
    [path, year],
  )
}
