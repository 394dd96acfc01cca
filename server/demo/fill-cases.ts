import { addDays, type PlainDate, plainDate } from '@steward/domain/shared/plain-date.ts'
import type { LedgerEntry } from '@steward/domain/points/entry.ts'
import type { SchemeVersion } from '@steward/domain/schemes/scheme.ts'
import type { WorkingCalendar } from '@steward/domain/shared/working-days.ts'
import { addWorkingDays } from '@steward/domain/shared/working-days.ts'
import { insertPastDeductions, type PastDeduction } from '#features/claims/queries-bulk-deduction.ts'
import { leaveByDecision } from '#features/members/queries-bulk.ts'
import { insertPastRows, type PastRows, type PastUse } from '#features/outcomes/queries-bulk.ts'
import { keepPapers } from '#features/outcomes/documents-bulk.ts'
import { postDeductions, postReversals } from '#features/points/queries-bulk-deduction.ts'
import { reissueStatement } from '#features/points/queries-statement.ts'
import type { Context } from '#platform/context.ts'
import { newIdAt } from '#platform/new-id.ts'
import { momentOf } from './appraised-branch.ts'
import { type CasePerson, paperNumbers } from './case-person.ts'
import { eveningOf, type Reviewer } from './fill-loop.ts'
import { type DisposalOf, type Left, makeDisposal, makeHelpPlan, makeSanction } from './make-disposals.ts'
import {
  type Bodies,
  makeCaution,
  makeLimit,
  makeTolerance,
  makeWarning,
  type Tolerated,
} from './past-warnings.ts'
import { toleratedMatters } from './plan/outcome-words.ts'

export type CasesOf = {
  readonly year: number
  readonly bodies: Bodies
  /** Checks what the county then decides: another person. */
  readonly checker: Reviewer
  readonly people: readonly CasePerson[]
}

const TAKEN_BACK = '经认定属于容错情形，扣分撤回'

/** What the ledger of last year knows of tolerated errors: deducted in June, taken back in December. */
export type ToleratedErrors = {
  deduct(
    context: Context,
    deedOn: PlainDate,
    versionOf: (memberId: string) => SchemeVersion | undefined,
  ): Promise<void>
  takeBack(context: Context, day: PlainDate): Promise<void>
  readonly found: readonly (Tolerated & { readonly person: CasePerson })[]
}

export function toleratedErrors(of: CasesOf, calendar: WorkingCalendar): ToleratedErrors {
  const made: {
    person: CasePerson
    entry: LedgerEntry
    caseId: string
    deduction: Omit<PastDeduction, 'lifted'>
  }[] = []
  const found: (Tolerated & { person: CasePerson })[] = []
  const { county } = of.bodies
  return {
    found,
    async deduct(context, deedOn, versionOf) {
      const at = { tx: context.tx, ...eveningOf(deedOn) }
      const proposedOn = addDays(deedOn, -14)
      const planned = of.people.flatMap((person) => {
        const version = person.role === 'tolerated' ? versionOf(person.memberId) : undefined
        const item = version?.items.find(({ category }) => category === 'deductions')
        if (version === undefined || item === undefined) return []
        const deductionId = newIdAt(momentOf(proposedOn))
        const reason = '任务没有达到要求，经核实扣分。'
        const line = {
          ...{ deductionId, memberId: person.memberId, orgId: person.orgId, version, itemCode: item.code },
          ...{ deedOn, authorId: person.by.accountId, reviewerId: person.other.accountId, reason },
          reviewerMemberId: person.other.memberId === '' ? null : person.other.memberId,
        }
        return [{ person, line }]
      })
      const entries = await postDeductions(
        at,
        planned.map(({ line }) => line),
      )
      for (const [index, { person, line }] of planned.entries()) {
        const entry = entries[index]
        if (entry === undefined) continue
        const deduction = {
          ...{
            id: line.deductionId,
            memberId: person.memberId,
            orgId: person.orgId,
            itemCode: line.itemCode,
          },
          ...{ versionId: line.version.id, deedOn, facts: matterOf(index), proposedBy: person.by },
          ...{
            proposedAt: momentOf(proposedOn),
            proposedOn,
            answerUntil: addWorkingDays(calendar, proposedOn, 5),
          },
          ...{
            decidedBy: person.other,
            decidedOn: deedOn,
            decidedAt: at.now,
            reason: line.reason,
            entryId: entry.id,
          },
        }
        made.push({ person, entry, caseId: newIdAt(momentOf(addDays(deedOn, 140))), deduction })
      }
    },
    async takeBack(context, day) {
      const at = { tx: context.tx, ...eveningOf(day) }
      const by = { accountId: county.accountId, memberId: county.memberId === '' ? null : county.memberId }
      const orders = made.map(({ entry, caseId }) => ({
        ...{ entry, reason: TAKEN_BACK, by, source: { kind: 'tolerance' as const, id: caseId } },
      }))
      const reversals = await postReversals(at, orders, day)
      const lifted = { by: county, on: day, at: at.now, reason: TAKEN_BACK }
      await insertPastDeductions(
        context.tx,
        made.map(({ deduction, caseId }) => ({ ...deduction, lifted: { ...lifted, caseId } })),
      )
      for (const [index, { person, entry, caseId }] of made.entries()) {
        const reversal = reversals[index]
        if (reversal === undefined) continue
        const statement = { orgId: entry.orgId, month: entry.month, memberId: entry.memberId }
        await reissueStatement(context.tx, statement, { reason: `容错认定：${TAKEN_BACK}`, at: at.now })
        found.push({ person, entryId: entry.id, reversalId: reversal.id, caseId, matter: matterOf(index) })
      }
    },
  }
}

function matterOf(index: number): string {
  return toleratedMatters[index % toleratedMatters.length] ?? toleratedMatters[0]
}

/** All that followed from low grades, warnings and tolerance, with the totals of the seed (S-212…S-227). */
export async function fillCases(
  context: Context,
  of: CasesOf,
  tolerated: ToleratedErrors,
  uses: readonly PastUse[],
): Promise<void> {
  const { year, bodies } = of
  const numbers = paperNumbers()
  const rows: PastRows[] = []
  const left: Left[] = []
  const useOf = new Map(
    uses.filter(({ use }) => use.use === 'helpPlan').map(({ use }) => [use.memberId, use.id]),
  )
  const counts = new Map<string, number>()
  for (const person of of.people) {
    const at = counts.get(person.role) ?? 0
    counts.set(person.role, at + 1)
    const made = rowsOf(person, at, { year, bodies, numbers, useId: useOf.get(person.memberId) ?? null })
    rows.push(...made.rows)
    if (made.left !== undefined) left.push(made.left)
  }
  for (const each of tolerated.found) {
    const on = { applied: plainDate(`${year}-11-10`), found: plainDate(`${year}-12-05`) }
    rows.push(makeTolerance(each.person, bodies, of.checker, numbers, each, on))
  }
  await insertPastRows(context.tx, together(rows))
  const entry = { by: bodies.county.name, accountId: bodies.county.accountId }
  await leaveByDecision(context, left, entry)
  await keepPapers(context)
}

type Making = {
  readonly year: number
  readonly bodies: Bodies
  readonly numbers: ReturnType<typeof paperNumbers>
  readonly useId: string | null
}
type Made = { readonly rows: readonly PastRows[]; readonly left?: Left | undefined }

function rowsOf(person: CasePerson, at: number, making: Making): Made {
  const { year, bodies, numbers } = making
  const { county } = bodies
  const before = plainDate(`${year}-01-20`)
  const after = plainDate(`${year + 1}-01-08`)
  const sanctionOn = (on: string) => addDays(plainDate(on), at * 9)
  const helped = (fromOn: PlainDate, result: Parameters<typeof makeHelpPlan>[1]['result']) =>
    makeHelpPlan(person, { year: Number(fromOn.slice(0, 4)) - 1, useId: making.useId, fromOn, result })
  const disposed = (fromOn: PlainDate, form: DisposalOf['form'], ended = true): Made => {
    const plan = helped(fromOn, 'notChanged')
    const proposedOn = addDays(plainDate(`${fromOn.slice(0, 4)}-07-03`), at % 12)
    const made = makeDisposal({ person, form, helpPlanId: plan.id, proposedOn, ended }, county, numbers)
    return { rows: [plan.rows, made.rows], left: made.left }
  }
  const punished = (fromOn: PlainDate, sanction: 'warning' | 'removalFromPost', on: string): Made => ({
    rows: [
      helped(fromOn, 'partly').rows,
      { sanction: [makeSanction(person, sanction, sanctionOn(on), county, numbers)] },
    ],
  })
  switch (person.role) {
    case 'turnedBefore':
      return { rows: [helped(before, 'changed').rows] }
    case 'turned':
      return { rows: [helped(after, 'changed').rows] }
    case 'warnedInPartyBefore':
      return punished(before, 'warning', `${year}-05-12`)
    case 'removedFromPostBefore':
      return punished(before, 'removalFromPost', `${year}-05-20`)
    case 'warnedInParty':
      return punished(after, 'warning', `${year + 1}-04-14`)
    case 'removedFromPost':
      return punished(after, 'removalFromPost', `${year + 1}-04-20`)
    case 'persuadedOut':
      return disposed(before, 'persuasion')
    case 'removed':
      return disposed(before, 'removal')
    case 'correctionOrder':
      return disposed(after, 'correctionOrder')
    case 'caseOpen':
      return disposed(after, 'correctionOrder', false)
    case 'cautioned': {
      const plan = helped(after, null)
      const servedOn = addDays(plainDate(`${year + 1}-02-10`), at % 10)
      return { rows: [plan.rows, makeCaution(person, plan.id, county, numbers, servedOn)] }
    }
    case 'measured':
    case 'talked':
    case 'talkExplained':
      return {
        rows: [
          makeWarning(person, bodies, numbers, {
            at,
            servedOn: addDays(plainDate(`${year}-04-08`), at * 11),
          }),
        ],
      }
    case 'lostAwards':
      return { rows: [{ outcome_limit: [makeLimit(person, 'awards', bodies, numbers, after)] }] }
    case 'onHold':
      return { rows: [{ outcome_limit: [makeLimit(person, 'appointmentHold', bodies, numbers, after)] }] }
    case 'tolerated':
    case 'commended':
      return { rows: [] }
  }
}

function together(all: readonly PastRows[]): PastRows {
  const found: Record<string, Readonly<Record<string, unknown>>[]> = {}
  for (const rows of all)
    for (const [table, list] of Object.entries(rows)) found[table] = [...(found[table] ?? []), ...list]
  return found
}
