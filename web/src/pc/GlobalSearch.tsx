import { useCallback, useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useLocation } from 'wouter'
import { Icon } from '../shared/kit/Icon.tsx'
import { useShortcut } from '../shared/kit/shortcuts.ts'
import { useHasPage } from '../shared/routing.tsx'
import { useMay } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import { pcLabels } from './pc-labels.ts'
import { routes } from './routes.tsx'

const WAIT_MS = 250
const ROSTER = '/members'

type Hit = { readonly id: string; readonly name: string; readonly note: string; readonly href: string }

/** Results for the words in the search field: people first, then organisations; only what has a page here. */
function useHits(text: string): { rows: readonly Hit[]; pending: boolean } {
  const hasPage = useHasPage(routes)
  const answer = useQueryOperation('member.search', { text }, { enabled: text !== '', keepPrevious: true })
  const people = answer.data?.people ?? []
  const organisations = answer.data?.organisations ?? []
  const rows = [
    ...people.map(({ id, name, orgName }) => ({ id, name, note: orgName, href: `/members/${id}` })),
    ...organisations.map(({ id, name }) => ({ id, name, note: '', href: `/organisations/${id}` })),
  ]
  return { rows: text === '' ? [] : rows.filter((row) => hasPage(row.href)), pending: answer.isFetching }
}

export function GlobalSearch() {
  const may = useMay()
  return may(['member.read', 'organisation.read']) ? <SearchField /> : <span className="find-none" />
}

function SearchField() {
  const t = useText()
  const [, navigate] = useLocation()
  const field = useRef<HTMLInputElement>(null)
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const text = useSettled(typed.trim())
  const found = useHits(text)
  useShortcut(
    '/',
    useCallback(() => field.current?.focus(), []),
  )
  const go = (href: string) => {
    setTyped('')
    setOpen(false)
    field.current?.blur()
    navigate(href)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = found.rows[at]
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.rows.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Enter' && chosen) go(chosen.href)
    else if (event.key === 'Escape') field.current?.blur()
    else return
    event.preventDefault()
  }
  const shown = open && text !== ''
  return (
    <div
      className="find"
      role="search"
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        role="combobox"
        aria-expanded={shown}
        aria-controls={listId}
        aria-activedescendant={shown && found.rows[at] ? `${listId}-${at}` : undefined}
        aria-label={t(pcLabels.search)}
        placeholder={t(pcLabels.search)}
        autoComplete="off"
        value={typed}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setTyped(event.target.value)
          setOpen(true)
          setAt(0)
        }}
      />
      {typed === '' && <kbd>/</kbd>}
      {shown && <Results found={found} text={text} at={at} listId={listId} onGo={go} />}
    </div>
  )
}

type ResultsProps = {
  readonly found: ReturnType<typeof useHits>
  readonly text: string
  readonly at: number
  readonly listId: string
  readonly onGo: (href: string) => void
}

function Results({ found, text, at, listId, onGo }: ResultsProps) {
  const t = useText()
  const hasPage = useHasPage(routes)
  const all = `${ROSTER}?search=${encodeURIComponent(text)}`
  return (
    <div className="find-list" id={listId} role="listbox" aria-label={t(pcLabels.search)}>
      {found.rows.map((row, place) => (
        <div
          key={row.id}
          id={`${listId}-${place}`}
          role="option"
          aria-selected={place === at}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onGo(row.href)}
        >
          <span>{row.name}</span>
          <span className="s t3 ell">{row.note}</span>
        </div>
      ))}
      {found.rows.length === 0 && (
        <p className="s t2" role="status">
          {found.pending ? t(pcLabels.searching) : t(pcLabels.searchNone, { text })}
          {!found.pending && <span className="block t3">{t(pcLabels.searchNoneNext)}</span>}
        </p>
      )}
      {hasPage(ROSTER) && (
        <button
          type="button"
          className="more"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onGo(all)}
        >
          {t(pcLabels.searchMore, { text })}
        </button>
      )}
    </div>
  )
}

/** The words after a short rest of the typist. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), WAIT_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
