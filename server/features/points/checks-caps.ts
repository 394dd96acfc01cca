import type { CountyTx } from '#platform/db.ts'
import type { Findings, Invariant } from '#platform/invariants.ts'

/** Caps of all adopted versions as rows: of items, of categories and of the total. Null means that nothing is set. */
const CAPS = `
  items as materialized (select v.id as version_id, i->>'code' as code, (i->'caps'->>'day')::int as day,
      (i->'caps'->>'month')::int as month, (i->'caps'->>'year')::int as year
    from scheme_version v, jsonb_array_elements(v.content->'items') i where v.county_id = $1),
  categories as materialized (select v.id as version_id, c.key as term, (c.value->>'day')::int as day,
      (c.value->>'month')::int as month, (c.value->>'year')::int as year
    from scheme_version v, jsonb_each(v.content->'categories') c where v.county_id = $1),
  totals as materialized (select v.id as version_id, (v.content->>'totalCap')::int as year from scheme_version v where v.county_id = $1)`

const PERIODS = {
  day: 'e.deed_on',
  month: `date_trunc('month', e.deed_on)::date`,
  year: `date_trunc('year', e.deed_on)::date`,
} as const
type Period = keyof typeof PERIODS

/**
 * Sums over a period that are above the widest cap of the versions they were credited under; a group with a line under no cap
 * is not limited. Reversals are in the sums, so that room given back may be taken again.
 */
function exceeded(kind: 'items' | 'categories' | 'totals', period: Period): string {
  const what = { items: 'e.item_code', categories: 'e.term', totals: `'total'` }[kind]
  const on = { items: 'c.code = e.item_code', categories: 'c.term = e.term', totals: 'true' }[kind]
  const inside = kind === 'items' ? 'true' : 'not e.outside_caps'
  return `select '${kind} ${period}' as kind, e.member_id, ${what} as what, ${PERIODS[period]} as from_on, sum(e.credited) as credited,
      max(c.${period}) as cap
    from ledger_entry e join ${kind} c on c.version_id = e.scheme_version_id and ${on}
    where e.county_id = $1 and ${inside} ${kind === 'totals' ? '' : `and e.term <> 'base'`}
    group by 2, 3, 4 having abs(sum(e.credited)) > max(c.${period}) and bool_and(c.${period} is not null)`
}

const ALL = [
  ...(['day', 'month', 'year'] as const).flatMap((period) => [
    exceeded('items', period),
    exceeded('categories', period),
  ]),
  exceeded('totals', 'year'),
].join('\n union all ')

async function findExceeded(tx: CountyTx): Promise<Findings> {
  const [row] = await tx.raw<Findings>(
    'check-points-caps',
    `with ${CAPS}, over as (${ALL})
     select (select count(*)::int from ledger_entry where county_id = $1) as looked,
       array(select format('%s %s of member %s from %s: %s above %s', kind, what, member_id, from_on, credited, cap) from over limit 50)
         as breaches`,
    [],
  )
  return row ?? { looked: 0, breaches: [] }
}

export const capInvariants: readonly Invariant[] = [
  {
    id: 'points.caps-held',
    says: {
      zh: '日、月、年的封顶没有一处超过（R-238、R-240）',
      en: 'No cap of day, month or year is exceeded anywhere (R-238, R-240)',
    },
    find: findExceeded,
  },
]
