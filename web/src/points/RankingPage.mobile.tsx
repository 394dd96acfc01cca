import { Refused } from '../shared/call.ts'
import { formatPoints } from '../shared/formats.ts'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import type { Ranking } from './hooks.ts'
import { useRanking } from './hooks.ts'
import { rankingTexts, scopeTexts } from './labels-own.ts'
import { pointsRefusals } from './labels-refusal.ts'
import './Own.css'

/** /m/points/ranking: the own place inside the decided scope, as plain words. */
export function RankingPage() {
  const t = useText()
  const found = useRanking(null, null)
  if (found.error instanceof Refused) {
    return (
      <StateEmpty fact={t(rankingTexts.off)} fill={t(pointsRefusals['ranking-off'])}>
        <ButtonLink href="/points">{t(rankingTexts.seePoints)}</ButtonLink>
      </StateEmpty>
    )
  }
  return (
    <Fetched from={found} what={t(rankingTexts.what)} columns="40px 1fr 60px" rows={6}>
      {(ranking) => <Shown ranking={ranking} />}
    </Fetched>
  )
}

function Shown({ ranking }: { readonly ranking: Ranking }) {
  const t = useText()
  const { mine, placed } = ranking
  return (
    <>
      <section className="card pad">
        {mine === null ? (
          <>
            <p>{t(rankingTexts.mineNone)}</p>
            <p className="s t2">{t(rankingTexts.mineNoneNext)}</p>
          </>
        ) : (
          <>
            <p>{t(mine.tied ? rankingTexts.mineTied : rankingTexts.mine, { place: mine.place, placed })}</p>
            <p className="s t2">
              {t(rankingTexts.minePoints, { year: ranking.year, points: formatPoints(mine.points) })}
            </p>
          </>
        )}
      </section>
      <p className="s t2 own-text">{t(rankingTexts.note, { scope: t(scopeTexts[ranking.scope]) })}</p>
      <details className="card ranking">
        <summary>{t(rankingTexts.list)}</summary>
        <ol>
          {ranking.rows.map((row) => (
            <li key={row.memberId} className={row.mine ? 'b' : undefined}>
              <span className="t3">{row.place}</span>
              <span className="grow">
                {row.name}
                {row.mine && <span className="s"> {t(rankingTexts.you)}</span>}
                {row.tied && <span className="s t3"> {t(rankingTexts.tied)}</span>}
              </span>
              <span>{formatPoints(row.points)}</span>
            </li>
          ))}
        </ol>
        {ranking.notPlaced > 0 && (
          <p className="s t2 ranking-rest">{t(rankingTexts.notPlaced, { count: ranking.notPlaced })}</p>
        )}
      </details>
    </>
  )
}
