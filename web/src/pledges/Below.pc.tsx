import { useState } from 'react'
import { Link } from 'wouter'
import { Bar } from '../shared/kit/Bar.tsx'
import { Segmented } from '../shared/kit/fields.tsx'
import { Pager } from '../shared/kit/Pager.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { useQueryOperation } from '../shared/use-operation.ts'
import { usePledgeWords } from './hooks.ts'
import { useAddressYear } from './hooks-page.ts'
import { branchLabels } from './labels-branch.ts'

const SIZE = 30
type Show = 'all' | 'unpublished' | 'late' | 'rules-unread'

/** Branches below a committee: who has published, what waits, what came late. In the order of the tree, never ranked. */
export function BelowView({ orgId }: { readonly orgId: string }) {
  const { t, day } = usePledgeWords()
  const year = useAddressYear()
  const [show, setShow] = useState<Show>('all')
  const [first, setFirst] = useState(0)
  const below = useQueryOperation(
    'pledge.below',
    { orgId, year, show, offset: first, limit: SIZE },
    { keepPrevious: true },
  )
  const choose = (next: Show) => {
    setShow(next)
    setFirst(0)
  }
  return (
    <Fetched from={below} what={t(branchLabels.tabBelow)} columns="1fr 200px 80px 80px 80px">
      {(data) => (
        <>
          <h1 className="ph1">{t(branchLabels.belowTitle, { org: data.org.name })}</h1>
          <p className="pledge-sums">
            {t(branchLabels.belowCounts, { all: data.counts.branches, published: data.counts.published })}
          </p>
          <div className="pledge-bar">
            <Segmented
              label={t(branchLabels.tabBelow)}
              value={show}
              onValue={choose}
              choices={[
                { value: 'all', label: `${t(branchLabels.filterAll)} ${data.counts.branches}` },
                {
                  value: 'unpublished',
                  label: `${t(branchLabels.filterUnpublished)} ${data.counts.unpublished}`,
                },
                { value: 'late', label: `${t(branchLabels.filterLate)} ${data.counts.late}` },
                { value: 'rules-unread', label: `${t(branchLabels.filterRules)} ${data.counts.rulesUnread}` },
              ]}
            />
          </div>
          {data.rows.length === 0 && <StateEmpty fact={t(branchLabels.belowEmpty)} />}
          {data.rows.length > 0 && (
            <table className="tbl">
              <thead>
                <tr>
                  <th>{t(branchLabels.branch)}</th>
                  <th className="far">{t(branchLabels.people)}</th>
                  <th className="num">{t(branchLabels.toRead)}</th>
                  <th className="num">{t(branchLabels.returned)}</th>
                  <th className="num">{t(branchLabels.accepted)}</th>
                  <th className="num">{t(branchLabels.published)}</th>
                  <th className="num">{t(branchLabels.late)}</th>
                  <th>{t(branchLabels.firstOn)}</th>
                </tr>
              </thead>
              <tbody>
                {data.rows.map((row) => (
                  <tr key={row.id}>
                    <td>
                      <Link href={`/pledges/branches/${row.id}`} className="block pledge-link">
                        {row.name}
                        <span className="block s t2">{row.above}</span>
                      </Link>
                    </td>
                    <td>
                      <Bar done={row.handedIn} all={row.members} label={row.name} />
                    </td>
                    <td className="num">{row.waiting}</td>
                    <td className="num">{row.returned}</td>
                    <td className="num">{row.accepted}</td>
                    <td className="num">{row.published}</td>
                    <td className="num">{row.late}</td>
                    <td className="nw">
                      {row.firstPublishedOn === null ? (
                        <Tag tone="line">{t(branchLabels.notYet)}</Tag>
                      ) : (
                        day(row.firstPublishedOn)
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {data.total > SIZE && <Pager first={first} size={SIZE} total={data.total} onFirst={setFirst} />}
        </>
      )}
    </Fetched>
  )
}
