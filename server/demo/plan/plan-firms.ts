import { firmName } from './names.ts'
import type { PlannedFirm, PlannedOrg } from './plan-types.ts'
import { drawFrom } from './random.ts'

/** 2475 = 165 + 33 + 186 + 2091, and 162 instructors (S-119, S-120). */
const FIRMS = { own: 165, joint: 33, attached: 186, none: 2091 } as const
const INSTRUCTORS = 162
/** Firms that should have an instructor and have none yet, so that the list of what is missing is not empty. */
const WITHOUT_INSTRUCTOR = 14

/** The county's private firms with their coverage. */
export function planFirms(orgs: readonly PlannedOrg[]): PlannedFirm[] {
  const draw = drawFrom('firms')
  const towns = orgs.filter(
    (org) => org.kind === 'baseCommittee' && org.name.endsWith('党委') && /[镇乡]党委$/.test(org.name),
  )
  const hosts = orgs.filter((org) => org.mix === 'village' && org.form === 'independent')
  const firms: PlannedFirm[] = []
  const add = (firm: Omit<PlannedFirm, 'name' | 'town'>) =>
    firms.push({
      ...firm,
      name: firmName(draw, firms.length + 1),
      town: towns[firms.length % towns.length]?.key ?? 'yunxi',
    })
  for (let n = 1; n <= FIRMS.own; n += 1)
    add({ staff: draw.between(30, 400), coverage: 'own', org: `firm${n}`, instructor: null })
  for (let n = 0; n < FIRMS.joint; n += 1) {
    add({
      staff: draw.between(12, 60),
      coverage: 'joint',
      org: `firm${FIRMS.own + 1 + Math.floor(n / 3)}`,
      instructor: null,
    })
  }
  for (let n = 0; n < FIRMS.attached; n += 1)
    add({
      staff: draw.between(5, 24),
      coverage: 'attached',
      org: hosts[n % hosts.length]?.key ?? null,
      instructor: null,
    })
  for (let n = 0; n < FIRMS.none; n += 1) {
    const large = n < INSTRUCTORS + WITHOUT_INSTRUCTOR
    const instructor = n < INSTRUCTORS ? `指导员${String(n + 1).padStart(3, '0')}` : null
    add({
      staff: large ? draw.between(25, 120) : draw.between(2, 24),
      coverage: 'none',
      org: null,
      instructor,
    })
  }
  return firms
}
