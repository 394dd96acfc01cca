import { countOf, type Part, type Step, steps, useWords } from './hooks-event.ts'
import { eventTexts, stageTexts } from './labels-event.ts'

type LineProps = Part & { readonly step: Step; readonly onStep: (step: Step) => void }

/** The ten steps in a row: ink for done, a short red line where it stands; a press opens the step. */
export function StepLine({ data, event, step, onStep }: LineProps) {
  const { t } = useWords()
  return (
    <ol className="apr-line" aria-label={t(eventTexts.where)}>
      {steps.map((one) => {
        const state = event.stages.find(({ stage }) => stage === one)?.state ?? 'later'
        const count = countOf(one, { data, event })
        return (
          <li key={one} className={state} aria-current={state === 'now' ? 'step' : undefined}>
            <button type="button" aria-pressed={one === step} onClick={() => onStep(one)}>
              <span>{t(stageTexts[one])}</span>
              <span className="c t3">
                {count
                  ? t(eventTexts.ofAll, { done: count[0], all: count[1] })
                  : t(
                      eventTexts[
                        state === 'done' ? 'doneStep' : state === 'now' ? 'nowStep' : 'notYetCounted'
                      ],
                    )}
              </span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}
