import { permissionsOf, type Role, ROLES } from '@steward/domain/access/roles.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { mustFirst } from '@steward/domain/sign-in/second-factor.ts'
import { type Actor, type Handled, handle, type RoleHeld } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { counterCodeHandler } from './handlers-counter-code.ts'
import { changePasswordHandler } from './handlers-password.ts'
import { secondFactorHandlers } from './handlers-second-factor.ts'
import { securityHandlers } from './handlers-security.ts'
import { type SeedCounty, setUpHandlers } from './handlers-set-up.ts'
import { signInHandler } from './handlers-sign-in.ts'
import { endSession, listSessions, preferAccount, revokeSession, showSession } from './operations.ts'
import { savePreference } from './queries-accounts.ts'
import { endSessions, findShown, listSessions as listOpen, type Shown } from './queries-sessions.ts'
import { readSignInRules, type SignInRules } from './queries-settings.ts'

/** The account and session of a caller; open operations may have none. */
export function signedIn(actor: Actor): { accountId: string; sessionId: string } {
  const { accountId, sessionId } = actor
  return accountId === null || sessionId === null ? problem('not-signed-in') : { accountId, sessionId }
}

const ROLE_ORDER = Object.keys(ROLES) as Role[] // The record has exactly these keys.

/** Widest first: where a secretary who is also a member works from is the secretary's branch. */
function widestFirst(roles: readonly RoleHeld[]): RoleHeld[] {
  return [...roles].toSorted((a, b) => ROLE_ORDER.indexOf(b.role) - ROLE_ORDER.indexOf(a.role))
}

function mayOf(roles: readonly RoleHeld[]): string[] {
  const all = roles.flatMap(({ role }) => permissionsOf(role).map(({ permission }) => permission))
  return [...new Set(all)].toSorted()
}

function whatFirst(shown: Shown, rules: SignInRules, roles: readonly RoleHeld[]) {
  return mustFirst({
    openedWith: shown.openedWith,
    mustChangePassword: shown.mustChangePassword,
    roles: roles.map(({ role }) => role),
    secondFactorConfirmed: shown.secondFactor,
    secondFactorShown: shown.secondFactorShown,
    demandedOf: rules.secondFactorRoles,
  })
}

/** A temporary password was set by somebody else a moment ago; an aged one has had its days. */
function changeWhy(shown: Shown, rules: SignInRules, now: Date): 'temporary' | 'aged' | null {
  if (!shown.mustChangePassword || shown.openedWith === 'counter-code') return null
  const age = shown.passwordSetAt === null ? 0 : now.getTime() - shown.passwordSetAt.getTime()
  return age > rules.numbers.maxPasswordAgeDays * 86_400_000 ? 'aged' : 'temporary'
}

/** All operations of the feature. A new county is filled further by doors of higher floors, given where the server is put together. */
export function signInHandlers(doors: { seedCounty: SeedCounty }): readonly Handled[] {
  return [...sessionHandlers, ...setUpHandlers(doors.seedCounty)]
}

const sessionHandlers: readonly Handled[] = [
  signInHandler,

  handle(showSession, async ({ tx, access, actor, today, now }) => {
    access.open('own-account')
    const { accountId, sessionId } = signedIn(actor)
    const roles = widestFirst(actor.roles)
    const orgId = roles[0]?.orgId ?? null
    const shown = (await findShown(tx, { accountId, sessionId, orgId }, today)) ?? problem('not-signed-in')
    const rules = readSignInRules(shown.setting)
    const { minPasswordLength, minPasswordKinds, maxPasswordAgeDays } = rules.numbers
    return agree({
      account: {
        id: accountId,
        name: shown.name,
        accountName: shown.accountName,
        memberId: shown.memberId,
        mustChangePassword: shown.mustChangePassword && shown.openedWith === 'password',
        secondFactor: shown.secondFactor,
        hasPassword: shown.hasPassword,
        elder: shown.elder,
        language: shown.language,
      },
      county: shown.county,
      org: shown.path.at(-1) ?? null,
      path: [...shown.path],
      roles: roles.map((held) => ({
        role: held.role,
        label: { zh: ROLES[held.role].zh, en: ROLES[held.role].en },
        orgId: held.orgId,
        orgName: held.orgName,
      })),
      may: mayOf(roles),
      openedWith: shown.openedWith,
      mustFirst: whatFirst(shown, rules, roles),
      passwordChangeWhy: changeWhy(shown, rules, now),
      passwordRules: { minPasswordLength, minPasswordKinds, maxPasswordAgeDays },
    })
  }),

  handle(endSession, async ({ tx, access, actor, now, session }) => {
    access.open('own-account')
    if (actor.accountId !== null && actor.sessionId !== null) {
      await endSessions(tx, actor.accountId, 'signed-out', now, { only: actor.sessionId })
    }
    session(null)
    return agree({})
  }),

  handle(listSessions, async ({ tx, access, actor, now }) => {
    access.open('own-account')
    const { accountId, sessionId } = signedIn(actor)
    const rows = await listOpen(tx, accountId, now)
    return agree({ rows: rows.map((row) => ({ ...row, isThis: row.id === sessionId })) })
  }),

  handle(revokeSession, async ({ tx, access, actor, now }, input) => {
    access.open('own-account')
    const { accountId, sessionId } = signedIn(actor)
    const which = input.sessionId === null ? { except: sessionId } : { only: input.sessionId }
    const ended = await endSessions(tx, accountId, 'revoked', now, which)
    if (input.sessionId !== null && ended === 0) problem('not-found')
    return agree({ ended })
  }),

  handle(preferAccount, async ({ tx, access, actor }, input) => {
    access.open('own-account')
    await savePreference(tx, signedIn(actor).accountId, input)
    return agree({})
  }),

  changePasswordHandler,
  counterCodeHandler,
  ...secondFactorHandlers,
  ...securityHandlers,
]
