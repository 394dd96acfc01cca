import type { ReactNode } from 'react'
import { AppraisalStage } from '../../appraisals/YearStage.mobile.tsx'
import { ElderOutcomeCard } from '../../outcomes/ElderOutcomes.mobile.tsx'
import { useToday } from '../../shared/clock.ts'
import { yearOf } from '../../shared/formats.ts'
import { ButtonLink } from '../../shared/kit/Button.tsx'
import { stageLabels } from '../../shared/kit/kit-labels.ts'
import { YearLine } from '../../shared/kit/YearLine.tsx'
import { useMay } from '../../shared/session.ts'
import { useText } from '../../shared/texts.ts'
import { PledgeStage } from '../../pledges/YearStage.mobile.tsx'
import { ElderPoints } from '../../points/YearPart.mobile.tsx'
import { ElderCarried } from '../../year/Carried.mobile.tsx'
import { elderLabels, yearPageLabels } from '../mobile-labels.ts'

/** How to tell the branch a deed without typing. */
export function ElderTellPage() {
  const t = useText()
  return (
    <>
      <Words>{t(elderLabels.sayHow)}</Words>
      <CallFoot />
    </>
  )
}

export function ElderYearPage() {
  const t = useText()
  const today = useToday()
  const may = useMay()
  const pledges = may('pledge.write')
  const takesPart = may('appraisal.take-part')
  const parts = [
    ['pledge', yearPageLabels.pledgeEmpty, yearPageLabels.pledgeNext],
    ['points', yearPageLabels.pointsEmpty, yearPageLabels.pointsNext],
    ['appraisal', yearPageLabels.appraisalEmpty, yearPageLabels.appraisalNext],
  ] as const
  return (
    <>
      <div className="card pad">
        <YearLine year={yearOf(today)} today={today} compact />
      </div>
      <ElderCarried />
      {parts.map(([stage, fact, next]) => (
        <section key={stage} className="card pad" data-read>
          <h2 className="sec">{t(stageLabels[stage].name)}</h2>
          {stage === 'pledge' && pledges ? (
            <PledgeStage path="/elder/pledges" />
          ) : stage === 'points' ? (
            <ElderPoints empty={<Plain fact={t(fact)} next={t(next)} />} />
          ) : stage === 'appraisal' && takesPart ? (
            <AppraisalStage path="/elder/appraisals" empty={<Plain fact={t(fact)} next={t(next)} />} />
          ) : (
            <Plain fact={t(fact)} next={t(next)} />
          )}
        </section>
      ))}
      {may('outcome.read') && <ElderOutcomeCard />}
      <CallFoot />
    </>
  )
}

function Plain({ fact, next }: { fact: string; next: string }) {
  return (
    <>
      <p>{fact}</p>
      <p className="s t2">{next}</p>
    </>
  )
}

/** A card of plain words. */
export function Words({ children }: { children: ReactNode }) {
  return (
    <p className="card pad" data-read>
      {children}
    </p>
  )
}

/** The one large act of a deeper page, and the telephone route in words. */
export function CallFoot() {
  const t = useText()
  return (
    <div className="foot" data-read>
      <ButtonLink href="/elder/call" icon="phone" wide>
        {t(elderLabels.goCall)}
      </ButtonLink>
      <p className="s t2">{t(elderLabels.callRoute)}</p>
    </div>
  )
}
