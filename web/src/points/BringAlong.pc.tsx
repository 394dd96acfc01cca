import { useState } from 'react'
import { parsePlainDate } from '@steward/domain/shared/plain-date.ts'
import { useToday } from '../shared/clock.ts'
import { formatPoints, yearOf } from '../shared/formats.ts'
import { Button } from '../shared/kit/Button.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { StateError } from '../shared/kit/states.tsx'
import { useUndo } from '../shared/kit/undo.tsx'
import { useText } from '../shared/texts.ts'
import { useCommandOperation } from '../shared/use-operation.ts'
import type { PointsYear } from './hooks.ts'
import { bringTexts } from './labels-county.ts'
import { pointsRefusals } from './labels-refusal.ts'

type BringAlongProps = { readonly year: PointsYear }

/** The certified score of a member who came from another county: part of it begins the year. */
export function BringAlong({ year }: BringAlongProps) {
  const t = useText()
  const thisYear = yearOf(useToday())
  const [open, setOpen] = useState(false)
  const { base, may, self } = year
  const begun = base.kind === 'carryOver' || base.kind === 'broughtAlong'
  if (!may.includes('points.bring-along') || self || begun || year.year !== thisYear) return null
  return (
    <div className="points-note">
      <Button small icon="paper" onClick={() => setOpen(true)}>
        {t(bringTexts.begin)}
      </Button>
      {open && <Form year={year} onClose={() => setOpen(false)} />}
    </div>
  )
}

const SCORE = /^\d{1,3}(\.\d{1,2})?$/

function Form({ year, onClose }: BringAlongProps & { readonly onClose: () => void }) {
  const t = useText()
  const say = useUndo()
  const today = useToday()
  const [score, setScore] = useState('')
  const [body, setBody] = useState('')
  const [number, setNumber] = useState('')
  const [on, setOn] = useState('')
  const [tried, setTried] = useState(false)
  const bring = useCommandOperation('points.bring-along', {
    onDone: ({ base, before }) => {
      say({ text: t(bringTexts.done, { base: formatPoints(base), before: formatPoints(before) }) })
      onClose()
    },
  })
  const isScore = SCORE.test(score.trim())
  const day = parsePlainDate(on)
  const isEmpty = (words: string) => tried && words.trim() === ''
  const send = () => {
    setTried(true)
    if (!isScore || day === undefined || body.trim() === '' || number.trim() === '') return
    bring.mutate({
      memberId: year.person.id,
      year: year.year,
      certified: Math.round(Number(score.trim()) * 100),
      certificate: { body, number, on: day },
    })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(bringTexts.title, { name: year.person.name })}
      keepOpen={score !== '' || body !== '' || number !== ''}
      acts={
        <>
          <Button onClick={onClose}>{t(bringTexts.cancel)}</Button>
          <Button act busy={bring.isPending && t(bringTexts.saving)} onClick={send}>
            {t(bringTexts.act)}
          </Button>
        </>
      }
    >
      <div className="form">
        <p className="s t2">{t(bringTexts.tell)}</p>
        <TextField
          label={t(bringTexts.score, { year: year.year - 1 })}
          error={tried && !isScore ? t(bringTexts.scoreWrong) : undefined}
          inputMode="decimal"
          maxLength={6}
          value={score}
          onValue={setScore}
        />
        <TextField
          label={t(bringTexts.body)}
          placeholder={t(bringTexts.bodyModel)}
          error={isEmpty(body) ? t(bringTexts.bodyMissing) : undefined}
          maxLength={80}
          value={body}
          onValue={setBody}
        />
        <TextField
          label={t(bringTexts.number)}
          error={isEmpty(number) ? t(bringTexts.numberMissing) : undefined}
          maxLength={80}
          value={number}
          onValue={setNumber}
        />
        <DateField
          label={t(bringTexts.on)}
          error={tried && day === undefined ? t(bringTexts.onMissing) : undefined}
          max={today}
          value={on}
          onValue={setOn}
        />
        {bring.isError && <StateError error={bring.error} refusals={pointsRefusals} />}
      </div>
    </Dialog>
  )
}
