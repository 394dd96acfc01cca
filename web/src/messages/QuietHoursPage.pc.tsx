import { useState } from 'react'
import type { OutputOf } from '../shared/call.ts'
import { Button } from '../shared/kit/Button.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { Fetched, StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import { quietRefusals, quietTexts } from './labels.ts'
import './Messages.css'

/** 免打扰时段 of the county. */
export function QuietHoursPage() {
  const t = useText()
  const hours = useQueryOperation('message.quiet-hours', {})
  return (
    <div className="messages">
      <h1 className="ph1">{t(quietTexts.title)}</h1>
      <p className="quiet-text">{t(quietTexts.text)}</p>
      <Fetched from={hours} what={t(quietTexts.title)} columns="120px 120px">
        {(data) => <Hours key={`${data.fromMinute}-${data.untilMinute}`} hours={data} />}
      </Fetched>
    </div>
  )
}

function Hours({ hours }: { readonly hours: OutputOf<'message.quiet-hours'> }) {
  const t = useText()
  const say = useUndo()
  const [from, setFrom] = useState(clockOf(hours.fromMinute))
  const [until, setUntil] = useState(clockOf(hours.untilMinute))
  const change = useCommandOperation('message.change-quiet-hours', {
    onDone: () => say({ text: t(quietTexts.saved, { from, until }) }),
  })
  const [fromMinute, untilMinute] = [minuteOf(from), minuteOf(until)]
  const save = () => {
    if (fromMinute !== undefined && untilMinute !== undefined) change.mutate({ fromMinute, untilMinute })
  }
  const wrong = t(quietRefusals['quiet-hours-not-whole'])
  return (
    <div className="form">
      <div className="form-pair">
        <TextField
          label={t(quietTexts.from)}
          error={fromMinute === undefined ? wrong : undefined}
          readOnly={!hours.mayChange}
          value={from}
          onValue={setFrom}
        />
        <TextField
          label={t(quietTexts.until)}
          error={untilMinute === undefined ? wrong : undefined}
          readOnly={!hours.mayChange}
          value={until}
          onValue={setUntil}
        />
      </div>
      <p className="s t3">{t(hours.mayChange ? quietTexts.bounds : quietTexts.held)}</p>
      {change.isError && <StateError error={change.error} refusals={quietRefusals} />}
      {hours.mayChange && (
        <div className="acts">
          <Button ink busy={change.isPending && t(quietTexts.saving)} onClick={save}>
            {t(quietTexts.save)}
          </Button>
        </div>
      )}
    </div>
  )
}

/** 21:00 of 1260 minutes. */
function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/** 1260 of 21:00; undefined where it is no time of day. */
function minuteOf(clock: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2})[:：](\d{2})$/.exec(clock.trim()) ?? []
  if (hours === undefined || minutes === undefined || Number(hours) > 23 || Number(minutes) > 59)
    return undefined
  return Number(hours) * 60 + Number(minutes)
}
