import { useText } from '../shared/texts.ts'
import type { Appeal } from './hooks-warning.ts'
import { useDays } from './hooks-warning.ts'
import { appealLabels } from './labels-appeal.ts'
import { Block, History } from './WarningParts.shared.tsx'

/** Where the thing itself is read; undefined for what has a page of its own elsewhere. */
export function subjectPath({ kind, id }: Appeal['subject']): string | undefined {
  const paths: Partial<Record<Appeal['subject']['kind'], string>> = {
    warning: `/outcomes/warnings/${id}`,
    downMeasure: `/outcomes/warnings/${id}`,
    caution: `/outcomes/cautions/${id}`,
    tolerance: `/outcomes/tolerance/${id}`,
  }
  return paths[kind]
}

/** What is disagreed with, with whom it lies and until when, and the answer. */
export function AppealWords({ appeal }: { readonly appeal: Appeal }) {
  const t = useText()
  const { day } = useDays()
  const isOpen = appeal.state === 'received' || appeal.state === 'assigned'
  return (
    <>
      <Block title={t(appealLabels.words)}>
        <p className="said">{appeal.words}</p>
        <p className="s t2">
          {[
            day(appeal.raisedOn),
            ...(appeal.takenBy === null ? [] : [t(appealLabels.taken, { name: appeal.takenBy })]),
            ...(appeal.isLate ? [t(appealLabels.late)] : []),
          ].join(' · ')}
        </p>
      </Block>
      <Block title={t(appealLabels.liesWith, { body: appeal.bodyName })}>
        {isOpen && (
          <p className={appeal.isOverdue ? 'ochre' : undefined}>
            {t(appeal.isOverdue ? appealLabels.overdue : appealLabels.due, { day: day(appeal.dueOn) })}
            {appeal.handlerName !== null && ` · ${t(appealLabels.handler, { name: appeal.handlerName })}`}
          </p>
        )}
        {appeal.answer !== null && <p className="said">{appeal.answer}</p>}
        {appeal.decidedOn !== null && (
          <p className="s t2">
            {t(appealLabels.answeredBy, { name: appeal.decidedBy ?? '', day: day(appeal.decidedOn) })}
          </p>
        )}
      </Block>
      <Block title={t(appealLabels.history)}>
        <History steps={appeal.steps} />
      </Block>
    </>
  )
}
