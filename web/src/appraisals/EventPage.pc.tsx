import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { Fetched, StateEmpty, StateError } from '../shared/kit/states.tsx'
import { MoreLink } from '../shared/kit/Button.tsx'
import { useSession } from '../shared/session.ts'
import { BallotsStep } from './Ballots.pc.tsx'
import { BasisStep } from './Basis.pc.tsx'
import { FeedbackStep } from './FeedbackStep.pc.tsx'
import { History } from './History.pc.tsx'
import {
  type Part,
  type Shown,
  type Step,
  steps,
  useAddress,
  useOpen,
  useShown,
  useWords,
} from './hooks-event.ts'
import { eventTexts, stepTexts } from './labels-event.ts'
import { appraisalRefusalTexts } from './labels-refusal.ts'
import { NextStep } from './NextStep.pc.tsx'
import { NoticeStep } from './NoticeStep.pc.tsx'
import { PeersStep, SelfStep } from './Spoken.pc.tsx'
import { RectificationStep } from './Rectification.pc.tsx'
import { ReportsStep } from './Reports.pc.tsx'
import { RollStep } from './Roll.pc.tsx'
import { SettlementPage } from './Settlement.pc.tsx'
import { StepLine } from './StepLine.pc.tsx'
import './Appraisals.css'

/** The appraisal of one branch and year: the line of steps, what comes next, and the chosen step. */
export function EventPage({ orgId }: { readonly orgId: string }) {
  const { t } = useWords()
  const { year, thisYear } = useAddress()
  return (
    <Fetched from={useShown(orgId, year)} what={t(eventTexts.what)} rows={8} columns="120px 1fr 120px">
      {(data) =>
        data.appraisal === null ||
        (year === null && data.appraisal.stage === 'closed' && data.year < thisYear) ? (
          <NotBegun data={data} year={data.appraisal === null ? data.year : thisYear} />
        ) : (
          <Opened data={data} event={data.appraisal} />
        )
      }
    </Fetched>
  )
}

function Opened({ data, event }: Part) {
  const { step: asked, setStep } = useAddress()
  const step = asked ?? steps.find((one) => one === event.stage) ?? 'rectification'
  const top = (
    <>
      <Head data={data} event={event} />
      <StepLine data={data} event={event} step={step} onStep={setStep} />
    </>
  )
  // The table of the settlement has a third column of its own.
  if (step === 'settlement') return <SettlementPage data={data} event={event} top={top} />
  return (
    <div className="apr prints">
      {top}
      <div className="apr-cols">
        <div>
          <NextStep data={data} event={event} step={step} onStep={setStep} />
          <StepBody data={data} event={event} step={step} />
        </div>
        <History event={event} />
      </div>
    </div>
  )
}

function StepBody({ data, event, step }: Part & { readonly step: Exclude<Step, 'settlement'> }) {
  const { t } = useWords()
  const part = { data, event }
  return (
    <section className="apr-step" aria-labelledby="apr-step">
      <h2 className="sec" id="apr-step">
        {t(stepTexts[step].title)}
      </h2>
      <p className="s t2">{t(stepTexts[step].needs)}</p>
      {step === 'basis' && <BasisStep key={event.revision} {...part} />}
      {step === 'roll' && <RollStep {...part} />}
      {step === 'dutyReports' && <ReportsStep {...part} />}
      {step === 'self' && <SelfStep {...part} />}
      {step === 'peers' && <PeersStep {...part} />}
      {step === 'ballots' && <BallotsStep {...part} />}
      {step === 'notice' && <NoticeStep {...part} />}
      {step === 'feedback' && <FeedbackStep {...part} />}
      {step === 'rectification' && <RectificationStep {...part} />}
    </section>
  )
}

function Head({ data, event }: Part) {
  const { t } = useWords()
  const { org } = useSession()
  return (
    <header className="apr-head">
      <h1 className="ph1 grow">{t(eventTexts.title, { org: data.org.name, year: data.year })}</h1>
      {event.graded > 0 && (
        <span className="s t2">
          {t(eventTexts.members, {
            members: event.members,
            graded: event.graded,
            without: event.withoutGrade,
          })}
        </span>
      )}
      {org?.kind !== 'branch' && (
        <MoreLink href={`/appraisals?year=${data.year}`}>{t(eventTexts.back)}</MoreLink>
      )}
    </header>
  )
}

function NotBegun({ data, year }: { readonly data: Shown; readonly year: number }) {
  const { t } = useWords()
  const open = useOpen(() => {})
  const mayRun = data.may.includes('appraisal.run')
  return (
    <div className="apr">
      <StateEmpty
        fact={<h1 className="ph1">{t(eventTexts.beginFact, { org: data.org.name, year })}</h1>}
        fill={t(mayRun ? eventTexts.beginText : eventTexts.beginOther)}
      >
        {mayRun && (
          <Button
            act
            busy={open.isPending && t(eventTexts.working)}
            onClick={() => open.mutate({ orgId: data.org.id, year })}
          >
            {t(eventTexts.begin, { year })}
          </Button>
        )}
        {data.appraisal !== null && (
          <ButtonLink href={`/appraisals/branches/${data.org.id}?year=${data.year}`}>
            {t(eventTexts.lastYear, { year: data.year })}
          </ButtonLink>
        )}
      </StateEmpty>
      {open.isError && <StateError error={open.error} refusals={appraisalRefusalTexts} />}
    </div>
  )
}
