import { toBaseEvidence } from '@steward/domain/points/base-line.ts'
import { correctEntry, type LedgerEntry } from '@steward/domain/points/entry.ts'
import { monthFor } from '@steward/domain/points/month.ts'
import type { SchemeVersion } from '@steward/domain/schemes/scheme.ts'
import { toPlainMonth } from '@steward/domain/shared/plain-date.ts'
import type { Points } from '@steward/domain/shared/points.ts'
import { carryOverLine, type ComingIn, nextBase } from '@steward/domain/year/carry-over.ts'
import type { Context } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import { beginMonths, loadMonths, lockYears, type Months } from './queries-bulk.ts'
import { reissueStatements } from './queries-correct.ts'
import { ENTRY_COLUMNS, type EntryRow, insertEntries, toEntry } from './queries-ledger.ts'

/** Who is given a base out of the year before, in the branch of today and under the version of the new year. */
export type CarriedPerson = {
  readonly memberId: string
  readonly orgId: string
  readonly coming: ComingIn
  readonly version: SchemeVersion
}
export type CarryingOver = {
  /** The new year. */
  readonly year: number
  /** The closing of the year before each line follows from. */
  readonly closingId: (person: CarriedPerson) => string
  /** Account that closed it; the version of the scheme where there is none, as for a flat base. */
  readonly authorId: string | null
  /** Why a base that stands is taken back; said before the sum. */
  readonly why: string
}
export type Carried = {
  readonly memberId: string
  /** The branch the line was posted in; that of the line it answers, where it answers one. */
  readonly orgId: string
  /** Null where the class carries nothing over. */
  readonly base: Points | null
  readonly words: string
  /** The line that stands now; null where there is none. */
  readonly entryId: string | null
  /** Whether anything was written. */
  readonly written: boolean
}

type At = Pick<Context, 'tx' | 'now' | 'newId'>
type BaseRow = { readonly entry: LedgerEntry; readonly reversed: boolean }

// About as many lines as the database takes in a tenth of a second.
const LINES_A_STEP = 3000

/**
 * Gives many members the base their last year left them, in one go (R-230…R-232). A flat or brought-along base that stands is
 * taken back and the right one written in its place; one that stands as it should is left, so that doing it twice is doing it
 * once. A class without carry-over gets no line. A line goes to January, or to the next month of the branch that takes lines.
 */
export async function postCarryOver(
  at: At,
  of: CarryingOver,
  people: readonly CarriedPerson[],
): Promise<Carried[]> {
  if (people.length === 0) return []
  const { tx } = at
  const ids = people.map(({ memberId }) => memberId)
  await lockYears(tx, ids, of.year)
  const bases = await loadBases(tx, ids, of.year)
  const months: Months = new Map()
  const branches = people.map(({ orgId, memberId }) => bases.get(memberId)?.entry.orgId ?? orgId)
  await loadMonths(
    tx,
    months,
    branches.map((orgId) => ({ orgId })),
  )
  const planned = people.map((person) =>
    planFor(at, of, person, { months, base: bases.get(person.memberId) }),
  )
  const lines = planned.flatMap(({ lines: own }) => own.map((entry) => ({ entry, outsideCaps: false })))
  await beginMonths(tx, months, lines, at.now)
  for (let start = 0; start < lines.length; start += LINES_A_STEP)
    await insertEntries(tx, lines.slice(start, start + LINES_A_STEP))
  for (const { replaced } of planned)
    if (replaced !== undefined) await reissueStatements(at, replaced, of.why)
  return planned.map(({ carried }) => carried)
}

type Plan = {
  readonly carried: Carried
  readonly lines: readonly LedgerEntry[]
  readonly replaced?: LedgerEntry
}
type Standing = { readonly months: Months; readonly base: BaseRow | undefined }

function planFor(at: At, of: CarryingOver, person: CarriedPerson, { months, base }: Standing): Plan {
  const { memberId, version } = person
  const next = nextBase(person.coming, version.carryOver)
  const evidence = next.base === null ? [] : toBaseEvidence(next.base, version.carryOver.percent)
  const orgId = base?.entry.orgId ?? person.orgId
  const authorId = of.authorId ?? version.id
  const says = { memberId, orgId, base: next.base?.points ?? null, words: next.words }
  // Made before that of the line, so that what takes back stands before what is right.
  const backId = at.newId()
  const line = carryOverLine(
    {
      ...{ id: at.newId(), memberId, orgId, year: of.year, schemeVersionId: version.id },
      ...{ postedAt: at.now, authorId, closingId: of.closingId(person) },
    },
    next,
  )
  const stateOf = (month: Parameters<Parameters<typeof monthFor>[1]>[0]) => months.get(orgId)?.get(month)
  if (base === undefined) {
    if (line === null) return { carried: { ...says, entryId: null, written: false }, lines: [] }
    const month = monthFor(toPlainMonth(line.deedOn), stateOf)
    return {
      carried: { ...says, base: line.credited, entryId: line.id, written: true },
      lines: [{ ...line, month, evidence }],
    }
  }
  const standing = base.reversed ? undefined : base.entry
  if (line === null ? standing === undefined : isAsIt(standing, { ...line, evidence }))
    return { carried: { ...says, entryId: standing?.id ?? null, written: false }, lines: [] }
  const answering = {
    ...{ id: backId, orgId, postedAt: at.now, month: monthFor(base.entry.month, stateOf) },
    // It follows from the scheme and the closing; nobody reviews the own base.
    ...{ authorId, reviewerId: authorId, reviewerMemberId: null },
    ...{ source: { kind: 'year' as const, id: of.closingId(person) }, reason: `${of.why}：${next.words}` },
  }
  const right = line ?? { id: answering.id, raw: base.entry.raw, credited: base.entry.credited }
  const corrected = correctEntry(base.entry, { ...right, limit: null }, answering, { alreadyReversed: false })
  if (!corrected.ok) throw new Error(`A standing base is not refused as ${corrected.code}`)
  const [back, again] = corrected.value
  const written = line === null ? [] : [{ ...again, schemeVersionId: version.id, evidence }]
  return {
    carried: {
      ...says,
      base: line?.credited ?? null,
      entryId: line === null ? null : again.id,
      written: true,
    },
    lines: [...(standing === undefined ? [] : [{ ...back, evidence: [] }]), ...written],
    replaced: base.entry,
  }
}

function isAsIt(standing: LedgerEntry | undefined, right: LedgerEntry): boolean {
  return (
    standing !== undefined &&
    standing.source.kind === 'year' &&
    standing.credited === right.credited &&
    standing.evidence.join() === right.evidence.join()
  )
}

/** The last base line of each member's year, and whether it was taken back; a standing one before one that was. */
async function loadBases(
  tx: CountyTx,
  memberIds: readonly string[],
  year: number,
): Promise<Map<string, BaseRow>> {
  const rows = await tx.raw<EntryRow & { reversed: boolean }>(
    'points-bases-of',
    `select distinct on (e.member_id) ${ENTRY_COLUMNS}, r.id is not null as reversed
     from ledger_entry e
     left join ledger_entry r on r.county_id = e.county_id and r.refers_to = e.id and r.kind = 'reversal'
     where e.county_id = $1 and e.member_id = any($2::uuid[]) and e.deed_on = make_date($3, 1, 1) and e.term = 'base'
       and e.kind <> 'reversal'
     order by e.member_id, (r.id is null) desc, e.posted_at desc, e.id desc`,
    [memberIds, year],
  )
  return new Map(rows.map((row) => [row.member_id, { entry: toEntry(row), reversed: row.reversed }]))
}
