import { checkEntry, type LedgerEntry, reverseEntry } from '@steward/domain/points/entry.ts'
import { rawValue } from '@steward/domain/schemes/item-value.ts'
import type { SchemeVersion } from '@steward/domain/schemes/scheme.ts'
import { type PlainDate, toPlainMonth } from '@steward/domain/shared/plain-date.ts'
import { toPoints } from '@steward/domain/shared/points.ts'
import type { Context } from '#platform/context.ts'
import { insertEntries } from './queries-ledger.ts'

type At = Pick<Context, 'tx' | 'now' | 'newId'>

/** A deduction that was decided, of a record from before. */
export type ManyDeduction = {
  readonly deductionId: string
  readonly memberId: string
  readonly orgId: string
  readonly version: SchemeVersion
  readonly itemCode: string
  readonly deedOn: PlainDate
  readonly authorId: string
  readonly reviewerId: string
  readonly reviewerMemberId: string | null
  readonly reason: string
}

/** Writes the lines of decided deductions, one unit each, into the month of their day, which is still open. */
export async function postDeductions(at: At, all: readonly ManyDeduction[]): Promise<LedgerEntry[]> {
  const lines = all.map((one): LedgerEntry => {
    const { version, itemCode, deductionId, reviewerMemberId, ...rest } = one
    const item = version.items.find(({ code }) => code === itemCode)
    if (item === undefined) throw new Error(`${version.title.zh} knows no ${itemCode}`)
    const raw = rawValue(item, 100, item.value.kind === 'range' ? item.value.least : null)
    if (!raw.ok) throw new Error(`A deduction has no value: ${raw.code} ${itemCode}`)
    const points = toPoints(0 - Math.abs(raw.value))
    const entry: LedgerEntry = {
      ...rest,
      ...{ id: at.newId(), kind: 'deduction', term: 'deductions', itemCode, raw: points, credited: points },
      ...{ limit: null, schemeVersionId: version.id, postedAt: at.now, month: toPlainMonth(one.deedOn) },
      ...{ source: { kind: 'deduction', id: deductionId }, evidence: [], refersTo: null },
    }
    const checked = checkEntry(entry, { reviewerMemberId })
    if (!checked.ok) throw new Error(`A line cannot be written: ${checked.code}`)
    return entry
  })
  await insertEntries(
    at.tx,
    lines.map((entry) => ({ entry, outsideCaps: false })),
  )
  return lines
}

/** Takes lines back that a case has ordered, in the month of this moment; answers with the reversals in the same order. */
export async function postReversals(
  at: At,
  all: readonly {
    readonly entry: LedgerEntry
    readonly source: LedgerEntry['source']
    readonly reason: string
    readonly by: { readonly accountId: string; readonly memberId: string | null }
  }[],
  day: PlainDate,
): Promise<LedgerEntry[]> {
  const lines = all.map(({ entry, source, reason, by }) => {
    const answering = {
      ...{ id: at.newId(), orgId: entry.orgId, postedAt: at.now, month: toPlainMonth(day), source, reason },
      ...{ authorId: by.accountId, reviewerId: by.accountId, reviewerMemberId: by.memberId },
    }
    const reversed = reverseEntry(entry, answering, { alreadyReversed: false })
    if (!reversed.ok) throw new Error(`A line cannot be taken back: ${reversed.code}`)
    return reversed.value
  })
  await insertEntries(
    at.tx,
    lines.map((entry) => ({ entry, outsideCaps: false })),
  )
  return lines
}
