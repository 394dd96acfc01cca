import type { CSSProperties } from 'react'
import { useText } from '../texts.ts'
import type { Stage, StageId } from '../year-stages.ts'
import { yearStages } from '../year-stages.ts'
import { kitLabels, stageLabels } from './kit-labels.ts'

export type YearLineProps = {
  readonly year: number
  readonly today: string
  /** One sentence of state under a stage; wide form only. */
  readonly notes?: Partial<Record<StageId, string>>
  /** The phone's form: line and short names. */
  readonly compact?: boolean
}

/** The year as one thin line of four stages with a dot for today. It shows the calendar, not a person's progress. */
export function YearLine({ year, today, notes = {}, compact }: YearLineProps) {
  const t = useText()
  const stages = yearStages(year, today)
  const name = useLineName(year, stages)
  const at = (stage: Stage) => ({ '--at': `${(stage.at * 100).toFixed(1)}%` }) as CSSProperties // a CSS variable has no type of its own
  if (compact) {
    return (
      <div className="year-short" role="img" aria-label={name}>
        {stages.map((stage) => (
          <i key={stage.id} className={stage.state} style={at(stage)} />
        ))}
        {stages.map((stage) => (
          <span key={stage.id}>{t(stageLabels[stage.id].short)}</span>
        ))}
      </div>
    )
  }
  return (
    <section className="year" aria-label={name}>
      {stages.map((stage) => (
        <div key={stage.id} className={`st ${stage.state}`} style={at(stage)}>
          {stage.state === 'now' && <i className="fill" />}
          <div className="nm">
            {t(stageLabels[stage.id].name)} <span>{t(stageLabels[stage.id].when)}</span>
          </div>
          {notes[stage.id] && <p>{notes[stage.id]}</p>}
        </div>
      ))}
    </section>
  )
}

function useLineName(year: number, stages: readonly Stage[]): string {
  const t = useText()
  const now = stages.find((stage) => stage.state === 'now')
  if (now) return t(kitLabels.yearLine, { year, stage: t(stageLabels[now.id].name) })
  const over = stages.every((stage) => stage.state === 'done')
  return t(over ? kitLabels.yearLineDone : kitLabels.yearLineAhead, { year })
}
