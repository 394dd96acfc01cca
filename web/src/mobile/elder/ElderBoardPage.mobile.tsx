import { Link, useParams } from 'wouter'
import { useBoard } from '../../notices/hooks.ts'
import { noticeLabels, routeTexts } from '../../notices/labels.ts'
import { NoticeInFull } from '../../notices/NoticeInFull.mobile.tsx'
import { useTermWords } from '../../notices/Term.shared.tsx'
import { ButtonLink } from '../../shared/kit/Button.tsx'
import { Icon } from '../../shared/kit/Icon.tsx'
import { Fetched } from '../../shared/kit/states.tsx'
import { useText } from '../../shared/texts.ts'
import { useQueryOperation } from '../../shared/use-operation.ts'
import { CallFoot } from './ElderPages.mobile.tsx'

/** Notices that hang now, one card each, for the page 看通知. */
export function ElderBoardCards() {
  const t = useText()
  const term = useTermWords()
  const board = useBoard()
  return (
    <>
      {board.data?.rows
        .filter(({ isShown }) => isShown)
        .map((row) => (
          <Link key={row.id} href={`/elder/board/${row.id}`} className="card pad elder-card">
            <span className="grow" data-read>
              <span className="block s t2">{t(noticeLabels.one)}</span>
              <span className="block b">{row.title}</span>
              <span className="block s t2">{term(row)}</span>
            </span>
            <Icon name="right" />
          </Link>
        ))}
    </>
  )
}

/** One notice, read aloud, with one act. */
export function ElderBoardPage() {
  const t = useText()
  const { noticeId = '' } = useParams()
  const found = useQueryOperation('notice.read', { noticeId })
  return (
    <>
      <Fetched from={found} what={t(noticeLabels.one)} columns="1fr">
        {(page) => (
          <>
            <section className="card pad">
              <NoticeInFull page={page} elder />
            </section>
            {page.objectUntil !== null ? (
              <div className="foot">
                <ButtonLink href={`/elder/board/${noticeId}/object`} act wide>
                  {t(routeTexts.act)}
                </ButtonLink>
              </div>
            ) : (
              <CallFoot />
            )}
          </>
        )}
      </Fetched>
    </>
  )
}
