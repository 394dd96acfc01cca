import { type MonthRefusal, monthBlocks, monthStates, monthSteps } from '@steward/domain/points/month.ts'
import { memberClasses } from '@steward/domain/schemes/scheme.ts'
import { defineCommand, defineQuery, instant, plainDate, plainMonth } from '#platform/operation.ts'
import { z } from 'zod'
import { points } from './operations-year.ts'

const state = z.enum(monthStates)
const step = z.enum(monthSteps)

const Org = z.object({ id: z.uuid(), name: z.string() })
const place = { orgId: z.uuid(), month: plainMonth }

export const showBranchMonth = defineQuery({
  id: 'points.branch-month',
  summary: { zh: '支部一个月的积分表', en: 'The table of a branch’s month' },
  input: z.object(place),
  output: z.object({
    org: Org,
    month: plainMonth,
    state,
    /** By name; never by points. */
    rows: z.array(
      z.object({
        memberId: z.uuid(),
        name: z.string(),
        memberClass: z.enum(memberClasses),
        scored: z.boolean(),
        duty: points,
        pledgesAndTasks: points,
        serviceAndExample: points,
        bonus: points,
        deductions: points,
        /** Of the month. */
        total: points,
        /** Of the year up to the month, base included. */
        yearTotal: points,
        lines: z.int(),
        cappedAway: points,
        disputed: z.int(),
        undecided: z.int(),
      }),
    ),
    /** Members left out of scoring by decision; only counted, never listed. */
    notScored: z.int(),
    totals: z.object({
      duty: points,
      pledgesAndTasks: points,
      serviceAndExample: points,
      bonus: points,
      deductions: points,
      total: points,
      lines: z.int(),
    }),
  }),
})

/** What stands in the way of the next step. */
const Block = z.object({ step, code: z.enum(monthBlocks), count: z.int() })

const Notice = z.object({
  id: z.uuid(),
  state: z.string(),
  postedOn: plainDate.nullable(),
  endsOn: plainDate.nullable(),
  objections: z.int(),
})

export const showMonth = defineQuery({
  id: 'points-month.show',
  summary: { zh: '支部的一个月走到哪一步', en: 'Where a month of a branch stands' },
  input: z.object({ orgId: z.uuid(), month: plainMonth.nullable().default(null) }),
  output: z.object({
    org: Org,
    month: plainMonth,
    state,
    /** Day by which scoring is done. */
    dueOn: plainDate,
    isLate: z.boolean(),
    /** The step that comes next; `notice` is checking and posting, done on the notice; null once closed. */
    next: step.nullable(),
    blocks: z.array(Block),
    notice: Notice.nullable(),
    members: z.int(),
    notScored: z.int(),
    lines: z.int(),
    undecided: z.int(),
    /** What is left to do takes about that long. */
    minutes: z.int(),
    moves: z.array(z.object({ from: state, to: state, by: z.string(), at: instant, reason: z.string() })),
    /** The months of the year so far, in order. */
    year: z.array(z.object({ month: plainMonth, state, isLate: z.boolean() })),
    may: z.array(z.enum(['move', 'withdraw'])),
  }),
})

export const listMonths = defineQuery({
  id: 'points-month.list',
  summary: { zh: '各支部的月份走到哪一步', en: 'Where the months of the branches stand' },
  input: z.object({
    orgId: z.uuid().nullable().default(null),
    month: plainMonth.nullable().default(null),
    show: z.enum(['all', 'late', ...monthStates]).default('all'),
    offset: z.int().min(0).max(100_000).default(0),
    limit: z.int().min(1).max(200).default(50),
  }),
  output: z.object({
    month: plainMonth,
    dueOn: plainDate,
    /** In the order of the organisations, never by result. */
    rows: z.array(
      z.object({
        orgId: z.uuid(),
        orgName: z.string(),
        above: z.string(),
        state,
        isLate: z.boolean(),
        members: z.int(),
        lines: z.int(),
        undecided: z.int(),
        noticeEndsOn: plainDate.nullable(),
        changedAt: instant.nullable(),
      }),
    ),
    total: z.int(),
    counts: z.object({
      all: z.int(),
      late: z.int(),
      open: z.int(),
      reviewing: z.int(),
      publishing: z.int(),
      closed: z.int(),
    }),
    /** A sweep that runs or ran last for this organisation and month. */
    sweep: z
      .object({
        done: z.int(),
        all: z.int(),
        moved: z.int(),
        blocked: z.int(),
        startedAt: instant,
        endedAt: instant.nullable(),
        by: z.string(),
      })
      .nullable(),
    maySweep: z.boolean(),
  }),
})

const moveRefusals = [
  ...monthBlocks,
  'month-wrong-state',
  'month-not-yours',
  'month-needs-reason',
  'month-not-begun',
] as const satisfies readonly (MonthRefusal | 'month-not-begun')[]
const Moved = z.object({ state, noticeId: z.uuid().nullable() })

export const reviewMonth = defineCommand({
  id: 'points-month.review',
  summary: { zh: '开始核对这个月', en: 'Begin the review of a month' },
  input: z.object(place),
  output: Moved,
  refusals: moveRefusals,
})

export const publishMonth = defineCommand({
  id: 'points-month.publish',
  summary: { zh: '起草这个月的公示', en: 'Draft the notice of a month' },
  input: z.object(place),
  output: Moved,
  refusals: [...moveRefusals, 'notice-contact-missing', 'notice-route-missing', 'notice-words-missing'],
})

export const withdrawMonth = defineCommand({
  id: 'points-month.withdraw',
  summary: { zh: '撤回公示，重新核对', en: 'Take the notice of a month back' },
  input: z.object({ ...place, reason: z.string().trim().max(300) }),
  output: Moved,
  refusals: moveRefusals,
})

export const closeMonth = defineCommand({
  id: 'points-month.close',
  summary: { zh: '给这个月关账', en: 'Close a month' },
  input: z.object(place),
  output: Moved.extend({ statements: z.int() }),
  refusals: moveRefusals,
})

export const goOn = defineCommand({
  id: 'points-month.go-on',
  summary: { zh: '走下一步', en: 'Take the next step of a month' },
  input: z.object(place),
  output: Moved.extend({
    /** What was done now; empty where something stands in the way. */
    did: z.array(step),
    next: step.nullable(),
    blocks: z.array(Block),
  }),
  refusals: ['month-not-yours', 'notice-contact-missing', 'notice-route-missing', 'notice-words-missing'],
})

export const sweepMonths = defineCommand({
  id: 'points-month.sweep',
  summary: { zh: '把逾期支部的月份往下走一步', en: 'Move on the late months below' },
  input: z.object(place),
  output: z.object({ branches: z.int() }),
  refusals: ['month-nothing-late', 'month-sweep-running'],
})

export const monthOperations = {
  showBranchMonth,
  showMonth,
  listMonths,
  reviewMonth,
  publishMonth,
  withdrawMonth,
  closeMonth,
  goOn,
  sweepMonths,
}
