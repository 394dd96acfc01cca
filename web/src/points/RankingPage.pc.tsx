import { Link } from 'wouter'
import { Refused } from '../shared/call.ts'
import { formatPoints } from '../shared/formats.ts'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useMay } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import type { Ranking } from './hooks.ts'
import { useRanking } from './hooks.ts'
import { rankingTexts, scopeTexts } from './labels-own.ts'
import { pointsRefusals } from './labels-refusal.ts'
import './Points.css'
import './Own.css'

/** The order of a branch, or of a wider scope the county decided on: to be read, not pushed. */
export function RankingPage({ orgId }: { readonly orgId: string | null }) {
  const t = useText()
  const found = useRanking(orgId, null)
  if (found.error instanceof Refused) {
    const why =
      pointsRefusals[found.error.code as keyof typeof pointsRefusals] ?? pointsRefusals['ranking-off'] // The key is looked up.
    return (
      <div className="own-page">
        <h1 className="ph1">{t(rankingTexts.title)}</h1>
        <StateEmpty fact={t(rankingTexts.none)} fill={t(why)}>
          <ButtonLink href="/my-year">{t(rankingTexts.seePoints)}</ButtonLink>
        </StateEmpty>
      </div>
    )
  }
  return (
    <div className="own-page prints">
      <Fetched from={found} what={t(rankingTexts.what)} columns="40px 1fr 60px" rows={8}>
        {(ranking) => <Shown ranking={ranking} />}
      </Fetched>
    </div>
  )
}

function Shown({ ranking }: { readonly ranking: Ranking }) {
  const t = useText()
  const { mine, placed, org, year } = ranking
  const isWide = ranking.scope !== 'branch'
  return (
    <>
      <h1 className="ph1">{t(rankingTexts.titleOf, { org: org.name, year })}</h1>
      {mine !== null && (
        <p>{t(mine.tied ? rankingTexts.mineTied : rankingTexts.mine, { place: mine.place, placed })}</p>
      )}
      <p className="s t2 own-text">{t(rankingTexts.note, { scope: t(scopeTexts[ranking.scope]) })}</p>
      {ranking.rows.length === 0 ? (
        <StateEmpty fact={t(rankingTexts.nobody)} fill={t(rankingTexts.mineNoneNext)} />
      ) : (
        <table className="tbl compact ranking-table">
          <thead>
            <tr>
              <th className="num">{t(rankingTexts.place)}</th>
              <th>{t(rankingTexts.member)}</th>
              {isWide && <th>{t(rankingTexts.branch)}</th>}
              <th className="num">{t(rankingTexts.points)}</th>
            </tr>
          </thead>
          <tbody>
            {ranking.rows.map((row) => (
              <Row key={row.memberId} row={row} isWide={isWide} />
            ))}
          </tbody>
        </table>
      )}
      {ranking.notPlaced > 0 && (
        <p className="s t2 points-note">{t(rankingTexts.notPlaced, { count: ranking.notPlaced })}</p>
      )}
    </>
  )
}

function Row({ row, isWide }: { readonly row: Ranking['rows'][number]; readonly isWide: boolean }) {
  const t = useText()
  const may = useMay()
  // Fellow members see the order; another's year is for those who look after the branch.
  const opens = row.mine || may('points-month.read')
  const path = row.mine ? '/my-year' : `/members/${row.memberId}/year`
  return (
    <tr className={row.mine ? 'on' : undefined}>
      <td className="num">
        {row.place}
        {row.tied && <span className="s t3"> {t(rankingTexts.tied)}</span>}
      </td>
      <td>
        {opens ? <Link href={path}>{row.name}</Link> : row.name}
        {row.mine && <span className="s t2"> {t(rankingTexts.you)}</span>}
      </td>
      {isWide && <td className="t2">{row.orgName}</td>}
      <td className="num">{formatPoints(row.points)}</td>
    </tr>
  )
}
