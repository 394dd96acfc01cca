import { useText } from '../shared/texts.ts'
import { mineLabels } from './labels-mine.ts'
import { MyOutcomes } from './Mine.shared.tsx'

/** /my-outcomes on the PC: what follows from the own grade. */
export function MyOutcomesPage() {
  const t = useText()
  return (
    <>
      <h1 className="ph1">{t(mineLabels.title)}</h1>
      <MyOutcomes gradePath={(feedbackId) => `/appraisals/feedback/${feedbackId}`} />
    </>
  )
}
