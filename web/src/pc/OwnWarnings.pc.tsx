import { MyWarningsPage as MyWarnings } from '../outcomes/MyWarnings.shared.tsx'
import { RaiseAppealPage as RaiseAppeal } from '../outcomes/MyAppeals.shared.tsx'
import './own-deeds.css'

/** What stands about oneself, on the PC as on the phone. */
export function MyWarningsPage() {
  return (
    <div className="own-deeds">
      <MyWarnings />
    </div>
  )
}

export function RaiseAppealPage() {
  return (
    <div className="own-deeds">
      <RaiseAppeal />
    </div>
  )
}
