import { changeOrgShape } from '@steward/domain/organisation/change-shape.ts'
import type { Coverage } from '@steward/domain/organisation/firm-coverage.ts'
import { countsOwnMembers } from '@steward/domain/organisation/party-org.ts'
import {
  checkJointBranch,
  type JointBranchRefusal,
  setUpReplyDueOn,
} from '@steward/domain/organisation/set-up-rules.ts'
import { coverageByForm } from '@steward/domain/organisation/covered-unit.ts'
import { dissolveOrg, moveOrg, renameOrg, setUpOrg } from '@steward/domain/organisation/org-change.ts'
import { agree, type Decision, refuse } from '@steward/domain/shared/decision.ts'
import { addDays } from '@steward/domain/shared/plain-date.ts'
import { isAtOrBelow } from '@steward/domain/shared/reach.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import type { z } from 'zod'
import * as operations from './operations-change.ts'
import {
  actOf,
  changePermission,
  changedMeanwhile,
  decidedFacts,
  demandChange,
  toOrgWithHistory,
} from './handlers-decision.ts'
import { writeOrgs } from './queries-bulk.ts'
import {
  type Act,
  closeOrgs,
  insertChanges,
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
import { coverUnits, lockUnits, type UnitRow } from './queries-unit.ts'

/** Set-up, entry, renaming, moving, closing and changing of organisations; members move by the door given. */
export function changeHandlers(moveMembers: MoveMembers): readonly Handled[] {
  return [setUp(moveMembers), register, rename, move, dissolve, changeForm]
}

type SetUpInput = z.output<typeof operations.setUpOrg.input>
type Joining = { readonly people: readonly RollRow[]; readonly units: readonly UnitRow[] }

/** Members and units that come with a new organisation; the caller may change where they come from. */
async function loadJoining(
  { tx, access }: Context,
  input: SetUpInput,
  parent: LockedOrg,
): Promise<Decision<Joining, 'org-members-not-open' | 'org-members-keep-home'>> {
  const { memberIds, unitIds, kind, form } = input
  if (memberIds.length > 0 && !countsOwnMembers(form)) return refuse('org-members-keep-home')
  const people = memberIds.length === 0 ? [] : await listRoll(tx, { orgIds: [], memberIds })
  const isGroup = kind === 'partyGroup'
  const fitting = isGroup ? people.filter(({ orgId }) => orgId === parent.id) : people
  if (fitting.length !== new Set(memberIds).size)
    return refuse('org-members-not-open', { members: memberIds.length, found: fitting.length })
  const homes = isGroup ? [] : people.map(({ orgPath }) => orgPath)
  const units = unitIds.length === 0 ? [] : await lockUnits(tx, unitIds)
  for (const path of new Set([...homes, ...units.map(({ townPath }) => townPath)]))
    access.demand('organisation.change', { path })
  return agree({ people, units })
}

/** How the units are covered: several share a branch that is meant to be shared. */
function coverageOf(
  { form }: SetUpInput,
  units: readonly UnitRow[],
): Decision<Coverage, JointBranchRefusal | 'unit-organisation-taken'> {
  const coverage = coverageByForm(form)
  if (coverage === 'own' && units.length > 1) return refuse('unit-organisation-taken')
  const joint = form === 'joint' && units.length > 0 ? checkJointBranch(units) : agree(true)
  return joint.ok ? agree(coverage) : joint
}

const setUp = (moveMembers: MoveMembers) =>
  handle(operations.setUpOrg, async (ctx, input) => {
    const { tx, access, today } = ctx
    const parent = (await lockTree(tx, [input.parentId]))(input.parentId)
    access.demand(changePermission(input.kind), { path: parent.path })
    const paths = [parent.path]
    const asked = { orgIds: [], siblingsOf: parent.id, deciderId: input.decidedByOrgId, paths }
    const facts = await loadTreeFacts(tx, asked)
    const joining = await loadJoining(ctx, input, parent)
    if (!joining.ok) return joining
    const { people, units } = joining.value
    const decided = decidedFacts(ctx, input, facts, paths, input.kind)
    const fullMembers = people.filter(({ full }) => full).length + input.fullMembersToCome
    const siblingNames = facts.siblings.map(({ name }) => name)
    const allowed = setUpOrg(
      { shape: input, name: input.name, fullMembers, task: input.task },
      { today, on: input.on, parent, siblingNames, decided },
    )
    if (!allowed.ok) return allowed
    const coverage = coverageOf(input, units)
    if (!coverage.ok) return coverage
    const id = ctx.newId()
    const number = facts.nextNumber
    await writeOrgs(tx, [{ ...input, id, foundedOn: input.on, number, path: `${parent.path}.${number}` }])
    const act = actOf(ctx, input, decided)
    const { name, kind, form, on } = input
    const after = { name, kind, form, parentId: parent.id, parentName: parent.name, members: people.length }
    await insertChanges(tx, act, [{ orgId: id, kind: 'setUp', before: null, after }])
    await moveIn(ctx, moveMembers, { id, parent, input, people, act })
    if (units.length > 0)
      await coverUnits(tx, { of: { unitIds: input.unitIds }, orgId: id, coverage: coverage.value, on }, act)
    ctx.note({ orgId: id, actId: act.actId, members: people.length })
    const replyLate = input.requestedOn !== null && input.decidedOn > setUpReplyDueOn(input.requestedOn)
    return agree({ id, revision: 1, actId: act.actId, replyLate })
  })

/** Members of a new group stay in their branch; those of a new branch leave the old one and its posts. */
async function moveIn(
  { tx }: Context,
  moveMembers: MoveMembers,
  joining: { id: string; parent: LockedOrg; input: SetUpInput; people: readonly RollRow[]; act: Act },
): Promise<void> {
  const { id, parent, input, people, act } = joining
  const memberIds = people.map((person) => person.id)
  if (memberIds.length === 0) return
  if (input.kind === 'partyGroup')
    return await moveMembers(tx, { memberIds, toOrgId: parent.id, group: { id }, ...act })
  await moveMembers(tx, { memberIds, toOrgId: id, group: 'none', ...act })
  const homes = [...new Set(people.map(({ orgId }) => orgId))]
  await endPostsOfMembers(tx, memberIds, addDays(input.on, -1), act.reason, homes)
}

const register = handle(operations.registerOrg, async (ctx, input) => {
  const { tx, access, today } = ctx
  const parent = (await lockTree(tx, [input.parentId]))(input.parentId)
  access.demand(changePermission(input.kind), { path: parent.path })
  const facts = await loadTreeFacts(tx, {
    orgIds: [],
    siblingsOf: parent.id,
    deciderId: undefined,
    paths: [parent.path],
  })
  const allowed = setUpOrg(
    { shape: input, name: input.name, fullMembers: 0, task: input.task },
    {
      today,
      on: input.foundedOn,
      parent,
      siblingNames: facts.siblings.map(({ name }) => name),
      decided: null,
    },
  )
  if (!allowed.ok) return allowed
  const id = ctx.newId()
  const number = facts.nextNumber
  await writeOrgs(tx, [{ ...input, id, number, path: `${parent.path}.${number}` }])
  const act = actOf(ctx, { on: input.foundedOn, documentNumber: '', reason: '', decidedOn: null }, null)
  await insertChanges(tx, act, [
    {
      orgId: id,
      kind: 'register',
      before: null,
      after: {
        name: input.name,
        parentId: parent.id,
        parentName: parent.name,
        kind: input.kind,
        form: input.form,
      },
    },
  ])
  ctx.note({ orgId: id })
  return agree({ id, revision: 1, actId: act.actId })
})

const rename = handle(operations.renameOrg, async (ctx, input) => {
  const { tx } = ctx
  const org = (await lockTree(tx, [input.orgId]))(input.orgId)
  demandChange(ctx, org)
  const paths = [org.parentPath ?? org.path]
  const facts = await loadTreeFacts(tx, {
    orgIds: [org.id],
    siblingsOf: org.parentId,
    deciderId: input.decidedByOrgId,
    paths,
  })
  const stale = changedMeanwhile(org, input.revision, facts)
  if (stale) return stale
  const decided = decidedFacts(ctx, input, facts, paths, org.kind)
  const siblingNames = facts.siblings.filter(({ id }) => id !== org.id).map(({ name }) => name)
  const decision = renameOrg(toOrgWithHistory(org, facts), input.name, { ...decided, siblingNames })
  if (!decision.ok) return decision
  const shortName = input.shortName || input.name
  const revision = await updateOrg(tx, org, { name: input.name, shortName })
  const act = actOf(ctx, input, decided)
  await insertChanges(tx, act, [
    {
      orgId: org.id,
      kind: 'rename',
      before: { name: org.name, shortName: org.shortName },
      after: { name: input.name, shortName },
    },
  ])
  ctx.note({ orgId: org.id, actId: act.actId })
  return agree({ id: org.id, revision, actId: act.actId })
})

const move = handle(operations.moveOrg, async (ctx, input) => {
  const { tx, access } = ctx
  const locked = await lockTree(tx, [input.orgId, input.parentId])
  const org = locked(input.orgId)
  const target = locked(input.parentId)
  demandChange(ctx, org)
  access.demand(changePermission(org.kind), { path: target.path })
  const paths = [org.parentPath ?? org.path, target.path]
  const facts = await loadTreeFacts(tx, {
    orgIds: [org.id],
    siblingsOf: target.id,
    deciderId: input.decidedByOrgId,
    paths,
  })
  const stale = changedMeanwhile(org, input.revision, facts)
  if (stale) return stale
  const decided = decidedFacts(ctx, input, facts, paths, org.kind)
  const isBelowMoved = target.id !== org.id && isAtOrBelow(target.path, org.path)
  const decision = moveOrg(toOrgWithHistory(org, facts), { ...target, isBelowMoved }, decided)
  if (!decision.ok) return decision
  if (facts.siblings.some(({ name, id }) => name === org.name && id !== org.id))
    return refuse('org-name-taken', { name: org.name })
  const moved = await moveSubtrees(tx, [org.id], target)
  const act = actOf(ctx, input, decided)
  await insertChanges(tx, act, [
    {
      orgId: org.id,
      kind: 'move',
      before: { parentId: org.parentId, parentName: org.parentName },
      after: { parentId: target.id, parentName: target.name },
    },
  ])
  ctx.note({ orgId: org.id, actId: act.actId, moved })
  return agree({ id: org.id, revision: org.revision + 1, actId: act.actId, moved })
})

const dissolve = handle(operations.dissolveOrg, async (ctx, input) => {
  const { tx } = ctx
  const org = (await lockTree(tx, [input.orgId]))(input.orgId)
  demandChange(ctx, org)
  const paths = [org.parentPath ?? org.path]
  const facts = await loadTreeFacts(tx, {
    orgIds: [org.id],
    siblingsOf: null,
    deciderId: input.decidedByOrgId,
    paths,
  })
  const stale = changedMeanwhile(org, input.revision, facts)
  if (stale) return stale
  const decided = decidedFacts(ctx, input, facts, paths, org.kind)
  const counted = facts.orgs.get(org.id)
  const decision = dissolveOrg(toOrgWithHistory(org, facts), {
    ...decided,
    members: counted?.members ?? 0,
    openBelow: counted?.openBelow ?? 0,
  })
  if (!decision.ok) return decision
  const act = actOf(ctx, input, decided)
  await closeOrgs(tx, [org.id], input.on, act.reason)
  await insertChanges(tx, act, [
    { orgId: org.id, kind: 'dissolve', before: { name: org.name, parentName: org.parentName }, after: null },
  ])
  const uncovered = { of: { orgIds: [org.id] }, orgId: null, coverage: 'none', on: input.on } as const
  const uncoveredUnits = await coverUnits(tx, uncovered, act)
  ctx.note({ orgId: org.id, actId: act.actId, uncoveredUnits })
  return agree({ id: org.id, revision: org.revision + 1, actId: act.actId, uncoveredUnits })
})

const changeForm = handle(operations.changeOrgForm, async (ctx, input) => {
  const { tx } = ctx
  const org = (await lockTree(tx, [input.orgId]))(input.orgId)
  demandChange(ctx, org)
  const paths = [org.parentPath ?? org.path]
  const facts = await loadTreeFacts(tx, {
    orgIds: [org.id],
    siblingsOf: null,
    deciderId: input.decidedByOrgId,
    paths,
  })
  const stale = changedMeanwhile(org, input.revision, facts)
  if (stale) return stale
  const decided = decidedFacts(ctx, input, facts, paths, org.kind)
  const counted = facts.orgs.get(org.id)
  const decision = changeOrgShape(toOrgWithHistory(org, facts), input, {
    ...decided,
    parentKind: org.parentKind,
    kindsBelow: counted?.kindsBelow ?? [],
    members: counted?.members ?? 0,
    fullMembers: counted?.fullMembers ?? 0,
    task: input.task,
  })
  if (!decision.ok) return decision
  const { kind, form, field, unitKind, canApprove } = input
  const shape = { kind, form, field, unitKind, canApprove }
  const revision = await updateOrg(tx, org, { ...shape, task: input.task, taskEndsOn: input.taskEndsOn })
  const act = actOf(ctx, input, decided)
  const before = {
    kind: org.kind,
    form: org.form,
    field: org.field,
    unitKind: org.unitKind,
    canApprove: org.canApprove,
  }
  await insertChanges(tx, act, [{ orgId: org.id, kind: 'changeForm', before, after: shape }])
  ctx.note({ orgId: org.id, actId: act.actId })
  return agree({ id: org.id, revision, actId: act.actId })
})
