import { countsFor } from '@steward/domain/claims/task.ts'
import type { OrgField, OrgKind } from '@steward/domain/organisation/party-org.ts'
import {
  type Awarder,
  schemeFieldOf,
  type SchemeItem,
  type SchemeVersion,
} from '@steward/domain/schemes/scheme.ts'
import { schemeFor, versionIn } from '@steward/domain/schemes/scheme-version.ts'
import { type PlainDate, toPlainMonth } from '@steward/domain/shared/plain-date.ts'

/** The level an organisation announces at. */
export function levelOf(kind: OrgKind): Awarder {
  if (kind === 'countyCommittee') return 'county'
  return kind === 'baseCommittee' || kind === 'workCommittee' ? 'baseCommittee' : 'branch'
}

/** Items a task of an organisation can count by: of the members in post of its field, from above of any field. */
export function itemsFor(
  versions: readonly SchemeVersion[],
  of: { readonly kind: OrgKind; readonly field: OrgField; readonly on: PlainDate },
): SchemeItem[] {
  const month = toPlainMonth(of.on)
  const own = schemeFor(versions, schemeFieldOf(of.field), 'inPost', month)
  const level = levelOf(of.kind)
  const inForce = [...new Set(versions.map(({ schemeId }) => schemeId))].flatMap(
    (schemeId) =>
      versionIn(
        versions.filter((version) => version.schemeId === schemeId),
        month,
      ) ?? [],
  )
  const all =
    level === 'branch' ? [own] : [own, ...inForce.filter((version) => version.memberClass === 'inPost')]
  const items = new Map<string, SchemeItem>()
  for (const item of all.flatMap((version) => version?.items ?? []))
    if (countsFor(item, level) && !items.has(item.code)) items.set(item.code, item)
  return [...items.values()]
}
