import type { ClaimLevel } from '@steward/domain/claims/claim.ts'
import { claimLevels } from '@steward/domain/claims/claim.ts'
import type { ClaimReviewer } from '@steward/domain/claims/review.ts'
import type { Permission } from '@steward/domain/access/permissions.ts'
import type { Context } from '#platform/context.ts'
import type { ClaimRow } from './queries-claim.ts'

/** What decides claims at each level. */
export const reviewPermissions = {
  branch: 'claim.review',
  baseCommittee: 'claim.review-at-committee',
  county: 'claim.review-at-county',
} as const satisfies Record<ClaimLevel, Permission>

/**
 * The caller as who decides a claim: at the level it lies where they decide there, else at one of their own, which the rules
 * refuse; undefined for who decides nowhere above its branch.
 */
export function reviewerOf(
  { access, actor }: Pick<Context, 'access' | 'actor'>,
  row: Pick<ClaimRow, 'orgPath' | 'level'>,
): ClaimReviewer | undefined {
  const { accountId, memberId } = actor
  if (accountId === null) return undefined
  const levels = claimLevels.filter(
    (level) => access.may([reviewPermissions[level]], { path: row.orgPath }).length > 0,
  )
  const level = levels.includes(row.level) ? row.level : levels[0]
  return level === undefined ? undefined : { accountId, memberId, level }
}
