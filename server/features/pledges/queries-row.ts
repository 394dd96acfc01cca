import type { PledgeEntry } from '@steward/domain/pledges/pledge-entry.ts'
import { isBehind, type Outcome, progressOf } from '@steward/domain/pledges/pledge-outcome.ts'
import type {
  Pledge,
  PledgeEvidence,
  PledgeFields,
  PledgePart,
  PledgePeriod,
  PledgeSource,
  PledgeState,
} from '@steward/domain/pledges/pledge.ts'
import { firstDayOf, type PlainDate, plainDate, toPlainMonth } from '@steward/domain/shared/plain-date.ts'

export const PERIOD_COLUMNS = `p.period_kind as "periodKind", p.year, p.quarter, p.month`
export type PeriodColumns = {
  readonly periodKind: 'year' | 'quarter' | 'month'
  readonly year: number
  readonly quarter: number | null
  readonly month: number | null
}

/** From the columns of the table to the period of the rules. */
export function toPeriod({ periodKind, year, quarter, month }: PeriodColumns): PledgePeriod {
  if (periodKind === 'year') return { kind: 'year', year }
  if (periodKind === 'month') {
    const first = plainDate(`${String(year).padStart(4, '0')}-${String(month ?? 1).padStart(2, '0')}-01`)
    return { kind: 'month', month: toPlainMonth(first) }
  }
  const known = ([1, 2, 3, 4] as const).find((each) => each === quarter)
  return { kind: 'quarter', year, quarter: known ?? 1 }
}

/** And back. */
export function fromPeriod(period: PledgePeriod): {
  period_kind: PledgePeriod['kind']
  year: number
  quarter: number | null
  month: number | null
} {
  if (period.kind === 'month') {
    const first = firstDayOf(period.month)
    return {
      period_kind: 'month',
      year: Number(first.slice(0, 4)),
      quarter: null,
      month: Number(first.slice(5, 7)),
    }
  }
  const quarter = period.kind === 'quarter' ? period.quarter : null
  return { period_kind: period.kind, year: period.year, quarter, month: null }
}

type KeptReturn = { part: PledgePart | 'text'; reason: string; by: string; on: PlainDate }

/** A pledge as read for screens and rules. */
export type PledgeColumns = PeriodColumns & {
  readonly id: string
  readonly orgId: string
  readonly orgName: string
  readonly path: string
  readonly memberId: string | null
  readonly name: string
  readonly text: string
  readonly object: string
  readonly measure: string
  readonly hundredths: number | null
  readonly unit: string
  readonly dueOn: PlainDate | null
  readonly evidence: PledgeEvidence[]
  readonly source: PledgeSource | null
  readonly skill: string
  readonly planItemId: string | null
  readonly planItem: string | null
  readonly rectifies: string | null
  readonly state: PledgeState
  readonly submittedOn: PlainDate | null
  readonly submittedAt: Date | null
  readonly late: boolean
  readonly publishedOn: PlainDate | null
  readonly entry: PledgeEntry
  readonly enteredBy: string
  readonly enteredByAccountId: string | null
  readonly toConfirm: boolean
  /** The scan of the paper it was written on. */
  readonly paperFileId: string | null
  readonly revision: number
  readonly done: number
  readonly returns: KeptReturn[]
  readonly outcome: { outcome: Outcome; explanation: string; by: string; on: PlainDate } | null
  readonly comments: number
  readonly unanswered: number
}

/** Deeds of a pledge that were reviewed and credited, in hundredths of its unit. */
export const PLEDGE_DONE = `(select coalesce(sum(q.quantity), 0)::int from claim q where q.county_id = p.county_id
    and q.pledge_id = p.id and q.state in ('approved', 'adjusted'))`

export const PLEDGE_COLUMNS = `p.id, o.id as "orgId", o.name as "orgName", o.path::text as path, p.member_id as "memberId",
  coalesce(m.name, o.name) as name, p.text, p.object, p.measure, p.quantity_hundredths as hundredths,
  p.quantity_unit as unit, p.due_on as "dueOn", p.evidence, p.source, p.skill, p.plan_item_id as "planItemId",
  i.title as "planItem", p.rectifies, p.state, p.submitted_on as "submittedOn", p.submitted_at as "submittedAt", p.late,
  p.published_on as "publishedOn", p.entered_as as entry, p.entered_by as "enteredBy",
  p.entered_by_account_id as "enteredByAccountId",
  p.entered_as in ('helper', 'secretary') and p.confirmed_at is null as "toConfirm", p.paper_file_id as "paperFileId", p.revision, ${PERIOD_COLUMNS},
  ${PLEDGE_DONE} as done,
  (select coalesce(json_agg(json_build_object('part', r.part, 'reason', r.reason, 'by', r.returned_by, 'on', r.returned_on)
    order by r.returned_at), '[]'::json) from pledge_return r where r.county_id = p.county_id and r.pledge_id = p.id) as returns,
  (select json_build_object('outcome', e.outcome, 'explanation', e.explanation, 'by', e.judged_by, 'on', e.judged_on)
    from pledge_outcome e where e.county_id = p.county_id and e.pledge_id = p.id) as outcome,
  (select count(*)::int from pledge_comment c where c.county_id = p.county_id and c.pledge_id = p.id
    and c.state = 'shown') as comments,
  (select count(*)::int from pledge_comment c where c.county_id = p.county_id and c.pledge_id = p.id
    and c.state = 'shown' and c.answer is null) as unanswered`

/** The present branch of the member, or the organisation of the pledge, decides who reads and judges it. */
export const PLEDGE_FROM = `from pledge p
  left join member m on m.county_id = p.county_id and m.id = p.member_id
  join party_org o on o.county_id = p.county_id and o.id = coalesce(m.party_org_id, p.party_org_id)
  left join plan_item i on i.county_id = p.county_id and i.id = p.plan_item_id`

function fieldsOf(row: PledgeColumns): PledgeFields & { evidence: PledgeEvidence[] } {
  const { object, measure, hundredths, unit, dueOn, evidence, source } = row
  const quantity = hundredths === null ? null : { hundredths, unit }
  return { object, measure, quantity, dueOn, evidence, source }
}

/** From a row to the pledge of the rules. */
export function toPledge(row: PledgeColumns): Pledge & { readonly name: string } {
  const { id, orgId, memberId, name, text, planItemId, rectifies, state, submittedOn, late, publishedOn } =
    row
  return {
    id,
    name,
    pledger:
      memberId === null
        ? { kind: 'org', orgId, writtenBy: row.enteredByAccountId }
        : { kind: 'member', memberId, orgId },
    period: toPeriod(row),
    text,
    fields: fieldsOf(row),
    planItemId,
    rectifies,
    state,
    returns: row.returns,
    submittedOn,
    late,
    publishedOn,
  }
}

/** What a list shows of a pledge. */
export function toPledgeRow(row: PledgeColumns, today: PlainDate) {
  const pledge = toPledge(row)
  const progress = progressOf(pledge, [{ deedOn: today, hundredths: row.done }])
  const { id, orgId, orgName, memberId, name, text, skill, planItemId, planItem, state, late } = row
  const { submittedOn, publishedOn, comments, unanswered, entry, enteredBy, toConfirm, revision } = row
  return {
    ...{ id, orgId, orgName, memberId, name, text, skill, planItemId, planItem, state, late },
    ...{ submittedOn, publishedOn, comments, unanswered, entry, enteredBy, toConfirm, revision },
    fields: fieldsOf(row),
    period: toPeriod(row),
    rectifies: row.rectifies !== null,
    returns: row.returns,
    outcome: row.outcome,
    progress,
    behind: isBehind(pledge, progress, today),
  }
}
export type PledgeRow = ReturnType<typeof toPledgeRow>
