import { linksOf, type LinkState, yearLinks } from '@steward/domain/year/link.ts'
import { sumPoints, toPoints } from '@steward/domain/shared/points.ts'
import { postCarryOver } from '#features/points/queries-carry.ts'
import { loadVersions } from '#features/schemes/queries.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import type { BranchYear } from './queries-facts.ts'
import { insertCarried, listChanged, listPeople, type NewCarried, type YearPerson } from './queries-carry.ts'

type At = Pick<Context, 'tx' | 'now' | 'newId'>

/** A link as it stood when the year was closed. */
export type ClosedLink = LinkState & { readonly signed: boolean }
export type Closing = {
  readonly orgId: string
  readonly links: readonly ClosedLink[]
}
export type Closer = { readonly name: string; readonly accountId: string | null }
export type Closed = {
  readonly orgId: string
  readonly closingId: string
  readonly members: number
  readonly carried: number
  readonly carriedPoints: number
}

/** All four links whole; for a year that is brought in as closed. */
export const wholeLinks: readonly ClosedLink[] = yearLinks.map((link) => ({
  ...{ link, complete: true, open: 0, signed: false },
}))

/** A branch that may close, with its links as they stand. */
export function toClosing(branch: BranchYear): Closing {
  const signed = new Set(branch.gaps.map(({ link }) => link))
  const links = linksOf(branch).map((link) => ({ ...link, signed: signed.has(link.link) }))
  return { orgId: branch.orgId, links }
}

/** Holds the branches; of two who close at once the second waits and finds it done. */
export async function lockOrgs(tx: CountyTx, orgIds: readonly string[]): Promise<void> {
  await tx.raw(
    'year-lock-orgs',
    `select id from party_org where county_id = $1 and id = any($2::uuid[]) order by id for no key update`,
    [orgIds],
  )
}

/**
 * Closes the year of branches nobody has closed yet and gives their members the base of the next one, all in this transaction
 * (R-230…R-232, S-229). The callers have locked the branches and asked the rule; also the door for a county whose last year
 * is brought in whole.
 */
export async function closeBranches(
  at: At,
  of: { readonly year: number; readonly by: Closer },
  closings: readonly Closing[],
): Promise<Closed[]> {
  const { tx } = at
  const fresh = await withoutClosed(tx, of.year, closings)
  if (fresh.length === 0) return []
  const ids = new Map(fresh.map(({ orgId }) => [orgId, at.newId()]))
  const people = await listPeople(tx, { orgIds: [...ids.keys()], year: of.year }, await loadVersions(tx))
  const closingOf = (person: YearPerson) => ids.get(person.homeOrgId) ?? ''
  const carried = await carry(at, of, people, {
    closingOf,
    why: `${of.year}年度办结，按结果结转`,
    reason: '',
  })
  const byClosing = Map.groupBy(carried, ({ closingId }) => closingId)
  const closed = [...ids].map(([orgId, id]) => closedOf(orgId, id, byClosing.get(id) ?? []))
  await insertClosings(at, of, fresh, closed)
  await insertCarried(tx, { year: of.year, at: at.now }, carried)
  return closed
}

/** Closes the year of the county over those of its branches; answers whether this was the one that did. */
export async function closeCounty(
  at: At,
  of: { readonly year: number; readonly by: Closer; readonly countyOrgId: string },
): Promise<boolean> {
  const rows = await at.tx.raw(
    'year-close-county',
    `insert into year_closing (county_id, id, party_org_id, year, kind, links, members, carried, carried_points, closed_by,
       closed_by_account_id, closed_at)
     select $1, $2, $3, $4::int, 'county', '[]', coalesce(sum(k.members), 0), coalesce(sum(k.carried), 0),
       coalesce(sum(k.carried_points), 0), $5, $6, $7
     from year_closing k where k.county_id = $1 and k.year = $4 and k.kind = 'branch'
     on conflict (county_id, party_org_id, year) do nothing returning id`,
    [at.newId(), of.countyOrgId, of.year, of.by.name, of.by.accountId, at.now],
  )
  return rows.length > 0
}

/** Carries again what a late objection or appeal has changed after the closing, with the reason. Answers how many. */
export async function carryAgain(at: At, year: number): Promise<number> {
  const { tx } = at
  const people = await listChanged(tx, year, await loadVersions(tx))
  if (people.length === 0) return 0
  const closings = await tx.raw<{ id: string; orgId: string; accountId: string | null }>(
    'year-closings-of',
    `select id, party_org_id as "orgId", closed_by_account_id as "accountId" from year_closing
     where county_id = $1 and year = $2 and party_org_id = any($3::uuid[])`,
    [year, people.map(({ homeOrgId }) => homeOrgId)],
  )
  const byOrg = new Map(closings.map((closing) => [closing.orgId, closing]))
  const why = `${year}年的结果在办结以后有变，重新结转`
  const closingOf = ({ homeOrgId }: YearPerson) => byOrg.get(homeOrgId)?.id ?? ''
  const by = { name: '', accountId: closings[0]?.accountId ?? null }
  const carried = await carry(at, { year, by }, people, { closingOf, why, reason: why })
  await insertCarried(tx, { year, at: at.now }, carried)
  return carried.length
}

async function carry(
  at: At,
  of: { readonly year: number; readonly by: Closer },
  people: readonly YearPerson[],
  how: {
    readonly closingOf: (person: YearPerson) => string
    readonly why: string
    readonly reason: string
  },
): Promise<NewCarried[]> {
  const byId = new Map(people.map((person) => [person.memberId, person]))
  const posted = await postCarryOver(
    at,
    {
      year: of.year + 1,
      authorId: of.by.accountId,
      why: how.why,
      closingId: ({ memberId }) => {
        const person = byId.get(memberId)
        return person === undefined ? '' : how.closingOf(person)
      },
    },
    people,
  )
  return posted.flatMap((carried) => {
    const person = byId.get(carried.memberId)
    if (person === undefined) return []
    const reason = person.edition === 0 ? '' : how.reason
    return [{ person, carried, closingId: how.closingOf(person), reason }]
  })
}

function closedOf(orgId: string, closingId: string, own: readonly NewCarried[]): Closed {
  const bases = own.flatMap((each) => (each.carried.base === null ? [] : [each.carried.base]))
  const carriedPoints = sumPoints(bases.map((base) => toPoints(base)))
  return { orgId, closingId, members: own.length, carried: bases.length, carriedPoints }
}

async function withoutClosed(
  tx: CountyTx,
  year: number,
  closings: readonly Closing[],
): Promise<readonly Closing[]> {
  const rows = await tx.raw<{ orgId: string }>(
    'year-closed-among',
    `select party_org_id as "orgId" from year_closing where county_id = $1 and year = $2 and party_org_id = any($3::uuid[])`,
    [year, closings.map(({ orgId }) => orgId)],
  )
  const known = new Set(rows.map(({ orgId }) => orgId))
  return closings.filter(({ orgId }) => !known.has(orgId))
}

async function insertClosings(
  at: At,
  of: { readonly year: number; readonly by: Closer },
  fresh: readonly Closing[],
  closed: readonly Closed[],
): Promise<void> {
  const links = new Map(fresh.map((closing) => [closing.orgId, closing.links]))
  await at.tx
    .insert(
      'year_closing',
      closed.map(({ orgId, closingId, members, carried, carriedPoints }) => ({
        ...{ id: closingId, party_org_id: orgId, year: of.year, kind: 'branch' as const },
        links: JSON.stringify(links.get(orgId) ?? []),
        ...{ members, carried, carried_points: carriedPoints },
        ...{ closed_by: of.by.name, closed_by_account_id: of.by.accountId, closed_at: at.now },
      })),
    )
    .execute()
}
