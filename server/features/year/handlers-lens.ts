import { noPoints, scalePoints, sumPoints, toPoints } from '@steward/domain/shared/points.ts'
import type { SchemeVersion } from '@steward/domain/schemes/scheme.ts'
import { agree, refuse } from '@steward/domain/shared/decision.ts'
import type { PlainMonth } from '@steward/domain/shared/plain-date.ts'
import {
  branchLens,
  groupLens,
  type LensFlag,
  type LensGroup,
  reachLens,
  reachOf,
  reviewerLens,
} from '@steward/domain/year/fairness.ts'
import { findOrg, listPath, type Org } from '#features/organisation/queries.ts'
import { loadVersions, schemeForMember } from '#features/schemes/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { noteTalk, showLens } from './operations-lens.ts'
import {
  insertTalk,
  type LensBranch,
  type LensGroupRow,
  type LensReviewer,
  listLensBranches,
  listLensGroups,
  listLensReviewers,
  listTalks,
} from './queries-lens.ts'

/** Groups whose marks the register keeps; nobody's health is one of them. */
const GROUPS = ['old', 'away'] as const satisfies readonly LensGroup[]

type Seen = {
  readonly among: { readonly id: string; readonly name: string }
  readonly flags: readonly (LensFlag & { readonly name: string })[]
  readonly branches: readonly LensBranch[]
  readonly reviewers: readonly LensReviewer[]
  readonly groups: readonly GroupSum[]
  readonly othersMean: number
}

/** The lens of a place: a branch is compared with the branches of its committee, a committee's among themselves. */
async function look(context: Context, org: Org, year: number): Promise<Seen> {
  const { tx, access } = context
  const way = await listPath(tx, org.path)
  const above = way.findLast(
    ({ kind }) => kind !== 'branch' && kind !== 'generalBranch' && kind !== 'partyGroup',
  )
  const among = org.kind === 'branch' && above !== undefined ? above : org
  const [branches, reviewers, groupRows, versions] = await Promise.all([
    listLensBranches(tx, among.path, year),
    listLensReviewers(tx, among.path, year),
    listLensGroups(tx, org.path, year),
    loadVersions(tx),
  ])
  const isReadable = ({ orgPath }: { readonly orgPath: string }) => access.can('lens.read', { path: orgPath })
  const own = branches.filter(isReadable)
  const ownReviewers = reviewers.filter(isReadable)
  const { groups, others } = groupsOf(groupRows, versions, year)
  const names = new Map<string, string>([
    ...own.map(({ orgId, orgName }) => [orgId, orgName] as const),
    ...ownReviewers.map(({ reviewerId, name }) => [reviewerId, name] as const),
    ...GROUPS.map((group) => [group, ''] as const),
  ])
  const flags = [
    ...branchLens(
      branches.map(({ orgId, grades, members, points }) => ({
        ...{ branchId: orgId, grades, members, points: toPoints(points) },
      })),
    ),
    ...reviewerLens(reviewers),
    ...reachLens(groups.map(({ group, members, openPercent }) => ({ group, members, openPercent }))),
    ...groupLens(groups, others),
  ].flatMap((flag) => {
    const name = names.get(flag.subjectId)
    return name === undefined ? [] : [{ ...flag, name }]
  })
  const othersMean = meanOf(others)
  return { among, flags, branches: own, reviewers: ownReviewers, groups, othersMean }
}

type GroupSum = ReturnType<typeof sumOf> & {
  readonly group: (typeof GROUPS)[number]
  readonly openPercent: number
}

function groupsOf(rows: readonly LensGroupRow[], versions: readonly SchemeVersion[], year: number) {
  const december = `${year}-12` as PlainMonth // Of a year with four figures.
  const contentOf = ({ field, memberClass }: LensGroupRow) =>
    schemeForMember(versions, { orgField: field, memberClass }, december)
  const groups = GROUPS.map((group): GroupSum => {
    const own = rows.filter((row) => row[group])
    const under = own.flatMap((row) => {
      const content = contentOf(row)
      return content === undefined ? [] : [{ members: row.members, content }]
    })
    return { ...sumOf(own), group, openPercent: reachOf(group, under).openPercent }
  })
  return { groups, others: sumOf(rows.filter(({ old, away }) => !old && !away)) }
}

function sumOf(rows: readonly LensGroupRow[]) {
  return {
    members: rows.reduce((sum, { members }) => sum + members, 0),
    points: sumPoints(rows.map(({ points }) => toPoints(points))),
  }
}

function meanOf({ members, points }: { readonly members: number; readonly points: number }) {
  return members === 0 ? noPoints : scalePoints(toPoints(points), 1, members)
}

const show = handle(showLens, async (context, { orgId, year }) => {
  const { tx, access } = context
  const org = (await findOrg(tx, orgId)) ?? problem('not-found')
  access.demandHidden('lens.read', { path: org.path })
  const found = await look(context, org, year)
  const talks = await listTalks(tx, org.path, year)
  return agree({
    ...{ org: { id: org.id, name: org.name }, year, othersMean: found.othersMean },
    among: { id: found.among.id, name: found.among.name },
    flags: found.flags.map((flag) => ({
      ...flag,
      talks: talks
        .filter((talk) => talk.flag === flag.code && talk.subjectId === flag.subjectId)
        .map(({ said, talkedWith, on, notedBy }) => ({ said, talkedWith, on, notedBy })),
    })),
    branches: found.branches.map(({ orgId: id, orgName, members, points, grades }) => ({
      ...{ orgId: id, orgName, members, mean: meanOf({ members, points }), grades: { ...grades } },
    })),
    reviewers: found.reviewers.map(({ reviewerId, name, decided, refused, adjusted }) => ({
      ...{ reviewerId, name, decided, refused, adjusted },
    })),
    groups: found.groups.map((one) => ({
      ...{ group: one.group, members: one.members, mean: meanOf(one), openPercent: one.openPercent },
    })),
    may: access.can('lens.note', { path: org.path }) ? (['lens.note'] as const).slice() : [],
  })
})

/** What was said is noted; nothing is corrected by it. */
const note = handle(noteTalk, async (context, input) => {
  const { tx, access, actor, today, now } = context
  const org = (await findOrg(tx, input.orgId)) ?? problem('not-found')
  access.demandHidden('lens.note', { path: org.path })
  if (input.said === '' || input.talkedWith === '') return refuse('lens-said-missing')
  if (input.talkedOn > today) return refuse('lens-day-in-future')
  const { flags } = await look(context, org, input.year)
  const flag = flags.find(({ code, subjectId }) => code === input.code && subjectId === input.subjectId)
  if (flag === undefined) return refuse('lens-flag-gone')
  const { year, said, talkedWith, talkedOn } = input
  await insertTalk(tx, {
    ...{ id: context.newId(), orgId: org.id, year, flag, said, talkedWith, talkedOn },
    ...{ by: actor.name, accountId: actor.accountId ?? problem('forbidden'), at: now },
  })
  context.note({ orgId: org.id, year, flag: flag.code, subjectId: flag.subjectId })
  return agree({})
})

export const lensHandlers: readonly Handled[] = [show, note]
