import { StateEmpty } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import type { NoticePage } from './hooks.ts'
import { useDay } from './hooks.ts'
import { noticeLabels } from './labels.ts'
import { NoticeList } from './NoticeList.shared.tsx'
import { ThreeRoutes } from './Routes.shared.tsx'
import { DaySegments, useTermWords } from './Term.shared.tsx'

const FIRST_NAMES = 6

/** A notice as its readers see it (mockup 18); after its term and while it is corrected, what remains of it. */
export function NoticeInFull({
  page,
  elder = false,
}: {
  readonly page: NoticePage
  readonly elder?: boolean
}) {
  const t = useText()
  const term = useTermWords()
  if (page.status !== 'shown') return <NotShown page={page} />
  return (
    <>
      <h1 className="notice-page-title">{page.title}</h1>
      <div className="notice-term" data-read>
        <DaySegments workingDays={page.workingDays} day={page.day} />
        <p className="s t2">{term({ ...page, isShown: true })}</p>
      </div>
      <p className="notice-words" data-read>
        {page.body}
      </p>
      {page.rows.length > 0 && (
        <NoticeList
          columns={page.columns}
          rows={page.rows}
          note={page.listNote}
          most={FIRST_NAMES}
          short={elder}
        />
      )}
      <ThreeRoutes contact={page} />
      <p className="s t2 notice-foot-words">
        {page.orgName}
        <br />
        {page.root !== '' && (
          <>
            {t(noticeLabels.root, { root: page.root })}
            <br />
          </>
        )}
        {t(noticeLabels.closesItself)}
      </p>
    </>
  )
}

function NotShown({ page }: { readonly page: NoticePage }) {
  const t = useText()
  const day = useDay()
  if (page.status === 'takenDown') {
    const { contactOffice: office, contactPhone: phone } = page
    return (
      <>
        <h1 className="notice-page-title">{page.title}</h1>
        <StateEmpty
          fact={t(noticeLabels.takenDown)}
          fill={t(noticeLabels.takenDownNext, { office, phone })}
        />
      </>
    )
  }
  const { objectUntil } = page
  const next =
    objectUntil === null
      ? t(noticeLabels.closedForGood)
      : t(noticeLabels.closedNext, { until: day(objectUntil) })
  return (
    <>
      <h1 className="notice-page-title">{page.title}</h1>
      <StateEmpty fact={t(noticeLabels.closed)} fill={next} />
      {page.result !== null && <p>{t(noticeLabels.result, { result: page.result })}</p>}
      {objectUntil !== null && <ThreeRoutes contact={page} />}
    </>
  )
}
