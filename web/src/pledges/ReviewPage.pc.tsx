import { type KeyboardEvent, useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { CheckBox } from '../shared/kit/fields.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { useShortcut } from '../shared/kit/shortcuts.ts'
import { useUndo } from '../shared/kit/undo.tsx'
import { useCommandOperation } from '../shared/use-operation.ts'
import { type QueueRow, usePledgeWords, useQueue } from './hooks.ts'
import { pledgeRefusals } from './labels-refusal.ts'
import { reviewLabels } from './labels-review.ts'
import { ReviewDecision } from './ReviewDecision.pc.tsx'
import { useHintWord } from './Review.shared.tsx'
import { ReviewMiddle } from './ReviewMiddle.pc.tsx'
import { PledgeTabs } from './Tabs.pc.tsx'
import './Pledges.css'

const MINUTES_EACH = 3

/** 审诺: queue, the pledge at reading size, decision; by keyboard throughout. */
export function ReviewPage() {
  const { t } = usePledgeWords()
  const queue = useQueue()
  return (
    <Fetched
      from={queue}
      what={t(reviewLabels.title)}
      columns="1fr"
      isEmpty={(data) => data.total === 0}
      empty={
        <div className="pledges">
          <PledgeTabs />
          <StateEmpty fact={t(reviewLabels.empty)} fill={t(reviewLabels.emptyNext)} />
        </div>
      }
    >
      {({ rows, total }) => <ReviewDesk rows={rows} total={total} />}
    </Fetched>
  )
}

function ReviewDesk({ rows, total }: { readonly rows: readonly QueueRow[]; readonly total: number }) {
  const { t } = usePledgeWords()
  const [chosen, setChosen] = useState<string>()
  const [picked, setPicked] = useState<readonly string[]>([])
  const one = rows.find(({ id }) => id === chosen) ?? rows[0]
  const at = one === undefined ? -1 : rows.indexOf(one)
  const go = (step: number) => setChosen(rows[at + step]?.id ?? one?.id)
  const pick = (row: QueueRow) =>
    setPicked(picked.includes(row.id) ? picked.filter((id) => id !== row.id) : [...picked, row.id])
  useShortcut('j', () => go(1))
  useShortcut('k', () => go(-1))
  useShortcut('x', one?.together && !one.barred ? () => pick(one) : undefined)
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    go(step)
  }
  return (
    <div className="columns pledge-desk">
      <section className="pledge-queue" aria-label={t(reviewLabels.title)}>
        <PledgeTabs />
        <div className="between pledge-queue-head">
          <h1 className="sec">{t(reviewLabels.waiting, { n: total })}</h1>
          <span className="s t2">{t(reviewLabels.minutes, { n: total * MINUTES_EACH })}</span>
        </div>
        <p className="c t3 pledge-queue-note">{t(reviewLabels.order)}</p>
        <div className="pledge-queue-rows" onKeyDown={move}>
          {rows.map((row) => (
            <QueueLine
              key={row.id}
              row={row}
              current={row.id === one?.id}
              picked={picked.includes(row.id)}
              onChoose={() => setChosen(row.id)}
              onPick={() => pick(row)}
            />
          ))}
        </div>
        <Together
          rows={rows.filter(({ id, together }) => together && picked.includes(id))}
          onDone={() => setPicked([])}
        />
      </section>
      {one && <ReviewMiddle key={`${one.id}${one.revision}`} pledge={one} />}
      {one && <ReviewDecision key={`d${one.id}${one.revision}`} pledge={one} onNext={() => go(1)} />}
      <footer className="pledge-keys s t2">
        <span>
          <kbd>J</kbd> <kbd>K</kbd> {t(reviewLabels.nextKey)}
        </span>
        <span>
          <kbd>X</kbd> {t(reviewLabels.choose)}
        </span>
        <span>
          <kbd>A</kbd> {t(reviewLabels.accept)}
        </span>
        <span>
          <kbd>R</kbd> {t(reviewLabels.giveBack)}
        </span>
        <span>
          <kbd>Z</kbd> {t(reviewLabels.takeBack)}
        </span>
      </footer>
    </div>
  )
}

function QueueLine({
  row,
  current,
  picked,
  onChoose,
  onPick,
}: {
  readonly row: QueueRow
  readonly current: boolean
  readonly picked: boolean
  readonly onChoose: () => void
  readonly onPick: () => void
}) {
  const { t } = usePledgeWords()
  const hint = useHintWord()
  const days = row.waitingDays === 0 ? t(reviewLabels.today) : t(reviewLabels.days, { n: row.waitingDays })
  return (
    <div className="pledge-queue-row" aria-current={current || undefined}>
      <CheckBox
        checked={picked}
        disabled={!row.together || row.barred}
        onChecked={onPick}
        label={t(reviewLabels.chooseNamed, { name: row.name })}
      />
      <button type="button" onClick={onChoose}>
        <span className="between">
          <span className={current ? 'b' : undefined}>{row.name}</span>
          <span className={row.waitingDays > 4 ? 'c ochre nw' : 'c t2 nw'}>{days}</span>
        </span>
        <span className="s t2 block ell">{row.text}</span>
        <span className="c block t3 ell">
          {row.state === 'toTalk' ? t(reviewLabels.toTalk) : (hint(row) ?? t(reviewLabels.noHints))}
        </span>
      </button>
    </div>
  )
}

function Together({ rows, onDone }: { readonly rows: readonly QueueRow[]; readonly onDone: () => void }) {
  const { t } = usePledgeWords()
  const say = useUndo()
  const together = useCommandOperation('pledge.accept-together', {
    onDone: ({ accepted }) => {
      say({ text: t(reviewLabels.togetherDone, { n: accepted }) })
      onDone()
    },
  })
  const send = () =>
    together.mutate({ pledges: rows.map(({ id, revision }) => ({ pledgeId: id, revision })) })
  return (
    <div className="pledge-together">
      {together.error && <StateError error={together.error} refusals={pledgeRefusals} />}
      <div className="between">
        <span className="s">{t(reviewLabels.chosen, { n: rows.length })}</span>
        <Button small onClick={send} why={rows.length === 0 ? '' : undefined}>
          {t(reviewLabels.together)}
        </Button>
      </div>
      <p className="c t3">{t(reviewLabels.togetherNote)}</p>
    </div>
  )
}
