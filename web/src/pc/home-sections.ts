import type { ComponentType } from 'react'
import type { Permission } from '@steward/domain/access/permissions.ts'

export type HomeSection = {
  readonly id: string
  readonly load: () => Promise<ComponentType>
  readonly may?: Permission | readonly Permission[]
}

/** Sections in the side column of the home page, under one another. A section is `<section className="blk">` with a `.head`. */
export const homeSections: readonly HomeSection[] = []
