import { useCallback, useState } from 'react'
import type { Chosen } from '../members/MemberTable.pc.tsx'
import { MemberTable } from '../members/MemberTable.pc.tsx'
import { RosterFilters } from '../members/RosterFilters.pc.tsx'
import { useRosterAddress } from '../members/hooks-filter.ts'
import { rosterTexts } from '../members/labels.ts'
import { formatNumber } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { Columns } from '../shared/kit/layers.tsx'
import { useText } from '../shared/texts.ts'

const NOBODY: Chosen = new Map()

/** /members: the tree, the members of what is chosen there, and the import beside them. */
export function RosterPage() {
  const t = useText()
  const { filter, sort, setFilter, setSort } = useRosterAddress()
  const [total, setTotal] = useState<number>()
  const [chosen, setChosen] = useState<Chosen>(NOBODY)
  const onTotal = useCallback((next: number) => setTotal(next), [])
  return (
    <Columns>
      <div className="roster-title">
        <h1 className="ph1">{t(rosterTexts.title)}</h1>
        <span className="t3 grow">
          {total !== undefined && t(rosterTexts.people, { count: formatNumber(total) })}
        </span>
      </div>
      <RosterFilters filter={filter} sort={sort} onFilter={setFilter} onSort={setSort} />
      <MemberTable filter={filter} sort={sort} chosen={chosen} onChosen={setChosen} onTotal={onTotal} />
      <footer className="roster-foot">
        <span className="s t3 grow">{t(rosterTexts.keys)}</span>
        {chosen.size > 0 && (
          <>
            <span className="s">{t(rosterTexts.chosen, { count: chosen.size })}</span>
            <Button plain small onClick={() => setChosen(NOBODY)}>
              {t(rosterTexts.unchoose)}
            </Button>
          </>
        )}
      </footer>
    </Columns>
  )
}
