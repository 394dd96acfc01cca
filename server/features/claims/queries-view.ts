import { isLate, routeOf } from '@steward/domain/claims/claim.ts'
import type { SchemeItem, SchemeVersion } from '@steward/domain/schemes/scheme.ts'
import type { CountyTx } from '#platform/db.ts'
import { versionsOf } from '#features/schemes/queries.ts'
import type { ClaimRow } from './queries-claim.ts'
import { getItem } from './queries-credit.ts'

/** An item as screens read it. */
export function toItemView({ code, name, rule, category, value, evidence, approval }: SchemeItem) {
  return {
    ...{ code, name, rule, category, value, approval },
    evidence: { offered: [...evidence.offered], needed: [...evidence.needed] },
  }
}

/** A claim as lists show it. */
export function toClaimLine(row: ClaimRow, item: SchemeItem) {
  const { id, number, memberId, memberName, orgId, orgName, itemCode, targetKind, targetTitle, said } = row
  const { quantity, deedOn, submittedOn, submittedAt, state, level, decidedOn, credited, revision } = row
  return {
    ...{ id, number, memberId, memberName, orgId, orgName, itemCode, targetKind, targetTitle, said },
    ...{ quantity, deedOn, submittedOn, submittedAt, state, level, decidedOn, credited, revision },
    ...{ itemName: item.name, category: item.category, unit: item.value.unit },
    late: isLate(deedOn, submittedOn),
    route: routeOf(row.entryBy, row.hostBranch),
    enteredFor: row.entryBy === 'member' ? null : row.helperName === '' ? row.enteredBy : row.helperName,
    photos: row.evidence.filter(({ kind }) => kind === 'photo').length,
    reason: row.reason,
    decidedBy: row.decidedByName,
  }
}

/** The versions some claims were let in by, by identifier. */
export async function versionsOfRows(
  tx: CountyTx,
  rows: readonly Pick<ClaimRow, 'versionId'>[],
): Promise<ReadonlyMap<string, SchemeVersion>> {
  const ids = [...new Set(rows.map(({ versionId }) => versionId))]
  const versions = ids.length === 0 ? [] : await versionsOf(tx, ids)
  return new Map(versions.map((version) => [version.id, version]))
}

export function getVersion(versions: ReadonlyMap<string, SchemeVersion>, row: ClaimRow): SchemeVersion {
  const version = versions.get(row.versionId)
  if (version === undefined) throw new Error(`Claim ${row.id} names a version that is gone`)
  return version
}

/** A row with what its version says of it. */
export function withItem(versions: ReadonlyMap<string, SchemeVersion>, row: ClaimRow) {
  const version = getVersion(versions, row)
  return { row, version, item: getItem(version, row) }
}
