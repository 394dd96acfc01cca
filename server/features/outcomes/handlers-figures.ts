import { findDownTriggers } from '@steward/domain/outcomes/down-trigger.ts'
import { countDisposals, countOutcomes, countUnqualified } from '@steward/domain/outcomes/outcome-figures.ts'
import { deskOf } from '@steward/domain/outcomes/outcome-drafting.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { yearOf } from '@steward/domain/shared/plain-date.ts'
import type { Permission } from '@steward/domain/access/permissions.ts'
import { findOrg, type Org } from '#features/organisation/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { DESKS } from './handlers-use-shape.ts'
import { listDownTriggers, showFigures } from './operations-figures.ts'
import { listDisposalRows, listFigureRows, listOutcomeYears, loadBoard } from './queries-figures.ts'
import { listAssessedCadres } from './queries-trigger.ts'
import { countUses } from './queries-use.ts'

/** What each part of the board asks for. */
const PARTS = {
  draft: ['outcome.draft'],
  cadres: ['cadre-list.read'],
  limits: ['limit.record'],
  warnings: ['warning.read'],
  tolerance: ['tolerance.read'],
  cases: ['disposal.read'],
  appeals: ['appeal.read'],
  issue: ['outcome.decide-at-committee', 'outcome.decide-at-county'],
} as const satisfies Record<string, readonly Permission[]>
type Part = keyof typeof PARTS

function partsOf({ access }: Context, org: Org): Set<Part> {
  const all = Object.keys(PARTS) as Part[] // The record has exactly these keys.
  return new Set(all.filter((part) => access.may(PARTS[part], { path: org.path }).length > 0))
}

const showing = handle(showFigures, async (context, input) => {
  const { tx, access, today } = context
  const org = (await findOrg(tx, input.orgId)) ?? problem('not-found')
  const target = { path: org.path }
  access.demandHidden('outcome.read', target)
  const years = await listOutcomeYears(tx)
  const year = input.year ?? years[0] ?? yearOf(today)
  const of = { path: org.path, year }
  const board = await loadBoard(tx, org.path, year)
  const rows = await listFigureRows(tx, of)
  const counts = await countUses(context, of)
  const parts = partsOf(context, org)
  const disposals = parts.has('cases') ? countDisposalsOf(await listDisposalRows(tx, of)) : null
  const all = countOutcomes(rows)
  const only = (part: Part, count: number) => (parts.has(part) ? count : null)
  const gradeCount = (grade: string) => board.grades.find((one) => one.grade === grade)?.count ?? 0
  const toDecide = counts
    .filter(
      ({ use, body, state }) =>
        state === 'drafted' && access.may([DESKS[deskOf(use, body)]], target).length > 0,
    )
    .reduce((sum, { count }) => sum + count, 0)
  return agree({
    org: { id: org.id, name: org.name },
    ...{ year, years, out: board.out, notDrafted: board.notDrafted, waiting: board.waiting },
    ...{ withoutUse: board.withoutUse, toDecide },
    grades: {
      excellent: gradeCount('excellent'),
      qualified: gradeCount('qualified'),
      basicallyQualified: gradeCount('basicallyQualified'),
      unqualified: gradeCount('unqualified'),
    },
    figures: {
      commended: all.commended,
      tolerated: only('tolerance', all.tolerated),
      ...{ warned: only('warnings', all.warned), talked: only('warnings', all.talked) },
      talkExplained: only('warnings', all.talkExplained),
      measured: only('warnings', all.measured),
      ...{ lostAwards: only('limits', all.lostAwards), onHold: only('limits', all.onHold) },
    },
    unqualified: parts.has('cases') ? countUnqualified(rows) : null,
    disposals,
    may: [...parts],
  })
})

function countDisposalsOf({ cases, ends }: Awaited<ReturnType<typeof listDisposalRows>>) {
  return countDisposals(cases, ends)
}

/** A hint to the competent body and nothing that is stored; read by the cadre section. */
const triggers = handle(listDownTriggers, async (context, { orgId, year }) => {
  const { tx, access } = context
  const org = (await findOrg(tx, orgId)) ?? problem('not-found')
  access.demandHidden('cadre-list.read', { path: org.path })
  const cadres = await listAssessedCadres(tx, org.path, year)
  return agree({
    org: { id: org.id, name: org.name },
    rows: cadres.flatMap(({ years, ...one }) => {
      const found = findDownTriggers(years.map((each) => ({ ...each, notToBeCounted: false })))
      return found.length === 0
        ? []
        : [{ ...one, triggers: found, grades: years.map((each) => ({ year: each.year, grade: each.grade })) }]
    }),
  })
})

export const figureHandlers: readonly Handled[] = [showing, triggers]
