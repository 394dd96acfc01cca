import type { ReactNode } from 'react'
import { Link, useParams } from 'wouter'
import { Problem } from '../shared/call.ts'
import { ButtonLink } from '../shared/kit/Button.tsx'
import { OfflineStrip } from '../shared/kit/offline.tsx'
import { Fetched, StateEmpty } from '../shared/kit/states.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { useQueryOperation } from '../shared/use-operation.ts'
import type { NoticePage } from './hooks.ts'
import { noticeLabels, routeTexts } from './labels.ts'
import { NoticeInFull } from './NoticeInFull.mobile.tsx'
import { ObjectForm } from './ObjectForm.mobile.tsx'
import './Notices.css'

/** Frame of the pages anybody opens with a printed code. */
export function OpenFrame({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useLanguage()
  return (
    <div className="ph notice-page">
      <div className="strip">
        <OfflineStrip />
      </div>
      <main className="sc">
        {children}
        <p className="s notice-foot-words">
          <button
            type="button"
            className="link"
            lang={language === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
          >
            {language === 'zh' ? 'English' : '中文'}
          </button>
        </p>
      </main>
    </div>
  )
}

/** The notice of the printed code, in the frame, or words where there is none. */
function OfCode({ children }: { readonly children: (page: NoticePage) => ReactNode }) {
  const t = useText()
  const { county = '', code = '' } = useParams()
  const found = useQueryOperation('notice.open', { county, code })
  const isUnknown = found.error instanceof Problem && found.error.status === 404
  return (
    <OpenFrame>
      {isUnknown ? (
        <StateEmpty
          fact={<h1 className="sec">{t(noticeLabels.noSuch)}</h1>}
          fill={t(noticeLabels.noSuchNext)}
        />
      ) : (
        <Fetched from={found} what={t(noticeLabels.one)} columns="1fr">
          {(page) => <>{children(page)}</>}
        </Fetched>
      )}
    </OpenFrame>
  )
}

/** /n/:county/:code, without an account. */
export function PublicNoticePage() {
  const t = useText()
  const { county = '', code = '' } = useParams()
  return (
    <OfCode>
      {(page) => (
        <>
          <NoticeInFull page={page} />
          <p className="s notice-foot-words">
            <Link href={`/a/${county}`} className="link">
              {t(noticeLabels.askAnswer)}
            </Link>
          </p>
          {page.objectUntil !== null && (
            <div className="foot">
              <ButtonLink href={`/n/${county}/${code}/object`} act wide>
                {t(routeTexts.act)}
              </ButtonLink>
            </div>
          )}
        </>
      )}
    </OfCode>
  )
}

/** /n/:county/:code/object: without account and without name. */
export function PublicObjectPage() {
  const { county = '', code = '' } = useParams()
  return <OfCode>{(page) => <ObjectForm page={page} by={{ county, code }} />}</OfCode>
}
