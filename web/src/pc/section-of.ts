import { lazy } from 'react'
import type { ComponentType, LazyExoticComponent } from 'react'
import type { HomeSection } from './home-sections.ts'

const sections = new WeakMap<HomeSection, LazyExoticComponent<ComponentType>>()

/** The component of a home section, fetched when it is first shown. */
export function sectionOf(section: HomeSection): LazyExoticComponent<ComponentType> {
  const known = sections.get(section)
  if (known) return known
  const made = lazy(async () => ({ default: await section.load() }))
  sections.set(section, made)
  return made
}
