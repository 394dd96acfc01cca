import type { CorrectableField, CorrectionRequest } from '@steward/domain/members/correction.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { type Expression, type SqlBool, sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'

export type CorrectionRow = {
  readonly id: string
  readonly member_id: string
  readonly member_name: string
  readonly org_name: string
  readonly field: CorrectableField
  readonly now_shown: string | null
  readonly wanted_sealed: Buffer
  readonly wanted_shown: string
  readonly reason: string
  readonly file_id: string | null
  readonly state: 'open' | 'accepted' | 'refused' | 'withdrawn'
  readonly requested_on: PlainDate
  readonly requested_at: Date
  readonly answer_due_on: PlainDate
  readonly decided_by: string | null
  readonly decided_on: PlainDate | null
  readonly decided_at: Date | null
  readonly decision_reason: string | null
}

function requests(tx: CountyTx) {
  return tx
    .from('correction_request', 'r')
    .innerJoin('member as m', (j) =>
      j.onRef('m.county_id', '=', 'r.county_id').onRef('m.id', '=', 'r.member_id'),
    )
    .innerJoin('party_org as o', (j) =>
      j.onRef('o.county_id', '=', 'm.county_id').onRef('o.id', '=', 'm.party_org_id'),
    )
}

export async function insertCorrection(
  ctx: Context,
  asked: CorrectionRequest,
  kept: { readonly nowShown: string | null; readonly wantedShown: string; readonly fileId: string | null },
): Promise<void> {
  await ctx.tx
    .insert('correction_request', {
      id: asked.id,
      member_id: asked.memberId,
      field: asked.field,
      now_shown: kept.nowShown,
      wanted_sealed: ctx.crypto.seal(asked.to),
      wanted_shown: kept.wantedShown,
      reason: asked.reason,
      file_id: kept.fileId,
      state: 'open',
      requested_on: asked.requestedOn,
      requested_at: ctx.now,
      answer_due_on: asked.answerDueOn,
    })
    .execute()
}

export async function listOpenFields(tx: CountyTx, memberId: string): Promise<CorrectableField[]> {
  const rows = await tx
    .from('correction_request')
    .select('field')
    .where('member_id', '=', memberId)
    .where('state', '=', 'open')
    .execute()
  return rows.map((row) => row.field)
}

/** One request, locked until the transaction ends. */
export async function lockCorrection(tx: CountyTx, id: string): Promise<CorrectionRow | undefined> {
  return await requests(tx)
    .selectAll('r')
    .select(['m.name as member_name', 'o.name as org_name'])
    .where('r.id', '=', id)
    .forUpdate('r')
    .executeTakeFirst()
}

/** Requests in the order their answers fall due; answered ones newest first. */
export async function listRequests(
  tx: CountyTx,
  within: Expression<SqlBool>,
  input: { readonly state: 'open' | 'answered' | 'all'; readonly offset: number; readonly limit: number },
): Promise<{ rows: CorrectionRow[]; total: number }> {
  let found = requests(tx).where(within)
  if (input.state === 'open') found = found.where('r.state', '=', 'open')
  if (input.state === 'answered') found = found.where('r.state', '<>', 'open')
  const counted = await found.select(sql<number>`count(*)::int`.as('total')).executeTakeFirst()
  const rows = await found
    .selectAll('r')
    .select(['m.name as member_name', 'o.name as org_name'])
    .orderBy(sql`case when r.state = 'open' then 0 else 1 end`)
    .orderBy(sql`case when r.state = 'open' then r.answer_due_on end`)
    .orderBy('r.requested_at', 'desc')
    .limit(input.limit)
    .offset(input.offset)
    .execute()
  return { rows, total: counted?.total ?? 0 }
}

export async function saveAnswer(
  ctx: Context,
  id: string,
  state: 'accepted' | 'refused' | 'withdrawn',
  reason: string | null,
): Promise<void> {
  await ctx.tx
    .update('correction_request')
    .set({
      state,
      decided_by_account_id: ctx.actor.accountId,
      decided_by: ctx.actor.name,
      decided_on: ctx.today,
      decided_at: ctx.now,
      decision_reason: reason,
    })
    .where('id', '=', id)
    .execute()
}

/** Requests that wait for an answer at or below an organisation, and those past their day: for things to do. */
export async function countWaitingCorrections(
  tx: CountyTx,
  within: Expression<SqlBool>,
  today: PlainDate,
): Promise<{ open: number; overdue: number; nextDueOn: PlainDate | null }> {
  const found = await requests(tx)
    .where(within)
    .where('r.state', '=', 'open')
    .select([
      sql<number>`count(*)::int`.as('open'),
      sql<number>`(count(*) filter (where r.answer_due_on < ${today}))::int`.as('overdue'),
      sql<PlainDate | null>`min(r.answer_due_on)`.as('nextDueOn'),
    ])
    .executeTakeFirst()
  return found ?? { open: 0, overdue: 0, nextDueOn: null }
}
