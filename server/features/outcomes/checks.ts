import type { Invariant } from '#platform/invariants.ts'
import { disposalInvariants } from './checks-disposal.ts'
import { warningInvariants } from './checks-warning.ts'

/** What is true of this feature's data at any time. */
export const outcomeInvariants: readonly Invariant[] = [...warningInvariants, ...disposalInvariants]
