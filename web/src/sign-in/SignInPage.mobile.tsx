import { useEffect, useState } from 'react'
import { Sheet } from '../shared/kit/layers.tsx'
import { StateEmpty } from '../shared/kit/states.tsx'
import { useLayoutChoice } from '../shared/layout-choice.ts'
import { useAfterSignIn, useSessionIfAny } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { ElderSignIn } from './ElderSignIn.mobile.tsx'
import { ForgottenHelp } from './ForgottenHelp.shared.tsx'
import type { Installation, SignInForm } from './hooks.ts'
import { useInstallation, useSignInForm } from './hooks.ts'
import { signInLabels } from './labels.ts'
import { PaperFrame } from './PaperFrame.mobile.tsx'
import { FirstThings, SignInFields, SomeoneElse, WayButton } from './SignInForm.shared.tsx'

const UNKNOWN: Installation = { counties: [], canSetUp: false, demo: null }

/** Sign-in of the phone face; also shown above an open page whose session has ended. */
export function SignInPage() {
  const installation = useInstallation()
  // Without an answer about the counties one may still try: most installations serve one.
  const ready = installation.data ?? (installation.isError ? UNKNOWN : undefined)
  if (!ready) return <PaperFrame />
  if (ready.canSetUp) {
    return (
      <PaperFrame>
        <NotSetUp />
      </PaperFrame>
    )
  }
  return <SignIn installation={ready} />
}

function NotSetUp() {
  const t = useText()
  return (
    <StateEmpty
      fact={<h1 className="ph1">{t(signInLabels.notSetUp)}</h1>}
      fill={t(signInLabels.notSetUpNext)}
    >
      <a className="btn" href="/set-up">
        {t(signInLabels.openPc)}
      </a>
    </StateEmpty>
  )
}

function SignIn({ installation }: { installation: Installation }) {
  const t = useText()
  const form = useSignInForm(installation)
  const session = useSessionIfAny()
  const [choice] = useLayoutChoice()
  const { counties, demo } = installation
  const name = counties.find(({ code }) => code === form.county)?.name ?? t(signInLabels.phoneProduct)
  if (form.asksFirst) return <AskFirst />
  if (choice === 'elder' || (choice === undefined && session?.account.elder)) {
    return <ElderSignIn form={form} counties={counties} name={name} />
  }
  return (
    <PaperFrame bare={session !== undefined}>
      <h1 className="ph1 sign-in-head">{name}</h1>
      <SignInFields form={form} counties={counties} />
      <Links form={form} />
      {!session && demo && demo.county === form.county && <Demo demo={demo} form={form} />}
    </PaperFrame>
  )
}

function Links({ form }: { form: SignInForm }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <div className="sign-in-links">
      <button type="button" className="link" onClick={() => setOpen(true)}>
        {t(signInLabels.forgot)}
      </button>
      <WayButton form={form} />
      <SomeoneElse form={form} />
      <Sheet open={open} onClose={() => setOpen(false)} title={t(signInLabels.forgot)}>
        <ForgottenHelp />
      </Sheet>
    </div>
  )
}

function Demo({ demo, form }: { demo: NonNullable<Installation['demo']>; form: SignInForm }) {
  const t = useText()
  return (
    <details className="card demo-fold">
      <summary>{t(signInLabels.demoTitle)}</summary>
      <p className="s t2">{t(signInLabels.demoText, { password: demo.password })}</p>
      <ul className="rows">
        {demo.accounts.map((one) => (
          <li key={one.accountName}>
            <button
              type="button"
              onClick={() => {
                form.fill(one.accountName, demo.password, demo.county)
                form.form.current?.scrollIntoView({ block: 'center' })
              }}
            >
              <span className="block">{one.name}</span>
              <span className="block s t2">
                {one.role} · {one.org}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The second code or a new password, before the page underneath is free again. */
function AskFirst() {
  const after = useAfterSignIn()
  const mustFirst = useSessionIfAny()?.mustFirst ?? null
  useEffect(() => {
    if (mustFirst === null) after()
  }, [mustFirst, after])
  if (mustFirst === null) return null
  return (
    <PaperFrame bare>
      <FirstThings />
    </PaperFrame>
  )
}
