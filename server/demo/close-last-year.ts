import { signGap } from '@steward/domain/year/year-close.ts'
import type { Context } from '#platform/context.ts'
import type { CarriedProblem } from './fill-rectified.ts'
import { rectificationsOfDemo } from './fill-rectified.ts'
import { closeBranches, closeCounty, toClosing } from '#features/year/queries-close.ts'
import {
  type BranchYear,
  insertGap,
  type KeptGap,
  loadYearsBelow,
  toYearFacts,
} from '#features/year/queries-facts.ts'
import { must } from './appraised-branch.ts'
import type { Accounts } from './fill-appraisals.ts'
import type { LastYear } from './fill-last-year.ts'
import type { Reviewer, Reviewers } from './fill-loop.ts'
import { contextOn } from './fill-months.ts'
import { takeStatistics } from './take-statistics.ts'

export type ClosingOf = {
  readonly last: LastYear
  readonly reviewers: Reviewers
  readonly accounts: Accounts
  readonly county: Reviewer & { readonly orgId: string; readonly path: string }
}

/** Problems go on as pledges, what is missing is signed, branches and county are closed, and everybody is given the base of the new year (R-229…R-232, S-228). */
export async function closeLastYear(
  context: Context,
  of: ClosingOf,
  say: (line: string) => void,
): Promise<void> {
  const { last, county } = of
  const { days, year } = last
  const carried = await rectificationsOfDemo(context, days.endedOn, problemsOf(of))
  say(`  ${year + 1} 年整改承诺 · rectification pledges ${carried}`)
  await takeStatistics(context.tx)
  const found = await loadYearsBelow(context.tx, county.path, year)
  const at = contextOn(context, days.branchClosesOn)
  const signed: BranchYear[] = []
  for (const branch of found) signed.push({ ...branch, gaps: await signGaps(context, of, branch) })
  const by = { name: county.name, accountId: county.accountId }
  const closed = await closeBranches(at, { year, by }, signed.map(toClosing))
  await closeCounty(contextOn(context, days.countyClosesOn), { year, by, countyOrgId: county.orgId })
  say(`  ${year} 年办结的支部 · branches closed ${closed.length}`)
}

/** A link that is missing is signed by the secretary, or by who stands in, with the reason. */
async function signGaps(context: Context, of: ClosingOf, branch: BranchYear): Promise<KeptGap[]> {
  const { facts } = toYearFacts(branch)
  const pair = of.reviewers.get(branch.orgId)
  const gaps: KeptGap[] = []
  if (pair === undefined) return gaps
  const { branchClosesOn } = of.last.days
  for (const { link, open, complete } of facts.links) {
    if (complete) continue
    const author = { kind: 'person' as const, accountId: pair.own.accountId }
    const gap = { link, reason: GAP_REASONS[link], signerName: pair.own.name }
    const signed = must(signGap(gap, facts, author, branchClosesOn))
    await insertGap(context.tx, {
      ...{ id: context.newId(), orgId: branch.orgId, year: of.last.year, link, openCount: open },
      ...{ reason: signed.reason, signerName: signed.signerName, by: pair.own.name },
      ...{ accountId: pair.own.accountId, on: branchClosesOn },
    })
    gaps.push({ ...signed, signedByName: pair.own.name, openCount: open })
  }
  return gaps
}

const GAP_REASONS = {
  pledges: '支部书记空缺，年初没有人审诺，补选以后照常开展。',
  points: '支部书记空缺，有的月份没有公示，镇党委已派人补上。',
  appraisal: '支部书记空缺，评议由上级党组织另行安排。',
  outcomes: '支部书记空缺，结果运用由上级党组织另行安排。',
} as const

function problemsOf({ last, reviewers, accounts }: ClosingOf): CarriedProblem[] {
  return last.appraisals.flatMap((appraisal) =>
    appraisal.problems.flatMap(({ id, memberId, words, foundBy, item }): CarriedProblem[] => {
      const pair = reviewers.get(appraisal.orgId)
      if (item.state === 'confirmed' || pair === undefined) return []
      const own = accounts.get(memberId)
      const reader = pair.own.memberId === memberId ? pair.other : pair.own
      const branch = toWho(reader)
      const writer = own === undefined ? branch : { ...own, memberId }
      const problem = {
        ...{ id, memberId, orgId: appraisal.orgId, words, measure: item.measure, year: last.year },
        ...{ source: foundBy, listedOn: last.days.settledOn, listedBy: reader.name, droppedFor: null },
      }
      return [{ problem, writer, isOwn: own !== undefined, reader: branch }]
    }),
  )
}

function toWho({ name, accountId, memberId }: Reviewer) {
  return { name, accountId, memberId: memberId === '' ? null : memberId }
}
