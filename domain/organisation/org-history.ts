import { comparePlainDates, type PlainDate } from '../shared/plain-date.ts'
import type { ShapeChange } from './change-shape.ts'
import type { OrgChange } from './org-change.ts'
import type { OrgShape } from './party-org.ts'

type Formed = Pick<OrgShape, 'kind' | 'form'>
export type OrgAsOf = {
  readonly name: string
  readonly parentId: string | null
  readonly shape: Formed
  readonly closed: boolean
}

/**
 * Name, parent, form and state of an organisation on a day, told back from today through its dated changes.
 * Undefined before its set-up. Changes come in any order, those of one day as recorded.
 */
export function orgOn(
  now: {
    readonly id: string
    readonly name: string
    readonly parentId: string | null
    readonly shape: Formed
    readonly foundedOn: PlainDate
  },
  changes: readonly (OrgChange | ShapeChange)[],
  day: PlainDate,
): OrgAsOf | undefined {
  if (day < now.foundedOn) return undefined
  // Newest first; of one day, the one recorded last.
  const later = changes
    .filter(({ on }) => on > day)
    .toReversed()
    .toSorted((a, b) => comparePlainDates(b.on, a.on))
  let { name, parentId, shape } = now
  for (const change of later) {
    if (change.kind === 'rename' && change.orgId === now.id) name = change.from
    if (change.kind === 'move' && change.orgId === now.id) parentId = change.fromParentId
    if (change.kind === 'changeForm' && change.orgId === now.id) shape = change.from
  }
  return {
    name,
    parentId,
    shape,
    closed: changes.some((change) => change.on <= day && closes(change, now.id)),
  }
}

/** Whether this change closes that organisation. */
export function closes(change: OrgChange | ShapeChange, orgId: string): boolean {
  if (change.kind === 'dissolve') return change.orgId === orgId
  if (change.kind === 'merge') return change.sourceIds.includes(orgId)
  return change.kind === 'split' && change.sourceCloses && change.sourceId === orgId
}
