import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { isSealedField } from '@steward/domain/members/file-field.ts'
import { Link } from 'wouter'
import { useToday } from '../shared/clock.ts'
import { formatDay } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { Segmented } from '../shared/kit/fields.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import { CorrectionAnswer } from './CorrectionAnswer.pc.tsx'
import { useValueWords } from './History.shared.tsx'
import type { Correction } from './hooks.ts'
import { useCorrections } from './hooks.ts'
import { fieldTexts } from './labels.ts'
import { correctionTexts, fileTexts } from './labels-file.ts'
import { memberRefusals } from './labels-refusal.ts'
import './File.css'

type View = 'open' | 'answered'

/** /corrections: requests in the order their answers fall due; one is read and answered at the right. */
export function CorrectionsPage() {
  const t = useText()
  const [view, setView] = useState<View>('open')
  const [chosen, setChosen] = useState<string>()
  const list = useCorrections('queue', view)
  const rows = list.data?.corrections ?? []
  const one = rows.find((row) => row.id === chosen) ?? rows[0]
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const next = rows[rows.findIndex((row) => row.id === one?.id) + (step ?? 0)]
    if (step === undefined || !next) return
    event.preventDefault()
    setChosen(next.id)
  }
  return (
    <div className="columns corrections">
      <section className="correction-queue" aria-label={t(correctionTexts.title)}>
        <h1 className="ph1">{t(correctionTexts.title)}</h1>
        <Segmented
          label={t(correctionTexts.title)}
          value={view}
          onValue={setView}
          choices={[
            { value: 'open', label: t(correctionTexts.open) },
            { value: 'answered', label: t(correctionTexts.answered) },
          ]}
        />
        <Fetched
          from={list}
          what={t(correctionTexts.what)}
          columns="1fr"
          isEmpty={(data) => data.total === 0}
          empty={
            <StateEmpty
              fact={t(view === 'open' ? correctionTexts.empty : correctionTexts.answeredEmpty)}
              fill={view === 'open' ? t(correctionTexts.emptyNext) : undefined}
            />
          }
        >
          {(data) => (
            <div onKeyDown={move}>
              {data.corrections.map((row) => (
                <QueueRow
                  key={row.id}
                  row={row}
                  current={row.id === one?.id}
                  onChoose={() => setChosen(row.id)}
                />
              ))}
            </div>
          )}
        </Fetched>
      </section>
      <section className="correction-one">{one && <OneCorrection key={one.id} one={one} />}</section>
    </div>
  )
}

function QueueRow({ row, current, onChoose }: { row: Correction; current: boolean; onChoose: () => void }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const day = formatDay(row.answerDueOn, language, today)
  const due = row.overdue ? t(correctionTexts.overdue, { day }) : t(correctionTexts.due, { day })
  return (
    <button type="button" className="correction-row" aria-current={current} onClick={onChoose}>
      <span className="b">{row.memberName}</span> {t(fieldTexts[row.field] ?? fileTexts.title)}
      <span className="s t2 block">{row.orgName}</span>
      <span className={`s block ${row.overdue ? 'ochre' : 't3'}`}>
        {row.state === 'open' ? due : t(correctionTexts[row.state])}
      </span>
    </button>
  )
}

function OneCorrection({ one }: { one: Correction }) {
  const t = useText()
  const [language] = useLanguage()
  const words = useValueWords()
  const field = t(fieldTexts[one.field] ?? fileTexts.title)
  const [full, setFull] = useState<{ now: string | null; wanted: string }>()
  const unmask = useCommandOperation('correction.unmask', { refreshes: [], onDone: setFull })
  return (
    <article>
      <h2 className="ph1">{t(correctionTexts.asks, { name: one.memberName, field })}</h2>
      <p className="t2">
        {one.orgName}{' '}
        <Link href={`/members/${one.memberId}`} className="link">
          {t(correctionTexts.openFile)}
        </Link>
      </p>
      <div className="correction-pair">
        <div>
          <div className="s t3">{t(correctionTexts.from)}</div>
          <div className="now">{words(one.field, full ? full.now : one.nowShown)}</div>
        </div>
        <div>
          <div className="s t3">{t(correctionTexts.to)}</div>
          <div className="now b">{words(one.field, full?.wanted ?? one.wanted)}</div>
        </div>
      </div>
      {isSealedField(one.field) && one.state === 'open' && !full && (
        <p className="acts file-gap">
          <Button small icon="eye" onClick={() => unmask.mutate({ correctionId: one.id })}>
            {t(correctionTexts.showFull)}
          </Button>
          <span className="s t3">{t(correctionTexts.showFullTell)}</span>
        </p>
      )}
      {unmask.error && <StateError error={unmask.error} refusals={memberRefusals} />}
      <h3 className="s t3">{t(correctionTexts.explanation)}</h3>
      <p>{one.reason === '' ? <span className="t3">{t(correctionTexts.noExplanation)}</span> : one.reason}</p>
      {one.fileId !== null && <p className="s t2">{t(correctionTexts.file)}</p>}
      {one.state === 'open' ? (
        <CorrectionAnswer one={one} wanted={words(one.field, one.wanted)} />
      ) : (
        <p className="file-block">
          <span className="b">{t(correctionTexts[one.state])}</span>{' '}
          <span className="t2">
            {one.decidedBy !== null &&
              t(one.decisionReason === null ? correctionTexts.answeredPlain : correctionTexts.answeredBy, {
                by: one.decidedBy,
                day: one.decidedAt === null ? '' : formatDay(one.decidedAt.slice(0, 10), language),
                reason: one.decisionReason ?? '',
              })}
          </span>
        </p>
      )}
    </article>
  )
}
