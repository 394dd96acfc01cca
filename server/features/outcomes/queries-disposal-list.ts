import type { DisposalForm, DisposalState } from '@steward/domain/outcomes/disposal.ts'
import type { DisposalGround } from '@steward/domain/outcomes/disposal-ground.ts'
import type { DocumentNumber } from '@steward/domain/shared/document.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { nameOf } from '#features/organisation/queries.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import type { KeptEnd } from './queries-disposal.ts'
import { withinReadersText } from './queries-reader.ts'

export type DisposalRow = {
  readonly id: string
  readonly memberId: string
  readonly memberName: string
  readonly orgName: string
  readonly orgPath: string
  readonly form: DisposalForm
  readonly ground: DisposalGround
  readonly state: DisposalState
  readonly proposedOn: PlainDate
  readonly decidedOn: PlainDate | null
  readonly decided: boolean
  readonly until: PlainDate | null
  readonly endedHow: KeptEnd['how'] | null
}

const FIELDS = `d.id, d.member_id as "memberId", m.name as "memberName", o.name as "orgName", o.path::text as "orgPath", d.form, d.ground, d.state,
  d.proposed_on as "proposedOn", d.decided_on as "decidedOn", d.state = 'voted' and d.decided_on is not null as decided,
  d.until_on as until, d.ended_how as "endedHow"`
const FROM = `disposal d join member m on m.county_id = d.county_id and m.id = d.member_id
  join party_org o on o.county_id = d.county_id and o.id = d.party_org_id`

export const whiches = ['open', 'inForce', 'closed', 'all'] as const
export type Which = (typeof whiches)[number]

/** Open: not decided yet, or a correction order or persuasion whose end is to come. */
const WHICH: Readonly<Record<Which, string>> = {
  open: `d.state not in ('inForce', 'stopped')`,
  inForce: `d.state = 'inForce' and d.ended_how is null and d.form <> 'removal'`,
  closed: `(d.state = 'stopped' or d.ended_how is not null or d.state = 'inForce' and d.form = 'removal')`,
  all: 'true',
}

/** Cases the caller may read, newest first; which they are stands in the statement, so that nothing else leaves the database. */
export async function listDisposalRows(
  context: Context,
  input: {
    readonly which: Which
    readonly memberId: string | null
    readonly after: string | null
    readonly limit: number
  },
): Promise<DisposalRow[]> {
  const readers = withinReadersText(
    context,
    { kind: 'disposal', handles: 'disposal.read' },
    { id: 'd.id', memberId: 'd.member_id', path: 'o.path' },
    5,
  )
  const text = `select ${FIELDS} from ${FROM} where d.county_id = $1 and ${WHICH[input.which]}
    and ($2::uuid is null or d.member_id = $2) and ($3::uuid is null or d.id < $3) and ${readers.text}
    order by d.id desc limit $4`
  return await context.tx.raw<DisposalRow>(nameOf('disposal-list', text), text, [
    ...[input.memberId, input.after, input.limit, ...readers.values],
  ])
}

export type Figures = {
  readonly open: number
  readonly correctionOrders: number
  readonly turnedAround: number
  readonly persuadedOut: number
  readonly removed: number
}

/** How the cases the caller may read stand; persons where it says persons, as `countDisposals` counts. */
export async function countDisposalRows(context: Context): Promise<Figures> {
  const readers = withinReadersText(
    context,
    { kind: 'disposal', handles: 'disposal.read' },
    { id: 'd.id', memberId: 'd.member_id', path: 'o.path' },
    2,
  )
  const text = `select count(*) filter (where d.state not in ('inForce', 'stopped'))::int as open,
      count(*) filter (where d.state = 'inForce' and d.form = 'correctionOrder')::int as "correctionOrders",
      count(distinct d.member_id) filter (where d.ended_how = 'changed')::int as "turnedAround",
      count(distinct d.member_id) filter (where d.ended_how = 'withdrew')::int as "persuadedOut",
      count(distinct d.member_id) filter (where d.state = 'inForce' and d.form = 'removal')::int as removed
    from ${FROM} where d.county_id = $1 and ${readers.text}`
  const rows = await context.tx.raw<Figures>(nameOf('disposal-figures', text), text, readers.values)
  return rows[0] ?? { open: 0, correctionOrders: 0, turnedAround: 0, persuadedOut: 0, removed: 0 }
}

/** Cases about one member, newest first: for the member. */
export async function listOwnDisposals(tx: CountyTx, memberId: string): Promise<DisposalRow[]> {
  return await tx.raw<DisposalRow>(
    'disposal-own',
    `select ${FIELDS} from ${FROM} where d.county_id = $1 and d.member_id = $2 order by d.id desc limit 50`,
    [memberId],
  )
}

/** Whether another case has the number already. */
export async function isNumberTaken(
  tx: CountyTx,
  disposalId: string,
  orgId: string,
  { issuer, year, number }: DocumentNumber,
): Promise<boolean> {
  const rows = await tx.raw<{ id: string }>(
    'disposal-number',
    `select d.id from disposal d where d.county_id = $1 and d.id <> $2 and d.decision_org_id = $3 and d.decision_issuer = $4
       and d.decision_year = $5 and d.decision_number = $6`,
    [disposalId, orgId, issuer, year, number],
  )
  return rows.length > 0
}

export type EndingOrder = {
  readonly of: { readonly id: string; readonly memberId: string }
  readonly orgId: string
  readonly orgName: string
  readonly until: PlainDate
}

/** Correction orders whose last day is over or at most so many days away, and which the assembly has not discussed. */
export async function listEndingOrders(
  tx: CountyTx,
  today: PlainDate,
  daysBefore: number,
): Promise<EndingOrder[]> {
  const rows = await tx.raw<{
    id: string
    memberId: string
    orgId: string
    orgName: string
    until: PlainDate
  }>(
    'disposal-ending',
    `select d.id, d.member_id as "memberId", d.party_org_id as "orgId", o.name as "orgName", d.until_on as until
     from disposal d join party_org o on o.county_id = d.county_id and o.id = d.party_org_id
     where d.county_id = $1 and d.state = 'inForce' and d.form = 'correctionOrder' and d.ended_how is null
       and d.until_on <= $2::date + $3::int order by d.until_on, d.id`,
    [today, daysBefore],
  )
  return rows.map(({ id, memberId, ...row }) => ({ ...row, of: { id, memberId } }))
}
