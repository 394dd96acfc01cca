import { useState } from 'react'
import { useToday } from '../shared/clock.ts'
import { formatDay } from '../shared/formats.ts'
import { DateField } from '../shared/kit/DateField.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { useWorkingDays } from './hooks.ts'
import { calendarTexts } from './labels-page.ts'

const SHOWN = 12

/** From a day and a number of working days to the last day, with the days that were counted. */
export function CountDays() {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const [from, setFrom] = useState<string>(today)
  const [count, setCount] = useState('5')
  const days = Number(count)
  const isNumber = Number.isInteger(days) && days >= 1 && days <= 250
  const found = useWorkingDays(from, days, isNumber && from !== '')
  return (
    <section>
      <div className="head">
        <h2 className="sec">{t(calendarTexts.count)}</h2>
      </div>
      <div className="form-pair org-defect">
        <DateField label={t(calendarTexts.countFrom)} value={from} onValue={setFrom} />
        <TextField label={t(calendarTexts.countDays)} inputMode="numeric" value={count} onValue={setCount} />
      </div>
      <Fetched from={found} rows={1} columns="1fr">
        {(data) => (
          <>
            <p className="b">{t(calendarTexts.countEnd, { day: formatDay(data.until, language, today) })}</p>
            {data.days.length <= SHOWN && (
              <p className="s t2">
                {t(calendarTexts.countDaysOf, {
                  days: data.days.map((day) => formatDay(day, language, today)),
                })}
              </p>
            )}
            {data.uncertain && <p className="cal-note s">{t(calendarTexts.uncertain)}</p>}
          </>
        )}
      </Fetched>
    </section>
  )
}
