import type { Pledge } from '@steward/domain/pledges/pledge.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { rolesHolding } from '@steward/domain/access/roles.ts'
import type { Access } from '#platform/access.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import { nameOf } from '#features/organisation/queries.ts'
import { readFromAbove } from './queries-things.ts'
import { fromPeriod, PLEDGE_COLUMNS, PLEDGE_FROM, type PledgeColumns } from './queries-row.ts'

/** One pledge with what screens and rules need. */
export async function findPledge(tx: CountyTx, id: string): Promise<PledgeColumns | undefined> {
  const text = `select ${PLEDGE_COLUMNS} ${PLEDGE_FROM} where p.county_id = $1 and p.id = $2`
  const [row] = await tx.raw<PledgeColumns>('pledge-find', text, [id])
  return row
}

/** Pledges locked in the order of their ids, so that two who take several do not wait for each other. */
export async function lockPledges(tx: CountyTx, ids: readonly string[]): Promise<PledgeColumns[]> {
  // The rows are locked before they are read: what counts beside them (returns) then stands still too.
  const lock = `select p.id from pledge p where p.county_id = $1 and p.id = any($2::uuid[]) order by p.id for update`
  await tx.raw('pledge-lock', lock, [ids])
  const text = `select ${PLEDGE_COLUMNS} ${PLEDGE_FROM} where p.county_id = $1 and p.id = any($2::uuid[]) order by p.id`
  return await tx.raw<PledgeColumns>('pledge-locked', text, [ids])
}

/** One of them. */
export async function lockPledge(tx: CountyTx, id: string): Promise<PledgeColumns | undefined> {
  return (await lockPledges(tx, [id]))[0]
}

/** Pledges of a member in a year, in the order in which they were begun. */
export async function listPledgesOf(tx: CountyTx, memberId: string, year: number): Promise<PledgeColumns[]> {
  return await tx.raw<PledgeColumns>(
    'pledges-of-member',
    `select ${PLEDGE_COLUMNS} ${PLEDGE_FROM} where p.county_id = $1 and p.member_id = $2 and p.year = $3
       and p.state <> 'withdrawn' order by p.created_at, p.id limit 100`,
    [memberId, year],
  )
}

/** Pledges of a branch in a year: of the members now in it and of the organisation itself; drafts of members are their own. */
export async function listPledgesIn(
  tx: CountyTx,
  orgId: string,
  year: number,
  published: boolean,
): Promise<PledgeColumns[]> {
  return await tx.raw<PledgeColumns>(
    'pledges-in-org',
    `select ${PLEDGE_COLUMNS} ${PLEDGE_FROM}
     where p.county_id = $1 and p.state not in ('drafted', 'withdrawn') and (not $4::boolean or p.published_on is not null)
       and p.id in (select x.id from member y join pledge x on x.county_id = y.county_id and x.member_id = y.id and x.year = $3
         where y.county_id = $1 and y.party_org_id = $2
         union all select x.id from pledge x where x.county_id = $1 and x.party_org_id = $2 and x.member_id is null and x.year = $3)
     order by p.member_id is not null, m.name_order, m.id, p.created_at, p.id limit 2000`,
    [orgId, year, published],
  )
}

/** Pledges of an organisation itself, drafts too: those who write for it share them. */
export async function listOrgPledges(tx: CountyTx, orgId: string, year: number): Promise<PledgeColumns[]> {
  return await tx.raw<PledgeColumns>(
    'pledges-of-org',
    `select ${PLEDGE_COLUMNS} ${PLEDGE_FROM} where p.county_id = $1 and p.party_org_id = $2 and p.member_id is null
       and p.year = $3 and p.state <> 'withdrawn' order by p.created_at, p.id limit 200`,
    [orgId, year],
  )
}

export type QueueColumns = PledgeColumns & {
  readonly others: number
  readonly keptBefore: number
  readonly pledgedBefore: number
}

// From above reads whoever stands nearest and did not write it, so that a county is not shown what its committees read.
const NEAREST = `(select w.path from role_grant g join party_org w on w.county_id = g.county_id and w.id = g.party_org_id
  where g.county_id = $1 and g.revoked_at is null and g.role = any($5::text[]) and w.path @> o.path
    and (p.member_id is not null or g.account_id is distinct from p.entered_by_account_id)
  order by nlevel(w.path) desc limit 1) = any($6::ltree[])`

/**
 * Pledges that wait, the longest first: of members to who reads in the branch, of organisations and of those who read
 * themselves to who reads from above. A committee that names a branch sees all of it.
 */
export async function listQueue(
  tx: CountyTx,
  access: Access,
  asked: { orgId: string | null; limit: number; readerRoles: readonly string[]; from: readonly string[] },
): Promise<{ rows: QueueColumns[]; total: number }> {
  const inside = access.withinText('pledge.review', { path: 'o.path' }, 7)
  const above = access.withinText('pledge.review-above', { path: 'o.path' }, 7 + inside.values.length)
  const from = `${PLEDGE_FROM} where p.county_id = $1 and p.state in ('submitted', 'toTalk')
    and ($2::uuid is null or o.id = $2) and $3::int is not null and (p.member_id is not null and ${inside.text} or ${above.text}
      and ($2::uuid is not null or ${readFromAbove('$4')} and ${NEAREST}))`
  const rowsText = `select ${PLEDGE_COLUMNS},
    (select count(*)::int from pledge q where q.county_id = $1 and q.member_id = p.member_id and q.year = p.year
      and q.id <> p.id and q.state not in ('drafted', 'withdrawn')) as others,
    (select count(*)::int from pledge q where q.county_id = $1 and q.member_id = p.member_id and q.year = p.year - 1
      and q.state = 'fulfilled') as "keptBefore",
    (select count(*)::int from pledge q where q.county_id = $1 and q.member_id = p.member_id and q.year = p.year - 1
      and q.published_on is not null) as "pledgedBefore"
    ${from} order by p.submitted_at, p.id limit $3`
  const aboveRoles = rolesHolding('pledge.review-above')
  const values = [
    ...[asked.orgId, asked.limit, asked.readerRoles, aboveRoles, asked.from],
    ...inside.values,
    ...above.values,
  ]
  const rows = await tx.raw<QueueColumns>(nameOf('pledge-queue', rowsText), rowsText, values)
  if (rows.length < asked.limit) return { rows, total: rows.length }
  const countText = `select count(*)::int as total ${from}`
  const [counted] = await tx.raw<{ total: number }>(
    nameOf('pledge-queue-count', countText),
    countText,
    values,
  )
  return { rows, total: counted?.total ?? 0 }
}

export type NewPledge = {
  readonly pledge: Pledge
  readonly skill: string
  readonly entry: 'member' | 'helper' | 'secretary' | 'organisation'
  readonly consentOn: PlainDate | null
  readonly consentHow: string
  readonly paperFileId: string | null
}

/** The columns a rule may have changed, in the order in which SAVE takes them. */
function columnsOf(pledge: Pledge, skill: string) {
  const { fields } = pledge
  return {
    ...fromPeriod(pledge.period),
    text: pledge.text,
    object: fields.object,
    measure: fields.measure,
    quantity_hundredths: fields.quantity?.hundredths ?? null,
    quantity_unit: fields.quantity?.unit ?? '',
    due_on: fields.dueOn,
    evidence: [...fields.evidence],
    source: fields.source,
    skill,
    plan_item_id: pledge.planItemId,
    state: pledge.state,
    submitted_on: pledge.submittedOn,
    late: pledge.late,
    published_on: pledge.publishedOn,
  }
}

/** Adds a pledge with the first line of its way. */
export async function insertPledge(
  { tx, actor, now, today, newId }: Context,
  made: NewPledge,
): Promise<void> {
  const { pledge, skill } = made
  await tx
    .insert('pledge', {
      id: pledge.id,
      party_org_id: pledge.pledger.orgId,
      member_id: pledge.pledger.kind === 'member' ? pledge.pledger.memberId : null,
      ...columnsOf(pledge, skill),
      submitted_at: pledge.submittedOn === null ? null : now,
      entered_as: made.entry,
      entered_by: actor.name,
      entered_by_account_id: actor.accountId,
      consent_on: made.consentOn,
      consent_how: made.consentHow,
      paper_file_id: made.paperFileId,
      created_at: now,
      changed_at: now,
    })
    .execute()
  await tx
    .insert('pledge_move', {
      id: newId(),
      pledge_id: pledge.id,
      from_state: null,
      to_state: pledge.state,
      moved_by: actor.name,
      moved_by_account_id: actor.accountId,
      moved_on: today,
      moved_at: now,
    })
    .execute()
}

const SAVE = `with saved as (update pledge set period_kind = $3, year = $4, quarter = $5, month = $6, text = $7, object = $8,
    measure = $9, quantity_hundredths = $10, quantity_unit = $11, due_on = $12, evidence = $13, source = $14, skill = $15,
    plan_item_id = $16, state = $17, submitted_on = $18, late = $19, published_on = $20, revision = revision + 1,
    changed_at = $21, submitted_at = case when $17 = 'submitted' and state in ('drafted', 'returned') then $21 else submitted_at end
  where county_id = $1 and id = $2)
insert into pledge_move (county_id, id, pledge_id, from_state, to_state, note, moved_by, moved_by_account_id, moved_on, moved_at)
  select $1, $22, $2, $23, $17, $24, $25, $26, $27, $21 where $23::text is distinct from $17::text`

/** Keeps what a rule decided, with a line of the way where the state changed, in one statement. */
export async function savePledge(
  { tx, actor, now, today, newId }: Context,
  before: PledgeColumns,
  pledge: Pledge,
  more: { readonly skill?: string; readonly note?: string } = {},
): Promise<void> {
  const columns = columnsOf(pledge, more.skill ?? before.skill)
  await tx.raw('pledge-save', SAVE, [
    pledge.id,
    ...Object.values(columns),
    now,
    newId(),
    before.state,
    more.note ?? '',
    actor.name,
    actor.accountId,
    today,
  ])
}

/** Publishes pledges together: state, day and line of the way, in one statement. */
export async function savePublished(
  { tx, actor, now, today, newId }: Context,
  ids: readonly string[],
): Promise<void> {
  await tx.raw(
    'pledges-publish',
    `with saved as (update pledge set state = 'published', published_on = $3, revision = revision + 1, changed_at = $4
       where county_id = $1 and id = any($2::uuid[]))
     insert into pledge_move (county_id, id, pledge_id, from_state, to_state, moved_by, moved_by_account_id, moved_on, moved_at)
       select $1, m.id, m.pledge_id, 'accepted', 'published', $6, $7, $3, $4
       from unnest($5::uuid[], $2::uuid[]) as m (id, pledge_id)`,
    [ids, today, now, ids.map(() => newId()), actor.name, actor.accountId],
  )
}

/** The page of an organisation, opened with `code` unless it is there. */
export async function keepPage({ tx, actor, now }: Context, orgId: string, code: string): Promise<void> {
  await tx
    .insert('pledge_page', {
      party_org_id: orgId,
      code,
      opened_by: actor.name,
      opened_by_account_id: actor.accountId,
      opened_at: now,
    })
    .onConflict((on) => on.columns(['county_id', 'party_org_id']).doNothing())
    .execute()
}

/** Confirms what another person wrote down. */
export async function saveConfirmed({ tx, now }: Context, pledgeId: string): Promise<void> {
  await tx.update('pledge').set({ confirmed_at: now }).where('id', '=', pledgeId).execute()
}
