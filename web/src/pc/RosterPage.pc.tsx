import { useCallback, useEffect, useMemo, useState } from 'react'
import { AdmitDrawer } from '../members/AdmitDrawer.pc.tsx'
import { ExportDialog } from '../members/ExportDialog.pc.tsx'
import { FiguresDrawer } from '../members/FiguresDrawer.pc.tsx'
import type { Chosen } from '../members/MemberTable.pc.tsx'
import { MemberTable } from '../members/MemberTable.pc.tsx'
import { RosterFilters } from '../members/RosterFilters.pc.tsx'
import { useRosterAddress } from '../members/hooks-filter.ts'
import { rosterTexts } from '../members/labels.ts'
import { ImportDrawer } from '../members/roster-import/ImportDrawer.pc.tsx'
import type { TreeRow } from '../organisation/hooks.ts'
import { useTree } from '../organisation/hooks.ts'
import { OrgTree } from '../organisation/OrgTree.pc.tsx'
import { formatNumber } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Columns } from '../shared/kit/layers.tsx'
import type { MenuItem } from '../shared/kit/Menu.tsx'
import { Menu } from '../shared/kit/Menu.tsx'
import { useMay } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { useScope } from './page-scope.ts'

const NOBODY: Chosen = new Map()

/** /members: the tree, and the members of what is chosen there. */
export function RosterPage() {
  const t = useText()
  const { filter, sort, setFilter, setSort } = useRosterAddress()
  const [total, setTotal] = useState<number>()
  const [chosen, setChosen] = useState<Chosen>(NOBODY)
  const [exporting, setExporting] = useState(false)
  const [beside, setBeside] = useState<Beside>()
  const { place, row } = usePlace(filter.orgId)
  useScope(place)
  const { orgId } = filter
  useEffect(() => setChosen(NOBODY), [orgId])
  return (
    <Columns
      tree={<OrgTree selectedId={row?.id} onSelect={(id) => setFilter({ orgId: id })} />}
      drawer={
        row && beside && <BesideDrawer beside={beside} row={row} onClose={() => setBeside(undefined)} />
      }
    >
      <div className="roster-title">
        <h1 className="ph1 ell">{place?.at(-1) ?? t(rosterTexts.title)}</h1>
        <span className="t3 grow nw">
          {total !== undefined && t(rosterTexts.people, { count: formatNumber(total) })}
        </span>
        <RosterActs
          isBranch={row?.kind === 'branch'}
          hasOrg={row !== undefined && row.kind !== 'partyGroup'}
          onExport={() => setExporting(true)}
          onBeside={setBeside}
        />
      </div>
      <RosterFilters filter={filter} sort={sort} onFilter={setFilter} onSort={setSort} />
      <MemberTable
        filter={filter}
        sort={sort}
        chosen={chosen}
        onChosen={setChosen}
        onTotal={useCallback((next: number | undefined) => setTotal(next), [])}
      />
      <RosterFoot chosen={chosen} onNobody={() => setChosen(NOBODY)} />
      {exporting && <ExportDialog filter={filter} total={total ?? 0} onClose={() => setExporting(false)} />}
    </Columns>
  )
}

/** The chosen organisation, and the names from the county down to it. */
function usePlace(orgId: string | null): { place: readonly string[] | undefined; row: TreeRow | undefined } {
  const tree = useTree()
  const rows = tree.data?.rows
  return useMemo(() => {
    const names: string[] = []
    const known = new Set(rows?.map(({ number }) => number))
    const roots = rows?.filter(({ parent }) => parent === null || !known.has(parent)) ?? []
    // Without a choice the list holds everybody in sight, which is the one organisation at the top, if it is one.
    const row = orgId === null && roots.length === 1 ? roots[0] : rows?.find(({ id }) => id === orgId)
    for (let above = row; above;) {
      names.unshift(above.name)
      const { parent } = above
      above = parent === null ? undefined : rows?.find(({ number }) => number === parent)
    }
    return { place: names.length === 0 ? undefined : names, row }
  }, [rows, orgId])
}

function BesideDrawer({ beside, row, onClose }: { beside: Beside; row: TreeRow; onClose: () => void }) {
  const [importId, setImportId] = useState<string>()
  if (beside === 'import') {
    const target = { orgId: row.id, orgName: row.name }
    return <ImportDrawer target={target} importId={importId} onImport={setImportId} onClose={onClose} />
  }
  if (beside === 'figures') return <FiguresDrawer key={row.id} orgId={row.id} onClose={onClose} />
  return <AdmitDrawer key={row.id} orgId={row.id} orgName={row.name} onClose={onClose} />
}

type Beside = 'figures' | 'admit' | 'import'

type ActsProps = {
  readonly isBranch: boolean
  readonly hasOrg: boolean
  readonly onExport: () => void
  readonly onBeside: (beside: Beside) => void
}

function RosterActs({ isBranch, hasOrg, onExport, onBeside }: ActsProps) {
  const t = useText()
  const may = useMay()
  const items: MenuItem[] = [
    ...(hasOrg ? [{ id: 'figures', label: t(rosterTexts.figures), onPick: () => onBeside('figures') }] : []),
    ...(isBranch && may('member.certify')
      ? [{ id: 'admit', label: t(rosterTexts.admit), onPick: () => onBeside('admit') }]
      : []),
  ]
  return (
    <>
      {hasOrg && may('roster-import.run') && (
        <Button icon="upload" onClick={() => onBeside('import')}>
          {t(rosterTexts.import)}
        </Button>
      )}
      {may('member.export') && (
        <Button icon="download" onClick={onExport}>
          {t(rosterTexts.export)}
        </Button>
      )}
      {items.length > 0 && (
        <Menu
          className="btn"
          button={
            <>
              {t(rosterTexts.moreActs)}
              <Icon name="down" />
            </>
          }
          items={items}
        />
      )}
    </>
  )
}

function RosterFoot({ chosen, onNobody }: { chosen: Chosen; onNobody: () => void }) {
  const t = useText()
  return (
    <footer className="roster-foot">
      <span className="s t3 grow">{t(rosterTexts.keys)}</span>
      {chosen.size > 0 && (
        <>
          <span className="s">{t(rosterTexts.chosen, { count: chosen.size })}</span>
          <Button plain small onClick={onNobody}>
            {t(rosterTexts.unchoose)}
          </Button>
        </>
      )}
    </footer>
  )
}
