import type { RectificationState } from '@steward/domain/appraisals/rectification.ts'
import type { PledgeState } from '@steward/domain/pledges/pledge.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Problem, ProblemSource } from '@steward/domain/year/problem.ts'
import type { CountyTx } from '#platform/db.ts'

export type ProblemRow = {
  readonly id: string
  readonly memberId: string
  readonly name: string
  /** The member's present branch. */
  readonly orgId: string
  readonly orgPath: string
  readonly accountId: string | null
  readonly year: number
  readonly source: ProblemSource
  readonly words: string
  readonly measure: string
  readonly listedBy: string
  readonly listedOn: PlainDate
  readonly dropped: { readonly reason: string; readonly by: string; readonly on: PlainDate } | null
  readonly rectification: RectificationState | null
  readonly pledge: { readonly id: string; readonly state: PledgeState } | null
}

const TEXT = `select p.id, m.id as "memberId", m.name, m.party_org_id as "orgId", o.path::text as "orgPath", w.id as "accountId",
    a.year, p.found_by as source, p.words, coalesce(i.measure, '') as measure, p.recorded_by as "listedBy",
    (p.recorded_at at time zone 'Asia/Shanghai')::date as "listedOn",
    case when d.problem_id is null then null else json_build_object('reason', d.reason, 'by', d.dropped_by, 'on', d.dropped_on) end as dropped,
    i.state as rectification,
    (select json_build_object('id', g.id, 'state', g.state) from pledge g where g.county_id = p.county_id
      and g.rectifies = p.id and g.state <> 'withdrawn' limit 1) as pledge
  from appraisal_problem p join appraisal a on a.county_id = p.county_id and a.id = p.appraisal_id
  join party_org o on o.county_id = a.county_id and o.id = a.party_org_id
  join member m on m.county_id = p.county_id and m.id = p.member_id
  left join account w on w.county_id = m.county_id and w.member_id = m.id and w.state = 'active'
  left join rectification_item i on i.county_id = p.county_id and i.problem_id = p.id
  left join problem_drop d on d.county_id = p.county_id and d.problem_id = p.id`

/** Problems of a branch in a year, by name; of members who are on the roll. */
export async function listProblemRows(tx: CountyTx, orgId: string, year: number): Promise<ProblemRow[]> {
  return await tx.raw<ProblemRow>(
    'year-problems',
    `${TEXT} where p.county_id = $1 and a.party_org_id = $2 and a.year = $3 and m.state in ('active', 'suspended')
     order by m.name_order, p.recorded_at, p.id`,
    [orgId, year],
  )
}

/** One problem, its appraisal held, so that two who drop it come one after the other. */
export async function lockProblemRow(tx: CountyTx, problemId: string): Promise<ProblemRow | undefined> {
  const [row] = await tx.raw<ProblemRow>(
    'year-problem-lock',
    `${TEXT} where p.county_id = $1 and p.id = $2 for no key update of a`,
    [problemId],
  )
  return row
}

/** The problem as the rules see it; who wrote it down goes by name. */
export function toProblem(row: ProblemRow): Problem {
  const { id, memberId, orgId, year, source, words, measure, listedOn, listedBy, dropped } = row
  const droppedFor = dropped === null ? null : dropped.reason
  return { id, memberId, orgId, year, source, words, measure, listedOn, listedBy, droppedFor }
}

export async function insertDrop(
  tx: CountyTx,
  drop: {
    readonly problemId: string
    readonly reason: string
    readonly by: string
    readonly accountId: string
    readonly on: PlainDate
  },
): Promise<void> {
  await tx
    .insert('problem_drop', {
      ...{ problem_id: drop.problemId, reason: drop.reason },
      ...{ dropped_by: drop.by, dropped_by_account_id: drop.accountId, dropped_on: drop.on },
    })
    .execute()
}

export type HeardRow = {
  readonly from: 'peerWord' | 'objection'
  readonly memberId: string
  readonly name: string
  readonly words: string
  readonly by: string
  readonly on: PlainDate
}

/**
 * What was said about members of a branch in the year and is on no list: signed words of fellow members, and what upheld objections
 * found out. Who objected is told to nobody; the words of the answer stand for it.
 */
export async function listHeard(tx: CountyTx, orgId: string, year: number): Promise<HeardRow[]> {
  return await tx.raw<HeardRow>(
    'year-heard',
    `with heard as (
       select 'peerWord' as "from", w.about_member_id as member_id, w.text as words, b.name as by, w.said_on as on
       from peer_word w join appraisal a on a.county_id = w.county_id and a.id = w.appraisal_id
       join member b on b.county_id = w.county_id and b.id = w.by_member_id
       where w.county_id = $1 and a.party_org_id = $2 and a.year = $3
       union all
       select 'objection', c.id, j.answer, '', j.decided_on
       from objection j cross join lateral unnest(j.concerned_member_ids) as c (id)
       where j.county_id = $1 and j.party_org_id = $2 and j.state = 'upheld' and extract(year from j.raised_on) = $3
         and j.raised_by_member_id is distinct from c.id and j.subject_kind <> 'grade')
     select h."from", m.id as "memberId", m.name, h.words, h.by, h.on from heard h
     join member m on m.county_id = $1 and m.id = h.member_id and m.state in ('active', 'suspended')
     where not exists (select 1 from appraisal_problem p join appraisal a on a.county_id = p.county_id and a.id = p.appraisal_id
       where p.county_id = $1 and a.party_org_id = $2 and a.year = $3 and p.member_id = m.id and p.words = h.words)
     order by m.name_order, m.id, h.on limit 200`,
    [orgId, year],
  )
}
