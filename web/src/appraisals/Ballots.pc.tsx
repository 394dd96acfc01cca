import { StateEmpty } from '../shared/kit/states.tsx'
import { AssemblyPart } from './Assembly.pc.tsx'
import { BoxPart } from './Box.pc.tsx'
import { type Part, useWords } from './hooks-event.ts'
import { ballotTexts } from './labels-ballot.ts'
import { Splits } from './Splits.pc.tsx'

/** The assembly and the two boxes, counted apart; what may be published of a closed one. */
export function BallotsStep({ data, event }: Part) {
  const { t } = useWords()
  const isReached = event.stages.find(({ stage }) => stage === 'ballots')?.state !== 'later'
  if (!isReached) return <StateEmpty fact={t(ballotTexts.notYet)} fill={t(ballotTexts.notYetNext)} />
  return (
    <>
      <AssemblyPart data={data} event={event} />
      <BoxPart data={data} event={event} paper="members" />
      <BoxPart data={data} event={event} paper="masses" />
      <Splits event={event} />
    </>
  )
}
