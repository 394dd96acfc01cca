import type { CountyTx } from '#platform/db.ts'
import { branches, notJudged, withoutDraft, withoutPledge } from './queries-facts.ts'
import { withoutUse } from './queries-outcomes.ts'

/** Names of what is open in a branch, so that nobody has to look for them. */
export type OpenNames = {
  readonly withoutPledge: readonly string[]
  readonly notJudged: readonly string[]
  readonly months: readonly string[]
  readonly withoutUse: readonly string[]
  readonly withoutDraft: readonly string[]
}

/** Shown of each; the number beside says how many there are. */
export const NAMED = 12

const some = (column: string, part: string, order: string) =>
  `array(select ${column} from (${part}) t order by ${order} limit $4)`

const TEXT = `with ${branches('o.id = $3::uuid')}
  select ${some('t.name', withoutPledge, 't.name_order, t.member_id')} as "withoutPledge",
    array(select coalesce(t.name, '') from (${notJudged}) t group by t.name, t.name_order order by t.name_order nulls first, 1
      limit $4) as "notJudged",
    array(select $2::text || '-' || lpad(g::text, 2, '0') from generate_series(1, 12) g where not exists (select 1
      from points_month p where p.county_id = $1 and p.party_org_id = $3 and p.state = 'closed'
        and p.month = $2::text || '-' || lpad(g::text, 2, '0')) order by g limit $4) as months,
    ${some('t.name', withoutUse, 't.name_order, t.member_id')} as "withoutUse",
    array(select (select m.name from member m where m.county_id = $1 and m.id = t.member_id) || '：' || left(t.words, 30)
      from (${withoutDraft}) t order by t.id limit $4) as "withoutDraft"`

export async function listOpenNames(tx: CountyTx, orgId: string, year: number): Promise<OpenNames> {
  const [row] = await tx.raw<OpenNames>('year-open-names', TEXT, [year, orgId, NAMED])
  if (row === undefined) throw new Error('One row is always answered')
  return row
}
