import type { AppraisalStage } from '@steward/domain/appraisals/appraisal.ts'
import { yearScore } from '@steward/domain/points/base.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { plainDate, type PlainDate, yearOf } from '@steward/domain/shared/plain-date.ts'
import { noPoints, sumPoints, toPoints } from '@steward/domain/shared/points.ts'
import { isAtOrBelow } from '@steward/domain/shared/reach.ts'
import { nextBase } from '@steward/domain/year/carry-over.ts'
import { countyLinks, type YearLink } from '@steward/domain/year/link.ts'
import { yearBlocksOf } from '@steward/domain/year/year-close.ts'
import { findOrg, type Org } from '#features/organisation/queries.ts'
import { loadVersions } from '#features/schemes/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import {
  type openCodes,
  previewCarryOver,
  showBranchYear,
  showMyYear,
  showYearBoard,
  type yearShows,
} from './operations-year.ts'
import {
  type CarriedRow,
  findCountyOrg,
  listCarried,
  listNames,
  listRightBelow,
  loadCountyState,
  loadOwnYear,
  type OwnYear,
} from './queries.ts'
import { findOwnCarry, listPeople, type YearPerson } from './queries-carry.ts'
import { type BranchYear, loadBranchYears, loadYearsBelow, toYearFacts } from './queries-facts.ts'
import { listOpenNames, type OpenNames } from './queries-open.ts'
import { findRun } from './queries-run.ts'

const isOver = (year: number, today: PlainDate) => today >= plainDate(`${year + 1}-01-01`)

async function readable({ tx, access }: Context, orgId: string): Promise<Org> {
  const org = (await findOrg(tx, orgId)) ?? problem('not-found')
  access.demandHidden('year.read', { path: org.path })
  return org
}

type Seen = {
  readonly branch: BranchYear
  readonly state: 'open' | 'ready' | 'closed'
  readonly links: ReturnType<typeof linksShape>
  readonly disputed: boolean
}

function linksShape(branch: BranchYear) {
  const signed = new Set(branch.gaps.map(({ link }) => link))
  return toYearFacts(branch).links.map((link) => ({ ...link, signed: signed.has(link.link) }))
}

function seen(branch: BranchYear, year: number, today: PlainDate): Seen {
  const ready = yearBlocksOf(year, toYearFacts(branch).facts, today).length === 0
  const state = branch.closing !== null ? 'closed' : ready ? 'ready' : 'open'
  const disputed = branch.objectionsOpen + branch.appealsOpen + branch.toleranceOpen > 0
  return { branch, state, links: linksShape(branch), disputed }
}

const isDone = ({ links }: Seen, of: YearLink) =>
  links.some(({ link, complete, signed }) => link === of && (complete || signed))

function isShown(one: Seen, show: (typeof yearShows)[number]): boolean {
  if (show === 'all') return true
  if (show === 'open' || show === 'ready' || show === 'closed') return one.state === show
  if (show === 'disputed') return one.state !== 'closed' && one.disputed
  return one.state !== 'closed' && !isDone(one, show)
}

const board = handle(showYearBoard, async (context, { orgId, year, show, offset, limit }) => {
  const { tx, access, today } = context
  const org = await readable(context, orgId)
  // Sent together, done one after the other.
  const [branches, nodes, state, run] = await Promise.all([
    loadYearsBelow(tx, org.path, year),
    listRightBelow(tx, orgId),
    loadCountyState(tx, org.path, year),
    findRun(tx, orgId, year),
  ])
  const all = branches.map((branch) => seen(branch, year, today))
  const chosen = all.filter((one) => isShown(one, show))
  const shown = chosen.slice(offset, offset + limit)
  const parents = [...new Set(shown.flatMap(({ branch }) => branch.parentId ?? []))]
  const names = await listNames(tx, parents)
  const count = (of: Seen['state']) => all.filter((one) => one.state === of).length
  return agree({
    org: { id: org.id, name: org.name },
    year,
    isOver: isOver(year, today),
    links: countyLinks(
      all.map(({ branch, links }) => ({ links, signed: branch.gaps.map(({ link }) => link) })),
    ),
    counts: {
      ...{ branches: all.length, open: count('open'), ready: count('ready'), closed: count('closed') },
      disputed: all.filter((one) => isShown(one, 'disputed')).length,
    },
    below: nodes.flatMap((node) => {
      const own = all.filter(({ branch }) => isAtOrBelow(branch.orgPath, node.path))
      return own.length === 0 ? [] : [belowShape(node, own)]
    }),
    rows: shown.map((one) => rowShape(one, names)),
    total: chosen.length,
    carried: { ...state.carried },
    county: state.county === null ? null : closingShape(state.county),
    run: run === undefined ? null : runShape(run),
    may: access.may(['year.close', 'year.close-below', 'year.close-county'], { path: org.path }) as (
      | 'year.close'
      | 'year.close-below'
      | 'year.close-county'
    )[],
  })
})

function belowShape(node: { readonly id: string; readonly name: string }, own: readonly Seen[]) {
  const done = (link: YearLink) => own.filter((one) => one.state === 'closed' || isDone(one, link)).length
  return {
    ...{ orgId: node.id, orgName: node.name, branches: own.length },
    members: own.reduce((sum, { branch }) => sum + branch.members, 0),
    closed: own.filter((one) => one.state === 'closed').length,
    disputed: own.filter((one) => isShown(one, 'disputed')).length,
    done: {
      ...{ pledges: done('pledges'), points: done('points') },
      ...{ appraisal: done('appraisal'), outcomes: done('outcomes') },
    },
  }
}

function rowShape({ branch, links, state }: Seen, names: ReadonlyMap<string, string>) {
  const { orgId, orgName, members, objectionsOpen, appealsOpen, toleranceOpen } = branch
  return {
    ...{ orgId, orgName, members, objectionsOpen, appealsOpen, toleranceOpen, links, state },
    above: branch.parentId === null ? '' : (names.get(branch.parentId) ?? ''),
    closedAt: branch.closing?.at ?? null,
  }
}

function closingShape({ by, at, members, carried, carriedPoints }: NonNullable<BranchYear['closing']>) {
  return { by, at, members, carried, carriedPoints }
}

function runShape(run: NonNullable<Awaited<ReturnType<typeof findRun>>>) {
  const { done, all, closed, blocked, by, startedAt, endedAt } = run
  return { done, all, closed, blocked, by, startedAt, endedAt }
}

const branch = handle(showBranchYear, async (context, { orgId, year }) => {
  const { tx, access, today } = context
  const org = await readable(context, orgId)
  const [[found], names, countyOrg] = await Promise.all([
    loadBranchYears(tx, [orgId], year),
    listOpenNames(tx, orgId, year),
    findCountyOrg(tx),
  ])
  const { county } = await loadCountyState(tx, countyOrg?.path ?? org.path, year)
  const may = access.may(['year.close', 'year.close-below', 'problem.read', 'lens.read'], { path: org.path })
  const mayClose = may.includes('year.close') || may.includes('year.close-below')
  return agree({
    ...{ org: { id: org.id, name: org.name }, year, isOver: isOver(year, today) },
    branch: found === undefined ? null : branchShape(found, names, year, today),
    countyClosed: county !== null,
    may: [
      ...(mayClose && found?.closing === null ? (['year.close', 'year.sign-gap'] as const) : []),
      ...(may.includes('problem.read') ? (['problem.read'] as const) : []),
      ...(may.includes('lens.read') ? (['lens.read'] as const) : []),
    ],
  })
})

function branchShape(found: BranchYear, names: OpenNames, year: number, today: PlainDate) {
  const one = seen(found, year, today)
  const { members, objectionsOpen, appealsOpen, toleranceOpen, closing } = found
  return {
    ...{ members, state: one.state, objectionsOpen, appealsOpen, toleranceOpen },
    links: one.links.map((link) => ({
      ...link,
      items: itemsOf(link.link, found, names),
      gap: gapShape(found, link.link),
    })),
    blocks: closing === null ? yearBlocksOf(year, toYearFacts(found).facts, today) : [],
    closing: closing === null ? null : closingShape(closing),
  }
}

function gapShape({ gaps }: BranchYear, link: YearLink) {
  const gap = gaps.find((each) => each.link === link)
  if (gap === undefined) return null
  const { reason, signerName, signedByName, on, openCount } = gap
  return { reason, signerName, enteredBy: signedByName, on, openCount }
}

type Item = { code: (typeof openCodes)[number]; count: number; names: string[] }

function itemsOf(link: YearLink, found: BranchYear, names: OpenNames): Item[] {
  const stage: AppraisalStage | null = found.appraisalStage
  const all: Readonly<Record<YearLink, readonly Item[]>> = {
    pledges: [
      item('members-without-pledge', found.membersWithoutPledge, names.withoutPledge),
      item('pledges-not-judged', found.pledgesNotJudged, names.notJudged),
    ],
    points: [item('months-not-closed', found.monthsNotClosed, names.months)],
    appraisal: [item('appraisal-not-closed', found.appraisalClosed ? 0 : 1, stage === null ? [] : [stage])],
    outcomes: [
      item('results-to-come', found.appraisalClosed ? 0 : 1, []),
      item('members-without-use', found.membersWithoutUse, names.withoutUse),
      item('problems-without-pledge', found.problemsWithoutPledge, names.withoutDraft),
    ],
  }
  return all[link].filter(({ count }) => count > 0)
}

function item(code: Item['code'], count: number, names: readonly string[]): Item {
  return { code, count, names: [...names] }
}

const preview = handle(previewCarryOver, async (context, { orgId, year }) => {
  const { tx } = context
  const org = await readable(context, orgId)
  const [found] = await loadBranchYears(tx, [orgId], year)
  const closing = found?.closing ?? null
  const rows =
    closing === null
      ? await toCome(context, orgId, year)
      : (await listCarried(tx, closing.id)).map((row) => carriedShape(row, orgId))
  const bases = rows.flatMap(({ base }) => (base === null ? [] : [toPoints(base)]))
  return agree({
    ...{ org: { id: org.id, name: org.name }, year, done: closing !== null, rows },
    ...{ members: rows.length, carried: bases.length, points: sumPoints(bases) },
  })
})

async function toCome({ tx }: Context, orgId: string, year: number) {
  const people = await listPeople(tx, { orgIds: [orgId], year }, await loadVersions(tx))
  const elsewhere = people.flatMap((person) => (person.orgId === orgId ? [] : [person.orgId]))
  const names = await listNames(tx, elsewhere)
  return people.map((person) => {
    const { memberId, name, coming, version } = person
    const next = nextBase(coming, version.carryOver)
    return {
      ...{ memberId, name, result: resultOf(person), percent: version.carryOver.percent },
      ...{ base: next.base?.points ?? null, words: next.words, reason: '' },
      movedTo: person.orgId === orgId ? null : (names.get(person.orgId) ?? null),
    }
  })
}

function resultOf({ coming }: YearPerson) {
  return yearScore(coming.parts, coming.appraisalPercent)
}

function carriedShape(row: CarriedRow, orgId: string) {
  const { memberId, name, percent, base, words, reason } = row
  const movedTo = row.orgId === orgId ? null : row.orgName
  return { memberId, name, result: scoreOf(row), percent, base, words, movedTo, reason }
}

function scoreOf(row: Pick<CarriedRow, 'points' | 'appraisalScore' | 'appraisalPercent'>) {
  const appraisal = row.appraisalScore === null ? null : toPoints(row.appraisalScore)
  const parts = { points: toPoints(row.points), unlimitedBonus: noPoints, appraisal }
  return yearScore(parts, row.appraisalPercent)
}

const mine = handle(showMyYear, async ({ tx, access, actor, today }, input) => {
  access.open('own-account')
  const year = input.year ?? yearOf(today)
  const own = actor.memberId === null ? undefined : await loadOwnYear(tx, actor.memberId, year)
  if (own === undefined || actor.memberId === null) problem('not-found')
  const person = await findOwnCarry(tx, actor.memberId, year, await loadVersions(tx))
  const next = person && nextBase(toldOnly(person, own), person.version.carryOver)
  return agree({
    ...{ year, orgName: own.orgName, closedOn: own.closedOn, waits: own.waits },
    pledges: { accepted: own.accepted, judged: own.judged, rectifications: own.rectifications },
    points: { total: own.total, monthsClosed: own.monthsClosed },
    appraisal: { stage: own.stage, grade: own.grade },
    outcomes: { uses: own.uses, noUse: own.noUse },
    carried: own.carried.map((row) => {
      const { percent, base, words, reason, on, entryId } = row
      return { result: scoreOf(row), percent, base, words, reason, on, entryId }
    }),
    next: next === undefined || next.base === null ? null : { base: next.base.points, words: next.words },
  })
})

// The ballots of an appraisal are nobody's business before the member was told the grade.
function toldOnly({ coming }: YearPerson, own: Pick<OwnYear, 'grade' | 'closedOn'>): YearPerson['coming'] {
  if (own.grade !== null || own.closedOn !== null) return coming
  return { ...coming, parts: { ...coming.parts, appraisal: null }, appraisalPercent: 0 }
}

export const lookHandlers: readonly Handled[] = [board, branch, preview, mine]
