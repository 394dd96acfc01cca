import { openManyPostings } from '#features/points/queries-bulk.ts'
import { ballots, begin, type Call, settle, sign, type Walked } from '#features/appraisals/demo.ts'
import { findScoringFacts, loadVersions, schemeForMember } from '#features/schemes/queries.ts'
import type { CastName } from '#demo/cast.ts'
import { toPlainMonth, yearOf } from '@steward/domain/shared/plain-date.ts'
import type { House } from './testing.ts'
import { inCounty } from './testing-points.ts'

/** A branch of the cast with its members in the order of the roll. */
export type TestBranch = {
  readonly orgId: string
  readonly secretary: CastName
  readonly above: CastName
  readonly memberIds: readonly string[]
}

export async function branchOf(
  house: House,
  name: string,
  secretary: CastName,
  above: CastName,
): Promise<TestBranch> {
  const rows = await house.rows<{ orgId: string; memberId: string }>(
    `select o.id as "orgId", m.id as "memberId" from party_org o join member m on m.county_id = o.county_id and m.party_org_id = o.id
     where o.county_id = $1 and o.name = $2 and m.state = 'active' order by m.name_order, m.id`,
    [house.county, name],
  )
  const orgId = rows[0]?.orgId
  if (orgId === undefined) throw new Error(`No branch with members is called ${name}`)
  return { orgId, secretary, above, memberIds: rows.map(({ memberId }) => memberId) }
}

/** Everybody of a branch has the flat base of the year of this moment. */
export async function beginYear(house: House, at: string, { memberIds }: TestBranch): Promise<void> {
  await inCounty(house, at, async (context) => {
    const { tx, today } = context
    const versions = await loadVersions(tx)
    const facts = await findScoringFacts(tx, memberIds, today)
    const postings = await openManyPostings(context, { memberIds, year: yearOf(today) })
    await postings.begin(
      context,
      [...facts.values()].flatMap(({ memberId, orgId, ...own }) => {
        const version = schemeForMember(versions, own, toPlainMonth(today))
        return version?.scored === true ? [{ memberId, orgId, version, deedOn: today }] : []
      }),
    )
  })
}

/** The appraisal of the year, signed by the people of the branch; the way from there to its end is taken as the owner. */
export async function appraise(house: House, branch: TestBranch): Promise<string> {
  const [secretary] = await house.rows<{ id: string }>(
    `select member_id as id from account where county_id = $1 and account_name = $2`,
    [house.county, branch.secretary],
  )
  const call: Call = async (who, operation, input) => {
    // Its steps name accounts of the cast.
    const reply = await house.call(who === '' ? null : (who as CastName), operation, input)
    if (reply.status !== 200) throw new Error(`${operation} ${JSON.stringify(reply.body)}`)
    return reply.body
  }
  const walked: Walked = {
    ...{ call, county: 'qingyuan', orgId: branch.orgId, year: 2026 },
    ...{ secretary: branch.secretary, above: branch.above, secretaryMemberId: secretary?.id ?? '' },
  }
  const appraisalId = await begin(walked)
  await house.rows(`update appraisal set stage = 'ballots' where id = $1`, [appraisalId])
  await ballots(walked, ['王婶', '李伯'])
  await settle(walked)
  await sign(walked)
  await house.rows(`update appraisal set stage = 'closed' where id = $1`, [appraisalId])
  return appraisalId
}

/** Pledges kept, twelve months closed, a reason beside every grade: written as the owner, what led there is tried out elsewhere. */
export async function fillLinks(house: House, { orgId, memberIds }: TestBranch, year: number): Promise<void> {
  await house.rows(
    `insert into pledge (county_id, id, party_org_id, member_id, period_kind, year, text, object, measure, quantity_hundredths,
       quantity_unit, due_on, evidence, source, state, submitted_on, submitted_at, published_on, entered_as, entered_by, created_at, changed_at)
     select $1, gen_random_uuid(), $2, m, 'year', $4::int, '清渠一次', '村口水渠', '清渠', 100, '次', make_date($4, 10, 1), '{photo}', 'own',
       'fulfilled', make_date($4, 1, 10), now(), make_date($4, 2, 1), 'member', '本人', now(), now() from unnest($3::uuid[]) as m`,
    [house.county, orgId, memberIds, year],
  )
  await house.rows(
    `insert into points_month (county_id, party_org_id, month, state, changed_at)
     select $1, $2, $3::int || '-' || lpad(g::text, 2, '0'), 'closed', now() from generate_series(1, 12) g
     on conflict (county_id, party_org_id, month) do update set state = 'closed'`,
    [house.county, orgId, year],
  )
  await house.rows(
    `insert into outcome_no_use (county_id, id, appraisal_id, member_id, year, reason, recorded_by, recorded_by_account_id, recorded_on)
     select y.county_id, gen_random_uuid(), y.appraisal_id, y.member_id, y.year, '今年没有名额', '书记', s.signed_by_account_id, s.signed_on
     from year_result y join appraisal a on a.county_id = y.county_id and a.id = y.appraisal_id and a.edition = y.edition
     join signed_settlement s on s.county_id = y.county_id and s.appraisal_id = y.appraisal_id and s.edition = y.edition
     where y.county_id = $1 and a.party_org_id = $2 and y.year = $3`,
    [house.county, orgId, year],
  )
}
