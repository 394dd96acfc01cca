import {
  blocksOf,
  isLate,
  type MonthBlock,
  type MonthMove,
  type MonthStep,
  nextStep,
  scoringDueOn,
} from '@steward/domain/points/month.ts'
import { memberClassOf } from '@steward/domain/schemes/scheme.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import {
  addToMonth,
  lastDayOf,
  type PlainDate,
  type PlainMonth,
  toPlainMonth,
} from '@steward/domain/shared/plain-date.ts'
import { findOrg, type Org } from '#features/organisation/queries.ts'
import { findScoringFacts } from '#features/schemes/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { listMonths, showBranchMonth, showMonth } from './operations-month.ts'
import { factsOf, listMonthRows, listMonthsBelow, loadMonthDetail, type MonthRow } from './queries-month.ts'
import { countNotScored, monthTotal } from './queries-month-notice.ts'
import { listMonthTable, type TableRow } from './queries-statement.ts'
import { findSweep } from './queries-sweep.ts'

/** Minutes a step takes a secretary. */
const MINUTES = { claim: 1, review: 5, publish: 2, notice: 4, close: 1 }

/** An organisation whose months the caller may see. */
async function getReadableOrg(ctx: Context, orgId: string): Promise<Org> {
  const org = (await findOrg(ctx.tx, orgId)) ?? problem('not-found')
  ctx.access.demandHidden('points-month.read', { path: org.path })
  return org
}

/** The month that is worked on: the last one until the day its scoring is due, unless it is closed already. */
export function currentMonth(today: PlainDate): PlainMonth {
  const last = addToMonth(toPlainMonth(today), -1)
  return today <= scoringDueOn(last) ? last : toPlainMonth(today)
}

const table = handle(showBranchMonth, async (ctx, { orgId, month }) => {
  const org = await getReadableOrg(ctx, orgId)
  const rows = await listMonthTable(ctx.tx, orgId, month)
  const shown = rows.filter(({ scored, lines }) => scored || lines > 0)
  const [[state], facts] = await Promise.all([
    listMonthRows(ctx.tx, [orgId], month),
    findScoringFacts(
      ctx.tx,
      shown.map(({ memberId }) => memberId),
      lastDayOf(month),
    ),
  ])
  const exempt = memberClassOf({ exempt: true, probationary: false, floating: false, retired: false })
  return agree({
    org: { id: org.id, name: org.name },
    month,
    state: state?.state ?? 'open',
    rows: shown.map((row) => ({
      ...figuresOf(row),
      memberId: row.memberId,
      name: row.name,
      memberClass: facts.get(row.memberId)?.memberClass ?? exempt,
      scored: row.scored,
      yearTotal: row.yearTotal,
      cappedAway: row.raw - row.credited,
      disputed: row.disputed,
      undecided: row.undecided,
    })),
    notScored: countNotScored(rows),
    totals: sumOf(shown),
  })
})

function figuresOf(row: TableRow) {
  return {
    duty: row.duty,
    pledgesAndTasks: row.pledges_and_tasks,
    serviceAndExample: row.service_and_example,
    bonus: row.bonus,
    deductions: row.deductions,
    total: monthTotal(row),
    lines: row.lines,
  }
}

function sumOf(rows: readonly TableRow[]) {
  const sum = {
    duty: 0,
    pledgesAndTasks: 0,
    serviceAndExample: 0,
    bonus: 0,
    deductions: 0,
    total: 0,
    lines: 0,
  }
  for (const row of rows) {
    const figures = figuresOf(row)
    sum.duty += figures.duty
    sum.pledgesAndTasks += figures.pledgesAndTasks
    sum.serviceAndExample += figures.serviceAndExample
    sum.bonus += figures.bonus
    sum.deductions += figures.deductions
    sum.total += figures.total
    sum.lines += figures.lines
  }
  return sum
}

const moveOfStep: Readonly<Record<Exclude<MonthStep, 'notice'>, MonthMove>> = {
  review: 'review',
  publish: 'publish',
  close: 'close',
}

/** What stands in the way of the next step, and, before the review, of the notice after it. */
export function blocksAhead(
  row: MonthRow,
  month: PlainMonth,
  today: PlainDate,
): (MonthBlock & { step: MonthStep })[] {
  const facts = factsOf(row)
  const next = nextStep(row.state, facts)
  if (next === null) return []
  if (next === 'notice') {
    return facts.noticeInterrupted ? [{ step: 'notice', code: 'month-notice-interrupted', count: 1 }] : []
  }
  const steps = next === 'review' ? (['review', 'publish'] as const) : ([next] as const)
  const seen = new Set<string>()
  return steps.flatMap((step) =>
    blocksOf(moveOfStep[step], month, facts, today)
      .filter(({ code }) => !seen.has(code) && seen.add(code))
      .map((block) => ({ ...block, step })),
  )
}

const show = handle(showMonth, async (ctx, input) => {
  const { tx, today, access } = ctx
  const org = await getReadableOrg(ctx, input.orgId)
  const month = input.month ?? currentMonth(today)
  const [rows, detail] = await Promise.all([
    listMonthRows(tx, [org.id], month),
    loadMonthDetail(tx, org.id, month),
  ])
  const row = rows[0] ?? problem('not-found')
  const next = nextStep(row.state, factsOf(row))
  const target = { path: org.path }
  const mayMove = access.may(['points-month.move', 'points-month.move-late'], target).length > 0
  return agree({
    org: { id: org.id, name: org.name },
    month,
    state: row.state,
    dueOn: scoringDueOn(month),
    isLate: isLate(row.state, month, today),
    next,
    blocks: blocksAhead(row, month, today),
    notice: noticeOf(row),
    members: detail.members,
    notScored: detail.notScored,
    lines: detail.lines,
    undecided: row.undecided,
    minutes: minutesOf(row, next),
    moves: (detail.moves ?? []).map((move) => ({ ...move, at: new Date(move.at) })),
    year: monthsOfYear(month, detail.year ?? [], today),
    may: mayMove ? (row.state === 'publishing' ? ['move', 'withdraw'] : ['move']) : [],
  })
})

function noticeOf(row: MonthRow) {
  if (row.noticeId === null || row.noticeState === null) return null
  const { noticeId: id, noticeState: state, postedOn, endsOn, noticeObjections: objections } = row
  return { id, state, postedOn, endsOn, objections }
}

function minutesOf(row: MonthRow, next: MonthStep | null): number {
  if (next === null) return 0
  return MINUTES[next] + row.undecided * MINUTES.claim
}

/** The months of the year that have begun; one without a row is open. */
function monthsOfYear(
  month: PlainMonth,
  known: NonNullable<Awaited<ReturnType<typeof loadMonthDetail>>['year']>,
  today: PlainDate,
) {
  const states = new Map(known.map((each) => [each.month, each.state]))
  const now = toPlainMonth(today)
  const year = month.slice(0, 4)
  return Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}` as PlainMonth)
    .filter((each) => each <= now)
    .map((each) => {
      const state = states.get(each) ?? 'open'
      return { month: each, state, isLate: isLate(state, each, today) }
    })
}

const list = handle(listMonths, async (ctx, input) => {
  const { tx, today, access } = ctx
  const wanted = input.orgId ?? ctx.actor.roles.toSorted(byDepth)[0]?.orgId ?? problem('not-found')
  const org = await getReadableOrg(ctx, wanted)
  const month = input.month ?? currentMonth(today)
  const late = isLate('open', month, today)
  const [found, sweep] = await Promise.all([
    listMonthsBelow(tx, {
      path: org.path,
      month,
      late,
      show: input.show,
      day: today,
      offset: input.offset,
      limit: input.limit,
    }),
    findSweep(tx, org.id, month),
  ])
  const { counts } = found
  return agree({
    month,
    dueOn: scoringDueOn(month),
    rows: found.rows,
    total: input.show === 'all' ? counts.all : counts[input.show],
    counts,
    sweep: sweep ?? null,
    maySweep: access.may(['points-month.move-late'], { path: org.path }).length > 0,
  })
})

function byDepth(a: { orgPath: string }, b: { orgPath: string }): number {
  return a.orgPath.length - b.orgPath.length
}

export const monthHandlers: readonly Handled[] = [table, show, list]
