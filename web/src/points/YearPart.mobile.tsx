import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { formatPoints } from '../shared/formats.ts'
import { Icon } from '../shared/kit/Icon.tsx'
import { StateEmpty } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import type { Mine } from './hooks.ts'
import { useMine } from './hooks.ts'
import { pointsTexts, yearPartTexts } from './labels.ts'
import './Points.css'

/** The points of the own year inside a page of the year; `empty` where there are none. */
export function PointsPart({ empty }: { readonly empty: ReactNode }) {
  const t = useText()
  const mine = useMine().data
  if (mine === undefined || mine.person === null) return <>{empty}</>
  if (!mine.person.scored) {
    return <StateEmpty fact={t(pointsTexts.notScored)} fill={t(pointsTexts.notScoredNext)} />
  }
  return (
    <Link href="/points" className="points-part">
      <span className="grow">
        <b className="ph1">{t(yearPartTexts.total, { total: formatPoints(mine.total) })}</b>
        <Sum mine={mine} />
        <Open mine={mine} />
      </span>
      <Icon name="right" />
    </Link>
  )
}

function Sum({ mine }: { readonly mine: Mine }) {
  const t = useText()
  return (
    <span className="block s t2">
      {t(yearPartTexts.sum, {
        base: formatPoints(mine.base.points),
        rest: formatPoints(mine.total - mine.base.points),
      })}
    </span>
  )
}

function Open({ mine }: { readonly mine: Mine }) {
  const t = useText()
  if (mine.openCount === 0) return null
  return <span className="block s t2">{t(pointsTexts.openAlso, { count: mine.openCount })}</span>
}

/** The same in large words that can be read out, without a list of figures. */
export function ElderPoints({ empty }: { readonly empty: ReactNode }) {
  const t = useText()
  const mine = useMine().data
  if (mine === undefined || mine.person === null) return <>{empty}</>
  if (!mine.person.scored) {
    return (
      <>
        <p>{t(pointsTexts.notScored)}</p>
        <p className="s t2">{t(pointsTexts.notScoredNext)}</p>
      </>
    )
  }
  const latest = mine.latest.find(({ kind }) => kind === 'award')
  const rest = formatPoints(mine.total - mine.base.points)
  return (
    <>
      <p className="elder-number">{t(yearPartTexts.total, { total: formatPoints(mine.total) })}</p>
      <p>{t(yearPartTexts.elderSum, { base: formatPoints(mine.base.points), rest })}</p>
      {latest !== undefined && (
        <p>
          {t(yearPartTexts.elderLatest, {
            deed: latest.said || (latest.itemName === null ? '' : t(latest.itemName)),
            points: formatPoints(latest.credited),
          })}
        </p>
      )}
      {mine.openCount > 0 && <p>{t(yearPartTexts.elderOpen, { count: mine.openCount })}</p>}
      <p className="s t2">{t(yearPartTexts.elderWrong)}</p>
    </>
  )
}
