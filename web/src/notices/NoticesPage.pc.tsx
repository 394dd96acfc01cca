import { useState } from 'react'
import { Link } from 'wouter'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { Segmented } from '../shared/kit/fields.tsx'
import { Pager } from '../shared/kit/Pager.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import type { NoticeHead, Shown } from './hooks.ts'
import { LIST_SIZE, useNotices } from './hooks.ts'
import { kindTexts, noticeLabels, scopeTexts } from './labels.ts'
import { Running } from './Running.shared.tsx'
import { StateTag } from './StateTag.shared.tsx'

/** 公示: what is to do, what hangs with the days of its term, what is over. */
export function NoticesPage() {
  const t = useText()
  const [show, setShow] = useState<Shown>()
  const [first, setFirst] = useState(0)
  const list = useNotices(show ?? 'all', first)
  const { data } = list
  const choose = (next: Shown) => {
    setShow(next)
    setFirst(0)
  }
  return (
    <div className="notices-page">
      <div className="between">
        <h1 className="ph1">{t(noticeLabels.title)}</h1>
        <ButtonLink href="/notices/new" act icon="plus">
          {t(noticeLabels.draft)}
        </ButtonLink>
      </div>
      {data && (
        <div className="notices-bar">
          <Segmented
            label={t(noticeLabels.show)}
            value={show ?? 'all'}
            onValue={choose}
            choices={(['work', 'posted', 'past', 'all'] as const).map((value) => ({
              value,
              label: t(noticeLabels[value], { count: data.counts[value] }),
            }))}
          />
        </div>
      )}
      <Fetched
        from={list}
        what={t(noticeLabels.title)}
        columns="1fr 220px 90px 90px"
        isEmpty={(found) => found.total === 0}
        empty={<StateEmpty fact={t(noticeLabels.empty)} fill={t(noticeLabels.emptyNext)} />}
      >
        {(found) => (
          <>
            <table className="tbl notices-table">
              <thead>
                <tr>
                  <th>{t(noticeLabels.one)}</th>
                  <th>{t(noticeLabels.stage)}</th>
                  <th>{t(noticeLabels.objections)}</th>
                  <th>{t(noticeLabels.draftedBy)}</th>
                </tr>
              </thead>
              <tbody>
                {found.rows.map((row) => (
                  <Row key={row.id} row={row} />
                ))}
              </tbody>
            </table>
            {found.total > LIST_SIZE && (
              <Pager first={first} size={LIST_SIZE} total={found.total} onFirst={setFirst} />
            )}
          </>
        )}
      </Fetched>
    </div>
  )
}

function Row({ row }: { readonly row: NoticeHead }) {
  const t = useText()
  return (
    <tr>
      <td>
        <Link href={`/notices/${row.id}`} className="block">
          {row.title}
          <span className="block s t2">
            {t(noticeLabels.where, {
              org: row.orgName,
              kind: t(kindTexts[row.kind]),
              scope: t(scopeTexts[row.scope].name),
            })}
          </span>
        </Link>
      </td>
      <td className="notices-stage">
        {row.state === 'posted' ? <Running row={row} /> : <StateTag state={row.state} />}
      </td>
      <td className={row.openObjections > 0 ? 'nw ochre' : 'nw t3'}>
        {row.openObjections > 0
          ? t(noticeLabels.openObjections, { count: row.openObjections })
          : t(noticeLabels.noObjections)}
      </td>
      <td className="nw t2">{row.draftedBy}</td>
    </tr>
  )
}
