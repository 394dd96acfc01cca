import { useState } from 'react'
import { useText } from '../shared/texts.ts'
import { pcLabels } from './pc-labels.ts'

/** Below 768 the phone face is suggested; nobody is sent there against their will. */
export function NarrowHint() {
  const t = useText()
  const [stays, setStays] = useState(false)
  if (stays) return null
  return (
    <div className="narrow">
      <span className="grow">{t(pcLabels.narrow)}</span>
      <a className="btn sm" href="/m/">
        {t(pcLabels.narrowGo)}
      </a>
      <button type="button" className="btn sm plain" onClick={() => setStays(true)}>
        {t(pcLabels.narrowStay)}
      </button>
    </div>
  )
}
