import type { ReactNode } from 'react'
import { useEffect, useMemo, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { readReceiptNumber } from '@steward/domain/appraisals/ballot-box.ts'
import { Button, ButtonLink } from '../shared/kit/Button.tsx'
import { TextField } from '../shared/kit/fields.tsx'
import { OfflineStrip } from '../shared/kit/offline.tsx'
import { useLanguage, useText } from '../shared/texts.ts'
import { BallotFlow } from './BallotFlow.mobile.tsx'
import { slipPlace } from './hooks-ballot.ts'
import { ballotTexts as texts } from './labels-ballot-phone.ts'
import './Ballot.css'

/** Frame of the pages that need no account. */
export function OpenFrame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const [language, setLanguage] = useLanguage()
  return (
    <div className="ph ballot-open">
      <div className="strip">
        <OfflineStrip />
      </div>
      <main className="sc">
        <h1 className="ballot-title">{title}</h1>
        {children}
        <p className="s ballot-language">
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

function tokenOfAddress(): string {
  return decodeURIComponent(location.hash.slice(1))
}

/** /b/:county/:boxId#token: the ballot of the masses, by a slip and without an account (S-200). */
export function PublicBallotPage() {
  const t = useText()
  const { county = '', boxId = '' } = useParams()
  const [, navigate] = useLocation()
  const place = useMemo(() => slipPlace(boxId), [boxId])
  const [token, setToken] = useState(tokenOfAddress)
  // The next slip scanned into the same window.
  useEffect(() => {
    const read = () => setToken(tokenOfAddress())
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [])
  const finish = () => navigate(`/b/${county}/${boxId}/check`, { replace: true })
  const isWhole = readReceiptNumber(token) !== undefined
  return (
    <OpenFrame title={t(isWhole ? texts.title : texts.publicTitle)}>
      {isWhole ? (
        <BallotFlow key={token} county={county} boxId={boxId} token={token} place={place} onFinish={finish} />
      ) : (
        <>
          <p className="t2">{t(texts.publicText)}</p>
          <TokenForm onToken={setToken} />
          <ButtonLink href={`/b/${county}/${boxId}/check`} plain>
            {t(texts.check)}
          </ButtonLink>
        </>
      )}
    </OpenFrame>
  )
}

function TokenForm({ onToken }: { readonly onToken: (token: string) => void }) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const isWhole = readReceiptNumber(typed) !== undefined
  const go = () => {
    setTried(true)
    if (isWhole) onToken(typed)
  }
  return (
    <form
      className="form ballot-form"
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
    >
      <TextField
        label={t(texts.token)}
        help={t(texts.tokenHelp)}
        error={tried && !isWhole ? t(texts.tokenShort) : undefined}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        value={typed}
        onValue={setTyped}
      />
      <Button act wide onClick={go}>
        {t(texts.tokenGo)}
      </Button>
    </form>
  )
}
