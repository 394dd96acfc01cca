import { useText } from '../shared/texts.ts'
import type { Mine } from './hooks-use.ts'
import { useDay } from './hooks-use.ts'
import { helpResultTexts } from './labels.ts'
import { mineLabels } from './labels-mine.ts'
import { useLabels } from './labels-use.ts'

/** The own help plans: gaps, measures, who helps, what was done, what was said. */
export function MyPlans({ plans }: { readonly plans: Mine['helpPlans'] }) {
  const t = useText()
  const day = useDay()
  if (plans.length === 0) return null
  return (
    <section aria-labelledby="own-help">
      <h2 className="ph1" id="own-help">
        {t(mineLabels.help)}
      </h2>
      {plans.map((plan) => (
        <div key={plan.id} className="card pad">
          <p className="s t2">{t(useLabels.span, { from: day(plan.from), until: day(plan.until) })}</p>
          <p>{t(mineLabels.helpers, { names: plan.helperNames.join('、') })}</p>
          <h3 className="s t3">{t(mineLabels.gaps)}</h3>
          <p>{plan.gaps}</p>
          <h3 className="s t3">{t(mineLabels.measures)}</h3>
          <p>{plan.measures}</p>
          {plan.steps.length > 0 && (
            <>
              <h3 className="s t3">{t(mineLabels.done)}</h3>
              {plan.steps.map((step, place) => (
                <p key={`${step.on}${place}`}>
                  {step.words}{' '}
                  <span className="c t3">
                    {step.by} {day(step.on)}
                  </span>
                </p>
              ))}
            </>
          )}
          {plan.memberWord !== null && (
            <>
              <h3 className="s t3">{t(mineLabels.said)}</h3>
              <p>{plan.memberWord}</p>
            </>
          )}
          {plan.result !== null && (
            <p className="b">{t(mineLabels.result, { result: t(helpResultTexts[plan.result]) })}</p>
          )}
        </div>
      ))}
    </section>
  )
}
