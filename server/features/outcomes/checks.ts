import type { Invariant } from '#platform/invariants.ts'
import { disposalInvariants } from './checks-disposal.ts'
import { figureInvariants } from './checks-figures.ts'
import { useInvariants } from './checks-use.ts'
import { warningInvariants } from './checks-warning.ts'

/** What is true of this feature's data at any time. */
export const outcomeInvariants: readonly Invariant[] = [
  ...useInvariants,
  ...warningInvariants,
  ...disposalInvariants,
  ...figureInvariants,
]
