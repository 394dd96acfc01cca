import type { ParsedRow } from '@steward/domain/members/roster-import/row.ts'
import { isAtOrBelow } from '@steward/domain/shared/reach.ts'
import type { Context } from '#platform/context.ts'
import { openRow } from './jobs-roster-judge.ts'
import type { ImportRow } from './queries-roster-import.ts'
import type { RosterRow } from './queries-roster-row.ts'
import type { Branch } from './queries-roster-register.ts'
import type { Entry } from './queries.ts'

export type Means = Pick<Context, 'tx' | 'crypto' | 'today' | 'now' | 'newId' | 'actor'>

/** One writing of an import into the register. */
export type Writing = {
  readonly means: Means
  readonly imported: ImportRow
  readonly branches: ReadonlyMap<string, Branch>
  readonly entry: Entry
}

export type Left = { readonly rowNumber: number; readonly code: string }

/** How lines of a file's history name an import. */
export function importEntry(means: Means, imported: ImportRow, reason: string): Entry {
  const { actor, now, newId } = means
  return {
    source: 'import',
    by: actor.name,
    accountId: actor.accountId,
    at: now,
    reason,
    batchId: imported.id,
    newId,
  }
}

/** The branch a row means, while it is open and within the import's reach. */
export function isOpenInside({ branches, imported }: Writing, orgId: string | null): Branch | undefined {
  const branch = branches.get(orgId ?? '')
  return branch !== undefined && isAtOrBelow(branch.path, imported.path) ? branch : undefined
}

/** What a ticked row says. */
export function parsedOf(row: RosterRow, means: Means): ParsedRow {
  if (row.row_sealed === null) throw new Error(`Row ${row.row_number} is ticked and says nothing`)
  return openRow(row.row_sealed, means)
}

/** Old rolls hold such dates; the file says where they come from. */
export function earlyConversionOf({ doubts }: ParsedRow): string {
  return doubts.some(({ code }) => code === 'conversion-before-probation-ends') ? '花名册如此，材料待补' : ''
}
