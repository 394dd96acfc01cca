import { useLocation } from 'wouter'
import { useUndo } from '../shared/kit/undo.tsx'
import { useSession } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { FirstThings } from './FirstThings.shared.tsx'
import { passwordLabels } from './labels.ts'
import { PaperFrame } from './PaperFrame.pc.tsx'
import { PasswordForm } from './PasswordForm.shared.tsx'

/** By wish from the own account; before the work where the gate asks for it. */
export function ChangePasswordPage() {
  const { mustFirst } = useSession()
  if (mustFirst === null) return <Change />
  return (
    <PaperFrame>
      <FirstThings />
    </PaperFrame>
  )
}

function Change() {
  const t = useText()
  const [, navigate] = useLocation()
  const { account } = useSession()
  const say = useUndo()
  const done = (count: number) => {
    say({ text: t(count > 0 ? passwordLabels.changedOthers : passwordLabels.changed, { count }) })
    navigate('/profile')
  }
  return (
    <div className="narrow-page">
      <h1 className="ph1">{t(account.hasPassword ? passwordLabels.title : passwordLabels.titleNone)}</h1>
      {!account.hasPassword && <p className="t2">{t(passwordLabels.whyNone)}</p>}
      <PasswordForm onDone={done} />
    </div>
  )
}
