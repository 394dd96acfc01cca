import type { Grade } from '@steward/domain/appraisals/grade.ts'
import { ageOn, lastDayOf, plainDate } from '@steward/domain/shared/plain-date.ts'
import type { PastAppraisal } from '#features/appraisals/queries-bulk.ts'
import { loadCalendar } from '#features/organisation/queries-calendar.ts'
import { pastPledgesOfDemo } from './fill-past-pledges.ts'
import { findScoringFacts, loadVersions, schemeForMember } from '#features/schemes/queries.ts'
import type { Context } from '#platform/context.ts'
import type { YearFrame } from './appraised-branch.ts'
import { type Accounts, fillAppraisals } from './fill-appraisals.ts'
import { type CasesOf, type ToleratedErrors, toleratedErrors } from './fill-cases.ts'
import type { FilledCounty } from './fill-county.ts'
import { fillLedger, monthOf, type Person, sheetOf } from './fill-last-ledger.ts'
import type { Reviewers } from './fill-loop.ts'
import { fillMonth } from './fill-months.ts'
import { drawHabits } from './plan/plan-deeds.ts'
import { gradedBefore, gradeOfRole } from './plan/plan-outcomes.ts'
import { type YearDays, yearDays } from './plan/plan-year.ts'
import type { FormerMember } from './plan/plan-types.ts'
import { drawFrom } from './plan/random.ts'
import { takeStatistics } from './take-statistics.ts'

export type LastYearOf = {
  readonly reviewers: Reviewers
  readonly accounts: Accounts
  readonly cases: CasesOf
  /** Who left since the year before last. */
  readonly former: readonly (FormerMember & { readonly id: string })[]
}
export type LastYear = {
  readonly year: number
  readonly days: YearDays
  readonly appraisals: readonly PastAppraisal[]
  readonly tolerated: ToleratedErrors
}

/**
 * The year before this one, in every link: pledges and how they were judged, a ledger of the main records, sheets and
 * statements by the quarter, the appraisal of every branch. Nothing where that year cannot be closed yet.
 */
export async function fillLastYear(
  context: Context,
  filled: FilledCounty,
  of: LastYearOf,
  say: (line: string) => void,
): Promise<LastYear | undefined> {
  const { tx, today } = context
  const year = Number(today.slice(0, 4)) - 1
  const calendar = await loadCalendar(tx, plainDate(`${year - 1}-01-01`), plainDate(`${year + 1}-12-31`))
  const days = yearDays(year, calendar)
  if (today < days.opensOn) return undefined
  await takeStatistics(tx)
  const there = new Set(
    filled.members.filter(({ admittedOn }) => admittedOn < `${year}-01-01`).map(({ id }) => id),
  )
  const pledges = await pastPledgesOfDemo(context, year, {
    wasThere: (id) => there.has(id),
    county: of.cases.bodies.county,
  })
  say(`  ${year} 年承诺 · pledges of ${year} ${pledges.length}`)
  const people = await gatherPeople(context, filled, year)
  const tolerated = toleratedErrors(of.cases, calendar)
  const { reviewers } = of
  const lines = await fillLedger(context, people, { year, calendar, pledges, reviewers, tolerated })
  say(`  ${year} 年积分 · points of ${year} ${lines}`)
  const frame = { county: context.county, year, days, calendar, leavesProblems: true }
  const grades = new Map(of.cases.people.flatMap(gradeOfPerson))
  await fillYearBeforeLast(context, frame, people, { ...of, grades })
  const appraisals = await fillAppraisals(context, frame, people, { ...of, grades })
  say(`  ${year} 年评议 · appraisals of ${year} ${appraisals.length}`)
  await fillMonth(context, monthOf(year, '12'), sheetOf(year, '12', people, calendar, of.reviewers))
  return { year, days, appraisals, tolerated }
}

/**
 * The appraisal two years back, before there were points, of the branches somebody was graded unqualified in: who left since
 * stands on its roll.
 */
async function fillYearBeforeLast(
  context: Context,
  frame: YearFrame,
  people: readonly Person[],
  of: LastYearOf & { readonly grades: ReadonlyMap<string, Grade> },
): Promise<void> {
  const year = frame.year - 1
  const before = of.cases.people.filter(({ role }) => gradedBefore(role))
  const concerned = new Set(before.map(({ orgId }) => orgId))
  const own = people.flatMap((person) =>
    concerned.has(person.orgId) && person.member.admittedOn < `${year}-01-01`
      ? [{ ...person, version: undefined }]
      : [],
  )
  const left = of.former.flatMap((member): Person[] => {
    const orgId = of.cases.people.find(({ memberId }) => memberId === member.id)?.orgId
    const draw = drawFrom(`former ${member.identityNumber}`)
    const habits = drawHabits(draw, 50)
    return orgId === undefined
      ? []
      : [{ member: { ...member, groupId: null }, orgId, version: undefined, habits, draw }]
  })
  const grades = new Map(before.map(({ memberId }): [string, Grade] => [memberId, 'unqualified']))
  const days = yearDays(year, frame.calendar)
  const earlier = { ...frame, year, days, leavesProblems: false }
  await fillAppraisals(context, earlier, [...own, ...left], { ...of, grades })
}

function gradeOfPerson({ memberId, role }: CasesOf['people'][number]): [string, Grade][] {
  if (role === 'commended' || role === 'persuadedOut' || role === 'removed') return []
  return [[memberId, gradeOfRole(role)]]
}

async function gatherPeople({ tx }: Context, { members }: FilledCounty, year: number): Promise<Person[]> {
  const month = monthOf(year, '12')
  const ids = members.map(({ id }) => id)
  const versions = await loadVersions(tx)
  const facts = await findScoringFacts(tx, ids, lastDayOf(month))
  return members.flatMap((member) => {
    const own = facts.get(member.id)
    if (own === undefined) return []
    const version = schemeForMember(versions, own, month)
    const draw = drawFrom(`year before ${member.identityNumber}`)
    const habits = drawHabits(draw, ageOn(member.bornOn, lastDayOf(month)))
    return [{ member, orgId: own.orgId, version, habits, draw }]
  })
}
