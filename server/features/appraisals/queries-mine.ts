import type { AppraisalStage } from '@steward/domain/appraisals/appraisal.ts'
import type { RollPlace, RollReason } from '@steward/domain/appraisals/roll.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'

export type Mine = {
  readonly id: string
  readonly orgId: string
  readonly memberId: string
  readonly orgName: string
  readonly year: number
  readonly stage: AppraisalStage
  readonly place: RollPlace | null
  readonly placeReason: RollReason | null
  readonly owesReport: boolean
  readonly reportId: string | null
  readonly reportState: string | null
  readonly openQuestions: number
  readonly selfSaid: boolean
  readonly boxId: string | null
  readonly boxState: 'open' | 'closed' | null
  readonly voter: 'listed' | 'tokenGiven' | 'onPaper' | null
  readonly feedbackId: string | null
  readonly feedbackState: string | null
  readonly peersToAnswer: number
  readonly itemsOpen: number
  readonly appeal: {
    readonly state: string
    readonly stageOrgName: string
    readonly handlerName: string | null
    readonly dueOn: PlainDate
    readonly decidedOn: PlainDate | null
    readonly answer: string | null
  } | null
}

/** The latest appraisal a member stands on the roll of, or that of the own branch; what waits there. */
export async function findMine(
  tx: CountyTx,
  memberId: string,
  year: number | null,
): Promise<Mine | undefined> {
  const rows = await tx.raw<Mine>(
    'appraisal-mine',
    `select a.id, a.party_org_id as "orgId", m.id as "memberId", o.name as "orgName", a.year, a.stage, r.place, r.reason as "placeReason",
       coalesce(r.owes_report, false) as "owesReport", d.id as "reportId", d.state as "reportState",
       (select count(*)::int from duty_question q where q.county_id = d.county_id and q.duty_report_id = d.id and q.answer is null) as "openQuestions",
       exists (select 1 from self_appraisal s where s.county_id = a.county_id and s.appraisal_id = a.id and s.member_id = m.id) as "selfSaid",
       b.id as "boxId", b.state as "boxState", v.state as voter, f.id as "feedbackId", f.state as "feedbackState",
       (select count(*)::int from peer_word w where w.county_id = a.county_id and w.appraisal_id = a.id
         and w.about_member_id = m.id and w.answer is null) as "peersToAnswer",
       (select count(*)::int from appraisal_problem p join rectification_item i on i.county_id = p.county_id and i.problem_id = p.id
         where p.county_id = a.county_id and p.appraisal_id = a.id and i.owner_member_id = m.id and i.state = 'open') as "itemsOpen",
       (select json_build_object('state', j.state, 'stageOrgName', s.name, 'handlerName', h.name, 'dueOn', j.due_on,
           'decidedOn', j.decided_on, 'answer', j.answer)
         from objection j join party_org s on s.county_id = j.county_id and s.id = j.stage_org_id
         left join account h on h.county_id = j.county_id and h.id = j.handler_id
         where j.county_id = f.county_id and j.subject_kind = 'grade' and j.subject_id = f.id::text
         order by j.raised_at desc limit 1) as appeal
     from member m join appraisal a on a.county_id = m.county_id and ($3::int is null or a.year = $3)
     join party_org o on o.county_id = a.county_id and o.id = a.party_org_id
     left join appraisal_roll r on r.county_id = a.county_id and r.appraisal_id = a.id and r.member_id = m.id
     left join duty_report d on d.county_id = a.county_id and d.appraisal_id = a.id and d.member_id = m.id
     left join ballot_box b on b.county_id = a.county_id and b.appraisal_id = a.id and b.paper = 'members'
     left join ballot_voter v on v.county_id = b.county_id and v.box_id = b.id and v.member_id = m.id
     left join grade_feedback f on f.county_id = a.county_id and f.appraisal_id = a.id and f.member_id = m.id
     where m.county_id = $1 and m.id = $2 and (r.member_id is not null or a.party_org_id = m.party_org_id)
     order by a.year desc, (r.place = 'graded') desc nulls last limit 1`,
    [memberId, year],
  )
  return rows[0]
}
