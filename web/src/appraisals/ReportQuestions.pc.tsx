import { useState } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { TextArea } from '../shared/kit/fields.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useSession } from '../shared/session.ts'
import { useWords } from './hooks-event.ts'
import { type Report, useAnswer, useAsk } from './hooks-report.ts'
import { eventTexts } from './labels-event.ts'
import { reportTexts } from './labels-report.ts'
import { dutyReportRefusalTexts } from './labels-refusal-report.ts'

type Question = Report['questions'][number]

/** What the organisation asked and what was answered (S-205). */
export function ReportQuestions({ report }: { readonly report: Report }) {
  const { t, day } = useWords()
  if (report.state === 'drafted') return null
  return (
    <section className="apr-step">
      <h2 className="sec">{t(reportTexts.asked)}</h2>
      {report.questions.length === 0 && <p className="s t2">{t(reportTexts.askedNone)}</p>}
      <ul className="rows">
        {report.questions.map((one) => (
          <li key={one.id} className="apr-said">
            <p className="s t3">{t(reportTexts.askBy, { by: one.by, day: day(one.on) })}</p>
            <p>{one.text}</p>
            {one.answer === null ? (
              <Unanswered report={report} question={one} />
            ) : (
              <p className="pre">
                <span className="s t3">
                  {t(reportTexts.answeredOn, { day: one.answeredOn === null ? '' : day(one.answeredOn) })}
                </span>{' '}
                {one.answer}
              </p>
            )}
          </li>
        ))}
      </ul>
      {report.may.includes('ask') && <Ask report={report} />}
    </section>
  )
}

function Unanswered({ report, question }: { readonly report: Report; readonly question: Question }) {
  const { t } = useWords()
  const say = useUndo()
  const { memberId: ownId } = useSession().account
  const [answer, setAnswer] = useState('')
  const [tried, setTried] = useState(false)
  const { reportId, revision } = report
  const give = useAnswer(() => say({ text: t(reportTexts.answered) }))
  if (!report.may.includes('answer') || reportId === null || revision === null)
    return <p className="s ochre">{t(reportTexts.unanswered)}</p>
  const send = () => {
    setTried(true)
    if (answer.trim() !== '') give.mutate({ reportId, revision, questionId: question.id, answer })
  }
  return (
    <div className="form">
      <TextArea
        rows={2}
        label={t(reportTexts.answerLabel)}
        help={ownId === report.memberId ? undefined : t(reportTexts.answerFor)}
        error={
          tried && answer.trim() === '' ? t(dutyReportRefusalTexts['duty-report-answer-empty']) : undefined
        }
        maxLength={4000}
        value={answer}
        onValue={setAnswer}
      />
      <div className="acts">
        <Button ink busy={give.isPending && t(eventTexts.working)} onClick={send}>
          {t(reportTexts.answer)}
        </Button>
      </div>
      {give.isError && <StateError error={give.error} refusals={dutyReportRefusalTexts} />}
    </div>
  )
}

function Ask({ report }: { readonly report: Report }) {
  const { t } = useWords()
  const say = useUndo()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const { reportId, revision } = report
  const ask = useAsk(() => {
    setText('')
    setTried(false)
    say({ text: t(reportTexts.askedDone) })
  })
  if (reportId === null || revision === null) return null
  const send = () => {
    setTried(true)
    if (text.trim() !== '') ask.mutate({ reportId, revision, text })
  }
  return (
    <div className="form apr-ask">
      <TextArea
        rows={2}
        label={t(reportTexts.askLabel)}
        placeholder={t(reportTexts.askModel)}
        error={
          tried && text.trim() === '' ? t(dutyReportRefusalTexts['duty-report-question-empty']) : undefined
        }
        maxLength={4000}
        value={text}
        onValue={setText}
      />
      <div className="acts">
        <Button busy={ask.isPending && t(eventTexts.working)} onClick={send}>
          {t(reportTexts.ask)}
        </Button>
      </div>
      {ask.isError && <StateError error={ask.error} refusals={dutyReportRefusalTexts} />}
    </div>
  )
}
