import { useState } from 'react'
import { dayOfInstant, useToday } from '../shared/clock.ts'
import { formatDay } from '../shared/formats.ts'
import { Bar } from '../shared/kit/Bar.tsx'
import { Button } from '../shared/kit/Button.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useSession } from '../shared/session.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { MonthList } from './hooks-month.ts'
import { listTexts } from './labels-month.ts'
import { pointsRefusals } from './labels-refusal.ts'

type SweepProps = { readonly orgId: string | null; readonly data: MonthList; readonly onLate: () => void }

/** A committee moves what is late below it on, in the background and with its progress. */
export function Sweep({ orgId, data, onLate }: SweepProps) {
  const [isAsking, setAsking] = useState(false)
  const t = useText()
  const { sweep } = data
  const isRunning = sweep !== null && sweep.endedAt === null
  const mayStart = data.maySweep && data.counts.late > 0 && !isRunning
  if (sweep === null && !mayStart) return null
  return (
    <div className="months-sweep">
      {sweep !== null && <State sweep={sweep} />}
      {sweep !== null && !isRunning && sweep.blocked > 0 && (
        <button type="button" className="link" onClick={onLate}>
          {t(listTexts.seeLate)}
        </button>
      )}
      {mayStart && (
        <Button act onClick={() => setAsking(true)}>
          {t(listTexts.sweep, { count: data.counts.late })}
        </Button>
      )}
      {isAsking && <Ask orgId={orgId} data={data} onClose={() => setAsking(false)} />}
    </div>
  )
}

function State({ sweep }: { readonly sweep: NonNullable<MonthList['sweep']> }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const { by, done, all, moved, blocked, endedAt } = sweep
  if (endedAt === null) {
    return (
      <>
        <span className="s" role="status">
          {t(listTexts.sweepRuns, { by, done, all })}
        </span>
        <Bar done={done} all={all} />
      </>
    )
  }
  const day = formatDay(dayOfInstant(endedAt), language, today)
  return (
    <span className="s grow" role="status">
      {t(listTexts.sweepEnded, { by, day, moved, blocked })}
    </span>
  )
}

function Ask({ orgId, data, onClose }: Omit<SweepProps, 'onLate'> & { readonly onClose: () => void }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const { org } = useSession()
  const sweep = useCommandOperation('points-month.sweep', { onDone: onClose })
  const from = orgId ?? org?.id
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(listTexts.sweepTitle)}
      acts={
        <>
          <Button plain onClick={onClose}>
            {t(listTexts.cancel)}
          </Button>
          <Button
            ink
            busy={sweep.isPending && t(listTexts.sweepStarting)}
            onClick={() => from !== undefined && sweep.mutate({ orgId: from, month: data.month })}
          >
            {t(listTexts.sweepStart)}
          </Button>
        </>
      }
    >
      <p>{t(listTexts.sweepText, { due: formatDay(data.dueOn, language, today) })}</p>
      {sweep.isError && <StateError error={sweep.error} refusals={pointsRefusals} />}
    </Dialog>
  )
}
