import { useId, useState } from 'react'
import { formatNumber } from '../../shared/formats.ts'
import { Button } from '../../shared/kit/Button.tsx'
import { Icon } from '../../shared/kit/Icon.tsx'
import { Pager } from '../../shared/kit/Pager.tsx'
import { Fetched, StateError } from '../../shared/kit/states.tsx'
import { useText } from '../../shared/texts.ts'
import { useDownloadOperation } from '../../shared/use-operation.ts'
import type { Decide, Group, ImportRow, RosterImport } from './hooks.ts'
import { ROWS_A_PAGE, useDecide, useImportRows } from './hooks.ts'
import { DoubleRow, PersonRow, RefusedRow } from './ImportRows.pc.tsx'
import { groupTexts, importRefusals, importTexts, rowTexts } from './labels.ts'

const GROUPS: readonly Group[] = ['new', 'changed', 'double', 'refused', 'same']
/** Groups whose rows are all right by themselves wait to be unfolded. */
const FOLDED: readonly Group[] = ['new', 'same']
/** As many are ticked one by one. */
const FEW = 5

export function ImportCounts({ counts }: { counts: RosterImport['counts'] }) {
  const t = useText()
  return (
    <dl className="import-counts">
      {GROUPS.map((group) => (
        <div key={group}>
          <dt>{t(groupTexts[group])}</dt>
          <dd className={counts[group] === 0 || group === 'same' ? 't3' : undefined}>
            {formatNumber(counts[group])}
          </dd>
        </div>
      ))}
    </dl>
  )
}

export function ImportGroups({ imported }: { imported: RosterImport }) {
  return (
    <>
      {GROUPS.filter((group) => imported.counts[group] > 0).map((group) => (
        <GroupSection key={group} group={group} imported={imported} />
      ))}
    </>
  )
}

type SectionProps = { readonly group: Group; readonly imported: RosterImport }

function GroupSection({ group, imported }: SectionProps) {
  const t = useText()
  const titleId = useId()
  const foldable = FOLDED.includes(group)
  const [open, setOpen] = useState(!foldable)
  const [first, setFirst] = useState(0)
  const total = imported.counts[group]
  const from = first < total ? first : 0
  const found = useImportRows(imported.id, group, from, open || (group === 'new' && total <= ROWS_A_PAGE))
  const decide = useDecide()
  const isReady = imported.state === 'ready'
  return (
    <section aria-labelledby={titleId} className="import-group">
      <div className="between">
        <h3 className="s b" id={titleId}>
          {t(groupTexts[group])} {formatNumber(total)}
        </h3>
        {foldable ? (
          <FoldButton
            open={open}
            onOpen={setOpen}
            group={group}
            allTicked={isReady && isAllTicked(found.data?.rows, total)}
          />
        ) : (
          <GroupAside group={group} imported={imported} />
        )}
      </div>
      {open && (
        <>
          {isReady && (group === 'new' || group === 'changed') && total > FEW && (
            <TickAll importId={imported.id} group={group} decide={decide} />
          )}
          <Fetched from={found} what={t(groupTexts[group])} columns="58px 1fr">
            {({ rows }) => (
              <ul className="rows">
                {rows.map((row) => (
                  <li key={row.rowNumber}>
                    <RowOf row={row} imported={imported} decide={decide} />
                  </li>
                ))}
              </ul>
            )}
          </Fetched>
          {total > ROWS_A_PAGE && <Pager first={from} size={ROWS_A_PAGE} total={total} onFirst={setFirst} />}
        </>
      )}
      {decide.error && <StateError error={decide.error} refusals={importRefusals} />}
    </section>
  )
}

function isAllTicked(rows: readonly ImportRow[] | undefined, total: number): boolean {
  return rows !== undefined && rows.length === total && rows.every(({ ticked }) => ticked)
}

function RowOf(props: { row: ImportRow; imported: RosterImport; decide: Decide }) {
  const { group } = props.row
  if (group === 'double') return <DoubleRow {...props} />
  if (group === 'refused') return <RefusedRow {...props} />
  return <PersonRow {...props} />
}

type FoldProps = {
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  readonly group: Group
  readonly allTicked: boolean
}

function FoldButton({ open, onOpen, group, allTicked }: FoldProps) {
  const t = useText()
  const unfold = group === 'same' ? rowTexts.unfoldSame : allTicked ? rowTexts.unfoldTicked : rowTexts.unfold
  return (
    <button type="button" className="more" aria-expanded={open} onClick={() => onOpen(!open)}>
      {t(open ? rowTexts.fold : unfold)}
      <Icon name={open ? 'up' : 'down'} />
    </button>
  )
}

function GroupAside({ group, imported }: SectionProps) {
  const t = useText()
  if (group === 'changed') return <span className="c t3">{t(rowTexts.oldNew)}</span>
  if (group === 'double' && imported.state === 'ready')
    return <span className="c t3">{t(rowTexts.judge)}</span>
  if (group === 'refused' && imported.may.refusedSheet) return <RefusedSheet importId={imported.id} />
  return null
}

/** The rows that did not get in, as a sheet for whoever filled in the roster. */
function RefusedSheet({ importId }: { importId: string }) {
  const t = useText()
  const { mutate, isPending, error } = useDownloadOperation('roster-import.refused-sheet')
  return (
    <span>
      <button type="button" className="more" onClick={() => !isPending && mutate({ importId })}>
        {t(isPending ? importTexts.downloading : importTexts.refusedSheet)}
        <Icon name="download" />
      </button>
      {error && <StateError error={error} refusals={importRefusals} />}
    </span>
  )
}

type TickAllProps = {
  readonly importId: string
  readonly group: 'new' | 'changed'
  readonly decide: Decide
}

function TickAll({ importId, group, decide }: TickAllProps) {
  const t = useText()
  const tick = (ticked: boolean) =>
    !decide.isPending && decide.mutate({ importId, choice: { kind: 'tickGroup', group, ticked } })
  return (
    <div className="acts import-tick-all">
      <Button plain small onClick={() => tick(true)}>
        {t(rowTexts.tickAll)}
      </Button>
      <Button plain small onClick={() => tick(false)}>
        {t(rowTexts.tickNone)}
      </Button>
    </div>
  )
}
