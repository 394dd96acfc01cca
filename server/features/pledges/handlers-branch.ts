import { adviseCount, figuresOf, leadersBehind } from '@steward/domain/pledges/pledge-advice.ts'
import { toPledgeSettings, windowOf } from '@steward/domain/pledges/pledge-settings.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import type { PlainDate } from '@steward/domain/shared/plain-date.ts'
import { handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { listBelow, listBoard, showBranchPledges } from './operations-branch.ts'
import * as queries from './queries-branch.ts'
import { listPledgesIn } from './queries-pledge.ts'
import { type PledgeColumns, type PledgeRow, toPledge, toPledgeRow } from './queries-row.ts'

/** Where the published pledges of a place are read without an account; null while the county keeps the page closed. */
export function pagePathOf(place: queries.PledgePlace): string | null {
  const { publicPage } = toPledgeSettings(place.setting?.value)
  if (place.pageCode === null || publicPage === 'off') return null
  return `/m/pledge-page/${place.countyCode}/${place.pageCode}`
}

/** How a published pledge is shown to the branch: not how it came about. */
function published(row: PledgeColumns, today: PlainDate): PledgeRow {
  return { ...toPledgeRow(row, today), returns: [], toConfirm: false, behind: false }
}

const board = handle(listBoard, async (ctx, { orgId, year }) => {
  const { tx, access, actor, today } = ctx
  const own = orgId ?? actor.roles[0]?.orgId ?? problem('not-found')
  const place = (await queries.findPlace(tx, own, today)) ?? problem('not-found')
  access.demandHidden('pledge.read', { path: place.path })
  const rows = await listPledgesIn(tx, place.id, year, true)
  return agree({
    org: { id: place.id, name: place.name },
    rows: rows.map((row) => published(row, today)),
    pagePath: rows.length === 0 ? null : pagePathOf(place),
  })
})

const branch = handle(showBranchPledges, async (ctx, { orgId, year }) => {
  const { tx, access, today } = ctx
  const place = (await queries.findPlace(tx, orgId, today)) ?? problem('not-found')
  const target = { path: place.path }
  access.demandHidden('pledge.follow', target)
  const found = await listPledgesIn(tx, orgId, year, false)
  const members = await queries.listBranchMembers(tx, orgId, today)
  const settings = toPledgeSettings(place.setting?.value)
  const versionNo = place.setting?.versionNo ?? 0
  const rulesRead = await queries.findRulesRead(tx, orgId, versionNo)
  const { from, until } = windowOf({ kind: 'year', year }, settings)
  const rows = found.map((row) => toPledgeRow(row, today))
  const listed = members.map((member) => ({
    ...member,
    pledges: rows.filter(({ memberId }) => memberId === member.id),
  }))
  const standing = listed.map((member) => ({ ...member, handedIn: member.pledges.length > 0 }))
  const ofOrg = rows.filter(({ memberId }) => memberId === null)
  const usual = { member: settings.member, orgLeast: settings.orgLeast }
  const { advice, least } = adviseCount(ofOrg.length, { kind: 'org', elderlyOrFrail: false }, usual)
  const readOn = rulesRead?.on ?? null
  return agree({
    org: { id: place.id, name: place.name },
    window: { from, until, open: from <= today && today <= until },
    members: listed,
    ofOrg,
    figures: {
      members: listed.length,
      handedIn: standing.filter(({ handedIn }) => handedIn).length,
      ...countsOf(found),
    },
    leadersBehind: leadersBehind(standing).map(({ id, name }) => ({ id, name })),
    orgAdvice: { advice, least },
    rules: {
      title: settings.rulesTitle,
      text: settings.rulesText,
      readBy: rulesRead?.by ?? null,
      readOn,
    },
    pagePath: pagePathOf(place),
    may: access.may(
      [
        'pledge.enter',
        'pledge.review',
        'pledge.review-above',
        'pledge.write-org',
        'pledge.publish',
        'pledge.judge',
      ],
      target,
    ),
  })
})

/** What a branch reports of its pledges (S-185, S-188). */
function countsOf(found: readonly PledgeColumns[]) {
  const { pledges, bySource, returned, byPart } = figuresOf(found.map(toPledge))
  const having = (...states: string[]) => found.filter(({ state }) => states.includes(state)).length
  return {
    pledges,
    ...bySource,
    returned,
    byPart: [...byPart].map(([part, count]) => ({ part, count })),
    waiting: having('submitted', 'toTalk'),
    accepted: having('accepted'),
    published: found.filter(({ publishedOn }) => publishedOn !== null).length,
    late: found.filter(({ late }) => late).length,
  }
}

const below = handle(listBelow, async (ctx, { orgId, year, show, offset, limit }) => {
  const { tx, access, today } = ctx
  const place = (await queries.findPlace(tx, orgId, today)) ?? problem('not-found')
  access.demandHidden('pledge.follow', { path: place.path })
  const versionNo = place.setting?.versionNo ?? 0
  const page = { path: place.path, year, versionNo, show, offset, limit }
  const { rows, total, counts } = await queries.listBelow(tx, page)
  return agree({ org: { id: place.id, name: place.name }, rows: [...rows], total, counts })
})

export const branchHandlers: readonly Handled[] = [board, branch, below]
