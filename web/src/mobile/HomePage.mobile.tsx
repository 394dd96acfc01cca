import { Link, useLocation } from 'wouter'
import { useToday } from '../shared/clock.ts'
import { daysBetween, formatDay, formatNearDay, formatPoints, monthOf, yearOf } from '../shared/formats.ts'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { YearLine } from '../shared/kit/YearLine.tsx'
import { OutboxList } from '../shared/outbox/OutboxList.tsx'
import { useOutboxItems } from '../shared/outbox/use-outbox.ts'
import { useHasPage } from '../shared/routing.tsx'
import { useSavePreference } from '../shared/preference.ts'
import { useMay, useSession } from '../shared/session.ts'
import { useLanguage, useText } from '../shared/texts.ts'
import type { ThingToDo } from '../shared/things-to-do.ts'
import { useThingOpened, useThingWords, useThingsToDo } from '../shared/things-to-do.ts'
import { useOptions } from '../claims/hooks.ts'
import { answerKindOf, NoticeToAnswer } from '../messages/NoticeToAnswer.mobile.tsx'
import { useMine } from '../points/hooks.ts'
import { yearPartTexts } from '../points/labels.ts'
import { useLayoutChoice } from '../shared/layout-choice.ts'
import { mobileLabels } from './mobile-labels.ts'
import { outboxRefusals } from './outbox-refusals.ts'
import { routes } from './routes.tsx'
import { Foot } from './Shell.tsx'

const REPORT_PATH = '/report'

export function HomePage() {
  const t = useText()
  const today = useToday()
  const things = useThingsToDo()
  const may = useMay()
  const canReport = useHasPage(routes)(REPORT_PATH) && may('claim.submit')
  // Kept on the phone, so that the page of reporting opens without a network.
  useOptions(undefined, undefined, canReport)
  const waiting = useOutboxItems()
  return (
    <>
      <Top />
      <Fetched from={things} what={t(mobileLabels.things)} columns="1fr 48px">
        {(data) => <Things rows={data.rows} today={today} />}
      </Fetched>
      <OutboxList items={waiting} refusals={outboxRefusals} path="/waiting" />
      <Year today={today} />
      {canReport && (
        <Foot>
          <ButtonLink href={REPORT_PATH} act wide>
            {t(mobileLabels.report)}
          </ButtonLink>
        </Foot>
      )}
    </>
  )
}

function Year({ today }: { today: string }) {
  const t = useText()
  const mine = useMine().data
  const counted = mine?.person?.scored ? mine : undefined
  return (
    <Link href={counted ? '/points' : '/year'} className="card home-year">
      <span className="between">
        <span className="sec">{t(mobileLabels.myYear)}</span>
        <span className="row t2 s">
          {counted
            ? t(yearPartTexts.home, { total: formatPoints(counted.total) })
            : t(mobileLabels.howItGoes)}
          <Icon name="right" />
        </span>
      </span>
      <YearLine year={yearOf(today)} today={today} compact />
      {counted !== undefined && counted.openCount > 0 && (
        <span className="block s t2">{t(yearPartTexts.homeOpen, { count: counted.openCount })}</span>
      )}
    </Link>
  )
}

function Top() {
  const t = useText()
  const [, navigate] = useLocation()
  const [, choose] = useLayoutChoice()
  const { account, org, county } = useSession()
  const save = useSavePreference()
  const goElder = () => {
    choose('elder')
    save({ elder: true })
    navigate('/elder')
  }
  return (
    <div className="tp">
      <span className="s t2">
        {t(mobileLabels.who, { org: org?.name ?? county.name, name: account.name })}
      </span>
      <button type="button" className="pill" onClick={goElder}>
        <Icon name="letters" />
        {t(mobileLabels.elder)}
      </button>
    </div>
  )
}

function useMonth(today: string): string {
  const t = useText()
  const [language] = useLanguage()
  const month = language === 'zh' ? monthOf(today) : (formatDay(today, language, today).split(' ')[1] ?? '')
  return t(mobileLabels.month, { month })
}

function Things({ rows, today }: { rows: readonly ThingToDo[]; today: string }) {
  const t = useText()
  const month = useMonth(today)
  const sums = [mobileLabels.monthNone, mobileLabels.monthOne]
  return (
    <>
      <h1 className="month">
        {t(sums[rows.length] ?? mobileLabels.monthSum, { month, count: rows.length })}
      </h1>
      <section className="card things" aria-label={t(mobileLabels.things)}>
        {rows.length === 0 && (
          <div className="thing">
            <p className="s t2">{t(mobileLabels.thingsEmptyNext)}</p>
          </div>
        )}
        {rows.map((thing) =>
          answerKindOf(thing) === undefined ? (
            <Thing key={thing.id} thing={thing} today={today} />
          ) : (
            <NoticeToAnswer key={thing.id} thing={thing} />
          ),
        )}
      </section>
    </>
  )
}

function Thing({ thing, today }: { thing: ThingToDo; today: string }) {
  const { title, why, path } = useThingWords('mobile')(thing)
  const hasPage = useHasPage(routes)
  const opened = useThingOpened()
  const when = useWhen(thing, today)
  const words = (
    <span className="grow">
      <span className="block">{title}</span>
      <span className="block s t2">{why}</span>
      {when && <span className="block s t3">{when}</span>}
    </span>
  )
  if (path === undefined || !hasPage(path)) return <div className="thing row">{words}</div>
  return (
    <Link href={path} className="thing row" onClick={() => opened(thing)}>
      {words}
      <span className="t3">
        <Icon name="right" />
      </span>
    </Link>
  )
}

function useWhen(thing: ThingToDo, today: string): string | undefined {
  const t = useText()
  const [language] = useLanguage()
  if (thing.dueOn === null) return undefined
  const left = daysBetween(today, thing.dueOn)
  if (left < 0) return t(mobileLabels.overdue, { days: -left })
  return t(mobileLabels.due, { day: formatNearDay(thing.dueOn, today, language) })
}
