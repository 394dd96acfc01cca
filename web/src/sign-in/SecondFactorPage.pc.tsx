import { useLocation } from 'wouter'
import { useUndo } from '../shared/kit/undo.tsx'
import { useSession } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { FirstThings } from './FirstThings.shared.tsx'
import { secondFactorLabels } from './labels.ts'
import { PaperFrame } from './PaperFrame.pc.tsx'
import { SecondFactorSetUp } from './SecondFactor.shared.tsx'

/** By wish from the own account; before the work where the gate asks for it. */
export function SecondFactorPage() {
  const { mustFirst } = useSession()
  if (mustFirst === null) return <SetUp />
  return (
    <PaperFrame>
      <FirstThings />
    </PaperFrame>
  )
}

function SetUp() {
  const t = useText()
  const [, navigate] = useLocation()
  const { account } = useSession()
  const say = useUndo()
  const done = () => {
    say({ text: t(secondFactorLabels.done) })
    navigate('/profile')
  }
  return (
    <div className="narrow-page">
      <h1 className="ph1">{t(secondFactorLabels.title)}</h1>
      <p className="t2">
        {t(account.secondFactor ? secondFactorLabels.isOn : secondFactorLabels.setUpWanted)}
      </p>
      {!account.secondFactor && <SecondFactorSetUp onDone={done} />}
    </div>
  )
}
