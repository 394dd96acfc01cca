import type { YearParts } from '@steward/domain/points/base.ts'
import { plainDate, type PlainMonth } from '@steward/domain/shared/plain-date.ts'
import { toPoints } from '@steward/domain/shared/points.ts'
import type { ComingIn } from '@steward/domain/year/carry-over.ts'
import type { SchemeVersion } from '@steward/domain/schemes/scheme.ts'
import type { Carried, CarriedPerson } from '#features/points/queries-carry.ts'
import {
  scoringColumns,
  scoringFactsOf,
  type ScoringRow,
  schemeForMember,
} from '#features/schemes/queries.ts'
import type { CountyTx } from '#platform/db.ts'

/** A member whose next year follows from the year that is closed. */
export type YearPerson = CarriedPerson & {
  readonly name: string
  /** The branch of the last day of the year: its closing counts. */
  readonly homeOrgId: string
  readonly coming: Extract<ComingIn, { kind: 'stayed' }>
  /** Editions carried before; nought for who has none. */
  readonly edition: number
}

type Row = ScoringRow & {
  readonly home_org_id: string
  readonly points: number
  readonly outside_caps: number
  readonly appraisal_score: number | null
  readonly appraisal_percent: number
  readonly edition: number
  readonly carried_version_id: string | null
}

/** Affiliations that held on the last day of a year, `$2` the year; `h` is the affiliation. */
export const atYearEnd = `h.from_on <= make_date($2, 12, 31) and (h.until_on is null or h.until_on > make_date($2, 12, 31))`

/** The signed result of a member `m` of the year `$2`, of the edition that counts; a member without grade has none. */
const RESULT = `left join lateral (
  select y.process, y.outside_caps, y.appraisal_score, y.appraisal_percent from year_result y
  join appraisal a on a.county_id = y.county_id and a.id = y.appraisal_id and a.edition = y.edition
  where y.county_id = m.county_id and y.member_id = m.id and y.year = $2 order by a.signed_on desc nulls last limit 1) y on true`

/** Points as the ledger has them now, so that what an objection put right is in; where it has no line, as they were signed. */
const PARTS = `case when b.entry_count > 0
    then b.base + b.duty + b.pledges_and_tasks + b.service_and_example + b.bonus + b.deductions - b.outside_caps
    else y.process end as points,
  case when b.entry_count > 0 then b.outside_caps else y.outside_caps end as outside_caps,
  y.appraisal_score, coalesce(y.appraisal_percent, 0) as appraisal_percent`

const LAST = `left join lateral (
  select c.edition, c.points, c.outside_caps, c.appraisal_score, c.appraisal_percent, c.scheme_version_id
  from carried_base c where c.county_id = m.county_id and c.member_id = m.id and c.year = $2
  order by c.edition desc limit 1) c on true`

const FROM = `from member_affiliation h
  join member m on m.county_id = h.county_id and m.id = h.member_id and m.state in ('active', 'suspended')
  join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
  left join points_balance b on b.county_id = m.county_id and b.member_id = m.id and b.year = $2
  ${RESULT} ${LAST}
  where h.county_id = $1 and ${atYearEnd} and (b.entry_count > 0 or y.process is not null)`

const COLUMNS = `${scoringColumns('$3')}, h.party_org_id as home_org_id, ${PARTS}, coalesce(c.edition, 0) as edition,
  c.scheme_version_id as carried_version_id`

const firstOf = (year: number) => plainDate(`${year}-01-01`)

/** Members of these branches at the end of a year, with what they carry into the next; who is not scored there is left out. */
export async function listPeople(
  tx: CountyTx,
  of: { readonly orgIds: readonly string[]; readonly year: number },
  versions: readonly SchemeVersion[],
): Promise<YearPerson[]> {
  const rows = await tx.raw<Row>(
    'year-people',
    `select ${COLUMNS} ${FROM} and h.party_org_id = any($4::uuid[]) order by m.name_order, m.id`,
    [of.year, firstOf(of.year + 1), of.orgIds],
  )
  return toPeople(rows, of.year + 1, versions)
}

/** What one member would carry out of a year as things stand. */
export async function findOwnCarry(
  tx: CountyTx,
  memberId: string,
  year: number,
  versions: readonly SchemeVersion[],
): Promise<YearPerson | undefined> {
  const rows = await tx.raw<Row>('year-person', `select ${COLUMNS} ${FROM} and m.id = $4`, [
    year,
    firstOf(year + 1),
    memberId,
  ])
  return toPeople(rows, year + 1, versions)[0]
}

/**
 * Members of closed branches whose result is another than the one that was carried, or who came back after the closing: a late
 * objection or appeal has changed it.
 */
export async function listChanged(
  tx: CountyTx,
  year: number,
  versions: readonly SchemeVersion[],
): Promise<YearPerson[]> {
  const rows = await tx.raw<Row>(
    'year-changed',
    `select * from (select ${COLUMNS}, c.points as was_points, c.outside_caps as was_outside, c.appraisal_score as was_score,
         c.appraisal_percent as was_percent
       ${FROM} and exists (select 1 from year_closing k where k.county_id = h.county_id and k.party_org_id = h.party_org_id
         and k.year = $2)) x
     where x.edition = 0 or (x.points, x.outside_caps, x.appraisal_score, x.appraisal_percent)
       is distinct from (x.was_points, x.was_outside, x.was_score, x.was_percent)
     order by x.member_id`,
    [year, firstOf(year + 1)],
  )
  return toPeople(rows, year + 1, versions)
}

function toPeople(rows: readonly Row[], newYear: number, versions: readonly SchemeVersion[]): YearPerson[] {
  const january = `${newYear}-01` as PlainMonth // Of a year with four figures.
  const byId = new Map(versions.map((version) => [version.id, version]))
  return rows.flatMap((row) => {
    const facts = scoringFactsOf(row)
    // What is carried again stays under the version it was carried under.
    const kept = row.carried_version_id === null ? undefined : byId.get(row.carried_version_id)
    const version = kept ?? schemeForMember(versions, facts, january)
    if (version === undefined || !version.scored) return []
    const { memberId, name, orgId } = facts
    const coming = {
      kind: 'stayed' as const,
      parts: partsOf(row),
      appraisalPercent: row.appraisal_percent,
    }
    return [{ memberId, name, orgId, homeOrgId: row.home_org_id, version, coming, edition: row.edition }]
  })
}

function partsOf(row: Row): YearParts {
  return {
    points: toPoints(row.points),
    unlimitedBonus: toPoints(row.outside_caps),
    appraisal: row.appraisal_score === null ? null : toPoints(row.appraisal_score),
  }
}

export type NewCarried = {
  readonly person: YearPerson
  readonly carried: Carried
  readonly closingId: string
  readonly reason: string
}

// About as many rows as the database takes in a tenth of a second.
const ROWS_A_STEP = 5000

/** Keeps what was carried, one row for each member and edition. */
export async function insertCarried(
  tx: CountyTx,
  of: { readonly year: number; readonly at: Date },
  all: readonly NewCarried[],
): Promise<void> {
  for (let start = 0; start < all.length; start += ROWS_A_STEP) {
    const rows = all.slice(start, start + ROWS_A_STEP).map(({ person, carried, closingId, reason }) => ({
      ...{ member_id: person.memberId, edition: person.edition + 1, closing_id: closingId },
      party_org_id: carried.orgId,
      points: person.coming.parts.points,
      outside_caps: person.coming.parts.unlimitedBonus,
      appraisal_score: person.coming.parts.appraisal,
      appraisal_percent: person.coming.appraisalPercent,
      scheme_version_id: person.version.id,
      percent: person.version.carryOver.percent,
      ...{ base: carried.base, entry_id: carried.entryId, words: carried.words, reason },
    }))
    await tx.raw(
      'carried-insert',
      `insert into carried_base (county_id, year, carried_at, member_id, edition, closing_id, party_org_id, points, outside_caps,
         appraisal_score, appraisal_percent, scheme_version_id, percent, base, entry_id, words, reason)
       select $1, $2, $3, r.* from jsonb_to_recordset($4::jsonb) as r (member_id uuid, edition int, closing_id uuid,
         party_org_id uuid, points int, outside_caps int, appraisal_score int, appraisal_percent int, scheme_version_id uuid,
         percent int, base int, entry_id uuid, words text, reason text)`,
      [of.year, of.at, JSON.stringify(rows)],
    )
  }
}
