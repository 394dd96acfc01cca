import type { FeedbackState } from '@steward/domain/appraisals/feedback.ts'
import type { Grade } from '@steward/domain/appraisals/grade.ts'
import type { OutcomeUse } from '@steward/domain/outcomes/outcome-table.ts'
import type { NoUse } from '@steward/domain/outcomes/outcome-use.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { escapeLike } from '#features/members/queries-roll.ts'
import { nameOf } from '#features/organisation/queries.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'

/** Graded in an appraisal whose grades are out, and neither a confirmed use nor a reason on record (S-162). */
export const WITHOUT_USE = `from appraisal a
  join year_result y on y.county_id = a.county_id and y.appraisal_id = a.id and y.edition = a.edition
  join party_org o on o.county_id = a.county_id and o.id = a.party_org_id
  join member m on m.county_id = y.county_id and m.id = y.member_id and m.state in ('active', 'suspended')
  where a.county_id = $1 and a.stage in ('feedback', 'rectification', 'closed')
    and not exists (select 1 from outcome_use u where u.county_id = y.county_id and u.member_id = y.member_id and u.year = a.year and u.state = 'confirmed')
    and not exists (select 1 from outcome_no_use n where n.county_id = y.county_id and n.member_id = y.member_id and n.year = a.year and n.withdrawn_on is null)`

export type WithoutUseRow = {
  readonly memberId: string
  readonly name: string
  readonly orgId: string
  readonly orgName: string
  readonly grade: Grade
  readonly waiting: OutcomeUse[]
}

/** A page of them at and below an organisation, by organisation and name; drafts named are those the caller may see. */
export async function listWithoutUseOf(
  context: Context,
  of: {
    readonly path: string
    readonly year: number
    readonly search: string
    readonly hidden: readonly OutcomeUse[]
  },
  window: { readonly offset: number; readonly limit: number },
): Promise<{ total: number; rows: WithoutUseRow[] }> {
  const reach = context.access.withinText('outcome.read', { path: 'o.path' }, 8)
  const text = `with found as (
      select y.member_id as "memberId", m.name, a.party_org_id as "orgId", o.name as "orgName", y.grade, o.path, m.name_order,
        count(*) over ()::int as total ${WITHOUT_USE} and a.year = $3 and o.path <@ $2::ltree and ${reach.text}
        and ($4::text is null or m.name like $4) order by o.path, m.name_order, y.member_id limit $5 offset $6)
    select f.total, f."memberId", f.name, f."orgId", f."orgName", f.grade, array(select u.use from outcome_use u where u.county_id = $1
      and u.member_id = f."memberId" and u.year = $3 and u.state = 'drafted' and u.use <> all($7::text[]) order by 1) as waiting
    from found f order by f.path, f.name_order, f."memberId"`
  const rows = await context.tx.raw<WithoutUseRow & { total: number }>(
    nameOf('outcome-without-use', text),
    text,
    [
      ...[of.path, of.year, of.search === '' ? null : `%${escapeLike(of.search)}%`],
      ...[window.limit, window.offset, of.hidden, ...reach.values],
    ],
  )
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, ...row }) => row) }
}

export type GradedPerson = {
  readonly memberId: string
  readonly name: string
  readonly appraisalId: string
  readonly orgPath: string
  readonly used: boolean
  readonly explained: boolean
}

/** Graded members of a year whose reason is to be written, their appraisals locked in one order. */
export async function lockGradedPersons(
  tx: CountyTx,
  memberIds: readonly string[],
  year: number,
): Promise<GradedPerson[]> {
  await tx.raw(
    'outcome-no-use-lock',
    `select a.id from appraisal a where a.county_id = $1 and a.year = $3 and a.id in (
       select y.appraisal_id from year_result y where y.county_id = $1 and y.member_id = any($2::uuid[]) and y.year = $3) order by a.id for update`,
    [memberIds, year],
  )
  return await tx.raw<GradedPerson>(
    'outcome-graded-persons',
    `select y.member_id as "memberId", m.name, a.id as "appraisalId", o.path::text as "orgPath",
       exists (select 1 from outcome_use u where u.county_id = y.county_id and u.member_id = y.member_id and u.year = a.year and u.state = 'confirmed') as used,
       exists (select 1 from outcome_no_use n where n.county_id = y.county_id and n.member_id = y.member_id and n.year = a.year and n.withdrawn_on is null) as explained
     from appraisal a join year_result y on y.county_id = a.county_id and y.appraisal_id = a.id and y.edition = a.edition
     join party_org o on o.county_id = a.county_id and o.id = a.party_org_id
     join member m on m.county_id = y.county_id and m.id = y.member_id
     where a.county_id = $1 and a.year = $3 and a.stage in ('feedback', 'rectification', 'closed') and y.member_id = any($2::uuid[]) order by m.id`,
    [memberIds, year],
  )
}

export async function insertNoUses(
  { tx, actor, newId }: Context,
  all: readonly (NoUse & { readonly appraisalId: string })[],
): Promise<void> {
  await tx
    .insert(
      'outcome_no_use',
      all.map((one) => ({
        ...{ id: newId(), appraisal_id: one.appraisalId, member_id: one.memberId, year: one.year },
        ...{
          reason: one.reason,
          recorded_by: actor.name,
          recorded_by_account_id: one.by,
          recorded_on: one.on,
        },
      })),
    )
    .execute()
}

export type MemberYear = {
  readonly appraisalId: string
  readonly year: number
  readonly orgName: string
  readonly orgPath: string
  readonly grade: Grade
  readonly feedbackId: string | null
  readonly feedbackState: FeedbackState | null
  readonly noUse: string | null
  readonly noUseBy: string | null
  readonly noUseOn: PlainDate | null
}

/** The years of a member whose grade was told in person, newest first. */
export async function listYearsOfMember(tx: CountyTx, memberId: string): Promise<MemberYear[]> {
  return await tx.raw<MemberYear>(
    'outcome-years-of-member',
    `select a.id as "appraisalId", a.year, o.name as "orgName", o.path::text as "orgPath", y.grade, f.id as "feedbackId",
       f.state as "feedbackState", n.reason as "noUse", n.recorded_by as "noUseBy", n.recorded_on as "noUseOn"
     from year_result y join appraisal a on a.county_id = y.county_id and a.id = y.appraisal_id and a.edition = y.edition
     join party_org o on o.county_id = a.county_id and o.id = a.party_org_id
     join grade_feedback f on f.county_id = a.county_id and f.appraisal_id = a.id and f.member_id = y.member_id and f.state <> 'toTell'
     left join outcome_no_use n on n.county_id = y.county_id and n.member_id = y.member_id and n.year = a.year and n.withdrawn_on is null
     where y.county_id = $1 and y.member_id = $2 and a.stage in ('feedback', 'rectification', 'closed') order by a.year desc limit 5`,
    [memberId],
  )
}
