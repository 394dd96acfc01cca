import { Link, useLocation } from 'wouter'
import { Icon } from '../shared/kit/Icon.tsx'
import { useSession } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { useDayWords } from './hooks.ts'
import type { Draft } from './hooks.ts'
import { answerTexts, messageLabels, sendTexts } from './labels.ts'
import { SendForm } from './Send.shared.tsx'

/** 发通知: the words at the left, what readers will see at the right. */
export function SendPage() {
  const t = useText()
  const [, navigate] = useLocation()
  return (
    <div className="messages">
      <Link href="/messages/sent" className="more">
        <Icon name="left" />
        {t(messageLabels.sent)}
      </Link>
      <h1 className="ph1">{t(messageLabels.send)}</h1>
      <SendForm onSent={(messageId) => navigate(`/messages/sent/${messageId}`, { replace: true })}>
        {({ fields, sum, act, draft }) => (
          <div className="send">
            <form className="form" onSubmit={(event) => event.preventDefault()}>
              {fields}
            </form>
            <aside>
              <h2 className="sec">{t(sendTexts.looksLike)}</h2>
              <Preview draft={draft} />
              {sum}
              <div className="send-act">{act}</div>
              <p className="c t3">{t(sendTexts.draftKept)}</p>
            </aside>
          </div>
        )}
      </SendForm>
    </div>
  )
}

function Preview({ draft }: { readonly draft: Draft }) {
  const t = useText()
  const day = useDayWords()
  const { account } = useSession()
  const { title, body, asks, dueOn } = draft
  return (
    <div className="panel preview">
      <div className={title.trim() === '' ? 'sec t3' : 'sec'}>{title.trim() || t(sendTexts.title)}</div>
      <p className="c t3">{account.name}</p>
      <p className={body.trim() === '' ? 'message-words t3' : 'message-words'}>
        {body.trim() || t(sendTexts.body)}
      </p>
      {asks !== 'nothing' && (
        <>
          <p className="s t2">
            {t(answerTexts[asks].short)}
            {dueOn !== '' && <> · {t(messageLabels.answerBy, { day: day(dueOn) })}</>}
          </p>
          <div className="answers" aria-hidden="true">
            <span className="btn wide">{t(answerTexts[asks].yes)}</span>
            <span className="btn wide">{t(answerTexts[asks].no)}</span>
          </div>
        </>
      )}
    </div>
  )
}
