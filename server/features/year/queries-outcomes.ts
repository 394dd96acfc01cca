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

/** Appeals that run against outcomes told in the year, or in the January in which its results are used. */
export const openAppeals = `select p.party_org_id as org_id, p.id from appeal p
  where p.county_id = $1 and p.state in ('received', 'assigned') and p.party_org_id in (select id from o)
    and p.told_on between make_date($2, 1, 1) and make_date($2 + 1, 1, 31)`

/** Tolerance cases that could still reverse a deduction of the year; one that names no line counts by its day. */
export const openTolerance = `select t.party_org_id as org_id, t.id from tolerance_case t
  where t.county_id = $1 and t.state in ('applied', 'accepted', 'checked') and t.party_org_id in (select id from o)
    and coalesce((select bool_or(extract(year from e.deed_on) = $2) from tolerance_entry x
      join ledger_entry e on e.county_id = x.county_id and e.id = x.entry_id
      where x.county_id = t.county_id and x.tolerance_id = t.id), extract(year from t.applied_on) = $2)`
