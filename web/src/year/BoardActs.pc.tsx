import { useState } from 'react'
import { dayOfInstant, useToday } from '../shared/clock.ts'
import { formatDay, formatNumber, formatPoints } from '../shared/formats.ts'
import { Bar } from '../shared/kit/Bar.tsx'
import { Button } from '../shared/kit/Button.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { Board } from './hooks.ts'
import { boardTexts, loopTexts } from './labels.ts'
import { yearRefusals } from './labels-refusal.ts'

type ActsProps = { readonly data: Board; readonly orgId: string }

/** Closing of all that are ready, with its progress, and of the county once every branch is closed. */
export function Acts({ data, orgId }: ActsProps) {
  const t = useText()
  const [asking, setAsking] = useState<'below' | 'county'>()
  const { run, counts, may, county } = data
  const isRunning = run !== null && run.endedAt === null
  const mayBelow = may.includes('year.close-below') && counts.ready > 0 && !isRunning
  const mayCounty =
    may.includes('year.close-county') &&
    data.isOver &&
    county === null &&
    counts.branches > 0 &&
    counts.closed === counts.branches
  if (run === null && !mayBelow && !mayCounty && county === null) return null
  return (
    <div className="loop-run">
      {run !== null && <Run run={run} />}
      {county !== null && <CountyLine county={county} />}
      {mayBelow && (
        <Button act onClick={() => setAsking('below')}>
          {t(boardTexts.closeReady, { count: counts.ready })}
        </Button>
      )}
      {mayCounty && (
        <Button act onClick={() => setAsking('county')}>
          {t(boardTexts.closeCounty)}
        </Button>
      )}
      {asking === 'below' && <AskBelow data={data} orgId={orgId} onClose={() => setAsking(undefined)} />}
      {asking === 'county' && <AskCounty data={data} onClose={() => setAsking(undefined)} />}
    </div>
  )
}

function Run({ run }: { readonly run: NonNullable<Board['run']> }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const { by, done, all, closed, blocked, endedAt } = run
  if (endedAt === null) {
    return (
      <>
        <span className="s" role="status">
          {t(boardTexts.runs, { by, done, all })}
        </span>
        <Bar done={done} all={all} />
      </>
    )
  }
  const day = formatDay(dayOfInstant(endedAt), language, today)
  return (
    <span className="s t2 grow" role="status">
      {t(boardTexts.ended, { by, day, closed, blocked })}
    </span>
  )
}

function CountyLine({ county }: { readonly county: NonNullable<Board['county']> }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const day = formatDay(dayOfInstant(county.at), language, today)
  return (
    <span className="s t2">
      {t(loopTexts.countyClosed)} · {t(loopTexts.closedBy, { by: county.by, day })}
    </span>
  )
}

type AskProps = { readonly data: Board; readonly onClose: () => void }

function AskBelow({ data, orgId, onClose }: AskProps & { readonly orgId: string }) {
  const t = useText()
  const begin = useCommandOperation('year.close-below', { onDone: onClose })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(boardTexts.closeReadyTitle)}
      acts={
        <>
          <Button plain onClick={onClose}>
            {t(loopTexts.cancel)}
          </Button>
          <Button
            ink
            busy={begin.isPending && t(boardTexts.starting)}
            onClick={() => begin.mutate({ orgId, year: data.year })}
          >
            {t(boardTexts.start)}
          </Button>
        </>
      }
    >
      <p>{t(boardTexts.closeReadyText)}</p>
      {begin.isError && <StateError error={begin.error} refusals={yearRefusals} />}
    </Dialog>
  )
}

function AskCounty({ data, onClose }: AskProps) {
  const t = useText()
  const close = useCommandOperation('year.close-county', { onDone: onClose })
  const { year, counts, carried } = data
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(boardTexts.closeCountyTitle, { year })}
      acts={
        <>
          <Button plain onClick={onClose}>
            {t(loopTexts.cancel)}
          </Button>
          <Button ink busy={close.isPending && t(loopTexts.closing)} onClick={() => close.mutate({ year })}>
            {t(boardTexts.closeCounty)}
          </Button>
        </>
      }
    >
      <p>
        {t(boardTexts.closeCountyText, {
          ...{ branches: formatNumber(counts.branches), carried: formatNumber(carried.carried) },
          ...{ next: year + 1, points: formatPoints(carried.points) },
        })}
      </p>
      {close.isError && <StateError error={close.error} refusals={yearRefusals} />}
    </Dialog>
  )
}
