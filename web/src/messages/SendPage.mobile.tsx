import { useLocation } from 'wouter'
import { SendForm } from './Send.shared.tsx'

/** 发通知, on the phone. */
export function SendPage() {
  const [, navigate] = useLocation()
  return (
    <SendForm wide onSent={(messageId) => navigate(`/messages/sent/${messageId}`, { replace: true })}>
      {({ fields, sum, act }) => (
        <>
          <section className="card pad">
            <form className="form" onSubmit={(event) => event.preventDefault()}>
              {fields}
            </form>
          </section>
          <div className="foot">
            {sum}
            <div className="send-act">{act}</div>
          </div>
        </>
      )}
    </SendForm>
  )
}
