import { ROLES } from '@steward/domain/access/roles.ts'
import { CAST, CAST_ORGS, DEMO_COUNTY, DEMO_PASSWORD } from '#demo/cast.ts'

/** The demo county's named accounts, shown on its sign-in page so that everybody can look around. */
export function demoAccounts() {
  const accounts = Object.entries(CAST).map(([accountName, { name, role, org }]) => ({
    accountName,
    name,
    role: ROLES[role].zh,
    org: CAST_ORGS[org],
  }))
  return { county: DEMO_COUNTY.code, password: DEMO_PASSWORD, accounts }
}
