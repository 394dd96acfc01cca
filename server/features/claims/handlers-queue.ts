import {
  aloneReason,
  barredFrom,
  isEvidenceComplete,
  reviewMinutes,
  waitingDays,
} from '@steward/domain/claims/review.ts'
import type { StandingLine } from '@steward/domain/points/used.ts'
import type { PointsCategory } from '@steward/domain/points/category.ts'
import { agree } from '@steward/domain/shared/decision.ts'
import { daysBetween, yearOf } from '@steward/domain/shared/plain-date.ts'
import { loadVersions } from '#features/schemes/queries.ts'
import { type Context, handle, type Handled } from '#platform/context.ts'
import type { CountyTx } from '#platform/db.ts'
import { awardOf } from './handlers-look.ts'
import * as operations from './operations-review.ts'
import { type ClaimRow, toClaim } from './queries-claim.ts'
import { factsOf, loadStanding, usedBefore } from './queries-credit.ts'
import { findDoubles, listQueue } from './queries-queue.ts'
import { reviewerOf, reviewPermissions } from './queries-reviewer.ts'
import { toClaimLine, versionsOfRows, withItem } from './queries-view.ts'

const queue = handle(operations.listQueue, async (context, { category, ...input }) => {
  const { tx, access, actor, today } = context
  const permissions = Object.values(reviewPermissions)
  const reviews = actor.holdings.find(({ permission }) => permissions.some((each) => each === permission))
  access.demandSomewhere(permissions.find((each) => each === reviews?.permission) ?? 'claim.review')
  const filter = {
    ...{ show: input.show, search: input.search, offset: input.offset, limit: input.limit },
    ...{ orgId: input.orgId ?? null, month: input.month ?? null, route: input.route ?? null },
    ...{
      memberId: input.memberId ?? null,
      itemCodes: category === undefined ? null : await codesOf(tx, category),
    },
  }
  const { rows, counts } = await listQueue(tx, access, filter, { today, memberId: actor.memberId })
  const { total, months, ...some } = counts
  return agree({
    rows: await toQueueRows(context, rows),
    total,
    minutes: reviewMinutes(counts.mine),
    months: [...months],
    counts: some,
  })
})

async function codesOf(tx: CountyTx, category: PointsCategory): Promise<string[]> {
  const versions = await loadVersions(tx)
  const items = versions.flatMap((version) => version.items.filter((item) => item.category === category))
  return [...new Set(items.map(({ code }) => code))]
}

/** Each row with what it would bring if those above it in the list were approved first. */
async function toQueueRows(context: Context, rows: readonly ClaimRow[]) {
  const { tx, today } = context
  const years = rows.map(({ deedOn }) => yearOf(deedOn))
  const memberIds = [...new Set(rows.map(({ memberId }) => memberId))]
  const [standing, doubles, versions] = await Promise.all([
    rows.length === 0
      ? new Map<string, StandingLine[]>()
      : loadStanding(tx, memberIds, { from: Math.min(...years), until: Math.max(...years) }),
    findDoubles(
      tx,
      rows.map(({ id }) => id),
    ),
    versionsOfRows(tx, rows),
  ])
  const lines = new Map(memberIds.map((id) => [id, [...(standing.get(id) ?? [])]]))
  return rows.map((row) => {
    const { version, item } = withItem(versions, row)
    const own = lines.get(row.memberId) ?? []
    const facts = factsOf(row, version, { used: usedBefore(own, version, item, row.deedOn), today })
    const claim = toClaim(row)
    const open = row.state === 'submitted'
    const would = open ? awardOf(row, facts) : null
    const reviewer = reviewerOf(context, row)
    const hasDouble = doubles.has(row.id)
    const barred = open && reviewer !== undefined ? (barredFrom(claim, reviewer) ?? null) : null
    const alone = reviewer === undefined ? 'barred' : aloneReason({ claim, facts, hasDouble }, reviewer)
    if (would !== null) own.push(toLine(row, item, would.credited))
    return {
      ...toClaimLine(row, item),
      waitingDays: waitingDays(row, today),
      decideByOn: row.decideByOn,
      daysLeft: daysBetween(today, row.decideByOn),
      evidenceComplete: isEvidenceComplete(claim),
      ...{ would, hasDouble, barred, alone: alone ?? null },
      mayReview: open && reviewer !== undefined && barred === null,
    }
  })
}

function toLine(row: ClaimRow, item: ReturnType<typeof withItem>['item'], credited: number): StandingLine {
  const outsideCaps = item.outsideCaps !== null
  return { itemCode: item.code, term: item.category, outsideCaps, deedOn: row.deedOn, credited }
}

export const queueHandlers: readonly Handled[] = [queue]
