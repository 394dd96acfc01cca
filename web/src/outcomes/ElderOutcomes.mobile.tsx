import { Link } from 'wouter'
import { Icon } from '../shared/kit/Icon.tsx'
import { useText } from '../shared/texts.ts'
import { mineLabels } from './labels-mine.ts'
import { MyOutcomes } from './Mine.shared.tsx'

/** The way to what follows from the own grade, on the page of the year in the elder layout. Opening that page is reading it. */
export function ElderOutcomeCard() {
  const t = useText()
  return (
    <Link href="/elder/outcomes" className="card pad elder-card">
      <span className="grow" data-read>
        <span className="block b">{t(mineLabels.elderTitle)}</span>
        <span className="block s t2">{t(mineLabels.elderText)}</span>
      </span>
      <Icon name="right" />
    </Link>
  )
}

/** The same words as on the phone, in large letters. */
export function ElderOutcomesPage() {
  return <MyOutcomes gradePath={() => '/elder/appraisals/feedback'} />
}
