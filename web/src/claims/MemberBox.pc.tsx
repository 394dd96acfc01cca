import { useDeferredValue, useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import type { Person } from './hooks-enter.ts'
import { enterLabels } from './labels-enter.ts'

type BoxProps = {
  readonly label: string
  readonly person: Person | undefined
  readonly locked?: boolean
  readonly onPerson: (person: Person | undefined) => void
}

/** Names a member by typing: arrows choose, Enter or Tab takes. */
export function MemberBox({ label, person, locked, onPerson }: BoxProps) {
  const t = useText()
  const listId = useId()
  const [typed, setTyped] = useState<string>()
  const [at, setAt] = useState(0)
  const search = useDeferredValue((typed ?? '').trim())
  const open = typed !== undefined && search !== '' && !locked
  const found = useQueryOperation('claim.whom-for', { search }, { enabled: open, keepPrevious: true })
  const rows = (open ? found.data?.rows : undefined) ?? []
  const shown = rows.slice(0, 8)
  const take = (one: Person | undefined) => {
    if (one === undefined) return
    onPerson(one)
    setTyped(undefined)
    setAt(0)
  }
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && shown.length > 0) {
      event.preventDefault()
      setAt((before) => (before + step + shown.length) % shown.length)
    }
    if (event.key === 'Escape') setTyped(undefined)
    if (event.key !== 'Enter' && event.key !== 'Tab') return
    if (!open) return
    // Enter takes the name; a second Enter goes on.
    if (event.key === 'Enter') event.preventDefault()
    take(shown[at])
    if (event.key === 'Enter') {
      const line = event.currentTarget.closest('[data-row]')
      requestAnimationFrame(() => line?.querySelector<HTMLElement>('[data-field="item"]')?.focus())
    }
  }
  return (
    <span className="member-box">
      <input
        data-field="who"
        className="field"
        role="combobox"
        aria-label={label}
        aria-expanded={open && shown.length > 0}
        aria-controls={listId}
        aria-activedescendant={open && shown[at] ? `${listId}-${at}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder={t(enterLabels.pickWho)}
        readOnly={locked}
        value={typed ?? person?.name ?? ''}
        onFocus={(event) => event.target.select()}
        onBlur={() => setTyped(undefined)}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
          if (person) onPerson(undefined)
        }}
        onKeyDown={keys}
      />
      <ul
        id={listId}
        role="listbox"
        aria-label={t(enterLabels.names)}
        className={open ? 'member-list' : 'sr'}
      >
        {shown.map((one, place) => (
          <li
            key={one.memberId}
            id={`${listId}-${place}`}
            role="option"
            aria-selected={place === at}
            onMouseDown={(event) => {
              event.preventDefault()
              take(one)
            }}
          >
            {one.name} <span className="c t3">{one.orgName}</span>
          </li>
        ))}
        {open && found.data !== undefined && shown.length === 0 && (
          <li className="c t3" role="option" aria-selected={false}>
            {t(enterLabels.noOne)}
          </li>
        )}
      </ul>
    </span>
  )
}
