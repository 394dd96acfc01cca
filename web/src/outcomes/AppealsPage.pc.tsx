import { useState } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import { Segmented } from '../shared/kit/fields.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useMay } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import { AppealStep } from './AppealStep.pc.tsx'
import { AppealWords, subjectPath } from './AppealParts.shared.tsx'
import type { Appeal, AppealLine, AppealShow } from './hooks-warning.ts'
import { PAGE_SIZE, useDays } from './hooks-warning.ts'
import { appealKindTexts, appealLabels, appealShowTexts, appealStateTexts } from './labels-appeal.ts'
import { OutcomeTabs } from './OutcomeTabs.pc.tsx'
import './Warnings.css'
import './Appeals.css'

/** 申诉: those due first at the left, one read and decided at the right. */
export function AppealsPage() {
  const t = useText()
  const { appealId } = useParams()
  const [, navigate] = useLocation()
  const [show, setShow] = useState<AppealShow>('open')
  const list = useQueryOperation('appeal.list', { show, limit: PAGE_SIZE }, { keepPrevious: true })
  const rows = list.data?.rows ?? []
  const chosen = appealId ?? rows[0]?.id
  return (
    <div className="outcome-page">
      <OutcomeTabs />
      <div className="appeals">
        <section className="appeal-queue" aria-label={t(appealLabels.title)}>
          <h1 className="ph1">{t(appealLabels.title)}</h1>
          <p className="s t2">{t(appealLabels.intro)}</p>
          <Segmented
            label={t(appealLabels.title)}
            value={show}
            onValue={(next) => {
              setShow(next)
              navigate('/outcomes/appeals', { replace: true })
            }}
            choices={(['open', 'overdue', 'mine', 'decided'] as const).map((value) => ({
              value,
              label: `${t(appealShowTexts[value])}${list.data ? ` ${list.data.counts[value]}` : ''}`,
            }))}
          />
          <Fetched
            from={list}
            what={t(appealLabels.title)}
            columns="1fr"
            isEmpty={(data) => data.rows.length === 0}
            empty={<StateEmpty fact={t(appealLabels.empty)} fill={t(appealLabels.emptyNext)} />}
          >
            {(data) => (
              <ul>
                {data.rows.map((row) => (
                  <li key={row.id}>
                    <Row row={row} current={row.id === chosen} />
                  </li>
                ))}
              </ul>
            )}
          </Fetched>
        </section>
        <section className="appeal-one">
          {chosen !== undefined && <One key={chosen} appealId={chosen} />}
        </section>
      </div>
    </div>
  )
}

/** One appeal: beside the queue for who decides appeals, alone for everybody else. */
export function AppealPage() {
  const may = useMay()
  const { appealId = '' } = useParams()
  if (may('appeal.handle')) return <AppealsPage />
  return (
    <div className="outcome-page">
      <One appealId={appealId} />
    </div>
  )
}

function Row({ row, current }: { readonly row: AppealLine; readonly current: boolean }) {
  const t = useText()
  const { day } = useDays()
  const isOpen = row.state === 'received' || row.state === 'assigned'
  return (
    <Link href={`/outcomes/appeals/${row.id}`} className="appeal-row" aria-current={current || undefined}>
      <span className="between">
        <span className="b">{row.memberName}</span>
        <span className="s t2">{t(appealStateTexts[row.state].text)}</span>
      </span>
      <span className="block s ell">{row.start}</span>
      <span className="block s t2 ell">
        {t(appealKindTexts[row.subject.kind])} · {row.bodyName}
      </span>
      <span className={row.isOverdue ? 'block s ochre' : 'block s t3'}>
        {isOpen
          ? t(row.isOverdue ? appealLabels.overdue : appealLabels.due, { day: day(row.dueOn) })
          : day(row.raisedOn)}
      </span>
    </Link>
  )
}

function One({ appealId }: { readonly appealId: string }) {
  const t = useText()
  return (
    <Fetched from={useQueryOperation('appeal.show', { appealId })} what={t(appealLabels.title)} columns="1fr">
      {(appeal) => <Shown appeal={appeal} />}
    </Fetched>
  )
}

function Shown({ appeal }: { readonly appeal: Appeal }) {
  const t = useText()
  const { text, tone } = appealStateTexts[appeal.state]
  const path = subjectPath(appeal.subject)
  return (
    <article>
      <div className="outcome-head">
        <h2 className="ph1">{appeal.memberName}</h2>
        <Tag tone={tone}>{t(text)}</Tag>
      </div>
      <p className="outcome-meta s t2">
        <span>{appeal.orgName}</span>
        <span>{appeal.about}</span>
        {path !== undefined && (
          <Link href={path} className="link">
            {t(appealLabels.evidence)}
          </Link>
        )}
      </p>
      <AppealWords appeal={appeal} />
      <AppealStep appeal={appeal} />
    </article>
  )
}
