import { defaultSignInSettings, type SignInSettings } from './settings.ts'

export type SessionTimes = {
  readonly startedAt: Date
  readonly lastSeenAt: Date
  /** System, security and audit administrators have the shorter idle time. */
  readonly isAdministrator: boolean
  readonly revokedAt: Date | null
}
type Times = Pick<SignInSettings, 'idleMinutes' | 'administratorIdleMinutes' | 'absoluteHours'>

/** The instant a session ends if nothing more happens: idle or absolute, whichever comes first. */
export function sessionEndsAt(session: SessionTimes, settings: Times = defaultSignInSettings): Date {
  const idleMinutes = session.isAdministrator ? settings.administratorIdleMinutes : settings.idleMinutes
  const idleEnd = session.lastSeenAt.getTime() + idleMinutes * 60_000
  return new Date(Math.min(idleEnd, absoluteEndsAt(session, settings).getTime()))
}

/** The instant a session ends however busy it is. */
export function absoluteEndsAt(session: SessionTimes, settings: Times = defaultSignInSettings): Date {
  return new Date(session.startedAt.getTime() + settings.absoluteHours * 3_600_000)
}

/** Open, or why it is not: revoked, too long without use, or at its absolute end. */
export function sessionStateAt(
  session: SessionTimes,
  now: Date,
  settings: Times = defaultSignInSettings,
): 'open' | 'revoked' | 'idle' | 'ended' {
  if (session.revokedAt && session.revokedAt <= now) return 'revoked'
  if (now >= absoluteEndsAt(session, settings)) return 'ended'
  return now >= sessionEndsAt(session, settings) ? 'idle' : 'open'
}
