import { Link } from 'wouter'
import { useToday } from '../shared/clock.ts'
import { formatDay, formatPoints, yearOf } from '../shared/formats.ts'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { CarriedSum } from './Carried.mobile.tsx'
import { type MyYear, useMyYear } from './hooks.ts'
import { appraisalStageTexts, linkTexts } from './labels.ts'
import { gradeTexts, mineTexts } from './labels-mine.ts'
import './Year.css'

/** /m/my-year: this year and the last, each with its four links and what came over. */
export function MyYearPage() {
  const t = useText()
  const thisYear = yearOf(useToday())
  return (
    <>
      {[thisYear, thisYear - 1].map((year) => (
        <OneYear key={year} year={year} isLast={year < thisYear} what={t(mineTexts.what)} />
      ))}
    </>
  )
}

type OneYearProps = { readonly year: number; readonly isLast: boolean; readonly what: string }

function OneYear({ year, isLast, what }: OneYearProps) {
  const t = useText()
  const found = useMyYear(year)
  // A year before the points began has nothing to say.
  if (isLast && (found.data === undefined || isBlank(found.data))) return null
  return (
    <section className="card pad my-year">
      <h2 className="sec">{t(mineTexts.title, { year })}</h2>
      <Fetched from={found} what={what} columns="90px 1fr" rows={4}>
        {(mine) => (
          <>
            <CarriedSum mine={mine} />
            <EntryLink mine={mine} />
            <Links mine={mine} />
            <End mine={mine} isLast={isLast} />
          </>
        )}
      </Fetched>
    </section>
  )
}

function isBlank({ pledges, points, appraisal }: MyYear): boolean {
  return pledges.accepted === 0 && points.total === 0 && appraisal.stage === null
}

function EntryLink({ mine }: { readonly mine: MyYear }) {
  const t = useText()
  const entryId = mine.carried[0]?.entryId
  if (entryId === undefined || entryId === null) return null
  return (
    <Link href={`/points/receipts/${entryId}`} className="more">
      {t(mineTexts.line)}
      <Icon name="right" />
    </Link>
  )
}

function Links({ mine }: { readonly mine: MyYear }) {
  const t = useText()
  const { pledges, points, appraisal, outcomes } = mine
  const rows = [
    [
      'pledges',
      [
        t(mineTexts.pledges, pledges),
        pledges.rectifications > 0 ? t(mineTexts.rectifications, { count: pledges.rectifications }) : '',
      ],
    ],
    ['points', [t(mineTexts.points, { total: formatPoints(points.total), months: points.monthsClosed })]],
    ['appraisal', [useAppraisalWords()(appraisal)]],
    [
      'outcomes',
      [
        outcomes.uses > 0
          ? t(mineTexts.uses, { count: outcomes.uses })
          : outcomes.noUse !== null
            ? t(mineTexts.noUse, { reason: outcomes.noUse })
            : t(mineTexts.usesNone),
      ],
    ],
  ] as const
  return (
    <dl className="my-links">
      {rows.map(([link, says]) => (
        <div key={link}>
          <dt>{t(linkTexts[link])}</dt>
          <dd>{says.filter(Boolean).join(t({ zh: '，', en: ', ' }))}</dd>
        </div>
      ))}
    </dl>
  )
}

function useAppraisalWords(): (of: MyYear['appraisal']) => string {
  const t = useText()
  return ({ stage, grade }) => {
    const known = grade === null ? undefined : gradeTexts[grade]
    if (known !== undefined) return t(mineTexts.appraisalGrade, { grade: t(known) })
    if (stage === null) return t(mineTexts.appraisalNone)
    const running = appraisalStageTexts[stage]
    return running === undefined ? t(mineTexts.appraisalDone) : t(running)
  }
}

function End({ mine, isLast }: { readonly mine: MyYear; readonly isLast: boolean }) {
  const t = useText()
  const [language] = useLanguage()
  const today = useToday()
  const { next, closedOn, year } = mine
  return (
    <>
      {closedOn !== null && (
        <p className="s t2">{t(mineTexts.closedOn, { day: formatDay(closedOn, language, today) })}</p>
      )}
      {next !== null && isLast && (
        <p className="s t2">
          {t(closedOn === null ? mineTexts.next : mineTexts.nextDone, {
            ...{ base: formatPoints(next.base), words: next.words, next: year + 1 },
          })}
        </p>
      )}
    </>
  )
}
