import { useText } from '../shared/texts.ts'
import { printLabels } from './labels.ts'
import { PrintCode } from './PrintCode.shared.tsx'
import './Access.css'

/** /print-code: a one-time code for a member without a phone. */
export function PrintCodePage() {
  const t = useText()
  return (
    <div className="access-narrow">
      <h1 className="display">{t(printLabels.title)}</h1>
      <p className="t2 access-intro">{t(printLabels.text)}</p>
      <PrintCode />
    </div>
  )
}
