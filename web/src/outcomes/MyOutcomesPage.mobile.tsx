import { MyOutcomes } from './Mine.shared.tsx'

/** /outcomes on the phone: what follows from the own grade. */
export function MyOutcomesPage() {
  return <MyOutcomes gradePath={() => '/appraisals/feedback'} />
}
