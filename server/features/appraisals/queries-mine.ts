import type { AppraisalStage } from '@steward/domain/appraisals/appraisal.ts'
import type { RollPlace, RollReason } from '@steward/domain/appraisals/roll.ts'
import type { CountyTx } from '#platform/db.ts'

export type Mine = {
  readonly id: string
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
}

/** The latest appraisal a member stands on the roll of, or that of the own branch; what waits there. */
export async function findMine(
  tx: CountyTx,
  memberId: string,
  year: number | null,
): Promise<Mine | undefined> {
  const rows = await tx.raw<Mine>(
    'appraisal-mine',
    `select a.id, o.name as "orgName", a.year, a.stage, r.place, r.reason as "placeReason",
       coalesce(r.owes_report, false) as "owesReport", d.id as "reportId", d.state as "reportState",
       (select count(*)::int from duty_question q where q.county_id = d.county_id and q.duty_report_id = d.id and q.answer is null) as "openQuestions",
       exists (select 1 from self_appraisal s where s.county_id = a.county_id and s.appraisal_id = a.id and s.member_id = m.id) as "selfSaid",
       b.id as "boxId", b.state as "boxState", v.state as voter, f.id as "feedbackId", f.state as "feedbackState"
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
