import type { Pledge, PledgeState, Quantity } from '@steward/domain/pledges/pledge.ts'
import { daysOf } from '@steward/domain/pledges/pledge.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { CountyTx } from '#platform/db.ts'
import { PERIOD_COLUMNS, type PeriodColumns, toPeriod } from './queries-row.ts'

/** The item of a points scheme under which deeds of pledges are credited. */
export const PLEDGE_ITEM = 'pledge-done'

/** What a claim needs to know of the pledge it belongs to. */
export type PledgeForClaim = {
  readonly id: string
  /** Null for a pledge of an organisation. */
  readonly memberId: string | null
  /** The member's present branch, or the organisation. */
  readonly orgId: string
  readonly state: PledgeState
  /** First and last day of its period; a deed after `dueOn` counts and is visible by its day. */
  readonly from: PlainDate
  readonly until: PlainDate
  readonly dueOn: PlainDate | null
  readonly text: string
  readonly quantity: Quantity | null
  readonly itemCode: typeof PLEDGE_ITEM
}

type ClaimRow = PeriodColumns & {
  id: string
  memberId: string | null
  orgId: string
  state: PledgeState
  dueOn: PlainDate | null
  text: string
  hundredths: number | null
  unit: string
}

const FOR_CLAIM = `select p.id, p.member_id as "memberId", coalesce(m.party_org_id, p.party_org_id) as "orgId", p.state,
  p.due_on as "dueOn", p.text, p.quantity_hundredths as hundredths, p.quantity_unit as unit, ${PERIOD_COLUMNS}
  from pledge p left join member m on m.county_id = p.county_id and m.id = p.member_id where p.county_id = $1`

function toPledgeForClaim({ hundredths, unit, ...row }: ClaimRow): PledgeForClaim {
  const { from, until } = daysOf(toPeriod(row))
  const { id, memberId, orgId, state, dueOn, text } = row
  const quantity = hundredths === null ? null : { hundredths, unit }
  return { id, memberId, orgId, state, from, until, dueOn, text, quantity, itemCode: PLEDGE_ITEM }
}

/** A pledge as a claim sees it; the door for claims. */
export async function findPledgeForClaim(
  tx: CountyTx,
  pledgeId: string,
): Promise<PledgeForClaim | undefined> {
  const [row] = await tx.raw<ClaimRow>('pledge-for-claim', `${FOR_CLAIM} and p.id = $2`, [pledgeId])
  return row === undefined ? undefined : toPledgeForClaim(row)
}

/** Published pledges of a member whose period holds a day: what a deed of that day may belong to; the soonest due first. */
export async function listOpenPledgesOf(
  tx: CountyTx,
  memberId: string,
  day: PlainDate,
): Promise<PledgeForClaim[]> {
  const rows = await tx.raw<ClaimRow>(
    'pledges-open-of',
    `${FOR_CLAIM} and p.member_id = $2 and p.state = 'published' and p.year = extract(year from $3::date)
     order by p.due_on, p.id limit 50`,
    [memberId, day],
  )
  return rows.map(toPledgeForClaim).filter(({ from, until }) => from <= day && day <= until)
}

/**
 * Adds the drafts made out of listed problems; the members confirm and hand them in. A problem that has a pledge already
 * is passed over. The door for the year's end.
 */
export async function insertRectificationDrafts(
  tx: CountyTx,
  drafts: readonly Pledge[],
  by: { readonly name: string; readonly accountId: string | null; readonly at: Date },
): Promise<number> {
  const rows = drafts.flatMap(({ pledger, period, ...draft }) =>
    pledger.kind === 'org' || period.kind !== 'year'
      ? []
      : [
          {
            id: draft.id,
            party_org_id: pledger.orgId,
            member_id: pledger.memberId,
            period_kind: 'year' as const,
            year: period.year,
            text: draft.text,
            object: draft.fields.object,
            measure: draft.fields.measure,
            source: draft.fields.source,
            rectifies: draft.rectifies,
            state: 'drafted' as const,
            entered_as: 'draft' as const,
            entered_by: by.name,
            entered_by_account_id: by.accountId,
            created_at: by.at,
            changed_at: by.at,
          },
        ],
  )
  if (rows.length === 0) return 0
  const added = await tx
    .insert('pledge', rows)
    .onConflict((on) =>
      on
        .columns(['county_id', 'rectifies'])
        .where('rectifies', 'is not', null)
        .where('state', '<>', 'withdrawn')
        .doNothing(),
    )
    .executeTakeFirst()
  return Number(added.numInsertedOrUpdatedRows ?? 0)
}
