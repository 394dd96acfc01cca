import { homeShare } from '@steward/domain/schemes/scheme-checks.ts'
import { mergeSmall, type WhatIfGroup } from '@steward/domain/schemes/what-if-groups.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import { earlierOf, type PlainDate, plainDate, yearOf } from '@steward/domain/shared/plain-date.ts'
import { toPoints } from '@steward/domain/shared/points.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { authorOf, lockOwn, whatDraft } from './handlers-draft.ts'
import { versionById } from './handlers-read.ts'
import { whatIfJob } from './jobs.ts'
import { listWhatIfMembers, showWhatIf, startWhatIf } from './operations-what-if.ts'
import { findScheme } from './queries-draft.ts'
import { versionsOf } from './queries.ts'
import {
  findWhatIf,
  hasLinesIn,
  type KeptResult,
  listAffected,
  listBranchNames,
  replaceWhatIf,
} from './queries-what-if.ts'

/** The year a draft is tried on: the one asked for, else last year, else this year so far. */
async function yearToTry(ctx: Context, asked: number | null): Promise<number | undefined> {
  const thisYear = yearOf(ctx.today)
  const years = asked === null ? [thisYear - 1, thisYear] : [asked]
  for (const year of years) if (await hasLinesIn(ctx.tx, year)) return year
  return undefined
}

function lastDay(year: number, today: PlainDate): PlainDate {
  return earlierOf(plainDate(`${year}-12-31`), today)
}

const start = handle(startWhatIf, async (ctx, input) => {
  const { schemeId } = input
  const found = whatDraft(await lockOwn(ctx, schemeId), input.revision)
  if (!found.ok) return found
  const year = await yearToTry(ctx, input.year)
  if (year === undefined) return refuse('what-if-no-lines', { year: input.year ?? yearOf(ctx.today) })
  const { baseVersionId, content, revision } = found.value
  const id = ctx.newId()
  const untilOn = lastDay(year, ctx.today)
  await replaceWhatIf(
    ctx.tx,
    { id, schemeId, baseVersionId, revision, content, year, untilOn },
    authorOf(ctx),
  )
  await ctx.enqueue(whatIfJob, { whatIfId: id }, { key: `what-if:${schemeId}` })
  ctx.note({ whatIfId: id, year })
  return agree({ whatIfId: id, year })
})

const show = handle(showWhatIf, async (ctx, { schemeId }) => {
  ctx.access.demand('scheme.change', {})
  const found = (await findScheme(ctx.tx, schemeId)) ?? problem('not-found')
  const row = await findWhatIf(ctx.tx, { schemeId })
  if (row === undefined) return agree({ whatIf: null })
  const versions = await versionsOf(ctx.tx, found.versionIds)
  const base = versionById(versions, row.base_version_id)
  return agree({
    whatIf: {
      id: row.id,
      state: row.state,
      year: row.year,
      untilOn: row.until_on,
      startedBy: row.started_by,
      startedAt: row.started_at,
      finishedAt: row.finished_at,
      progress: { done: row.progress_done, all: row.progress_all },
      outdated: found.draft !== null && found.draft.revision !== row.draft_revision,
      home: { before: homeShare(base), after: homeShare(row.content) },
      result: row.result === null ? null : await shownResult(ctx, row.result),
    },
  })
})

/** Groups of fewer than ten as one; branches by name. */
async function shownResult(ctx: Context, result: KeptResult) {
  const byBranch = mergeSmall(result.byBranch)
  const names = await listBranchNames(
    ctx.tx,
    byBranch.flatMap(({ key }) => (key === 'merged' ? [] : [key])),
  )
  const shown = (groups: readonly WhatIfGroup[], nameOf: (key: string) => string | null = () => null) =>
    groups.map((group) => ({ ...group, name: nameOf(group.key) }))
  return {
    ...result,
    medianChange: toPoints(result.medianChange),
    byCategory: shown(mergeSmall(result.byCategory)),
    byClass: shown(mergeSmall(result.byClass)),
    byAge: shown(mergeSmall(result.byAge)),
    byBranch: shown(byBranch, (key) => names.get(key) ?? null),
  }
}

const members = handle(listWhatIfMembers, async (ctx, { schemeId, offset, limit }) => {
  ctx.access.demand('scheme.change', {})
  const { total, rows } = await listAffected(ctx, schemeId, { offset, limit })
  return agree({
    total,
    rows: rows.map((row) => ({ ...row, before: toPoints(row.before), after: toPoints(row.after) })),
  })
})

export const whatIfHandlers: readonly Handled[] = [start, show, members]
