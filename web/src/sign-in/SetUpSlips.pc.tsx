import { useEffect, useRef } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { useText } from '../shared/texts.ts'
import type { FirstAccount, SetUp } from './hooks-set-up.ts'
import { setUpLabels } from './labels-set-up.ts'

type Props = { readonly done: NonNullable<SetUp['done']>; readonly goOn: () => void }

/** The temporary passwords, shown once: one slip for each person, to be printed and cut. */
export function SetUpSlips({ done, goOn }: Props) {
  const t = useText()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    title.current?.focus()
    // Closing the page would lose the passwords.
    const ask = (event: Event) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [])
  return (
    <section>
      <div className="no-print">
        <h2 className="ph1" tabIndex={-1} ref={title}>
          {t(setUpLabels.doneTitle, { name: done.county.name })}
        </h2>
        <p className="t2 set-up-text">{t(setUpLabels.doneText)}</p>
      </div>
      <div className="slips">
        {done.accounts.map((account) => (
          <Slip key={account.accountName} account={account} county={done.county.name} />
        ))}
      </div>
      <div className="acts set-up-acts no-print">
        <Button act icon="printer" onClick={() => print()}>
          {t(setUpLabels.print)}
        </Button>
        <Button onClick={goOn}>{t(setUpLabels.goSignIn)}</Button>
      </div>
    </section>
  )
}

function Slip({ account, county }: { account: FirstAccount; county: string }) {
  const t = useText()
  return (
    <article className="slip">
      <h3 className="sec">{t(setUpLabels.slipTitle, { county })}</h3>
      <p>
        {account.name}
        <span className="t2">，{t(account.roleLabel)}</span>
      </p>
      <dl>
        <dt>{t(setUpLabels.address)}</dt>
        <dd>{location.origin}</dd>
        <dt>{t(setUpLabels.personAccount)}</dt>
        <dd className="slip-typed">{account.accountName}</dd>
        <dt>{t(setUpLabels.password)}</dt>
        <dd className="slip-typed">{account.temporaryPassword}</dd>
      </dl>
      <p className="s t2">{t(setUpLabels.slipNext)}</p>
    </article>
  )
}
