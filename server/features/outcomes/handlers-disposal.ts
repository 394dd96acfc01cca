import type { Handled } from '#platform/context.ts'
import { disposalDocuments } from './documents-disposal.ts'
import { disposalDecideHandlers } from './handlers-disposal-decide.ts'
import { disposalEndHandlers } from './handlers-disposal-end.ts'
import { disposalHearingHandlers } from './handlers-disposal-hearing.ts'
import { disposalLookHandlers } from './handlers-disposal-look.ts'
import { disposalProposeHandlers } from './handlers-disposal-propose.ts'
import { disposalVoteHandlers } from './handlers-disposal-vote.ts'

export const disposalHandlers: readonly Handled[] = [
  ...disposalLookHandlers,
  ...disposalProposeHandlers,
  ...disposalHearingHandlers,
  ...disposalVoteHandlers,
  ...disposalDecideHandlers,
  ...disposalEndHandlers,
  ...disposalDocuments,
]
