import type { FeedbackState } from '@steward/domain/appraisals/feedback.ts'
import { cadreUses } from '@steward/domain/outcomes/outcome-drafting.ts'
import type { CompetentBody, OutcomeUse, UseKind } from '@steward/domain/outcomes/outcome-table.ts'
import type { RecordedUse, UseState } from '@steward/domain/outcomes/outcome-use.ts'
import type { ServedDecision } from '@steward/domain/shared/adverse-gate.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { escapeLike } from '#features/members/queries-roll.ts'
import { nameOf } from '#features/organisation/queries.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'

/** A use with what a screen and a decision need around it. */
export type KeptUse = RecordedUse & {
  readonly appraisalId: string
  readonly memberName: string
  readonly orgId: string
  readonly orgName: string
  readonly orgPath: string
  readonly draftedOn: PlainDate
  readonly decidedByName: string | null
  readonly feedbackState: FeedbackState | null
  readonly disputed: boolean
}

export type ServedColumns = {
  readonly servedDecider: string | null
  readonly servedBody: string | null
  readonly servedOn: PlainDate | null
  readonly servedReason: string | null
  readonly servedProof: string | null
  readonly servedBy: string | null
}
type Row = Omit<KeptUse, 'served'> & ServedColumns

export function toServed(row: ServedColumns): ServedDecision | null {
  if (row.servedOn === null) return null
  // Kept only after it went through the gate; the check of the table demands all five.
  return {
    deciderName: row.servedDecider ?? '',
    body: row.servedBody ?? '',
    decidedOn: row.servedOn,
    reason: row.servedReason ?? '',
    proofOfServiceId: row.servedProof ?? '',
    enteredBy: row.servedBy ?? '',
  } as ServedDecision
}

const COLUMNS = `u.id, u.appraisal_id as "appraisalId", u.member_id as "memberId", m.name as "memberName", u.party_org_id as "orgId",
  o.name as "orgName", o.path::text as "orgPath", u.year, u.grade, u.use, u.kind, u.body, u.state, u.drafted_on as "draftedOn",
  u.decided_by as "decidedByName", u.decided_by_account_id as "decidedBy", u.decided_on as "decidedOn", u.document, u.reason,
  u.served_decider as "servedDecider", u.served_body as "servedBody", u.served_decided_on as "servedOn", u.served_reason as "servedReason",
  u.served_proof as "servedProof", u.served_by_account_id as "servedBy", f.state as "feedbackState",
  exists (select 1 from objection j where j.county_id = f.county_id and j.subject_kind = 'grade' and j.subject_id = f.id::text
    and j.state in ('received', 'assigned')) as disputed`
const JOINS = `join party_org o on o.county_id = u.county_id and o.id = u.party_org_id
  join member m on m.county_id = u.county_id and m.id = u.member_id
  left join grade_feedback f on f.county_id = u.county_id and f.appraisal_id = u.appraisal_id and f.member_id = u.member_id`

function toKept({
  servedDecider,
  servedBody,
  servedOn,
  servedReason,
  servedProof,
  servedBy,
  ...use
}: Row): KeptUse {
  return {
    ...use,
    served: toServed({ servedDecider, servedBody, servedOn, servedReason, servedProof, servedBy }),
  }
}

export async function findUse(tx: CountyTx, id: string): Promise<KeptUse | undefined> {
  const rows = await tx.raw<Row>(
    'outcome-use-find',
    `select ${COLUMNS} from outcome_use u ${JOINS} where u.county_id = $1 and u.id = $2`,
    [id],
  )
  return rows[0] && toKept(rows[0])
}

/** Uses to be decided, locked in one order; the feedback too, so that no appeal comes in between. */
export async function lockUses(tx: CountyTx, ids: readonly string[]): Promise<KeptUse[]> {
  await tx.raw(
    'outcome-use-lock-feedback',
    `select f.id from grade_feedback f where f.county_id = $1 and (f.appraisal_id, f.member_id) in (
       select u.appraisal_id, u.member_id from outcome_use u where u.county_id = $1 and u.id = any($2::uuid[])) order by f.id for share`,
    [ids],
  )
  const rows = await tx.raw<Row>(
    'outcome-use-lock',
    `select ${COLUMNS} from outcome_use u ${JOINS} where u.county_id = $1 and u.id = any($2::uuid[]) order by u.id for update of u`,
    [ids],
  )
  return rows.map(toKept)
}

export type UseFilter = {
  readonly path: string
  readonly year: number
  readonly uses: readonly OutcomeUse[] | null
  readonly states: readonly UseState[] | null
  /** Only what lies at these desks, for who decides there. */
  readonly desks: readonly Desk[] | null
  readonly search: string
}
type Desk = 'cadres' | 'branch' | 'committee' | 'county'

/** The desk of a use as SQL; the same as `deskOf`. */
const DESK = `case when u.use = any($4::text[]) then 'cadres' when u.body = 'branch' then 'branch'
  when u.body = 'baseCommittee' then 'committee' else 'county' end`

/** What a reader of a list sees: within reach, and of cadre matters only who reads the cadre list (S-218). */
function scopeOf({ access }: Context, { path, year }: Pick<UseFilter, 'path' | 'year'>) {
  const reach = access.withinText('outcome.read', { path: 'o.path' }, 5)
  const cadres = access.withinText('cadre-list.read', { path: 'o.path' }, 5 + reach.values.length)
  return {
    text: `u.county_id = $1 and o.path <@ $2::ltree and u.year = $3 and ${reach.text} and (u.use <> all($4::text[]) or ${cadres.text})`,
    values: [path, year, cadreUses, ...reach.values, ...cadres.values] as unknown[],
  }
}

export type UseCount = {
  readonly use: OutcomeUse
  readonly kind: UseKind
  readonly body: CompetentBody
  readonly state: UseState
  readonly count: number
}

/** Counts by use and state of all the caller may see there, withdrawn ones left out. */
export async function countUses(context: Context, of: Pick<UseFilter, 'path' | 'year'>): Promise<UseCount[]> {
  const scope = scopeOf(context, of)
  const text = `select u.use, u.kind, u.body, u.state, count(*)::int as count from outcome_use u
     join party_org o on o.county_id = u.county_id and o.id = u.party_org_id
     where ${scope.text} and u.state <> 'withdrawn' group by 1, 2, 3, 4 order by ${KIND_ORDER}, 1, 4`
  return await context.tx.raw<UseCount>(nameOf('outcome-use-count', text), text, scope.values)
}

const KIND_ORDER = `array_position(array['encouragement', 'help', 'limit', 'measure'], u.kind)`

/** A page of a list, encouragement first, then by organisation and name (S-211). */
export async function listUsesOf(
  context: Context,
  filter: UseFilter,
  window: { readonly offset: number; readonly limit: number },
): Promise<{ total: number; rows: KeptUse[] }> {
  const scope = scopeOf(context, filter)
  const at = scope.values.length + 2
  const values = [
    ...[filter.uses, filter.states, filter.desks],
    filter.search === '' ? null : `%${escapeLike(filter.search)}%`,
    ...[window.limit, window.offset],
  ]
  const where = `${scope.text} and u.state <> 'withdrawn' and ($${at}::text[] is null or u.use = any($${at}))
    and ($${at + 1}::text[] is null or u.state = any($${at + 1})) and ($${at + 2}::text[] is null or ${DESK} = any($${at + 2}))
    and ($${at + 3}::text is null or m.name like $${at + 3})`
  const text = `with found as (
       select u.id, ${KIND_ORDER} as rank, o.path, m.name_order, count(*) over ()::int as total from outcome_use u
       join party_org o on o.county_id = u.county_id and o.id = u.party_org_id
       join member m on m.county_id = u.county_id and m.id = u.member_id
       where ${where} order by 2, 3, 4, 1 limit $${at + 4} offset $${at + 5})
     select found.total, ${COLUMNS} from found join outcome_use u on u.county_id = $1 and u.id = found.id ${JOINS}
     order by found.rank, found.path, found.name_order, u.id`
  const rows = await context.tx.raw<Row & { total: number }>(nameOf('outcome-use-list', text), text, [
    ...scope.values,
    ...values,
  ])
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, ...row }) => toKept(row)) }
}

/** Writes what became of uses; the columns are those of the rule's answer. */
export async function saveUses({ tx, actor }: Context, uses: readonly RecordedUse[]): Promise<void> {
  for (const use of uses.length === 1 ? uses : []) {
    const { served } = use
    await tx
      .update('outcome_use')
      .set({
        ...{ state: use.state, decided_by: actor.name, decided_by_account_id: use.decidedBy },
        ...{ decided_on: use.decidedOn, document: use.document, reason: use.reason },
        served_decider: served?.deciderName ?? null,
        served_body: served?.body ?? null,
        served_decided_on: served?.decidedOn ?? null,
        served_reason: served?.reason ?? null,
        served_proof: served?.proofOfServiceId ?? null,
        served_by_account_id: served?.enteredBy ?? null,
      })
      .where('id', '=', use.id)
      .execute()
  }
  const [first] = uses
  if (first === undefined || uses.length === 1) return
  // Many at once are encouraging ones, or declined ones: they share document, reason and hand.
  await tx
    .update('outcome_use')
    .set({
      ...{ state: first.state, decided_by: actor.name, decided_by_account_id: first.decidedBy },
      ...{ decided_on: first.decidedOn, document: first.document, reason: first.reason },
    })
    .where(
      'id',
      'in',
      uses.map(({ id }) => id),
    )
    .execute()
}

/** Uses of a member by year, newest first, those taken back left out. */
export async function listUsesOfMember(tx: CountyTx, memberId: string): Promise<KeptUse[]> {
  const rows = await tx.raw<Row>(
    'outcome-use-of-member',
    `select ${COLUMNS} from outcome_use u ${JOINS} where u.county_id = $1 and u.member_id = $2 and u.state <> 'withdrawn'
     order by u.year desc, ${KIND_ORDER}, u.use`,
    [memberId],
  )
  return rows.map(toKept)
}
