import { Link } from 'wouter'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import type { Text, TextParams } from '../shared/texts.ts'
import { useText } from '../shared/texts.ts'
import type { Appraisal, Mine, NextStep } from './hooks-mine.ts'
import { nextStepOf, useMyAppraisal } from './hooks-mine.ts'
import { mineTexts as texts, placeReasonTexts, stageSaysTexts } from './labels-mine.ts'
import './Mine.css'

/** 我的评议: where it stands, what is mine to do next, and each step with its page. */
export function MyAppraisalPage() {
  const t = useText()
  return (
    <Fetched from={useMyAppraisal()} what={t(texts.title)} columns="1fr">
      {(mine) =>
        mine.appraisal === null ? (
          <section className="card pad">
            <StateEmpty fact={t(texts.empty)} fill={t(texts.emptyNext)} />
          </section>
        ) : (
          <Steps mine={mine} appraisal={mine.appraisal} />
        )
      }
    </Fetched>
  )
}

type StepsProps = { readonly mine: Mine; readonly appraisal: Appraisal }

function Steps({ mine, appraisal }: StepsProps) {
  const t = useText()
  const next = nextStepOf(appraisal)
  return (
    <>
      <p className="s t2">{t(texts.head, { org: appraisal.orgName, year: mine.year })}</p>
      <h2 className="mine-stage">{t(stageSaysTexts[appraisal.stage])}</h2>
      {appraisal.placeReason !== null && appraisal.placeReason !== 'fullMember' && (
        <p className="s t2 mine-place">{t(placeReasonTexts[appraisal.placeReason])}</p>
      )}
      <Next next={next} appraisal={appraisal} />
      <h2 className="s t2 over">{t(texts.parts)}</h2>
      <ul className="card rows">
        {partsOf(appraisal, mine).map(({ title, says, facts, href }) => (
          <li key={title.zh}>
            <Part title={t(title)} says={t(says, facts)} href={href} />
          </li>
        ))}
      </ul>
    </>
  )
}

const nextWords: Record<NextStep, { readonly act: Text; readonly why: Text; readonly href: string }> = {
  report: { act: texts.reportAct, why: texts.reportNext, href: '/appraisals/report' },
  answer: { act: texts.answerAct, why: texts.answerNext, href: '/appraisals/report' },
  self: { act: texts.selfAct, why: texts.selfNext, href: '/appraisals/words' },
  peers: { act: texts.peersAct, why: texts.peersNext, href: '/appraisals/words' },
  ballot: { act: texts.ballotAct, why: texts.ballotNext, href: '/appraisals/ballot' },
  feedback: { act: texts.resultAct, why: texts.resultNext, href: '/appraisals/feedback' },
  mending: { act: texts.mendingAct, why: texts.mendingNext, href: '/appraisals/mending' },
}

function Next({ next, appraisal }: { readonly next: NextStep | undefined; readonly appraisal: Appraisal }) {
  const t = useText()
  if (next === undefined) return <p className="card pad">{t(texts.nothing)}</p>
  const { act, why, href } = nextWords[next]
  const isBegun = next === 'report' && appraisal.reportState === 'drafted'
  const count = next === 'answer' ? appraisal.openQuestions : appraisal.itemsOpen
  return (
    <section className="card pad" aria-label={t(texts.next)}>
      <p>{t(why, { count, org: appraisal.orgName })}</p>
      <p className="mine-act">
        <ButtonLink href={href} act wide>
          {t(isBegun ? texts.reportGoOn : act)}
        </ButtonLink>
      </p>
    </section>
  )
}

type PartWords = {
  readonly title: Text
  readonly says: Text
  readonly facts?: TextParams
  readonly href?: string | undefined
}

/** Each step with a sentence of state; those that have nothing to show are words without a link. */
function partsOf(mine: Appraisal, { countyCode }: Mine): PartWords[] {
  const { box, place } = mine
  const checks = box?.state === 'closed'
  const result = resultWords(mine)
  return [
    {
      title: texts.report,
      says: reportWords(mine),
      href: place === null || place === 'exempt' || place === 'atHost' ? undefined : '/appraisals/report',
    },
    {
      title: texts.self,
      says: mine.selfSaid ? texts.selfSaid : texts.selfNone,
      href: place === null ? undefined : '/appraisals/words',
    },
    {
      title: texts.peers,
      says: mine.peersToAnswer > 0 ? texts.peersToAnswer : texts.peersSay,
      facts: { count: mine.peersToAnswer },
      href: place === null ? undefined : '/appraisals/words',
    },
    {
      title: texts.ballot,
      says: ballotWords(mine),
      href: checks ? `/b/${countyCode}/${box.id}/check` : box === null ? undefined : '/appraisals/ballot',
    },
    {
      title: texts.result,
      says: result,
      href: mine.feedbackId === null && mine.appeal === null ? undefined : '/appraisals/feedback',
    },
    { title: texts.mending, says: texts.mendingSay, href: '/appraisals/mending' },
  ]
}

function reportWords({ owesReport, reportState, openQuestions }: Appraisal): Text {
  if (openQuestions > 0) return texts.reportQuestioned
  if (reportState === 'drafted') return texts.reportDrafted
  if (reportState === 'checked') return texts.reportChecked
  if (reportState !== null) return texts.reportSubmitted
  return owesReport ? texts.reportNone : texts.reportNotOwed
}

function ballotWords({ box, place, stage }: Appraisal): Text {
  if (box === null) {
    const isOver =
      stage !== 'ballots' && ['settlement', 'notice', 'feedback', 'rectification', 'closed'].includes(stage)
    return isOver || place === 'withoutGrade' ? texts.ballotNotListed : texts.ballotWaits
  }
  if (box.state === 'closed') return texts.ballotClosed
  if (box.voter === 'onPaper') return texts.ballotPaper
  return box.voter === 'tokenGiven' ? texts.ballotTaken : texts.ballotOpen
}

export function resultWords({ feedbackState, appeal }: Appraisal): Text {
  if (feedbackState === null) return appeal?.state === 'upheld' ? texts.resultAgain : texts.resultLater
  if (feedbackState === 'told') return texts.resultTold
  if (feedbackState === 'confirmed') return texts.resultConfirmed
  return feedbackState === 'answered' ? texts.resultAnswered : texts.resultAppealed
}

function Part({
  title,
  says,
  href,
}: {
  readonly title: string
  readonly says: string
  readonly href?: string | undefined
}) {
  const words = (
    <span className="grow">
      {title}
      <span className="block s t2">{says}</span>
    </span>
  )
  if (href === undefined) return <div className="entry">{words}</div>
  return (
    <Link href={href} className="entry">
      {words}
      <Icon name="right" />
    </Link>
  )
}
