import type { Sanction, SanctionRecord } from '@steward/domain/outcomes/discipline.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { nameOf } from '#features/organisation/queries.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import { withinReadersText } from './queries-reader.ts'

/** Keeps a sanction as the competent body decided it; false where the same paper was recorded before. */
export async function insertSanction(
  { tx, actor, now }: Context,
  record: SanctionRecord,
  more: { readonly orgId: string; readonly complex: boolean; readonly effectUntil: PlainDate },
): Promise<boolean> {
  const { served } = record
  const inserted = await tx
    .insert('sanction', {
      ...{ id: record.id, member_id: record.memberId, party_org_id: more.orgId, sanction: record.sanction },
      ...{
        document_number: record.documentNumber,
        deciding_level: record.decidingLevel,
        complex: more.complex,
      },
      ...{ probation_years: record.probationYears, decider_name: served.deciderName, body: served.body },
      ...{ decided_on: served.decidedOn, reason: served.reason, proof_of_service: served.proofOfServiceId },
      ...{
        effect_until_on: more.effectUntil,
        recorded_by: actor.name,
        recorded_by_account_id: served.enteredBy,
      },
      recorded_at: now,
    })
    .onConflict((on) => on.columns(['county_id', 'member_id', 'document_number']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export type SanctionRow = {
  readonly id: string
  readonly memberId: string
  readonly memberName: string
  readonly orgName: string
  readonly orgPath: string
  readonly sanction: Sanction
  readonly documentNumber: string
  readonly body: string
  readonly decidedOn: PlainDate
  readonly effectUntil: PlainDate
}

/** Sanctions the caller may read, newest first. */
export async function listSanctionRows(
  context: Context,
  after: string | null,
  limit: number,
): Promise<SanctionRow[]> {
  const readers = withinReadersText(
    context,
    { kind: 'sanction', handles: 'sanction.read' },
    { id: 's.id', memberId: 's.member_id', path: 'o.path' },
    4,
  )
  const text = `select s.id, s.member_id as "memberId", m.name as "memberName", o.name as "orgName", o.path::text as "orgPath",
      s.sanction, s.document_number as "documentNumber", s.body, s.decided_on as "decidedOn", s.effect_until_on as "effectUntil"
    from sanction s join member m on m.county_id = s.county_id and m.id = s.member_id
    join party_org o on o.county_id = s.county_id and o.id = s.party_org_id
    where s.county_id = $1 and ($2::uuid is null or s.id < $2) and ${readers.text} order by s.id desc limit $3`
  return await context.tx.raw<SanctionRow>(nameOf('sanction-list', text), text, [
    after,
    limit,
    ...readers.values,
  ])
}

/** Sanctions of one member with their reasons: for the member. */
export async function listSanctionsOf(tx: CountyTx, memberId: string) {
  return await tx.raw<{
    id: string
    sanction: Sanction
    documentNumber: string
    body: string
    decidedOn: PlainDate
    effectUntil: PlainDate
    reason: string
  }>(
    'sanction-own',
    `select s.id, s.sanction, s.document_number as "documentNumber", s.body, s.decided_on as "decidedOn",
       s.effect_until_on as "effectUntil", s.reason from sanction s
     where s.county_id = $1 and s.member_id = $2 order by s.decided_on desc, s.id`,
    [memberId],
  )
}

/** The last day on which a sanction keeps members from promotion, for those named who have one. The door for drafts of uses. */
export async function listPromotionLimits(
  tx: CountyTx,
  memberIds: readonly string[],
  on: PlainDate,
): Promise<Map<string, PlainDate>> {
  const rows = await tx.raw<{ memberId: string; until: PlainDate }>(
    'sanction-limits',
    `select s.member_id as "memberId", max(s.effect_until_on) as until from sanction s
     where s.county_id = $1 and s.member_id = any($2::uuid[]) and s.effect_until_on >= $3 group by s.member_id`,
    [memberIds, on],
  )
  return new Map(rows.map(({ memberId, until }) => [memberId, until]))
}

/** One sanction, for an appeal against it. */
export async function findSanction(tx: CountyTx, id: string) {
  const rows = await tx.raw<{
    id: string
    memberId: string
    orgId: string
    sanction: Sanction
    documentNumber: string
    body: string
    decidedOn: PlainDate
    recordedBy: string
  }>(
    'sanction-find',
    `select s.id, s.member_id as "memberId", s.party_org_id as "orgId", s.sanction, s.document_number as "documentNumber", s.body,
       s.decided_on as "decidedOn", s.recorded_by_account_id as "recordedBy" from sanction s where s.county_id = $1 and s.id = $2`,
    [id],
  )
  return rows[0]
}
