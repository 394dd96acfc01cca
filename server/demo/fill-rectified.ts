import type { Pledge } from '@steward/domain/pledges/pledge.ts'
import { addDays, type PlainDate, plainDate } from '@steward/domain/shared/plain-date.ts'
import { draftPledges, type Problem } from '@steward/domain/year/problem.ts'
import type { Context } from '#platform/context.ts'
import { accept, emptyRows, keep, type Made, publish, submit, write } from '#features/pledges/demo.ts'
import { insertDemoRows, type Who } from '#features/pledges/queries-demo.ts'

/** A problem of the year before, and whose hands its pledge goes through. */
export type CarriedProblem = {
  readonly problem: Problem
  /** Who writes it down: the member, or the branch for somebody without account. */
  readonly writer: Who
  readonly isOwn: boolean
  readonly reader: Who
}

const PROBLEMS_A_STEP = 1000

/**
 * Problems that were not put right have become pledges of this year: three of four are published, the others are still
 * the drafts the member has to fill in.
 */
export async function rectificationsOfDemo(
  context: Context,
  draftedOn: PlainDate,
  all: readonly CarriedProblem[],
): Promise<number> {
  for (let start = 0; start < all.length; start += PROBLEMS_A_STEP) {
    const rows = emptyRows()
    for (const [at, carried] of all.slice(start, start + PROBLEMS_A_STEP).entries())
      rectification(context, rows, carried, { at, draftedOn })
    await insertDemoRows(context.tx, rows)
  }
  return all.length
}

function rectification(
  context: Context,
  rows: Made['rows'],
  { problem, writer, isOwn, reader }: CarriedProblem,
  { at, draftedOn }: { readonly at: number; readonly draftedOn: PlainDate },
): void {
  const facts = { pledges: [], items: [], newId: () => context.newId() }
  const [pledge] = draftPledges([problem], facts)
  if (pledge === undefined) return
  const year = problem.year + 1
  const made: Made = { pledge, rows, context, by: writer }
  const branch = { id: problem.orgId }
  const isRead = reader.accountId !== null && reader.memberId !== problem.memberId
  if (at % 4 === 3 || !isRead) return keep(made, branch, 'draft', draftedOn)
  const day = addDays(draftedOn, 3 + (at % 6))
  write(made, filledIn(pledge, year), year)
  submit(made, day)
  accept(made, reader, addDays(day, 5))
  publish(made, reader, addDays(day, 8))
  keep(made, branch, isOwn ? 'member' : 'secretary', day)
}

/** What the member has filled in: four times, by the end of October. */
function filledIn({ text, fields }: Pledge, year: number): Pick<Pledge, 'text' | 'fields'> {
  const dueOn = plainDate(`${year}-10-31`)
  return {
    text: `${text}，全年 4 次，10 月底前做到`,
    fields: { ...fields, quantity: { hundredths: 400, unit: '次' }, dueOn, evidence: ['paper', 'witness'] },
  }
}
