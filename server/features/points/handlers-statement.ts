import { totalTerms } from '@steward/domain/points/category.ts'
import { roomFor } from '@steward/domain/points/credit.ts'
import { type StandingLine, usedAmong } from '@steward/domain/points/used.ts'
import { explainTotal } from '@steward/domain/points/why.ts'
import { type SchemeVersion, toCreditRules } from '@steward/domain/schemes/scheme.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { type PlainDate, toPlainMonth, yearOf } from '@steward/domain/shared/plain-date.ts'
import { toPoints } from '@steward/domain/shared/points.ts'
import { handle, type Handled } from '#platform/context.ts'
import { lineShape, personShape, sourceShape } from './handlers-shape.ts'
import { getReadable } from './handlers-year.ts'
import { showRoom, showStatement } from './operations-year.ts'
import { listEntriesOf, toEntry } from './queries-ledger.ts'
import { type LineRow, listLinesOfStatement } from './queries-line.ts'
import type { PointsPerson } from './queries-person.ts'
import { type EditionRow, loadStatement } from './queries-statement.ts'
import { settleStatementThing } from './queries-statement-thing.ts'

const statement = handle(showStatement, async (ctx, input) => {
  const { month } = input
  const { person, self } = await getReadable(ctx, input.memberId, yearOf(month))
  const { memberId } = person.facts
  const [rows, issued] = await Promise.all([
    listLinesOfStatement(ctx.tx, memberId, month),
    loadStatement(ctx.tx, memberId, month),
  ])
  const orgIds = new Set([
    ...rows.map(({ party_org_id }) => party_org_id),
    ...issued.editions.map(({ orgId }) => orgId),
  ])
  if (self) await settleStatementThing(ctx, memberId, month)
  return agree({
    person: personShape(person, person.schemeIn(month)),
    self,
    month,
    parts: [...orgIds].map((orgId) =>
      partOf(
        rows.filter((row) => row.party_org_id === orgId),
        issued.editions.filter((edition) => edition.orgId === orgId),
        person,
        { self, today: ctx.today, orgId, month },
      ),
    ),
    yearTotal: issued.yearTotal,
  })
})

type By = {
  readonly self: boolean
  readonly today: PlainDate
  readonly orgId: string
  readonly month: ReturnType<typeof toPlainMonth>
}

/** What one branch wrote for the month. */
function partOf(rows: readonly LineRow[], editions: readonly EditionRow[], person: PointsPerson, by: By) {
  const why = explainTotal(rows.map(toEntry), {
    caps: {},
    disputed: new Set(rows.filter(({ objectionId }) => objectionId !== null).map(({ id }) => id)),
    open: [],
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const lines = why.terms.flatMap((term) =>
    term.lines.flatMap((line) => {
      const row = byId.get(line.entry.id)
      return row === undefined ? [] : [lineShape(row, line, person, by)]
    }),
  )
  const last = editions.at(-1)
  const [first] = lines
  return {
    orgId: by.orgId,
    orgName: first?.orgName ?? last?.orgName ?? '',
    published: first?.published ?? {
      month: by.month,
      state: last === undefined ? ('open' as const) : ('closed' as const),
      notice: null,
    },
    edition: last?.edition ?? 0,
    issuedAt: last === undefined ? null : new Date(last.issuedAt),
    reason: last?.reason ?? '',
    terms: totalTerms.map((term) => ({
      term,
      credited: why.terms.find((each) => each.term === term)?.credited ?? toPoints(0),
    })),
    total: why.total,
    lines: lines.toSorted((a, b) => a.postedAt.getTime() - b.postedAt.getTime()),
    editions: editions.map(({ edition, issuedAt, reason, total }) => ({
      edition,
      issuedAt: new Date(issuedAt),
      reason,
      total,
    })),
  }
}

const room = handle(showRoom, async (ctx, input) => {
  const on = input.on ?? ctx.today
  const { person } = await getReadable(ctx, input.memberId, yearOf(on))
  const scheme = person.schemeIn(toPlainMonth(on))
  const lines = scheme === undefined ? [] : await standingOf(ctx.tx, person, on)
  return agree({
    person: personShape(person, scheme),
    on,
    scheme: scheme === undefined ? null : sourceShape(scheme, null),
    ...(scheme === undefined
      ? { categories: [], total: { cap: null, used: 0 }, items: [] }
      : roomOf(scheme, lines, on)),
  })
})

async function standingOf(
  tx: Parameters<typeof listEntriesOf>[0],
  person: PointsPerson,
  on: PlainDate,
): Promise<StandingLine[]> {
  const entries = await listEntriesOf(tx, person.facts.memberId, yearOf(on))
  return entries.map(({ itemCode, term, deedOn, credited, schemeVersionId }) => {
    const item = person.byId.get(schemeVersionId)?.items.find(({ code }) => code === itemCode)
    return { itemCode, term, deedOn, credited, outsideCaps: (item?.outsideCaps ?? null) !== null }
  })
}

/** What every item can still bring on a day, and the caps that say so. */
function roomOf(scheme: SchemeVersion, lines: readonly StandingLine[], on: PlainDate) {
  const rules = toCreditRules(scheme)
  const items = scheme.items.flatMap((item, at) => {
    const credited = rules.items.get(item.code)
    if (credited === undefined) return []
    const used = usedAmong(lines, credited, on)
    const { left, limit } = roomFor(rules, credited, used)
    return [
      {
        used,
        shape: {
          code: item.code,
          term: item.category,
          name: item.name,
          rule: item.rule,
          no: at + 1,
          cap: item.caps,
          used: { day: used.itemDay, month: used.itemMonth, year: used.itemYear },
          left,
          limit,
        },
      },
    ]
  })
  const categories = totalTerms.flatMap((term) => {
    if (term === 'base') return []
    const used = items.find(({ shape }) => shape.term === term)?.used
    const taken = {
      day: used?.categoryDay ?? 0,
      month: used?.categoryMonth ?? 0,
      year: used?.categoryYear ?? 0,
    }
    return [{ term, cap: scheme.categories[term], used: taken }]
  })
  const total = lines.reduce((sum, line) => sum + (line.outsideCaps ? 0 : line.credited), 0)
  return {
    categories,
    total: { cap: scheme.totalCap, used: total },
    items: items.map(({ shape }) => shape),
  }
}

export const statementHandlers: readonly Handled[] = [statement, room]
