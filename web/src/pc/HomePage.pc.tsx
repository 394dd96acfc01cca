import { Suspense } from 'react'
import type { KeyboardEvent } from 'react'
import { useToday } from '../shared/clock.ts'
import { formatDayWithWeekday } from '../shared/formats.ts'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { YearLine } from '../shared/kit/YearLine.tsx'
import { useHasPage } from '../shared/routing.tsx'
import { useMay } from '../shared/session.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import type { ThingShown, ThingToDo } from '../shared/things-to-do.ts'
import {
  groupByWhen,
  minutesOf,
  useThingOpened,
  useThingWords,
  useThingsToDo,
  whenOf,
} from '../shared/things-to-do.ts'
import { homeSections } from './home-sections.ts'
import { homeLabels } from './pc-labels.ts'
import { DueDay } from './DueDay.tsx'
import { routes } from './routes.tsx'
import { sectionOf } from './section-of.ts'
import { useYear } from './use-year.ts'

export function HomePage() {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const { year } = useYear()
  const things = useThingsToDo()
  return (
    <div className="home">
      <div className="today">
        <h1 className="display">{formatDayWithWeekday(today, language, today)}</h1>
        {things.data && <WeekSum rows={things.data.rows} today={today} />}
      </div>
      <YearLine year={year} today={today} />
      <div className="cols">
        <section aria-labelledby="to-do">
          <h2 className="sec" id="to-do">
            {t(homeLabels.title)}
          </h2>
          <Fetched
            from={things}
            what={t(homeLabels.title)}
            columns="1fr 92px 74px 96px"
            isEmpty={(data) => data.rows.length === 0}
            empty={<StateEmpty fact={t(homeLabels.empty)} fill={t(homeLabels.emptyNext)} />}
          >
            {(data) => <ThingsToDo rows={data.rows} today={today} doneThisWeek={data.doneThisWeek} />}
          </Fetched>
        </section>
        <aside>
          <Sections />
          <section className="blk">
            <div className="head">
              <h2 className="sec">{t(homeLabels.meetings)}</h2>
            </div>
            <StateEmpty fact={t(homeLabels.meetingsEmpty)} fill={t(homeLabels.meetingsNext)} />
          </section>
          {things.data && things.data.rows.length > 0 && <InHand rows={things.data.rows} />}
        </aside>
      </div>
    </div>
  )
}

function WeekSum({ rows, today }: { rows: readonly ThingToDo[]; today: string }) {
  const t = useText()
  const week = rows.filter((row) => whenOf(row, today) === 'week')
  const minutes = minutesOf(week)
  const some = minutes > 0 ? homeLabels.weekSum : homeLabels.weekSumPlain
  const label = week.length === 0 ? homeLabels.weekNone : some
  return <span className="t2">{t(label, { count: week.length, minutes })}</span>
}

type ListProps = {
  readonly rows: readonly ThingToDo[]
  readonly today: string
  readonly doneThisWeek: number
}

function ThingsToDo({ rows, today, doneThisWeek }: ListProps) {
  const t = useText()
  const shown = useShownThing()
  const next = rows.find((row) => shown(row).path !== undefined && whenOf(row, today) === 'week')
  return (
    <div onKeyDown={moveBetweenRows}>
      {groupByWhen(rows, today).map((group) => (
        <div key={group.when}>
          <div className="grp s t3">{t(homeLabels[group.when])}</div>
          {group.things.map((thing) => (
            <Row
              key={thing.id}
              thing={thing}
              words={shown(thing)}
              today={today}
              isNext={thing.id === next?.id}
            />
          ))}
        </div>
      ))}
      <div className="between td-foot">
        <span className="s t2">{doneThisWeek > 0 && t(homeLabels.done, { count: doneThisWeek })}</span>
        {rows.some((row) => shown(row).path !== undefined) && (
          <span className="c t3">{t(homeLabels.keys)}</span>
        )}
      </div>
    </div>
  )
}

/** The words of a thing; its page only where this face has one. */
function useShownThing(): (thing: ThingToDo) => ThingShown {
  const wordsOf = useThingWords('pc')
  const hasPage = useHasPage(routes)
  return (thing) => {
    const words = wordsOf(thing)
    return hasPage(words.path) ? words : { ...words, path: undefined }
  }
}

type RowProps = {
  readonly thing: ThingToDo
  readonly words: ThingShown
  readonly today: string
  readonly isNext: boolean
}

function Row({ thing, words, today, isNext }: RowProps) {
  const t = useText()
  const opened = useThingOpened()
  return (
    <div className="td">
      <div>
        <div className={isNext ? 'b' : undefined}>{words.title}</div>
        <div className="why">{words.why}</div>
      </div>
      <div className="due">{thing.dueOn && <DueDay dueOn={thing.dueOn} today={today} />}</div>
      <div className="min">{thing.minutes !== null && t(homeLabels.minutes, { count: thing.minutes })}</div>
      <div className="go">
        {words.path && (
          <ButtonLink href={words.path} act={isNext} onClick={() => opened(thing)}>
            {words.act}
          </ButtonLink>
        )}
      </div>
    </div>
  )
}

/** ↑ and ↓ go from one row's button to the next; Enter is the button's own. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.td .btn')]
  const at = buttons.findIndex((button) => button === document.activeElement)
  const next = buttons[at + step]
  if (at < 0 || !next) return
  event.preventDefault()
  next.focus()
}

function InHand({ rows }: { rows: readonly ThingToDo[] }) {
  const t = useText()
  const timed = rows.filter((row) => row.minutes !== null)
  if (timed.length === 0) return null
  return (
    <section className="blk">
      <div className="between">
        <h2 className="sec">{t(homeLabels.burden)}</h2>
        <span className="s">{t(homeLabels.burdenSum, { minutes: minutesOf(rows) })}</span>
      </div>
      <p className="c t3">{t(homeLabels.burdenText, { timed: timed.length })}</p>
    </section>
  )
}

function Sections() {
  const may = useMay()
  return homeSections
    .filter((section) => may(section.may))
    .map((section) => {
      const Section = sectionOf(section)
      return (
        <Suspense key={section.id} fallback={null}>
          <Section />
        </Suspense>
      )
    })
}
