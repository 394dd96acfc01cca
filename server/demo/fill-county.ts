import {
  insertOrgFacts,
  insertOrgs,
  type BulkEntry,
  type NewOrg,
} from '#features/organisation/queries-bulk.ts'
import { seedCalendar } from '#features/organisation/queries-calendar.ts'
import { insertInstructors, insertUnits } from '#features/organisation/queries-unit.ts'
import { type Entry, insertMembers, type NewMember, sealPerson } from '#features/members/queries.ts'
import type { Context } from '#platform/context.ts'
import { laterOf, plainDate } from '@steward/domain/shared/plain-date.ts'
import { fillCommittees } from './fill-committees.ts'
import type { DemoPlan, FormerMember, PlannedMember, PlannedOrg } from './plan/plan-types.ts'

const BY = '演示数据'
const REASON = '演示县建库登记'

/** Ids given to the plan's keys, for what comes after (accounts, later features). */
export type FilledCounty = {
  readonly orgIds: ReadonlyMap<string, string>
  readonly members: readonly FilledMember[]
  /** Secretaries in office, by key of their organisation. */
  readonly secretaries: ReadonlyMap<string, FilledMember>
}
export type FilledMember = PlannedMember & { readonly id: string; readonly groupId: string | null }

/** Fills an empty county from the plan through the doors that imports use, so that every rule of a single entry holds. */
export async function fillCounty(
  context: Context,
  plan: DemoPlan,
  say: (line: string) => void,
): Promise<FilledCounty> {
  const { tx } = context
  const entry = entryOf(context)
  await seedCalendar(tx)
  const orgIds = await fillOrgs(context, plan.orgs, entry)
  say(`  组织 · organisations ${plan.orgs.length}`)
  const members = await fillMembers(context, plan, orgIds, entry, say)
  const secretaries = await fillCommittees(context, plan.orgs, { orgIds, members, entry })
  await fillUnits(context, plan, orgIds, entry)
  say(`  班子、企业 · committees and firms ${plan.firms.length}`)
  return { orgIds, members, secretaries }
}

function entryOf(context: Context): BulkEntry & Entry {
  const { now, today } = context
  return {
    ...{ by: BY, accountId: null, at: now, today, reason: REASON, source: 'system-of-record' },
    newId: () => context.newId(),
  }
}

async function fillOrgs(
  context: Context,
  orgs: readonly PlannedOrg[],
  entry: BulkEntry,
): Promise<Map<string, string>> {
  const ids = new Map(orgs.map((org) => [org.key, context.newId()]))
  // The root stands already where the county was set up in the browser; the demo makes it with the rest.
  const rows = orgs.map((org, index): NewOrg => ({
    id: idOf(ids, org.key),
    parentId: org.parent === null ? null : idOf(ids, org.parent),
    kind: org.kind,
    form: org.form,
    field: org.field,
    unitKind: org.unitKind,
    canApprove: org.approving,
    name: org.name,
    foundedOn: foundingOf(org, orgs),
    sortNo: index,
    // A number nobody has: 0000 is no area code.
    phone: org.kind === 'partyGroup' ? '' : `0000-${7_650_000 + index}`,
  }))
  const placed = await insertOrgs(context.tx, rows, entry)
  if (!placed.ok) throw new Error(`The plan breaks a rule: ${placed.code} ${JSON.stringify(placed.details)}`)
  const communities = orgs.filter((org) => org.formedFrom.length > 0)
  const factOf = (org: PlannedOrg) => [
    {
      orgId: idOf(ids, org.key),
      kind: 'premises' as const,
      value: org.rentedOffice ? 'rented' : 'own',
      fromOn: plainDate('2019-06-01'),
    },
    {
      orgId: idOf(ids, org.key),
      kind: 'secretaryExperience' as const,
      value: org.secretaryExperienced ? 'yes' : 'no',
      fromOn: plainDate('2024-03-01'),
    },
    {
      orgId: idOf(ids, org.key),
      kind: 'fullTimeStaff' as const,
      value: '6',
      fromOn: plainDate('2019-06-01'),
    },
    { orgId: idOf(ids, org.key), kind: 'rules' as const, value: 'yes', fromOn: plainDate('2019-06-01') },
  ]
  await insertOrgFacts(context.tx, communities.flatMap(factOf), entry)
  return ids
}

/** No organisation is older than the one above it. */
function foundingOf(org: PlannedOrg, orgs: readonly PlannedOrg[]): PlannedOrg['foundedOn'] {
  const parent = orgs.find((one) => one.key === org.parent)
  if (parent === undefined) return plainDate('1950-01-01')
  const above = foundingOf(parent, orgs)
  return org.foundedOn > above ? org.foundedOn : above
}

function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`The plan names an organisation that is not in it: ${key}`)
  return id
}

const MEMBERS_A_STEP = 4000

async function fillMembers(
  context: Context,
  plan: DemoPlan,
  orgIds: ReadonlyMap<string, string>,
  entry: Entry,
  say: (line: string) => void,
): Promise<FilledMember[]> {
  const groups = new Map<string, string[]>()
  for (const org of plan.orgs) {
    if (org.kind === 'partyGroup' && org.parent !== null)
      groups.set(org.parent, [...(groups.get(org.parent) ?? []), idOf(orgIds, org.key)])
  }
  const members = plan.members.map((member, index): FilledMember => {
    const own = groups.get(member.org) ?? []
    return { ...member, id: context.newId(), groupId: own[index % Math.max(1, own.length)] ?? null }
  })
  const founded = new Map(plan.orgs.map((org) => [org.key, foundingOf(org, plan.orgs)]))
  for (let start = 0; start < members.length; start += MEMBERS_A_STEP) {
    const part = members.slice(start, start + MEMBERS_A_STEP)
    await insertMembers(
      context.tx,
      part.map((member) => rowOf(context, member, idOf(orgIds, member.org), founded)),
      entry,
    )
    say(`  党员 · members ${Math.min(start + MEMBERS_A_STEP, members.length)} / ${members.length}`)
  }
  return members
}

function rowOf(
  context: Context,
  member: PlannedMember & { readonly id: string; readonly groupId?: string | null },
  orgId: string,
  founded: ReadonlyMap<string, PlannedOrg['foundedOn']>,
): NewMember {
  const { id, name, sex, bornOn, ethnicGroup, education, category, admittedOn, convertedOn } = member
  return {
    ...{ id, orgId, groupId: member.groupId ?? null, name, sex, bornOn, ethnicGroup, education, category },
    ...{ admittedOn, convertedOn },
    // Nobody belonged to a branch before it was there.
    joinedOn: laterOf(admittedOn, founded.get(member.org) ?? admittedOn),
    ...{ post: member.post, workplace: member.workUnit, sealed: sealPerson(context.crypto, member) },
    tags: member.floating ? [{ tag: 'floatingMember' as const, fromOn: plainDate('2026-01-05') }] : [],
  }
}

/** Files of people who left in the year before; they stand as members until their cases are written. */
export async function fillFormer(
  context: Context,
  plan: DemoPlan,
  orgIds: ReadonlyMap<string, string>,
): Promise<(FormerMember & { readonly id: string })[]> {
  const founded = new Map(plan.orgs.map((org) => [org.key, foundingOf(org, plan.orgs)]))
  const former = plan.former.map((member) => ({ ...member, id: context.newId() }))
  await insertMembers(
    context.tx,
    former.map((member) => rowOf(context, member, idOf(orgIds, member.org), founded)),
    entryOf(context),
  )
  return former
}

async function fillUnits(
  context: Context,
  plan: DemoPlan,
  orgIds: ReadonlyMap<string, string>,
  entry: BulkEntry,
): Promise<void> {
  const sizes = new Map(plan.orgs.map((org) => [org.key, org.size]))
  const firms = plan.firms.map((firm) => ({
    ...firm,
    id: context.newId(),
    kind: 'privateFirm' as const,
    townId: idOf(orgIds, firm.town),
    orgId: firm.org === null ? null : idOf(orgIds, firm.org),
    fullMembers:
      firm.coverage === 'own' ? (sizes.get(firm.org ?? '') ?? 0) : firm.coverage === 'none' ? 0 : 1,
  }))
  const communities = plan.orgs
    .filter((org) => org.formedFrom.length > 0)
    .map((org) => ({
      id: context.newId(),
      kind: 'community' as const,
      name: org.name.replace(/党(总支|支部)$/, ''),
      townId: idOf(orgIds, org.parent ?? 'county'),
      staff: 6,
      fullMembers: 0,
      coverage: 'own' as const,
      orgId: idOf(orgIds, org.key),
      formedOn: plainDate('2019-06-01'),
      formerNames: org.formedFrom,
    }))
  await insertUnits(context.tx, [...firms, ...communities], entry)
  const instructors = firms.flatMap((firm) =>
    firm.instructor === null
      ? []
      : [{ unitId: firm.id, name: firm.instructor, sentBy: '县委组织部', fromOn: plainDate('2026-03-01') }],
  )
  if (instructors.length > 0) await insertInstructors(context.tx, instructors, entry)
}
