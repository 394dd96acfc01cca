import { useState } from 'react'
import { Columns } from '../shared/kit/layers.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import type { BranchMonth, MonthTable } from './hooks-month.ts'
import { useBranchMonth, useMonthTable, useMonthWords } from './hooks-month.ts'
import { monthTexts } from './labels-month.ts'
import { MonthHead } from './MonthHead.pc.tsx'
import { MonthLines } from './MonthLines.pc.tsx'
import { MonthNext } from './MonthNext.pc.tsx'
import { MonthSide } from './MonthSide.pc.tsx'
import { type Opened, MonthTableRows } from './MonthTable.pc.tsx'
import './Month.css'

type MonthPageProps = {
  readonly orgId: string
  readonly month: string | null
  readonly onMonth: (month: string) => void
}

/** A month of a branch: where it stands, what comes next, and the table by name. */
export function MonthPage({ orgId, month, onMonth }: MonthPageProps) {
  const t = useText()
  const found = useBranchMonth(orgId, month)
  const [opened, setOpened] = useState<Opened>()
  return (
    <Columns
      drawer={
        opened && found.data ? (
          <MonthLines
            key={opened.memberId + (opened.term ?? '')}
            opened={opened}
            month={found.data.month}
            onClose={() => setOpened(undefined)}
          />
        ) : undefined
      }
    >
      <div className="month-page prints">
        <Fetched from={found} what={t(monthTexts.what)} rows={8} columns="120px 1fr 60px 60px 60px">
          {(data) => <Month data={data} opened={opened} onOpen={setOpened} onMonth={onMonth} />}
        </Fetched>
      </div>
    </Columns>
  )
}

type MonthProps = {
  readonly data: BranchMonth
  readonly opened: Opened | undefined
  readonly onOpen: (opened: Opened) => void
  readonly onMonth: (month: string) => void
}

function Month({ data, opened, onOpen, onMonth }: MonthProps) {
  const t = useText()
  const table = useMonthTable(data.org.id, data.month)
  return (
    <>
      <MonthHead data={data} onMonth={onMonth} />
      <div className="month-cols">
        <div>
          <MonthNext key={`${data.org.id} ${data.month}`} data={data} />
          <Fetched
            from={table}
            what={t(monthTexts.what)}
            rows={8}
            columns="120px 1fr 60px 60px 60px"
            isEmpty={(found) => found.rows.length === 0}
            empty={<Empty month={data.month} />}
          >
            {(found) => <Table table={found} opened={opened} onOpen={onOpen} />}
          </Fetched>
        </div>
        <MonthSide data={data} />
      </div>
    </>
  )
}

function Empty({ month }: { readonly month: string }) {
  const t = useText()
  const words = useMonthWords()
  return <StateEmpty fact={t(monthTexts.none, { month: words(month) })} fill={t(monthTexts.noneNext)} />
}

type TableProps = Pick<MonthProps, 'opened' | 'onOpen'> & { readonly table: MonthTable }

function Table({ table, opened, onOpen }: TableProps) {
  const t = useText()
  return (
    <section aria-labelledby="month-table">
      <div className="between month-table-head">
        <h2 className="sec" id="month-table">
          {t(monthTexts.table)}
        </h2>
        <span className="c t3">{t(monthTexts.order)}</span>
      </div>
      <MonthTableRows table={table} opened={opened} onOpen={onOpen} />
      {table.notScored > 0 && (
        <p className="s t2 month-after">{t(monthTexts.notScored, { count: table.notScored })}</p>
      )}
    </section>
  )
}
