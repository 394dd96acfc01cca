/** How far a permission counts: the holder's own records, the organisation itself, that and all below it, or the county. */
export type Reach = 'self' | 'own-org' | 'org-and-below' | 'everywhere'

/** One permission as held: where it starts in the tree and how far it counts. `orgPath` is the dotted path of the organisation. */
export type HeldPermission = {
  readonly permission: string
  readonly reach: Reach
  readonly orgPath: string
}

/** What is asked about: the organisation a record belongs to and, where it is about a person, that member. */
export type AccessTarget = {
  readonly path?: string | null
  readonly memberId?: string | null
}

/** Whether a path is the other path or lies below it (`1.2` is below `1`, `12` is not). */
export function isAtOrBelow(path: string, ancestor: string): boolean {
  return path === ancestor || path.startsWith(`${ancestor}.`)
}

/** Yes or no for one held permission; the list filter in the platform states the same rule in SQL. */
export function holdingCovers(
  held: HeldPermission,
  target: AccessTarget,
  ownMemberId: string | null,
): boolean {
  switch (held.reach) {
    case 'everywhere':
      return true
    case 'self':
      return ownMemberId !== null && target.memberId === ownMemberId
    case 'own-org':
      return target.path === held.orgPath
    case 'org-and-below':
      return target.path != null && isAtOrBelow(target.path, held.orgPath)
  }
}
