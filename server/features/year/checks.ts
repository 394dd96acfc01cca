import type { Invariant } from '#platform/invariants.ts'

const NAMED = 5

/** An invariant that one statement finds; `$2` is the number named, `all` counts what was looked at. */
function bySql(id: string, says: Invariant['says'], all: string, breaches: string): Invariant {
  return {
    id: `year.${id}`,
    says,
    async find(tx) {
      const [counted] = await tx.raw<{ looked: number }>(`check-year-${id}-all`, all, [])
      const found = await tx.raw<{ name: string }>(`check-year-${id}`, `${breaches} limit $2`, [NAMED])
      return { looked: counted?.looked ?? 0, breaches: found.map((row) => row.name) }
    },
  }
}

const LAST = `select distinct on (c.year, c.member_id) c.* from carried_base c where c.county_id = $1
  order by c.year, c.member_id, c.edition desc`

// Written without the functions that carry: results, shares and caps as they stand in the tables. Who has a line or a signature
// younger than the last carrying waits for the daily job; a base an objection took back is no longer the carried one.
const baseIsCarried = bySql(
  'base-is-carried',
  {
    zh: '每名党员的起点分等于上年结果按办法结转的数 (R-230, R-231)',
    en: 'Each member’s base is the share of last year’s result by the scheme (R-230, R-231)',
  },
  `select count(*)::int as looked from (${LAST}) c`,
  `with c as materialized (${LAST}),
   result as materialized (select c.year, c.member_id, c.scheme_version_id,
       case when b.entry_count > 0 then b.base + b.duty + b.pledges_and_tasks + b.service_and_example + b.bonus + b.deductions
         - b.outside_caps else y.process end as points, y.appraisal_score as score, coalesce(y.appraisal_percent, 0) as weight
     from c left join points_balance b on b.county_id = $1 and b.member_id = c.member_id and b.year = c.year
     left join lateral (select y.process, y.appraisal_score, y.appraisal_percent, a.signed_on
       from year_result y join appraisal a on a.county_id = y.county_id and a.id = y.appraisal_id and a.edition = y.edition
       where y.county_id = $1 and y.member_id = c.member_id and y.year = c.year order by a.signed_on desc nulls last limit 1) y on true
     where not exists (select 1 from ledger_entry e where e.county_id = $1 and e.member_id = c.member_id
         and e.deed_on between make_date(c.year, 1, 1) and make_date(c.year, 12, 31) and e.posted_at > c.carried_at)
       and coalesce(y.signed_on <= (c.carried_at at time zone 'Asia/Shanghai')::date, true)
       and not exists (select 1 from ledger_entry e where e.county_id = $1 and e.member_id = c.member_id
         and e.deed_on = make_date(c.year + 1, 1, 1) and e.term = 'base' and e.source_kind = 'objection')),
   final as (select r.*, case when r.score is null or r.weight = 0 then r.points
       else round((r.points * (100 - r.weight) + r.score * r.weight)::numeric / 100) end as final,
       (v.content -> 'carryOver' ->> 'percent')::int as percent, (v.content -> 'carryOver' ->> 'resultCap')::int as result_cap,
       (v.content -> 'carryOver' ->> 'baseCap')::int as base_cap, v.effective_from
     from result r join scheme_version v on v.county_id = $1 and v.id = r.scheme_version_id),
   due as (select f.*, case when f.percent = 0 then 0
       else least(f.base_cap, round(greatest(0, least(f.final, f.result_cap)) * f.percent / 100)) end as base from final f),
   has as (select e.member_id, extract(year from e.deed_on)::int - 1 as year, sum(e.credited) as base from ledger_entry e
     where e.county_id = $1 and e.term = 'base' and (e.member_id, e.deed_on) in (select member_id, make_date(year + 1, 1, 1) from due)
     group by 1, 2)
   select format('member %s: %s into %s, the ledger has %s', d.member_id, d.base, d.year + 1, coalesce(h.base, 0)) as name
   from due d left join has h on h.member_id = d.member_id and h.year = d.year
   where d.base is distinct from coalesce(h.base, 0) or d.effective_from > (d.year + 1)::text || '-01' order by d.member_id`,
)

const linksWhole = bySql(
  'closed-links-whole',
  {
    zh: '办结的支部四个环节齐全，缺的都有签字说明，而且在年后办结 (S-228)',
    en: 'A closed branch has all four links, or a signature for each that was missing, and was closed after the year (S-228)',
  },
  `select count(*)::int as looked from year_closing where county_id = $1 and kind = 'branch'`,
  `select format('branch %s year %s', k.party_org_id, k.year) as name from year_closing k
   where k.county_id = $1 and k.kind = 'branch' and (jsonb_array_length(k.links) <> 4
     or (k.closed_at at time zone 'Asia/Shanghai')::date <= make_date(k.year, 12, 31)
     or exists (select 1 from jsonb_array_elements(k.links) l where not (l ->> 'complete')::boolean
       and not exists (select 1 from year_gap g where g.county_id = $1 and g.party_org_id = k.party_org_id and g.year = k.year
         and g.link = l ->> 'link'))) order by k.id`,
)

const hasClosing = bySql(
  'carried-has-closing',
  {
    zh: '结转的起点分都对得上年度办结和台账上的一条 (R-230)',
    en: 'Every carried base belongs to a closing and to one line of the ledger (R-230)',
  },
  `select count(*)::int as looked from carried_base where county_id = $1`,
  `select format('carried %s of member %s edition %s', c.year, c.member_id, c.edition) as name from carried_base c
   left join ledger_entry e on e.county_id = c.county_id and e.id = c.entry_id
   where c.county_id = $1 and c.base is not null and (e.id is null or e.member_id <> c.member_id or e.credited <> c.base
     or e.term <> 'base' or e.deed_on <> make_date(c.year + 1, 1, 1))
   union all
   select format('line %s without closing', e.id) from ledger_entry e
   where e.county_id = $1 and e.term = 'base' and (e.kind = 'carryOver' or e.kind = 'correction' and e.source_kind = 'year')
     and not exists (select 1 from carried_base c where c.county_id = $1 and c.entry_id = e.id)`,
)

const countyLast = bySql(
  'county-after-branches',
  {
    zh: '全县办结的年份，各支部都先办结了 (S-228)',
    en: 'The year of the county is closed after that of every branch with members (S-228)',
  },
  `select count(*)::int as looked from year_closing where county_id = $1 and kind = 'county'`,
  `select format('branch %s year %s', o.id, k.year) as name from year_closing k
   join party_org o on o.county_id = k.county_id and o.kind = 'branch' and o.founded_on <= make_date(k.year, 12, 31)
     and (o.dissolved_on is null or o.dissolved_on > make_date(k.year, 12, 31))
   where k.county_id = $1 and k.kind = 'county'
     and not exists (select 1 from year_closing b where b.county_id = $1 and b.party_org_id = o.id and b.year = k.year
       and b.closed_at <= k.closed_at)
     and exists (select 1 from member_affiliation h join member m on m.county_id = h.county_id and m.id = h.member_id
       and m.state in ('active', 'suspended') where h.county_id = $1 and h.party_org_id = o.id
       and h.from_on <= make_date(k.year, 12, 31) and (h.until_on is null or h.until_on > make_date(k.year, 12, 31)))`,
)

export const yearInvariants: readonly Invariant[] = [baseIsCarried, linksWhole, hasClosing, countyLast]
