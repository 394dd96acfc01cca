import { planFirms } from './plan-firms.ts'
import { planFormer } from './plan-former.ts'
import { planMembers } from './plan-members.ts'
import { planOrgs } from './plan-orgs.ts'
import type { DemoPlan } from './plan-types.ts'

/** The demo county as plain data from a fixed seed. The small one is a part of the full one: same keys, same people. */
export function demoPlan(content: 'small' | 'full'): DemoPlan {
  const orgs = planOrgs()
  const members = planMembers(orgs)
  const firms = planFirms(orgs)
  const former = planFormer(orgs, members.length)
  if (content === 'full') return { orgs, members, former, firms }
  const kept = new Set(orgs.filter((org) => org.small).map((org) => org.key))
  return {
    orgs: orgs.filter((org) => kept.has(org.key)),
    members: members.filter((member) => kept.has(member.org)),
    former: former.filter((member) => kept.has(member.org)),
    firms: firms
      .filter((firm) => kept.has(firm.town) && (firm.org === null || kept.has(firm.org)))
      .slice(0, 40),
  }
}
