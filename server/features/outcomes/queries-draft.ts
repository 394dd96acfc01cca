import type { OutcomeDraft } from '@steward/domain/outcomes/outcome-table.ts'
import {
  type GradedFacts,
  type StandingUse,
  withdrawnReason,
} from '@steward/domain/outcomes/outcome-drafting.ts'
import type { AppraisalStage } from '@steward/domain/appraisals/appraisal.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'

/** Rows that go out in one statement. */
const BATCH = 5000

export type OutAppraisal = { readonly id: string; readonly orgId: string; readonly stage: AppraisalStage }

/** Appraisals of a year at and below an organisation, locked in one order, so that drafting twice at once is once. */
export async function lockAppraisalsBelow(tx: CountyTx, path: string, year: number): Promise<OutAppraisal[]> {
  return await tx.raw<OutAppraisal>(
    'outcome-lock-appraisals',
    `select a.id, a.party_org_id as "orgId", a.stage from appraisal a join party_org o on o.county_id = a.county_id and o.id = a.party_org_id
     where a.county_id = $1 and a.year = $3 and o.path <@ $2::ltree order by a.id for update of a`,
    [path, year],
  )
}

export type Graded = GradedFacts & { readonly appraisalId: string; readonly orgId: string }

/** The graded members of appraisals, as the last signing left them; `memberId` null for all of them. */
export async function listGraded(
  tx: CountyTx,
  appraisalIds: readonly string[],
  memberId: string | null,
): Promise<Graded[]> {
  return await tx.raw<Graded>(
    'outcome-graded',
    `select y.appraisal_id as "appraisalId", a.party_org_id as "orgId", y.member_id as "memberId", y.grade, m.category, m.post,
       exists (select 1 from member_tag t where t.county_id = m.county_id and t.member_id = m.id and t.tag = 'leadingCadreMember' and t.until_on is null) as "leadingCadre",
       exists (select 1 from member_tag t where t.county_id = m.county_id and t.member_id = m.id and t.tag = 'memberWithoutPost' and t.until_on is null) as "markedWithoutPost",
       exists (select 1 from reserve_place r where r.county_id = m.county_id and r.member_id = m.id and r.ended_on is null) as "onReserve",
       exists (select 1 from grade_feedback f join objection j on j.county_id = f.county_id and j.subject_kind = 'grade' and j.subject_id = f.id::text
         and j.state in ('received', 'assigned') where f.county_id = y.county_id and f.appraisal_id = y.appraisal_id and f.member_id = y.member_id) as disputed
     from appraisal a join year_result y on y.county_id = a.county_id and y.appraisal_id = a.id and y.edition = a.edition
     join member m on m.county_id = y.county_id and m.id = y.member_id and m.state in ('active', 'suspended')
     where a.county_id = $1 and a.id = any($2::uuid[]) and ($3::uuid is null or y.member_id = $3) order by y.member_id`,
    [appraisalIds, memberId],
  )
}

/** Uses of appraisals that were not taken back. */
export async function listStanding(
  tx: CountyTx,
  appraisalIds: readonly string[],
  memberId: string | null,
): Promise<StandingUse[]> {
  return await tx.raw<StandingUse>(
    'outcome-standing',
    `select u.id, u.member_id as "memberId", u.grade, u.use, u.state from outcome_use u
     where u.county_id = $1 and u.appraisal_id = any($2::uuid[]) and u.state <> 'withdrawn' and ($3::uuid is null or u.member_id = $3)`,
    [appraisalIds, memberId],
  )
}

export async function insertDrafts(
  { tx, actor, today, newId }: Context,
  year: number,
  drafts: readonly (OutcomeDraft & { readonly appraisalId: string; readonly orgId: string })[],
): Promise<void> {
  for (let at = 0; at < drafts.length; at += BATCH) {
    const part = drafts.slice(at, at + BATCH)
    await tx.raw(
      'outcome-draft-insert',
      `insert into outcome_use (county_id, id, appraisal_id, party_org_id, member_id, year, grade, use, kind, body, state, drafted_by, drafted_on)
       select $1, t.id, t.appraisal, t.org, t.member, $9, t.grade, t.use, t.kind, t.body, 'drafted', $10, $11
       from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $12::text[])
         as t (id, appraisal, org, member, grade, use, kind, body)
       on conflict (county_id, member_id, year, use, grade) where state <> 'withdrawn' do nothing`,
      [
        part.map(() => newId()),
        part.map((draft) => draft.appraisalId),
        part.map((draft) => draft.orgId),
        part.map((draft) => draft.memberId),
        part.map((draft) => draft.grade),
        part.map((draft) => draft.use),
        part.map((draft) => draft.kind),
        ...[year, actor.name, today],
        part.map((draft) => draft.body),
      ],
    )
  }
}

/** Takes back uses of a grade that was put right, with what came of them: limits end, a place on the reserve too. */
export async function withdrawUses(
  { tx, actor, today }: Context,
  uses: readonly Pick<StandingUse, 'id' | 'memberId'>[],
  year: number,
  { reason, state }: { readonly reason: string; readonly state: 'withdrawn' | 'declined' } = {
    reason: withdrawnReason,
    state: 'withdrawn',
  },
): Promise<void> {
  if (uses.length === 0) return
  const ids = uses.map(({ id }) => id)
  const memberIds = [...new Set(uses.map(({ memberId }) => memberId))]
  await tx.update('outcome_use').set({ state, reason }).where('id', 'in', ids).execute()
  await tx
    .update('outcome_limit')
    .set({
      ...{ lifted_on: today, lifted_for: reason },
      ...{ lifted_by: actor.name, lifted_by_account_id: actor.accountId },
    })
    .where('use_id', 'in', ids)
    .where('lifted_on', 'is', null)
    .execute()
  await tx
    .update('reserve_place')
    .set({ ended_on: today, ended_document: reason })
    .where('use_id', 'in', ids)
    .where('ended_on', 'is', null)
    .execute()
  await tx
    .update('reserve_place')
    .set({ ended_on: null, ended_document: null, ended_use_id: null })
    .where('ended_use_id', 'in', ids)
    .execute()
  await tx
    .update('outcome_no_use')
    .set({ withdrawn_on: today })
    .where('member_id', 'in', memberIds)
    .where('year', '=', year)
    .where('withdrawn_on', 'is', null)
    .execute()
}

/** Branches at and below an organisation that are to grade and have not got so far: no appraisal of the year, or one that is not out. */
export async function countWaiting(tx: CountyTx, path: string, year: number): Promise<number> {
  const rows = await tx.raw<{ count: number }>(
    'outcome-waiting',
    `select count(*)::int as count from party_org o left join appraisal a on a.county_id = o.county_id and a.party_org_id = o.id and a.year = $3
     where o.county_id = $1 and o.path <@ $2::ltree and o.kind = 'branch' and o.dissolved_on is null
       and (a.id is null or a.stage not in ('feedback', 'rectification', 'closed'))`,
    [path, year],
  )
  return rows[0]?.count ?? 0
}
