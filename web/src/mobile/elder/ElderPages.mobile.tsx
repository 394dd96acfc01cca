import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useToday } from '../../shared/clock.ts'
import { formatNearDay, yearOf } from '../../shared/formats.ts'
import { ButtonLink } from '../../shared/kit/Button.tsx'
import { stageLabels } from '../../shared/kit/kit-labels.ts'
import { Fetched } from '../../shared/kit/states.tsx'
import { YearLine } from '../../shared/kit/YearLine.tsx'
import { useLanguage, useText } from '../../shared/texts.ts'
import type { ThingToDo } from '../../shared/things-to-do.ts'
import { useThingsToDo } from '../../shared/things-to-do.ts'
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
      {parts.map(([stage, fact, next]) => (
        <section key={stage} className="card pad" data-read>
          <h2 className="sec">{t(stageLabels[stage].name)}</h2>
          <p>{t(fact)}</p>
          <p className="s t2">{t(next)}</p>
        </section>
      ))}
      <CallFoot />
    </>
  )
}

export function ElderNoticesPage() {
  const t = useText()
  const things = useThingsToDo()
  return (
    <>
      <Fetched
        from={things}
        isEmpty={(data) => data.rows.length === 0}
        empty={<Words>{t(elderLabels.nothing)}</Words>}
      >
        {(data) => data.rows.map((thing) => <Notice key={thing.id} thing={thing} />)}
      </Fetched>
      <CallFoot />
    </>
  )
}

function Notice({ thing }: { thing: ThingToDo }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const inside = (
    <>
      <h2 className="sec">{t(thing.title)}</h2>
      {thing.why && <p>{t(thing.why)}</p>}
      {thing.dueOn && <p className="s t2">{formatNearDay(thing.dueOn, today, language)}</p>}
    </>
  )
  if (thing.mobilePath === null) {
    return (
      <section className="card pad" data-read>
        {inside}
      </section>
    )
  }
  return (
    <Link href={thing.mobilePath} className="card pad" data-read>
      {inside}
    </Link>
  )
}

export function ElderCallPage() {
  const t = useText()
  return (
    <Words>
      {t(elderLabels.callEmpty)}
      <br />
      <span className="s t2">{t(elderLabels.callNext)}</span>
    </Words>
  )
}

function Words({ children }: { children: ReactNode }) {
  return (
    <p className="card pad" data-read>
      {children}
    </p>
  )
}

/** The one large act of a deeper page, and the telephone route in words. */
function CallFoot() {
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
