import { Link } from 'wouter'
import { BoardRows } from '../notices/BoardRows.mobile.tsx'
import { useBoard } from '../notices/hooks.ts'
import { noticeLabels } from '../notices/labels.ts'
import { workTexts } from '../notices/labels-work.ts'
import { Icon } from '../shared/kit/Icon.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useMay } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { mobileLabels, noticesPageLabels } from './mobile-labels.ts'

/** 公示: what is on public notice in the branch and above. */
export function NoticesPage() {
  const t = useText()
  const may = useMay()
  return (
    <>
      <h1 className="month first">{t(mobileLabels.notices)}</h1>
      {may('notice.read') ? <Board /> : <NoneNow />}
      {may(['notice.check', 'notice.approve']) && (
        <Link href="/notices/work" className="card entry">
          <Icon name="notice" />
          <span className="grow">{t(workTexts.phoneTitle)}</span>
          <Icon name="right" />
        </Link>
      )}
      <Link href="/objections" className="card entry">
        <Icon name="comment" />
        <span className="grow">{t(noticeLabels.myObjections)}</span>
        <Icon name="right" />
      </Link>
    </>
  )
}

function Board() {
  const t = useText()
  return (
    <Fetched
      from={useBoard()}
      what={t(mobileLabels.notices)}
      columns="1fr"
      isEmpty={(data) => data.rows.length === 0}
      empty={<NoneNow />}
    >
      {(data) => <BoardRows rows={data.rows} />}
    </Fetched>
  )
}

function NoneNow() {
  const t = useText()
  return (
    <section className="card pad">
      <StateEmpty fact={t(noticesPageLabels.empty)} fill={t(noticesPageLabels.next)} />
    </section>
  )
}
