import { yearOf } from '@steward/domain/shared/plain-date.ts'
import type { Context } from '#platform/context.ts'
import { type CasePerson, casePeople } from './case-person.ts'
import { closeLastYear } from './close-last-year.ts'
import type { Accounts } from './fill-appraisals.ts'
import { fillCases, type CasesOf } from './fill-cases.ts'
import { fillFormer, type FilledCounty } from './fill-county.ts'
import { exemptSome } from './fill-deductions.ts'
import { fillLastYear, type LastYear } from './fill-last-year.ts'
import type { Reviewer, Reviewers } from './fill-loop.ts'
import { fillUses, pickCommended } from './fill-uses.ts'
import type { CountyBody } from './past-warnings.ts'
import { type Candidate, planRoles } from './plan/plan-outcomes.ts'
import type { DemoPlan } from './plan/plan-types.ts'

export type YearBeforeOf = {
  readonly plan: DemoPlan
  readonly content: 'small' | 'full'
  readonly filled: FilledCounty
  readonly reviewers: Reviewers
  readonly accounts: Accounts
  readonly county: CountyBody & { readonly path: string; readonly orgName: string }
  /** Checks what the county officer then decides. */
  readonly checker: Reviewer
}

/** The year before with all that followed from it, closed; answers from when deeds of this year are credited. */
export async function fillYearBefore(
  context: Context,
  of: YearBeforeOf,
  say: (line: string) => void,
): Promise<LastYear | undefined> {
  const { county, reviewers, accounts, filled } = of
  const { former, cases } = await casesOf(context, of)
  const last = await fillLastYear(context, filled, { reviewers, accounts, cases, former }, say)
  if (last === undefined) return undefined
  await exemptSome(context, of.plan, filled, last.year + 1)
  const taken = new Set(cases.people.map(({ memberId }) => memberId))
  const small = new Set(of.plan.orgs.filter((org) => org.small).map(({ key }) => filled.orgIds.get(key)))
  const isSmall = (orgId: string) => small.has(orgId)
  const commended = pickCommended(last.appraisals, { content: of.content, isSmall, taken })
  const uses = await fillUses(context, { ...last, reviewers, county }, commended)
  await fillCases(context, cases, last.tolerated, uses)
  say(`  ${last.year} 年结果运用 · outcomes of ${last.year} ${commended.size + cases.people.length}`)
  await closeLastYear(context, { last, reviewers, accounts, county: { ...county, name: county.name } }, say)
  return last
}

type Cases = { readonly cases: CasesOf; readonly former: Awaited<ReturnType<typeof fillFormer>> }

async function casesOf(context: Context, of: YearBeforeOf): Promise<Cases> {
  const { plan, content, filled, reviewers, county, checker } = of
  const bodies = { county, countyName: county.orgName }
  const orgs = new Map(plan.orgs.map((org) => [org.key, org]))
  const heads = new Set([...reviewers.values()].flatMap(({ own, other }) => [own.memberId, other.memberId]))
  const year = yearOf(context.today) - 1
  const able = filled.members.filter(
    ({ id, convertedOn, floating, accountName, admittedOn, bornOn, org }) =>
      convertedOn !== null &&
      !floating &&
      accountName === null &&
      admittedOn < `${year - 2}-01-01` &&
      bornOn > '1956-01-01' &&
      !heads.has(id) &&
      (orgs.get(org)?.size ?? 0) >= 9,
  )
  const candidates = able.map(({ id, identityNumber, org, category }): Candidate => {
    const small = orgs.get(org)?.small === true
    return { id, key: identityNumber, small, serving: category === 'servingMember' }
  })
  // What followed reaches into the late summer; before, nothing of it is told.
  if (context.today < `${year + 1}-09-15`) return { cases: { year, bodies, checker, people: [] }, former: [] }
  const toPerson = casePeople(plan, filled, reviewers, { county })
  const roles = planRoles(candidates, content)
  const people = able.flatMap((member): CasePerson[] => {
    const role = roles.get(member.id)
    const person = role === undefined ? undefined : toPerson(member, role)
    if (role !== undefined && person === undefined)
      throw new Error(`Nobody sees to the case of ${member.org}`)
    return person === undefined ? [] : [person]
  })
  const former = await fillFormer(context, plan, filled.orgIds)
  const left = former.flatMap((person) => toPerson(person, person.left) ?? [])
  return { cases: { year, bodies, checker, people: [...people, ...left] }, former }
}
