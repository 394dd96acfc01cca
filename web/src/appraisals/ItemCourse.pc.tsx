import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { TextArea } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useSession } from '../shared/session.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { Item, ProblemRow } from './hooks-feedback.ts'
import { useWords } from './hooks-event.ts'
import { eventTexts } from './labels-event.ts'
import { itemStateTexts, itemTexts, itemTones } from './labels-feedback.ts'
import { settlementRefusalTexts } from './labels-refusal-settlement.ts'

type CourseProps = { readonly row: ProblemRow; readonly item: Item; readonly mayFollow: boolean }

/** Who does what by when, what was reported, and who has confirmed it. */
export function ItemCourse({ row, item, mayFollow }: CourseProps) {
  const { t, day } = useWords()
  const say = useUndo()
  const { account } = useSession()
  const [isReporting, setReporting] = useState(false)
  const confirm = useCommandOperation('rectification.confirm', {
    onDone: () => say({ text: t(itemTexts.confirmed) }),
  })
  const isOpen = item.state === 'open' || item.state === 'reported'
  const isOwner = account.memberId === item.ownerMemberId
  const mayConfirm = mayFollow && item.state === 'reported' && !isOwner && account.memberId !== row.memberId
  return (
    <>
      <p className="s">
        {t(itemTexts.fact, { owner: item.owner, due: day(item.dueOn), measure: item.measure })}{' '}
        <Tag tight tone={itemTones[item.state]}>
          {t(itemStateTexts[item.state])}
        </Tag>{' '}
        {item.isOverdue && (
          <Tag tight tone="ochre" icon="clock">
            {t(itemTexts.overdue)}
          </Tag>
        )}
      </p>
      {item.reports.map((one) => (
        <p key={`${one.on} ${one.words}`} className="s t2">
          {t(itemTexts.reportFact, { day: day(one.on), by: one.by, words: one.words })}
        </p>
      ))}
      {item.confirmedBy !== null && (
        <p className="s t2">{t(itemTexts.confirmedBy, { name: item.confirmedBy })}</p>
      )}
      {isOpen && (mayFollow || isOwner) && (
        <div className="acts">
          {mayConfirm && (
            <Button
              small
              ink
              busy={confirm.isPending && t(eventTexts.working)}
              onClick={() => confirm.mutate({ itemId: item.id })}
            >
              {t(itemTexts.confirm)}
            </Button>
          )}
          {!isReporting && (
            <Button small onClick={() => setReporting(true)}>
              {t(itemTexts.report)}
            </Button>
          )}
        </div>
      )}
      {confirm.isError && <StateError error={confirm.error} refusals={settlementRefusalTexts} />}
      {isReporting && isOpen && <ReportForm itemId={item.id} onDone={() => setReporting(false)} />}
    </>
  )
}

function ReportForm({ itemId, onDone }: { readonly itemId: string; readonly onDone: () => void }) {
  const { t } = useWords()
  const say = useUndo()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const report = useCommandOperation('rectification.report', {
    onDone: () => {
      say({ text: t(itemTexts.reported) })
      onDone()
    },
  })
  const send = () => {
    setTried(true)
    if (words.trim() !== '') report.mutate({ itemId, words })
  }
  return (
    <div className="form apr-form">
      <TextArea
        rows={2}
        label={t(itemTexts.reportLabel)}
        error={tried && words.trim() === '' ? t(itemTexts.reportMissing) : undefined}
        maxLength={4000}
        value={words}
        onValue={setWords}
      />
      <div className="acts">
        <Button ink busy={report.isPending && t(eventTexts.working)} onClick={send}>
          {t(itemTexts.report)}
        </Button>
      </div>
      {report.isError && <StateError error={report.error} refusals={settlementRefusalTexts} />}
    </div>
  )
}
