import type { CountyTx } from '#platform/db.ts'

export type Subject = {
  readonly memberId: string
  readonly name: string
  readonly orgId: string
  readonly orgName: string
  readonly orgPath: string
  /** An appeal against the grade of that year is open. */
  readonly disputed: boolean
}

/** The member a step is about, locked so that two steps of one kind come one after the other. */
export async function lockSubject(
  tx: CountyTx,
  memberId: string,
  year: number,
): Promise<Subject | undefined> {
  const rows = await tx.raw<Subject>(
    'outcome-subject-lock',
    `select m.id as "memberId", m.name, o.id as "orgId", o.name as "orgName", o.path::text as "orgPath",
       exists (select 1 from grade_feedback f join appraisal a on a.county_id = f.county_id and a.id = f.appraisal_id and a.year = $3
         join objection j on j.county_id = f.county_id and j.subject_kind = 'grade' and j.subject_id = f.id::text and j.state in ('received', 'assigned')
         where f.county_id = m.county_id and f.member_id = m.id) as disputed
     from member m join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
     where m.county_id = $1 and m.id = $2 for no key update of m`,
    [memberId, year],
  )
  return rows[0]
}
