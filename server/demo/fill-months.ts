import {
  checkNotice,
  endNotice,
  type Notice,
  postNotice,
  privateIn,
  settleNotice,
} from '@steward/domain/notices/notice.ts'
import { scoringDueOn } from '@steward/domain/points/month.ts'
import type { Decision } from '@steward/domain/shared/decision.ts'
import { addDays, type PlainDate, type PlainMonth, startOfDay } from '@steward/domain/shared/plain-date.ts'
import { addWorkingDays, type WorkingCalendar } from '@steward/domain/shared/working-days.ts'
import type { Advanced } from '#features/notices/queries-bulk.ts'
import type { Mover } from '#features/notices/queries-move.ts'
import { closeMany, lockMany, publishMany } from '#features/points/queries-month-bulk.ts'
import { sealLedger } from '#features/points/queries-seal.ts'
import type { Context } from '#platform/context.ts'
import { newIdAt } from '#platform/new-id.ts'
import type { Reviewer, Reviewers } from './fill-loop.ts'

const MORNING_MS = 9 * 3_600_000
const NIGHT_MS = 24 * 3_600_000 - 1000

/** The log takes in what a day brought, as the job of every night does. */
export async function sealDay(context: Context, day: PlainDate): Promise<void> {
  const now = momentOf(day, NIGHT_MS)
  await sealLedger({ tx: context.tx, now }, day, false, { until: now })
}

/**
 * Brings a month that is over as far as the calendar says: on notice on the fifth, settled and closed when the working days
 * have run, each branch by its own people and by the rules of a single month.
 */
export async function fillMonth(
  context: Context,
  month: PlainMonth,
  branches: {
    readonly orgIds: readonly string[]
    readonly reviewers: Reviewers
    readonly calendar: WorkingCalendar
    readonly also?: readonly PlainMonth[]
  },
): Promise<'running' | 'publishing' | 'closed'> {
  const { orgIds, reviewers, calendar, also = [] } = branches
  const postedOn = scoringDueOn(month)
  if (postedOn > context.today) return 'running'
  const byOf = (orgId: string) => toMover(reviewers.get(orgId)?.own)
  const checkedBy = (notice: Notice) => reviewers.get(notice.orgId)?.other
  const at = contextOn(context, postedOn)
  for (const each of also) await lockMany(at, orgIds, each)
  const rows = await lockMany(at, orgIds, month)
  const advance = advanceBy(calendar, checkedBy, postedOn, context.today)
  await publishMany(at, rows, month, 'branch', { advance, byOf, also })
  const closesOn = addDays(addWorkingDays(calendar, postedOn, WORKING_DAYS), 1)
  if (closesOn > context.today) return 'publishing'
  const later = contextOn(context, closesOn)
  await closeMany(later, await lockMany(later, orgIds, month), month, 'branch', { byOf, also })
  return 'closed'
}

const WORKING_DAYS = 5

export function contextOn(context: Context, day: PlainDate) {
  const now = momentOf(day, MORNING_MS)
  return { tx: context.tx, actor: context.actor, now, today: day, newId: () => newIdAt(now) }
}

function momentOf(day: PlainDate, ms: number): Date {
  return new Date(startOfDay(day).getTime() + ms)
}

export function toMover(reviewer: Reviewer | undefined): Mover | undefined {
  return reviewer && { kind: 'account', name: reviewer.name, accountId: reviewer.accountId }
}

type Calendar = {
  readonly calendar: WorkingCalendar
  readonly checkedBy: (notice: Notice) => Reviewer | undefined
  readonly postedOn: PlainDate
  readonly today: PlainDate
}

/** Takes notices of a day further by the calendar; checked by `checkedBy`. */
export function advanceBy(
  calendar: WorkingCalendar,
  checkedBy: (notice: Notice) => Reviewer | undefined,
  postedOn: PlainDate,
  today: PlainDate,
): (drafted: Notice) => Advanced {
  return (drafted) => advanceNotice(drafted, { calendar, checkedBy, postedOn, today })
}

/** Checked by another person, posted and, when its days have run, ended and settled: the steps of a single notice. */
function advanceNotice(drafted: Notice, { calendar, checkedBy, postedOn, today }: Calendar): Advanced {
  const by = checkedBy(drafted)
  if (by === undefined) throw new Error(`Nobody checks notices of ${drafted.orgId}`)
  const facts = { findings: privateIn(drafted, []), enclosesEvidence: false }
  const checked = must(checkNotice(drafted, { by: by.accountId, on: postedOn }, facts))
  const posted = must(postNotice(checked, by.accountId, calendar, postedOn))
  const names = { accuracyByName: by.name, privacyByName: by.name, approvedByName: by.name }
  if (posted.endsOn === null || today <= posted.endsOn) return { notice: posted, ...names, settledOn: null }
  const settledOn = addDays(posted.endsOn, 1)
  const settled = must(settleNotice(must(endNotice(posted, settledOn)), '没有异议', { openObjections: 0 }))
  return { notice: settled, ...names, settledOn }
}

function must<Value>(decision: Decision<Value>): Value {
  if (decision.ok) return decision.value
  throw new Error(`The plan breaks a rule: ${decision.code} ${JSON.stringify(decision.details)}`)
}
