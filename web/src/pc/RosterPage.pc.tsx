import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Chosen } from '../members/MemberTable.pc.tsx'
import { MemberTable } from '../members/MemberTable.pc.tsx'
import { RosterFilters } from '../members/RosterFilters.pc.tsx'
import { useRosterAddress } from '../members/hooks-filter.ts'
import { rosterTexts } from '../members/labels.ts'
import { useTree } from '../organisation/hooks.ts'
import { OrgTree } from '../organisation/OrgTree.pc.tsx'
import { formatNumber } from '../shared/formats.ts'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { Columns } from '../shared/kit/layers.tsx'
import { useHasPage } from '../shared/routing.tsx'
import { useMay } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { useScope } from './page-scope.ts'
import { routes } from './routes.tsx'

const NOBODY: Chosen = new Map()

/** /members: the tree, and the members of what is chosen there. */
export function RosterPage() {
  const t = useText()
  const { filter, sort, setFilter, setSort } = useRosterAddress()
  const [total, setTotal] = useState<number>()
  const [chosen, setChosen] = useState<Chosen>(NOBODY)
  const place = usePlace(filter.orgId)
  useScope(place)
  const { orgId } = filter
  useEffect(() => setChosen(NOBODY), [orgId])
  return (
    <Columns tree={<OrgTree selectedId={orgId ?? undefined} onSelect={(id) => setFilter({ orgId: id })} />}>
      <div className="roster-title">
        <h1 className="ph1 ell">{place?.at(-1) ?? t(rosterTexts.title)}</h1>
        <span className="t3 grow nw">
          {total !== undefined && t(rosterTexts.people, { count: formatNumber(total) })}
        </span>
        <RosterActs />
      </div>
      <RosterFilters filter={filter} sort={sort} onFilter={setFilter} onSort={setSort} />
      <MemberTable
        filter={filter}
        sort={sort}
        chosen={chosen}
        onChosen={setChosen}
        onTotal={useCallback((next: number) => setTotal(next), [])}
      />
      <RosterFoot chosen={chosen} onNobody={() => setChosen(NOBODY)} />
    </Columns>
  )
}

/** Names from the county down to the chosen organisation. */
function usePlace(orgId: string | null): readonly string[] | undefined {
  const tree = useTree()
  const rows = tree.data?.rows
  return useMemo(() => {
    const names: string[] = []
    let row = rows?.find(({ id }) => id === orgId)
    while (row) {
      names.unshift(row.name)
      const { parent } = row
      row = parent === null ? undefined : rows?.find(({ number }) => number === parent)
    }
    return names.length === 0 ? undefined : names
  }, [rows, orgId])
}

function RosterActs() {
  const t = useText()
  const may = useMay()
  const hasPage = useHasPage(routes)
  return (
    <>
      {may('roster-import.run') && hasPage('/import') && (
        <ButtonLink href="/import" icon="upload">
          {t(rosterTexts.import)}
        </ButtonLink>
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
