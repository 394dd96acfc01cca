import { useState } from 'react'
import { useParams } from 'wouter'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { TextArea, TextField } from '../shared/kit/fields.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import { Facts } from './Facts.pc.tsx'
import { type Feedback, useFeedback } from './hooks-feedback.ts'
import { type Grade, grades } from './hooks-settlement.ts'
import { useWords } from './hooks-event.ts'
import { gradeTexts } from './labels-ballot.ts'
import { eventTexts } from './labels-event.ts'
import { appealTexts, feedbackTexts } from './labels-feedback.ts'
import { settlementRefusalTexts } from './labels-refusal-settlement.ts'
import './Appraisals.css'

/** /appraisals/appeals/:objectionId: the grade another body sets, before the appeal is upheld. */
export function AppealPage() {
  const { t } = useWords()
  const { objectionId = '' } = useParams()
  const objection = useQueryOperation('objection.show', { objectionId })
  return (
    <div className="apr">
      <h1 className="ph1">{t(appealTexts.title)}</h1>
      <Fetched from={objection} what={t(appealTexts.what)}>
        {({ subjectKind, subjectId, text, mayDecide }) =>
          subjectKind === 'grade' ? (
            <About objectionId={objectionId} feedbackId={subjectId} said={text} mayDecide={mayDecide} />
          ) : (
            <StateEmpty fact={t(appealTexts.notGrade)} />
          )
        }
      </Fetched>
    </div>
  )
}

type AboutProps = {
  readonly objectionId: string
  readonly feedbackId: string
  readonly said: string
  readonly mayDecide: boolean
}

function About({ objectionId, feedbackId, said, mayDecide }: AboutProps) {
  const { t } = useWords()
  return (
    <Fetched from={useFeedback(feedbackId)} what={t(appealTexts.what)}>
      {(one) => (
        <>
          <p className="t2">
            {t(appealTexts.text)} {t(appealTexts.keep)}
          </p>
          <Facts
            rows={[
              [t(feedbackTexts.name), `${one.name} · ${one.orgName}`],
              [t(appealTexts.said), said],
              [t(appealTexts.before), t(gradeTexts[one.grade])],
              [t(feedbackTexts.opinion), one.opinion],
              [t(feedbackTexts.reason), one.reason],
              [t(feedbackTexts.answer), one.answer],
            ]}
          />
          {mayDecide ? (
            <CorrectionForm objectionId={objectionId} one={one} />
          ) : (
            <p className="s t2">{t(appealTexts.notHandler)}</p>
          )}
        </>
      )}
    </Fetched>
  )
}

function CorrectionForm({ objectionId, one }: { readonly objectionId: string; readonly one: Feedback }) {
  const { t } = useWords()
  const say = useUndo()
  const [grade, setGrade] = useState<Grade>()
  const [opinion, setOpinion] = useState(one.opinion)
  const [reason, setReason] = useState('')
  const [body, setBody] = useState('')
  const [tried, setTried] = useState(false)
  const write = useCommandOperation('grade-correction.write', {
    onDone: () => say({ text: t(appealTexts.written) }),
  })
  const missing = (text: string) => (tried && text.trim() === '' ? t(appealTexts.fill) : undefined)
  const send = () => {
    setTried(true)
    if (grade === undefined || [opinion, reason, body].some((text) => text.trim() === '')) return
    write.mutate({ objectionId, grade, opinion, reason, body })
  }
  return (
    <section className="apr-part form apr-form">
      <fieldset>
        <legend className="s t2">{t(appealTexts.grade)}</legend>
        <div className="apr-grades">
          {grades.map((each) => (
            <button key={each} type="button" aria-pressed={each === grade} onClick={() => setGrade(each)}>
              {t(gradeTexts[each])}
            </button>
          ))}
        </div>
        {tried && grade === undefined && <p className="s ochre">{t(appealTexts.gradePick)}</p>}
      </fieldset>
      <TextArea
        label={t(appealTexts.opinion)}
        error={missing(opinion)}
        maxLength={4000}
        value={opinion}
        onValue={setOpinion}
      />
      <TextArea
        label={t(appealTexts.reason)}
        error={missing(reason)}
        maxLength={4000}
        value={reason}
        onValue={setReason}
      />
      <TextField
        label={t(appealTexts.body)}
        placeholder={t(appealTexts.bodyModel)}
        error={missing(body)}
        maxLength={120}
        value={body}
        onValue={setBody}
      />
      <div className="acts">
        <Button ink busy={write.isPending && t(eventTexts.working)} onClick={send}>
          {t(appealTexts.write)}
        </Button>
        <ButtonLink href={`/objections/${objectionId}`}>{t(appealTexts.answer)}</ButtonLink>
      </div>
      {write.isError && <StateError error={write.error} refusals={settlementRefusalTexts} />}
    </section>
  )
}
