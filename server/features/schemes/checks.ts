import { groundsIn } from '@steward/domain/schemes/exemption.ts'
import { lintScheme } from '@steward/domain/schemes/policy-linter.ts'
import { checkScheme } from '@steward/domain/schemes/scheme-checks.ts'
import { schemeFor } from '@steward/domain/schemes/scheme-version.ts'
import { memberClasses, schemeFields } from '@steward/domain/schemes/scheme.ts'
import { plainDate, toPlainMonth } from '@steward/domain/shared/plain-date.ts'
import type { Invariant } from '#platform/invariants.ts'
import { loadVersions } from './queries.ts'

const NAMED = 5
/** Later than any version. */
const LAST_MONTH = toPlainMonth(plainDate('9999-12-31'))

const contentsFit: Invariant = {
  id: 'schemes.contents-fit',
  says: {
    zh: '每一版积分办法数字合得上，也没有原则禁止的内容 (R-236, R-248)',
    en: 'Every version of a scheme fits together and holds nothing the principles forbid (R-236, R-248)',
  },
  async find(tx) {
    const versions = await loadVersions(tx)
    const breaches = versions.flatMap((version) => [
      ...checkScheme(version)
        .filter(({ weight }) => weight === 'error')
        .map(({ code, where }) => `${version.id} ${code} ${where}`),
      ...lintScheme(version).map(({ ruleId, where }) => `${version.id} ${ruleId} ${where}`),
    ])
    return { looked: versions.length, breaches: breaches.slice(0, NAMED) }
  },
}

const everyMemberServed: Invariant = {
  id: 'schemes.every-member-served',
  says: {
    zh: '每个领域、每类党员都有适用的积分办法 (R-235, R-246)',
    en: 'There is a scheme for members of every field and class (R-235, R-246)',
  },
  async find(tx) {
    const versions = await loadVersions(tx)
    const places = schemeFields.flatMap((field) =>
      memberClasses.map((memberClass) => ({ field, memberClass })),
    )
    const missing = places.filter(
      ({ field, memberClass }) => schemeFor(versions, field, memberClass, LAST_MONTH) === undefined,
    )
    const breaches = missing.map(({ field, memberClass }) => `${field} ${memberClass}`)
    return { looked: places.length, breaches: breaches.slice(0, NAMED) }
  },
}

/** An invariant that one statement finds: rows of breaches with a name; `$2` is the number named. */
function bySql(id: string, says: Invariant['says'], all: string, breaches: string): Invariant {
  return {
    id: `schemes.${id}`,
    says,
    async find(tx) {
      const [counted] = await tx.raw<{ looked: number }>(`check-schemes-${id}-all`, all, [])
      const found = await tx.raw<{ name: string }>(`check-schemes-${id}`, `${breaches} limit $2`, [NAMED])
      return { looked: counted?.looked ?? 0, breaches: found.map((row) => row.name) }
    },
  }
}

const VERSIONS = 'select count(*)::int as looked from scheme_version where county_id = $1'
const EXEMPTIONS = 'select count(*)::int as looked from scoring_exemption where county_id = $1'

const versionsApart = bySql(
  'versions-apart',
  {
    zh: '同一办法每个月只有一版，写明的领域和类别与办法一致 (R-246, R-253)',
    en: 'A scheme has one version a month, for the field and class of the scheme (R-246, R-253)',
  },
  VERSIONS,
  `select v.id::text as name from scheme_version v join scheme s on s.county_id = v.county_id and s.id = v.scheme_id
   where v.county_id = $1 and (v.content ->> 'field' <> s.field or v.content ->> 'memberClass' <> s.member_class
     or exists (select 1 from scheme_version o where o.county_id = v.county_id and o.scheme_id = v.scheme_id
       and o.id <> v.id and o.effective_from = v.effective_from))`,
)

const adoptedBeforehand = bySql(
  'adopted-beforehand',
  {
    zh: '改过的办法从通过的下一个月起才算，并有决定的文件 (R-253)',
    en: 'A changed scheme counts from the month after its adoption and names the document that decided it (R-253)',
  },
  VERSIONS,
  `select v.id::text as name from scheme_version v
   where v.county_id = $1 and (v.adopted_body = '' or v.adopted_number = ''
     or v.effective_from <= to_char(v.adopted_at at time zone 'Asia/Shanghai', 'YYYY-MM')
       and exists (select 1 from scheme_version o where o.county_id = v.county_id and o.scheme_id = v.scheme_id
         and o.effective_from < v.effective_from))`,
)

const exemptionsApart = bySql(
  'exemptions-apart',
  {
    zh: '同一名党员不参加积分的时段不重叠，不早于决定 (R-170)',
    en: 'Times in which a member is left out of scoring do not overlap and begin with their decision (R-170)',
  },
  EXEMPTIONS,
  `select a.id::text as name from scoring_exemption a
   where a.county_id = $1 and (a.from_on < a.decided_on or exists (
     select 1 from scoring_exemption b where b.county_id = a.county_id and b.member_id = a.member_id and b.id <> a.id
       and b.from_on < coalesce(a.until_on, 'infinity') and a.from_on < coalesce(b.until_on, 'infinity')))`,
)

const draftsOfTheirScheme = bySql(
  'drafts-of-their-scheme',
  {
    zh: '草稿和试算都从本办法的一版起草 (R-253)',
    en: 'A draft and its trial begin from a version of their scheme (R-253)',
  },
  'select count(*)::int as looked from scheme_draft where county_id = $1',
  `select d.scheme_id::text as name from (
     select county_id, scheme_id, base_version_id from scheme_draft where county_id = $1
     union all select county_id, scheme_id, base_version_id from scheme_what_if where county_id = $1) d
   join scheme_version v on v.county_id = d.county_id and v.id = d.base_version_id and v.scheme_id <> d.scheme_id`,
)

const groundsUnwritten: Invariant = {
  id: 'schemes.grounds-unwritten',
  says: {
    zh: '不参加积分的登记里不写原因 (R-278)',
    en: 'No record of being left out of scoring says why (R-278)',
  },
  async find(tx) {
    const rows = await tx.raw<{ id: string; text: string }>(
      'check-schemes-grounds',
      `select id, decided_by_body || chr(10) || document as text from scoring_exemption where county_id = $1`,
      [],
    )
    const breaches = rows.filter(({ text }) => groundsIn(text).length > 0).map(({ id }) => id)
    return { looked: rows.length, breaches: breaches.slice(0, NAMED) }
  },
}

export const schemeInvariants: readonly Invariant[] = [
  contentsFit,
  everyMemberServed,
  versionsApart,
  adoptedBeforehand,
  exemptionsApart,
  draftsOfTheirScheme,
  groundsUnwritten,
]
