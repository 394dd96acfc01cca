import { useCallback, useMemo } from 'react'
import { memberCategories, type MemberCategory } from '@steward/domain/members/category.ts'
import { educations, type Education } from '@steward/domain/members/education.ts'
import { memberStates, type MemberState } from '@steward/domain/members/member-state.ts'
import { rosterTags, type RosterTag } from '@steward/domain/members/tag.ts'
import { useLocation, useSearch } from 'wouter'
import type { Text, Translate } from '../shared/texts.ts'
import {
  categoryTexts,
  educationTexts,
  fieldTexts,
  kindTexts,
  rosterTexts,
  sexTexts,
  stateFilterTexts,
  tagTexts,
} from './labels.ts'

export const lackingFields = ['phone', 'identityNumber', 'education', 'ethnicGroup'] as const
export type LackingField = (typeof lackingFields)[number]
export const rollSorts = ['name', 'administrative', 'standing'] as const
export type RollSort = (typeof rollSorts)[number]

/** What the roster is narrowed by, as it stands in the address. */
export type RosterFilter = {
  readonly orgId: string | null
  readonly search: string
  readonly categories: MemberCategory[]
  readonly kind: 'full' | 'probationary' | null
  readonly state: 'onRoll' | 'all' | MemberState
  readonly tags: RosterTag[]
  readonly sex: 'male' | 'female' | null
  readonly educations: Education[]
  readonly ageFrom: number | null
  readonly ageTo: number | null
  readonly standingFrom: number | null
  readonly standingTo: number | null
  readonly lacking: LackingField[]
}

export const everybody: RosterFilter = {
  orgId: null,
  search: '',
  categories: [],
  kind: null,
  state: 'onRoll',
  tags: [],
  sex: null,
  educations: [],
  ageFrom: null,
  ageTo: null,
  standingFrom: null,
  standingTo: null,
  lacking: [],
}

const KINDS = ['full', 'probationary'] as const
const SEXES = ['male', 'female'] as const
const STATES = ['onRoll', 'all', ...memberStates] as const

function oneOf<Word extends string>(words: readonly Word[], text: string | null): Word | null {
  return words.find((word) => word === text) ?? null
}

function someOf<Word extends string>(words: readonly Word[], text: string | null): Word[] {
  const said = (text ?? '').split(',')
  return words.filter((word) => said.includes(word))
}

function years(text: string | null): number | null {
  const said = Number(text)
  return text !== null && text !== '' && Number.isInteger(said) && said >= 0 && said <= 120 ? said : null
}

/** Reads an address; what cannot be read is left out. */
export function readAddress(search: string): { filter: RosterFilter; sort: RollSort } {
  const said = new URLSearchParams(search)
  return {
    sort: oneOf(rollSorts, said.get('sort')) ?? 'name',
    filter: {
      orgId: said.get('org'),
      search: (said.get('search') ?? '').slice(0, 80),
      categories: someOf(memberCategories, said.get('category')),
      kind: oneOf(KINDS, said.get('kind')),
      state: oneOf(STATES, said.get('state')) ?? 'onRoll',
      tags: someOf(rosterTags, said.get('tag')),
      sex: oneOf(SEXES, said.get('sex')),
      educations: someOf(educations, said.get('education')),
      ageFrom: years(said.get('age-from')),
      ageTo: years(said.get('age-to')),
      standingFrom: years(said.get('standing-from')),
      standingTo: years(said.get('standing-to')),
      lacking: someOf(lackingFields, said.get('lacking')),
    },
  }
}

/** Writes a filter as an address, leaving out what everybody fits. */
export function writeAddress(filter: RosterFilter, sort: RollSort): string {
  const entries: readonly (readonly [string, string | number | null])[] = [
    ['org', filter.orgId],
    ['search', filter.search],
    ['category', filter.categories.join(',')],
    ['kind', filter.kind],
    ['state', filter.state === 'onRoll' ? '' : filter.state],
    ['tag', filter.tags.join(',')],
    ['sex', filter.sex],
    ['education', filter.educations.join(',')],
    ['age-from', filter.ageFrom],
    ['age-to', filter.ageTo],
    ['standing-from', filter.standingFrom],
    ['standing-to', filter.standingTo],
    ['lacking', filter.lacking.join(',')],
    ['sort', sort === 'name' ? '' : sort],
  ]
  const said = new URLSearchParams()
  for (const [name, value] of entries) if (value !== null && value !== '') said.set(name, String(value))
  return said.toString()
}

/** The roster's filter and sort, kept in the address so that a page can be passed on. */
export function useRosterAddress() {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const { filter, sort } = useMemo(() => readAddress(search), [search])
  const go = useCallback(
    (nextFilter: RosterFilter, nextSort: RollSort) => {
      const text = writeAddress(nextFilter, nextSort)
      navigate(text === '' ? path : `${path}?${text}`, { replace: true })
    },
    [navigate, path],
  )
  const setFilter = useCallback(
    (change: Partial<RosterFilter>) => go({ ...filter, ...change }, sort),
    [go, filter, sort],
  )
  const setSort = useCallback((next: RollSort) => go(filter, next), [go, filter])
  return { filter, sort, setFilter, setSort }
}

/** Whether anything but the organisation narrows the list. */
export function isNarrowed(filter: RosterFilter): boolean {
  return writeAddress({ ...filter, orgId: null }, 'name') !== ''
}

/** The filter as a sentence: 只看：农村、女、60 岁以上. */
export function sentenceOf(filter: RosterFilter, t: Translate): string[] {
  const words = (texts: Readonly<Record<string, Text>>, keys: readonly string[]) =>
    keys.flatMap((key) => (texts[key] ? [t(texts[key])] : []))
  const parts = [
    ...(filter.search === '' ? [] : [t(rosterTexts.searched, { text: filter.search })]),
    ...words(categoryTexts, filter.categories),
    ...words(kindTexts, filter.kind === null ? [] : [filter.kind]),
    ...words(stateFilterTexts, filter.state === 'onRoll' ? [] : [filter.state]),
    ...words(sexTexts, filter.sex === null ? [] : [filter.sex]),
    ...words(educationTexts, filter.educations),
    ...words(tagTexts, filter.tags),
    ...agePart(filter, t),
    ...standingPart(filter, t),
  ]
  const lacking = words(fieldTexts, filter.lacking).map((field) => t(rosterTexts.lackingOf, { field }))
  return [...parts, ...lacking]
}

function agePart({ ageFrom: from, ageTo: to }: RosterFilter, t: Translate): string[] {
  if (from !== null && to !== null) return [t(rosterTexts.ageBoth, { from, to })]
  if (from !== null) return [t(rosterTexts.ageFrom, { from })]
  return to === null ? [] : [t(rosterTexts.ageTo, { to })]
}

function standingPart({ standingFrom: from, standingTo: to }: RosterFilter, t: Translate): string[] {
  const field = t(fieldTexts['standing'] ?? rosterTexts.any)
  if (from !== null && to !== null) return [t(rosterTexts.rangeBoth, { field, from, to })]
  if (from !== null) return [t(rosterTexts.rangeFrom, { field, from })]
  return to === null ? [] : [t(rosterTexts.rangeTo, { field, to })]
}
