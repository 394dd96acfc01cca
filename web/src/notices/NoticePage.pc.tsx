import { Link, useParams } from 'wouter'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { Findings } from './Findings.shared.tsx'
import { History } from './History.shared.tsx'
import type { Notice } from './hooks.ts'
import { useNotice } from './hooks.ts'
import { kindTexts, noticeLabels, scopeTexts } from './labels.ts'
import { workTexts } from './labels-work.ts'
import { NoticeActs } from './NoticeActs.shared.tsx'
import { NoticeList } from './NoticeList.shared.tsx'
import { NoticeAside } from './NoticeAside.pc.tsx'
import { Steps } from './Steps.shared.tsx'
import { StateTag } from './StateTag.shared.tsx'
import { DaySegments, useTermWords } from './Term.shared.tsx'

/** One notice: its four steps, what must not be published, words and list, objections, what was done. */
export function NoticePage() {
  const t = useText()
  const { noticeId = '' } = useParams()
  return (
    <div className="notices-page">
      <Link href="/notices" className="more">
        <Icon name="left" />
        {t(workTexts.back)}
      </Link>
      <Fetched from={useNotice(noticeId)} what={t(noticeLabels.one)} columns="1fr 320px">
        {(notice) => <OneNotice notice={notice} />}
      </Fetched>
    </div>
  )
}

function OneNotice({ notice }: { readonly notice: Notice }) {
  const t = useText()
  const term = useTermWords()
  const isShown = notice.state === 'posted'
  const isOpen = notice.may.includes('change')
  return (
    <>
      <div className="notice-head-pc">
        <h1 className="ph1">{notice.title}</h1>
        <StateTag state={notice.state} />
      </div>
      <p className="t2">
        {t(noticeLabels.where, {
          org: notice.orgName,
          kind: t(kindTexts[notice.kind]),
          scope: t(scopeTexts[notice.scope].name),
        })}
      </p>
      {notice.endsOn !== null && (
        <div className="notice-term-pc">
          <DaySegments workingDays={notice.workingDays} day={notice.day} />
          <p className="s t2">
            {term({ ...notice, isShown })}
            {notice.postings > 1 && <> · {t(noticeLabels.again, { count: notice.postings })}</>}
          </p>
          {notice.uncertain && <p className="s ochre">{t(noticeLabels.uncertain)}</p>}
        </div>
      )}
      {notice.interruptedFor !== null && (
        <p className="s ochre">{t(workTexts.interruptedFor, { reason: notice.interruptedFor })}</p>
      )}
      {notice.result !== null && <p>{t(noticeLabels.result, { result: notice.result })}</p>}
      <div className="notice-cols">
        <div>
          <Steps notice={notice} />
          {isOpen && <Findings notice={notice} />}
          <NoticeActs notice={notice} changeAt={`/notices/${notice.id}/change`} />
          <section className="notice-block">
            <div className="head">
              <h2 className="sec">{t(workTexts.words)}</h2>
            </div>
            <p className="notice-words">{notice.body}</p>
          </section>
          <section className="notice-block">
            <div className="head">
              <h2 className="sec">{t(workTexts.list)}</h2>
              {notice.sourceKind !== 'none' && <span className="s t3">{t(workTexts.fromSource)}</span>}
            </div>
            {notice.rows.length === 0 ? (
              <StateEmpty fact={t(workTexts.noList)} />
            ) : (
              <NoticeList columns={notice.columns} rows={notice.rows} note={notice.listNote} />
            )}
          </section>
          <History notice={notice}>
            {notice.sheets.length > 0 && (
              <ButtonLink href={`/notices/${notice.id}/sheet`} small icon="printer">
                {t(workTexts.print)}
              </ButtonLink>
            )}
          </History>
        </div>
        <NoticeAside notice={notice} />
      </div>
    </>
  )
}
