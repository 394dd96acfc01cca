import { useEffect, useState } from 'react'
import { memberCategories } from '@steward/domain/members/category.ts'
import { memberStates } from '@steward/domain/members/member-state.ts'
import { Button } from '../shared/kit/Button.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { Menu } from '../shared/kit/Menu.tsx'
import type { MenuItem } from '../shared/kit/Menu.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { useSavedFilters } from './hooks.ts'
import {
  everybody,
  isNarrowed,
  type RollSort,
  rollSorts,
  type RosterFilter,
  sentenceOf,
} from './hooks-filter.ts'
import { categoryTexts, rosterTexts, sortTexts, stateFilterTexts } from './labels.ts'
import { memberRefusals } from './labels-refusal.ts'
import { type FilterFieldsProps, MoreFields, toggled } from './RosterFields.pc.tsx'
import './Roster.css'

const STATES = ['onRoll', 'all', ...memberStates] as const
const TYPING_MS = 250

export type RosterFiltersProps = {
  readonly filter: RosterFilter
  readonly sort: RollSort
  readonly onFilter: (change: Partial<RosterFilter>) => void
  readonly onSort: (sort: RollSort) => void
}

/** Plain fields above the table, and what they say as one sentence. */
export function RosterFilters({ filter, sort, onFilter, onSort }: RosterFiltersProps) {
  const t = useText()
  const [more, setMore] = useState(false)
  const parts = sentenceOf(filter, t)
  return (
    <div className="roster-filters">
      <div className="acts">
        <SearchBox value={filter.search} onValue={(search) => onFilter({ search })} />
        <Menu
          className="btn"
          button={<Picked text={t(rosterTexts.category)} />}
          items={memberCategories.map((category) => ({
            id: category,
            label: t(categoryTexts[category]),
            chosen: filter.categories.includes(category),
            onPick: () => onFilter({ categories: toggled(filter.categories, category) }),
          }))}
        />
        <Menu
          className="btn"
          button={<Picked text={t(rosterTexts.state, { state: t(stateFilterTexts[filter.state]) })} />}
          items={STATES.map((state) => ({
            id: state,
            label: t(stateFilterTexts[state]),
            chosen: filter.state === state,
            onPick: () => onFilter({ state }),
          }))}
        />
        <Button icon="filter" aria-expanded={more} onClick={() => setMore(!more)}>
          {t(more ? rosterTexts.less : rosterTexts.more)}
        </Button>
        <SavedFilters filter={filter} onFilter={onFilter} />
        <span className="grow" />
        <Menu
          className="btn plain"
          button={<Picked text={t(rosterTexts.sort, { sort: t(sortTexts[sort]) })} />}
          items={rollSorts.map((one) => ({
            id: one,
            label: t(sortTexts[one]),
            chosen: sort === one,
            onPick: () => onSort(one),
          }))}
        />
      </div>
      {more && <MoreFields filter={filter} onFilter={onFilter} />}
      {parts.length > 0 && (
        <p className="s t2 roster-sentence">
          {t(rosterTexts.sentence, { parts })}
          <button
            type="button"
            className="link"
            onClick={() => onFilter({ ...everybody, orgId: filter.orgId })}
          >
            {t(rosterTexts.clear)}
          </button>
        </p>
      )}
    </div>
  )
}

function Picked({ text }: { text: string }) {
  return (
    <>
      {text}
      <Icon name="down" />
    </>
  )
}

/** Waits a moment after typing, so that a name is asked once. */
function SearchBox({ value, onValue }: { value: string; onValue: (value: string) => void }) {
  const t = useText()
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed.trim() === value) return
    const timer = setTimeout(() => onValue(typed.trim()), TYPING_MS)
    return () => clearTimeout(timer)
  }, [typed, value, onValue])
  return (
    <span className="field roster-search">
      <Icon name="search" />
      <input
        type="search"
        value={typed}
        aria-label={t(rosterTexts.searchLabel)}
        placeholder={t(rosterTexts.search)}
        onChange={(event) => setTyped(event.target.value)}
      />
    </span>
  )
}

function SavedFilters({ filter, onFilter }: FilterFieldsProps) {
  const t = useText()
  const saved = useSavedFilters()
  const [saving, setSaving] = useState(false)
  const remove = useCommandOperation('member.remove-filter', { refreshes: ['member.list-filters'] })
  const filters = saved.data?.filters ?? []
  const items: MenuItem[] = [
    ...filters.map((one) => ({
      id: one.id,
      label: one.name,
      onPick: () => onFilter({ ...one.filter, orgId: one.filter.orgId ?? filter.orgId }),
    })),
    ...filters.map((one, place) => ({
      id: `remove-${one.id}`,
      label: <span className="t2">{t(rosterTexts.remove, { name: one.name })}</span>,
      apart: place === 0,
      onPick: () => remove.mutate({ filterId: one.id }),
    })),
  ]
  return (
    <>
      {filters.length > 0 && (
        <Menu className="btn" button={<Picked text={t(rosterTexts.saved)} />} items={items} />
      )}
      {isNarrowed(filter) && (
        <Button plain onClick={() => setSaving(true)}>
          {t(rosterTexts.saveThis)}
        </Button>
      )}
      {saving && <SaveFilter filter={filter} onClose={() => setSaving(false)} />}
    </>
  )
}

function SaveFilter({ filter, onClose }: { filter: RosterFilter; onClose: () => void }) {
  const t = useText()
  const [name, setName] = useState('')
  const save = useCommandOperation('member.save-filter', {
    refreshes: ['member.list-filters'],
    onDone: onClose,
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(rosterTexts.saveThis)}
      acts={
        <Button ink onClick={() => name.trim() !== '' && save.mutate({ name, filter })}>
          {t(rosterTexts.save)}
        </Button>
      }
    >
      <p className="s t2 roster-gap">{sentenceOf(filter, t).join('、')}</p>
      <TextField
        label={t(rosterTexts.saveName)}
        help={t(rosterTexts.saveHelp)}
        value={name}
        maxLength={40}
        onValue={setName}
      />
      {save.error && <StateError error={save.error} refusals={memberRefusals} />}
    </Dialog>
  )
}
