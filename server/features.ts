import { fileHandlers } from '#features/files/handlers.ts'
import { memberInvariants } from '#features/members/checks.ts'
import { memberHandlers } from '#features/members/handlers.ts'
import { messageHandlers } from '#features/messages/handlers.ts'
import type { Handled } from '#platform/context.ts'
import type { Job, Recurring } from '#platform/jobs.ts'
import type { Invariant } from '#platform/invariants.ts'

/** Everything the server can do, feature by feature, lowest floor first. */
export const handlers: readonly Handled[] = [...memberHandlers, ...messageHandlers, ...fileHandlers]
/** Background work of all features. */
export const jobs: readonly Job[] = []
/** Work that comes back by the clock. */
export const recurring: readonly Recurring[] = []
/** Data invariants that `steward check` proves on the live database. */
export const invariants: readonly Invariant[] = [...memberInvariants]
