import { useState } from 'react'
import { formatNumber } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { CheckBox, TextArea, TextField } from '../shared/kit/fields.tsx'
import { Columns, Dialog } from '../shared/kit/layers.tsx'
import { Pager } from '../shared/kit/Pager.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { WithoutUse } from './hooks-use.ts'
import { PAGE, useOutcomeYear, useWithoutUse } from './hooks-use.ts'
import { gradeTexts, useTexts } from './labels.ts'
import { outcomeRefusals } from './labels-refusal.ts'
import { useLabels } from './labels-use.ts'
import { OutcomeTabs, OutcomeYear } from './OutcomeTabs.pc.tsx'
import './Uses.css'

/** Graded members with neither a confirmed use nor a reason; empty before the year closes (S-162). */
export function WithoutUsePage() {
  const t = useText()
  const { year } = useOutcomeYear()
  const [search, setSearch] = useState('')
  const [first, setFirst] = useState(0)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState(false)
  const found = useWithoutUse(year, search, first)
  const done = () => {
    setAsked(false)
    setChosen(new Set())
  }
  return (
    <Columns>
      <OutcomeTabs />
      <div className="use-page">
        <header className="use-head">
          <h1 className="ph1">{t(useLabels.withoutTitle)}</h1>
          <span className="s t3 grow">{found.data && formatNumber(found.data.total)}</span>
          <OutcomeYear />
        </header>
        <p className="s t2 use-intro">{t(useLabels.withoutText)}</p>
        <div className="use-bar">
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
        </div>
        <Fetched
          from={found}
          what={t(useLabels.withoutTitle)}
          rows={8}
          columns="34px 100px 1fr 100px 1fr"
          isEmpty={(data) => data.rows.length === 0}
          empty={<StateEmpty fact={t(useLabels.withoutEmpty)} fill={t(useLabels.withoutEmptyNext)} />}
        >
          {(data) => (
            <>
              <Table data={data} chosen={chosen} onChosen={setChosen} />
              {data.total > PAGE && <Pager first={first} size={PAGE} total={data.total} onFirst={setFirst} />}
              {chosen.size > 0 && (
                <div className="use-chosen">
                  <span className="grow">{t(useLabels.chosen, { count: chosen.size })}</span>
                  <Button act onClick={() => setAsked(true)}>
                    {t(useLabels.explain, { count: chosen.size })}
                  </Button>
                </div>
              )}
            </>
          )}
        </Fetched>
        {asked && year !== undefined && (
          <Explain memberIds={[...chosen]} year={year} onClose={() => setAsked(false)} onDone={done} />
        )}
      </div>
    </Columns>
  )
}

function Table({
  data,
  chosen,
  onChosen,
}: {
  readonly data: WithoutUse
  readonly chosen: ReadonlySet<string>
  readonly onChosen: (chosen: ReadonlySet<string>) => void
}) {
  const t = useText()
  const able = data.mayExplain ? data.rows.filter(({ isMine }) => !isMine) : []
  const all = able.length > 0 && able.every(({ memberId }) => chosen.has(memberId))
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
                mixed={!all && able.some(({ memberId }) => chosen.has(memberId))}
                onChecked={(on) => onChosen(new Set(on ? able.map(({ memberId }) => memberId) : []))}
              />
            )}
          </th>
          <th>{t(useLabels.name)}</th>
          <th>{t(useLabels.org)}</th>
          <th>{t(useLabels.grade)}</th>
          <th>{t(useLabels.waiting)}</th>
        </tr>
      </thead>
      <tbody>
        {data.rows.map((row) => (
          <tr key={row.memberId}>
            <td className="use-tick">
              {data.mayExplain && !row.isMine && (
                <CheckBox
                  label={t(useLabels.choose, { name: row.name })}
                  checked={chosen.has(row.memberId)}
                  onChecked={(on) => flip(row.memberId, on)}
                />
              )}
            </td>
            <td>{row.name}</td>
            <td>{row.orgName}</td>
            <td>{t(gradeTexts[row.grade])}</td>
            <td className="t2">
              {row.waiting.length === 0
                ? t(useLabels.waitingNone)
                : row.waiting.map((use) => t(useTexts[use])).join('、')}
              {row.isMine && <span className="c t3"> {t(useLabels.mine)}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Explain({
  memberIds,
  year,
  onClose,
  onDone,
}: {
  readonly memberIds: readonly string[]
  readonly year: number
  readonly onClose: () => void
  readonly onDone: () => void
}) {
  const t = useText()
  const say = useUndo()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const explain = useCommandOperation('outcome.explain', {
    onDone: ({ explained }) => {
      say({ text: t(useLabels.explained, { count: explained }) })
      onDone()
    },
  })
  const send = () => {
    setTried(true)
    if (reason.trim() !== '') explain.mutate({ memberIds: [...memberIds], year, reason })
  }
  return (
    <Dialog
      open
      keepOpen={reason !== ''}
      onClose={onClose}
      title={t(useLabels.explainTitle)}
      acts={
        <>
          <Button onClick={onClose}>{t(useLabels.cancel)}</Button>
          <Button act busy={explain.isPending && t(useLabels.saving)} onClick={send}>
            {t(useLabels.doExplain)}
          </Button>
        </>
      }
    >
      <p className="s t2 use-note">{t(useLabels.explainText, { count: memberIds.length })}</p>
      <TextArea
        label={t(useLabels.reason)}
        help={t(useLabels.explainModel)}
        error={tried && reason.trim() === '' ? t(useLabels.missing) : undefined}
        maxLength={600}
        value={reason}
        onValue={setReason}
      />
      {explain.isError && <StateError error={explain.error} refusals={outcomeRefusals} />}
    </Dialog>
  )
}
