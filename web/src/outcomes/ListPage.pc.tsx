import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { contentOf, type OutcomeList, outcomeLists } from '@steward/domain/outcomes/outcome-list.ts'
import { cadreUses } from '@steward/domain/outcomes/outcome-drafting.ts'
import { type OutcomeUse, outcomeUses } from '@steward/domain/outcomes/outcome-table.ts'
import { formatNumber } from '../shared/formats.ts'
import { CheckBox, SelectField, TextField } from '../shared/kit/fields.tsx'
import { Columns } from '../shared/kit/layers.tsx'
import { Pager } from '../shared/kit/Pager.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useMay } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import type { UseLine, UseList } from './hooks-use.ts'
import { PAGE, useOutcomeYear, useUses } from './hooks-use.ts'
import { gradeTexts, listTexts, stateTexts, useTexts, bodyTexts } from './labels.ts'
import { useLabels } from './labels-use.ts'
import { ListFiles } from './ListFiles.pc.tsx'
import { OutcomeTabs, OutcomeYear } from './OutcomeTabs.pc.tsx'
import { UseDialogs } from './UseDialogs.pc.tsx'
import { UseDrawer } from './UseDrawer.pc.tsx'
import './Uses.css'

type What = OutcomeList | OutcomeUse | 'all'

/** What the list is about, as the address says it. */
function useWhat() {
  const [params, setParams] = useSearchParams()
  const asked = params.get('list') ?? params.get('use') ?? 'all'
  const what: What = [...outcomeLists, ...outcomeUses].find((one) => one === asked) ?? 'all'
  const set = (changes: Readonly<Record<string, string | null>>) =>
    setParams((before) => {
      const after = new URLSearchParams(before)
      for (const [key, value] of Object.entries(changes))
        if (value === null) after.delete(key)
        else after.set(key, value)
      return after
    })
  return { what, mine: params.get('mine') === '1', open: params.get('open') ?? undefined, set }
}

/** 名单: drafts and decisions of a year, list by list; chosen ones are confirmed or declined together. */
export function ListPage() {
  const t = useText()
  const may = useMay()
  const { year } = useOutcomeYear()
  const { what, mine, open, set } = useWhat()
  const [search, setSearch] = useState('')
  const [first, setFirst] = useState(0)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const list = outcomeLists.find((one) => one === what) ?? null
  const use = list === null ? (outcomeUses.find((one) => one === what) ?? null) : null
  const found = useUses({ list, use, mine, search, offset: first }, year)
  const sees = may('cadre-list.read')
  const offered = outcomeLists.filter(
    (one) => sees || !contentOf(one).uses.every((each) => cadreUses.includes(each)),
  )
  const change = (changes: Readonly<Record<string, string | null>>) => {
    set(changes)
    setFirst(0)
    setChosen(new Set())
  }
  return (
    <Columns drawer={open && <UseDrawer key={open} useId={open} onClose={() => set({ open: null })} />}>
      <OutcomeTabs />
      <div className="use-page">
        <header className="use-head">
          <h1 className="ph1">{t(useLabels.title)}</h1>
          <span className="s t3 grow">
            {found.data && t(useLabels.total, { total: formatNumber(found.data.total) })}
          </span>
          <OutcomeYear />
        </header>
        <div className="use-bar">
          <SelectField<What>
            label={<span className="sr">{t(useLabels.list)}</span>}
            value={what}
            onValue={(next) =>
              change({
                list: outcomeLists.some((one) => one === next) ? next : null,
                use: outcomeUses.some((one) => one === next) ? next : null,
              })
            }
            choices={[
              { value: 'all', label: t(useLabels.allLists) },
              ...offered.map((value) => ({ value, label: t(listTexts[value]) })),
              ...(use === null ? [] : [{ value: use, label: t(useTexts[use]) }]),
            ]}
          />
          <CheckBox checked={mine} onChecked={(on) => change({ mine: on ? '1' : null })}>
            {t(useLabels.onlyMine)}
          </CheckBox>
          <TextField
            label={<span className="sr">{t(useLabels.search)}</span>}
            icon="search"
            placeholder={t(useLabels.search)}
            value={search}
            onValue={(next) => {
              setSearch(next)
              setFirst(0)
            }}
          />
          {year !== undefined && list !== null && <ListFiles list={list} year={year} />}
        </div>
        {!sees && <p className="c t3 use-note">{t(useLabels.cadreNote)}</p>}
        <Fetched
          from={found}
          what={t(useLabels.what)}
          rows={8}
          columns="34px 100px 1fr 90px 160px 90px"
          isEmpty={(data) => data.rows.length === 0}
          empty={<StateEmpty fact={t(useLabels.empty)} fill={t(useLabels.emptyNext)} />}
        >
          {(data) => (
            <>
              <Table
                data={data}
                open={open}
                chosen={chosen}
                onChosen={setChosen}
                onOpen={(id) => set({ open: id })}
              />
              {data.total > PAGE && (
                <Pager
                  first={first}
                  size={PAGE}
                  total={data.total}
                  onFirst={(next) => {
                    setFirst(next)
                    setChosen(new Set())
                  }}
                />
              )}
              <UseDialogs
                rows={data.rows.filter(({ id }) => chosen.has(id))}
                onDone={() => setChosen(new Set())}
              />
            </>
          )}
        </Fetched>
      </div>
    </Columns>
  )
}

/** What can be chosen together: drafts the caller may confirm, or decline. */
const isChoosable = (row: UseLine) => row.may.includes('confirm') || row.may.includes('decline')

function Table({
  data,
  open,
  chosen,
  onChosen,
  onOpen,
}: {
  readonly data: UseList
  readonly open: string | undefined
  readonly chosen: ReadonlySet<string>
  readonly onChosen: (chosen: ReadonlySet<string>) => void
  readonly onOpen: (id: string) => void
}) {
  const t = useText()
  const able = data.rows.filter(isChoosable)
  const all = able.length > 0 && able.every(({ id }) => chosen.has(id))
  const flip = (id: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    onChosen(next)
  }
  return (
    <table className="tbl">
      <thead>
        <tr>
          <th className="use-tick">
            {able.length > 0 && (
              <CheckBox
                label={t(useLabels.chooseAll)}
                checked={all}
                mixed={!all && able.some(({ id }) => chosen.has(id))}
                onChecked={(on) => onChosen(new Set(on ? able.map(({ id }) => id) : []))}
              />
            )}
          </th>
          <th>{t(useLabels.name)}</th>
          <th>{t(useLabels.org)}</th>
          <th>{t(useLabels.grade)}</th>
          <th>{t(useLabels.use)}</th>
          <th>{t(useLabels.by)}</th>
          <th>{t(useLabels.state)}</th>
        </tr>
      </thead>
      <tbody>
        {data.rows.map((row) => (
          <tr key={row.id} className={row.id === open ? 'on' : undefined}>
            <td className="use-tick">
              {isChoosable(row) && (
                <CheckBox
                  label={t(useLabels.choose, { name: row.memberName })}
                  checked={chosen.has(row.id)}
                  onChecked={(on) => flip(row.id, on)}
                />
              )}
            </td>
            <td>
              <button type="button" className="link" onClick={() => onOpen(row.id)}>
                {row.memberName}
              </button>
            </td>
            <td>{row.orgName}</td>
            <td>{t(gradeTexts[row.grade])}</td>
            <td>{t(useTexts[row.use])}</td>
            <td className="t2">{t(bodyTexts[row.body])}</td>
            <td>
              <StateTag row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function StateTag({ row }: { readonly row: Pick<UseLine, 'state' | 'disputed' | 'isMine'> }) {
  const t = useText()
  const { text, tone } = stateTexts[row.state]
  return (
    <span className="row">
      <Tag tone={tone} tight>
        {t(text)}
      </Tag>
      {row.disputed && (
        <Tag tone="ochre" tight>
          {t(useLabels.disputed)}
        </Tag>
      )}
      {row.isMine && <span className="c t3">{t(useLabels.mine)}</span>}
    </span>
  )
}
