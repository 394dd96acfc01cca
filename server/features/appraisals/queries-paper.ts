import type { DutyReportPart } from '@steward/domain/appraisals/duty-report.ts'
import type { CountyTx } from '#platform/db.ts'

const MOST_DEEDS = 3

export type PaperPerson = {
  readonly memberId: string
  readonly name: string
  readonly pledges: { readonly all: number; readonly kept: number; readonly judged: number }
  readonly deeds: readonly { readonly words: string; readonly times: number }[]
  /** Of a report that was handed in. */
  readonly words: Readonly<Record<DutyReportPart, string>> | null
}

/** Those a paper names, by name, with the facts a voter looks at first: of pledges and the report as it was handed in. */
export async function listPaperPersons(
  tx: CountyTx,
  of: { readonly appraisalId: string; readonly year: number; readonly graded: readonly string[] },
): Promise<PaperPerson[]> {
  return await tx.raw<PaperPerson>(
    'ballot-paper-persons',
    `select m.id as "memberId", m.name, d.words,
       coalesce((select json_build_object('all', count(*), 'kept', count(*) filter (where q.outcome = 'fulfilled'),
           'judged', count(q.outcome))
         from pledge p left join pledge_outcome q on q.county_id = p.county_id and q.pledge_id = p.id
         where p.county_id = m.county_id and p.member_id = m.id and p.year = $3 and p.published_on is not null), '{}') as pledges,
       coalesce((select json_agg(json_build_object('words', x.words, 'times', x.times) order by x.points desc, x.place) from (
           select e.value ->> 'words' as words, count(*)::int as times, sum((e.value ->> 'points')::int) as points,
             min(e.ordinality) as place
           from jsonb_array_elements(d.facts -> 'deeds') with ordinality e group by 1 order by 3 desc, 4 limit ${MOST_DEEDS}) x), '[]') as deeds
     from member m left join duty_report d on d.county_id = m.county_id and d.member_id = m.id and d.appraisal_id = $2
       and d.state <> 'drafted'
     where m.county_id = $1 and m.id = any($4::uuid[]) order by m.name_order, m.id`,
    [of.appraisalId, of.year, of.graded],
  )
}

/** Members of a branch, as the share of excellent grades counts them. */
export async function countBranchMembers(tx: CountyTx, orgId: string): Promise<number> {
  const [row] = await tx.raw<{ n: number }>(
    'ballot-branch-members',
    `select count(*)::int as n from member m where m.county_id = $1 and m.party_org_id = $2 and m.state in ('active', 'suspended')`,
    [orgId],
  )
  return row?.n ?? 0
}
