import { agree } from '@steward/domain/shared/decision.ts'
import { yearOf } from '@steward/domain/shared/plain-date.ts'
import { listCounties } from '#features/sign-in/queries-installation.ts'
import { handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { showMine } from './operations-event.ts'
import { findMine } from './queries-mine.ts'

const mine = handle(showMine, async (context, { year: asked }) => {
  const { tx, access, actor, today } = context
  const memberId = actor.memberId ?? problem('forbidden')
  access.demand('appraisal.take-part', { memberId })
  const found = await findMine(tx, memberId, asked)
  const counties = await listCounties(tx)
  const countyCode = counties.find(({ id }) => id === context.county)?.code ?? ''
  if (found === undefined) return agree({ countyCode, year: asked ?? yearOf(today), appraisal: null })
  const { boxId, boxState, voter, year, feedbackState, feedbackId, ...rest } = found
  // Before the talk nobody reads of the own grade.
  const isTold = feedbackState !== null && feedbackState !== 'toTell'
  return agree({
    ...{ countyCode, year },
    appraisal: {
      ...rest,
      box:
        boxId === null || boxState === null || voter === null ? null : { id: boxId, state: boxState, voter },
      feedbackId: isTold ? feedbackId : null,
      feedbackState: isTold ? feedbackState : null,
    },
  })
})

export const mineHandlers: readonly Handled[] = [mine]
