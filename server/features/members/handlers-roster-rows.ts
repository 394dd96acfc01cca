import type { ParsedRow } from '@steward/domain/members/roster-import/row.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { maskIdentityNumber } from '@steward/domain/shared/identity-number.ts'
import { maskPhone } from '@steward/domain/shared/phone.ts'
import { isAtOrBelow } from '@steward/domain/shared/reach.ts'
import { handle, type Context, type Handled } from '#platform/context.ts'
import { openRow } from './jobs-roster-judge.ts'
import { undoUntil } from './jobs-roster-import.ts'
import {
  listRosterImports,
  listRosterRows,
  type rosterGroups,
  showRosterImport,
} from './operations-roster-import.ts'
import {
  getImport,
  getTarget,
  type ImportRow,
  type KeptMapping,
  listImports,
  listUnheld,
} from './queries-roster-import.ts'
import { type KnownMember, listMembersById } from './queries-roster-register.ts'
import {
  countRosterRows,
  doubleReason,
  findRosterRows,
  listRosterRows as findRows,
  type RosterRow,
  type RowFacts,
  type RowOutcomeWord,
} from './queries-roster-row.ts'

const SAMPLES = 3
const PREVIEW_ROWS = 20

/** An import the caller may see; elsewhere it does not exist for them. */
export async function getOwn(ctx: Context, importId: string): Promise<ImportRow> {
  const imported = await getImport(ctx.tx, importId)
  ctx.access.demandHidden('roster-import.run', { path: imported.path })
  return imported
}

const show = handle(showRosterImport, async (ctx, { importId }) => {
  const imported = await getOwn(ctx, importId)
  const unheld = await listUnheld(ctx.tx, [importId])
  const { toWrite, ...counts } = await countRosterRows(ctx.tx, importId)
  const until = imported.applied_at === null ? null : undoUntil(imported.applied_at)
  const isWorking = imported.state === 'reading' || imported.state === 'applying'
  const undoable =
    imported.state === 'applied' && until !== null && ctx.now <= until && imported.forgotten_at === null
  return agree({
    ...toSummary(imported, unheld),
    progress: isWorking
      ? { step: imported.progress_step, done: imported.progress_done, all: imported.progress_all }
      : null,
    refusal:
      imported.refusal_code === null
        ? null
        : // Written by the job from a refusal.
          {
            code: imported.refusal_code,
            details: (imported.refusal_details ?? {}) as Record<string, string | number>,
          },
    counts,
    toWrite,
    mapping: shownMapping(ctx, imported),
    undoUntil: undoable ? until : null,
    endReason: imported.end_reason,
    may: {
      write: imported.state === 'ready' && toWrite > 0,
      undo: undoable,
      refusedSheet:
        imported.file_sha256 !== null &&
        (imported.state === 'ready' || imported.state === 'applied') &&
        counts.refused + counts.double > 0,
    },
  })
})

const list = handle(listRosterImports, async (ctx, { orgId, offset, limit }) => {
  ctx.access.demandSomewhere('roster-import.run')
  const org = orgId === null ? null : await getTarget(ctx.tx, orgId)
  const within = ctx.access.within('roster-import.run', { path: 'o.path' })
  const { rows, total } = await listImports(ctx.tx, within, org?.path ?? null, { offset, limit })
  const unheld = await listUnheld(
    ctx.tx,
    rows.map(({ id }) => id),
  )
  return agree({ total, rows: rows.map((row) => toSummary(row, unheld)) })
})

function toSummary(row: ImportRow, unheld: ReadonlySet<string>) {
  const isWorking = row.state === 'reading' || row.state === 'applying'
  const work = !isWorking
    ? null
    : row.work_begun_at === null
      ? ('waiting' as const)
      : unheld.has(row.id)
        ? ('interrupted' as const)
        : ('running' as const)
  return {
    id: row.id,
    orgId: row.party_org_id,
    orgName: row.org_name,
    fileName: row.file_name,
    state: row.state,
    work,
    rowCount: row.row_count,
    startedBy: row.started_by,
    startedAt: row.started_at,
    appliedBy: row.applied_by,
    appliedAt: row.applied_at,
    inserted: row.inserted_count,
    updated: row.updated_count,
    left: row.left_count,
    endedBy: row.ended_by,
    endedAt: row.ended_at,
  }
}

/** Cells as screens may show them: no run of digits long enough to be a number of a person. */
function veiled(text: string): string {
  return text.replace(/[\d０-９][\dXx０-９-]{5,}(?=[\dXx０-９]{4})/g, '****')
}

function shownMapping(ctx: Context, imported: ImportRow) {
  // Written by the job; the column is JSON.
  const mapping = imported.mapping as KeptMapping | null
  if (mapping === null || imported.preview_sealed === null) return null
  const places = new Set(mapping.columns.flatMap(({ field, index }) => (field === 'address' ? index : [])))
  const rows = (JSON.parse(ctx.crypto.unseal(imported.preview_sealed)) as string[][]).map((row, at) =>
    row.map((text, index) => (at >= mapping.dataFrom && places.has(index) ? text.slice(0, 6) : veiled(text))),
  )
  const data = rows.slice(mapping.dataFrom)
  return {
    sheet: mapping.sheet,
    sheets: [...mapping.sheets],
    headerRow: mapping.dataFrom === 0 ? null : mapping.dataFrom,
    columns: mapping.columns.map(({ index, header, field, certainty }) => ({
      index,
      header,
      field,
      certainty,
      samples: data.flatMap((row) => row[index] || []).slice(0, SAMPLES),
    })),
    missing: [...mapping.missing],
    preview: rows.slice(0, PREVIEW_ROWS),
  }
}

type Group = (typeof rosterGroups)[number]
const GROUP_OF: Readonly<Record<RowOutcomeWord, Group>> = {
  new: 'new',
  changed: 'changed',
  double: 'double',
  refused: 'refused',
  unknownBranch: 'refused',
  same: 'same',
}
const OUTCOMES = Object.keys(GROUP_OF) as RowOutcomeWord[]

const rows = handle(listRosterRows, async (ctx, { importId, group, search, offset, limit }) => {
  const imported = await getOwn(ctx, importId)
  const outcomes = OUTCOMES.filter((outcome) => GROUP_OF[outcome] === group)
  const { total, rows: found } = await findRows(ctx.tx, importId, outcomes, search, { offset, limit })
  const others = await findRosterRows(
    ctx.tx,
    importId,
    found.flatMap(({ other_row_number }) => other_row_number ?? []),
  )
  const otherRows = new Map(others.map((row) => [row.row_number, row]))
  // An earlier row that is the same as the register says nothing itself; the register speaks for it.
  const meant = [...found.map(({ double_of }) => double_of), ...others.map(({ member_id }) => member_id)]
  const members = await listMembersById(
    ctx.tx,
    ctx.crypto,
    meant.filter((id) => id !== null),
  )
  return agree({ total, rows: found.map((row) => toRow(ctx, imported, row, otherRows, members)) })
})

function toRow(
  ctx: Context,
  imported: ImportRow,
  row: RosterRow,
  otherRows: ReadonlyMap<number, RosterRow>,
  members: ReadonlyMap<string, KnownMember>,
) {
  // Written by the comparison; the column is JSON.
  const facts = row.facts as RowFacts
  const result = resultOf(imported, row)
  const isOnFile =
    row.act === 'update' || row.outcome === 'same' || (row.act === 'insert' && result === 'written')
  return {
    rowNumber: row.row_number,
    name: row.name,
    group: GROUP_OF[row.outcome],
    ticked: row.ticked,
    tickable: row.act !== 'nothing',
    decision: row.decision,
    memberId: isOnFile && imported.state !== 'undone' ? row.member_id : null,
    person: personOf(ctx, row),
    other: otherOf(ctx, imported, row, otherRows, members),
    changes: [...(facts.changes ?? [])],
    reasons: copied(facts.double === undefined ? facts.reasons : [doubleReason(facts.double, row)]),
    cautions: copied(facts.cautions),
    branchName: row.branch_name,
    suggestions: [...(facts.suggestions ?? [])],
    result,
    leftCode: row.left_code,
  }
}

/** Who a row may repeat: a member of the register, or an earlier row. */
function otherOf(
  ctx: Context,
  imported: ImportRow,
  row: RosterRow,
  otherRows: ReadonlyMap<number, RosterRow>,
  members: ReadonlyMap<string, KnownMember>,
) {
  const member = members.get(row.double_of ?? '')
  if (member !== undefined) return memberShown(member, isAtOrBelow(member.path, imported.path))
  const other = otherRows.get(row.other_row_number ?? 0)
  if (other === undefined) return null
  const same = other.outcome === 'same' ? members.get(other.member_id ?? '') : undefined
  const person =
    same === undefined ? (personOf(ctx, other) ?? unknownPerson(other.name)) : memberShown(same, true)
  return { ...person, rowNumber: other.row_number, memberId: null }
}

function resultOf({ state }: ImportRow, row: RosterRow): 'written' | 'left' | null {
  if ((state !== 'applied' && state !== 'undone') || row.outcome === 'same') return null
  return row.ticked && row.act !== 'nothing' && row.left_code === null ? 'written' : 'left'
}

type Reasons = RowFacts['reasons']

function copied(reasons: Reasons) {
  return (reasons ?? []).map(({ field, code, details }) => ({
    field,
    code,
    details: Object.fromEntries(
      Object.entries(details).map(([key, value]) => [key, typeof value === 'object' ? [...value] : value]),
    ),
  }))
}

function unknownPerson(name: string) {
  return { name, bornOn: null, branch: null, identityMask: '', phoneMask: '' }
}

function personOf(ctx: Context, row: RosterRow) {
  if (row.row_sealed === null) return null
  const parsed: ParsedRow = openRow(row.row_sealed, ctx)
  return {
    name: parsed.name,
    bornOn: parsed.bornOn?.day ?? null,
    branch: parsed.branchName ?? null,
    identityMask: parsed.identity === undefined ? '' : maskIdentityNumber(parsed.identity.number),
    phoneMask: parsed.phone === undefined ? '' : maskPhone(parsed.phone.number),
  }
}

/** Somebody of another organisation is named by what the sheet knows already, and no more. */
function memberShown(member: KnownMember, visible: boolean) {
  const { name, bornOn, memberId } = member
  if (!visible) return { ...unknownPerson(name), bornOn, rowNumber: null, memberId: null }
  const identityMask =
    member.identityTail === '' ? '' : maskIdentityNumber(`${'*'.repeat(14)}${member.identityTail}`)
  return {
    name,
    bornOn,
    branch: member.orgName,
    identityMask,
    phoneMask: member.phoneMask,
    rowNumber: null,
    memberId,
  }
}

export const rosterRowHandlers: readonly Handled[] = [show, list, rows]
