import type { ExemptionDecision } from '@steward/domain/schemes/exemption.ts'
import type { MemberState } from '@steward/domain/members/member-state.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Access } from '#platform/access.ts'
import type { CountyTx } from '#platform/db.ts'

export type ExemptionRow = {
  readonly id: string
  readonly memberId: string
  readonly name: string
  readonly orgName: string
  readonly orgId: string
  readonly path: string
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate | null
  readonly decidedByBody: string
  readonly decidedOn: PlainDate
  readonly document: string
  readonly recordedBy: string
}

const COLUMNS = `e.id, e.member_id as "memberId", m.name, o.short_name as "orgName", o.id as "orgId", o.path::text as path,
  e.from_on as "fromOn", e.until_on as "untilOn", e.decided_by_body as "decidedByBody",
  e.decided_on as "decidedOn", e.document, e.recorded_by as "recordedBy"`
const FROM = `from scoring_exemption e
  join member m on m.county_id = e.county_id and m.id = e.member_id
  join party_org o on o.county_id = m.county_id and o.id = m.party_org_id`

/** Exemptions the caller may see, by name; people who have left the roll only among the ended. */
export async function listExemptions(
  { tx, access }: { readonly tx: CountyTx; readonly access: Access },
  page: { readonly show: 'open' | 'ended'; readonly offset: number; readonly limit: number },
): Promise<{ total: number; rows: ExemptionRow[] }> {
  const within = access.withinText('exemption.read', { path: 'o.path' }, 4)
  const open = `e.until_on is null and m.state in ('active', 'suspended')`
  const where = `where e.county_id = $1 and ${page.show === 'open' ? open : `not (${open})`} and ${within.text}`
  const rows = await tx.raw<ExemptionRow & { total: number }>(
    '',
    `select ${COLUMNS}, count(*) over ()::int as total ${FROM} ${where}
     order by m.name_order, m.id, e.from_on desc limit $2 offset $3`,
    [page.limit, page.offset, ...within.values],
  )
  return { total: rows[0]?.total ?? 0, rows }
}

/** One exemption, locked. */
export async function lockExemption(tx: CountyTx, exemptionId: string): Promise<ExemptionRow | undefined> {
  const [row] = await tx.raw<ExemptionRow>(
    'exemption-lock',
    `select ${COLUMNS} ${FROM} where e.county_id = $1 and e.id = $2 for update of e`,
    [exemptionId],
  )
  return row
}

export type ExemptionFacts = {
  readonly memberId: string
  readonly state: MemberState
  readonly orgId: string
  readonly path: string
  readonly earlier: readonly { readonly fromOn: PlainDate; readonly untilOn: PlainDate | null }[]
}

/** The member, locked, with the exemptions there have been. */
export async function lockForExemption(tx: CountyTx, memberId: string): Promise<ExemptionFacts | undefined> {
  const [row] = await tx.raw<Omit<ExemptionFacts, 'earlier'>>(
    'exemption-member-lock',
    `select m.id as "memberId", m.state, o.id as "orgId", o.path::text as path
     from member m join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
     where m.county_id = $1 and m.id = $2 for update of m`,
    [memberId],
  )
  if (row === undefined) return undefined
  const earlier = await tx.raw<ExemptionFacts['earlier'][number]>(
    'exemption-earlier',
    `select from_on as "fromOn", until_on as "untilOn" from scoring_exemption where county_id = $1 and member_id = $2`,
    [memberId],
  )
  return { ...row, earlier }
}

export async function insertExemption(
  tx: CountyTx,
  exemption: ExemptionDecision & { readonly id: string; readonly memberId: string },
  entry: { readonly by: string; readonly accountId: string | null; readonly at: Date },
): Promise<void> {
  await tx
    .insert('scoring_exemption', {
      id: exemption.id,
      member_id: exemption.memberId,
      from_on: exemption.fromOn,
      until_on: null,
      decided_by_body: exemption.decidedByBody,
      decided_on: exemption.decidedOn,
      document: exemption.document,
      recorded_by: entry.by,
      recorded_by_account_id: entry.accountId,
      recorded_at: entry.at,
      ended_by: null,
      ended_at: null,
    })
    .execute()
}

export async function saveExemptionEnd(
  tx: CountyTx,
  exemptionId: string,
  untilOn: PlainDate,
  entry: { readonly by: string; readonly at: Date },
): Promise<void> {
  await tx
    .update('scoring_exemption')
    .set({ until_on: untilOn, ended_by: entry.by, ended_at: entry.at })
    .where('id', '=', exemptionId)
    .execute()
}

/** The decision that leaves a member out on a day. */
export async function findExemptionOn(
  tx: CountyTx,
  memberId: string,
  day: PlainDate,
): Promise<Pick<ExemptionRow, 'fromOn' | 'decidedByBody' | 'decidedOn'> | undefined> {
  const [row] = await tx.raw<Pick<ExemptionRow, 'fromOn' | 'decidedByBody' | 'decidedOn'>>(
    'exemption-on',
    `select from_on as "fromOn", decided_by_body as "decidedByBody", decided_on as "decidedOn" from scoring_exemption
     where county_id = $1 and member_id = $2 and from_on <= $3 and (until_on is null or until_on > $3)`,
    [memberId, day],
  )
  return row
}
