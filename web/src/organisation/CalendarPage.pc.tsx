import { useMemo, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import {
  addDays,
  daysBetween,
  lastDayOf,
  parsePlainMonth,
  plainDate,
} from '@steward/domain/shared/plain-date.ts'
import { isWorkingDay, toWorkingCalendar, type WorkingCalendar } from '@steward/domain/shared/working-days.ts'
import { dayOfInstant, useToday } from '../shared/clock.ts'
import { formatDay, formatNumber, formatWeekday, weekdayOf, yearOf } from '../shared/formats.ts'
import { IconButton } from '../shared/kit/Button.tsx'
import { Columns } from '../shared/kit/layers.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { DayForm } from './CalendarForm.pc.tsx'
import { CountDays } from './CountDays.pc.tsx'
import type { CalendarShown } from './hooks.ts'
import { useCalendar, useJoined } from './hooks.ts'
import { calendarTexts } from './labels-page.ts'
import './Calendar.css'
import './Organisation.css'

type Entry = CalendarShown['days'][number]

/** A year of months: holidays and make-up days, changed with a reason; and a place to count a period. */
export function CalendarPage() {
  const t = useText()
  const [, navigate] = useLocation()
  const today = useToday()
  const asked = Number(new URLSearchParams(useSearch()).get('year'))
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= 2100 ? asked : yearOf(today)
  const [chosen, setChosen] = useState<string>()
  const shown = useCalendar(year)
  const go = (next: number) => {
    setChosen(undefined)
    navigate(`/calendar?year=${next}`)
  }
  const entry = shown.data?.days.find(({ on }) => on === chosen)
  return (
    <Columns
      drawer={
        chosen !== undefined && (
          <DayForm key={chosen} day={chosen} entry={entry} onClose={() => setChosen(undefined)} />
        )
      }
    >
      <div className="org-list">
        <header className="cal-head">
          <div>
            <h1 className="ph1">{t(calendarTexts.title)}</h1>
            <p className="s t2">{t(calendarTexts.intro)}</p>
          </div>
          <div className="cal-year">
            <IconButton name="left" label={t(calendarTexts.previousYear)} onClick={() => go(year - 1)} />
            <b>{year}</b>
            <IconButton name="right" label={t(calendarTexts.nextYear)} onClick={() => go(year + 1)} />
          </div>
        </header>
        <Fetched from={shown} what={t(calendarTexts.title)} rows={6} columns="1fr 1fr 1fr 1fr">
          {(data) => <Year data={data} today={today} chosen={chosen} onChoose={setChosen} />}
        </Fetched>
      </div>
    </Columns>
  )
}

function Year({
  data,
  today,
  chosen,
  onChoose,
}: {
  data: CalendarShown
  today: string
  chosen: string | undefined
  onChoose: (day: string) => void
}) {
  const t = useText()
  const calendar = useMemo(
    () => toWorkingCalendar(data.days.map(({ on, ...entry }) => ({ ...entry, day: plainDate(on) }))),
    [data],
  )
  const entries = useMemo(() => new Map(data.days.map((entry) => [entry.on, entry])), [data])
  const months = Array.from({ length: 12 }, (_, index) => index + 1)
  const total = months.reduce((sum, month) => sum + workingDaysOf(calendar, data.year, month), 0)
  return (
    <>
      {data.days.length === 0 ? (
        <p className="cal-note s">{t(calendarTexts.unknown, { year: data.year })}</p>
      ) : (
        data.provisional && <p className="cal-note s">{t(calendarTexts.provisional, { year: data.year })}</p>
      )}
      <p className="cal-legend c t2">
        <span>
          <i className="holiday" />
          {t(calendarTexts.holiday)}
        </span>
        <span>
          <i className="makeUpDay" />
          {t(calendarTexts.makeUpDay)}
        </span>
        <span>{t(calendarTexts.yearDays, { count: formatNumber(total) })}</span>
      </p>
      <div className="cal-months">
        {months.map((month) => (
          <Month
            key={month}
            year={data.year}
            month={month}
            calendar={calendar}
            entries={entries}
            today={today}
            chosen={chosen}
            onChoose={data.mayChange ? onChoose : undefined}
          />
        ))}
      </div>
      <div className="cal-foot">
        <Changes changes={data.changes} />
        <CountDays />
      </div>
    </>
  )
}

function daysOf(year: number, month: number): string[] {
  const first = plainDate(`${year}-${String(month).padStart(2, '0')}-01`)
  const text = parsePlainMonth(first.slice(0, 7))
  const count = text === undefined ? 0 : daysBetween(first, lastDayOf(text)) + 1
  return Array.from({ length: count }, (_, index) => addDays(first, index))
}

function workingDaysOf(calendar: WorkingCalendar, year: number, month: number): number {
  return daysOf(year, month).filter((day) => isWorkingDay(calendar, plainDate(day))).length
}

function Month({
  year,
  month,
  calendar,
  entries,
  today,
  chosen,
  onChoose,
}: {
  year: number
  month: number
  calendar: WorkingCalendar
  entries: ReadonlyMap<string, Entry>
  today: string
  chosen: string | undefined
  onChoose: ((day: string) => void) | undefined
}) {
  const t = useText()
  const [language] = useLanguage()
  const days = daysOf(year, month)
  const first = days[0] ?? `${year}-01-01`
  const name = language === 'zh' ? `${month}月` : formatDay(first, 'en', first).replace(/^\d+ /, '')
  return (
    <section>
      <h3>
        <span className="b">{name}</span>
        <span className="c t3">
          {t(calendarTexts.monthDays, { count: workingDaysOf(calendar, year, month) })}
        </span>
      </h3>
      <div className="cal-month">
        {WEEK.map((day) => (
          <span key={day} aria-hidden="true">
            {formatWeekday(day, language).replace('周', '')}
          </span>
        ))}
        {days.map((day, index) => (
          <Day
            key={day}
            day={day}
            entry={entries.get(day)}
            column={index === 0 ? weekdayOf(day) : undefined}
            isToday={day === today}
            isChosen={day === chosen}
            onChoose={onChoose}
          />
        ))}
      </div>
    </section>
  )
}

// A week that begins on a Monday, only for the names of its days.
const WEEK = [
  '2026-01-05',
  '2026-01-06',
  '2026-01-07',
  '2026-01-08',
  '2026-01-09',
  '2026-01-10',
  '2026-01-11',
]

function Day({
  day,
  entry,
  column,
  isToday,
  isChosen,
  onChoose,
}: {
  day: string
  entry: Entry | undefined
  column: number | undefined
  isToday: boolean
  isChosen: boolean
  onChoose: ((day: string) => void) | undefined
}) {
  const t = useText()
  const [language] = useLanguage()
  const joined = useJoined()
  const weekend = weekdayOf(day) > 5
  const counts = entry
    ? t(calendarTexts[entry.kind])
    : t(weekend ? calendarTexts.weekend : calendarTexts.workday)
  const look = ['cal-day', entry?.kind ?? (weekend && 'weekend'), isToday && 'today', isChosen && 'on']
  const given = {
    className: look.filter(Boolean).join(' '),
    style: column === undefined ? undefined : { gridColumnStart: column },
    title: joined.list([entry?.name, counts]),
  }
  const inside = (
    <>
      <span className="sr">{`${Number(day.slice(5, 7))}-`}</span>
      {Number(day.slice(8))}
      {entry && (
        <small>
          {entry.kind === 'makeUpDay' ? (language === 'zh' ? '班' : 'work') : shortName(entry.name)}
        </small>
      )}
    </>
  )
  if (!onChoose) return <div {...given}>{inside}</div>
  return (
    <button type="button" {...given} aria-pressed={isChosen} onClick={() => onChoose(day)}>
      {inside}
    </button>
  )
}

function shortName(name: string): string {
  return name.length > 2 ? name.replace(/节$/, '').slice(0, 3) : name
}

function Changes({ changes }: { changes: CalendarShown['changes'] }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const joined = useJoined()
  const words = (entry: CalendarShown['changes'][number]['before']) =>
    entry ? joined.list([entry.name, t(calendarTexts[entry.kind])]) : t(calendarTexts.ordinary)
  return (
    <section>
      <div className="head">
        <h2 className="sec">{t(calendarTexts.history)}</h2>
      </div>
      {changes.length === 0 ? (
        <p className="s t3 org-defect">{t(calendarTexts.historyEmpty)}</p>
      ) : (
        <ol className="rows">
          {changes.map((change) => (
            <li key={`${change.on} ${change.at}`} className="org-defect">
              <div>
                {joined.says(
                  formatDay(change.on, language, today),
                  `${words(change.before)} → ${words(change.after)}`,
                )}
                <p className="s t2">{change.reason}</p>
                <p className="c t3">
                  {joined.list([change.by, formatDay(dayOfInstant(change.at), language, today)])}
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
