import { useToday } from '../shared/clock.ts'
import { useDeviceText } from '../shared/device-text.ts'
import { formatDay } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { Report } from './hooks-mine.ts'
import { reportTexts as texts } from './labels-mine.ts'
import { dutyReportRefusalTexts } from './labels-refusal-report.ts'
import { VoiceArea } from './VoiceArea.mobile.tsx'

type Question = Report['questions'][number]

/** What the branch asked, and the answers (S-205). */
export function ReportQuestions({ report }: { readonly report: Report }) {
  const t = useText()
  if (report.questions.length === 0) return null
  return (
    <section>
      <h2 className="s t2 over">{t(texts.questions)}</h2>
      {report.questions.map((question) => (
        <div key={question.id} className="card pad">
          <Asked question={question} />
          {question.answer === null && report.may.includes('answer') && (
            <AnswerForm report={report} question={question} />
          )}
        </div>
      ))}
    </section>
  )
}

function Asked({ question: { text, by, on, answer, answeredOn } }: { readonly question: Question }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  return (
    <>
      <p className="words">{text}</p>
      <p className="s t2">{t(texts.asked, { by, day: formatDay(on, language, today) })}</p>
      {answer !== null && (
        <div className="mine-answer">
          <p className="words">{answer}</p>
          <p className="s t2">
            {t(texts.answer)}
            {answeredOn !== null && `，${formatDay(answeredOn, language, today)}`}
          </p>
        </div>
      )}
    </>
  )
}

function AnswerForm({ report, question }: { readonly report: Report; readonly question: Question }) {
  const t = useText()
  const { text, setText, forget } = useDeviceText(`duty-answer.${question.id}`)
  const answer = useCommandOperation('duty-report.answer', { onDone: forget })
  const { reportId, revision } = report
  const send = () => {
    if (reportId === null || revision === null) return
    answer.mutate({ reportId, revision, questionId: question.id, answer: text })
  }
  return (
    <>
      <VoiceArea label={t(texts.answer)} rows={2} value={text} onValue={setText} />
      {answer.error && <StateError error={answer.error} refusals={dutyReportRefusalTexts} />}
      <p className="mine-act">
        <Button act wide busy={answer.isPending && t(texts.submitting)} onClick={send}>
          {t(texts.answerSend)}
        </Button>
      </p>
    </>
  )
}
