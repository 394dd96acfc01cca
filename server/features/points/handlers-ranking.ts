import {
  checkRankingSettings,
  type RankedMember,
  type RankingScope,
  rankMembers,
  type RankingSettings,
} from '@steward/domain/points/ranking.ts'
import type { OrgKind } from '@steward/domain/organisation/party-org.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import {
  lastDayOf,
  plainDate,
  type PlainDate,
  toPlainMonth,
  yearOf,
} from '@steward/domain/shared/plain-date.ts'
import { isAtOrBelow } from '@steward/domain/shared/reach.ts'
import { toPoints } from '@steward/domain/shared/points.ts'
import { findMyBranch, findOrg } from '#features/organisation/queries.ts'
import { loadVersions, schemeForMember, scoringFactsOf } from '#features/schemes/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import { problem } from '#platform/problem.ts'
import { changeRanking, showRanking, showRankingSettings } from './operations-ranking.ts'
import { listRanked, loadRankingSettings, type RankedRow, saveRankingSettings } from './queries-ranking.ts'

const scopeOf: Readonly<Record<OrgKind, RankingScope>> = {
  partyGroup: 'branch',
  branch: 'branch',
  generalBranch: 'generalBranch',
  baseCommittee: 'baseCommittee',
  workCommittee: 'baseCommittee',
  countyCommittee: 'county',
}

const show = handle(showRanking, async (ctx, input) => {
  const { tx, actor, today } = ctx
  const org = await getPlace(ctx, input.orgId)
  const year = input.year ?? yearOf(today)
  const day = year === yearOf(today) ? today : lastDayOf(toPlainMonth(plainDate(`${year}-12-01`)))
  const settings = await loadRankingSettings(tx, today)
  const scope = scopeOf[org.kind]
  const found = await listRanked(tx, org.path, year, day)
  const ranked = await toRanked(ctx, found, day)
  const placed = rankMembers(ranked, scope, settings)
  if (!placed.ok) return placed
  const byId = new Map(found.map((row) => [row.member_id, row]))
  const mine = placed.value.find(({ memberId }) => memberId === actor.memberId)
  return agree({
    org: { id: org.id, name: org.name },
    scope,
    year,
    rows: placed.value
      .filter(({ named }) => named)
      .map((place) => ({
        place: place.place,
        tied: place.tied,
        memberId: place.memberId,
        points: place.points,
        name: byId.get(place.memberId)?.name ?? '',
        orgName: byId.get(place.memberId)?.org_name ?? '',
        mine: place.memberId === actor.memberId,
      })),
    placed: placed.value.length,
    notPlaced: ranked.length - placed.value.length,
    mine: mine === undefined ? null : { place: mine.place, tied: mine.tied, points: mine.points },
    settings: shape(settings),
  })
})

/** The own branch unless another place is named. Who belongs somewhere below a place may ask; the decided scope answers. */
async function getPlace(ctx: Context, orgId: string | null) {
  const { memberId } = ctx.actor
  const own = orgId === null && memberId !== null ? await findMyBranch(ctx.tx, memberId) : undefined
  const wanted = orgId ?? own?.orgId ?? ctx.actor.roles[0]?.orgId ?? problem('not-found')
  const org = (await findOrg(ctx.tx, wanted)) ?? problem('not-found')
  const belongs = ctx.actor.roles.some(({ orgPath }) => isAtOrBelow(orgPath, org.path))
  if (!belongs || !ctx.actor.roles.some(({ orgPath }) => ctx.access.can('ranking.read', { path: orgPath })))
    ctx.access.demandHidden('ranking.read', { path: org.path })
  return org
}

/** Left out of scoring, and without grade, means without place. */
async function toRanked(ctx: Context, rows: readonly RankedRow[], day: PlainDate): Promise<RankedMember[]> {
  const versions = await loadVersions(ctx.tx)
  const month = toPlainMonth(day)
  return rows.map((row) => {
    const scheme = schemeForMember(versions, scoringFactsOf(row), month)
    return {
      memberId: row.member_id,
      points: toPoints(row.points),
      placed: scheme?.scored === true && scheme.graded,
    }
  })
}

function shape({ on, widest, decision, namedPercent }: RankingSettings) {
  return { on, widest, decision: decision && { ...decision }, namedPercent }
}

const settings = handle(showRankingSettings, async (ctx) => {
  ctx.access.demandSomewhere('ranking.read')
  const root = ctx.actor.roles.some(({ orgPath }) => ctx.access.can('ranking.change', { path: orgPath }))
  return agree({ settings: shape(await loadRankingSettings(ctx.tx, ctx.today)), mayChange: root })
})

const change = handle(changeRanking, async (ctx, { decidedBy, ...wanted }) => {
  ctx.access.demandSomewhere('ranking.change')
  const checked = checkRankingSettings(wanted)
  if (!checked.ok) {
    const { code, details } = checked
    if (code === 'ranking-scope-needs-decision' || code === 'ranking-named-too-many')
      return { ok: false, code, details }
    throw new Error(`Settings are not refused as ${code}`)
  }
  await saveRankingSettings(ctx.tx, checked.value, { by: decidedBy, at: ctx.now, on: ctx.today })
  ctx.note({ on: wanted.on, widest: wanted.widest, namedPercent: wanted.namedPercent })
  return agree({ settings: shape(checked.value) })
})

export const rankingHandlers: readonly Handled[] = [show, settings, change]
