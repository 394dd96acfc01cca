import { useToday } from '../shared/clock.ts'
import { formatDay } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { useCommandOperation, useDownloadOperation, useQueryOperation } from '../shared/use-operation.ts'
import { AnswerPart, AppealForm, Appeals, LastAppeal } from './AppealParts.mobile.tsx'
import type { Appraisal, Feedback } from './hooks-mine.ts'
import { useMyAppraisal } from './hooks-mine.ts'
import { gradeTexts } from './labels-ballot-phone.ts'
import { mineTexts } from './labels-mine.ts'
import { settlementRefusalTexts } from './labels-refusal-settlement.ts'
import { resultTexts as texts } from './labels-result.ts'
import { BallotSplit, ScoreSum } from './ResultParts.mobile.tsx'
import './Mine.css'

/** 评议结果: the grade with its reasons, the score as a sum, both ballots, and every way to object. */
export function ResultPage() {
  const t = useText()
  return (
    <Fetched from={useMyAppraisal()} what={t(mineTexts.title)} columns="1fr">
      {({ appraisal }) =>
        appraisal === null || appraisal.feedbackId === null ? (
          <NotTold appraisal={appraisal} />
        ) : (
          <Told feedbackId={appraisal.feedbackId} />
        )
      }
    </Fetched>
  )
}

/** Before the talk nothing of the grade is here; the answer to an appeal is. */
export function NotTold({ appraisal }: { readonly appraisal: Appraisal | null }) {
  const t = useText()
  return (
    <>
      {appraisal?.appeal != null && <LastAppeal appeal={appraisal.appeal} />}
      {(appraisal?.appeal ?? null) === null && (
        <section className="card pad" data-read>
          <StateEmpty fact={t(texts.none)} fill={t(texts.noneNext)} />
        </section>
      )}
    </>
  )
}

function Told({ feedbackId }: { readonly feedbackId: string }) {
  const t = useText()
  return (
    <Fetched from={useQueryOperation('feedback.show', { feedbackId })} what={t(texts.title)} columns="1fr">
      {(feedback) => (
        <>
          <Opinion feedback={feedback} />
          <Appeals feedback={feedback} />
          <ScoreSum feedback={feedback} />
          <BallotSplit feedback={feedback} />
          <AnswerPart feedback={feedback} />
          <AppealForm feedback={feedback} />
          <Sheet feedbackId={feedbackId} />
          <Confirm feedback={feedback} />
        </>
      )}
    </Fetched>
  )
}

export function Opinion({ feedback }: { readonly feedback: Feedback }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const { orgName, year, grade, opinion, reason, served, toldOn, toldHow, toldBy } = feedback
  const day = (on: string) => formatDay(on, language, today)
  return (
    <section className="card pad mine-read" data-read>
      <div>
        <p className="s t2">{t(texts.head, { org: orgName, year })}</p>
        <p className="result-grade">{t(gradeTexts[grade])}</p>
        {toldOn !== null && (
          <p className="s t2">
            {t(toldHow === 'phone' ? texts.toldByPhone : texts.told, { name: toldBy, day: day(toldOn) })}
          </p>
        )}
      </div>
      <div>
        <h2 className="s t2">{t(texts.opinion)}</h2>
        <p className="words">{opinion}</p>
      </div>
      {reason !== '' && (
        <div>
          <h2 className="s t2">{t(texts.reason)}</h2>
          <p className="words">{reason}</p>
        </div>
      )}
      {served !== null && (
        <div>
          <h2 className="s t2">{t(texts.served)}</h2>
          <p>{t(texts.servedText, { ...served, day: day(served.on) })}</p>
          <p className="words">{served.reason}</p>
        </div>
      )}
    </section>
  )
}

function Sheet({ feedbackId }: { readonly feedbackId: string }) {
  const t = useText()
  const file = useDownloadOperation('feedback.file')
  return (
    <p className="mine-act">
      <Button icon="download" onClick={() => file.mutate({ feedbackId })}>
        {t(texts.download)}
      </Button>
      {file.error && <StateError error={file.error} />}
    </p>
  )
}

export function Confirm({ feedback }: { readonly feedback: Feedback }) {
  const t = useText()
  const confirm = useCommandOperation('feedback.confirm')
  if (!feedback.may.includes('confirm')) return null
  return (
    <div className="foot" data-read>
      {confirm.error && <StateError error={confirm.error} refusals={settlementRefusalTexts} />}
      <Button
        act
        wide
        busy={confirm.isPending && t(texts.confirming)}
        onClick={() => confirm.mutate({ feedbackId: feedback.id })}
      >
        {t(texts.confirm)}
      </Button>
      <p className="s t2">{t(texts.confirmNote)}</p>
    </div>
  )
}
