import {
  communityGaps,
  countCommunityGaps,
  listCommunityGaps,
} from '@steward/domain/organisation/community.ts'
import { checkDefectPlan } from '@steward/domain/organisation/defect-plan.ts'
import { orgDefectCodes } from '@steward/domain/organisation/org-gaps.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { isAtOrBelow } from '@steward/domain/shared/reach.ts'
import { handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import * as operations from './operations-defect.ts'
import { listCommunityUnits } from './queries-community.ts'
import { insertDefectPlan, type JudgedOrg, judgeOrgs, recordedFacts } from './queries-defect.ts'
import { findOrg, lockOrg } from './queries.ts'

const list = handle(operations.listDefects, async ({ tx, access, today }, input) => {
  const { orgId, codes, severity, plan } = input
  if (orgId !== undefined) {
    const org = (await findOrg(tx, orgId)) ?? problem('not-found')
    access.demand('organisation.read', { path: org.path })
  }
  const judged = await judgeOrgs(tx, today, access, orgId ?? null)
  const names = new Map(judged.map(({ org }) => [org.path, org.name]))
  const all = judged.flatMap(({ org, defects }) =>
    defects.map((defect) => ({ ...defect, org, above: names.get(parentOf(org.path)) ?? '' })),
  )
  const found = all.filter(
    (row) =>
      (codes === undefined || codes.includes(row.code)) &&
      (severity === undefined || row.severity === severity) &&
      (plan === 'all' ||
        (plan === 'with' && row.plan !== null) ||
        (plan === 'without' && row.plan === null) ||
        (plan === 'overdue' && row.plan !== null && row.plan.dueOn < today)),
  )
  // What is wrong before what is only coming up; inside, the order of the tree.
  const rows = found.toSorted((a, b) => Number(a.severity === 'notice') - Number(b.severity === 'notice'))
  const counts = orgDefectCodes
    .map((code) => ({ code, count: all.filter((row) => row.code === code).length }))
    .filter(({ count }) => count > 0)
  const mayPlan = judged.some(({ org }) => access.may(['organisation.change'], { path: org.path }).length > 0)
  return agree({ rows, counts, organisations: new Set(rows.map(({ org }) => org.id)).size, mayPlan })
})

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('.')))
}

const planDefect = handle(operations.planDefect, async (ctx, input) => {
  const { tx, access, actor, now, today } = ctx
  const org = await lockOrg(tx, input.orgId)
  access.demand('organisation.change', { path: org.path })
  const judged = await judgeOrgs(tx, today, 'all', org.id)
  const own = judged.find((one) => one.org.id === org.id)
  const isThere = own?.defects.some(({ code }) => code === input.code) === true
  const decision = checkDefectPlan(input, { isThere, today })
  if (!decision.ok) return decision
  const id = ctx.newId()
  await insertDefectPlan(tx, { ...input, id, by: actor.name, accountId: actor.accountId, at: now })
  ctx.note({ orgId: org.id, code: input.code, planId: id })
  return agree({ id })
})

const communities = handle(operations.listCommunities, async ({ tx, access, today }) => {
  const units = await listCommunityUnits(tx, access)
  const judged = units.length === 0 ? [] : await judgeOrgs(tx, today, access)
  const rows = units.map((unit) => communityRow(unit, judged))
  const counted = countCommunityGaps(rows.map(({ lacks }) => lacks))
  return agree({
    rows,
    counts: communityGaps.map((gap) => ({ gap, count: counted[gap] })),
    formerTotal: rows.reduce((sum, { formerNames }) => sum + formerNames.length, 0),
  })
})

type CommunityUnit = Awaited<ReturnType<typeof listCommunityUnits>>[number]

/** A community with what its organisation and branches lack (S-133); what was not reported is named, not counted. */
function communityRow(unit: CommunityUnit, judged: readonly JudgedOrg[]) {
  const own = judged.find(({ org }) => org.id === unit.org?.id)
  const inside = own ? judged.filter(({ org }) => isAtOrBelow(org.path, own.org.path)) : []
  const branches = inside.filter(({ org }) => org.kind === 'branch').map(({ org }) => org)
  const facts = own === undefined ? undefined : recordedFacts(own.org).facts
  const hasSecretary = own !== undefined && own.org.secretary !== null
  const lacks = {
    smallestBranchMembers: branches.length === 0 ? null : Math.min(...branches.map(({ members }) => members)),
    officeIsRented: facts?.premises === 'rented',
    secretaryHasExperience: !hasSecretary || (facts?.secretaryHasExperience ?? true),
    fullTimeStaff: facts?.fullTimeStaff ?? 1,
    hasRules: facts?.hasRules ?? true,
  }
  const unreported = [
    ...(facts?.premises == null ? (['premises'] as const) : []),
    ...(hasSecretary && facts?.secretaryHasExperience == null ? (['secretaryExperience'] as const) : []),
    ...(facts?.fullTimeStaff == null ? (['fullTimeStaff'] as const) : []),
    ...(facts?.hasRules == null ? (['rules'] as const) : []),
  ]
  const gaps = listCommunityGaps(lacks)
  const planned = inside
    .flatMap(({ defects }) => defects)
    .filter(({ code, plan }) => plan !== null && gaps.some((gap) => gap === code)).length
  const { smallestBranchMembers } = lacks
  return { ...unit, branches: branches.length, smallestBranchMembers, gaps, unreported, planned, lacks }
}

/** Defects with their owners and plans, and the communities (R-025, S-121, S-133). */
export const defectHandlers: readonly Handled[] = [list, planDefect, communities]
