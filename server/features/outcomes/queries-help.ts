import type { HelpPlan } from '@steward/domain/outcomes/help-plan.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { nameOf } from '#features/organisation/queries.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import { withinReadersText } from './queries-reader.ts'

export type KeptHelpPlan = Omit<HelpPlan, 'steps'> & {
  readonly steps: readonly { readonly on: PlainDate; readonly words: string; readonly by: string }[]
  readonly memberName: string
  readonly orgId: string
  readonly orgName: string
  readonly orgPath: string
  readonly madeBy: string
  readonly madeOn: PlainDate
  readonly evaluatedByName: string | null
}

const TEXT = `select p.id, p.member_id as "memberId", m.name as "memberName", p.party_org_id as "orgId", o.name as "orgName", o.path::text as "orgPath",
    p.year, p.gaps, p.measures, p.helper_names as "helperNames", p.from_on as from, p.until_on as until, p.state, p.member_word as "memberWord",
    p.result, p.made_by as "madeBy", p.made_on as "madeOn", p.evaluated_by as "evaluatedByName", p.evaluated_by_account_id as "evaluatedBy",
    p.evaluated_on as "evaluatedOn", (select coalesce(json_agg(json_build_object('on', s.done_on, 'words', s.words, 'by', s.noted_by)
      order by s.done_on, s.id), '[]'::json) from help_step s where s.county_id = p.county_id and s.help_plan_id = p.id) as steps
  from help_plan p join member m on m.county_id = p.county_id and m.id = p.member_id
  join party_org o on o.county_id = p.county_id and o.id = p.party_org_id`

export async function findHelpPlan(tx: CountyTx, id: string): Promise<KeptHelpPlan | undefined> {
  const rows = await tx.raw<KeptHelpPlan>('help-plan-find', `${TEXT} where p.county_id = $1 and p.id = $2`, [
    id,
  ])
  return rows[0]
}
export async function lockHelpPlan(tx: CountyTx, id: string): Promise<KeptHelpPlan | undefined> {
  await tx.raw(
    'help-plan-lock',
    `select p.id from help_plan p where p.county_id = $1 and p.id = $2 for update`,
    [id],
  )
  return await findHelpPlan(tx, id)
}
export async function findHelpPlanOf(tx: CountyTx, useId: string): Promise<{ id: string } | undefined> {
  const rows = await tx.raw<{ id: string }>(
    'help-plan-of-use',
    `select p.id from help_plan p where p.county_id = $1 and p.use_id = $2 limit 1`,
    [useId],
  )
  return rows[0]
}
export async function listHelpPlansOfMember(tx: CountyTx, memberId: string): Promise<KeptHelpPlan[]> {
  return await tx.raw<KeptHelpPlan>(
    'help-plan-of-member',
    `${TEXT} where p.county_id = $1 and p.member_id = $2 order by p.from_on desc, p.id`,
    [memberId],
  )
}

/** Plans at and below an organisation: the caller's own, within reach, or on whose list the caller stands. */
export async function listHelpPlansOf(
  context: Context,
  of: { readonly path: string; readonly year: number | null; readonly state: string | null },
  window: { readonly offset: number; readonly limit: number },
): Promise<{ total: number; rows: KeptHelpPlan[] }> {
  const columns = { id: 'p.id', memberId: 'p.member_id', path: 'o.path' }
  const readers = withinReadersText(context, { kind: 'helpPlan', handles: 'outcome.read' }, columns, 7)
  const text = `select q.* from (select x.*, count(*) over ()::int as total from (${TEXT} where p.county_id = $1 and o.path <@ $2::ltree
      and ($3::int is null or p.year = $3) and ($4::text is null or p.state = $4) and ${readers.text}) x) q
    order by q.state desc, q.until, q.id limit $5 offset $6`
  const rows = await context.tx.raw<KeptHelpPlan & { total: number }>(nameOf('help-plan-list', text), text, [
    ...[of.path, of.year, of.state, window.limit, window.offset],
    ...readers.values,
  ])
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, ...row }) => row) }
}

/** The drafted help of a grade, which a plan answers. */
export async function lockHelpUse(
  tx: CountyTx,
  memberId: string,
  year: number,
): Promise<{ id: string } | undefined> {
  const rows = await tx.raw<{ id: string }>(
    'help-use-lock',
    `select u.id from outcome_use u where u.county_id = $1 and u.member_id = $2 and u.year = $3 and u.use = 'helpPlan' and u.state = 'drafted' for update`,
    [memberId, year],
  )
  return rows[0]
}

export async function insertHelpPlan(
  { tx, actor, today }: Context,
  plan: HelpPlan & { readonly orgId: string; readonly useId: string | null },
): Promise<boolean> {
  const made = await tx
    .insert('help_plan', {
      ...{
        id: plan.id,
        member_id: plan.memberId,
        party_org_id: plan.orgId,
        use_id: plan.useId,
        year: plan.year,
      },
      ...{ gaps: plan.gaps.trim(), measures: plan.measures.trim(), helper_names: [...plan.helperNames] },
      ...{ from_on: plan.from, until_on: plan.until, state: plan.state, made_by: actor.name },
      ...{ made_by_account_id: actor.accountId ?? '', made_on: today },
    })
    .onConflict((on) => on.columns(['county_id', 'member_id']).where('state', '=', 'running').doNothing())
    .returning('id')
    .execute()
  return made.length > 0
}

export async function insertHelpStep(
  { tx, actor, now, newId }: Context,
  planId: string,
  step: { readonly on: PlainDate; readonly words: string },
): Promise<void> {
  await tx
    .insert('help_step', {
      ...{ id: newId(), help_plan_id: planId, done_on: step.on, words: step.words },
      ...{ noted_by: actor.name, noted_by_account_id: actor.accountId ?? '', noted_at: now },
    })
    .execute()
}

export async function saveHelpEvaluated({ tx, actor }: Context, plan: HelpPlan): Promise<void> {
  await tx
    .update('help_plan')
    .set({
      ...{ state: plan.state, member_word: plan.memberWord, result: plan.result, evaluated_by: actor.name },
      ...{ evaluated_by_account_id: plan.evaluatedBy, evaluated_on: plan.evaluatedOn },
    })
    .where('id', '=', plan.id)
    .execute()
}
