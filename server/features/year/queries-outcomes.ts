/**
 * What the year asks of outcomes, as parts of its statements: `$2` is the year, `o` the branches in question. All that knows the
 * tables of outcomes stands here.
 */

/** Members with a grade that counts and neither a confirmed use nor a reason (S-162). */
export const withoutUse = `select a.party_org_id as org_id, m.id as member_id, m.name, m.name_order
  from appraisal a join year_result y on y.county_id = a.county_id and y.appraisal_id = a.id and y.edition = a.edition
  join member m on m.county_id = y.county_id and m.id = y.member_id and m.state in ('active', 'suspended')
  where a.county_id = $1 and a.year = $2 and a.party_org_id in (select id from o)
    and not exists (select 1 from outcome_use u where u.county_id = y.county_id and u.member_id = y.member_id and u.year = $2
      and u.state = 'confirmed')
    and not exists (select 1 from outcome_no_use u where u.county_id = y.county_id and u.member_id = y.member_id
      and u.year = $2 and u.withdrawn_on is null)`

/** Appeals against outcomes that run. */
export const openAppeals = `select null::uuid as org_id, 0 as n where false`

/** Tolerance cases that could still reverse a deduction of the year. */
export const openTolerance = `select null::uuid as org_id, 0 as n where false`
