import type { Invariant } from '#platform/invariants.ts'

// Of a row `r` whose import was written.
const WRITTEN = `r.ticked and r.act <> 'nothing' and r.left_code is null`

/** What is true of roster imports at any time. */
export const rosterInvariants: readonly Invariant[] = [
  {
    id: 'members.import-counts',
    says: {
      zh: '写入过的导入，新增、更新、留下的条数与各行一致',
      en: 'Counts of an import that was written equal its rows',
    },
    async find(tx) {
      const rows = await tx.raw<{ looked: number; breaches: string[] }>(
        'check-import-counts',
        `with counted as (
           select i.id, i.file_name, i.inserted_count, i.updated_count, i.left_count,
             count(*) filter (where ${WRITTEN} and r.act = 'insert') as inserted,
             count(*) filter (where ${WRITTEN} and r.act = 'update') as updated,
             count(*) filter (where r.outcome <> 'same' and not (${WRITTEN})) as left_over
           from roster_import i left join roster_import_row r on r.county_id = i.county_id and r.roster_import_id = i.id
           where i.county_id = $1 and i.state in ('applied', 'undone') group by i.county_id, i.id)
         select count(*)::int as looked, coalesce(array_agg(file_name || ' ' || id::text) filter
           (where (inserted, updated, left_over) is distinct from (inserted_count, updated_count, left_count)), '{}') as breaches
         from counted`,
        [],
      )
      return { looked: rows[0]?.looked ?? 0, breaches: rows[0]?.breaches.slice(0, 5) ?? [] }
    },
  },
  {
    id: 'members.import-all-or-nothing',
    says: {
      zh: '没有写完的导入，一条也没有写进去',
      en: 'An import that is not written has no written row',
    },
    async find(tx) {
      const rows = await tx.raw<{ looked: number; breaches: string[] }>(
        'check-import-nothing',
        `select count(*)::int as looked, coalesce(array_agg(i.file_name || ' ' || i.id::text) filter (where exists (
           select 1 from roster_import_row r where r.county_id = i.county_id and r.roster_import_id = i.id
             and (r.before_sealed is not null or r.left_code is not null
               or (r.act = 'insert' and exists (select 1 from member m where m.county_id = r.county_id and m.id = r.member_id))))
           or exists (select 1 from member_change c where c.county_id = i.county_id and c.batch_id = i.id)), '{}') as breaches
         from roster_import i where i.county_id = $1 and i.state not in ('applied', 'undone')`,
        [],
      )
      return { looked: rows[0]?.looked ?? 0, breaches: rows[0]?.breaches.slice(0, 5) ?? [] }
    },
  },
  {
    id: 'members.import-not-stuck',
    says: {
      zh: '没有中断后没人管的写入',
      en: 'No writing was cut off and left lying',
    },
    async find(tx) {
      const rows = await tx.raw<{ looked: number; breaches: string[] }>(
        'check-import-stuck',
        `select count(*)::int as looked, coalesce(array_agg(i.file_name || ' ' || i.id::text) filter (where i.work_begun_at is not null
           and pg_try_advisory_xact_lock_shared(hashtextextended('roster-import:' || i.county_id::text || i.id::text, 0))), '{}') as breaches
         from roster_import i where i.county_id = $1 and i.state = 'applying'`,
        [],
      )
      return { looked: rows[0]?.looked ?? 0, breaches: rows[0]?.breaches.slice(0, 5) ?? [] }
    },
  },
]
