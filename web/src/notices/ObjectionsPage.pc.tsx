import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useLocation, useParams, useSearch } from 'wouter'
import { Segmented } from '../shared/kit/fields.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import type { ObjectionRow, Queue } from './hooks-objection.ts'
import { useObjections } from './hooks-objection.ts'
import { useDay } from './hooks.ts'
import { objectionLabels, objectionStateTexts, subjectTexts } from './labels-objection.ts'
import { OneObjection } from './Objection.pc.tsx'
import './Notices.css'

const QUEUES = ['open', 'overdue', 'mine', 'decided'] as const

/** 异议: those due first at the left, one read and decided at the right. */
export function ObjectionsPage() {
  const t = useText()
  const { objectionId } = useParams()
  const [, navigate] = useLocation()
  const noticeId = new URLSearchParams(useSearch()).get('notice') ?? undefined
  const [show, setShow] = useState<Queue>('open')
  const list = useObjections(noticeId === undefined ? show : 'all', noticeId)
  const rows = list.data?.rows ?? []
  // What was opened stays open when it leaves the list by being answered.
  const [held, hold] = useState<string>()
  if (objectionId === undefined && held === undefined && rows[0]) hold(rows[0].id)
  const chosen = objectionId ?? held
  const choose = (id: string) =>
    navigate(`/objections/${id}${noticeId === undefined ? '' : `?notice=${noticeId}`}`, { replace: true })
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const next = rows[rows.findIndex(({ id }) => id === chosen) + (step ?? 0)]
    if (step === undefined || !next) return
    event.preventDefault()
    choose(next.id)
  }
  const counts = list.data?.counts
  return (
    <div className="columns objections">
      <section className="objection-queue" aria-label={t(objectionLabels.title)}>
        <h1 className="ph1">{t(objectionLabels.title)}</h1>
        {noticeId === undefined && counts && (
          <Segmented
            label={t(objectionLabels.title)}
            value={show}
            onValue={(next) => {
              setShow(next)
              hold(undefined)
            }}
            choices={QUEUES.map((value) => ({
              value,
              label: t(objectionLabels[value], { count: counts[value] }),
            }))}
          />
        )}
        <Fetched
          from={list}
          what={t(objectionLabels.title)}
          columns="1fr"
          isEmpty={(data) => data.rows.length === 0}
          empty={
            <StateEmpty
              fact={t(show === 'decided' ? objectionLabels.noneDecided : objectionLabels.empty)}
              fill={t(objectionLabels.emptyNext)}
            />
          }
        >
          {(data) => (
            <div onKeyDown={move}>
              {data.rows.map((row) => (
                <QueueRow
                  key={row.id}
                  row={row}
                  current={row.id === chosen}
                  onChoose={() => choose(row.id)}
                />
              ))}
            </div>
          )}
        </Fetched>
      </section>
      <section className="objection-one">
        {chosen !== undefined && <OneObjection key={chosen} objectionId={chosen} />}
      </section>
    </div>
  )
}

/** 还有 3 个工作日, 今天到期, 过了 1 个工作日. */
export function useDueWords(): (row: Pick<ObjectionRow, 'daysLeft' | 'isOverdue'>) => string {
  const t = useText()
  return ({ daysLeft, isOverdue }) => {
    if (isOverdue) return t(objectionLabels.daysOver, { days: Math.max(1, -daysLeft) })
    return daysLeft === 0 ? t(objectionLabels.dueToday) : t(objectionLabels.daysLeft, { days: daysLeft })
  }
}

function QueueRow({
  row,
  current,
  onChoose,
}: {
  readonly row: ObjectionRow
  readonly current: boolean
  readonly onChoose: () => void
}) {
  const t = useText()
  const due = useDueWords()
  const day = useDay()
  const isOpen = row.state === 'received' || row.state === 'assigned'
  return (
    <button type="button" className="objection-row" aria-current={current} onClick={onChoose}>
      <span className="b block ell">{row.about === '' ? t(subjectTexts[row.subjectKind]) : row.about}</span>
      <span className="s block ell">{row.start}</span>
      <span className="s t2 block">
        {row.orgName} · {t(objectionStateTexts[row.state])}
        {row.handlerName !== null && isOpen && ` · ${row.handlerName}`}
      </span>
      <span className={row.isOverdue ? 's block ochre' : 's block t3'}>
        {isOpen ? due(row) : day(row.raisedOn)}
      </span>
    </button>
  )
}
