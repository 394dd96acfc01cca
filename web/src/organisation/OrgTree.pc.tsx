import { useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { formatNumber } from '../shared/formats.ts'
import { TextField } from '../shared/kit/fields.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useText } from '../shared/texts.ts'
import type { FoundOrg, TreeRow } from './hooks.ts'
import { useOpenNodes, useOrgSearch, useTree } from './hooks.ts'
import { defectTexts } from './labels.ts'
import { treeTexts } from './labels-page.ts'
import './OrgTree.css'

const ROW = 32
const STEP = 15

type Line = {
  readonly row: TreeRow
  readonly name: string
  readonly depth: number
  readonly folds: boolean
  readonly open: boolean
}

type OrgTreeProps = {
  readonly selectedId: string | undefined
  readonly onSelect: (id: string, row: TreeRow) => void
  /** A past day, YYYY-MM-DD; members and defects are then not known. */
  readonly asOf?: string | undefined
}

/** The tree of what one may see: counts over everything below, defects as words. Open nodes are remembered; arrow keys move. */
export function OrgTree({ selectedId, onSelect, asOf }: OrgTreeProps) {
  const t = useText()
  const tree = useTree(asOf)
  const [text, setText] = useState('')
  const typed = text.trim()
  return (
    <nav className="org-tree" aria-label={t(treeTexts.title)}>
      <div className="org-tree-find">
        <TextField
          label={<span className="sr">{t(treeTexts.findHelp)}</span>}
          icon="search"
          type="search"
          placeholder={t(treeTexts.find)}
          value={text}
          onValue={setText}
        />
      </div>
      {typed !== '' && (
        <Found
          text={typed}
          selectedId={selectedId}
          onPick={(found) => {
            const row = tree.data?.rows.find(({ id }) => id === found.id)
            if (row) onSelect(found.id, row)
            setText('')
          }}
        />
      )}
      {typed === '' && (
        <Fetched
          from={tree}
          what={t(treeTexts.what)}
          rows={8}
          columns="1fr 30px"
          isEmpty={({ rows }) => rows.length === 0}
          empty={
            <div className="org-tree-state">
              <StateEmpty fact={t(treeTexts.empty)} fill={t(treeTexts.emptyNext)} />
            </div>
          }
        >
          {({ rows }) => <Lines rows={rows} selectedId={selectedId} onSelect={onSelect} />}
        </Fetched>
      )}
    </nav>
  )
}

/** Rows in the order of the tree, folded ones left out. A node whose parent is out of sight is a root here. */
function linesOf(rows: readonly TreeRow[], isOpen: (row: TreeRow, isRoot: boolean) => boolean): Line[] {
  const known = new Set(rows.map(({ number }) => number))
  const below = Map.groupBy(rows, ({ parent }) => (parent !== null && known.has(parent) ? parent : null))
  const lines: Line[] = []
  const add = (row: TreeRow, depth: number, above: string) => {
    const children = below.get(row.number) ?? []
    const open = children.length > 0 && isOpen(row, depth === 0)
    lines.push({ row, name: nameBelow(row.name, above), depth, folds: children.length > 0, open })
    if (open) for (const child of children) add(child, depth + 1, row.name)
  }
  for (const root of below.get(null) ?? []) add(root, 0, '')
  return lines
}

/** 桃坪村第二党支部 below 桃坪村党总支 is 第二党支部: the place is said already. */
function nameBelow(name: string, above: string): string {
  const place = above.replace(/党(委|总支|支部|工委)$/, '')
  const rest = place !== '' && name.startsWith(place) ? name.slice(place.length) : ''
  return rest.startsWith('第') ? rest : name
}

function ancestorsOf(rows: readonly TreeRow[], id: string | undefined): string[] {
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  const ids: string[] = []
  let at = rows.find((row) => row.id === id)
  while (at && at.parent !== null) {
    at = byNumber.get(at.parent)
    if (at) ids.push(at.id)
  }
  return ids
}

function Lines({
  rows,
  selectedId,
  onSelect,
}: {
  rows: readonly TreeRow[]
  selectedId: string | undefined
  onSelect: OrgTreeProps['onSelect']
}) {
  const t = useText()
  const frame = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useOpenNodes()
  const lines = useMemo(
    () => linesOf(rows, ({ id }, isRoot) => (isRoot ? !open.has(`-${id}`) : open.has(id))),
    [rows, open],
  )
  const rootIds = useMemo(
    () => new Set(lines.filter(({ depth }) => depth === 0).map(({ row }) => row.id)),
    [lines],
  )
  const setFold = (id: string, on: boolean) => (rootIds.has(id) ? setOpen(`-${id}`, !on) : setOpen(id, on))
  const [activeId, setActiveId] = useState<string>()
  const at = Math.max(
    0,
    lines.findIndex(({ row }) => row.id === (activeId ?? selectedId)),
  )
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 16,
    getItemKey: (index) => lines[index]?.row.id ?? index,
  })
  useEffect(() => {
    for (const id of ancestorsOf(rows, selectedId)) if (!rootIds.has(id)) setOpen(id, true)
    // only when another node is selected: the reader may fold the way to it afterwards
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [rows, selectedId])
  const selectedAt = lines.findIndex(({ row }) => row.id === selectedId)
  useEffect(() => {
    if (selectedAt >= 0) virtual.scrollToIndex(selectedAt, { align: 'auto' })
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [selectedId, selectedAt >= 0])

  const goTo = (index: number) => {
    const next = lines[Math.max(0, Math.min(lines.length - 1, index))]
    if (!next) return
    setActiveId(next.row.id)
    virtual.scrollToIndex(lines.indexOf(next))
  }
  const choose = ({ row, folds, open: isOpen }: Line) => {
    setActiveId(row.id)
    if (folds && !isOpen) setFold(row.id, true)
    onSelect(row.id, row)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const line = lines[at]
    if (!line) return
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -lines.length, End: lines.length }[event.key]
    if (step !== undefined) goTo(at + step)
    else if (event.key === 'ArrowRight') {
      if (line.folds && !line.open) setFold(line.row.id, true)
      else if (line.open) goTo(at + 1)
    } else if (event.key === 'ArrowLeft') {
      if (line.open) setFold(line.row.id, false)
      else goTo(lines.findLastIndex((one, index) => index < at && one.depth < line.depth))
    } else if (event.key === 'Enter' || event.key === ' ') choose(line)
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={frame}
      className="org-tree-body"
      role="tree"
      tabIndex={0}
      aria-label={t(treeTexts.keys)}
      aria-activedescendant={lines[at] ? `org-${lines[at].row.id}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div className="org-tree-all" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const line = lines[item.index]
          if (!line) return null
          return (
            <Node
              key={item.key}
              line={line}
              top={item.start}
              selected={line.row.id === selectedId}
              active={item.index === at}
              onFold={() => setFold(line.row.id, !line.open)}
              onSelect={() => choose(line)}
            />
          )
        })}
      </div>
    </div>
  )
}

function Node({
  line: { row, name, depth, folds, open },
  top,
  selected,
  active,
  onFold,
  onSelect,
}: {
  line: Line
  top: number
  selected: boolean
  active: boolean
  onFold: () => void
  onSelect: () => void
}) {
  const t = useText()
  return (
    <div
      id={`org-${row.id}`}
      role="treeitem"
      aria-level={depth + 1}
      aria-expanded={folds ? open : undefined}
      aria-selected={selected}
      className={`org-node${selected ? ' on' : ''}${active ? ' at' : ''}`}
      style={{ transform: `translateY(${top}px)`, paddingLeft: depth * STEP }}
      title={row.name}
      onClick={onSelect}
    >
      {folds ? (
        <button
          type="button"
          className="org-fold"
          tabIndex={-1}
          aria-label={t(open ? treeTexts.fold : treeTexts.open)}
          onClick={(event) => {
            event.stopPropagation()
            onFold()
          }}
        >
          <Icon name={open ? 'down' : 'right'} />
        </button>
      ) : (
        <i className="org-dot" aria-hidden="true" />
      )}
      <span className="ell">{name}</span>
      <DefectTag row={row} />
      <span className="num">{row.members === null ? '' : formatNumber(row.members)}</span>
    </div>
  )
}

function DefectTag({ row }: { row: TreeRow }) {
  const t = useText()
  const [first, ...others] = row.defects
  if (first === undefined) return <span />
  const more = others.length > 0 ? t(treeTexts.moreDefects, { count: others.length }) : ''
  return (
    <span title={[first, ...others].map((code) => t(defectTexts[code])).join('、')}>
      <Tag tone="ochre" tight>
        {t(defectTexts[first])}
      </Tag>
      {more && <span className="sr">{more}</span>}
    </span>
  )
}

function Found({
  text,
  selectedId,
  onPick,
}: {
  text: string
  selectedId: string | undefined
  onPick: (found: FoundOrg) => void
}) {
  const t = useText()
  const found = useOrgSearch(text, undefined, true)
  return (
    <div className="org-found">
      <Fetched from={found} what={t(treeTexts.what)} rows={4} columns="1fr">
        {({ rows, total }) => (
          <>
            {rows.length === 0 && <p className="s t2 org-tree-state">{t(treeTexts.none, { text })}</p>}
            {rows[0]?.near && <p className="c t2 org-tree-state">{t(treeTexts.near, { text })}</p>}
            {rows.map((row) => (
              <button
                key={row.id}
                type="button"
                className={row.id === selectedId ? 'on' : undefined}
                onClick={() => onPick(row)}
              >
                {row.name}
                <span className="c t3 ell" style={{ display: 'block' }}>
                  {row.above.slice(1).join(' › ') || row.above.join(' › ')}
                </span>
              </button>
            ))}
            {total > rows.length && (
              <p className="c t3 org-tree-state">{t(treeTexts.more, { count: total - rows.length })}</p>
            )}
          </>
        )}
      </Fetched>
    </div>
  )
}
