import { useText } from '../shared/texts.ts'
import { fileTexts } from './labels-file.ts'
import { WhoLooked } from './WhoLooked.shared.tsx'
import './File.css'

/** /who-looked: who looked at the own file. */
export function WhoLookedPage() {
  const t = useText()
  return (
    <div className="file-narrow">
      <h1 className="ph1">{t(fileTexts.looksMine)}</h1>
      <p className="t2 file-gap">{t(fileTexts.looksNoneNext)}</p>
      <WhoLooked />
    </div>
  )
}
