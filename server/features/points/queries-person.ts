import {
  scoringColumns,
  type ScoringFacts,
  scoringFactsOf,
  type ScoringRow,
  schemeForMember,
  versionIdsText,
  versionsOf,
} from '#features/schemes/queries.ts'
import type { SchemeVersion } from '@steward/domain/schemes/scheme.ts'
import { type PlainDate, type PlainMonth, toPlainMonth } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'

/** A member as far as points are concerned, with the versions of the county. */
export type PointsPerson = {
  readonly facts: ScoringFacts
  readonly orgName: string
  /** Years with lines, newest first. */
  readonly years: readonly number[]
  /** The last closed month of a year in the present branch. */
  readonly closedUntil: PlainMonth | null
  readonly versions: readonly SchemeVersion[]
  readonly byId: ReadonlyMap<string, SchemeVersion>
  /** The version that counts for the member in a month; undefined where there is none. */
  schemeIn(month: PlainMonth): SchemeVersion | undefined
}

/** The member on a day; undefined for somebody unknown. */
export async function findPerson(
  tx: CountyTx,
  memberId: string,
  day: PlainDate,
  year: number,
): Promise<PointsPerson | undefined> {
  const [row] = await tx.raw<
    ScoringRow & {
      orgName: string
      versionIds: string[]
      years: number[]
      closedUntil: PlainMonth | null
    }
  >(
    'points-person',
    `select ${scoringColumns('$3')}, o.name as "orgName", ${versionIdsText} as "versionIds",
       array(select b.year from points_balance b where b.county_id = $1 and b.member_id = m.id and b.entry_count > 0
         order by b.year desc) as years,
       (select max(p.month) from points_month p where p.county_id = $1 and p.party_org_id = m.party_org_id
         and p.state = 'closed' and p.month like $4 || '-%') as "closedUntil"
     from member m join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
     where m.county_id = $1 and m.id = $2`,
    [memberId, day, String(year)],
  )
  if (row === undefined) return undefined
  const facts = scoringFactsOf(row)
  const versions = await versionsOf(tx, row.versionIds)
  return {
    facts,
    orgName: row.orgName,
    years: row.years,
    closedUntil: row.closedUntil,
    versions,
    byId: new Map(versions.map((version) => [version.id, version])),
    schemeIn: (month) => schemeForMember(versions, facts, month),
  }
}

/** The scheme that counts for a person now, or at the end of a year that is over. */
export function schemeOfYear(
  person: PointsPerson,
  year: number,
  today: PlainDate,
): SchemeVersion | undefined {
  const december = `${year}-12` as PlainMonth // Of a year with four figures.
  const now = toPlainMonth(today)
  return person.schemeIn(now < december ? now : december)
}
