import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { toPlainDate } from '@steward/domain/shared/plain-date.ts'

// The one place of the browser faces that reads a clock. The server's time wins over the device's, which may be wrong.
const deviceNow = () => performance.timeOrigin + performance.now()
let aheadBy = 0

/** Takes the time from an answer of the server (header Date). */
export function noteServerTime(header: string | null): void {
  const instant = header === null ? Number.NaN : Date.parse(header)
  if (!Number.isNaN(instant)) aheadBy = instant - deviceNow()
}

/** The calendar day of an instant in the county's zone, as YYYY-MM-DD. */
export function dayOfInstant(instant: number | string): PlainDate {
  return toPlainDate(new Date(instant))
}

/** Today in the county's zone, as YYYY-MM-DD. */
export function useToday(): PlainDate {
  return dayOfInstant(deviceNow() + aheadBy)
}

/** The instant so many minutes from now, as ISO text; for telling people until when. */
export function instantIn(minutes: number): string {
  return new Date(deviceNow() + aheadBy + minutes * 60_000).toISOString()
}
