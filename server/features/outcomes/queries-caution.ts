import type { Caution } from '@steward/domain/outcomes/caution.ts'
import type { ServedDecision } from '@steward/domain/shared/adverse-gate.ts'
import type { DocumentNumber } from '@steward/domain/shared/document.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { nameOf } from '#features/organisation/queries.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import { withinReadersText } from './queries-reader.ts'

/** A caution as it is kept, with what stands beside it. */
export type KeptCaution = {
  readonly caution: Caution
  readonly memberName: string
  readonly orgId: string
  readonly orgName: string
  readonly orgPath: string
  readonly bodyOrgId: string
  readonly bodyName: string
  readonly number: DocumentNumber
  readonly feedbackId: string | null
  readonly draftedBy: string
  readonly draftedByAccountId: string
  readonly draftedAt: Date
  readonly servedBy: string | null
  readonly servedOn: PlainDate | null
  readonly endedByName: string | null
  readonly endedById: string | null
  readonly disputed: boolean
  readonly revision: number
}

type Row = Omit<KeptCaution, 'caution' | 'number'> &
  Omit<Caution, 'served'> & {
    numberIssuer: string
    numberYear: number
    numberNo: number
    decider: string | null
    body: string | null
    decidedOn: PlainDate | null
    reason: string | null
    proof: string | null
    servedById: string | null
  }

const COLUMNS = `c.id, c.member_id as "memberId", m.name as "memberName", o.id as "orgId", o.name as "orgName", o.path::text as "orgPath",
  c.body_org_id as "bodyOrgId", b.name as "bodyName", c.help_plan_id as "helpPlanId", c.feedback_id as "feedbackId", c.gaps,
  c.required_change as "requiredChange", c.state, c.number_issuer as "numberIssuer", c.number_year as "numberYear",
  c.number as "numberNo", c.drafted_by as "draftedBy", c.drafted_by_account_id as "draftedByAccountId", c.drafted_at as "draftedAt",
  c.served_decider as decider, c.served_body as body, c.served_decided_on as "decidedOn", c.served_reason as reason,
  c.served_proof as proof, c.served_by as "servedBy", c.served_by_account_id as "servedById", c.served_on as "servedOn", c.answer,
  c.ended_on as "endedOn", c.ended_by as "endedByName", c.ended_by_account_id as "endedById", c.ended_for as "endedFor", c.revision,
  exists (select 1 from appeal a where a.county_id = c.county_id and a.subject_id = c.id and a.subject_kind = 'caution'
    and a.state in ('received', 'assigned')) as disputed`
const FROM = `from caution c join member m on m.county_id = c.county_id and m.id = c.member_id
  join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
  join party_org b on b.county_id = c.county_id and b.id = c.body_org_id`

function toKept(row: Row): KeptCaution {
  const { decidedOn, numberIssuer: issuer, numberYear: year, numberNo: number } = row
  // Kept only after it went through the gate; the check of the table demands all five.
  const served =
    decidedOn === null
      ? null
      : ({
          ...{ deciderName: row.decider ?? '', body: row.body ?? '', decidedOn, reason: row.reason ?? '' },
          ...{ proofOfServiceId: row.proof ?? '', enteredBy: row.servedById ?? '' },
        } as ServedDecision)
  return {
    ...{ memberName: row.memberName, orgId: row.orgId, orgName: row.orgName, orgPath: row.orgPath },
    ...{ bodyOrgId: row.bodyOrgId, bodyName: row.bodyName, number: { issuer, year, number } },
    ...{ feedbackId: row.feedbackId, draftedBy: row.draftedBy, draftedByAccountId: row.draftedByAccountId },
    ...{ draftedAt: new Date(row.draftedAt), servedBy: row.servedBy, servedOn: row.servedOn },
    ...{
      endedByName: row.endedByName,
      endedById: row.endedById,
      disputed: row.disputed,
      revision: row.revision,
    },
    caution: {
      ...{ id: row.id, memberId: row.memberId, helpPlanId: row.helpPlanId, gaps: row.gaps },
      ...{ requiredChange: row.requiredChange, state: row.state, served, answer: row.answer },
      ...{ endedOn: row.endedOn, endedFor: row.endedFor },
    },
  }
}

export async function findCaution(tx: CountyTx, id: string): Promise<KeptCaution | undefined> {
  const rows = await tx.raw<Row>(
    'caution-find',
    `select ${COLUMNS} ${FROM} where c.county_id = $1 and c.id = $2`,
    [id],
  )
  return rows[0] && toKept(rows[0])
}

export async function lockCaution(tx: CountyTx, id: string): Promise<KeptCaution | undefined> {
  const text = `select ${COLUMNS} ${FROM} where c.county_id = $1 and c.id = $2 for no key update of c`
  const rows = await tx.raw<Row>('caution-lock', text, [id])
  return rows[0] && toKept(rows[0])
}

export async function insertCaution(tx: CountyTx, kept: KeptCaution): Promise<void> {
  const { caution, number } = kept
  await tx
    .insert('caution', {
      ...{
        id: caution.id,
        member_id: caution.memberId,
        party_org_id: kept.orgId,
        body_org_id: kept.bodyOrgId,
      },
      ...{ help_plan_id: caution.helpPlanId, feedback_id: kept.feedbackId, gaps: caution.gaps },
      ...{ required_change: caution.requiredChange, state: caution.state },
      ...{ number_issuer: number.issuer, number_year: number.year, number: number.number },
      ...{
        drafted_by: kept.draftedBy,
        drafted_by_account_id: kept.draftedByAccountId,
        drafted_at: kept.draftedAt,
      },
    })
    .execute()
}

export async function saveCaution(tx: CountyTx, kept: KeptCaution): Promise<number> {
  const { served, ...caution } = kept.caution
  await tx
    .update('caution')
    .set({
      state: caution.state,
      served_decider: served?.deciderName ?? null,
      served_body: served?.body ?? null,
      served_decided_on: served?.decidedOn ?? null,
      served_reason: served?.reason ?? null,
      served_proof: served?.proofOfServiceId ?? null,
      served_by_account_id: served?.enteredBy ?? null,
      ...{ served_by: kept.servedBy, served_on: kept.servedOn, answer: caution.answer },
      ...{ ended_on: caution.endedOn, ended_for: caution.endedFor, ended_by: kept.endedByName },
      ...{ ended_by_account_id: kept.endedById, revision: kept.revision + 1 },
    })
    .where('id', '=', caution.id)
    .execute()
  return kept.revision + 1
}

export type CautionCounts = { drafted: number; inForce: number; ended: number }

/** Cautions the caller may read, the newest first. */
export async function listCautions(
  context: Context,
  asked: { readonly show: keyof CautionCounts | 'all'; readonly offset: number; readonly limit: number },
): Promise<{ rows: KeptCaution[]; counts: CautionCounts }> {
  const within = withinReadersText(
    context,
    { kind: 'caution', handles: 'caution.read' },
    { path: 'o.path', memberId: 'c.member_id', id: 'c.id' },
    4,
  )
  const where = `where c.county_id = $1 and ${within.text}`
  const only = asked.show === 'all' ? 'true' : `c.state = '${asked.show}'`
  const counts = ['drafted', 'inForce', 'ended'].map(
    (one) => `'${one}', count(*) filter (where c.state = '${one}')`,
  )
  const text = `select (select json_build_object(${counts.join(', ')}) ${FROM} ${where}) as counts,
    (select coalesce(json_agg(x), '[]'::json) from (select ${COLUMNS} ${FROM} ${where} and ${only}
      order by c.drafted_at desc, c.id offset $2 limit $3) x) as rows`
  const [row] = await context.tx.raw<{ rows: Row[]; counts: CautionCounts }>(nameOf('cautions', text), text, [
    ...[asked.offset, asked.limit],
    ...within.values,
  ])
  if (row === undefined) throw new Error('A statement of sub-selects answers with one row')
  return { rows: row.rows.map(toKept), counts: row.counts }
}

/** Cautions about a member, once they were handed over. */
export async function listCautionsOf(tx: CountyTx, memberId: string): Promise<KeptCaution[]> {
  const text = `select ${COLUMNS} ${FROM} where c.county_id = $1 and c.member_id = $2 and c.state <> 'drafted'
    order by c.served_on desc, c.id limit 50`
  return (await tx.raw<Row>('cautions-of', text, [memberId])).map(toKept)
}

export type PlanRow = { readonly id: string; readonly says: string }

/** Help plans of a member a caution can go with. */
export async function listHelpPlans(tx: CountyTx, memberId: string): Promise<PlanRow[]> {
  return await tx.raw<PlanRow>(
    'caution-plans',
    `select p.id, p.measures as says from help_plan p where p.county_id = $1 and p.member_id = $2
     order by p.made_on desc, p.id limit 10`,
    [memberId],
  )
}

/** What a help plan gives, in the words of the paper. */
export async function findHelpWords(tx: CountyTx, helpPlanId: string): Promise<string> {
  const rows = await tx.raw<{ measures: string; helpers: string[] }>(
    'caution-help',
    `select p.measures, p.helper_names as helpers from help_plan p where p.county_id = $1 and p.id = $2`,
    [helpPlanId],
  )
  const [plan] = rows
  return plan === undefined ? '' : `${plan.measures}\n联系帮助你的人：${plan.helpers.join('、')}。`
}
