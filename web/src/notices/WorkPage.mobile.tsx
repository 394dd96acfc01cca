import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { Segmented } from '../shared/kit/fields.tsx'
import { Pager } from '../shared/kit/Pager.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { ChangeForm } from './ChangeForm.shared.tsx'
import { Findings } from './Findings.shared.tsx'
import { History } from './History.shared.tsx'
import type { Notice, NoticeHead, Shown } from './hooks.ts'
import { LIST_SIZE, useNotice, useNotices } from './hooks.ts'
import { kindTexts, noticeLabels, scopeTexts } from './labels.ts'
import { workTexts } from './labels-work.ts'
import { NoticeActs } from './NoticeActs.shared.tsx'
import { NoticeList } from './NoticeList.shared.tsx'
import { Running } from './Running.shared.tsx'
import { StateTag } from './StateTag.shared.tsx'
import { Steps } from './Steps.shared.tsx'
import { DaySegments, useTermWords } from './Term.shared.tsx'
import './Notices.css'

/** /m/notices/work: the notices of the own reach, those to do first. */
export function WorkListPage() {
  const t = useText()
  const [show, setShow] = useState<Shown>('work')
  const [first, setFirst] = useState(0)
  const list = useNotices(show, first)
  const counts = list.data?.counts
  return (
    <>
      {counts && (
        <Segmented
          label={t(noticeLabels.show)}
          value={show}
          onValue={(next) => {
            setShow(next)
            setFirst(0)
          }}
          choices={(['work', 'posted', 'past'] as const).map((value) => ({
            value,
            label: t(noticeLabels[value], { count: counts[value] }),
          }))}
        />
      )}
      <Fetched
        from={list}
        what={t(noticeLabels.title)}
        columns="1fr 80px"
        isEmpty={(found) => found.total === 0}
        empty={
          <section className="card pad notice-work-none">
            <StateEmpty fact={t(workTexts.phoneNone)} fill={t(workTexts.phoneNoneNext)} />
          </section>
        }
      >
        {(found) => (
          <>
            <div className="card rows notice-work">
              {found.rows.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </div>
            {found.total > LIST_SIZE && (
              <Pager first={first} size={LIST_SIZE} total={found.total} onFirst={setFirst} />
            )}
          </>
        )}
      </Fetched>
    </>
  )
}

function Row({ row }: { readonly row: NoticeHead }) {
  const t = useText()
  return (
    <Link href={`/notices/work/${row.id}`} className="thing">
      <span className="b block">{row.title}</span>
      <Where notice={row} />
      <span className="block notice-work-state">
        {row.state === 'posted' ? <Running row={row} /> : <StateTag state={row.state} />}
        {row.openObjections > 0 && (
          <span className="s ochre">{t(noticeLabels.openObjections, { count: row.openObjections })}</span>
        )}
      </span>
    </Link>
  )
}

function Where({ notice }: { readonly notice: Pick<NoticeHead, 'orgName' | 'kind' | 'scope'> }) {
  const t = useText()
  return (
    <span className="block s t2">
      {t(noticeLabels.where, {
        org: notice.orgName,
        kind: t(kindTexts[notice.kind]),
        scope: t(scopeTexts[notice.scope].name),
      })}
    </span>
  )
}

/** /m/notices/work/:noticeId: look, check what is found, post. */
export function WorkPage() {
  const t = useText()
  const { noticeId = '' } = useParams()
  return (
    <Fetched from={useNotice(noticeId)} what={t(noticeLabels.one)} columns="1fr">
      {(notice) => <OneNotice notice={notice} />}
    </Fetched>
  )
}

function OneNotice({ notice }: { readonly notice: Notice }) {
  const t = useText()
  const term = useTermWords()
  return (
    <>
      <h1 className="notice-page-title">{notice.title}</h1>
      <Where notice={notice} />
      <p className="notice-work-state">
        <StateTag state={notice.state} />
      </p>
      {notice.endsOn !== null && (
        <div className="notice-term">
          <DaySegments workingDays={notice.workingDays} day={notice.day} />
          <p className="s t2">{term({ ...notice, isShown: notice.state === 'posted' })}</p>
          {notice.uncertain && <p className="s ochre">{t(noticeLabels.uncertain)}</p>}
        </div>
      )}
      {notice.interruptedFor !== null && (
        <p className="s ochre">{t(workTexts.interruptedFor, { reason: notice.interruptedFor })}</p>
      )}
      {notice.result !== null && <p>{t(noticeLabels.result, { result: notice.result })}</p>}
      <p className="notice-words">{notice.body}</p>
      {notice.rows.length > 0 && (
        <NoticeList columns={notice.columns} rows={notice.rows} note={notice.listNote} most={6} />
      )}
      {notice.sourceKind !== 'none' && <p className="s t3">{t(workTexts.fromSource)}</p>}
      {notice.may.includes('change') && <Findings notice={notice} />}
      <div className="notice-work-steps">
        <Steps notice={notice} />
      </div>
      <NoticeActs notice={notice} changeAt={`/notices/work/${notice.id}/change`} />
      {notice.state === 'posted' && <p className="s t2 over">{t(workTexts.phonePrint)}</p>}
      <History notice={notice} />
    </>
  )
}

/** /m/notices/work/:noticeId/change */
export function WorkChangePage() {
  const t = useText()
  const { noticeId = '' } = useParams()
  return (
    <Fetched from={useNotice(noticeId)} what={t(noticeLabels.one)} columns="1fr">
      {(notice) => <ChangeForm key={notice.id} notice={notice} after={`/notices/work/${notice.id}`} />}
    </Fetched>
  )
}
