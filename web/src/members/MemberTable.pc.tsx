import { useCallback, useEffect, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Link, useLocation } from 'wouter'
import { formatNumber } from '../shared/formats.ts'
import { CheckBox } from '../shared/kit/fields.tsx'
import { StateEmpty, StateError, StateLoading } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useText } from '../shared/texts.ts'
import type { RollRow } from './hooks.ts'
import { useRoll } from './hooks.ts'
import { isNarrowed, type RollSort, type RosterFilter } from './hooks-filter.ts'
import { categoryTexts, fieldTexts, rosterTexts, sexTexts, stateTexts, tagTexts } from './labels.ts'
import './Roster.css'

const ROW = 42

export type Chosen = ReadonlyMap<string, string>

type MemberTableProps = {
  readonly filter: RosterFilter
  readonly sort: RollSort
  readonly chosen: Chosen
  readonly onChosen: (chosen: Chosen) => void
  readonly onTotal: (total: number | undefined) => void
}

/** The roll as a long table: 30 000 rows scroll because only those in view exist. Keys: ↑ ↓, Enter, X, Shift. */
export function MemberTable({ filter, sort, chosen, onChosen, onTotal }: MemberTableProps) {
  const t = useText()
  const [, navigate] = useLocation()
  const grid = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const [count, setCount] = useState(0)
  const [active, setActive] = useState(0)
  const rows = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 12,
  })
  const shown = rows.getVirtualItems()
  const roll = useRoll(filter, sort, shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0)
  const { total } = roll
  useEffect(() => {
    if (total !== undefined) setCount(total)
    onTotal(total)
  }, [total, onTotal])
  useEffect(() => {
    setActive(0)
    frame.current?.scrollTo({ top: 0 })
  }, [filter, sort])

  const toggle = useCallback(
    (row: RollRow | undefined, on?: boolean) => {
      if (!row) return
      const next = new Map(chosen)
      if (on ?? !next.has(row.id)) next.set(row.id, row.name)
      else next.delete(row.id)
      onChosen(next)
    },
    [chosen, onChosen],
  )
  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(count - 1, index))
    setActive(next)
    rows.scrollToIndex(next)
    return next
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' && event.target !== event.currentTarget) return
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? ROW) / ROW) - 1)
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -count, End: count }[
      event.key
    ]
    if (step !== undefined) {
      if (event.shiftKey) toggle(roll.rowAt(active), true)
      const next = moveTo(active + step)
      if (event.shiftKey) toggle(roll.rowAt(next), true)
    } else if (event.key === 'Enter') {
      const row = roll.rowAt(active)
      if (row) navigate(`/members/${row.id}`)
    } else if (event.key.toLowerCase() === 'x') toggle(roll.rowAt(active))
    else return
    event.preventDefault()
  }

  if (roll.error !== undefined && roll.error !== null)
    return (
      <Padded>
        <StateError error={roll.error} retry={roll.retry} />
      </Padded>
    )
  // While another list is on its way, its rows are grey lines in the place of the last one's.
  if (total === undefined && count === 0)
    return (
      <Padded>
        <StateLoading what={t(rosterTexts.what)} rows={12} columns="20px 1fr 1fr 80px" />
      </Padded>
    )
  if (total === 0) {
    const narrowed = isNarrowed(filter)
    return (
      <Padded>
        <StateEmpty
          fact={t(narrowed ? rosterTexts.none : rosterTexts.empty)}
          fill={t(narrowed ? rosterTexts.noneNext : rosterTexts.emptyNext)}
        />
      </Padded>
    )
  }
  const inView = shown.flatMap((item) => roll.rowAt(item.index) ?? [])
  const all = inView.length > 0 && inView.every((row) => chosen.has(row.id))
  return (
    <div
      ref={grid}
      className="roll"
      role="grid"
      tabIndex={0}
      aria-rowcount={(total ?? count) + 1}
      aria-label={t(rosterTexts.title)}
      aria-description={t(rosterTexts.keys)}
      aria-activedescendant={`roll-${active}`}
      onKeyDown={onKeyDown}
    >
      <div className="roll-row roll-head" role="row">
        <span role="columnheader">
          <CheckBox
            label={t(rosterTexts.chooseAll)}
            checked={all}
            mixed={chosen.size > 0}
            onChecked={(on) => {
              const next = new Map(on ? [...chosen, ...inView.map((row) => [row.id, row.name] as const)] : [])
              onChosen(next)
            }}
          />
        </span>
        <Head field="name" />
        <Head field="branch" />
        <Head field="category" />
        <Head field="sex" less />
        <Head field="age" num less />
        <Head field="phone" least left />
        <Head field="standing" num />
      </div>
      <div ref={frame} className="roll-body" role="rowgroup" tabIndex={-1}>
        <div className="roll-all" role="presentation" style={{ height: rows.getTotalSize() }}>
          {shown.map((item) => {
            const row = roll.rowAt(item.index)
            return (
              <div
                key={item.key}
                id={`roll-${item.index}`}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={row ? chosen.has(row.id) : undefined}
                className={`roll-row${item.index === active ? ' at' : ''}${row && chosen.has(row.id) ? ' on' : ''}`}
                style={{ height: ROW, transform: `translateY(${item.start}px)` }}
                onClick={() => {
                  setActive(item.index)
                  grid.current?.focus({ preventScroll: true })
                }}
              >
                {row ? (
                  <Cells row={row} chosen={chosen.has(row.id)} onChoose={(on) => toggle(row, on)} />
                ) : (
                  <i className="roll-wait" />
                )}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

function Padded({ children }: { children: ReactNode }) {
  return <div className="roll-state">{children}</div>
}

type HeadProps = {
  readonly field: string
  readonly num?: boolean
  readonly left?: boolean
  readonly less?: boolean
  readonly least?: boolean
}

function Head({ field, num, less, least, left }: HeadProps) {
  const t = useText()
  const text = fieldTexts[field]
  const look = [num && 'num', less && 'less', least && 'least', left && 'num-left'].filter(Boolean).join(' ')
  return (
    <span role="columnheader" className={look || undefined}>
      {text && t(text)}
    </span>
  )
}

function Cells({
  row,
  chosen,
  onChoose,
}: {
  row: RollRow
  chosen: boolean
  onChoose: (on: boolean) => void
}) {
  const t = useText()
  return (
    <>
      <span role="gridcell">
        <CheckBox label={t(rosterTexts.choose, { name: row.name })} checked={chosen} onChecked={onChoose} />
      </span>
      <span role="gridcell" className="roll-name">
        <Link href={`/members/${row.id}`} tabIndex={-1} className="ell">
          {row.name}
        </Link>
        {row.state !== 'active' && <Tag tight>{t(stateTexts[row.state])}</Tag>}
        {row.tags.map((tag) => (
          <Tag key={tag} tight>
            {t(tagTexts[tag])}
          </Tag>
        ))}
      </span>
      <span role="gridcell" className="ell t2">
        {row.orgName}
      </span>
      <span role="gridcell" className="t2">
        {t(categoryTexts[row.category])}
      </span>
      <span role="gridcell" className="t2 less">
        {t(sexTexts[row.sex])}
      </span>
      <span role="gridcell" className="num less">
        {row.age}
      </span>
      <span role="gridcell" className="t2 least num-left">
        {row.phoneMask}
      </span>
      <span role="gridcell" className={row.standingYears === null ? 'num t3' : 'num'}>
        {row.standingYears === null ? t(rosterTexts.probation) : formatNumber(row.standingYears)}
      </span>
    </>
  )
}
