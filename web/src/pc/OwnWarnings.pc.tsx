import { MyWarningsPage as MyWarnings } from '../outcomes/MyWarnings.shared.tsx'
import { RaiseAppealPage as RaiseAppeal } from '../outcomes/MyAppeals.shared.tsx'
import { warnedLabels } from '../outcomes/labels-warned.ts'
import { useText } from '../shared/texts.ts'
import './own-deeds.css'

/** What stands about oneself, on the PC as on the phone. */
export function MyWarningsPage() {
  const t = useText()
  return (
    <div className="own-deeds">
      <h1 className="ph1">{t(warnedLabels.title)}</h1>
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
