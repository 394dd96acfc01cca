import { ageBandOn, ageBands } from '@steward/domain/members/figures.ts'
import { toPoints } from '@steward/domain/shared/points.ts'
import { addDays, plainDate, toPlainMonth } from '@steward/domain/shared/plain-date.ts'
import type { SchemeVersion } from '@steward/domain/schemes/scheme.ts'
import { createWhatIf, type DeedColumns, type WhatIf } from '@steward/domain/schemes/what-if.ts'
import { dayKeyOf } from '@steward/domain/points/credit-run.ts'
import type { JobContext } from '#platform/context.ts'
import { defineJob, type Job } from '#platform/jobs.ts'
import { z } from 'zod'
import { loadVersions, schemeForMember, scoringFactsOf } from './queries.ts'
import {
  countTried,
  findWhatIf,
  finishWhatIf,
  listTried,
  listTriedLines,
  orgFieldsOf,
  saveWhatIfProgress,
  type TriedLines,
  type TriedMember,
  type WhatIfRow,
} from './queries-what-if.ts'

/** Members at once: what is held in memory, and how long nobody else gets a turn. */
const MEMBERS_AT_ONCE = 1000
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/** Runs a draft over a year of the ledger beside the version it changes. Nothing is written but the result. */
export const whatIfJob = defineJob({
  name: 'scheme.what-if',
  payload: z.object({ whatIfId: z.uuid() }),
  async run(ctx, { whatIfId }) {
    const whatIf = await findWhatIf(ctx.tx, { id: whatIfId })
    if (whatIf === undefined || whatIf.state === 'done' || whatIf.state === 'failed') return
    try {
      await runWhatIf(ctx, whatIf)
    } catch (error) {
      await ctx.inTransaction(({ tx }) => saveWhatIfProgress(tx, whatIfId, 'failed', 0, 0))
      throw error
    }
  },
})

async function runWhatIf(ctx: JobContext, row: WhatIfRow): Promise<void> {
  const { tx } = ctx
  const versions = await loadVersions(tx)
  const before = versions.find(({ id }) => id === row.base_version_id)
  if (before === undefined) throw new Error(`No version ${row.base_version_id}`)
  const fields = orgFieldsOf(before.field)
  const all = await countTried(tx, fields)
  const say = (done: number) =>
    ctx.inTransaction((inner) => saveWhatIfProgress(inner.tx, row.id, 'running', done, all))
  if (!(await say(0))) return
  const trial = openTrial(row, before, versions)
  let after = FIRST_ID
  for (let done = 0; ;) {
    const members = await listTried(tx, fields, after, row.until_on, MEMBERS_AT_ONCE)
    const mine = members.filter(trial.isMine)
    if (mine.length > 0) {
      const ids = mine.map(({ member_id }) => member_id)
      trial.add(mine, await listTriedLines(tx, ids, row.year))
    }
    done += members.length
    after = members.at(-1)?.member_id ?? after
    if (members.length < MEMBERS_AT_ONCE) break
    if (!(await say(done))) return
  }
  await finishWhatIf(tx, row.id, trial.whatIf.result(), ctx.now)
}

type Trial = {
  readonly whatIf: WhatIf
  readonly isMine: (member: TriedMember) => boolean
  readonly add: (members: readonly TriedMember[], lines: readonly TriedLines[]) => void
}

function openTrial(row: WhatIfRow, before: SchemeVersion, versions: readonly SchemeVersion[]): Trial {
  const whatIf = createWhatIf(before, row.content)
  // The class is that of the year tried; a scheme that began later is tried on it as if it had been there.
  const lastMonth = toPlainMonth(row.until_on)
  const month = lastMonth < before.effectiveFrom ? before.effectiveFrom : lastMonth
  const read = lineReader(row.year, whatIf.itemIndex)
  return {
    whatIf,
    isMine: (member) =>
      schemeForMember(versions, scoringFactsOf(member), month)?.schemeId === before.schemeId,
    add: (members, lines) => {
      const linesOf = new Map(lines.map((line) => [line.member_id, line]))
      for (const member of members) {
        const found = linesOf.get(member.member_id)
        const placed = {
          memberId: member.member_id,
          memberClass: scoringFactsOf(member).memberClass,
          category: member.category,
          branchId: member.org_id,
          ageBand: ageBandKey(member, row),
          base: toPoints(found?.base ?? 0),
          // Appraisals of a year come after it; a trial compares what the deeds bring.
          appraisal: null,
          recorded: toPoints(found?.recorded ?? 0),
        }
        whatIf.add(placed, found?.lines == null ? noDeeds : read(found.lines))
      }
    },
  }
}

const noDeeds: DeedColumns = { count: 0, items: [], raws: [], days: [] }

function ageBandKey({ born_on }: TriedMember, { until_on }: WhatIfRow): string {
  const band = ageBands[ageBandOn(born_on, until_on)]
  return band === undefined ? '' : band.to === null ? `${band.from}+` : `${band.from}-${band.to}`
}

/** Reads the packed lines of a member into columns that are used again for the next one. */
function lineReader(year: number, itemIndex: (code: string) => number): (text: string) => DeedColumns {
  const firstDay = plainDate(`${year}-01-01`)
  const dayKeys = Array.from({ length: 366 }, (_, day) => dayKeyOf(addDays(firstDay, day)))
  let items = new Int32Array(512)
  let raws = new Int32Array(512)
  let days = new Int32Array(512)
  const grow = (column: Int32Array) => {
    const wider = new Int32Array(column.length * 2)
    wider.set(column)
    return wider
  }
  return (text) => {
    let count = 0
    for (let from = 0; from < text.length; count += 1) {
      if (count === items.length) [items, raws, days] = [grow(items), grow(raws), grow(days)]
      const codeEnd = text.indexOf(' ', from)
      const rawEnd = text.indexOf(' ', codeEnd + 1)
      const next = text.indexOf(';', rawEnd + 1)
      const end = next === -1 ? text.length : next
      items[count] = itemIndex(text.slice(from, codeEnd))
      raws[count] = wholeNumber(text, codeEnd + 1, rawEnd)
      days[count] = dayKeys[wholeNumber(text, rawEnd + 1, end)] ?? 0
      from = end + 1
    }
    return { count, items, raws, days }
  }
}

const MINUS = 45
const ZERO = 48

/** Read for every line of a county's year, so it makes no pieces of text. */
function wholeNumber(text: string, from: number, to: number): number {
  const isNegative = text.charCodeAt(from) === MINUS
  let value = 0
  for (let at = isNegative ? from + 1 : from; at < to; at += 1)
    value = value * 10 + text.charCodeAt(at) - ZERO
  return isNegative ? -value : value
}

export const schemeJobs: readonly Job[] = [whatIfJob]
