import type { Limit, LimitKind } from '@steward/domain/outcomes/limit.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { SubjectKind } from '@steward/domain/outcomes/reader.ts'
import { nameOf } from '#features/organisation/queries.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import { type ServedColumns, toServed } from './queries-use.ts'
import { withinReadersText } from './queries-reader.ts'

export type KeptLimit = Limit & {
  readonly year: number
  readonly useId: string | null
  readonly memberName: string
  readonly orgName: string
  readonly orgPath: string
}
type Row = Omit<KeptLimit, 'served'> & ServedColumns

const TEXT = `select l.id, l.member_id as "memberId", m.name as "memberName", o.name as "orgName", o.path::text as "orgPath", l.year,
    l.use_id as "useId", l.kind, l.from_on as from, l.until_on as until, l.document, l.served_decider as "servedDecider",
    l.served_body as "servedBody", l.served_decided_on as "servedOn", l.served_reason as "servedReason", l.served_proof as "servedProof",
    l.served_by_account_id as "servedBy", l.lifted_on as "liftedOn", l.lifted_for as "liftedFor"
  from outcome_limit l join member m on m.county_id = l.county_id and m.id = l.member_id
  join party_org o on o.county_id = m.county_id and o.id = m.party_org_id`

function toKept(row: Row): KeptLimit {
  const { servedDecider, servedBody, servedOn, servedReason, servedProof, servedBy, ...limit } = row
  const served = toServed({ servedDecider, servedBody, servedOn, servedReason, servedProof, servedBy })
  if (served === null) throw new Error('A limit carries its five facts')
  return { ...limit, served }
}

export async function findLimit(tx: CountyTx, id: string): Promise<KeptLimit | undefined> {
  const rows = await tx.raw<Row>('outcome-limit-find', `${TEXT} where l.county_id = $1 and l.id = $2`, [id])
  return rows[0] && toKept(rows[0])
}
export async function lockLimit(tx: CountyTx, id: string): Promise<KeptLimit | undefined> {
  const rows = await tx.raw<Row>(
    'outcome-limit-lock',
    `${TEXT} where l.county_id = $1 and l.id = $2 for update of l`,
    [id],
  )
  return rows[0] && toKept(rows[0])
}
export async function findLimitOfUse(tx: CountyTx, useId: string): Promise<KeptLimit | undefined> {
  const rows = await tx.raw<Row>(
    'outcome-limit-of-use',
    `${TEXT} where l.county_id = $1 and l.use_id = $2 order by l.recorded_at desc limit 1`,
    [useId],
  )
  return rows[0] && toKept(rows[0])
}
export async function listLimitsOfMember(tx: CountyTx, memberId: string): Promise<KeptLimit[]> {
  const rows = await tx.raw<Row>(
    'outcome-limit-of-member',
    `${TEXT} where l.county_id = $1 and l.member_id = $2 order by l.from_on desc, l.id`,
    [memberId],
  )
  return rows.map(toKept)
}

/** Limits in force on a day of any of these members, by member and kind: what may not be confirmed now. */
export async function listLimitsInForce(
  tx: CountyTx,
  memberIds: readonly string[],
  on: PlainDate,
): Promise<{ memberId: string; kind: LimitKind; until: PlainDate }[]> {
  return await tx.raw(
    'outcome-limits-in-force',
    `select l.member_id as "memberId", l.kind, l.until_on as until from outcome_limit l where l.county_id = $1 and l.member_id = any($2::uuid[])
       and l.from_on <= $3 and l.until_on >= $3 and (l.lifted_on is null or l.lifted_on > $3)`,
    [memberIds, on],
  )
}

const KIND: SubjectKind = 'limit'

/** A page of limits at and below an organisation: the caller's own, within reach, or on whose list the caller stands. */
export async function listLimitsOf(
  context: Context,
  of: {
    readonly path: string
    readonly year: number | null
    readonly kind: LimitKind | null
    readonly inForceOn: PlainDate | null
  },
  window: { readonly offset: number; readonly limit: number },
): Promise<{ total: number; rows: KeptLimit[] }> {
  const columns = { id: 'l.id', memberId: 'l.member_id', path: 'o.path' }
  const readers = withinReadersText(context, { kind: KIND, handles: 'limit.record' }, columns, 8)
  const text = `select q.* from (select x.*, count(*) over ()::int as total from (${TEXT} where l.county_id = $1 and o.path <@ $2::ltree
      and ($3::int is null or l.year = $3) and ($4::text is null or l.kind = $4)
      and ($5::date is null or (l.from_on <= $5 and l.until_on >= $5 and (l.lifted_on is null or l.lifted_on > $5)))
      and ${readers.text}) x) q order by q.until desc, q.id limit $6 offset $7`
  const rows = await context.tx.raw<Row & { total: number }>(nameOf('outcome-limit-list', text), text, [
    ...[of.path, of.year, of.kind, of.inForceOn, window.limit, window.offset],
    ...readers.values,
  ])
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, ...row }) => toKept(row)) }
}

export async function insertLimit(
  { tx, actor, now }: Context,
  limit: Limit & { readonly year: number; readonly useId: string | null },
): Promise<void> {
  const { served } = limit
  await tx
    .insert('outcome_limit', {
      ...{ id: limit.id, member_id: limit.memberId, use_id: limit.useId, year: limit.year, kind: limit.kind },
      ...{ from_on: limit.from, until_on: limit.until, document: limit.document },
      ...{
        served_decider: served.deciderName,
        served_body: served.body,
        served_decided_on: served.decidedOn,
      },
      ...{ served_reason: served.reason, served_proof: served.proofOfServiceId },
      ...{ served_by: actor.name, served_by_account_id: served.enteredBy, recorded_at: now },
    })
    .execute()
}

export async function saveLimitLifted({ tx, actor }: Context, limit: Limit): Promise<void> {
  await tx
    .update('outcome_limit')
    .set({
      ...{ lifted_on: limit.liftedOn, lifted_for: limit.liftedFor },
      ...{ lifted_by: actor.name, lifted_by_account_id: actor.accountId },
    })
    .where('id', '=', limit.id)
    .execute()
}
