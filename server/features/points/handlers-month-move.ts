import {
  isLate,
  isSettlementLate,
  type MonthMove,
  type MonthMover,
  nextStep,
} from '@steward/domain/points/month.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import type { PlainMonth } from '@steward/domain/shared/plain-date.ts'
import { closeThing } from '#features/messages/queries.ts'
import { findOrg, lockOrg } from '#features/organisation/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { blocksAhead } from './handlers-month.ts'
import { sweepJob } from './jobs-sweep.ts'
import {
  closeMonth,
  goOn,
  publishMonth,
  reviewMonth,
  sweepMonths,
  withdrawMonth,
} from './operations-month.ts'
import { factsOf, listBranchIds, listMonthRows, type MonthRow } from './queries-month.ts'
import { lockMonth, moveHeld } from './queries-month-move.ts'
import { findSweep, insertSweep } from './queries-sweep.ts'

/** A month's thing to do is over once the month has moved. */
export const thingKeyOf = (orgId: string, month: string) => `points-month-${orgId}-${month}`

/** The month, held, and in whose name the caller moves it: of the branch, or of the committee above it. */
async function lockMovable(
  context: Context,
  orgId: string,
  month: PlainMonth,
): Promise<{ row: MonthRow; mover: MonthMover }> {
  const { tx, access } = context
  const org = (await findOrg(tx, orgId)) ?? problem('not-found')
  const target = { path: org.path }
  access.demandHidden('points-month.read', target)
  const ofBranch = access.can('points-month.move', target)
  if (!ofBranch) access.demand('points-month.move-late', target)
  if (org.kind !== 'branch') problem('not-found')
  const row = (await lockMonth(context, orgId, month)) ?? problem('not-found')
  return { row, mover: ofBranch ? 'branch' : 'committeeAbove' }
}

async function move(
  context: Context,
  of: { readonly orgId: string; readonly month: PlainMonth },
  what: MonthMove,
  reason: string | null,
) {
  const { row, mover } = await lockMovable(context, of.orgId, of.month)
  const moved = await moveHeld(context, row, of.month, what, { mover, reason })
  if (moved.ok) await settleThing(context, of.orgId, of.month)
  context.note({ orgId: of.orgId, month: of.month, move: what })
  return moved
}

async function settleThing({ tx, actor, now }: Context, orgId: string, month: PlainMonth): Promise<void> {
  await closeThing(tx, thingKeyOf(orgId, month), actor, now)
}

/** Draft and drop are refused to nobody here: the figures are the ledger's and the words are ours. */
function withoutNotice<Value>(moved: Awaited<ReturnType<typeof moveHeld>>, value: (of: MovedValue) => Value) {
  if (moved.ok) return agree(value(moved.value))
  const { code, details } = moved
  if (code === 'notice-contact-missing' || code === 'notice-route-missing' || code === 'notice-words-missing')
    throw new Error(`Only a publishing is refused as ${code}`)
  return code === 'notice-wrong-state' ? refuse('month-wrong-state', details) : refuse(code, details)
}
type MovedValue = Extract<Awaited<ReturnType<typeof moveHeld>>, { ok: true }>['value']

const shape = ({ state, noticeId }: MovedValue) => ({ state, noticeId })

const review = handle(reviewMonth, async (context, of) =>
  withoutNotice(await move(context, of, 'review', null), shape),
)
const publish = handle(publishMonth, async (context, of) => {
  const moved = await move(context, of, 'publish', null)
  if (!moved.ok) {
    const { code, details } = moved
    return code === 'notice-wrong-state' ? refuse('month-wrong-state', details) : refuse(code, details)
  }
  return agree(shape(moved.value))
})
const withdraw = handle(withdrawMonth, async (context, { reason, ...of }) =>
  withoutNotice(await move(context, of, 'withdraw', reason), shape),
)
const close = handle(closeMonth, async (context, of) =>
  withoutNotice(await move(context, of, 'close', null), (value) => ({
    ...shape(value),
    statements: value.statements,
  })),
)

/** Takes the step that comes next, or says what stands in the way; the notice itself is checked and posted by people. */
const go = handle(goOn, async (context, { orgId, month }) => {
  const { today, tx } = context
  const { row, mover } = await lockMovable(context, orgId, month)
  const next = nextStep(row.state, factsOf(row))
  const still = {
    state: row.state,
    noticeId: row.noticeId,
    did: [],
    next,
    blocks: blocksAhead(row, month, today),
  }
  if (next === null || next === 'notice') return agree(still)
  const moved = await moveHeld(context, row, month, next, { mover, reason: null })
  if (!moved.ok) {
    const { code, details } = moved
    if (code === 'month-not-yours' || code === 'notice-contact-missing' || code === 'notice-route-missing')
      return refuse(code, details)
    return agree(still)
  }
  await settleThing(context, orgId, month)
  context.note({ orgId, month, move: next })
  const after = (await listMonthRows(tx, [orgId], month))[0] ?? problem('not-found')
  return agree({
    state: after.state,
    noticeId: after.noticeId,
    did: [next],
    next: nextStep(after.state, factsOf(after)),
    blocks: blocksAhead(after, month, today),
  })
})

/** A committee moves what is late below it on, in the background. */
const sweep = handle(sweepMonths, async (context, { orgId, month }) => {
  const { tx, access, today } = context
  const org = (await findOrg(tx, orgId)) ?? problem('not-found')
  access.demandHidden('points-month.read', { path: org.path })
  access.demand('points-month.move-late', { path: org.path })
  await lockOrg(tx, orgId)
  const running = await findSweep(tx, orgId, month)
  if (running?.endedAt === null)
    return refuse('month-sweep-running', { done: running.done, all: running.all })
  const ids = await listBranchIds(tx, org.path, today)
  const rows = await listMonthRows(tx, ids, month)
  const due = rows.filter(
    (row) => isLate(row.state, month, today) || isSettlementLate(row.state, factsOf(row), today),
  )
  if (due.length === 0) return refuse('month-nothing-late', { month })
  const sweepId = await insertSweep(context, orgId, month, due.length)
  await context.enqueue(sweepJob, { sweepId, month, orgIds: due.map((row) => row.orgId) }, { key: sweepId })
  context.note({ orgId, month, branches: due.length })
  return agree({ branches: due.length })
})

export const monthMoveHandlers: readonly Handled[] = [review, publish, withdraw, close, go, sweep]
