import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { isLate } from '@steward/domain/claims/claim.ts'
import { plainDate } from '@steward/domain/shared/plain-date.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useToday } from '../shared/clock.ts'
import { Button, ButtonLink, IconButton } from '../shared/kit/Button.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { readDay } from '../shared/kit/read-day.ts'
import { explain } from '../shared/problems.ts'
import { useText } from '../shared/texts.ts'
import { useOptions } from './hooks.ts'
import type { PaperRow } from './hooks-enter.ts'
import { missingIn, usePaperRows } from './hooks-enter.ts'
import { choicesOf } from './hooks-report.ts'
import { enterLabels } from './labels-enter.ts'
import { sendingRefusals } from './labels-refusal.ts'
import { MemberBox } from './MemberBox.pc.tsx'
import { StandIns } from './StandIns.pc.tsx'
import './Enter.css'

/** 照纸质登记录入: many lines fast, by keyboard; each is saved or refused by itself and nothing typed is lost. */
export function EnterPage() {
  const t = useText()
  const today = useToday()
  const client = useQueryClient()
  const [paper, setPaper] = useState('')
  const [tried, setTried] = useState<string>()
  const table = useRef<HTMLDivElement>(null)
  const [focusKey, setFocusKey] = useState<string>()
  const { rows, change, add, remove, save } = usePaperRows(today, () => {
    void client.invalidateQueries({ queryKey: ['claim.queue'] })
  })
  useEffect(() => {
    if (focusKey === undefined) return
    table.current?.querySelector<HTMLElement>(`[data-row="${focusKey}"] input`)?.focus()
  }, [focusKey])
  const submit = (row: PaperRow) => {
    setTried(row.key)
    const missing = missingIn(row, paper)
    if (missing !== undefined) {
      const field =
        missing.field === 'paper'
          ? '.enter-paper input'
          : `[data-row="${row.key}"] [data-field="${missing.field}"]`
      document.querySelector<HTMLElement>(field)?.focus()
      return
    }
    void save(row, paper)
    if (rows.at(-1)?.key === row.key) setFocusKey(add(row.day))
  }
  const saved = rows.filter(({ state }) => state === 'saved').length
  const left = rows.filter(({ state }) => state === 'refused').length
  return (
    <div className="enter">
      <h1 className="ph1">{t(enterLabels.title)}</h1>
      <p className="s t2">{t(enterLabels.intro)}</p>
      <div className="enter-paper">
        <TextField
          label={t(enterLabels.paper)}
          help={t(enterLabels.paperHelp)}
          error={tried !== undefined && paper.trim() === '' ? t(enterLabels.paperMissing) : undefined}
          maxLength={80}
          autoFocus
          value={paper}
          onValue={setPaper}
        />
      </div>
      <div className="enter-table" ref={table}>
        <div className="enter-head c t3" aria-hidden="true">
          <span>{t(enterLabels.who)}</span>
          <span>{t(enterLabels.item)}</span>
          <span>{t(enterLabels.day)}</span>
          <span>{t(enterLabels.amount)}</span>
          <span>{t(enterLabels.said)}</span>
          <span />
        </div>
        {rows.map((row, place) => (
          <Line
            key={row.key}
            row={row}
            n={place + 1}
            paper={paper}
            tried={tried === row.key}
            today={today}
            change={(next) => change(row.key, next)}
            onSubmit={() => submit(row)}
            onRemove={rows.length > 1 ? () => remove(row.key) : undefined}
          />
        ))}
      </div>
      <div className="between enter-foot">
        <Button icon="plus" onClick={() => setFocusKey(add(rows.at(-1)?.day ?? today))}>
          {t(enterLabels.add)}
        </Button>
        <span className="acts" role="status">
          {saved > 0 && left === 0 && <span className="s pine">{t(enterLabels.sumAll, { saved })}</span>}
          {left > 0 && <span className="s ochre">{t(enterLabels.sum, { saved, left })}</span>}
          {saved > 0 && <ButtonLink href="/claims">{t(enterLabels.goReview)}</ButtonLink>}
        </span>
      </div>
      <p className="c t3">{t(enterLabels.unsavedStay)}</p>
      <StandIns />
    </div>
  )
}

type LineProps = {
  readonly row: PaperRow
  readonly n: number
  readonly paper: string
  readonly tried: boolean
  readonly today: string
  readonly change: (next: Partial<PaperRow>) => void
  readonly onSubmit: () => void
  readonly onRemove: (() => void) | undefined
}

function Line({ row, n, paper, tried, today, change, onSubmit, onRemove }: LineProps) {
  const t = useText()
  const line = useRef<HTMLDivElement>(null)
  const locked = row.state === 'saved' || row.state === 'saving'
  const day = readDay(row.day)
  const late = day !== undefined && day <= today && isLate(plainDate(day), plainDate(today))
  const next = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.defaultPrevented) return
    event.preventDefault()
    const fields = [...(line.current?.querySelectorAll<HTMLElement>('[data-field]') ?? [])]
    const at = fields.indexOf(event.target as HTMLElement) // the focused field of this line
    const following = fields[at + 1]
    if (following) following.focus()
    else onSubmit()
  }
  const text = (
    field: 'day' | 'amount' | 'said' | 'lateReason',
    label: string,
    more: { width?: number; most?: number } = {},
  ) => (
    <input
      data-field={field}
      className="field"
      aria-label={`${t(enterLabels.line, { n })} ${label}`}
      placeholder={label}
      maxLength={more.most ?? 20}
      inputMode={field === 'amount' ? 'decimal' : undefined}
      readOnly={locked}
      autoComplete="off"
      value={row[field]}
      onFocus={(event) => event.target.select()}
      onChange={(event) => change({ [field]: event.target.value, state: 'open' })}
    />
  )
  return (
    <div
      ref={line}
      className="enter-row"
      role="group"
      aria-label={t(enterLabels.line, { n })}
      data-row={row.key}
      onKeyDown={next}
    >
      <MemberBox
        label={`${t(enterLabels.line, { n })} ${t(enterLabels.who)}`}
        person={row.person}
        locked={locked}
        onPerson={(person) => change({ person, choice: undefined, state: 'open' })}
      />
      <ItemBox
        row={row}
        locked={locked}
        label={`${t(enterLabels.line, { n })} ${t(enterLabels.item)}`}
        change={change}
      />
      {text('day', t(enterLabels.day))}
      {text('amount', t(enterLabels.amount))}
      {text('said', t(enterLabels.said), { most: 500 })}
      <span className="row enter-end">
        {onRemove && row.state !== 'saving' && (
          <IconButton name="close" label={t(enterLabels.remove, { n })} onClick={onRemove} />
        )}
      </span>
      {late && !locked && (
        <span className="enter-late">{text('lateReason', t(enterLabels.late), { most: 200 })}</span>
      )}
      <Outcome row={row} paper={paper} tried={tried} />
    </div>
  )
}

function ItemBox({
  row,
  locked,
  label,
  change,
}: Pick<LineProps, 'row' | 'change'> & { readonly locked: boolean; readonly label: string }) {
  const t = useText()
  const { person } = row
  const options = useOptions(person?.memberId, undefined, person !== undefined)
  const choices = options.data ? choicesOf(options.data) : []
  const titles = choices.map(({ title }) => (typeof title === 'string' ? title : t(title)))
  return (
    <select
      data-field="item"
      className="field"
      aria-label={label}
      aria-disabled={locked || person === undefined || undefined}
      value={row.choice?.key ?? ''}
      onChange={(event) => {
        if (!locked) change({ choice: choices.find(({ key }) => key === event.target.value), state: 'open' })
      }}
    >
      <option value="">{t(enterLabels.pickItem)}</option>
      {choices.map(({ key }, place) => (
        <option key={key} value={key}>
          {titles[place]}
        </option>
      ))}
    </select>
  )
}

/** Saved with its number, refused with the reason, or what is missing. */
function Outcome({ row, paper, tried }: Pick<LineProps, 'row' | 'paper' | 'tried'>) {
  const t = useText()
  const missing = tried && row.state === 'open' ? missingIn(row, paper) : undefined
  if (missing !== undefined && missing.field !== 'paper')
    return <p className="c seal enter-says">{t(missing.text)}</p>
  if (row.state === 'saving') return <p className="c t2 enter-says">{t(enterLabels.saving)}</p>
  if (row.state === 'saved')
    return <p className="c pine enter-says">{t(enterLabels.saved, { number: row.number ?? '' })}</p>
  if (row.state !== 'refused') return null
  const { title, next, params } = explain(row.error, sendingRefusals)
  return (
    <p className="c seal enter-says" role="alert">
      {t(enterLabels.refused, { why: `${t(title, params)}${t(next, params)}` })} {t(enterLabels.fix)}
    </p>
  )
}
