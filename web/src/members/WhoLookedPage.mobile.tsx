import { useText } from '../shared/texts.ts'
import { fileTexts } from './labels-file.ts'
import { WhoLooked } from './WhoLooked.shared.tsx'
import './FileMobile.css'

/** /m/who-looked: who looked at the own file. */
export function WhoLookedPage() {
  const t = useText()
  return (
    <>
      <p className="s t2 over-facts">{t(fileTexts.looksNoneNext)}</p>
      <section className="card pad">
        <WhoLooked />
      </section>
    </>
  )
}
