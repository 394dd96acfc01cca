import { MyObjectionsPage } from '../notices/MyObjections.shared.tsx'
import { useText } from '../shared/texts.ts'
import { pcLabels } from './pc-labels.ts'
import './own-deeds.css'

/** /my-objections: the objections by me and about me, in a column of reading width. */
export function OwnObjectionsPage() {
  const t = useText()
  return (
    <div className="own-deeds">
      <h1 className="ph1">{t(pcLabels.myObjections)}</h1>
      <MyObjectionsPage />
    </div>
  )
}
