import type { OutputOf } from '../shared/call.ts'
import { useSession } from '../shared/session.ts'
import { useQueryOperation } from '../shared/use-operation.ts'

export type Shown = OutputOf<'appraisal.show'>
export type Event = NonNullable<Shown['appraisal']>
export type Voters = OutputOf<'ballot.voters'>
export type Voter = Voters['rows'][number]
export type FeedbackRow = OutputOf<'feedback.list'>['rows'][number]

/** The appraisal of the branch the caller works for. */
export function useBranchAppraisal() {
  const { org } = useSession()
  return useQueryOperation('appraisal.show', { orgId: org?.id ?? '' }, { enabled: org !== null })
}
