import { rolesHolding } from '@steward/domain/access/roles.ts'
import type { AppealLevel } from '@steward/domain/outcomes/appeal.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { listPath, nameOf } from '#features/organisation/queries.ts'
import type { Access } from '#platform/access.ts'
import type { CountyTx } from '#platform/db.ts'
import { APPEAL_ROWS, type AppealSqlRow, HIGHER, type KeptAppeal, toKeptAppeal } from './queries-appeal.ts'

export type AppealCounts = { open: number; overdue: number; mine: number; decided: number; all: number }
const OPEN = `a.state in ('received', 'assigned')`

/** Appeals that lie with the caller's organisation, concern members of the caller's reach, or are in the caller's hands. */
export async function listAppeals(
  tx: CountyTx,
  access: Access,
  asked: {
    readonly show: keyof AppealCounts
    readonly offset: number
    readonly limit: number
    readonly today: PlainDate
    readonly accountId: string | null
    readonly memberId: string | null
  },
): Promise<{ rows: KeptAppeal[]; counts: AppealCounts }> {
  const at = access.withinText('appeal.handle', { path: 'b.path' }, 7)
  const of = access.withinText('appeal.read', { path: 'o.path' }, 7 + at.values.length)
  const groups: Record<keyof AppealCounts, string> = {
    open: OPEN,
    overdue: `${OPEN} and a.due_on < $2`,
    mine: `${OPEN} and a.handler_account_id = $3`,
    decided: `not ${OPEN}`,
    all: 'true',
  }
  const where = `where a.county_id = $1 and a.member_id is distinct from $4::uuid
    and (${at.text} or ${of.text} or a.handler_account_id = $3)`
  const count = (group: keyof AppealCounts) => `'${group}', count(*) filter (where ${groups[group]})`
  const { columns, from } = APPEAL_ROWS
  const text = `select (select json_build_object(${(Object.keys(groups) as (keyof AppealCounts)[]).map(count).join(', ')}) ${from} ${where}) as counts,
    (select coalesce(json_agg(x), '[]'::json) from (select ${columns} ${from} ${where} and ${groups[asked.show]}
      order by ${OPEN} desc, case when ${OPEN} then a.due_on end, a.raised_at desc, a.id offset $5 limit $6) x) as rows`
  const [row] = await tx.raw<{ rows: AppealSqlRow[]; counts: AppealCounts }>(nameOf('appeals', text), text, [
    ...[asked.today, asked.accountId, asked.memberId, asked.offset, asked.limit],
    ...[...at.values, ...of.values],
  ])
  if (row === undefined) throw new Error('A statement of sub-selects answers with one row')
  return { rows: row.rows.map(toKeptAppeal), counts: row.counts }
}

/** All appeals of a member. */
export async function listAppealsOf(tx: CountyTx, memberId: string): Promise<KeptAppeal[]> {
  const { columns, from } = APPEAL_ROWS
  const text = `select ${columns} ${from} where a.county_id = $1 and a.member_id = $2 order by a.raised_at desc, a.id limit 100`
  return (await tx.raw<AppealSqlRow>('appeals-of', text, [memberId])).map(toKeptAppeal)
}

export type AppealPersonRow = {
  readonly accountId: string
  readonly memberId: string | null
  readonly name: string
  readonly orgName: string
}

/** Who may decide appeals that lie with an organisation: its officers and those above it, the nearest first. */
export async function listAppealPersons(
  tx: CountyTx,
  bodyPath: string,
  today: PlainDate,
  accountId: string | null = null,
): Promise<AppealPersonRow[]> {
  return await tx.raw<AppealPersonRow>(
    'appeal-persons',
    `select distinct on (nlevel(o.path), a.name, a.id) a.id as "accountId", a.member_id as "memberId", a.name, o.name as "orgName"
     from role_grant g join party_org o on o.county_id = g.county_id and o.id = g.party_org_id
     join account a on a.county_id = g.county_id and a.id = g.account_id and a.state = 'active'
     where g.county_id = $1 and g.role = any($2) and o.path @> $3::ltree and g.revoked_at is null and g.from_on <= $4
       and (g.until_on is null or g.until_on >= $4) and ($5::uuid is null or a.id = $5)
     order by nlevel(o.path) desc, a.name, a.id limit 60`,
    [rolesHolding('appeal.handle'), bodyPath, today, accountId],
  )
}

export type AppealBody = {
  readonly level: AppealLevel
  readonly bodyId: string
  readonly name: string
  readonly path: string
  readonly deskOrgId: string
}

/** The body an appeal goes to: the committee next above all that have decided, then the county, then what lies above it. */
export async function findAppealBody(
  tx: CountyTx,
  orgPath: string,
  bodiesBefore: readonly string[],
): Promise<AppealBody> {
  const way = await listPath(tx, orgPath)
  const [root] = way
  if (root === undefined) throw new Error(`No organisation at ${orgPath}`)
  const decided = way.filter(({ id }) => bodiesBefore.includes(id)).map(({ path }) => path.length)
  // A body whose id is not on the way stands outside: above the county.
  const outside = bodiesBefore.some((body) => !way.some(({ id }) => id === body))
  const highest = Math.min(orgPath.length, ...decided)
  const committee = way.findLast(
    ({ kind, path }) =>
      path.length < highest && ['baseCommittee', 'workCommittee', 'countyCommittee'].includes(kind),
  )
  if (!outside && committee !== undefined) {
    const level = committee.id === root.id ? 'county' : 'baseCommittee'
    return {
      level,
      bodyId: committee.id,
      name: committee.name,
      path: committee.path,
      deskOrgId: committee.id,
    }
  }
  const times = bodiesBefore.filter((one) => one.startsWith(HIGHER)).length + 1
  return {
    ...{ level: 'higher', bodyId: `${HIGHER}${times}`, name: `${root.name}的上一级党组织` },
    ...{ path: root.path, deskOrgId: root.id },
  }
}

/** Open ones past their day, with the organisation one level up that is told. */
export async function listOverdueAppeals(
  tx: CountyTx,
  today: PlainDate,
): Promise<{ id: string; level: AppealLevel; dueOn: PlainDate; bodyName: string; tellOrgId: string }[]> {
  return await tx.raw(
    'appeals-overdue',
    `select a.id, a.level, a.due_on as "dueOn", a.body_name as "bodyName", coalesce(b.parent_id, b.id) as "tellOrgId"
     ${APPEAL_ROWS.from} where a.county_id = $1 and a.state in ('received', 'assigned') and a.due_on < $2 order by a.due_on, a.id`,
    [today],
  )
}
