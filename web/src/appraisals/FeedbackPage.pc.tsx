import { Link, useParams } from 'wouter'
import { formatPoints } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useMay, useSession } from '../shared/session.ts'
import { useDownloadOperation } from '../shared/use-operation.ts'
import { Facts } from './Facts.pc.tsx'
import { type Appeal, type Feedback, useFeedback } from './hooks-feedback.ts'
import { useWords } from './hooks-event.ts'
import { gradeTexts } from './labels-ballot.ts'
import { feedbackStateTexts, feedbackTexts, feedbackTones } from './labels-feedback.ts'
import { OwnAnswer } from './OwnAnswer.pc.tsx'
import { TellForm } from './TellForm.pc.tsx'
import './Appraisals.css'

/** /appraisals/feedback/:feedbackId: the opinion on one member, its talk, the answer, the appeal. */
export function FeedbackPage() {
  const { t } = useWords()
  const { feedbackId = '' } = useParams()
  const { account } = useSession()
  return (
    <Fetched from={useFeedback(feedbackId)} what={t(feedbackTexts.what)} rows={6} columns="120px 1fr">
      {(one) => <Shown key={one.state} one={one} isOwn={one.memberId === account.memberId} />}
    </Fetched>
  )
}

function Shown({ one, isOwn }: { readonly one: Feedback; readonly isOwn: boolean }) {
  const { t, day } = useWords()
  const { org } = useSession()
  const file = useDownloadOperation('feedback.file')
  const { name, year, state, answerUntil, appealUntil } = one
  const back = org?.kind === 'branch' ? `/appraisals?year=${year}&step=feedback` : '/appraisals'
  return (
    <div className="apr">
      {!isOwn && (
        <Link href={back} className="more">
          <Icon name="left" />
          {t(feedbackTexts.back)}
        </Link>
      )}
      <header className="apr-head">
        <h1 className="ph1">{t(isOwn ? feedbackTexts.ownTitle : feedbackTexts.title, { name, year })}</h1>
        <Tag tone={feedbackTones[state]}>{t(feedbackStateTexts[state])}</Tag>
        <span className="grow s t2">{one.orgName}</span>
        <Button
          icon="download"
          busy={file.isPending && t(feedbackTexts.fetching)}
          onClick={() => file.mutate({ feedbackId: one.id })}
        >
          {t(feedbackTexts.file)}
        </Button>
      </header>
      {file.isError && <StateError error={file.error} />}
      <Opinion one={one} />
      {answerUntil !== null && appealUntil !== null && (
        <p className="s t2">
          {t(feedbackTexts.days, { answer: day(answerUntil), appeal: day(appealUntil) })}
        </p>
      )}
      {one.appeals.map((appeal) => (
        <OneAppeal key={appeal.id} appeal={appeal} />
      ))}
      {one.may.includes('tell') && <TellForm one={one} />}
      {state === 'toTell' && !one.may.includes('tell') && isOwn && (
        <p className="s t2">{t(feedbackTexts.tellOwn)}</p>
      )}
      {isOwn && <OwnAnswer one={one} />}
    </div>
  )
}

function Opinion({ one }: { readonly one: Feedback }) {
  const { t, day } = useWords()
  const { process, processPercent, appraisalScore, appraisalPercent, score, served, toldBy, toldOn } = one
  const sum =
    score === null || process === null
      ? ''
      : appraisalScore === null || !appraisalPercent
        ? t(feedbackTexts.scoreOnly, { score: formatPoints(score), process: formatPoints(process) })
        : t(feedbackTexts.scoreFact, {
            score: formatPoints(score),
            process: formatPoints(process),
            appraisal: formatPoints(appraisalScore),
            processPercent,
            appraisalPercent,
          })
  const told =
    toldBy === null || toldOn === null || one.toldHow === null
      ? ''
      : t(feedbackTexts.toldFact, { by: toldBy, day: day(toldOn), how: t(feedbackTexts[one.toldHow]) })
  return (
    <Facts
      rows={[
        [t(feedbackTexts.grade), <span className="b">{t(gradeTexts[one.grade])}</span>],
        [t(feedbackTexts.opinion), one.opinion],
        [t(feedbackTexts.reason), one.reason],
        [t(feedbackTexts.score), sum],
        [t(feedbackTexts.told), told],
        [
          t(feedbackTexts.served),
          served === null ? '' : t(feedbackTexts.servedFact, { ...served, day: day(served.on) }),
        ],
        [t(feedbackTexts.answer), one.answer],
      ]}
    />
  )
}

function OneAppeal({ appeal }: { readonly appeal: Appeal }) {
  const { t, day } = useWords()
  const may = useMay()
  const isOpen = appeal.state === 'received' || appeal.state === 'assigned'
  return (
    <section className="apr-part">
      <h2 className="b">{t(feedbackTexts.appeal)}</h2>
      <p className="pre">{appeal.text}</p>
      <p className="s t2">
        {t(feedbackTexts.appealFact, {
          day: day(appeal.raisedOn),
          org: appeal.stageOrgName,
          due: day(appeal.dueOn),
        })}
        {' · '}
        {appeal.handlerName === null
          ? t(feedbackTexts.appealNobody)
          : t(feedbackTexts.appealHandler, { name: appeal.handlerName })}
      </p>
      {appeal.answer !== null && <p>{t(feedbackTexts.appealAnswer, { text: appeal.answer })}</p>}
      {isOpen && may('objection.handle') && (
        <p className="acts">
          <Link href={`/objections/${appeal.id}`} className="link">
            {t(feedbackTexts.appealOpen)}
          </Link>
          <Link href={`/appraisals/appeals/${appeal.id}`} className="link">
            {t(feedbackTexts.appealCorrect)}
          </Link>
        </p>
      )}
    </section>
  )
}
