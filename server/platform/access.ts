import type { Permission } from '@steward/domain/access/permissions.ts'
import { holdingCovers, type AccessTarget, type HeldPermission } from '@steward/domain/shared/reach.ts'
import { type Expression, type SqlBool, sql } from 'kysely'
import { Problem } from './problem.ts'

/** The columns a list filter is put on: the ltree path of the organisation and, for records about people, the member's id. */
export type AccessColumns = { readonly path?: string; readonly memberId?: string }

/** Asks on behalf of the one who calls. It remembers whether it was asked; an operation that ends without asking fails. */
export type Access = {
  /** Whether the caller holds the permission for the target. Counts as asked. */
  can(permission: Permission, target: AccessTarget): boolean
  /** Throws `forbidden` (403) unless the caller holds the permission for the target. */
  demand(permission: Permission, target: AccessTarget): void
  /** Throws `not-found` (404) instead, where existence itself is sensitive. */
  demandHidden(permission: Permission, target: AccessTarget): void
  /** Throws `forbidden` unless the caller holds the permission anywhere. */
  demandSomewhere(permission: Permission): void
  /** The same rule as an SQL condition on a list. */
  within(permission: Permission, columns: AccessColumns): Expression<SqlBool>
  /** The same rule as text for raw statements; `next` is the first free placeholder number. */
  withinText(
    permission: Permission,
    columns: AccessColumns,
    next: number,
  ): { text: string; values: unknown[] }
  /** The permissions among those named that the caller holds for the target: what screens get as `may`. */
  may(permissions: readonly Permission[], target: AccessTarget): Permission[]
  /** States why this operation asks nothing: it answers only from the caller's own account, or it is open to everybody. */
  open(reason: 'own-account' | 'everybody' | 'set-up'): void
  /** Whether anything was asked. */
  readonly asked: boolean
}

type Holder = { readonly memberId: string | null; readonly holdings: readonly HeldPermission[] }

/** The access of one caller over one operation. */
export function accessOf(holder: Holder): Access {
  let asked = false
  const held = (permission: Permission) => holder.holdings.filter((one) => one.permission === permission)
  const covers = (permission: Permission, target: AccessTarget) =>
    held(permission).some((one) => holdingCovers(one, target, holder.memberId))

  return {
    get asked() {
      return asked
    },
    can(permission, target) {
      asked = true
      return covers(permission, target)
    },
    demand(permission, target) {
      asked = true
      if (!covers(permission, target)) throw new Problem('forbidden', { permission })
    },
    demandHidden(permission, target) {
      asked = true
      if (!covers(permission, target)) throw new Problem('not-found')
    },
    demandSomewhere(permission) {
      asked = true
      if (held(permission).length === 0) throw new Problem('forbidden', { permission })
    },
    within(permission, columns) {
      asked = true
      return withinCondition(held(permission), columns, holder.memberId)
    },
    withinText(permission, columns, next) {
      asked = true
      return withinText(held(permission), columns, holder.memberId, next)
    },
    may(permissions, target) {
      return permissions.filter((permission) => covers(permission, target))
    },
    open() {
      asked = true
    },
  }
}

type Bounds = { everywhere: boolean; subtrees: string[]; own: string[]; self: boolean }

function boundsOf(held: readonly HeldPermission[]): Bounds {
  const subtrees = held.filter((one) => one.reach === 'org-and-below').map((one) => one.orgPath)
  return {
    everywhere: held.some((one) => one.reach === 'everywhere'),
    subtrees: [...new Set(subtrees)],
    own: [...new Set(held.filter((one) => one.reach === 'own-org').map((one) => one.orgPath))],
    self: held.some((one) => one.reach === 'self'),
  }
}

function withinCondition(
  held: readonly HeldPermission[],
  columns: AccessColumns,
  memberId: string | null,
): Expression<SqlBool> {
  const bounds = boundsOf(held)
  if (bounds.everywhere) return sql<SqlBool>`true`
  const parts = [sql<SqlBool>`false`]
  if (columns.path !== undefined) {
    const path = sql.ref(columns.path)
    if (bounds.subtrees.length > 0) parts.push(sql<SqlBool>`${path} <@ ${bounds.subtrees}::ltree[]`)
    if (bounds.own.length > 0) parts.push(sql<SqlBool>`${path} = any(${bounds.own}::ltree[])`)
  }
  if (columns.memberId !== undefined && bounds.self && memberId !== null) {
    parts.push(sql<SqlBool>`${sql.ref(columns.memberId)} = ${memberId}::uuid`)
  }
  return sql<SqlBool>`(${sql.join(parts, sql` or `)})`
}

function withinText(
  held: readonly HeldPermission[],
  columns: AccessColumns,
  memberId: string | null,
  next: number,
): { text: string; values: unknown[] } {
  const bounds = boundsOf(held)
  if (bounds.everywhere) return { text: 'true', values: [] }
  const parts = ['false']
  const values: unknown[] = []
  const put = (value: unknown) => {
    values.push(value)
    return `$${next + values.length - 1}`
  }
  if (columns.path !== undefined) {
    if (bounds.subtrees.length > 0) parts.push(`${columns.path} <@ ${put(bounds.subtrees)}::ltree[]`)
    if (bounds.own.length > 0) parts.push(`${columns.path} = any(${put(bounds.own)}::ltree[])`)
  }
  if (columns.memberId !== undefined && bounds.self && memberId !== null) {
    parts.push(`${columns.memberId} = ${put(memberId)}::uuid`)
  }
  return { text: `(${parts.join(' or ')})`, values }
}
