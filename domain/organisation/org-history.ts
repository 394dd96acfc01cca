import type { PlainDate } from '../shared/plain-date.ts'
import type { OrgChange } from './org-change.ts'

export type OrgAsOf = { readonly name: string; readonly parentId: string | null; readonly closed: boolean }

/**
 * Name, parent and state of an organisation on a day, told back from today through its dated changes.
 * Undefined before its set-up. Changes may come in any order.
 */
export function orgOn(
  now: {
    readonly id: string
    readonly name: string
    readonly parentId: string | null
    readonly foundedOn: PlainDate
  },
  changes: readonly OrgChange[],
  day: PlainDate,
): OrgAsOf | undefined {
  if (day < now.foundedOn) return undefined
  const later = changes.filter(({ on }) => on > day).toSorted((a, b) => (a.on < b.on ? 1 : -1))
  let { name, parentId } = now
  for (const change of later) {
    if (change.kind === 'rename' && change.orgId === now.id) name = change.from
    if (change.kind === 'move' && change.orgId === now.id) parentId = change.fromParentId
  }
  return { name, parentId, closed: changes.some((change) => change.on <= day && closes(change, now.id)) }
}

/** Whether this change closes that organisation. */
export function closes(change: OrgChange, orgId: string): boolean {
  if (change.kind === 'dissolve') return change.orgId === orgId
  if (change.kind === 'merge') return change.sourceIds.includes(orgId)
  return change.kind === 'split' && change.sourceCloses && change.sourceId === orgId
}
