import { useLocation } from 'wouter'
import { useUndo } from '../shared/kit/undo.tsx'
import { useSession } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { FirstThings } from './FirstThings.shared.tsx'
import { secondFactorLabels } from './labels.ts'
import { PaperFrame } from './PaperFrame.mobile.tsx'
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
    <>
      <p className="t2 first-why">
        {t(account.secondFactor ? secondFactorLabels.isOn : secondFactorLabels.setUpWanted)}
      </p>
      {!account.secondFactor && <SecondFactorSetUp onDone={done} />}
    </>
  )
}
