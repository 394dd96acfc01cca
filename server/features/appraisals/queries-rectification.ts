import type { RectificationItem } from '@steward/domain/appraisals/rectification.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'

export type FoundBy = 'self' | 'organisation' | 'masses'
export type ProblemRow = {
  readonly problemId: string
  readonly appraisalId: string
  readonly memberId: string
  readonly name: string
  readonly foundBy: FoundBy
  readonly words: string
  readonly orgId: string
  readonly orgPath: string
  readonly item: KeptItem | null
}
export type KeptItem = Omit<RectificationItem, 'reports'> & {
  readonly ownerMemberId: string
  readonly owner: string
  readonly confirmedByName: string | null
  readonly reports: readonly { readonly on: PlainDate; readonly words: string; readonly by: string }[]
}

const ITEM = `case when i.id is null then null else json_build_object('id', i.id, 'problemId', i.problem_id, 'memberId', i.member_id,
    'ownerId', coalesce(w.id, i.owner_member_id), 'ownerMemberId', i.owner_member_id, 'owner', n.name, 'measure', i.measure,
    'dueOn', i.due_on, 'state', i.state, 'confirmedBy', i.confirmed_by_account_id, 'confirmedByName', i.confirmed_by,
    'confirmedOn', i.confirmed_on,
    'reports', coalesce((select json_agg(json_build_object('on', s.said_on, 'words', s.words, 'by', s.said_by) order by s.id)
      from rectification_report s where s.county_id = i.county_id and s.item_id = i.id), '[]')) end as item`
const TEXT = `select p.id as "problemId", p.appraisal_id as "appraisalId", p.member_id as "memberId", m.name, p.found_by as "foundBy",
    p.words, a.party_org_id as "orgId", o.path::text as "orgPath", ${ITEM}
  from appraisal_problem p join member m on m.county_id = p.county_id and m.id = p.member_id
  join appraisal a on a.county_id = p.county_id and a.id = p.appraisal_id
  join party_org o on o.county_id = a.county_id and o.id = a.party_org_id
  left join rectification_item i on i.county_id = p.county_id and i.problem_id = p.id
  left join member n on n.county_id = i.county_id and n.id = i.owner_member_id
  left join account w on w.county_id = i.county_id and w.member_id = i.owner_member_id`

/** Problems of an appraisal with what is done about each, by name; of one member where one is named. */
export async function listProblems(
  tx: CountyTx,
  appraisalId: string,
  memberId: string | null,
): Promise<ProblemRow[]> {
  return await tx.raw<ProblemRow>(
    'rectification-list',
    `${TEXT} where p.county_id = $1 and p.appraisal_id = $2 and ($3::uuid is null or p.member_id = $3 or i.owner_member_id = $3)
     order by m.name_order, p.id`,
    [appraisalId, memberId],
  )
}

export async function lockProblem(
  tx: CountyTx,
  by: { readonly problemId: string } | { readonly itemId: string },
): Promise<ProblemRow | undefined> {
  const [column, id] = 'problemId' in by ? (['p.id', by.problemId] as const) : (['i.id', by.itemId] as const)
  const rows = await tx.raw<ProblemRow>(
    `rectification-${column}`,
    `${TEXT} where p.county_id = $1 and ${column} = $2 for update of a`,
    [id],
  )
  return rows[0]
}

export async function insertProblem(
  { tx, actor, now }: Context,
  of: { id: string; appraisalId: string; memberId: string; foundBy: FoundBy; words: string },
): Promise<void> {
  await tx
    .insert('appraisal_problem', {
      ...{
        id: of.id,
        appraisal_id: of.appraisalId,
        member_id: of.memberId,
        found_by: of.foundBy,
        words: of.words,
      },
      ...{ recorded_by: actor.name, recorded_by_account_id: actor.accountId, recorded_at: now },
    })
    .execute()
}

export async function insertItem(
  tx: CountyTx,
  item: RectificationItem,
  ownerMemberId: string,
): Promise<void> {
  await tx
    .insert('rectification_item', {
      ...{
        id: item.id,
        problem_id: item.problemId,
        member_id: item.memberId,
        owner_member_id: ownerMemberId,
      },
      ...{ measure: item.measure, due_on: item.dueOn, state: item.state },
    })
    .execute()
}

export async function saveItem(
  tx: CountyTx,
  item: RectificationItem,
  confirmedByName: string | null,
): Promise<void> {
  await tx
    .update('rectification_item')
    .set({
      state: item.state,
      confirmed_by: confirmedByName,
      confirmed_by_account_id: item.confirmedBy,
      confirmed_on: item.confirmedOn,
    })
    .where('id', '=', item.id)
    .execute()
}

export async function insertReport(
  { tx, actor, newId, today }: Context,
  itemId: string,
  words: string,
): Promise<void> {
  await tx
    .insert('rectification_report', {
      ...{
        id: newId(),
        item_id: itemId,
        said_on: today,
        words,
        said_by: actor.name,
        account_id: actor.accountId,
      },
    })
    .execute()
}
