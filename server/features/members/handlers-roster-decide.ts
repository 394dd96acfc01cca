import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { isAtOrBelow } from '@steward/domain/shared/reach.ts'
import { handle, type Context, type Handled } from '#platform/context.ts'
import { lockOwn } from './handlers-roster-import.ts'
import { type Comparison, openComparison } from './jobs-roster-compare.ts'
import { openRow } from './jobs-roster-judge.ts'
import { decideRosterRows } from './operations-roster-import.ts'
import { type ImportRow, saveImport } from './queries-roster-import.ts'
import { listBranches } from './queries-roster-register.ts'
import {
  type ComparedRow,
  countRosterRows,
  findRosterRows,
  listRowsOfBranch,
  replaceRosterRows,
  type RosterRow,
  type RowFacts,
  tickRosterRows,
} from './queries-roster-row.ts'

const decide = handle(decideRosterRows, async (ctx, { importId, choice }) => {
  const imported = await lockOwn(ctx, importId)
  if (imported.state !== 'ready') return refuse('import-not-ready', { state: imported.state })
  let changed = 0
  if (choice.kind === 'tick')
    changed = await tickRosterRows(ctx.tx, importId, { rowNumbers: choice.rowNumbers }, choice.ticked)
  if (choice.kind === 'tickGroup')
    changed = await tickRosterRows(ctx.tx, importId, { outcome: choice.group }, choice.ticked)
  if (choice.kind === 'double') changed = await answerDoubles(ctx, imported, choice.rowNumbers, choice.answer)
  if (choice.kind === 'branch') {
    const branch = (await listBranches(ctx.tx, ctx.today)).find(({ id }) => id === choice.orgId)
    if (branch === undefined || !isAtOrBelow(branch.path, imported.path))
      return refuse('import-branch-unusable')
    changed = await adoptBranch(ctx, imported, choice.name, choice.orgId)
  }
  ctx.note({ kind: choice.kind, changed })
  const { toWrite, ...counts } = await countRosterRows(ctx.tx, importId)
  return agree({ changed, counts, toWrite })
})

type Answer = 'samePerson' | 'samePersonUpdate' | 'notSame' | null

async function answerDoubles(
  ctx: Context,
  imported: ImportRow,
  rowNumbers: readonly number[],
  answer: Answer,
): Promise<number> {
  const found = (await findRosterRows(ctx.tx, imported.id, rowNumbers)).filter(
    ({ outcome }) => outcome === 'double',
  )
  const comparison = await comparisonOf(ctx, imported, found)
  const rows = found.flatMap((row) => answered(ctx, row, answer, comparison, imported) ?? [])
  await replaceRosterRows(ctx.tx, imported.id, rows)
  return rows.length
}

async function comparisonOf(
  ctx: Context,
  imported: ImportRow,
  found: readonly RosterRow[],
): Promise<Comparison> {
  const reads = found.flatMap(({ row_sealed }) =>
    row_sealed === null ? [] : [{ kind: 'parsed' as const, row: openRow(row_sealed, ctx) }],
  )
  const target = { path: imported.path, name: imported.org_name }
  const comparison = await openComparison(ctx, target, imported.branches as Readonly<Record<string, string>>)
  await comparison.know(reads)
  return comparison
}

function answered(
  ctx: Context,
  row: RosterRow,
  answer: Answer,
  comparison: Comparison,
  imported: ImportRow,
): ComparedRow | undefined {
  if (row.row_sealed === null) return undefined
  const parsed = openRow(row.row_sealed, ctx)
  const { double } = row.facts as RowFacts
  const kept: ComparedRow = {
    rowNumber: row.row_number,
    outcome: 'double',
    act: 'nothing',
    ticked: false,
    decision: answer,
    name: row.name,
    branchName: row.branch_name,
    orgId: null,
    memberId: null,
    memberRevision: null,
    doubleOf: row.double_of,
    otherRowNumber: row.other_row_number,
    facts: { double },
    sealed: row.row_sealed,
  }
  if (answer === null || answer === 'samePerson') return kept
  const withTrace = (compared: ComparedRow): ComparedRow => ({
    ...compared,
    doubleOf: row.double_of,
    otherRowNumber: row.other_row_number,
    facts: compared.outcome === 'double' ? { ...compared.facts, double } : compared.facts,
  })
  if (answer === 'samePersonUpdate') {
    const member = comparison.members.get(row.double_of ?? '')
    const isInside = member !== undefined && isAtOrBelow(member.path, imported.path)
    return isInside ? withTrace(comparison.asMember(parsed, member.memberId)) : undefined
  }
  if (double === 'same-number-other-name' || double === 'same-number-in-sheet') {
    const code =
      double === 'same-number-in-sheet' ? 'identity-number-twice-in-sheet' : 'identity-number-of-other-member'
    const details = { row: row.other_row_number ?? 0 }
    return { ...kept, outcome: 'refused', facts: { reasons: [{ field: 'identityNumber', code, details }] } }
  }
  return withTrace(comparison.asNewcomer(parsed))
}

/** All rows of that branch name are compared again with the branch a person named; the name is remembered. */
async function adoptBranch(ctx: Context, imported: ImportRow, name: string, orgId: string): Promise<number> {
  const found = await listRowsOfBranch(ctx.tx, imported.id, name)
  const branches = { ...(imported.branches as Readonly<Record<string, string>>), [name]: orgId }
  await saveImport(ctx.tx, imported.id, { branches: JSON.stringify(branches) })
  const comparison = await comparisonOf(ctx, { ...imported, branches }, found)
  const rows = found.flatMap((row) => {
    if (row.row_sealed === null) return []
    const parsed = openRow(row.row_sealed, ctx)
    return row.decision === 'notSame'
      ? comparison.asNewcomer(parsed)
      : comparison.compare({ kind: 'parsed', row: parsed })
  })
  await replaceRosterRows(ctx.tx, imported.id, rows)
  return rows.length
}

export const rosterDecideHandlers: readonly Handled[] = [decide]
