import type { ReactNode } from 'react'
import { useText } from '../shared/texts.ts'
import type { CaseStep, CaseView } from './hooks-disposal.ts'
import { daysLeft, useCaseDays } from './hooks-disposal.ts'
import { caseLabels, endTexts, groundTexts } from './labels-disposal.ts'
import { stepLabels } from './labels-disposal-step.ts'

type StepProps = { readonly view: CaseView; readonly step: CaseStep }

/** What was recorded of a step: the day, the people, the words, the paper. */
export function StepContent({ view, step }: StepProps) {
  const shown: Readonly<Record<CaseStep, () => ReactNode>> = {
    propose: () => <Proposed view={view} />,
    file: () => <Line view={view} on={view.case.filing?.on} words={view.case.filing?.document} />,
    findFacts: () => (
      <Line
        view={view}
        on={view.case.finding?.on}
        who={view.case.finding?.group}
        words={view.case.finding?.words}
      />
    ),
    hear: () => <Heard view={view} />,
    giveOpinion: () => (
      <Line
        view={view}
        on={view.case.opinion?.on}
        who={view.case.opinion === null ? [] : [view.case.opinion.body]}
        words={view.case.opinion?.words}
      />
    ),
    preReview: () => <Line view={view} on={view.case.preReview?.on} words={view.case.preReview?.document} />,
    vote: () => <Voted view={view} />,
    decide: () => <Decided view={view} />,
    serve: () => <Served view={view} />,
    end: () => <Ended view={view} />,
  }
  return <>{shown[step]()}</>
}

function Line({
  on,
  who = [],
  words,
}: {
  readonly view: CaseView
  readonly on: string | undefined
  readonly who?: readonly string[] | undefined
  readonly words: string | undefined
}) {
  const { day } = useCaseDays()
  const head = [on === undefined ? '' : day(on), who.join('、')].filter(Boolean).join(' · ')
  return (
    <>
      <p className="s t2">{head}</p>
      {words !== undefined && words !== '' && <p className="case-words">{words}</p>}
    </>
  )
}

function Proposed({ view }: { readonly view: CaseView }) {
  const t = useText()
  const { day } = useCaseDays()
  const { proposal, ground, facts, proposedOn } = view.case
  return (
    <>
      <p className="s t2">
        {day(proposedOn)} · {t(caseLabels.proposedBy, { body: proposal.body, name: proposal.by })}
      </p>
      <p>{t(groundTexts[ground])}</p>
      {facts.outsideDocument !== null && <p className="s">{facts.outsideDocument}</p>}
      <p className="case-words">{proposal.reason}</p>
    </>
  )
}

function Heard({ view }: { readonly view: CaseView }) {
  const t = useText()
  const { hearing } = view.case
  if (hearing === null) return null
  return (
    <>
      <Line
        view={view}
        on={hearing.on}
        who={hearing.heldBy}
        words={hearing.came ? hearing.defence : t(stepLabels.notCome, { count: hearing.invitedOn.length })}
      />
      {hearing.witnesses.map(({ name, words }) => (
        <p key={name} className="case-words">
          <span className="t2">{name} </span>
          {words}
        </p>
      ))}
    </>
  )
}

function Voted({ view }: { readonly view: CaseView }) {
  const t = useText()
  const { day } = useCaseDays()
  const vote = view.votes.find(({ about, carried }) => about === 'disposal' && carried)
  if (vote === undefined) return null
  return (
    <>
      <p className="s t2">
        {day(vote.on)} · {vote.chair} · {vote.minutes}
      </p>
      <p>{t(stepLabels.voteLine, { ...vote })}</p>
    </>
  )
}

function Decided({ view }: { readonly view: CaseView }) {
  const { day } = useCaseDays()
  const { decision } = view.case
  if (decision === null) return null
  return (
    <>
      <p className="s t2">
        {day(decision.on)} · {decision.body} · {decision.deciderName} · {decision.number}
      </p>
      <p className="case-words">{decision.reason}</p>
      {decision.required !== '' && <p className="case-words">{decision.required}</p>}
      {decision.help !== '' && <p className="case-words">{decision.help}</p>}
    </>
  )
}

function Served({ view }: { readonly view: CaseView }) {
  const t = useText()
  const { day } = useCaseDays()
  const { served, until, rejoinFrom, end } = view.case
  if (served === null) return null
  return (
    <>
      <p className="s t2">
        {day(served.on)} · {t(stepLabels[served.how])} · {served.proof} · {served.by}
      </p>
      {until !== null && end === null && (
        <p>
          <Term until={until} />
        </p>
      )}
      {until !== null && <p className="s t2">{t(caseLabels.rights)}</p>}
      {rejoinFrom !== null && <p>{t(caseLabels.rejoin, { day: day(rejoinFrom) })}</p>}
    </>
  )
}

/** Until which day a correction order runs, and how many days that is from today. */
export function Term({ until }: { readonly until: string }) {
  const t = useText()
  const { day, today } = useCaseDays()
  const left = daysLeft(today, until)
  const says =
    left > 0
      ? t(caseLabels.daysLeft, { count: left })
      : left === 0
        ? t(caseLabels.dayToday)
        : t(caseLabels.dayPast, { count: -left })
  return (
    <>
      {t(caseLabels.untilDay, { day: day(until) })}{' '}
      <span className={left <= 14 ? 'ochre' : 't2'}>{says}</span>
    </>
  )
}

function Ended({ view }: { readonly view: CaseView }) {
  const t = useText()
  const { end } = view.case
  if (end === null) return null
  return (
    <>
      <p>{t(endTexts[end.how])}</p>
      <Line
        view={view}
        on={end.on}
        who={[end.minutes ?? end.document ?? ''].filter(Boolean)}
        words={end.words}
      />
    </>
  )
}
