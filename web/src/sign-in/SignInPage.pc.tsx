import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { Redirect } from 'wouter'
import { Dialog } from '../shared/kit/layers.tsx'
import { useAfterSignIn, useSessionIfAny } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { DemoAccounts } from './DemoAccounts.pc.tsx'
import { ForgottenHelp } from './ForgottenHelp.shared.tsx'
import type { Installation } from './hooks.ts'
import { useInstallation, useSignInForm } from './hooks.ts'
import { signInLabels } from './labels.ts'
import { PaperFrame } from './PaperFrame.pc.tsx'
import { FirstThings, SignInFields, SomeoneElse, WayButton } from './SignInForm.shared.tsx'

const UNKNOWN: Installation = { counties: [], canSetUp: false, demo: null }

/** Sign-in of the PC face; also shown above an open page whose session has ended. */
export function SignInPage() {
  const installation = useInstallation()
  const isAgain = useSessionIfAny() !== undefined
  if (installation.data?.canSetUp) return <Redirect to="/set-up" replace />
  const Frame = isAgain ? InDialog : PaperFrame
  // Without an answer about the counties one may still try: most installations serve one.
  const ready = installation.data ?? (installation.isError ? UNKNOWN : undefined)
  return <Frame>{ready && <SignIn installation={ready} isAgain={isAgain} />}</Frame>
}

function InDialog({ children }: { children: ReactNode }) {
  return <div className="paper-in">{children}</div>
}

function SignIn({ installation, isAgain }: { installation: Installation; isAgain: boolean }) {
  const form = useSignInForm(installation)
  const { counties, demo } = installation
  const county = counties.find(({ code }) => code === form.county)
  const withDemo = !isAgain && demo !== null && form.county === demo.county
  if (form.asksFirst) return <AskFirst />
  return (
    <div className={withDemo ? 'sign-in with-demo' : 'sign-in'}>
      <section>
        <Head county={county?.name} />
        <SignInFields form={form} counties={counties} focus />
        <Links form={form} />
      </section>
      {withDemo && <DemoAccounts demo={demo} fill={form.fill} />}
    </div>
  )
}

function Head({ county }: { county: string | undefined }) {
  const t = useText()
  return (
    <h1 className="sign-in-head">
      <span className="display">{county ?? t(signInLabels.product)}</span>
    </h1>
  )
}

function Links({ form }: { form: ReturnType<typeof useSignInForm> }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <div className="sign-in-links">
      <button type="button" className="link" onClick={() => setOpen(true)}>
        {t(signInLabels.forgot)}
      </button>
      <WayButton form={form} />
      <SomeoneElse form={form} />
      <Dialog open={open} onClose={() => setOpen(false)} title={t(signInLabels.forgot)}>
        <ForgottenHelp />
      </Dialog>
    </div>
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
    <div className="sign-in">
      <FirstThings />
    </div>
  )
}
