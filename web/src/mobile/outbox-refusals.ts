import { sendingRefusals } from '../claims/labels-refusal.ts'
import { pledgeRefusals } from '../pledges/labels-refusal.ts'
import type { Text } from '../shared/texts.ts'

/** Texts of refusals of what the phone sends later, by code. A feature that sends through the outbox adds its own. */
export const outboxRefusals: Readonly<Record<string, Text>> = { ...pledgeRefusals, ...sendingRefusals }
