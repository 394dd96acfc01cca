import { readBase } from '@steward/domain/points/base-line.ts'
import { type TotalTerm, totalTerms } from '@steward/domain/points/category.ts'
import { explainTotal, type StillOpen } from '@steward/domain/points/why.ts'
import { rawValue } from '@steward/domain/schemes/item-value.ts'
import type { SchemeVersion } from '@steward/domain/schemes/scheme.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { plainDate, yearOf } from '@steward/domain/shared/plain-date.ts'
import { noPoints, type Points, sumPoints, toPoints } from '@steward/domain/shared/points.ts'
import { notePageLook } from '#features/members/queries-look.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { showMine, showYear } from './operations-year.ts'
import { toEntry } from './queries-ledger.ts'
import { lineShape, openObjectionsOf, personShape, sourceShape } from './handlers-shape.ts'
import { type BaseRow, listLinesOfYear, listOpenOfYear, loadSums, type OpenRow } from './queries-line.ts'
import { findPerson, type PointsPerson, schemeOfYear } from './queries-person.ts'

/** A person whose points the caller may read; reading somebody else's is a look that the member sees. */
export async function getReadable(
  ctx: Context,
  wanted: string | null,
  year: number,
): Promise<{ person: PointsPerson; self: boolean }> {
  const memberId = wanted ?? ctx.actor.memberId ?? problem('not-found')
  const person = (await findPerson(ctx.tx, memberId, ctx.today, year)) ?? problem('not-found')
  ctx.access.demandHidden('points.read', { path: person.facts.orgPath, memberId })
  await notePageLook(ctx, { id: memberId, path: person.facts.orgPath })
  return { person, self: ctx.actor.memberId === memberId }
}

const year = handle(showYear, async (ctx, input) => {
  const shown = input.year ?? yearOf(ctx.today)
  const { person, self } = await getReadable(ctx, input.memberId, shown)
  const { memberId, orgPath } = person.facts
  const [rows, waiting] = await Promise.all([
    listLinesOfYear(ctx.tx, memberId, shown),
    listOpenOfYear(ctx.tx, memberId, shown),
  ])
  const scheme = schemeOfYear(person, shown, ctx.today)
  const open = [...waiting.map((row) => toOpen(row, person)), ...openObjectionsOf(rows, person)]
  const why = explainTotal(rows.map(toEntry), {
    caps: capsOfYear(scheme),
    disputed: new Set(rows.filter(({ objectionId }) => objectionId !== null).map(({ id }) => id)),
    open: open.map(({ kind, id, points }): StillOpen => ({ kind, id, points })),
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return agree({
    person: personShape(person, scheme),
    year: shown,
    years: [...person.years],
    self,
    closedUntil: person.closedUntil,
    total: why.total,
    totalForAdverse: why.totalForAdverse,
    base: readBase(
      rows
        .filter(({ term }) => term === 'base')
        .map((row) => ({
          kind: row.kind,
          source: row.source_kind,
          credited: toPoints(row.credited),
          evidence: row.evidence,
          takenBack: row.takenBackBy !== null,
        })),
    ),
    terms: why.terms.map(({ lines, ...term }) => ({
      ...term,
      lineCount: lines.length,
      lines: lines.flatMap((line) => {
        const row = byId.get(line.entry.id)
        return row === undefined ? [] : [lineShape(row, line, person, { self, today: ctx.today })]
      }),
    })),
    open,
    disputed: [...why.disputed],
    scheme: scheme === undefined ? null : sourceShape(scheme, null),
    may: ctx.access.may(['points.bring-along', 'objection.take'], { path: orgPath, memberId }),
  })
})

/** The caps of a year as the sum line names them; the base has its own. */
export function capsOfYear(scheme: SchemeVersion | undefined): Partial<Record<TotalTerm, Points | null>> {
  if (scheme === undefined) return {}
  const { duty, pledgesAndTasks, serviceAndExample, bonus } = scheme.categories
  return {
    base: scheme.carryOver.baseCap,
    duty: duty.year,
    pledgesAndTasks: pledgesAndTasks.year,
    serviceAndExample: serviceAndExample.year,
    bonus: bonus.year,
  }
}

function toOpen(row: OpenRow, person: PointsPerson) {
  const item = person.byId.get(row.versionId)?.items.find(({ code }) => code === row.itemCode)
  const value = item && rawValue(item, row.quantity, row.chosen === null ? null : toPoints(row.chosen))
  const points = value?.ok === true ? value.value : null
  return {
    kind: row.kind,
    id: row.id,
    itemName: item?.name ?? null,
    term: item?.category ?? null,
    said: row.said,
    deedOn: row.deedOn,
    points,
    state: row.state,
    since: row.since,
    dueOn: row.dueOn,
    reviewer: '',
  }
}

const mine = handle(showMine, async (ctx, input) => {
  ctx.access.open('own-account')
  const shown = input.year ?? yearOf(ctx.today)
  const { memberId } = ctx.actor
  const person = memberId === null ? undefined : await findPerson(ctx.tx, memberId, ctx.today, shown)
  if (person === undefined || memberId === null) return agree(nothingMine(shown))
  const sums = await loadSums(ctx.tx, memberId, shown)
  const scheme = schemeOfYear(person, shown, ctx.today)
  const caps = capsOfYear(scheme)
  const terms = totalTerms.map((term) => {
    const found = sums.terms?.find((each) => each.term === term)
    const raw = found?.raw ?? 0
    const credited = toPoints(found?.credited ?? 0)
    return {
      term,
      raw,
      credited,
      cappedAway: raw - credited,
      cap: caps[term] ?? null,
      lineCount: found?.lines ?? 0,
    }
  })
  return agree({
    year: shown,
    years: [...person.years],
    person: personShape(person, scheme),
    closedUntil: person.closedUntil,
    total: sumPoints(terms.map(({ credited }) => credited)),
    base: readBase((sums.base ?? []).map(toBaseLine)),
    terms,
    openCount: sums.open,
    disputedCount: sums.disputed,
    latest: (sums.latest ?? []).map(({ versionId, itemCode, ...line }) => ({
      ...line,
      itemName: person.byId.get(versionId)?.items.find(({ code }) => code === itemCode)?.name ?? null,
      deedOn: plainDate(line.deedOn),
      postedAt: new Date(line.postedAt),
    })),
  })
})

function toBaseLine({ credited, ...row }: BaseRow) {
  return { ...row, credited: toPoints(credited) }
}

function nothingMine(shown: number) {
  return {
    year: shown,
    years: [],
    person: null,
    closedUntil: null,
    total: noPoints,
    base: readBase([]),
    terms: [],
    openCount: 0,
    disputedCount: 0,
    latest: [],
  }
}

export const yearHandlers: readonly Handled[] = [year, mine]
