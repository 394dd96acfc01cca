import { Button } from '../shared/kit/Button.tsx'
import { useSession, useSignOut } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { passwordLabels, secondFactorLabels } from './labels.ts'
import { PasswordForm } from './PasswordForm.shared.tsx'
import { SecondFactorEntry, SecondFactorSetUp } from './SecondFactor.shared.tsx'
import './SignIn.css'

/** What must be done before anything else works: the second code, a new password, a demanded second factor. */
export function FirstThings() {
  const { mustFirst } = useSession()
  return (
    <div className="first">
      {mustFirst === 'password-change-first' ? <FirstPassword /> : <FirstFactor />}
      <LeaveFirst />
    </div>
  )
}

function FirstPassword() {
  const t = useText()
  const { account, passwordChangeWhy, passwordRules } = useSession()
  const why = passwordChangeWhy === 'aged' ? passwordLabels.whyAged : passwordLabels.whyTemporary
  return (
    <>
      <h1 className="ph1">{t(passwordLabels.titleFirst)}</h1>
      <p className="t2" data-read>
        {t(why, { name: account.name, days: passwordRules.maxPasswordAgeDays })}
      </p>
      <PasswordForm onDone={() => {}} />
    </>
  )
}

function FirstFactor() {
  const t = useText()
  const { account } = useSession()
  if (account.secondFactor) {
    return (
      <>
        <h1 className="ph1">{t(secondFactorLabels.enterTitle)}</h1>
        <p className="t2" data-read>
          {t(secondFactorLabels.enterText)}
        </p>
        <SecondFactorEntry />
      </>
    )
  }
  return (
    <>
      <h1 className="ph1">{t(secondFactorLabels.setUpTitle)}</h1>
      <p className="t2" data-read>
        {t(secondFactorLabels.setUpDemanded)}
      </p>
      <SecondFactorSetUp onDone={() => {}} />
    </>
  )
}

/** The way out for somebody who cannot go on now. */
function LeaveFirst() {
  const t = useText()
  const { signOut, busy } = useSignOut()
  return (
    <p className="first-leave">
      <Button plain icon="sign-out" busy={busy && t(secondFactorLabels.otherPerson)} onClick={signOut}>
        {t(secondFactorLabels.otherPerson)}
      </Button>
    </p>
  )
}
