import { Link } from 'wouter'
import { formatNumber } from '../shared/formats.ts'
import { Columns } from '../shared/kit/layers.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useText } from '../shared/texts.ts'
import type { CommunityRow } from './hooks.ts'
import { useCommunities, useJoined } from './hooks.ts'
import { defectTexts, factTexts, unitTexts } from './labels.ts'
import { coveragePageTexts, defectPageTexts } from './labels-page.ts'
import { OrgTabs } from './OrgTabs.pc.tsx'

/** Reorganised communities with what they came from and what they lack (S-121, S-133). */
export function CommunitiesPage() {
  const t = useText()
  const found = useCommunities()
  return (
    <Columns>
      <div className="org-list">
        <OrgTabs />
        <Fetched
          from={found}
          what={t(defectPageTexts.communities)}
          rows={6}
          columns="1fr 1fr 1fr"
          isEmpty={({ rows }) => rows.length === 0}
          empty={
            <StateEmpty
              fact={t(coveragePageTexts.empty, { kind: t(unitTexts.community) })}
              fill={t(coveragePageTexts.emptyNext)}
            />
          }
        >
          {({ rows, counts, formerTotal }) => (
            <>
              <header>
                <h1 className="ph1">{t(defectPageTexts.communities)}</h1>
                <p className="s t2">
                  {t(defectPageTexts.communitiesIntro, { former: formerTotal, count: rows.length })}
                </p>
              </header>
              <p className="org-kinds">
                {counts.map(({ gap, count }) => (
                  <Tag key={gap} tone={count > 0 ? 'ochre' : 'plain'}>
                    {t(defectTexts[gap])} {formatNumber(count)} / {formatNumber(rows.length)}
                  </Tag>
                ))}
              </p>
              <table className="tbl">
                <thead>
                  <tr>
                    <th>{t(defectPageTexts.community)}</th>
                    <th>{t(defectPageTexts.organisation)}</th>
                    <th className="num">{t(defectPageTexts.branches)}</th>
                    <th>{t(defectPageTexts.gaps)}</th>
                    <th>{t(defectPageTexts.plan)}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <Row key={row.unitId} row={row} />
                  ))}
                </tbody>
              </table>
            </>
          )}
        </Fetched>
      </div>
    </Columns>
  )
}

function Row({ row }: { row: CommunityRow }) {
  const t = useText()
  const joined = useJoined()
  return (
    <tr>
      <td>
        {row.name}
        <span className="c t3 block">
          {joined.list([
            row.town,
            row.formerNames.length > 0 && t(defectPageTexts.formedFrom, { names: row.formerNames }),
          ])}
        </span>
      </td>
      <td>
        {row.org ? (
          <Link href={`/organisations?org=${row.org.id}`} className="link">
            {row.org.name}
          </Link>
        ) : (
          <span className="t3">{t(defectPageTexts.noOrg)}</span>
        )}
      </td>
      <td className="num">
        {formatNumber(row.branches)}
        {row.smallestBranchMembers !== null && row.branches > 1 && (
          <span className="c t3 block">
            {t(defectPageTexts.smallest, { count: row.smallestBranchMembers })}
          </span>
        )}
      </td>
      <td>
        <span className="acts">
          {row.gaps.length === 0 && row.unreported.length === 0 && (
            <span className="t3">{t(defectPageTexts.noGaps)}</span>
          )}
          {row.gaps.map((gap) => (
            <Tag key={gap} tone="ochre">
              {t(defectTexts[gap])}
            </Tag>
          ))}
        </span>
        {row.unreported.length > 0 && (
          <span className="c t3 block">
            {t(defectPageTexts.unreported, { what: row.unreported.map((kind) => t(factTexts[kind])) })}
          </span>
        )}
      </td>
      <td className="s">
        {row.gaps.length === 0 ? (
          ''
        ) : row.planned === 0 ? (
          <span className="t3">{t(defectPageTexts.planWithout)}</span>
        ) : (
          t(defectPageTexts.planned, { count: row.planned })
        )}
      </td>
    </tr>
  )
}
