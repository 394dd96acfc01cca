import { isSharedForm } from '@steward/domain/organisation/covered-unit.ts'
import { mergeOrgs, splitOrg, type SplitPart } from '@steward/domain/organisation/org-change.ts'
import { holdsMembers } from '@steward/domain/organisation/party-org.ts'
import { agree, type Decision, refuse } from '@steward/domain/shared/decision.ts'
import { addDays } from '@steward/domain/shared/plain-date.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import type { z } from 'zod'
import { actOf, changedMeanwhile, decidedFacts, demandChange, toOrgWithHistory } from './handlers-decision.ts'
import * as operations from './operations-change.ts'
import { writeOrgs } from './queries-bulk.ts'
import {
  type Act,
  type ChangeRow,
  closeOrgs,
  insertChanges,
  listOpenBelow,
  listRoll,
  loadTreeFacts,
  type LockedOrg,
  lockTree,
  type MoveMembers,
  moveSubtrees,
  type RollRow,
  updateOrg,
} from './queries-change.ts'
import { endPostsOfMembers } from './queries-committee.ts'
import { coverUnits } from './queries-unit.ts'

/** Merging and splitting; members move by the door given. */
export function mergeHandlers(moveMembers: MoveMembers): readonly Handled[] {
  return [merge(moveMembers), split(moveMembers)]
}

const merge = (moveMembers: MoveMembers) =>
  handle(operations.mergeOrgs, async (ctx, input) => {
    const { tx } = ctx
    const locked = await lockTree(tx, [input.orgId, ...input.sources.map(({ orgId }) => orgId)])
    const target = locked(input.orgId)
    const sources = input.sources.map(({ orgId }) => locked(orgId))
    for (const org of [target, ...sources]) demandChange(ctx, org)
    const paths = [target, ...sources].map((org) => org.parentPath ?? org.path)
    const sourceIds = sources.map(({ id }) => id)
    const facts = await loadTreeFacts(tx, {
      orgIds: [target.id, ...sourceIds],
      siblingsOf: null,
      deciderId: input.decidedByOrgId,
      paths,
    })
    for (const [index, org] of [target, ...sources].entries()) {
      const revision = index === 0 ? input.revision : input.sources[index - 1]?.revision
      const stale = changedMeanwhile(org, revision ?? -1, facts)
      if (stale) return stale
    }
    const decided = decidedFacts(ctx, input, facts, paths, target.kind)
    const decision = mergeOrgs(
      sources.map((org) => toOrgWithHistory(org, facts)),
      toOrgWithHistory(target, facts),
      decided,
    )
    if (!decision.ok) return decision
    const stranger = sources.find(
      ({ parentId }) => target.kind === 'partyGroup' && parentId !== target.parentId,
    )
    if (stranger)
      return refuse('org-wrong-parent', { name: stranger.name, kind: 'partyGroup', parentKind: 'branch' })
    const act = actOf(ctx, input, decided)
    const movedMembers = await takeUp(ctx, { target, sources, sourceIds, act, moveMembers })
    const revision = await updateOrg(tx, target, {})
    ctx.note({ orgId: target.id, actId: act.actId, sources: sourceIds.length, movedMembers })
    return agree({ id: target.id, revision, actId: act.actId, movedMembers })
  })

type TakenUp = {
  target: LockedOrg
  sources: readonly LockedOrg[]
  sourceIds: readonly string[]
  act: Act
  moveMembers: MoveMembers
}

/** What stood below, the members and the units go to the target; the sources close. */
async function takeUp(
  { tx }: Context,
  { target, sources, sourceIds, act, moveMembers }: TakenUp,
): Promise<number> {
  const children = await listOpenBelow(tx, sourceIds)
  await moveSubtrees(
    tx,
    children.map(({ id }) => id),
    target,
  )
  const roll = await listRoll(tx, { orgIds: sourceIds })
  const isGroup = target.kind === 'partyGroup'
  if (roll.length > 0) {
    await moveMembers(tx, {
      memberIds: roll.map(({ id }) => id),
      toOrgId: isGroup ? (target.parentId ?? target.id) : target.id,
      group: isGroup ? { id: target.id } : 'kept',
      ...act,
    })
  }
  const nameById = new Map(sources.map((org) => [org.id, org]))
  const rows: ChangeRow[] = [
    {
      orgId: target.id,
      kind: 'merge',
      before: null,
      after: { orgNames: sources.map(({ name }) => name), members: roll.length },
    },
    ...sources.map((org): ChangeRow => ({
      orgId: org.id,
      kind: 'mergedInto',
      before: { name: org.name, parentName: org.parentName },
      after: { orgNames: [target.name] },
    })),
    ...children.map((child): ChangeRow => ({
      orgId: child.id,
      kind: 'move',
      before: { parentId: child.parentId, parentName: nameById.get(child.parentId)?.name ?? '' },
      after: { parentId: target.id, parentName: target.name },
    })),
  ]
  await insertChanges(tx, act, rows)
  const coverage = isSharedForm(target.form) ? 'joint' : 'attached'
  await coverUnits(tx, { of: { orgIds: sourceIds }, orgId: target.id, coverage, on: act.on }, act)
  await closeOrgs(tx, sourceIds, act.on, act.reason)
  return roll.length
}

type SplitInput = z.output<typeof operations.splitOrg.input>
type Plan = { readonly parts: readonly PlannedPart[]; readonly left: number }
type PlannedPart = SplitPart & {
  readonly memberIds: readonly string[]
  readonly orgIds: readonly string[]
  readonly shortName: string
}
type PlanRefusal =
  | 'org-split-members-elsewhere'
  | 'org-split-member-twice'
  | 'org-split-group-divided'
  | 'org-has-organisations-below'

const split = (moveMembers: MoveMembers) =>
  handle(operations.splitOrg, async (ctx, input) => {
    const { tx } = ctx
    const source = (await lockTree(tx, [input.orgId]))(input.orgId)
    demandChange(ctx, source)
    const paths = [source.parentPath ?? source.path]
    const partOrgIds = input.parts.flatMap(({ orgIds }) => orgIds)
    const facts = await loadTreeFacts(tx, {
      orgIds: [source.id, ...partOrgIds],
      siblingsOf: source.parentId,
      deciderId: input.decidedByOrgId,
      paths,
    })
    const stale = changedMeanwhile(source, input.revision, facts)
    if (stale) return stale
    const children = await listOpenBelow(tx, [source.id])
    const roll = await listRoll(tx, { orgIds: [source.id] })
    const fullBelow = (id: string) => facts.orgs.get(id)?.fullMembers ?? 0
    const plan = planParts(ctx, input, source, { children, roll, fullBelow })
    if (!plan.ok) return plan
    const { parts, left } = plan.value
    const decided = decidedFacts(ctx, input, facts, paths, source.kind)
    const siblingNames = facts.siblings
      .filter(({ id }) => id !== source.id || !input.sourceCloses)
      .map(({ name }) => name)
    const decision = splitOrg(
      { ...toOrgWithHistory(source, facts), fullMembers: fullBelow(source.id) },
      parts,
      { ...decided, sourceCloses: input.sourceCloses, siblingNames },
    )
    if (!decision.ok) return decision
    if (input.sourceCloses && left > 0)
      return refuse('org-split-counts-differ', { fullMembers: fullBelow(source.id), left })
    const act = actOf(ctx, input, decided)
    await divide(ctx, { source, parts, act, first: facts.nextNumber, roll, moveMembers })
    if (input.sourceCloses) {
      const heir = parts[0]?.id ?? null
      await coverUnits(tx, { of: { orgIds: [source.id] }, orgId: heir, coverage: 'kept', on: input.on }, act)
      await closeOrgs(tx, [source.id], input.on, act.reason)
    } else {
      await updateOrg(tx, source, {})
      const gone = parts.flatMap(({ memberIds }) => memberIds)
      if (gone.length > 0) await endPostsOfMembers(tx, gone, addDays(input.on, -1), act.reason, [source.id])
    }
    ctx.note({ orgId: source.id, actId: act.actId, parts: parts.length })
    const partIds = parts.map(({ id }) => id)
    return agree({ id: source.id, revision: source.revision + 1, actId: act.actId, partIds })
  })

/** Who and what goes with which part. */
function planParts(
  ctx: Context,
  input: SplitInput,
  source: LockedOrg,
  facts: {
    children: readonly { id: string }[]
    roll: readonly RollRow[]
    fullBelow: (id: string) => number
  },
): Decision<Plan, PlanRefusal> {
  const people = new Map(facts.roll.map((person) => [person.id, person]))
  const below = new Set(facts.children.map(({ id }) => id))
  const taken = new Set<string>()
  const parts: PlannedPart[] = []
  for (const part of input.parts) {
    const ids = [...part.memberIds, ...part.orgIds]
    const foreign = part.memberIds.some((id) => !people.has(id)) || part.orgIds.some((id) => !below.has(id))
    if (foreign) return refuse('org-split-members-elsewhere', { part: part.name })
    if (ids.some((id) => taken.has(id)) || new Set(ids).size !== ids.length)
      return refuse('org-split-member-twice', { part: part.name })
    for (const id of ids) taken.add(id)
    const whole = facts.roll.every(
      ({ id, groupId }) => groupId === null || !part.orgIds.includes(groupId) || part.memberIds.includes(id),
    )
    if (!whole) return refuse('org-split-group-divided', { part: part.name })
    const own = part.memberIds.filter((id) => people.get(id)?.full === true).length
    const { name, shortName, memberIds, orgIds, form, field, unitKind } = part
    parts.push({
      id: ctx.newId(),
      name,
      shortName,
      memberIds,
      orgIds,
      shape: { kind: source.kind, form, field, unitKind, canApprove: source.canApprove },
      fullMembers: holdsPeople(source) ? own : orgIds.reduce((sum, id) => sum + facts.fullBelow(id), 0),
    })
  }
  const openBelow = facts.children.filter(({ id }) => !taken.has(id)).length
  if (input.sourceCloses && openBelow > 0) return refuse('org-has-organisations-below', { openBelow })
  return agree({ parts, left: facts.roll.filter(({ id }) => !taken.has(id)).length })
}

function holdsPeople({ kind }: LockedOrg): boolean {
  return holdsMembers(kind) || kind === 'partyGroup'
}

type Division = {
  source: LockedOrg
  parts: readonly PlannedPart[]
  act: Act
  first: number
  roll: readonly RollRow[]
  moveMembers: MoveMembers
}

/** Writes the parts and moves to each what goes with it. */
async function divide({ tx }: Context, division: Division): Promise<void> {
  const { source, parts, act, first } = division
  const placed = parts.map((part, index) => ({
    ...part.shape,
    id: part.id,
    parentId: source.parentId,
    name: part.name,
    shortName: part.shortName,
    foundedOn: act.on,
    number: first + index,
    path: `${source.parentPath ?? ''}.${first + index}`,
  }))
  await writeOrgs(tx, placed)
  const rows: ChangeRow[] = [
    {
      orgId: source.id,
      kind: 'split',
      before: null,
      after: { orgNames: parts.map(({ name }) => name) },
    },
  ]
  for (const [index, part] of parts.entries()) {
    const { memberIds, orgIds, id, name, shape } = part
    const place = placed[index]
    rows.push({
      orgId: id,
      kind: 'splitOff',
      before: { orgNames: [source.name] },
      after: {
        name,
        parentId: source.parentId,
        parentName: source.parentName,
        form: shape.form,
        members: memberIds.length,
      },
    })
    for (const child of orgIds) {
      rows.push({
        orgId: child,
        kind: 'move',
        before: { parentId: source.id, parentName: source.name },
        after: { parentId: id, parentName: name },
      })
    }
    if (place) await moveSubtrees(tx, orgIds, { ...source, ...place })
    await movePeople(tx, division, part)
  }
  await insertChanges(tx, act, rows)
}

/** Members of a part: with their group where it goes along, otherwise without; parts of a group stay in the branch. */
async function movePeople(tx: CountyTx, division: Division, part: PlannedPart): Promise<void> {
  const { source, act, roll, moveMembers } = division
  const isGroup = source.kind === 'partyGroup'
  const toOrgId = isGroup ? (source.parentId ?? source.id) : part.id
  const theirs = roll.filter(({ id }) => part.memberIds.includes(id))
  const goesAlong = ({ groupId }: RollRow) => groupId !== null && part.orgIds.includes(groupId)
  const along = theirs.filter(goesAlong).map(({ id }) => id)
  const alone = theirs.filter((person) => !goesAlong(person)).map(({ id }) => id)
  if (along.length > 0) await moveMembers(tx, { memberIds: along, toOrgId, group: 'kept', ...act })
  const group = isGroup ? { id: part.id } : 'none'
  if (alone.length > 0) await moveMembers(tx, { memberIds: alone, toOrgId, group, ...act })
}
