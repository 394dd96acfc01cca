import { useState } from 'react'
import { addDays, plainDate } from '@steward/domain/shared/plain-date.ts'
import { useToday } from '../shared/clock.ts'
import { DateField } from '../shared/kit/DateField.tsx'
import { Segmented, TextArea, TextField } from '../shared/kit/fields.tsx'
import { useText } from '../shared/texts.ts'
import { useDay } from './hooks.ts'
import type { Change, Draft } from './hooks-report.ts'
import { isLateDraft } from './hooks-report.ts'
import { reportLabels } from './labels-report.ts'

type MoreProps = {
  readonly draft: Draft
  readonly change: (change: Change) => void
  readonly earliestOn: string
}

/** Only for who wishes: when, where, which branch away from home confirms it. Closed until it is opened. */
export function More({ draft, change, earliestOn }: MoreProps) {
  const t = useText()
  const today = useToday()
  const late = isLateDraft(draft, today)
  return (
    <details className="card report-details" open={late || undefined}>
      <summary>{t(reportLabels.more)}</summary>
      <div className="form">
        <Day draft={draft} change={change} earliestOn={earliestOn} />
        {late && (
          <TextArea
            label={t(reportLabels.lateReason)}
            help={t(reportLabels.lateReasonHelp)}
            maxLength={200}
            value={draft.lateReason}
            onValue={(lateReason) => change({ lateReason })}
          />
        )}
        <TextField
          label={t(reportLabels.place)}
          help={t(reportLabels.placeHelp)}
          optional
          maxLength={80}
          value={draft.place}
          onValue={(place) => change({ place })}
        />
        <TextField
          label={t(reportLabels.hostBranch)}
          optional
          maxLength={60}
          value={draft.hostBranch}
          onValue={(hostBranch) => change({ hostBranch })}
        />
      </div>
    </details>
  )
}

type Near = 'today' | 'yesterday' | 'other'

function Day({ draft, change, earliestOn }: MoreProps) {
  const t = useText()
  const today = useToday()
  const day = useDay()
  const yesterday = addDays(plainDate(today), -1)
  const near = draft.deedOn === '' ? 'today' : draft.deedOn === yesterday ? 'yesterday' : 'other'
  const [open, setOpen] = useState(false)
  const shown: Near = open ? 'other' : near
  const pick = (next: Near) => {
    setOpen(next === 'other')
    if (next !== 'other') change({ deedOn: next === 'today' ? '' : yesterday })
  }
  return (
    <div className="fieldset">
      <div className="s t2 report-day">{t(reportLabels.day)}</div>
      <Segmented
        label={t(reportLabels.day)}
        value={shown}
        onValue={pick}
        choices={[
          { value: 'today', label: t(reportLabels.today) },
          { value: 'yesterday', label: t(reportLabels.yesterday) },
          { value: 'other', label: t(reportLabels.otherDay) },
        ]}
      />
      {shown === 'other' && (
        <DateField
          label={t(reportLabels.otherDay)}
          help={t(reportLabels.dayHelp, { day: day(earliestOn) })}
          value={draft.deedOn || today}
          min={earliestOn}
          max={today}
          onValue={(deedOn) => change({ deedOn: deedOn === today ? '' : deedOn })}
        />
      )}
    </div>
  )
}
