import { useState } from 'react'
import { useLocation } from 'wouter'
import { useDeviceText } from '../shared/device-text.ts'
import { formatPoints } from '../shared/formats.ts'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import { AppealForm, Appeals } from './AppealParts.mobile.tsx'
import { CallFoot } from './ElderAppraisal.mobile.tsx'
import type { Appraisal, Feedback } from './hooks-mine.ts'
import { useMyAppraisal } from './hooks-mine.ts'
import { gradeTexts } from './labels-ballot-phone.ts'
import { elderTexts } from './labels-elder.ts'
import { wordTexts } from './labels-mine.ts'
import { dutyReportRefusalTexts } from './labels-refusal-report.ts'
import { resultTexts as texts } from './labels-result.ts'
import { Confirm, NotTold } from './ResultPage.mobile.tsx'
import { VoiceArea } from './VoiceArea.mobile.tsx'
import './Mine.css'

/** The result in large words, to be read aloud; one act: having read it. */
export function ElderResultPage() {
  return (
    <Fetched from={useMyAppraisal()} columns="1fr">
      {({ appraisal }) =>
        appraisal === null || appraisal.feedbackId === null ? (
          <>
            <NotTold appraisal={appraisal} />
            <CallFoot />
          </>
        ) : (
          <Told feedbackId={appraisal.feedbackId} />
        )
      }
    </Fetched>
  )
}

function Told({ feedbackId }: { readonly feedbackId: string }) {
  return (
    <Fetched from={useQueryOperation('feedback.show', { feedbackId })} columns="1fr">
      {(feedback) => (
        <>
          <Large feedback={feedback} />
          <Appeals feedback={feedback} />
          {feedback.may.includes('appeal') && <NotRight feedback={feedback} />}
          {feedback.may.includes('confirm') ? <Confirm feedback={feedback} /> : <CallFoot />}
        </>
      )}
    </Fetched>
  )
}

function Large({ feedback }: { readonly feedback: Feedback }) {
  const t = useText()
  const { grade, opinion, reason, score } = feedback
  return (
    <section className="card pad mine-read" data-read>
      <p className="result-grade">{t(texts.elderGrade, { grade: t(gradeTexts[grade]) })}</p>
      <p className="words">{opinion}</p>
      {reason !== '' && <p className="words">{reason}</p>}
      {score !== null && <p>{t(texts.elderScore, { score: formatPoints(score) })}</p>}
    </section>
  )
}

function NotRight({ feedback }: { readonly feedback: Feedback }) {
  const t = useText()
  return (
    <>
      <section className="card pad">
        <div data-read>
          <h2 className="sec">{t(texts.elderNotRight)}</h2>
          <p className="s t2">{t(texts.elderNotRightText)}</p>
        </div>
        <div className="elder-two">
          <ButtonLink href="/elder/call" icon="phone">
            {t(elderTexts.call)}
          </ButtonLink>
        </div>
      </section>
      <AppealForm feedback={feedback} />
    </>
  )
}

/** 说我的一年: said or typed, shown as text, asked before it is given. */
export function ElderSelfPage() {
  return (
    <Fetched from={useMyAppraisal()} columns="1fr">
      {({ appraisal }) => (appraisal === null ? <CallFoot /> : <SaySelf appraisal={appraisal} />)}
    </Fetched>
  )
}

function SaySelf({ appraisal: { id, memberId } }: { readonly appraisal: Appraisal }) {
  const t = useText()
  const [, navigate] = useLocation()
  const { text, setText, forget } = useDeviceText(`self.${id}.${memberId}`)
  const [done, setDone] = useState(false)
  const say = useCommandOperation('self-appraisal.say', {
    onDone: () => {
      forget()
      setDone(true)
    },
  })
  if (done) {
    return (
      <>
        <p className="card pad" data-read>
          {t(elderTexts.saidDone)}
        </p>
        <div className="foot">
          <Button act wide onClick={() => navigate('/elder/appraisals', { replace: true })}>
            {t(elderTexts.back)}
          </Button>
        </div>
      </>
    )
  }
  return (
    <>
      <section className="card pad" data-read>
        <VoiceArea label={t(wordTexts.selfHelp)} rows={5} value={text} onValue={setText} />
      </section>
      <div className="foot" data-read>
        {say.error && <StateError error={say.error} refusals={dutyReportRefusalTexts} />}
        <Button
          act={text.trim() !== ''}
          wide
          busy={say.isPending && t(wordTexts.sending)}
          aria-disabled={text.trim() === '' || undefined}
          onClick={() => text.trim() !== '' && say.mutate({ appraisalId: id, memberId, text })}
        >
          {t(wordTexts.selfSend)}
        </Button>
        <p className="s t2">{t(elderTexts.orCall)}</p>
      </div>
    </>
  )
}
