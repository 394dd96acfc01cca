import type { Taking, Task, TaskMove } from '@steward/domain/claims/task.ts'
import type { OrgField, OrgKind } from '@steward/domain/organisation/party-org.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { toPoints } from '@steward/domain/shared/points.ts'
import { nameOf } from '#features/organisation/queries.ts'
import type { Access } from '#platform/access.ts'
import type { CountyTx } from '#platform/db.ts'

export type TaskRow = Omit<Task, 'least' | 'most' | 'taken'> & {
  readonly least: number
  readonly most: number
  readonly takings: readonly (Taking & { readonly name: string })[]
  readonly orgName: string
  readonly orgPath: string
  readonly orgKind: OrgKind
  readonly orgField: OrgField
  readonly announcedBy: string | null
  readonly endReason: string
  readonly credited: number
  readonly revision: number
}

const COLUMNS = `t.id, t.party_org_id as "orgId", t.kind, t.item_code as "itemCode", t.title, t.what, t.least, t.most,
  t.starts_on as "startsOn", t.due_on as "dueOn", t.places, t.state, t.announced_on as "announcedOn",
  t.announced_by as "announcedBy", t.end_reason as "endReason", t.revision, o.name as "orgName", o.path::text as "orgPath",
  o.kind as "orgKind", o.field as "orgField",
  (select count(*)::int from claim c where c.county_id = t.county_id and c.task_id = t.id
    and c.state in ('approved', 'adjusted')) as credited,
  (select coalesce(json_agg(json_build_object('memberId', g.member_id, 'name', m.name, 'on', g.taken_on, 'state', g.state,
      'word', nullif(g.word, '')) order by g.taken_at, g.id), '[]'::json)
    from task_taking g join member m on m.county_id = g.county_id and m.id = g.member_id
    where g.county_id = t.county_id and g.task_id = t.id) as takings`
const FROM = `from task t join party_org o on o.county_id = t.county_id and o.id = t.party_org_id`

export type KeptTask = { readonly row: TaskRow; readonly task: Task }

export function toKept(row: TaskRow): KeptTask {
  const { takings, least, most, ...rest } = row
  const taken = takings.map(({ memberId, on, state, word }) => ({ memberId, on, state, word }))
  const { id, orgId, kind, itemCode, title, what, startsOn, dueOn, places, state, announcedOn } = rest
  const values = { least: toPoints(least), most: toPoints(most), taken }
  return {
    row,
    task: { id, orgId, kind, itemCode, title, what, startsOn, dueOn, places, state, announcedOn, ...values },
  }
}

export function countTaken({ taken }: Task): number {
  return taken.filter(({ state }) => state === 'taken').length
}

/** One task; held when its places are counted or it is changed. Takings are read after the lock. */
export async function lockTask(
  tx: CountyTx,
  taskId: string,
  how: 'look' | 'hold',
): Promise<KeptTask | undefined> {
  const text = `select ${COLUMNS} ${FROM} where t.county_id = $1 and t.id = $2`
  const [, [row]] = await Promise.all([
    how === 'hold'
      ? tx.raw('task-hold', `select t.id from task t where t.county_id = $1 and t.id = $2 for update`, [
          taskId,
        ])
      : undefined,
    tx.raw<TaskRow>('task-find', text, [taskId]),
  ])
  return row === undefined ? undefined : toKept(row)
}

/** Adds a draft. */
export async function insertTask(
  tx: CountyTx,
  task: Task,
  by: { readonly name: string; readonly accountId: string | null; readonly at: Date },
): Promise<void> {
  await tx
    .insert('task', {
      id: task.id,
      party_org_id: task.orgId,
      kind: task.kind,
      item_code: task.itemCode,
      title: task.title,
      what: task.what,
      least: task.least,
      most: task.most,
      starts_on: task.startsOn,
      due_on: task.dueOn,
      places: task.places,
      state: task.state,
      announced_by: task.announcedOn === null ? null : by.name,
      announced_on: task.announcedOn,
      drafted_by: by.name,
      drafted_by_account_id: by.accountId,
      drafted_at: by.at,
    })
    .execute()
}

/** Saves words, value, days and state; answers with the new revision. */
export async function saveTask(
  tx: CountyTx,
  { row, task }: KeptTask,
  by: { readonly name: string; readonly at: Date; readonly endReason?: string },
): Promise<number> {
  const ended = task.state === 'closed' || task.state === 'cancelled'
  const announcedNow = row.announcedOn === null && task.announcedOn !== null
  const saved = await tx
    .update('task')
    .set({
      title: task.title,
      what: task.what,
      least: task.least,
      most: task.most,
      starts_on: task.startsOn,
      due_on: task.dueOn,
      places: task.places,
      state: task.state,
      announced_on: task.announcedOn,
      announced_by: announcedNow ? by.name : row.announcedBy,
      ended_by: ended ? by.name : null,
      ended_at: ended ? by.at : null,
      end_reason: by.endReason ?? row.endReason,
      revision: row.revision + 1,
    })
    .where('id', '=', task.id)
    .returning('revision')
    .executeTakeFirstOrThrow()
  return saved.revision
}

export async function insertTaskMove(
  tx: CountyTx,
  move: {
    readonly id: string
    readonly taskId: string
    readonly move: TaskMove
    readonly memberId: string | null
    readonly facts: Readonly<Record<string, unknown>>
    readonly reason: string
    readonly by: string
    readonly accountId: string | null
    readonly at: Date
  },
): Promise<void> {
  await tx
    .insert('task_move', {
      id: move.id,
      task_id: move.taskId,
      move: move.move,
      member_id: move.memberId,
      facts: JSON.stringify(move.facts),
      reason: move.reason,
      by_name: move.by,
      account_id: move.accountId,
      moved_at: move.at,
    })
    .execute()
}

export async function insertTaking(
  tx: CountyTx,
  taking: {
    readonly id: string
    readonly taskId: string
    readonly memberId: string
    readonly on: PlainDate
    readonly at: Date
  },
): Promise<void> {
  await tx
    .insert('task_taking', {
      id: taking.id,
      task_id: taking.taskId,
      member_id: taking.memberId,
      state: 'taken',
      taken_on: taking.on,
      taken_at: taking.at,
    })
    .execute()
}

export async function endTaking(
  tx: CountyTx,
  taking: { readonly taskId: string; readonly memberId: string; readonly word: string; readonly at: Date },
): Promise<void> {
  await tx
    .update('task_taking')
    .set({ state: 'givenBack', word: taking.word, ended_at: taking.at })
    .where('task_id', '=', taking.taskId)
    .where('member_id', '=', taking.memberId)
    .where('state', '=', 'taken')
    .execute()
}

/** Announced tasks of a member's branch and of the organisations above it that are not over, and those the member took this year. */
export async function listTasksFor(tx: CountyTx, memberId: string, today: PlainDate): Promise<KeptTask[]> {
  const rows = await tx.raw<TaskRow>(
    'tasks-for-member',
    `select ${COLUMNS} ${FROM} join member m on m.county_id = $1 and m.id = $2
     join party_org b on b.county_id = $1 and b.id = m.party_org_id
     where t.county_id = $1 and o.path @> b.path and t.state in ('announced', 'closed')
       and (t.state = 'announced' and t.due_on >= $3 or exists (select 1 from task_taking g where g.county_id = $1
         and g.task_id = t.id and g.member_id = $2 and g.state = 'taken' and t.due_on >= date_trunc('year', $3::date)))
     order by t.due_on, t.id limit 100`,
    [memberId, today],
  )
  return rows.map(toKept)
}

type TaskFilter = {
  readonly orgId?: string | undefined
  readonly show: 'open' | 'drafted' | 'ended' | 'all'
  readonly offset: number
  readonly limit: number
}
export type TaskCounts = { open: number; drafted: number; ended: number; all: number }

/** Tasks of organisations whose tasks the caller announces. */
export async function listTasks(
  tx: CountyTx,
  access: Access,
  filter: TaskFilter,
): Promise<{ rows: KeptTask[]; counts: TaskCounts }> {
  const within = access.withinText('task.announce', { path: 'o.path' }, 6)
  const base = `where t.county_id = $1 and ($2::uuid is null or t.party_org_id = $2) and ${within.text}`
  const shown = `case t.state when 'announced' then 'open' when 'drafted' then 'drafted' else 'ended' end`
  const text = `select ${COLUMNS} ${FROM} ${base} and ($3 = 'all' or ${shown} = $3)
    order by t.state = 'announced' desc, t.due_on desc, t.id limit $4 offset $5`
  const countText = `select count(*) filter (where ${shown} = 'open')::int as open,
    count(*) filter (where ${shown} = 'drafted')::int as drafted, count(*) filter (where ${shown} = 'ended')::int as ended,
    count(*)::int as all ${FROM} ${base} and $3::text is not null and $4::int is not null and $5::int is not null`
  const values = [filter.orgId ?? null, filter.show, filter.limit, filter.offset, ...within.values]
  const [rows, counts] = await Promise.all([
    tx.raw<TaskRow>(nameOf('tasks', text), text, values),
    tx.raw<TaskCounts>(nameOf('tasks-count', countText), countText, values),
  ])
  return { rows: rows.map(toKept), counts: counts[0] ?? { open: 0, drafted: 0, ended: 0, all: 0 } }
}

/** What happened to a task, and where the claims for it stand. */
export async function loadTaskHistory(
  tx: CountyTx,
  taskId: string,
): Promise<{
  steps: { move: TaskMove; by: string; at: Date; reason: string }[]
  claims: { memberId: string; id: string; state: string; credited: number | null }[]
}> {
  const [steps, claims] = await Promise.all([
    tx.raw<{ move: TaskMove; by: string; at: Date; reason: string }>(
      'task-steps',
      `select move, by_name as by, moved_at as at, reason from task_move where county_id = $1 and task_id = $2
       order by moved_at, id`,
      [taskId],
    ),
    tx.raw<{ memberId: string; id: string; state: string; credited: number | null }>(
      'task-claims',
      `select c.member_id as "memberId", c.id, c.state, e.credited from claim c
       left join ledger_entry e on e.county_id = c.county_id and e.id = c.entry_id
       where c.county_id = $1 and c.task_id = $2 order by c.submitted_at`,
      [taskId],
    ),
  ])
  return { steps, claims }
}
