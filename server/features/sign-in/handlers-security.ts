import { isRole, type Role, ROLES } from '@steward/domain/access/roles.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { readSecondFactorRoles } from '@steward/domain/sign-in/second-factor.ts'
import { defaultSignInSettings, tightenSignInSettings } from '@steward/domain/sign-in/settings.ts'
import { type Handled, handle } from '#platform/context.ts'
import { changeSecurity, showSecurity } from './operations-security.ts'
import { countSecondFactors, listAccountsHolding } from './queries-grants.ts'
import { shortenSessions } from './queries-sessions.ts'
import { findSignInRules, saveSignInRules } from './queries-settings.ts'

const ADMINISTRATORS = (Object.keys(ROLES) as Role[]).filter((role) => ROLES[role].administrator) // The record's own keys.

export const securityHandlers: readonly Handled[] = [
  handle(showSecurity, async ({ tx, access, today }) => {
    // Those who answer for accounts read the rules; only the security administrator changes them.
    access.demand('account.read', {})
    const rules = await findSignInRules(tx, today)
    const counted = await countSecondFactors(tx, today)
    return agree({
      numbers: rules.numbers,
      secondFactorRoles: [...rules.secondFactorRoles],
      loosest: defaultSignInSettings,
      coverage: counted.flatMap(({ role, ...counts }) => (isRole(role) ? [{ role, ...counts }] : [])),
      mayChange: access.can('security.change', {}),
    })
  }),

  handle(changeSecurity, async ({ tx, access, actor, today, now, note }, input) => {
    access.demand('security.change', {})
    const before = await findSignInRules(tx, today)
    const tightened = tightenSignInSettings(input.numbers)
    if (!tightened.ok) return tightened
    const numbers = tightened.value
    const secondFactorRoles = readSecondFactorRoles(input.secondFactorRoles)
    await saveSignInRules(
      tx,
      { numbers, secondFactorRoles },
      { fromOn: today, decidedBy: actor.name, decidedAt: now },
    )
    const { idleMinutes, administratorIdleMinutes, absoluteHours } = numbers
    await shortenSessions(tx, { idleMinutes, absoluteHours }, null)
    const administrators = await listAccountsHolding(tx, ADMINISTRATORS, today)
    await shortenSessions(tx, { idleMinutes: administratorIdleMinutes, absoluteHours }, administrators)
    note({
      before: { ...before.numbers, secondFactorRoles: before.secondFactorRoles },
      after: { ...numbers, secondFactorRoles },
    })
    return agree({})
  }),
]
