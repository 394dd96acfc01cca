import { useText } from '../shared/texts.ts'
import { printLabels } from './labels.ts'
import { PrintCode } from './PrintCode.shared.tsx'
import './Access.css'

/** /m/print-code: the same from the secretary's phone; the slip can be shown or copied by hand. */
export function PrintCodePage() {
  const t = useText()
  return (
    <>
      <p className="s t2 access-intro">{t(printLabels.text)}</p>
      <PrintCode wide />
    </>
  )
}
