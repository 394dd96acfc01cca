import { isPending, isRipe } from '@steward/domain/claims/deduction.ts'
import { creditRaw } from '@steward/domain/points/credit.ts'
import { rawValue } from '@steward/domain/schemes/item-value.ts'
import type { SchemeItem, SchemeVersion } from '@steward/domain/schemes/scheme.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { type PlainDate, toPlainMonth, yearOf } from '@steward/domain/shared/plain-date.ts'
import { toPoints } from '@steward/domain/shared/points.ts'
import { countWorkingDays, type WorkingCalendar } from '@steward/domain/shared/working-days.ts'
import { findOrg } from '#features/organisation/queries.ts'
import { loadCalendar } from '#features/organisation/queries-calendar.ts'
import { findScoringFacts, loadVersions, schemeForMember } from '#features/schemes/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import * as operations from './operations-deduction.ts'
import { creditRulesOf, getItem, loadStanding, usedBefore } from './queries-credit.ts'
import {
  type DeductionRow,
  findDeduction,
  listDeductions,
  listDeductionsOf,
  listDeductionSteps,
  toDeduction,
} from './queries-deduction.ts'
import { toItemView, versionsOfRows } from './queries-view.ts'

type Seen = { readonly today: PlainDate; readonly calendar: WorkingCalendar; readonly version: SchemeVersion }

function toLine(row: DeductionRow, { today, calendar, version }: Seen) {
  const item = getItem(version, { itemCode: row.itemCode, taskLeast: null, taskMost: null })
  const { id, memberId, memberName, orgId, orgName, itemCode, deedOn, facts, state, proposedBy, proposedOn } =
    row
  const { toldOn, answerUntilOn, decidedBy, decidedOn, reason, credited } = row
  const raw = rawValue(item, row.quantity, row.chosen === null ? null : toPoints(row.chosen))
  const waits = state === 'told' && answerUntilOn !== null
  return {
    ...{ id, memberId, memberName, orgId, orgName, itemCode, deedOn, facts, state, proposedBy, proposedOn },
    ...{ toldOn, answerUntilOn, decidedBy, decidedOn, reason, credited },
    itemName: item.name,
    raw: raw.ok ? raw.value : null,
    daysToAnswer: waits ? daysLeft(calendar, today, answerUntilOn) : null,
    ripe: isRipe(toDeduction(row), today),
  }
}

/** Working days left, today not counted; none once it is over. */
function daysLeft(calendar: WorkingCalendar, today: PlainDate, until: PlainDate): number {
  return today >= until ? 0 : countWorkingDays(calendar, today, until)
}

/** The calendar as far as answers of these deductions reach. */
async function calendarOf({ tx, today }: Context, rows: readonly DeductionRow[]): Promise<WorkingCalendar> {
  const ends = rows.flatMap(({ answerUntilOn }) => answerUntilOn ?? []).filter((day) => day > today)
  return await loadCalendar(tx, today, ends.toSorted().at(-1) ?? today)
}

async function toLines(context: Context, rows: readonly DeductionRow[]) {
  const [versions, calendar] = await Promise.all([
    versionsOfRows(context.tx, rows),
    calendarOf(context, rows),
  ])
  return rows.map((row) => {
    const version = versions.get(row.versionId) ?? problem('not-found')
    return toLine(row, { today: context.today, calendar, version })
  })
}

const options = handle(operations.deductionOptions, async ({ tx, access, today }, input) => {
  const day = input.deedOn ?? today
  const [facts, versions] = await Promise.all([findScoringFacts(tx, [input.memberId], day), loadVersions(tx)])
  const member = facts.get(input.memberId) ?? problem('not-found')
  access.demandHidden('deduction.propose', { path: member.orgPath })
  const version = schemeForMember(versions, member, toPlainMonth(day))
  const org = await findOrg(tx, member.orgId)
  return agree({
    ...{ memberName: member.name, orgName: org?.name ?? '' },
    answerWorkingDays: version?.answerWorkingDays ?? 0,
    items: (version?.scored === true ? version.items : [])
      .filter(({ category }) => category === 'deductions')
      .map(toItemView),
  })
})

const list = handle(operations.listDeductions, async (context, { orgId, show, ...page }) => {
  const { tx, access, actor, today } = context
  const officer = actor.holdings.some(
    ({ permission, reach }) => permission === 'deduction.read' && reach !== 'self',
  )
  // Who reads only what is about oneself has a page of one's own.
  access.demandSomewhere(officer ? 'deduction.read' : 'deduction.decide')
  const { rows, counts } = await listDeductions(tx, access, { orgId: orgId ?? null, show, today, ...page })
  const mayPropose = actor.holdings.some(({ permission }) => permission === 'deduction.propose')
  return agree({ rows: await toLines(context, rows), total: counts[show], counts, mayPropose })
})

const mine = handle(operations.listMyDeductions, async (context) => {
  const { tx, access, actor } = context
  access.open('own-account')
  if (actor.memberId === null) return agree({ rows: [] })
  return agree({ rows: await toLines(context, await listDeductionsOf(tx, actor.memberId)) })
})

const show = handle(operations.showDeduction, async (context, { deductionId }) => {
  const { tx, access, today } = context
  const row = (await findDeduction(tx, deductionId)) ?? problem('not-found')
  access.demandHidden('deduction.read', { path: row.orgPath, memberId: row.memberId })
  const year = yearOf(row.deedOn)
  const [steps, standing, versions, calendar] = await Promise.all([
    listDeductionSteps(tx, deductionId),
    loadStanding(tx, [row.memberId], { from: year, until: year }),
    versionsOfRows(tx, [row]),
    calendarOf(context, [row]),
  ])
  const version = versions.get(row.versionId) ?? problem('not-found')
  const item = getItem(version, { itemCode: row.itemCode, taskLeast: null, taskMost: null })
  const { quantity, chosen, toldHow, toldBy, answer, answerTakenBy, entryId } = row
  return agree({
    ...toLine(row, { today, calendar, version }),
    ...{ quantity, chosen, toldHow, toldBy, answer, answerTakenBy, entryId, steps },
    item: toItemView(item),
    schemeTitle: version.title,
    schemeLabel: version.label,
    evidence: row.evidence.map(({ kind, fileId, note }) => ({ kind, fileId, note })),
    would: isPending(row) ? wouldTake(row, version, item, standing.get(row.memberId) ?? []) : null,
    may: rightsOf(context, row),
  })
})

/** What would be taken now: never below zero. */
function wouldTake(
  row: DeductionRow,
  version: SchemeVersion,
  item: SchemeItem,
  lines: Parameters<typeof usedBefore>[0],
) {
  const rules = creditRulesOf(version)
  const rule = rules.items.get(item.code)
  const raw = rawValue(item, row.quantity, row.chosen === null ? null : toPoints(row.chosen))
  if (!raw.ok || rule === undefined) return null
  return {
    raw: raw.value,
    ...creditRaw(rules, rule, raw.value, usedBefore(lines, version, item, row.deedOn)),
  }
}

function rightsOf({ access, actor, today }: Context, row: DeductionRow) {
  const own = actor.memberId !== null && actor.memberId === row.memberId
  const has = (permission: 'deduction.propose' | 'deduction.decide') =>
    access.may([permission], { path: row.orgPath }).length > 0
  const heard = row.state === 'told' || row.state === 'answered'
  const decides = has('deduction.decide') && !own
  return {
    tell: row.state === 'proposed' && has('deduction.propose') && !own,
    takeAnswer: heard && has('deduction.propose') && !own,
    answer: heard && own,
    decide: decides && row.proposedById !== actor.accountId && isRipe(toDeduction(row), today),
    drop: isPending(row) && !own && (decides || row.proposedById === actor.accountId),
    object: own && row.state === 'imposed',
  }
}

export const deductionLookHandlers: readonly Handled[] = [options, list, mine, show]
