import { Link } from 'wouter'
import { useToday } from '../shared/clock.ts'
import { formatDay, formatPoints, yearOf } from '../shared/formats.ts'
import { Icon } from '../shared/kit/Icon.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { type MyYear, useMyYear } from './hooks.ts'
import { mineTexts } from './labels-mine.ts'
import './Year.css'

/** What the year began with, as a sum: result, share, base; or that it is still to come. */
export function CarriedSum({ mine }: { readonly mine: MyYear }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const [newest] = mine.carried
  if (newest === undefined) {
    if (!mine.waits) return null
    return (
      <div data-read>
        <p className="b">{t(mineTexts.waits)}</p>
        <p className="s t2">{t(mineTexts.waitsNext)}</p>
      </div>
    )
  }
  if (newest.base === null) {
    return (
      <div data-read>
        <p className="b">{t(mineTexts.beginNone, { year: mine.year })}</p>
        <p className="s t2">{newest.words}</p>
      </div>
    )
  }
  const day = formatDay(newest.on, language, today)
  return (
    <div data-read>
      <p className="b">{t(mineTexts.begin, { year: mine.year, base: formatPoints(newest.base) })}</p>
      <Terms result={newest.result} percent={newest.percent} base={newest.base} />
      <p className="s t2">{newest.words}</p>
      <p className="s t2">
        {newest.reason === ''
          ? t(mineTexts.carriedOn, { day })
          : t(mineTexts.again, { day, reason: newest.reason })}
      </p>
    </div>
  )
}

type TermsProps = { readonly result: number; readonly percent: number; readonly base: number }

function Terms({ result, percent, base }: TermsProps) {
  const t = useText()
  return (
    <div className="my-sum">
      <span>
        <b>{formatPoints(result)}</b>
        <span className="c t3">{t(mineTexts.sumResult)}</span>
      </span>
      <span className="op" aria-hidden="true">
        ×
      </span>
      <span>
        <b>{percent}%</b>
        <span className="c t3">{t(mineTexts.sumShare)}</span>
      </span>
      <span className="op" aria-hidden="true">
        =
      </span>
      <span>
        <b>{formatPoints(base)}</b>
        <span className="c t3">{t(mineTexts.sumBase)}</span>
      </span>
    </div>
  )
}

/** On the page of the year: what it began with, and the way to both years. Nothing before there is something to say. */
export function CarriedPart() {
  const t = useText()
  const year = yearOf(useToday())
  const mine = useMyYear(year).data
  if (mine === undefined || (mine.carried.length === 0 && !mine.waits)) return null
  const [newest] = mine.carried
  const begin =
    newest === undefined
      ? t(mineTexts.waits)
      : newest.base === null
        ? t(mineTexts.beginNone, { year })
        : t(mineTexts.begin, { year, base: formatPoints(newest.base) })
  return (
    <Link href="/my-year" className="card pad loop-way-card">
      <span className="grow">
        <span className="b">{begin}</span>
        <span className="block s t2">{newest?.words ?? t(mineTexts.waitsNext)}</span>
      </span>
      <Icon name="right" />
    </Link>
  )
}

/** The same in large words. */
export function ElderCarried() {
  const t = useText()
  const year = yearOf(useToday())
  const mine = useMyYear(year).data
  if (mine === undefined || (mine.carried.length === 0 && !mine.waits)) return null
  const [newest] = mine.carried
  return (
    <section className="card pad" data-read>
      {newest === undefined ? (
        <p>{t(mineTexts.elderWaits)}</p>
      ) : newest.base === null ? (
        <p>{newest.words}</p>
      ) : (
        <>
          <p>{t(mineTexts.elderBegin, { base: formatPoints(newest.base) })}</p>
          <p>{t(mineTexts.elderSum, { result: formatPoints(newest.result), percent: newest.percent })}</p>
          {newest.reason !== '' && <p className="s t2">{newest.reason}</p>}
        </>
      )}
    </section>
  )
}
