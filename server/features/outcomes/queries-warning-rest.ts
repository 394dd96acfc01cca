import { gradeWords } from '@steward/domain/appraisals/grade.ts'
import type { Grade } from '@steward/domain/appraisals/grade.ts'
import type { CountyTx } from '#platform/db.ts'

/** What a warning or caution rests on: a grade that was told, or a deduction. */
export type Rest = {
  readonly kind: 'grade' | 'entry'
  readonly id: string
  readonly memberId: string
  readonly year: number
  readonly says: string
  /** An appeal, an objection or a tolerance case on it runs. */
  readonly disputed: boolean
  /** A finding tolerates it: it counts nowhere. */
  readonly tolerated: boolean
}

type GradeRow = Omit<Rest, 'kind' | 'says' | 'tolerated'> & { grade: Grade }
const GRADES = `select f.id, f.member_id as "memberId", a.year, f.grade,
    exists (select 1 from objection j where j.county_id = f.county_id and j.subject_kind = 'grade' and j.subject_id = f.id::text
      and j.state in ('received', 'assigned')) as disputed
  from grade_feedback f join appraisal a on a.county_id = f.county_id and a.id = f.appraisal_id
  where f.county_id = $1 and f.state <> 'toTell' and f.grade in ('basicallyQualified', 'unqualified')`

const ENTRIES = `select e.id, e.member_id as "memberId", extract(year from e.deed_on)::int as year,
    coalesce((select d.facts from deduction d where d.county_id = e.county_id and d.entry_id = e.id), e.reason, '') as says,
    exists (select 1 from objection j where j.county_id = e.county_id and j.state in ('received', 'assigned')
      and (j.subject_kind = 'ledgerEntry' and j.subject_id = e.id::text or j.subject_kind = 'deduction' and j.subject_id = e.source_id))
    or exists (select 1 from tolerance_entry t join tolerance_case c on c.county_id = t.county_id and c.id = t.tolerance_id
      where t.county_id = e.county_id and t.entry_id = e.id and c.state in ('applied', 'accepted', 'checked')) as disputed,
    exists (select 1 from ledger_entry r where r.county_id = e.county_id and r.refers_to = e.id and r.kind = 'reversal') as tolerated
  from ledger_entry e where e.county_id = $1 and e.kind = 'deduction'`

const toGrade = ({ grade, ...row }: GradeRow): Rest => ({
  ...row,
  kind: 'grade',
  says: gradeWords[grade],
  tolerated: false,
})
type EntryRow = Omit<Rest, 'kind'>
const toEntry = (row: EntryRow): Rest => ({ ...row, kind: 'entry' })

/** The grades and deductions of a member that may be named; lines that were taken back are left out. */
export async function listRests(
  tx: CountyTx,
  memberId: string,
): Promise<{ grades: Rest[]; entries: Rest[] }> {
  const [grades, entries] = await Promise.all([
    tx.raw<GradeRow>('warning-grades-of', `${GRADES} and f.member_id = $2 order by a.year desc limit 5`, [
      memberId,
    ]),
    tx.raw<EntryRow>(
      'warning-entries-of',
      `${ENTRIES} and e.member_id = $2 order by e.deed_on desc limit 50`,
      [memberId],
    ),
  ])
  return { grades: grades.map(toGrade), entries: entries.filter((one) => !one.tolerated).map(toEntry) }
}

/** What is named, as it stands today. */
export async function findRests(
  tx: CountyTx,
  named: { readonly feedbackId: string | null; readonly entryId: string | null },
): Promise<Rest[]> {
  const found: Rest[] = []
  if (named.feedbackId !== null) {
    const rows = await tx.raw<GradeRow>('warning-grade', `${GRADES} and f.id = $2`, [named.feedbackId])
    found.push(...rows.map(toGrade))
  }
  if (named.entryId !== null) {
    const rows = await tx.raw<EntryRow>('warning-entry', `${ENTRIES} and e.id = $2`, [named.entryId])
    found.push(...rows.map(toEntry))
  }
  return found
}
