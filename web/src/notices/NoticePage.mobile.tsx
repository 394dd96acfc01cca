import { useParams } from 'wouter'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { Fetched } from '../shared/kit/states.tsx'
import { useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import { noticeLabels, routeTexts } from './labels.ts'
import { NoticeInFull } from './NoticeInFull.mobile.tsx'
import './Notices.css'

/** A notice of the own board, for somebody signed in. */
export function NoticePage() {
  const t = useText()
  const { noticeId = '' } = useParams()
  const found = useQueryOperation('notice.read', { noticeId })
  return (
    <Fetched from={found} what={t(noticeLabels.one)} columns="1fr">
      {(page) => (
        <>
          <NoticeInFull page={page} />
          {page.objectUntil !== null && (
            <div className="foot">
              <ButtonLink href={`/notices/${noticeId}/object`} act wide>
                {t(routeTexts.act)}
              </ButtonLink>
            </div>
          )}
        </>
      )}
    </Fetched>
  )
}
