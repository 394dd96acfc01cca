import { AppraisalStage } from '../appraisals/YearStage.mobile.tsx'
import { useToday } from '../shared/clock.ts'
import { yearOf } from '../shared/formats.ts'
import { stageLabels } from '../shared/kit/kit-labels.ts'
import { StateEmpty } from '../shared/kit/states.tsx'
import { YearLine } from '../shared/kit/YearLine.tsx'
import { useMay } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { PledgeStage } from '../pledges/YearStage.mobile.tsx'
import { CarriedPart } from '../year/Carried.mobile.tsx'
import { PointsPart } from '../points/YearPart.mobile.tsx'
import { yearPageLabels } from './mobile-labels.ts'

const parts = [
  ['pledge', yearPageLabels.pledgeEmpty, yearPageLabels.pledgeNext],
  ['points', yearPageLabels.pointsEmpty, yearPageLabels.pointsNext],
  ['appraisal', yearPageLabels.appraisalEmpty, yearPageLabels.appraisalNext],
  ['outcome', yearPageLabels.outcomeEmpty, yearPageLabels.outcomeNext],
] as const

/** 这一年: the year line and its four stages. */
export function YearPage() {
  const t = useText()
  const today = useToday()
  const year = yearOf(today)
  const may = useMay()
  const pledges = may('pledge.write')
  const takesPart = may('appraisal.take-part')
  return (
    <>
      <h1 className="month first">{t(yearPageLabels.title, { year })}</h1>
      <div className="card pad">
        <YearLine year={year} today={today} compact />
      </div>
      <CarriedPart />
      {parts.map(([stage, fact, fill]) => (
        <section key={stage} className="card pad">
          <h2 className="s t3">{t(stageLabels[stage].name)}</h2>
          {stage === 'pledge' && pledges ? (
            <PledgeStage />
          ) : stage === 'points' ? (
            <PointsPart empty={<StateEmpty fact={t(fact)} fill={t(fill)} />} />
          ) : stage === 'appraisal' && takesPart ? (
            <AppraisalStage empty={<StateEmpty fact={t(fact)} fill={t(fill)} />} />
          ) : (
            <StateEmpty fact={t(fact)} fill={t(fill)} />
          )}
        </section>
      ))}
    </>
  )
}
