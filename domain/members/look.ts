import { agree, type Decision, refuse } from '../shared/decision.ts'

/** Why somebody may see a number in full: a word of this list, and words of their own. */
export const lookPurposes = ['contact', 'verify', 'transfer', 'report', 'emergency', 'other'] as const
export type LookPurpose = (typeof lookPurposes)[number]

/** Minutes after which screens hide an unmasked number again. */
export const unmaskMinutes = 10

/** A purpose with the note it needs; "other" says nothing without one. */
export function checkPurpose(
  purpose: LookPurpose,
  note: string,
): Decision<{ readonly purpose: LookPurpose; readonly note: string }, 'purpose-needs-note'> {
  const said = note.trim()
  if (purpose === 'other' && said.length < 4) return refuse('purpose-needs-note', { min: 4 })
  return agree({ purpose, note: said })
}
