import { checkHollow } from '@steward/domain/pledges/hollow-words.ts'
import type { ReviewAnswers } from '@steward/domain/pledges/pledge-review.ts'
import { useUndo } from '../shared/kit/undo.tsx'
import { useMay } from '../shared/session.ts'
import { useText } from '../shared/texts.ts'
import { useCommandOperation, useQueryOperation } from '../shared/use-operation.ts'
import type { PledgeRow } from './hooks.ts'
import { reviewLabels } from './labels-review.ts'

export const noAnswers: ReviewAnswers = {
  publicWish: false,
  strength: false,
  organisationNeed: false,
  concrete: false,
}
export const allAnswers: ReviewAnswers = {
  publicWish: true,
  strength: true,
  organisationNeed: true,
  concrete: true,
}

/** What the rule hints at in a pledge as it was handed in. */
export function hintsOf(pledge: Pick<PledgeRow, 'text' | 'fields'>) {
  return checkHollow(pledge.text, pledge.fields)
}

/** Accepts, says so, and offers to take it back. */
export function useAccept(pledge: PledgeRow | undefined, onDone: () => void) {
  const t = useText()
  const say = useUndo()
  const takeBack = useCommandOperation('pledge.take-back')
  const accept = useCommandOperation('pledge.accept', {
    onDone: (_, { pledgeId }) => {
      say({
        text: t(reviewLabels.accepted, { name: pledge?.name ?? '' }),
        undo: () => takeBack.mutate({ pledgeId }),
      })
      onDone()
    },
  })
  return { accept, takeBack }
}

/** Gives back; the second return leads to a talk. */
export function useGiveBack(pledge: PledgeRow | undefined, onDone: () => void) {
  const t = useText()
  const say = useUndo()
  return useCommandOperation('pledge.return', {
    onDone: ({ state }) => {
      const words = state === 'toTalk' ? reviewLabels.returnedTwice : reviewLabels.returned
      say({ text: t(words, { name: pledge?.name ?? '' }) })
      onDone()
    },
  })
}

/** How many pledges wait for the reader, for the side navigation; the own ones are read by others. */
export function usePledgeCount(): number | undefined {
  const enabled = useMay()(['pledge.review', 'pledge.review-above'])
  return useQueryOperation('pledge.queue', {}, { staleMs: 60_000, enabled }).data?.rows.filter(
    ({ barred }) => !barred,
  ).length
}
