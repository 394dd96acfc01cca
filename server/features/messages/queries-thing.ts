import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import type { Access } from '#platform/access.ts'
import type { Actor } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import { nameOf } from '#features/organisation/queries.ts'
import type { DefectCode } from '@steward/domain/organisation/defects.ts'

export type ThingRow = {
  readonly id: string
  readonly kind: string
  readonly facts: Readonly<Record<string, string | number>>
  readonly askedBy: string
  readonly dueOn: PlainDate | null
  readonly minutes: number | null
  readonly subjectId: string | null
}

const OPEN = `
select t.id, t.kind, t.facts, t.asked_by as "askedBy", t.due_on as "dueOn", t.minutes, t.subject_id as "subjectId"
from thing_to_do t join party_org o on o.county_id = t.county_id and o.id = t.party_org_id
where t.county_id = $1 and t.done_at is null and (t.account_id = $2 or t.account_id is null and exists (
  select 1 from unnest($3::text[], $4::text[], $5::text[]) as h (permission, reach, path)
  where h.permission = t.permission and (h.reach = 'everywhere'
    or h.reach = 'org-and-below' and o.path <@ h.path::ltree or h.reach = 'own-org' and o.path = h.path::ltree)))
  and not exists (select 1 from account a join member m on m.county_id = a.county_id and m.id = a.member_id
    where a.county_id = $1 and a.id = $2 and m.state = 'deceased')
order by t.due_on nulls last, t.opened_at, t.id limit 200`

/** Open things of one account: named to it, or addressed to a permission it holds for the organisation; none for the dead. */
export async function listOpenThings(tx: CountyTx, actor: Actor): Promise<ThingRow[]> {
  const held = actor.holdings.filter(({ reach }) => reach !== 'self')
  return await tx.raw<ThingRow>('things-open', OPEN, [
    actor.accountId,
    held.map(({ permission }) => permission),
    held.map(({ reach }) => reach),
    held.map(({ orgPath }) => orgPath),
  ])
}

type Some = { readonly count: number; readonly name: string | null; readonly dueOn: PlainDate | null }
type NoticeRow = {
  id: string
  title: string
  start: string
  org: string
  sentBy: string
  dueOn: PlainDate | null
  answerKind: string | null
}
type UnreachedRow = { id: string; title: string; count: number; dueOn: PlainDate | null }
type AnsweredRow = { id: string; field: string; state: string; by: string }
type ImportRow = { id: string; file: string; org: string; state: string }

/** What follows from what stands open in the register, for one account. */
export type DerivedFacts = {
  readonly notices: readonly NoticeRow[]
  readonly unreached: readonly UnreachedRow[]
  readonly answered: readonly AnsweredRow[]
  readonly imports: readonly ImportRow[]
  readonly corrections: Some
  readonly claims: Some
  readonly terms: Some & { readonly orgId: string | null }
  readonly defects: Some & { readonly orgId: string | null }
  readonly reports: Some
  readonly done: number
}

/** Defects that only come up (severity `notice`) ask for no plan. */
const NO_PLAN_ASKED: readonly DefectCode[] = [
  'needsBaseCommittee',
  'tooLarge',
  'needsGeneralBranch',
  'committeeWithoutNeed',
  'noTerm',
  'termEndingSoon',
]

const list = (rows: string) => `(select coalesce(json_agg(x), '[]'::json) from (${rows}) x)`
const one = (row: string) => `(select row_to_json(x) from (${row}) x)`

/** Notices delivered in the last two months that the member has not read, or not answered while an answer is due (R-175: not to the dead). */
const NOTICES = list(`
  select n.id, n.title, left(n.body, 60) as start, o.name as org, n.sent_by as "sentBy", n.answer_kind as "answerKind",
    case when n.answer_due_on >= $4 and r.answer is null then n.answer_due_on end as "dueOn"
  from message_recipient r join message n on n.county_id = r.county_id and n.id = r.message_id
  join party_org o on o.county_id = n.county_id and o.id = n.party_org_id
  join member m on m.county_id = r.county_id and m.id = r.member_id and m.state <> 'deceased'
  where r.county_id = $1 and r.member_id = $3 and n.deliver_at <= $5 and n.deliver_at > $5 - interval '60 days'
    and (r.reached_at is null or r.answer is null and n.answer_due_on >= $4)
  order by n.deliver_at desc limit 30`)

/** Notices a branch has not brought to all of its own, a day after delivery or a day before the answer is due. */
const UNREACHED = list(`
  select n.id, n.title, count(*)::int as count, n.answer_due_on as "dueOn"
  from party_org b join member m on m.county_id = b.county_id and m.party_org_id = b.id and m.state = 'active'
  join message_recipient r on r.county_id = m.county_id and r.member_id = m.id and r.reached_at is null
  join message n on n.county_id = r.county_id and n.id = r.message_id
  where b.county_id = $1 and b.path = any($6::ltree[]) and m.id is distinct from $3::uuid
    and n.deliver_at > $5 - interval '30 days'
    and (n.answer_due_on is null or n.answer_due_on >= $4)
    and (n.deliver_at <= $5 - interval '1 day' or n.deliver_at <= $5 and n.answer_due_on <= $4::date + 1)
  group by n.id, n.title, n.answer_due_on, n.deliver_at order by n.deliver_at desc limit 5`)

const ANSWERED = list(`
  select c.id, c.field, c.state, c.decided_by as by from correction_request c
  where c.county_id = $1 and c.member_id = $3 and c.state in ('accepted', 'refused')
    and c.decided_at > $5 - interval '60 days'
    and not exists (select 1 from thing_to_do t where t.county_id = c.county_id and t.account_id = $2
      and t.kind = 'correction.answered' and t.subject_id = c.id)
  order by c.decided_at desc limit 10`)

const IMPORTS = list(`
  select i.id, i.file_name as file, o.name as org, i.state from roster_import i
  join party_org o on o.county_id = i.county_id and o.id = i.party_org_id
  where i.county_id = $1 and i.started_by_account_id = $2 and i.state in ('mapping', 'ready')
  order by i.started_at desc limit 10`)

const corrections = (within: string) =>
  one(`
  select count(*)::int as count, null as name, min(c.answer_due_on) as "dueOn" from correction_request c
  join member m on m.county_id = c.county_id and m.id = c.member_id
  join party_org o on o.county_id = m.county_id and o.id = m.party_org_id
  where c.county_id = $1 and c.state = 'open' and c.member_id is distinct from $3::uuid and ${within}`)

/** Claims that lie at a level the account decides, but for the own; the first day one goes up. */
const claims = (branch: string, committee: string, county: string) =>
  one(`
  select count(*)::int as count, null as name, min(c.decide_by_on) as "dueOn" from claim c
  join party_org o on o.county_id = c.county_id and o.id = c.party_org_id
  where c.county_id = $1 and c.state = 'submitted' and c.member_id is distinct from $3::uuid
    and (c.level = 'branch' and ${branch} or c.level = 'baseCommittee' and ${committee} or c.level = 'county' and ${county})`)

/** Terms that end within half a year, the soonest named; expired ones are defects. */
const terms = (within: string) =>
  one(`
  select count(*)::int as count, min(e.ends_on) as "dueOn", (array_agg(e.name order by e.ends_on, e.name))[1] as name,
    (array_agg(e.id order by e.ends_on, e.name))[1] as "orgId"
  from (select o.id, o.name, coalesce(t.approved_end_on, (t.started_on + make_interval(years => t.years))::date) as ends_on
    from committee_term t join party_org o on o.county_id = t.county_id and o.id = t.party_org_id
    where t.county_id = $1 and t.ended_on is null and o.dissolved_on is null and ${within}) e
  where e.ends_on between $4 and ($4::date + interval '6 months')::date`)

const defects = (within: string) =>
  one(`
  select count(*)::int as count, null as "dueOn", (array_agg(o.name order by o.path))[1] as name,
    (array_agg(o.id order by o.path))[1] as "orgId"
  from party_org_defect d join party_org o on o.county_id = d.county_id and o.id = d.party_org_id
  where d.county_id = $1 and d.gone_on is null and d.code <> all($7::text[]) and o.dissolved_on is null and ${within}
    and not exists (select 1 from party_org_defect_plan p where p.county_id = d.county_id
      and p.party_org_id = d.party_org_id and p.code = d.code and p.recorded_at >= d.seen_on)`)

const reports = (within: string) =>
  one(`
  select count(*)::int as count, null as name, null as "dueOn" from stored_file f
  left join member m on m.county_id = f.county_id and m.id = f.member_id
  join party_org o on o.county_id = f.county_id and o.id = coalesce(m.party_org_id, f.party_org_id)
  where f.county_id = $1 and f.state = 'withheld' and ${within}`)

const DONE = `(
  (select count(*) from thing_to_do t where t.county_id = $1 and t.done_by_account_id = $2 and t.done_at >= $8)
  + (select count(*) from message_recipient r where r.county_id = $1 and r.member_id = $3
      and (r.answered_at >= $8 and r.answer_channel = 'screen'
        or r.answered_at is null and r.reached_at >= $8 and r.channel = 'screen'))
  + (select count(*) from correction_request c where c.county_id = $1 and c.decided_by_account_id = $2 and c.decided_at >= $8)
)::int`

/** All derived facts in one statement. */
export async function loadDerivedFacts(
  tx: CountyTx,
  access: Access,
  actor: Actor,
  at: { now: Date; today: PlainDate; weekFrom: Date },
): Promise<DerivedFacts> {
  const sendPaths = actor.holdings.filter(({ permission }) => permission === 'message.send')
  const values: unknown[] = [
    actor.accountId,
    actor.memberId,
    at.today,
    at.now,
    sendPaths.map(({ orgPath }) => orgPath),
    NO_PLAN_ASKED,
    at.weekFrom,
  ]
  const within = (permission: Parameters<Access['withinText']>[0]) => {
    const made = access.withinText(permission, { path: 'o.path' }, values.length + 2)
    values.push(...made.values)
    return made.text
  }
  const text = `select ${NOTICES} as notices, ${UNREACHED} as unreached, ${ANSWERED} as answered, ${IMPORTS} as imports,
    ${corrections(within('member.decide-correction'))} as corrections,
    ${claims(within('claim.review'), within('claim.review-at-committee'), within('claim.review-at-county'))} as claims,
    ${terms(within('organisation.committee'))} as terms,
    ${defects(within('organisation.change'))} as defects,
    ${reports(within('file.settle-report'))} as reports, ${DONE} as done`
  const [row] = await tx.raw<DerivedFacts>(nameOf('things-derived', text), text, values)
  if (row === undefined) throw new Error('A statement of sub-selects answers with one row')
  return row
}

/** Notes that an account has seen what only wanted to be seen; a second time changes nothing. */
export async function insertSeen(
  tx: CountyTx,
  seen: { id: string; kind: string; subjectId: string; accountId: string; by: string; at: Date },
): Promise<void> {
  await tx.raw(
    'thing-seen',
    `insert into thing_to_do (county_id, id, key, kind, account_id, party_org_id, facts, asked_by, subject_id,
       opened_at, done_at, done_by, done_by_account_id)
     select c.county_id, $2, $3::text || '-' || c.id, $3, $4, m.party_org_id, '{}'::jsonb, '', c.id, $6::timestamptz, $6::timestamptz, $5, $4
     from correction_request c join member m on m.county_id = c.county_id and m.id = c.member_id
     join account a on a.county_id = c.county_id and a.id = $4 and a.member_id = c.member_id
     where c.county_id = $1 and c.id = $7 and c.state in ('accepted', 'refused')
       and not exists (select 1 from thing_to_do t where t.county_id = c.county_id and t.account_id = $4
         and t.kind = $3 and t.subject_id = c.id)`,
    [seen.id, seen.kind, seen.accountId, seen.by, seen.at, seen.subjectId],
  )
}
