import { checkInstructor, checkUnit } from '@steward/domain/organisation/covered-unit.ts'
import {
  countCoverage,
  defaultInstructorStaff,
  needsInstructor,
} from '@steward/domain/organisation/firm-coverage.ts'
import { minFullMembers } from '@steward/domain/organisation/set-up-rules.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import * as operations from './operations-unit.ts'
import type { BulkEntry } from './queries-bulk.ts'
import {
  endInstructor,
  findUnitRivals,
  insertInstructors,
  insertUnitChanges,
  insertUnits,
  listFirms,
  listUnits,
  lockUnit,
  unitSide,
  type UnitRow,
  updateUnit,
} from './queries-unit.ts'
import { findOrgSettings, getOrg, lockOrg } from './queries.ts'

async function instructorStaffOf({ tx, today }: Context): Promise<number> {
  const staff = (await findOrgSettings(tx, today))?.['instructorStaff']
  return typeof staff === 'number' ? staff : defaultInstructorStaff
}

function entryOf(ctx: Context, reason: string): BulkEntry {
  const { actor, now, today } = ctx
  return { by: actor.name, accountId: actor.accountId, at: now, today, reason, newId: () => ctx.newId() }
}

const list = handle(operations.listUnits, async (ctx, input) => {
  const { tx, access } = ctx
  const instructorStaff = await instructorStaffOf(ctx)
  const { rows, total } = await listUnits(tx, access, {
    ...input,
    townId: input.townId ?? null,
    orgId: input.orgId ?? null,
    kind: input.kind ?? null,
    coverage: input.coverage ?? null,
    instructor: input.instructor ?? null,
    instructorStaff,
    minFullMembers,
  })
  return agree({
    rows: rows.map((unit) => ({
      ...unit,
      formerNames: [...unit.formerNames],
      needsInstructor: isMissing(unit, instructorStaff),
    })),
    total,
  })
})

function isMissing(unit: UnitRow, instructorStaff: number): boolean {
  const hasInstructor = unit.instructor !== null
  return !hasInstructor && needsInstructor({ ...unit, hasInstructor }, instructorStaff)
}

const coverage = handle(operations.showCoverage, async (ctx, { kind }) => {
  const { tx, access, today } = ctx
  const instructorStaff = await instructorStaffOf(ctx)
  const { firms, towns } = await listFirms(tx, access, kind)
  const byTown = Map.groupBy(firms, ({ townId }) => townId)
  const figures = (rows: typeof firms) => {
    const { firms: units, ...count } = countCoverage(rows, instructorStaff)
    return { ...count, units }
  }
  return agree({
    on: today,
    kind,
    instructorStaff,
    total: figures(firms),
    towns: towns.map((town) => ({ ...figures(byTown.get(town.id) ?? []), town })),
  })
})

const record = handle(operations.recordUnit, async (ctx, input) => {
  const { tx, access, today } = ctx
  const before = input.unitId === undefined ? undefined : await lockUnit(tx, input.unitId)
  if (input.unitId !== undefined && before === undefined) return problem('not-found')
  if (before) access.demand('organisation.change', { path: before.townPath })
  const town = await getOrg(tx, input.townId)
  access.demand('organisation.change', { path: town.path })
  const org = input.orgId === null ? null : await lockOrg(tx, input.orgId)
  if (before && before.closedOn !== null) return refuse('unit-closed', { closedOn: before.closedOn })
  if (before && before.revision !== input.revision)
    return refuse('organisation-changed-meanwhile', staleUnit(before))
  if (input.on > today) return refuse('unit-change-in-future', { today })
  if (input.reason === '') return refuse('unit-reason-missing')
  const { name, orgId } = input
  const rivals = await findUnitRivals(tx, { id: before?.id ?? null, name, orgId })
  const allowed = checkUnit(input, {
    nameTaken: rivals.nameTaken,
    townKind: town.kind,
    org: org && { ...org, ownOfAnother: rivals.ownOfAnother },
  })
  if (!allowed.ok) return allowed
  const entry = entryOf(ctx, input.reason)
  const unit = { ...input, id: before?.id ?? ctx.newId() }
  ctx.note({ unitId: unit.id, coverage: unit.coverage })
  if (before === undefined) {
    await insertUnits(tx, [unit], entry, input.on)
    return agree({ id: unit.id, revision: 1 })
  }
  const revision = await updateUnit(tx, { ...unit, revision: before.revision })
  await endInstructorIfCovered(ctx, unit.id, input.coverage, input.on)
  const rows = [{ unitId: unit.id, before: unitSide(toNewUnit(before)), after: unitSide(unit) }]
  await insertUnitChanges(tx, rows, input.on, entry)
  return agree({ id: unit.id, revision })
})

/** A firm that got its own or a shared branch needs no instructor any more. */
async function endInstructorIfCovered(
  ctx: Context,
  unitId: string,
  covered: string,
  on: PlainDate,
): Promise<void> {
  if (covered === 'own' || covered === 'joint') await endInstructor(ctx.tx, unitId, on)
}

function toNewUnit(unit: UnitRow) {
  return { ...unit, townId: unit.town.id, orgId: unit.org?.id ?? null }
}

function staleUnit(unit: UnitRow) {
  const { revision, name, staff, fullMembers, coverage: how } = unit
  return { revision, name, staff, fullMembers, coverage: how, organisation: unit.org?.name ?? '' }
}

const close = handle(operations.closeUnit, async (ctx, input) => {
  const { tx, access, today } = ctx
  const unit = (await lockUnit(tx, input.unitId)) ?? problem('not-found')
  access.demand('organisation.change', { path: unit.townPath })
  if (unit.closedOn !== null) return refuse('unit-closed', { closedOn: unit.closedOn })
  if (unit.revision !== input.revision) return refuse('organisation-changed-meanwhile', staleUnit(unit))
  if (input.on > today) return refuse('unit-change-in-future', { today })
  if (input.reason === '') return refuse('unit-reason-missing')
  const before = toNewUnit(unit)
  const revision = await updateUnit(tx, { ...before, closedOn: input.on })
  await endInstructor(tx, unit.id, input.on)
  const rows = [{ unitId: unit.id, before: unitSide(before), after: { closedOn: input.on } }]
  await insertUnitChanges(tx, rows, input.on, entryOf(ctx, input.reason))
  ctx.note({ unitId: unit.id })
  return agree({ id: unit.id, revision })
})

const assign = handle(operations.assignInstructor, async (ctx, input) => {
  const { tx, access, today } = ctx
  const unit = (await lockUnit(tx, input.unitId)) ?? problem('not-found')
  access.demand('organisation.change', { path: unit.townPath })
  if (input.name === '') return refuse('instructor-name-missing')
  const facts = { today, presentSince: unit.instructor?.fromOn ?? null }
  const decision = checkInstructor(unit, input.fromOn, facts)
  if (!decision.ok) return decision
  const [id = ''] = await insertInstructors(tx, [input], entryOf(ctx, ''))
  ctx.note({ unitId: unit.id, instructorId: id })
  return agree({ id })
})

/** Units, how they are covered, and their instructors (R-021, R-022, S-119, S-120). */
export const unitHandlers: readonly Handled[] = [list, coverage, record, close, assign]
