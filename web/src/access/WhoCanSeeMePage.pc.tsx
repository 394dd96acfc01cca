import { useText } from '../shared/texts.ts'
import { seeLabels } from './labels.ts'
import { WhoCanSeeMe } from './WhoCanSeeMe.shared.tsx'
import './Access.css'

/** /who-can-see-me: the reach of others over the own file. */
export function WhoCanSeeMePage() {
  const t = useText()
  return (
    <div className="access-narrow">
      <h1 className="display">{t(seeLabels.title)}</h1>
      <WhoCanSeeMe />
    </div>
  )
}
