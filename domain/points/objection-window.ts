import { objectionWindowDays } from '../notices/objection.ts'
import { addDays, laterOf, type PlainDate } from '../shared/plain-date.ts'
import type { MonthState } from './month.ts'

export type KnownLine = {
  readonly postedOn: PlainDate
  readonly monthState: MonthState
  /** Last day of the notice its month was shown on; null before there is one. */
  readonly noticeEndsOn: PlainDate | null
}

/**
 * The day from which the days to object to a line run: the last day of the notice, or of posting where that
 * is later; until its month has been shown they have not begun.
 */
export function knownSince(line: KnownLine, today: PlainDate): PlainDate {
  if (line.noticeEndsOn !== null) return laterOf(line.noticeEndsOn, line.postedOn)
  return line.monthState === 'closed' ? line.postedOn : laterOf(today, line.postedOn)
}

/** The last day on which it can be objected to; null when it is over. */
export function objectUntil(line: KnownLine, today: PlainDate): PlainDate | null {
  const until = addDays(knownSince(line, today), objectionWindowDays)
  return today > until ? null : until
}
