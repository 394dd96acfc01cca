import { useState } from 'react'
import { useToday } from '../shared/clock.ts'
import { useDeviceText } from '../shared/device-text.ts'
import { formatDay } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import type { Appraisal, Items } from './hooks-mine.ts'
import { useMyAppraisal } from './hooks-mine.ts'
import { itemStateTexts, mineTexts } from './labels-mine.ts'
import { settlementRefusalTexts } from './labels-refusal-settlement.ts'
import { resultTexts as texts } from './labels-result.ts'
import { VoiceArea } from './VoiceArea.mobile.tsx'
import './Mine.css'

/** 整改: problems about me and what I see to, with what was done so far (R-191, S-209). */
export function MendingPage() {
  const t = useText()
  return (
    <Fetched from={useMyAppraisal()} what={t(mineTexts.title)} columns="1fr">
      {({ appraisal }) =>
        appraisal === null ? (
          <section className="card pad">
            <StateEmpty fact={t(mineTexts.empty)} fill={t(mineTexts.emptyNext)} />
          </section>
        ) : (
          <OfAppraisal appraisal={appraisal} />
        )
      }
    </Fetched>
  )
}

/** Stages at which a problem can be noted. */
const notable: readonly Appraisal['stage'][] = [
  'self',
  'peers',
  'ballots',
  'settlement',
  'notice',
  'feedback',
  'rectification',
]

function OfAppraisal({ appraisal }: { readonly appraisal: Appraisal }) {
  const t = useText()
  const { id, memberId, stage } = appraisal
  return (
    <Fetched
      from={useQueryOperation('rectification.list', { appraisalId: id })}
      what={t(texts.mending)}
      columns="1fr"
    >
      {({ rows }) => {
        // Who follows all of them looks at the own ones here.
        const mine = rows.filter((row) => row.memberId === memberId || row.item?.ownerMemberId === memberId)
        return (
          <>
            {mine.length === 0 && (
              <section className="card pad">
                <StateEmpty
                  fact={t(texts.mendingNone)}
                  fill={t(notable.includes(stage) ? texts.mendingNext : texts.mendingLater)}
                />
              </section>
            )}
            {mine.map((row) => (
              <Problem key={row.problemId} row={row} memberId={memberId} />
            ))}
            {notable.includes(stage) && appraisal.place !== null && <NoteOwn appraisal={appraisal} />}
          </>
        )
      }}
    </Fetched>
  )
}

function Problem({ row, memberId }: { readonly row: Items[number]; readonly memberId: string }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const day = (on: string) => formatDay(on, language, today)
  const { item } = row
  return (
    <section className="card pad">
      <p className="words">{row.words}</p>
      <p className="s t2">{t(texts.foundBy, { who: t(texts[row.foundBy]) })}</p>
      {item === null ? (
        <p className="s t2">{t(texts.notPlanned)}</p>
      ) : (
        <div className="mine-answer">
          <p>{t(texts.measure, { measure: item.measure, day: day(item.dueOn) })}</p>
          <p className="s t2 row">
            {t(texts.owner, { name: item.owner })} <Tag>{t(itemStateTexts[item.state])}</Tag>
          </p>
          {item.isOverdue && <p className="s ochre">{t(texts.overdue)}</p>}
          {item.reports.map(({ on, words, by }, at) => (
            <div key={at} className="mine-act">
              <p className="words">{words}</p>
              <p className="s t2">{t(texts.reportedOn, { day: day(on), by })}</p>
            </div>
          ))}
          {item.confirmedBy !== null && (
            <p className="s t2">{t(texts.confirmedBy, { name: item.confirmedBy })}</p>
          )}
          {item.ownerMemberId === memberId && (item.state === 'open' || item.state === 'reported') && (
            <ReportItem itemId={item.id} isNext={item.state === 'open'} />
          )}
        </div>
      )}
    </section>
  )
}

function ReportItem({ itemId, isNext }: { readonly itemId: string; readonly isNext: boolean }) {
  const t = useText()
  const { text, setText, forget } = useDeviceText(`mending.${itemId}`)
  const report = useCommandOperation('rectification.report', { onDone: forget })
  return (
    <>
      <VoiceArea label={t(texts.reportLabel)} rows={2} value={text} onValue={setText} />
      {report.error && <StateError error={report.error} refusals={settlementRefusalTexts} />}
      <p className="mine-act">
        <Button
          act={isNext && text.trim() !== ''}
          busy={report.isPending && t(texts.sending)}
          onClick={() => report.mutate({ itemId, words: text })}
        >
          {t(texts.reportSend)}
        </Button>
      </p>
    </>
  )
}

function NoteOwn({ appraisal: { id, memberId } }: { readonly appraisal: Appraisal }) {
  const t = useText()
  const { text, setText, forget } = useDeviceText(`own-problem.${id}`)
  const [open, setOpen] = useState(text !== '')
  const record = useCommandOperation('appraisal-problem.record', {
    onDone: () => {
      forget()
      setOpen(false)
    },
  })
  if (!open) {
    return (
      <p className="mine-act">
        <Button icon="plus" onClick={() => setOpen(true)}>
          {t(texts.noteOwn)}
        </Button>
      </p>
    )
  }
  return (
    <section className="card pad">
      <VoiceArea label={t(texts.noteOwn)} help={t(texts.noteHelp)} value={text} onValue={setText} />
      {record.error && <StateError error={record.error} refusals={settlementRefusalTexts} />}
      <p className="mine-act">
        <Button
          busy={record.isPending && t(texts.sending)}
          onClick={() => record.mutate({ appraisalId: id, memberId, foundBy: 'self', words: text })}
        >
          {t(texts.noteSend)}
        </Button>
      </p>
    </section>
  )
}
